/**
 * Bank account numbers: nine to eighteen digits (the lengths that NPCI's payment systems take). Each bank numbers its
 * accounts in its own way, without a common form or check digit, so only the words around tell one.
 */
import { type NumberRead, numbersIn } from './digit-groups.ts';
import type { Stretch } from './identifier.ts';
import { isCodeTail, labelsOf, speaksOf } from './labels.ts';
import { isMoney } from './money.ts';
import { placeholder, type Reading } from './reading.ts';

/** Lines that are free or shared-cost to call: 1800 and 1860. */
const TOLL_FREE = /^18[06]0\d{6,7}$/;
const ODD_JOINS = /[_·•|./()]/;
const IFSC_AFTER = new RegExp(`^[\\s,;/|:-]{1,4}(?:ifsc(?: code)?[\\s:-]{0,3})?${placeholder('ifsc')}`, 'i');
const IFSC_BEFORE = new RegExp(`${placeholder('ifsc')}[\\s,;/|:-]{1,4}$`);

export function findBankAccounts(reading: Reading): Stretch[] {
  const mayBeCalledOne = reading.text.includes(placeholder('ifsc')) || speaksOf(reading, 'bank_account');
  if (!mayBeCalledOne) return [];
  return numbersIn(reading, { least: 9, most: 18, fits: isNotTollFree }).filter((number) => {
    if (number.hasPlus || !number.isWhole || ODD_JOINS.test(number.joins)) return false;
    return !isMoney(reading, number) && isCalledAccount(reading, number);
  });
}

const isNotTollFree = (digits: string) => !TOLL_FREE.test(digits);

function isCalledAccount(reading: Reading, number: NumberRead): boolean {
  const { named, near, after } = labelsOf(reading, number);
  if (named !== null) return named === 'bank_account';
  if (number.shape.length > 1 || isCodeTail(reading, number, named)) return false;
  return near === 'bank_account' || (near === null && after === 'bank_account') || isBesideIfsc(reading, number);
}

/** People send the two together: `1462145656256, CNRB0017382`. */
function isBesideIfsc({ text }: Reading, { start, end }: Stretch): boolean {
  return IFSC_AFTER.test(text.slice(end, end + 20)) || IFSC_BEFORE.test(text.slice(Math.max(0, start - 5), start));
}
