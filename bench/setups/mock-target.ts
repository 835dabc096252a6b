/** An OpenAI-compatible target with a known latency and known faults, that remembers what it was asked and answered. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from '../proofs/seeded.ts';

export interface MockOptions {
  latencyMs: number;
  /** Shares of requests, 0 to 1. */
  refused?: number;
  dropped?: number;
  seed?: number;
}

export interface MockStats {
  calls: number;
  answered: number;
  refused: number;
  dropped: number;
  mostAtOnce: number;
}

export interface MockTarget {
  url: string;
  stats: MockStats;
  /** How often each question was asked, and how often it was answered in full. */
  asked: Map<string, { calls: number; answers: number }>;
  /** Resolves once no client is connected, so that all that a killed one had written was counted. */
  heardAll(): Promise<void>;
  close(): Promise<void>;
}

const ANSWER = JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  model: 'mock',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'Namaste! Your order of Rs 1,00,000 will reach Bengaluru on 15/08/2026. PIN 560001.',
      },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 40, completion_tokens: 25, total_tokens: 65 },
});
const HEADERS = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ANSWER) };

export async function startMockTarget(options: MockOptions): Promise<MockTarget> {
  const random = seeded(options.seed ?? 1);
  const stats: MockStats = { calls: 0, answered: 0, refused: 0, dropped: 0, mostAtOnce: 0 };
  const asked: MockTarget['asked'] = new Map();
  let open = 0;

  const server = createServer((request, response) => {
    if (request.url === '/stats') return void response.end(JSON.stringify(stats));
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      stats.calls += 1;
      open += 1;
      stats.mostAtOnce = Math.max(stats.mostAtOnce, open);
      const question = (JSON.parse(body) as { messages: { content: string }[] }).messages.at(-1)?.content ?? '';
      const entry = asked.get(question) ?? { calls: 0, answers: 0 };
      asked.set(question, entry);
      entry.calls += 1;
      const reply = () => {
        open -= 1;
        if (random.chance(options.dropped ?? 0)) {
          stats.dropped += 1;
          return void request.socket.destroy();
        }
        if (random.chance(options.refused ?? 0)) {
          stats.refused += 1;
          return void response.writeHead(429, { 'retry-after': '1' }).end('{"error":{"message":"slow down"}}');
        }
        stats.answered += 1;
        entry.answers += 1;
        response.writeHead(200, HEADERS).end(ANSWER);
      };
      if (options.latencyMs > 0) setTimeout(reply, options.latencyMs);
      else reply();
    });
  });
  const connections: Promise<unknown>[] = [];
  server.on('connection', (socket) => {
    socket.setNoDelay(true);
    connections.push(new Promise((resolve) => socket.once('close', resolve)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    stats,
    asked,
    heardAll: async () => void (await Promise.all(connections)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
