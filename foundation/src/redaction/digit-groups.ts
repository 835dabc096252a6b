/** Groups of digits that stand together, and the numbers that could be read from them. */
import type { Stretch } from './identifier.ts';
import { isParted, type Reading } from './reading.ts';

export interface NumberRead extends Stretch {
  digits: string;
  /** How many digits each group has: `4 4 4` of `2824 5658 0003`. */
  shape: number[];
  /** What stands between the groups, all together. */
  joins: string;
  /** A + stands right before. */
  hasPlus: boolean;
  /**
   * False inside a row of equal groups that does not divide into numbers of this length: the card of `4-4-4-4` holds
   * no Aadhaar. Where words say what it is, `2832 9937 5102 2019` may be one after all.
   */
  isWhole: boolean;
  /** The group before with its +, when it belongs to the same run: `+1` or `1` of `+1 987 654 3210`. */
  codeBefore: string | null;
}

const RUN = /\d+(?:[ \t.\-_/()·•|]{1,3}\d+)*/g;
/** No number that is looked for is shorter. */
export const NUMBER_FORM = /\d(?:[ \t.\-_/()·•|]{0,3}\d){8}/;
const GROUP = /\d+/g;
/** Two groups of ten digits side by side are two numbers, whatever parts them. */
const SHORTEST_ALONE = 10;
const PARTS_NUMBERS = /[\s/|]/;
const LETTER_OR_DIGIT = /[A-Za-z0-9]/;
/** `9876543210pe bhejo`: Hindi postpositions are often typed onto the number. */
const POSTPOSITION = /^(?:pe|par|ko|se|hai|ka|ki|ke|me|mein)(?![A-Za-z0-9])/i;
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/;

export interface NumberForm {
  least: number;
  most: number;
  /** Asked of the digits alone, before anything else. */
  fits: (digits: string) => boolean;
}

/**
 * All numbers of the form that can be read from groups of the text, leftmost first and of those the longest first.
 * A number never begins or ends inside a group, nor at a hyphen or a dot (`421-8179525-0381264` is one number).
 */
export function numbersIn(reading: Reading, form: NumberForm): NumberRead[] {
  const numbers: NumberRead[] = [];
  for (const run of reading.text.matchAll(RUN)) {
    if (run[0].length < form.least || (run[0].includes('.') && IPV4.test(run[0]))) continue;
    const groups = groupsOf(run[0], run.index);
    for (let first = 0; first < groups.length; first += 1) {
      numbers.push(...numbersFrom(reading, groups, first, form));
    }
  }
  return numbers;
}

interface Group extends Stretch {
  digits: string;
  /** The groups of the same length around it, itself among them. */
  row: { first: number; size: number };
}

function groupsOf(run: string, offset: number): Group[] {
  const groups: Group[] = [];
  for (const { 0: digits, index } of run.matchAll(GROUP)) {
    const before = groups.at(-1);
    const row = before?.digits.length === digits.length ? before.row : { first: groups.length, size: 0 };
    row.size += 1;
    groups.push({ start: offset + index, end: offset + index + digits.length, digits, row });
  }
  return groups;
}

function numbersFrom(reading: Reading, groups: readonly Group[], first: number, form: NumberForm): NumberRead[] {
  const numbers: NumberRead[] = [];
  const before = groups[first - 1];
  if (!isParting(reading, before, groups[first])) return numbers;
  let digits = '';
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits;
    if (digits.length > form.most) break;
    if (digits.length < form.least || !form.fits(digits)) continue;
    const end = groups[last]?.end ?? 0;
    if (isParting(reading, groups[last], groups[last + 1]) && isFree(reading, end)) {
      numbers.unshift(numberOf(reading.text, groups, first, last));
    }
  }
  return numbers;
}

/** One number may end and another begin between the two. */
function isParting({ text }: Reading, before: Group | undefined, after: Group | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  const areTwoNumbers = before.row === after.row && before.digits.length >= SHORTEST_ALONE;
  return areTwoNumbers || PARTS_NUMBERS.test(text.slice(before.end, after.start));
}

function dividesRow(groups: readonly Group[], first: number, last: number): boolean {
  const { row } = groups[first] as Group;
  const closing = groups[last] as Group;
  const size = last - first + 1;
  if (row === closing.row) return row.size % size === 0 && (first - row.first) % size === 0;
  return row.first === first && closing.row.first + closing.row.size - 1 === last;
}

function numberOf(text: string, all: readonly Group[], first: number, last: number): NumberRead {
  const groups = all.slice(first, last + 1);
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const before = all[first - 1];
  return {
    start,
    end,
    digits: groups.map((group) => group.digits).join(''),
    shape: groups.map((group) => group.digits.length),
    joins: text.slice(start, end).replace(/\d/g, ''),
    hasPlus: hasPlus(text, start),
    isWhole: dividesRow(all, first, last),
    codeBefore:
      before === undefined ? null : text.slice(before.start - (hasPlus(text, before.start) ? 1 : 0), before.end),
  };
}

function hasPlus(text: string, start: number): boolean {
  return /\+\(?$/.test(text.slice(Math.max(0, start - 2), start));
}

function isFree(reading: Reading, end: number): boolean {
  const touches = LETTER_OR_DIGIT.test(reading.text.charAt(end)) && !isParted(reading, end);
  return !touches || POSTPOSITION.test(reading.text.slice(end, end + 6));
}

/** Takes the first of the numbers that fit, leaving out what overlaps one taken before. */
export function apart<Place extends Stretch>(places: readonly Place[]): Place[] {
  const taken: Place[] = [];
  for (const place of places) if (place.start >= (taken.at(-1)?.end ?? 0)) taken.push(place);
  return taken;
}
