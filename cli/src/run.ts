/** Runs one command line: finds the command, hands it its tools, and turns what goes wrong into words and an exit code. */
import { loadConfig } from '@sacred-qa/foundation/config';
import { helpAskedBy, overview } from '../bin/help.js';
import { parseCommandLine } from './arguments.ts';
import { withClient } from './client.ts';
import type { Commands, Context } from './command.ts';
import { type Composition, loadComposition } from './composition.ts';
import { failureOf } from './failure.ts';
import type { Io } from './io.ts';
import { createOutput } from './output.ts';
import { coloursWanted, createPaint } from './terminal/colours.ts';
import { safeText } from './terminal/safe-text.ts';

/** Loaded one by one: a command pays only for what it needs. */
export const COMMAND_MODULES: Readonly<Record<string, () => Promise<{ commands: Commands }>>> = {
  serve: () => import('./commands/serve.ts'),
  'sample-bot': () => import('./commands/sample-bot.ts'),
  audit: () => import('./commands/audit.ts'),
  findings: () => import('./commands/findings.ts'),
  engagement: () => import('./commands/engagement.ts'),
  brand: () => import('./commands/brand.ts'),
  sample: () => import('./commands/sample.ts'),
  judge: () => import('./commands/judge.ts'),
  evidence: () => import('./commands/evidence.ts'),
  verify: () => import('./commands/verify.ts'),
  lineage: () => import('./commands/lineage.ts'),
  sankalpa: () => import('./commands/sankalpa.ts'),
  qa: () => import('./commands/qa.ts'),
  targets: () => import('./commands/targets.ts'),
  prospects: () => import('./commands/prospects.ts'),
  consent: () => import('./commands/consent.ts'),
  suppress: () => import('./commands/suppress.ts'),
  redact: () => import('./commands/redact.ts'),
  transcripts: () => import('./commands/transcripts.ts'),
  text: () => import('./commands/text.ts'),
  packs: () => import('./commands/packs.ts'),
  campaign: () => import('./commands/campaign.ts'),
  post: () => import('./commands/post.ts'),
  metrics: () => import('./commands/metrics.ts'),
  bridge: () => import('./commands/bridge.ts'),
  jobs: () => import('./commands/jobs.ts'),
  db: () => import('./commands/db.ts'),
  keys: () => import('./commands/keys.ts'),
  health: () => import('./commands/health.ts'),
  contacts: () => import('./commands/contacts.ts'),
  events: () => import('./commands/events.ts'),
  outreach: () => import('./commands/outreach.ts'),
};

export async function run(
  argv: readonly string[],
  io: Io,
  deps: { composition: () => Promise<Composition> } = { composition: loadComposition },
): Promise<number> {
  const help = helpAskedBy(argv);
  if (help !== undefined) {
    io.stdout.write(help);
    return 0;
  }
  if (argv.length === 0) {
    io.stderr.write(overview());
    return 2;
  }
  try {
    const { name, args } = parseCommandLine(argv);
    const [noun = '', ...verb] = name.split(' ');
    const command = (await COMMAND_MODULES[noun]?.())?.commands[verb.join(' ')];
    if (command === undefined) throw new RangeError(`the command ${name} is listed but not built`);
    return await command(createContext(io, args, deps));
  } catch (error) {
    return explain(error, io);
  }
}

function createContext(io: Io, args: Context['args'], deps: { composition: () => Promise<Composition> }): Context {
  const config = () => loadConfig({ env: io.env, rootDir: io.rootDir });
  return {
    args,
    io,
    out: createOutput(io, args.text('json')),
    config,
    composition: deps.composition,
    withStudio: (work) =>
      withClient(
        {
          config: config(),
          openStudio: async (given) => (await deps.composition()).openStudio(given),
        },
        work,
      ),
  };
}

function explain(error: unknown, io: Io): number {
  const failure = failureOf(error);
  const paint = createPaint(coloursWanted({ isTerminal: io.stderr.columns !== null, env: io.env }));
  io.stderr.write(`${paint('red', 'studio:')} ${safeText(failure.message)}\n`);
  for (const line of failure.lines) io.stderr.write(`  ${safeText(line)}\n`);
  return failure.exit;
}
