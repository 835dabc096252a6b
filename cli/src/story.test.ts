/**
 * The whole story over real servers on loopback: a campaign starts, a post stands, mails leave by SMTP, one bounces
 * and one is opened, clicked and answered; the reader books, and the audit of that booking finds something. The bridge
 * carries it all, and the export of one tree proves it: from the report up to the campaign, nothing is missing.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@sacred-qa/foundation/config';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { type Dovecot, hasDovecot, startDovecot } from '@sacred-qa/platform-outreach/testing/dovecot';
import { FAKE_CAL_SECRET, type FakeCal, startFakeCal } from '@sacred-qa/platform-outreach/testing/fake-cal';
import { type FaultySmtp, startFaultySmtp } from '@sacred-qa/platform-outreach/testing/faulty-smtp';
import { letter, report } from '@sacred-qa/platform-outreach/testing/letters';
import { type SampleBot, startSampleBot } from '@sacred-qa/sample-bot';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OpenStudio, openStudio } from './compose.ts';
import { captureRun } from './testing/captured-run.ts';

const MINUTE_MS = 60_000;
/** Monday, 6 October 2025, 08:00 in India. */
const clock = { ms: Date.parse('2025-10-06T02:30:00Z'), now: () => clock.ms };
const TWO_IST_MS = Date.parse('2025-10-06T08:30:00Z');
const PEOPLE = ['Asha', 'Ravi', 'Meena'].map((name) => ({
  ...{ name, email: `${name.toLowerCase()}@${name.toLowerCase()}-bot.example`, company: `${name} Bots` },
  ...{ segment: 'quick-win', source: 'met at a fair', lawful_basis: 'asked me to write' },
}));

