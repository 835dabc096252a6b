/** smriti remembers and lets go: trees whose time is over leave whole, with a tombstone. */
import type { RetentionService } from '../retention/retention.service.ts';
import type { Agent } from './agent.ts';

export interface CleanUpResult {
  trees_removed: number;
  nodes_removed: number;
  idempotency_keys_removed: number;
}

export function createSmriti(deps: {
  retention: Pick<RetentionService, 'cleanUp'>;
  /** Done after each clean-up, when there is most to clear. */
  tidyStore: () => Promise<void>;
}): Agent<null, CleanUpResult> {
  return {
    name: 'smriti',
    version: '1',
    async act() {
      const counts = await deps.retention.cleanUp();
      await deps.tidyStore();
      return counts;
    },
  };
}
