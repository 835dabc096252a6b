/** promptfoo as its users run it: installed by npm into a folder of its own, outside of this repository's packages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.ts';
import { runTimed, type Timed } from './timed.ts';

const VERSION = '0.123.1';
/** It runs neither under the Node of old systems nor, with its own builds of SQLite, surely under the newest. */
const NODE_VERSION = '24.21.0';
const PATIENCE_S = 600;

export interface Promptfoo {
  version: string;
  node: string;
  /** One `promptfoo eval` of these cases, from its start to its end. */
  eval(given: { cases: number; url: string; concurrency: number }): Promise<Timed & { rows: number }>;
}

/** `PROMPTFOO_DIR` names a folder in which it is installed already; 2 GB and some minutes otherwise. */
export async function installPromptfoo(workDir: string, say: (line: string) => void): Promise<Promptfoo> {
  const folder = process.env.PROMPTFOO_DIR ?? join(workDir, 'promptfoo');
  const bin = join(folder, 'node_modules/.bin');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(bin, 'promptfoo'))) {
    say(`promptfoo ${VERSION} is installed in ${folder}: 2 GB`);
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const names = [`promptfoo@${VERSION}`, `node@${NODE_VERSION}`];
    await runCommand('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...names], { cwd: folder });
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    PROMPTFOO_CONFIG_DIR: join(workDir, 'promptfoo-home'),
    PROMPTFOO_DISABLE_TELEMETRY: '1',
    PROMPTFOO_DISABLE_UPDATE: '1',
    PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
    OPENAI_API_KEY: 'x',
    NO_COLOR: '1',
    CI: '1',
  };
  return {
    version: VERSION,
    node: (await runCommand(join(bin, 'node'), ['--version'])).trim(),
    async eval({ cases, url, concurrency }) {
      const config = join(workDir, `promptfoo-${cases}.json`);
      const out = join(workDir, 'promptfoo-out.json');
      writeFileSync(config, JSON.stringify(evalOf(cases, url)));
      const flags = ['--no-cache', '--no-progress-bar', '--no-table', '-j', String(concurrency), '-o', out];
      const timed = await runTimed({
        ...{ command: join(bin, 'promptfoo'), args: ['eval', '-c', config, ...flags], env, cwd: workDir },
        ...{ timeFile: join(workDir, 'promptfoo-time'), patienceS: PATIENCE_S },
      });
      return { ...timed, rows: rowsIn(out) };
    },
  };
}

/** One cheap assertion a case, of the kind that ours has one of. */
const evalOf = (cases: number, url: string): object => ({
  description: `bench ${cases}`,
  prompts: ['You are a shop assistant for Indian customers. {{q}}'],
  providers: [{ id: 'openai:chat:mock', config: { apiBaseUrl: url, apiKey: 'x', temperature: 0 } }],
  tests: Array.from({ length: cases }, (_, i) => ({
    vars: { q: `Case ${i}: when will my order of 1 lakh rupees reach Bengaluru?` },
    assert: [{ type: 'contains', value: '1,00,000' }],
  })),
});

function rowsIn(file: string): number {
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as { results: { results: unknown[] } };
  return results.results.length;
}
