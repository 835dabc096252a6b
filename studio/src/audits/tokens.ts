/** Counts the tokens that questions and answers took: as the target reports them, else reckoned from the texts. */
import type { AskOutcome } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';

export interface Tokens {
  in: number;
  out: number;
  /** True when any of it was reckoned and not reported. */
  estimated: boolean;
}

export const NO_TOKENS: Tokens = { in: 0, out: 0, estimated: false };

/** Tokens that surround a message in chat formats. */
const PER_MESSAGE = 4;

export const addTokens = (a: Tokens, b: Tokens): Tokens => ({
  in: a.in + b.in,
  out: a.out + b.out,
  estimated: a.estimated || b.estimated,
});

/**
 * Four ASCII letters a token, one token for every other letter: about right for English, on the high side for Indian
 * scripts, so that a budget is rather kept than overspent.
 */
export function estimateTokens(text: string): number {
  let others = 0;
  for (const letter of text) if (letter > '\u007f') others += 1;
  const ascii = text.length - text.replaceAll(/[\0-\x7f]+/g, '').length;
  return Math.ceil(ascii / 4) + others;
}

export const estimateMessages = (messages: readonly Pick<Message, 'text'>[]): number =>
  messages.reduce((sum, { text }) => sum + estimateTokens(text) + PER_MESSAGE, 0);

/** What one request took. A failed one took its question, if it came so far. */
export function tokensOf(asked: readonly Message[], outcome: AskOutcome): Tokens {
  if (outcome.kind === 'failed') {
    const isRefused = outcome.status === undefined || outcome.status >= 400;
    return isRefused ? NO_TOKENS : { in: estimateMessages(asked), out: 0, estimated: true };
  }
  const { usage } = outcome;
  if (usage !== undefined) return { in: usage.prompt_tokens, out: usage.completion_tokens, estimated: false };
  return { in: estimateMessages(asked), out: estimateTokens(outcome.text), estimated: true };
}
