/** `studio packs`, or `pack`: list, show; lint, check, new and schema of a file of one's own need no store. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { type Pack, packSchema } from '@sacred-qa/contracts/pack';
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

/** All that keeps a pack from loading, line by line; of a sound one, what makes its findings weaker. */
const lint: Command = async ({ args, out }) => {
  const file = args.positional(0);
  const { loadPack } = await import('@sacred-qa/studio/packs');
  const { hintsOn } = await import('@sacred-qa/studio/pack-lint');
  const text = readText(file);
  let problems: string[] = [];
  let hints: string[] = [];
  try {
    hints = hintsOn(loadPack(text, file).pack, new Date().toISOString().slice(0, 10));
  } catch (error) {
    if (!(error instanceof StudioError) || error.errors === undefined) throw error;
    problems = error.errors.map(({ pointer, detail }) => (pointer === '' ? detail : `${detail}  ${pointer}`));
  }
  for (const problem of problems) out.print(`${out.frame.paint('red', '✗')} ${problem}\n`);
  for (const hint of hints) out.print(`${out.frame.paint('yellow', '!')} ${hint}\n`);
  if (problems.length === 0) out.print(`${out.frame.paint('green', '✓ sound')}: ${file}, ${hints.length} hints\n`);
  out.json({ file, sound: problems.length === 0, problems, hints });
  return problems.length === 0 ? EXIT.ok : EXIT.refused;
};

const SCHEMA_FILE = 'docs/pack.schema.json';

const begin: Command = async ({ args, io, out }) => {
  const file = args.positional(0);
  const id = basename(file, extname(file));
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id) || !/^\.ya?ml$/.test(extname(file))) {
    throw usageError('Give the new pack a name of small letters, digits and hyphens that ends in .yaml.');
  }
  const { newPack } = await import('@sacred-qa/studio/new-pack');
  const schema = relative(dirname(resolve(file)), join(io.rootDir, SCHEMA_FILE)).replaceAll('\\', '/');
  try {
    writeFileSync(file, newPack(id, schema), { flag: 'wx' });
  } catch (error) {
    const stands = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw usageError(
      stands ? `${file} is there already; it was left as it is.` : `${file}: ${(error as Error).message}.`,
    );
  }
  out.print(`${file} holds one pattern to begin with. Look it over with: studio pack lint ${file}\n`);
  return EXIT.ok;
};

const schema: Command = async ({ out }) => {
  out.print(`${JSON.stringify(packSchema(), null, 2)}\n`);
  return EXIT.ok;
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

export const commands: Commands = { list, show, check, lint, new: begin, schema };
