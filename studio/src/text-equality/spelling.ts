/**
 * Letters for the question "would an Indian reader hold these two texts for the same": what is only another way to
 * store or to spell a letter is folded, what makes another word is not.
 */
import { foldClassNasals } from '../audits/detectors/class-nasals.ts';
import { foldLetters } from '../audits/detectors/letters.ts';

/** Words that a nukta, or a chandrabindu against an anusvara, makes another word: राज (reign) and राज़ (secret). */
const OTHER_WORD = new Set(
  'राज़ सज़ा गज़ बाज़ ज़रा ताज़ ख़ाना फ़न ज़ीना ज़ंग तेज़ जंग़ नुक़्ता हँस हँसी हँसना'.split(' ').map((word) => word.normalize('NFC')),
);
/** Keeps the fold away from such a word; a private-use letter is no part of any text. */
const KEPT = '\ue000';

const NUKTA_OR_BINDU = /[\u093c\u0901]/u;
const WORD = /[\p{L}\p{M}]+/gu;

/** Marks that Urdu readers supply themselves (short vowels, sukun; not shadda), and those for chanting. */
const SHORT_VOWELS = /[\u064b-\u0650\u0652\u0656-\u065f\u0670\u0615]/gu;

/** British and American spellings of one word, in both ways of ending. */
const AMERICAN: readonly [RegExp, string][] = [
  [/\b(col|fav|lab|hon|neighb|harb|rum|behavi)or(?=s|ed|ing|ite|able|al|\b)/g, '$1our'],
  [/\b(cent|lit|met|theat|fib)er(?=s|\b)/g, '$1re'],
  [/\b(\p{L}{3,})iz(e|ed|es|ing|ation)\b/gu, '$1is$2'],
  [/\bprogram(?=s|\b)/g, 'programme'],
  [/\b(cancel|travel|label|model|fuel)(ed|ing)\b/g, '$1l$2'],
];

export function foldSpelling(text: string): string {
  let folded = text.normalize('NFC');
  if (NUKTA_OR_BINDU.test(folded)) {
    folded = folded.replace(WORD, (word) => (OTHER_WORD.has(word) ? word.replace(/[\u093c\u0901]/gu, KEPT) : word));
  }
  folded = foldLetters(folded)
    .replace(/\u06cc\u0654/gu, '\u0626')
    .replace(/\u06c3/gu, '\u06c1')
    .replace(SHORT_VOWELS, '')
    .replace(/[\u0964\u0965]/gu, '.')
    // Elided a and old spellings of Bengali and Assamese keep their apostrophe apart from quotes.
    .toLowerCase();
  folded = foldClassNasals(folded);
  const spelled = AMERICAN.reduce((one, [form, british]) => one.replace(form, british), folded);
  return foldHindiGlides(
    foldMalayalamNasal(spelled)
      .replace(/கோயில/gu, 'கோவில')
      .replace(/दुःख/gu, 'दुख')
      .replace(/(?<![\p{L}\p{M}])e-(?=[a-z]{2})/gu, 'e'),
  );
}

/** നൻമ is നന്മ, എൻറെ is എന്റെ: a chillu before its own class is only another way to store the conjunct. */
function foldMalayalamNasal(text: string): string {
  return text.replace(/ൻ\u0d4d?(?=[മറതദനധഥ])/gu, 'ന്');
}

/** गयी is गई, चाहिये is चाहिए, रुपये is रुपए: a glide between vowels at the end of a word. */
function foldHindiGlides(text: string): string {
  return text.replace(/(?<=\p{L}[\u093e\u093f\u0941]?)य([ीे])(?=[\u0902]?(?![\p{L}\p{M}]))/gu, (_all, sign: string) =>
    sign === 'ी' ? 'ई' : 'ए',
  );
}
