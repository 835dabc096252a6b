/** Owns what a reader of Indian scripts takes for one letter: a cluster is never parted. */

const JOINS_NEXT = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d]\u200d?$/u;
/** Tamil's pulli parts letters, but for க்ஷ and ஸ்ரீ. */
const TAMIL_PAIR = /^(?:க்ஷ|ஸ்ரீ)/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters as read; a conjunct is one letter even where the Unicode rules of its script part it. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = clusters.at(-1);
    const joins = last !== undefined && (JOINS_NEXT.test(last) || TAMIL_PAIR.test(last + segment));
    if (joins && /^\p{L}/u.test(segment)) clusters[clusters.length - 1] += segment;
    else clusters.push(segment);
  }
  return clusters;
}

/** The first `count` letters, whole. */
export function firstClusters(text: string, count: number): string {
  return clustersOf(text).slice(0, count).join('').trimEnd();
}

/** Cut as a careless product cuts: behind a code point, so that the sign of a vowel or the rest of a conjunct is lost. */
export function firstCodePoints(text: string, count: number): string {
  const points = [...text];
  const parts = (at: number): boolean =>
    /^\p{M}/u.test(points[at] ?? '') && /^[\p{L}\p{M}]/u.test(points[at - 1] ?? '');
  const behind = points.findIndex((_, at) => at >= count && parts(at));
  const before = points.findLastIndex((_, at) => at > 0 && at < count && parts(at));
  const cut = behind === -1 ? before : behind;
  return points.slice(0, cut === -1 ? count : cut).join('');
}
