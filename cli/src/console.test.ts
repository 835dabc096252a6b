/** The console in a real browser. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConsoleRoom, openConsoleRoom } from './testing/console-room.ts';
import { HOSTILE, type HostilePractice, seedHostile } from './testing/hostile-practice.ts';
import { pagesOf, type SeededPractice, SPRINT_WEEK, seedPractice } from './testing/seeded-practice.ts';
import { axeFaults, excessWidth, goWithin, openPage, untilShown, watchPage } from './testing/shown-page.ts';

// What a browser shows does not hang on the kind of store: once is enough.
const embedded = test.skipIf(process.env.DATABASE_URL);
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
/** One of each build: a list, two panes beside each other, a form, a dialog. */
const NARROW_TOO = new Set(['today', 'audit', 'new-audit', 'declare']);

let room: ConsoleRoom;
let page: Page;
let seeded: SeededPractice;
let pages: Record<string, string>;
/** Against what hangs, not what is slow. */
const HANGS_AFTER_MS = 110_000;
const faults: string[] = [];
let hostile: HostilePractice | undefined;

beforeAll(async () => {
  if (process.env.DATABASE_URL) return;
  room = await openConsoleRoom();
  const context = await newContext({ reducedMotion: 'reduce', viewport: WIDE });
  page = await context.newPage();
  watchPage(page, room.url, faults);
  await page.goto(room.entrance());
  await heading('Today');
  seeded = await seedPractice(room);
  pages = pagesOf(seeded, await room.call<{ lineage_id: string }>('GET', `/audits/${seeded.auditId}`));
});
afterAll(async () => {
  await hostile?.close();
  await room?.close();
});
afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await room.browser.newContext(options);
  context.setDefaultTimeout(HANGS_AFTER_MS);
  return context;
}

const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

embedded('a browser without a session is shown the way in, and gets in with a key', async () => {
  const context = await newContext();
  const stranger = await context.newPage();
  watchPage(stranger, room.url, faults);
  await stranger.goto(`${room.url}/sankalpas`);
  await stranger.getByLabel('API key').fill('sqs_wrong');
  await stranger.keyboard.press('Enter');
  await stranger.getByRole('alert').getByText('You are not signed in').waitFor();
  expect(await axeFaults(stranger)).toEqual([]);
  await stranger.getByLabel('API key').fill(room.adminKey);
  await stranger.keyboard.press('Enter');
  await stranger.getByRole('heading', { name: 'Sankalpas', level: 1 }).waitFor();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'studio_session', httpOnly: true, sameSite: 'Strict' });
  await context.close();
});

