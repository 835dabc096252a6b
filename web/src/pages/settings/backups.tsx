/** Back-ups at hand, one now, and the check of every promise of the store. */
import type { BackupView } from '@sacred-qa/contracts/house';
import { change } from '../../api/client.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { house } from '../../strings/house.ts';
import { Command } from '../../ui/command.tsx';
import { bytes } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './settings.module.css';

const s = house.settings;

export function Backups() {
  const backups = useGet<{ items: BackupView[] }>('/db/backups');
  const make = useChange(() => change('POST', '/db/backup'), ['db', 'jobs', 'health', 'lineage', 'sankalpa']);
  return (
    <Section title={s.backups}>
      <p className="quiet">{s.backupsLead}</p>
      <Command line={s.restore} />
      <Shown query={backups} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{s.noBackup}</p>
          ) : (
            <table className={styles.table}>
              <tbody>
                {items.map((one) => (
                  <tr key={one.file}>
                    <td>
                      <code>{one.file}</code>
                    </td>
                    <td className="number">{bytes(one.bytes)}</td>
                    <td>
                      <Time at={one.at} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      <p>
        <button type="button" disabled={make.isPending} onClick={() => make.mutate(undefined)}>
          {s.backupNow}
        </button>
      </p>
      {make.error && <Problem error={make.error} />}
    </Section>
  );
}

interface Checked {
  ok: boolean;
  problems: string[];
  checked: { trees: number; nodes: number };
}

export function StoreCheck() {
  const check = useChange(() => change<Checked>('POST', '/db/check'), []);
  return (
    <div className={styles.check}>
      <button type="button" disabled={check.isPending} onClick={() => check.mutate(undefined)}>
        {check.isPending ? s.checking : s.check}
      </button>
      <div role="status">
        {check.data?.ok && s.checkOk(check.data.checked.trees, check.data.checked.nodes)}
        {check.data && !check.data.ok && (
          <ul>
            {check.data.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
      {check.error && <Problem error={check.error} />}
    </div>
  );
}
