/** What Today says. */
import { count, inLanguage } from './language.ts';

const en = {
  lead: (date: string) => `${date}, on the Indian clock`,
  needsYou: 'Needs a person',
  nothingNeeded: 'Nothing waits for you.',
  health: 'Health',
  healthy: 'Every check of the house passes.',
  unhealthy: (names: string) => `Look at: ${names}.`,
  runs: 'Runs now',
  noRuns: 'No audit is running.',
  next: 'Due next',
  latest: 'Latest sankalpas',
  all: 'All',
  checkFailed: (name: string) => `Check failed: ${name}`,
  checkWarns: (name: string) => `Check warns: ${name}`,
  findings: (n: number, target: string) => `${count(n, 'finding', 'findings')} to decide on: ${target}`,
  sample: {
    load: 'Load the sample practice',
    loading: 'Loading: a week is acted out, and a bot is audited…',
    remove: 'Remove the sample practice',
    loaded:
      'The sample practice is here: people, mails and an audit that are invented. No number of yours counts them.',
    text: 'To look around first: a campaign of last week to people who do not exist, their answers, a booking, and an audit with findings. It goes with one click, and no number of yours counts it.',
  },
  replies: (n: number) => count(n, 'reply to read', 'replies to read'),
  inDoubt: (n: number) => `${count(n, 'mail', 'mails')} in doubt: was it sent?`,
  toPaste: (n: number) => count(n, 'post to paste', 'posts to paste'),
  postsInDoubt: (n: number) => `${count(n, 'post', 'posts')} in doubt: does it stand there?`,
  toApprove: (name: string, week: string) => `${name} waits for approval, week of ${week}`,
  firstTitle: 'A first audit takes a minute',
  first: 'The bundled bot has faults planted for it. Start it in a second terminal, then audit it from here.',
  firstCommand:
    'npx studio sample-bot --faults us-helpline,western-grouping,english-only,month-first-dates,repeats-aadhaar',
  firstNext: 'Then: start an audit of http://127.0.0.1:7301/v1',
};

export const today = inLanguage({ en });
