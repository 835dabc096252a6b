/**
 * The one way in which commands reach the studio: its API. Over HTTP when a studio serves or STUDIO_URL names one,
 * else by opening the store and calling the same app in this process.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Config } from '@sacred-qa/foundation/config';
import { readLiveOwner } from '@sacred-qa/foundation/database/lock';
import { decoded, splitLines } from '@sacred-qa/foundation/lines';
import type { OpenStudio } from './composition.ts';
import { Failure, failureOfAnswer, usageError } from './failure.ts';
import { sendOverHttp } from './http-transport.ts';
import { injectInto } from './in-process-transport.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export type AnswerHeaders = Record<string, string | string[] | number | undefined>;

export interface Answer {
  status: number;
  headers: AnswerHeaders;
  text: string;
  json<T>(): T;
}

/** What a transport is given: the path with its query, and the headers and body as they go out. */
export interface Outgoing {
  method: Method;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  signal: AbortSignal | undefined;
}

export interface Incoming {
  status: number;
  headers: AnswerHeaders;
  body: AsyncIterable<Uint8Array>;
}

export type Transport = (outgoing: Outgoing) => Promise<Incoming>;

export interface StudioClient {
  /** `in-process`: what the studio does ends with this command. */
  way: 'http' | 'in-process';
  request(method: Method, path: string, options?: RequestOptions): Promise<Answer>;
  /** The JSON of a 2xx answer (undefined when it has no body); any other is thrown as a Failure. */
  call<T>(method: Method, path: string, options?: RequestOptions): Promise<T>;
  /** The bytes of a 2xx answer as they come. */
  bytes(method: Method, path: string): Promise<AsyncIterable<Uint8Array>>;
  /** The lines of a 2xx answer as they come. */
  lines(path: string, options?: RequestOptions): AsyncGenerator<string>;
}

const API = '/api/v1';
/** A studio at heavy work may keep its processor for seconds. */
const PROBE_MS = 10_000;

export function createClient(deps: {
  way: StudioClient['way'];
  send: Transport;
  key: string | undefined;
}): StudioClient {
  const send = (method: Method, path: string, options: RequestOptions): Promise<Incoming> =>
    deps.send({
      method,
      path: `${API}${path}${queryString(options.query ?? {})}`,
      headers: {
        ...(deps.key === undefined ? {} : { authorization: `Bearer ${deps.key}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });

  async function request(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
    const { status, headers, body } = await send(method, path, options);
    const text = await collect(body);
    return { status, headers, text, json: <T>() => JSON.parse(text) as T };
  }

  return {
    way: deps.way,
    request,
    async call<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
      const answer = await request(method, path, options);
      if (answer.status >= 300) throw failureOfAnswer(answer.status, answer.text);
      return answer.text === '' ? (undefined as T) : answer.json<T>();
    },
    async bytes(method, path) {
      const { status, body } = await send(method, path, {});
      if (status >= 300) throw failureOfAnswer(status, await collect(body));
      return body;
    },
    async *lines(path, options = {}) {
      const { status, body } = await send('GET', path, options);
      if (status >= 300) throw failureOfAnswer(status, await collect(body));
      yield* splitLines(body);
    },
  };
}

export function queryString(query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export async function collect(body: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of decoded(body)) text += piece;
  return text;
}

/** Opens the way to the studio, lets `work` use it, and closes what was opened. */
export async function withClient<T>(
  deps: { config: Config; openStudio: (config: Config) => Promise<OpenStudio> },
  work: (client: StudioClient) => Promise<T>,
): Promise<T> {
  const { config } = deps;
  const served = await findServed(config);
  if (served !== null) {
    return work(createClient({ way: 'http', send: sendOverHttp(served.url), key: served.key }));
  }
  // What a server logs for its keeper is noise beside the answer of a command.
  const logLevel = config.logLevel === 'info' ? 'error' : config.logLevel;
  const studio = await deps.openStudio({ ...config, logLevel });
  try {
    return await work(createClient({ way: 'in-process', send: injectInto(studio.app), key: studio.adminKey }));
  } finally {
    await studio.close();
  }
}

/**
 * Where a studio serves and by which key it is asked: STUDIO_URL, or the owner of the data folder. Null when none does;
 * that one at STUDIO_URL answers is not looked at. Refuses when the folder's owner serves another store than the
 * DATABASE_URL that this command was given: rows would be read and written where nobody looks for them.
 */
export async function findServed(config: Config): Promise<{ url: string; key: string | undefined } | null> {
  if (config.studioUrl !== undefined) {
    return { url: config.studioUrl, key: config.apiKey ?? adminKeyForHost(config, config.studioUrl) };
  }
  const owner = readLiveOwner(config.dataDir);
  if (owner?.url === null || owner === null) return null;
  // A process may have got the pid of an owner that died: only an answer proves that a studio is there.
  const isThere = await sendOverHttp(owner.url)({
    method: 'GET',
    path: '/livez',
    headers: {},
    body: undefined,
    // One that was stopped takes the connection and never answers.
    signal: AbortSignal.timeout(PROBE_MS),
  }).then(
    async ({ body }) => collect(body).then(() => true),
    () => false,
  );
  if (!isThere) return null;
  // Only the embedded store has an owner: with DATABASE_URL the folder is held by nobody.
  if (config.databaseUrl !== undefined) throw otherStore(config.dataDir, owner.url);
  return { url: owner.url, key: config.apiKey ?? readAdminKey(config.dataDir) };
}

function otherStore(dataDir: string, url: string): Failure {
  return usageError(
    `DATABASE_URL names a server, but the studio at ${url} serves the embedded store of ${dataDir}. Nothing was asked. Unset DATABASE_URL to ask that studio; to use the server, stop it or set another STUDIO_DATA_DIR.`,
  );
}

/** The admin key of this machine is for this machine only. */
export function adminKeyForHost(config: Config, url: string): string | undefined {
  const { hostname } = new URL(url);
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw usageError(`STUDIO_URL names ${hostname}, so STUDIO_API_KEY must hold a key of the studio there.`);
  }
  return readAdminKey(config.dataDir);
}

function readAdminKey(dataDir: string): string | undefined {
  const file = join(dataDir, 'admin.key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(EXIT.refused, `${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}
