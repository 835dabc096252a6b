/** All trees, newest first, each by what began it. */
import type { LineageTreeRow } from '@sacred-qa/contracts/lineage';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { usePages } from '../../api/queries.ts';
import { lineage } from '../../strings/lineage.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { wordsOf } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';

export default function Trees() {
  const [, go] = useLocation();
  const [id, setId] = useState('');
  const { items, query, more } = usePages<LineageTreeRow>('/lineage');
  return (
    <Page title={t.pages.lineage} lead={lineage.lead}>
      <Filters label={lineage.open}>
        <Filter label={lineage.open}>
          {(field) => (
            <input
              id={field}
              value={id}
              spellCheck={false}
              placeholder="019…"
              onChange={(event) => setId(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && id.trim() !== '') go(`/lineage/${encodeURIComponent(id.trim())}`);
              }}
            />
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        empty={<Empty title={lineage.noneTitle} text={lineage.none} command={lineage.noneCommand} />}
      >
        <Rows
          label={t.pages.lineage}
          items={items}
          keyOf={(tree) => tree.root_id}
          more={more}
          tall
          render={(tree) => (
            <Link href={`/lineage/${tree.root_id}.0`}>
              <RowTitle>
                {tree.about === null ? (
                  <span className="quiet">{lineage.noText}</span>
                ) : (
                  <SaidLine text={tree.about.text} lang={tree.about.language} />
                )}
              </RowTitle>
              <RowNote>{tree.hold ? lineage.held : tree.about === null ? '' : wordsOf(tree.about.kind)}</RowNote>
              <RowNote>{lineage.nodes(tree.node_count)}</RowNote>
              <RowNote>
                <Time at={tree.last_event_at} brief />
              </RowNote>
            </Link>
          )}
        />
      </ListState>
    </Page>
  );
}
