import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { FindingView } from '@sacred-qa/contracts/report';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { problem, type Routes, startStubStudio } from '../testing/stub-studio.ts';

const AUDIT_ID = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';
const LINEAGE_ID = `${AUDIT_ID}.3`;
const URL_OF_BOT = 'http://127.0.0.1:7301/v1';

const view = (state: AuditView['state'], answered: number, findings = 0): AuditView => ({
  id: AUDIT_ID,
  lineage_id: LINEAGE_ID,
  sankalpa_id: 'sankalpa-1',
  state,
  resumed: false,
  target: { name: 'Bot', url: URL_OF_BOT, model: 'sample-bot' },
  pack: { id: 'india-micro', version: '1', hash: 'abcdef0123456789', title: 'India micro' },
  repeats: 3,
  fail_at: null,
  concurrency: 4,
  retest_of: null,
  engagement_id: null,
  budget: {},
  spent: { calls: answered, tokens_in: 0, tokens_out: 0, estimated: 0, inr: null },
  pause: null,
  totals: {
    ...{ planned: 10, answered, errors: 1, cancelled: 0, skipped: 0, reused: 0 },
    ...{ scored: answered, unscored: 0, failed: findings, findings },
  },
  errors: { timed_out: 1 },
  error_examples: { timed_out: 'no byte for 60000 ms' },
  created_at: '2026-11-24T06:30:00.000Z',
  started_at: '2026-11-24T06:30:00.000Z',
  finished_at: state === 'completed' ? '2026-11-24T06:30:12.300Z' : null,
});

const ESTIMATE = { attempts: 10, calls: 10, tokens_in: 400, tokens_out: 2500, inr: null, basis: 'a guess' };

const finding = (patternId: string, severity: FindingView['severity'], advisory = false): FindingView => ({
  id: `finding-${patternId}`,
  lineage_id: `${AUDIT_ID}.9`,
  pattern_id: patternId,
  title: `About ${patternId}`,
  family: 'numbers',
  severity,
  advisory,
  status: 'open',
  status_reason: null,
  history: [],
  earlier: null,
  causes: [],
  harm: 'People pay too much.',
  affected: 'Readers of Hindi',
  fix: 'Group by lakh.',
  references: [],
  failed: 2,
  scored: 3,
  interval: { low: 0.2, high: 0.94 },
  evidence: [
    {
      case_id: 'lakh-1',
      repeat: 1,
      reason: 'It says \u001b[31mtwelve',
      expect: '12,34,567',
      conversation: [
        { role: 'user', said: { text: 'कितने?', lang: 'hi', dir: 'ltr' } },
        { role: 'assistant', said: { text: '1,234,567\u001b]0;owned\u0007', lang: 'en', dir: 'ltr' } },
      ],
      quote: { text: '1,234,567', lang: 'en', dir: 'ltr' },
      qa_log_id: 'log-1',
      lineage_id: `${AUDIT_ID}.5`,
    },
  ],
  reproduce: 'studio qa ask "कितने?" --target Bot',
});

