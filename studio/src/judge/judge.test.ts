import type { AuditView } from '@sacred-qa/contracts/audit';
import type { JudgeStatus } from '@sacred-qa/contracts/judge';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { ReportData } from '@sacred-qa/contracts/report';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readPack } from '../audits/packs/load-pack.ts';
import { json, type LoopbackServer, serveHttp } from '../audits/targets/loopback-server.ts';
import { type AuditRoom, openAuditRoom } from '../testing/audit-room.ts';
import { eachOf } from './each-of.ts';

const RUBRIC = 'Pass when the Indian grouping of digits is used.';
let room: AuditRoom;
let judges: LoopbackServer;
/** What each model says of an answer: its content, by the words of the product. */
let says: Record<string, (answer: string) => unknown>;
let pack: Pack;
let auditId: string;

const verdictOf = (verdict: 'pass' | 'fail') => (answer: string) => ({
  verdict,
  reason: `It is a ${verdict}.`,
  quote: verdict === 'fail' ? answer.slice(0, 5) : '',
});

beforeAll(async () => {
  judges = await serveHttp((request, response) => {
    const { model, messages } = JSON.parse(request.body) as { model: string; messages: { content: string }[] };
    const { conversations } = JSON.parse(messages[1]?.content ?? '{}') as { conversations: { text: string }[][] };
    const content = says[model]?.(conversations[0]?.at(-1)?.text ?? '');
    json(response, {
      choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }],
    });
  });
  const url = `${judges.origin}/v1`;
  const sleep = async () => {};
  room = await openAuditRoom({
    judges: [
      { url, model: 'judge-a', key: null },
      { url, model: 'judge-b', key: null },
    ],
    sleep,
  });
  const { patterns, ...micro } = (await readPack('india-micro')).pack;
  const [grouping] = patterns.filter(({ id }) => id === 'lakh-crore-grouping');
  if (grouping === undefined) throw new Error('the pack has changed');
  pack = { ...micro, id: 'mine', patterns: [withRubric(grouping, RUBRIC)] };
  const audit = await room.begin({ pack, patterns: undefined });
  auditId = (await room.ended(audit.id)).id;
});
afterAll(async () => {
  await room.close();
  await judges[Symbol.asyncDispose]();
});
beforeEach(async () => {
  judges.seen.length = 0;
  says = { 'judge-a': verdictOf('pass'), 'judge-b': verdictOf('pass') };
  await room.db.query('delete from judge_votes', []);
  await room.db.query('delete from judge_labels', []);
});

const withRubric = (pattern: Pack['patterns'][number], rubric: string): Pack['patterns'][number] => ({
  ...pattern,
  oracle: { ...pattern.oracle, params: { ...pattern.oracle.params, rubric } },
});

async function rescored(): Promise<ReportData> {
  const answer = await room.call('POST', `/audits/${auditId}/rescore?judge=true`);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return (await room.call('GET', `/audits/${auditId}/report?format=json`)).json();
}

const labels = (count: number, lang = 'en') =>
  Array.from({ length: count }, (_, i) => ({
    ...{ pattern: 'lakh-crore-grouping', lang, expect: '', note: '' },
    conversations: [
      [
        { role: 'user', text: 'How much?' },
        { role: 'assistant', text: `${i % 2 ? 'right' : 'wrong'} ${i}` },
      ],
    ],
    verdict: i % 2 ? 'pass' : 'fail',
  }));
const label = (some: unknown[]) => room.call('POST', '/judge/labels', { labels: some, by: 'Asha Rao' });
const calibrate = async (of: Pack = pack): Promise<JudgeStatus> =>
  (await room.call('POST', '/judge/calibrate', { pack: of })).json();
const status = async (of: Pack): Promise<JudgeStatus> =>
  (await room.call('POST', '/judge/status', { pack: of })).json();
const expert = (answer: string) => verdictOf(answer.startsWith('right') ? 'pass' : 'fail')(answer);

