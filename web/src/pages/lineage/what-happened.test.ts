import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { declarationOf } from '@sacred-qa/contracts/outreach';
import { expect, test } from 'vitest';
import { auditOf, endsOf, eventOf, recordOf } from './what-happened.ts';

const node = (seq: number, parent: number | null, what: Partial<LineageNode>): LineageNode => ({
  ...{ lineage_id: `r.${seq}`, parent_lineage_id: parent === null ? null : `r.${parent}`, root_id: 'r', depth: 0, seq },
  ...{ agent_name: 'a', operation_type: 'o', timestamp: '2026-01-01T00:00:00.000Z', duration_ms: 1, success: true },
  ...{ metadata: {}, leaf_hash: '', prev_hash: '' },
  ...what,
});

test('an event of outreach is known by the name that the bridge gave it', () => {
  const { source, source_event_id, context } = declarationOf({
    ...{ kind: 'mail.opened', event: 'e-1', actor: 'proxy', mail: 'm-1', prospectId: 'P-001' },
  });
  expect(
    eventOf(node(0, null, { metadata: { source: source ?? '', source_event_id: source_event_id ?? '' } })),
  ).toEqual({ noun: 'mail', id: 'm-1' });
  expect(recordOf(context)).toMatchObject({ actor: 'proxy' });
  expect(eventOf(node(0, null, { metadata: { source: 'script', source_event_id: 'mail:m-1' } }))).toBeNull();
});

test('a context of another hand is no record, whatever it looks like', () => {
  for (const text of [null, undefined, '', 'before Diwali', '{broken', '[1]']) expect(recordOf(text)).toEqual({});
});

test('declaration, answers and report of an audit lead to it, and its start tells how it ended', () => {
  const declared = node(0, null, { operation_type: 'audit' });
  const run = node(2, 0, { operation_type: 'audit_run', success: null, metadata: { audit_id: 'x' } });
  const report = node(5, 2, { operation_type: 'report', metadata: { report_id: 'y' } });
  const finished = node(4, 2, { operation_type: 'finished' });
  const nodes = [declared, run, finished, report];
  expect(auditOf({ node: declared, path: [declared], nodes })).toBe('x');
  expect(auditOf({ node: report, path: [declared, run, report], nodes })).toBe('x');
  expect(auditOf({ node: declared, path: [declared], nodes: [declared] })).toBeNull();
  expect(endsOf(nodes).get('r.2')).toBe(finished);
});
