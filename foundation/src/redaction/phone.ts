/**
 * Indian mobile numbers: ten digits, the first 6 to 9, after +91, 91, 0091 or 0, or bare (Department of
 * Telecommunications, National Numbering Plan). Landlines, short codes and toll-free lines are left: what is published
 * to be called by everybody names nobody, and an audit must be able to show which helpline an answer gave.
 */
import { type NumberRead, numbersIn } from './digit-groups.ts';
import type { Stretch } from './identifier.ts';
import { isCodeTail, labelsOf, mentions } from './labels.ts';
import { isMoney } from './money.ts';
import type { Reading } from './reading.ts';

const MOBILE = /^(?:0091|910|091|91|0|)[6-9]\d{9}$/;
/** Helplines in the form of a mobile: iCall, AASRA, Vandrevala Foundation, National Commission for Women, NIMHANS. */
const PUBLIC_LINES = new Set(['9152987821', '9820466726', '9999666555', '7827170170', '8046110007']);
const USUAL_SHAPES = new Set(['10', '5 5', '3 3 4', '4 3 3', '3 4 3', Array(10).fill(1).join(' ')]);
/** North American toll-free numbers begin with a digit of ours and are written 3-3-4. */
const FOREIGN_TOLL_FREE = /^8(?:00|33|44|55|66|77|88)/;
/** Five pairs are a mobile as people read it aloud, but marks and draws of a lottery too: a word must speak of a number. */
const PAIRS = '2 2 2 2 2';
const SAID_NUMBER =
  /(?<![\p{L}\p{M}])(?:num|nbr|number|numbar|nambar|nos?|नंबर|नम्बर|নম্বর|নাম্বার|નંબર|ਨੰਬਰ|ନମ୍ବର|நம்பர்|எண்|నంబర్|నెంబర్|ನಂಬರ್|നമ്പർ|نمبر)(?![\p{L}])[^\d.!?।]{0,24}$/iu;
/** Codes of four to eight digits: what has ten is not one, and belongs to the words behind it. */
const SHORT_CODE =
  /(?<![\p{L}\p{M}])(?:otp|m?pin|pin ?code|zip|cvv|ओटीपी|पिन|ওটিপি|পিন|ઓટીપી|પિન|ਓਟੀਪੀ|ਪਿੰਨ|ଓଟିପି|ପିନ୍|ஓடிபி|பின்|ఓటీపీ|పిన్|ಒಟಿಪಿ|ಪಿನ್|ഒടിപി|പിൻ|پن)[\s:;#=,-]*$/iu;
const REACH = 32;
const ODD_JOINS = /[_·•|]/;

export function findPhones(reading: Reading): Stretch[] {
  return numbersIn(reading, { least: 10, most: 14, fits: isMobile })
    .filter((number) => isPhone(reading, number))
    .map((number) => ({ start: opening(reading, number), end: number.end }));
}

function isMobile(digits: string): boolean {
  return MOBILE.test(digits) && !PUBLIC_LINES.has(digits.slice(-10));
}

function isPhone(reading: Reading, number: NumberRead): boolean {
  const prefix = number.digits.slice(0, -10);
  if (isAbroad(number, prefix) || ODD_JOINS.test(number.joins) || isMoney(reading, number)) return false;
  if (number.hasPlus) return true;
  const shape = shapeWithout(number.shape, prefix.length);
  if (shape === '3 3 4' && FOREIGN_TOLL_FREE.test(number.digits)) return false;
  if (prefix === '0' && isDialledByTown(number.shape)) return false;
  const { named: label } = labelsOf(reading, number);
  const before = reading.text.slice(Math.max(0, number.start - REACH), number.start);
  const named = label === 'other' && SHORT_CODE.test(before) ? null : label;
  if (named === 'other' || named === 'bank_account' || (named === 'aadhaar' && prefix !== '')) return false;
  const isCalledPhone = named === 'phone';
  // Dots and slashes stand in dates, fractions and addresses far more than in phone numbers.
  const hasOddJoins = number.joins.includes('/') || (number.joins.includes('.') && shape !== '3 3 4' && !isCalledPhone);
  if (hasOddJoins || isCodeTail(reading, number, named)) return false;
  if (isCalledPhone) return true;
  if (!number.isWhole) return false;
  return (
    USUAL_SHAPES.has(shape) || (shape === PAIRS && (SAID_NUMBER.test(before) || mentions(reading, number, 'phone')))
  );
}

/** `+1 987 654 3210`, `1 800 273 8255`: the code is of another country. */
function isAbroad({ hasPlus, codeBefore, shape }: NumberRead, prefix: string): boolean {
  if (hasPlus) return !prefix.startsWith('91');
  return codeBefore !== null && (codeBefore.startsWith('+') || (codeBefore === '1' && shape.length > 1));
}

/** `080-46110007`: a landline with the code of its town. */
const isDialledByTown = ([code = 0, ...rest]: readonly number[]) => code > 2 && code < 6 && rest.length === 1;

/** How the ten digits are grouped once the prefix is taken off. */
function shapeWithout(shape: number[], prefixLength: number): string {
  const rest = [...shape];
  let left = prefixLength;
  while (left > 0 && rest.length > 0) {
    const group = rest.shift() as number;
    if (group > left) rest.unshift(group - left);
    left -= Math.min(left, group);
  }
  return rest.join(' ');
}

/** A + before belongs to the number, and so does a bracket that opens before and closes inside: `(+91) 98765-01234`. */
function opening({ text }: Reading, { start, joins }: NumberRead): number {
  const closesInside = joins.includes(')') && !joins.includes('(');
  const [before = ''] = /(?:\+\(|\(\+|[+(])$/.exec(text.slice(Math.max(0, start - 2), start)) ?? [];
  return start - (closesInside ? before : before.replace(/^\(/, '')).length;
}
