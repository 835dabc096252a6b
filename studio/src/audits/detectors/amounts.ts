/**
 * Owns the numbers that an answer states: figures in Indian or Western grouping, with lakh, crore or thousand behind
 * them, or in words. Works on folded text (see reading.ts) and knows nothing of what a number means.
 */
import { type NumberWord, numberWords, SHORT_MULTIPLIER } from './number-words.ts';

type Grouping = 'none' | 'either' | 'indian' | 'western';
type Currency = 'rupee' | 'foreign' | 'none';

export interface Amount {
  start: number;
  end: number;
  text: string;
  value: number;
  /** How the figure itself is grouped; `either`: three digits after one comma, as both systems write it. */
  grouping: Grouping;
  currency: Currency;
  /** True when at least one digit was written. */
  figures: boolean;
}

interface Token {
  start: number;
  end: number;
  figure: { value: number; grouping: Grouping } | null;
  words: NumberWord[];
}

const FIGURE = /\d{1,3}(?:\.\d{3}){2,}(?![\d])|\d+(?:,\d+)*(?:\.\d+)?/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const RUPEE_BEFORE = /(?:₹|(?<!\p{L})(?:Rs\.?|INR|रु\.?|रू\.?|रुपये|ரூ\.?|రూ\.?|ರೂ\.?|রু\.?|৳|টাকা|ଟଙ୍କା|રૂ\.?|ਰੁ\.?))\s*:?\s*$/iu;
const RUPEE_AFTER =
  /^\s*(?:\/-|(?:rupees?|rupay[ae]?|rupaye|rupaiye|rs|inr)(?![\p{L}])|रुप|रु(?!\p{L})|টাকা|টকা|ৰূপা|રૂપિ|ਰੁਪ|ଟଙ୍କା|ரூபா|రూపా|ರೂಪಾ|രൂപ|روپ)/iu;
const FOREIGN_BEFORE = /(?:[$€£¥]|(?<!\p{L})(?:USD|EUR|GBP|AED|US\$))\s*$/iu;
const FOREIGN_AFTER = /^\s*(?:dollars?|USD|euros?|pounds?|dirhams?|डॉलर)/iu;

function groupingOf(figure: string): Grouping | 'list' {
  const whole = figure.split('.')[0] ?? figure;
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(figure)) return 'western';
  if (!whole.includes(',')) return 'none';
  if (/^\d{1,3},\d{3}$/.test(whole)) return whole.length === 7 ? 'western' : 'either';
  if (/^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)) return 'indian';
  if (/^\d{1,3}(?:,\d{3})+$/.test(whole)) return 'western';
  return 'list';
}

function figureTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const grouping = groupingOf(match[0]);
    if (grouping !== 'list') {
      const dotted = /^\d{1,3}(?:\.\d{3}){2,}$/.test(match[0]);
      const value = Number(match[0].replaceAll(dotted ? '.' : ',', ''));
      tokens.push({ start: match.index, end: match.index + match[0].length, figure: { value, grouping }, words: [] });
      continue;
    }
    for (const part of match[0].matchAll(/\d+(?:\.\d+)?/g)) {
      const start = match.index + part.index;
      tokens.push({
        start,
        end: start + part[0].length,
        figure: { value: Number(part[0]), grouping: 'none' },
        words: [],
      });
    }
  }
  return tokens;
}

function tokensOf(text: string): Token[] {
  const tokens = figureTokens(text);
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const short = SHORT_MULTIPLIER[match[0].toLowerCase()];
    if (short !== undefined && /\d\s?$/.test(text.slice(0, start))) {
      tokens.push({ start, end, figure: null, words: [{ kind: 'times', value: short }] });
      continue;
    }
    const found = numberWords(match[0]);
    if (found !== null) tokens.push({ start, end, figure: null, words: found });
  }
  return tokens.sort((a, b) => a.start - b.start);
}

const GLUE = /^(?:[\s-]*|\s+and\s+)$/iu;

/** Numbers that stand side by side and may form one amount, such as `2 lakh 75 hazaar`. */
function runsOf(text: string): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const token of tokensOf(text)) {
    const last = run.at(-1);
    const joined = last !== undefined && GLUE.test(text.slice(last.end, token.start));
    const twoFigures = last?.figure != null && token.figure !== null;
    if (last !== undefined && (!joined || twoFigures)) {
      runs.push(run);
      run = [];
    }
    run.push(token);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Folds one run into a number: total + (unit × multiplier), as Indian number words are said. Null: no amount. */
function sumOf(run: Token[]): number | null {
  let total = 0;
  let unit: number | null = null;
  let shift: { by: number; base: number | null } | null = null;
  let lastTimes = Number.POSITIVE_INFINITY;
  let told = run.some((token) => token.figure !== null);
  const settle = (): number => {
    const value = shift === null ? (unit ?? 1) : (unit ?? shift.base ?? 1) + shift.by;
    unit = null;
    shift = null;
    return value;
  };
  for (const token of run) {
    if (token.figure !== null) unit = token.figure.value;
    for (const word of token.words) {
      if (word.kind === 'small') unit = (unit ?? 0) + word.value;
      else if (word.kind === 'fixed') unit = (unit ?? 0) + word.value;
      else if (word.kind === 'shift') shift = { by: word.by, base: word.base };
      else if (word.value > lastTimes && unit === null && shift === null) {
        total *= word.value;
        lastTimes = word.value;
        told = true;
      } else {
        total += settle() * word.value;
        lastTimes = word.value;
        told = true;
      }
    }
  }
  if (!told) return null;
  if (unit !== null || shift !== null) total += settle();
  return Math.round(total * 1e6) / 1e6;
}

function currencyAt(text: string, start: number, end: number): Currency {
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 14);
  if (FOREIGN_BEFORE.test(before) || FOREIGN_AFTER.test(after)) return 'foreign';
  return RUPEE_BEFORE.test(before) || RUPEE_AFTER.test(after) ? 'rupee' : 'none';
}

/** All amounts of a folded text, in order. Words alone (`two`) are no amount unless a multiplier follows. */
export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const run of runsOf(text)) {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    const value = sumOf(run);
    if (value === null) continue;
    amounts.push({
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      value,
      grouping: run.find((token) => token.figure !== null)?.figure?.grouping ?? 'none',
      currency: currencyAt(text, first.start, last.end),
      figures: run.some((token) => token.figure !== null),
    });
  }
  return amounts;
}
