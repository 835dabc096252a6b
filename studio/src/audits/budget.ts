/**
 * Holds a run to its budget. What was spent is a sum over the rows of all processes; here it is known as of this
 * process's last commit, and what is in flight here is counted as spent, so only others' calls in flight can exceed it.
 */
import type { Budget, PauseReason } from '@sacred-qa/contracts/audit';
import type { TokenPrice } from '@sacred-qa/contracts/token-price';

/** Sums over the attempts of a run. */
export interface Spent {
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

export interface Halt {
  reason: PauseReason;
  detail: string;
}

export interface BudgetGate {
  /** Takes room for calls that are about to leave; null when they fit, else what they would exceed. */
  reserve(calls: number): Halt | null;
  /** Gives the room back, once the calls stand in the rows. */
  release(calls: number): void;
  learn(spent: Spent): void;
}

export const inrOf = (spent: Spent, price: TokenPrice): number =>
  (spent.tokensIn * price.input + spent.tokensOut * price.output) / 1_000_000;

/** `guess`: what a call is thought to take before any was made. */
export function createBudgetGate(budget: Budget, price: TokenPrice | null, guess: Spent): BudgetGate {
  let spent: Spent = { calls: 0, tokensIn: 0, tokensOut: 0 };
  let inFlight = 0;

  /** All that is spent once `calls` more are back, each as dear as those before. */
  function after(calls: number): Spent {
    const sample = spent.calls === 0 ? guess : spent;
    const share = calls / Math.max(1, sample.calls);
    return {
      calls: spent.calls + calls,
      tokensIn: spent.tokensIn + sample.tokensIn * share,
      tokensOut: spent.tokensOut + sample.tokensOut * share,
    };
  }

  return {
    reserve(calls) {
      const then = after(inFlight + calls);
      const tokens = then.tokensIn + then.tokensOut;
      if (budget.calls !== undefined && then.calls > budget.calls) {
        return { reason: 'budget_calls', detail: `${spent.calls} of ${budget.calls} calls are spent.` };
      }
      if (budget.tokens !== undefined && tokens > budget.tokens) {
        const used = spent.tokensIn + spent.tokensOut;
        return {
          reason: 'budget_tokens',
          detail: `${used} of ${budget.tokens} tokens are spent; the next call would exceed them.`,
        };
      }
      if (budget.inr !== undefined && price !== null && inrOf(then, price) > budget.inr) {
        const used = inrOf(spent, price).toFixed(2);
        return {
          reason: 'budget_inr',
          detail: `₹${used} of ₹${budget.inr} are spent; the next call would exceed them.`,
        };
      }
      inFlight += calls;
      return null;
    },
    release(calls) {
      inFlight -= calls;
    },
    learn(now) {
      spent = now;
    },
  };
}
