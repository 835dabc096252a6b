/** `studio suppress`: add, list, remove. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface Suppression {
  id: string;
  email: string | null;
  prospect_id: string | null;
  reason: string;
  source: string;
  since: string;
}

const COLUMNS = [
  ...[{ title: 'EMAIL', shrinkTo: 16 }, { title: 'PROSPECT' }, { title: 'REASON' }],
  ...[{ title: 'TOLD BY' }, { title: 'SINCE' }],
];
const rowOf = (one: Suppression): string[] => [
  ...[one.email ?? '(not kept)', one.prospect_id ?? '', one.reason, one.source, formatIst(one.since)],
];

const add: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const reason = args.oneOf('reason', ['unsubscribed', 'bounced', 'complained']);
    const body = { email: args.positional(0), reason };
    const added = await client.call<Suppression>('POST', '/outreach/suppressions', { body });
    out.table(COLUMNS, [rowOf(added)], '');
    out.json(added);
    return EXIT.ok;
  });

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<Suppression>(client, '/outreach/suppressions', args);
    out.table(COLUMNS, page.items.map(rowOf), 'Nobody is suppressed.');
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const remove: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    await client.call('POST', '/outreach/suppressions/removal', { body: { email: args.positional(0) } });
    out.print(`${args.positional(0)} may be written to again, if nothing else forbids it.\n`);
    return EXIT.ok;
  });

export const commands: Commands = { add, list, remove };