test('judges that answer in prose leave every trial unscored, charge the product nothing, and the report says so', async () => {
  says = { 'judge-a': () => 'I would fail it.', 'judge-b': () => 'Fine!' };
  const report = await rescored();
  const { totals, judging } = report;
  expect(totals).toMatchObject({ scored: 0, failed: 0, unscored: totals.attempts });
  expect(judging).toMatchObject({
    judged: totals.attempts,
    unscored: totals.attempts,
    agreement: { n: 0, kappa: null },
  });
  expect(report.findings).toEqual([]);
  const page = (await room.call('GET', `/audits/${auditId}/report`)).body;
  expect(page).toContain(`had no verdict on ${totals.attempts}; those count neither for nor against the product`);
});

test('judges that agree give the verdict, as a hint while nobody has measured them; the earlier verdicts stay', async () => {
  says = { 'judge-a': verdictOf('fail'), 'judge-b': verdictOf('fail') };
  const { totals, judging, findings } = await rescored();
  expect(totals).toMatchObject({ failed: totals.attempts, unscored: 0 });
  expect(judging).toMatchObject({
    advisory: totals.attempts,
    agreement: { n: totals.attempts, same: totals.attempts },
  });
  expect(findings).toMatchObject([{ pattern_id: 'lakh-crore-grouping', advisory: true }]);
  const [first] = await room.db.query<{ n: number }>(
    `select count(*)::int as n from scores where audit_id = $1 and scoring = 0 and verdict = 'pass'`,
    [auditId],
  );
  expect(first?.n).toBe(totals.attempts);
  expect((await room.call('GET', `/audits/${auditId}/scoring`)).json()).toMatchObject({ judging, rescored: {} });
  const compared = (await room.call('GET', `/audits/${auditId}/compare/${auditId}`)).json();
  const hints = { a: totals.attempts, b: totals.attempts };
  expect(compared).toMatchObject({ patterns: [{ advisory: true, hints }], overall: { b: { scored: 0 } } });
});

test('judges that disagree give no verdict, and how far they agree is counted', async () => {
  says = { 'judge-a': verdictOf('fail'), 'judge-b': verdictOf('pass') };
  const { totals, judging, cases } = await rescored();
  expect(totals).toMatchObject({ scored: 0, failed: 0 });
  expect(judging?.agreement).toMatchObject({ n: totals.attempts, same: 0 });
  expect(cases[0]?.repeats[0]?.reason).toContain('The judges disagree: judge-a says fail');
});

test('a judge that agrees with ten labels counts in their language, and one word of the rubric makes it a stranger again', async () => {
  says = { 'judge-a': expert, 'judge-b': expert };
  expect((await label(labels(12))).json()).toEqual({ added: 12, known: 0 });
  expect((await label(labels(12))).json()).toEqual({ added: 0, known: 12 });
  expect((await status(pack)).calibrations).toMatchObject([{ calibrated: false }, { calibrated: false }]);
  const { calibrations } = await calibrate();
  expect(calibrations).toMatchObject([
    { judge: 1, lang: 'en', labels: 12, unscored: 0, calibrated: true, agreement: { same: 12, kappa: 1 } },
    { judge: 2, calibrated: true },
  ]);
  const asked = judges.seen.length;
  await calibrate();
  expect(judges.seen.length).toBe(asked);
  const [pattern] = pack.patterns;
  const changed = {
    ...pack,
    patterns: [withRubric(pattern as Pack['patterns'][number], RUBRIC.replace('when', 'if'))],
  };
  expect((await status(changed)).calibrations).toMatchObject([
    { calibrated: false, why: expect.stringContaining('not been asked') },
    {},
  ]);
});

test('in a language without labels the verdicts of a calibrated judge are hints, and count in the other', async () => {
  says = { 'judge-a': expert, 'judge-b': expert };
  await label(labels(12));
  await calibrate();
  says = { 'judge-a': verdictOf('fail'), 'judge-b': verdictOf('fail') };
  const { judging, findings } = await rescored();
  expect(judging?.calibrated_languages).toEqual(['en']);
  expect(judging?.advisory_languages).not.toContain('en');
  expect(judging?.advisory_languages.length).toBeGreaterThan(0);
  expect(findings).toMatchObject([{ advisory: false }]);
});

