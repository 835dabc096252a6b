/** Owns text that a machine broke: lost encodings, replacement characters, torn letter clusters, and values never filled in. */
import { fromMojibake, MOJIBAKE } from '../language/legacy-font.ts';
import { replacementCharacter } from '../language/replacement-character.ts';
import { type AlwaysOn, around } from './finding.ts';

/** UTF-8 of quotes, dashes, rupee signs and accents that was read as Latin-1: â€™, â‚¹, Ã©. */
const LATIN_MOJIBAKE = /â€[\u0090-\u00ff™œ˜"“”–—]?|â‚¹|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/u;

/** Encodings that the user showed may be shown again. */
export const mojibake: AlwaysOn = (heard) => {
  const { original } = heard.answer;
  const indian = MOJIBAKE.exec(original);
  const found = indian !== null && fromMojibake(original) !== null ? indian : LATIN_MOJIBAKE.exec(original);
  if (found === null || heard.question.original.includes(found[0])) return null;
  return {
    reason: 'The answer holds text that lost its encoding.',
    evidence: around(original, found.index, found.index + found[0].length),
  };
};

export const brokenCharacter: AlwaysOn = (heard) => {
  const score = replacementCharacter({ params: {}, heard: [heard] });
  return score.verdict === 'fail' ? score : null;
};

/** Scripts whose vowel signs and viramas cannot begin a word. */
const INDIC_MARK =
  '[\\u0900-\\u0903\\u093a-\\u094f\\u0981-\\u0983\\u09bc-\\u09cd\\u0a01-\\u0a4d\\u0a81-\\u0acd\\u0b01-\\u0b4d\\u0b82\\u0bbe-\\u0bcd\\u0c00-\\u0c4d\\u0c81-\\u0ccd\\u0d00-\\u0d4d]';
const WORD_FROM_MARK = new RegExp(`(?:^|[\\s"“'‘(:;,.!?।|*-])(?=\\p{M})${INDIC_MARK}+[\\p{L}\\p{M}]*\\p{L}`, 'u');
/** A virama followed at once by a vowel sign of the same script, which no spelling has. */
const VIRAMA_THEN_SIGN =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd][\u093e-\u094c\u09be-\u09cc\u0a3e-\u0a4c\u0abe-\u0acc\u0b3e-\u0b4c\u0c3e-\u0c4c\u0cbe-\u0ccc]/u;
/** Malayalam, Tamil, Telugu and Kannada end words in a virama; Hindi only a few from Sanskrit. */
const CUT_AT_VIRAMA = /([\p{L}\p{M}]*[\u094d\u09cd\u0acd\u0b4d])(?=["”*`]*(?:…|\.{2,}))/u;
const SANSKRIT_END = /(?:अर्थात्|पश्चात्|श्रीमान्|भगवान्|महान्|विद्वान्|सम्यक्|वरन्|किञ्चित्|परिषद्|जगत्|সম্যক্|অর্থাৎ)$/u;

export const brokenCluster: AlwaysOn = (heard) => {
  const { original } = heard.answer;
  const torn = WORD_FROM_MARK.exec(original) ?? VIRAMA_THEN_SIGN.exec(original);
  if (torn !== null)
    return {
      reason: 'A vowel sign stands without its letter.',
      evidence: around(original, torn.index, torn.index + torn[0].length),
    };
  const cut = CUT_AT_VIRAMA.exec(original);
  if (cut === null || SANSKRIT_END.test(cut[1] ?? '') || heard.question.original.includes(`${cut[1]}…`)) return null;
  return { reason: 'The text is cut inside a letter cluster.', evidence: `${cut[1]}…` };
};

const UNFILLED =
  /\bNaN\b|\[object Object\]|\bInvalid Date\b|(?<![\p{L}\w])undefined(?![\p{L}\w])|\{\{\s*[\w.]+\s*\}\}|\$\{[\w.]+\}|<%=?\s*[\w.]+\s*%>|%\([\w]+\)s|(?:₹|Rs\.?)\s*(?:null|None)\b|\b(?:Dear|Hi|Hello|Namaste)\s+(?:null|None)\b/u;
const ABOUT_CODE =
  /`|\b(?:code|javascript|python|template|variable|json|html|regex|function|programming|null|NaN|undefined)\b|कोड|टेम्पलेट/iu;

export const unfilledValue: AlwaysOn = (heard) => {
  const { original } = heard.answer;
  const found = UNFILLED.exec(original);
  if (found === null || ABOUT_CODE.test(heard.question.original) || original.includes('```')) return null;
  return {
    reason: `A value was never filled in: ${found[0]}.`,
    evidence: around(original, found.index, found.index + found[0].length),
  };
};
