/** What the twenty invented people do in the replayed week. Every name, address and word in it is made up. */

/** Days from Monday, and the time on the wall in India. */
export interface Moment {
  day: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  at: string;
}

export type Deed =
  /** Writes back; `automatic` as a responder does. */
  | (Moment & { deed: 'answers'; who: string; words: string; automatic?: boolean })
  /** The mail to them comes back for good. */
  | (Moment & { deed: 'bounces'; who: string })
  | (Moment & { deed: 'books'; who: string; uid: string })
  /** The studio's own hand: pastes the card of a post, and says where it stands. */
  | (Moment & { deed: 'posts'; post: string; url: string });

const MONDAY = 0;
const TUESDAY = 1;
const WEDNESDAY = 2;
const THURSDAY = 3;

export const DEEDS: readonly Deed[] = [
  {
    day: MONDAY,
    at: '09:05',
    deed: 'posts',
    post: 'two-bugs',
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000001/',
  },
  { day: MONDAY, at: '08:31', deed: 'bounces', who: 'P-010' },
  {
    ...{ day: MONDAY, at: '08:40', deed: 'answers', who: 'P-007', automatic: true },
    words:
      'I am out of office until Thursday with no access to mail. For urgent matters please write to the help desk.',
  },
  {
    ...{ day: MONDAY, at: '11:20', deed: 'answers', who: 'P-002' },
    words:
      'Salaam, our bot named 911 on the first question. Yes, please send me the report, and let us talk this week.',
  },
  {
    ...{ day: TUESDAY, at: '10:15', deed: 'answers', who: 'P-009' },
    words: 'How do you choose the 25 patterns? Is the BNS in it?',
  },
  {
    ...{ day: TUESDAY, at: '16:45', deed: 'answers', who: 'P-016' },
    words: 'Please remove me from your list.',
  },
  {
    day: WEDNESDAY,
    at: '09:10',
    deed: 'posts',
    post: 'seven-patterns',
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000002/',
  },
  {
    ...{ day: WEDNESDAY, at: '12:05', deed: 'answers', who: 'P-014' },
    words: 'Haan, interested. Please share the details, hamare claims bot ke liye.',
  },
  {
    ...{ day: WEDNESDAY, at: '18:30', deed: 'answers', who: 'P-005' },
    words: 'Not interested at the moment, we have our own testers. Thanks.',
  },
  { day: THURSDAY, at: '11:00', deed: 'books', who: 'P-002', uid: 'replay-booking-1' },
];
