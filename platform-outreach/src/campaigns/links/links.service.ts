/**
 * Fetches each distinct link of a campaign once, and keeps what came of it. A link that was sound is not asked again that
 * day; one that was not is, because somebody may have mended it.
 */
import { hash } from 'node:crypto';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import type { FetchLink } from './fetch-link.ts';
import { flawsOfLink, judgeLink, type LinkResult } from './judge-link.ts';

export interface LinksDeps {
  db: Sql;
  clock: Clock;
  fetchLink: FetchLink;
}

export interface CheckedLink {
  link: string;
  /** Null for one that was not fetched. */
  result: LinkResult | null;
  /** Why it was not fetched; null when it was. */
  skipped: string | null;
}

export type LinksService = ReturnType<typeof createLinksService>;

/** More links than any letter has; a guard against a file that is none. */
const LINKS_MOST = 50;
/** RFC 2606 and 6761: names that belong to nobody. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/;
const IST_OFFSET_MS = 5.5 * 3_600_000;

export function createLinksService(deps: LinksDeps) {
  const { db, clock, fetchLink } = deps;

  /** What is known of a link from today, when it was sound; one that was not may have been mended. */
  async function soundToday(link: string, wanted: string | null): Promise<LinkResult | null> {
    const [kept] = await db.query<{ result: LinkResult }>(
      'select result from outreach.link_checks where sha256 = $1 and day = $2',
      [keyOf(link, wanted), today()],
    );
    return kept !== undefined && isSound(kept.result, wanted) ? kept.result : null;
  }

  async function keep(link: string, wanted: string | null, result: LinkResult): Promise<void> {
    await db.query(
      `insert into outreach.link_checks (sha256, day, result, at) values ($1, $2, $3, $4)
       on conflict (sha256, day) do update set result = excluded.result, at = excluded.at`,
      [keyOf(link, wanted), today(), JSON.stringify(result), isoOf(clock.now())],
    );
  }

  const today = (): string => isoOf(clock.now() + IST_OFFSET_MS).slice(0, 10);

  return {
    /** In the order given, each once. `wanted` is the sign of analytics to look for; null for any that is known. */
    async check(links: readonly string[], wanted: string | null): Promise<CheckedLink[]> {
      const distinct = [...new Set(links)].filter((link) => /^https?:/.test(link) && URL.canParse(link));
      const found = await Promise.all(
        distinct.map(async (link, i): Promise<CheckedLink> => {
          const skipped = reasonToSkip(link, i);
          if (skipped !== null) return { link, result: null, skipped };
          const known = await soundToday(link, wanted);
          return { link, result: known ?? judgeLink(link, await fetchLink(link), wanted), skipped };
        }),
      );
      const online = found.some(({ result }) => result !== null && result.status !== null);
      const settled = online ? found.map(deadWithoutHost) : found;
      for (const { link, result } of settled) if (result !== null) await keep(link, wanted, result);
      return settled;
    },

    /** What was found last of each link, without asking anybody: approval goes by it. */
    async last(tx: Sql, links: readonly string[], wanted: string | null): Promise<CheckedLink[]> {
      const distinct = [...new Set(links)];
      const rows = await tx.query<{ sha256: string; result: LinkResult }>(
        'select distinct on (sha256) sha256, result from outreach.link_checks where sha256 = any($1) order by sha256, day desc',
        [distinct.map((link) => keyOf(link, wanted))],
      );
      const found = new Map(rows.map(({ sha256, result }) => [sha256, result]));
      return distinct.map((link, i) => ({
        ...{ link, result: found.get(keyOf(link, wanted)) ?? null, skipped: reasonToSkip(link, i) },
      }));
    },
  };
}

function reasonToSkip(link: string, place: number): string | null {
  const { hostname } = new URL(link);
  if (RESERVED.test(hostname)) return `${hostname} is a name for examples and is not fetched`;
  return place < LINKS_MOST ? null : `more than ${LINKS_MOST} links`;
}

/** Where others answered, a name that nobody knows is no missing network: it is mistyped, or gone. */
function deadWithoutHost(checked: CheckedLink): CheckedLink {
  const { result } = checked;
  if (result?.state !== 'unreachable' || result.why !== 'ENOTFOUND') return checked;
  return { ...checked, result: { ...result, state: 'dead', why: 'its host has no address' } };
}

/** By hash: a merge field may have put a person's word into a link. */
const keyOf = (link: string, wanted: string | null): string => hash('sha256', JSON.stringify([link, wanted]));

const isSound = (result: LinkResult, wanted: string | null): boolean =>
  result.state === 'answered' && flawsOfLink(result, wanted).length === 0;
