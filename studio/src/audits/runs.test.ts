/** How a run is held: its budget, its pauses, what it need not ask again, and what one bad case may do to the others. */
import { hash, randomUUID } from 'node:crypto';
import type { AuditView } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Pack } from '@sacred-qa/contracts/pack';
import { systemLookup } from '@sacred-qa/foundation/address-class';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { newUuid } from '@sacred-qa/foundation/ids';
import { redact, redactQuote } from '@sacred-qa/foundation/redaction';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAuditor } from '../agents/auditor.ts';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';
import { attemptsRepo } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { runShard } from './run.ts';
import { createThrottle } from './targets/concurrency.ts';
import { json, type LoopbackServer, serveHttp } from './targets/loopback-server.ts';
import { createAsker } from './targets/target.ts';

let room: ApiRoom;
let server: LoopbackServer;
let respond: (question: string) => Reply | Promise<Reply>;
type Reply = { say: string } | { status: number } | 'hang' | 'drop';

beforeAll(async () => {
  // Pauses end at once: what a run does after one is the matter here, not how long it waits.
  room = await openApiRoom({ sleep: () => new Promise((resolve) => setImmediate(resolve)) });
  server = await serveHttp(async (request, response, raw) => {
    const { messages } = JSON.parse(request.body) as { messages: { content: string }[] };
    const reply = await respond(messages.at(-1)?.content ?? '');
    if (reply === 'hang') return;
    if (reply === 'drop') return void raw.socket.destroy();
    if ('status' in reply) return void response.writeHead(reply.status).end();
    const usage = { prompt_tokens: 10, completion_tokens: 5 };
    json(response, { choices: [{ message: { role: 'assistant', content: reply.say } }], usage });
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await room.close();
});
beforeEach(async () => {
  server.seen.length = 0;
  respond = () => ({ say: 'blue' });
});

/** Cases that want the word `blue` in the answer to `Q1`, `Q2` and so on. */
function pack(cases: number | string[], more: Partial<Pack> = {}): Pack {
  const names = typeof cases === 'number' ? Array.from({ length: cases }, (_, i) => `Q${i + 1}`) : cases;
  return {
    ...{ id: 'held', version: '1', title: 'Held', repeats: 1, ...more },
    patterns: [
      {
        ...{ id: 'colour', family: 'test', title: 'Colour', severity: 'low', harm: 'h', affected: 'a', fix: 'f' },
        ...{ references: [], verified: true },
        oracle: { kind: 'text-match', params: { rule: 'patterns', must: ['blue'], not: ['red'] } },
        cases: names.map((question) => ({
          id: question.toLowerCase(),
          lang: 'en',
          conversations: [{ lang: 'en', turns: [question] }],
          ...{ expect: 'blue', ideal: [['It is blue.']], faults: [['It is red.']] },
        })),
      },
    ],
  };
}

let targets = 0;
const freshTarget = () => {
  targets += 1;
  return {
    kind: 'openai',
    name: `bot-${targets}`,
    url: `${server.origin}/v1`,
    model: `m-${targets}`,
    timeout_ms: 60_000,
  };
};

async function begin(body: object): Promise<AuditView> {
  const answer = await room.call('POST', '/audits', { target: freshTarget(), pack: pack(6), concurrency: 1, ...body });
  expect([answer.statusCode, answer.json().detail]).toEqual([answer.json().resumed ? 200 : 201, undefined]);
  return answer.json();
}
const view = async (id: string): Promise<AuditView> => (await room.call('GET', `/audits/${id}`)).json();

/** The audit once it neither waits nor runs; looked at whenever something was committed. */
async function still(id: string): Promise<AuditView> {
  for (;;) {
    const woken = new Promise<void>((resolve) => {
      const stop = room.studio.live.onWake(() => {
        stop();
        resolve();
      });
    });
    const audit = await view(id);
    if (audit.state !== 'queued' && audit.state !== 'running') return audit;
    await woken;
  }
}
const asked = () => server.seen.map(({ body }) => JSON.parse(body).messages.at(-1).content as string);

/** Lets the store refuse such a change `times` times, as one that is away does; gives what ends it. */
async function refusing(change: string, when: string, times: number): Promise<() => Promise<void>> {
  await room.db.execute('create sequence refusals');
  await room.db.execute(
    `create function refuse() returns trigger language plpgsql as $$ begin
       if nextval('refusals') <= ${times} then raise exception 'the store is away' using errcode = '57P03'; end if;
       return new; end $$`,
  );
  await room.db.execute(`create trigger refuse before ${change} for each row when (${when}) execute function refuse()`);
  return async () => {
    await room.db.execute('drop function refuse() cascade');
    await room.db.execute('drop sequence refusals');
  };
}

test('an answer that was heard while the store was away is kept when it is back, and not asked for again', async () => {
  const back = await refusing('insert on qa_logs', `new.agent_id = 'target'`, 5);
  const audit = await still((await begin({})).id);
  await back();
  expect(audit).toMatchObject({ state: 'completed', totals: { answered: 6, errors: 0 } });
  expect(asked()).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
});

test('a question whose turn could not be noted in the store was not put, and is no error', async () => {
  const target = freshTarget();
  await room.call('POST', '/targets', { spec: target, scope: { rate_per_minute: 6_000 } });
  const back = await refusing('update of next_turn_at on targets', 'true', 2);
  const audit = await still((await begin({ target: target.name, pack: pack(2) })).id);
  await back();
  expect(audit).toMatchObject({ state: 'completed', totals: { answered: 2, errors: 0 }, spent: { calls: 2 } });
});

/** A run that no job of the room touches, for it is outside its hours; and what a shard of it needs. */
async function beginUntouched(body: object) {
  const hourIst = Math.floor(room.clock.now() / 3_600_000 + 5.5) % 24;
  const hours = [2, 3].map((ahead) => `${`${(hourIst + ahead) % 24}`.padStart(2, '0')}:00`).join('-');
  const { id } = await begin({ scope: { hours }, ...body });
  await auditsRepo.begin(room.db, id, isoOf(room.clock.now()));
  const audit = (await auditsRepo.byId(room.db, id)) as Audit;
  const sleep = async () => {};
  const deps = {
    ...{ ...room.studio, db: room.db, clock: room.clock, newId: newUuid, redact, redactQuote, sleep },
    ...{ auditor: createAuditor(), owner: 'a test' },
    throttle: createThrottle({ max: 2, clock: room.clock, sleep }),
    openAsker: (of: Audit) =>
      createAsker({ lookup: systemLookup, clock: room.clock }, of.targetSpec, of.scope, () => undefined),
  };
  return { audit, deps };
}
const never = new AbortController().signal;
const stops = { now: never, soon: never };
const lister = { add: () => {}, flush: async () => {} };

test('a run whose store takes nothing any more gives up, closes what it asked with, and holds nothing for long', async () => {
  const { audit, deps } = await beginUntouched({});
  const refusal = new StudioError('database_unavailable', 'the store is away');
  const query: Database['query'] = (text, params, name) =>
    name === 'attempts-settle' ? Promise.reject(refusal) : room.db.query(text, params, name);
  let closed = 0;
  const openAsker = (of: Audit) => {
    const asker = deps.openAsker(of);
    const close = async () => {
      closed += 1;
      await asker.close();
    };
    return { ...asker, close };
  };
  const away = { ...deps, openAsker, db: { ...room.db, query } };
  await expect(runShard(away, audit, stops, lister)).rejects.toThrow('away');
  expect(closed).toBe(1);
  const owners = await room.db.query<{ by: string }>(
    `select distinct leased_by as by from attempts where audit_id = $1 and state = 'sent'`,
    [audit.id],
  );
  expect(owners).toEqual([{ by: expect.stringMatching(/^a test\/./) }]);
  await attemptsRepo.freeLeases(room.db, deps.owner);
  const now = isoOf(room.clock.now());
  expect(await attemptsRepo.lease(room.db, audit.id, { owner: 'b', now, until: now, limit: 9 })).toHaveLength(6);
  await room.call('POST', `/audits/${audit.id}/cancel`);
});

test('a run that cannot begin leaves the one that it would have taken over as it was', async () => {
  const target = freshTarget();
  const first = await still((await begin({ target, budget: { calls: 4 } })).id);
  const back = await refusing('insert on audits', 'true', 1);
  const refused = await room.call('POST', '/audits', { target, pack: pack(3, { version: '2' }) });
  await back();
  expect(refused.statusCode).toBe(503);
  expect((await view(first.id)).state).toBe('paused');
});

test('a budget of calls is kept to the call, the run says so, and goes on when it is raised', async () => {
  const held = await still((await begin({ budget: { calls: 4 } })).id);
  expect(held).toMatchObject({ state: 'paused', pause: { reason: 'budget_calls' }, totals: { answered: 4 } });
  expect(held.spent).toEqual({ calls: 4, tokens_in: 40, tokens_out: 20, estimated: 0, inr: null });
  expect(server.seen).toHaveLength(4);
  await room.call('POST', `/audits/${held.id}/resume`, { budget: { calls: 6 } });
  expect(await still(held.id)).toMatchObject({ state: 'completed', pause: null, totals: { answered: 6 } });
  expect(asked()).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
});

test('budgets of tokens and rupees count what the target reports, and hold with calls in flight', async () => {
  const tokens = await still((await begin({ pack: pack(40), budget: { tokens: 100 }, concurrency: 4 })).id);
  expect(tokens.pause?.reason).toBe('budget_tokens');
  expect(tokens.spent.tokens_in + tokens.spent.tokens_out).toBeLessThanOrEqual(100 + 4 * 15);
  const price = { input: 100_000, output: 200_000 };
  const rupees = await still((await begin({ pack: pack(40), budget: { inr: 10 }, price })).id);
  expect(rupees.pause?.reason).toBe('budget_inr');
  expect(rupees.spent.inr).toBe(rupees.spent.calls * 2);
  expect(rupees.spent.inr).toBeLessThanOrEqual(10 + 2);
});

test('a failed question that waits for its next try is counted once', async () => {
  const waits = Promise.withResolvers<void>();
  const thirdCame = Promise.withResolvers<void>();
  respond = async (question) => {
    const isFirst = asked().filter((one) => one === question).length === 1;
    if (question === 'Q1' && isFirst) return 'drop';
    if (question === 'Q2') await waits.promise;
    if (question === 'Q3') thirdCame.resolve();
    return { say: 'blue' };
  };
  const { audit, deps } = await beginUntouched({ pack: pack(3), budget: { calls: 3 }, concurrency: 2 });
  const sleep = async (_ms: number, signal?: AbortSignal) => {
    waits.resolve();
    signal?.addEventListener('abort', () => thirdCame.resolve());
    await thirdCame.promise;
  };
  expect(await runShard({ ...deps, sleep }, audit, stops, lister)).toMatchObject({ reason: 'budget_calls' });
  expect(asked()).toContain('Q3');
  await room.call('POST', `/audits/${audit.id}/cancel`);
});

test('a budget that is raised while the run goes is the one that it is held to', async () => {
  const fourth = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  respond = async (question) => {
    if (question === 'Q4') {
      fourth.resolve();
      await release.promise;
    }
    return { say: 'blue' };
  };
  const { id } = await begin({ budget: { calls: 4 } });
  await fourth.promise;
  await room.call('POST', `/audits/${id}/resume`, { budget: { calls: 6 } });
  release.resolve();
  expect(await still(id)).toMatchObject({ state: 'completed', totals: { answered: 6 } });
});

test('a run that another process paused and resumed is gone on with here', async () => {
  const third = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  respond = async (question) => {
    if (question === 'Q3') {
      third.resolve();
      await release.promise;
    }
    return { say: 'blue' };
  };
  const { id } = await begin({});
  await third.promise;
  await room.db.query(`update audits set state = 'paused' where id = $1`, [id]);
  // The other resumes it as soon as the third answer is listed: when this process has noticed, and before it looks again.
  await room.db.execute(
    `create function resume() returns trigger language plpgsql as $$ begin
       update audits set state = 'running' where id = '${id}'; return new; end $$`,
  );
  await room.db.execute(
    `create trigger resume after update on qa_logs for each row
       when (new.request_json->'turns'->>0 = 'Q3') execute function resume()`,
  );
  release.resolve();
  while ((await view(id)).state === 'paused') await room.db.query('select 1');
  const audit = await still(id);
  await room.db.execute('drop function resume() cascade');
  expect(audit).toMatchObject({ state: 'completed', totals: { answered: 6 } });
});

test('a budget in rupees without a price is refused before anything is asked', async () => {
  const refused = await room.call('POST', '/audits', { target: freshTarget(), pack: pack(2), budget: { inr: 5 } });
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/price']);
  expect(server.seen).toEqual([]);
});

test('an estimate asks nobody, registers nothing, and is told with its basis', async () => {
  const target = { ...freshTarget(), price_inr_per_million: { input: 100, output: 400 } };
  const before = await room.count('targets');
  const estimate = (await room.call('POST', '/audits/estimate', { target, pack: pack(6), repeats: 2 })).json();
  expect(estimate).toMatchObject({
    attempts: 12,
    calls: 12,
    tokens_out: 3000,
    basis: expect.stringContaining('guess'),
  });
  expect(estimate.inr).toBeCloseTo((estimate.tokens_in * 100 + 3000 * 400) / 1e6);
  expect([server.seen.length, await room.count('targets')]).toEqual([0, before]);
});

test('a run is narrowed to families, ids, severities and languages, and what fits nothing is refused by name', async () => {
  const estimate = (chosen: object) =>
    room.call('POST', '/audits/estimate', { target: freshTarget(), pack: 'india-micro', repeats: 1, ...chosen });
  const attemptsOf = async (chosen: object) => (await estimate(chosen)).json().attempts as number;
  const family = await attemptsOf({ only: ['health-emergency'] });
  const one = await attemptsOf({ only: ['emergency-112-not-911'] });
  expect(one).toBeGreaterThan(0);
  expect(family).toBeGreaterThan(one);
  expect(await attemptsOf({ only: ['health-emergency'], severities: ['critical'] })).toBe(family);
  expect(await attemptsOf({ only: ['emergency-112-not-911'], languages: ['kn'] })).toBe(1);
  for (const [chosen, pointer, known] of [
    [{ only: ['astrology'] }, '/only', 'health-emergency'],
    [{ only: ['health-emergency'], severities: ['low'] }, '/severities', 'low'],
    [{ languages: ['tlh'] }, '/languages', 'hi-Latn'],
  ] as const) {
    const refused = await estimate(chosen);
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, pointer]);
    expect(refused.json().detail).toContain(known);
  }
});

