/** The form that declares a sankalpa: counted in what a reader counts, checked while it is typed. */
import { CONTEXT_GRAPHEMES_MAX, countGraphemes, TEXT_GRAPHEMES } from '@sacred-qa/contracts/graphemes';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { change } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { useChange } from '../../api/queries.ts';
import { sankalpas } from '../../strings/sankalpas.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/state.tsx';
import { type Fault, faultsOf, type Typed } from './declaration.ts';
import styles from './declare.module.css';

const MOST: Partial<Record<keyof Typed, number>> = { text: TEXT_GRAPHEMES.max, context: CONTEXT_GRAPHEMES_MAX };

function sentenceOf(fault: Fault | undefined, field: keyof Typed): string | null {
  if (fault === undefined) return null;
  if (fault === 'too_short') return sankalpas.tooShort(TEXT_GRAPHEMES.min);
  return fault === 'too_long' ? sankalpas.tooLong(MOST[field] ?? 0) : sankalpas.kindFault;
}

export function Declare({ close }: { close: () => void }) {
  const [typed, setTyped] = useState<Typed>({ text: '', context: '', kind: 'intention' });
  const [asked, setAsked] = useState(false);
  const [, go] = useLocation();
  // The same words sent twice, by a double click or after a lost answer, are one sankalpa; mended words are another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new word for each new text
  const once = useMemo(newOnce, [typed]);
  // Counting a long text takes longer than a key press.
  const checked = useDeferredValue(typed);
  const faults = useMemo(() => faultsOf(checked), [checked]);
  const declare = useChange(
    (given: Typed) =>
      change<{ lineage_id?: string }>(
        'POST',
        '/sankalpa',
        { text: given.text, kind: given.kind, ...(given.context.trim() === '' ? {} : { context: given.context }) },
        once,
      ),
    ['sankalpa', 'lineage'],
    ({ lineage_id }) => {
      close();
      if (lineage_id !== undefined) go(`/lineage/${lineage_id}`);
    },
  );
  // A field that was not yet touched is not called wrong.
  const shown = (field: keyof Typed): string | null =>
    asked || typed[field] !== '' ? sentenceOf(faults[field], field) : null;
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const used = (field: 'text' | 'context'): string => {
    const most = MOST[field] ?? 0;
    return sankalpas.textHint(countGraphemes(checked[field].trim(), most), most);
  };

  return (
    <Dialog label={sankalpas.declare} close={close}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (Object.keys(faultsOf(typed)).length === 0) declare.mutate(typed);
        }}
      >
        <Field label={sankalpas.text} hint={used('text')} fault={shown('text')}>
          {(ids) => <textarea {...ids} value={typed.text} onChange={set('text')} dir="auto" rows={5} autoFocus />}
        </Field>
        <Field label={sankalpas.context} hint={used('context')} fault={shown('context')}>
          {(ids) => <textarea {...ids} value={typed.context} onChange={set('context')} dir="auto" rows={3} />}
        </Field>
        <Field label={sankalpas.kind} hint={sankalpas.kindHint} fault={shown('kind')}>
          {(ids) => <input {...ids} value={typed.kind} onChange={set('kind')} spellCheck={false} />}
        </Field>
        {declare.error && <Problem error={declare.error} />}
        <p className={styles.actions}>
          <button type="submit" className="primary" disabled={declare.isPending}>
            {sankalpas.submit}
          </button>
          <button type="button" onClick={close}>
            {sankalpas.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
