/** Speaks MCP over streamable HTTP: each message is a POST, answered by JSON or by a stream that holds the reply. */
import type { ScopeRecord } from '@sacred-qa/contracts/target';
import { type FailedAsk, failed } from '../outcomes.ts';
import { excerptOf, headerOf } from '../reply-text.ts';
import { type KnownSecrets, secretHeaders } from '../request-headers.ts';
import { createSender } from '../sender.ts';
import { createSseReader } from '../sse.ts';
import type { AskerDeps } from '../target.ts';
import type { StreamWatch } from '../wire.ts';
import type { McpSpec, McpTransport } from './mcp-asker.ts';
import { INITIALIZED, PROTOCOL_VERSION, type RpcReply, type RpcRequest, replyIn } from './mcp-messages.ts';

export function createHttpTransport(
  deps: AskerDeps,
  spec: McpSpec & { url: string },
  scope: ScopeRecord,
  known: KnownSecrets,
): McpTransport {
  const sender = createSender(deps, spec, scope, known);
  const own = secretHeaders(spec.headers_env ?? {}, known);
  let lastId = 0;
  let session = '';
  let version = '';
  let isOpen = false;

  function post(message: object, signal: AbortSignal | undefined, watch?: () => StreamWatch) {
    const headers = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(session === '' ? {} : { 'mcp-session-id': session }),
      ...(version === '' ? {} : { 'mcp-protocol-version': version }),
    };
    const request = { method: 'POST' as const, url: new URL(spec.url), headers, body: JSON.stringify(message) };
    return sender.send(request, { reads: 'json', own, signal, ...(watch ? { watch } : {}) });
  }

  return {
    isOpen: () => isOpen,
    async request(method, params, signal) {
      if (method === 'initialize') {
        session = '';
        version = '';
        isOpen = true;
      }
      lastId += 1;
      const id = lastId;
      const message: RpcRequest = { jsonrpc: '2.0', id, method, params };
      const within = session;
      const sent = await post(message, signal, () => watchFor(id));
      if (sent.kind === 'failed') {
        // Only a server that was started anew, or that ended the session, answers so: it was not asked at all.
        if (sent.status !== 404 || within === '') return sent;
        if (session === within) isOpen = false;
        return { ...sent, code: 'unreachable', detail: `The server knows the session no more. ${sent.detail}` };
      }
      const { latencyMs, status } = sent;
      const reply = replyOf(sent.text, id);
      if (reply === undefined) {
        return failed(
          { code: 'not_json', detail: `No reply to ${method}: ${excerptOf(sent.text)}`, status },
          latencyMs,
        );
      }
      if (method === 'initialize') {
        session = headerOf(sent.headers, 'mcp-session-id');
        const told =
          reply.kind === 'result' ? (reply.result as { protocolVersion?: unknown } | null)?.protocolVersion : undefined;
        version = typeof told === 'string' ? told : PROTOCOL_VERSION;
      }
      return { ...reply, latencyMs };
    },
    async initialized(signal): Promise<FailedAsk | null> {
      const sent = await post(INITIALIZED, signal);
      return sent.kind === 'failed' ? sent : null;
    },
    close: () => sender.close(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function replyOf(text: string, id: number): RpcReply | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return replyIn(whole, id);
  const reader = createSseReader();
  const events = [...reader.push(Buffer.from(text)), ...reader.end()];
  return events.map(({ data }) => replyIn(parsed(data), id)).find((reply) => reply !== undefined);
}

/** A server may keep its stream open after the reply. */
function watchFor(id: number): StreamWatch {
  const reader = createSseReader();
  return {
    push(bytes) {
      const done = reader.push(bytes).some(({ data }) => replyIn(parsed(data), id) !== undefined);
      return { begun: false, done };
    },
  };
}
