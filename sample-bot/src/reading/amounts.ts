/** Owns the numbers in a message, in figures or in words, as Indians say and write them. */
import { type NumberWord, numberWords, SHORT_TIMES } from './number-words.ts';

export interface Amount {
  /** Place in the folded text. */
  start: number;
  end: number;
  value: number;
  /** Written with at least one digit. */
  figures: boolean;
  /** Words of number only, without a multiplier: `seven`, which counts only where a calculation is asked for. */
  bare: boolean;
  /** With a word of number in it: `2 lakh`. */
  spelled: boolean;
  /** Already written as the bot would write it: figures with commas. */
  grouped: boolean;
  isRupees: boolean;
  isPercent: boolean;
}

/** How words are read; `wholeOnly` leaves the halves and quarters of Indian speech out. */
export interface AmountReading {
  isRomanised: boolean;
  wholeOnly: boolean;
}

interface Token {
  start: number;
  end: number;
  figure: number | null;
  words: NumberWord[];
}

/** Figures inside a code such as 39J-49L are none. */
const TOKEN = /(?<![\p{L}\d]-?)\d+(?:,\d+)+(?:\.\d+)?|(?<![\p{L}\d]-?)\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu;
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const RUPEES_BEFORE = /(?:₹|(?<!\p{L})(?:rs|inr|रु|रू|रुपये|ரூ|రూ|ರೂ|রু|રૂ|ਰੁ|രൂ)\.?|টাকা)\s*$/u;
const RUPEES_AFTER =
  /^\s*(?:\/-|rs(?!\p{L})|inr(?!\p{L})|rup[aei]|रुप|रु(?!\p{L})|টাকা|রুপ|রূপ|રૂપ|ਰੁਪ|ଟଙ୍କା|ரூபா|రూపా|ರೂಪಾ|രൂപ|روپ)/u;
const PERCENT_AFTER =
  /^\s*(?:%|per\s?cent|pratishat|fis?adi|प्रतिशत|फीसदी|टक्के|শতাংশ|ટકા|ਫੀਸਦੀ|ਪ੍ਰਤੀਸ਼ਤ|ପ୍ରତିଶତ|சதவீத|சதவிகித|శాతం|ಶೇಕಡ|ಪ್ರತಿಶತ|ശതമാന|فیصد)/u;

function tokensOf(folded: string, reading: AmountReading): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const [text] = match;
    const start = match.index;
    const end = start + text.length;
    const last = tokens.at(-1);
    const short = Object.hasOwn(SHORT_TIMES, text) ? SHORT_TIMES[text] : undefined;
    if (/^\d/.test(text)) {
      if (text.includes(',') && !GROUPED.test(text)) continue;
      tokens.push({ start, end, figure: Number(text.replaceAll(',', '')), words: [] });
    } else if (short !== undefined && last?.figure != null && /^\s?$/.test(folded.slice(last.end, start))) {
      tokens.push({ start, end, figure: null, words: [{ kind: 'times', by: short }] });
    } else {
      const words = numberWords(text, reading.isRomanised).map((word) => (reading.wholeOnly ? whole(word) : word));
      if (words.length > 0) tokens.push({ start, end, figure: null, words });
    }
  }
  return tokens;
}

const whole = (word: NumberWord): NumberWord =>
  word.kind === 'shift'
    ? { kind: 'shift', by: 0 }
    : word.kind === 'count'
      ? { ...word, value: Math.floor(word.value) }
      : word;

/** Tokens that stand side by side and belong together, such as `2 lakh 75 hazaar` or `twenty-five`. */
function runsOf(folded: string, tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let counted = false;
  for (const token of tokens) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last === undefined ? null : folded.slice(last.end, token.start);
    const isCount = token.figure !== null || token.words.some((word) => word.kind === 'count');
    const lastIsTens = last?.words.some((word) => word.kind === 'count' && word.value >= 20 && word.value % 10 === 0);
    const afterCount =
      counted && isCount && !(lastIsTens && token.words.some((w) => w.kind === 'count' && w.value < 10));
    const spelled = token.figure === null && last?.figure === null;
    const glued = between !== null && (/^[\s-]*$/u.test(between) || (spelled && between === ' and '));
    if (run === undefined || !glued || afterCount) runs.push([token]);
    else run.push(token);
    counted = isCount;
  }
  return runs;
}

function worthOf(run: readonly Token[]): number {
  let total = 0;
  let group: number | null = null;
  let shift = 0;
  const settle = (): number => {
    const value = (group ?? 1) + shift;
    group = null;
    shift = 0;
    return value;
  };
  for (const token of run) {
    if (token.figure !== null) group = (group ?? 0) + token.figure;
    for (const word of token.words) {
      if (word.kind === 'count') group = (group ?? 0) + word.value;
      else if (word.kind === 'shift') shift = word.by;
      else if (word.by === 100) group = settle() * 100;
      else if (group === null && shift === 0 && total > 0) total *= word.by;
      else total += settle() * word.by;
    }
  }
  const rest: number = group === null && shift === 0 ? 0 : settle();
  return Math.round((total + rest) * 1e6) / 1e6;
}

/** All amounts of a folded text, in order. */
export function amountsIn(folded: string, reading: AmountReading): Amount[] {
  return runsOf(folded, tokensOf(folded, reading)).flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    const figures = run.some((token) => token.figure !== null);
    const words = run.flatMap((token) => token.words);
    if (isGiving(words, folded.slice(last.end))) return [];
    const before = folded.slice(Math.max(0, first.start - 10), first.start);
    const after = folded.slice(last.end, last.end + 14);
    return [
      {
        start: first.start,
        end: last.end,
        value: worthOf(run),
        figures,
        bare: !figures && !words.some((word) => word.kind !== 'count' || word.value % 1 !== 0),
        spelled: words.length > 0,
        grouped: words.length === 0 && folded.slice(first.start, last.end).includes(','),
        isRupees: RUPEES_BEFORE.test(before) || RUPEES_AFTER.test(after),
        isPercent: PERCENT_AFTER.test(after),
      },
    ];
  });
}

/** Hindi दो at the end of a sentence is `give`: जोड़ दो. */
function isGiving(words: readonly NumberWord[], after: string): boolean {
  const [only] = words;
  return words.length === 1 && only?.kind === 'count' && only.weak === true && /^\s*(?:[.!?।,]|$)/u.test(after);
}
