/** The studio's own colour as the accent of a report: as it is by day, brightened by night until it can be read. Pure. */
import { type Brand, contrastOf, READABLE_CONTRAST } from '@sacred-qa/contracts/brand';

/** The paper of a report by night; `report.css` has the same. */
const NIGHT_PAPER = '#15171b';

function mixedWithWhite(hex: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export function byNight(hex: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mixedWithWhite(hex, share);
    if (contrastOf(mixed, NIGHT_PAPER) >= READABLE_CONTRAST + 2) return mixed;
  }
  return '#ffffff';
}

/** Nothing while the colour is the report's own. */
export function brandColours({ colour }: Brand): string {
  const isHex = /^#[0-9a-f]{6}$/.test(colour);
  return isHex && colour !== '#0d5a5e' ? `:root{--accent:light-dark(${colour},${byNight(colour)})}` : '';
}
