/** What outreach waits for: replies to read, mails and posts in doubt, posts to paste, campaigns to approve. */
import type { MailRow, PlannedCampaign, PostView } from '@sacred-qa/contracts/campaign';
import type { InboxItem } from '@sacred-qa/contracts/inbox';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Page, useGet } from '../../api/queries.ts';
import { today } from '../../strings/today.ts';
import { dayIst } from '../../ui/format.ts';

const MOST = '100';
const WEEK_MS = 7 * 86_400_000;

export function useOutreachNeeds(): [key: string, entry: ReactNode][] {
  const replies = useGet<Page<InboxItem>>('/outreach/inbox', { kind: 'human-reply', handled: 'false', limit: MOST });
  const doubts = useGet<Page<MailRow>>('/outreach/messages', { state: 'in_doubt', limit: MOST });
  const due = useGet<Page<PostView>>('/outreach/posts', { state: 'due', limit: MOST });
  const postDoubts = useGet<Page<PostView>>('/outreach/posts', { state: 'in_doubt', limit: MOST });
  const campaigns = useGet<{ planned: PlannedCampaign[] }>('/outreach/campaigns');
  const some = (key: string, page: Page<unknown> | undefined, to: string, say: (n: number) => string) =>
    page === undefined || page.items.length === 0
      ? []
      : [
          [
            key,
            <Link key={key} href={to}>
              {say(page.items.length)}
            </Link>,
          ] as [string, ReactNode],
        ];
  return [
    ...some('replies', replies.data, '/inbox', today.replies),
    ...some('doubts', doubts.data, '/inbox', today.inDoubt),
    ...some('due', due.data, '/posts', today.toPaste),
    ...some('post-doubts', postDoubts.data, '/posts', today.postsInDoubt),
    ...(campaigns.data?.planned ?? [])
      .filter(({ state, week_of }) => state === 'planned' && Date.parse(week_of) + WEEK_MS > Date.now())
      .map(({ name, week_of }): [string, ReactNode] => [
        `approve ${name} ${week_of}`,
        <Link key={name} href={`/campaigns/${name}?week=${week_of}`}>
          {today.toApprove(name, dayIst(week_of))}
        </Link>,
      ]),
  ];
}
