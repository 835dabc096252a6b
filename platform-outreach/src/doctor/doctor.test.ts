import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadConfig } from '@sacred-qa/foundation/config';
import { expect, test } from 'vitest';
import { readDkim } from '../sending/dkim.ts';
import { startDnsServer } from '../testing/dns-server.ts';
import { createDoctorService, type DoctorDeps } from './doctor.service.ts';

const MAIL = { MAIL_FROM: 'Meera <meera@studio.in>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' };
const NOW_MS = Date.parse('2025-10-06T02:30:00Z');

const silent = () => Promise.reject(Object.assign(new Error('offline'), { code: 'ECONNREFUSED' }));

/** `env` as it would stand in `.env.shared`; what a test does not give of the world does not answer. */
async function examine(env: Record<string, string> = {}, world: Partial<DoctorDeps> = {}) {
  const { outreach: config } = loadConfig({ env, rootDir: import.meta.dirname });
  const doctor = createDoctorService({
    ...{ config, clock: { now: () => NOW_MS }, resolver: { resolveTxt: silent }, fetch: silent },
    // A name that no resolver knows.
    timeServer: { host: 'time.invalid', port: 123 },
    readDkim: () => readDkim(config.dkim),
    lookIntoMailbox: async () => ({ kind: 'unreachable', reason: 'nobody there' }),
    tokenFirstSeenMs: async () => NOW_MS,
    ...world,
  });
  const diagnosis = await doctor.examine();
  return {
    status: diagnosis.status,
    checks: Object.fromEntries(diagnosis.checks.map((one) => [one.check, one])),
    text: JSON.stringify(diagnosis),
  };
}

test('with nothing set up each check is skipped with its reason, and what to set', async () => {
  const { status, checks } = await examine();
  expect(status).toBe('skip');
  for (const { status: one, reason } of Object.values(checks)) {
    expect(one).toBe('skip');
    expect(reason).not.toBe('');
  }
  expect(checks.sender?.fix).toContain('MAIL_FROM');
});

/** A real server that stands for what is asked by https: `HOST/PATH` to its answer. */
async function startWorld(answers: Record<string, [status: number, body: string, headers?: Record<string, string>]>) {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: (request.url ?? '').slice(1), authorization: request.headers.authorization });
    const [status, body, headers = {}] = answers[(request.url ?? '').slice(1)] ?? [404, 'nothing here'];
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asking: typeof fetch = (input, init) =>
    fetch(String(input).replace(/^https?:\/\//, `http://127.0.0.1:${port}/`), init);
  return {
    ...{ asked, fetch: asking },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const LINKEDIN = {
  LINKEDIN_ACCESS_TOKEN: 'AQX-secret',
  LINKEDIN_VERSION: '202509',
  LINKEDIN_AUTHOR: 'urn:li:person:77',
};
const CAL = { CAL_COM_API_KEY: 'cal_secret' };

test('keys that hold pass, each is sent to its own service only, and none is ever printed', async () => {
  const world = await startWorld({
    'api.cal.com/v2/me': [200, '{}'],
    'api.linkedin.com/v2/userinfo': [200, '{"sub":"77"}'],
  });
  try {
    const { checks, text } = await examine({ ...LINKEDIN, ...CAL }, world);
    expect(checks['cal.com']?.status).toBe('pass');
    expect(checks['linkedin token']).toMatchObject({ status: 'pass', reason: expect.stringContaining('60 days') });
    expect(checks['linkedin version']?.status).toBe('pass');
    expect(text).not.toContain('secret');
    expect(world.asked.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
      { path: 'api.cal.com/v2/me', authorization: 'Bearer cal_secret' },
      { path: 'api.linkedin.com/v2/userinfo', authorization: 'Bearer AQX-secret' },
    ]);
  } finally {
    await world.stop();
  }
});

test('keys that do not hold fail and say what to make anew', async () => {
  const world = await startWorld({
    'api.cal.com/v2/me': [401, '{}'],
    'api.linkedin.com/v2/userinfo': [401, '{}'],
  });
  try {
    const { status, checks } = await examine({ ...LINKEDIN, ...CAL }, world);
    expect(status).toBe('fail');
    expect(checks['cal.com']?.fix).toContain('CAL_COM_API_KEY');
    expect(checks['linkedin token']).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining('LINKEDIN_ACCESS_TOKEN'),
    });
  } finally {
    await world.stop();
  }
});

test('a token of somebody else fails and names the author it was given to', async () => {
  const world = await startWorld({ 'api.linkedin.com/v2/userinfo': [200, '{"sub":"78"}'] });
  try {
    const { checks } = await examine(LINKEDIN, world);
    expect(checks['linkedin token']).toMatchObject({ status: 'fail', fix: 'Set LINKEDIN_AUTHOR=urn:li:person:78' });
  } finally {
    await world.stop();
  }
});

