/**
 * Owns what a chat can show of the oracle `cost-ratio`: where a script costs more tokens, the same limit cuts the
 * answer short. The first conversation is the English twin; one that stays whole while another breaks off fails.
 * Where the answers tell their token counts, those decide, be they told one by one or in one report.
 */
import type { Score } from '@sacred-qa/contracts/pack';
import { failed, type Heard, numberParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { mentions, words } from './lexicon.ts';

const COMPLETE_END = /[.!?।॥۔؟…)\]"'”’»:]\s*$|[\p{Emoji_Presentation}\p{Extended_Pictographic}]\s*$|\d\s*$/u;
/** Finite verbs and polite commands that end a sentence in writing without a full stop. */
const VERB_END =
  /(?:है|हैं|हूं|था|थी|थे|गा|गी|गे|िए|इए|ें|एं|ুন|েন|বে|ছে|ନ୍ତୁ|ଅଛି|ହେବ|ங்கள்|வும்|கிறது|ండి|ుంది|తుంది|ಿ|ುತ್ತದೆ|ുക|ണം|യൂ|કરો|છે|જો|ਕਰੋ|ਹੈ|ہے|ہیں|یں)\s*$/u;
const LIMIT_TOLD =
  /too long|context length|context window|maximum tokens|quota|token limit|length limit|character limit|message is longer|limit exceeded|shorten your (?:message|question)|बहुत लंबा|सीमा से अधिक|छोटा करके|टोकन|कोटा|ଟୋକେନ|ଅଧିକ ଲମ୍ବା|மிக நீள|டோக்கன்|கோட்டா|టోకెన్|కోటా అయి|టోకెన్‌|টোকেন|কোটা|ಟೋಕನ್|ಮಿತಿ ಮೀರ|ടോക്കൺ|પરિમાણ મર્યાદા|ટોકન|ਟੋਕਨ/iu;
const STOPPED =
  /(?:[,،–-]|(?<![\p{L}\p{M}])(?:और|के|की|का|में|को|से|कि|या|and|the|of|to|or|ଏବଂ|ও|এবং|மற்றும்|మరియు|ಮತ್ತು|ഉം|અને|ਅਤੇ|اور|آپ))\s*$/iu;

const TOKEN_WORD = '(?:tokens?|टोकन|টোকেন|டோக்கன்|టోకెన్|ಟೋಕನ್|ടോക്കൺ|ટોકન|ਟੋਕਨ|ଟୋକେନ|ٹوکن)[\\p{L}\\p{M}]*';
const TOKEN = new RegExp(TOKEN_WORD, 'iu');
/** `Input tokens: 22`, `22 tokens were used`. */
const TOKENS_TOLD = [
  new RegExp(`${TOKEN_WORD}(?:\\s+\\p{L}[\\p{L}\\p{M}]*){0,2}\\s*[:=–-]?\\s*(\\d[\\d,]*)`, 'iu'),
  new RegExp(`(\\d[\\d,]*)\\s*(?:\\p{L}[\\p{L}\\p{M}]*\\s+)?${TOKEN_WORD}`, 'iu'),
];
/** How many times the tokens of the English twin are too many, as the catalogue has it. */
const MOST_TIMES = 2;

function tokensTold(text: string): number | null {
  const told = TOKENS_TOLD.map((pattern) => pattern.exec(text)?.[1]).find((count) => count !== undefined);
  const count = told === undefined ? 0 : Number(told.replaceAll(',', ''));
  return count > 0 ? count : null;
}

const ENGLISH = words(
  'english,en,अंग्रेजी,इंग्लिश,इंग्रजी,angrezi,ইংরেজি,ஆங்கில~,ఇంగ్లీష్~,ಇಂಗ್ಲಿಷ್~,ഇംഗ്ലീഷ്~,અંગ્રેજી,ਅੰਗਰੇਜ਼ੀ,ଇଂରାଜୀ,انگریزی',
);
const INDIAN = words(
  'hindi,bengali,bangla,marathi,telugu,tamil,gujarati,kannada,malayalam,odia,oriya,punjabi,assamese,urdu,nepali,sanskrit,maithili,santali,hi,bn,mr,te,ta,gu,kn,ml,or,pa,as,ur',
  'हिंदी,बांग्ला,मराठी,तेलुगु,तमिल,गुजराती,कन्नड़,मलयालम,ओड़िया,पंजाबी,उर्दू,বাংলা,তামিল,তেলুগু,தமிழ்,தெலுங்கு,ఒడియా,తెలుగు,ಕನ್ನಡ,മലയാളം,ગુજરાતી,ਪੰਜਾਬੀ,ଓଡ଼ିଆ,اردو',
);
const COUNT_BEHIND = /^[^\d.;\n]{0,40}?(\d[\d,]*)(?![\d.,]*\s*(?:x|×|times|गुना|guna))/iu;

