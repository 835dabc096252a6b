import { expect, test } from 'vitest';
import { answerOnPage, type Seen } from './answer-on-page.ts';

const seen = (...texts: string[]): Seen => ({
  blocks: texts.map((text) => ({ text: text.replace(/^~/, ''), isTyping: text.startsWith('~') })),
  busy: 0,
  isTooLarge: false,
});
const answer = (before: string[], now: string[], question = 'Q') =>
  answerOnPage(seen(...before), seen(...now), question);

test('the answer is what came after the question, between what stood there before', () => {
  expect(answer(['Hello', 'Footer'], ['Hello', 'Q', 'Line one', 'Line two', 'Footer'])).toBe('Line one\nLine two');
  expect(answer(['Hello'], ['Hello', 'Q'])).toBe('');
  expect(answer(['Hello'], ['Hello'])).toBe('');
});

test('an answer that was given before is read again, also when it is the greeting', () => {
  expect(answer(['Call us', 'Q', 'Call us', 'Footer'], ['Call us', 'Q', 'Call us', 'Q', 'Call us', 'Footer'])).toBe(
    'Call us',
  );
  expect(answer(['Hello', 'Footer'], ['Hello', 'Q', 'Hello', 'Footer'])).toBe('Hello');
});

test('names, times, signs of typing and read marks are no part of it', () => {
  const before = ['Asha Bot', 'Hello', '10:42 am'];
  expect(answer(before, [...before, 'You', 'Q', 'Seen', 'Asha Bot', '…', '~Asha'])).toBe('');
  expect(answer(before, [...before, 'You: Q', '10:43 am', 'Asha Bot', 'Yes.', '२ min ago'])).toBe('Yes.');
});

test('a page that changes its old lines, forgets them, or does not show the question is read as well', () => {
  expect(answer(['Hello (1 min)', 'Old'], ['Hello (2 min)', 'Old', 'Q', 'New'])).toBe('New');
  expect(answer(['A', 'B', 'C'], ['B', 'C', 'Q', 'New'])).toBe('New');
  expect(answer(['Hello', 'Footer'], ['Hello', 'New', 'Footer'])).toBe('New');
  expect(answer(['Hello 1', 'Footer'], ['Hello 2', 'Footer', 'New'])).toContain('New');
});

test('a question of several lines is known, and a list that stands newest first is read', () => {
  expect(answer(['Hello'], ['Hello', 'one', 'two  three', 'New'], 'one\ntwo three')).toBe('New');
  expect(answer(['Hello'], ['New', 'Q', 'Hello'])).toBe('New');
});
