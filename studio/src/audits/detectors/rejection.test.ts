import { describe, expect, test } from 'vitest';
import { clausesOf, sentencesOf } from './clauses.ts';
import { foldLetters } from './letters.ts';
import { has } from './lexicon.ts';
import { isDenied, isSetAside, PAST } from './rejection.ts';

const placeOf = (answer: string, piece: string): [string, number, number] => {
  const text = foldLetters(answer);
  const start = text.indexOf(foldLetters(piece));
  if (start < 0) throw new Error(`${piece} is not in the answer`);
  return [text, start, start + foldLetters(piece).length];
};

describe('sentences and clauses', () => {
  test.each([
    ['Pay Rs. 500 to Dr. Rao. Then wait!', ['Pay Rs. 500 to Dr. Rao', 'Then wait']],
    ['पहला वाक्य। दूसरा वाक्य॥ तीसरा?', ['पहला वाक्य', 'दूसरा वाक्य', 'तीसरा']],
    ['شکریہ۔ کل آئیں؟', ['شکریہ', 'کل آئیں']],
    ['- one\n- two', ['- one', '- two']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(foldLetters(text)).map((one) => one.text.trim())).toEqual(sentences);
  });

  test('a comma or a colon inside a number parts nothing', () => {
    expect(clausesOf('At 03:30 pay ₹1,50,000, not later: today').map((one) => one.text.trim())).toEqual([
      'At 03:30 pay ₹1,50,000',
      'not later',
      'today',
    ]);
  });
});

describe('quoted to be set aside', () => {
  test.each([
    ['Write ₹45,00,000, not 4,500,000.', '4,500,000'],
    ['Use 1,20,00,000 instead of 12,000,000', '12,000,000'],
    ['❌ 911', '911'],
    ['American style 4,500,000', '4,500,000'],
    ['12,000,000 न लिखें', '12,000,000'],
    ['500,000 என்று எழுத வேண்டாம்', '500,000'],
    ['911 పనిచేయదు', '911'],
    ['July, that is the US reading', 'July'],
  ])('%j sets aside %s', (answer, piece) => {
    expect(isSetAside(...placeOf(answer, piece))).toBe(true);
  });

  test.each([
    ['The amount is 4,500,000. Not bad!', '4,500,000'],
    ['Call 911 but do not panic', '911'],
    ['यह 12,000,000 होगा, चिंता न करें', '12,000,000'],
  ])('%j does not set aside %s', (answer, piece) => {
    expect(isSetAside(...placeOf(answer, piece))).toBe(false);
  });

  test('a denial is plainer than setting aside', () => {
    expect(isDenied(...placeOf('no new contact was made', 'new contact'))).toBe(true);
    expect(isDenied(...placeOf('a wrong new contact', 'new contact'))).toBe(false);
  });

  test('what was once is not what is now, in any language', () => {
    for (const past of ['12% was removed', 'पुराना 12%', '12% हटा दी गई', 'পুরনো হার', 'பழைய விகிதம்', 'రద్దు']) {
      expect(has(foldLetters(past), PAST), past).toBe(true);
    }
    expect(has('12% applies', PAST)).toBe(false);
  });
});
