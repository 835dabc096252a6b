import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditRoom, openAuditRoom } from '../testing/audit-room.ts';
import { verifyBundle } from './verify-bundle.ts';

let room: AuditRoom;
let auditId: string;
beforeAll(async () => {
  room = await openAuditRoom();
  room.failsOn((question) => question.includes('rupees'));
  auditId = (await room.ended((await room.begin()).id)).id;
});
afterAll(() => room.close());

const seal = (id: string, as: 'admin' | 'read' = 'admin') =>
  room.call('POST', `/audits/${id}/evidence`, undefined, { as });

test('an audit is sealed with its report and every row behind it, and the seal holds by the key that the report prints', async () => {
  const answer = await seal(auditId);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  const report = (await room.call('GET', `/audits/${auditId}/report?format=json`)).json();
  const verdict = verifyBundle(answer.rawPayload, report.seal_key);
  expect(verdict).toMatchObject({ ok: true, isKeyExpected: true, faults: [] });
  const { totals } = report;
  expect(verdict.manifest?.totals).toMatchObject({
    answered: totals.answered,
    failed: totals.failed,
    scored: totals.scored,
  });
  expect(verdict.manifest?.records.of).toMatchObject({ audit: 1, attempt: totals.attempts, score: totals.scored });
  expect(answer.rawPayload.includes(report.seal_key)).toBe(true);
});

test('each sealing is an act below the audit, with the hash of what was signed', async () => {
  const answer = await seal(auditId);
  const id = String(answer.headers['x-lineage-id']);
  const [, seq] = id.split('.');
  const [row] = await room.db.query<{ type: string; metadata: Record<string, unknown> }>(
    'select operation_type as type, metadata from request_lineage where root_id = $1 and seq = $2',
    [id.split('.')[0], seq],
  );
  expect(row).toMatchObject({
    type: 'seal',
    metadata: { audit_id: auditId, manifest_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('a changed row of the store does not pass: the act that listed the answer says so', async () => {
  await room.db.query(
    `update qa_logs set response_json = jsonb_set(response_json, '{answers,0}', '"never said"')
     where id = (select qa_log_id from attempts where audit_id = $1 limit 1)`,
    [auditId],
  );
  const { ok, faults } = verifyBundle((await seal(auditId)).rawPayload);
  expect(ok).toBe(false);
  expect(faults).toMatchObject([{ kind: 'attempt', reason: 'its answer is not the one that its act lists' }]);
});

test('an audit that is not there, or has not ended, or a key that may only read, seals nothing', async () => {
  expect((await seal('01998f3f-5a10-7d2b-8e44-1c0a3b7d2e91')).statusCode).toBe(404);
  expect((await seal(auditId, 'read')).statusCode).toBe(403);
  await room.db.query('update audits set finished_at = null where id = $1', [auditId]);
  expect((await seal(auditId)).json()).toMatchObject({ code: 'conflict' });
});