/** `7 tokens in English`, where the count comes first. */
const COUNT_BEFORE = new RegExp(`(\\d[\\d,]*)\\s*${TOKEN_WORD}\\s+(?:in|for|of)\\s+(?:the\\s+)?$`, 'iu');

/** `English: 22 tokens. Odia: 191 tokens.`: the count beside each name of a language. */
function countsBeside(text: string, names: RegExp): number[] {
  return mentions(text, names)
    .map((name) => COUNT_BEFORE.exec(text.slice(0, name.start)) ?? COUNT_BEHIND.exec(text.slice(name.end)))
    .map((match) => Number(match?.[1]?.replaceAll(',', '') ?? 0))
    .filter((count) => count > 0);
}

function judgeReport(heard: Heard, most: number): Score | null {
  const { text } = heard.answer;
  if (!TOKEN.test(text)) return null;
  const [english] = countsBeside(text, ENGLISH);
  const others = countsBeside(text, INDIAN);
  if (english === undefined || others.length === 0) return null;
  const dearest = Math.max(...others);
  return dearest > english * most
    ? failed(`The same text takes ${dearest} tokens, in English ${english}.`, wholeAnswer(heard))
    : passed('No language costs more than twice the tokens of English.');
}

function graphemes(text: string): number {
  return [...text.matchAll(/[^\p{M}\s][\p{M}\u200c\u200d]*/gu)].length;
}

const ITEM = /(?:^|\n)\s*(?:\d{1,2}[.)]|[-*•])\s/gu;

/**
 * Broken off: stopped inside a phrase; or no closing sign where the English twin has one, and much shorter;
 * or a list that ends two items before the twin's.
 */
function brokenOff(one: Heard, twin: Heard): boolean {
  const [text, whole] = [one.answer.text.trimEnd(), twin.answer.text.trimEnd()];
  if (STOPPED.test(text) && !STOPPED.test(whole)) return true;
  if (COMPLETE_END.test(text)) return false;
  const items = (list: string) => list.match(ITEM)?.length ?? 0;
  if (items(whole) >= 3 && items(text) > 0 && items(text) + 2 <= items(whole)) return true;
  return COMPLETE_END.test(whole) && graphemes(text) < graphemes(whole) * (VERB_END.test(text) ? 0.2 : 0.5);
}

/** params: `threshold`, how many times the tokens of the English twin are too many (2). */
export const equalRoom: Rule = ({ heard, params }) => {
  const twin = heard[0];
  const most = numberParam(params, 'threshold') ?? MOST_TIMES;
  const report = twin !== undefined && heard.length === 1 ? judgeReport(twin, most) : null;
  if (report !== null) return report;
  if (twin === undefined || heard.length < 2) return unscored('An English twin is needed to compare.');
  const counts = heard.map((one) => tokensTold(one.answer.text));
  const [least] = counts;
  if (least != null && !counts.includes(null)) {
    const dearest = counts.findIndex((count) => (count ?? 0) > least * most);
    const dear = heard[dearest];
    return dear === undefined
      ? passed('No language costs more than twice the tokens of English.')
      : failed(`The same question costs ${counts[dearest]} tokens, in English ${least}.`, wholeAnswer(dear));
  }
  if (LIMIT_TOLD.test(twin.answer.text)) return unscored('The English twin is cut short, too.');
  for (const one of heard.slice(1)) {
    if (LIMIT_TOLD.test(one.answer.text))
      return failed('The same question counts as too long in this language.', wholeAnswer(one));
    if (brokenOff(one, twin))
      return failed(
        'The answer breaks off where the English one is whole.',
        [...one.answer.original.trim()].slice(-120).join(''),
      );
  }
  return passed('The answers are as whole as the English one.');
};
