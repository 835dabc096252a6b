/** The way in: a key, and where it lies. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { change } from '../api/client.ts';
import { frame } from '../strings/frame.ts';
import { t } from '../strings/strings.ts';
import { Command } from '../ui/command.tsx';
import { Problem } from '../ui/state.tsx';
import styles from './sign-in.module.css';

export function SignIn() {
  const [key, setKey] = useState('');
  const field = useId();
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: () => change('POST', '/session', { key: key.trim() }),
    onSuccess: () => client.resetQueries(),
    networkMode: 'always',
  });
  return (
    <main className={styles.page}>
      <title>{`${frame.signIn.title} · ${t.name}`}</title>
      <p className={styles.name}>{t.name}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <h1>{frame.signIn.title}</h1>
        <label htmlFor={field}>{frame.signIn.key}</label>
        <input
          id={field}
          type="password"
          value={key}
          onChange={(event) => setKey(event.target.value)}
          autoComplete="current-password"
          placeholder="sqs_…"
          spellCheck={false}
          required
          // biome-ignore lint/a11y/noAutofocus: the page has this one field
          autoFocus
        />
        <button type="submit" className="primary" disabled={signIn.isPending}>
          {frame.signIn.signIn}
        </button>
        {signIn.error && <Problem error={signIn.error} />}
      </form>
      <div className={styles.where}>
        <h2>{frame.signIn.where}</h2>
        <p>{frame.signIn.link}</p>
        <p>{frame.signIn.file}</p>
        <Command line="cat .studio/admin.key" />
        <p>{frame.signIn.more}</p>
        <Command line={frame.signIn.mint} />
      </div>
    </main>
  );
}
