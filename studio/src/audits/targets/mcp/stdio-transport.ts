/** Speaks MCP with a program of this machine: one JSON message a line, in and out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { environmentFor } from '../local-env.ts';
import { CANCELLED, type FailedAsk, failed, failureOfError, OUT_OF_TIME } from '../outcomes.ts';
import { excerptOf, MAX_REPLY_BYTES } from '../reply-text.ts';
import type { KnownSecrets } from '../request-headers.ts';
import type { AskerDeps } from '../target.ts';
import type { McpSpec, McpTransport, TimedReply } from './mcp-asker.ts';
import { INITIALIZED, type RpcRequest, replyIn } from './mcp-messages.ts';

const LAST_WORDS = 2_000;
/** A program that does not end when asked to is ended. */
const KILL_AFTER_MS = 2_000;

export function createStdioTransport(deps: Pick<AskerDeps, 'clock'>, spec: McpSpec, known: KnownSecrets): McpTransport {
  const waiting = new Map<number, (outcome: TimedReply | FailedAsk) => void>();
  let child: ChildProcessWithoutNullStreams | undefined;
  let isClosed = false;
  let lastId = 0;
  let errors = '';

  function start(): ChildProcessWithoutNullStreams {
    const [program = '', ...args] = spec.command ?? [];
    const started = spawn(program, args, { env: environmentFor(spec.env ?? [], known), stdio: 'pipe' });
    let rest = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) heard(line);
      if (rest.length > MAX_REPLY_BYTES) {
        end(
          started,
          failed({ code: 'answer_too_large', detail: `A message is larger than ${MAX_REPLY_BYTES} bytes.` }, 0),
        );
      }
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-LAST_WORDS);
    });
    started.stdin.on('error', () => {});
    started.on('error', (error) => end(started, unreachable(`${program} cannot be started: ${error.message}`)));
    started.on('close', (code, signal) =>
      end(started, unreachable(`${program} ended (${signal ?? `code ${code}`}). ${excerptOf(errors)}`)),
    );
    return started;
  }

  const unreachable = (detail: string): FailedAsk => failed({ code: 'unreachable', detail: detail.trim() }, 0);

  /** What waited is answered; the next question starts the program anew. */
  function end(ended: ChildProcessWithoutNullStreams | undefined, why: FailedAsk): void {
    ended?.kill();
    if (ended !== child) return;
    child = undefined;
    errors = '';
    for (const settle of [...waiting.values()]) settle(why);
  }

  function heard(line: string): void {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      // Some servers print their greetings to stdout; what is no message is none of ours.
      return;
    }
    const { id, method } = (message ?? {}) as { id?: unknown; method?: unknown };
    if (method !== undefined) {
      const said =
        method === 'ping' ? { result: {} } : { error: { code: -32601, message: 'This client offers nothing.' } };
      if (id !== undefined) write({ jsonrpc: '2.0', id, ...said });
      return;
    }
    const settle = typeof id === 'number' ? waiting.get(id) : undefined;
    const reply = settle && replyIn(message, id as number);
    if (reply) settle({ ...reply, latencyMs: 0 });
  }

  const write = (message: object): void => void child?.stdin.write(`${JSON.stringify(message)}\n`);

  return {
    isOpen: () => child !== undefined,
    request(method, params, signal) {
      if (isClosed || signal?.aborted) return Promise.resolve(failed(failureOfError(CANCELLED, 0), 0));
      if (method === 'initialize') child ??= start();
      if (child === undefined) return Promise.resolve(unreachable('The program has ended.'));
      lastId += 1;
      const id = lastId;
      const startedMs = deps.clock.now();
      return new Promise((resolve) => {
        const settle = (outcome: TimedReply | FailedAsk) => {
          waiting.delete(id);
          clearTimeout(timer);
          signal?.removeEventListener('abort', giveUp);
          resolve({ ...outcome, latencyMs: Math.max(0, deps.clock.now() - startedMs) });
        };
        const stop = (why: symbol) => {
          write({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id } });
          settle(failed(failureOfError(why, spec.timeout_ms), 0));
        };
        const giveUp = () => stop(CANCELLED);
        const timer = setTimeout(() => stop(OUT_OF_TIME), spec.timeout_ms);
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting.set(id, settle);
        write({ jsonrpc: '2.0', id, method, params } satisfies RpcRequest);
      });
    },
    async initialized() {
      write(INITIALIZED);
      return null;
    },
    async close() {
      isClosed = true;
      const last = child;
      end(last, failed({ code: 'cancelled', detail: 'The connection was closed.' }, 0));
      if (last === undefined || last.exitCode !== null || last.signalCode !== null || last.pid === undefined) return;
      const stubborn = setTimeout(() => last.kill('SIGKILL'), KILL_AFTER_MS);
      await new Promise((resolve) => last.once('close', resolve));
      clearTimeout(stubborn);
    },
  };
}
