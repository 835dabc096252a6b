/** `studio keys`: list, create, revoke. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import type { Page } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface KeyView {
  id: string;
  label: string;
  scope: 'read' | 'write' | 'admin';
  created_at: string;
  revoked_at: string | null;
}

const list: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const keys = await client.call<Page<KeyView>>('GET', '/keys');
    out.table(
      [
        { title: 'KEY' },
        { title: 'SCOPE' },
        { title: 'LABEL', shrinkTo: 12 },
        { title: 'CREATED' },
        { title: 'REVOKED' },
      ],
      keys.items.map((key) => [
        key.id,
        key.scope,
        key.label,
        formatIst(key.created_at),
        key.revoked_at === null ? '' : formatIst(key.revoked_at),
      ]),
      'No keys.',
    );
    out.json(keys);
    return EXIT.ok;
  });

/** The key alone goes to stdout, so that a script can take it. */
const create: Command = ({ args, out, withStudio }) => {
  const scope = args.oneOf('scope', ['read', 'write', 'admin']) ?? 'write';
  return withStudio(async (client) => {
    const body = { label: args.positional(0), scope };
    const made = await client.call<KeyView & { key: string }>('POST', '/keys', { body });
    out.note(`${made.id} with scope ${made.scope}. The key is shown this once and kept nowhere:`);
    out.print(`${made.key}\n`);
    out.json(made);
    return EXIT.ok;
  });
};

const revoke: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    await client.call('DELETE', `/keys/${encodeURIComponent(args.positional(0))}`);
    out.print(`${args.positional(0)} is revoked.\n`);
    return EXIT.ok;
  });

export const commands: Commands = { list, create, revoke };
