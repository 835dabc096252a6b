/** Packs: what can be run. */
import type { PackSummary } from '@sacred-qa/contracts/house';
import { Link } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { auditing } from '../../strings/auditing.ts';
import { t } from '../../strings/strings.ts';
import { Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Shown } from '../../ui/state.tsx';

/** The packs for everyday use, before those of one family. */
const FIRST = ['india-full', 'india-micro'];

export default function Packs() {
  const packs = useGet<{ items: PackSummary[] }>('/packs');
  return (
    <Page title={t.pages.packs} lead={auditing.packs.lead}>
      <Shown query={packs} rows={8}>
        {({ items }) => (
          <Rows
            label={t.pages.packs}
            items={items.toSorted((a, b) => FIRST.indexOf(b.id) - FIRST.indexOf(a.id))}
            keyOf={(pack) => pack.id}
            tall
            render={(pack) => (
              <Link href={`/packs/${encodeURIComponent(pack.id)}`}>
                <RowTitle>{pack.title}</RowTitle>
                <RowNote>{auditing.packs.summary(pack.patterns, pack.cases, pack.attempts)}</RowNote>
                <RowNote spare>{pack.version}</RowNote>
              </Link>
            )}
          />
        )}
      </Shown>
    </Page>
  );
}
