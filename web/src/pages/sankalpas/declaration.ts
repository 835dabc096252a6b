/** What is wrong with a declaration while it is typed: the server's own limits, counted as the server counts. Pure. */
import { CONTEXT_GRAPHEMES_MAX, countGraphemes, TEXT_GRAPHEMES } from '@sacred-qa/contracts/graphemes';

export interface Typed {
  text: string;
  context: string;
  kind: string;
}

export type Fault = 'too_short' | 'too_long' | 'bad_kind';

const KIND = /^[a-z][a-z0-9_.-]{0,63}$/;

export function faultsOf(typed: Typed): Partial<Record<keyof Typed, Fault>> {
  const faults: Partial<Record<keyof Typed, Fault>> = {};
  const length = countGraphemes(typed.text.trim(), TEXT_GRAPHEMES.max);
  if (length < TEXT_GRAPHEMES.min) faults.text = 'too_short';
  if (length > TEXT_GRAPHEMES.max) faults.text = 'too_long';
  if (countGraphemes(typed.context, CONTEXT_GRAPHEMES_MAX) > CONTEXT_GRAPHEMES_MAX) faults.context = 'too_long';
  if (!KIND.test(typed.kind)) faults.kind = 'bad_kind';
  return faults;
}
