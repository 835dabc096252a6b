import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/** Both values of a token: on screen by day and by night. */
function token(name: string): [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (found?.[1] === undefined || found[2] === undefined) throw new Error(`no colour ${name}`);
  return [found[1], found[2]];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const graded = ['critical', 'high', 'medium', 'low', 'hint'].flatMap((grade) => [
  [grade, `${grade}-tint`],
  [grade, 'paper'],
]);

test.each([
  ...graded,
  ...['paper', 'raised', 'sunk', 'mark', 'hint-tint'].map((ground) => ['ink', ground]),
  ...['paper', 'raised', 'sunk'].map((ground) => ['soft', ground]),
  ...['accent', 'passed', 'failed', 'unscored'].map((colour) => [colour, 'paper']),
])('%s is read on %s, by day and by night', (colour, ground) => {
  for (const theme of [0, 1] as const) {
    expect(contrast(token(colour as string)[theme], token(ground as string)[theme])).toBeGreaterThanOrEqual(4.5);
  }
});
