/** Owns what test servers of the system share: a free port, a start that waits for the port, an end that leaves nothing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, connect as dial } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Root in a container may not own a mail server: these are the ids of `nobody` on Debian. */
const NOBODY = 65_534;
/** Against what hangs: one that fails ends by itself. */
const STARTS_WITHIN_MS = 100_000;
export const runsAsRoot = process.getuid?.() === 0;
export const serverIds = {
  uid: runsAsRoot ? NOBODY : (process.getuid?.() ?? 0),
  gid: runsAsRoot ? NOBODY : (process.getgid?.() ?? 0),
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

/** Starts a program, without root's rights, and waits until it takes connections. Throws with what it said when it ends before. */
export async function startServer(
  command: readonly [string, ...string[]],
  options: { port: number; cwd: string; env?: Record<string, string> },
): Promise<ChildProcess> {
  const [program, ...args] = runsAsRoot
    ? (['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command] as const)
    : command;
  let said = '';
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that its own children can be ended with it.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', (error) => {
    said += error.message;
    ended = true;
  });
  const deadlineMs = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < deadlineMs) {
    if (await answers(options.port)) return child;
    if (ended && child.exitCode !== 0) break;
    await pause(25);
  }
  child.kill('SIGKILL');
  throw new Error(`${command[0]} did not start: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Ends a server and all that it started, and waits until it is gone. */
export async function endServer(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}

/** Tells once and loudly that real servers are missing, so that a skipped test is no silent one. */
export function tellMissing(server: string, debianPackage: string): void {
  process.stderr.write(
    `\n!!! ${server} is missing: its tests are SKIPPED. Install it with: apt-get install ${debianPackage}\n\n`,
  );
}
