/** Numbers, instants and names of languages as an Indian reader of English writes them. Pure, and free of the locale data of the machine. */

const IST_OFFSET_MS = 5.5 * 3_600_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Indian grouping: 12,34,567. */
export const figure = (count: number): string => String(count).replace(/(\d)(?=(\d\d)*\d{3}$)/g, '$1,');

/** `₹25,000`, `₹499.50`: paise only where there are any. */
export function inr(paise: number): string {
  const rest = Math.round(paise) % 100;
  return `₹${figure(Math.floor(Math.round(paise) / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const LAKH = 100_000;
const CRORE = 100 * LAKH;

/** A reckoned sum as it is said: `₹40`, `₹52,000`, `₹6.7 lakh`, `₹1.2 crore`. Two digits, for it is no more exact. */
export function inrAbout(paise: number, words = { lakh: 'lakh', crore: 'crore' }): string {
  const rupees = paise / 100;
  const rounded = rupees === 0 ? 0 : Number(rupees.toPrecision(2));
  if (rounded < LAKH) return `₹${figure(Math.round(rounded))}`;
  if (rounded < CRORE) return `₹${Number((rounded / LAKH).toPrecision(2))}\u00a0${words.lakh}`;
  return `₹${figureWithPoint(rounded / CRORE)}\u00a0${words.crore}`;
}

const figureWithPoint = (number: number): string =>
  number < 10 ? String(Number(number.toPrecision(2))) : figure(Math.round(number));

/** `1 pattern`, `7 patterns`; the plural adds an s unless it is given. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)}\u00a0${count === 1 ? one : many}`;

export const was = (count: number): string => (count === 1 ? 'was' : 'were');

/** `38 %`. What is not quite nothing or all is not rounded to it. */
export function percent(fraction: number): string {
  if (fraction > 0 && fraction < 0.01) return 'under 1\u00a0%';
  if (fraction < 1 && fraction > 0.99) return 'over 99\u00a0%';
  return `${Math.round(fraction * 100)}\u00a0%`;
}

export const interval = ({ low, high }: { low: number; high: number }): string => `${percent(low)} to ${percent(high)}`;

/** `24 November 2026, 14:05 IST (UTC+05:30)`; the text itself when it is no instant. India has no summer time. */
export function istInstant(iso: string): string {
  const epochMs = Date.parse(iso);
  if (Number.isNaN(epochMs)) return iso;
  const shifted = new Date(epochMs + IST_OFFSET_MS).toISOString();
  return `${calendarDay(istDay(iso))}, ${shifted.slice(11, 16)} IST (UTC+05:30)`;
}

/** The day in India, as `2026-11-24`. */
export function istDay(iso: string): string {
  const epochMs = Date.parse(iso);
  return Number.isNaN(epochMs) ? iso : new Date(epochMs + IST_OFFSET_MS).toISOString().slice(0, 10);
}

/** `24 November 2026` of `2026-11-24`. */
export function calendarDay(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 05 min`. */
export function duration(ms: number): string {
  if (ms < 995) return `${Math.round(ms)}\u00a0ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}\u00a0s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}\u00a0min ${String(seconds % 60).padStart(2, '0')}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  return `${figure(Math.floor(minutes / 60))}\u00a0h ${String(minutes % 60).padStart(2, '0')}\u00a0min`;
}

const LANGUAGES: Record<string, string> = {
  as: 'Assamese',
  bn: 'Bengali',
  brx: 'Bodo',
  doi: 'Dogri',
  en: 'English',
  gu: 'Gujarati',
  hi: 'Hindi',
  kn: 'Kannada',
  kok: 'Konkani',
  ks: 'Kashmiri',
  mai: 'Maithili',
  ml: 'Malayalam',
  mni: 'Manipuri',
  mr: 'Marathi',
  ne: 'Nepali',
  or: 'Odia',
  pa: 'Punjabi',
  sa: 'Sanskrit',
  sat: 'Santali',
  sd: 'Sindhi',
  ta: 'Tamil',
  te: 'Telugu',
  ur: 'Urdu',
};

/** `Hindi`, `Hindi in Latin letters`; the tag itself for a language that has no name here; empty for `und`. */
export function languageName(tag: string): string {
  if (tag === 'und') return '';
  const [primary = '', ...subtags] = tag.split('-');
  const name = LANGUAGES[primary.toLowerCase()];
  if (name === undefined) return tag;
  return primary.toLowerCase() !== 'en' && subtags.some((subtag) => /^latn$/i.test(subtag))
    ? `${name} in Latin letters`
    : name;
}

/** `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** Whether an address, as it was typed, is the machine's own; what is no address of the web is started on it. */
export function isLoopback(url: string): boolean {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return true;
  const host = new URL(url).hostname;
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}
