/** Owns reading the body of POST /v1/chat/completions, and refusing it in the words of the OpenAI API. */
import type { Turn } from './reading/question.ts';

export const MODEL = 'sample-bot';

export interface ChatRequest {
  turns: readonly Turn[];
  stream: boolean;
  /** A last chunk with the usage, for a streamed answer. */
  includeUsage: boolean;
  /** Most tokens of the answer; null for as many as it takes. */
  maxTokens: number | null;
}

/** A refusal: HTTP status, and the `error` object that goes out with it. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { error: { message: string; type: string; param: string | null; code: string | null } };

  constructor(status: number, message: string, told: { param?: string; code?: string } = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.body = {
      error: { message, type: 'invalid_request_error', param: told.param ?? null, code: told.code ?? null },
    };
  }
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(body: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ApiError(400, 'The body of the request is not valid JSON.');
  }
  if (!isObject(value)) throw new ApiError(400, 'The body of the request must be a JSON object.');
  return value;
}

const ROLES: Readonly<Record<string, Turn['role'] | null>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  // What a tool gave back is nothing that the user said.
  tool: null,
  function: null,
};

function textOf(content: unknown, param: string): string {
  if (typeof content === 'string') return content;
  if (content === null || content === undefined) return '';
  if (!Array.isArray(content)) throw new ApiError(400, 'Content must be a string or an array of parts.', { param });
  return content
    .map((part: unknown) => {
      if (isObject(part) && part.type === 'text' && typeof part.text === 'string') return part.text;
      throw new ApiError(400, `The model ${MODEL} reads text parts only.`, { param });
    })
    .join('\n');
}

function turnsOf(messages: unknown): Turn[] {
  if (!Array.isArray(messages) || messages.length === 0) {
    throw new ApiError(400, "'messages' must be an array with at least one message.", { param: 'messages' });
  }
  return messages.flatMap((message: unknown, place): Turn[] => {
    const param = `messages[${place}]`;
    if (!isObject(message)) throw new ApiError(400, 'A message must be an object.', { param });
    const known = typeof message.role === 'string' && Object.hasOwn(ROLES, message.role);
    if (!known)
      throw new ApiError(400, `A message has the role ${JSON.stringify(message.role)}, which is unknown.`, {
        param: `${param}.role`,
      });
    const role = ROLES[message.role as string] ?? null;
    return role === null ? [] : [{ role, text: textOf(message.content, `${param}.content`) }];
  });
}

function maxTokensOf(body: Json): number | null {
  for (const param of ['max_completion_tokens', 'max_tokens']) {
    const value = body[param];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
      throw new ApiError(400, `'${param}' must be a whole number of at least 1.`, { param });
    }
    return value;
  }
  return null;
}

/** Throws an ApiError that says what is wrong: 400, or 404 for a model of another name. */
export function readChatRequest(text: string): ChatRequest {
  const body = parsed(text);
  if (typeof body.model !== 'string' || body.model === '') {
    throw new ApiError(400, "You must name a model: 'model' is missing.", { param: 'model' });
  }
  if (body.model !== MODEL) {
    throw new ApiError(404, `The model '${body.model.slice(0, 100)}' does not exist. There is: ${MODEL}.`, {
      param: 'model',
      code: 'model_not_found',
    });
  }
  const turns = turnsOf(body.messages);
  if (body.n !== undefined && body.n !== null && body.n !== 1) {
    throw new ApiError(400, `The model ${MODEL} gives one choice only.`, { param: 'n' });
  }
  if (body.stream !== undefined && body.stream !== null && typeof body.stream !== 'boolean') {
    throw new ApiError(400, "'stream' must be true or false.", { param: 'stream' });
  }
  return {
    turns,
    stream: body.stream === true,
    includeUsage: isObject(body.stream_options) && body.stream_options.include_usage === true,
    maxTokens: maxTokensOf(body),
  };
}
