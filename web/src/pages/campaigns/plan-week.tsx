/** Plans a campaign for a week: what is wrong with its copy is shown, and nothing leaves. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import type { CopyCheck } from '../../api/outreach.ts';
import { useChange } from '../../api/queries.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { addDays, dayWords, isDay, istDay, mondayOf, weekdayOf } from '../../ui/days.ts';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/state.tsx';
import styles from './campaigns.module.css';
import { Copy } from './copy.tsx';

interface Chosen {
  name: string;
  /** Its Monday. */
  week: string;
}

export function PlanWeek({ names }: { names: string[] }) {
  const [, go] = useLocation();
  const [name, setName] = useState(names[0] ?? '');
  const [week, setWeek] = useState(addDays(mondayOf(istDay(new Date().toISOString())), 7));
  const ask = (step: 'check' | 'plan') => (of: Chosen) =>
    change<CopyCheck>('POST', `/outreach/campaigns/${encodeURIComponent(of.name)}/${step}`, { week_of: of.week });
  const check = useChange(ask('check'), []);
  // By what was asked for, not by what is chosen when the answer comes.
  const plan = useChange(ask('plan'), ['outreach'], (copy, of) => {
    if (copy.errors.length === 0 && copy.missing.length === 0) go(`/campaigns/${of.name}?week=${of.week}`);
  });
  const isMonday = isDay(week) && weekdayOf(week) === 1;
  const copy = plan.data ?? check.data;
  const fault = plan.error ?? check.error;
  return (
    <form
      className={styles.plan}
      onSubmit={(event) => {
        event.preventDefault();
        check.reset();
        plan.mutate({ name, week });
      }}
    >
      <Field label={words.campaign}>
        {(ids) => (
          <select {...ids} value={name} onChange={(event) => setName(event.target.value)}>
            {names.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={words.weekOf}
        hint={isDay(week) ? words.weekFrom(dayWords(week)) : words.needMonday}
        fault={isMonday ? null : words.notMonday}
      >
        {(ids) => (
          <input {...ids} type="date" value={week} onChange={(event) => setWeek(event.target.value)} required />
        )}
      </Field>
      <p className={styles.acts}>
        <button type="submit" className="primary" disabled={!isMonday || name === '' || plan.isPending}>
          {words.plan}
        </button>
        <button
          type="button"
          disabled={!isMonday || name === '' || check.isPending}
          onClick={() => {
            plan.reset();
            check.mutate({ name, week });
          }}
        >
          {words.check}
        </button>
      </p>
      {fault && <Problem error={fault} />}
      {copy && <Copy copy={copy} />}
    </form>
  );
}
