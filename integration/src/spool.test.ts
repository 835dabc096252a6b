import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { declarationOfLogged } from './logged-event.ts';
import { createSpool, type Spool } from './spool.ts';
import type { Verdict } from './studio-api.ts';

let folder: string;
let spool: Spool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridge-spool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  spool = createSpool({ folder: join(folder, 'spool'), clock: { now: () => 0 } });
});

const event = (id: string) => declarationOfLogged({ event: 'call.made', prospectId: 'P-001', id });
const taken: Verdict = { kind: 'taken', lineageId: 't.0' };
const down: Verdict = { kind: 'down', reason: 'nobody listens there', retryAfterMs: 0 };
async function drain(verdict: (id: string) => Verdict = () => taken) {
  const told: string[] = [];
  const drained = await spool.drain(async ({ source_event_id: id = '' }) => {
    told.push(id);
    return verdict(id);
  });
  return { told, drained };
}

test('what was kept is told once, in order, and then the spool is gone', async () => {
  for (const id of ['a', 'b', 'c']) spool.append(event(id));
  expect(spool.counts()).toEqual({ waiting: 3, set_aside: 0 });
  expect(statSync(spool.file).mode & 0o777).toBe(0o600);
  expect((await drain()).told).toEqual(['log:a', 'log:b', 'log:c']);
  expect(existsSync(spool.file)).toBe(false);
  expect((await drain()).told).toEqual([]);
});

test('a Studio that goes away in between leaves the rest where it lies', async () => {
  for (const id of ['a', 'b', 'c']) spool.append(event(id));
  const { drained } = await drain((id) => (id === 'log:b' ? down : taken));
  expect(drained).toMatchObject({ told: 1, left: 2, reason: 'nobody listens there' });
  expect((await drain(() => down)).drained).toMatchObject({ told: 0, left: 2 });
  expect((await drain()).told).toEqual(['log:b', 'log:c']);
});

test('half a line of a writer that was stopped costs no other line', async () => {
  spool.append(event('a'));
  appendFileSync(spool.file, readFileSync(spool.file, 'utf8').slice(0, 40));
  spool.append(event('b'));
  const { told, drained } = await drain();
  expect(told).toEqual(['log:a', 'log:b']);
  expect(drained).toMatchObject({ told: 2, setAside: 1 });
  expect(readFileSync(spool.asideFile, 'utf8')).toContain('no whole line');
});

test('what the Studio refuses is set aside with the reason, and the rest is told', async () => {
  for (const id of ['a', 'b']) spool.append(event(id));
  const { drained } = await drain((id) => (id === 'log:a' ? { kind: 'refused', reason: '422 too_deep' } : taken));
  expect(drained).toMatchObject({ told: 1, setAside: 1 });
  expect(spool.counts()).toEqual({ waiting: 0, set_aside: 1 });
  expect(readFileSync(spool.asideFile, 'utf8')).toContain('422 too_deep');
});

test('a line at which the Studio fails holds up no other, and is set aside when it failed twelve times while others were taken', async () => {
  const failed: Verdict = { kind: 'failed', reason: '500 internal' };
  const poison = (id: string) => (id === 'log:poison' ? failed : taken);
  spool.append(event('poison'));
  expect((await drain(() => failed)).drained).toMatchObject({ told: 0, left: 1, retryAfterMs: 60_000 });
  for (let n = 0; n < 12; n += 1) {
    expect(spool.counts()).toEqual({ waiting: 1, set_aside: 0 });
    spool.append(event(`other-${n}`));
    expect((await drain(poison)).drained).toMatchObject({ told: 1, reason: null });
  }
  expect(spool.counts()).toEqual({ waiting: 0, set_aside: 1 });
  expect(readFileSync(spool.asideFile, 'utf8')).toContain('failed 12 times, at last with 500 internal');
});

test('what is added while others drain is neither lost nor taken away', async () => {
  spool.append(event('a'));
  const other = createSpool({ folder: join(folder, 'spool'), clock: { now: () => 0 } });
  const { told } = await drain((id) => {
    if (id === 'log:a') other.append(event('late'));
    return taken;
  });
  expect(told).toEqual(['log:a']);
  await Promise.all([drain(), other.drain(async () => taken)]);
  expect(spool.counts()).toEqual({ waiting: 0, set_aside: 0 });
});

test('a folder that cannot be written is said, and nothing is acknowledged', () => {
  const blocked = createSpool({ folder: '/dev/null/spool', clock: { now: () => 0 } });
  expect(() => blocked.append(event('a'))).toThrow(/NOT kept/);
});

test.each([
  [{ event: 'Call made' }, '--event takes a word'],
  [{ prospectId: 'asha@kirana.example' }, 'never by an address'],
  [{ data: [1] }, 'JSON object'],
  [{ data: { note: 'x'.repeat(2_000) } }, 'more than 2000'],
  [{ text: 'ok' }, '3 to 5000'],
  [{ id: 'x'.repeat(300) }, '--id takes'],
])('an event that could never be told is refused at once: %j', (change, sentence) => {
  const logged = { event: 'call.made', prospectId: 'P-001', id: 'a', ...change };
  expect(() => declarationOfLogged(logged)).toThrow(sentence);
});

test('a parent is an event or a place', () => {
  const parentOf = (parent: string) =>
    declarationOfLogged({ event: 'call.made', prospectId: 'P-001', id: 'a', parent });
  expect(parentOf('mail:m1').parent).toEqual({ source: 'outreach', source_event_id: 'mail:m1' });
  const root = '0199b5a0-0000-7000-8000-000000000000';
  expect(parentOf(root).parent_lineage_id).toBe(`${root}.0`);
  expect(parentOf(`${root}.4`).parent_lineage_id).toBe(`${root}.4`);
});

test('a trace that an event belongs to is kept with it', async () => {
  const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  spool.append(event('a'), trace);
  spool.append(event('b'));
  const traces: (string | null)[] = [];
  await spool.drain(async (_, traceparent) => {
    traces.push(traceparent);
    return taken;
  });
  expect(traces).toEqual([trace, null]);
});
