/** Where a number comes from: its formula, and each query behind it with parameters and answer, run again. */
import { useState } from 'react';
import type { Explained, WeekView } from '../../api/metrics.ts';
import { useGet } from '../../api/queries.ts';
import { metrics as words } from '../../strings/metrics.ts';
import { Command } from '../../ui/command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { numberIn } from '../../ui/format.ts';
import { Facts } from '../../ui/page.tsx';
import { Json, SaidLine } from '../../ui/said.tsx';
import { Shown } from '../../ui/state.tsx';
import styles from './metrics.module.css';

const ROWS_SHOWN = 20;

export function Explain({ name, week, close }: { name: string; week: WeekView; close: () => void }) {
  // As of the moment at which the number was read, so that the answer is the number that was pressed.
  const [asOf] = useState(week.as_of);
  const filter = { week_of: week.week_of, campaign: week.campaign ?? undefined, as_of: asOf, name };
  const explained = useGet<Explained>('/outreach/metrics/explain', filter);
  const alone = week.campaign === null ? '' : ` --campaign ${week.campaign}`;
  return (
    <Dialog label={words.explainTitle} close={close}>
      <Shown query={explained} rows={8}>
        {({ figures, queries }) => (
          <div className={styles.explained}>
            {figures.map(({ id, value, from }) => (
              <Facts
                key={id}
                facts={[
                  [words.name, <SaidLine key="name" text={id} />],
                  [words.value, numberIn(value)],
                  [words.from, <SaidLine key="from" text={from} />],
                ]}
              />
            ))}
            {queries.map((query) => (
              <Query key={query.name} query={query} />
            ))}
            <p className="quiet small">{words.inTerminal}</p>
            <Command line={`npx studio metrics explain '${name}' --week ${week.week}${alone}`} />
          </div>
        )}
      </Shown>
    </Dialog>
  );
}

function Query({ query: { name, counts, sql, params, rows } }: { query: Explained['queries'][number] }) {
  const left = (rows?.length ?? 0) - ROWS_SHOWN;
  return (
    <section className={styles.explained}>
      <h3>{name}</h3>
      <p>{counts}</p>
      <pre className={styles.sql}>{sql}</pre>
      <h4>{words.parameters}</h4>
      <pre className={styles.sql}>
        {params.map((one, i) => `$${i + 1} = ${one === null ? 'null' : `'${one}'`}`).join('\n')}
      </pre>
      {rows !== null && (
        <>
          <h4>{words.rows(rows.length)}</h4>
          <Json value={rows.slice(0, ROWS_SHOWN)} />
          {left > 0 && <p className="quiet small">{words.moreRows(left)}</p>}
        </>
      )}
    </section>
  );
}
