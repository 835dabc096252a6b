/** The keyboard: one listener, and whoever is on the page says what it can do. The last list that came takes j and k. */
import { useEffect, useRef } from 'react';

export interface ListKeys {
  move: (by: 1 | -1) => void;
}

const lists: { current: ListKeys }[] = [];

export function useListKeys(keys: ListKeys): void {
  const ref = useRef(keys);
  ref.current = keys;
  useEffect(() => {
    lists.push(ref);
    return () => {
      lists.splice(lists.indexOf(ref), 1);
    };
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

export interface FrameKeys {
  palette: () => void;
  help: () => void;
  back: () => void;
}

/** Modified keys belong to the browser, all but Ctrl or ⌘ with K. */
export function listenToKeys(frame: FrameKeys): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      frame.palette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    const act = actionOf(event.key, frame);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function actionOf(key: string, frame: FrameKeys): (() => void) | null {
  const list = lists.at(-1);
  if (key === '?') return frame.help;
  if (key === '/') return frame.palette;
  if (key === 'Escape') return frame.back;
  if (list !== undefined && key === 'j') return () => list.current.move(1);
  if (list !== undefined && key === 'k') return () => list.current.move(-1);
  return null;
}
