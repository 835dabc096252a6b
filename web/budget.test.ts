/** What a browser must fetch, gzipped, before a page can be used. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type BuiltConsole, buildConsole, importsOf } from './build.ts';

const KILOBYTE = 1000;
const FIRST_ROUTE_KB = 100;
const ANY_ROUTE_KB = 150;
const STYLE_KB = 15;

const built = await buildConsole();

/** The name of the output that a source file became. */
const outputOf = ({ outputs }: BuiltConsole, source: string): string =>
  Object.keys(outputs).find((name) => outputs[name]?.entryPoint === source) ?? '';

/** Kilobytes of files of the build, each gzipped as it is served. */
function gzippedKb(names: readonly string[]): number {
  const bytes = names.map((name) => gzipSync(built.files.get(name.replace('dist/', '')) ?? Buffer.alloc(0)).length);
  return Number((bytes.reduce((sum, n) => sum + n, 0) / KILOBYTE).toFixed(1));
}

/** All script of a page: the frame, the page's own module, and what both import. */
function scriptOf(page: string): string[] {
  const own = [outputOf(built, 'src/main.tsx'), outputOf(built, page)];
  return [...new Set([...own, ...own.flatMap((name) => importsOf(name, built.outputs))])];
}

const routes = Object.values(built.outputs).flatMap(({ entryPoint }) =>
  entryPoint?.startsWith('src/pages/') ? [entryPoint] : [],
);

test('the first route, any route and the style keep within their sizes', () => {
  const sizes = new Map(routes.map((page) => [page, gzippedKb(scriptOf(page))]));
  const first = sizes.get('src/pages/today/today.tsx') ?? Number.NaN;
  const style = gzippedKb([...built.files.keys()].filter((name) => name.endsWith('.css')));
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 3);
  console.log(
    `first route ${first} kB, style ${style} kB, largest: ${largest.map(([page, kb]) => `${page} ${kb} kB`).join(', ')}`,
  );
  expect(first).toBeLessThanOrEqual(FIRST_ROUTE_KB);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(ANY_ROUTE_KB);
  expect(style).toBeLessThanOrEqual(STYLE_KB);
  expect(first).toBeGreaterThan(20);
  expect(style).toBeGreaterThan(1);
});
