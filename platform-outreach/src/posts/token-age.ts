/** Since when this LinkedIn token has been known here, by its hash: the token itself tells nobody its age. */
import { hash } from 'node:crypto';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export interface TokenAge {
  /** Notes it at the first call. */
  firstSeenMs(): Promise<number>;
}

export function createTokenAge(deps: {
  db: Sql;
  clock: Clock;
  config: NonNullable<OutreachConfig['linkedin']>;
}): TokenAge {
  return {
    async firstSeenMs() {
      const sha256 = hash('sha256', deps.config.accessToken.reveal());
      const [row] = await deps.db.query<{ at: string }>(
        `insert into outreach.linkedin_tokens (sha256, first_seen_at) values ($1, $2)
         on conflict (sha256) do update set sha256 = excluded.sha256 returning ${isoSql('first_seen_at')} as at`,
        [sha256, isoOf(deps.clock.now())],
      );
      return Date.parse(row?.at ?? isoOf(deps.clock.now()));
    },
  };
}
