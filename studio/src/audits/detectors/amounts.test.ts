import { describe, expect, test } from 'vitest';
import { amountsIn } from './amounts.ts';
import { foldLetters } from './letters.ts';

const valuesIn = (text: string) => amountsIn(foldLetters(text)).map((amount) => amount.value);
const firstOf = (text: string) => amountsIn(foldLetters(text))[0];

describe('an amount has one value, however it is written', () => {
  test.each<[string, number]>([
    ['₹1,50,000', 150_000],
    ['₹१,५०,०००/-', 150_000],
    ['1.5 lakh', 150_000],
    ['डेढ़ लाख', 150_000],
    ['dedh lakh', 150_000],
    ['ڈیڑھ لاکھ', 150_000],
    ['లక్షన్నర', 150_000],
    ['ஒன்றரை லட்சம்', 150_000],
    ['1.2L', 120_000],
    ['3Cr', 30_000_000],
    ['सवा सौ', 125],
    ['पौने दो सौ', 175],
    ['साढ़े बारह सौ', 1250],
    ['साडेतीन हजार', 3500],
    ['दीडशे', 150],
    ['আড়াইশো', 250],
    ['দেড় লাখ', 150_000],
    ['अढ़ाई हज़ार', 2500],
    ['दो करोड़ पैंतीस लाख', 23_500_000],
    ['2 lakh 75 hazaar', 275_000],
    ['forty-five lakh', 4_500_000],
    ['Rupees Two Crore Forty Lakh', 24_000_000],
    ['120 मिलियन', 120_000_000],
    ['1.200.000', 1_200_000],
    ['रु. 2,500.50', 2500.5],
  ])('%s is %d', (text, value) => {
    expect(valuesIn(text)).toEqual([value]);
  });
});

test('words alone are no amount without a multiplier, and a list is several numbers', () => {
  expect(valuesIn('two friends, एक बात')).toEqual([]);
  expect(valuesIn('5,12,18,28')).toEqual([5, 12, 18, 28]);
});

test.each([
  ['₹45,00,000', 'indian', 'rupee'],
  ['₹4,500,000', 'western', 'rupee'],
  ['₹450,000', 'western', 'rupee'],
  ['₹75,000', 'either', 'rupee'],
  ['4500000', 'none', 'none'],
  ['$1,200,000', 'western', 'foreign'],
  ['1,200,000 dollars', 'western', 'foreign'],
  ['৫,০০,০০০ টাকা', 'indian', 'rupee'],
  ['5,00,000 ரூபாய்', 'indian', 'rupee'],
])('%s is grouped %s, in %s', (text, grouping, currency) => {
  expect(firstOf(text)).toMatchObject({ grouping, currency });
});
