/** smriti remembers and lets go: trees whose time is over leave whole, with a tombstone. */
import type { RetentionService } from '../retention/retention.service.ts';
import type { Agent } from './agent.ts';

export interface CleanUpResult {
  trees_removed: number;
  nodes_removed: number;
  idempotency_keys_removed: number;
}

export function createSmriti(deps: { retention: Pick<RetentionService, 'cleanUp'> }): Agent<null, CleanUpResult> {
  return { name: 'smriti', version: '1', act: () => deps.retention.cleanUp() };
}
