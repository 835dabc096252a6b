/** What is told of a mail that came in: what it is to us, whose it is, and which mail of ours caused it. */

export const INBOUND_KINDS = [
  'human-reply',
  'auto-reply',
  'bounce-hard',
  'bounce-soft',
  'unsubscribe-request',
  'own-sent-copy',
  'unrelated',
] as const;
export type InboundKind = (typeof INBOUND_KINDS)[number];

export interface InboxItem {
  id: string;
  kind: InboundKind;
  sentiment: string | null;
  received_at: string;
  handled_at: string | null;
  prospect_id: string | null;
  /** The mail of ours that caused it; null when there is none. */
  caused_by: {
    mail: string;
    campaign: string;
    week_of: string;
    batch: string;
    step: number;
    variant: string;
    sent_at: string | null;
  } | null;
  /** Null for what was kept without its words, and after erasure. */
  from: string | null;
  subject: string | null;
  /** The beginning of what the writer added. */
  excerpt: string | null;
}

export interface InboxShown extends InboxItem {
  /** What the writer added, and what was quoted; null when the words were not kept. */
  words: string | null;
  quoted: string | null;
}
