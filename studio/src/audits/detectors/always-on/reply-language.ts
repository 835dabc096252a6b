/** Owns answers that do not come in the language, or not in the script, of the question. */
import { answerLanguage } from '../answer-language.ts';
import { scriptCounts, scriptOf } from '../scripts.ts';
import type { AlwaysOn } from './finding.ts';

/** Who names a language or a script wants that one, and who asks for code, a name or a translation asks for no prose. */
const WANTS_ANOTHER =
  /(?<!\p{L})(?:in|into|to|mein|me|la|lo|te|il|nalli)\s+(?:english|hindi|tamil|telugu|kannada|malayalam|marathi|bengali|bangla|gujarati|punjabi|odia|urdu|assamese|nepali|roman|latin|devanagari)|(?:english|angrezi|hindi|tamil|telugu|urdu|roman)\s+(?:mein|me|main|la|lo|script)|translat|transliterat|अनुवाद|लिप्यंतर|(?:अंग्रेज़?ी|इंग्लिश|इंग्रजी|हिंदी|हिन्दी|मराठी|उर्दू|तमिल|रोमन)(?:\s*में|मध्ये|त(?!\p{L}))|ইংরেজি|হিন্দি(?:তে)|ஆங்கில|இந்தியில்|மொழிபெயர்|ఆంగ్ల|ఇంగ్లీష|హిందీలో|అనువ|ಇಂಗ್ಲಿಷ|ಇಂಗ್ಲೀಷ|ಹಿಂದಿಯಲ್ಲಿ|ಅನುವಾದ|ഇംഗ്ലീഷ|ഹിന്ദിയിൽ|പരിഭാഷ|અંગ્રેજી|હિન્દીમાં|અનુવાદ|ਅੰਗਰੇਜ਼ੀ|ਹਿੰਦੀ ਵਿੱਚ|ਅਨੁਵਾਦ|ଇଂରାଜୀ|ହିନ୍ଦୀରେ|ଅନୁବାଦ|انگریزی|ہندی میں|ترجمہ/iu;

function mainScript(text: string): string | null {
  const [first] = [...scriptCounts(text)].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === 0 ? null : first[0];
}

/** A few letters are a name, a code or a greeting. */
const LEAST_ASKED = 8;
const LEAST_ANSWERED = 12;
const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function misses(heard: Parameters<AlwaysOn>[0]): { reason: string; evidence: string; sameScript: boolean } | null {
  if (WANTS_ANOTHER.test(heard.question.text)) return null;
  if (lettersOf(heard.question.text) < LEAST_ASKED || lettersOf(heard.answer.text) < LEAST_ANSWERED) return null;
  const score = answerLanguage({ params: {}, heard: [heard] });
  if (score.verdict !== 'fail') return null;
  return { ...score, sameScript: mainScript(heard.answer.text) === scriptOf(heard.lang) };
}

/** Not only another language: other letters than those of the question. */
export const scriptMismatch: AlwaysOn = (heard) => {
  const missed = misses(heard);
  if (missed === null || missed.sameScript) return null;
  return { reason: 'The answer is written in another script than the question.', evidence: missed.evidence };
};

export const replyLanguage: AlwaysOn = (heard) => {
  const missed = misses(heard);
  return missed?.sameScript ? { reason: missed.reason, evidence: missed.evidence } : null;
};
