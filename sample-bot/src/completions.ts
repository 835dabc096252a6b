/** Owns the shapes of an answer: a chat completion, or the chunks of a streamed one. */
import { randomUUID } from 'node:crypto';
import type { Bot } from './bot.ts';
import { type ChatRequest, MODEL } from './chat-request.ts';
import { promptTokens, tokensOf } from './tokens.ts';

interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
}

interface Spoken {
  id: string;
  /** Seconds since the epoch. */
  created: number;
  text: string;
  finishReason: 'stop' | 'length';
  usage: Usage;
}

function spoken(bot: Bot, request: ChatRequest, nowMs: number): Spoken {
  const tokens = tokensOf(bot.answer(request.turns));
  const kept = request.maxTokens === null ? tokens : tokens.slice(0, request.maxTokens);
  const prompt = promptTokens(request.turns.map((turn) => turn.text));
  return {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(nowMs / 1000),
    text: kept.join(''),
    finishReason: kept.length < tokens.length ? 'length' : 'stop',
    usage: { prompt_tokens: prompt, completion_tokens: kept.length, total_tokens: prompt + kept.length },
  };
}

export function completion(bot: Bot, request: ChatRequest, nowMs: number): object {
  const { id, created, text, finishReason, usage } = spoken(bot, request, nowMs);
  return {
    id,
    object: 'chat.completion',
    created,
    model: MODEL,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: null },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage,
  };
}

/** The same answer word by word. */
export function chunks(bot: Bot, request: ChatRequest, nowMs: number): object[] {
  const { id, created, text, finishReason, usage } = spoken(bot, request, nowMs);
  const frame = { id, object: 'chat.completion.chunk', created, model: MODEL };
  const chunk = (delta: object, finish: string | null = null) => ({
    ...frame,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    ...(request.includeUsage ? { usage: null } : {}),
  });
  return [
    chunk({ role: 'assistant', content: '' }),
    ...(text.match(/\S+\s*|\s+/gu) ?? []).map((word) => chunk({ content: word })),
    chunk({}, finishReason),
    ...(request.includeUsage ? [{ ...frame, choices: [], usage }] : []),
  ];
}

export function modelList(): object {
  return { object: 'list', data: [modelCard()] };
}

export function modelCard(): object {
  return { id: MODEL, object: 'model', created: 0, owned_by: 'sacred-qa' };
}
