/** One audit: how far it is, what it found, and what was decided. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { FindingView } from '@sacred-qa/contracts/report';
import { Link, useLocation, useParams } from 'wouter';
import { address, change } from '../../api/client.ts';
import { type Page as ListPage, useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { audits } from '../../strings/audits.ts';
import { t } from '../../strings/strings.ts';
import { numberIn } from '../../ui/format.ts';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './audits.module.css';
import { Findings } from './findings.tsx';

export default function AuditPage() {
  const { id = '' } = useParams<{ id: string }>();
  const audit = useGet<AuditView>(`/audits/${id}`);
  return (
    <Page
      title={audit.data?.target.name ?? t.pages.audits}
      heading={audit.data && <SaidLine text={audit.data.target.name} />}
      above={
        <Link href="/audits" data-back>
          {audits.all}
        </Link>
      }
      lead={audit.data && `${audit.data.pack.title}, ${audit.data.pack.version}`}
      actions={audit.data && <Acts audit={audit.data} />}
      wide
    >
      <Shown query={audit}>
        {(view) => (
          <>
            <Overview audit={view} />
            <Found audit={view} />
          </>
        )}
      </Shown>
    </Page>
  );
}

const isRunning = ({ state }: AuditView): boolean => state === 'running' || state === 'queued';

function Overview({ audit }: { audit: AuditView }) {
  const { totals } = audit;
  const errors = Object.entries(audit.errors).map(([code, n]) => `${code} ${numberIn(n)}`);
  return (
    <>
      {isRunning(audit) && <Progress audit={audit} />}
      {audit.pause !== null && (
        <p role="status">
          {audits.pausedFor}: <SaidLine text={audit.pause.detail} />
        </p>
      )}
      <Facts
        facts={[
          [audits.state, audits.states[audit.state]],
          [audits.asked, t.progress.ended(totals.answered, totals.planned)],
          [audits.spent, spentOf(audit)],
          [audits.judged, numberIn(totals.scored)],
          [audits.failed, numberIn(totals.failed)],
          [audits.unscored, numberIn(totals.unscored)],
          ...(totals.errors > 0 ? [[audits.errors, errors.join(', ')] as const] : []),
          [audits.started, <Time key="started" at={audit.started_at ?? audit.created_at} />],
          ...(audit.finished_at === null
            ? []
            : [[audits.finished, <Time key="finished" at={audit.finished_at} />] as const]),
          [audits.lineage, <PlaceLink key="lineage" id={audit.lineage_id} />],
          ...(audit.engagement_id === null
            ? []
            : [
                [
                  audits.engagement,
                  <Link key="engagement" href={`/engagements?id=${audit.engagement_id}`}>
                    {t.pages.engagements}
                  </Link>,
                ] as const,
              ]),
          ...(audit.retest_of === null
            ? []
            : [
                [
                  audits.retestOf,
                  <Link key="retest" href={`/audits/${audit.retest_of}`}>
                    {audit.retest_of.slice(0, 8)}
                  </Link>,
                ] as const,
              ]),
        ]}
      />
    </>
  );
}

const spentOf = ({ spent, budget }: AuditView): string =>
  budget.calls === undefined ? numberIn(spent.calls) : audits.ofBudget(numberIn(spent.calls), numberIn(budget.calls));

function Acts({ audit }: { audit: AuditView }) {
  const mayWrite = useMay('write');
  const [, go] = useLocation();
  const cancel = useChange(() => change('POST', `/audits/${audit.id}/cancel`), ['audits', 'lineage']);
  const retest = useChange(
    () => change<AuditView>('POST', `/audits/${audit.id}/retest`, {}),
    ['audits', 'lineage'],
    (run) => go(`/audits/${run.id}`),
  );
  const pause = useChange(() => change('POST', `/audits/${audit.id}/pause`), ['audits', 'lineage']);
  const resume = useChange(() => change('POST', `/audits/${audit.id}/resume`, {}), ['audits', 'lineage']);
  const fault = cancel.error ?? retest.error ?? pause.error ?? resume.error;
  return (
    <>
      {audit.state === 'completed' && (
        <>
          <CompareWith audit={audit} />
          {mayWrite && audit.totals.findings > 0 && (
            <button type="button" disabled={retest.isPending} onClick={() => retest.mutate(undefined)}>
              {audits.retest}
            </button>
          )}
          <a
            className="button"
            href={address(`/audits/${audit.id}/report`, { format: 'pdf' })}
            target="_blank"
            rel="noreferrer"
            title={audits.pdfHint}
          >
            {audits.pdf}
          </a>
          <a
            className="button primary"
            href={address(`/audits/${audit.id}/report`)}
            target="_blank"
            rel="noreferrer"
            title={audits.reportHint}
          >
            {audits.report}
          </a>
        </>
      )}
      {mayWrite && isRunning(audit) && (
        <button type="button" disabled={pause.isPending} onClick={() => pause.mutate(undefined)}>
          {audits.pause}
        </button>
      )}
      {mayWrite && audit.state === 'paused' && (
        <button type="button" className="primary" disabled={resume.isPending} onClick={() => resume.mutate(undefined)}>
          {audits.resume}
        </button>
      )}
      {mayWrite && (isRunning(audit) || audit.state === 'paused') && (
        <button type="button" disabled={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {audits.cancel}
        </button>
      )}
      {fault && <Problem error={fault} />}
    </>
  );
}

function CompareWith({ audit }: { audit: AuditView }) {
  const [, go] = useLocation();
  const others = useGet<ListPage<AuditView>>('/audits', { state: 'completed', limit: '200' });
  const same = (others.data?.items ?? []).filter(
    (other) => other.id !== audit.id && other.target.name === audit.target.name,
  );
  if (same.length === 0) return null;
  return (
    <select
      className={styles.compare}
      aria-label={audits.compare}
      value=""
      onChange={(event) => go(`/audits/${event.target.value}/compare/${audit.id}`)}
    >
      <option value="">{audits.compare}…</option>
      {same.map((other) => (
        <option key={other.id} value={other.id}>
          {`${other.created_at.slice(0, 16).replace('T', ' ')} · ${audits.findings(other.totals.findings)}`}
        </option>
      ))}
    </select>
  );
}

function Found({ audit }: { audit: AuditView }) {
  const ended = audit.state === 'completed' || audit.state === 'cancelled';
  const findings = useGet<{ items: FindingView[] }>(`/audits/${audit.id}/findings`, {}, { enabled: ended });
  if (!ended) return <p className="quiet">{audits.noFindingsYet}</p>;
  return (
    <Section title={audits.findingsTitle}>
      <Shown query={findings}>
        {({ items }) =>
          items.length === 0 ? <p className="quiet">{audits.noFindings}</p> : <Findings findings={items} />
        }
      </Shown>
    </Section>
  );
}
