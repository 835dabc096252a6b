/** The commands are run by a real shell against a real server: what arrives is what the run had sent. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { PackCase } from '@sacred-qa/contracts/pack';
import { type TargetSpec, targetSpec } from '@sacred-qa/contracts/target';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Audit } from './audits.repo.ts';
import { reproduceCommand } from './reproduce.ts';
import { type LoopbackServer, serveHttp } from './targets/loopback-server.ts';

const run = promisify(execFile);
const withCurl = test.skipIf(spawnSync('curl', ['--version']).error !== undefined);
let server: LoopbackServer;
beforeAll(async () => {
  server = await serveHttp((_request, response) => void response.end('{"reply":"ok"}'));
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  server.seen.length = 0;
});

const HOSTILE = `राम's "$HOME" \`id\` \\ {{conversation_id}}`;

function auditOf(spec: object, conversations: PackCase['conversations']): Audit {
  const kase = { id: 'c', lang: 'hi', expect: '', conversations };
  const pack = { id: 'p', patterns: [{ id: 'x', cases: [kase] }] };
  return { targetSpec: targetSpec.parse(spec) as TargetSpec, pack, packId: 'p' } as unknown as Audit;
}

const conversation = (...turns: string[]) => ({ lang: 'hi', turns });

withCurl('a finding on a target of kind http comes with a curl that needs no file', async () => {
  const spec = {
    kind: 'http',
    name: 'Bot',
    url: `${server.origin}/ask?lang=hi`,
    headers: { 'x-channel': 'web' },
    headers_env: { 'x-api-key': 'BOT_KEY' },
    body: { question: '{{text}}', session: '{{conversation_id}}' },
    response_path: '/reply',
  };
  const command = reproduceCommand(auditOf(spec, [conversation(HOSTILE)]), 'x', 'c');
  expect(command).not.toContain('studio');
  const { stdout } = await run('sh', ['-c', command], {
    env: { ...process.env, BOT_KEY: 'its key', HOME: '/nowhere' },
  });
  expect(stdout).toBe('{"reply":"ok"}');
  const [seen] = server.seen;
  expect(seen).toMatchObject({ method: 'POST', path: '/ask?lang=hi' });
  expect(seen?.headers).toMatchObject({
    'x-channel': 'web',
    'x-api-key': 'its key',
    'content-type': 'application/json',
  });
  expect(JSON.parse(seen?.body ?? '')).toEqual({ question: HOSTILE, session: 'again-1' });
});

withCurl('a question in the address and the turns of a conversation are asked one after the other', async () => {
  const spec = {
    kind: 'http',
    name: 'Bot',
    url: `${server.origin}/?q={{text}}&to={{conversation_id}}`,
    method: 'GET',
    response_path: '',
  };
  await run('sh', ['-c', reproduceCommand(auditOf(spec, [conversation('एक', 'दो'), conversation('तीन')]), 'x', 'c')]);
  expect(server.seen.map(({ path }) => new URL(path, server.origin).searchParams.get('q'))).toEqual([
    'एक',
    'दो',
    'तीन',
  ]);
});

test('what needs a login, a cookie or the answers that came between is asked by an audit of that pattern alone', () => {
  const spec = { kind: 'http', name: "A'sha", url: server.origin, body: { q: '{{text}}' }, response_path: '/reply' };
  const again = `npx studio audit run --target 'A'\\''sha' --pack p --patterns x --new`;
  const commandOf = (more: object, ...turns: string[]) =>
    reproduceCommand(auditOf({ ...spec, ...more }, [conversation(...turns)]), 'x', 'c');
  expect(commandOf({}, 'एक')).toContain('curl');
  expect(commandOf({}, 'एक', 'दो')).toBe(again);
  expect(commandOf({ body: { m: '{{messages}}', c: '{{conversation_id}}' } }, 'एक', 'दो')).toBe(again);
  expect(commandOf({ session: [{ url: server.origin, method: 'GET' }] }, 'एक')).toBe(again);
  expect(commandOf({ body: { q: '{{text}}', key: '{{env:BOT_KEY}}' } }, 'एक')).toBe(again);
});
