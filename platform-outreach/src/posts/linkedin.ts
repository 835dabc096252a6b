/**
 * LinkedIn's Posts API: publishes one post, and says what is known when it fails. A post whose request went out and
 * whose answer nobody saw is in doubt: it is never sent again by itself. Knows no rows.
 */
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import { z } from 'zod';
import { littleText, shownText } from './little-text.ts';

export type PublishOutcome =
  | { kind: 'published'; urn: string | null }
  /** It may stand there. `urn` where the network named one. */
  | { kind: 'in_doubt'; why: string; urn: string | null }
  /** It surely does not stand there, and trying again as it is would not help. */
  | { kind: 'refused'; why: string }
  /** It surely does not stand there, and may be tried again. */
  | { kind: 'later'; why: string; afterMs: number };

export type LookUp = { kind: 'found'; urn: string } | { kind: 'absent' } | { kind: 'not_permitted' };

export interface Post {
  text: string;
  /** Shown as a card below the text; null for a post of words alone. */
  link: { url: string; title: string } | null;
}

export interface LinkedIn {
  publish(post: Post): Promise<PublishOutcome>;
  /** Looks among the author's newest posts for one of this text, made since then. Throws when it cannot look. */
  find(text: string, sinceMs: number): Promise<LookUp>;
}

export interface LinkedInDeps {
  fetch: typeof fetch;
  config: NonNullable<OutreachConfig['linkedin']>;
  timeoutMs?: number;
}

export const LINKEDIN_API = 'https://api.linkedin.com';
const TIMEOUT_MS = 30_000;
const LATER_MS = 5 * 60_000;
/** Daily limits begin anew at 00:00 UTC; no answer asks for a longer wait. */
const LATER_MAX_MS = 24 * 3_600_000;
/** Their clock and ours. */
const CLOCK_SLACK_MS = 5 * 60_000;
const NEWEST = 20;

/** The request was not written: no connection stood. Everything else that breaks may have been read. */
const NEVER_REACHED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
]);

const failureBody = z
  .object({
    message: z.string(),
    code: z.string(),
    errorDetails: z.object({ inputErrors: z.array(z.object({ code: z.string(), description: z.string() }).partial()) }),
  })
  .partial();

const foundPosts = z.object({
  elements: z.array(z.object({ id: z.string(), commentary: z.string().optional(), createdAt: z.number().optional() })),
});

export function createLinkedIn(deps: LinkedInDeps): LinkedIn {
  const { config } = deps;
  const call = (path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> =>
    deps.fetch(`${LINKEDIN_API}${path}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${config.accessToken.reveal()}`,
        'linkedin-version': config.version,
        'x-restli-protocol-version': '2.0.0',
        ...init.headers,
      },
    });

  return {
    async publish(post) {
      let answer: Response;
      try {
        answer = await call('/rest/posts', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(bodyOf(config.author, post)),
        });
      } catch (error) {
        return outcomeOfBreak(error);
      }
      // Once the status is there, what it says is known; a body that breaks off takes nothing from it.
      const body = await answer.text().catch(() => '');
      return outcomeOf(answer, body);
    },

    async find(text, sinceMs) {
      const query = new URLSearchParams({ author: config.author, q: 'author', count: String(NEWEST) });
      const answer = await call(`/rest/posts?${query}&sortBy=LAST_MODIFIED`, {
        headers: { 'x-restli-method': 'FINDER' },
      });
      if (answer.status === 401 || answer.status === 403) {
        await answer.body?.cancel();
        return { kind: 'not_permitted' };
      }
      if (!answer.ok) throw new Error(`LinkedIn answered ${answer.status} to a look at the newest posts`);
      const { elements } = foundPosts.parse(await answer.json());
      const same = elements.find(
        ({ commentary = '', createdAt = 0 }) =>
          createdAt >= sinceMs - CLOCK_SLACK_MS && normal(shownText(commentary)) === normal(text),
      );
      return same === undefined ? { kind: 'absent' } : { kind: 'found', urn: same.id };
    },
  };
}

/** Every field that the schema calls required; without one the answer is 422. */
function bodyOf(author: string, { text, link }: Post) {
  return {
    author,
    commentary: littleText(text),
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(link === null ? {} : { content: { article: { source: link.url, title: link.title } } }),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  };
}

function outcomeOfBreak(error: unknown): PublishOutcome {
  // fetch refuses a header before it opens anything; what breaks on the way has a cause.
  if (error instanceof TypeError && error.cause === undefined) {
    return {
      kind: 'refused',
      why: 'No request can be made of LINKEDIN_ACCESS_TOKEN: it holds signs that no token has.',
    };
  }
  const code = codeOf(error);
  if (code !== null && NEVER_REACHED.has(code)) {
    return { kind: 'later', why: `LinkedIn could not be reached (${code}).`, afterMs: LATER_MS };
  }
  return { kind: 'in_doubt', why: 'The connection broke before LinkedIn answered.', urn: null };
}

function codeOf(error: unknown): string | null {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : null;
}

function outcomeOf({ status, headers }: Response, text: string): PublishOutcome {
  if (status === 201 || status === 200) return { kind: 'published', urn: headers.get('x-restli-id') };
  const { message = '', code = '', errorDetails } = failureOf(text);
  const codes = [code, ...(errorDetails?.inputErrors.map((one) => one.code ?? '') ?? [])];
  if (codes.includes('DUPLICATE_POST')) return duplicate(message);
  const said = message === '' ? '' : ` LinkedIn says: ${message.slice(0, 300)}`;
  if (status === 429) {
    return {
      kind: 'later',
      why: 'LinkedIn’s limit of posts is reached; it begins anew at 05:30 IST.',
      afterMs: waitOf(headers),
    };
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return { kind: 'refused', why: `${MEANING[status] ?? 'LinkedIn refused the post.'}${said}` };
  }
  // 5xx and 408 come from a gateway as well, which does not know what became of the request behind it.
  return {
    kind: 'in_doubt',
    why: `LinkedIn answered ${status}, which does not tell whether it took the post.`,
    urn: null,
  };
}

const MEANING: Readonly<Record<number, string>> = {
  400: 'LinkedIn cannot read the post.',
  401: 'The LinkedIn token is expired or was revoked: make a new one and set LINKEDIN_ACCESS_TOKEN.',
  403: 'The token may not post for this author: it needs w_member_social (or w_organization_social), and LINKEDIN_AUTHOR must be whom it was given to.',
  422: 'LinkedIn refuses the content of the post.',
  426: 'This version of LinkedIn’s API is retired: set LINKEDIN_VERSION to a newer month.',
};

/** The text stands there, or stood there and was deleted: LinkedIn remembers for a day or two. A person must look. */
function duplicate(message: string): PublishOutcome {
  const urn = /urn:li:(?:share|ugcPost|activity):\d+/.exec(message)?.[0] ?? null;
  return { kind: 'in_doubt', why: 'LinkedIn says that this text was posted before.', urn };
}

function failureOf(text: string): z.infer<typeof failureBody> {
  try {
    return failureBody.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LATER_MAX_MS) : LATER_MS;
}

const normal = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
