/** Owns how a number is written: three digits, then pairs (12,34,567), as India groups them. */

/** At most two decimals; `western` groups by thousands throughout. */
export function figure(value: number, western = false): string {
  const [whole = '0', decimals] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const sign = value < 0 ? '-' : '';
  const grouped = western
    ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
    : whole.replace(/\B(?=\d{3}$)|\B(?=(?:\d{2})+\d{3}$)/g, ',');
  return `${sign}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}
