/** `studio packs`: list, show, check. Checking a file needs no store. */
import { readFileSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Page } from '../paging.ts';

interface PackSummary {
  id: string;
  version: string;
  title: string;
  hash: string;
  repeats: number;
  patterns: number;
  cases: number;
  attempts: number;
}

const list: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const packs = await client.call<Page<PackSummary>>('GET', '/packs');
    out.table(
      [
        { title: 'PACK' },
        { title: 'VERSION' },
        { title: 'TITLE', shrinkTo: 12 },
        { title: 'PATTERNS', align: 'right' },
        { title: 'CASES', align: 'right' },
        { title: 'QUESTIONS A RUN', align: 'right' },
        { title: 'HASH' },
      ],
      packs.items.map((pack) => [
        pack.id,
        pack.version,
        pack.title,
        String(pack.patterns),
        String(pack.cases),
        String(pack.attempts),
        pack.hash.slice(0, 12),
      ]),
      'No packs.',
    );
    out.json(packs);
    return EXIT.ok;
  });

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const path = `/packs/${encodeURIComponent(args.positional(0))}`;
    const shown = await client.call<PackSummary & { pack: Pack }>('GET', path);
    out.fields([
      ['pack', `${shown.title} (${shown.id} ${shown.version})`],
      ['asks', `${shown.cases} cases, each ${shown.repeats} times: ${shown.attempts} questions a run`],
      ['hash', shown.hash],
    ]);
    out.print('\n');
    out.table(
      [
        { title: 'PATTERN' },
        { title: 'SEVERITY' },
        { title: 'CASES', align: 'right' },
        { title: 'RECHECK BY' },
        { title: 'WHAT', shrinkTo: 20 },
      ],
      shown.pack.patterns.map((pattern) => [
        pattern.id,
        `${pattern.severity}${pattern.verified ? '' : ' (hint)'}`,
        String(pattern.cases.length),
        pattern.recheck_by ?? '',
        pattern.title,
      ]),
      'No patterns.',
    );
    out.json(shown);
    return EXIT.ok;
  });

/** The loader proves the pack on its own samples; what does not hold is thrown and told line by line. */
const check: Command = async ({ args, out }) => {
  const file = args.positional(0);
  const { loadPack } = await import('@sacred-qa/studio/packs');
  const { pack, hash } = loadPack(readText(file), file);
  const cases = pack.patterns.flatMap((pattern) => pattern.cases);
  const samples = cases.reduce((sum, kase) => sum + kase.ideal.length + kase.faults.length, 0);
  const checked = {
    id: pack.id,
    version: pack.version,
    hash,
    patterns: pack.patterns.length,
    cases: cases.length,
    samples,
  };
  out.print(`${out.frame.paint('green', '✓ sound')}: ${pack.id} ${pack.version}, ${checked.patterns} patterns, `);
  out.print(`${checked.cases} cases, ${checked.samples} samples told apart\n`);
  out.json(checked);
  return EXIT.ok;
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

export const commands: Commands = { list, show, check };
