/** A list with what is chosen beside it; on a narrow screen one takes the place of the other. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../strings/strings.ts';
import { classes } from './classes.ts';
import styles from './split.module.css';

export function Split(props: { list: ReactNode; detail: ReactNode | null; label: string; back: string }) {
  const open = props.detail !== null;
  return (
    <div className={classes(styles.split, open && styles.open)}>
      <div className={styles.list}>{props.list}</div>
      <section className={styles.detail} aria-label={props.label} hidden={!open}>
        {open && (
          <p className={styles.back}>
            <Link href={props.back} data-back>
              {t.list.back}
            </Link>
          </p>
        )}
        {props.detail}
      </section>
    </div>
  );
}
