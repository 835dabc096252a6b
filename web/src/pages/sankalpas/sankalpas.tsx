/** Every sankalpa: found by text, status and kind; each opens its place in the lineage. */
import type { SankalpaStatus, SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { Link } from 'wouter';
import { usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { sankalpas } from '../../strings/sankalpas.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { wordsOf } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { Declare } from './declare.tsx';

const TONES: Record<SankalpaStatus, Tone> = {
  active: 'low',
  in_progress: 'busy',
  completed: 'passed',
  abandoned: 'neutral',
};
const STATUSES = Object.keys(TONES) as SankalpaStatus[];

export default function Sankalpas() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const q = useSettled(search.get('q'));
  const status = search.get('status');
  const kind = useSettled(search.get('kind'));
  const { items, query, more } = usePages<SankalpaView>('/sankalpa', { q, status, kind });

  return (
    <Page
      title={t.pages.sankalpas}
      lead={sankalpas.lead}
      actions={
        mayWrite && (
          <button type="button" className="primary" onClick={() => search.set('declare', '1')}>
            {sankalpas.declare}
          </button>
        )
      }
    >
      <Filters label={t.list.filters}>
        <Filter label={t.list.search}>
          {(id) => (
            <input id={id} type="search" value={search.get('q')} onChange={(e) => search.set('q', e.target.value)} />
          )}
        </Filter>
        <Filter label={sankalpas.status}>
          {(id) => (
            <select id={id} value={status} onChange={(e) => search.set('status', e.target.value)}>
              <option value="">{t.list.any}</option>
              {STATUSES.map((one) => (
                <option key={one} value={one}>
                  {sankalpas.statuses[one]}
                </option>
              ))}
            </select>
          )}
        </Filter>
        <Filter label={sankalpas.kind}>
          {(id) => (
            <input
              id={id}
              value={search.get('kind')}
              placeholder={t.list.any}
              onChange={(e) => search.set('kind', e.target.value)}
            />
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        isFiltered={q !== '' || status !== '' || kind !== ''}
        empty={<Empty title={sankalpas.noneTitle} text={sankalpas.none} command={sankalpas.noneCommand} />}
      >
        <Rows
          label={t.pages.sankalpas}
          items={items}
          keyOf={(item) => item.id}
          more={more}
          tall
          render={(item) => (
            <Link href={`/lineage/${item.lineage_id}`}>
              <RowTitle>
                <SaidLine text={item.text} lang={item.language} />
              </RowTitle>
              <RowNote>{wordsOf(item.kind)}</RowNote>
              <Mark tone={TONES[item.status]} word={sankalpas.statuses[item.status]} />
              <RowNote>
                <Time at={item.created_at} brief />
              </RowNote>
            </Link>
          )}
        />
      </ListState>
      {search.get('declare') === '1' && mayWrite && <Declare close={() => search.set('declare', '')} />}
    </Page>
  );
}
