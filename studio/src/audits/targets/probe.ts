/** Finds out what a target can do by asking it, about 19 questions, at most 26 requests and four at once. */
import type { Capabilities, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import { identifyLanguage } from '../../agents/language.ts';
import { type Attempted, createThrottle, type Sleep } from './concurrency.ts';
import type { Asked, FailedAsk } from './outcomes.ts';
import {
  ENGLISH_GREETING,
  GREETINGS,
  type Greeting,
  LENGTHS_TRIED,
  longQuestion,
  MEMORY_TRIAL,
  SYSTEM_TRIAL,
} from './probe-questions.ts';
import { excerptOf } from './reply-text.ts';
import type { Asker } from './target.ts';

const MAX_AT_ONCE = 4;
const MAX_RETRIES = 7;
/** A target that asks for a longer wait is left alone: what is known by then is the result. */
const LONGEST_WAIT_S = 60;
const RETRIED = new Set(['rate_limited', 'unreachable']);
const NO_REPLY = new Set(['unreachable', 'timed_out', 'scope_refused', 'cancelled']);

export interface ProbeDeps {
  clock: Clock;
  sleep: Sleep;
  signal?: AbortSignal;
}

/** `languages` holds only those that were answered; `error` says what was not. */
export async function probeTarget(asker: Asker, spec: TargetSpec, deps: ProbeDeps): Promise<Capabilities> {
  const interview = createInterview(asker, deps);
  const models = await interview.patiently((signal) => asker.listModels(signal));
  const names = models.kind === 'listed' ? models.models : [];
  const first = await interview.greet(ENGLISH_GREETING);
  if (first.kind === 'failed') {
    const unlisted = spec.kind === 'openai' && names.length > 0 && !names.includes(spec.model);
    const hint = unlisted ? ` The target does not list the model ${spec.model}.` : '';
    return {
      ...nothingKnown(deps.clock),
      models: names,
      reachable: !NO_REPLY.has(first.code),
      error: `${first.code}: ${first.detail}${hint}`,
    };
  }
  const [greeted, system, memory, streaming] = await Promise.all([
    Promise.all(GREETINGS.map(async (greeting) => ({ greeting, outcome: await interview.greet(greeting) }))),
    interview.ask(SYSTEM_TRIAL.messages),
    interview.remember(),
    interview.patiently((signal) => asker.streams([messageOf(ENGLISH_GREETING)], signal)),
  ]);
  const lengths = await interview.lengthen();
  const problem = interview.problem();
  return {
    probed_at: isoOf(deps.clock.now()),
    reachable: true,
    ...(problem === undefined ? {} : { error: problem }),
    models: names,
    streams: spec.kind === 'openai' && streaming.kind === 'tried' ? streaming.streams : null,
    system_role: isSentAllTurns(spec) ? says(system, SYSTEM_TRIAL.known) : null,
    multi_turn: says(memory, MEMORY_TRIAL.known),
    reports_usage: interview.answers().some((answer) => answer.usage !== undefined),
    languages: [{ greeting: ENGLISH_GREETING, outcome: first }, ...greeted].flatMap(languageOf),
    latency_ms: spread(interview.answers().map((answer) => answer.latencyMs)),
    first_token_ms: spread(interview.answers().flatMap(({ firstTokenMs }) => firstTokenMs ?? []))?.median ?? null,
    limits: { ...lengths, headers: Object.assign({}, ...interview.answers().map(({ limits }) => limits ?? {})) },
  };
}

type Answer = Extract<Asked, { kind: 'answered' }>;

/** Asks at the pace that the target can bear and remembers every outcome of a question. */
function createInterview(asker: Asker, deps: ProbeDeps) {
  const throttle = createThrottle({ max: MAX_AT_ONCE, clock: deps.clock, sleep: deps.sleep });
  const stop = new AbortController();
  const signal = deps.signal ? AbortSignal.any([deps.signal, stop.signal]) : stop.signal;
  const label = `probe-${deps.clock.now().toString(36)}`;
  const answers: Answer[] = [];
  const failures: FailedAsk[] = [];
  let conversations = 0;
  let asked = 0;
  let retriesLeft = MAX_RETRIES;

  async function attempt<T extends Attempted>(task: (signal: AbortSignal) => Promise<T>): Promise<T | FailedAsk> {
    const outcome = await throttle.run(() => task(signal), signal);
    if (outcome.kind === 'failed' && (outcome.retryAfterS ?? 0) > LONGEST_WAIT_S) stop.abort();
    return outcome;
  }

  async function patiently<T extends Attempted>(task: (signal: AbortSignal) => Promise<T>): Promise<T | FailedAsk> {
    let outcome = await attempt(task);
    if (outcome.kind === 'failed' && RETRIED.has(outcome.code) && retriesLeft > 0 && !signal.aborted) {
      retriesLeft -= 1;
      outcome = await attempt(task);
    }
    return outcome;
  }

  async function ask(messages: readonly Message[], conversationId = nextConversation()): Promise<Asked> {
    asked += 1;
    const outcome = await patiently((taskSignal) => asker.ask(messages, { conversationId, signal: taskSignal }));
    if (outcome.kind === 'answered') answers.push(outcome);
    else failures.push(outcome);
    return outcome;
  }

  function nextConversation(): string {
    conversations += 1;
    return `${label}-${conversations}`;
  }

  return {
    patiently,
    ask,
    greet: (greeting: Greeting) => ask([messageOf(greeting)]),
    async remember(): Promise<Asked> {
      const conversationId = nextConversation();
      const { first, second } = MEMORY_TRIAL;
      const reply = await ask([first], conversationId);
      if (reply.kind === 'failed') return reply;
      return ask([first, { role: 'assistant', text: reply.text }, second], conversationId);
    },
    /** Tries longer and longer questions; one that is refused is no fault of the target. */
    async lengthen(): Promise<Omit<NonNullable<Capabilities['limits']>, 'headers'>> {
      let longest: number | null = null;
      for (const chars of LENGTHS_TRIED) {
        const options = { conversationId: nextConversation() };
        const outcome = await patiently((taskSignal) =>
          asker.ask([longQuestion(chars)], { ...options, signal: taskSignal }),
        );
        if (outcome.kind === 'failed') {
          return { longest_answered: longest, refused: { chars, why: `${outcome.code}: ${outcome.detail}` } };
        }
        longest = chars;
      }
      return { longest_answered: longest, refused: null };
    },
    answers: () => answers,
    problem(): string | undefined {
      const [failure] = failures;
      if (!failure) return undefined;
      const count = `${failures.length} of ${asked} questions`;
      return `${count} had no answer, the first of them: ${failure.code}: ${failure.detail}`;
    },
  };
}

const messageOf = ({ lang, text }: Greeting): Message => ({ role: 'user', lang, text });

const says = (outcome: Asked, known: RegExp): boolean | null =>
  outcome.kind === 'answered' ? known.test(outcome.text) : null;

function languageOf({ greeting, outcome }: { greeting: Greeting; outcome: Asked }): Capabilities['languages'] {
  if (outcome.kind === 'failed') return [];
  const { script } = identifyLanguage(outcome.text);
  return [{ lang: greeting.lang, answered_in_script: script === greeting.script, sample: excerptOf(outcome.text) }];
}

/** Only who is sent all turns can be sent a system turn; one that never saw it was not tested. */
function isSentAllTurns(spec: TargetSpec): boolean {
  if (spec.kind === 'openai' || spec.kind === 'function') return true;
  const template = spec.kind === 'http' ? spec.body : spec.kind === 'mcp' ? spec.arguments : null;
  return /\{\{\s*(messages|history)\s*\}\}/.test(JSON.stringify(template ?? null));
}

function nothingKnown(clock: Clock): Capabilities {
  return {
    probed_at: isoOf(clock.now()),
    reachable: false,
    models: [],
    streams: null,
    system_role: null,
    multi_turn: null,
    reports_usage: null,
    languages: [],
    latency_ms: null,
  };
}

function spread(latenciesMs: readonly number[]): Capabilities['latency_ms'] {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return { min, median: middle.reduce((sum, each) => sum + each, 0) / middle.length, max };
}
