/** What a page shows when it has nothing to show yet, nothing at all, or something went wrong. */
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';
import { t } from '../strings/strings.ts';
import { Command } from './command.tsx';
import styles from './state.module.css';

/** A placeholder of the final size: so many rows. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      <span className="sr-only">{t.state.loading}</span>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <div key={i} className={styles.placeholder} style={{ inlineSize: `${92 - ((i * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** Teaches the next step, with the very command that does it. */
export function Empty(props: { title: string; text: string; command?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
      {props.command !== undefined && <Command line={props.command} />}
    </div>
  );
}

export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  const problem = error instanceof ApiProblem ? error : null;
  const offline = problem?.code === 'offline';
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.what}>{offline ? t.state.offline : t.problems[problem?.code ?? 'internal']}</p>
      {!offline && problem !== null && <p>{problem.message}</p>}
      {problem !== null && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> {detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.requestId && (
        <p className="quiet small">
          {t.state.requestId} <code>{problem.requestId}</code>
        </p>
      )}
      {retry && (
        <button type="button" onClick={retry}>
          {t.state.tryAgain}
        </button>
      )}
    </div>
  );
}

interface Asked<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** The answer of a query, or the state it is in. What was read once stays while it is read again. */
export function Shown<Data>(props: { query: Asked<Data>; rows?: number; children: (data: Data) => ReactNode }) {
  const { query, rows, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}

/** A list that is read page by page: waiting, failed, empty, or its rows. */
export function ListState(props: {
  query: Asked<unknown>;
  isEmpty: boolean;
  isFiltered?: boolean;
  empty: ReactNode;
  children: ReactNode;
}) {
  const { query, isEmpty, isFiltered = false, empty, children } = props;
  if (query.data === undefined && query.error === null) return <Loading rows={10} />;
  if (query.data === undefined && query.error)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!isEmpty) return children;
  return isFiltered ? <Empty title={t.list.none} text={t.list.noneText} /> : empty;
}
