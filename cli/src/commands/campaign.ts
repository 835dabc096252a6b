/** `studio campaign`: from the copy in a folder to mails that leave on their minute. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { StudioClient } from '../client.ts';
import type { Command, Commands, Context } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { formatIst, formatIstDay } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';
import { replay } from './campaign-replay.ts';

interface Slot {
  kind: 'post' | 'batch' | 'follow_up';
  name: string;
  title: string;
  step: number;
  dueAt: string;
  notAfter: string;
  mails: { prospect_id: string; send_at: string }[];
}

interface Plan {
  name: string;
  title: string;
  week_of: string;
  zone: string;
  state?: string;
  slots: Slot[];
  errors: string[];
  warnings: string[];
  missing: string[];
  left_out: { batch: string; prospect_id: string; reason: string }[];
  flaws: { rule: string; blocks: boolean; where: string; detail: string }[];
  links: {
    link: string;
    where: string;
    result: { state: string; status: number | null; hops: number; tag: string | null } | null;
    skipped: string | null;
  }[];
  trust: { score: number; reasons: { rule: string; points: number; detail: string }[] };
}

interface Campaign {
  name: string;
  week_of: string;
  state: string;
}

interface Status extends Campaign {
  messages: { batch: string; step: number; state: string; count: number }[];
  posts: { name: string; state: string; due_at: string; not_after: string; url: string | null }[];
  goals: Record<'sent' | 'replies' | 'bookings', number>;
  reached: Record<'sent' | 'replies' | 'bookings', number>;
}

interface Mail {
  id: string;
  prospect_id: string;
  batch: string;
  step: number;
  state: string;
  send_at: string;
  /** Null for one who was erased. */
  bytes_base64: string | null;
}

interface AsRead {
  headers: { name: string; value: string }[];
  text: string;
  has_page: boolean;
  bytes: number;
}

const MAILS_A_PAGE = 100;
const BAR_CELLS = 20;
/** `Mon 2025-10-06`. */
const DAY_SIGNS = 14;
const KIND = { post: 'post', batch: 'mails', follow_up: 'follow-up' } as const;

const pathOf = (context: Context, step: string): string =>
  `/outreach/campaigns/${encodeURIComponent(context.args.positional(0))}/${step}`;
const weekOf = ({ args }: Context) => {
  const week = args.text('week-of');
  return week === undefined ? {} : { week_of: week };
};

const list: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const found = await client.call<{ names: string[]; planned: Campaign[] }>('GET', '/outreach/campaigns');
    const rows = found.names.flatMap((name) => {
      const weeks = found.planned.filter((one) => one.name === name);
      return weeks.length === 0 ? [[name, '', 'not planned']] : weeks.map((one) => [name, one.week_of, one.state]);
    });
    out.table([{ title: 'CAMPAIGN' }, { title: 'WEEK OF' }, { title: 'STATE' }], rows, 'There is no campaign.');
    out.json(found);
    return EXIT.ok;
  });

const check: Command = (context) =>
  context.withStudio(async (client) => {
    const plan = await client.call<Plan>('POST', pathOf(context, 'check'), {
      body: { week_of: context.args.required('week-of'), offline: context.args.flag('offline') },
    });
    printCopy(context, plan);
    context.out.json(plan);
    return plan.errors.length > 0 || plan.flaws.some((flaw) => flaw.blocks) ? EXIT.refused : EXIT.ok;
  });

const plan: Command = (context) =>
  context.withStudio(async (client) => {
    const { out } = context;
    const planned = await client.call<Plan>('POST', pathOf(context, 'plan'), {
      body: { week_of: context.args.required('week-of'), offline: context.args.flag('offline') },
    });
    printCalendar(context, planned);
    printCopy(context, planned);
    if (planned.errors.length > 0) out.note('Nothing is planned: mend what is called an error, and plan again.');
    else if (planned.missing.length > 0) {
      out.note(`Nothing is reserved yet: set ${planned.missing.join(' and ')} in .env.shared, and plan again.`);
    } else {
      out.note(`Planned. Look at the mails, then approve: studio campaign preview ${planned.name}`);
    }
    out.json(planned);
    return planned.errors.length > 0 ? EXIT.refused : EXIT.ok;
  });