embedded(
  'every page keeps all rules of axe by day, the contrasts by night, and fits a narrow screen',
  async () => {
    const found: string[] = [];
    await openPage(page, `${room.url}/`);
    for (const [name, path] of Object.entries(pages)) {
      await goWithin(page, path);
      found.push(...(await axeFaults(page)).map((fault) => `${name} ${fault}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await axeFaults(page, ['color-contrast'])).map((fault) => `${name} by night ${fault}`));
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(NARROW);
      if (NARROW_TOO.has(name)) found.push(...(await axeFaults(page)).map((fault) => `${name} narrow ${fault}`));
      const excess = await excessWidth(page);
      if (excess > 0) found.push(`${name} is ${excess} px wider than the screen`);
      await page.setViewportSize(WIDE);
    }
    expect(found).toEqual([]);
  },
  2 * HANGS_AFTER_MS,
);

const focused = () => page.locator(':focus');

embedded('the keyboard alone goes to a page, down its list, into an audit, its finding, and back', async () => {
  await openPage(page, `${room.url}/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or go to' }).waitFor();
  await page.keyboard.type('audits');
  await page.keyboard.press('Enter');
  await heading('Audits');
  await untilShown(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect.poll(() => focused().getAttribute('href')).toContain(`/audits/${seeded.auditId}`);
  await page.keyboard.press('Enter');
  await heading('Asha Stores support bot');
  await untilShown(page);
  await page.keyboard.press('j');
  await expect.poll(() => focused().getAttribute('href')).toContain('finding=');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Findings' }).getByRole('heading', { level: 3 }).first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.keyboard.press('Escape');
  await heading('Audits');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

embedded('a tree is walked, closed and opened by the keys of a treegrid', async () => {
  await openPage(page, room.url + pages.lineage);
  const grid = page.getByRole('treegrid');
  const chosen = grid.locator('[aria-selected="true"]');
  await chosen.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => chosen.getAttribute('aria-level')).toBe('1');
  const rowsOpen = await grid.getAttribute('aria-rowcount');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('1');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(rowsOpen);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused().getAttribute('aria-level')).toBe('2');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focused().getAttribute('aria-level')).toBe('1');
  await page.keyboard.press('End');
  await expect.poll(() => focused().getAttribute('aria-rowindex')).toBe(rowsOpen);
});

embedded(
  'an audit goes from its form to a finding that is confirmed, one rejected with a reason, and the report',
  async () => {
    await openPage(page, `${room.url}${pages['new-audit']}&engagement=${seeded.engagementId}`);
    await page.getByLabel('Numbers and money').check();
    await page.getByText(/conversations, .* calls/).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('link', { name: 'Open the report' }).waitFor();
    const findings = page.getByRole('list', { name: 'Findings' }).getByRole('link');
    await findings.first().click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Confirmed').first().waitFor();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('यह ठीक है');
    await page.keyboard.press('Enter');
    await page.getByText('यह ठीक है').waitFor();
    const [report] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open the report' }).click(),
    ]);
    await report.getByText('Ordered: Micro-audit of the help desk').waitFor();
    await report.getByText('Asha Stores support bot').first().waitFor();
    await report.close();
    const pdf = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
    const printed = await page.request.get(room.url + pdf, { timeout: HANGS_AFTER_MS });
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
  },
);

embedded('work is sold and the name that reports bear is set, by the keyboard alone', async () => {
  await openPage(page, `${room.url}/engagements`);
  await page.getByRole('button', { name: 'New engagement' }).press('Enter');
  await page.getByLabel('Client').fill('किराना साथी');
  await page.getByLabel('Scope').fill('One micro-audit');
  await page.getByLabel('Price in rupees').fill('1,25,000');
  await page.keyboard.press('Enter');
  await page.getByText('Price: ₹1,25,000.').waitFor();
  await page.getByLabel('State').selectOption('paid');
  await page.getByRole('link', { name: /किराना साथी.*Paid/ }).waitFor();
  await openPage(page, `${room.url}/settings`);
  await page.getByLabel('Name', { exact: true }).fill('Meera Iyer & Co');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  expect(await room.call('GET', '/brand')).toMatchObject({ brand: { name: 'Meera Iyer & Co' } });
  // What another changed meanwhile is not put back by a form that was read before.
  await room.call('PATCH', '/brand', { contact: 'meera@studio.example' });
  await page.getByLabel('Name', { exact: true }).fill('Meera Iyer and Daughter');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => room.call('GET', '/brand'))
    .toMatchObject({ brand: { name: 'Meera Iyer and Daughter', contact: 'meera@studio.example' } });
  // A double click is one press: it asks, and does nothing for good.
  await room.call('POST', '/keys', { label: 'of a script', scope: 'read' });
  await page.reload();
  const key = page.getByRole('row', { name: /of a script/ });
  await key.getByRole('button', { name: 'Revoke' }).dblclick();
  await key.getByRole('button', { name: 'Revoke for good?' }).click();
  await key.getByText('revoked').waitFor();
});

embedded('a campaign is looked at as it will be sent, and approved, by the keyboard alone', async () => {
  await page.goto(`${room.url}/campaigns?day=${SPRINT_WEEK}`);
  await page.getByRole('link', { name: /08:00 IST 10 mails Quick QA Win/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'October sprint', level: 1 }).waitFor();
  await page.getByRole('list', { name: 'Mails' }).waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-index="0"] a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('A small test for Kirana Saathi').waitFor();
  await page.frameLocator('iframe').getByText('Hello Asha Raghunathan').waitFor();
  await page.getByRole('button', { name: 'Plain text' }).press('Enter');
  await page.getByText('No more mails from us: mailto:meera+r').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Approve…' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Meera Iyer');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start' }).waitFor();
  const status = await room.call('GET', `/outreach/campaigns/october-sprint/status?week_of=${SPRINT_WEEK}`);
  expect(status).toMatchObject({ state: 'approved', approved_by: 'Meera Iyer' });
});

