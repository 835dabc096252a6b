/** How what is due is named, on Today and in the calendar. */
import { count, inLanguage } from './language.ts';

const en = {
  mails: (n: number, what: string) => `${what}: ${count(n, 'mail', 'mails')}`,
  followUp: (title: string, nth: number) => `${title}, follow-up ${nth}`,
  post: (title: string) => `Post: ${title}`,
  call: (prospect: string | null) => `Call with ${prospect ?? 'someone who is no prospect of ours'}`,
  unconfirmed: 'not confirmed yet',
  /** Why what is due would not leave as things stand. */
  stands: {
    draft: 'only drafted',
    planned: 'waits for approval',
    approved: 'approved, not started',
    paused: 'paused',
  },
};

export const due = inLanguage({ en });
