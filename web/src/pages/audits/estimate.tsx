/** What an audit will come to, before it is started. */
import type { AuditEstimate, AuditRequest } from '@sacred-qa/contracts/audit';
import type { TargetView } from '@sacred-qa/contracts/house';
import { useQuery } from '@tanstack/react-query';
import { change } from '../../api/client.ts';
import { audits } from '../../strings/audits.ts';
import { duration, numberIn } from '../../ui/format.ts';
import { Facts } from '../../ui/page.tsx';
import { Problem } from '../../ui/state.tsx';
import { useSettled } from '../../ui/use-settled.ts';

const s = audits.start;

/** Asked of the Studio, which plans the run without starting it; nobody else is asked. */
export function Estimate({ request, target }: { request: Partial<AuditRequest>; target: TargetView }) {
  const { secrets: _, ...plan } = request;
  const asked = useSettled(JSON.stringify(plan));
  const estimate = useQuery({
    queryKey: ['audits', 'estimate', asked],
    queryFn: () => change<AuditEstimate>('POST', '/audits/estimate', JSON.parse(asked)),
    placeholderData: (before) => before,
    retry: false,
  });
  if (estimate.error) return <Problem error={estimate.error} />;
  const reckoned = estimate.data;
  const pace = target.capabilities?.latency_ms?.median;
  const callsMs =
    pace === undefined || reckoned === undefined ? null : (reckoned.calls * pace) / (plan.concurrency ?? 1);
  return (
    <Facts
      facts={[
        [
          s.estimate,
          <span key="estimate" role="status">
            {reckoned && s.estimated(reckoned.attempts)}
            {reckoned &&
              `, ${s.estimatedCalls(numberIn(reckoned.calls), numberIn(reckoned.tokens_in + reckoned.tokens_out))}`}
            {typeof reckoned?.inr === 'number' && `, ${s.rupees(numberIn(Math.ceil(reckoned.inr)))}`}
            {callsMs !== null && `, ${s.estimatedTime(duration(callsMs))}`}
          </span>,
        ],
        [s.basis, reckoned?.basis ?? '…'],
      ]}
    />
  );
}
