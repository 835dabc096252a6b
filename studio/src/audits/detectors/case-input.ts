/** Owns what a rule is given (questions and answers, read and folded) and the three things it can say. */
import type { Exchange, PackCase, Pattern, Score } from '@sacred-qa/contracts/pack';
import { type Reading, readText } from './reading.ts';

export interface Heard {
  /** The user's turns. */
  question: Reading;
  /** BCP 47 tag of the last question. */
  lang: string;
  /** The answer to the last turn. */
  answer: Reading;
  /** Every answer of the conversation, the last one included. */
  said: Reading[];
  /** What a planted system message says, if any. */
  system: Reading;
}

export interface CaseInput {
  params: Readonly<Record<string, unknown>>;
  heard: Heard[];
}

export type Rule = (input: CaseInput) => Score;

export function passed(reason: string, evidence = ''): Score {
  return { verdict: 'pass', reason, evidence };
}

export function failed(reason: string, evidence: string): Score {
  return { verdict: 'fail', reason, evidence };
}

export function unscored(reason: string): Score {
  return { verdict: 'unscored', reason, evidence: '' };
}

/** The whole answer as evidence, when no single piece of it shows the fault. */
export function wholeAnswer(heard: Heard): string {
  const text = heard.answer.original.trim();
  return text.length <= 400 ? text : [...text].slice(0, 400).join('').trimEnd();
}

/** Reads an exchange. Null when a conversation has no answer with something to read in it. */
export function caseInput(pattern: Pattern, kase: PackCase, exchange: Exchange): CaseInput | null {
  if (exchange.conversations.length === 0) return null;
  // Some faults are answers of signs alone: the slug `-`, a push text that is nothing but broken characters.
  const readable = pattern.oracle.params.signs === true ? /\S/u : /[\p{L}\p{N}]/u;
  const heard: Heard[] = [];
  for (const [index, conversation] of exchange.conversations.entries()) {
    const asked = conversation.filter((message) => message.role === 'user');
    const answers = conversation.filter((message) => message.role === 'assistant');
    const last = answers.at(-1);
    if (last === undefined || !readable.test(last.text) || conversation.at(-1)?.role !== 'assistant') return null;
    const system = conversation.filter((message) => message.role === 'system');
    const said = answers.map((message) => readText(message.text));
    heard.push({
      question: readText(asked.map((message) => message.text).join('\n')),
      lang: asked.at(-1)?.lang ?? kase.conversations[index]?.lang ?? kase.lang,
      answer: said.at(-1) ?? readText(last.text),
      said,
      system: readText(system.map((message) => message.text).join('\n')),
    });
  }
  return { params: { ...pattern.oracle.params, ...kase.params }, heard };
}

/** A rule for one conversation, held for each: one failure decides, one unreadable answer leaves the case open. */
export function eachAnswer(judge: (heard: Heard, params: CaseInput['params'], index: number) => Score): Rule {
  return ({ heard, params }) => {
    const scores = heard.map((one, index) => judge(one, params, index));
    return (
      scores.find((score) => score.verdict === 'fail') ??
      scores.find((score) => score.verdict === 'unscored') ??
      scores[0] ??
      unscored('Nothing was asked.')
    );
  };
}

export function textParam(params: CaseInput['params'], name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberParam(params: CaseInput['params'], name: string): number | undefined {
  const value = params[name];
  return typeof value === 'number' ? value : undefined;
}

export function listParam(params: CaseInput['params'], name: string): string[] {
  const value = params[name];
  return Array.isArray(value) ? value.map(String) : [];
}
