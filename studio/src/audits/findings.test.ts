/** Findings after their run, through the API, against a product on loopback. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { FindingRow } from '@sacred-qa/contracts/finding';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditRoom, openAuditRoom } from '../testing/audit-room.ts';
import type { FindingDetail } from './findings.service.ts';

let room: AuditRoom;
beforeAll(async () => {
  room = await openAuditRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  for (const table of ['finding_events', 'findings', 'scores', 'attempts', 'audits'])
    await room.db.query(`delete from ${table}`);
  room.server.seen.length = 0;
  room.failsOn(() => true);
});

const listOf = async (query = ''): Promise<FindingRow[]> => (await room.call('GET', `/findings${query}`)).json().items;
const findingOf = async (auditId: string, patternId = 'lakh-crore-grouping'): Promise<FindingDetail> => {
  const row = (await listOf(`?audit=${auditId}`)).find((one) => one.pattern_id === patternId);
  return (await room.call('GET', `/findings/${row?.id}`)).json();
};
const audited = async (more: object = {}): Promise<AuditView> => room.ended((await room.begin(more)).id);
const change = (id: string, body: object) => room.call('PATCH', `/findings/${id}`, body);

test('a decision is added to the history and to the tree, and stands in the report', async () => {
  const { id: auditId } = await audited();
  const finding = await findingOf(auditId);
  await change(finding.id, { status: 'accepted', reason: 'In the next sprint.', by: 'Asha Rao' });
  const fixed = (await change(finding.id, { status: 'fixed', by: 'Ravi' })).json();
  expect(fixed.history).toMatchObject([
    { status: 'accepted', reason: 'In the next sprint.', by: 'Asha Rao', retest_audit_id: null },
    { status: 'fixed', reason: '', by: 'Ravi' },
  ]);
  const { nodes } = (await room.call('GET', `/lineage/${finding.lineage_id}/children`)).json();
  expect(nodes.map((node: { operation_type: string }) => node.operation_type)).toEqual([
    'finding_status',
    'finding_status',
  ]);
  expect((await room.call('GET', `/audits/${auditId}/report`)).body).toContain('Asha Rao');
  expect((await room.call('GET', `/lineage/${finding.lineage_id}/verify`)).json().ok).toBe(true);
});

test('a finding that a later scoring does not bear out leaves the report, and can still be read and decided on', async () => {
  const { id: auditId } = await audited();
  const finding = await findingOf(auditId);
  await room.db.query(`update scores set verdict = 'pass' where audit_id = $1`, [auditId]);
  const decided = await change(finding.id, { status: 'false_alarm', reason: 'The rule was wrong.' });
  expect(decided.json()).toMatchObject({ id: finding.id, status: 'false_alarm', failed: 0, evidence: [] });
  expect((await room.call('GET', `/findings/${finding.id}`)).json()).toEqual(decided.json());
  expect((await room.call('GET', `/audits/${auditId}/findings`)).json().items).toEqual([]);
});

test('a decision that meets the end of a retest waits for it, and neither is broken off', async () => {
  const { id, lineage_id } = await findingOf((await audited()).id);
  const rootId = lineage_id.split('.')[0] ?? '';
  const decided = await room.meets(rootId, { table: 'findings', id }, () => change(id, { status: 'accepted' }));
  expect(decided.json().status).toBe('accepted');
});

test('leaving a fault needs a reason, and saying the same again without one changes nothing', async () => {
  const finding = await findingOf((await audited()).id);
  const refused = await change(finding.id, { status: 'false_alarm' });
  expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/reason']);
  expect((await change(finding.id, { status: 'open' })).statusCode).toBe(409);
  expect((await change('01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44', { status: 'fixed' })).statusCode).toBe(404);
  expect(await room.count('finding_events')).toBe(0);
});

test('an identifier in a reason is taken out before it is kept', async () => {
  const finding = await findingOf((await audited()).id);
  const { status_reason: kept } = (
    await change(finding.id, { status: 'wont_fix', reason: 'Ask him, Aadhaar 2345 6789 0124.' })
  ).json();
  expect(kept).not.toMatch(/2345/);
});

test('a retest asks only the cases that failed and marks the finding fixed when none fails any more', async () => {
  const [broken] =
    (await room.studio.packs.read('india-micro')).pack.patterns.find((one) => one.id === 'lakh-crore-grouping')
      ?.cases ?? [];
  const question = broken?.conversations[0]?.turns[0];
  room.failsOn((asked) => asked === question);
  const { id: auditId, lineage_id } = await audited();
  const finding = await findingOf(auditId);
  room.failsOn(() => false);
  room.server.seen.length = 0;
  const begun = await room.call('POST', `/findings/${finding.id}/retest`, {});
  expect(begun.statusCode).toBe(201);
  const retest = await room.ended(begun.json().id);
  expect(retest).toMatchObject({ retest_of: auditId, totals: { planned: 2, findings: 0 } });
  expect(room.server.seen.map(({ body }) => JSON.parse(body).messages.at(-1).content)).toEqual([question, question]);
  const after: FindingDetail = (await room.call('GET', `/findings/${finding.id}`)).json();
  expect(after).toMatchObject({
    status: 'fixed',
    history: [{ status: 'fixed', by: 'auditor', retest_audit_id: retest.id }],
  });
  expect(after.history[0]?.reason).toMatch(/none of 2 trials failed.*up to 66 %/);
  expect(retest.lineage_id.split('.')[0]).toBe(lineage_id.split('.')[0]);
});

test('a retest in which it fails again leaves the finding open, says how often, and lists no second finding', async () => {
  const { id: auditId } = await audited();
  const finding = await findingOf(auditId);
  const retest = await room.ended((await room.call('POST', `/audits/${auditId}/retest`, {})).json().id);
  const after: FindingDetail = (await room.call('GET', `/findings/${finding.id}`)).json();
  expect(after.status).toBe('open');
  expect(after.history[0]?.reason).toMatch(/^Still there: \d+ of \d+ trials failed\.$/);
  expect(after.history[0]?.retest_audit_id).toBe(retest.id);
  expect((await listOf()).every((row) => row.audit_id === auditId)).toBe(true);
});

test('a fault that was fixed and fails again in a retest is open again', async () => {
  const finding = await findingOf((await audited()).id);
  await change(finding.id, { status: 'fixed' });
  await room.ended((await room.call('POST', `/findings/${finding.id}/retest`, {})).json().id);
  expect((await room.call('GET', `/findings/${finding.id}`)).json().status).toBe('open');
});

test('the same fault in a later run keeps the decision to leave it; another cause does not', async () => {
  const first = await findingOf((await audited()).id);
  await change(first.id, { status: 'wont_fix', reason: 'The legacy channel ends in March.' });
  const second = await findingOf((await audited()).id);
  expect(second).toMatchObject({
    status: 'wont_fix',
    status_reason: 'The legacy channel ends in March.',
    earlier: { finding_id: first.id, status: 'wont_fix' },
  });
  await room.db.query(`update findings set causes = '["It says something else."]' where id = $1`, [second.id]);
  const third = await findingOf((await audited()).id);
  expect(third).toMatchObject({ status: 'open', earlier: { finding_id: second.id, status: 'wont_fix' } });
});

test('what cannot be looked at again is refused with why', async () => {
  room.failsOn(() => false);
  const { id } = await audited();
  const refused = await room.call('POST', `/audits/${id}/retest`, {});
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict']);
  expect((await room.call('POST', '/audits/01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44/retest', {})).statusCode).toBe(404);
});

test('findings are listed by status, severity and pattern', async () => {
  const { id } = await audited();
  const finding = await findingOf(id);
  await change(finding.id, { status: 'accepted' });
  expect((await listOf('?status=accepted')).map((row) => row.id)).toEqual([finding.id]);
  expect((await listOf(`?pattern=${finding.pattern_id}`)).map((row) => row.target)).toEqual(['bot']);
  expect(await listOf('?severity=low')).toEqual([]);
});
