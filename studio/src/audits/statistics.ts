/** Owns the figures of reports: intervals of small samples and order statistics. Pure. */

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Wilson score interval of `k` of `n` at 95 %, as fractions. Nothing scored says nothing: 0 to 1. */
export function wilson95(k: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: k === 0 ? 0 : Math.max(0, centre - reach), high: k === n ? 1 : Math.min(1, centre + reach) };
}

/** Linear interpolation between the two nearest ranks; `share` from 0 to 1 (0.95: the 95th percentile). NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The middle value, or the mean of the two middle ones. NaN for no values. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