/** A calendar of the week. Times are Indian, and say so: that is the clock on the wall of who reads this. */
function printCalendar({ out }: Context, { title, week_of, zone, slots, left_out }: Plan): void {
  const { paint } = out.frame;
  const elsewhere = zone === 'Asia/Kolkata' ? '' : ` (written in ${zone})`;
  out.print(`${paint('bold', title)}, week of ${week_of}, Indian Standard Time${elsewhere}\n`);
  let day = '';
  for (const slot of slots) {
    const due = formatIstDay(slot.dueAt);
    const date = due.slice(0, DAY_SIGNS);
    if (date !== day) out.print(`\n${paint('bold', date)}\n`);
    day = date;
    const what = slot.kind === 'post' ? 'post' : `${slot.mails.length} ${KIND[slot.kind]}`;
    const until = formatIstDay(slot.notAfter).slice(DAY_SIGNS + 1);
    out.print(`  ${due.slice(DAY_SIGNS + 1)}  ${what.padEnd(12)} ${slot.name}: ${slot.title} (not after ${until})\n`);
  }
  if (left_out.length > 0) out.print('\n');
  for (const one of left_out) out.print(`  left out of ${one.batch}: ${one.prospect_id}, ${one.reason}\n`);
}

function printCopy({ out }: Context, { errors, warnings, flaws, links, trust }: Plan): void {
  const { paint } = out.frame;
  if (links.some(({ result }) => result !== null)) out.print('\nLinks\n');
  for (const { link, where, result } of links) {
    if (result === null) continue;
    const hops = result.hops === 0 ? '' : `, ${result.hops} redirect${result.hops === 1 ? '' : 's'}`;
    const what =
      result.status === null ? result.state : `${result.status}${hops}${result.tag === null ? '' : `, ${result.tag}`}`;
    out.print(`  ${what}  ${safeText(link)} (${where})\n`);
  }
  out.print(`\nTrust in the copy: ${paint('bold', `${trust.score} of 100`)}\n`);
  for (const reason of trust.reasons) out.print(`  ${String(reason.points).padStart(4)}  ${reason.detail}\n`);
  for (const error of errors) out.print(`${paint('red', 'error')}    ${error}\n`);
  for (const flaw of flaws.filter((one) => one.blocks))
    out.print(`${paint('red', 'blocks')}   ${flaw.where}: ${flaw.detail}\n`);
  for (const warning of warnings) out.print(`${paint('yellow', 'note')}     ${warning}\n`);
}

async function allMails(client: StudioClient, context: Context): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (;;) {
    const page = await client.call<{ items: Mail[] }>('GET', pathOf(context, 'mails'), {
      query: { ...weekOf(context), after: mails.length, limit: MAILS_A_PAGE },
    });
    mails.push(...page.items);
    if (page.items.length < MAILS_A_PAGE) return mails;
  }
}

const preview: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const wanted = args.text('prospect');
    const mails = await allMails(client, context);
    const shown = wanted === undefined ? mails.slice(0, 1) : mails.filter((mail) => mail.prospect_id === wanted);
    if (shown.length === 0) throw usageError(`No mail of this campaign goes to ${wanted ?? 'anybody'}.`);
    for (const mail of shown) {
      out.print(
        `${out.frame.paint('bold', `${mail.batch}, mail ${mail.step}, to ${mail.prospect_id}`)}  ${formatIst(mail.send_at)}\n\n`,
      );
      if (mail.bytes_base64 === null) out.note('This person was erased; nothing of the mail is left.');
      else if (args.flag('bytes')) out.print(`${Buffer.from(mail.bytes_base64, 'base64').toString()}\n`);
      else printAsRead(context, await client.call<AsRead>('GET', `/outreach/messages/${mail.id}/preview`));
    }
    out.json(shown);
    return EXIT.ok;
  });

/** Headers and plain text with their words decoded, as a mail program shows them. */
function printAsRead({ out }: Context, { headers, text, has_page, bytes }: AsRead): void {
  for (const { name, value } of headers) out.print(`${out.frame.paint('bold', `${name}:`)} ${safeText(value)}\n`);
  const also = has_page ? 'The same stands in it as HTML. ' : '';
  out.print(`\n${safeText(text).trimEnd()}\n\n`);
  out.note(`${also}${bytes} bytes; --bytes prints them as they will leave.`);
}

