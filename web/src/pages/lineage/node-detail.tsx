/** The chosen node: what it is in words, the sankalpa or exchange behind it, where it leads, and what was recorded. */
import type { QaLogView } from '@sacred-qa/contracts/house';
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { OUTREACH_SOURCE } from '@sacred-qa/contracts/outreach';
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
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
import { NodeCard } from './node-card.tsx';

const LOGS_SHOWN = '5';

interface NodeDetailProps {
  node: LineageNode;
  path: readonly LineageNode[];
  nodes: readonly LineageNode[];
  /** The node that ended what only begins here. */
  end: LineageNode | undefined;
}

export function NodeDetail({ node, path, nodes, end }: NodeDetailProps) {
  // Held arrow keys pass many nodes: only where they rest is looked up.
  const settled = useSettled(node.lineage_id);
  const declared = useGet<Page<SankalpaView>>('/sankalpa', { lineage_id: settled });
  const own = declared.data?.items.find(({ lineage_id }) => lineage_id === node.lineage_id);
  const took = node.duration_ms ?? end?.duration_ms ?? null;
  const isOurs = own !== undefined && own.source === OUTREACH_SOURCE;
  return (
    <>
      <h2 className={styles.kind}>{nameOf(node)}</h2>
      {own && (
        <div className={styles.quote}>
          <Said text={own.text} lang={own.language} />
          {own.context !== null && !isOurs && (
            <div className="quiet">
              <Said text={own.context} />
            </div>
          )}
        </div>
      )}
      {settled === node.lineage_id && declared.data !== undefined && (
        <NodeCard key={`card ${node.lineage_id}`} {...{ node, path, nodes, own }} />
      )}
      <Facts
        facts={[
          [lineage.outcome, <Mark key="outcome" {...outcomeOf(node, end)} />],
          [lineage.agent, node.agent_name],
          [lineage.time, <Time key="time" at={node.timestamp} />],
          ...(took === null ? [] : [[lineage.took, duration(took)] as const]),
        ]}
      />
      <Exchanges key={`exchanges ${node.lineage_id}`} id={settled} />
      <details className={styles.recorded}>
        <summary>{lineage.details}</summary>
        <p className={styles.id}>
          <code>{node.lineage_id}</code> <Copy text={node.lineage_id} />
        </p>
        <p className="quiet small">
          {lineage.hash} <code>{node.leaf_hash}</code>
        </p>
        <Json value={node.metadata} />
        {isOurs && own.context !== null && <Json value={own.context} />}
      </details>
    </>
  );
}

function Exchanges({ id }: { id: string }) {
  const logs = useGet<Page<QaLogView>>('/qa-logs', { lineage_id: id, limit: LOGS_SHOWN });
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
