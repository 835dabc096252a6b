import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';

let folder: string;
let outgoing: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-inbox-'));
  outgoing = join(folder, 'outgoing.jsonl');
  const sent = {
    messageId: '<one@ours.example>',
    to: 'ravi@client.example',
    subject: 'Audit',
    date: '2026-10-01T09:00:00Z',
  };
  writeFileSync(outgoing, `\ufeff${JSON.stringify(sent)}\nnot json\n{"messageId": 7}\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

const answer = 'From: ravi@client.example\nTo: us@ours.example\nIn-Reply-To: <one@ours.example>\n\nPlease remove me.\n';

test('each mail of a folder becomes a line in the order of its name, whatever is wrong with it', async () => {
  writeFileSync(join(folder, 'b.eml'), answer);
  writeFileSync(join(folder, 'a.eml'), '');
  writeFileSync(join(folder, 'notes.txt'), answer);
  mkdirSync(join(folder, 'c.eml'));
  const file = join(folder, 'out.jsonl');
  const { exit, stderr } = await captureRun([
    'outreach',
    'inbox',
    'classify',
    folder,
    '--outgoing',
    outgoing,
    '--json',
    file,
  ]);
  expect(exit).toBe(0);
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { file: 'a.eml', kind: 'unrelated', matches: null, recipient: null, sentiment: null },
    {
      file: 'b.eml',
      kind: 'unsubscribe-request',
      matches: '<one@ours.example>',
      recipient: null,
      sentiment: 'not-interested',
    },
    {
      file: 'c.eml',
      kind: 'unrelated',
      matches: null,
      recipient: null,
      sentiment: null,
      error: expect.stringContaining('cannot be read'),
    },
  ]);
  expect(stderr).toContain('line 2 is left out');
  expect(stderr).toContain('line 3 is left out');
  expect(stderr).toContain('3 mails: 2 unrelated, 1 unsubscribe-request.');
});

test('it needs no data folder and leaves none behind', async () => {
  writeFileSync(join(folder, 'a.eml'), answer);
  chmodSync(join(folder, 'a.eml'), 0o400);
  const { exit, stdout } = await captureRun(['outreach', 'inbox', 'classify', folder, '--outgoing', outgoing]);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'unsubscribe-request' });
});

test('a folder or list that is not there is refused by name; a half command names its rest', async () => {
  const none = join(folder, 'none');
  expect(await captureRun(['outreach', 'inbox', 'classify', none, '--outgoing', outgoing])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('cannot be read as a folder'),
  });
  expect(await captureRun(['outreach', 'inbox', 'classify', folder, '--outgoing', none])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('cannot be read'),
  });
  expect(await captureRun(['outreach', 'inbox', 'classify', folder])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('--outgoing is missing'),
  });
  expect(await captureRun(['outreach', 'inbox'])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('needs one of: list, show, mark, sync, classify'),
  });
});

const ITEM = {
  ...{
    id: 'i-1',
    kind: 'human-reply',
    sentiment: 'interested',
    received_at: '2025-10-06T05:00:00.000Z',
    handled_at: null,
  },
  ...{ prospect_id: 'P-7', from: 'ravi@client.example', subject: 'Re: Audit', excerpt: 'Please send it.' },
  caused_by: { mail: 'm-1', campaign: 'october', batch: 'a', step: 1, variant: 'quick-win', sent_at: null },
};

test('the inbox is listed with the mail that each answers, shown, put right and read by the API', async () => {
  const stub = await startStubStudio({
    'GET /outreach/inbox': { body: { items: [ITEM], next_cursor: null } },
    'GET /outreach/inbox/i-1': { body: { ...ITEM, words: 'Please send it.\u001b[31m' } },
    'PATCH /outreach/inbox/i-1': { body: { ...ITEM, kind: 'auto-reply', sentiment: null } },
    'POST /outreach/inbox/sync': { body: { taken: 3, kinds: { 'human-reply': 2, unrelated: 1 } } },
  });
  try {
    const inbox = (...argv: string[]) =>
      captureRun(['outreach', 'inbox', ...argv], { env: { STUDIO_URL: stub.url, STUDIO_API_KEY: 'k'.repeat(20) } });
    const listed = await inbox('list', '--kind', 'human-reply', '--open');
    expect(listed).toMatchObject({ exit: 0, stdout: expect.stringContaining('october / a, mail 1 (quick-win)') });
    expect(stub.seen[0]?.url).toContain('kind=human-reply&handled=false');
    const shown = await inbox('show', 'i-1');
    expect(shown.stdout).toContain('Please send it.');
    expect(shown.stdout).not.toContain('\u001b');
    expect(await inbox('mark', 'i-1', '--as', 'auto-reply', '--handled')).toMatchObject({ exit: 0 });
    expect(stub.seen.at(-1)?.body).toEqual({ kind: 'auto-reply', handled: true });
    expect((await inbox('sync')).stdout).toBe('3 new: 2 human-reply, 1 unrelated.\n');
    expect(await inbox('mark', 'i-1')).toMatchObject({ exit: 2, stderr: expect.stringContaining('Nothing to mark') });
    expect(await inbox('mark', 'i-1', '--as', 'reply')).toMatchObject({ exit: 2 });
  } finally {
    await stub.stop();
  }
});
