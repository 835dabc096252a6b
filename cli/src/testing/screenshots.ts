/** `npm run screenshots [-- PAGE…]`: every page, wide and narrow, light and dark, into `screenshots/` to be looked at. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openConsoleRoom } from './console-room.ts';
import { pagesOf, seedPractice } from './seeded-practice.ts';
import { openPage } from './shown-page.ts';

const folder = join(import.meta.dirname, '../../../screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
/** Kinds of nodes of which the card is shown beside the tree. */
const CARDS = ['campaign.started', 'post.published', 'mail.clicked', 'reply.received', 'booking.created', 'audit'];
const PAINT_MS = 500;
const THEMES = ['light', 'dark'] as const;

const room = await openConsoleRoom();
try {
  const seeded = await seedPractice(room);
  await room.call('POST', '/sample');
  const audit = await room.call<{ lineage_id: string }>('GET', `/audits/${seeded.auditId}`);
  const cards: Record<string, string> = {};
  for (const kind of CARDS) {
    const { items } = await room.call<{ items: { lineage_id: string }[] }>('GET', `/sankalpa?kind=${kind}`);
    cards[`card-${kind.replace('.', '-')}`] = `/lineage/${items[0]?.lineage_id}`;
  }
  const wanted = process.argv.slice(2);
  const pages = Object.entries({ ...pagesOf(seeded, audit), ...cards }).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const viewport of SIZES) {
    for (const colorScheme of THEMES) {
      const context = await room.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`${error}`));
      page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
      await page.goto(room.url);
      await page.locator('form').waitFor();
      await page.screenshot({ path: join(folder, `sign-in-${viewport.width}-${colorScheme}.png`) });
      await page.goto('about:blank');
      await page.goto(room.entrance());
      await page.locator('nav').first().waitFor({ state: 'attached' });
      for (const [name, path] of pages) {
        await openPage(page, room.url + path);
        for (const frame of page.frames()) await frame.waitForLoadState();
        // A browser paints a frame only once it is in view, and a little later; scrolled away, it may be blank again.
        for (const frame of await page.locator('iframe').all()) {
          await frame.scrollIntoViewIfNeeded();
          await page.waitForTimeout(PAINT_MS);
        }
        await page.screenshot({
          path: join(folder, `${name}-${viewport.width}-${colorScheme}.png`),
          fullPage: name !== 'lineage',
        });
      }
      await context.close();
    }
  }
} finally {
  await room.close();
}
console.log(folder);
