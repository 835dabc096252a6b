/** Cards of what the house did: audit, answers, finding, report, engagement, health check. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { EngagementView } from '@sacred-qa/contracts/engagement';
import type { HealthView, QaLogView } from '@sacred-qa/contracts/house';
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import type { FindingView } from '@sacred-qa/contracts/report';
import { Link } from 'wouter';
import { address } from '../../api/client.ts';
import { type Page, useGet } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { cards as words } from '../../strings/cards.ts';
import { engagements as engagementWords } from '../../strings/engagements.ts';
import { t } from '../../strings/strings.ts';
import { numberIn, wordsOf } from '../../ui/format.ts';
import { Mark, SeverityMark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { rupees } from '../../ui/rupees.ts';
import { SaidLine } from '../../ui/said.tsx';
import { Shown } from '../../ui/state.tsx';
import styles from './lineage.module.css';

const ROWS = 3;

export function AuditCard({ id }: { id: string }) {
  const audit = useGet<AuditView>(`/audits/${id}`);
  return (
    <Shown query={audit} rows={ROWS}>
      {({ target, pack, state, totals }) => (
        <>
          <Facts
            facts={[
              [words.target, <SaidLine key="target" text={target.name} />],
              [words.pack, `${pack.title}, ${pack.version}`],
              [audits.state, audits.states[state]],
              [audits.asked, t.progress.ended(totals.answered, totals.planned)],
              [audits.failed, numberIn(totals.failed)],
              [audits.findingsTitle, numberIn(totals.findings)],
            ]}
          />
          <AuditLeads id={id} hasReport={state === 'completed'} />
        </>
      )}
    </Shown>
  );
}

function AuditLeads({ id, hasReport }: { id: string; hasReport: boolean }) {
  return (
    <p className={styles.leads}>
      <Link href={`/audits/${id}`}>{words.seeAudit}</Link>
      {hasReport && (
        <a href={address(`/audits/${id}/report`)} target="_blank" rel="noreferrer">
          {audits.report}
        </a>
      )}
    </p>
  );
}

export function AttemptsCard({ audit, node }: { audit: string; node: LineageNode }) {
  const { count, errors } = node.metadata;
  return (
    <>
      <Facts
        facts={[
          [words.answers, numberIn(Number(count))],
          [audits.errors, numberIn(Number(errors))],
        ]}
      />
      <AuditLeads id={audit} hasReport={false} />
    </>
  );
}

/** Also of a decision on a finding: who took it, and why. */
export function FindingCard({ id, audit, node }: { id: string; audit: string; node: LineageNode }) {
  const finding = useGet<FindingView>(`/findings/${id}`);
  const { reason, by } = node.metadata;
  return (
    <Shown query={finding} rows={ROWS}>
      {(shown) => (
        <>
          <p>
            <SeverityMark severity={shown.severity} advisory={shown.advisory} /> {shown.title}
          </p>
          <Facts
            facts={[
              [words.trials, audits.failedOf(shown.failed, shown.scored)],
              [audits.state, audits.statuses[shown.status]],
              ...(typeof by === 'string' ? [[words.by, <SaidLine key="by" text={by} />] as const] : []),
              ...(typeof reason === 'string' && reason !== ''
                ? [[words.reason, <SaidLine key="why" text={reason} />] as const]
                : []),
            ]}
          />
          <p className={styles.leads}>
            <Link href={`/audits/${audit}?finding=${id}`}>{words.seeFinding}</Link>
          </p>
        </>
      )}
    </Shown>
  );
}

export function ReportCard({ audit, node }: { audit: string; node: LineageNode }) {
  const { format, sha256 } = node.metadata;
  return (
    <>
      <Facts
        facts={[
          [words.form, String(format)],
          [words.fingerprint, <code key="sha">{String(sha256).slice(0, 16)}…</code>],
        ]}
      />
      <p className={styles.leads}>
        <a href={address(`/audits/${audit}/report`)} target="_blank" rel="noreferrer">
          {audits.report}
        </a>
        <Link href={`/audits/${audit}`}>{words.seeAudit}</Link>
      </p>
    </>
  );
}

/** Also of a change of it. The tree's own engagement is the one whose node stands in it. */
export function EngagementCard({ node }: { node: LineageNode }) {
  const engagements = useGet<Page<EngagementView>>('/engagements', { limit: '200' });
  const { engagement_id: id } = node.metadata;
  const shown = engagements.data?.items.find((one) => one.id === id || one.lineage_id === node.lineage_id);
  if (shown === undefined) return null;
  return (
    <>
      <Facts
        facts={[
          [words.client, <SaidLine key="client" text={shown.client} />],
          [words.price, rupees(shown.price_paise)],
          [audits.state, engagementWords.states[shown.state]],
        ]}
      />
      <p className={styles.leads}>
        <Link href={`/engagements?id=${shown.id}`}>{words.seeEngagement}</Link>
      </p>
    </>
  );
}

const CHECK_TONES = { pass: 'passed', warn: 'medium', fail: 'high' } as const;

export function HealthCard({ node }: { node: LineageNode }) {
  const logs = useGet<Page<QaLogView>>('/qa-logs', { lineage_id: node.lineage_id, limit: '1' });
  const report = logs.data?.items[0]?.response_json as Partial<HealthView> | undefined;
  return (
    <>
      {report?.checks !== undefined && (
        <ul className={styles.checks}>
          {Object.entries(report.checks).map(([name, { status, detail }]) => (
            <li key={name}>
              <span>{wordsOf(name)}</span>
              <Mark tone={CHECK_TONES[status]} word={t.health[status]} />
              <span className="quiet small">
                <SaidLine text={detail} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.leads}>
        <Link href="/settings">{words.seeHealth}</Link>
      </p>
    </>
  );
}
