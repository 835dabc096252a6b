import { expect, test } from 'vitest';
import { createTextCache } from './text-cache.ts';

test('when there are too many characters, the text that was not asked for longest goes first', () => {
  const cache = createTextCache(10);
  cache.set('a', '1234');
  cache.set('b', '1234');
  cache.get('a');
  cache.set('c', '1234');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['1234', undefined, '1234']);
});

test('a text set again counts once, and one longer than all may be is not kept', () => {
  const cache = createTextCache(10);
  for (let i = 0; i < 3; i += 1) cache.set('a', '12345');
  cache.set('b', '12345');
  cache.set('c', '12345678901');
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['12345', '12345', undefined]);
});
