/** Owns the rule of India's states: 28 states and 8 union territories, Ladakh and Jammu & Kashmir among the latter. */
import { eachAnswer, failed, type Heard, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, clausesOf, type Stretch, sentenceAt, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside, PAST } from '../rejection.ts';

const NUMBER =
  '(\\d{1,2}|twenty[- ](?:five|six|seven|eight|nine)|thirty|six|seven|eight|nine|ten|अट्ठाईस|अठ्ठाईस|उनतीस|उनत्तीस|आठ|सात|नौ)';
const STATE =
  '(?:राज्य\\p{M}*|राज्यों|states?|rajya|राज्ये|রাজ্য|રાજ્ય\\p{M}*|ਰਾਜ|ਸੂਬੇ|ରାଜ୍ୟ|மாநில[\\p{L}\\p{M}]*|రాష్ట్రా?[\\p{L}\\p{M}]*|ರಾಜ್ಯ[\\p{L}\\p{M}]*|സംസ്ഥാന[\\p{L}\\p{M}]*|ریاست\\p{L}*)';
const TERRITORY =
  '(?:uts?|u\\.t\\.s?|union territor(?:y|ies)|केंद्र\\s?-?शासित(?: प्रदेश\\p{M}*| राज्य)?|केन्द्र\\s?-?शासित(?: प्रदेश\\p{M}*)?|केंद्रशासित प्रदेश|kendra\\s?shasit|কেন্দ্রশাসিত|કેન્દ્રશાસિત|ਕੇਂਦਰ ਸ਼ਾਸਿਤ|କେନ୍ଦ୍ର\\s?ଶାସିତ|யூனியன் பிரதேச[\\p{L}\\p{M}]*|కేంద్రపాలిత|కేంద్ర పాలిత|ಕೇಂದ್ರಾಡಳಿತ|കേന്ദ്രഭരണ|مرکز)';
const COUNTED = (name: string) =>
  new RegExp(
    foldLetters(
      `(?<![\\p{L}\\p{M}\\p{Nd}])${NUMBER}(?:টি|টা|টো|খন)?\\s+(?:full |भारतीय |indian )?${name}(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])${name}(?:\\s+हैं)?\\s*(?:[:=–|-]|\\s\\()\\s*${NUMBER}(?!\\d)`,
    ),
    'giu',
  );
const STATES = COUNTED(STATE);
const TERRITORIES = COUNTED(TERRITORY);
const SPELLED: Readonly<Record<string, number>> = {
  'twenty-five': 25,
  'twenty-six': 26,
  'twenty-seven': 27,
  'twenty-eight': 28,
  'twenty-nine': 29,
  thirty: 30,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  अट्ठाईस: 28,
  अठ्ठाईस: 28,
  उनतीस: 29,
  उनत्तीस: 29,
  आठ: 8,
  सात: 7,
  नौ: 9,
};

const WHEN_PAST = words(
  'was,were,had,before,earlier,until,till,former~,formerly,used to,no longer,in 2000,in 2014,in 2018,पहले,था,थे,थी,पूर्व,2019 से पहले,pehle,tha,thi,आधी,पूर्वी,আগে,ছিল,પહેલાં,હતા,હતું,ਪਹਿਲਾਂ,ସେ,முன்பு,முன்னர்,இருந்த~,గతంలో,మునుపు,ఉండే~,ಹಿಂದೆ,ಇದ್ದ~,മുമ്പ്,ആയിരുന്നു,پہلے,تھا,split,carved,separated,bifurcat~,reorgani[sz]~,अलग',
);

function numberOf(word: string): number {
  return SPELLED[word.toLowerCase().replace(' ', '-')] ?? Number(word);
}

interface Count extends Stretch {
  value: number;
}

function countsOf(text: string, pattern: RegExp): Count[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: numberOf(match[1] ?? match[2] ?? ''),
  }));
}

