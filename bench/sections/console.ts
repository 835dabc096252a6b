/** The console over a large store, in a real browser: first view, long lists, the opening of a large tree. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Ground, TEMPLATE } from '../setups/ground.ts';
import { seedLargePractice } from '../setups/practice.ts';
import type { RunningStudio } from '../setups/studio.ts';
import { medianOf } from './contender.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const DATABASE = 'console';
const RUNS = 5;
const SCROLLS = 30;
const SIZES = {
  embedded: { nodes: 100_000, prospects: 10_000 },
  server: { nodes: 1_000_000, prospects: 10_000 },
};
/** For a first look. */
const QUICK = { nodes: 10_000, prospects: 1_000 };

export interface ConsoleFigures {
  nodes: number;
  prospects: number;
  /** Medians, ms from the start of the navigation until what was asked for is in the page. */
  firstViewMs: number;
  treeMs: number;
  /** The most rows that were in the page while a list was scrolled through. */
  rows: number;
  /** The longest task after the first paint, ms; 0 when none took over 50. */
  longestTaskMs: number;
}

/** What a script of ours finds in the page. */
interface Browsing {
  longestTaskMs: number;
  document: {
    querySelectorAll: (selector: string) => { length: number };
    querySelector: (selector: string) => unknown;
    documentElement: { scrollHeight: number };
  };
  scrollTo: (x: number, y: number) => void;
  PerformanceObserver: new (
    seen: (list: { getEntries: () => { startTime: number; duration: number }[] }) => void,
  ) => {
    observe: (options: object) => void;
  };
  performance: { getEntriesByName: (name: string) => { startTime: number }[] };
}

export async function measureConsole(
  ground: Ground,
  quick: boolean,
): Promise<{ embedded: ConsoleFigures; server: ConsoleFigures }> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    ground.say('console: embedded store');
    const embedded = await looked(browser, await ground.openEmbedded(), quick ? QUICK : SIZES.embedded);
    ground.say('console: PostgreSQL');
    await ground.cluster.create(DATABASE, TEMPLATE);
    const server = await looked(browser, await ground.openServer(DATABASE), quick ? QUICK : SIZES.server);
    await ground.cluster.drop(DATABASE);
    return { embedded, server };
  } finally {
    await browser.close();
  }
}

async function looked(
  browser: Browser,
  studio: RunningStudio,
  size: { nodes: number; prospects: number },
): Promise<ConsoleFigures> {
  try {
    const { rootId, nodes, prospects } = await seedLargePractice(studio, size);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(watchTasks);
    await signIn(page, studio);
    // The first loading fills the browser's store, as at the first visit of a day.
    const firstViews = await timed(page, `${studio.url}/`, 'h2');
    const trees = await timed(page, `${studio.url}/lineage/${rootId}`, '[role="treegrid"] [aria-level="2"]');
    let longestTaskMs = await longestTask(page);
    await page.goto(`${studio.url}/sankalpas`);
    await page.locator('main ol li').first().waitFor();
    let rows = 0;
    for (let i = 0; i < SCROLLS; i += 1) {
      rows = Math.max(rows, await scrollOn(page));
    }
    longestTaskMs = Math.max(longestTaskMs, await longestTask(page));
    await context.close();
    return { nodes, prospects, firstViewMs: medianOf(firstViews), treeMs: medianOf(trees), rows, longestTaskMs };
  } finally {
    await studio.stop();
  }
}

/** Runs in the page: keeps the longest task that began after the first paint. */
function watchTasks(): void {
  const page = globalThis as unknown as Browsing;
  page.longestTaskMs = 0;
  new page.PerformanceObserver((list) => {
    const paintedAt =
      page.performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime > paintedAt) page.longestTaskMs = Math.max(page.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round((globalThis as unknown as Browsing).longestTaskMs));

async function signIn(page: Page, studio: RunningStudio): Promise<void> {
  await page.goto(studio.url);
  await page.getByLabel('API key').fill(studio.adminKey);
  await page.keyboard.press('Enter');
  await page.locator('nav').first().waitFor({ state: 'attached' });
}

/** Until `selector` is in the page, and nothing waits any more. */
async function timed(page: Page, url: string, selector: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank');
    const startedMs = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction((wanted) => {
      const { document } = globalThis as unknown as Browsing;
      return document.querySelector(wanted) !== null && document.querySelector('[aria-busy="true"]') === null;
    }, selector);
    times.push(Math.round(performance.now() - startedMs));
  }
  return times;
}

/** Answers how many rows are in the page. */
async function scrollOn(page: Page): Promise<number> {
  const count = await page.evaluate(() => {
    const { document, scrollTo } = globalThis as unknown as Browsing;
    scrollTo(0, document.documentElement.scrollHeight);
    return document.querySelectorAll('main ol li').length;
  });
  await page.waitForTimeout(50);
  return count;
}
