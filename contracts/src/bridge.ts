/** What passes between the outbox, the bridge and whoever asks how it stands. */
import { z } from 'zod';
import type { Declaration } from './sankalpa.ts';

/** An event that the Studio is still to be told. */
export interface OutboxEvent {
  id: number;
  sourceEventId: string;
  /** Events of one key are told one after the other, in the order of `id`. */
  orderKey: string;
  event: Declaration;
  traceparent: string | null;
  /** How often the Studio was asked in vain. */
  attempts: number;
}

/** What became of telling one event. */
export type Outcome =
  /** The Studio has it; `lineageId` is null while it waits there for its parent. */
  | { kind: 'delivered'; id: number; lineageId: string | null }
  /** It failed by itself: it is tried again then, and its key waits. Epoch milliseconds. */
  | { kind: 'later'; id: number; reason: string; nextTryMs: number }
  /** The Studio will never take it. */
  | { kind: 'set_aside'; id: number; reason: string }
  /** Nobody answered: no fault of the event. */
  | { kind: 'unreached'; id: number; reason: string };

/** The outbox as the bridge sees it. */
export interface OutboxReader {
  /**
   * Hands over up to `limit` due events in order and writes down what became of each; those without an outcome stay
   * as they are. Null, without a call, when another process is at it.
   */
  takeDue(limit: number, tell: (events: readonly OutboxEvent[]) => Promise<Outcome[]>): Promise<Outcome[] | null>;
}

export const setAsideEvent = z.strictObject({
  source_event_id: z.string(),
  kind: z.string(),
  reason: z.string(),
  set_aside_at: z.string(),
});

export const outboxStatus = z.strictObject({
  /** Still to be told. */
  waiting: z.int(),
  delivered: z.int(),
  set_aside: z.int(),
  oldest_waiting_at: z.string().nullable(),
  last_delivered_at: z.string().nullable(),
  /** Why the next one could not be told yet; null when nothing went wrong with it. */
  last_error: z.string().nullable(),
  /** The newest ones first. */
  set_aside_events: z.array(setAsideEvent),
});
export type OutboxStatus = z.infer<typeof outboxStatus>;
