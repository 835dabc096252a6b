/** Sizes as a person reads them. Pure. */

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `512 bytes`, `1.5 KB`, `31 MB`; steps of 1,024. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1023.5 && step < UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const shown = step > 0 && value < 9.95 ? value.toFixed(1) : String(Math.round(value));
  return `${shown} ${UNITS[step]}`;
}
