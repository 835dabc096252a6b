/** Requests that no honest client sends, made from a seed, each with what it may be answered. */
import type { ErrorCode } from '@sacred-qa/contracts/errors';
import type { Seeded } from './seeded.ts';

export interface HostileRequest {
  kind: string;
  method: string;
  /** Sent as it stands, percent signs and all. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
  /** Problem codes that may answer it; null allows every code of the table that is a 4xx. */
  codes: readonly ErrorCode[] | null;
  /** Chance may have made it a right request: then a 2xx is no fault. */
  mayPass: boolean;
}

/** What a generator may use of the running studio. */
export interface Ground {
  readKey: string;
  adminKey: string;
  /** Cursors that the studio gave, by the list they belong to. */
  cursors: { list: string; cursor: string }[];
  /** Routes that take a body, and all routes that stand, as the OpenAPI document names them. */
  bodyRoutes: StandingRoute[];
  routes: StandingRoute[];
}

export interface StandingRoute {
  method: string;
  path: string;
  /** Of the key that it asks for. */
  scope: string;
}

type Make = (random: Seeded, ground: Ground) => Partial<HostileRequest>;

const POST_SANKALPA = { method: 'POST', path: '/api/v1/sankalpa' };
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const declaration = (random: Seeded) => ({ text: `A hostile one ${random.whole(0, 1e9)}`, kind: 'proof' });

