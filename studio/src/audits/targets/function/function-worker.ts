/** Runs in a thread of its own: loads the user's module and calls its function for each question that comes. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerData } from './function-protocol.ts';

/** As long as what is read from a wire. */
const MAX_ANSWER_CHARS = 2 * 1024 * 1024;

const port = parentPort;
if (port === null) throw new Error('runs only as a worker');
const tell = (message: FromWorker): void => port.postMessage(message);

const { module, exportName } = workerData as WorkerData;
const loaded: Record<string, unknown> = await import(pathToFileURL(module).href);
const ask = loaded[exportName];
if (typeof ask === 'function') {
  port.on('message', async ({ question }: ToWorker) => {
    try {
      tell(answerOf(await ask(question)));
    } catch (error) {
      tell({
        kind: 'failed',
        detail: `It threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
      });
    }
  });
  tell({ kind: 'ready' });
} else {
  const there = Object.keys(loaded).join(', ');
  tell({
    kind: 'unfit',
    detail: `${module} has no function ${exportName}; it exports: ${there === '' ? 'nothing' : there}.`,
  });
}

function answerOf(value: unknown): FromWorker {
  const { text, model, usage } =
    typeof value === 'string'
      ? { text: value }
      : ((value ?? {}) as { text?: unknown; model?: unknown; usage?: unknown });
  if (typeof text !== 'string') return { kind: 'failed', detail: 'It gave neither a text nor an object with a text.' };
  if (text.length > MAX_ANSWER_CHARS) return { kind: 'too_large' };
  return {
    kind: 'answer',
    text,
    ...(typeof model === 'string' ? { model } : {}),
    ...(isUsage(usage)
      ? { usage: { prompt_tokens: usage.prompt_tokens, completion_tokens: usage.completion_tokens } }
      : {}),
  };
}

function isUsage(usage: unknown): usage is { prompt_tokens: number; completion_tokens: number } {
  const { prompt_tokens, completion_tokens } = (usage ?? {}) as Record<string, unknown>;
  return Number.isSafeInteger(prompt_tokens) && Number.isSafeInteger(completion_tokens);
}
