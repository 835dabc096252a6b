/**
 * The pure part of intake: what one commit writes for a batch of declarations.
 * Each becomes a gateway node and a jnana node, a qa log, a contact and, when accepted, a sankalpa;
 * the batch sees its own earlier members, so an event and its child may come together.
 */
import { ERRORS, type ErrorCode, type FieldError } from '@sacred-qa/contracts/errors';
import { formatPlace, MAX_DEPTH, type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import type { Understanding } from '../agents/jnana.ts';
import { type ChainHead, type NodeDraft, newTreeHead, type PlacedNode, placeNodes } from '../lineage/lineage.ts';
import { draftsOf, responseOf } from './intake-drafts.ts';
import type { ContactPart, IntakeRows, QaLogPart, SankalpaPart } from './intake-rows.ts';

export interface IntakeItem {
  understanding: Understanding;
  /** The body as it may be stored, as JSON: redacted, and cut when it is larger than a log should hold. */
  payloadJson: string;
  /** Hash of the body as it came; set when the event names its source. */
  requestHash: string | null;
  /** Null for an act of the house itself, which is no contact. */
  endpoint: string | null;
  requestId: string;
  /** W3C trace context that the request came with. */
  traceparent?: string;
  keyId: string | null;
  client: string;
  receivedAt: string;
  jnanaMs: number;
  /** Set when a waiting event is placed at last: its row leaves in the same commit. */
  pendingId?: string;
}

export interface CreatedBody {
  id: string;
  lineage_id: string;
  status: 'active';
  language: string;
  script: string;
  created_at: string;
}

export type IntakeResult =
  | { kind: 'created'; body: CreatedBody }
  | { kind: 'replayed'; body: { id: string; lineage_id: string } }
  | { kind: 'waiting'; body: { pending_id: string; deadline_at: string } }
  | { kind: 'refused'; code: ErrorCode; detail: string; lineageId: string; errors: readonly FieldError[] };

/** What the store already knows; empty for a batch that refers to nothing. */
export interface Known {
  events: Map<string, { rootId: string; seq: number; sankalpaId: string; requestHash: string }>;
  waiting: Map<string, { id: string; requestHash: string; deadlineAt: string }>;
  heads: Map<string, ChainHead & { state: 'open' | 'sealed' }>;
  depths: Map<string, number>;
}

export const nothingKnown = (): Known => ({
  events: new Map(),
  waiting: new Map(),
  heads: new Map(),
  depths: new Map(),
});

export const eventKey = (source: string, sourceEventId: string): string => JSON.stringify([source, sourceEventId]);

type Spot =
  | { kind: 'new_tree' }
  | { kind: 'under'; place: Place; depth: number }
  | { kind: 'wait' }
  | { kind: 'refused'; code: ErrorCode; detail: string; pointer: string };

/** Agents that leave a node at intake, with the version that goes into the node's metadata. */
export interface IntakeAgents {
  gateway: { name: string; version: string };
  jnana: { name: string; version: string };
}

export function buildIntake(
  items: readonly IntakeItem[],
  known: Known,
  deps: { newId: () => string; agents: IntakeAgents; pendingDeadlineMs: number },
): { rows: IntakeRows; results: IntakeResult[] } {
  const rows: IntakeRows = {
    trees: [],
    movedHeads: [],
    nodes: [],
    declared: [],
    qaAgent: { agentId: deps.agents.jnana.name, model: `rules@${deps.agents.jnana.version}` },
    waiting: [],
    placedPendingIds: [],
    live: [],
  };
  const born = new Map<string, IntakeRows['trees'][number]>();
  const moved = new Map<string, IntakeRows['movedHeads'][number]>();

  /** Adds the two nodes under `spot` and keeps the head of the chain for the next item of the same tree. */
  function plant(
    item: IntakeItem,
    spot: Extract<Spot, { kind: 'new_tree' | 'under' }>,
    drafts: NodeDraft[],
  ): PlacedNode {
    const rootId = spot.kind === 'new_tree' ? deps.newId() : spot.place.rootId;
    const { nodes, head } = placeNodes(known.heads.get(rootId) ?? newTreeHead(rootId), drafts);
    rows.nodes.push(...nodes);
    const { nodeCount, headHash } = head;
    known.heads.set(rootId, { rootId, nodeCount, headHash, state: 'open' });
    const row = { rootId, nodeCount, headHash, at: item.receivedAt };
    if (spot.kind === 'new_tree' || born.has(rootId)) born.set(rootId, row);
    else moved.set(rootId, row);
    const gateway = nodes[0] as PlacedNode;
    known.depths.set(formatPlace(gateway), gateway.depth);
    return gateway;
  }

  function record(
    item: IntakeItem,
    place: Place | null,
    sankalpa: SankalpaPart | null,
    qaLog: QaLogPart | null,
    contact: ContactPart | null,
  ): void {
    rows.declared.push({
      rootId: place?.rootId ?? null,
      seq: place?.seq ?? null,
      at: item.receivedAt,
      client: item.client,
      requestJson: item.payloadJson,
      sankalpa,
      qaLog,
      contact,
    });
  }

  const qaLogPart = (item: IntakeItem): QaLogPart => ({
    qaLogId: deps.newId(),
    answerJson: JSON.stringify(responseOf(item.understanding)),
  });

  function contactPart(item: IntakeItem, status: number, response: unknown): ContactPart | null {
    const { endpoint, keyId, requestId } = item;
    if (endpoint === null) return null;
    return { contactId: deps.newId(), endpoint, keyId, requestId, status, responseJson: JSON.stringify(response) };
  }

  function contact(item: IntakeItem, status: number, response: unknown, place: Place | null): void {
    const part = contactPart(item, status, response);
    if (part !== null) record(item, place, null, null, part);
  }

  function refuse(item: IntakeItem, code: ErrorCode, detail: string, errors: readonly FieldError[]): IntakeResult {
    const gateway = plant(item, { kind: 'new_tree' }, draftsOf(item, null, deps.agents, { code, errors }));
    const lineageId = formatPlace(gateway);
    if (item.pendingId !== undefined) rows.placedPendingIds.push(item.pendingId);
    const response = { code, errors, lineage_id: lineageId };
    record(item, gateway, null, qaLogPart(item), contactPart(item, ERRORS[code].status, response));
    rows.live.push({ kind: 'sankalpa_refused', lineage_id: lineageId });
    return { kind: 'refused', code, detail, lineageId, errors };
  }

  function create(item: IntakeItem, spot: Extract<Spot, { kind: 'new_tree' | 'under' }>): IntakeResult {
    if (item.understanding.kind === 'refused') throw new TypeError('a refused declaration is not created');
    const { declaration, language, script } = item.understanding;
    const parent = spot.kind === 'under' ? { seq: spot.place.seq, depth: spot.depth } : null;
    const gateway = plant(item, spot, draftsOf(item, parent, deps.agents, null));
    const id = deps.newId();
    const lineageId = formatPlace(gateway);
    const body = {
      id,
      lineage_id: lineageId,
      status: 'active',
      language,
      script,
      created_at: item.receivedAt,
    } as const;
    const { source, source_event_id: sourceEventId } = declaration;
    let requestHash: string | null = null;
    if (source !== undefined && sourceEventId !== undefined) {
      requestHash = item.requestHash ?? '';
      const event = { rootId: gateway.rootId, seq: gateway.seq, sankalpaId: id, requestHash };
      known.events.set(eventKey(source, sourceEventId), event);
    }
    const sankalpa = {
      sankalpaId: id,
      text: declaration.text,
      context: declaration.context ?? null,
      kind: declaration.kind,
      language,
      script,
      source: source ?? null,
      sourceEventId: sourceEventId ?? null,
      requestHash,
    };
    record(item, gateway, sankalpa, qaLogPart(item), contactPart(item, 201, body));
    if (item.pendingId !== undefined) rows.placedPendingIds.push(item.pendingId);
    rows.live.push({ kind: 'sankalpa', lineage_id: lineageId, sankalpa_id: id, sankalpa_kind: declaration.kind });
    return { kind: 'created', body };
  }

  function wait(item: IntakeItem): IntakeResult {
    if (item.understanding.kind === 'refused') throw new TypeError('a refused declaration does not wait');
    const { declaration } = item.understanding;
    const id = deps.newId();
    const deadlineAt = new Date(Date.parse(item.receivedAt) + deps.pendingDeadlineMs).toISOString();
    const body = { pending_id: id, deadline_at: deadlineAt };
    rows.waiting.push({
      id,
      source: declaration.source,
      sourceEventId: declaration.source_event_id,
      parentSource: declaration.parent?.source,
      parentSourceEventId: declaration.parent?.source_event_id,
      requestHash: item.requestHash,
      item,
      at: item.receivedAt,
      deadlineAt,
    });
    known.waiting.set(eventKey(declaration.source ?? '', declaration.source_event_id ?? ''), {
      id,
      requestHash: item.requestHash ?? '',
      deadlineAt,
    });
    contact(item, 202, body, null);
    return { kind: 'waiting', body };
  }

  /** The answer that the same event got before, if it was seen before. */
  function seenBefore(item: IntakeItem): IntakeResult | null {
    if (item.understanding.kind === 'refused') return null;
    const { source, source_event_id: eventId } = item.understanding.declaration;
    if (source === undefined || eventId === undefined) return null;
    const key = eventKey(source, eventId);
    const before = known.events.get(key);
    if (item.pendingId !== undefined) {
      if (before === undefined) return null;
      // Another process placed it first.
      rows.placedPendingIds.push(item.pendingId);
      return { kind: 'replayed', body: { id: before.sankalpaId, lineage_id: formatPlace(before) } };
    }
    const waiting = known.waiting.get(key);
    const hash = before?.requestHash ?? waiting?.requestHash;
    if (hash === undefined) return null;
    if (hash !== item.requestHash) {
      const detail = `The event ${eventId} of ${source} was taken in before with other content.`;
      return refuse(item, 'conflict', detail, [{ pointer: '/source_event_id', detail }]);
    }
    if (before) {
      const body = { id: before.sankalpaId, lineage_id: formatPlace(before) };
      contact(item, 200, body, before);
      return { kind: 'replayed', body };
    }
    const body = { pending_id: waiting?.id ?? '', deadline_at: waiting?.deadlineAt ?? '' };
    contact(item, 202, body, null);
    return { kind: 'waiting', body };
  }

  const results = items.map((item): IntakeResult => {
    if (item.understanding.kind === 'refused') {
      return refuse(item, 'sankalpa_refused', 'jnana refused the sankalpa.', item.understanding.errors);
    }
    const before = seenBefore(item);
    if (before) return before;
    const spot = spotOf(item, known);
    if (spot.kind === 'refused')
      return refuse(item, spot.code, spot.detail, [{ pointer: spot.pointer, detail: spot.detail }]);
    return spot.kind === 'wait' ? wait(item) : create(item, spot);
  });
  rows.trees.push(...born.values());
  rows.movedHeads.push(...moved.values());
  return { rows, results };
}

/** Where in which tree a declaration belongs. */
function spotOf(item: IntakeItem, known: Known): Spot {
  if (item.understanding.kind === 'refused') return { kind: 'new_tree' };
  const { parent, parent_lineage_id: parentId } = item.understanding.declaration;
  if (parent === undefined && parentId === undefined) return { kind: 'new_tree' };
  const place = parent
    ? (known.events.get(eventKey(parent.source, parent.source_event_id)) ?? null)
    : parsePlace(parentId ?? '');
  if (place === null) return { kind: 'wait' };
  const pointer = parent ? '/parent' : '/parent_lineage_id';
  const head = known.heads.get(place.rootId);
  const depth = known.depths.get(formatPlace(place));
  if (head !== undefined && head.state !== 'open') {
    return { kind: 'refused', code: 'tree_sealed', detail: `Tree ${place.rootId} is sealed.`, pointer };
  }
  if (head === undefined || depth === undefined) {
    return { kind: 'refused', code: 'unknown_parent', detail: `There is no node ${formatPlace(place)}.`, pointer };
  }
  // The jnana node hangs one deeper than the gateway node, and both must fit.
  if (depth + 2 > MAX_DEPTH) {
    return {
      kind: 'refused',
      code: 'too_deep_lineage',
      detail: `The parent is at depth ${depth} of ${MAX_DEPTH}.`,
      pointer,
    };
  }
  return { kind: 'under', place: { rootId: place.rootId, seq: place.seq }, depth };
}
