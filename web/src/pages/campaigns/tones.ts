/** How the states of outreach look. */
import type { BatchState, CampaignState, MailState, PostState } from '@sacred-qa/contracts/campaign';
import type { Tone } from '../../ui/mark.tsx';

export const CAMPAIGN_TONES: Record<CampaignState, Tone> = {
  draft: 'neutral',
  planned: 'medium',
  approved: 'low',
  running: 'busy',
  paused: 'medium',
  cancelled: 'neutral',
  done: 'passed',
};

export const MAIL_TONES: Record<MailState, Tone> = {
  reserved: 'neutral',
  sending: 'busy',
  sent: 'passed',
  refused: 'high',
  in_doubt: 'high',
  suppressed: 'medium',
  expired: 'medium',
};

/** Cal.com's words in lower case; it may know others. */
export const BOOKING_TONES: Record<string, Tone> = {
  accepted: 'passed',
  pending: 'medium',
  cancelled: 'neutral',
  rejected: 'neutral',
};

export const SLOT_TONES: Record<BatchState | PostState, Tone> = {
  planned: 'neutral',
  due: 'high',
  running: 'busy',
  publishing: 'busy',
  done: 'passed',
  published: 'passed',
  in_doubt: 'high',
  expired: 'medium',
  cancelled: 'neutral',
};
