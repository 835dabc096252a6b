/** `studio contacts`: the audit trail of the API. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface Contact {
  id: string;
  endpoint: string;
  client: string;
  key_id: string | null;
  status_code: number;
  lineage_id: string | null;
  created_at: string;
}

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<Contact>(client, '/contacts', args, {
      endpoint: args.text('endpoint'),
      status: args.whole('status', 100, 599),
    });
    out.table(
      [
        { title: 'TIME' },
        { title: 'STATUS', style: (cell) => (Number(cell) >= 400 ? 'red' : 'green') },
        { title: 'ENDPOINT', shrinkTo: 16 },
        { title: 'CLIENT', shrinkTo: 8 },
        { title: 'KEY' },
        { title: 'LINEAGE' },
      ],
      page.items.map((contact) => [
        formatIst(contact.created_at),
        String(contact.status_code),
        contact.endpoint,
        contact.client,
        contact.key_id ?? '',
        contact.lineage_id ?? '',
      ]),
      'No contacts found.',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

export const commands: Commands = { list };