let folder: string;
let stop: () => Promise<void> = async () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-audit-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function studioWith(routes: Routes) {
  const stub = await startStubStudio({ 'POST /audits/estimate': { body: ESTIMATE }, ...routes });
  stop = stub.stop;
  return { seen: stub.seen, env: { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' } };
}

/** A run that is seen at 4, then 7, then all 9 answers. */
function routesOfRun(findings: FindingView[] = [finding('low-one', 'low'), finding('lakh-grouping', 'high')]): Routes {
  const looks = [view('running', 4), view('running', 7), view('completed', 9, findings.length)];
  return {
    'POST /audits': { status: 201, body: view('queued', 0) },
    [`GET /audits/${AUDIT_ID}`]: () => ({ body: looks.shift() }),
    [`GET /audits/${AUDIT_ID}/findings`]: { body: { items: findings, next_cursor: null } },
    [`GET /audits/${AUDIT_ID}/report`]: ({ url }) =>
      url.includes('format=json')
        ? { body: { audit_id: AUDIT_ID, findings } }
        : { type: 'text/html', body: '<!doctype html><title>Report</title>' },
  };
}

const runWith = (...more: string[]): string[] => [
  'audit',
  'run',
  '--target',
  URL_OF_BOT,
  '--model',
  'sample-bot',
  '--report',
  join(folder, 'report.html'),
  ...more,
];

test('a run is planned, watched to its end, summarised worst first, and its report written', async () => {
  const { env, seen } = await studioWith(routesOfRun());
  const { exit, stdout, stderr } = await captureRun(runWith('--repeats', '2', '--patterns', 'a,b'), { env });
  expect(exit).toBe(0);
  expect(stderr).toContain('Estimate: 10 calls, about 400 tokens in and 2,500 out (a guess).');
  expect(seen.find(({ url }) => url === '/api/v1/audits')).toMatchObject({
    method: 'POST',
    headers: { authorization: 'Bearer sqs_0123456789abcdef' },
    body: {
      target: { kind: 'openai', name: 'sample-bot at 127.0.0.1:7301', url: URL_OF_BOT, model: 'sample-bot' },
      pack: 'india-micro',
      repeats: 2,
      patterns: ['a', 'b'],
    },
  });
  const rows = stdout.split('\n');
  expect(rows[1]).toMatch(/^high\s+lakh-grouping\s.*2 of 3\s+01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44\.9$/);
  expect(rows[2]).toMatch(/^low\s+low-one\s/);
  expect(stdout).toContain(
    '9 of 10 answered, 9 trials judged (7 passed, 2 failed), 1 error (timed_out 1), 2 findings, in 12.3 s',
  );
  expect(stderr).toContain('5/10  50 %  1 error');
  expect(stderr).toContain('1 × timed_out, such as: no byte for 60000 ms');
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('<title>Report</title>');
});

test('with --ci findings exit 100, and without findings 0', async () => {
  const first = await studioWith(routesOfRun());
  expect((await captureRun(runWith('--ci'), { env: first.env })).exit).toBe(100);
  await stop();
  const second = await studioWith(routesOfRun([]));
  const clean = await captureRun(runWith('--ci'), { env: second.env });
  expect(clean.exit).toBe(0);
  expect(clean.stderr).toContain('No findings.');
});

test('an audit that judged nothing is no pass, and with --ci neither is one with open questions', async () => {
  const unanswered = (scored: number, unscored: number): Routes => {
    const done = view('completed', 0, 0);
    const body = { ...done, totals: { ...done.totals, scored, unscored } };
    return { ...routesOfRun([]), [`GET /audits/${AUDIT_ID}`]: { body } };
  };
  const nothing = await studioWith(unanswered(0, 9));
  const run = await captureRun(runWith(), { env: nothing.env });
  expect([run.exit, run.stderr]).toEqual([2, expect.stringContaining('Nothing could be judged')]);
  await stop();
  const some = await studioWith(unanswered(5, 4));
  expect((await captureRun(runWith(), { env: some.env })).exit).toBe(0);
  expect((await captureRun(runWith('--ci'), { env: some.env })).exit).toBe(2);
});

test('--json - leaves nothing but the data of the report on stdout', async () => {
  const { env } = await studioWith(routesOfRun());
  const { stdout } = await captureRun(runWith('--json', '-'), { env });
  expect(JSON.parse(stdout)).toMatchObject({ audit_id: AUDIT_ID });
});

test('Ctrl-C leaves the run with the studio and says how to come back', async () => {
  const { env, seen } = await studioWith(routesOfRun());
  const interruption = new AbortController();
  const { exit, stderr } = await captureRun(runWith(), { env, interruption, onWait: () => interruption.abort() });
  expect(exit).toBe(130);
  expect(stderr).toContain(`Audit ${AUDIT_ID} goes on in the studio; the same command watches it again.`);
  expect(seen.some(({ url }) => url.endsWith('/cancel'))).toBe(false);
  expect(existsSync(join(folder, 'report.html'))).toBe(false);
});

test('the secrets that a target file names are read from the environment and sent beside the plan', async () => {
  const { env, seen } = await studioWith(routesOfRun());
  const file = join(folder, 'bot.yaml');
  writeFileSync(
    file,
    'kind: http\nname: Help desk\nurl: https://bot.example/ask\nheaders_env: {x-key: BOT_KEY}\nbody: {q: "{{text}}"}\nresponse_path: /answer\n',
  );
  const argv = [
    'audit',
    'run',
    '--target-file',
    file,
    '--allowed-by',
    'Asha Rao, CTO',
    '--report',
    join(folder, 'r.html'),
  ];
  const without = await captureRun(argv, { env });
  expect(without).toMatchObject({ exit: 2, stderr: expect.stringContaining('BOT_KEY, and it is not set') });
  expect(seen).toHaveLength(0);
  expect((await captureRun(argv, { env: { ...env, BOT_KEY: 'geheim' } })).exit).toBe(0);
  expect(seen.find(({ url }) => url === '/api/v1/audits')?.body).toMatchObject({
    target: { kind: 'http', name: 'Help desk', headers_env: { 'x-key': 'BOT_KEY' } },
    scope: { allowed_by: 'Asha Rao, CTO' },
    secrets: { BOT_KEY: 'geheim' },
  });
});

test('a target file with wrong fields is refused naming each, before the studio is asked', async () => {
  const { env, seen } = await studioWith({});
  const file = join(folder, 'bot.yaml');
  writeFileSync(file, 'kind: http\nname: Help desk\nurl: nowhere\nresponse_path: answer\n');
  const { exit, stderr } = await captureRun(['audit', 'run', '--target-file', file], { env });
  expect(exit).toBe(2);
  expect(stderr).toMatch(/^ {2}url: /m);
  expect(stderr).toMatch(/^ {2}response_path: /m);
  expect(seen).toHaveLength(0);
});

test('a refusal is one sentence with its code and a line for each field', async () => {
  const { env } = await studioWith({
    'POST /audits/estimate': problem(422, 'scope_refused', 'The address is public: say who allowed it.', {
      errors: [{ pointer: '/scope/allowed_by', detail: 'is missing' }],
    }),
  });
  const { exit, stderr } = await captureRun(runWith(), { env });
  expect(exit).toBe(2);
  expect(stderr).toBe(
    'studio: The address is public: say who allowed it. (scope_refused)\n  /scope/allowed_by: is missing\n',
  );
});

test('a studio that goes away in the middle is a fault, and the run is said to stay', async () => {
  const { env } = await studioWith({
    'POST /audits': { status: 201, body: view('queued', 0) },
    [`GET /audits/${AUDIT_ID}`]: problem(503, 'shutting_down', 'The server is stopping.'),
  });
  const { exit, stderr } = await captureRun(runWith(), { env });
  expect(exit).toBe(1);
  expect(stderr).toContain(`the same command goes on with audit ${AUDIT_ID}`);
});

test('a registered target is audited by its name, with the secrets that its own description names', async () => {
  const { env, seen } = await studioWith({
    ...routesOfRun(),
    'GET /targets/shop': {
      body: {
        id: 'target-1',
        spec: { kind: 'openai', name: 'shop', url: URL_OF_BOT, model: 'm', key_env: 'SHOP_KEY' },
      },
    },
  });
  const argv = ['audit', 'run', '--target', 'shop', '--report', join(folder, 'r.html')];
  await captureRun(argv, { env: { ...env, SHOP_KEY: 'geheim' } });
  expect(seen.find(({ url }) => url === '/api/v1/audits')?.body).toMatchObject({
    target: 'shop',
    secrets: { SHOP_KEY: 'geheim' },
  });
});

test('what a bot said is shown verbatim but cannot steer the terminal', async () => {
  const { env } = await studioWith(routesOfRun());
  const { stdout } = await captureRun(['audit', 'findings', AUDIT_ID], { env });
  expect(stdout).toContain('assistant: 1,234,567\ufffd]0;owned\ufffd');
  expect(stdout).toContain('user: कितने?');
  expect(stdout).not.toContain('\u001b');
});

test('colours come only on a terminal, and never with NO_COLOR', async () => {
  const coloured = '\u001b[31m';
  const { env } = await studioWith(routesOfRun());
  const argv = ['audit', 'findings', AUDIT_ID];
  expect((await captureRun(argv, { env, columns: 100 })).stdout).toContain(coloured);
  expect((await captureRun(argv, { env: { ...env, NO_COLOR: '1' }, columns: 100 })).stdout).not.toContain('\u001b');
});

test('a target that asks to be left alone is told of, once in a log and with the seconds on a terminal', async () => {
  const slowed = { ...view('running', 4), slowed_until: '2026-11-24T06:30:12.000Z' };
  const routes = (): Routes => {
    const looks = [slowed, slowed, view('running', 7), view('completed', 9, 0)];
    return { ...routesOfRun([]), [`GET /audits/${AUDIT_ID}`]: () => ({ body: looks.shift() }) };
  };
  const inLog = await studioWith(routes());
  const { stderr } = await captureRun(runWith(), { env: inLog.env });
  expect(stderr.match(/waiting 1.*: the target asked us to slow down/g)).toHaveLength(1);
  await stop();
  const onTerminal = await studioWith(routes());
  const drawn = await captureRun(runWith(), { env: onTerminal.env, columns: 120 });
  expect(drawn.stderr.match(/waiting 1/g)?.length).toBeGreaterThan(1);
});

test('an audit is named by its id, by either end of it, or as the last', async () => {
  const other = `${AUDIT_ID.slice(0, -4)}0000`;
  const audits = { items: [view('completed', 10), { ...view('completed', 10), id: other }], next_cursor: null };
  const whole = { [`GET /audits/${AUDIT_ID}`]: { body: view('completed', 10) } };
  const { env, seen } = await studioWith({ ...whole, 'GET /audits': { body: audits } });
  for (const typed of ['last', AUDIT_ID, AUDIT_ID.toUpperCase(), AUDIT_ID.slice(-8)]) {
    const { exit, stdout } = await captureRun(['audit', 'show', typed], { env });
    expect([typed, exit, stdout.includes(AUDIT_ID)]).toEqual([typed, 0, true]);
  }
  expect(seen.find(({ url }) => url.includes('limit=1'))).toBeDefined();
  const several = await captureRun(['audit', 'report', AUDIT_ID.slice(0, 13)], { env });
  expect(several).toMatchObject({ exit: 2, stderr: expect.stringContaining(other) });
  for (const typed of ['abcdef', 'the one of today']) {
    const none = await captureRun(['audit', 'cancel', typed], { env });
    expect(none).toMatchObject({ exit: 2, stderr: expect.stringContaining('studio audit list') });
  }
});

test.each(['127.0.0.1:7301/v1', 'localhost:7301', 'bot.example.in/v1', '[::1]:7301/v1'])(
  'the target %s is told what it lacks',
  async (address) => {
    const { exit, stderr } = await captureRun(['audit', 'run', '--target', address, '--model', 'm']);
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`Did you mean http://${address} ?`)]);
  },
);
