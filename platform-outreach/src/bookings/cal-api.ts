/**
 * Cal.com's API v2: all bookings, page by page, within 120 calls a minute. Knows no rows. The form is that of
 * cal-api-version 2026-05-01: a cursor, and no more than one status, so none is asked for.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Secret } from '@sacred-qa/foundation/config';
import { z } from 'zod';
import { apiBooking, bookingOfApi, type CalBooking } from './cal-booking.ts';

const CAL_API = 'https://api.cal.com/v2';
const CAL_API_VERSION = '2026-05-01';
/** They allow 120 for a key. Some are left to other programs, and to requests that arrive later than they were made. */
const CALLS_PER_MINUTE = 100;
const MINUTE_MS = 60_000;
const TIMEOUT_MS = 20_000;
const TRIES = 5;
const FIRST_WAIT_MS = 1_000;
/** A wait longer than the window of their limit helps nobody: the next look comes by itself. */
const LONGEST_WAIT_MS = 90_000;
/** Ends a list that would lead us round in a circle. */
const PAGES_MAX = 1_000;

export interface CalPage {
  bookings: CalBooking[];
  /** Items that are not of the documented form. */
  unread: number;
  /** By Cal.com's clock; null when the answer bore no date. */
  readAt: string | null;
}

export interface CalApi {
  /**
   * Bookings that changed since then, or all of them. Throws `conflict` with a sentence for the person, and the
   * signal's reason once it aborts.
   */
  pages(updatedAfter: string | null, signal?: AbortSignal): AsyncGenerator<CalPage>;
}

const pageBody = z.object({
  data: z.array(z.unknown()),
  pagination: z.object({ hasMore: z.boolean().nullish(), nextCursor: z.union([z.string(), z.number()]).nullish() }),
});

export function createCalApi(deps: {
  fetch: typeof fetch;
  key: Secret;
  clock: Clock;
  sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>;
  timeoutMs?: number;
}): CalApi {
  const { clock, sleep } = deps;
  /** When the calls of the last minute were made. */
  let calls: number[] = [];

  async function waitForTurn(signal?: AbortSignal): Promise<void> {
    const nowMs = clock.now();
    calls = calls.filter((atMs) => atMs > nowMs - MINUTE_MS && atMs <= nowMs);
    const [oldest] = calls;
    if (calls.length >= CALLS_PER_MINUTE && oldest !== undefined) {
      await sleep(oldest + MINUTE_MS - nowMs, signal);
      calls.shift();
    }
    calls.push(clock.now());
  }

  /** Null for what may be tried again; the wait is how long the server asked for. */
  async function tryOnce(
    url: string,
    signal?: AbortSignal,
  ): Promise<{ answer: Response | null; waitMs: number | null; why: string }> {
    await waitForTurn(signal);
    signal?.throwIfAborted();
    const tooLate = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
    try {
      const answer = await deps.fetch(url, {
        redirect: 'error',
        signal: signal === undefined ? tooLate : AbortSignal.any([tooLate, signal]),
        headers: {
          authorization: `Bearer ${deps.key.reveal()}`,
          'cal-api-version': CAL_API_VERSION,
          accept: 'application/json',
        },
      });
      if (answer.status !== 429 && answer.status < 500) return { answer, waitMs: null, why: '' };
      await answer.body?.cancel();
      return { answer: null, waitMs: askedWaitMs(answer.headers), why: `it answered ${answer.status}` };
    } catch (error) {
      return {
        answer: null,
        waitMs: null,
        why: (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'it cannot be reached',
      };
    }
  }

  async function get(url: string, signal?: AbortSignal): Promise<Response> {
    let why = '';
    for (let i = 0; i < TRIES; i += 1) {
      const tried = await tryOnce(url, signal);
      if (tried.answer !== null) return tried.answer;
      why = tried.why;
      if (i + 1 < TRIES) await sleep(Math.min(LONGEST_WAIT_MS, tried.waitMs ?? FIRST_WAIT_MS * 2 ** i), signal);
    }
    throw new StudioError('conflict', `Cal.com cannot be read now: ${why}. Nothing was lost; try again later.`);
  }

  return {
    async *pages(updatedAfter, signal) {
      let cursor: string | null = null;
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const url = new URL(`${CAL_API}/bookings`);
        if (updatedAfter !== null) url.searchParams.set('afterUpdatedAt', updatedAfter);
        if (cursor !== null) url.searchParams.set('cursor', cursor);
        const answer = await get(url.href, signal);
        if (!answer.ok) throw refusal(answer.status);
        const parsed = pageBody.safeParse(await answer.json().catch(() => null));
        if (!parsed.success)
          throw new StudioError('conflict', `Cal.com answered in another form than its API ${CAL_API_VERSION} has.`);
        const { data, pagination } = parsed.data;
        const read = data.map((item) => apiBooking.safeParse(item));
        const bookings = read.flatMap((one) => (one.success ? [bookingOfApi(one.data)] : []));
        yield { bookings, unread: read.length - bookings.length, readAt: dateOf(answer.headers) };
        const next: string | null = pagination.nextCursor == null ? null : String(pagination.nextCursor);
        if (pagination.hasMore === false || next === null || next === cursor) return;
        cursor = next;
      }
    },
  };
}

/** Retry-After in seconds, or the seconds until their window begins anew. */
function askedWaitMs(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-ratelimit-reset-default') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.max(1, seconds) * 1000 : null;
}

function dateOf(headers: Headers): string | null {
  const ms = Date.parse(headers.get('date') ?? '');
  // The field counts whole seconds: what was read may be a second younger than it says.
  return Number.isNaN(ms) ? null : new Date(ms + 999).toISOString();
}

function refusal(status: number): StudioError {
  if (status === 401 || status === 403)
    return new StudioError(
      'conflict',
      'Cal.com does not accept CAL_COM_API_KEY. Make a new key under Settings, Developer, API keys.',
    );
  return new StudioError('conflict', `Cal.com refused to list bookings (${status}); its API may have changed.`);
}
