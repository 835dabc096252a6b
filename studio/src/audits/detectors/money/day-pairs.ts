/** Owns which weekday a text gives to which date: `Mon 7 Oct`, `7 October (Monday)`, `Mon-Sun, 7-13 October`. */
import { isInListItem } from '../clauses.ts';
import { daysIn } from './spans-of-dates.ts';
import { weekdayOf, weekdaysIn } from './weekdays.ts';

/** What a text takes for granted from the question: years and months that it leaves out. */
export interface Around {
  year: number | null;
  months: number[];
}

export interface DayPair {
  start: number;
  end: number;
  weekday: number;
  day: number;
  /** Years and months that the date may be of; one of each when the text names them. */
  year: number | null;
  months: number[];
  /** In an item of a list or a row of a table: part of a plan, never a quotation. */
  listed: boolean;
}

type Token =
  | { kind: 'weekday'; start: number; end: number; weekday: number }
  | { kind: 'date'; start: number; end: number; day: number; year: number | null; months: number[] };

const BARE_DAY =
  /^[\s,:(|*.-]{0,4}(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[\n,;:)|–—-]|\.\s|\.$))(?!\s*[:.]\d|[-–/]\d{1,2}:|\s*[-–]\s*\d)/u;
const BARE_DAY_BEFORE = /(?<![\d:./,-])(\d{1,2})(?:st|nd|rd|th)?\s*[,(|-]\s*$/u;
const GAP =
  /^[\s,.:|()"'–—=→-]*(?:(?:is|was|falls on|will be|is actually|falls|lands on|happens to be|को|के दिन|ko|the|of|on|a|an|hai|है|दिन|तारीख|tarikh|dated?|यानी|yaani|actually|ता\.?|दि\.?|तारीख़|তারিখ|தேதி|తేదీ|ದಿನಾಂಕ)[\s,.:|()–—-]*){0,3}$/iu;
const SPAN_GAP = /^\s*(?:-|–|—|to|se|से|till|through|முதல்|నుంచి|నుండి|ರಿಂದ|থেকে|થી|ਤੋਂ|ते)\s*$/iu;

function tokensOf(text: string, around: Around): Token[] {
  const dates = daysIn(text);
  const months = [...new Set(dates.map((date) => date.month))];
  const year = dates.find((date) => date.year !== null)?.year ?? around.year;
  const tokens: Token[] = dates.map((date) => ({
    kind: 'date',
    start: date.start,
    end: date.end,
    day: date.day,
    year: date.year ?? year,
    months: [date.month],
  }));
  const free = months.length > 0 ? [...new Set([...months, ...around.months])] : around.months;
  for (const found of weekdaysIn(text)) {
    tokens.push({ kind: 'weekday', start: found.start, end: found.end, weekday: found.day });
    const behind = BARE_DAY.exec(text.slice(found.end));
    const before = BARE_DAY_BEFORE.exec(text.slice(0, found.start));
    const digits = behind?.[1] ?? before?.[1];
    if (digits === undefined || free.length === 0) continue;
    const at = behind !== null ? found.end + behind[0].length - digits.length : found.start - (before?.[0].length ?? 0);
    if (tokens.some((token) => token.kind === 'date' && token.start < at + digits.length && at < token.end)) continue;
    const day = Number(digits);
    if (day >= 1 && day <= 31)
      tokens.push({ kind: 'date', start: at, end: at + digits.length, day, year, months: free });
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function pairOf(text: string, one: Token, other: Token): DayPair | null {
  const weekday = one.kind === 'weekday' ? one : other;
  const date = one.kind === 'date' ? one : other;
  if (weekday.kind !== 'weekday' || date.kind !== 'date') return null;
  return {
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    weekday: weekday.weekday,
    day: date.day,
    year: date.year,
    months: date.months,
    listed: isInListItem(text, one.start),
  };
}

function isSpan(text: string, from: Token | undefined, to: Token | undefined): boolean {
  if (from === undefined || to === undefined || from.kind !== to.kind) return false;
  return SPAN_GAP.test(text.slice(from.end, to.start));
}

/** Weekdays and dates that stand together on one line. `loose`: words may stand between a span of days and its dates. */
export function dayPairsIn(text: string, around: Around, loose = false): DayPair[] {
  const tokens = tokensOf(text, around);
  const pairs: DayPair[] = [];
  const push = (pair: DayPair | null) => {
    if (pair !== null) pairs.push(pair);
  };
  for (let index = 0; index < tokens.length; ) {
    const [one, two, three, four] = tokens.slice(index, index + 4);
    if (one === undefined || two === undefined) break;
    const gap = text.slice(one.end, two.start);
    if (three !== undefined && four !== undefined && isSpan(text, one, two) && isSpan(text, three, four)) {
      const between = text.slice(two.end, three.start);
      if (one.kind !== three.kind && (GAP.test(between) || loose) && !between.includes('\n')) {
        push(pairOf(text, one, three));
        push(pairOf(text, two, four));
        index += 4;
        continue;
      }
    }
    if (isSpan(text, one, two)) {
      index += 2;
      continue;
    }
    const opensSpan =
      two.kind !== one.kind &&
      isSpan(text, two, three) &&
      !(four !== undefined && four.kind !== three?.kind && GAP.test(text.slice(three?.end, four.start)));
    if (one.kind !== two.kind && !opensSpan && GAP.test(gap) && !gap.includes('\n')) {
      push(pairOf(text, one, two));
      index += 2;
    } else index += 1;
  }
  return pairs;
}

/** True or false as the calendar says; null when the year is not known. */
export function isTrue(pair: DayPair): boolean | null {
  const { year } = pair;
  if (year === null || pair.months.length === 0) return null;
  return pair.months.some((month) => weekdayOf(year, month, pair.day) === pair.weekday);
}