const KINDS: Record<string, Make> = {
  'not JSON': (random) => {
    const whole = JSON.stringify(declaration(random));
    const cut = whole.slice(0, random.whole(1, whole.length - 1));
    const text = random.pick([
      cut,
      `${whole}}`,
      `{${whole}`,
      "{'text': 'single'}",
      '<xml/>',
      'text=form',
      '{"text":NaN}',
      '',
    ]);
    return { ...POST_SANKALPA, body: Buffer.from(text), codes: ['malformed_json'] };
  },
  'not UTF-8': (random) => {
    const broken = random.pick([
      [0xff],
      [0xc3, 0x28],
      [0xed, 0xa0, 0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80],
      [0xc0, 0xaf],
    ]);
    const body = Buffer.concat([Buffer.from('{"text":"abc'), Buffer.from(broken), Buffer.from('"}')]);
    return { ...POST_SANKALPA, body, codes: ['wrong_encoding'] };
  },
  'another charset': (random) => {
    const charset = random.pick(['latin1', 'utf-16', 'shift_jis', 'windows-1252']);
    const headers = { 'content-type': `application/json; charset=${charset}` };
    return { ...POST_SANKALPA, body: json(declaration(random)), headers, codes: ['wrong_encoding'] };
  },
  'unstorable text': (random) => {
    const unstorable = random.pick(['\\u0000', '\\ud800', '\\udfff', '\\ude00\\ud83d']);
    const text = random.pick([
      `{"text":"before${unstorable}after"}`,
      `{"text":"a good one","context":"${unstorable}"}`,
      `{"text":"a good one","${unstorable}":1}`,
      `{"text":"a good one","parent":{"source":"x","source_event_id":"${unstorable}"}}`,
    ]);
    return { ...POST_SANKALPA, body: Buffer.from(text), codes: ['forbidden_text'] };
  },
  'too large': (random) => {
    // Most are just over the limit; ten megabytes at every turn would only measure the loopback.
    const bytes = random.chance(0.1) ? 10 * 1024 * 1024 : 1024 * 1024 + random.whole(1, 4096);
    return { ...POST_SANKALPA, body: Buffer.alloc(bytes, 'a'), codes: ['body_too_large'] };
  },
  'too deep': (random) => {
    const depth = random.pick([65, 1_000, 10_000]);
    const text = random.chance(0.5)
      ? `{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`
      : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    return { ...POST_SANKALPA, body: Buffer.from(text), codes: ['too_deep'] };
  },
  'another media type': (random) => {
    const headers = random.pick([
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    ]);
    return { ...POST_SANKALPA, body: json(declaration(random)), headers, codes: ['unsupported_media_type'] };
  },
  'random bytes': (random) => ({ ...POST_SANKALPA, body: random.bytes(random.whole(1, 2_000)), mayPass: false }),
  'a field changed': (random) => {
    const field = random.pick([
      'text',
      'context',
      'kind',
      'source',
      'source_event_id',
      'parent',
      'parent_lineage_id',
      'other',
    ]);
    const body = json({ ...declaration(random), [field]: strangeValue(random) });
    return { ...POST_SANKALPA, body, mayPass: true };
  },
  'not an object': (random) => {
    const value = random.pick([null, true, 7, 'text', [], [declaration(random)]]);
    return { ...POST_SANKALPA, body: json(value), codes: ['sankalpa_refused', 'validation_failed'] };
  },
  'foreign parent': (random) => {
    const parent_lineage_id = `${uuidOf(random)}.${random.whole(0, 300)}`;
    return { ...POST_SANKALPA, body: json({ ...declaration(random), parent_lineage_id }), codes: ['unknown_parent'] };
  },
  'a batch of strange items': (random) => {
    const items = Array.from({ length: random.whole(1, 20) }, () =>
      random.chance(0.3) ? strangeValue(random) : { ...declaration(random), kind: strangeValue(random) },
    );
    return { method: 'POST', path: '/api/v1/sankalpa/batch', body: json({ items }), mayPass: true };
  },
  'unknown id': (random, { routes }) => {
    const route = random.pick(routes.filter(({ method, path }) => path.includes('{id}') && method !== 'POST'));
    const id = random.chance(0.5) ? uuidOf(random) : `${uuidOf(random)}.${random.whole(0, 9)}`;
    const body =
      route.method === 'PUT' || route.method === 'PATCH' ? json({ status: 'active', reason: 'a good reason' }) : null;
    return { method: route.method, path: route.path.replace(/\{\w+\}/, id), body };
  },
  'broken id': (random, { routes }) => {
    const route = random.pick(routes.filter(({ method, path }) => path.includes('{') && method === 'GET'));
    return { method: 'GET', path: route.path.replace(/\{\w+\}/, encodeURIComponent(strangeText(random)) || '%20') };
  },
  'tampered cursor': (random, { cursors }) => {
    const own = random.pick(cursors);
    const at = random.whole(0, own.cursor.length - 1);
    const letter = own.cursor[at] === 'A' ? 'B' : 'A';
    const cursor = random.pick([
      `${own.cursor.slice(0, at)}${letter}${own.cursor.slice(at + 1)}`,
      own.cursor.slice(0, -1),
      `${own.cursor}A`,
      random.bytes(random.whole(1, 60)).toString('base64url'),
    ]);
    return { method: 'GET', path: `/api/v1/${own.list}?cursor=${cursor}`, codes: ['bad_cursor'] };
  },
  'cursor of another list': (random, { cursors }) => {
    const own = random.pick(cursors);
    const { list } = random.pick(cursors.filter((other) => other.list !== own.list));
    return { method: 'GET', path: `/api/v1/${list}?cursor=${own.cursor}`, codes: ['bad_cursor'] };
  },
  'strange query': (random, { cursors }) => {
    const { list } = random.pick(cursors);
    const name = random.pick(['limit', 'cursor', 'status', 'kind', 'q', 'root_id', 'lineage_id', 'no_such']);
    const value = random.pick([
      '-1',
      '0',
      '1e9',
      'NaN',
      '%00',
      '%ff',
      '%ED%A0%80',
      '1&limit=2',
      encodeURIComponent(strangeText(random)),
    ]);
    return { method: 'GET', path: `/api/v1/${list}?${name}=${value}`, mayPass: true };
  },
  'broken path': (random) => {
    const end = random.pick([
      '%',
      '%zz',
      '%ff%fe',
      '%00',
      '%ED%A0%80',
      '..%2f..%2fetc',
      `a${'/b'.repeat(50)}`,
      'x'.repeat(4_000),
    ]);
    return { method: 'GET', path: `/api/v1/${random.pick(['sankalpa/', 'lineage/', '', 'packs/'])}${end}` };
  },
  'wrong method': (random, { routes }) => {
    const { path } = random.pick(routes);
    const standing = routes.filter((route) => route.path === path).map(({ method }) => method);
    const others = ['PUT', 'PATCH', 'DELETE', 'POST', 'TRACE', 'PROPFIND', 'LOCK', 'SEARCH', 'M-SEARCH'];
    const method = random.pick(others.filter((one) => !standing.includes(one)));
    return { method, path: path.replace(/\{\w+\}/g, uuidOf(random)) };
  },
  'a body for any route': (random, { bodyRoutes }) => {
    const route = random.pick(bodyRoutes);
    const path = route.path.replace(/\{\w+\}/g, uuidOf(random));
    return { method: route.method, path, body: json({ [strangeText(random)]: strangeValue(random) }) };
  },
  'no right key': (random, { routes }) => {
    const route = random.pick(routes.filter(({ scope }) => scope !== 'public'));
    const authorization = random.pick([
      '',
      'Bearer',
      'Bearer x',
      'Basic eDp5',
      `Bearer sqs_${uuidOf(random)}`,
      'Bearer \u00e9\u00e9',
    ]);
    const path = route.path.replace(/\{\w+\}/g, uuidOf(random));
    return { method: route.method, path, headers: { authorization }, codes: ['unauthenticated', 'bad_request'] };
  },
  'a key that may only read': (random, { bodyRoutes, readKey }) => {
    const route = random.pick(bodyRoutes.filter(({ scope }) => scope === 'write' || scope === 'admin'));
    const path = route.path.replace(/\{\w+\}/g, uuidOf(random));
    const headers = { authorization: `Bearer ${readKey}` };
    return { method: route.method, path, headers, body: json(declaration(random)), codes: ['forbidden'] };
  },
  'broken Idempotency-Key': (random) => {
    const key = random.pick(['x'.repeat(256), 'with space', 'x'.repeat(5_000), '\u00e9']);
    const headers = { 'idempotency-key': key };
    return { ...POST_SANKALPA, headers, body: json(declaration(random)), codes: ['bad_request', 'validation_failed'] };
  },
};

