import type { AgendaBooking, AgendaItem } from '@sacred-qa/contracts/campaign';
import { expect, test } from 'vitest';
import { dueNext } from './due-next.ts';

const NOW = '2025-10-06T02:00:00.000Z';
const batch: AgendaItem = {
  ...{ id: 'b1', kind: 'batch', step: 1, campaign: 'october-sprint', week_of: '2025-10-06', name: 'a' },
  ...{ campaign_state: 'running', state: 'planned', title: 'Quick QA Win', mails: { reserved: 10 } },
  ...{ due_at: '2025-10-06T02:30:00.000Z', not_after: '2025-10-06T04:30:00.000Z' },
};
const post: AgendaItem = {
  ...batch,
  id: 'p1',
  kind: 'post',
  title: '2 Bugs',
  mails: {},
  due_at: '2025-10-06T03:30:00.000Z',
};
const call: AgendaBooking = {
  ...{ uid: 'u1', status: 'accepted', start_at: '2025-10-07T05:30:00.000Z', end_at: null },
  ...{ prospect_id: 'P-004', lineage_id: null },
};
const job = (name: string, at: string) => ({ name, cron: '', zone: 'Asia/Kolkata', next: [at], last: null });

test('mails, posts, calls and jobs are due in the order of their time, each with the way to its place', () => {
  const agenda = { items: [post, batch, { ...batch, step: 2, due_at: '2025-10-09T02:30:00.000Z' }], bookings: [call] };
  expect(
    dueNext(agenda, [job('health_check', '2025-10-07T00:30:00.000Z')], NOW).map(({ what, to }) => [what, to]),
  ).toEqual([
    ['Quick QA Win: 10 mails', '/campaigns/october-sprint?week=2025-10-06'],
    ['Post: 2 Bugs', '/posts?id=p1'],
    ['Health check', '/jobs'],
    ['Call with P-004', '/prospects?id=P-004'],
    ['Quick QA Win, follow-up 1: 10 mails', '/campaigns/october-sprint?week=2025-10-06'],
  ]);
});

test('what is past, over, cancelled or has nobody to go to is not due; what somebody must still do is said', () => {
  const agenda = {
    items: [
      { ...batch, due_at: '2025-10-06T01:59:59.000Z' },
      { ...batch, state: 'done' as const },
      { ...batch, campaign_state: 'cancelled' as const },
      { ...batch, mails: { suppressed: 3 } },
      { ...batch, campaign_state: 'planned' as const, mails: { reserved: 1 } },
    ],
    bookings: [
      { ...call, status: 'cancelled' },
      { ...call, status: 'pending', prospect_id: null },
    ],
  };
  expect(dueNext(agenda, [], NOW)).toEqual([
    expect.objectContaining({ what: 'Quick QA Win: 1 mail', note: 'waits for approval' }),
    expect.objectContaining({ to: '/campaigns?day=2025-10-07', note: 'not confirmed yet' }),
  ]);
});

test('jobs of every day never crowd out the mails of another week', () => {
  const jobs = Array.from({ length: 9 }, (_, i) => job(`job_${i}`, `2025-10-07T0${i}:00:00.000Z`));
  const due = dueNext({ items: [{ ...batch, due_at: '2025-11-03T02:30:00.000Z' }], bookings: [] }, jobs, NOW);
  expect(due).toHaveLength(5);
  expect(due.at(-1)?.what).toContain('Quick QA Win');
});
