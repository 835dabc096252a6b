/** One pattern: why it matters, what is asked, and a way to ask it once. */
import type { TargetView } from '@sacred-qa/contracts/house';
import type { PackCase, Pattern } from '@sacred-qa/contracts/pack';
import { useState } from 'react';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { type Page, useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { auditing } from '../../strings/auditing.ts';
import { SeverityMark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said } from '../../ui/said.tsx';
import { Problem } from '../../ui/state.tsx';
import { useFamilyNames } from './family-names.ts';
import styles from './packs.module.css';

const s = auditing.packs;

export function PatternDetail({ pattern }: { pattern: Pattern }) {
  const mayWrite = useMay('write');
  const familyName = useFamilyNames();
  return (
    <>
      <div className={styles.head}>
        <SeverityMark severity={pattern.severity} advisory={!pattern.verified} />
        <h2>{pattern.title}</h2>
        <p className="quiet small">
          {familyName(pattern.family)} · <code>{pattern.id}</code>
        </p>
      </div>
      <Facts
        facts={[
          [s.harm, pattern.harm],
          [s.affected, pattern.affected],
          [s.fix, pattern.fix],
        ]}
      />
      <div>
        <h3>{s.sources}</h3>
        {pattern.references.length === 0 ? (
          <p className="quiet">{s.noSources}</p>
        ) : (
          <ul className={styles.sources}>
            {pattern.references.map((reference) => (
              <li key={reference}>{reference}</li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3>{s.cases}</h3>
        {pattern.cases.map((kase) => (
          <Case key={kase.id} kase={kase} mayAsk={mayWrite} />
        ))}
      </div>
    </>
  );
}

function Case({ kase, mayAsk }: { kase: PackCase; mayAsk: boolean }) {
  return (
    <details className={styles.case}>
      <summary>
        <code>{kase.id}</code>
      </summary>
      {kase.conversations.map((plan, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the conversations of a case never move
        <div key={i} className={styles.turns}>
          {plan.turns.map((turn) => (
            <Said key={turn} text={turn} lang={plan.lang} />
          ))}
        </div>
      ))}
      <p>
        <span className="quiet">{s.expects}:</span> {kase.expect}
      </p>
      {mayAsk && <TryCase kase={kase} />}
    </details>
  );
}

interface Asked {
  lineage_id: string;
  outcome: { kind: 'answered'; text: string } | { kind: 'failed'; code: string; detail: string };
}

function TryCase({ kase }: { kase: PackCase }) {
  const [target, setTarget] = useState('');
  const targets = useGet<Page<TargetView>>('/targets', { limit: '200' });
  const plan = kase.conversations[0];
  const ask = useChange(
    () =>
      change<Asked>('POST', '/qa', {
        target,
        text: plan?.turns[0] ?? '',
        ...(plan?.system === undefined ? {} : { system: plan.system }),
      }),
    ['qa-logs', 'lineage', 'sankalpa'],
  );
  return (
    <div className={styles.try}>
      <select aria-label={s.target} value={target} onChange={(event) => setTarget(event.target.value)}>
        <option value="">{s.chooseTarget}</option>
        {targets.data?.items.map(({ id, spec }) => (
          <option key={id} value={id}>
            {spec.name}
          </option>
        ))}
      </select>
      <button type="button" disabled={target === '' || ask.isPending} onClick={() => ask.mutate(undefined)}>
        {ask.isPending ? s.asking : s.ask}
      </button>
      <div role="status" className={styles.answer}>
        {ask.data?.outcome.kind === 'answered' && (
          <>
            <p className="quiet small">
              <Link href={`/lineage/${ask.data.lineage_id}`}>{s.said}</Link>
            </p>
            <Said text={ask.data.outcome.text} />
          </>
        )}
        {ask.data?.outcome.kind === 'failed' && (
          <p>
            {s.failedWith}: {ask.data.outcome.detail}
          </p>
        )}
      </div>
      {ask.error && <Problem error={ask.error} />}
      <p className="quiet small">{s.judgeNote}</p>
    </div>
  );
}
