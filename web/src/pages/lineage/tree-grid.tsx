/** The tree as a treegrid: arrows move, open and close; only the rows in view are in the page. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useListKeys } from '../../frame/keys.ts';
import { lineage } from '../../strings/lineage.ts';
import { duration } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWindow } from '../../ui/window.ts';
import { nameOf, noteOf, outcomeOf } from './kind.ts';
import styles from './lineage.module.css';
import type { TreeRow } from './tree.ts';
import { CHILDREN_MOST, type TreeView } from './use-tree.ts';

interface TreeGridProps {
  view: TreeView;
  selected: string;
  select: (id: string) => void;
}

/** Deeper rows are no longer pushed to the right: there would be no room for their words. */
const DEEPEST_INDENT = 10;

export function TreeGrid({ view, selected, select }: TreeGridProps) {
  const list = useRef<HTMLDivElement>(null);
  const { rows } = view;
  const { first, last, rowPx, scrollTo } = useWindow(list, rows.length);
  const at = rows.findIndex((row) => row.kind === 'node' && row.node.lineage_id === selected);
  const wantsFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row comes into view when another is chosen
  useEffect(() => {
    if (at >= 0) scrollTo(at);
  }, [selected, at >= 0]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row) {
      row.focus({ preventScroll: true });
      wantsFocus.current = false;
    }
  });

  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row?.kind === 'more') view.showMore(row.parent.lineage_id);
    if (row?.kind !== 'node') return;
    wantsFocus.current = true;
    select(row.node.lineage_id);
  };
  useListKeys({ move: (by) => go(at + by) });

  const onKey = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row?.kind !== 'node') return;
    const act = actionOf(event.key, row);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const actionOf = (key: string, row: Extract<TreeRow, { kind: 'node' }>): (() => void) | null => {
    const id = row.node.lineage_id;
    const isOpen = row.open && row.children !== false;
    if (key === 'ArrowDown') return () => go(at + 1);
    if (key === 'ArrowUp') return () => go(at - 1);
    if (key === 'Home') return () => go(0);
    if (key === 'End') return () => go(rows.length - 1);
    if (key === 'ArrowRight') return isOpen ? () => go(at + 1) : () => view.toggle(id, true);
    if (key !== 'ArrowLeft') return null;
    if (isOpen) return () => view.toggle(id, false);
    const parent = row.node.parent_lineage_id;
    return parent === null
      ? null
      : () => go(rows.findIndex((one) => one.kind === 'node' && one.node.lineage_id === parent));
  };

  return (
    <div className={styles.scroller}>
      <div
        ref={list}
        role="treegrid"
        aria-label={lineage.tree}
        aria-rowcount={rows.length}
        className={styles.grid}
        style={{ height: rows.length * rowPx }}
        onKeyDown={onKey}
        tabIndex={-1}
      >
        {rows.slice(first, last).map((row, i) => (
          <Row
            key={row.kind === 'node' ? row.node.lineage_id : `${row.parent.lineage_id} more`}
            row={row}
            index={first + i}
            topPx={(first + i) * rowPx}
            isSelected={first + i === at}
            isEntry={at < 0 && i === 0}
            view={view}
            select={select}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: TreeRow;
  index: number;
  topPx: number;
  isSelected: boolean;
  isEntry: boolean;
  view: TreeView;
  select: (id: string) => void;
}

function Row({ row, index, topPx, isSelected, isEntry, view, select }: RowProps) {
  const style = {
    transform: `translateY(${topPx}px)`,
    paddingInlineStart: `${Math.min(row.level - 1, DEEPEST_INDENT) * 1.1}rem`,
  };
  if (row.kind === 'more') {
    const canMore = row.shown < CHILDREN_MOST;
    return (
      <div
        role="row"
        aria-rowindex={index + 1}
        aria-level={row.level}
        className={styles.row}
        style={style}
        tabIndex={-1}
      >
        <span role="gridcell">
          {canMore ? (
            <button type="button" className="plain" onClick={() => view.showMore(row.parent.lineage_id)}>
              {lineage.more(row.shown)}
            </button>
          ) : (
            <span className="quiet">{lineage.mostShown(CHILDREN_MOST)}</span>
          )}
        </span>
      </div>
    );
  }
  const { node, children, open } = row;
  const end = view.ends.get(node.lineage_id);
  const outcome = outcomeOf(node, end);
  const took = node.duration_ms ?? end?.duration_ms ?? null;
  const canOpen = children !== false;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={canOpen ? open : undefined}
      aria-selected={isSelected}
      tabIndex={isSelected || isEntry ? 0 : -1}
      className={styles.row}
      style={style}
      onClick={() => select(node.lineage_id)}
    >
      <span role="gridcell" className={styles.name}>
        {/* The mouse's way; the keyboard has the arrows, and a reader is told by the row. */}
        <span
          aria-hidden="true"
          className={styles.twist}
          data-open={canOpen ? open : undefined}
          onClick={(event) => {
            event.stopPropagation();
            view.toggle(node.lineage_id, !open);
          }}
        />
        <span className={styles.words}>
          {nameOf(node)} <span className="quiet small">{noteOf(node)}</span>
        </span>
      </span>
      <span role="gridcell" className="quiet small">
        {node.agent_name}
      </span>
      <span role="gridcell" className="quiet small number">
        {took === null ? '' : duration(took)}
      </span>
      <span role="gridcell">{outcome.tone === 'passed' ? null : <Mark {...outcome} />}</span>
    </div>
  );
}
