/** What is told of the weeks of outreach. */

export type Goal = 'sent' | 'replies' | 'bookings';

export interface WeekEntry {
  /** The practice's own number. */
  week: number;
  /** Its Monday. */
  week_of: string;
  campaigns: string[];
  sent: number;
  replied: number;
  booked: number;
  /** People written to, and the share of them who answered, with Wilson’s 95 % interval. */
  response: { people: number; share: number; low: number; high: number };
  goals: Record<Goal, number>;
  reflected_at: string | null;
}

/** What to try next in the copy. */
export interface Advice {
  rule: string;
  /** What to do, in a sentence. */
  advice: string;
  /** What should then be seen, and what would speak against it. */
  hypothesis: string;
  /** Ids of the figures that the rule looked at. */
  because: string[];
}
