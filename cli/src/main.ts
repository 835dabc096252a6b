/** The process: real streams, real clock, real signals around `run`. */
import { fileURLToPath } from 'node:url';
import { systemClock } from '@sacred-qa/foundation/clock';
import { INTERRUPTED } from './command.ts';
import type { Io, Stream } from './io.ts';
import { run } from './run.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A terminal sends Ctrl-C to the launcher too, which hands it on: the echo is not a second wish. */
const ECHO_MS = 300;

let endedBy: NodeJS.Signals | null = null;
let interruption: AbortController | null = null;

function takeSignalsOver(): AbortSignal {
  if (interruption !== null) return interruption.signal;
  const controller = new AbortController();
  interruption = controller;
  // Not by the clock: one that is set back would take every later wish for the echo.
  let firstAtMs = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (endedBy === null) {
      endedBy = signal;
      firstAtMs = performance.now();
      controller.abort();
    } else if (performance.now() - firstAtMs > ECHO_MS) endBy(signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return controller.signal;
}

/** Ends as the signal would have ended us, so that the caller sees the truth. */
function endBy(signal: NodeJS.Signals): void {
  for (const name of SIGNALS) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}

function streamOver(stream: NodeJS.WriteStream): Stream {
  // A reader that has seen enough, such as head, closes the pipe: then nothing is left to say.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    columns: stream.isTTY ? stream.columns : null,
  };
}

async function readStdin(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const piece of process.stdin) text += piece;
  return text;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const done = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', done);
    resolve();
  };
  const timer = setTimeout(done, ms);
  signal.addEventListener('abort', done);
  return promise;
}

const io: Io = {
  stdout: streamOver(process.stdout),
  stderr: streamOver(process.stderr),
  readStdin,
  env: process.env,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  clock: systemClock,
  wait,
  interruption: takeSignalsOver,
};

process.exitCode = await run(process.argv.slice(2), io);
if (process.exitCode === INTERRUPTED && endedBy !== null) endBy(endedBy);
