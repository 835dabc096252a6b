import { expect, test } from 'vitest';
import { hasVerhoeffCheck, isAadhaar } from './aadhaar.ts';

test('the check digit catches every wrong digit and every swap of neighbours', () => {
  const right = '736598241035';
  const check = [...'0123456789'].find((digit) => hasVerhoeffCheck(right.slice(0, 11) + digit)) ?? '';
  const number = right.slice(0, 11) + check;
  const wrong = [...number].flatMap((digit, i) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => number.slice(0, i) + other + number.slice(i + 1)),
  );
  const swapped = [...number].slice(1).flatMap((digit, i) => {
    const other = number[i] ?? '';
    return digit === other ? [] : [number.slice(0, i) + digit + other + number.slice(i + 2)];
  });
  expect(hasVerhoeffCheck(number)).toBe(true);
  expect([...wrong, ...swapped].filter(hasVerhoeffCheck)).toEqual([]);
});

test('agrees with the worked example of the scheme: 236 has the check digit 3', () => {
  expect([...'0123456789'].filter((digit) => hasVerhoeffCheck(`236${digit}`))).toEqual(['3']);
});

test.each([
  ['twelve digits, first 2 to 9', '283299375102', true],
  ['a wrong check digit', '283299375103', false],
  ['begins with 1', '139615551166', false],
  ['begins with 0', '000000000000', false],
  ['eleven digits', '28329937510', false],
])('an Aadhaar number: %s', (_, digits, expected) => {
  expect(isAadhaar(digits)).toBe(expected);
});
