/** Puts one subject to one judge and brings back a verdict, or why there is none. Never throws for anything a judge does. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { Lookup } from '@sacred-qa/foundation/address-class';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Sleep } from '../audits/targets/concurrency.ts';
import { createOpenaiDialect } from '../audits/targets/openai.ts';
import type { FailedAsk } from '../audits/targets/outcomes.ts';
import { readSecrets } from '../audits/targets/request-headers.ts';
import { createSender, type Reply } from '../audits/targets/sender.ts';
import {
  type ChatMessage,
  chatBody,
  type JudgeModel,
  judgeMessages,
  repairMessages,
  type Subject,
} from './judge-prompt.ts';
import { readJudgeReply, speaksToJudge } from './judge-reply.ts';

export interface JudgeVote {
  verdict: 'pass' | 'fail' | 'unscored';
  reason: string;
  quote: string;
  /** What it said last, whole; null when no answer came. */
  said: string | null;
  calls: number;
  tokensIn: number;
  tokensOut: number;
}

export interface JudgeClient {
  judge(rubric: string, subject: Subject, signal?: AbortSignal): Promise<JudgeVote>;
  close(): Promise<void>;
}

export interface JudgeClientDeps {
  clock: Clock;
  sleep: Sleep;
  lookup: Lookup;
}

const KEY = 'JUDGE_KEY';
const TRIES = 3;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const AGAIN: ReadonlySet<string> = new Set(['rate_limited', 'unreachable', 'timed_out', 'http_error']);
/** The studio's keeper wrote the address into its configuration, and so allowed it. */
const SCOPE = { allow_private: true, allowed_by: 'the keeper of the studio' };

export function createJudgeClient(
  deps: JudgeClientDeps,
  model: JudgeModel,
  key: string | null,
  timeoutMs = 60_000,
): JudgeClient {
  const spec: Extract<TargetSpec, { kind: 'openai' }> = {
    ...{ kind: 'openai', name: 'judge', url: model.url, model: model.model, timeout_ms: timeoutMs },
    ...(key === null ? {} : { key_env: KEY }),
  };
  const sender = createSender(
    deps,
    spec,
    SCOPE,
    readSecrets(spec, () => key ?? undefined),
  );
  const dialect = createOpenaiDialect(spec);
  const url = new URL(spec.url);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  /** Set once a server has refused structured output: it will again. */
  let withSchema = true;

  async function send(messages: readonly ChatMessage[], signal: AbortSignal | undefined): Promise<Reply | FailedAsk> {
    const own = key === null ? {} : { authorization: `Bearer ${key}` };
    const post = () =>
      sender.send(
        {
          method: 'POST',
          url,
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: chatBody(model.model, messages, withSchema),
        },
        { reads: 'json', own, signal },
      );
    const reply = await post();
    const isRefused = reply.kind === 'failed' && (reply.status === 400 || reply.status === 422);
    if (!withSchema || !isRefused) return reply;
    withSchema = false;
    const plain = await post();
    // What is refused either way is refused for another reason.
    if (plain.kind === 'failed') withSchema = true;
    return plain;
  }

  return {
    async judge(rubric, subject, signal) {
      const spent = { calls: 0, tokensIn: 0, tokensOut: 0 };
      const none = (reason: string, said: string | null = null): JudgeVote => ({
        ...{ verdict: 'unscored', reason, quote: '', said },
        ...spent,
      });
      let messages = judgeMessages(rubric, subject);
      let isRepair = false;
      for (let tries = 1; ; tries += 1) {
        const reply = await send(messages, signal);
        spent.calls += 1;
        if (reply.kind === 'failed') {
          const isLast = tries >= TRIES || !AGAIN.has(reply.code) || signal?.aborted === true;
          if (isLast) return none(`The judge gave no answer (${reply.code}).`);
          await deps.sleep(pauseMs(reply, tries), signal);
          continue;
        }
        const reading = dialect.answer(reply.text);
        if (reading.kind === 'none') return none(`The judge’s server gave no answer (${reading.code}).`);
        spent.tokensIn += reading.usage?.prompt_tokens ?? 0;
        spent.tokensOut += reading.usage?.completion_tokens ?? 0;
        const read = readJudgeReply(reading.text, subject);
        if (read.kind === 'unreadable') {
          if (isRepair) return none(`The judge’s verdict cannot be read. ${read.problem}`, reading.text);
          isRepair = true;
          messages = repairMessages(messages, reading.text, read.problem);
          continue;
        }
        if (read.verdict === 'cannot_tell') return none(`The judge cannot tell: ${read.reason}`, reading.text);
        if (read.verdict === 'pass' && speaksToJudge(subject)) {
          return none('The answer speaks to the judge itself, so its pass is left to a person.', reading.text);
        }
        return { ...{ verdict: read.verdict, reason: read.reason, quote: read.quote, said: reading.text }, ...spent };
      }
    },
    close: () => sender.close(),
  };
}

const pauseMs = (reply: FailedAsk, tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, reply.retryAfterS === undefined ? PAUSE_MS * 2 ** (tries - 1) : reply.retryAfterS * 1_000);
