/**
 * Owns runs of digits as people write numbers that are names (phones, Aadhaar, helplines): grouped by spaces, dots or
 * hyphens, said digit by digit in words, or partly masked.
 */
import { numberWords } from './number-words.ts';

export interface DigitRun {
  start: number;
  end: number;
  /** Digits only. */
  digits: string;
}

/** A full stop joins only what touches it (`Call 112. 2 minutes` are two numbers); brackets join only when they close. */
const GROUPED =
  /\+?\d(?:[ \t]?[-·/][ \t]?\d|\.?\d|[ \t]\d|[ \t]?\(\d{1,5}\)(?=[ \t-]?\d)|(?<=\(\d{1,5})\)[ \t-]?\d)*/gu;
const WORDS = /[\p{L}\p{M}]+/gu;

function spokenRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | null = null;
  for (const match of text.matchAll(WORDS)) {
    const found = numberWords(match[0]);
    const first = found?.[0];
    const digit = found?.length === 1 && first?.kind === 'small' && first.value < 10 ? String(first.value) : null;
    const end = match.index + match[0].length;
    const glued = run !== null && /^[\s,.-]*$/u.test(text.slice(run.end, match.index));
    if (digit !== null && run !== null && glued) {
      run.digits += digit;
      run.end = end;
    } else if (digit !== null) {
      run = { start: match.index, end, digits: digit };
      runs.push(run);
    } else run = null;
  }
  return runs.filter((spoken) => spoken.digits.length >= 3);
}

export function digitRunsIn(text: string): DigitRun[] {
  const written = [...text.matchAll(GROUPED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0].replace(/[^\d]/g, ''),
  }));
  return [...written, ...spokenRuns(text)].sort((a, b) => a.start - b.start);
}

/** All digits of runs that stand near each other, so that a number cut into parts is still seen whole. */
export function joinedDigits(text: string, gap: number): DigitRun[] {
  const joined: DigitRun[] = [];
  for (const run of digitRunsIn(text)) {
    const last = joined.at(-1);
    if (last !== undefined && run.start - last.end <= gap) {
      last.digits += run.digits;
      last.end = run.end;
    } else joined.push({ ...run });
  }
  return joined;
}
