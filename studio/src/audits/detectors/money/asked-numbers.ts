/** Owns what a question about money gives to reckon with: amounts in any inflection, a percentage, years or months. */
import { type Amount, amountsIn } from '../amounts.ts';
import { foldLetters } from '../letters.ts';
import { numberWords } from '../number-words.ts';

const STEMS: [stem: string, word: string][] = [
  ['(?:இலட்ச|லட்ச)', 'லட்சம்'],
  ['கோடி', 'கோடி'],
  ['ஆயிர', 'ஆயிரம்'],
  ['లక్ష(?!న్నర)', 'లక్ష'],
  ['(?:కోట్ల|కోటి)', 'కోటి'],
  ['(?:వేల|వెయ్య)', 'వేల'],
  ['ಲಕ್ಷ', 'ಲಕ್ಷ'],
  ['ಕೋಟಿ', 'ಕೋಟಿ'],
  ['ಸಾವಿರ', 'ಸಾವಿರ'],
  ['ലക്ഷ', 'ലക്ഷം'],
  ['കോടി', 'കോടി'],
  ['ആയിര', 'ആയിരം'],
  ['(?:লাখ|লক্ষ)', 'লাখ'],
  ['কোটি', 'কোটি'],
  ['(?:হাজার|হেজাৰ)', 'হাজার'],
  ['લાખ', 'લાખ'],
  ['કરોડ', 'કરોડ'],
  ['હજાર', 'હજાર'],
  ['ଲକ୍ଷ', 'ଲକ୍ଷ'],
  ['କୋଟି', 'କୋଟି'],
  ['ହଜାର', 'ହଜାର'],
  ['लाख(?=ा)', 'लाख'],
  ['कोटी', 'कोटी'],
  ['हजार(?=ा)', 'हज़ार'],
];

const INFLECTED = STEMS.map(([stem, word]): [RegExp, string] => [
  new RegExp(`(?<![\\p{L}\\p{M}])${foldLetters(stem)}[\\p{L}\\p{M}]*`, 'giu'),
  foldLetters(word),
]);

/** The question with `ஐந்து லட்சத்தின்` as `ஐந்து லட்சம்`: amounts are found only in plain forms. */
export function plainMultipliers(question: string): string {
  return INFLECTED.reduce((text, [pattern, word]) => text.replace(pattern, word), question);
}

export const PER_CENT =
  'per\\s?cent|percentage|प्रतिशत|फीसदी|टक्के|pratishat|parsent|takke|শতাংশ|ટકા|ਫੀਸਦੀ|ਪ੍ਰਤੀਸ਼ਤ|ପ୍ରତିଶତ|சதவீத|சதவிகித|விழுக்காடு|శాతం|శాత|ಶೇಕಡಾ|ಪ್ರತಿಶತ|ശതമാന|فیصد';
const SHARE = new RegExp(
  `(\\d+(?:\\.\\d+)?|[\\p{L}\\p{M}]+)\\s*(?:%|(?:${foldLetters(PER_CENT)})[\\p{L}\\p{M}]*)`,
  'giu',
);
const PER_CENT_FIRST = new RegExp(
  `(?:${foldLetters('ಶೇಕಡಾ|ಶೇ|শতকরা|शेकडा|शेकडी')})\\.?\\s*(\\d+(?:\\.\\d+)?|[\\p{L}\\p{M}]+)`,
  'iu',
);

function numberOf(told: string): number | null {
  if (/^\d/.test(told)) return Number(told);
  const [word] = numberWords(told) ?? [];
  return word?.kind === 'small' || word?.kind === 'fixed' ? word.value : null;
}

/** The percentage of the question, and the question without it. */
export function shareIn(question: string): { percent: number; rest: string } | null {
  for (const match of [
    ...question.matchAll(SHARE),
    ...(PER_CENT_FIRST.exec(question) === null ? [] : [PER_CENT_FIRST.exec(question)]),
  ]) {
    const percent = numberOf(match?.[1] ?? '');
    if (match === null || match === undefined || percent === null) continue;
    return { percent, rest: question.replace(match[0], ' ') };
  }
  return null;
}

const YEARS = 'years?|yrs?|yr|साल|वर्षां?|वर्षे|saal|sal|বছর|বছৰ|வருட|ஆண்டு|సంవత్సర|ఏళ్ల|ఏండ్ల|ವರ್ಷ|വർഷ|વર્ષ|ਸਾਲ|ବର୍ଷ|سال';
const MONTHS =
  'months?|महीन|माह|महिन|mahin|maheen|maah|মাস|மாத|నెల|ತಿಂಗಳ|മാസ|મહિન|ਮਹੀਨ|ମାସ|ماہ|مہین|installments?|instalments?|EMIs|किस्त';

function spanOf(unit: string): RegExp {
  return new RegExp(`(\\d+(?:\\.\\d+)?|[\\p{L}\\p{M}]+)[\\s-]*(?:${foldLetters(unit)})`, 'giu');
}
const IN_YEARS = spanOf(YEARS);
const IN_MONTHS = spanOf(MONTHS);

function spansIn(question: string, pattern: RegExp): number[] {
  return [...question.matchAll(pattern)].flatMap((match) => {
    const value = numberOf(match[1] ?? '');
    return value === null ? [] : [value];
  });
}

/** The length of time that the question names, in months. */
export function monthsAsked(question: string): number | null {
  const [years] = spansIn(question, IN_YEARS);
  const [months] = spansIn(question, IN_MONTHS);
  if (years !== undefined) return years * 12 + (months !== undefined && months < 12 ? months : 0);
  return months ?? null;
}

/** Amounts of the question, whatever the inflection. */
export function amountsAsked(question: string): Amount[] {
  return amountsIn(plainMultipliers(question));
}
