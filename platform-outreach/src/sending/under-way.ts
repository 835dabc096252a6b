/** Waits for mails on the wire, so that none arrives after a person was told that nothing more will. */
import type { Database } from '@sacred-qa/foundation/database';

/** Whose mails: of the person, to the address behind the index, or of the campaign. */
export type Whose = { prospect: string } | { recipient_index: string } | { campaign: string };

export type UntilNothingIsUnderWay = (whose: Whose) => Promise<void>;

/** A mail on the wire ends within seconds; one that hangs does not keep the answer back for ever. */
const WAIT_AT_MOST_MS = 5_000;
const LOOK_EVERY_MS = 25;

/**
 * Called when the wish is in the database, which stops all that has not begun: a mail whose bytes were on the wire by
 * then still arrives.
 */
export function createUnderWay(deps: {
  db: Database;
  sleep: (delayMs: number) => Promise<void>;
}): UntilNothingIsUnderWay {
  return async (whose) => {
    const [[column, value] = []] = Object.entries(whose);
    for (let waitedMs = 0; waitedMs < WAIT_AT_MOST_MS; waitedMs += LOOK_EVERY_MS) {
      const underWay = await deps.db.query(
        `select 1 from outreach.messages where ${column} = $1 and state = 'sending' limit 1`,
        [value],
      );
      if (underWay.length === 0) return;
      await deps.sleep(LOOK_EVERY_MS);
    }
  };
}