test('a paused run keeps what was under way, asks nothing more, and resumes where it stood', async () => {
  const third = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  respond = async (question) => {
    if (question === 'Q3') {
      third.resolve();
      await release.promise;
    }
    return { say: 'blue' };
  };
  const { id } = await begin({});
  await third.promise;
  const paused = (await room.call('POST', `/audits/${id}/pause`)).json();
  expect(paused).toMatchObject({ state: 'paused', pause: { reason: 'asked' } });
  release.resolve();
  while ((await view(id)).totals.answered < 3) await room.db.query('select 1');
  expect(asked()).toEqual(['Q1', 'Q2', 'Q3']);
  await room.call('POST', `/audits/${id}/resume`, {});
  expect(await still(id)).toMatchObject({ state: 'completed', totals: { answered: 6 } });
  expect(asked()).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
});

test('a target that is down ends the run by name, charges it nothing, and leaves all of it to be asked later', async () => {
  respond = () => 'drop';
  const { id } = await begin({ pack: pack(30), concurrency: 4 });
  const down = await still(id);
  expect(down).toMatchObject({ state: 'paused', pause: { reason: 'target_down' }, totals: { answered: 0, failed: 0 } });
  expect(server.seen.length).toBeLessThan(30);
  respond = () => ({ say: 'blue' });
  await room.call('POST', `/audits/${id}/resume`, {});
  expect(await still(id)).toMatchObject({ state: 'completed', totals: { answered: 30, errors: 0 } });
});

