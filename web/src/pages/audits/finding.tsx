/** One finding: who is harmed, the words that show it beside the reason, what to do, and what was decided. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { FindingView } from '@sacred-qa/contracts/report';
import { Link, useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { audits } from '../../strings/audits.ts';
import { Command } from '../../ui/command.tsx';
import { percent } from '../../ui/format.ts';
import { SeverityMark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Problem } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './audits.module.css';
import { Decision } from './decision.tsx';

export function Finding({ finding }: { finding: FindingView }) {
  const mayWrite = useMay('write');
  return (
    <article className={styles.finding}>
      <div className={styles.findingHead}>
        <SeverityMark severity={finding.severity} advisory={finding.advisory} />
        <h3>{finding.title}</h3>
        <p className="quiet">
          {audits.failedOf(finding.failed, finding.scored)} (
          {audits.interval(percent(finding.interval.low), percent(finding.interval.high))})
        </p>
      </div>
      <Facts
        facts={[
          [audits.affected, finding.affected],
          [audits.harm, finding.harm],
          [audits.fix, finding.fix],
        ]}
      />
      {mayWrite && <Decision key={finding.status} finding={finding} />}
      <div className={styles.evidences}>
        <h4>{audits.evidence}</h4>
        {finding.evidence.map((one) => (
          <Evidence key={one.qa_log_id + one.case_id} evidence={one} />
        ))}
      </div>
      <div className={styles.again}>
        <h4>{audits.reproduce}</h4>
        <Command line={finding.reproduce} />
        {mayWrite && <Retest finding={finding} />}
      </div>
      <History finding={finding} />
      {finding.references.length > 0 && (
        <div>
          <h4>{audits.sources}</h4>
          <ul className={styles.sources}>
            {finding.references.map((reference) => (
              <li key={reference}>{reference}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="small">
        <Link href={`/lineage/${finding.lineage_id}`}>{audits.lineage}</Link>
      </p>
    </article>
  );
}

function Evidence({ evidence }: { evidence: FindingView['evidence'][number] }) {
  return (
    <section className={styles.evidence} aria-label={evidence.case_id}>
      <div className={styles.talk}>
        {evidence.conversation.map(({ role, said }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the turns of a conversation never move
          <div key={i} className={styles[role]}>
            <p className="quiet small">{audits.roles[role]}</p>
            <Said
              text={said.text}
              lang={said.lang}
              dir={said.dir}
              quote={role === 'assistant' ? evidence.quote.text : ''}
            />
          </div>
        ))}
      </div>
      <div className={styles.why}>
        <p className="quiet small">{audits.why}</p>
        <p>
          <SaidText text={evidence.reason} />
        </p>
        <p className="quiet small">{audits.expected}</p>
        <p>{evidence.expect}</p>
        <p className="small">
          <code>{evidence.case_id}</code> · <Link href={`/lineage/${evidence.lineage_id}`}>{audits.lineage}</Link>
        </p>
      </div>
    </section>
  );
}

/** A reason may repeat the product's words, so it is walled in as they are. */
const SaidText = ({ text }: { text: string }) => <Said text={text} dir="ltr" lang="en" />;

function Retest({ finding }: { finding: FindingView }) {
  const [, go] = useLocation();
  const retest = useChange(
    () => change<AuditView>('POST', `/findings/${finding.id}/retest`, {}),
    ['audits', 'lineage'],
    (run) => go(`/audits/${run.id}`),
  );
  return (
    <>
      <p>
        <button type="button" disabled={retest.isPending} onClick={() => retest.mutate(undefined)}>
          {audits.retest}
        </button>
      </p>
      {retest.error && <Problem error={retest.error} />}
    </>
  );
}

function History({ finding }: { finding: FindingView }) {
  const { history, earlier } = finding;
  if (history.length === 0 && earlier === null) return null;
  return (
    <div>
      <h4>{audits.history}</h4>
      <ul className={styles.history}>
        {earlier !== null && (
          <li>
            <span>
              {audits.earlier}: {audits.statuses[earlier.status]}
            </span>
            {earlier.reason !== null && <SaidLine text={earlier.reason} />}
            <Link href={`/audits/${earlier.audit_id}?finding=${earlier.finding_id}`}>
              <Time at={earlier.at} />
            </Link>
          </li>
        )}
        {history.map((event) => (
          <li key={event.at + event.status}>
            <span>{audits.statuses[event.status]}</span>
            <SaidLine text={event.reason === '' ? event.by : `${event.reason} (${event.by})`} />
            <Time at={event.at} />
          </li>
        ))}
      </ul>
    </div>
  );
}
