/** Audits: every run, with what it found. */
import type { AuditState, AuditView } from '@sacred-qa/contracts/audit';
import { Link } from 'wouter';
import { usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { audits } from '../../strings/audits.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';

const TONES: Record<AuditState, Tone> = {
  queued: 'neutral',
  running: 'busy',
  completed: 'passed',
  cancelled: 'medium',
  paused: 'neutral',
};
const STATES = Object.keys(TONES) as AuditState[];

export default function Audits() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const state = search.get('state');
  const { items, query, more } = usePages<AuditView>('/audits', { state });
  return (
    <Page
      title={t.pages.audits}
      lead={audits.lead}
      actions={
        mayWrite && (
          <Link className="button primary" href="/audits/new">
            {t.acts.audit}
          </Link>
        )
      }
    >
      <Filters label={t.list.filters}>
        <Filter label={audits.state}>
          {(id) => (
            <select id={id} value={state} onChange={(event) => search.set('state', event.target.value)}>
              <option value="">{t.list.any}</option>
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {audits.states[one]}
                </option>
              ))}
            </select>
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        isFiltered={state !== ''}
        empty={<Empty title={audits.noneTitle} text={audits.none} command={audits.noneCommand} />}
      >
        <Rows
          label={t.pages.audits}
          items={items}
          keyOf={(audit) => audit.id}
          more={more}
          tall
          render={(audit) => (
            <Link href={`/audits/${audit.id}`}>
              <RowTitle>
                <SaidLine text={audit.target.name} />
              </RowTitle>
              <RowNote>{summaryOf(audit)}</RowNote>
              <RowNote spare>{audit.pack.id}</RowNote>
              <Mark tone={TONES[audit.state]} word={audits.states[audit.state]} />
              <RowNote>
                <Time at={audit.created_at} brief />
              </RowNote>
            </Link>
          )}
        />
      </ListState>
    </Page>
  );
}

function summaryOf({ state, totals }: AuditView): string {
  if (state === 'completed') return audits.findings(totals.findings);
  return t.progress.ended(totals.answered + totals.errors + totals.cancelled, totals.planned);
}
