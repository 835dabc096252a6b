/** `studio verify`: checks sealed evidence from its bytes alone. Needs no store. */
import { readFileSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { type BundleVerdict, type Fault, verifyBundle } from '@sacred-qa/studio/verify-bundle';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeLine } from '../terminal/safe-text.ts';

const FAULTS_SHOWN = 20;
const RAW_KEY = /^[A-Za-z0-9_-]{43}$/;

const verify: Command = async ({ args, out }) => {
  const file = args.positional(0);
  const key = args.text('key');
  if (key !== undefined && !RAW_KEY.test(key)) {
    throw usageError('--key takes the 43 characters that stand in the last lines of a report of the studio.');
  }
  const verdict = verifyBundle(readBundle(file), key);
  if (verdict.ok) printSound(out, verdict);
  else printFaults(out, verdict.faults);
  out.json(verdict);
  return verdict.ok ? EXIT.ok : EXIT.verification;
};

function readBundle(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

function printSound(out: Output, { manifest, publicKey, isKeyExpected }: BundleVerdict): void {
  if (manifest === null) return;
  const { target, records, sealed_at, studio, totals } = manifest;
  const sign = out.frame.paint('green', '✓');
  out.print(`${sign} whole and unchanged: ${records.count} records of audit ${manifest.audit_id}\n`);
  out.fields([
    ['target', safeLine(target.name)],
    ['pack', `${manifest.pack.id} ${manifest.pack.version}`],
    ['sealed', `${formatIst(sealed_at)} by ${safeLine(studio.name)}`],
    [
      'totals',
      Object.entries(totals)
        .map(([name, count]) => `${count} ${name}`)
        .join(', '),
    ],
    ['key', `${publicKey}${isKeyExpected ? ', the one you named' : ''}`],
  ]);
  if (!isKeyExpected)
    out.note('Whose key that is, the file cannot prove: compare it with the one in a report, or give --key.');
}

function printFaults(out: Output, faults: readonly Fault[]): void {
  const sign = out.frame.paint('red', '✗');
  for (const { part, record, kind, id, reason } of faults.slice(0, FAULTS_SHOWN)) {
    const where = record === undefined ? part : `${part}, record ${record} (${kind} ${safeLine(id ?? '')})`;
    out.print(`${sign} ${where === '' ? '' : `${where}: `}${safeLine(reason)}\n`);
  }
  if (faults.length > FAULTS_SHOWN) out.print(`… and ${faults.length - FAULTS_SHOWN} more\n`);
}

export const commands: Commands = { '': verify };
