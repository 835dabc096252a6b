/** Owns the key under which an answer may be used again: the same target, the same words, the same repeat. */
import { hash } from 'node:crypto';
import type { ConversationPlan } from '@sacred-qa/contracts/pack';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';

/** What decides how a target answers; its name, its price and our patience do not. */
export function identityOf(spec: TargetSpec): string {
  const { name: _name, timeout_ms: _timeout, price_inr_per_million: _price, ...identity } = spec;
  return hash('sha256', canonicalJson(identity));
}

/** The repeat is part of it, so that repeats stay independent: the third is never answered by the first. */
export const requestKeyOf = (identity: string, plan: ConversationPlan, repeat: number): string =>
  hash('sha256', canonicalJson([identity, plan.system ?? null, plan.turns, repeat]));
