/** Registers an OpenAI-compatible target; other protocols are described in a file, by the command line. */
import type { TargetView } from '@sacred-qa/contracts/house';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { auditing } from '../../strings/auditing.ts';
import { Command } from '../../ui/command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/state.tsx';
import styles from './targets.module.css';

const s = auditing.targets;

export function AddTarget({ close, added }: { close: () => void; added?: (target: TargetView) => void }) {
  const [typed, setTyped] = useState({ name: '', url: '', model: '', key: '', allowed: '' });
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const wrongUrl = typed.url !== '' && !/^https?:\/\/\S+$/.test(typed.url.trim());
  const save = useChange(
    () =>
      change<TargetView>('POST', '/targets', {
        spec: {
          kind: 'openai',
          name: typed.name.trim(),
          url: typed.url.trim(),
          model: typed.model.trim(),
          ...(typed.key.trim() === '' ? {} : { key_env: typed.key.trim() }),
        },
        ...(typed.allowed.trim() === '' ? {} : { scope: { allowed_by: typed.allowed.trim() } }),
      }),
    ['targets'],
    (target) => {
      close();
      added?.(target);
    },
  );
  return (
    <Dialog label={s.add} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrongUrl) save.mutate(undefined);
        }}
      >
        <Field label={s.name} hint={s.nameHint}>
          {(ids) => <input {...ids} value={typed.name} onChange={set('name')} required maxLength={200} dir="auto" />}
        </Field>
        <Field label={s.url} hint={s.urlHint} fault={wrongUrl ? s.urlFault : null}>
          {(ids) => (
            <input
              {...ids}
              value={typed.url}
              onChange={set('url')}
              required
              inputMode="url"
              spellCheck={false}
              placeholder="http://127.0.0.1:7301/v1"
            />
          )}
        </Field>
        <Field label={s.model}>
          {(ids) => <input {...ids} value={typed.model} onChange={set('model')} required spellCheck={false} />}
        </Field>
        <Field label={s.keyEnv} hint={s.keyEnvHint}>
          {(ids) => <input {...ids} value={typed.key} onChange={set('key')} spellCheck={false} />}
        </Field>
        <Field label={s.allowedBy} hint={s.allowedHint}>
          {(ids) => <input {...ids} value={typed.allowed} onChange={set('allowed')} dir="auto" />}
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
      <div className={styles.other}>
        <p>{s.otherKinds}</p>
        <Command line={s.otherCommand} />
      </div>
    </Dialog>
  );
}
