/** Records an engagement, or changes what was agreed in one. */
import type { EngagementView } from '@sacred-qa/contracts/engagement';
import { useMemo, useState } from 'react';
import { change } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { useChange } from '../../api/queries.ts';
import { engagements as s } from '../../strings/engagements.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { paiseOf, typedRupees } from '../../ui/rupees.ts';
import { Problem } from '../../ui/state.tsx';
import styles from './engagements.module.css';

interface FormProps {
  /** Null for a new one. */
  engagement: EngagementView | null;
  close: () => void;
  saved: (engagement: EngagementView) => void;
}

const typedOf = (engagement: EngagementView | null) => ({
  client: engagement?.client ?? '',
  scope: engagement?.scope ?? '',
  price: engagement === null ? '' : typedRupees(engagement.price_paise),
  users: engagement?.monthly_users?.toString() ?? '',
  loss:
    engagement === null || engagement.loss_per_case_paise === null ? '' : typedRupees(engagement.loss_per_case_paise),
});

export function EngagementForm({ engagement, close, saved }: FormProps) {
  const [typed, setTyped] = useState(() => typedOf(engagement));
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  // The same words sent twice, by a double click or after a lost answer, are one engagement.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another engagement
  const once = useMemo(newOnce, [typed]);
  const fault = (text: string): string | null => (text === '' || paiseOf(text) !== null ? null : s.priceFault);
  const isWrong = paiseOf(typed.price) === null || fault(typed.loss) !== null;
  const save = useChange(
    () => {
      const users = typed.users === '' ? null : Number(typed.users);
      const loss = paiseOf(typed.loss);
      const agreed = { scope: typed.scope.trim(), price_paise: paiseOf(typed.price) };
      if (engagement !== null) {
        const figures = { monthly_users: users, loss_per_case_paise: loss };
        return change<EngagementView>('PATCH', `/engagements/${engagement.id}`, { ...agreed, ...figures });
      }
      return change<EngagementView>(
        'POST',
        '/engagements',
        {
          client: typed.client.trim(),
          ...agreed,
          ...(users === null ? {} : { monthly_users: users }),
          ...(loss === null ? {} : { loss_per_case_paise: loss }),
        },
        once,
      );
    },
    ['engagements', 'lineage', 'sankalpa'],
    saved,
  );
  return (
    <Dialog label={engagement === null ? s.add : s.change} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) save.mutate(undefined);
        }}
      >
        {engagement === null && (
          <Field label={s.client}>
            {(ids) => (
              <input {...ids} value={typed.client} onChange={set('client')} required maxLength={200} dir="auto" />
            )}
          </Field>
        )}
        <Field label={s.scope} hint={s.scopeHint}>
          {(ids) => (
            <textarea
              {...ids}
              value={typed.scope}
              onChange={set('scope')}
              required
              maxLength={2000}
              rows={3}
              dir="auto"
            />
          )}
        </Field>
        <Field label={s.price} fault={fault(typed.price)}>
          {(ids) => <input {...ids} value={typed.price} onChange={set('price')} required inputMode="decimal" />}
        </Field>
        <Field label={s.users} hint={s.figuresHint}>
          {(ids) => (
            <input {...ids} value={typed.users} onChange={set('users')} type="number" min={1} max={2_000_000_000} />
          )}
        </Field>
        <Field label={s.loss} hint={s.figuresHint} fault={fault(typed.loss)}>
          {(ids) => <input {...ids} value={typed.loss} onChange={set('loss')} inputMode="decimal" />}
        </Field>
        {save.error && <Problem error={save.error} />}
        <p className={styles.acts}>
          <button type="submit" className="primary" disabled={save.isPending}>
            {s.save}
          </button>
          <button type="button" onClick={close}>
            {s.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
