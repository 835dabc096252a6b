/** What the routes of outreach answer, as far as pages read it: the shapes that no contract names. */
import type { CampaignState, MailState, PlannedCampaign, PlannedMail } from '@sacred-qa/contracts/campaign';
import type { Goal } from '@sacred-qa/contracts/metrics';
import type { ProspectView } from '@sacred-qa/contracts/prospect';

export interface CampaignStatus extends PlannedCampaign {
  approved_by: string | null;
  approved_at: string | null;
  updated_at: string;
  spec: { title: string; batches: { name: string; title: string }[] };
  messages: { batch: string; step: number; state: MailState; count: number }[];
  goals: Record<Goal, number>;
  reached: Record<Goal, number>;
}
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
  mail: PlannedMail;
}

export interface ProspectShown extends ProspectView {
  may_write: { kind: 'yes' } | { kind: 'no'; reason: string };
}

export interface ListRow {
  line: number;
  cells: Record<string, string>;
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
