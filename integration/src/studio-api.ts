/** The Studio as the bridge knows it: one route of its API, and what each of its answers means for an event. */
import type { Declaration } from '@sacred-qa/contracts/sankalpa';

/** How a request gets there: over the network, or into the app of this process. Rejects when nobody answers. */
export type Send = (request: {
  path: string;
  headers: Record<string, string>;
  body: string;
}) => Promise<{ status: number; retryAfter: string | null; text: string }>;

/** What an answer means. */
export type Verdict =
  /** It is there, now or since before; without a place while it waits for its parent. */
  | { kind: 'taken'; lineageId: string | null }
  /** It will never be taken. */
  | { kind: 'refused'; reason: string }
  /** A fault on the Studio's side, which may or may not lie in this event. */
  | { kind: 'failed'; reason: string }
  /** Nobody there takes anything at present. */
  | { kind: 'down'; reason: string; retryAfterMs: number };

export type StudioApi = ReturnType<typeof createStudioApi>;

const USER_AGENT = 'sacred-qa-bridge';

/** `send` goes out with a key of its own. */
export function createStudioApi(deps: { send: Send }) {
  return {
    /** Declares an event. The same event may be sent any number of times: the Studio takes it once. */
    async declare(event: Declaration, traceparent: string | null): Promise<Verdict> {
      const headers = {
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
        ...(traceparent === null ? {} : { traceparent }),
      };
      try {
        return verdictOf(await deps.send({ path: '/api/v1/sankalpa', headers, body: JSON.stringify(event) }));
      } catch (error) {
        return { kind: 'down', reason: reasonOf(error), retryAfterMs: 0 };
      }
    },
  };
}

/** Answers that say something of this event alone. Any other 4xx is about the key, the address or the moment. */
const ABOUT_THE_EVENT: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

function verdictOf({ status, retryAfter, text }: Awaited<ReturnType<Send>>): Verdict {
  const body = objectOf(text);
  if (status >= 200 && status < 300) {
    // A login page of some network in between also answers 200.
    if (typeof body?.lineage_id === 'string') return { kind: 'taken', lineageId: body.lineage_id };
    if (typeof body?.pending_id === 'string') return { kind: 'taken', lineageId: null };
    return down(`what answers there with ${status} is no Studio`);
  }
  const said = `${status} ${typeof body?.code === 'string' ? body.code : 'without a code'}${detailOf(body)}`;
  if (body !== null && ABOUT_THE_EVENT.has(status)) return { kind: 'refused', reason: said };
  if (status === 500) return { kind: 'failed', reason: said };
  if (status === 401 || status === 403) return down(`the key is not let in: ${said}`);
  return { ...down(said), retryAfterMs: 1000 * (Number.parseInt(retryAfter ?? '', 10) || 0) };
}

const down = (reason: string) => ({ kind: 'down', reason, retryAfterMs: 0 }) as const;

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? (parsed as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** The first field that broke a rule says more than the sentence over all of them. */
function detailOf(body: Record<string, unknown> | null): string {
  const [first] = Array.isArray(body?.errors) ? body.errors : [];
  const detail = (first as { detail?: unknown } | undefined)?.detail ?? body?.detail;
  return typeof detail === 'string' ? `: ${detail}` : '';
}

function reasonOf(error: unknown): string {
  const causes: string[] = [];
  for (let e = error; e instanceof Error && causes.length < 3; e = e.cause) {
    if (e.message !== '') causes.push(e.message);
  }
  return causes.length === 0 ? String(error) : causes.join(': ');
}

/** Over the network. `baseUrl` may carry a path of its own, as behind a proxy. */
export function sendOverHttp(baseUrl: string, options: { key: string; timeoutMs: number }): Send {
  const base = baseUrl.replace(/\/+$/, '');
  return async ({ path, headers, body }) => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${options.key}` },
      body,
      // A key is for the address that was given, not for where that leads.
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
  };
}
