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
}