export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

/** The kinds take turns, so that each gets its share. */
export function hostileRequest(number: number, random: Seeded, ground: Ground): HostileRequest {
  const kind = KIND_NAMES[number % KIND_NAMES.length] as string;
  const made = (KINDS[kind] as Make)(random, ground);
  const contentType = made.body ? { 'content-type': 'application/json' } : {};
  return {
    kind,
    method: made.method ?? 'GET',
    path: made.path ?? '/',
    headers: { authorization: `Bearer ${ground.adminKey}`, ...contentType, ...made.headers },
    body: made.body ?? null,
    codes: made.codes ?? null,
    mayPass: made.mayPass ?? false,
  };
}

/** Bytes that are no request at all, for a bare socket. */
export function brokenHttp(random: Seeded): Buffer {
  const head = 'POST /api/v1/sankalpa HTTP/1.1\r\nHost: studio\r\nContent-Type: application/json\r\n';
  return Buffer.from(
    random.pick([
      `${random.bytes(40).toString('latin1')}\r\n\r\n`,
      'GET / HTTP/9.9\r\n\r\n',
      'GET /api/v1/sankalpa\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      `${head}Content-Length: -5\r\n\r\n{}`,
      `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
      `${head}Transfer-Encoding: gzip\r\n\r\n{}`,
    ]),
    'latin1',
  );
}

/** Version 7, as the studio mints them; chance does not meet one that exists. */
function uuidOf(random: Seeded): string {
  const hex = random.bytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const TEXTS = [
  '',
  ' ',
  '.',
  '..',
  'null',
  '__proto__',
  'constructor',
  '0',
  '-1',
  "'; drop table sankalpa; --",
  '<script>',
  '\u202e',
  'कि',
  '🙏',
  '\uFEFF',
];
function strangeText(random: Seeded): string {
  return random.chance(0.7) ? random.pick(TEXTS) : random.bytes(random.whole(1, 200)).toString('latin1');
}

function strangeValue(random: Seeded): unknown {
  return random.pick<unknown>([
    null,
    true,
    random.whole(-1e9, 1e9),
    1e308,
    strangeText(random),
    'x'.repeat(random.pick([10, 6_000, 120_000])),
    '\u0915\u094d'.repeat(3_000),
    [],
    [[strangeText(random)]],
    {},
    { source: strangeText(random), source_event_id: random.whole(0, 9) },
    { [strangeText(random)]: strangeText(random) },
  ]);
}
