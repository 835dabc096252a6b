/** One pack: its patterns by family, with severity, sources and how fresh their facts are. */
import type { PackSummary } from '@sacred-qa/contracts/house';
import type { Pack, Pattern, Severity } from '@sacred-qa/contracts/pack';
import { Link, useParams } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { auditing } from '../../strings/auditing.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { dayIst } from '../../ui/format.ts';
import { SeverityMark } from '../../ui/mark.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, Shown } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useFamilyNames } from './family-names.ts';
import { isStale } from './freshness.ts';
import { PatternDetail } from './pattern.tsx';

const s = auditing.packs;
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export default function PackPage() {
  const { id = '' } = useParams<{ id: string }>();
  const pack = useGet<PackSummary & { pack: Pack }>(`/packs/${encodeURIComponent(id)}`);
  return (
    <Page
      title={pack.data?.title ?? t.pages.packs}
      above={
        <Link href="/packs" data-back>
          {t.pages.packs}
        </Link>
      }
      wide
    >
      <Shown query={pack} rows={10}>
        {(loaded) => (
          <>
            <Facts
              facts={[
                [s.version, loaded.version],
                [s.repeats, s.times(loaded.repeats)],
                [s.cases, s.summary(loaded.patterns, loaded.cases, loaded.attempts)],
                [s.hash, <code key="hash">{loaded.hash.slice(0, 12)}</code>],
              ]}
            />
            <Patterns patterns={loaded.pack.patterns} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Patterns({ patterns }: { patterns: Pattern[] }) {
  const search = useSearch();
  const families = [...new Set(patterns.map(({ family }) => family))].sort();
  const family = search.get('family');
  const familyName = useFamilyNames();
  const severity = search.get('severity');
  const shown = patterns
    .filter((one) => (family === '' || one.family === family) && (severity === '' || one.severity === severity))
    .sort(
      (a, b) => a.family.localeCompare(b.family) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
  const chosen = patterns.find(({ id }) => id === search.get('pattern'));
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <Filters label={t.list.filters}>
        <Filter label={s.family}>
          {(id) => (
            <select id={id} value={family} onChange={(event) => search.set('family', event.target.value)}>
              <option value="">{t.list.any}</option>
              {families.map((one) => (
                <option key={one} value={one}>
                  {familyName(one)}
                </option>
              ))}
            </select>
          )}
        </Filter>
        <Filter label={s.severity}>
          {(id) => (
            <select id={id} value={severity} onChange={(event) => search.set('severity', event.target.value)}>
              <option value="">{t.list.any}</option>
              {SEVERITIES.map((one) => (
                <option key={one} value={one}>
                  {t.severity[one]}
                </option>
              ))}
            </select>
          )}
        </Filter>
      </Filters>
      {shown.length === 0 && <Empty title={t.list.none} text={t.list.noneText} />}
      <Split
        label={s.pattern}
        back={search.with('pattern', '')}
        detail={chosen === undefined ? null : <PatternDetail key={chosen.id} pattern={chosen} />}
        list={
          <Rows
            label={t.pages.packs}
            items={shown}
            keyOf={(one) => one.id}
            tall
            render={(one) => (
              <Link href={search.with('pattern', one.id)} aria-current={one.id === chosen?.id ? 'true' : undefined}>
                <RowTitle>{one.title}</RowTitle>
                <RowNote>{noteOf(one, today) ?? familyName(one.family)}</RowNote>
                <SeverityMark severity={one.severity} advisory={!one.verified || isStale(one, today)} />
              </Link>
            )}
          />
        }
      />
    </>
  );
}

function noteOf(pattern: Pattern, today: string): string | null {
  if (!pattern.verified) return s.unverified;
  if (isStale(pattern, today)) return s.stale;
  return pattern.recheck_by === undefined ? null : s.checkBy(dayIst(pattern.recheck_by));
}
