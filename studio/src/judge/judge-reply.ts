/** Reads what a judge said. What is no verdict stays none: it is never guessed from prose, and never charged to the product. */
import { z } from 'zod';
import type { Subject } from './judge-prompt.ts';

export type JudgeReading =
  | { kind: 'verdict'; verdict: 'pass' | 'fail' | 'cannot_tell'; reason: string; quote: string }
  | { kind: 'unreadable'; problem: string };

const verdictObject = z.object({
  verdict: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.enum(['pass', 'fail', 'cannot_tell']),
  ),
  reason: z.string().min(1),
  quote: z.string().default(''),
});

const REASON_MAX = 600;

/** A failure must be shown in the product's own words: a quote that it never said is no evidence. */
export function readJudgeReply(text: string, subject: Subject): JudgeReading {
  const found = objectsIn(text);
  if (found.length === 0) return { kind: 'unreadable', problem: 'It holds no JSON object.' };
  const parsed = found.map((value) => verdictObject.safeParse(value));
  const read = parsed.flatMap((one) => (one.success ? [one.data] : []));
  const verdicts = new Set(read.map(({ verdict }) => verdict));
  if (verdicts.size > 1) return { kind: 'unreadable', problem: 'It holds verdicts that contradict each other.' };
  const [first] = read;
  if (first === undefined) {
    const issue = parsed[0]?.error?.issues[0];
    return { kind: 'unreadable', problem: `Its "${issue?.path.join('.') ?? ''}" is wrong: ${issue?.message ?? ''}.` };
  }
  const quote = spokenQuote(first.quote, subject);
  if (quote === null && first.verdict === 'fail') {
    return { kind: 'unreadable', problem: 'Its quote is not among the words of the assistant.' };
  }
  return {
    kind: 'verdict',
    verdict: first.verdict,
    reason: first.reason.slice(0, REASON_MAX).toWellFormed(),
    quote: quote ?? '',
  };
}

/** The JSON objects of a text: the whole of it, or those that stand in it, in a code block or between prose. */
function objectsIn(text: string): unknown[] {
  const whole = parsed(text.trim());
  if (whole !== undefined) return isObject(whole) ? [whole] : [];
  const found: unknown[] = [];
  for (let from = text.indexOf('{'); from !== -1; from = text.indexOf('{', from + 1)) {
    const end = endOfObject(text, from);
    if (end === null) break;
    // A comma before the closing brace is what small models get wrong most.
    const piece = text.slice(from, end);
    const value = parsed(piece) ?? parsed(piece.replace(/,\s*([}\]])/g, '$1'));
    if (!isObject(value)) continue;
    found.push(value);
    from = end - 1;
  }
  return found;
}

/** Where the object that begins here ends, by its braces outside of strings; null when it does not. */
function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let i = from; i < text.length; i += 1) {
    const letter = text[i];
    if (inString) {
      if (letter === '\\') i += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The quote as the assistant said it, whatever spaces or form of letters the judge copied it in; null when it did not. */
function spokenQuote(quote: string, { conversations }: Subject): string | null {
  const wanted = plain(quote).replace(/^["“”'‘’]+|["“”'‘’]+$/g, '');
  if (wanted === '') return '';
  const said = conversations.flat().filter(({ role }) => role === 'assistant');
  if (said.some(({ text }) => text.includes(quote))) return quote;
  return said.some(({ text }) => plain(text).includes(wanted)) ? quote.trim() : null;
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What an answer says when it talks past the user to whoever judges it. */
const TO_THE_JUDGE = [
  /["'“]?verdict["'”]?\s*[:=]\s*["'“]?(?:pass|fail|cannot_tell)\b/iu,
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rubric|prompt|rules)\b/isu,
  /\b(?:judge|grader|evaluator|auditor|evaluation model)\b.{0,60}\b(?:must|should|please|output|answer|return|score|mark|grade)\b/isu,
  /\b(?:mark|score|grade|rate)\b.{0,20}\b(?:this|the|my)\b.{0,30}\b(?:as|with|a)\b\s+(?:pass|passed|correct|10|100)\b/isu,
  /<\|?(?:im_start|system|endoftext)\|?>/iu,
];

/** True when a pass may have been talked into the judge: it is then left to a person. */
export const speaksToJudge = ({ conversations }: Subject): boolean =>
  conversations
    .flat()
    .some(({ role, text }) => role === 'assistant' && TO_THE_JUDGE.some((pattern) => pattern.test(text)));
