/** Owns the rule of replaced laws: the law in force and its section must be named, the old one only as old. */
import { type CaseInput, eachAnswer, failed, listParam, passed, type Rule, wholeAnswer } from './case-input.ts';
import { sentenceAt } from './clauses.ts';
import { has, mentions, words } from './lexicon.ts';

const NOT_IN_FORCE =
  /\b(?:not yet|will (?:replace|come|apply|take)|yet to|proposed|is a bill|(?:in|from) 2027)\b|अभी लागू नहीं|लागू होने वाल|लागू नहीं हु|abhi lagu nahi|lagu nahi hu/iu;
const SECTION = /(?<![\d₹.,])(\d{2,3})(?:\s?\(\d+\))?(?![\d%])/gu;
const ASKS_SECTION = /section|which law|dhara|धारा|कलम|ধারা|কোন ধাৰা|கலம்|பிரிவு|సెక్షన్|సెక్ష|ಸೆಕ್ಷನ್|ಕಲಂ|വകുപ്പ്|કલમ|ਧਾਰਾ|ଧାରା|دفعہ/iu;

interface Offence {
  words: string[];
  section: string;
}

function offencesParam(params: CaseInput['params']): Offence[] {
  const value = params.offences;
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('words' in one) || !('section' in one)) return [];
    return [{ words: Array.isArray(one.words) ? one.words.map(String) : [], section: String(one.section) }];
  });
}

/** params: `law` and `oldLaw` (names), `offences` ({words, section}), from which the question picks its section. */
export const currentLaw: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const law = mentions(text, words(...listParam(params, 'law')));
  const old = mentions(text, words(...listParam(params, 'oldLaw')));
  const asked = offencesParam(params).find((offence) => has(heard.question.text, words(...offence.words)));
  if (law.length === 0) {
    const quoted = old[0];
    if (quoted === undefined) return failed('The law in force is not named.', wholeAnswer(heard));
    const sentence = sentenceAt(text, quoted.start, quoted.end);
    return failed('Only the replaced law is named.', heard.answer.quote(sentence.start, sentence.end));
  }
  const doubted = law.find((one) => NOT_IN_FORCE.test(sentenceAt(text, one.start, one.end).text));
  if (doubted !== undefined) {
    const sentence = sentenceAt(text, doubted.start, doubted.end);
    return failed('The law in force is told as not yet in force.', heard.answer.quote(sentence.start, sentence.end));
  }
  const sections = [...text.matchAll(SECTION)].map((match) => ({ section: match[1] ?? '', at: match.index }));
  if (asked === undefined || sections.some(({ section }) => section === asked.section)) {
    return passed('The law in force is named.', wholeAnswer(heard));
  }
  const beside = sections.find(({ at }) => law.some((one) => Math.abs(one.start - at) <= 60));
  if (beside === undefined && !ASKS_SECTION.test(heard.question.text))
    return passed('The law in force is named.', wholeAnswer(heard));
  const sentence = sentenceAt(text, beside?.at ?? 0, (beside?.at ?? 0) + 1);
  return failed(
    `Section ${asked.section} of the law in force is not named.`,
    beside === undefined ? wholeAnswer(heard) : heard.answer.quote(sentence.start, sentence.end),
  );
});
