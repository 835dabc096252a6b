/** Asks one tool of an MCP server, which runs as a program of this machine or answers over HTTP. */
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { type FailedAsk, type Failure, failed } from '../outcomes.ts';
import { excerptOf, storable } from '../reply-text.ts';
import { readSecrets, type Secrets } from '../request-headers.ts';
import type { Asker, AskerDeps } from '../target.ts';
import { fillTemplate } from '../templates.ts';
import { createHttpTransport } from './http-transport.ts';
import { initializeParams, type RpcReply, toolAnswerOf, toolNamesOf } from './mcp-messages.ts';
import { createStdioTransport } from './stdio-transport.ts';

export type McpSpec = Extract<TargetSpec, { kind: 'mcp' }>;

/** A reply with the time from the request written to the last byte of it read. */
export type TimedReply = RpcReply & { latencyMs: number };

/** One session with a server. Neither call rejects. */
export interface McpTransport {
  /** False once the server that was last asked to `initialize` knows of it no more. Only `initialize` opens. */
  isOpen(): boolean;
  request(method: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<TimedReply | FailedAsk>;
  /** Says that the session has begun. */
  initialized(signal?: AbortSignal): Promise<FailedAsk | null>;
  close(): Promise<void>;
}

const MOST_NAMES = 20;

export function createMcpAsker(deps: AskerDeps, spec: McpSpec, scope: ScopeRecord, secrets: Secrets): Asker {
  const known = readSecrets(spec, secrets);
  const transport =
    spec.url === undefined
      ? createStdioTransport(deps, spec, known)
      : createHttpTransport(deps, { ...spec, url: spec.url }, scope, known);
  let begun: Promise<FailedAsk | null> | undefined;

  /** The session is gone: the next question begins another, unless one was begun already. */
  function forget(session: Promise<FailedAsk | null>): void {
    if (begun === session) begun = undefined;
  }

  /** Begins the session and makes sure that the tool is there; null when all is well. */
  async function begin(): Promise<FailedAsk | null> {
    const started = await transport.request('initialize', initializeParams());
    if (started.kind === 'failed') return started;
    if (started.kind === 'error') return toolFailed(`The server refused to begin: ${started.detail}`);
    const told = await transport.initialized();
    if (told !== null) return told;
    const listed = await transport.request('tools/list', {});
    if (listed.kind === 'failed') return listed;
    const names = listed.kind === 'result' ? toolNamesOf(listed.result) : [];
    // A long list comes in pages; a tool that is not on the first may be on another.
    if (names.length === 0 || names.includes(spec.tool) || hasMore(listed)) return null;
    const there = names.slice(0, MOST_NAMES).map(excerptOf).join(', ');
    return toolFailed(`There is no tool ${spec.tool}. There are: ${there}.`);
  }

  function argumentsOf(messages: readonly Message[], conversationId: string): Record<string, unknown> {
    const text = messages.findLast(({ role }) => role === 'user')?.text ?? '';
    const filling = { text, conversationId, messages, values: new Map(), env: known.valueOf };
    return fillTemplate(spec.arguments, filling) as Record<string, unknown>;
  }

  const masked = (text: string): string =>
    known.toMask.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), text);

  return {
    async ask(messages, { conversationId, signal }) {
      if (known.problem !== undefined) return failed({ code: 'unauthorised', detail: known.problem }, 0);
      if (signal?.aborted) return failed({ code: 'cancelled', detail: 'The question was taken back.' }, 0);
      const session = begun !== undefined && transport.isOpen() ? begun : begin();
      begun = session;
      const shut = await session;
      if (shut !== null) {
        forget(session);
        return shut;
      }
      const params = { name: spec.tool, arguments: argumentsOf(messages, conversationId) };
      const reply = await transport.request('tools/call', params, signal);
      if (reply.kind === 'failed') {
        // The session may have gone with the server.
        if (reply.code !== 'timed_out' && reply.code !== 'cancelled') forget(session);
        return { ...reply, detail: masked(reply.detail) };
      }
      const { latencyMs } = reply;
      const fail = (failure: Failure) => failed({ ...failure, detail: masked(failure.detail) }, latencyMs);
      if (reply.kind === 'error') return fail({ code: 'tool_failed', detail: reply.detail });
      const answer = toolAnswerOf(reply.result);
      if (answer.kind === 'failed') return fail({ code: 'tool_failed', detail: answer.detail });
      if (answer.kind === 'none') return fail({ code: 'no_answer_at_path', detail: answer.detail });
      const { text, notes } = storable(masked(answer.text));
      return { kind: 'answered', text, latencyMs, status: 200, ...(notes.length === 0 ? {} : { notes }) };
    },
    endConversation: async () => {},
    listModels: async () => ({ kind: 'listed', models: [] }),
    streams: async () => ({ kind: 'tried', streams: false }),
    close: () => transport.close(),
  };
}

const toolFailed = (detail: string): FailedAsk => failed({ code: 'tool_failed', detail }, 0);

const hasMore = (listed: RpcReply): boolean =>
  listed.kind === 'result' && (listed.result as { nextCursor?: unknown } | null)?.nextCursor !== undefined;
