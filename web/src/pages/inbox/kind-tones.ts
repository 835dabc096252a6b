/** How the kinds of what came back look. */
import type { InboundKind } from '@sacred-qa/contracts/inbox';
import type { Tone } from '../../ui/mark.tsx';

export const KIND_TONES: Record<InboundKind, Tone> = {
  'human-reply': 'low',
  'auto-reply': 'neutral',
  'bounce-hard': 'high',
  'bounce-soft': 'medium',
  'unsubscribe-request': 'medium',
  'own-sent-copy': 'neutral',
  unrelated: 'neutral',
};
