/** Prospects: everybody in one table, each open to be edited beside it; lists and the sheet come in by a merge that is shown first. */
import type { ProspectView } from '@sacred-qa/contracts/prospect';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { useGet, usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { people } from '../../strings/people.ts';
import { t } from '../../strings/strings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Filter, Filters } from '../../ui/field.tsx';
import { inCapital, wordsOf } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useSettled } from '../../ui/use-settled.ts';
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
  const wanted = useSettled(search.get('q')).trim();
  const pages = usePages<ProspectView>('/outreach/prospects', {}, { enabled: wanted === '' });
  const found = useFound(wanted);
  const query = wanted === '' ? pages.query : found;
  const shown = wanted === '' ? pages.items : (found.data?.items ?? []);
  const id = search.get('id');
  const listed = shown.find(({ prospect_id }) => prospect_id === id);
  // A link from elsewhere may name one who stands far down the list.
  const named = useGet<ProspectView>(
    `/outreach/prospects/${encodeURIComponent(id)}`,
    {},
    { enabled: id !== '' && listed === undefined && query.data !== undefined },
  );
  const chosen = listed ?? (id === '' ? undefined : named.data);
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
      {wanted !== '' && found.data?.more && <p className="quiet small">{words.foundMore(shown.length)}</p>}
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
              {...(wanted === '' ? { more: pages.more } : {})}
              tall
              render={(one) => (
                <Link
                  href={search.with('id', one.prospect_id)}
                  aria-current={one.prospect_id === chosen?.prospect_id ? 'true' : undefined}
                >
                  <RowTitle>
                    <SaidLine text={one.person.name ?? one.person.email ?? one.prospect_id} />
                  </RowTitle>
                  {chosen === undefined && (
                    <>
                      <RowNote width="10rem">
                        <SaidLine text={one.person.company ?? ''} />
                      </RowNote>
                      <RowNote width="8rem" spare>
                        <SaidLine text={one.person.segment ?? ''} />
                      </RowNote>
                    </>
                  )}
                  <RowNote width="6.5rem">
                    <Mark
                      tone={TONES[one.program.status ?? ''] ?? 'neutral'}
                      word={inCapital(wordsOf(one.program.status ?? ''))}
                    />
                  </RowNote>
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

/** Searched by the Studio: what is known of people is sealed, and a text that is sought may be a name or an address. */
const useFound = (text: string) =>
  useQuery({
    queryKey: ['outreach', 'find', text],
    queryFn: () => change<{ items: ProspectView[]; more: boolean }>('POST', '/outreach/prospects/find', { text }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