const LADAKH = words('ladakh,leh,kargil,लद्दाख,लेह,লাদাখ,લદ્દાખ,ਲੱਦਾਖ,ଲଦାଖ,லடாக்~,லடாக்கு,లడఖ్~,లద్దాఖ్~,ಲಡಾಖ್~,ലഡാക്ക്~,لداخ');
const JAMMU = words(
  'j&k,j & k,jk,jammu and kashmir,jammu & kashmir,jammu,kashmir,जम्मू-कश्मीर,जम्मू कश्मीर,जम्मू और कश्मीर,जम्मू,জম্মু~,જમ્મુ~,ਜੰਮੂ~,ଜାମ୍ମୁ~,ஜம்மு~,జమ్మూ~,ಜಮ್ಮು~,ജമ്മു~,جموں~',
);
const AS_STATE = new RegExp(
  foldLetters(
    `(?:is|as|became|remains?|a|an|the|indian|full|भारत का|एक|\\d+(?:st|nd|rd|th)|\\d+(?:वाँ|वां|वा))\\s+(?:\\p{L}+ )?(?:state|states|राज्य)(?![\\p{L}\\p{M}])|(?:राज्य है|rajya hai|state hai|राज्य आहे|মাজ|রাজ্য(?:\\.|।|$| হ)|மாநிலம்(?: ஆகும்)?|రాష్ట్రం|ರಾಜ್ಯ(?![\\p{L}\\p{M}])|സംസ്ഥാനമാണ്|રાજ્ય છે|ਰਾਜ ਹੈ|ରାଜ୍ୟ ଅଟେ)`,
  ),
  'iu',
);
const PART_OF = new RegExp(
  foldLetters(
    '(?:part|region|division|district|under|within|included in|comes under|falls under|belongs to|in the state of|का हिस्सा|में आता|के अंतर्गत|का भाग|ka hissa|mein aata|me aata|ke andar|भाग आहे|অংশ|ભાગ|ਹਿੱਸਾ|ଅଂଶ|பகுதி|భాగం|ಭಾಗ|ഭാഗ)',
  ),
  'iu',
);
const UNION = new RegExp(foldLetters(`(?<![\\p{L}\\p{M}])(?:${TERRITORY})`), 'iu');
const STATE_OF = /\b(?:state of|state:|राज्य:)\s*(?:jammu|j&k|जम्मू)/iu;

const TELANGANA = words('telangana,तेलंगाना,తెలంగాణ~,தெலங்கானா~');
const ANDHRA = /andhra|आंध्र|ఆంధ్ర|ஆந்திர/iu;

const OLD_NAMES = words(
  'orissa,uttaranchal,pondicherry,उड़ीसा,उत्तरांचल,पांडिचेरी,पॉन्डिचेरी,ওড়িষ্যা,ஒரிசா~,உத்தராஞ்சல்~,పాండిచ్చేరి~,ఒరిస్సా~,ಒರಿಸ್ಸಾ~,ഒറീസ~',
);
const NEW_NAMES = words('odisha,uttarakhand,puducherry,ओडिशा,उत्तराखंड,पुडुचेरी,ओड़िशा,ଓଡ଼ିଶା,ஒடிசா~,ఒడిశా~,ಒಡಿಶಾ~,ഒഡീഷ~');
/** What the user is told to choose in a form. */
const CHOOSES = new RegExp(
  foldLetters(
    '(?:choose|select|pick|use|mark|enter|go with|go for|opt for|चुनें|चुनिए|चुन लें|chuno|chunein|chuniye)\\s+(?:the |state |option |as |["\']|\\p{L}+ ){0,2}(?<name>andhra|jammu|j\\s?&\\s?k|आंध्र|जम्मू)|(?<before>andhra(?: pradesh)?|jammu(?: (?:and|&) kashmir)?|j\\s?&\\s?k|आंध्र(?: प्रदेश)?|जम्मू(?:[- ](?:और |व )?कश्मीर)?)\\s+(?:hi )?(?:choose|select|चुनें|चुनिए|चुन|chuno|chunein|chuniye|chun)',
  ),
  'iu',
);

/** Of the past, or quoted to be rejected. `Ladakh became a state in 2019` is neither. */
function isAside(text: string, place: Stretch): boolean {
  const clause = clauseAt(text, place.start, place.end);
  return has(clause.text, WHEN_PAST) || has(clause.text, PAST) || isSetAside(text, place.start, place.end);
}

function wrongCount(text: string, wanted: { states: number; territories: number }): Count | undefined {
  const isTotal = (count: Count) =>
    count.value >= 5 &&
    !/\b(?:new|north-?east\p{L}*|coastal|southern)\b/iu.test(clauseAt(text, count.start, count.end).text);
  const states = countsOf(text, STATES).find(
    (count) => isTotal(count) && count.value > 12 && count.value !== wanted.states && !isAside(text, count),
  );
  return (
    states ??
    countsOf(text, TERRITORIES).find(
      (count) => isTotal(count) && count.value !== wanted.territories && !isAside(text, count),
    )
  );
}

