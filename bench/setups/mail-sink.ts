/** Postfix's smtp-sink, which takes mails as fast as they come and keeps none, and smtp-source, which sends ready ones. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './cluster.ts';
import { runCommand } from './command.ts';

export interface MailSink {
  port: number;
  stop(): void;
}

/** POSTFIX_TREE names a folder into which Debian's package was unpacked, without being installed. */
const TREE = process.env.POSTFIX_TREE ?? '';
const ENV = { ...process.env, LD_LIBRARY_PATH: `${TREE}/usr/lib/postfix` };
const STARTS_WITHIN_MS = 60_000;
/** Debian's user without rights: the sink refuses to run as root. */
const NOBODY = '65534';

function programOf(name: string): string {
  const found = [`${TREE}/usr/sbin/${name}`, `/usr/sbin/${name}`].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(`${name} is missing: apt-get install postfix, or unpack that package and set POSTFIX_TREE`);
}

export async function startMailSink(): Promise<MailSink> {
  const port = await freePort();
  const command = [programOf('smtp-sink'), `127.0.0.1:${port}`, '1000'];
  const [program = '', ...args] =
    process.getuid?.() === 0
      ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command]
      : command;
  const child = spawn(program, args, { env: ENV, cwd: '/', stdio: 'ignore' });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  await waitFor(port, child);
  return {
    port,
    stop() {
      process.off('exit', kill);
      kill();
    },
  };
}

async function waitFor(port: number, child: ChildProcess): Promise<void> {
  const deadlineMs = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadlineMs) throw new Error('smtp-sink did not start');
    await sleep(25);
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** Sends `mails` of `bytes` each over `sessions` connections that stay open; throws when one was not taken. */
export async function smtpSource(port: number, mails: number, bytes: number, sessions: number): Promise<void> {
  const sizes = ['-m', String(mails), '-l', String(bytes), '-s', String(sessions)];
  await runCommand(programOf('smtp-source'), ['-d', ...sizes, '-t', 'a@sink.example', `127.0.0.1:${port}`], {
    env: ENV,
  });
}
