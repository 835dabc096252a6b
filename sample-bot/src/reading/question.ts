/** Owns what an intent is given: the last message of the user, read, and what was said before it. */
import { type Amount, amountsIn } from './amounts.ts';
import { type Concept, conceptsIn } from './concepts.ts';
import { type CalendarDate, datesIn } from './dates.ts';
import { fold } from './fold.ts';
import { ENGLISH, hasEnglishWords, type Tongue, tongueOf } from './language.ts';
import { type DigitRun, digitRunsIn } from './personal-numbers.ts';
import { type ClockTime, timesIn } from './times.ts';

export interface Turn {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

export interface Question {
  /** The message, verbatim. */
  text: string;
  folded: string;
  /** How the user writes. */
  asked: Tongue;
  /** How the answer is to be written. */
  tongue: Tongue;
  /** All of the concepts are in the message. */
  has(...concepts: Concept[]): boolean;
  /** One of the concepts is in the message. */
  any(...concepts: Concept[]): boolean;
  /** No concept at all is in the message. */
  isBlank(): boolean;
  amounts(): Amount[];
  dates(): CalendarDate[];
  times(): ClockTime[];
  digitRuns(): DigitRun[];
  /** What the message is about when it brings a text along: quoted, or behind a colon. */
  payload: string | null;
  /** Messages of the user before this one, oldest first. */
  earlier: readonly string[];
  /** What the system message says; empty when there is none. */
  system: string;
  /** Epoch milliseconds. */
  nowMs: number;
}

export interface ReadingFaults {
  wholeOnly: boolean;
  monthFirst: boolean;
}

const QUOTED = /["“«]([^"”»]{3,})["”»]/u;
const BEHIND_COLON = /[:：]\s*(?!\d{2}(?!\d))(\S[\s\S]*)$/u;

function payloadOf(text: string): string | null {
  return (QUOTED.exec(text)?.[1] ?? BEHIND_COLON.exec(text)?.[1])?.trim() ?? null;
}

/** The language of what is asked, not of the text brought along, unless nothing else is there. */
function askedTongue(text: string, payload: string | null, earlier: readonly string[]): Tongue {
  const order = payload === null ? text : text.replace(payload, ' ');
  const ownWords = order.match(/[\p{L}\p{M}]+/gu) ?? [];
  const own = ownWords.length >= 2 ? tongueOf(order) : null;
  const said = own ?? tongueOf(text);
  if (said !== null) return said;
  for (const before of earlier.toReversed()) {
    const tongue = tongueOf(before);
    if (tongue !== null) return tongue;
  }
  return ENGLISH;
}

export interface Asked {
  text: string;
  earlier: readonly string[];
  system: string;
  nowMs: number;
  faults: ReadingFaults;
  /** Sets the language of the answer; `asked` is how the user writes. */
  answerIn(asked: Tongue, text: string): Tongue;
}

export function readQuestion({ text, earlier, system, nowMs, faults, answerIn }: Asked): Question {
  const folded = fold(text);
  const payload = payloadOf(text);
  const asked = askedTongue(text, payload, earlier);
  const concepts = conceptsIn(folded, asked.language === 'en' && hasEnglishWords(folded));
  const reading = { isRomanised: asked.romanised, wholeOnly: faults.wholeOnly };
  return {
    text,
    folded,
    asked,
    tongue: answerIn(asked, text),
    has: (...wanted) => wanted.every((concept) => concepts.has(concept)),
    any: (...wanted) => wanted.some((concept) => concepts.has(concept)),
    isBlank: () => concepts.size === 0,
    amounts: () => amountsIn(folded, reading),
    dates: () => datesIn(folded, faults.monthFirst),
    times: () => timesIn(folded, reading),
    digitRuns: () => digitRunsIn(folded),
    payload,
    earlier,
    system,
    nowMs,
  };
}
