/** Targets: AI products, and what a probe found each able to do. */

import type { TargetView } from '@sacred-qa/contracts/house';
import type { Capabilities } from '@sacred-qa/contracts/target';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { useChange, usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { auditing } from '../../strings/auditing.ts';
import { t } from '../../strings/strings.ts';
import { duration, languageName } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState, Problem } from '../../ui/state.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { AddTarget } from './add-target.tsx';
import styles from './targets.module.css';

const s = auditing.targets;

export default function Targets() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const { items, query, more } = usePages<TargetView>('/targets');
  const chosen = items.find(({ id }) => id === search.get('id'));
  return (
    <Page
      title={t.pages.targets}
      lead={s.lead}
      wide
      actions={
        mayWrite && (
          <button type="button" className="primary" onClick={() => search.set('add', '1')}>
            {s.add}
          </button>
        )
      }
    >
      <ListState
        query={query}
        isEmpty={items.length === 0}
        empty={<Empty title={s.noneTitle} text={s.none} command={s.noneCommand} />}
      >
        <Split
          label={t.pages.targets}
          back={search.with('id', '')}
          detail={chosen === undefined ? null : <Target key={chosen.id} target={chosen} />}
          list={
            <Rows
              label={t.pages.targets}
              items={items}
              keyOf={(target) => target.id}
              more={more}
              tall
              render={(target) => (
                <Link href={search.with('id', target.id)} aria-current={target.id === chosen?.id ? 'true' : undefined}>
                  <RowTitle>
                    <SaidLine text={target.spec.name} />
                  </RowTitle>
                  <Reach found={target.capabilities} />
                  <RowNote>{s.kinds[target.spec.kind] ?? target.spec.kind}</RowNote>
                </Link>
              )}
            />
          }
        />
      </ListState>
      {search.get('add') === '1' && mayWrite && <AddTarget close={() => search.set('add', '')} />}
    </Page>
  );
}

function Reach({ found }: { found: Capabilities | null }) {
  if (found === null) return <Mark tone="neutral" word={s.notProbed} />;
  return <Mark tone={found.reachable ? 'passed' : 'high'} word={found.reachable ? s.reachable : s.unreachable} />;
}

function Target({ target }: { target: TargetView }) {
  const { spec, scope, capabilities: found } = target;
  const mayWrite = useMay('write');
  const probe = useChange(() => change('POST', `/targets/${target.id}/capabilities`, {}), ['targets']);
  const remove = useChange(() => change('DELETE', `/targets/${target.id}`), ['targets']);
  return (
    <>
      <h2>
        <SaidLine text={spec.name} />
      </h2>
      <Facts
        facts={[
          [s.address, <SaidLine key="url" text={addressOf(spec)} />],
          [s.kind, s.kinds[spec.kind] ?? spec.kind],
          ...(spec.kind === 'openai' ? [[s.model, <SaidLine key="model" text={spec.model} />] as const] : []),
          ...(scope.allowed_by === undefined
            ? []
            : [[s.allowedBy, <SaidLine key="allowed" text={scope.allowed_by} />] as const]),
        ]}
      />
      {mayWrite && (
        <p className={styles.acts}>
          <Link className="button primary" href={`/audits/new?target=${target.id}`}>
            {s.audit}
          </Link>
          <button type="button" disabled={probe.isPending} onClick={() => probe.mutate(undefined)}>
            {probe.isPending ? s.probing : s.probe}
          </button>
          <SureButton says={s.remove} asks={s.removeSure} act={() => remove.mutate(undefined)} />
        </p>
      )}
      {probe.error && <Problem error={probe.error} />}
      {remove.error && <Problem error={remove.error} />}
      {found && <Found found={found} />}
    </>
  );
}

function Found({ found }: { found: Capabilities }) {
  const can = [
    found.streams && s.streams,
    found.system_role && s.system,
    found.multi_turn && s.turns,
    found.reports_usage && s.usage,
  ].filter((word) => word !== false);
  const { latency_ms: latency } = found;
  return (
    <>
      <Facts
        facts={[
          [s.probed, <Time key="at" at={found.probed_at} />],
          [s.can, can.join(', ') || '—'],
          ...(latency === null
            ? []
            : [
                [
                  s.latency,
                  s.latencies(duration(latency.min), duration(latency.median), duration(latency.max)),
                ] as const,
              ]),
          [s.models, <SaidLine key="models" text={found.models.slice(0, 12).join(', ') || '—'} />],
        ]}
      />
      {found.error !== undefined && (
        <p>
          <SaidLine text={found.error} />
        </p>
      )}
      {found.languages.length > 0 && (
        <div>
          <h3>{s.languages}</h3>
          <ul className={styles.languages}>
            {found.languages.map(({ lang, answered_in_script: own, sample }) => (
              <li key={lang}>
                <span>{languageName(lang)}</span>
                <Mark tone={own ? 'passed' : 'medium'} word={own ? s.answeredIn : s.answeredNot} />
                <SaidLine text={sample} lang={own ? lang : undefined} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
