/** The sample bot behind an OpenAI-compatible HTTP API, for audits to be tried on without a key or a network. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bot, createBot } from './bot.ts';
import { ApiError, MODEL, readChatRequest } from './chat-request.ts';
import { chunks, completion, modelCard, modelList } from './completions.ts';
import type { FaultName } from './faults.ts';

export { FAULT_NAMES, FAULTS, type FaultName, isFaultName } from './faults.ts';

const MAX_BODY_BYTES = 1_048_576;

export interface SampleBotOptions {
  /** 0 takes a free port. */
  port: number;
  /** An address of this machine; 127.0.0.1 when left out. */
  host?: string;
  faults?: Iterable<FaultName>;
  /** Epoch milliseconds; the clock of the machine when left out. */
  now?: () => number;
}

export interface SampleBot {
  /** Ends in /v1, as targets of an audit are written. */
  url: string;
  /** Resolves when the port is free again. */
  close(): Promise<void>;
}

/** Resolves when the bot answers. Rejects with an Error that names the port when it cannot be listened on; `cause` has the code. */
export async function startSampleBot({
  port,
  host = '127.0.0.1',
  faults = [],
  now = Date.now,
}: SampleBotOptions): Promise<SampleBot> {
  const bot = createBot({ faults: new Set(faults), now });
  warmUp(bot);
  const server = createServer((request, response) => {
    void respond(request, response, bot, now);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${cause.code})`;
      reject(new Error(`Port ${port} on ${host} ${why}.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}/v1`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** The first answers cost some ten milliseconds more, for the engine has to compile the patterns. */
function warmUp(bot: Bot): void {
  for (const text of [
    'How do I write two lakh rupees?',
    'मेरा ऑर्डर कब आएगा? 3 बजे IST UTC में',
    'என் பெயர் கண்ணன்',
    'mera refund kab aayega',
  ]) {
    bot.answer([{ role: 'user', text }]);
  }
}

async function respond(request: IncomingMessage, response: ServerResponse, bot: Bot, now: () => number): Promise<void> {
  try {
    await route(request, response, bot, now);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else if (error instanceof ApiError) sendJson(response, error.status, error.body);
    else {
      const told = { message: 'The bot failed.', type: 'server_error', param: null, code: null };
      sendJson(response, 500, { error: told });
    }
  }
}

async function route(request: IncomingMessage, response: ServerResponse, bot: Bot, now: () => number): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === '/v1/models') return onlyFor('GET', request, () => sendJson(response, 200, modelList()));
  if (path === `/v1/models/${MODEL}`) return onlyFor('GET', request, () => sendJson(response, 200, modelCard()));
  if (path === '/v1/chat/completions') return onlyFor('POST', request, () => chat(request, response, bot, now));
  throw new ApiError(404, `There is nothing at ${request.method} ${path?.slice(0, 200)}.`, { code: 'unknown_url' });
}

async function onlyFor(method: string, request: IncomingMessage, answer: () => void | Promise<void>): Promise<void> {
  if (request.method === method) return answer();
  throw new ApiError(405, `This address takes ${method} only.`, { code: 'method_not_allowed' });
}

async function chat(request: IncomingMessage, response: ServerResponse, bot: Bot, now: () => number): Promise<void> {
  const asked = readChatRequest(await bodyOf(request));
  if (!asked.stream) return sendJson(response, 200, completion(bot, asked, now()));
  const events = chunks(bot, asked, now()).map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  for (const event of events) response.write(event);
  response.end('data: [DONE]\n\n');
}

/** Reads to the end even when it is too much, so that the client hears the refusal instead of a broken pipe. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= MAX_BODY_BYTES) parts.push(part);
    else parts.length = 0;
  }
  if (bytes > MAX_BODY_BYTES) {
    throw new ApiError(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`, { code: 'request_too_large' });
  }
  return Buffer.concat(parts).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
