/** Campaigns: the calendar of what goes out, and every week that was planned. */

import type { PlannedCampaign } from '@sacred-qa/contracts/campaign';
import { Link } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { t } from '../../strings/strings.ts';
import { dayWords } from '../../ui/days.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Empty, Shown } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { Calendar } from './calendar.tsx';
import { PlanWeek } from './plan-week.tsx';
import { CAMPAIGN_TONES } from './tones.ts';

export interface Known {
  /** Those that lie in the folders. */
  names: string[];
  /** Newest week first. */
  planned: PlannedCampaign[];
}

export default function Campaigns() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const known = useGet<Known>('/outreach/campaigns');
  return (
    <Page
      title={t.pages.campaigns}
      lead={words.lead}
      actions={
        mayWrite && (
          <Link className="button primary" href={search.with('plan', '1')}>
            {words.plan}
          </Link>
        )
      }
      wide
    >
      <Calendar search={search} />
      <Section title={words.weeks}>
        <Shown query={known} rows={3}>
          {({ planned }) => (planned.length === 0 ? <NothingPlanned /> : <Weeks planned={planned} />)}
        </Shown>
      </Section>
      {search.get('plan') !== '' && known.data && (
        <Dialog label={words.plan} close={() => search.set('plan', '')}>
          <PlanWeek names={known.data.names} />
        </Dialog>
      )}
    </Page>
  );
}

const NothingPlanned = () => <Empty title={words.noneTitle} text={words.none} command={words.noneCommand} />;

export const weekPath = ({ name, week_of }: Pick<PlannedCampaign, 'name' | 'week_of'>): string =>
  `/campaigns/${name}?week=${week_of}`;

function Weeks({ planned }: { planned: PlannedCampaign[] }) {
  return (
    <Rows
      label={words.weeks}
      items={planned}
      keyOf={(one) => `${one.name} ${one.week_of}`}
      tall
      render={(one) => (
        <Link href={weekPath(one)}>
          <RowTitle>{one.name}</RowTitle>
          <Mark tone={CAMPAIGN_TONES[one.state]} word={words.states[one.state]} />
          <RowNote width="11rem">
            <time dateTime={one.week_of}>{dayWords(one.week_of)}</time>
          </RowNote>
        </Link>
      )}
    />
  );
}
