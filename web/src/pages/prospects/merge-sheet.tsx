/** The three-way merge of prospects.csv with the Studio: shown first, conflicts side by side, then done. */
import type { SheetMerged } from '@sacred-qa/contracts/prospect';
import { useQuery } from '@tanstack/react-query';
import { change } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { people } from '../../strings/people.ts';
import { SaidLine } from '../../ui/said.tsx';
import { Loading, Problem } from '../../ui/state.tsx';
import styles from './prospects.module.css';

const words = people.prospects;
type Side = 'sheet' | 'store' | undefined;
const merge = (take: Side, preview: boolean): Promise<SheetMerged> =>
  change('POST', '/outreach/sheet/merge', { take, preview });

export function MergeSheet() {
  const look = useQuery({
    queryKey: ['outreach', 'merge-preview'],
    queryFn: () => merge(undefined, true),
    staleTime: 0,
  });
  const act = useChange((take: Side) => merge(take, false), ['outreach']);
  const shown = act.data ?? look.data;
  const fault = act.error ?? look.error;
  return (
    <div className={styles.import}>
      <p className="quiet">{words.mergeLead}</p>
      {fault && <Problem error={fault} retry={() => void look.refetch()} />}
      {shown === undefined && !fault && <Loading rows={3} />}
      {shown && <Told merged={shown} />}
      {look.data && (
        <p className={styles.acts}>
          <button type="button" className="primary" disabled={act.isPending} onClick={() => act.mutate(undefined)}>
            {words.mergeNow}
          </button>
          {(shown?.conflicts.length ?? 0) > 0 && (
            <>
              <button type="button" disabled={act.isPending} onClick={() => act.mutate('sheet')}>
                {words.takeSheet}
              </button>
              <button type="button" disabled={act.isPending} onClick={() => act.mutate('store')}>
                {words.takeStore}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function Told({ merged }: { merged: SheetMerged }) {
  const { added, updated, conflicts, problems, opened_by, file } = merged;
  const state = merged.state === 'merged' ? words.merged : merged.state === 'unchanged' ? words.unchanged : '';
  return (
    <>
      <p role="status">
        {`${state} ${words.rows(merged.rows)}.`}
        {merged.state === 'previewed' && added.length + updated.length + conflicts.length === 0 && ` ${words.nothing}`}
      </p>
      {opened_by !== null && <p>{words.open(file)}</p>}
      <ul>
        {added.length > 0 && <li>{`${words.added(added.length)}: ${added.join(', ')}`}</li>}
        {updated.length > 0 && <li>{`${words.changed(updated.length)}: ${updated.join(', ')}`}</li>}
        {problems.map(({ line, prospect_id, detail }) => (
          <li key={`${line} ${prospect_id} ${detail}`}>{`${prospect_id ?? words.atLine(line ?? 0)} ${detail}`}</li>
        ))}
      </ul>
      {conflicts.length > 0 && (
        <>
          <h3>{words.conflicts}</h3>
          <p className="quiet">{words.conflictsText}</p>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.sheet}</th>
                <th scope="col">{words.store}</th>
              </tr>
            </thead>
            <tbody>
              {conflicts.map(({ prospect_id, column, sheet, store }) => (
                <tr key={`${prospect_id} ${column}`}>
                  <td>{prospect_id}</td>
                  <td>{words.columns[column] ?? column}</td>
                  <td>
                    <SaidLine text={sheet} />
                  </td>
                  <td>
                    <SaidLine text={store} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
