/** Holds one conversation with a target: each user turn is asked after the one before was answered. */
import type { ConversationPlan } from '@sacred-qa/contracts/pack';
import type { AskOutcome } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { Asker } from './targets/target.ts';
import { addTokens, NO_TOKENS, type Tokens, tokensOf } from './tokens.ts';

export interface Held {
  /** The assistant's answers so far, in order. */
  answers: string[];
  /** Wire time of each answered turn. */
  latenciesMs: number[];
  /** Wire time to the first piece of each answer that came in pieces. */
  firstTokensMs: number[];
  /** Requests that left. */
  calls: number;
  tokens: Tokens;
  last: AskOutcome;
}

export async function holdConversation(
  asker: Pick<Asker, 'ask' | 'endConversation'>,
  plan: ConversationPlan,
  options: { conversationId: string; signal?: AbortSignal },
): Promise<Held> {
  const said: Message[] = plan.system === undefined ? [] : [{ role: 'system', text: plan.system }];
  const answers: string[] = [];
  const latenciesMs: number[] = [];
  const firstTokensMs: number[] = [];
  let calls = 0;
  let tokens: Tokens = NO_TOKENS;
  let last: AskOutcome | null = null;
  try {
    for (const turn of plan.turns) {
      said.push({ role: 'user', text: turn, lang: plan.lang });
      last = await asker.ask(said, options);
      if (hasLeft(last)) calls += 1;
      tokens = addTokens(tokens, tokensOf(said, last));
      if (last.kind === 'failed') break;
      answers.push(last.text);
      latenciesMs.push(last.latencyMs);
      if (last.firstTokenMs !== undefined) firstTokensMs.push(last.firstTokenMs);
      said.push({ role: 'assistant', text: last.text });
    }
  } finally {
    await asker.endConversation(options.conversationId);
  }
  if (last === null) throw new TypeError('a conversation has at least one turn');
  return { answers, latenciesMs, firstTokensMs, calls, tokens, last };
}

/** What our own side held back never left, nor what was taken back before its turn came, after no time at all. */
function hasLeft(outcome: AskOutcome): boolean {
  if (outcome.kind === 'answered') return true;
  return outcome.code !== 'scope_refused' && !(outcome.code === 'cancelled' && outcome.latencyMs === 0);
}

/** All that was said, as a detector reads it. */
export function exchangeOf(plan: ConversationPlan, answers: readonly string[]): Message[] {
  const said: Message[] = plan.system === undefined ? [] : [{ role: 'system', text: plan.system }];
  for (const [i, turn] of plan.turns.entries()) {
    said.push({ role: 'user', text: turn, lang: plan.lang });
    const answer = answers[i];
    if (answer !== undefined) said.push({ role: 'assistant', text: answer });
  }
  return said;
}
