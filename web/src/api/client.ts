/** Speaks to the Studio's API, and to nothing else. The browser's cookie says who we are. */
import type { ErrorCode, FieldError } from '@sacred-qa/contracts/errors';

const BASE = '/api/v1';

/** `offline`: no answer came at all. */
export class ApiProblem extends Error {
  readonly code: ErrorCode | 'offline';
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body.detail === 'string' ? body.detail : `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = (body.code as ErrorCode | undefined) ?? (status === 0 ? 'offline' : 'internal');
    this.errors = (body.errors as FieldError[] | undefined) ?? [];
    this.requestId = typeof body.request_id === 'string' ? body.request_id : null;
    this.body = body;
  }
}

type Query = Record<string, string | number | undefined>;

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? BASE + path : `${BASE}${path}?${new URLSearchParams(given)}`;
}

async function call<Answer>(url: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { code: 'offline' });
  }
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson ? await response.json() : null;
  // A house in poor health answers 503 with its report, which is an answer.
  const isProblem = response.status >= 400 && !(body !== null && typeof body === 'object' && 'checks' in body);
  if (isProblem) throw new ApiProblem(response.status, (body as Record<string, unknown> | null) ?? {});
  return body as Answer;
}

export const read = <Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> =>
  call<Answer>(address(path, query), signal ? { signal } : {});

/** The same `once` word sent again gets the first answer again, where the route honours it. */
export function change<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  once?: string,
): Promise<Answer> {
  const headers: Record<string, string> = { 'x-studio-console': '1' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (once !== undefined) headers['idempotency-key'] = once;
  return call<Answer>(address(path), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
