/** The chosen node: what it is in words, the sankalpa or exchange behind it, where it leads, and what was recorded. */
import type { QaLogView } from '@sacred-qa/contracts/house';
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { Link } from 'wouter';
import { address } from '../../api/client.ts';
import { type Page, useGet } from '../../api/queries.ts';
import { lineage } from '../../strings/lineage.ts';
import { Copy } from '../../ui/command.tsx';
import { duration } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Json, Said } from '../../ui/said.tsx';
import { Time } from '../../ui/time.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { nameOf, outcomeOf } from './kind.ts';
import styles from './lineage.module.css';

const LOGS_SHOWN = '5';

export function NodeDetail({ node, sankalpas }: { node: LineageNode; sankalpas: readonly SankalpaView[] }) {
  const own = sankalpas.find(({ lineage_id }) => lineage_id === node.lineage_id);
  return (
    <>
      <h2 className={styles.kind}>{nameOf(node)}</h2>
      {own && (
        <div className={styles.quote}>
          <Said text={own.text} lang={own.language} />
          {own.context !== null && (
            <div className="quiet">
              <Said text={own.context} />
            </div>
          )}
        </div>
      )}
      <Leads node={node} />
      <Facts
        facts={[
          [lineage.outcome, <Mark key="outcome" {...outcomeOf(node)} />],
          [lineage.agent, node.agent_name],
          [lineage.time, <Time key="time" at={node.timestamp} />],
          ...(node.duration_ms === null ? [] : [[lineage.took, duration(node.duration_ms)] as const]),
        ]}
      />
      <Exchanges key={node.lineage_id} id={node.lineage_id} />
      <details className={styles.recorded}>
        <summary>{lineage.details}</summary>
        <p className={styles.id}>
          <code>{node.lineage_id}</code> <Copy text={node.lineage_id} />
        </p>
        <p className="quiet small">
          {lineage.hash} <code>{node.leaf_hash}</code>
        </p>
        <Json value={node.metadata} />
      </details>
    </>
  );
}

/** Where an act of an audit leads to. */
function Leads({ node }: { node: LineageNode }) {
  const { audit_id: audit, finding_id: finding, report_id: report } = node.metadata;
  if (typeof audit !== 'string') return null;
  return (
    <p className={styles.leads}>
      <Link href={`/audits/${audit}${typeof finding === 'string' ? `?finding=${finding}` : ''}`}>
        {typeof finding === 'string' ? lineage.finding : lineage.audit}
      </Link>
      {typeof report === 'string' && (
        <a href={address(`/audits/${audit}/report`)} target="_blank" rel="noreferrer">
          {lineage.report}
        </a>
      )}
    </p>
  );
}

function Exchanges({ id }: { id: string }) {
  // Held arrow keys pass many nodes: only where they rest is looked up.
  const settled = useSettled(id);
  const logs = useGet<Page<QaLogView>>('/qa-logs', { lineage_id: settled, limit: LOGS_SHOWN });
  if (logs.data === undefined || logs.data.items.length === 0) return null;
  return (
    <div className={styles.exchanges}>
      <h3>{lineage.exchange}</h3>
      {logs.data.items.map((log) => (
        <details key={log.id}>
          <summary>
            {log.agent_id} <span className="quiet small">{log.model}</span>
          </summary>
          <p className="quiet small">{lineage.given}</p>
          <Json value={log.request_json} />
          <p className="quiet small">{lineage.answered}</p>
          <Json value={log.response_json} />
        </details>
      ))}
    </div>
  );
}
