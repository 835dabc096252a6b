/** What the routes of metrics answer, as far as the page reads it: the shapes that no contract names. */
import type { Advice, Goal } from '@sacred-qa/contracts/metrics';

/** A number and the id by which its query can be asked for. */
export interface Figure {
  id: string;
  value: number;
}

export interface Rate {
  answered: Figure;
  people: Figure;
  share: Figure;
  low: Figure;
  high: Figure;
}

export interface GroupRow extends Rate {
  key: string;
  title: string;
  interested: Figure;
  booked: Figure;
  bounced: Figure;
}

export interface Reflection {
  week: number;
  week_of: string;
  as_of: string;
  campaign: string | null;
  said: string[];
  next: Advice;
  before: { week: number; tried: string; rate_then: string; rate_now: string } | null;
}

export interface WeekView {
  week: number;
  week_of: string;
  /** When its Sunday is over in India. */
  until: string;
  as_of: string;
  campaign: string | null;
  goals: { goal: Goal; reached: Figure; wanted: Figure; met: boolean }[];
  funnel: { step: string; people: Figure; share: Figure }[];
  response: Rate;
  groups: { by: 'by_batch' | 'by_subject' | 'by_segment'; rows: GroupRow[] }[];
  mails: { state: string; mails: Figure }[];
  posts: { state: string; posts: Figure }[];
  signals: { kind: string; actor: string; events: Figure; people: Figure }[];
  copy: { campaign: string; score: Figure; iteration: Figure; reasons: { points: number; detail: string }[] }[];
  needed: Record<'toKnow' | 'daily' | 'once', Figure>;
  next: Advice[];
  /** The same in sentences. */
  said: { numbers: string[]; comparison: string[]; replies: string[] };
  reflection: Reflection | null;
}

export interface Explained {
  /** `from`: how the number is reckoned, in words. */
  figures: (Figure & { from: string })[];
  queries: {
    name: string;
    counts: string;
    sql: string;
    params: (string | null)[];
    rows: Record<string, unknown>[] | null;
  }[];
}
