/**
 * Owns what a chat can show of the oracle `cost-ratio`: where a script costs more tokens, the same limit cuts the
 * answer short. The first conversation is the English twin; one that stays whole while another breaks off fails.
 * Token counts themselves are not part of an exchange.
 */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';

const COMPLETE_END = /[.!?।॥۔؟…)\]"'”’»:]\s*$|[\p{Emoji_Presentation}\p{Extended_Pictographic}]\s*$|\d\s*$/u;
/** Finite verbs and polite commands that end a sentence in writing without a full stop. */
const VERB_END =
  /(?:है|हैं|हूं|था|थी|थे|गा|गी|गे|िए|इए|ें|एं|ুন|েন|বে|ছে|ନ୍ତୁ|ଅଛି|ହେବ|ங்கள்|வும்|கிறது|ండి|ుంది|తుంది|ಿ|ುತ್ತದೆ|ുക|ണം|യൂ|કરો|છે|જો|ਕਰੋ|ਹੈ|ہے|ہیں|یں)\s*$/u;
const LIMIT_TOLD =
  /too long|context length|context window|maximum tokens|quota|token limit|length limit|character limit|message is longer|limit exceeded|shorten your (?:message|question)|बहुत लंबा|सीमा से अधिक|छोटा करके|टोकन|कोटा|ଟୋକେନ|ଅଧିକ ଲମ୍ବା|மிக நீள|டோக்கன்|கோட்டா|టోకెన్|కోటా అయి|టోకెన్‌|টোকেন|কোটা|ಟೋಕನ್|ಮಿತಿ ಮೀರ|ടോക്കൺ|પરિમાણ મર્યાદા|ટોકન|ਟੋਕਨ/iu;
const STOPPED =
  /(?:[,،–-]|(?<![\p{L}\p{M}])(?:और|के|की|का|में|को|से|कि|या|and|the|of|to|or|ଏବଂ|ও|এবং|மற்றும்|మరియు|ಮತ್ತು|ഉം|અને|ਅਤੇ|اور|آپ))\s*$/iu;

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

export const equalRoom: Rule = ({ heard }) => {
  const twin = heard[0];
  if (twin === undefined || heard.length < 2) return unscored('An English twin is needed to compare.');
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
