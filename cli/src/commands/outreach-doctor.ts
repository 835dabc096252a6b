/** `studio outreach doctor`: how records, servers and keys of outreach stand, and what to do. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command } from '../command.ts';
import type { Style } from '../terminal/colours.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';

type Status = 'pass' | 'warn' | 'fail' | 'skip';

interface Diagnosis {
  status: Status;
  at: string;
  checks: { check: string; status: Status; reason: string; fix: string | null }[];
}

const SIGNS: Record<Status, { sign: string; style: Style }> = {
  pass: { sign: '✓ pass', style: 'green' },
  warn: { sign: '! warn', style: 'yellow' },
  fail: { sign: '✗ fail', style: 'red' },
  skip: { sign: '· skip', style: 'dim' },
};

export const doctor: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const found = await client.call<Diagnosis>('POST', '/outreach/doctor', { body: {} });
    const { paint } = out.frame;
    const widest = Math.max(...found.checks.map(({ check }) => check.length));
    for (const { check, status, reason, fix } of found.checks) {
      const { sign, style } = SIGNS[status];
      out.print(`${paint(style, sign)}  ${check.padEnd(widest)}  ${safeText(reason)}\n`);
      // A record to publish is copied from here, so it is never cut.
      if (fix !== null) out.print(`${' '.repeat(widest + 10)}→ ${safeText(fix)}\n`);
    }
    const { sign, style } = SIGNS[found.status];
    const nothing = found.status === 'skip' ? 'nothing is set up yet, ' : '';
    out.print(`\n${paint(style, sign)}  ${nothing}${formatIst(found.at)}\n`);
    out.json(found);
    return found.status === 'fail' ? EXIT.fault : EXIT.ok;
  });
