/** `studio outreach bookings`: who booked, when, and by which mail; and what Cal.com told. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command } from '../command.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface Booking {
  uid: string;
  status: string;
  start_at: string | null;
  prospect_id: string | null;
  mail: string | null;
  attributed_by: string;
  rescheduled_to: string | null;
  details: { attendees: { name: string; email: string }[] } | null;
}

interface Synced {
  read: number;
  added: number;
  changed: number;
  unread: number;
}

export const listBookings: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<Booking>(client, '/outreach/bookings', args, {
      status: args.oneOf('status', ['accepted', 'pending', 'cancelled', 'rejected']),
    });
    out.table(
      [
        ...[{ title: 'WHEN' }, { title: 'STATUS' }, { title: 'WHO', shrinkTo: 14 }, { title: 'PROSPECT' }],
        ...[{ title: 'BY' }, { title: 'UID' }],
      ],
      page.items.map((one) => [
        one.start_at === null ? '' : formatIst(one.start_at),
        one.rescheduled_to === null ? one.status : `moved to ${one.rescheduled_to}`,
        whoOf(one),
        ...[one.prospect_id ?? '', WAYS[one.attributed_by] ?? one.attributed_by, one.uid],
      ]),
      'Nobody has booked yet. To ask Cal.com now: studio outreach bookings sync',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

export const syncBookings: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const synced = await client.call<Synced>('POST', '/outreach/bookings/sync', { body: { all: args.flag('all') } });
    const { read, added, changed, unread } = synced;
    out.print(`Cal.com listed ${read} ${read === 1 ? 'booking' : 'bookings'}: ${added} new, ${changed} changed.\n`);
    if (unread > 0) out.note(`${unread} were of a form that this program does not know, and were passed over.`);
    out.json(synced);
    return EXIT.ok;
  });

interface Delivery {
  received_at: string;
  trigger: string;
  booking_uid: string | null;
  state: 'taken' | 'kept';
}

export const listDeliveries: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<Delivery>(client, '/outreach/bookings/deliveries', args, {
      state: args.flag('kept') ? 'kept' : undefined,
    });
    out.table(
      [{ title: 'WHEN' }, { title: 'EVENT' }, { title: 'STATE' }, { title: 'UID' }],
      page.items.map((one) => [formatIst(one.received_at), one.trigger, one.state, one.booking_uid ?? '']),
      'Cal.com has told nothing of that kind yet. Its webhook: docs/public-address.md',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

/** How it is known whose booking it is. */
const WAYS: Readonly<Record<string, string>> = { metadata: 'link of the mail', email: 'address', none: '(unknown)' };

function whoOf({ details }: Booking): string {
  if (details === null) return '(not kept)';
  return details.attendees.map(({ name, email }) => `${name} <${email}>`).join(', ');
}
