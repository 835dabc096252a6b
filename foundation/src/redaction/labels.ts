/**
 * What the words around a number say it is. A number without a check digit (a bank account) is known only by its
 * label, and one that merely has the form of an identifier (an order of ten digits) is let go by its label.
 */
import type { Stretch } from './identifier.ts';
import { COPULA, LABEL_WORDS, type Label, NUMBER_NOUN, TIE, type Words } from './label-words.ts';
import { isParted, PLACEHOLDERS, type Reading } from './reading.ts';

export interface Labels {
  /** The label the number carries: right before it, or after it with a word that ties the two. */
  named: Label | null;
  /** The nearest label before it in the same stretch of text, whatever stands between. */
  near: Label | null;
  /** The label right after it. */
  after: Label | null;
}

const SIGNS = '[\\s:;#=()\\[\\]"\'“”*_/.|>-]';

/** Nukta dots, pre-composed vowels and the ৰ of Assamese are typed in more than one way; both sides are brought to one. */
const evened = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u200c\u200d]/g, '')
    .replaceAll('ৰ', 'র');

const LATIN = (words: string) => `(?<![a-z])(?:${words})(?![a-z])`;
/** Indic words may go on with an ending. */
const INDIC = (words: string) => `(?<![\\p{L}\\p{M}])(?:${evened(words)})[\\p{L}\\p{M}]*`;
const wordOf = ({ latin, indic }: Words) => `(?:${LATIN(latin)}|${INDIC(indic)})`;

/** One group a label; where two begin alike (`google account`, `phone pe`) the one that comes first wins. */
const LABELS = (['other', 'upi', ...Object.keys(LABEL_WORDS)] as Label[]).filter(
  (label, i, all) => all.indexOf(label) === i,
);
const LATIN_LABEL = new RegExp(LATIN(LABELS.map((label) => `(${LABEL_WORDS[label].latin})`).join('|')), 'gi');
const INDIC_LABEL = new RegExp(INDIC(LABELS.map((label) => `(${LABEL_WORDS[label].indic})`).join('|')), 'gu');
const ALONE = Object.fromEntries(
  LABELS.map((label) => [
    label,
    {
      latin: new RegExp(LATIN(LABEL_WORDS[label].latin), 'i'),
      indic: new RegExp(INDIC(LABEL_WORDS[label].indic), 'u'),
    },
  ]),
) as Record<Label, { latin: RegExp; indic: RegExp }>;
const ONLY_TIES = new RegExp(`^(?:${SIGNS}|${wordOf(NUMBER_NOUN)}|${wordOf(TIE)})*$`, 'iu');
/** Before a label that follows its number; a comma or a full stop would begin something new. */
const LEADING_TIES = new RegExp(`^(?:[\\s:=()"'“”-]|${wordOf(TIE)})*`, 'iu');
const HAS_COPULA = new RegExp(`=|${wordOf(COPULA)}`, 'iu');
const LEADING_NOUN = new RegExp(`^[\\s_]*${wordOf(NUMBER_NOUN)}`, 'iu');
const NEXT_NUMBER = /^[\s:;#=.-]*\d/;
const BEYOND_ASCII = /[^ -~\s]/;

const REACH_BEFORE = 48;
const REACH_AFTER = 40;

export function labelsOf(reading: Reading, place: Stretch): Labels {
  const before = wordsBefore(reading, place.start);
  const last = labelsIn(before).sort((a, b) => b.end - a.end || a.start - b.start)[0];
  const isTied = last !== undefined && ONLY_TIES.test(before.slice(last.end)) && !isLastColumn(before, last);
  const after = labelAfter(wordsAfter(reading, place.end));
  return {
    named: isTied ? last.label : after?.isTied ? after.label : null,
    near: last?.label ?? null,
    after: after?.label ?? null,
  };
}

/** `account_number,ifsc,amount` and a new line: the last heading of a row is not that of the first cell below. */
function isLastColumn(before: string, { start, end }: Stretch): boolean {
  return before.slice(end).includes('\n') && /[,;|\t][^,;|\t\n]*$/.test(before.slice(0, start));
}

/** Whether a word of that label stands within reach, before or after. */
export function mentions(reading: Reading, place: Stretch, label: Label): boolean {
  const around = `${wordsBefore(reading, place.start)} ${wordsAfter(reading, place.end)}`;
  return labelsIn(around).some((found) => found.label === label);
}

/** Whether a word of that label stands anywhere: the cheap question before `labelsOf` is asked of each number. */
export function speaksOf({ text, heading }: Reading, label: Label): boolean {
  const all = heading === '' ? text : `${spelledOut(heading)} ${text}`;
  const { latin, indic } = ALONE[label];
  return latin.test(all) || (BEYOND_ASCII.test(all) && indic.test(evened(all)));
}

/** The number is the tail of a code or a path: `AWB-9876543210`, `/orders/9876543210`; not `mob9876543210`, `Rahul-98…`. */
export function isCodeTail(reading: Reading, { start }: Stretch, named: Label | null): boolean {
  if ((named !== null && named !== 'other') || isParted(reading, start)) return false;
  const [head] = /[A-Za-z][\w/-]*$/.exec(reading.text.slice(Math.max(0, start - REACH_BEFORE), start)) ?? [];
  return head !== undefined && !ONLY_TIES.test(head) && !/^[A-Z]?[a-z]+-$/.test(head);
}

function labelsIn(text: string) {
  const matches = [...text.matchAll(LATIN_LABEL)];
  if (BEYOND_ASCII.test(text)) matches.push(...text.matchAll(INDIC_LABEL));
  return matches.map((match) => ({
    label: LABELS[match.findIndex((group, i) => i > 0 && group !== undefined) - 1] as Label,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function labelAfter(text: string): { label: Label; isTied: boolean } | null {
  const [ties = ''] = LEADING_TIES.exec(text) ?? [];
  const next = labelsIn(text).find((found) => found.start === ties.length);
  if (next === undefined) return null;
  const [noun] = LEADING_NOUN.exec(text.slice(next.end)) ?? [];
  // `9876543210, order no 1234`: the label is of the number that comes.
  if (NEXT_NUMBER.test(text.slice(next.end + (noun?.length ?? 0)))) return null;
  return { label: next.label, isTied: noun !== undefined || HAS_COPULA.test(ties) };
}

/** Nothing reaches across what was found already: its label is its own. */
function wordsBefore({ text, heading }: Reading, start: number): string {
  if (start > REACH_BEFORE) {
    // A word cut in half may look like another one.
    const words = text.slice(start - REACH_BEFORE, start).replace(/^\S*/, '');
    return evened(words.split(PLACEHOLDERS).at(-1) ?? '');
  }
  const words = heading === '' ? text.slice(0, start) : `${spelledOut(heading)}: ${text.slice(0, start)}`;
  return evened(words.split(PLACEHOLDERS).at(-1) ?? '');
}

/** What was found after is still seen to be a number. */
function wordsAfter({ text }: Reading, end: number): string {
  const [words = '', found] = text.slice(end, end + REACH_AFTER).split(PLACEHOLDERS);
  return found === undefined ? evened(words) : `${evened(words)}0`;
}

/** `accountNo` and `account_no` read as words. */
const spelledOut = (key: string) => key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
