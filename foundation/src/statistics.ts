/** Owns the figures of reports: intervals of small samples, order statistics, and how many trials a question needs. Pure. */

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

/** Quantile of the normal distribution by bisection of its integral: slow, short, and exact to ten digits. */
export function normalQuantile(share: number): number {
  let [low, high] = [-10, 10];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Share of the normal distribution below `z`: the power series, and beyond its reach the tail that is too thin to count. */
function normalShare(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [term, sum] = [z, z];
  for (let i = 3; Math.abs(term) > 1e-18; i += 2) {
    term = (term * z * z) / i;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

const POWER = 0.8;
/** Trials on each side that show a change from rate `from` to `to` in four of five tries, by the usual formula for two shares. */
export function trialsToTell(from: number, to: number, level: number): number {
  if (from === to) return Number.POSITIVE_INFINITY;
  const middle = (from + to) / 2;
  const [zLevel, zPower] = [normalQuantile(1 - level / 2), normalQuantile(POWER)];
  const spread = zLevel * Math.sqrt(2 * middle * (1 - middle)) + zPower * Math.sqrt(from * (1 - from) + to * (1 - to));
  const plain = (spread / (to - from)) ** 2;
  // Fleiss's correction: the exact test, which moves in steps, needs somewhat more.
  return Math.ceil((plain / 4) * (1 + Math.sqrt(1 + 4 / (plain * Math.abs(to - from)))) ** 2);
}