test('a token and a version are told of before they end: a week, and a month ahead', async () => {
  const day = 86_400_000;
  const age = (days: number) => examine(LINKEDIN, { tokenFirstSeenMs: async () => NOW_MS - days * day });
  expect((await age(52)).checks['linkedin token']?.status).toBe('skip');
  expect((await age(54)).checks['linkedin token']?.status).toBe('warn');
  const version = async (LINKEDIN_VERSION: string) =>
    (await examine({ ...LINKEDIN, LINKEDIN_VERSION })).checks['linkedin version']?.status;
  expect(await version('202412')).toBe('pass');
  expect(await version('202411')).toBe('warn');
  expect(await version('202409')).toBe('fail');
  expect(await version('202511')).toBe('fail');
});

const NOT_INDEXED = { 'x-robots-tag': 'noindex, nofollow' };
test.each([
  [{ 'go.studio.in/u/asked-by-the-doctor': [404, '', NOT_INDEXED] }, 'pass', /not to the API/],
  [{ 'go.studio.in/u/asked-by-the-doctor': [404, ''] }, 'fail', /not as our listener/],
  [{ 'go.studio.in/u/asked-by-the-doctor': [502, 'bad gateway'] }, 'fail', /502/],
  [{ 'go.studio.in/livez': [200, 'ok'] }, 'fail', /whole studio to the world/],
] as [Parameters<typeof startWorld>[0], string, RegExp][])(
  'the public address %j: %s',
  async (answers, status, reason) => {
    const world = await startWorld(answers);
    try {
      const { checks } = await examine({ PUBLIC_URL: 'https://go.studio.in/', PUBLIC_PORT: '7380' }, world);
      expect(checks['public url']).toMatchObject({ status, reason: expect.stringMatching(reason) });
    } finally {
      await world.stop();
    }
  },
);

test('the clock is held against a time server: right, a little off, and wrong', async () => {
  const socket = createSocket('udp4');
  let aheadMs = 0;
  socket.on('message', (_, from) => {
    const answer = Buffer.alloc(48);
    const seconds = (NOW_MS - aheadMs) / 1000 + 2_208_988_800;
    for (const at of [32, 40]) {
      answer.writeUInt32BE(Math.floor(seconds), at);
      answer.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), at + 4);
    }
    socket.send(answer, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const timeServer = { host: '127.0.0.1', port: socket.address().port };
  const clockBy = async (ms: number) => {
    aheadMs = ms;
    return (await examine({}, { timeServer })).checks.clock;
  };
  expect(await clockBy(0)).toMatchObject({ status: 'pass', reason: expect.stringContaining('right by') });
  expect(await clockBy(5_000)).toMatchObject({ status: 'warn', reason: expect.stringContaining('5.0 s ahead') });
  expect(await clockBy(-3_600_000)).toMatchObject({ status: 'fail', reason: expect.stringContaining('behind') });
  socket.close();
});

test('a sender under a name for examples is asked for nowhere', async () => {
  const dns = await startDnsServer();
  try {
    const { checks } = await examine({ ...MAIL, MAIL_FROM: 'meera@studio.example' }, { resolver: dns.resolver });
    expect(checks.spf?.status).toBe('skip');
    expect(dns.asked).toEqual([]);
  } finally {
    await dns.stop();
  }
});

test('without a network nothing is called a fault, and it is said why', async () => {
  const { status, checks } = await examine(MAIL);
  expect(status).not.toBe('fail');
  expect(checks.spf).toMatchObject({ status: 'skip', reason: expect.stringContaining('is there a network?') });
  expect(checks.dmarc?.status).toBe('skip');
});

test('a resolver that denies every name is none, and nothing is called missing', async () => {
  const denying = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
  const { checks } = await examine(MAIL, { resolver: { resolveTxt: denying } });
  expect(checks.spf).toMatchObject({ status: 'skip', reason: expect.stringContaining('is there a network?') });
});

test('with a network, each record that is missing fails and says what to publish', async () => {
  const dns = await startDnsServer({ 'studio.in': ['v=spf1 mx -all'] });
  try {
    const { status, checks } = await examine(MAIL, { resolver: dns.resolver });
    expect(status).toBe('fail');
    expect(checks.spf?.status).toBe('pass');
    expect(checks.dkim?.status).toBe('warn');
    expect(checks.dmarc).toMatchObject({ status: 'fail', fix: expect.stringContaining('_dmarc.studio.in') });
  } finally {
    await dns.stop();
  }
});
