/** For tests and screenshots: opens a page of the console, waits until it shows what it has, and says what is wrong with it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a script of ours finds in the page. */
interface Browsing {
  document: {
    querySelector: (selector: string) => unknown;
    fonts: { ready: Promise<unknown> };
    documentElement: { scrollWidth: number; clientWidth: number };
  };
  history: { pushState: (state: null, title: string, path: string) => void };
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** A stream of live events stays open, so a page is never idle: what it shows has come when nothing loads. */
export async function untilShown(page: Page): Promise<void> {
  const isShown = () => {
    const { document } = globalThis as unknown as Browsing;
    return document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null;
  };
  await page.waitForFunction(isShown, undefined, { polling: 50 }).catch((cause) => {
    throw new Error(`${page.url()} does not show what it has.`, { cause });
  });
  await page.evaluate(() => (globalThis as unknown as Browsing).document.fonts.ready);
}

export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilShown(page);
}

/** To another page without loading the console anew, as a link of ours goes. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (globalThis as unknown as Browsing).history.pushState(null, '', to), path);
  await untilShown(page);
}

/** Every rule of axe-core that the page breaks, or of `rules` alone, with the elements that break it. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (options) => (await (globalThis as unknown as Browsing).axe.run(options)).violations,
    {
      resultTypes: ['violations'],
      preload: false,
      ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
    },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** By how many pixels the page is wider than the screen. */
export const excessWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = (globalThis as unknown as Browsing).document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Collects whatever a page must never do: throw, complain, break its content policy, open a dialog, ask another origin. */
export function watchPage(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Refusals are answers, and so is the report of a house in poor health; the browser calls them errors. Without a
    // network it is only when a test takes it away.
    const isExpected = /status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === 'error' && !isExpected) faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      faults.push(`a request to ${request.url()}`);
    }
  });
}
