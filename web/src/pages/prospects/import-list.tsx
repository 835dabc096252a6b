/** Takes a CSV list over: read, shown cell by cell against what is known, and only then taken. */
import type { Imported } from '@sacred-qa/contracts/prospect';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import type { ListRow } from '../../api/outreach.ts';
import { useChange } from '../../api/queries.ts';
import { people } from '../../strings/people.ts';
import { Field } from '../../ui/field.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Problem } from '../../ui/state.tsx';
import styles from './prospects.module.css';

const words = people.prospects;
/** A request holds a million characters; Base64 adds a third. */
const FILE_BYTES_MAX = 700_000;
const REQUEST_ROWS = 500;

async function readFile(file: File): Promise<ListRow[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In parts: a call takes only so many arguments.
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  const path = '/outreach/prospects/import/read';
  return (await change<{ rows: ListRow[] }>('POST', path, { csv_base64: btoa(text) })).rows;
}

const NOTHING: Imported = { added: [], updated: [], unchanged: [], differing: [], changes: [], refused: [] };

async function send(rows: readonly ListRow[], update: boolean, preview: boolean): Promise<Imported> {
  let total = NOTHING;
  for (let i = 0; i < rows.length; i += REQUEST_ROWS) {
    const part = { rows: rows.slice(i, i + REQUEST_ROWS), update, preview };
    const done = await change<Imported>('POST', '/outreach/prospects/import', part);
    total = {
      added: [...total.added, ...done.added],
      updated: [...total.updated, ...done.updated],
      unchanged: [...total.unchanged, ...done.unchanged],
      differing: [...total.differing, ...done.differing],
      changes: [...total.changes, ...done.changes],
      refused: [...total.refused, ...done.refused],
    };
  }
  return total;
}

export function ImportList() {
  const [rows, setRows] = useState<ListRow[] | null>(null);
  const [update, setUpdate] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const look = useChange(async ({ list, over }: { list: ListRow[]; over: boolean }) => send(list, over, true), []);
  const read = useChange(readFile, [], (list) => {
    setRows(list);
    look.mutate({ list, over: update });
  });
  const take = useChange(() => send(rows ?? [], update, false), ['outreach']);
  const chosen = (file: File | undefined): void => {
    take.reset();
    look.reset();
    setTooLarge(file !== undefined && file.size > FILE_BYTES_MAX);
    if (file !== undefined && file.size <= FILE_BYTES_MAX) read.mutate(file);
  };
  const fault = read.error ?? look.error ?? take.error;
  return (
    <div className={styles.import}>
      <Field label={words.file} hint={words.fileHint} fault={isTooLarge ? words.tooLarge : null}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            // One list at a time: of two that are read at once, either could come last.
            disabled={read.isPending || look.isPending || take.isPending}
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => chosen(event.target.files?.[0])}
          />
        )}
      </Field>
      {fault && <Problem error={fault} />}
      {look.data && rows && (
        <>
          <h3>{words.would}</h3>
          <Outcome imported={look.data} />
          {look.data.changes.length > 0 && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={update}
                onChange={(event) => {
                  setUpdate(event.target.checked);
                  look.mutate({ list: rows, over: event.target.checked });
                }}
              />
              {words.update}
            </label>
          )}
          <p className={styles.acts}>
            <button
              type="button"
              className="primary"
              disabled={take.isPending || take.isSuccess || look.isPending}
              onClick={() => take.mutate(undefined)}
            >
              {words.take}
            </button>
            <span role="status">{take.isSuccess && words.done}</span>
          </p>
        </>
      )}
    </div>
  );
}

function Outcome({ imported }: { imported: Imported }) {
  const { added, updated, unchanged, differing, changes, refused } = imported;
  const lines: [n: number, text: string][] = [
    [added.length, words.added(added.length)],
    [updated.length, words.changed(updated.length)],
    [differing.length, words.kept(differing.length)],
    [unchanged.length, words.same(unchanged.length)],
    [refused.length, words.refused(refused.length)],
  ];
  return (
    <>
      <ul>
        {lines.map(([n, text]) => n > 0 && <li key={text}>{text}</li>)}
        {lines.every(([n]) => n === 0) && <li>{words.nothing}</li>}
      </ul>
      {refused.length > 0 && (
        <ul className="small">
          {refused.map(({ line, reason }) => (
            <li key={line}>
              {words.atLine(line)} <SaidLine text={reason} />
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <table className={styles.changes}>
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.known}</th>
              <th scope="col">{words.given}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ line, prospect_id, column, known, given }) => (
              <tr key={`${line} ${column}`}>
                <td>{prospect_id}</td>
                <td>{words.columns[column] ?? column}</td>
                <td>
                  <SaidLine text={known} />
                </td>
                <td>
                  <SaidLine text={given} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
