/** Owns names with initials: the initials of a question and the given name beside them, in Latin and Indian letters. */
import { foldLetters } from '../letters.ts';

export interface InitialedName {
  /** Single letters (with their vowel signs), in order, without dots. */
  initials: string[];
  /** The words of the name that are longer than a letter. */
  given: string[];
  whole: string;
}

const LETTER = '\\p{L}\\p{M}*';
const WORD = '\\p{L}[\\p{L}\\p{M}]+';
/** Latin initials are capitals; Indian scripts know no case, so there a full stop marks the initial. */
const INITIAL = `(?:\\p{Lu}(?:\\.\\s?|\\s)|(?!\\p{Script=Latin}|(?:डॉ|श्री|प्रो|कु|सौ|திரு|டாக்)\\.)${LETTER}(?:${LETTER})?\\.\\s?)`;
const NAME_WORD = `(?:\\p{Lu}\\p{Ll}{2,}|(?!\\p{Script=Latin})${WORD})`;
const INITIALED = new RegExp(
  `(?<![\\p{L}\\p{M}.])(${INITIAL}{1,4})(${NAME_WORD}(?: ${NAME_WORD}){0,2})(?![\\p{L}\\p{M}])`,
  'gu',
);
const BEHIND = /(?<![\p{L}\p{M}.])(\p{Lu}\p{Ll}{2,}) ((?:\p{Lu}\.?\s?){1,3})(?![\p{L}\p{M}])/gu;
const NOT_NAMES =
  /^(?:Am|Is|Dear|Write|Draft|Greet|Please|The|In|And|For|To|Email|Mail|Name|Full|My|को|के|का|जी|है|லுக்கு|அவர்களுக்கு|என்று|গারু|గారికి|ಅವರಿಗೆ|അവർകൾക്ക്)$/u;
/** Endings that case puts behind a name: கலாமுக்கு, సుబ్బులక్ష్మికి. The stem is enough to find it. */
const STEM_SHARE = 0.7;

function parts(initials: string, words: string): InitialedName {
  const given = words.split(' ').filter((word) => !NOT_NAMES.test(word));
  return {
    initials: initials.match(/[\p{L}\p{M}]+/gu) ?? [],
    given,
    whole: `${initials}${given.join(' ')}`.trim(),
  };
}

export function initialedNamesIn(text: string): InitialedName[] {
  const found = [...text.matchAll(INITIALED)].map((match) => parts(match[1] ?? '', match[2] ?? ''));
  const behind = [...text.matchAll(BEHIND)].map((match) => parts(match[2] ?? '', match[1] ?? ''));
  const named = found.length > 0 ? found : behind;
  return named.filter(
    (name) => name.given.length > 0 && !/^[IA]$/u.test(name.initials.join('')) && name.initials.length > 0,
  );
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A word of a name with whatever ending the sentence gives it. */
export function wordWithEnding(word: string): string {
  if (/^\p{Script=Latin}/u.test(word)) return `${escaped(word)}(?:'s)?(?![\\p{L}\\p{M}])`;
  const stem = word.slice(0, Math.max(2, Math.ceil(word.length * STEM_SHARE)));
  return `${escaped(stem)}[\\p{L}\\p{M}]*`;
}

/** The name said with all its initials, whatever stands between them. */
export function wholeNamePattern(name: InitialedName): RegExp {
  const initials = name.initials.map((one) => `${escaped(one)}[.\\s]*`).join('');
  return new RegExp(foldLetters(`(?<![\\p{L}\\p{M}])${initials}${name.given.map(wordWithEnding).join('\\s+')}`), 'iu');
}

export function givenPattern(name: InitialedName, flags = 'iu'): RegExp {
  return new RegExp(foldLetters(`(?<![\\p{L}\\p{M}])${name.given.map(wordWithEnding).join('\\s+')}`), flags);
}
