/** Today: what needs a person now, what runs, what is due next. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { FindingRow } from '@sacred-qa/contracts/finding';
import type { HealthView } from '@sacred-qa/contracts/house';
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import { type Page as ListPage, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { t } from '../../strings/strings.ts';
import { today } from '../../strings/today.ts';
import { dayIst, wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Empty, Loading, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useOutreachNeeds } from './outreach-needs.tsx';
import { Sample } from './sample.tsx';
import styles from './today.module.css';

// What needs a person does not wait for what is due on another day.
const DueList = lazy(() => import('./due-list.tsx').then((m) => ({ default: m.DueList })));

const NEXT_ROWS = 4;
const CHECK_AGAIN_MS = 60_000;
const MOST_FINDINGS = '200';
const MOST_AUDITS = 5;

export default function Today() {
  const health = useGet<HealthView>('/health', {}, { refetchInterval: CHECK_AGAIN_MS });
  const audits = useGet<ListPage<AuditView>>('/audits', { limit: '20' });
  const sankalpas = useGet<ListPage<SankalpaView>>('/sankalpa', { limit: '8' });
  const mayWrite = useMay('write');
  const unused = audits.data?.items.length === 0;
  return (
    <Page
      title={t.pages.today}
      lead={today.lead(dayIst(new Date().toISOString()))}
      actions={
        mayWrite && (
          <>
            <Link className="button" href="/sankalpas?declare=1">
              {t.acts.declare}
            </Link>
            <Link className="button primary" href="/audits/new">
              {t.acts.audit}
            </Link>
          </>
        )
      }
    >
      {unused && (
        <Empty title={today.firstTitle} text={today.first} command={today.firstCommand}>
          <p>
            <Link href="/audits/new">{today.firstNext}</Link>
          </p>
        </Empty>
      )}
      <Sample unused={unused} />
      <NeedsYou health={health.data} unused={unused} />
      <div className={styles.columns}>
        <Section title={today.runs}>
          <Shown query={audits} rows={2}>
            {(page) => <Running audits={page.items.filter(isRunning)} />}
          </Shown>
        </Section>
        <Section title={today.next}>
          <Suspense fallback={<Loading rows={NEXT_ROWS} />}>
            <DueList />
          </Suspense>
        </Section>
      </div>
      <Section title={today.health}>
        <Shown query={health} rows={1}>
          {(report) => <HealthLine report={report} />}
        </Shown>
      </Section>
      <Section title={today.latest} aside={<Link href="/sankalpas">{today.all}</Link>}>
        <Shown query={sankalpas}>
          {({ items }) => (
            <Rows
              label={today.latest}
              items={items}
              keyOf={(item) => item.id}
              tall
              render={(item) => (
                <Link href={`/lineage/${item.lineage_id}`}>
                  <RowTitle>
                    <SaidLine text={item.text} lang={item.language} />
                  </RowTitle>
                  <RowNote>{wordsOf(item.kind)}</RowNote>
                  <RowNote>
                    <Time at={item.created_at} brief />
                  </RowNote>
                </Link>
              )}
            />
          )}
        </Shown>
      </Section>
    </Page>
  );
}

const isRunning = (audit: AuditView): boolean => audit.state === 'running' || audit.state === 'queued';

/** What outreach waits for, failed checks, then audits with findings that nobody has decided on. */
function NeedsYou({ health, unused }: { health: HealthView | undefined; unused: boolean }) {
  const checks = Object.entries(health?.checks ?? {}).filter(([, check]) => check.status !== 'pass');
  const open = useGet<ListPage<FindingRow>>('/findings', { status: 'open', limit: MOST_FINDINGS });
  const byAudit = Map.groupBy(open.data?.items ?? [], ({ audit_id }) => audit_id);
  const outreach = useOutreachNeeds();
  const entries: [key: string, ReactNode][] = [
    ...outreach,
    ...checks.map(([name, check]): [string, ReactNode] => [
      name,
      <>
        <Mark
          tone={check.status === 'fail' ? 'high' : 'medium'}
          word={check.status === 'fail' ? today.checkFailed(wordsOf(name)) : today.checkWarns(wordsOf(name))}
        />
        <span>{check.detail}</span>
      </>,
    ]),
    ...[...byAudit].slice(0, MOST_AUDITS).map(([audit, [first, ...more]]): [string, ReactNode] => [
      audit,
      first && (
        <>
          <Link href={`/audits/${audit}`}>{today.findings(more.length + 1, first.target)}</Link>
          <span className="quiet small">
            <Time at={first.created_at} brief />
          </span>
        </>
      ),
    ]),
  ];
  if (unused && entries.length === 0) return null;
  return (
    <Section title={today.needsYou}>
      {entries.length === 0 ? (
        <p className="quiet">{today.nothingNeeded}</p>
      ) : (
        <ul className={styles.list}>
          {entries.map(([key, entry]) => (
            <li key={key}>{entry}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Running({ audits }: { audits: AuditView[] }) {
  if (audits.length === 0) return <p className="quiet">{today.noRuns}</p>;
  return (
    <ul className={styles.list}>
      {audits.map((audit) => (
        <li key={audit.id} className={styles.run}>
          <Link href={`/audits/${audit.id}`}>{audit.target.name}</Link>
          <Progress audit={audit} />
        </li>
      ))}
    </ul>
  );
}

function HealthLine({ report }: { report: HealthView }) {
  const bad = Object.entries(report.checks).filter(([, check]) => check.status !== 'pass');
  const tone = { pass: 'passed', warn: 'medium', fail: 'high' } as const;
  return (
    <p className={styles.health}>
      <Mark tone={tone[report.status]} word={t.health[report.status]} />
      {bad.length === 0 ? today.healthy : today.unhealthy(bad.map(([name]) => wordsOf(name)).join(', '))}
      <span className="quiet small">
        <Time at={report.at} brief />
      </span>
    </p>
  );
}
