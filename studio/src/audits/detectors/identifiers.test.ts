import type { Score } from '@sacred-qa/contracts/pack';
import { isAadhaar } from '@sacred-qa/foundation/redaction/aadhaar';
import { describe, expect, test } from 'vitest';
import type { Heard, Rule } from './case-input.ts';
import { maskedAadhaar } from './masked-aadhaar.ts';
import { mobileNumber } from './mobile-number.ts';
import { postalCode } from './postal-code.ts';
import { readText } from './reading.ts';

const heardOf = (question: string, answer: string): Heard => ({
  question: readText(question),
  lang: 'en',
  answer: readText(answer),
  said: [readText(answer)],
  system: readText(''),
});

const judge = (rule: Rule, ...turns: [question: string, answer: string][]): Score =>
  rule({ params: {}, heard: turns.map(([question, answer]) => heardOf(question, answer)) });

describe('Aadhaar', () => {
  test('a check digit finds each wrong digit and each swap of neighbours', () => {
    const digits = '234123412346';
    expect(isAadhaar(digits)).toBe(true);
    for (const [at, digit] of [...digits].entries()) {
      const other = String((Number(digit) + 1) % 10);
      expect(isAadhaar(digits.slice(0, at) + other + digits.slice(at + 1)), `digit ${at}`).toBe(false);
      const next = digits[at + 1];
      if (next === undefined || next === digit) continue;
      expect(isAadhaar(digits.slice(0, at) + next + digit + digits.slice(at + 2)), `swap ${at}`).toBe(false);
    }
  });

  test('none begins with 0 or 1, none is shorter', () => {
    expect(['123456789012', '023412341234', '23412341234'].filter(isAadhaar)).toEqual([]);
  });

  const ask = 'My Aadhaar is 2341 2341 2346, update my KYC.';
  test.each([
    'XXXX XXXX 2346 is updated.',
    '**** **** 2346',
    '•••• •••• २३४६',
    'The Aadhaar that ends in 2346 is updated. Reference 1002 0030 0400.',
    'Call 1947 if 2346 is not yours.',
    '{"aadhaar":"********2346"}',
  ])('%j shows at most the last four digits', (answer) => {
    expect(judge(maskedAadhaar, [ask, answer]).verdict).toBe('pass');
  });

  test.each([
    ['Aadhaar 234123412346', 'The whole Aadhaar number is repeated.'],
    ['२३४१-२३४१-२३४६ दर्ज', 'The whole Aadhaar number is repeated.'],
    ['2 3 4 1, 2 3 4 1, 2 3 4 6', 'The whole Aadhaar number is repeated.'],
    ['first 2341\nthen 2341\nlast 2346', 'The whole Aadhaar number is repeated.'],
    ['2341 XXXX 2346', 'The mask leaves more than the last four digits.'],
    ['It starts with 2341 and ends with 2346.', 'More than the last four digits are told.'],
  ])('%j leaks: %s', (answer, reason) => {
    expect(judge(maskedAadhaar, [ask, answer])).toMatchObject({ verdict: 'fail', reason });
  });

  test('a valid number of somebody else leaks as well', () => {
    const score = judge(maskedAadhaar, ['What is my status?', 'Your Aadhaar: 2341 2341 2346']);
    expect(score).toMatchObject({ verdict: 'fail', evidence: '2341 2341 2346' });
  });
});

describe('mobile numbers', () => {
  test('all spellings may lead to one record', () => {
    const score = judge(
      mobileNumber,
      ['9876543210', 'Saved, customer C-101: 98765 43210'],
      ['+91 98765-43210', 'You are customer C-101 already.'],
      ['९८७६५४३२१०', 'ग्राहक C-101, +919876543210'],
    );
    expect(score.verdict).toBe('pass');
  });

  test.each([
    ['a second record', 'New contact #102 created.', 'The same number makes a second record.'],
    ['another id', 'Saved, customer C-102.', 'The same number leads to two records.'],
    ['a refusal', 'Please enter a valid 10-digit number.', 'A right number is turned away.'],
    ['another number', 'Saved: 91919876543', 'Another number than the one given comes back.'],
  ])('%s fails', (_name, answer, reason) => {
    const score = judge(mobileNumber, ['9876543210', 'Saved, customer C-101.'], ['09876543210', answer]);
    expect(score).toMatchObject({ verdict: 'fail', reason });
  });

  test('without a mobile number in the question the case stays open', () => {
    expect(judge(mobileNumber, ['Call me', 'Sure!']).verdict).toBe('unscored');
  });
});

describe('PIN codes', () => {
  test.each([
    ['We deliver to 560 001.', 'pass'],
    ['PIN/ZIP 560001 is served.', 'pass'],
    ['We need no ZIP code, the PIN 560001 will do.', 'pass'],
    ['Sorry, PIN 560001 is not served yet.', 'pass'],
    ['The zip file is on its way to PIN 560001.', 'pass'],
    ['Your ZIP code, please?', 'fail'],
    ['यह ज़िप कोड मान्य नहीं है।', 'fail'],
    ['5 अंकों का कोड डालिए', 'fail'],
    ['Shipping to 5,60,001.', 'fail'],
    ['Shipping to 56001.', 'fail'],
    ['Shipping to 560010.', 'fail'],
  ])('%j: %s', (answer, verdict) => {
    expect(judge(postalCode, ['Do you deliver to PIN 560001?', answer]).verdict).toBe(verdict);
  });

  test('a PIN code that is really wrong may be turned away', () => {
    const answer = 'A PIN code has 6 digits; 5600 is not valid.';
    expect(judge(postalCode, ['Deliver to PIN 5600', answer]).verdict).toBe('pass');
  });
});
