/** The sample practice: loaded with one click, gone with another. */
import { change } from '../../api/client.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { today } from '../../strings/today.ts';
import { Problem } from '../../ui/state.tsx';
import styles from './today.module.css';

const CHANGED = ['sample', 'outreach', 'audits', 'lineage', 'sankalpa', 'targets', 'qa-logs', 'engagements'] as const;
const words = today.sample;

/** Offered while the practice is empty, and as long as the sample is there. */
export function Sample({ unused }: { unused: boolean }) {
  const mayWrite = useMay('write');
  const state = useGet<{ loaded: boolean }>('/sample');
  const load = useChange(() => change('POST', '/sample'), CHANGED);
  const remove = useChange(() => change('DELETE', '/sample'), CHANGED);
  const loaded = state.data?.loaded;
  if (!mayWrite || loaded === undefined || !(loaded || unused)) return null;
  const fault = load.error ?? remove.error;
  return (
    <div className={styles.sample}>
      <p className="quiet">{loaded ? words.loaded : words.text}</p>
      {loaded ? (
        <button type="button" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {words.remove}
        </button>
      ) : (
        <button type="button" disabled={load.isPending} onClick={() => load.mutate(undefined)}>
          {load.isPending ? words.loading : words.load}
        </button>
      )}
      {fault && <Problem error={fault} />}
    </div>
  );
}
