/** Whole audits over a real HTTP target on loopback, through the API. */
import { hash } from 'node:crypto';
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { ReportData } from '@sacred-qa/contracts/report';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { readPack } from './packs/load-pack.ts';
import { gatherRows } from './report-rows.ts';
import { json, type LoopbackServer, serveHttp } from './targets/loopback-server.ts';
import { readWholeRun } from './whole-run.ts';

let room: ApiRoom;
let pack: Pack;
let server: LoopbackServer;
/** How the target behaves; each test may put another in its place. */
let behave: (question: string, respond: Respond) => void;
interface Respond {
  say(text: string): void;
  status(code: number, headers?: Record<string, string>, body?: string): void;
  drop(): void;
}

beforeAll(async () => {
  room = await openApiRoom();
  ({ pack } = await readPack('india-micro'));
  server = await serveHttp((request, response, raw) => {
    const { messages } = JSON.parse(request.body) as { messages: { content: string }[] };
    behave(messages.at(-1)?.content ?? '', {
      say: (content) => json(response, { choices: [{ message: { role: 'assistant', content } }] }),
      status: (code, headers = {}, body = '') => response.writeHead(code, headers).end(body),
      drop: () => void raw.socket.destroy(),
    });
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await room.close();
});
beforeEach(() => {
  server.seen.length = 0;
  behave = (question, { say }) => say(sample(question, 'ideal'));
});

/** The pack's own sample answer to a question. */
function sample(question: string, kind: 'ideal' | 'faults'): string {
  for (const kase of pack.patterns.flatMap((pattern) => pattern.cases)) {
    for (const [i, plan] of kase.conversations.entries()) {
      if (plan.turns.at(-1) === question) return kase[kind][0]?.[i] ?? '';
    }
  }
  return 'OK';
}

const begin = async (more: object = {}): Promise<AuditView> => {
  const target = { kind: 'openai', name: 'bot', url: `${server.origin}/v1`, model: 'm', timeout_ms: 60_000 };
  const answer = await room.call('POST', '/audits', {
    target,
    patterns: ['lakh-crore-grouping', 'emergency-112-not-911'],
    repeats: 2,
    new: true,
    ...more,
  });
  expect([200, 201]).toContain(answer.statusCode);
  return answer.json();
};
const view = async (id: string): Promise<AuditView> => (await room.call('GET', `/audits/${id}`)).json();
const report = async (id: string): Promise<ReportData> =>
  (await room.call('GET', `/audits/${id}/report?format=json`)).json();

/** The audit once `holds` says so; looked at whenever something was committed. */
async function until(id: string, holds: (audit: AuditView) => boolean): Promise<AuditView> {
  for (;;) {
    const woken = new Promise<void>((resolve) => {
      const stop = room.studio.live.onWake(() => {
        stop();
        resolve();
      });
    });
    const audit = await view(id);
    if (holds(audit)) return audit;
    await woken;
  }
}
const ended = (id: string) => until(id, (audit) => audit.state === 'completed' || audit.state === 'cancelled');
const casesOf = (patternId: string) => pack.patterns.find((p) => p.id === patternId)?.cases.length ?? 0;

test('a product that answers well has no finding, and its lineage verifies', async () => {
  const audit = await ended((await begin()).id);
  const cases = casesOf('lakh-crore-grouping') + casesOf('emergency-112-not-911');
  expect(audit.totals).toMatchObject({ planned: cases * 2, answered: cases * 2, errors: 0, failed: 0, findings: 0 });
  expect(server.seen).toHaveLength(cases * 2);
  expect((await room.call('GET', `/lineage/${audit.lineage_id}/verify`)).json()).toMatchObject({ ok: true });
  expect((await room.call('GET', `/sankalpa/${audit.sankalpa_id}`)).json().status).toBe('completed');
});

test('a fault becomes one finding that leads back to the sankalpa, and every printed total is a count of rows', async () => {
  behave = (question, { say }) =>
    say(sample(question, /911|emergency|ambulance|112/i.test(question) ? 'ideal' : 'faults'));
  const { id } = await begin();
  const audit = await ended(id);
  const data = await report(id);
  expect(data.findings.map((finding) => finding.pattern_id)).toContain('lakh-crore-grouping');
  const finding = data.findings.find((one) => one.pattern_id === 'lakh-crore-grouping');
  expect(finding).toMatchObject({ severity: 'high', advisory: false, status: 'open' });
  expect(finding?.failed).toBe(casesOf('lakh-crore-grouping') * 2);
  expect(finding?.evidence[0]?.quote.text).not.toBe('');

  const { nodes } = (await room.call('GET', `/lineage/${finding?.lineage_id}/ancestors`)).json();
  expect(nodes.map((node: { operation_type: string }) => node.operation_type)).toEqual([
    'audit',
    'audit_run',
    'finding',
  ]);
  const log = finding?.evidence[0];
  const [qaLog] = (await room.call('GET', `/qa-logs?lineage_id=${log?.lineage_id}&agent=target`))
    .json()
    .items.filter((one: { id: string }) => one.id === log?.qa_log_id);
  expect(qaLog.response_json.answers.join()).toContain(finding?.evidence[0]?.quote.text);

  const [rows] = await room.db.query(
    `select count(*)::int as attempts, count(*) filter (where state in ('answered', 'scored'))::int as answered,
       (select count(*)::int from scores where audit_id = $1) as scored,
       (select count(*)::int from scores where audit_id = $1 and verdict = 'fail') as failed
     from attempts where audit_id = $1`,
    [id],
  );
  expect(data.totals).toMatchObject(rows ?? {});
  expect(audit.totals.failed).toBe(data.totals.failed);

  expect((await room.call('GET', `/audits/${id}/findings`)).json().items).toEqual(data.findings);
  const stored = (await auditsRepo.byId(room.db, id)) as Audit;
  expect((await auditsRepo.byId(room.db, id))?.pack, 'the plan is taken apart once').toBe(stored.pack);
  const inPagesOf = (size: number) => room.db.transaction((tx) => gatherRows(tx, stored, size));
  const inOne = await inPagesOf(1000);
  expect(inOne.cases).toEqual(data.cases);
  for (const size of [1, 2, 3, inOne.attempts]) expect(await inPagesOf(size)).toEqual(inOne);

  const html = await room.call('GET', `/audits/${id}/report`);
  expect(html.headers['content-type']).toContain('text/html');
  expect(html.body).toContain(finding?.lineage_id);
  expect((await room.db.query(`select sha256 from reports where audit_id = $1`, [id])).length).toBe(1);
});

test('the report that is read later has the hash that stands in the tree', async () => {
  behave = (question, { say }) => say(sample(question, 'faults'));
  const { id } = await begin();
  const { lineage_id } = await ended(id);
  const { body } = await room.call('GET', `/audits/${id}/report`);
  const { nodes } = (await room.call('GET', `/lineage/${lineage_id}/children`)).json();
  const node = nodes.find((one: { operation_type: string }) => one.operation_type === 'report');
  expect(hash('sha256', body)).toBe(node.metadata.sha256);
});

test('what a report was made of is read once, and anew as soon as a row of it was written', async () => {
  behave = (question, { say }) => say(sample(question, 'faults'));
  const { id } = await begin();
  await ended(id);
  const { totals } = await report(id);
  const stored = (await auditsRepo.byId(room.db, id)) as Audit;
  const read = () => room.db.transaction((tx) => readWholeRun(tx, stored));
  const before = await read();
  expect(await read()).toBe(before);
  const inOneFailedCase = `(select case_key from scores where audit_id = $1 and verdict = 'fail' order by id limit 1)`;
  await room.db.query(`update scores set verdict = 'pass' where audit_id = $1 and case_key = ${inOneFailedCase}`, [id]);
  expect((await report(id)).totals.failed).toBe(totals.failed - 1);
  await room.db.query(
    `update qa_logs set response_json = '{"answers": ["Nobody said this."]}' where id =
       (select qa_log_id from attempts where audit_id = $1 and case_key = ${inOneFailedCase})`,
    [id],
  );
  expect(JSON.stringify((await report(id)).findings)).toContain('Nobody said this.');
  expect((await room.call('GET', `/audits/${id}/report`)).body).toContain('Nobody said this.');
  await room.db.query(`delete from attempts where audit_id = $1 and case_key = ${inOneFailedCase}`, [id]);
  expect((await report(id)).totals.attempts).toBe(totals.attempts - 1);
});

test.each([
  ['answers HTML', ({ status }: Respond) => status(200, { 'content-type': 'text/html' }, '<h1>hi</h1>'), 'not_json'],
  ['answers 500', ({ status }: Respond) => status(500), 'http_error'],
  ['refuses the key', ({ status }: Respond) => status(401), 'unauthorised'],
  ['says 429 for ever', ({ status }: Respond) => status(429, { 'retry-after': '0' }), 'rate_limited'],
])('a target that %s on one question has a named error there, and the rest is judged', async (_name, act, code) => {
  const [hard] = pack.patterns.find((p) => p.id === 'lakh-crore-grouping')?.cases ?? [];
  behave = (question, respond) =>
    question === hard?.conversations[0]?.turns[0] ? act(respond) : respond.say(sample(question, 'ideal'));
  const { id } = await begin();
  const audit = await ended(id);
  expect(audit.errors).toEqual({ [code]: 2 });
  expect(audit.totals).toMatchObject({ errors: 2, answered: audit.totals.planned - 2, failed: 0, findings: 0 });
  const data = await report(id);
  expect(data.totals.unscored).toBe(2);
  expect(data.errors).toMatchObject([{ code, count: 2, example: audit.error_examples[code] }]);
});

test('while the target wants to be left alone, the audit says until when', async () => {
  behave = (_question, { status }) => status(429, { 'retry-after': '40' });
  const { id } = await begin({ concurrency: 1 });
  let waiting = await view(id);
  while (waiting.slowed_until === undefined) waiting = await view(id);
  const leftMs = Date.parse(waiting.slowed_until) - room.clock.now();
  expect(leftMs).toBeGreaterThan(0);
  expect(leftMs).toBeLessThanOrEqual(40_000);
  expect((await room.call('POST', `/audits/${id}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
  expect((await view(id)).slowed_until).toBeUndefined();
});

test('a slow target is timed out on that case only', async () => {
  const [hard] = pack.patterns.find((p) => p.id === 'lakh-crore-grouping')?.cases ?? [];
  let tries = 0;
  behave = (question, { say, drop }) => {
    if (question !== hard?.conversations[0]?.turns[0]) return say(sample(question, 'ideal'));
    tries += 1;
    // Each try that hangs costs the test its whole time: only the last of the three does.
    if (tries < 3) drop();
  };
  const target = { kind: 'openai', name: 'slow', url: `${server.origin}/v1`, model: 'm', timeout_ms: 3000 };
  const { id } = await begin({ target, repeats: 1 });
  const audit = await ended(id);
  expect(audit.errors).toEqual({ timed_out: 1 });
  expect(audit.totals.answered).toBe(audit.totals.planned - 1);
});

test('the same request takes an unfinished run up again and asks nothing twice', async () => {
  let answered = 0;
  const held: (() => void)[] = [];
  behave = (question, { say }) => {
    answered += 1;
    if (answered <= 3) say(sample(question, 'ideal'));
    else held.push(() => say(sample(question, 'ideal')));
  };
  const first = await begin({ concurrency: 2 });
  await until(first.id, (audit) => audit.totals.scored >= 3);
  const again = await begin({ concurrency: 2, new: false });
  expect([again.id, again.resumed]).toEqual([first.id, true]);
  behave = (question, { say }) => say(sample(question, 'ideal'));
  for (const release of held) release();
  const audit = await ended(first.id);
  expect(server.seen).toHaveLength(audit.totals.planned);
  const other = await begin({ concurrency: 2, new: false, repeats: 1 });
  expect(other.resumed).toBe(false);
  await ended(other.id);
});

test('equal requests at once begin one run, and a retry after a crash begins no other', async () => {
  behave = () => {};
  const target = { kind: 'openai', name: 'bot', url: `${server.origin}/v1`, model: 'm' };
  const body = { target, patterns: ['lakh-crore-grouping'], repeats: 3 };
  const runs = () => room.count('audits');
  const before = await runs();
  const answers = await Promise.all(Array.from({ length: 4 }, () => room.call('POST', '/audits', body)));
  expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 200, 200, 201]);
  expect(await runs()).toBe(before + 1);

  const anew = () => room.call('POST', '/audits', { ...body, new: true }, { headers: { 'idempotency-key': 'crash' } });
  const first = (await anew()).json();
  await room.db.query('delete from idempotency_keys');
  expect((await anew()).json()).toMatchObject({ id: first.id, resumed: true });
  expect(await runs()).toBe(before + 2);
  for (const act of ['pause', 'cancel'] as const) {
    await room.call('POST', `/audits/${first.id}/${act}`);
    await room.db.query('delete from idempotency_keys');
    const retried = await anew();
    expect([retried.statusCode, retried.json().state]).toEqual([200, act === 'pause' ? 'paused' : 'cancelled']);
  }
  for (const id of [answers[0]?.json().id, first.id]) await room.call('POST', `/audits/${id}/cancel`);
});

test('a cancelled run asks nothing more and keeps what was answered', async () => {
  let asked = 0;
  behave = (question, { say }) => {
    asked += 1;
    if (asked <= 2) say(sample(question, 'ideal'));
  };
  const { id } = await begin({ concurrency: 1 });
  await until(id, (audit) => audit.totals.scored >= 2);
  const cancelled = (await room.call('POST', `/audits/${id}/cancel`)).json();
  expect(cancelled).toMatchObject({ state: 'cancelled', totals: { answered: 2 } });
  expect(cancelled.totals.cancelled).toBe(cancelled.totals.planned - 2);
  expect((await report(id)).totals.scored).toBe(2);
  await room.studio.audits.runJob({ audit_id: id, concurrency: 1 }, AbortSignal.timeout(60_000));
  expect((await view(id)).state).toBe('cancelled');
});

test('a cancelled run has the findings that its answers show, and its report says after how many', async () => {
  let asked = 0;
  behave = (question, { say }) => {
    asked += 1;
    if (asked <= 3) say(sample(question, 'faults'));
  };
  const { id } = await begin({ concurrency: 1, patterns: ['lakh-crore-grouping'] });
  await until(id, (audit) => audit.totals.scored >= 3);
  const cancelled = (await room.call('POST', `/audits/${id}/cancel`)).json();
  expect(cancelled).toMatchObject({ state: 'cancelled', totals: { failed: 3, findings: 1 } });
  expect((await report(id)).findings).toMatchObject([{ pattern_id: 'lakh-crore-grouping', failed: 3, scored: 3 }]);
  const { body } = await room.call('GET', `/audits/${id}/report`);
  expect(body).toContain(`was cancelled after 3 of ${cancelled.totals.planned}\u00a0conversations`);
  const [stored] = await room.db.query<{ sha256: string }>('select sha256 from reports where audit_id = $1', [id]);
  expect(hash('sha256', body)).toBe(stored?.sha256);
  const { nodes } = (await room.call('GET', `/lineage/${cancelled.lineage_id}/children`)).json();
  expect(nodes.map((node: { operation_type: string }) => node.operation_type)).toEqual(
    expect.arrayContaining(['attempts', 'finding', 'finished', 'report']),
  );
  expect((await room.call('GET', `/lineage/${cancelled.lineage_id}/verify`)).json()).toMatchObject({ ok: true });
});

test('an identifier that a target gives away is judged but nowhere stored', async () => {
  behave = (question, { say }) => say(`${sample(question, 'ideal')} By the way, 2345 6789 0124 is his Aadhaar.`);
  const { id } = await begin();
  await ended(id);
  for (const table of ['qa_logs', 'scores', 'findings', 'attempts', 'live_events']) {
    expect([
      table,
      await room.db.query(`select 1 from ${table} x where to_jsonb(x)::text ~ '2345 ?6789 ?0124'`),
    ]).toEqual([table, []]);
  }
  expect((await room.call('GET', `/audits/${id}/report`)).body).not.toMatch(/2345 ?6789 ?0124/);
});

test('an answer that was changed afterwards is noticed by verify and by the check of the store', async () => {
  const { id } = await begin();
  const { lineage_id } = await ended(id);
  const verify = async () => (await room.call('GET', `/lineage/${lineage_id}/verify`)).json();
  expect((await verify()).ok).toBe(true);
  const [log] = await room.db.query<{ id: string }>(
    `update qa_logs set response_json = jsonb_set(response_json, '{answers,0}', '"forged"')
     where id = (select qa_log_id from attempts where audit_id = $1 limit 1) returning id`,
    [id],
  );
  expect(await verify()).toMatchObject({ ok: false, reason: `the answer in qa log ${log?.id} is not what was listed` });
  expect((await room.call('POST', '/db/check')).json().ok).toBe(false);
});

test('a target that names a secret is not asked without it, and with it is asked with it', async () => {
  const target = { kind: 'openai', name: 'keyed', url: `${server.origin}/v1`, model: 'm', key_env: 'BOT_KEY' };
  const refused = await room.call('POST', '/audits', { target, patterns: ['lakh-crore-grouping'] });
  expect([refused.statusCode, refused.json().errors]).toEqual([
    422,
    [{ pointer: '/secrets/BOT_KEY', detail: 'The target needs this value.' }],
  ]);
  const audit = await ended((await begin({ target, secrets: { BOT_KEY: 'sk-of-the-bot' } })).id);
  expect(audit.errors).toEqual({});
  expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer sk-of-the-bot']));
});

test('the secrets of a run that ended in another process are forgotten', async () => {
  behave = () => {};
  const target = { kind: 'openai', name: 'kept', url: `${server.origin}/v1`, model: 'm', key_env: 'BOT_KEY' };
  const { id } = await begin({ target, secrets: { BOT_KEY: 'sk-of-the-bot' }, concurrency: 1 });
  const asked = () => server.seen.length;
  while (asked() === 0) await view(id);
  const job = { audit_id: id, concurrency: 1 };
  const states = (audit: string, attempts: string) =>
    room.db.query(
      `with a as (update audits set state = $2 where id = $1) update attempts set state = $3 where audit_id = $1`,
      [id, audit, attempts],
    );
  await states('completed', 'scored');
  await room.studio.audits.sweep();
  await states('running', 'new');
  const before = asked();
  // Not done with the job: another process may have what this one lacks.
  await expect(room.studio.audits.runJob(job, AbortSignal.timeout(60_000))).rejects.toThrow('the secrets of the run');
  expect(asked()).toBe(before);
  await room.call('POST', `/audits/${id}/cancel`);
});

test.each([
  ['a pack that is not there', { pack: 'no-such' }, 404, 'not_found'],
  ['a pattern that is not there', { patterns: ['no-such'] }, 422, 'validation_failed'],
  ['a target that is not registered', { target: 'nobody' }, 404, 'not_found'],
  [
    'a public target that nobody allowed',
    { target: { kind: 'openai', name: 'p', url: 'https://example.com/v1', model: 'm' } },
    422,
    'scope_refused',
  ],
  [
    'a private address',
    { target: { kind: 'openai', name: 'q', url: 'http://169.254.169.254/v1', model: 'm' } },
    422,
    'scope_refused',
  ],
])('%s is refused with what to do', async (_name, body, status, code) => {
  const answer = await room.call('POST', '/audits', { target: 'bot', ...body });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});
