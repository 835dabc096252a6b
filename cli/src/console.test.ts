/** The console in a real browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConsoleRoom, openConsoleRoom } from './testing/console-room.ts';
import { planSprint, SPRINT_WEEK } from './testing/seeded-practice.ts';

// What a browser shows does not hang on the kind of store: once is enough.
const embedded = test.skipIf(process.env.DATABASE_URL);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let room: ConsoleRoom;
let context: BrowserContext;
let page: Page;
let faults: string[];
beforeAll(async () => {
  if (process.env.DATABASE_URL) return;
  room = await openConsoleRoom();
  context = await room.browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Refusals are answers; the browser calls them errors.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(room.url)) faults.push(`a request to ${request.url()}`);
  });
  faults = [];
}, 120_000);
afterAll(() => room?.close());
afterEach(() => {
  expect(faults).toEqual([]);
});

async function axeFaults(): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<{ violations: AxeFault[] }> } }).axe.run(),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
interface AxeFault {
  id: string;
  nodes: { html: string }[];
}

embedded('a browser without a session is shown the way in, and gets in with a key', async () => {
  await page.goto(`${room.url}/sankalpas`);
  await page.getByLabel('API key').fill('sqs_wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('You are not signed in').waitFor();
  expect(await axeFaults()).toEqual([]);
  await page.getByLabel('API key').fill(room.adminKey);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sankalpas', level: 1 }).waitFor();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'studio_session', httpOnly: true, sameSite: 'Strict' });
});

embedded('a campaign is looked at as it will be sent, and approved, by the keyboard alone', async () => {
  await planSprint(room);
  await page.goto(`${room.url}/campaigns?day=${SPRINT_WEEK}`);
  await page.getByRole('link', { name: /08:00 10 mails Quick QA Win/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'October sprint', level: 1 }).waitFor();
  await page.getByRole('list', { name: 'Mails' }).waitFor();
  await page.keyboard.press('j');
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
