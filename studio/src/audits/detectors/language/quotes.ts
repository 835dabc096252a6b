/** Owns whether a place in a text stands between quotation marks on its line. */

export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [after = ''] = text.slice(end).split('\n');
  // An odd number of straight marks before the place means that one is open.
  const straight = (before.match(/"/gu)?.length ?? 0) % 2 === 1 && after.includes('"');
  const single = /(?:^|[\s(:,])'[^']*$/u.test(before) && /^[^']*'/u.test(after);
  const curved = /[“«][^”»]*$/u.test(before) && /^[^“«]*[”»]/u.test(after);
  return straight || single || curved;
}
