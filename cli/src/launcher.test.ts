import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../bin/studio.js', import.meta.url));
const BIN = fileURLToPath(new URL('../bin', import.meta.url));
const CARRIED = `node-${process.platform}-${process.arch}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the launcher that believes to run under an old Node, with a main of our own. */
function oldNodeCopy(main: string): string {
  mkdirSync(join(folder, 'cli/src'), { recursive: true });
  cpSync(BIN, join(folder, 'cli/bin'), { recursive: true });
  writeFileSync(join(folder, 'cli/package.json'), '{"type":"module","version":"9.9.9"}');
  writeFileSync(join(folder, 'cli/src/main.ts'), main);
  const copy = join(folder, 'cli/bin/studio.js');
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('NEEDED_MAJOR = 26', 'NEEDED_MAJOR = 999'));
  return copy;
}

function carry(): void {
  const home = join(folder, 'node_modules', CARRIED);
  // A bin is relative to its package; a link leads from there to the Node that runs this test.
  mkdirSync(join(home, 'bin'), { recursive: true });
  execFileSync('ln', ['-s', process.execPath, join(home, 'bin/node')]);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
}

test('help and version are answered without a studio, a carried Node or a child process', () => {
  const copy = oldNodeCopy('throw new Error("main was loaded")');
  for (const argv of [
    ['--help'],
    ['help', 'audit', 'run'],
    ['audit', 'run', '--target', 'x', '-h'],
    ['db', '--help'],
  ]) {
    const { status, stdout } = spawnSync(process.execPath, [copy, ...argv], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: studio');
  }
  expect(spawnSync(process.execPath, [copy, '--version'], { encoding: 'utf8' }).stdout).toBe('9.9.9\n');
});

test('the help loads no file of ours but its own list', () => {
  const source = readFileSync(LAUNCHER, 'utf8');
  expect([...source.matchAll(/^import .* from '(\..*)';$/gm)].map((match) => match[1])).toEqual(['./help.js']);
  expect(readFileSync(join(BIN, 'help.js'), 'utf8')).not.toMatch(/^import /m);
});

test('an old Node hands the command, its flags and the exit code to the carried one', () => {
  const copy = oldNodeCopy(
    'console.log(JSON.stringify([process.argv.slice(2), process.execArgv])); process.exitCode = 100;',
  );
  carry();
  const argv = ['--no-warnings', copy, 'audit', 'run', '--ci'];
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect(status).toBe(100);
  expect(JSON.parse(stdout)).toEqual([
    ['audit', 'run', '--ci'],
    ['--no-warnings', '--max-semi-space-size=8'],
  ]);
});

test('without the carried Node one sentence says what is missing and how to get it', () => {
  const copy = oldNodeCopy('');
  const { status, stderr } = spawnSync(process.execPath, [copy, 'audit', 'list'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain(CARRIED);
  expect(stderr).toContain('npm ci');
});

test('a signal to the launcher reaches the studio, and its death by signal is the launcher’s own', async () => {
  const copy = oldNodeCopy(`
    process.once('SIGTERM', () => { console.log('asked to stop'); process.kill(process.pid, 'SIGKILL'); });
    setInterval(() => {}, 1000);
    console.log('up');`);
  carry();
  const child = spawn(process.execPath, [copy, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') child.kill('SIGTERM');
    said += text;
  });
  expect(await ended).toBe('SIGKILL');
  expect(said).toContain('asked to stop');
});

test('a reader that closes the pipe early is no error', () => {
  const { stderr, stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${LAUNCHER}" --help | head -n 1`], {
    encoding: 'utf8',
  });
  expect(stdout).toContain('Sacred QA Studio');
  expect(stderr).toBe('');
});
