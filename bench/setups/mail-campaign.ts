/** A campaign of many mails in a store of its own: the studio's own rooms, from the sheet to the server's answer. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { migrate } from '@sacred-qa/foundation/database/migrate';
import { openStore } from '@sacred-qa/foundation/database/open';
import { newUuid } from '@sacred-qa/foundation/ids';
import { createFolderRing } from '@sacred-qa/platform-outreach/key-ring';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { createOutreach, type Outreach } from '@sacred-qa/platform-outreach/outreach';
import { openVault } from '@sacred-qa/platform-outreach/vault';

/** A batch holds 200 at most, and two of them stay below a sender's limit for one day. */
export const CAMPAIGN_MAILS = 400;
const BATCHES = ['a', 'b'];
const WEEK = '2025-10-06';
const DUE_MS = Date.parse('2025-10-06T10:00:00+05:30');

export const SUBJECT = 'Edge cases your AI tests may not have';
const PARAGRAPH =
  'Test suites for assistants are mostly written in English. The same question in Hinglish, “mera refund kab aayega”, gets a shorter and less certain answer than in English, and a UPI collect request is explained as the way to receive money.';
/** Plain text of some 2,000 signs: with its HTML a mail has about 5.6 KB. */
export const BODY = `${PARAGRAPH}\n\n`.repeat(8);

export interface MailCampaign {
  outreach: Outreach;
  db: Database;
  /** Fixes the bytes of every mail and stores them. */
  reserve(): Promise<void>;
  /** Lets it run, on a clock that stands at the minute at which all is due. */
  start(): Promise<void>;
  sent(): Promise<number>;
  close(): Promise<void>;
}

export const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** `databaseUrl` undefined is the embedded, durable store. */
export async function openMailCampaign(given: {
  folder: string;
  port: number;
  databaseUrl: string | undefined;
}): Promise<MailCampaign> {
  const { folder, port, databaseUrl } = given;
  rmSync(folder, { recursive: true, force: true });
  writeCampaign(join(folder, 'outreach/campaigns/bench'));
  const keyFile = join(folder, 'dkim.pem');
  writeFileSync(keyFile, rsaKey());
  const env = {
    ...{ OUTREACH_DIR: join(folder, 'outreach'), SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) },
    ...{ MAIL_FROM: 'Meera <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' },
    ...{ DKIM_DOMAIN: 'studio.example', DKIM_SELECTOR: 'bench', DKIM_KEY_FILE: keyFile },
  };
  const clock = { now: () => DUE_MS };
  const store = await openStore({ config: { databaseUrl, dataDir: join(folder, 'data') }, clock });
  const { db } = store;
  await migrate(db, outreachMigrations);
  const asksNobody = () => Promise.reject(new Error('a measurement asks no server'));
  const outreach = createOutreach({
    ...{ db, clock, newId: newUuid, config: loadConfig({ env, rootDir: folder }).outreach, owner: 'bench' },
    vault: await openVault({ ring: createFolderRing(join(folder, 'keys')), db }),
    fetch: asksNobody,
    resolver: { resolveTxt: asksNobody },
    fetchLink: async () => ({ kind: 'unreachable', why: 'a measurement asks no server' }),
    timeServer: { host: 'time.invalid', port: 123 },
    sleep: () => Promise.resolve(),
    log: () => {},
  });
  await outreach.imports.import(people(), { update: false });
  return {
    outreach,
    db,
    async reserve() {
      const { errors, missing } = await outreach.campaigns.plan('bench', WEEK);
      if (errors.length + missing.length > 0) throw new Error([...errors, ...missing].join('; '));
    },
    async start() {
      await outreach.campaigns.approve('bench', WEEK, 'Bench');
      await outreach.campaigns.start('bench', WEEK);
    },
    async sent() {
      const [row] = await db.query<{ n: number }>(
        `select count(*)::int as n from outreach.messages where state = 'sent'`,
      );
      return row?.n ?? 0;
    },
    close: () => store.close(),
  };
}

/** One person a domain, so that no cap of a domain holds a mail back. */
const people = () =>
  Array.from({ length: CAMPAIGN_MAILS }, (_, i) => ({
    line: i + 2,
    cells: {
      ...{ name: `Person ${i}`, email: `person${i}@company${i}.example`, company: `Company ${i}` },
      ...{ segment: `bench-${BATCHES[i % BATCHES.length]}`, lawful_basis: 'invented' },
    },
  }));

function writeCampaign(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const batches = BATCHES.map(
    (name) =>
      `  - { name: ${name}, title: Bench, day: monday, at: "10:00", size: 200, segment: bench-${name}, content: mail.md }\n`,
  );
  writeFileSync(
    join(folder, 'campaign.yaml'),
    `name: bench\ntitle: Bench\ngoals: { sent: 0, replies: 0, bookings: 0 }
limits: { per_day: 500, per_domain_per_day: 50, gap_seconds: 0, jitter_seconds: 0 }
links: { call_to_action: "https://studio.example/bench" }\nbatches:\n${batches.join('')}`,
  );
  writeFileSync(
    join(folder, 'mail.md'),
    `---\nsubject: "${SUBJECT}"\nlanguage: en-IN\n---\nHello {{ name }},\n\n${BODY}[See more]({{ call_to_action }})\n`,
  );
}
