/** The head of every page: its title, one sentence, what can be done here. */
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../strings/strings.ts';
import './common-parts.ts';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** Shown instead of the title where it is a text of another hand. */
  heading?: ReactNode;
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}

export function Page({ title, heading, above, lead, actions, wide = false, children }: PageProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t.name}`;
  }, [title]);
  useEffect(() => {
    // Focus asks for the layout: once the page is painted it is there, and until then it would be reckoned twice.
    const before = document.activeElement;
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        if (document.activeElement === before || before?.isConnected === false) {
          head.current?.focus({ preventScroll: true });
        }
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <div className={wide ? styles.wide : styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          {above && <p className={styles.above}>{above}</p>}
          <h1 ref={head} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{props.title}</h2>
        {props.aside && <span className="quiet small">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}

/** Name and value, side by side where there is room. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
