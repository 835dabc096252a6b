/** Go anywhere by typing: pages, acts, any id of a lineage, and sankalpa by their text. */
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { useDeferredValue, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { type Page, useGet } from '../api/queries.ts';
import { routes } from '../routes.ts';
import { frame } from '../strings/frame.ts';
import { t } from '../strings/strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SaidLine } from '../ui/said.tsx';
import styles from './palette.module.css';
import { useMay } from './session.ts';

interface Entry {
  key: string;
  to: string;
  title: string;
  kind: string;
  lang?: string;
}

const LINEAGE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21,22}(\.\d{1,9})?$/i;
const FEWEST_LETTERS = 3;

export function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [, go] = useLocation();
  const list = useId();
  const entries = useEntries(text.trim());
  const at = Math.min(active, entries.length - 1);

  const open = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    close();
    go(entry.to);
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setActive(Math.min(at + 1, entries.length - 1));
    else if (key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (key === 'Enter') open(entries[at]);
    else return false;
    return true;
  };

  return (
    <Dialog label={frame.palette.title} close={close} bare>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={entries[at] ? `${list}-${at}` : undefined}
        aria-label={frame.palette.title}
        placeholder={frame.palette.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (onKey(event.key)) event.preventDefault();
        }}
        autoFocus
      />
      {entries.length === 0 ? (
        <p className={styles.none}>{frame.palette.none}</p>
      ) : (
        <div id={list} role="listbox" aria-label={frame.palette.title} className={styles.list}>
          {entries.map((entry, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
            <div
              key={entry.key}
              id={`${list}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={styles.option}
              onClick={() => open(entry)}
              onPointerMove={() => setActive(i)}
            >
              {entry.lang === undefined ? (
                <span>{entry.title}</span>
              ) : (
                <SaidLine text={entry.title} lang={entry.lang} />
              )}
              <span className="quiet small">{entry.kind}</span>
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}

function useEntries(text: string): Entry[] {
  const mayWrite = useMay('write');
  const asked = useDeferredValue(text);
  const found = useGet<Page<SankalpaView>>(
    '/sankalpa',
    { q: asked, limit: '8' },
    { enabled: asked.length >= FEWEST_LETTERS },
  );
  if (LINEAGE_ID.test(text)) {
    return [{ key: text, to: `/lineage/${text.toLowerCase()}`, title: text, kind: frame.palette.kinds.lineage }];
  }
  const fixed: Entry[] = [
    ...routes.flatMap(({ path, title }) =>
      title === undefined ? [] : [{ key: path, to: path, title: t.pages[title], kind: frame.palette.kinds.page }],
    ),
    ...(mayWrite
      ? [
          { key: 'declare', to: '/sankalpas?declare=1', title: t.acts.declare, kind: frame.palette.kinds.act },
          { key: 'audit', to: '/audits/new', title: t.acts.audit, kind: frame.palette.kinds.act },
          { key: 'target', to: '/targets?add=1', title: t.acts.target, kind: frame.palette.kinds.act },
        ]
      : []),
  ];
  const wanted = text.toLowerCase();
  const sankalpa = (text.length >= FEWEST_LETTERS ? (found.data?.items ?? []) : []).map((item) => ({
    key: item.id,
    to: `/lineage/${item.lineage_id}`,
    title: item.text,
    kind: frame.palette.kinds.sankalpa,
    lang: item.language,
  }));
  return [...fixed.filter(({ title }) => title.toLowerCase().includes(wanted)), ...sankalpa];
}