let folder: string;
let smtp: FaultySmtp;
let dovecot: Dovecot;
let cal: FakeCal;
let bot: SampleBot;
let studio: OpenStudio;
let env: Record<string, string>;
beforeAll(async () => {
  if (!hasDovecot) return;
  folder = mkdtempSync(join(tmpdir(), 'studio-story-'));
  [smtp, dovecot, cal, bot] = await Promise.all([
    startFaultySmtp(),
    startDovecot(),
    startFakeCal(),
    startSampleBot({ port: 0, faults: ['western-grouping', 'us-helpline'] }),
  ]);
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  env = {
    ...{ STUDIO_DATA_DIR: folder, OUTREACH_DIR: folder, MAIL_FROM: 'Meera <meera@studio.example>' },
    ...{ MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port) },
    ...{ IMAP_HOST: '127.0.0.1', IMAP_PORT: String(dovecot.port), IMAP_USER: 'meera', IMAP_PASS: 'test' },
    ...{ PUBLIC_URL: 'https://mail.studio.example', PUBLIC_PORT: '0', CAL_COM_WEBHOOK_SECRET: FAKE_CAL_SECRET },
  };
  const disk = { freeBytes: () => 1e12, assertWritable: () => {} };
  const store = { db, disk, lock: null, close: async () => {} };
  studio = await openStudio(loadConfig({ env, rootDir: folder }), { works: 'always', clock, store, log: () => {} });
  await studio.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = studio.app.server.address() as AddressInfo;
  env = { ...env, STUDIO_URL: `http://127.0.0.1:${port}`, STUDIO_API_KEY: studio.adminKey };
});
afterAll(async () => {
  if (!hasDovecot) return;
  await studio.close();
  await Promise.all([smtp.stop(), dovecot.stop(), cal.stop(), bot.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${env.STUDIO_URL}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${env.STUDIO_API_KEY}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.status, `${path}: ${text}`).toBeLessThan(300);
  return JSON.parse(text) as T;
}

interface Declared {
  kind: string;
  lineage_id: string;
  source_event_id: string;
}
const declared = async (kind: string): Promise<Declared[]> =>
  (await call<{ items: Declared[] }>('GET', `/sankalpa?kind=${kind}`)).items;
/**
 * Waits for what the studio does by itself; time passes for it meanwhile, a minute at each look. From two in the
 * afternoon on it hardly passes: however long a machine takes, the batch of 15:00 is no part of the story.
 */
async function untilDeclared(kind: string, count = 1): Promise<Declared[]> {
  await vi.waitUntil(
    async () => {
      clock.ms += clock.ms < TWO_IST_MS ? MINUTE_MS : 1000;
      return (await declared(kind)).length >= count;
    },
    { timeout: 110_000, interval: 200 },
  );
  return declared(kind);
}

/** A mail that the server took, as far as its reader needs it. */
function readMail({ bytes, from, to }: FaultySmtp['taken'][number]) {
  const text = bytes.toString('utf8').replace(/=\r\n/g, '').replace(/=3D/g, '=');
  const linkOf = (letter_: 'o' | 'c'): string =>
    new RegExp(`https://mail\\.studio\\.example(/${letter_}/[\\w.-]+)`).exec(text)?.[1] ?? `no /${letter_}/ in ${text}`;
  return {
    ...{ from, to: to[0] ?? '', pixel: linkOf('o'), link: linkOf('c') },
    messageId: /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '',
    replyTo: /^Reply-To:\s.*?([\w.+-]+@[\w.-]+)/im.exec(text)?.[1] ?? '',
  };
}

const visit = (path: string): Promise<Response> =>
  fetch(`${studio.publicListener?.url}${path}`, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 Firefox/130' },
  });

test.skipIf(!hasDovecot)(
  'one tree leads from the campaign over mail, reply and booking to the report',
  async () => {
    const rows = PEOPLE.map((cells, line) => ({ line: line + 1, cells }));
    expect(await call('POST', '/outreach/prospects/import', { rows })).toMatchObject({
      added: ['P-001', 'P-002', 'P-003'],
    });
    await call('POST', '/outreach/campaigns/october-sprint/plan', { week_of: '2025-10-06' });
    await call('POST', '/outreach/campaigns/october-sprint/approve', { by: 'Meera' });
    await call('POST', '/outreach/campaigns/october-sprint/start', {});
    await untilDeclared('mail.sent', 3);
    const [first, second] = smtp.taken.map(readMail);
    if (first === undefined || second === undefined) throw new Error('three mails were sent');

    clock.ms = Math.max(clock.ms, Date.parse('2025-10-06T03:30:00Z'));
    await call('POST', '/outreach/posts/two-bugs/done', {
      url: 'https://www.linkedin.com/feed/update/urn:li:share:1/',
    });

    const fields = ['Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${second.to}`, 'Action: failed'];
    const bounce = { to: second.from, words: 'No such user.', fields: [...fields, 'Status: 5.1.1'] };
    const returned = `From: meera@studio.example\r\nTo: ${second.to}\r\nMessage-ID: ${second.messageId}\r\n\r\n`;
    await dovecot.append('meera', report({ ...bounce, returned }));
    expect((await visit(first.pixel)).status).toBe(200);
    const led = (await visit(first.link)).headers.get('location') ?? '';
    const reply = { from: `Reader <${first.to}>`, to: first.replyTo, detached: true };
    const headers = [`In-Reply-To: ${first.messageId}`, `References: ${first.messageId}`];
    const yes = Buffer.from(letter('Yes, this interests me. When can we talk?\n', { ...reply, headers })).toString();
    // The made-up letters all have one Message-ID, and a mail is taken once.
    await dovecot.append('meera', Buffer.from(yes.replace('<answer-1@', '<answer-2@')));
    const [answered] = await untilDeclared('reply.received');
    await untilDeclared('mail.bounced');

    cal.nowMs = () => clock.ms;
    const send = new URL(led).searchParams.get('metadata[send]');
    cal.book({ name: 'Reader', email: first.to, ...(send === null ? {} : { send }) });
    const [hook = Buffer.alloc(0)] = cal.hooks;
    const signed = createHmac('sha256', FAKE_CAL_SECRET).update(hook).digest('hex');
    const told = await fetch(`${studio.publicListener?.url}/webhooks/cal`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cal-signature-256': signed },
      body: new Uint8Array(hook),
    });
    expect([told.status, await told.text()]).toEqual([200, 'Taken.\n']);
    const [booked] = await untilDeclared('booking.created');
    const uid = booked?.source_event_id.replace(/^booking:/, '') ?? '';

    const file = join(folder, 'report.json');
    const target = ['--target', bot.url, '--model', 'sample-bot', '--booking', uid, '--repeats', '1'];
    const patterns = ['--patterns', 'lakh-crore-grouping,emergency-112-not-911'];
    const audited = await captureRun(
      ['audit', 'run', ...target, ...patterns, '--json', file, '--report', join(folder, 'r.html')],
      {
        env,
      },
    );
    expect([audited.exit, audited.stderr]).toEqual([0, expect.anything()]);
    expect((JSON.parse(readFileSync(file, 'utf8')) as { findings: unknown[] }).findings.length).toBeGreaterThan(0);

    await untilDeclared('mail.opened');
    await untilDeclared('mail.clicked');
    await untilDeclared('post.published');
    const root = answered?.lineage_id.split('.')[0] ?? '';
    const exported = await captureRun(['lineage', 'export', root], { env });
    const [, ...nodes] = exported.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Node);
    const tree = new Map(nodes.map((node) => [node.lineage_id, node]));
    const wayUp = (of: string): string[] => {
      const way: string[] = [];
      let node = nodes.find((one) => one.operation_type === of);
      for (; node !== undefined; node = tree.get(node.parent_lineage_id ?? '')) way.push(node.operation_type);
      return way;
    };
    const mail = ['mail.sent', 'batch.started', 'campaign.started'];
    const booking = ['booking.created', 'reply.received', ...mail];
    expect(wayUp('report')).toEqual(['report', 'audit_run', 'audit', ...booking]);
    expect(wayUp('finding')).toEqual(['finding', 'audit_run', 'audit', ...booking]);
    for (const kind of ['mail.opened', 'mail.clicked', 'mail.bounced']) expect(wayUp(kind)).toEqual([kind, ...mail]);
    expect(wayUp('post.published')).toEqual(['post.published', 'campaign.started']);
    // No word of a person is in it.
    for (const { name, email } of PEOPLE) {
      expect(exported.stdout).not.toContain(email);
      expect(exported.stdout).not.toContain(name);
    }
    expect(await captureRun(['lineage', 'verify'], { env })).toMatchObject({ exit: 0 });
    const standing = await call<{ waiting: number; set_aside: number }>('GET', '/bridge');
    expect(standing).toMatchObject({ waiting: 0, set_aside: 0 });
  },
  600_000,
);

interface Node {
  lineage_id: string;
  parent_lineage_id: string | null;
  operation_type: string;
}
