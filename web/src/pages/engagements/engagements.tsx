/** Engagements: what was sold to whom, for how much, how far it is, and the audits that are part of it. */
import type { EngagementState, EngagementView } from '@sacred-qa/contracts/engagement';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import { useChange, usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { engagements as s } from '../../strings/engagements.ts';
import { t } from '../../strings/strings.ts';
import { numberIn } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { rupees } from '../../ui/rupees.ts';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState, Problem } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { EngagementForm } from './engagement-form.tsx';
import styles from './engagements.module.css';

const TONES: Record<EngagementState, Tone> = { quoted: 'neutral', booked: 'busy', delivered: 'low', paid: 'passed' };
const STATES = Object.keys(TONES) as EngagementState[];

export default function Engagements() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const [, go] = useLocation();
  const { items, query, more } = usePages<EngagementView>('/engagements');
  const chosen = items.find(({ id }) => id === search.get('id'));
  return (
    <Page
      title={t.pages.engagements}
      lead={s.lead}
      actions={
        mayWrite && (
          <button type="button" className="primary" onClick={() => search.set('add', '1')}>
            {s.add}
          </button>
        )
      }
      wide
    >
      <ListState
        query={query}
        isEmpty={items.length === 0}
        empty={<Empty title={s.noneTitle} text={s.none} command={s.noneCommand} />}
      >
        <Split
          label={t.pages.engagements}
          back={search.with('id', '')}
          detail={chosen === undefined ? null : <Engagement key={chosen.id} engagement={chosen} />}
          list={
            <Rows
              label={t.pages.engagements}
              items={items}
              keyOf={(one) => one.id}
              more={more}
              tall
              render={(one) => (
                <Link href={search.with('id', one.id)} aria-current={one.id === chosen?.id ? 'true' : undefined}>
                  <RowTitle>
                    <SaidLine text={one.client} />
                  </RowTitle>
                  <RowNote>{rupees(one.price_paise)}</RowNote>
                  <RowNote>{s.auditsOf(one.audits.length)}</RowNote>
                  <Mark tone={TONES[one.state]} word={s.states[one.state]} />
                </Link>
              )}
            />
          }
        />
      </ListState>
      {search.get('add') !== '' && (
        <EngagementForm
          engagement={null}
          close={() => search.set('add', '')}
          saved={(made) => go(`/engagements?id=${made.id}`)}
        />
      )}
    </Page>
  );
}

function Engagement({ engagement }: { engagement: EngagementView }) {
  const mayWrite = useMay('write');
  return (
    <>
      <h2>
        <SaidLine text={engagement.client} />
      </h2>
      <Said text={engagement.scope} />
      <Facts
        facts={[
          [s.priceShown, rupees(engagement.price_paise)],
          ...(engagement.monthly_users === null ? [] : [[s.users, numberIn(engagement.monthly_users)] as const]),
          ...(engagement.loss_per_case_paise === null
            ? []
            : [[s.loss, rupees(engagement.loss_per_case_paise)] as const]),
          [s.opened, <Time key="opened" at={engagement.created_at} />],
          [s.lineage, <PlaceLink key="lineage" id={engagement.lineage_id} />],
        ]}
      />
      {mayWrite && <Acts engagement={engagement} />}
      <div>
        <h3>{s.audits}</h3>
        {engagement.audits.length === 0 ? (
          <p className="quiet">{s.noAudits}</p>
        ) : (
          <ul className={styles.audits}>
            {engagement.audits.map((id) => (
              <li key={id}>
                <Link href={`/audits/${id}`}>
                  <code>{id}</code>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3>{s.foot}</h3>
        <div className={styles.foot}>
          <Said text={s.footText(engagement.client, engagement.scope, rupees(engagement.price_paise))} />
        </div>
      </div>
    </>
  );
}

function Acts({ engagement }: { engagement: EngagementView }) {
  const [changing, setChanging] = useState(false);
  const move = useChange(
    (state: EngagementState) => change<EngagementView>('PATCH', `/engagements/${engagement.id}`, { state }),
    ['engagements', 'lineage'],
  );
  return (
    <>
      <p className={styles.acts}>
        <select
          aria-label={s.state}
          value={engagement.state}
          disabled={move.isPending}
          onChange={(event) => move.mutate(STATES[event.target.selectedIndex] ?? engagement.state)}
        >
          {STATES.map((one) => (
            <option key={one} value={one}>
              {s.states[one]}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => setChanging(true)}>
          {s.change}
        </button>
        <Link className="button" href={`/audits/new?engagement=${engagement.id}`}>
          {s.start}
        </Link>
      </p>
      {move.error && <Problem error={move.error} />}
      {changing && (
        <EngagementForm engagement={engagement} close={() => setChanging(false)} saved={() => setChanging(false)} />
      )}
    </>
  );
}
