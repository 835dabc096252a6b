/** What the two agents of intake say of one declaration: their nodes, and jnana's answer for the qa log. */
import type { ErrorCode, FieldError } from '@sacred-qa/contracts/errors';
import type { Declaration } from '@sacred-qa/contracts/sankalpa';
import type { Understanding } from '../agents/jnana.ts';
import type { NodeDraft } from '../lineage/lineage.ts';
import type { IntakeAgents, IntakeItem } from './intake.ts';

export function responseOf(understanding: Understanding): unknown {
  return understanding.kind === 'accepted'
    ? { verdict: 'accepted', language: understanding.language, script: understanding.script }
    : { verdict: 'refused', errors: understanding.errors };
}

export function draftsOf(
  item: IntakeItem,
  parent: { seq: number; depth: number } | null,
  agents: IntakeAgents,
  refusal: { code: ErrorCode; errors: readonly FieldError[] } | null,
): NodeDraft[] {
  const accepted = item.understanding.kind === 'accepted' ? item.understanding : null;
  return [
    {
      parent,
      agentName: agents.gateway.name,
      operationType: accepted?.declaration.kind ?? 'sankalpa',
      timestamp: item.receivedAt,
      durationMs: item.jnanaMs,
      success: refusal === null,
      metadata: gatewayMetadata(item, accepted?.declaration ?? null, agents.gateway.version),
    },
    {
      parent: { draft: 0 },
      agentName: agents.jnana.name,
      operationType: 'understand',
      timestamp: item.receivedAt,
      durationMs: item.jnanaMs,
      success: refusal === null,
      metadata:
        refusal === null && accepted !== null
          ? { language: accepted.language, script: accepted.script, version: agents.jnana.version }
          : { version: agents.jnana.version, code: refusal?.code ?? null, errors: refusal?.errors.slice(0, 20) ?? [] },
    },
  ];
}

/** Its keys in order, as their hash is taken: so they need no sorting. */
function gatewayMetadata(
  { requestId, traceparent }: IntakeItem,
  declaration: Declaration | null,
  version: string,
): Record<string, unknown> {
  const { source, source_event_id: eventId } = declaration ?? {};
  const named = source === undefined || eventId === undefined ? {} : { source, source_event_id: eventId };
  return { request_id: requestId, ...named, ...(traceparent === undefined ? {} : { traceparent }), version };
}