embedded('a list of people is shown against what is known before it is taken over', async () => {
  await page.goto(`${room.url}/prospects`);
  await page.getByRole('link', { name: 'Take a list over' }).press('Enter');
  const list =
    'Name;E-Mail;Company\r\nAsha Raghunathan;asha@kirana-saathi.example;Kirana Saathi Labs\r\n"<b>Ravi</b>";ravi@new.example;\r\n';
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByText('1 known person stays as known').waitFor();
  await page.getByLabel('What the list says').press('Space');
  await page.getByText('1 known person changes').waitFor();
  await page.getByRole('cell', { name: 'Kirana Saathi Labs' }).waitFor();
  expect(await room.call('GET', '/outreach/prospects/P-001')).toMatchObject({ person: { company: 'Kirana Saathi' } });
  await page.getByRole('button', { name: 'Take it over' }).press('Enter');
  await page.getByText('Taken over.').waitFor();
  expect(await room.call('GET', '/outreach/prospects/P-001')).toMatchObject({
    person: { company: 'Kirana Saathi Labs' },
  });
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /<b>Ravi<\/b>/ }).press('Enter');
  await page.getByLabel('Notes').fill('met in Pune');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Saved.').waitFor();
  // What was saved is not held against what another writes there later.
  const ravi = new URL(page.url()).searchParams.get('id');
  await room.call('PATCH', `/outreach/prospects/${ravi}`, { cells: { notes: 'met in Nashik' } });
  await page.getByLabel('Role').fill('Founder');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect.poll(() => page.getByLabel('Notes').inputValue()).toBe('met in Nashik');
});

