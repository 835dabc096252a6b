/**
 * Hostile requests by the thousand: every one is answered soon, by a problem of the table and never by a 5xx, and
 * the studio works afterwards as before.
 */
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { ERRORS, type ErrorCode } from '@sacred-qa/contracts/errors';
import { declareUntilCut, noPromises, verifyLineage } from './declared-events.ts';
import { brokenHttp, type Ground, type HostileRequest, hostileRequest, KIND_NAMES } from './hostile-requests.ts';
import type { Proof } from './proof.ts';
import { seeded } from './seeded.ts';
import { call, mustStart, type StudioProcess } from './studio-process.ts';

const REQUESTS_IN_FULL = 20_000;
const SMALL_SHARE = 0.05;
/** One in so many is no HTTP at all. */
const BROKEN_EVERY = 50;
const AT_ONCE = 16;
const ANSWERED_WITHIN_MS = 60_000;
const FAULTS_SHOWN = 20;

interface Answer {
  status: number;
  type: string;
  text: string;
}
/** No answer came: the time ran out, or the connection was reset. */
type Silence = 'late' | 'reset';

export const hostileBodies: Proof = async (context) => {
  const count = Math.round(REQUESTS_IN_FULL * (context.small ? SMALL_SHARE : 1));
  const dataDir = join(context.workDir, 'data');
  await context.placeStore(dataDir);
  const studio = await mustStart(dataDir);
  const ground = await prepareGround(studio);
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const faults: string[] = [];
  const outcomes = new Map<string, number>();
  let slowestMs = 0;
  let next = 0;
  const sendNext = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      // Its own seed, so that one case can be repeated alone.
      const random = seeded(context.seed + number);
      const startedAtMs = performance.now();
      const isBroken = number % BROKEN_EVERY === 0;
      const request = isBroken ? null : hostileRequest(number, random, ground);
      const answer =
        request === null ? await sendBroken(studio, brokenHttp(random)) : await send(studio, agent, request);
      slowestMs = Math.max(slowestMs, performance.now() - startedAtMs);
      const outcome = typeof answer === 'string' ? answer : `status_${answer.status}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const fault = faultOf(request, answer);
      if (fault !== null) faults.push(`Case ${number}, ${request?.kind ?? 'broken HTTP'}: ${fault}`);
      if (number > 0 && number % 5_000 === 0) context.say(`${number} sent, ${faults.length} faults`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  agent.destroy();

  faults.push(...(await faultsAfterwards(studio)));
  const ended = await studio.stop();
  if (ended.exitCode !== 0) faults.push(`The studio ended with ${ended.exitCode}.`);
  if (ended.stderr.includes('request_failed')) faults.push(`The log tells of a fault: ${ended.stderr.slice(0, 500)}`);
  const more = faults.length - FAULTS_SHOWN;
  return {
    figures: {
      requests: count,
      kinds: KIND_NAMES.length + 1,
      slowest_answer_ms: Math.round(slowestMs),
      ...Object.fromEntries([...outcomes].sort(([a], [b]) => a.localeCompare(b))),
    },
    faults: more > 0 ? [...faults.slice(0, FAULTS_SHOWN), `And ${more} more.`] : faults,
    skipped: [],
  };
};

async function prepareGround(studio: StudioProcess): Promise<Ground> {
  const promises = noPromises();
  await declareUntilCut({ studio, clients: 1, name: 'ground', promises, goOn: () => promises.acknowledged.size < 10 });
  const cursors: Ground['cursors'] = [];
  for (const list of ['sankalpa', 'lineage', 'contacts', 'qa-logs']) {
    const { next_cursor } = (await call(studio, 'GET', `/api/v1/${list}?limit=1`)).body as {
      next_cursor: string | null;
    };
    if (next_cursor !== null) cursors.push({ list, cursor: next_cursor });
  }
  const key = (await call(studio, 'POST', '/api/v1/keys', { label: 'proof', scope: 'read' })).body as { key: string };
  const document = (await call(studio, 'GET', '/api/v1/openapi.json')).body as {
    paths: Record<string, Record<string, { requestBody?: unknown; 'x-scope': string }>>;
  };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, 'x-scope': scope }]) => ({
      method: method.toUpperCase(),
      path,
      scope,
      takesBody: requestBody !== undefined,
    })),
  );
  return {
    adminKey: studio.adminKey,
    readKey: key.key,
    cursors,
    routes,
    bodyRoutes: routes.filter(({ takesBody }) => takesBody),
  };
}

function send(studio: StudioProcess, agent: http.Agent, request: HostileRequest): Promise<Answer | Silence> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(studio.url);
    const { method, path, headers, body } = request;
    const length = body === null ? {} : { 'content-length': String(body.length) };
    const sent = http.request(
      { agent, host: hostname, port, method, path, headers: { ...headers, ...length } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        const done = () =>
          resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text });
        answer.on('end', done).on('error', done);
      },
    );
    sent.setTimeout(ANSWERED_WITHIN_MS, () => {
      resolve('late');
      sent.destroy();
    });
    // After an answer this changes nothing: the promise is settled.
    sent.on('error', () => resolve('reset'));
    sent.end(body ?? undefined);
  });
}

function sendBroken(studio: StudioProcess, bytes: Buffer): Promise<Answer | Silence> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(studio.url);
    const socket = net.connect({ host: hostname, port: Number(port) });
    let text = '';
    const end = (silence: Silence) => {
      socket.destroy();
      resolve(firstAnswerOf(text) ?? silence);
    };
    const done = () => end('reset');
    socket.setEncoding('utf8').setTimeout(ANSWERED_WITHIN_MS, () => end('late'));
    socket.on('data', (piece: string) => {
      text += piece;
      const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
      const head = text.indexOf('\r\n\r\n');
      if (head >= 0 && Buffer.byteLength(text.slice(head + 4)) >= length) done();
    });
    socket.on('end', done).on('error', done);
    socket.write(bytes);
  });
}

/** Of what a connection said; broken bytes may hold several requests, and each gets its answer. Null when there is none. */
export function firstAnswerOf(said: string): Answer | null {
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(said) ?? [];
  if (status === undefined) return null;
  const headEnd = said.indexOf('\r\n\r\n');
  const head = said.slice(0, headEnd + 2);
  const body = Buffer.from(said.slice(headEnd + 4));
  const length = Number(/^content-length: (\d+)\r$/im.exec(head)?.[1] ?? body.length);
  return {
    status: Number(status),
    type: /^content-type: (.*)\r$/im.exec(head)?.[1] ?? '',
    text: body.subarray(0, length).toString(),
  };
}

/** Null, or a sentence. `request` is null for what was no HTTP. */
export function faultOf(request: HostileRequest | null, answer: Answer | Silence): string | null {
  const said = request === null ? 'bytes' : `${request.method} ${request.path.slice(0, 120)}`;
  // A server that refuses a body unread closes a connection that is still being written to; the answer may be lost.
  if (answer === 'reset' && request?.kind === 'too large') return null;
  if (answer === 'reset') return `${said} was cut off without an answer.`;
  if (answer === 'late') return `${said} got no answer within ${ANSWERED_WITHIN_MS / 1000} s.`;
  const { status, type, text } = answer;
  const wrong = (why: string) => `${said} was answered ${status}, ${why}: ${text.slice(0, 300)}`;
  if (status >= 200 && status < 300 && request?.mayPass)
    return faultOfItems(text) ? wrong('with an item that is our fault') : null;
  if (status < 400 || status >= 500) return wrong('not a 4xx');
  // Some of what is no HTTP is refused below us, by Node itself, with a bare status.
  if (request === null && type === '') return null;
  if (!type.startsWith('application/problem+json')) return wrong(`as ${type || 'nothing'}, not as a problem`);
  const { code } = JSON.parse(text) as { code: string };
  if (!(code in ERRORS) || ERRORS[code as ErrorCode].status !== status)
    return wrong(`and ${code} is no such code of the table`);
  if (request?.codes != null && !request.codes.includes(code as ErrorCode))
    return wrong(`not ${request.codes.join(' or ')}`);
  return null;
}

function faultOfItems(text: string): boolean {
  const { items } = JSON.parse(text) as { items?: { status?: number }[] };
  return Array.isArray(items) && items.some(({ status }) => status !== undefined && Number(status) >= 500);
}

async function faultsAfterwards(studio: StudioProcess): Promise<string[]> {
  const promises = noPromises();
  await declareUntilCut({ studio, clients: 1, name: 'after', promises, goOn: () => promises.acknowledged.size < 10 });
  const faults = promises.refused.map(({ status }) => `Afterwards an honest request is answered ${status}.`);
  const ready = await call(studio, 'GET', '/readyz');
  if (ready.status !== 200) faults.push(`Afterwards /readyz answers ${ready.status}.`);
  return [...faults, ...(await verifyLineage(studio)).faults];
}