test('a judge that errs on labels stays a hint, and says by how much', async () => {
  says = { 'judge-a': verdictOf('pass'), 'judge-b': () => 'prose' };
  await label(labels(10));
  expect((await calibrate()).calibrations).toMatchObject([
    { judge: 1, calibrated: false, why: expect.stringContaining('5 of 10') },
    { judge: 2, calibrated: false, unscored: 10 },
  ]);
});

test('what a judge said of an answer is not asked for twice, nor is the target asked at all', async () => {
  await rescored();
  // Nor of its equal in another repeat, which comes at the same time.
  const [distinct] = await room.db.query<{ n: number; calls: number }>(
    'select count(distinct (config_hash, subject_hash))::int as n, sum(calls)::int as calls from judge_votes',
  );
  expect(distinct).toEqual({ n: judges.seen.length, calls: judges.seen.length });
  const [asked, target] = [judges.seen.length, room.server.seen.length];
  const { judging } = await rescored();
  expect([judges.seen.length, room.server.seen.length]).toEqual([asked, target]);
  expect(judging?.unscored).toBe(0);
});

test('two re-scores at once are two sets, and no vote is counted twice', async () => {
  const both = await Promise.all([1, 2].map(() => room.call('POST', `/audits/${auditId}/rescore?judge=true`)));
  // The one that took the lower number may come last, and then does not count.
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, expect.toBeOneOf([200, 409])]);
  const sets = await room.db.query<{ votes: number; once: number }>(
    `select count(*)::int as votes, count(distinct (case_key, judge))::int as once from judge_votes
     where audit_id = $1 group by scoring`,
    [auditId],
  );
  expect(sets).toHaveLength(2);
  for (const { votes, once } of sets) expect(votes).toBe(once);
});

test('a fault ends the work on a list: what is under way is done, and nothing else is begun', async () => {
  const begun: number[] = [];
  const second = Promise.withResolvers<void>();
  const work = eachOf([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('the store is away');
    await second.promise;
  });
  second.resolve();
  await expect(work).rejects.toThrow('away');
  expect(begun).toEqual([1, 2]);
});

test('identifiers in a label are taken out before it is stored', async () => {
  const [one] = labels(1);
  const said = 'Your Aadhaar 2345 6789 0124 is linked, call 98112 04466.';
  await label([{ ...one, conversations: [[{ role: 'assistant', text: said }]] }]);
  const [row] = await room.db.query<{ text: string }>('select subject::text as text from judge_labels', []);
  expect(row?.text).not.toMatch(/98112|0124/);
});

test('the product under audit is refused as its own judge, by name and by what it answers as, unless one insists', async () => {
  const check = (target: object, more: object = {}) => room.call('POST', '/judge/check', { target, ...more });
  const own = { kind: 'openai', name: 'x', url: 'https://bot.example/v1', model: 'maker/Judge-A', timeout_ms: 1000 };
  expect((await check(own)).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('model under audit'),
  });
  expect((await check(own, { may_be_target: true })).statusCode).toBe(200);
  expect((await check({ ...own, model: 'other' })).statusCode).toBe(200);
  await room.db.query(
    `update qa_logs set response_json = jsonb_set(response_json, '{model}', '"judge-b"') where id in
       (select qa_log_id from attempts where audit_id = $1 limit 1)`,
    [auditId],
  );
  expect((await room.call('POST', `/audits/${auditId}/rescore?judge=true`)).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('answered as judge-b'),
  });
  const insisted = await room.call('POST', `/audits/${auditId}/rescore?judge=true&judge_may_be_target=true`);
  expect((insisted.json() as AuditView).state).toBe('completed');
});

test('a pack of ten thousand cases may be sent where a pack is taken, and nothing so large anywhere else', async () => {
  const large = { ...pack, title: 'x'.repeat(4 * 1024 * 1024) };
  expect((await room.call('POST', '/judge/status', { pack: large })).statusCode).toBe(200);
  const [contact] = await room.db.query<{ kept: unknown }>(
    `select request_payload as kept from sacred_contacts where endpoint like '%/judge/status' order by id desc limit 1`,
  );
  expect(contact?.kept).toEqual({ truncated: true, bytes: expect.toSatisfy((bytes) => bytes > large.title.length) });
  expect((await label([{ note: large.title }])).json()).toMatchObject({ code: 'body_too_large' });
});
