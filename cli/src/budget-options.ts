/** Reads from the command line what a run may spend, and at which price. */
import type { Budget } from '@sacred-qa/contracts/audit';
import type { TokenPrice } from '@sacred-qa/contracts/token-price';
import type { Arguments } from './arguments.ts';
import { usageError } from './failure.ts';

const MOST_CALLS = 100_000_000;
const MOST_TOKENS = 1_000_000_000_000;

export function budgetFrom(args: Arguments): Budget {
  const calls = args.whole('max-calls', 1, MOST_CALLS);
  const tokens = args.whole('max-tokens', 1, MOST_TOKENS);
  const inr = args.amount('budget-inr');
  if (inr === 0) throw usageError('--budget-inr must leave something to spend.');
  return {
    ...(calls === undefined ? {} : { calls }),
    ...(tokens === undefined ? {} : { tokens }),
    ...(inr === undefined ? {} : { inr }),
  };
}

/** Undefined when no price is given here: then that of the target counts. */
export function priceFrom(args: Arguments): TokenPrice | undefined {
  const input = args.amount('price-in');
  const output = args.amount('price-out');
  if (input === undefined && output === undefined) return undefined;
  if (input === undefined || output === undefined) {
    throw usageError('Give both --price-in and --price-out, in rupees per million tokens.');
  }
  return { input, output };
}
