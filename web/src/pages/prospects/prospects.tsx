/** Prospects: everybody in one table, each open to be edited beside it; lists and the sheet come in by a merge that is shown first. */
import { Link } from 'wouter';
import type { Prospect } from '../../api/outreach.ts';
import { usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { people } from '../../strings/people.ts';
import { t } from '../../strings/strings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Filter, Filters } from '../../ui/field.tsx';
import { wordsOf } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ImportList } from './import-list.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { Person } from './person.tsx';

const words = people.prospects;
const TONES: Record<string, Tone> = {
  sent: 'passed',
  replied: 'low',
  booked: 'passed',
  queued: 'busy',
  in_doubt: 'high',
  refused: 'high',
  bounced: 'high',
  not_sendable: 'medium',
};

export default function Prospects() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const { items, query, more } = usePages<Prospect>('/outreach/prospects');
  const wanted = search.get('q').trim().toLowerCase();
  const shown = wanted === '' ? items : items.filter((one) => isAbout(one, wanted));
  const chosen = items.find(({ prospect_id }) => prospect_id === search.get('id'));
  return (
    <Page
      title={t.pages.prospects}
      lead={words.lead}
      actions={
        mayWrite && (
          <>
            <Link className="button" href={search.with('do', 'merge')}>
              {words.merge}
            </Link>
            <Link className="button primary" href={search.with('do', 'import')}>
              {words.import}
            </Link>
          </>
        )
      }
      wide
    >
      <Filters label={t.list.filters}>
        <Filter label={words.search}>
          {(id) => (
            <input
              id={id}
              type="search"
              value={search.get('q')}
              onChange={(event) => search.set('q', event.target.value)}
              dir="auto"
            />
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={shown.length === 0}
        isFiltered={wanted !== ''}
        empty={<Empty title={words.noneTitle} text={words.none} command={words.noneCommand} />}
      >
        <Split
          label={t.pages.prospects}
          back={search.with('id', '')}
          detail={chosen === undefined ? null : <Person key={chosen.prospect_id} prospect={chosen} />}
          list={
            <Rows
              label={t.pages.prospects}
              items={shown}
              keyOf={(one) => one.prospect_id}
              more={more}
              tall
              render={(one) => (
                <Link
                  href={search.with('id', one.prospect_id)}
                  aria-current={one.prospect_id === chosen?.prospect_id ? 'true' : undefined}
                >
                  <RowTitle>
                    <SaidLine text={one.person.name ?? one.person.email ?? one.prospect_id} />
                  </RowTitle>
                  <RowNote width="9rem">
                    <SaidLine text={one.person.company ?? ''} />
                  </RowNote>
                  {chosen === undefined && (
                    <RowNote width="6rem">
                      <SaidLine text={one.person.segment ?? ''} />
                    </RowNote>
                  )}
                  <Mark tone={TONES[one.program.status ?? ''] ?? 'neutral'} word={wordsOf(one.program.status ?? '')} />
                </Link>
              )}
            />
          }
        />
      </ListState>
      {search.get('do') === 'import' && (
        <Dialog label={words.listTitle} close={() => search.set('do', '')}>
          <ImportList />
        </Dialog>
      )}
      {search.get('do') === 'merge' && (
        <Dialog label={words.mergeTitle} close={() => search.set('do', '')}>
          <MergeSheet />
        </Dialog>
      )}
    </Page>
  );
}

const isAbout = ({ prospect_id, person }: Prospect, wanted: string): boolean =>
  [prospect_id, ...Object.values(person)].some((text) => text.toLowerCase().includes(wanted));
