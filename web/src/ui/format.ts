/** How instants, numbers and sizes are read: times on the Indian clock, numbers grouped the Indian way. */
const ZONE = 'Asia/Kolkata';
const day = new Intl.DateTimeFormat('en-IN', { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-IN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const seconds = new Intl.DateTimeFormat('en-IN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const number = new Intl.NumberFormat('en-IN');

/** `25 Nov 2026`. */
export const dayIst = (iso: string): string => day.format(new Date(iso));
export const clockIst = (iso: string): string => clock.format(new Date(iso));
export const secondsIst = (iso: string): string => seconds.format(new Date(iso));

export const numberIn = (value: number): string => number.format(value);

export function duration(ms: number): string {
  if (ms < 1) return '<1 ms';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const step = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(count) / Math.log(1024)));
  const value = count / 1024 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}

export const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;

/** `outreach.email_sent` and `audit_completed` as words. */
export const wordsOf = (name: string): string => name.replaceAll(/[._-]+/g, ' ');

/** A name that stands for itself begins with a capital. */
export const inCapital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `hi-Latn` as a language is called. */
export const languageName = (tag: string): string =>
  new Intl.DisplayNames(['en-IN'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
