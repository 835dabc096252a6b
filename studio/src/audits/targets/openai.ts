/** The dialect of OpenAI-compatible servers: POST {base}/chat/completions, GET {base}/models. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { createChatStream } from './chat-stream.ts';
import {
  type Dialect,
  modelNameOf,
  noAnswer,
  notJson,
  parseReply,
  type Reading,
  textOfContent,
  usageOf,
} from './dialect.ts';
import { valueAt } from './json-pointer.ts';
import { excerptOf } from './reply-text.ts';
import type { WireRequest } from './wire.ts';

export type OpenaiSpec = Extract<TargetSpec, { kind: 'openai' }>;

const MAX_MODELS = 500;

export function createOpenaiDialect(spec: OpenaiSpec): Dialect {
  if (spec.stream) return createStreamingDialect(spec);
  return {
    reads: 'json',
    question: (messages) => chatRequest(spec, messages, false),
    answer(reply) {
      const parsed = parseReply(reply);
      return parsed.kind === 'json' ? answerOf(parsed.value) : parsed;
    },
  };
}

function createStreamingDialect(spec: OpenaiSpec): Dialect {
  return {
    reads: 'json',
    question: (messages) => chatRequest(spec, messages, true),
    watch: createChatStream,
    answer(reply) {
      // Some servers pass over the wish for a stream and send the answer whole.
      if (/^\s*\{/.test(reply)) {
        const parsed = parseReply(reply);
        return parsed.kind === 'json' ? answerOf(parsed.value) : parsed;
      }
      if (!/^(data|event|id|retry)?:/m.test(reply)) return notJson(reply);
      const stream = createChatStream();
      stream.push(Buffer.from(reply));
      return stream.result();
    },
  };
}

/** Temperature is left out on purpose: the product is audited as its users meet it. */
export function chatRequest(spec: OpenaiSpec, messages: readonly Message[], stream: boolean): WireRequest {
  return {
    method: 'POST',
    url: under(spec.url, '/chat/completions'),
    headers: { accept: stream ? 'text/event-stream' : 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      model: spec.model,
      messages: messages.map(({ role, text }) => ({ role, content: text })),
      stream,
      ...(stream ? { stream_options: { include_usage: true } } : {}),
    }),
  };
}

export function modelsRequest(spec: OpenaiSpec): WireRequest {
  return { method: 'GET', url: under(spec.url, '/models'), headers: { accept: 'application/json' } };
}

/** The names that a GET /models reply lists, at most 500 of them; undefined when it is no such list. */
export function modelNamesOf(json: unknown): string[] | undefined {
  const data = valueAt(json, '/data');
  if (!Array.isArray(data)) return undefined;
  return data
    .slice(0, MAX_MODELS)
    .map((entry) => valueAt(entry, '/id'))
    .filter((id) => typeof id === 'string')
    .map(modelNameOf);
}

function under(base: string, path: string): URL {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  return url;
}

function answerOf(json: unknown): Reading {
  const text =
    textOfContent(valueAt(json, '/choices/0/message/content')) ?? valueAt(json, '/choices/0/message/refusal');
  if (typeof text !== 'string') {
    const said = valueAt(json, '/error/message');
    const why = typeof said === 'string' ? ` The reply says: ${excerptOf(said)}` : '';
    return noAnswer(`No text at /choices/0/message/content.${why}`);
  }
  const model = valueAt(json, '/model');
  const usage = usageOf(valueAt(json, '/usage'));
  return {
    kind: 'answer',
    text,
    ...(typeof model === 'string' ? { model: modelNameOf(model) } : {}),
    ...(usage === undefined ? {} : { usage }),
  };
}
