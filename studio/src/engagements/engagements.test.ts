import type { EngagementView } from '@sacred-qa/contracts/engagement';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditRoom, openAuditRoom } from '../testing/audit-room.ts';

let room: AuditRoom;
beforeAll(async () => {
  room = await openAuditRoom();
});
afterAll(() => room.close());

const WORK = { client: 'Asha Stores', scope: 'One micro-audit of the Hindi help desk', price_paise: 2_500_000 };
const add = (more: object = {}) => room.call('POST', '/engagements', { ...WORK, ...more });
const pathTo = async (lineageId: string): Promise<string[]> =>
  (await room.call('GET', `/lineage/${lineageId}/ancestors`))
    .json()
    .nodes.map((node: { operation_type: string }) => node.operation_type);

test('work is quoted, booked, delivered and paid, and every step is an act in its tree', async () => {
  const begun: EngagementView = (await add()).json();
  expect(begun).toMatchObject({ ...WORK, state: 'quoted', audits: [], monthly_users: null });
  for (const state of ['booked', 'delivered', 'paid']) {
    expect((await room.call('PATCH', `/engagements/${begun.id}`, { state })).json().state).toBe(state);
  }
  const { nodes } = (await room.call('GET', `/lineage/${begun.lineage_id}/children`)).json();
  const steps = nodes.filter((node: { operation_type: string }) => node.operation_type === 'engagement_changed');
  expect(steps.map((node: { metadata: { state: string } }) => node.metadata.state)).toEqual([
    'booked',
    'delivered',
    'paid',
  ]);
  expect((await room.call('GET', '/engagements')).json().items[0].id).toBe(begun.id);
});

test('a change that meets the beginning of a run waits for it, and neither is broken off', async () => {
  const { id, lineage_id }: EngagementView = (await add()).json();
  const rootId = lineage_id.split('.')[0] ?? '';
  const book = () => room.call('PATCH', `/engagements/${id}`, { state: 'booked' });
  expect((await room.meets(rootId, { table: 'engagements', id }, book)).json().state).toBe('booked');
});

test('an audit of an engagement hangs below it, and a booking stands above both', async () => {
  const mail = {
    text: 'Mail sent to Asha Stores',
    kind: 'outreach.email_sent',
    source: 'outreach',
    source_event_id: 'm1',
  };
  await room.call('POST', '/sankalpa', mail);
  await room.call('POST', '/sankalpa', {
    ...{ text: 'Booked a call', kind: 'outreach.booking', source: 'outreach', source_event_id: 'booking:uid-77' },
    parent: { source: 'outreach', source_event_id: 'm1' },
  });
  const { id } = (await add({ booking: 'uid-77' })).json();
  const audit = await room.ended((await room.begin({ engagement: id })).id);
  expect(await pathTo(audit.lineage_id)).toEqual([
    'outreach.email_sent',
    'outreach.booking',
    'engagement',
    'audit',
    'audit_run',
  ]);
  expect((await room.call('GET', `/engagements/${id}`)).json().audits).toEqual([audit.id]);
  const booked = await room.ended((await room.begin({ booking: 'uid-77' })).id);
  expect(await pathTo(booked.lineage_id)).toEqual(['outreach.email_sent', 'outreach.booking', 'audit', 'audit_run']);
});

test('a booking or engagement that is not there is refused, and nothing begins', async () => {
  const before = await room.count('audits');
  const unknown = await add({ booking: 'nobody' });
  expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'unknown_parent']);
  const target = { kind: 'openai', name: 'bot', url: `${room.server.origin}/v1`, model: 'm' };
  const engagement = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';
  expect((await room.call('POST', '/audits', { target, engagement })).statusCode).toBe(404);
  expect(await room.count('audits')).toBe(before);
});

test.each([[{ price_paise: -1 }], [{ price_paise: 0.5 }], [{ client: '  ' }], [{ state: 'dreamt' }]])(
  '%j is refused',
  async (wrong) => {
    expect((await add(wrong)).statusCode).toBe(422);
  },
);
