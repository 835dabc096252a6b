import { loadConfig } from '@sacred-qa/foundation/config';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FAKE_AUTHOR, FAKE_TOKEN, type FakeLinkedIn, startFakeLinkedIn } from '../testing/fake-linkedin.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { createLinkedIn } from './linkedin.ts';

const ACCOUNT = { LINKEDIN_ACCESS_TOKEN: FAKE_TOKEN, LINKEDIN_VERSION: '202510', LINKEDIN_AUTHOR: FAKE_AUTHOR };
const NINE_MS = Date.parse('2025-10-06T03:30:00Z');
const MINUTE_MS = 60_000;

let network: FakeLinkedIn;
let room: OutreachRoom;
beforeEach(async () => {
  network = await startFakeLinkedIn();
  const house = { MAIL_FROM: 'meera@studio.example', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' };
  const impatient: typeof fetch = (input, init) => {
    if (network.fault !== 'hang-after-accept') return network.fetch(input, init);
    const patience = new AbortController();
    network.onAccept = () => patience.abort(new DOMException('no answer in time', 'TimeoutError'));
    return network.fetch(input, { ...init, signal: patience.signal });
  };
  room = await openOutreachRoom({ ...house, ...ACCOUNT }, { fetch: impatient });
  network.nowMs = () => room.clock.ms;
});
afterEach(async () => {
  await room.close();
  await network.stop();
});

async function running(): Promise<void> {
  await room.call('POST', '/campaigns/october-sprint/plan', { week_of: '2025-10-06' });
  await room.call('POST', '/campaigns/october-sprint/approve', { by: 'Meera' });
  expect((await room.call('POST', '/campaigns/october-sprint/start', {})).statusCode).toBe(200);
}
const at = async (ms: number): Promise<void> => {
  room.clock.ms = ms;
  await room.outreach.posts.runDue();
};
/** What happens while LinkedIn has a request of ours and has not answered. */
function whenAsked(happens: () => unknown): void {
  const ask = network.fetch;
  network.fetch = async (...request) => {
    await happens();
    return ask(...request);
  };
}
const post = async (name = 'two-bugs') => (await room.call('GET', `/posts/${name}`)).json();
const settle = (posted: boolean) => room.call('POST', '/posts/two-bugs/settle', { posted });
const kinds = async () =>
  (await room.db.query<{ kind: string }>(`select event->>'kind' as kind from outreach.outbox order by id`)).map(
    (row) => row.kind,
  );

test('a post comes out at its minute, whole and once, and the Studio is told where it stands', async () => {
  await running();
  await at(NINE_MS - 1);
  expect(network.posts).toHaveLength(0);
  await at(NINE_MS);
  await at(NINE_MS + MINUTE_MS);
  const found = await post();
  expect(network.posts.map(({ shown }) => shown)).toEqual([found.text]);
  expect(found).toMatchObject({ state: 'published', settled_by: 'network', urn: network.posts[0]?.urn });
  expect(found.url).toBe(`https://www.linkedin.com/feed/update/${network.posts[0]?.urn}/`);
  expect(await kinds()).toEqual(['campaign.started', 'post.published']);
});

test('a post with a link is shown with its card', async () => {
  const config = loadConfig({ env: ACCOUNT, rootDir: room.folder }).outreach.linkedin;
  if (config === null) throw new Error('the account is not read');
  const linkedin = createLinkedIn({ fetch: network.fetch, config });
  const link = { url: 'https://studio.example/a?utm_source=x', title: 'Two bugs (and more)' };
  expect(await linkedin.publish({ text: 'Read this.', link })).toMatchObject({ kind: 'published' });
  expect(network.posts[0]?.article).toEqual({ source: link.url, title: link.title });
});

test('a token that cannot stand in a header is refused before anything is sent', async () => {
  const env = { ...ACCOUNT, LINKEDIN_ACCESS_TOKEN: 'AQX\u2026' };
  const config = loadConfig({ env, rootDir: room.folder }).outreach.linkedin;
  if (config === null) throw new Error('the account is not read');
  const outcome = await createLinkedIn({ fetch: network.fetch, config }).publish({ text: 'Read this.', link: null });
  expect(outcome).toMatchObject({ kind: 'refused', why: expect.stringContaining('LINKEDIN_ACCESS_TOKEN') });
  expect(network.requests).toBe(0);
});

test.each(['hang-after-accept', 'cut-after-accept', 'error-after-accept'] as const)(
  'when it is not known whether the post was taken (%s) it is in doubt and never sent again by itself',
  async (fault) => {
    await running();
    network.knowsDuplicates = false;
    network.fault = fault;
    await at(NINE_MS);
    network.fault = 'none';
    for (let i = 1; i <= 20; i += 1) await at(NINE_MS + i * MINUTE_MS);
    expect(network.posts).toHaveLength(1);
    expect(await post()).toMatchObject({ state: 'in_doubt', note: expect.stringContaining('studio post settle') });
    expect(await kinds()).toEqual(['campaign.started', 'post.in_doubt']);
  },
);

test('where the token may read, the page settles a doubt; where not, it is asked once and the person settles', async () => {
  await running();
  network.fault = 'cut-after-accept';
  await at(NINE_MS);
  network.fault = 'none';
  const before = network.requests;
  expect(await room.outreach.posts.lookOnPage()).toBe(0);
  expect(await room.outreach.posts.lookOnPage()).toBe(0);
  expect(network.requests).toBe(before + 1);
  expect((await settle(true)).json()).toMatchObject({ state: 'published', settled_by: 'person' });
  expect((await settle(true)).statusCode).toBe(409);
});

test('a doubt is settled by the page only for the same text, posted since then', async () => {
  await running();
  network.mayRead = true;
  network.fault = 'error';
  await at(NINE_MS);
  expect((await post()).state).toBe('in_doubt');
  network.fault = 'none';
  expect(await room.outreach.posts.lookOnPage()).toBe(0);
  const { text } = await post();
  network.posts.push({
    urn: 'urn:li:share:1',
    commentary: text,
    shown: text,
    article: null,
    createdAt: NINE_MS - 86_400_000,
  });
  expect(await room.outreach.posts.lookOnPage()).toBe(0);
  network.posts.push({ urn: 'urn:li:share:2', commentary: text, shown: text, article: null, createdAt: NINE_MS });
  expect(await room.outreach.posts.lookOnPage()).toBe(1);
  expect(await post()).toMatchObject({ state: 'published', settled_by: 'lookup', urn: 'urn:li:share:2' });
});

test('not posted after all: it goes out once more within its time, and after that it expires', async () => {
  await running();
  network.fault = 'error';
  await at(NINE_MS);
  network.fault = 'none';
  expect((await settle(false)).json()).toMatchObject({ state: 'planned', note: null });
  await at(NINE_MS + MINUTE_MS);
  expect((await post()).state).toBe('published');
  network.fault = 'error';
  const wednesday = NINE_MS + 2 * 86_400_000;
  await at(wednesday);
  await at(wednesday + 5 * 3_600_000);
  const late = await room.call('POST', '/posts/seven-patterns/settle', { posted: false });
  expect(late.json()).toMatchObject({ state: 'expired' });
});

test('a text that LinkedIn knows already stays in doubt with the place it names, for it may be a ghost', async () => {
  await running();
  network.fault = 'cut-after-accept';
  await at(NINE_MS);
  network.fault = 'none';
  await settle(false);
  await at(NINE_MS + MINUTE_MS);
  expect(network.posts).toHaveLength(1);
  expect(await post()).toMatchObject({ state: 'in_doubt', urn: network.posts[0]?.urn });
  expect((await settle(true)).json()).toMatchObject({ state: 'published', urn: network.posts[0]?.urn });
});

test('at the limit of posts it waits as long as it is told, and a network that is not reached is tried again', async () => {
  await running();
  network.fault = 'rate-limited';
  await at(NINE_MS);
  const asked = network.requests;
  await at(NINE_MS + 9 * MINUTE_MS);
  expect(network.requests).toBe(asked);
  expect(await post()).toMatchObject({ state: 'planned', note: expect.stringContaining('limit') });
  network.fault = 'refuses-connections';
  await at(NINE_MS + 10 * MINUTE_MS);
  expect((await post()).note).toContain('could not be reached');
  network.fault = 'none';
  await at(NINE_MS + 15 * MINUTE_MS);
  expect((await post()).state).toBe('published');
});

test('a post that is put off while its campaign is cancelled is cancelled too', async () => {
  await running();
  network.fault = 'rate-limited';
  whenAsked(() => room.call('POST', '/campaigns/october-sprint/cancel', {}));
  await at(NINE_MS);
  expect(await post()).toMatchObject({ state: 'cancelled', note: expect.stringContaining('limit') });
});

test('a post whose time ends while another is published does not come out late', async () => {
  await running();
  await room.db.query(`update outreach.posts set due_at = $1, not_after = $1 where name = 'seven-patterns'`, [
    new Date(NINE_MS + 1).toISOString(),
  ]);
  whenAsked(() => {
    room.clock.ms += MINUTE_MS;
  });
  await at(NINE_MS + 1);
  expect([network.posts.length, (await post('seven-patterns')).state]).toEqual([1, 'planned']);
  await at(room.clock.ms);
  expect((await post('seven-patterns')).state).toBe('expired');
});

test('when there is no time left to try again, the person gets the card', async () => {
  await running();
  network.fault = 'rate-limited';
  await at(NINE_MS + 239 * MINUTE_MS);
  expect(await post()).toMatchObject({ state: 'due', note: expect.stringContaining('05:30 IST') });
});

test.each([
  ['token-expired', /LINKEDIN_ACCESS_TOKEN/],
  ['version-retired', /LINKEDIN_VERSION/],
] as const)(
  'a refusal (%s) says what to do and hands the card to the person; nothing is tried again',
  async (fault, said) => {
    await running();
    network.fault = fault;
    await at(NINE_MS);
    network.fault = 'none';
    await at(NINE_MS + 30 * MINUTE_MS);
    expect(await post()).toMatchObject({ state: 'due', note: expect.stringMatching(said) });
    expect(network.posts).toHaveLength(0);
    expect(JSON.stringify([await post(), room.log])).not.toContain(FAKE_TOKEN);
  },
);

test('while the store is away it is kept in mind how a post ended', async () => {
  await running();
  const commit = vi.spyOn(room.db, 'transaction');
  whenAsked(() => commit.mockRejectedValueOnce(new Error('the store is away')));
  await expect(at(NINE_MS)).rejects.toThrow('away');
  commit.mockRestore();
  expect((await post()).state).toBe('publishing');
  await at(NINE_MS + MINUTE_MS);
  expect([(await post()).state, network.posts.length]).toEqual(['published', 1]);
});

test.each(['dead/1', 'test/1'])('a post that %s will not end is in doubt', async (owner) => {
  await running();
  await room.db.query(
    `update outreach.posts set state = 'publishing', leased_by = $2, publishing_at = $1 where name = 'two-bugs'`,
    [new Date(NINE_MS).toISOString(), owner],
  );
  await at(NINE_MS + 11 * MINUTE_MS);
  expect((await post()).state).toBe('in_doubt');
  expect(network.posts).toHaveLength(0);
});

test('whatever the network does, and however often, no text stands there twice and none is lost', async () => {
  await running();
  await room.db.query(
    `insert into outreach.posts (id, campaign, name, title, text, due_at, not_after, state)
     select gen_random_uuid(), (select id from outreach.campaigns limit 1), 'post-' || n, 'Title', 'Text ' || n,
       $1::timestamptz, $1::timestamptz + interval '1 day', 'planned' from generate_series(1, 20) as n`,
    [new Date(NINE_MS).toISOString()],
  );
  // A small generator with a seed: the same faults in each run of the test.
  let seed = 20_251_006;
  const random = (choices: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * choices);
  };
  const faults = [
    'none',
    'cut-after-accept',
    'error-after-accept',
    'error',
    'rate-limited',
    'refuses-connections',
  ] as const;
  network.knowsDuplicates = false;
  const ask = network.fetch;
  network.fetch = (input, init) => {
    network.fault = faults[random(faults.length)] ?? 'none';
    return ask(input, init);
  };
  const stands = (text: string): number => network.posts.filter(({ shown }) => shown === text).length;
  for (let round = 0; round < 16; round += 1) {
    await at(NINE_MS + round * 11 * MINUTE_MS);
    const { items } = (await room.call('GET', '/posts?state=in_doubt&limit=200')).json();
    for (const { id } of items) {
      const { text } = (await room.call('GET', `/posts/${id}`)).json();
      await room.call('POST', `/posts/${id}/settle`, { posted: stands(text) > 0 });
    }
  }
  const rows = await room.db.query<{ state: string; text: string }>(
    `select state, text from outreach.posts where name like 'post-%'`,
  );
  expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'published'));
  expect(rows.filter(({ text }) => stands(text) !== 1)).toEqual([]);
});
