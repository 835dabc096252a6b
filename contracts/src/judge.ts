/** The wire of the judge: labels that people give, what calibration brought, and how a set of verdicts was judged. */
import { z } from 'zod';
import { message } from './text.ts';

/** A person's verdict on an answer: what a judge is measured against. */
export const judgeLabel = z.strictObject({
  pattern: z.string().min(1).max(100),
  /** The language of the answer, as BCP 47: a judge is measured in each apart. */
  lang: z.string().min(2).max(35),
  /** What was right to expect; it is shown to the judge as the pack's own expectation is. */
  expect: z.string().max(2_000).default(''),
  conversations: z.array(z.array(message).min(1).max(100)).min(1).max(20),
  verdict: z.enum(['pass', 'fail']),
  note: z.string().max(2_000).default(''),
});
export type JudgeLabel = z.infer<typeof judgeLabel>;

export const judgeLabels = z
  .strictObject({ labels: z.array(judgeLabel).min(1).max(500), by: z.string().min(1).max(200) })
  .meta({ id: 'JudgeLabels' });

/** How far two raters agree over `n` subjects that both judged. */
export interface Agreement {
  n: number;
  same: number;
  /** Wilson 95 % interval of same/n, as fractions. */
  interval: { low: number; high: number };
  /** Cohen's kappa; null when it is not defined: nothing was judged twice, or each said only one and the same thing. */
  kappa: number | null;
}

/** One judge and one rubric in one language, against the labels of people. */
export interface Calibration {
  pattern: string;
  lang: string;
  /** 1 or 2. */
  judge: number;
  model: string;
  /** Of model, prompt and rubric: one word changed, and it is another judge, which nobody has measured. */
  config_hash: string;
  labels: number;
  /** Labels on which the judge gave no verdict that can be read. */
  unscored: number;
  agreement: Agreement;
  calibrated: boolean;
  /** Why it is not, in a sentence; empty when it is. */
  why: string;
}

export interface JudgeStatus {
  judges: { judge: number; model: string; url: string }[];
  /** Patterns of the packs of this program that have a rubric. */
  rubrics: number;
  labels: { pattern: string; lang: string; labels: number }[];
  calibrations: Calibration[];
}

/** How the verdicts that count were judged, where a model had a part in it. Every number is a count over rows. */
export interface JudgingView {
  judges: { judge: number; model: string; config_hashes: string[] }[];
  patterns: string[];
  /** Trials that were put to the judge, those it gave no verdict on, and those whose verdict only hints. */
  judged: number;
  unscored: number;
  advisory: number;
  /** Null with one judge. */
  agreement: Agreement | null;
  /** The languages in which its verdicts count, and those in which they only hint. */
  calibrated_languages: string[];
  advisory_languages: string[];
}
