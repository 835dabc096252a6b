/**
 * Asks a function of the user's own, in a thread for each conversation. It is the user's code and may do all that the
 * user may: the thread bounds time and memory and keeps its prints out of ours, it is no cage.
 */
import { Worker } from 'node:worker_threads';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { environmentFor } from '../local-env.ts';
import { type Asked, CANCELLED, type Failure, failed, failureOfError, OUT_OF_TIME } from '../outcomes.ts';
import { excerptOf, storable } from '../reply-text.ts';
import { readSecrets, type Secrets } from '../request-headers.ts';
import type { Asker, AskerDeps } from '../target.ts';
import type { FromWorker, ToWorker, WorkerData } from './function-protocol.ts';

interface Thread {
  worker: Worker;
  /** Resolves once the module is loaded; rejects with why it cannot be asked. */
  ready: Promise<void>;
  /** Why it can be asked no more. */
  fault?: Error;
}

export type FunctionSpec = Extract<TargetSpec, { kind: 'function' }>;

const HEAP_MB = 512;

export function createFunctionAsker(deps: Pick<AskerDeps, 'clock'>, spec: FunctionSpec, secrets: Secrets): Asker {
  const known = readSecrets(spec, secrets);
  const idle: Thread[] = [];
  /** Threads from their very start, so that one which never gets ready is ended as well. */
  const busy = new Map<string, Thread>();
  let isClosed = false;

  function start(): Thread {
    const data: WorkerData = { module: spec.module, exportName: spec.export };
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData: data,
      env: environmentFor(spec.env ?? [], known),
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // What the function prints must be read, or it would heap up.
    worker.stdout.resume();
    worker.stderr.resume();
    worker.unref();
    const thread: Thread = { worker, ready: readinessOf(worker) };
    const lose = (fault: Error): void => {
      thread.fault ??= fault;
      const at = idle.indexOf(thread);
      if (at !== -1) idle.splice(at, 1);
    };
    // Heard for as long as it lives: what a function does after its answer must not end us.
    worker.on('error', lose);
    worker.on('exit', (code) => lose(new Error(`The thread ended with code ${code} while nobody asked it.`)));
    return thread;
  }

  async function workerFor(conversationId: string): Promise<Worker> {
    const thread = busy.get(conversationId) ?? idle.pop() ?? start();
    busy.set(conversationId, thread);
    await thread.ready;
    if (thread.fault !== undefined) throw thread.fault;
    return thread.worker;
  }

  async function drop(conversationId: string): Promise<void> {
    const thread = busy.get(conversationId);
    busy.delete(conversationId);
    await thread?.worker.terminate();
  }

  async function put(question: ToWorker['question']): Promise<{ said: FromWorker; latencyMs: number }> {
    const worker = await workerFor(question.conversationId);
    const startedMs = deps.clock.now();
    worker.postMessage({ question } satisfies ToWorker);
    const said = await nextFrom(worker);
    return { said, latencyMs: Math.max(0, deps.clock.now() - startedMs) };
  }

  function outcomeOf(said: FromWorker, latencyMs: number): Asked {
    const fail = (failure: Failure) => failed(failure, latencyMs);
    if (said.kind === 'too_large')
      return fail({ code: 'answer_too_large', detail: 'The answer is larger than 2 MiB.' });
    if (said.kind === 'failed') return fail({ code: 'function_failed', detail: masked(excerptOf(said.detail)) });
    if (said.kind !== 'answer') return fail({ code: 'function_failed', detail: 'It answered out of turn.' });
    const { text, notes } = storable(masked(said.text));
    return { ...said, kind: 'answered', text, latencyMs, status: 200, ...(notes.length === 0 ? {} : { notes }) };
  }

  const masked = (text: string): string =>
    known.toMask.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), text);

  const ask: Asker['ask'] = async (messages, { conversationId, signal }) => {
    if (known.problem !== undefined) return failed({ code: 'unauthorised', detail: known.problem }, 0);
    if (isClosed || signal?.aborted) return failed(failureOfError(CANCELLED, 0), 0);
    const text = messages.findLast(({ role }) => role === 'user')?.text ?? '';
    const end = Promise.withResolvers<never>();
    const timer = setTimeout(() => end.reject(OUT_OF_TIME), spec.timeout_ms);
    const giveUp = () => end.reject(CANCELLED);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const { said, latencyMs } = await Promise.race([put({ text, messages, conversationId }), end.promise]);
      return outcomeOf(said, latencyMs);
    } catch (error) {
      // A thread that is late or broken is of no further use: only its end stops what it is doing.
      await drop(conversationId);
      if (isClosed) return failed(failureOfError(CANCELLED, 0), 0);
      if (error === OUT_OF_TIME || error === CANCELLED) return failed(failureOfError(error, spec.timeout_ms), 0);
      return failed({ code: 'function_failed', detail: masked(excerptOf((error as Error).message)) }, 0);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  };

  return {
    ask,
    async endConversation(conversationId) {
      const thread = busy.get(conversationId);
      busy.delete(conversationId);
      if (thread !== undefined && thread.fault === undefined) idle.push(thread);
    },
    listModels: async () => ({ kind: 'listed', models: [] }),
    streams: async () => ({ kind: 'tried', streams: false }),
    async close() {
      isClosed = true;
      await Promise.all([...busy.values(), ...idle].map(({ worker }) => worker.terminate()));
    },
  };
}

async function readinessOf(worker: Worker): Promise<void> {
  const first = await nextFrom(worker);
  if (first.kind !== 'ready') throw new Error(first.kind === 'unfit' ? first.detail : 'It did not start.');
}

/** The next message of a thread; rejects when the thread ends instead. */
function nextFrom(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onMessage = (message: FromWorker) => {
      settle();
      resolve(message);
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = (code: number) => {
      settle();
      reject(new Error(`The thread ended with code ${code} before it answered.`));
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
  });
}
