/** What is told of campaigns: the states of what they hold, their calendar, their posts and mails. */

export type CampaignState = 'draft' | 'planned' | 'approved' | 'running' | 'paused' | 'cancelled' | 'done';
export type BatchState = 'planned' | 'running' | 'done' | 'expired' | 'cancelled';

export const MAIL_STATES = ['reserved', 'sending', 'sent', 'refused', 'in_doubt', 'suppressed', 'expired'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const POST_STATES = ['planned', 'due', 'publishing', 'published', 'in_doubt', 'expired', 'cancelled'] as const;
export type PostState = (typeof POST_STATES)[number];

/** A campaign in one week. */
export interface PlannedCampaign {
  id: string;
  name: string;
  /** Its Monday. */
  week_of: string;
  state: CampaignState;
}

export interface AgendaItem {
  /** `posts.id`, or that of the batch, which its follow-ups share. */
  id: string;
  kind: 'batch' | 'post';
  /** Of a batch: 1 is the first mail, 2 the first follow-up. Posts have 1. */
  step: number;
  campaign: string;
  /** The Monday of the campaign's week. */
  week_of: string;
  campaign_state: CampaignState;
  name: string;
  title: string;
  due_at: string;
  not_after: string;
  state: BatchState | PostState;
  /** Mails of that step by their state; empty for a post. */
  mails: Partial<Record<MailState, number>>;
}

/** Told by the booking page; who booked is known by the prospect's id alone. */
export interface AgendaBooking {
  uid: string;
  status: string;
  start_at: string;
  end_at: string | null;
  prospect_id: string | null;
  /** Where the Studio has it; null until it was told. */
  lineage_id: string | null;
}

/** Where a mail was planned, and what became of it. */
export interface PlannedMail {
  campaign: string;
  week_of: string;
  batch: string;
  step: number;
  state: MailState;
  send_at: string;
  sent_at: string | null;
}

/** A mail of a campaign without a byte of it. */
export interface RecipientView {
  id: string;
  prospect_id: string;
  batch: string;
  step: number;
  /** The name of its template. */
  variant: string;
  state: MailState;
  send_at: string;
  sent_at: string | null;
  settled_by: string | null;
}

/** A mail in the list of all. */
export interface MailRow extends PlannedMail {
  id: string;
  prospect_id: string;
  not_after: string;
  smtp_code: number | null;
  smtp_status: string | null;
  settled_by: string | null;
}

/** A post as lists and commands show it. */
export interface PostView {
  id: string;
  campaign: string;
  campaign_name: string;
  campaign_state: CampaignState;
  week_of: string;
  name: string;
  title: string;
  state: PostState;
  due_at: string;
  not_after: string;
  posted_at: string | null;
  url: string | null;
  urn: string | null;
  settled_by: string | null;
  note: string | null;
}

export interface PostCard extends PostView {
  text: string;
  link: string | null;
}
