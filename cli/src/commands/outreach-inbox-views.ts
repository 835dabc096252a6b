/** How the inbox is shown on a terminal: a line a mail, or one mail with all that was written. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { INBOUND_KINDS, type InboxItem, type InboxShown } from '@sacred-qa/contracts/inbox';
import type { StudioClient } from '../client.ts';
import type { Command } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';

export const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<InboxItem>(client, '/outreach/inbox', args, {
      kind: args.oneOf('kind', INBOUND_KINDS),
      handled: args.flag('open') ? 'false' : undefined,
    });
    out.table(
      [
        { title: 'RECEIVED' },
        { title: 'KIND', style: styleOf },
        { title: 'FROM', shrinkTo: 12 },
        { title: 'ANSWERS', shrinkTo: 10 },
        { title: 'WORDS', shrinkTo: 16 },
        { title: 'ID' },
      ],
      page.items.map((item) => [
        `${formatIst(item.received_at)}${item.handled_at === null ? '' : ' ✓'}`,
        item.sentiment === null ? item.kind : `${item.kind} (${item.sentiment})`,
        [item.prospect_id, item.from].filter((part) => part !== null).join(' '),
        causeOf(item),
        item.excerpt ?? '',
        item.id,
      ]),
      'No mail came back yet. To read the mailbox now: studio outreach inbox sync',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

export const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const item = await client.call<InboxShown>('GET', pathOf(args.positional(0)));
    printItem(out, item);
    out.print(
      `\n${safeText(item.words ?? 'What was written is not kept: the mail is no answer to us, or the person was erased.')}\n`,
    );
    out.json(item);
    return EXIT.ok;
  });

export const mark: Command = ({ args, out, withStudio }) => {
  const kind = args.oneOf('as', INBOUND_KINDS);
  if (args.flag('handled') && args.flag('open')) throw usageError('Give --handled or --open, not both.');
  const handled = args.flag('handled') ? true : args.flag('open') ? false : undefined;
  if (kind === undefined && handled === undefined)
    throw usageError(
      'Nothing to mark. Give --handled, --open or --as KIND.',
      `KIND is one of ${INBOUND_KINDS.join(', ')}.`,
    );
  return withStudio(async (client) => {
    const body = { ...(kind === undefined ? {} : { kind }), ...(handled === undefined ? {} : { handled }) };
    const item = await client.call<InboxItem>('PATCH', pathOf(args.positional(0)), { body });
    printItem(out, item);
    out.json(item);
    return EXIT.ok;
  });
};

export const sync: Command = ({ out, withStudio }) =>
  withStudio(async (client: StudioClient) => {
    const synced = await client.call<{ taken: number; kinds: Record<string, number> }>('POST', '/outreach/inbox/sync');
    const kinds = Object.entries(synced.kinds).map(([kind, count]) => `${count} ${kind}`);
    out.print(synced.taken === 0 ? 'Nothing new.\n' : `${synced.taken} new: ${kinds.join(', ')}.\n`);
    out.json(synced);
    return EXIT.ok;
  });

function printItem(out: Output, item: InboxItem): void {
  out.fields([
    ['id', item.id],
    ['kind', item.sentiment === null ? item.kind : `${item.kind} (${item.sentiment})`],
    ['received', formatIst(item.received_at)],
    ['handled', item.handled_at === null ? 'no' : formatIst(item.handled_at)],
    ['from', [item.prospect_id, item.from].filter((part) => part !== null).join(' ') || '-'],
    ['subject', item.subject ?? '-'],
    ['answers', causeOf(item) || 'none of our mails'],
  ]);
}

function causeOf({ caused_by: cause }: InboxItem): string {
  if (cause === null) return '';
  return `${cause.campaign} / ${cause.batch}, mail ${cause.step} (${cause.variant})`;
}

function styleOf(kind: string) {
  if (kind.startsWith('human-reply')) return 'green';
  return kind.startsWith('bounce-hard') || kind.startsWith('unsubscribe') ? 'red' : undefined;
}

const pathOf = (id: string): string => `/outreach/inbox/${encodeURIComponent(id)}`;
