/** Owns what a detector that needs no pattern says: nothing, or which fault one answer shows and where. */
import type { Heard } from '../case-input.ts';

export interface Found {
  /** One sentence for a person. */
  reason: string;
  /** The verbatim piece of the answer that shows it. */
  evidence: string;
}

/** Looks at one answer and what was said before it. */
export type AlwaysOn = (heard: Heard) => Found | null;

/** The verbatim surroundings of a place in the answer as it was given. */
export function around(original: string, start: number, end: number): string {
  return original.slice(Math.max(0, start - 40), end + 20).trim();
}
