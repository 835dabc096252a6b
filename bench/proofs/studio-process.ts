/** `studio serve` as a process of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LAUNCHER = join(import.meta.dirname, '../../cli/bin/studio.js');
const READY_WITHIN_MS = 120_000;

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

/**
 * Waits until it says where it answers; with the embedded store unless `env` names another. Answers an Ended instead
 * when it stops before that.
 */
export async function startStudio(dataDir: string, env: Record<string, string> = {}): Promise<StudioProcess | Ended> {
  const { child, ended } = launch(['serve'], { STUDIO_DATA_DIR: dataDir, PORT: '0', ...env });
  const url = await Promise.race([said(child, /answers at (\S+)/), ended]);
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
export async function mustStart(dataDir: string, env: Record<string, string> = {}): Promise<StudioProcess> {
  const started = await startStudio(dataDir, env);
  if ('url' in started) return started;
  throw new Error(`studio serve ended with ${started.exitCode ?? started.signal}: ${started.stderr.trim()}`);
}

/** Starts it and kills it `afterMs` later, wherever it stands then. */
export async function killWhileStarting(dataDir: string, afterMs: number): Promise<void> {
  const { child, ended } = launch(['serve'], { STUDIO_DATA_DIR: dataDir, PORT: '0' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
  clearTimeout(timer);
}

/** `studio bridge run` from the outbox in `databaseUrl` to `studio`. Resolves when it is at work. */
export async function startBridge(given: {
  studio: Pick<StudioProcess, 'url' | 'adminKey'>;
  databaseUrl: string;
  dataDir: string;
}): Promise<{ kill(): Promise<Ended> }> {
  const { child, ended } = launch(['bridge', 'run'], {
    DATABASE_URL: given.databaseUrl,
    STUDIO_DATA_DIR: given.dataDir,
    STUDIO_URL: given.studio.url,
    STUDIO_API_KEY: given.studio.adminKey,
  });
  const started = await Promise.race([said(child, /The bridge tells (\S+)/), ended]);
  if (typeof started !== 'string') throw new Error(`studio bridge run ended: ${started.stderr.trim()}`);
  return {
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function launch(args: readonly string[], own: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> } {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    env: { ...env, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...own },
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

/** What stands in the brackets of `pattern`, as soon as it is said. */
function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`studio did not say ${pattern} within ${READY_WITHIN_MS / 1000} s`));
    }, READY_WITHIN_MS);
    child.once('close', () => clearTimeout(late));
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const found = pattern.exec(text)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
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
