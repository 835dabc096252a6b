/**
 * A list of any length of which only the rows in view are in the page. All rows have one height, given by CSS (--row).
 * Each row is a link or a button, so that Tab, Enter and a screen reader find what they know; j and k move between them.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useListKeys } from '../frame/keys.ts';
import { classes } from './classes.ts';
import styles from './rows.module.css';
import { useWindow } from './window.ts';

interface RowsProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  /** Called when the reader nears the end. */
  more?: () => void;
  /** Two lines a row where the screen is narrow. */
  tall?: boolean;
}

const NEAR_END = 20;

export function Rows<Item>({ label, items, keyOf, render, more, tall = false }: RowsProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const [active, setActive] = useState(-1);
  const { first, last, rowPx, scrollTo } = useWindow(list, items.length);

  useEffect(() => {
    if (more !== undefined && last >= items.length - NEAR_END) more();
  }, [more, last, items.length]);

  const focus = (index: number): void => {
    const to = Math.max(0, Math.min(items.length - 1, index));
    setActive(to);
    scrollTo(to);
    // The row may only be in the page after the scroll.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-index="${to}"] :is(a, button)`)?.focus({ preventScroll: true }),
      ),
    );
  };
  useListKeys({ move: (by) => focus(active + by) });

  return (
    <ol
      ref={list}
      className={classes(styles.rows, tall && styles.tall)}
      aria-label={label}
      style={{ height: items.length * rowPx }}
    >
      {items.slice(first, last).map((item, i) => (
        <li
          key={keyOf(item)}
          data-index={first + i}
          className={styles.row}
          style={{ transform: `translateY(${(first + i) * rowPx}px)` }}
          aria-setsize={items.length}
          aria-posinset={first + i + 1}
          onFocus={() => setActive(first + i)}
        >
          {render(item)}
        </li>
      ))}
    </ol>
  );
}

/** What a row is about; cut where the line ends. */
export const RowTitle = ({ children }: { children: ReactNode }) => <span className={styles.title}>{children}</span>;

/** What is told beside it; `spare`: only where there is room. */
export const RowNote = (props: { children: ReactNode; width?: string; spare?: boolean }) => (
  <span
    className={classes(styles.note, props.spare && styles.spare)}
    style={props.width === undefined ? undefined : { width: props.width }}
  >
    {props.children}
  </span>
);
