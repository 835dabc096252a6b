/** A command line to be copied whole. */
import { useState } from 'react';
import { t } from '../strings/strings.ts';
import styles from './command.module.css';

const TOLD_MS = 2000;

export function Command({ line }: { line: string }) {
  return (
    <div className={styles.command}>
      <code>{line}</code>
      <Copy text={line} />
    </div>
  );
}

export function Copy({ text, label = t.copy.copy }: { text: string; label?: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // A page that is not on this machine may not use the clipboard without TLS.
      setState('refused');
    }
    window.setTimeout(() => setState('ready'), TOLD_MS);
  };
  return (
    <button type="button" className={styles.copy} onClick={() => void copy()}>
      {state === 'ready' ? label : state === 'copied' ? t.copy.copied : t.copy.refused}
    </button>
  );
}
