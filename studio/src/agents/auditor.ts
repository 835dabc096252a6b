/** auditor judges what a target said in one case, by the pattern's detector. It never needs a language model. */
import type { Exchange, PackCase, Pattern, Score } from '@sacred-qa/contracts/pack';
import { scoreCase } from '../audits/detectors/score-case.ts';
import type { Agent } from './agent.ts';

export interface CaseToJudge {
  pattern: Pattern;
  kase: PackCase;
  exchange: Exchange;
  /** Target error codes of conversations that have no answer. */
  missing: readonly string[];
}

export function createAuditor(): Agent<CaseToJudge, Score> {
  return { name: 'auditor', version: '1', act: judge };
}

function judge({ pattern, kase, exchange, missing }: CaseToJudge): Score {
  if (missing.length > 0) {
    return { verdict: 'unscored', reason: `The target gave no answer (${missing.join(', ')}).`, evidence: '' };
  }
  return scoreCase(pattern, kase, exchange);
}
