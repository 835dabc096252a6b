/** Today: what needs a person now, what runs, what is due next. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { HealthView } from '@sacred-qa/contracts/house';
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import type { ReactNode } from 'react';
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
import { Empty, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { DueList } from './due-list.tsx';
import { useOutreachNeeds } from './outreach-needs.tsx';
import { Sample } from './sample.tsx';
import styles from './today.module.css';

const CHECK_AGAIN_MS = 60_000;

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
      {!unused && <NeedsYou health={health.data} audits={audits.data?.items} />}
      <div className={styles.columns}>
        <Section title={today.runs}>
          <Shown query={audits} rows={2}>
            {(page) => <Running audits={page.items.filter(isRunning)} />}
          </Shown>
        </Section>
        <Section title={today.next}>
          <DueList />
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

/** Failed checks first, then finished audits with findings that somebody should read. */
function NeedsYou({ health, audits = [] }: { health: HealthView | undefined; audits: AuditView[] | undefined }) {
  const checks = Object.entries(health?.checks ?? {}).filter(([, check]) => check.status !== 'pass');
  const read = audits.filter((audit) => audit.state === 'completed' && audit.totals.findings > 0).slice(0, 5);
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
    ...read.map((audit): [string, ReactNode] => [
      audit.id,
      <>
        <Link href={`/audits/${audit.id}`}>{today.findings(audit.totals.findings, audit.target.name)}</Link>
        <span className="quiet small">
          <Time at={audit.finished_at ?? audit.created_at} brief />
        </span>
      </>,
    ]),
  ];
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
