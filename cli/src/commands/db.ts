/** `studio db`: status, migrate, backup, check, restore. */
import { resolve } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Held } from '@sacred-qa/platform-outreach/after-restore';
import type { Command, Commands } from '../command.ts';
import type { Output } from '../output.ts';
import { formatBytes } from '../terminal/bytes.ts';
import { formatIst } from '../terminal/ist.ts';

interface StoreStatus {
  kind: string;
  server_version: string;
  data_dir: string | null;
  size_bytes: number;
  migrations: { table: string; applied: { position: number; applied_at: string }[] }[];
  counts: Record<string, number>;
  last_backup: { file: string; bytes: number; at: string } | null;
}

function printMigrations(out: Output, { migrations }: StoreStatus): void {
  out.table(
    [{ title: 'MIGRATIONS' }, { title: 'NUMBER', align: 'right' }, { title: 'APPLIED' }],
    migrations.flatMap(({ table, applied }) =>
      applied.map(({ position, applied_at }) => [table, String(position), formatIst(applied_at)]),
    ),
    'No migrations stand.',
  );
}

const status: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const store = await client.call<StoreStatus>('GET', '/db');
    const backup = store.last_backup;
    out.fields([
      ['store', `${store.kind}, PostgreSQL ${store.server_version}`],
      ['data', store.data_dir ?? ''],
      ['size', formatBytes(store.size_bytes)],
      [
        'last back-up',
        backup === null ? 'none' : `${formatIst(backup.at)}, ${formatBytes(backup.bytes)}, ${backup.file}`,
      ],
    ]);
    out.print('\n');
    out.table(
      [{ title: 'TABLE' }, { title: 'ROWS', align: 'right' }],
      Object.entries(store.counts).map(([table, rows]) => [table, rows.toLocaleString('en-IN')]),
      'No tables.',
    );
    out.print('\n');
    printMigrations(out, store);
    out.json(store);
    return EXIT.ok;
  });

/** Opening the store has migrated it, here or in the server that answers: what is left is to say so. */
const migrate: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const store = await client.call<StoreStatus>('GET', '/db');
    printMigrations(out, store);
    out.json(store.migrations);
    return EXIT.ok;
  });

const backup: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const written = await client.call<{ file: string; bytes: number; rows: number }>('POST', '/db/backup');
    out.print(`${written.file}\n`);
    out.note(`${written.rows.toLocaleString('en-IN')} rows, ${formatBytes(written.bytes)}`);
    out.json(written);
    return EXIT.ok;
  });

const check: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    out.note('Recomputing every hash chain.');
    const found = await client.call<{ ok: boolean; problems: string[]; checked: Record<string, number> }>(
      'POST',
      '/db/check',
    );
    const { paint } = out.frame;
    for (const problem of found.problems) out.print(`${paint('red', '✗')} ${problem}\n`);
    const checked = Object.entries(found.checked).map(([what, count]) => `${count.toLocaleString('en-IN')} ${what}`);
    out.print(`${found.ok ? paint('green', '✓ sound') : paint('red', '✗ not sound')}: ${checked.join(', ')} checked\n`);
    out.json(found);
    return found.ok ? EXIT.ok : EXIT.verification;
  });

/** What the person is to do before anything is sent again. */
function heldLines({ paused, mails, posts }: Held): string[] {
  if (paused.length + mails + posts === 0) return [];
  return [
    `Due by now, and in doubt, for nobody knows what left after it was written. Mails: ${mails}, posts: ${posts}.\n`,
    '  studio outreach inbox sync                     answers settle some of them\n',
    '  studio outreach mails list --state in-doubt    settle the others: outreach mails settle ID sent, or not-sent\n',
    '  studio post list --state in-doubt              post settle NAME posted, or not-posted\n',
    '  studio suppress add ADDRESS                    who left by a link since then is not in the back-up\n',
    ...paused.map((name) => `Campaign ${name} is paused. Then: studio campaign resume ${name}\n`),
  ];
}

const restore: Command = async ({ args, out, config, composition }) => {
  const restored = await (await composition()).restoreStudio(config(), resolve(args.positional(0)));
  out.print(`${args.positional(0)} is restored: ${restored.rows.toLocaleString('en-IN')} rows.\n`);
  if (restored.before !== null) out.note(`The store that stood before lies in ${restored.before}`);
  for (const line of heldLines(restored.held)) out.print(line);
  out.json(restored);
  return EXIT.ok;
};

export const commands: Commands = { status, migrate, backup, check, restore };
