/** Every sankalpa: found by text, status and kind; each opens its place in the lineage. */
import type { SankalpaStatus, SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { Link, useSearchParams } from 'wouter';
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
import { Empty, Loading, Problem } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
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
  const [search, setSearch] = useSearchParams();
  const mayWrite = useMay('write');
  const q = useSettled(search.get('q') ?? '');
  const status = search.get('status') ?? '';
  const kind = useSettled(search.get('kind') ?? '');
  const { items, query, more } = usePages<SankalpaView>('/sankalpa', { q, status, kind });

  const set = (name: string, value: string): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const filtered = q !== '' || status !== '' || kind !== '';

  return (
    <Page
      title={t.pages.sankalpas}
      lead={sankalpas.lead}
      actions={
        mayWrite && (
          <button type="button" className="primary" onClick={() => set('declare', '1')}>
            {sankalpas.declare}
          </button>
        )
      }
    >
      <Filters label={t.list.filters}>
        <Filter label={t.list.search}>
          {(id) => (
            <input id={id} type="search" value={search.get('q') ?? ''} onChange={(e) => set('q', e.target.value)} />
          )}
        </Filter>
        <Filter label={sankalpas.status}>
          {(id) => (
            <select id={id} value={status} onChange={(e) => set('status', e.target.value)}>
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
              value={search.get('kind') ?? ''}
              placeholder={t.list.any}
              onChange={(e) => set('kind', e.target.value)}
            />
          )}
        </Filter>
      </Filters>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading rows={10} />}
      {query.data && items.length === 0 && !filtered && (
        <Empty title={sankalpas.noneTitle} text={sankalpas.none} command={sankalpas.noneCommand} />
      )}
      {query.data && items.length === 0 && filtered && <Empty title={t.list.none} text={t.list.noneText} />}
      {items.length > 0 && (
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
      )}
      {search.get('declare') === '1' && mayWrite && <Declare close={() => set('declare', '')} />}
    </Page>
  );
}
