/** Two runs of a target, pattern by pattern: better, worse, the same, or not to be told. */
import type { Change, ChangeVerdict, Comparison } from '@sacred-qa/contracts/comparison';
import { Link, useParams } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './audits.module.css';

const s = audits.comparison;
const TONES: Record<ChangeVerdict, Tone> = { better: 'passed', worse: 'high', same: 'neutral', cannot_tell: 'hint' };
const ORDER: readonly ChangeVerdict[] = ['worse', 'better', 'cannot_tell', 'same'];

export default function Compare() {
  const { id = '', other = '' } = useParams<{ id: string; other: string }>();
  const comparison = useGet<Comparison>(`/audits/${id}/compare/${other}`);
  return (
    <Page
      title={s.title}
      lead={s.lead}
      above={
        <Link href={`/audits/${other}`} data-back>
          {audits.all}
        </Link>
      }
    >
      <Shown query={comparison}>{(data) => <Table data={data} />}</Shown>
    </Page>
  );
}

function Table({ data }: { data: Comparison }) {
  const patterns = data.patterns.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <div className={styles.wide}>
      <table className={styles.comparison}>
        <thead>
          <tr>
            <th scope="col">{s.pattern}</th>
            <th scope="col">
              <Link href={`/audits/${data.a.audit_id}`}>{s.before}</Link> <When at={data.a.finished_at} />
            </th>
            <th scope="col">
              <Link href={`/audits/${data.b.audit_id}`}>{s.after}</Link> <When at={data.b.finished_at} />
            </th>
            <th scope="col">{s.p}</th>
            <th scope="col">{s.verdict}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={s.whole} change={data.overall} />
          {patterns.map((one) => (
            <Row
              key={one.pattern_id}
              name={one.title}
              change={one}
              {...(one.judged_otherwise ? { note: s.otherwise } : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const When = ({ at }: { at: string | null }) => (at === null ? null : <Time at={at} />);

function Row({ name, change, note }: { name: string; change: Change; note?: string }) {
  const p = change.p_adjusted ?? change.p;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{s.rate(change.a.failed, change.a.scored)}</td>
      <td className="number">{s.rate(change.b.failed, change.b.scored)}</td>
      <td className="number">{p === null ? s.none : p.toFixed(3)}</td>
      <td>
        <Mark tone={TONES[change.verdict]} word={s.verdicts[change.verdict]} />
        {change.trials_needed !== null && <p className="quiet small">{s.needs(change.trials_needed)}</p>}
        {note !== undefined && <p className="quiet small">{note}</p>}
      </td>
    </tr>
  );
}
