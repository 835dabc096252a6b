/** Settings: keys, back-ups, the store and its promises. */
import type { HealthView, StoreView } from '@sacred-qa/contracts/house';
import { useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { house } from '../../strings/house.ts';
import { t } from '../../strings/strings.ts';
import { bytes, inCapital, numberIn, wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { Shown } from '../../ui/state.tsx';
import { Backups, StoreCheck } from './backups.tsx';
import { Brand } from './brand.tsx';
import { Keys } from './keys.tsx';

const TONES = { pass: 'passed', warn: 'medium', fail: 'high' } as const;

export default function Settings() {
  const mayAdmin = useMay('admin');
  return (
    <Page title={t.pages.settings} lead={house.settings.lead}>
      <Health />
      {mayAdmin ? (
        <>
          <Keys />
          <Brand />
          <Backups />
          <Store />
        </>
      ) : (
        <p className="quiet">{t.state.adminOnly}</p>
      )}
      <Section title={house.settings.retention}>
        <p className="quiet">{house.settings.retentionText}</p>
      </Section>
    </Page>
  );
}

function Health() {
  const health = useGet<HealthView>('/health');
  return (
    <Section title={house.settings.health}>
      <Shown query={health} rows={4}>
        {({ checks }) => (
          <table>
            <tbody>
              {Object.entries(checks).map(([name, check]) => (
                <tr key={name}>
                  <td>{inCapital(wordsOf(name))}</td>
                  <td>
                    <Mark tone={TONES[check.status]} word={t.health[check.status]} />
                  </td>
                  <td className="quiet">{check.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </Section>
  );
}

function Store() {
  const store = useGet<StoreView>('/db');
  return (
    <Section title={house.settings.store}>
      <Shown query={store} rows={3}>
        {(view) => (
          <>
            <Facts
              facts={[
                [house.settings.kind, house.settings.kinds[view.kind] ?? view.kind],
                [house.settings.version, view.server_version],
                [house.settings.size, bytes(view.size_bytes)],
                ...(view.data_dir === null
                  ? []
                  : [[house.settings.folder, <code key="folder">{view.data_dir}</code>] as const]),
              ]}
            />
            <Facts
              facts={Object.entries(view.counts).map(([table, n]) => [
                inCapital(wordsOf(table)),
                <span key={table} className="number">
                  {numberIn(n)}
                </span>,
              ])}
            />
            <StoreCheck />
          </>
        )}
      </Shown>
    </Section>
  );
}