test('a case that hangs, breaks off, answers 10 MB or breaks a detector touches no other', async () => {
  const odd: Record<string, Reply> = {
    Q20: { say: 'x'.repeat(10 * 1024 * 1024) },
    Q30: { status: 500 },
    Q40: { say: 'blue \u0000 and half a pair \ud800' },
  };
  let tries = 0;
  respond = (question) => {
    if (question !== 'Q10') return odd[question] ?? { say: 'blue' };
    tries += 1;
    // Each try that hangs costs the test its whole time: only the last of the three does.
    return tries < 3 ? 'drop' : 'hang';
  };
  const target = { ...freshTarget(), timeout_ms: 5000 };
  const audit = await still((await begin({ target, pack: pack(200), concurrency: 16 })).id);
  expect(audit).toMatchObject({ state: 'completed', totals: { answered: 197, errors: 3, failed: 0 } });
  expect(audit.errors).toEqual({ timed_out: 1, answer_too_large: 1, http_error: 1 });
});

test('repeats end as soon as k of n is decided, and a case that fails less often is no finding', async () => {
  const heard = new Map<string, number>();
  respond = (question) => {
    const nth = (heard.get(question) ?? 0) + 1;
    heard.set(question, nth);
    if (question === 'Q1') return { say: 'red' };
    return { say: question === 'Q2' && nth === 1 ? 'red' : 'blue' };
  };
  const audit = await still((await begin({ pack: pack(3), repeats: 5, fail_at: 3 })).id);
  // Q1 fails thrice and is decided; Q2 fails once, and Q2 and Q3 pass for good once fewer than 3 failures can come.
  expect(Object.fromEntries(heard)).toEqual({ Q1: 3, Q2: 4, Q3: 3 });
  expect(audit.totals).toMatchObject({ answered: 10, skipped: 5, failed: 4, findings: 1 });
  heard.clear();
  const mild = await still((await begin({ pack: pack(['Q2', 'Q3']), repeats: 5, fail_at: 3 })).id);
  expect(mild.totals).toMatchObject({ failed: 1, findings: 0 });
});

