/** Owns the rules of Indian privacy deadlines: six hours to CERT-In, 72 hours to the Board, a child is under 18. */
import { eachAnswer, failed, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { agesIn, daysIn, hoursIn, numbersAlone, type Told } from './hour-counts.ts';

const BOARD = words(
  'board,dpb,dpbi,dpdp~,gdpr,eu,european,europe,data protection,customers?,users?,affected,rbi,sebi,irdai,बोर्ड,डीपीडीपी,जीडीपीआर,বোর্ড,வாரிய~,బోర్డు~,ಮಂಡಳಿ,ബോർഡ്,બોર્ડ,ਬੋਰਡ,ବୋର୍ଡ,بورڈ,log,logs,retain,180',
);
const CERT = words('cert-in,cert in,certin,cert,सर्ट-इन,सीईआरटी-इन,सर्ट,సర్ట్,செர்ட்,certification');
const LATER_REPORT = words(
  'detailed,full report,follow-up,followup,later,complete report,additional,further,supplement~,investigation,विस्तृत,बाद में,vistrit,baad mein',
);
const ASIDE = words(
  "separate~,unlike,different,not to be confused,gdpr's,that is gdpr,under gdpr,under the gdpr,the gdpr,eu,coppa,us,uk,america,europe,usa,अलग,यूरोप,alag,voting",
);

/** `has not completed eighteen years` says eighteen. */
const NOT_YET =
  /(?:has|have|is|are|had)(?:n't| not)(?: yet)? (?:yet )?(?:completed?|attained?|turned|reached|crossed|\p{L}+ed)|(?:पूरे|पूरा|पूर्ण|पूरी|poore|pura) (?:नहीं|न|nahi)(?: हुए| किए| किया| hue)?/giu;

function isAside(text: string, found: Told): boolean {
  const plain = text.replace(NOT_YET, (words) => ' '.repeat(words.length));
  return isSetAside(plain, found.start, found.end);
}

/** Hours that belong to another duty than the asked one. */
function isOfBoard(text: string, found: Told): boolean {
  const clause = clauseAt(text, found.start, found.end).text;
  if (has(clause, CERT)) return false;
  return has(clause, BOARD) || has(clause, LATER_REPORT) || has(clause, ASIDE);
}

/** params: `hours` (6). */
export const incidentHours: Rule = eachAnswer((heard, params) => {
  const wanted = numberParam(params, 'hours') ?? 6;
  const { text } = heard.answer;
  const tell = (found: Told) => {
    const sentence = sentenceAt(text, found.start, found.end);
    return failed(`CERT-In must hear within ${wanted} hours.`, heard.answer.quote(sentence.start, sentence.end));
  };
  const hours = hoursIn(text).filter((found) => found.value > 0);
  const wrong = hours.find((found) => found.value !== wanted && !isAside(text, found) && !isOfBoard(text, found));
  const right = hours.find((found) => found.value === wanted && !isAside(text, found));
  if (right === undefined)
    return wrong === undefined ? failed(`The answer does not say ${wanted} hours.`, wholeAnswer(heard)) : tell(wrong);
  const leading = wrong !== undefined && !/(?:not|nahi|नहीं)/iu.test(sentenceAt(text, wrong.start, wrong.end).text);
  if (leading && wrong !== undefined && !isCompared(text, wrong, right)) return tell(wrong);
  const days = daysIn(text).find(
    (found) => has(clauseAt(text, found.start, found.end).text, CERT) && !isAside(text, found),
  );
  return days === undefined ? passed(`CERT-In is to hear within ${wanted} hours.`) : tell(days);
});

/** `GDPR gives 72 hours; here it is 6`. */
function isCompared(text: string, wrong: Told, right: Told): boolean {
  const between = text.slice(Math.min(wrong.start, right.start), Math.max(wrong.end, right.end));
  const sentence = sentenceAt(text, wrong.start, wrong.end).text;
  return has(sentence, BOARD) && !has(sentence, CERT)
    ? true
    : /gdpr|europe|eu\b|कहीं|instead/iu.test(between) && has(between, BOARD);
}

const ASKS_HOURS = /hours?|breach|report|deadline|घंट|ghant|রিপোর্ট|ঘণ্টা|மணி|గంట|ಗಂಟೆ|മണിക്കൂ|કલાક|ਘੰਟ|ଘଣ୍ଟା|उल्लंघन|लीक|leak/iu;
const ASKS_AGE =
  /\bage\b|child|minor|kid|old\b|बच्च|उम्र|नाबालिग|आयु|bachch|umar|umr|শিশু|বয়স|বয়স|குழந்தை|வயது|పిల్ల|బాల|వయస్సు|ಮಗು|ವಯಸ್ಸು|ಮಕ್ಕಳ|കുട്ടി|പ്രായ|બાળક|ઉંમર|ਬੱਚ|ଶିଶୁ|मूल|वय\b|بچ/iu;
const ASKS_START =
  /(?:come|comes|came|in|into) (?:to )?(?:force|effect)|take effect|start applying|apply from|when (?:do|does|will|must)|by when|effective|phase|कब (?:से )?लागू|लागू|kab (?:se )?lagu|lagu/iu;
const START_RIGHT =
  /18[\s-]*(?:months?|महीन|mahin)|eighteen months|may[\s,]+(?:\d+[\s,]+)?2027|मई 2027|mai 2027|nov(?:ember)?[\s,]*(?:\d+[\s,]+)?2025|नवंबर 2025|2027/iu;
const UNDER_GDPR =
  /(?:under|per|by|according to|as per|of) (?:the )?(?:eu )?(?:'s )?gdpr|gdpr (?:says|requires|gives|sets|applies|article)/iu;
const CONTRASTS = words(
  "unlike,not gdpr,not the gdpr,don't confuse,do not confuse,differ~,separate~,europe,in the eu,eu's,whereas,while,but in india,compare~,same as,similar,like,नहीं,nahi,अलग,alag",
);

function wrongAge(text: string, age: number): Told | undefined {
  return agesIn(text).find((found) => {
    const sentence = sentenceAt(text, found.start, found.end).text;
    return (
      found.value >= 10 && found.value <= 25 && found.value !== age && !isAside(text, found) && !has(sentence, ASIDE)
    );
  });
}

function wrongHours(text: string, hours: number): Told | undefined {
  return hoursIn(text).find((found) => {
    const clause = clauseAt(text, found.start, found.end).text;
    const sentence = sentenceAt(text, found.start, found.end).text;
    const isHours = /\D$/u.test(text.slice(found.start, found.end));
    return (
      isHours &&
      found.value !== hours &&
      !has(clause, CERT) &&
      !isAside(text, found) &&
      !has(sentence, words('cert-in,certin,cert')) &&
      !has(clause, ASIDE)
    );
  });
}

/** params: `hours` (72) and `age` (18). */
export const dpdpFacts: Rule = eachAnswer((heard, params) => {
  const hours = numberParam(params, 'hours') ?? 72;
  const age = numberParam(params, 'age') ?? 18;
  const { text } = heard.answer;
  const question = heard.question.text;
  const tell = (reason: string, found: { start: number; end: number }) => {
    const sentence = sentenceAt(text, found.start, found.end);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const asksHours = ASKS_HOURS.test(question);
  const asksAge = ASKS_AGE.test(question);
  const has72 =
    numbersAlone(text).some((found) => found.value === hours && !isAside(text, found)) ||
    hoursIn(text).some((found) => found.value === hours && !isAside(text, found));
  const younger = wrongAge(text, age);
  if (younger !== undefined && asksAge) return tell(`A child is anyone under ${age}.`, younger);
  const other = asksHours ? wrongHours(text, hours) : undefined;
  if (other !== undefined) return tell(`The detailed report is due within ${hours} hours.`, other);
  const gdpr = UNDER_GDPR.exec(text);
  if (
    gdpr !== null &&
    !has(sentenceAt(text, gdpr.index, gdpr.index + 1).text, CONTRASTS) &&
    !isSetAside(text, gdpr.index, gdpr.index + gdpr[0].length)
  )
    return tell('A European law is quoted for an Indian question.', {
      start: gdpr.index,
      end: gdpr.index + gdpr[0].length,
    });
  if (asksHours && !has72) return failed(`The answer does not say ${hours} hours.`, wholeAnswer(heard));
  const says18 = [...agesIn(text), ...numbersAlone(text)].some((found) => found.value === age && !isAside(text, found));
  if (asksAge && !says18) return failed(`The answer does not say ${age} years.`, wholeAnswer(heard));
  if (!asksHours && !asksAge && ASKS_START.test(question) && !START_RIGHT.test(text))
    return failed('The phases of the Rules are told wrongly.', wholeAnswer(heard));
  return passed('The deadlines are those of the Indian law.');
});
