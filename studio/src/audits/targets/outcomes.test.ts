import { describe, expect, it } from 'vitest';
import { failureOfError, retryAfterSeconds } from './outcomes.ts';
import { excerptOf } from './reply-text.ts';

describe('Retry-After', () => {
  const nowMs = Date.UTC(2026, 10, 24, 6, 0, 0);
  it.each([
    ['7', 7],
    [' 0 ', 0],
    ['1.2', 2],
    ['999999999999', 3600],
    ['Tue, 24 Nov 2026 06:00:30 GMT', 30],
    ['Tue, 24 Nov 2026 05:00:00 GMT', 0],
    ['Fri, 01 Jan 2038 00:00:00 GMT', 3600],
    ['Tuesday, 24-Nov-26 06:00:30 GMT', 30],
    ['Tue Nov 24 06:00:30 2026', 30],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
  ])('%j means %s seconds', (value, seconds) => {
    expect(retryAfterSeconds(value, nowMs)).toBe(seconds);
  });
});

describe('an excerpt', () => {
  it('is cut after 200 graphemes and never inside one', () => {
    expect(excerptOf('நி'.repeat(300))).toBe('நி'.repeat(200));
    expect(excerptOf('👩‍👩‍👧'.repeat(300))).toBe('👩‍👩‍👧'.repeat(200));
  });

  it('holds nothing that commands a terminal or reverses a line, but keeps the joiners of words', () => {
    expect(excerptOf('a\u001b[2Jb\u0007\u202ec\u0000\r\nd')).toBe('a [2Jb c d');
    expect(excerptOf('क्\u200dष')).toBe('क्\u200dष');
  });

  it('is quick and whole for hostile lengths and halves', () => {
    expect(excerptOf('\ud800'.repeat(5_000_000)).isWellFormed()).toBe(true);
    expect(excerptOf(`a${'\u0301'.repeat(1_000_000)}`).length).toBeLessThanOrEqual(4_000);
  });
});

describe('a fault of the connection', () => {
  const nodeError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EPIPE', 'CERT_HAS_EXPIRED'])(
    '%s means that the target cannot be reached',
    (code) => {
      expect(failureOfError(nodeError(code), 1_000)).toMatchObject({ code: 'unreachable' });
    },
  );

  it('that took too long to connect means the same, not a slow answer', () => {
    expect(failureOfError(nodeError('UND_ERR_CONNECT_TIMEOUT'), 1_000)).toMatchObject({ code: 'unreachable' });
  });

  it('in a header of the target file is told as such', () => {
    const failure = failureOfError(nodeError('UND_ERR_INVALID_ARG'), 1_000);
    expect(failure).toMatchObject({
      code: 'http_error',
      detail: expect.stringContaining('as the target is described'),
    });
  });

  it('that is no error at all still gets a name', () => {
    expect(failureOfError(undefined, 1_000)).toMatchObject({ code: 'unreachable' });
    expect(failureOfError(new AggregateError([]), 1_000).detail).toBe('No reply: the connection failed');
  });
});