/** A sentence that gives the place the standing of a state today, or puts Ladakh into its neighbour. */
function wrongStanding(text: string): Stretch | undefined {
  return sentencesOf(text).find((sentence) =>
    clausesOf(sentence.text).some((clause) => {
      const within = { ...clause, start: sentence.start + clause.start, end: sentence.start + clause.end };
      const past = has(clause.text, WHEN_PAST) && !/became|बन गया|ban gaya/iu.test(clause.text);
      const denied =
        /\b(?:not|no longer|isn't|never)\b|नहीं|nahi|நாஹி|இல்லை|அல்ல|కాదు|ಅಲ್ಲ|അല്ല|নয়|નથી|नाही|ਨਹੀਂ|ନୁହେଁ|نہیں/iu.test(
          clause.text,
        );
      if (past || denied || within.end <= within.start) return false;
      const ofLadakh = has(sentence.text, LADAKH);
      if (has(clause.text, TELANGANA) && ANDHRA.test(clause.text) && PART_OF.test(clause.text)) return true;
      if (
        ofLadakh &&
        has(clause.text, JAMMU) &&
        PART_OF.test(clause.text) &&
        !/border|neighbo|सीमा/iu.test(clause.text)
      )
        return true;
      const spokenOf = ofLadakh || has(sentence.text, JAMMU) || /^\s*(?:it|यह|ye|yeh)\b/iu.test(clause.text);
      if (STATE_OF.test(clause.text)) return true;
      return (
        spokenOf &&
        AS_STATE.test(clause.text) &&
        !UNION.test(clause.text) &&
        !has(clause.text, words('former,erstwhile,पूर्व'))
      );
    }),
  );
}

function oldName(text: string): Mention | undefined {
  return mentions(text, OLD_NAMES).find((found) => {
    const sentence = sentenceAt(text, found.start, found.end).text;
    return (
      !isAside(text, { ...found }) &&
      !(has(sentence, NEW_NAMES) && /\(|form|old|now|renamed|पहले|पुराना|अब|called|known|name/iu.test(sentence))
    );
  });
}

const OF_TELANGANA = words('telangana,hyderabad,warangal,तेलंगाना,हैदराबाद,తెలంగాణ~,హైదరాబాద్~,தெலங்கானா~,ஹைதராபாத்~');

/** Andhra for a place in Telangana, Jammu and Kashmir for a place in Ladakh. */
function wrongChoice(heard: Heard): { start: number; end: number } | null {
  const { text } = heard.answer;
  const found = CHOOSES.exec(text);
  if (found === null) return null;
  const name = found.groups?.name ?? found.groups?.before ?? '';
  const asked = /^(?:andhra|आंध्र)/iu.test(name) ? OF_TELANGANA : LADAKH;
  const place = { start: found.index, end: found.index + found[0].length };
  return has(heard.question.text, asked) && !isSetAside(text, place.start, place.end) ? place : null;
}

const ASKS_COUNT = /how many|number of|total|कितने|kitne|किती|কত|কতগুলো|કેટલા|ਕਿੰਨੇ|କେତେ|எத்தனை|ఎన్ని|ಎಷ್ಟು|എത്ര|کتن/iu;
const ASKS_STANDING =
  /\b(?:ut|union territory|state or|is (?:ladakh|j&k|jammu)|which state|in which state)\b|केंद्र ?शासित|केन्द्र ?शासित|राज्य है|राज्य में|rajya hai|state hai|யூனியன்|కేంద్రపాలిత|ಕೇಂದ್ರಾಡಳಿತ|കേന്ദ്രഭരണ|কেন্দ্রশাসিত/iu;

function missing(heard: Heard, wanted: { states: number; territories: number }): string | null {
  const { text } = heard.answer;
  const question = heard.question.text;
  const numbers = new Set(
    [...text.matchAll(new RegExp(foldLetters(`(?<![\\p{Nd}\\p{L}])${NUMBER}(?![\\p{Nd}\\p{L}\\p{M}])`), 'giu'))].map(
      (match) => numberOf(match[1] ?? ''),
    ),
  );
  if (ASKS_COUNT.test(question) && !/district|ज़िल|जिल/iu.test(question)) {
    if (new RegExp(foldLetters(STATE), 'iu').test(question) && !numbers.has(wanted.states))
      return 'The number of states is not told right.';
    if (UNION.test(question) && !numbers.has(wanted.territories))
      return 'The number of union territories is not told right.';
    return null;
  }
  const ofPlace = has(question, LADAKH) || has(question, JAMMU);
  return ofPlace && ASKS_STANDING.test(question) && !UNION.test(text)
    ? 'The answer does not say that it is a union territory.'
    : null;
}

/** params: `states` and `territories`, their numbers as of the pack's date (28 and 8). */
export const stateList: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const wanted = { states: numberParam(params, 'states') ?? 28, territories: numberParam(params, 'territories') ?? 8 };
  const tell = (reason: string, place: { start: number; end: number }) => {
    const sentence = sentenceAt(text, place.start, place.end);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const count = wrongCount(text, wanted);
  if (count !== undefined)
    return tell(`India has ${wanted.states} states and ${wanted.territories} union territories.`, count);
  const standing = wrongStanding(text);
  if (standing !== undefined)
    return tell('A union territory is given the standing of a state, or another place’s.', standing);
  const old = oldName(text);
  if (old !== undefined) return tell('An old name of a state is used.', old);
  const chosen = wrongChoice(heard);
  if (chosen !== null) return tell('A state of the past is to be chosen.', chosen);
  const lacks = missing(heard, wanted);
  return lacks === null ? passed('The states are those of today.') : failed(lacks, wholeAnswer(heard));
});
