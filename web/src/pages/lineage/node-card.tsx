/** What a person wants to know of a node, by the kind of what happened there, and the way to where it lives. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { AttemptsCard, AuditCard, EngagementCard, FindingCard, HealthCard, ReportCard } from './audit-cards.tsx';
import { BookingCard, CampaignCard, MailCard, PostCard, ProspectLink, ReplyCard } from './outreach-cards.tsx';
import { auditOf, eventOf, recordOf } from './what-happened.ts';

export interface CardProps {
  node: LineageNode;
  /** From the root to the node. */
  path: readonly LineageNode[];
  /** Those that were read of the tree. */
  nodes: readonly LineageNode[];
  /** What was declared here, if anything. */
  own: SankalpaView | undefined;
}

export function NodeCard(props: CardProps) {
  const { node, own } = props;
  const event = eventOf(node);
  if (event !== null) return <OutreachCard {...event} told={recordOf(own?.context)} />;
  if (node.operation_type === 'health_check') return <HealthCard node={checkedAt(props)} />;
  if (/^engagement/.test(node.operation_type)) return <EngagementCard node={node} />;
  const audit = auditOf(props);
  if (audit === null) return null;
  const { finding_id: finding } = node.metadata;
  if (typeof finding === 'string') return <FindingCard id={finding} audit={audit} node={node} />;
  if (node.operation_type === 'report') return <ReportCard audit={audit} node={node} />;
  if (node.operation_type === 'attempts') return <AttemptsCard audit={audit} node={node} />;
  return <AuditCard id={audit} />;
}

/** The house declares its check, and vaidya makes it: what was found stands at vaidya's node. */
const checkedAt = ({ node, nodes }: CardProps): LineageNode =>
  nodes.find((one) => one.parent_lineage_id === node.lineage_id && one.agent_name === 'vaidya') ?? node;

function OutreachCard({ noun, id, told }: { noun: string; id: string; told: Record<string, unknown> }) {
  if (noun === 'mail') return <MailCard id={id} told={told} />;
  if (noun === 'reply') return <ReplyCard id={id} />;
  if (noun === 'booking') return <BookingCard uid={id} />;
  if (noun === 'post') return <PostCard id={id} />;
  if (noun === 'campaign' || noun === 'batch') return <CampaignCard told={told} />;
  return <ProspectLink told={told} />;
}
