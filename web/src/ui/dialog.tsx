/** A native dialog that is open as long as it is rendered. */
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../strings/strings.ts';
import { classes } from './classes.ts';
import styles from './dialog.module.css';

interface DialogProps {
  label: string;
  close: () => void;
  /** Opens near the top, without a title: for the palette. */
  bare?: boolean;
  children: ReactNode;
}

export function Dialog({ label, close, bare = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const opened = dialog.current;
    return () => opened?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is only on the backdrop
    <dialog
      ref={dialog}
      aria-label={label}
      className={classes(bare && styles.bare)}
      onClose={close}
      onCancel={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className={styles.inner}>
        {!bare && <h2>{label}</h2>}
        {children}
        {!bare && (
          <button type="button" className={styles.close} aria-label={t.close} onClick={close}>
            <span aria-hidden="true">{'×'}</span>
          </button>
        )}
      </div>
    </dialog>
  );
}