test('a pack that was reordered and added to takes over what its unfinished run was answered', async () => {
  const target = freshTarget();
  const first = await still((await begin({ target, budget: { calls: 4 } })).id);
  const changed = pack(['New', 'Q6', 'Q5', 'Q4', 'Q3', 'Q2', 'Q1'], { version: '2' });
  const second = await still((await begin({ target, pack: changed })).id);
  expect(second.id).not.toBe(first.id);
  expect(second).toMatchObject({ state: 'completed', totals: { answered: 7, reused: 4, scored: 7 } });
  expect(asked().toSorted()).toEqual(['New', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
  expect((await view(first.id)).state).toBe('cancelled');
  expect((await room.call('GET', `/lineage/${second.lineage_id}/verify`)).json().ok).toBe(true);
});

test('the cache answers the same request at the same repeat, and repeats stay independent of each other', async () => {
  const target = freshTarget();
  let nth = 0;
  respond = () => {
    nth += 1;
    return { say: `blue ${nth}` };
  };
  await still((await begin({ target, pack: pack(2), repeats: 3 })).id);
  const cached = await still((await begin({ target, pack: pack(2), repeats: 4, cache: true, new: true })).id);
  expect(server.seen).toHaveLength(6 + 2);
  expect(cached.totals).toMatchObject({ answered: 8, reused: 6 });
  const answers = await room.db.query<{ said: string }>(
    `select q.response_json->'answers'->>0 as said from attempts t join qa_logs q on q.id = t.qa_log_id where t.audit_id = $1`,
    [cached.id],
  );
  expect(new Set(answers.map(({ said }) => said)).size).toBe(8);
  const other = await still((await begin({ pack: pack(2), repeats: 3, cache: true })).id);
  expect(other.totals.reused).toBe(0);
});

test('a run can be repeated from its stored plan, whatever its target has become', async () => {
  const target = freshTarget();
  const first = await still((await begin({ target, repeats: 2, patterns: ['colour'] })).id);
  await room.call('POST', '/targets', { spec: { ...target, model: 'another' } });
  const answer = await room.call('POST', '/audits', { like: first.id });
  const second = await still(answer.json().id);
  const plans = await room.db.query(
    `select plan_hash, (select array_agg(case_key order by ordinal) from attempts where audit_id = a.id) as keys
     from audits a where id in ($1, $2)`,
    [first.id, second.id],
  );
  expect(plans[0]).toEqual(plans[1]);
  expect(new Set(server.seen.map(({ body }) => JSON.parse(body).model))).toEqual(new Set([target.model]));
});

test('a re-score asks nobody, keeps the old verdicts, renews findings, and the report says so', async () => {
  respond = (question) => ({ say: question === 'Q1' ? 'red' : 'blue' });
  const audit = await still((await begin({ pack: pack(3) })).id);
  const asks = server.seen.length;
  const scoring = async () => (await room.call('GET', `/audits/${audit.id}/scoring`)).json();
  expect(await scoring()).toEqual({ rescored: null, judging: null });
  // As if the detector had been of another mind then.
  await room.db.query(
    `update scores set verdict = case verdict when 'fail' then 'pass' else 'fail' end, detector_version = '0'
     where audit_id = $1`,
    [audit.id],
  );
  const again = (await room.call('POST', `/audits/${audit.id}/rescore`)).json();
  expect(again.totals).toMatchObject({ scored: 3, failed: 1, findings: 1 });
  expect(server.seen).toHaveLength(asks);
  const data = (await room.call('GET', `/audits/${audit.id}/report?format=json`)).json();
  expect(data.rescored).toMatchObject({ judged: 3, changed: 3 });
  expect(await scoring()).toEqual({ rescored: data.rescored, judging: null });
  expect((await room.call('GET', `/audits/${randomUUID()}/scoring`)).statusCode).toBe(404);
  expect(data.cases.map((one: { failed: number }) => one.failed)).toEqual([1, 0, 0]);
  expect(await room.count('scores')).toBeGreaterThanOrEqual(6);
  const html = (await room.call('GET', `/audits/${audit.id}/report`)).body;
  expect(html).toMatch(/3 of 3\s+verdicts changed/);
  const nodes = (await room.call('GET', `/lineage/${audit.lineage_id}/children`)).json().nodes;
  expect(nodes.map((node: { operation_type: string }) => node.operation_type)).toContain('rescore');
  const report = nodes.findLast((node: { operation_type: string }) => node.operation_type === 'report');
  expect(hash('sha256', html)).toBe(report.metadata.sha256);
});

test('a re-score never clears a verdict on words that were taken out of the stored answer', async () => {
  respond = () => ({ say: 'red, says the holder of Aadhaar 2345 6789 0124' });
  const audit = await still((await begin({ pack: pack(1) })).id);
  await room.db.query(`update scores set verdict = 'pass' where audit_id = $1`, [audit.id]);
  const { totals } = (await room.call('POST', `/audits/${audit.id}/rescore`)).json();
  expect(totals).toMatchObject({ scored: 0, unscored: 1, failed: 0 });
});
