/** What stands against approving a plan: its copy, its links, its people, or that it would be another one by now. */
import type { Sql } from '@sacred-qa/foundation/database';
import type { CampaignFiles } from './campaign-files.ts';
import { changedSincePlanned, writtenElsewhere } from './campaigns.repo.ts';
import type { Draft } from './draft.ts';
import type { LinksService } from './links/links.service.ts';
import { flawsOfLinks, linksOfDraft } from './links/links-of-draft.ts';

/** One approval at a time: two campaigns for the same people would each be approved before the other is. */
export const lockApproval = (tx: Sql): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('outreach approval', 0))`);

/** In words for the person; null when nothing does. `draft` is what would be planned now. */
export async function objectionTo(
  tx: Sql,
  given: { campaign: string; draft: Draft; files: CampaignFiles; links: LinksService; linksUnseen: boolean },
): Promise<string | null> {
  const { campaign, draft, files } = given;
  const placed = linksOfDraft(draft, files);
  const wanted = files.spec.links.analytics_tag ?? null;
  const seen = await given.links.last(
    tx,
    placed.map(({ link }) => link),
    wanted,
  );
  const [blocking] = [...draft.flaws, ...flawsOfLinks(seen, placed, wanted)].filter((one) => one.blocks);
  if (blocking !== undefined) return `${blocking.where}: ${blocking.detail} Mend it, and plan again.`;
  const unseen = seen.find(
    ({ result, skipped }) => skipped === null && (result?.state ?? 'unreachable') === 'unreachable',
  );
  if (unseen !== undefined && !given.linksUnseen) {
    return `Nobody has seen ${unseen.link} answer. Plan again with a network, or say that you know it: studio campaign approve ${files.spec.name} --links-unseen --by YOU.`;
  }
  const [twice] = await writtenElsewhere(tx, campaign);
  if (twice !== undefined) {
    return `${twice.prospect_id} is written to by ${twice.name}, week of ${twice.week_of}, too. Plan it again, which leaves them out.`;
  }
  const changed = await changedSincePlanned(tx, campaign, draft.mails);
  return changed === null
    ? null
    : `What is known of ${changed} has changed since it was planned. Plan it again, and look at it.`;
}
