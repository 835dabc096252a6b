/** `studio serve` as a process of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LAUNCHER = join(import.meta.dirname, '../../cli/bin/studio.js');
const READY_WITHIN_MS = 60_000;

export interface Ended {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

export interface StudioProcess {
  url: string;
  adminKey: string;
  pid: number;
  ended: Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  kill(): Promise<Ended>;
  stop(): Promise<Ended>;
}

/** Waits until it says where it answers. Answers an Ended instead when it stops before that. */
export async function startStudio(dataDir: string): Promise<StudioProcess | Ended> {
  const { child, ended } = launch(dataDir);
  const url = await Promise.race([urlSaidBy(child), ended]);
  if (typeof url !== 'string') return url;
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    adminKey: readFileSync(join(dataDir, 'admin.key'), 'utf8').trim(),
    pid: child.pid as number,
    ended,
    signal: (signal) => void child.kill(signal),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Throws with what it said when it does not start. */
export async function mustStart(dataDir: string): Promise<StudioProcess> {
  const started = await startStudio(dataDir);
  if ('url' in started) return started;
  throw new Error(`studio serve ended with ${started.exitCode ?? started.signal}: ${started.stderr.trim()}`);
}

/** Starts it and kills it `afterMs` later, wherever it stands then. */
export async function killWhileStarting(dataDir: string, afterMs: number): Promise<void> {
  const { child, ended } = launch(dataDir);
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
}

function launch(dataDir: string): { child: ChildProcess; ended: Promise<Ended> } {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, 'serve'], {
    env: { ...env, STUDIO_DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (exitCode, signal) => {
      process.off('exit', killWithUs);
      resolve({ exitCode, signal, stderr });
    });
  });
  return { child, ended };
}

function urlSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`studio serve did not answer within ${READY_WITHIN_MS / 1000} s`));
    }, READY_WITHIN_MS);
    child.once('close', () => clearTimeout(late));
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /answers at (\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
  });
}

/** One call of the API; a body is sent as JSON. Rejects when the connection breaks. */
export async function call(
  studio: Pick<StudioProcess, 'url' | 'adminKey'>,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${studio.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${studio.adminKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('ndjson') === false;
  return { status: answer.status, body: isJson && text !== '' ? JSON.parse(text) : text };
}