embedded('a week in figures tells machines from people, and each number shows the query behind it', async () => {
  await room.call('POST', '/sample');
  await openPage(page, `${room.url}/metrics?campaign=sample-sprint`);
  const [funnel, rates] = ['Funnel', 'Response rate'].map((name) =>
    page.locator('section', { has: page.getByRole('heading', { name, level: 2 }) }),
  );
  const written = funnel?.locator('li', { hasText: 'Written to' }).getByRole('button').first();
  await rates?.getByRole('img', { name: /^Everybody: .* with 95 % confidence/ }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFaults(page, ['color-contrast'])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  expect(await excessWidth(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize(WIDE);
  const shown = await written?.textContent();
  await written?.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Where this number comes from' });
  await dialog.getByText('outreach.messages').first().waitFor();
  expect(await dialog.locator('dd').nth(1).textContent()).toBe(shown);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  // Another hand does it, and the page tells of it by itself.
  await room.call('POST', '/outreach/metrics/reflection', { campaign: 'sample-sprint' });
  await page.locator('section', { hasText: 'Kept on' }).last().getByText('Hypothesis:').waitFor();
});

embedded('a chosen node says what a person wants to know of its kind, and leads to where that lives', async () => {
  const detail = page.getByRole('region', { name: 'The chosen node' });
  // Events of several people come in any order, so each is found by its own words.
  for (const [kind, text, tells, leads] of [
    ['batch.started', '', 'Mails', 'Open the campaign'],
    ['post.published', '', 'Published', 'Open the post'],
    ['mail.opened', 'scanner', 'a scanner', 'The mail as it was sent'],
    ['reply.received', 'SMP-005', 'we have our own testers', 'Read it in the inbox'],
    ['booking.created', 'SMP-002', 'Booked', 'See it in the calendar'],
    ['audit', '', 'Dastak Pay help desk', 'Open the report'],
  ] as const) {
    const { items } = await room.call<{ items: { text: string; lineage_id: string }[] }>(
      'GET',
      `/sankalpa?kind=${kind}`,
    );
    const one = items.find((item) => item.text.includes(text));
    await goWithin(page, `/lineage/${one?.lineage_id}`);
    await detail.getByText(tells).first().waitFor();
    const link = detail.getByRole('link', { name: leads });
    await link.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    if (kind === 'batch.started') {
      const { week_of } = await room.call<{ week_of: string }>('GET', '/outreach/campaigns/sample-sprint/status');
      expect(await link.getAttribute('href')).toBe(`/campaigns/sample-sprint?week=${week_of}`);
    }
    if (kind !== 'booking.created') continue;
    // In the calendar it stands beside what was sent, and leads to who booked and back to its lineage.
    await link.press('Enter');
    const day = page.getByRole('cell', { name: 'SMP-002' });
    await day.getByText('11:00 IST booking').waitFor();
    expect(await day.getByRole('link', { name: 'SMP-002' }).getAttribute('href')).toBe('/prospects?id=SMP-002');
    expect(await day.getByRole('link', { name: 'Lineage' }).getAttribute('href')).toBe(`/lineage/${one?.lineage_id}`);
    expect(await axeFaults(page)).toEqual([]);
  }
});

embedded('the kind of a mail that came back is corrected by a press of its button, not by what is chosen', async () => {
  const [one] = (await room.call<{ items: { id: string }[] }>('GET', '/outreach/inbox?kind=auto-reply')).items;
  const stored = () => room.call('GET', `/outreach/inbox/${one?.id}`);
  await goWithin(page, `/inbox?show=all&id=${one?.id}`);
  const [choice, correct] = [page.getByLabel('It is rather'), page.getByRole('button', { name: 'Correct the kind' })];
  expect(await correct.isDisabled()).toBe(true);
  await choice.focus();
  await page.keyboard.type('Reply');
  await expect.poll(() => choice.inputValue()).toBe('human-reply');
  expect(await stored()).toMatchObject({ kind: 'auto-reply' });
  await correct.press('Enter');
  const facts = page.locator('dl').first();
  await facts.getByText('Reply', { exact: true }).waitFor();
  expect(await stored()).toMatchObject({ kind: 'human-reply' });
  expect(await axeFaults(page)).toEqual([]);
});

embedded(
  'without a network it says so and keeps what was read; once it is back, everything is read again',
  async () => {
    // With an empty cache of its own: what was not opened is not there.
    const context = await newContext({ viewport: WIDE });
    const page = await context.newPage();
    watchPage(page, room.url, faults);
    await page.goto(room.entrance());
    await page.getByRole('link', { name: 'Sankalpas', exact: true }).click();
    const row = (text: string) => page.getByRole('link', { name: text });
    await page.getByRole('list', { name: 'Sankalpas' }).getByRole('link').first().waitFor();
    // What another hand declares comes by itself.
    await room.call('POST', '/sankalpa', { text: 'Declared while somebody looks' });
    await row('Declared while somebody looks').waitFor();

    const banner = page.getByRole('status').getByText('The Studio does not answer.');
    await context.setOffline(true);
    try {
      await page.getByLabel('Search').fill('declared while nobody');
      await banner.waitFor();
      await page.getByRole('alert').getByText('This page tries again by itself').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByLabel('Search').fill('');
      await row('Declared while somebody looks').waitFor();
      await room.call('POST', '/sankalpa', { text: 'Declared while nobody could look' });
      // The code of a page that was never opened cannot come either; it comes with the network.
      await page.getByRole('link', { name: 'Jobs' }).click();
    } finally {
      await context.setOffline(false);
    }
    await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Sankalpas', exact: true }).click();
    await row('Declared while nobody could look').waitFor();
    await context.close();
  },
);

embedded(
  'texts that want to break a page are shown as texts, on every page, and in the report',
  async () => {
    hostile = await seedHostile(room);
    const { auditId, findingIds, rootIds, targetId, prospectIds } = hostile;
    const own = await room.call<{ lineage_id: string }>('GET', `/audits/${auditId}`);
    const shown = [
      ...Object.values(pagesOf({ ...seeded, auditId, targetId, findingId: findingIds[0] ?? '' }, own)),
      ...findingIds.map((id) => `/audits/${auditId}?finding=${id}`),
      ...rootIds.map((id) => `/lineage/${id}`),
      ...prospectIds.map((id) => `/prospects?id=${id}`),
      '/prospects?q=hostile.example',
    ];
    const report = `/api/v1/audits/${auditId}/report`;
    const wide: string[] = [];
    await page.setViewportSize(NARROW);
    await openPage(page, `${room.url}/`);
    for (const path of [...shown, report]) {
      await (path === report ? openPage(page, room.url + path) : goWithin(page, path));
      const excess = await excessWidth(page);
      if (excess > 0) wide.push(`${path} is ${excess} px wider than the screen`);
    }
    await page.setViewportSize(WIDE);
    expect(wide).toEqual([]);
    expect(findingIds.length).toBeGreaterThan(0);
    expect(prospectIds).toHaveLength(Object.keys(HOSTILE).length);
  },
  2 * HANGS_AFTER_MS,
);
