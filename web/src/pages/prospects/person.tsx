/** One person: what is known can be changed in place; what happened is read off the rows. */
import type { ProspectView } from '@sacred-qa/contracts/prospect';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import type { ProspectShown } from '../../api/outreach.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { people } from '../../strings/people.ts';
import { Field } from '../../ui/field.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Problem } from '../../ui/state.tsx';
import styles from './prospects.module.css';

const words = people.prospects;
const OWN = Object.keys(words.columns);

export function Person({ prospect }: { prospect: ProspectView }) {
  const mayWrite = useMay('write');
  const { prospect_id: id, person, program } = prospect;
  const shown = useGet<ProspectShown>(`/outreach/prospects/${id}`);
  const columns = [...OWN, ...Object.keys(person).filter((column) => !OWN.includes(column))];
  const happened = Object.entries(words.program).filter(([column]) => (program[column] ?? '') !== '');
  const may = shown.data?.may_write;
  return (
    <>
      <h2>
        <SaidLine text={person.name ?? id} />
      </h2>
      <Facts
        facts={[
          ...happened.map(([column, name]) => [name, <SaidLine key={column} text={program[column] ?? ''} />] as const),
          ...(may === undefined
            ? []
            : [[words.mayWrite, may.kind === 'yes' ? words.yes : words.no(may.reason)] as const]),
        ]}
      />
      {mayWrite ? (
        <Cells id={id} person={person} columns={columns} />
      ) : (
        <Facts
          facts={columns.map((column) => [
            words.columns[column] ?? column,
            <Said key={column} text={person[column] ?? ''} />,
          ])}
        />
      )}
    </>
  );
}

function Cells({ id, person, columns }: { id: string; person: Record<string, string>; columns: string[] }) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const changed = Object.fromEntries(Object.entries(typed).filter(([column, text]) => text !== (person[column] ?? '')));
  const isChanged = Object.keys(changed).length > 0;
  const save = useChange(
    (cells: Record<string, string>) => change('PATCH', `/outreach/prospects/${id}`, { cells }),
    ['outreach'],
    // What is saved is known from now on, whoever changes it next; what was typed meanwhile stays.
    (_, saved) =>
      setTyped((before) => Object.fromEntries(Object.entries(before).filter(([name, text]) => saved[name] !== text))),
  );
  return (
    <form
      className={styles.cells}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save.mutate(changed);
      }}
    >
      {columns.map((column) => (
        <Field key={column} label={words.columns[column] ?? column}>
          {(ids) => {
            const props = {
              ...ids,
              value: typed[column] ?? person[column] ?? '',
              dir: 'auto' as const,
              onChange: (event: { target: { value: string } }) =>
                setTyped((before) => ({ ...before, [column]: event.target.value })),
            };
            return column === 'notes' ? <textarea {...props} rows={3} /> : <input {...props} />;
          }}
        </Field>
      ))}
      <p className={styles.acts}>
        <button type="submit" className="primary" disabled={!isChanged || save.isPending}>
          {words.save}
        </button>
        {isChanged && (
          <button type="button" onClick={() => setTyped({})}>
            {words.undo}
          </button>
        )}
        <span role="status" className="quiet small">
          {save.isSuccess && !isChanged && words.saved}
        </span>
      </p>
      {save.error && <Problem error={save.error} />}
    </form>
  );
}
