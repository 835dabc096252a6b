/** Which rows of a long list are in view, by the place of the list in whatever scrolls it. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { rowsBetween } from './rows-between.ts';

export interface Visible {
  first: number;
  last: number;
  rowPx: number;
  scrollTo: (index: number) => void;
}

/** The nearest box that scrolls; null for the page itself. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/** As the list before had them, so that a list is drawn right at once, and not a second time after it was measured. */
let lastRowPx = 40;

export function useWindow(list: RefObject<HTMLElement | null>, count: number): Visible {
  const [range, setRange] = useState(() => {
    const [first, last] = rowsBetween(0, window.innerHeight, lastRowPx, count);
    return { first, last, rowPx: lastRowPx };
  });

  const measure = (): void => {
    const element = list.current;
    if (element === null) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const rowPx = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) * rem;
    lastRowPx = rowPx;
    const box = scrollerOf(element)?.getBoundingClientRect();
    const top = element.getBoundingClientRect().top;
    const [first, last] = rowsBetween((box?.top ?? 0) - top, (box?.bottom ?? window.innerHeight) - top, rowPx, count);
    setRange((before) =>
      before.first === first && before.last === last && before.rowPx === rowPx ? before : { first, last, rowPx },
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the number of rows changes
  useLayoutEffect(measure, [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handler only needs the number of rows
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
    };
  }, [count]);

  const scrollTo = (index: number): void => {
    const element = list.current;
    if (element === null) return;
    const scroller = scrollerOf(element);
    const box = scroller?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
    const top = element.getBoundingClientRect().top + index * range.rowPx;
    const margin = range.rowPx * 2;
    const by = top < box.top + margin ? top - box.top - margin : Math.max(0, top + margin - box.bottom);
    if (by !== 0) (scroller ?? window).scrollBy({ top: by });
  };

  return { ...range, last: Math.min(range.last, count), scrollTo };
}