const dryRun: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const folder = args.required('out');
    const mails = await allMails(client, context);
    let written = 0;
    for (const [i, mail] of mails.entries()) {
      if (mail.bytes_base64 === null) continue;
      const name = `${String(i + 1).padStart(3, '0')}-${mail.batch}-${mail.step}-${mail.prospect_id}.eml`;
      writeMail(folder, name, Buffer.from(mail.bytes_base64, 'base64'));
      written += 1;
    }
    out.print(`${written} mails in ${folder}, byte for byte as they will leave. None was sent.\n`);
    out.json(mails.map(({ bytes_base64: _, ...mail }) => mail));
    return EXIT.ok;
  });

function writeMail(folder: string, name: string, bytes: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), bytes);
  } catch (error) {
    throw new Failure(EXIT.refused, `${folder} takes no file: ${(error as Error).message}.`, { cause: error });
  }
}

const approve: Command = (context) =>
  lead(context, 'approve', {
    ...{ by: context.args.required('by'), links_unseen: context.args.flag('links-unseen') },
  });

/** One step of its life; the answer says where it stands. */
function lead(context: Context, step: string, body: object = {}) {
  return context.withStudio(async (client) => {
    const campaign = await client.call<Campaign>('POST', pathOf(context, step), {
      body: { ...weekOf(context), ...body },
    });
    context.out.print(`${campaign.name}, week of ${campaign.week_of}: ${campaign.state}\n`);
    context.out.json(campaign);
    return EXIT.ok;
  });
}

const status: Command = (context) =>
  context.withStudio(async (client) => {
    const { out } = context;
    const found = await client.call<Status>('GET', pathOf(context, 'status'), { query: weekOf(context) });
    const { paint } = out.frame;
    out.print(`${paint('bold', found.name)}, week of ${found.week_of}: ${found.state}\n\n`);
    for (const goal of ['sent', 'replies', 'bookings'] as const) {
      const filled = Math.min(
        BAR_CELLS,
        Math.round((found.reached[goal] / Math.max(1, found.goals[goal])) * BAR_CELLS),
      );
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
      out.print(`  ${goal.padEnd(9)} ${bar} ${found.reached[goal]} of ${found.goals[goal]}\n`);
    }
    out.print('\n');
    out.table(
      [{ title: 'BATCH' }, { title: 'MAIL' }, { title: 'STATE' }, { title: 'COUNT' }],
      found.messages.map((one) => [one.batch, String(one.step), one.state, String(one.count)]),
      'It has no mails.',
    );
    for (const post of found.posts) out.print(`post ${post.name}: ${standingOf(post)}\n`);
    out.json(found);
    return EXIT.ok;
  });

function standingOf({ name, state, url, due_at, not_after }: Status['posts'][number]): string {
  if (state === 'due') return `waits for you until ${formatIstDay(not_after)}: studio post show ${name}`;
  if (state === 'in_doubt') return `in doubt, look at your page: studio post show ${name}`;
  return `${state}, ${url ?? formatIstDay(due_at)}`;
}

const scores: Command = (context) =>
  context.withStudio(async (client) => {
    const page = await client.call<{
      items: { iteration: number; score: number; at: string; reasons: { detail: string }[] }[];
    }>('GET', pathOf(context, 'scores'), { query: weekOf(context) });
    context.out.table(
      [{ title: 'ITERATION' }, { title: 'SCORE' }, { title: 'PLANNED' }, { title: 'WHY', shrinkTo: 20 }],
      page.items.map((one) => [
        String(one.iteration),
        String(one.score),
        formatIst(one.at),
        one.reasons.map((why) => why.detail).join('; '),
      ]),
      'It was not planned yet.',
    );
    context.out.json(page);
    return EXIT.ok;
  });

export const commands: Commands = {
  ...{ list, check, plan, preview, 'dry-run': dryRun, approve, status, scores, replay },
  start: (context) => lead(context, 'start'),
  pause: (context) => lead(context, 'pause'),
  resume: (context) => lead(context, 'resume'),
  cancel: (context) => lead(context, 'cancel'),
};
