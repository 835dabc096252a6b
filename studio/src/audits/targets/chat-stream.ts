/** The answer of an OpenAI-compatible stream, put together from its pieces as they come. */
import { modelNameOf, noAnswer, type Reading, textOfContent, type Usage, usageOf } from './dialect.ts';
import { valueAt } from './json-pointer.ts';
import { excerptOf } from './reply-text.ts';
import { createSseReader, type SseEvent } from './sse.ts';
import type { StreamWatch } from './wire.ts';

export interface ChatStream extends StreamWatch {
  /** What the stream came to; call it once, when no more will come. */
  result(): Reading;
}

export function createChatStream(): ChatStream {
  const reader = createSseReader();
  let text = '';
  let seen = 0;
  let ended = false;
  let finished = false;
  let error: { detail: string; isRateLimit: boolean } | undefined;
  let model: string | undefined;
  let usage: Usage | undefined;
  let broken = '';

  function take({ data }: SseEvent): void {
    if (ended) return;
    if (data.trim() === '[DONE]') {
      ended = true;
      return;
    }
    seen += 1;
    const chunk = parsed(data);
    if (chunk === undefined) {
      broken ||= data;
      return;
    }
    error ??= errorOf(chunk);
    const said = valueAt(chunk, '/model');
    if (typeof said === 'string') model = modelNameOf(said);
    usage = usageOf(valueAt(chunk, '/usage')) ?? usage;
    text += pieceOf(chunk);
    if (typeof valueAt(chunk, '/choices/0/finish_reason') === 'string') finished = true;
  }

  return {
    push(bytes) {
      for (const event of reader.push(bytes)) take(event);
      return { begun: text !== '', done: ended };
    },
    result() {
      for (const event of reader.end()) take(event);
      if (error !== undefined) return cutOff(`The stream broke off with an error: ${error.detail}`, error.isRateLimit);
      if (broken !== '') return cutOff(`A piece of the stream is not JSON: ${excerptOf(broken)}`);
      if (seen === 0) return noAnswer('The stream held no piece of an answer.');
      if (!ended && !finished) return cutOff(`The stream ended before its end mark, after: ${excerptOf(text)}`);
      return {
        kind: 'answer',
        text,
        ...(model === undefined ? {} : { model }),
        ...(usage === undefined ? {} : { usage }),
      };
    },
  };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const cutOff = (detail: string, isRateLimit = false): Reading => ({
  kind: 'none',
  code: isRateLimit ? 'rate_limited' : 'stream_broken',
  detail,
});

function pieceOf(chunk: unknown): string {
  return textOfContent(valueAt(chunk, '/choices/0/delta/content')) ?? refusalOf(chunk);
}

function refusalOf(chunk: unknown): string {
  const refusal = valueAt(chunk, '/choices/0/delta/refusal');
  return typeof refusal === 'string' ? refusal : '';
}

/** Servers put it as {"error": {"message"}}, as {"error": "text"}, or as {"object": "error", "message"}. */
function errorOf(chunk: unknown): { detail: string; isRateLimit: boolean } | undefined {
  const error = valueAt(chunk, '/object') === 'error' ? chunk : valueAt(chunk, '/error');
  if (error === undefined || error === null) return undefined;
  const message = typeof error === 'string' ? error : valueAt(error, '/message');
  const detail = excerptOf(typeof message === 'string' ? message : JSON.stringify(error));
  const marks = [valueAt(error, '/code'), valueAt(error, '/type'), valueAt(error, '/status')].map(String);
  return { detail, isRateLimit: marks.some((mark) => mark === '429' || /rate.?limit/i.test(mark)) };
}
