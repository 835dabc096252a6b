/**
 * Mails a second into one smtp-sink: the wire's limit (smtp-source with a ready body), plain nodemailer that builds a
 * mail each time, and ours, which commits before and after every mail and so never sends one twice.
 */
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Cluster } from '../setups/cluster.ts';
import { BODY, CAMPAIGN_MAILS, openMailCampaign, rsaKey, SUBJECT } from '../setups/mail-campaign.ts';
import { type MailSink, smtpSource, startMailSink } from '../setups/mail-sink.ts';
import { type Contender, type Measured, measureInTurn, type Run } from './contender.ts';

export const MAIL_NAMES = {
  source: 'smtp-source, a ready body',
  plain: 'nodemailer, unsigned',
  signed: 'nodemailer, RSA-2048',
  reserveEmbedded: 'ours, embedded: compose, sign, seal and store',
  sendEmbedded: 'ours, embedded: send what is due',
  reserveServer: 'ours, PostgreSQL: compose, sign, seal and store',
  sendServer: 'ours, PostgreSQL: send what is due',
} as const;

/** As large as one of ours. */
const MAIL_BYTES = 5600;
const SOURCE_MAILS = 10_000;
const PLAIN_MAILS = 1000;
const CONNECTIONS = [1, 4];
const DATABASE = 'mail';

export interface MailGround {
  cluster: Cluster;
  workDir: string;
  repeats: number;
  quick: boolean;
  say(line: string): void;
}

export async function measureMail(ground: MailGround): Promise<Measured[]> {
  const sink = await startMailSink();
  try {
    const share = ground.quick ? 10 : 1;
    const contenders = CONNECTIONS.flatMap((connections) => [
      source(sink, SOURCE_MAILS / share, connections),
      nodemailer(sink, PLAIN_MAILS / share, connections, null),
      nodemailer(sink, PLAIN_MAILS / share, connections, rsaKey()),
    ]);
    return await measureInTurn([...contenders, ...ours(sink, ground)], ground.repeats, ground.say);
  } finally {
    sink.stop();
  }
}

const over = (connections: number): string => `, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;

/** What was done in the time; `cores` counts this process alone, in which both nodemailer and ours run. */
async function timed(mails: number, work: () => Promise<{ errors: number }>): Promise<Run> {
  const [startedMs, before] = [performance.now(), process.cpuUsage()];
  const { errors } = await work();
  const tookMs = performance.now() - startedMs;
  const used = process.cpuUsage(before);
  return {
    ...{ perSecond: ((mails - errors) * 1000) / tookMs, answers: mails - errors, errors },
    ...{ p50Ms: Number.NaN, p99Ms: Number.NaN, rows: null, rssMib: null },
    cpuCores: (used.user + used.system) / 1000 / tookMs,
    databaseCores: null,
  };
}

const source = (sink: MailSink, mails: number, connections: number): Contender => ({
  name: `${MAIL_NAMES.source}${over(connections)}`,
  kind: 'peer',
  async run() {
    const run = await timed(mails, async () => {
      await smtpSource(sink.port, mails, MAIL_BYTES, connections);
      return { errors: 0 };
    });
    // The program's own time is not ours.
    return { ...run, cpuCores: null };
  },
});

const nodemailer = (sink: MailSink, mails: number, connections: number, key: string | null): Contender => ({
  name: `${key === null ? MAIL_NAMES.plain : MAIL_NAMES.signed}${over(connections)}`,
  kind: 'peer',
  async run() {
    const transport = createTransport({
      ...{ host: '127.0.0.1', port: sink.port, ignoreTLS: true, pool: true, maxConnections: connections },
      ...{ maxMessages: Number.POSITIVE_INFINITY },
      ...(key === null ? {} : { dkim: { domainName: 'studio.example', keySelector: 'bench', privateKey: key } }),
    });
    try {
      return await timed(mails, async () => {
        const html = `<p>${BODY.replaceAll('\n\n', '</p><p>')}</p>`;
        const mail = { from: 'meera@studio.example', subject: SUBJECT, text: BODY, html };
        const sent = await Promise.allSettled(
          Array.from({ length: mails }, (_, i) => transport.sendMail({ ...mail, to: `person${i}@company.example` })),
        );
        return { errors: sent.filter(({ status }) => status === 'rejected').length };
      });
    } finally {
      transport.close();
    }
  },
});

/** Each repeat plans its campaign anew; the mails that one contender reserves are those that the next one sends. */
function ours(sink: MailSink, { cluster, workDir }: MailGround): Contender[] {
  const stores = [
    { reserve: MAIL_NAMES.reserveEmbedded, send: MAIL_NAMES.sendEmbedded, database: null },
    { reserve: MAIL_NAMES.reserveServer, send: MAIL_NAMES.sendServer, database: DATABASE },
  ];
  return stores.flatMap(({ reserve, send, database }) => {
    const open = async () => {
      if (database !== null) await cluster.create(database);
      const folder = join(workDir, `mail-${database ?? 'embedded'}`);
      return openMailCampaign({
        folder,
        port: sink.port,
        databaseUrl: database === null ? undefined : cluster.urlOf(database),
      });
    };
    let campaign: Awaited<ReturnType<typeof open>> | null = null;
    return [
      {
        ...{ name: reserve, kind: 'ours' as const },
        async run() {
          campaign = await open();
          const planned = campaign;
          return timed(CAMPAIGN_MAILS, async () => {
            await planned.reserve();
            return { errors: 0 };
          });
        },
      },
      {
        ...{ name: send, kind: 'ours' as const },
        async run() {
          if (campaign === null) throw new Error('nothing was reserved');
          const due = campaign;
          campaign = null;
          try {
            await due.start();
            const run = await timed(CAMPAIGN_MAILS, async () => ({
              errors: CAMPAIGN_MAILS - (await due.outreach.sending.sendDue()),
            }));
            return { ...run, rows: await due.sent() };
          } finally {
            await due.close();
          }
        },
      },
    ];
  });
}
