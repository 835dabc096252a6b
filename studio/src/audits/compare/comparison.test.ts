import type { Comparison } from '@sacred-qa/contracts/comparison';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditRoom, openAuditRoom } from '../../testing/audit-room.ts';

let room: AuditRoom;
beforeAll(async () => {
  room = await openAuditRoom();
});
afterAll(() => room.close());

const audited = async (isWrong: (question: string) => boolean): Promise<string> => {
  room.failsOn(isWrong);
  return (await room.ended((await room.begin({ repeats: 6 })).id)).id;
};
const compare = async (a: string, b: string, query = ''): Promise<Comparison> =>
  (await room.call('GET', `/audits/${a}/compare/${b}${query}`)).json();
const isAboutHelp = (question: string): boolean => /911|emergency|ambulance|112|मदद|दुर्घटना/i.test(question);

test('a fault that came between two runs is a regression, its end an improvement, and no change is neither', async () => {
  const clean = await audited(() => false);
  const faulty = await audited((question) => !isAboutHelp(question));
  const worse = await compare(clean, faulty);
  expect(worse).toMatchObject({ verdict: 'worse', regression: true });
  expect(worse.patterns.map((row) => [row.pattern_id, row.verdict, row.cases_in_one])).toContainEqual([
    'lakh-crore-grouping',
    'worse',
    0,
  ]);
  expect(await compare(faulty, clean)).toMatchObject({ verdict: 'better', regression: false });
  const [rows] = await room.db.query<{ scored: number }>(
    `select count(*)::int as scored from scores where audit_id = $1 and verdict <> 'unscored'`,
    [faulty],
  );
  expect(worse.overall.b.scored).toBe(rows?.scored);
  const same = await compare(faulty, faulty, '?margin=0.9');
  expect([same.regression, same.overall.p]).toEqual([false, 1]);
});

test('a run that is not there, or a level that is none, is refused with what to do', async () => {
  const nobody = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';
  expect((await room.call('GET', `/audits/${nobody}/compare/${nobody}`)).statusCode).toBe(404);
  expect((await room.call('GET', `/audits/${nobody}/compare/${nobody}?level=2`)).json().code).toBe('bad_request');
});
