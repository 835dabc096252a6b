/** Metrics: how outreach goes, week by week; every number leads to the query that it comes from. */
import type { WeekEntry } from '@sacred-qa/contracts/metrics';
import { Link } from 'wouter';
import { address, change } from '../../api/client.ts';
import type { WeekView } from '../../api/metrics.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { metrics as words } from '../../strings/metrics.ts';
import { t } from '../../strings/strings.ts';
import { dayWords } from '../../ui/days.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { Explain } from './explain.tsx';
import { Comparison, Copy, Next, Reflected, Replies, Small } from './learned.tsx';
import styles from './metrics.module.css';
import { Funnel, Goals, Response, States } from './outcome.tsx';
import { Weeks } from './weeks.tsx';

interface Listed {
  items: WeekEntry[];
}

export default function Metrics() {
  const search = useSearch();
  const campaign = search.get('campaign');
  const known = useGet<Listed>('/outreach/metrics');
  const listed = useGet<Listed>('/outreach/metrics', { campaign });
  const campaigns = [...new Set(known.data?.items.flatMap((one) => one.campaigns) ?? [])].sort();
  const weeks = listed.data?.items ?? [];
  const chosen = search.get('week') || weeks[0]?.week_of || '';
  const isEmpty = listed.data !== undefined && chosen === '';
  const week = useGet<WeekView>('/outreach/metrics/week', { week_of: chosen, campaign }, { enabled: chosen !== '' });
  return (
    <Page
      title={t.pages.metrics}
      lead={words.lead}
      actions={chosen !== '' && week.data && <Acts week={week.data} />}
      wide
    >
      {isEmpty && campaign === '' ? (
        <NoWeek />
      ) : (
        <>
          <Filters label={t.list.filters}>
            <Filter label={words.week}>
              {(id) => (
                <select id={id} value={chosen} onChange={(event) => search.set('week', event.target.value)}>
                  {weeks.every(({ week_of }) => week_of !== chosen) && <option value={chosen}>{chosen}</option>}
                  {weeks.map((one) => (
                    <option key={one.week_of} value={one.week_of}>
                      {words.weekTitle(one.week, dayWords(one.week_of))}
                    </option>
                  ))}
                </select>
              )}
            </Filter>
            <Filter label={words.campaign}>
              {(id) => (
                <select id={id} value={campaign} onChange={(event) => search.set('campaign', event.target.value)}>
                  <option value="">{words.allCampaigns}</option>
                  {[...new Set([...campaigns, campaign])].map((one) => one !== '' && <option key={one}>{one}</option>)}
                </select>
              )}
            </Filter>
          </Filters>
          {isEmpty && <Empty title={t.list.none} text={t.list.noneText} />}
          {listed.data === undefined && listed.error && (
            <Problem error={listed.error} retry={() => void listed.refetch()} />
          )}
          {listed.data === undefined && !listed.error && <Loading rows={6} />}
          {weeks.length > 0 && <Weeks weeks={weeks} chosen={chosen} />}
          {chosen !== '' && (
            <Shown query={week} rows={16}>
              {(one) => (
                <Told week={one} campaigns={weeks.find(({ week_of }) => week_of === chosen)?.campaigns ?? []} />
              )}
            </Shown>
          )}
        </>
      )}
      {search.get('explain') !== '' && week.data && (
        <Explain name={search.get('explain')} week={week.data} close={() => search.set('explain', '')} />
      )}
    </Page>
  );
}

const NoWeek = () => (
  <Empty title={words.noneTitle} text={words.none} command={words.noneCommand}>
    <p>
      <Link className="button" href="/campaigns?plan=1">
        {words.plan}
      </Link>
    </p>
  </Empty>
);

function Told({ week, campaigns }: { week: WeekView; campaigns: string[] }) {
  return (
    <>
      <div>
        <h2>{words.weekTitle(week.week, dayWords(week.week_of))}</h2>
        <p className="quiet small">
          {words.asOf} <Time at={week.as_of} />
        </p>
      </div>
      <Goals {...week} />
      {week.response.people.value === 0 ? (
        <Nobody campaigns={week.campaign === null ? campaigns : []} />
      ) : (
        <>
          <Small said={week.said} needed={week.needed} />
          <Response response={week.response} groups={week.groups} />
          <Funnel funnel={week.funnel} signals={week.signals} />
          <Comparison said={week.said} />
          <Replies said={week.said} />
          <Copy copy={week.copy} />
          <Next next={week.next} />
        </>
      )}
      <Reflected week={week} />
      <States mails={week.mails} posts={week.posts} />
    </>
  );
}

function Nobody({ campaigns }: { campaigns: string[] }) {
  const search = useSearch();
  return (
    <Empty title={words.nobody} text={words.nobodyText}>
      <p className={styles.acts}>
        <Link className="button" href="/campaigns">
          {words.toCampaigns}
        </Link>
        {campaigns.map((one) => (
          <Link key={one} className="button" href={search.with('campaign', one)}>
            {words.alone(one)}
          </Link>
        ))}
      </p>
    </Empty>
  );
}

interface Files {
  files: { markdown: string; page: string };
}

function Acts({ week }: { week: WeekView }) {
  const mayWrite = useMay('write');
  const which = { week_of: week.week_of, ...(week.campaign === null ? {} : { campaign: week.campaign }) };
  const act = useChange(
    (what: 'week' | 'reflection') => change<Files>('POST', `/outreach/metrics/${what}`, which),
    ['outreach', 'lineage'],
  );
  return (
    <div className={styles.acts}>
      <a className="button" href={address('/outreach/metrics/week/page', which)} target="_blank" rel="noreferrer">
        {words.page}
      </a>
      {mayWrite && (
        <>
          <button type="button" disabled={act.isPending} onClick={() => act.mutate('week')}>
            {words.write}
          </button>
          <button type="button" className="primary" disabled={act.isPending} onClick={() => act.mutate('reflection')}>
            {words.reflect}
          </button>
        </>
      )}
      {act.error && <Problem error={act.error} />}
      {act.data && (
        <p role="status" className="quiet small">
          {words.written} <code>{act.data.files.markdown}</code>
        </p>
      )}
    </div>
  );
}
