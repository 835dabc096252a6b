/** Two runs of a target, pattern by pattern: better, worse, the same, or not to be told. */
import type { Change, ChangeVerdict, Comparison } from '@sacred-qa/contracts/comparison';
import { Link, useParams } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './audits.module.css';
import { notesOf, rangeOf, remarksOf } from './compare-notes.ts';

const s = audits.comparison;
const TONES: Record<ChangeVerdict, Tone> = { better: 'passed', worse: 'high', same: 'neutral', cannot_tell: 'hint' };
const ORDER: readonly ChangeVerdict[] = ['worse', 'better', 'cannot_tell', 'same'];

export default function Compare() {
  const { id = '', other = '' } = useParams<{ id: string; other: string }>();
  const comparison = useGet<Comparison>(`/audits/${id}/compare/${other}`);
  return (
    <Page
      title={s.title}
      lead={
        <>
          {comparison.data && (
            <>
              <SaidLine text={comparison.data.b.target} />
              <br />
            </>
          )}
          {s.lead}
        </>
      }
      above={
        <Link href={`/audits/${other}`} data-back>
          {audits.all}
        </Link>
      }
    >
      <Shown query={comparison}>{(data) => <Compared data={data} />}</Shown>
    </Page>
  );
}

function Compared({ data }: { data: Comparison }) {
  const patterns = data.patterns.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <>
      <p>
        <strong>
          <Mark tone={TONES[data.verdict]} word={s.headlines[data.verdict]} />
        </strong>
      </p>
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
              <th scope="col">{s.change}</th>
              <th scope="col">{s.p}</th>
              <th scope="col">{s.verdict}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={patterns.some(({ advisory }) => advisory) ? s.wholeNoHints : s.whole} change={data.overall} />
            {patterns.map((one) => (
              <Row key={one.pattern_id} name={one.title} change={one} />
            ))}
          </tbody>
        </table>
      </div>
      {data.a.target !== data.b.target && (
        <p className="quiet">
          {s.twoTargets} <SaidLine text={data.a.target} /> {s.and} <SaidLine text={data.b.target} />
        </p>
      )}
      {remarksOf(data).map((remark) => (
        <p key={remark} className="quiet">
          {remark}
        </p>
      ))}
    </>
  );
}

const When = ({ at }: { at: string | null }) => (at === null ? null : <Time at={at} />);

function Row({ name, change }: { name: string; change: Change }) {
  const p = change.p_adjusted ?? change.p;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{s.rate(change.a.failed, change.a.scored)}</td>
      <td className="number">{s.rate(change.b.failed, change.b.scored)}</td>
      <td className="number">{change.test === 'none' ? s.none : rangeOf(change)}</td>
      <td className="number">{p === null ? s.none : p.toFixed(3)}</td>
      <td>
        <Mark tone={TONES[change.verdict]} word={s.verdicts[change.verdict]} />
        {notesOf(change).map((note) => (
          <p key={note} className="quiet small">
            {note}
          </p>
        ))}
      </td>
    </tr>
  );
}
