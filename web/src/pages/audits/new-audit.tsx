/** Starts an audit: target, pack, how much of it, and what that will come to. */
import type { AuditRequest, AuditView } from '@sacred-qa/contracts/audit';
import type { EngagementView } from '@sacred-qa/contracts/engagement';
import type { PackSummary, TargetView } from '@sacred-qa/contracts/house';
import type { Pack } from '@sacred-qa/contracts/pack';
import { secretNames } from '@sacred-qa/contracts/target-facts';
import { visible } from '@sacred-qa/contracts/visible-text';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { type Page as ListPage, useChange, useGet } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { t } from '../../strings/strings.ts';
import { Field } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useFamilyNames } from '../packs/family-names.ts';
import { AddTarget } from '../targets/add-target.tsx';
import styles from './audits.module.css';
import { Choices } from './choices.tsx';
import { Estimate } from './estimate.tsx';
import { chosenPatterns, familiesOf, languagesOf } from './part-of-pack.ts';

const s = audits.start;

export default function NewAudit() {
  const targets = useGet<ListPage<TargetView>>('/targets', { limit: '200' });
  const packs = useGet<{ items: PackSummary[] }>('/packs');
  return (
    <Page
      title={s.title}
      lead={s.lead}
      above={
        <Link href="/audits" data-back>
          {t.pages.audits}
        </Link>
      }
    >
      <Shown query={targets}>
        {(page) => <Shown query={packs}>{({ items }) => <Form targets={page.items} packs={items} />}</Shown>}
      </Shown>
    </Page>
  );
}

const DEFAULT_PACK = 'india-micro';
const MOST_AT_ONCE = 32;
const MOST_REPEATS = 20;
const ENGAGEMENT_CHARS = 80;

function Form({ targets, packs }: { targets: TargetView[]; packs: PackSummary[] }) {
  const search = useSearch();
  const familyName = useFamilyNames();
  const [, go] = useLocation();
  const [adding, setAdding] = useState(targets.length === 0);
  const [packId, setPackId] = useState((packs.find(({ id }) => id === DEFAULT_PACK) ?? packs[0])?.id ?? '');
  const [repeats, setRepeats] = useState('');
  const [atOnce, setAtOnce] = useState('4');
  const [families, setFamilies] = useState<readonly string[]>([]);
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const [budget, setBudget] = useState({ calls: '', inr: '' });
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const target = targets.find(({ id }) => id === search.get('target')) ?? targets[0];
  const pack = useGet<PackSummary & { pack: Pack }>(`/packs/${encodeURIComponent(packId)}`).data;
  const wanted = target === undefined ? [] : secretNames(target.spec);

  const engagements = useGet<ListPage<EngagementView>>('/engagements', { limit: '200' });
  const engagement = search.get('engagement');
  const hasPrice = target?.spec.price_inr_per_million !== undefined;
  const patterns = pack === undefined ? null : chosenPatterns(pack.pack, families, languages);

  const request: Partial<AuditRequest> = {
    target: target?.id ?? '',
    pack: packId,
    concurrency: Number(atOnce) || 1,
    ...(repeats === '' ? {} : { repeats: Number(repeats) }),
    ...(patterns === null ? {} : { patterns: patterns.map(({ id }) => id) }),
    ...(engagement === '' ? {} : { engagement }),
    budget: {
      ...(budget.calls === '' ? {} : { calls: Number(budget.calls) }),
      ...(budget.inr === '' || !hasPrice ? {} : { inr: Number(budget.inr) }),
    },
    ...(allowPrivate && target ? { scope: { ...target.scope, allow_private: true } } : {}),
    ...(wanted.length === 0 ? {} : { secrets }),
  };
  const asked = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is another change
  const once = useMemo(newOnce, [asked]);
  const start = useChange(
    () => change<AuditView>('POST', '/audits', request, once),
    ['audits', 'lineage', 'sankalpa'],
    (audit) => go(`/audits/${audit.id}`),
  );

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(undefined);
      }}
    >
      <Field label={s.target}>
        {(ids) => (
          <select
            {...ids}
            value={target?.id ?? ''}
            onChange={(event) =>
              event.target.value === '' ? setAdding(true) : search.set('target', event.target.value)
            }
          >
            {targets.map(({ id, spec }) => (
              <option key={id} value={id}>
                {spec.name}
              </option>
            ))}
            <option value="">{s.another}</option>
          </select>
        )}
      </Field>
      <Field label={s.pack}>
        {(ids) => (
          <select
            {...ids}
            value={packId}
            onChange={(event) => {
              setPackId(event.target.value);
              setFamilies([]);
              setLanguages([]);
            }}
          >
            {packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {pack && (
        <>
          <Choices
            {...{ legend: s.families, hint: s.allFamilies, chosen: families, choose: setFamilies }}
            options={familiesOf(pack.pack).map((id) => ({ id, name: familyName(id) }))}
          />
          <Choices
            {...{ legend: s.languages, hint: s.allLanguages, chosen: languages, choose: setLanguages }}
            options={languagesOf(pack.pack).map((id) => ({ id, name: languageName(id) }))}
          />
        </>
      )}
      <div className={styles.two}>
        <Field label={s.repeats}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={1}
              max={MOST_REPEATS}
              value={repeats}
              placeholder={String(pack?.repeats ?? '')}
              onChange={(event) => setRepeats(event.target.value)}
            />
          )}
        </Field>
        <Field label={s.concurrency}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={1}
              max={MOST_AT_ONCE}
              value={atOnce}
              onChange={(event) => setAtOnce(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className={styles.two}>
        <Field label={s.budgetCalls} hint={s.budgetHint}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={1}
              value={budget.calls}
              onChange={(event) => setBudget({ ...budget, calls: event.target.value })}
            />
          )}
        </Field>
        {hasPrice && (
          <Field label={s.budgetInr} hint={s.priceHint}>
            {(ids) => (
              <input
                {...ids}
                type="number"
                min={1}
                value={budget.inr}
                onChange={(event) => setBudget({ ...budget, inr: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      {(engagements.data?.items.length ?? 0) > 0 && (
        <Field label={s.engagement}>
          {(ids) => (
            <select {...ids} value={engagement} onChange={(event) => search.set('engagement', event.target.value)}>
              <option value="">{s.noEngagement}</option>
              {engagements.data?.items.map(({ id, client, scope }) => (
                <option key={id} value={id}>
                  {visible(`${client}: ${scope}`).slice(0, ENGAGEMENT_CHARS)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {wanted.map((name) => (
        <Field key={name} label={s.secret(name)} hint={s.secretHint}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              autoComplete="off"
              value={secrets[name] ?? ''}
              onChange={(event) => setSecrets({ ...secrets, [name]: event.target.value })}
              required
            />
          )}
        </Field>
      ))}
      <label className={styles.tick}>
        <input type="checkbox" checked={allowPrivate} onChange={(event) => setAllowPrivate(event.target.checked)} />
        {s.allowPrivate}
      </label>
      {target && pack && <Estimate request={request} target={target} />}
      {start.error && <Problem error={start.error} />}
      <p>
        <button type="submit" className="primary" disabled={target === undefined || start.isPending}>
          {start.isPending ? s.starting : s.go}
        </button>
      </p>
      {adding && <AddTarget close={() => setAdding(false)} added={(made) => search.set('target', made.id)} />}
    </form>
  );
}
