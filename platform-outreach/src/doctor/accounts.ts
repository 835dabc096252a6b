/** Cal.com and LinkedIn: do the keys hold, and for how long. A key or token is sent to its own service only. */
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import { z } from 'zod';
import { LINKEDIN_API } from '../posts/linkedin.ts';
import { daysUntil, tokenEndsMs, versionEndsMs } from '../posts/linkedin-standing.ts';
import { type Finding, fail, pass, skip, unreached, warn } from './check.ts';

/** A service that is asked one question. Answers null when nobody answered. */
export type Ask = (url: string, headers: Record<string, string>) => Promise<Told | null>;

export interface Told {
  status: number;
  headers: Headers;
  text: string;
}

const CAL_ME = 'https://api.cal.com/v2/me';
const TOKEN_WARN_DAYS = 7;
const VERSION_WARN_DAYS = 30;

export async function checkCal(config: OutreachConfig, ask: Ask): Promise<Finding> {
  const { apiKey, webhookSecret } = config.cal;
  if (apiKey === null) return skip('No Cal.com key is set: bookings are not fetched.', 'Set CAL_COM_API_KEY.');
  const answer = await ask(CAL_ME, { authorization: `Bearer ${apiKey.reveal()}` });
  if (answer === null) return unreached('api.cal.com could not be reached.', 'Look at your network or its proxy.');
  if (answer.status === 401 || answer.status === 403) {
    return fail(
      `Cal.com refuses the key (${answer.status}).`,
      'Make a new one under Settings, API keys; set CAL_COM_API_KEY.',
    );
  }
  if (answer.status !== 200)
    return warn(`Cal.com answered ${answer.status} and did not judge the key.`, 'Ask again later.');
  if (config.publicUrl !== null && webhookSecret === null) {
    return warn(
      'The key holds, but without CAL_COM_WEBHOOK_SECRET no webhook is believed.',
      `Add a webhook to ${config.publicUrl.replace(/\/+$/, '')}/webhooks/cal with a secret, and set it.`,
    );
  }
  return pass(`Cal.com accepts the key${webhookSecret === null ? '; bookings are fetched every few minutes' : ''}.`);
}

/** `firstSeenMs` tells since when this token has been known here. */
export async function checkLinkedInToken(
  linkedin: OutreachConfig['linkedin'],
  firstSeenMs: () => Promise<number>,
  ask: Ask,
  nowMs: number,
): Promise<Finding> {
  if (linkedin === null) {
    return skip(
      'No LinkedIn token is set: a post is a card to paste at its minute.',
      'To post by itself: LINKEDIN_ACCESS_TOKEN, LINKEDIN_VERSION, LINKEDIN_AUTHOR.',
    );
  }
  const days = daysUntil(tokenEndsMs(await firstSeenMs()), nowMs);
  const renew = 'Make a new token in LinkedIn’s developer portal, and set LINKEDIN_ACCESS_TOKEN.';
  const answer = await ask(`${LINKEDIN_API}/v2/userinfo`, { authorization: `Bearer ${linkedin.accessToken.reveal()}` });
  if (answer?.status === 401) return fail('LinkedIn refuses the token: it is expired or was revoked.', renew);
  const left = `it ends in ${Math.max(0, days)} days at the latest`;
  if (days < TOKEN_WARN_DAYS) return warn(`The LinkedIn token is old: ${left}.`, renew);
  if (answer === null) return unreached('api.linkedin.com could not be reached.', 'Look at your network or its proxy.');
  const subject = answer.status === 200 ? subjectOf(answer.text) : null;
  if (subject === null) return pass(`LinkedIn knows the token and does not say whose it is; ${left}.`);
  if (linkedin.author.startsWith('urn:li:person:') && linkedin.author !== `urn:li:person:${subject}`) {
    return fail(
      'The token was given to somebody else than LINKEDIN_AUTHOR.',
      `Set LINKEDIN_AUTHOR=urn:li:person:${subject}`,
    );
  }
  return pass(`LinkedIn accepts the token; ${left}.`);
}

export function checkLinkedInVersion(linkedin: OutreachConfig['linkedin'], nowMs: number): Finding {
  if (linkedin === null) return skip('No LinkedIn token is set.');
  const { version } = linkedin;
  const days = daysUntil(versionEndsMs(version), nowMs);
  const now = new Date(nowMs);
  const newest = `${now.getUTCFullYear()}${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
  const raise = `Set LINKEDIN_VERSION to a newer month, ${newest} or the one before.`;
  if (version > newest) return fail(`LinkedIn’s API has no version ${version} yet.`, raise);
  if (days < 0) return fail(`Version ${version} of LinkedIn’s API is over a year old and no longer served.`, raise);
  if (days < VERSION_WARN_DAYS)
    return warn(`Version ${version} of LinkedIn’s API is served for about ${days} more days.`, raise);
  return pass(`Version ${version} of LinkedIn’s API is served for about ${days} more days.`);
}

function subjectOf(text: string): string | null {
  try {
    return z.object({ sub: z.string() }).parse(JSON.parse(text)).sub;
  } catch {
    return null;
  }
}
