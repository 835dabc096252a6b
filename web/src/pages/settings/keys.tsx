/** Keys: made once, shown once, revoked for good. */
import type { KeyView } from '@sacred-qa/contracts/house';
import { use, useState } from 'react';
import { change } from '../../api/client.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { SessionContext } from '../../frame/session.ts';
import { house } from '../../strings/house.ts';
import { Command } from '../../ui/command.tsx';
import { Filter, Filters } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './settings.module.css';

const SCOPES = ['read', 'write', 'admin'] as const;
const s = house.settings;

export function Keys() {
  const keys = useGet<{ items: KeyView[] }>('/keys');
  return (
    <Section title={s.keys}>
      <p className="quiet">{s.keysLead}</p>
      <Shown query={keys} rows={2}>
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{s.label}</th>
                <th scope="col">{s.scope}</th>
                <th scope="col">{s.made}</th>
                <th scope="col">
                  <span className="sr-only">{s.revoke}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((key) => (
                <KeyRow key={key.id} view={key} />
              ))}
            </tbody>
          </table>
        )}
      </Shown>
      <NewKey />
    </Section>
  );
}

function KeyRow({ view }: { view: KeyView }) {
  const session = use(SessionContext);
  const revoke = useChange(() => change('DELETE', `/keys/${view.id}`), ['keys']);
  const gone = view.revoked_at !== null;
  return (
    <tr className={gone ? 'quiet' : undefined}>
      <td>
        <SaidLine text={view.label} />
      </td>
      <td>{s.scopes[view.scope]}</td>
      <td>
        <Time at={view.created_at} />
      </td>
      <td>
        {gone && s.revoked}
        {!gone && view.id === session?.key_id && s.yours}
        {!gone && view.id !== session?.key_id && (
          <SureButton className="plain" says={s.revoke} asks={s.revokeSure} act={() => revoke.mutate(undefined)} />
        )}
        {revoke.error && <Problem error={revoke.error} />}
      </td>
    </tr>
  );
}

function NewKey() {
  const [label, setLabel] = useState('');
  const [scope, setScope] = useState<KeyView['scope']>('write');
  const mint = useChange(
    () => change<{ key: string }>('POST', '/keys', { label: label.trim(), scope }),
    ['keys'],
    () => setLabel(''),
  );
  return (
    <>
      <Filters label={s.mint}>
        <Filter label={s.label}>
          {(id) => <input id={id} value={label} maxLength={100} onChange={(event) => setLabel(event.target.value)} />}
        </Filter>
        <Filter label={s.scope}>
          {(id) => (
            <select id={id} value={scope} onChange={(event) => setScope(SCOPES[event.target.selectedIndex] ?? 'read')}>
              {SCOPES.map((one) => (
                <option key={one} value={one}>
                  {s.scopes[one]}
                </option>
              ))}
            </select>
          )}
        </Filter>
        <button
          type="button"
          className={styles.atEnd}
          disabled={label.trim() === '' || mint.isPending}
          onClick={() => mint.mutate(undefined)}
        >
          {s.mint}
        </button>
      </Filters>
      {mint.error && <Problem error={mint.error} />}
      {mint.data && (
        <div role="status" className={styles.minted}>
          <p>{s.minted}</p>
          <Command line={mint.data.key} />
        </div>
      )}
    </>
  );
}
