import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetSpec } from '@sacred-qa/contracts/target';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiRoom } from '../testing/api-room.ts';
import { type AuditRoom, openAuditRoom } from '../testing/audit-room.ts';

let room: AuditRoom;
beforeAll(async () => {
  room = await openAuditRoom();
  await room.db.query('delete from targets');
});
afterAll(() => room.close());

const spec = targetSpec.parse({ kind: 'function', name: 'my own', module: '/no/such/module.mjs' });
const ask = (target: unknown, options?: Parameters<ApiRoom['call']>[3]) =>
  room.call('POST', '/qa', { target, text: 'hi' }, options);

test('a module of this machine is registered and asked only by who sits at it, whether described or named', async () => {
  const added = await room.call('POST', '/targets', { spec });
  expect(added.statusCode).toBe(201);
  const elsewhere: Parameters<ApiRoom['call']>[3][] = [
    { as: 'write' },
    { headers: { 'x-forwarded-for': '203.0.113.9' } },
    { headers: { host: 'studio.example' } },
  ];
  for (const options of elsewhere) {
    expect((await room.call('POST', '/targets', { spec }, options)).statusCode).toBe(403);
    for (const target of [spec, spec.name, added.json().id]) {
      expect((await ask(target, options)).json()).toMatchObject({ code: 'forbidden' });
      expect((await room.call('POST', '/audits', { target }, options)).statusCode).toBe(403);
    }
    expect((await room.call('POST', `/targets/${added.json().id}/capabilities`, {}, options)).statusCode).toBe(403);
  }
  expect((await ask(spec.name)).json()).toMatchObject({ outcome: { kind: 'failed', code: 'function_failed' } });
});

test('neither a stored plan nor a run that stands leads round that: not repeated, resumed or looked at again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studio-local-'));
  const module = join(folder, 'bot.mjs');
  writeFileSync(
    module,
    `export default async ({ text: content }) => {
      const body = JSON.stringify({ messages: [{ content }] });
      const answer = await fetch('${room.server.origin}/v1/chat/completions', { method: 'POST', body });
      return (await answer.json()).choices[0].message.content;
    };`,
  );
  room.failsOn(() => true);
  const { id } = await room.begin({ target: { ...spec, name: 'my failing', module }, repeats: 1 });
  await room.ended(id);
  rmSync(folder, { recursive: true });
  const [finding] = (await room.call('GET', `/findings?audit=${id}`)).json().items;
  const before = await room.count('audits');
  const paths: [string, object][] = [
    ['/audits', { like: id, new: true }],
    [`/audits/${id}/resume`, {}],
    [`/audits/${id}/retest`, {}],
    [`/findings/${finding.id}/retest`, {}],
  ];
  for (const [path, body] of paths) {
    const answer = await room.call('POST', path, body, { as: 'write' });
    expect([path, answer.json().code]).toEqual([path, 'forbidden']);
  }
  expect(await room.count('audits')).toBe(before);
});

test('a program that speaks MCP is guarded in the same way, a server at an address is not', async () => {
  const mcp = { kind: 'mcp', name: 'tool', tool: 'ask', arguments: { q: '{{text}}' } };
  expect((await ask({ ...mcp, command: ['true'] }, { as: 'write' })).statusCode).toBe(403);
  const away = await ask({ ...mcp, url: 'http://127.0.0.1:9/mcp' }, { as: 'write' });
  expect(away.json()).toMatchObject({ outcome: { code: 'unreachable' } });
});
