/** The few messages of the Model Context Protocol that calling one tool needs (JSON-RPC 2.0). */
import { valueAt } from '../json-pointer.ts';
import { excerptOf } from '../reply-text.ts';

export const PROTOCOL_VERSION = '2025-06-18';

export interface RpcRequest {
  jsonrpc: '2.0';
  id: number;
  method: string;
  params: Record<string, unknown>;
}

export const initializeParams = (): RpcRequest['params'] => ({
  protocolVersion: PROTOCOL_VERSION,
  capabilities: {},
  clientInfo: { name: 'sacred-qa-studio', version: '1' },
});

export const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' };

export type RpcReply = { kind: 'result'; result: unknown } | { kind: 'error'; detail: string };

/** The reply to the request with this id, in one message or a list of them; undefined when it is not there. */
export function replyIn(message: unknown, id: number): RpcReply | undefined {
  const messages = Array.isArray(message) ? message : [message];
  const own = messages.find((one) => valueAt(one, '/id') === id && valueAt(one, '/method') === undefined);
  if (own === undefined) return undefined;
  const error = valueAt(own, '/error');
  if (error === undefined || error === null) return { kind: 'result', result: valueAt(own, '/result') };
  const said = valueAt(error, '/message');
  return { kind: 'error', detail: excerptOf(typeof said === 'string' ? said : JSON.stringify(error)) };
}

export type ToolAnswer =
  | { kind: 'text'; text: string }
  | { kind: 'failed'; detail: string }
  | { kind: 'none'; detail: string };

/** The texts of a tool's content, one under the other. */
export function toolAnswerOf(result: unknown): ToolAnswer {
  const content = valueAt(result, '/content');
  const parts = Array.isArray(content) ? content : [];
  const texts = parts.flatMap((part) => {
    const text = valueAt(part, '/type') === 'text' ? valueAt(part, '/text') : undefined;
    return typeof text === 'string' ? [text] : [];
  });
  const text = texts.join('\n');
  if (valueAt(result, '/isError') === true)
    return { kind: 'failed', detail: `The tool says it failed: ${excerptOf(text)}` };
  if (texts.length > 0) return { kind: 'text', text };
  const kinds = parts.map((part) => valueAt(part, '/type')).filter((type) => typeof type === 'string');
  const held = kinds.length === 0 ? 'nothing' : `only ${excerptOf(kinds.join(', '))}`;
  return { kind: 'none', detail: `The tool gave no text: its content holds ${held}.` };
}

/** The names in a tools/list result. */
export function toolNamesOf(result: unknown): string[] {
  const tools = valueAt(result, '/tools');
  if (!Array.isArray(tools)) return [];
  return tools.map((tool) => valueAt(tool, '/name')).filter((name) => typeof name === 'string');
}
