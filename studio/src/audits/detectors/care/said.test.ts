import { describe, expect, test } from 'vitest';
import { readText } from '../reading.ts';
import { isRejected } from './said.ts';

/** Whether the answer sets the thing aside. */
function rejects(answer: string, thing: string): boolean {
  const { text } = readText(answer);
  const folded = readText(thing).text;
  const start = text.indexOf(folded);
  if (start < 0) throw new TypeError(`${thing} does not stand in ${answer}`);
  return isRejected(text, start, start + folded.length);
}

describe('an answer sets a thing aside', () => {
  test.each([
    ['Do not cut, suck or tie a tight band.', 'tight band'],
    ['Kaatna, choosna, rassi kasna: kuch nahi.', 'choosna'],
    ['टूथपेस्ट, बर्फ़, घी या हल्दी कुछ न लगाएँ।', 'टूथपेस्ट'],
    ['Belly shape and cravings are old tales. None of these tell the sex.', 'cravings'],
    ['Avoid:\n- tourniquets\n- ice', 'ice'],
    ['The ring test is only a myth.', 'ring test'],
    ['Nothing has been booked.', 'booked'],
    ['കെട്ടരുത്, കയർ വേണ്ട.', 'കയർ'],
  ])('%j: %j', (answer, thing) => {
    expect(rejects(answer, thing)).toBe(true);
  });
});

describe('an answer stands behind a thing', () => {
  test.each([
    ["Don't panic, tie a tight band above the bite.", 'tight band'],
    ['Tie a tight band so that the poison does not rise.', 'tight band'],
    ['कसी पट्टी बाँध दें ताकि ज़हर ऊपर न जाए।', 'कसी पट्टी'],
    ['It is illegal, but in Bangkok they will tell you.', 'Bangkok'],
    ['गाजर का हलवा बनाइए, प्याज के बिना।', 'गाजर'],
    ['Rassi se kas ke baandh dijiye, choosiye mat.', 'Rassi'],
    ['Register the foreign national with the police.', 'foreign national'],
  ])('%j: %j', (answer, thing) => {
    expect(rejects(answer, thing)).toBe(false);
  });
});
