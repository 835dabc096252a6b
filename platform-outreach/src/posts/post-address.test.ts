import { expect, test } from 'vitest';
import { readPostAddress } from './post-address.ts';

test('an address as LinkedIn hands it out is kept without what was added on the way, and tells the id', () => {
  expect(readPostAddress(' https://www.linkedin.com/feed/update/urn:li:share:7380000000000000000/?utm=x#y ')).toEqual({
    url: 'https://www.linkedin.com/feed/update/urn:li:share:7380000000000000000/',
    urn: 'urn:li:share:7380000000000000000',
  });
  expect(readPostAddress('https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A738')).toMatchObject({
    urn: 'urn:li:activity:738',
  });
  expect(readPostAddress('https://in.linkedin.com/posts/meera_two-bugs-activity-7380000000000000000-x1Yz')).toEqual({
    url: 'https://in.linkedin.com/posts/meera_two-bugs-activity-7380000000000000000-x1Yz',
    urn: 'urn:li:activity:7380000000000000000',
  });
  expect(readPostAddress('https://lnkd.in/abc')).toEqual({ url: 'https://lnkd.in/abc', urn: null });
});

test.each([
  '',
  'two-bugs',
  'http://www.linkedin.com/posts/a',
  'https://www.linkedin.com/',
  'https://linkedin.com.evil.example/posts/a',
  'https://evil.example/linkedin.com',
  'https://u:p@www.linkedin.com/posts/a',
  'javascript:alert(1)',
])('%s is no address of a post', (given) => {
  expect(readPostAddress(given)).toBeNull();
});
