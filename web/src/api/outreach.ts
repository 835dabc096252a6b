/** What the routes of outreach answer, as far as pages read it. */

export type CampaignState = 'draft' | 'planned' | 'approved' | 'running' | 'paused' | 'cancelled' | 'done';
export type MailState = 'reserved' | 'sending' | 'sent' | 'refused' | 'in_doubt' | 'suppressed' | 'expired';
export type PostState = 'planned' | 'due' | 'publishing' | 'published' | 'in_doubt' | 'expired' | 'cancelled';
export type BatchState = 'planned' | 'running' | 'done' | 'expired' | 'cancelled';

export interface PlannedCampaign {
  name: string;
  /** The Monday of its week. */
  week_of: string;
  state: CampaignState;
}

export interface AgendaItem {
  kind: 'batch' | 'post';
  campaign: string;
  week_of: string;
  campaign_state: CampaignState;
  name: string;
  title: string;
  due_at: string;
  not_after: string;
  state: BatchState | PostState;
  mails: Partial<Record<MailState, number>>;
}

export interface AgendaBooking {
  uid: string;
  status: string;
  start_at: string;
  prospect_id: string | null;
  lineage_id: string | null;
}

export interface CampaignStatus extends PlannedCampaign {
  approved_by: string | null;
  approved_at: string | null;
  spec: { title: string; batches: { name: string; title: string }[] };
  messages: { batch: string; step: number; state: MailState; count: number }[];
  goals: Record<Goal, number>;
  reached: Record<Goal, number>;
}
export type Goal = 'sent' | 'replies' | 'bookings';

/** Answer of a check and of a plan. */
export interface CopyCheck {
  state?: CampaignState;
  errors: string[];
  warnings: string[];
  /** Settings without which nothing can be reserved. */
  missing: string[];
  left_out: { batch: string; prospect_id: string; reason: string }[];
  flaws: { rule: string; blocks: boolean; where: string; detail: string }[];
  trust: { score: number; reasons: { rule: string; points: number; detail: string }[] };
}

export interface Recipient {
  id: string;
  prospect_id: string;
  batch: string;
  step: number;
  variant: string;
  state: MailState;
  send_at: string;
  sent_at: string | null;
  settled_by: string | null;
}

export interface MailPreview {
  id: string;
  prospect_id: string;
  headers: { name: string; value: string }[];
  from: string;
  to: string;
  subject: string;
  text: string;
  bytes: number;
  has_page: boolean;
  /** What became of it, and where it was planned. */
  mail: {
    campaign: string;
    week_of: string;
    batch: string;
    step: number;
    state: MailState;
    send_at: string;
    sent_at: string | null;
  };
}

export interface Prospect {
  prospect_id: string;
  person: Record<string, string>;
  program: Record<string, string>;
}

export interface ProspectShown extends Prospect {
  may_write: { kind: 'yes' } | { kind: 'no'; reason: string };
}

export interface ListRow {
  line: number;
  cells: Record<string, string>;
}

/** What an import did or would do. */
export interface Imported {
  added: string[];
  updated: string[];
  unchanged: string[];
  differing: { line: number; prospect_id: string; columns: string[] }[];
  changes: { line: number; prospect_id: string; column: string; known: string; given: string }[];
  refused: { line: number; reason: string }[];
}

/** What a merge of the sheet did or would do. */
export interface SheetMerged {
  file: string;
  state: 'merged' | 'unchanged' | 'open_elsewhere' | 'previewed';
  opened_by: string | null;
  rows: number;
  added: string[];
  updated: string[];
  conflicts: { prospect_id: string; column: string; sheet: string; store: string }[];
  problems: { line: number | null; prospect_id: string | null; detail: string }[];
}

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
  caused_by: {
    mail: string;
    campaign: string;
    week_of: string;
    batch: string;
    step: number;
    sent_at: string | null;
  } | null;
  from: string | null;
  subject: string | null;
  excerpt: string | null;
}

export interface InboxShown extends InboxItem {
  /** What the writer added, and what was quoted; null when the words were not kept. */
  words: string | null;
  quoted: string | null;
}

export interface MailRow {
  id: string;
  campaign: string;
  week_of: string;
  batch: string;
  prospect_id: string;
  step: number;
  state: MailState;
  send_at: string;
}

export interface Post {
  id: string;
  campaign_name: string;
  week_of: string;
  name: string;
  title: string;
  state: PostState;
  due_at: string;
  not_after: string;
  posted_at: string | null;
  url: string | null;
  note: string | null;
}

export interface PostCard extends Post {
  text: string;
  link: string | null;
}

export interface Booking {
  uid: string;
  status: string;
  start_at: string | null;
  end_at: string | null;
  prospect_id: string | null;
  /** Null for one who was erased, or where the booking page told nothing. */
  details: { title: string | null } | null;
}
