/** The bridge inside a studio that serves: what outreach does appears in the Studio by itself, as one tree. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OutreachEvent, sourceEventId } from '@sacred-qa/contracts/outreach';
import { systemClock } from '@sacred-qa/foundation/clock';
import { loadConfig } from '@sacred-qa/foundation/config';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { declarationOfLogged } from '@sacred-qa/integration/logged-event';
import { createSpool } from '@sacred-qa/integration/spool';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { createOutbox } from '@sacred-qa/platform-outreach/outbox';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BridgeKey, createBridgeKey } from './bridge-key.ts';
import { type OpenStudio, openStudio } from './compose.ts';

const HANGS_AFTER_MS = 110_000;
const place = { batch: 'b1', campaign: 'c1' };
const mail = { mail: 'm1', prospectId: 'P-001' };
const STORY: OutreachEvent[] = [
  { kind: 'campaign.started', campaign: 'c1', name: 'october-sprint' },
  { kind: 'batch.started', ...place, name: 'quick-qa-win', mails: 10 },
  { kind: 'mail.sent', ...place, ...mail, step: 1, variant: 'quick-qa-win' },
  { kind: 'reply.received', ...mail, inbound: 'i1', reply: 'human-reply', sentiment: 'interested' },
  { kind: 'booking.created', uid: 'u1', prospectId: 'P-001', cause: { reply: 'i1' } },
];

/** Logged by a script while no studio was there. */
const CALL = { event: 'call.made', prospectId: 'P-001', id: 'c1', parent: 'reply:i1' };

let studio: OpenStudio;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studio-bridge-'));
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const disk = { freeBytes: () => 1e12, assertWritable: () => {} };
  const config = loadConfig({ env: { STUDIO_DATA_DIR: folder, OUTREACH_DIR: folder }, rootDir: folder });
  const spool = createSpool({ folder: join(folder, 'spool'), clock: systemClock });
  spool.append(declarationOfLogged(CALL));
  const store = { db, disk, lock: null, close: async () => {} };
  studio = await openStudio(config, { works: 'always', store, log: () => {} });
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${studio.adminKey}` };
  return (await studio.app.inject({ method: 'GET', url: `/api/v1${path}`, headers })).json() as T;
}

test('what outreach wrote, in whatever order, stands in the Studio once and in its place in the tree', async () => {
  const { db } = studio.store;
  const outbox = createOutbox({ clock: systemClock });
  // A child that is told first waits in the Studio for its parent.
  for (const event of [...STORY.toReversed(), ...STORY]) await db.transaction((tx) => outbox.enqueue(tx, event));
  const heard = async () => (await get<{ items: unknown[] }>('/sankalpa')).items.length;
  const told = () => get<{ waiting: number; delivered: number }>('/bridge');
  await vi.waitUntil(async () => (await told()).delivered === STORY.length, { timeout: HANGS_AFTER_MS });
  await studio.studio.sweep();
  await vi.waitUntil(async () => (await heard()) > STORY.length, { timeout: HANGS_AFTER_MS });

  const { items } = await get<{ items: { kind: string; lineage_id: string; source_event_id: string }[] }>('/sankalpa');
  const names = [...STORY.map(sourceEventId), 'log:c1'];
  expect(items.map((item) => item.source_event_id).toSorted()).toEqual(names.toSorted());
  const booking = items.find((item) => item.kind === 'booking.created');
  const way = await get<{ nodes: { lineage_id: string }[] }>(`/lineage/${booking?.lineage_id}/ancestors`);
  const kinds = way.nodes.map((node) => items.find((item) => item.lineage_id === node.lineage_id)?.kind);
  expect(kinds).toEqual(STORY.map((event) => event.kind));
  const keys = await get<{ items: { id: string; label: string; scope: string }[] }>('/keys');
  const own = keys.items.find(({ label }) => label.startsWith('bridge of '));
  expect(own?.scope).toBe('write');
  const contacts = await get<{ items: { client: string; key_id: string }[] }>('/contacts');
  const bridged = contacts.items.filter(({ client }) => client === 'sacred-qa-bridge');
  expect(bridged.map((contact) => contact.key_id)).toContain(own?.id);
  const health = await get<{ checks: Record<string, { status: string }> }>('/health');
  expect(health.checks.bridge).toMatchObject({ status: 'pass' });
});

test('the key of the bridge is replaced at each start; a process that lost it goes on with one more', async () => {
  const { keys } = studio.studio;
  const bridgeKeys = async () => (await keys.list()).filter(({ id }) => id.startsWith('sqs_own_'));
  const ask = async (key: string) => ({
    statusCode: (await keys.findByHash(hash('sha256', key))) === null ? 401 : 201,
  });
  const processes = ['one', 'two'].map((label) => createBridgeKey({ keys, label }));
  const [one, two] = processes as [BridgeKey, BridgeKey];
  await one.begin();
  await two.begin();
  expect(await bridgeKeys()).toMatchObject([{ label: 'two', scope: 'write', revoked_at: null }]);
  // Many events are under way when the first finds its key gone: they share one new key, and take nobody else's.
  const answers = await Promise.all(Array.from({ length: 8 }, () => one.use(ask)));
  expect(answers).toEqual(Array(8).fill({ statusCode: 201 }));
  expect(await two.use(ask)).toEqual({ statusCode: 201 });
  expect((await bridgeKeys()).map(({ label }) => label).toSorted()).toEqual(['one', 'two']);
  await Promise.all(processes.map((process) => process.end()));
  expect(await bridgeKeys()).toEqual([]);
});
