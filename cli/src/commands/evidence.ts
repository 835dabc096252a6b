/** `studio evidence`: seal. */
import { statSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { fullAuditId } from '../audit-id.ts';
import type { Command, Commands } from '../command.ts';
import { writeBytes } from '../output.ts';
import { formatBytes } from '../terminal/bytes.ts';

const seal: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullAuditId(client, args.positional(0));
    const file = args.text('out') ?? `./evidence-${id}.zip`;
    await writeBytes(file, await client.bytes('POST', `/audits/${encodeURIComponent(id)}/evidence`));
    const { size } = statSync(file);
    out.print(`${file}\n`);
    out.note(`${formatBytes(size)}, signed. To check it anywhere: studio verify ${file}`);
    out.json({ audit_id: id, file, bytes: size });
    return EXIT.ok;
  });

export const commands: Commands = { seal };
