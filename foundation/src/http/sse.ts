/** Server-sent events (WHATWG HTML, 9.2) that a client may resume without a gap by Last-Event-ID. */
import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface StreamedEvent {
  id: string;
  event: string;
  data: string;
}

export interface EventSource {
  /** Where a client without Last-Event-ID begins. */
  latest(): Promise<string>;
  /** Events after a cursor, oldest first; `reset` when the cursor cannot be resumed from. */
  after(cursor: string): Promise<StreamedEvent[] | 'reset'>;
  /** Calls back when there may be something new; answers how to stop. */
  onWake(waker: () => void): () => void;
  /** How often to look without being woken: other processes cannot wake us. */
  pollMs: number;
  heartbeatMs: number;
  /** Asked at each heartbeat: a key that was revoked, or a browser that signed out, is told nothing more. */
  mayGoOn(): Promise<boolean>;
}

const RETRY_MS = 2000;

/** Streams until the client leaves, may read no more, or the server closes; the reply is taken out of Fastify's hands. */
export async function openEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  source: EventSource,
): Promise<FastifyReply> {
  const given = request.headers['last-event-id'];
  let cursor = typeof given === 'string' && given !== '' ? given : await source.latest();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Ended by a closing server, a connection that is kept would keep the server waiting.
    connection: 'close',
  });
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const { openStreams } = request.server;
  openStreams.add(end);
  raw.on('close', end);
  // A client may have left while the store was asked for the latest: then nothing tells of it any more.
  if (raw.destroyed) end();

  const write = async (text: string): Promise<void> => {
    if (ended.signal.aborted || raw.write(text)) return;
    await once(raw, 'drain', { signal: ended.signal }).catch(() => {});
  };
  // A client that has no id yet must be able to resume from here.
  await write(`retry: ${RETRY_MS}\nid: ${cursor}\n\n`);
  const bell = createBell(source, ended.signal);
  const beat = async (): Promise<void> => {
    if (await source.mayGoOn()) await write(': still here\n\n');
    else end();
  };
  const heartbeat = setInterval(() => void beat(), source.heartbeatMs);
  try {
    while (!ended.signal.aborted) {
      const events = await source.after(cursor);
      if (events === 'reset') {
        cursor = await source.latest();
        await write(`id: ${cursor}\nevent: reset\ndata: {}\n\n`);
        continue;
      }
      for (const { id, event, data } of events) {
        await write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
        cursor = id;
      }
      if (events.length === 0) await bell.ring();
    }
  } catch {
    // The store does not answer: the client comes back with its last id.
  } finally {
    clearInterval(heartbeat);
    bell.stop();
    openStreams.delete(end);
    raw.end();
  }
  return reply;
}

/** Rings when the source wakes us, when it is time to look anyway, or when the stream ends. */
function createBell(source: EventSource, signal: AbortSignal) {
  let woken = false;
  let wake = (): void => {};
  const stopWaking = source.onWake(() => {
    woken = true;
    wake();
  });
  signal.addEventListener('abort', () => wake());
  return {
    async ring(): Promise<void> {
      if (!woken && !signal.aborted) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, source.pollMs);
        });
        clearTimeout(timer);
      }
      woken = false;
    },
    stop: stopWaking,
  };
}
