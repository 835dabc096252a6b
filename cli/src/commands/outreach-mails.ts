/** `studio outreach mails`: what left, what did not and why, and what nobody knows. */
import type { MailRow } from '@sacred-qa/contracts/campaign';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Page } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

const LIMIT_MAX = 200;

export const listMails: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await client.call<Page<MailRow>>('GET', '/outreach/messages', {
      query: {
        state: args.text('state')?.replaceAll('-', '_'),
        limit: args.whole('limit', 1, LIMIT_MAX),
        cursor: args.text('cursor'),
      },
    });
    out.table(
      [
        { title: 'ID' },
        { title: 'BATCH' },
        { title: 'MAIL' },
        { title: 'PROSPECT' },
        { title: 'STATE' },
        { title: 'TIME' },
        { title: 'WHY' },
      ],
      page.items.map((mail) => [
        ...[mail.id, mail.batch, String(mail.step), mail.prospect_id, mail.state],
        ...[formatIst(mail.sent_at ?? mail.send_at), mail.settled_by ?? mail.smtp_status ?? ''],
      ]),
      'There are no such mails.',
    );
    if (page.next_cursor !== null) out.note(`More: --cursor ${page.next_cursor}`);
    out.json(page);
    return EXIT.ok;
  });

export const settleMail: Command = ({ args, out, withStudio }) => {
  const outcome = args.positional(1);
  if (outcome !== 'sent' && outcome !== 'not-sent') throw usageError('Say whether it was sent: "sent" or "not-sent".');
  return withStudio(async (client) => {
    const settled = await client.call<{ id: string; state: string }>(
      'POST',
      `/outreach/messages/${args.positional(0)}/settle`,
      {
        body: { sent: outcome === 'sent' },
      },
    );
    out.print(`${settled.id} is now ${settled.state}.\n`);
    out.json(settled);
    return EXIT.ok;
  });
};
