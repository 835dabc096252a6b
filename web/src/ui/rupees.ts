/** Money is kept in paise, and typed and read in rupees. Pure. */
const whole = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
const TYPED = /^(\d{1,11})(?:\.(\d{1,2}))?$/;

export const rupees = (paise: number): string => (paise % 100 === 0 ? whole : exact).format(paise / 100);

/** Null when it is no amount. Commas between digits may stand anywhere: 1,25,000 and 125,000 are the same. */
export function paiseOf(typed: string): number | null {
  const match = TYPED.exec(typed.trim().replace(/^₹\s*/, '').replaceAll(',', ''));
  if (match === null) return null;
  const [, rupeesTyped = '', paiseTyped = ''] = match;
  return Number(rupeesTyped) * 100 + Number(paiseTyped.padEnd(2, '0'));
}

/** As it would be typed. */
export const typedRupees = (paise: number): string =>
  (paise % 100 === 0 ? paise / 100 : (paise / 100).toFixed(2)).toString();
