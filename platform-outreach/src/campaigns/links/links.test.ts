import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProspects } from '../../testing/campaign-people.ts';
import { type OutreachRoom, openOutreachRoom } from '../../testing/outreach-room.ts';
import type { LinkVisit } from './fetch-link.ts';

const SHIPPED = join(import.meta.dirname, '../../../campaigns');
const WEEK = { week_of: '2025-10-06' };

let room: OutreachRoom;
let asked: string[];
let answer: (link: string) => LinkVisit | Promise<LinkVisit>;
beforeEach(async () => {
  asked = [];
  answer = (link) => ({
    kind: 'answered',
    status: 200,
    url: link,
    hops: 0,
    isHtml: true,
    page: '<script>var _paq</script>',
  });
  room = await openOutreachRoom(
    { MAIL_FROM: 'Meera <meera@studio.in>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' },
    {
      fetchLink: async (link) => {
        asked.push(link);
        return answer(link);
      },
    },
  );
  cpSync(SHIPPED, join(room.folder, 'campaigns'), { recursive: true });
  edit('campaign.yaml', (text) => text.replace('https://studio.example/micro-audit', 'https://studio.in/micro-audit'));
  await addProspects(room, 2, 'quick-win');
});
afterEach(() => room.close());

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(room.folder, 'campaigns/october-sprint', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const act = (step: string, body: object = WEEK) => room.call('POST', `/campaigns/october-sprint/${step}`, body);

test('each distinct link is fetched once a day, without what names a mail, and is shown with its line', async () => {
  const { links, flaws } = (await act('check')).json();
  // Two posts and one batch with people; both people have the same page.
  expect(asked).toHaveLength(3);
  expect(asked.join()).not.toContain('metadata');
  expect(links.map((one: { where: string }) => one.where)).toContain('batch-a.md line 19');
  expect(links[0].result).toMatchObject({ state: 'answered', tag: 'Matomo' });
  expect(flaws).toEqual([]);
  await act('check');
  await act('plan');
  expect(asked).toHaveLength(3);
  room.clock.ms += 86_400_000;
  await act('check');
  expect(asked).toHaveLength(6);
});

test('a dead link blocks the approval with its line and cause; mended, it is asked again the same day', async () => {
  answer = (link) => (link.includes('utm_medium=email') ? { ...okay(link), status: 404 } : okay(link));
  const planned = (await act('plan')).json();
  expect(planned.flaws).toEqual([
    expect.objectContaining({
      rule: 'link_dead',
      blocks: true,
      where: 'batch-a.md line 19',
      detail: expect.stringContaining('404'),
    }),
  ]);
  expect((await act('approve', { by: 'Meera' })).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('404'),
  });
  answer = okay;
  await act('plan');
  expect((await act('approve', { by: 'Meera' })).statusCode).toBe(200);
});

test('links that nobody saw answer keep it from approval, until the person says that they know it', async () => {
  await act('plan', { ...WEEK, offline: true });
  const unseen = { code: 'conflict', detail: expect.stringMatching(/Nobody has seen https:\/\/studio\.in\/.* answer/) };
  expect((await act('approve', { by: 'Meera' })).json()).toMatchObject(unseen);
  answer = () => ({ kind: 'unreachable', why: 'ENOTFOUND' });
  await act('plan');
  expect((await act('approve', { by: 'Meera' })).json()).toMatchObject(unseen);
  expect((await act('approve', { by: 'Meera', links_unseen: true })).json()).toMatchObject({ state: 'approved' });
});

test('what is kept of a link holds nothing of the link', async () => {
  edit('batch-a.md', (text) =>
    text.replace('{{ call_to_action }}', 'https://studio.in/for/{{ company }}?utm_source=o'),
  );
  await act('check');
  const kept = JSON.stringify(await room.db.query('select * from outreach.link_checks'));
  expect(asked.join()).toContain('Company');
  expect(kept).not.toContain('Company');
});

test('a host that nobody knows is dead where other links answer', async () => {
  answer = (link) => (link.includes('utm_medium=social') ? { kind: 'unreachable', why: 'ENOTFOUND' } : okay(link));
  const { flaws } = (await act('check')).json();
  expect(flaws.map((one: { rule: string; where: string }) => `${one.rule} ${one.where}`)).toEqual([
    'link_dead post-two-bugs.md line 17',
    'link_dead post-seven-patterns.md line 25',
  ]);
});

test('without a network, or by --offline, nothing is held against the copy, and it is said', async () => {
  answer = () => ({ kind: 'unreachable', why: 'ENOTFOUND' });
  const far = (await act('check')).json();
  expect(far.flaws).toEqual([]);
  expect(far.warnings.join()).toContain('could not be reached now (ENOTFOUND)');
  asked = [];
  const offline = (await act('check', { ...WEEK, offline: true })).json();
  expect(asked).toEqual([]);
  expect(offline.warnings.join()).toContain('--offline');
});

function okay(link: string): Extract<LinkVisit, { kind: 'answered' }> {
  return { kind: 'answered', status: 200, url: link, hops: 0, isHtml: true, page: '<script>var _paq</script>' };
}

test('what is approved while links are being fetched for another plan stands', async () => {
  await act('plan');
  room.clock.ms += 86_400_000;
  const sound = answer;
  answer = async (link) => {
    answer = sound;
    expect((await act('approve', { ...WEEK, by: 'Meera' })).statusCode).toBe(200);
    return sound(link);
  };
  const again = await act('plan');
  expect([again.statusCode, again.json().detail]).toEqual([409, expect.stringContaining('approved while')]);
  expect((await room.call('GET', '/campaigns/october-sprint/status')).json()).toMatchObject({ state: 'approved' });
  expect((await act('plan')).json().state).toBe('planned');
});
