/** Which rows of a long list are put into the page. Pure. */
const OVERSCAN = 12;
/** More are never in the page, however high the screen. */
const MOST_ROWS = 160;

/** The rows between two heights of the list, with a few on either side. */
export function rowsBetween(
  topPx: number,
  bottomPx: number,
  rowPx: number,
  count: number,
): [first: number, last: number] {
  const first = Math.max(0, Math.min(count, Math.floor(topPx / rowPx) - OVERSCAN));
  const last = Math.max(first, Math.min(count, Math.ceil(bottomPx / rowPx) + OVERSCAN, first + MOST_ROWS));
  return [first, last];
}
