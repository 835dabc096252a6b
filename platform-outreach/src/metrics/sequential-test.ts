/**
 * Whether two subject lines are answered equally often, looked at as often as one likes. Pure.
 *
 * Turner, R., Ly, A. and Grünwald, P. (2024): Generic E-variables for exact sequential k-sample tests that allow for
 * optional stopping. Journal of Statistical Planning and Inference 230, 106116, doi:10.1016/j.jspi.2023.106116. With one
 * person on each side a block, each block's factor has a mean of at most 1 while both rates are the same, whatever they
 * are. By Ville's inequality (1939) the running product then ever reaches 1/level with a chance of at most `level`.
 */
import { normalQuantile } from '@sacred-qa/foundation/statistics';

/** Of false alarms, over all looks together. */
export const LEVEL = 0.05;
const POWER = 0.8;

/** Below so many people on each side nobody is named better: so few answers hang on single persons. */
export const FEWEST_PAIRS = 30;

/** Before the first answers: a rate of one in ten, believed as firmly as five answers would make it. */
const PRIOR = { answers: 0.5, people: 5 };

export interface Evidence {
  /** People on each side whose outcome is fixed on both sides. */
  pairs: number;
  /** The running product; 20 or more speaks against equal rates at a level of 5 %. */
  e: number;
  /** The greatest that it ever was: what was shown once stays shown. */
  greatest: number;
}

/**
 * `a` and `b` hold a sign a person in the order of sending, `1` for who answered. The n-th of one makes a block with
 * the n-th of the other; what has no partner waits. Rates are learned from the blocks before, never from the block
 * itself.
 */
export function evidenceOf(a: string, b: string): Evidence {
  const pairs = Math.min(a.length, b.length);
  let [answersA, answersB, e, greatest] = [0, 0, 1, 1];
  for (let n = 0; n < pairs; n += 1) {
    const [rateA, rateB] = [learned(answersA, n), learned(answersB, n)];
    const both = (rateA + rateB) / 2;
    const [didA, didB] = [a[n] === '1', b[n] === '1'];
    e *= (chance(didA, rateA) * chance(didB, rateB)) / (chance(didA, both) * chance(didB, both));
    greatest = Math.max(greatest, e);
    answersA += Number(didA);
    answersB += Number(didB);
  }
  return { pairs, e, greatest };
}

const learned = (answers: number, people: number): number => (answers + PRIOR.answers) / (people + PRIOR.people);
const chance = (did: boolean, rate: number): number => (did ? rate : 1 - rate);

/**
 * People on each side after which this test, looked at daily, shows rates `from` and `to` apart in four of five tries.
 * Growth of the logarithm at the true rates, less its spread, less what learning the rates costs; the test beside this
 * file tries it by lot. Infinity for equal rates.
 */
export function pairsToTell(from: number, to: number): number {
  if (from === to) return Number.POSITIVE_INFINITY;
  const both = (from + to) / 2;
  const gains = [from, to].flatMap((rate) => [
    { chance: rate, gain: Math.log(rate / both) },
    { chance: 1 - rate, gain: Math.log((1 - rate) / (1 - both)) },
  ]);
  const growth = gains.reduce((sum, one) => sum + one.chance * one.gain, 0);
  const squares = gains.reduce((sum, one) => sum + one.chance * one.gain ** 2, 0);
  const means = [gains.slice(0, 2), gains.slice(2)].map((side) =>
    side.reduce((sum, one) => sum + one.chance * one.gain, 0),
  );
  const spread = squares - means.reduce((sum, mean) => sum + mean ** 2, 0);
  const zPower = normalQuantile(POWER);
  const enough = (n: number): boolean =>
    n * growth - zPower * Math.sqrt(n * spread) - Math.log(n) / 3 >= Math.log(1 / LEVEL);
  let n = FEWEST_PAIRS;
  while (!enough(n)) n *= 2;
  let [few, many] = [n / 2, n];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return Math.max(FEWEST_PAIRS, Math.ceil(many));
}
