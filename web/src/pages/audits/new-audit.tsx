/** Starts an audit: target, pack, how much of it, and what that will come to. */
import type { AuditRequest, AuditView } from '@sacred-qa/contracts/audit';
import type { PackSummary, TargetView } from '@sacred-qa/contracts/house';
import type { Pack } from '@sacred-qa/contracts/pack';
import { secretNames } from '@sacred-qa/contracts/target-facts';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { type Page as ListPage, useChange, useGet } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { t } from '../../strings/strings.ts';
import { Field } from '../../ui/field.tsx';
import { duration, wordsOf } from '../../ui/format.ts';
import { Facts, Page } from '../../ui/page.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { AddTarget } from '../targets/add-target.tsx';
import styles from './audits.module.css';

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

function Form({ targets, packs }: { targets: TargetView[]; packs: PackSummary[] }) {
  const search = useSearch();
  const [, go] = useLocation();
  const [adding, setAdding] = useState(targets.length === 0);
  const [packId, setPackId] = useState((packs.find(({ id }) => id === DEFAULT_PACK) ?? packs[0])?.id ?? '');
  const [repeats, setRepeats] = useState('');
  const [atOnce, setAtOnce] = useState('4');
  const [families, setFamilies] = useState<readonly string[]>([]);
  const [allowPrivate, setAllowPrivate] = useState(false);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const target = targets.find(({ id }) => id === search.get('target')) ?? targets[0];
  const pack = useGet<PackSummary & { pack: Pack }>(`/packs/${encodeURIComponent(packId)}`).data;
  const wanted = target === undefined ? [] : secretNames(target.spec);

  const request: Partial<AuditRequest> = {
    target: target?.id ?? '',
    pack: packId,
    concurrency: Number(atOnce) || 1,
    ...(repeats === '' ? {} : { repeats: Number(repeats) }),
    ...(families.length === 0
      ? {}
      : { patterns: pack?.pack.patterns.filter(({ family }) => families.includes(family)).map(({ id }) => id) ?? [] }),
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
      {pack && <Families pack={pack.pack} chosen={families} choose={setFamilies} />}
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
      {pack && <Estimate pack={pack} repeats={repeats} atOnce={atOnce} families={families} target={target} />}
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

function Families(props: { pack: Pack; chosen: readonly string[]; choose: (families: readonly string[]) => void }) {
  const families = [...new Set(props.pack.patterns.map(({ family }) => family))].sort();
  if (families.length < 2) return null;
  return (
    <fieldset className={styles.families}>
      <legend>{s.families}</legend>
      <p className="quiet small">{s.allFamilies}</p>
      {families.map((family) => (
        <label key={family} className={styles.tick}>
          <input
            type="checkbox"
            checked={props.chosen.includes(family)}
            onChange={(event) =>
              props.choose(
                event.target.checked ? [...props.chosen, family] : props.chosen.filter((one) => one !== family),
              )
            }
          />
          {wordsOf(family)}
        </label>
      ))}
    </fieldset>
  );
}

function Estimate(props: {
  pack: PackSummary & { pack: Pack };
  repeats: string;
  atOnce: string;
  families: readonly string[];
  target: TargetView | undefined;
}) {
  const { pack, families } = props;
  const patterns = pack.pack.patterns.filter(({ family }) => families.length === 0 || families.includes(family));
  const cases = patterns.flatMap((pattern) => pattern.cases);
  const repeats = Number(props.repeats) || pack.repeats;
  const conversations = cases.reduce((sum, one) => sum + one.conversations.length, 0) * repeats;
  const turns = cases.flatMap((one) => one.conversations).reduce((sum, plan) => sum + plan.turns.length, 0) * repeats;
  const pace = props.target?.capabilities?.latency_ms?.median;
  return (
    <Facts
      facts={[
        [
          s.estimate,
          <span key="estimate" role="status">
            {s.estimated(conversations, cases.length)}
            {pace !== undefined && `, ${s.estimatedTime(duration((turns * pace) / (Number(props.atOnce) || 1)))}`}
          </span>,
        ],
      ]}
    />
  );
}
