/** The pictures of the metrics: small SVGs that say in words what they show. Pure. */
import { type Html, html } from '@sacred-qa/foundation/html';

const WIDTH = 400;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;

const at = (share: number): string => (Math.min(1, Math.max(0, share)) * WIDTH).toFixed(1);

/** A bar of `share` of the whole. `says` is its text for who does not see it. */
export const bar = (share: number, says: string): Html =>
  html`<svg class="track" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${says}"><rect class="whole" width="${WIDTH}" height="${HEIGHT}"/><rect class="part" width="${at(share)}" height="${HEIGHT}"/></svg>`;

/** An interval with its estimate, on a scale from 0 to `top`; `mark` draws the rate of all beside it. */
export function interval(
  { low, share, high }: { low: number; share: number; high: number },
  top: number,
  mark: number,
  says: string,
): Html {
  return html`<svg class="track" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${says}"><rect class="whole" width="${WIDTH}" height="${HEIGHT}"/><line class="mark" x1="${at(mark / top)}" x2="${at(mark / top)}" y1="0" y2="${HEIGHT}"/><rect class="reach" x="${at(low / top)}" y="${MIDDLE - 4}" width="${(Number(at(high / top)) - Number(at(low / top))).toFixed(1)}" height="8"/><rect class="point" x="${(Number(at(share / top)) - 2.5).toFixed(1)}" y="${MIDDLE - 9}" width="5" height="18"/></svg>`;
}

/** The end of a scale on which every interval fits: 20, 40, 60, 80 or 100 %. */
export const scaleTop = (highest: number): number => Math.min(1, Math.max(0.2, Math.ceil(highest * 5) / 5));
