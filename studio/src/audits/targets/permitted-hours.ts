/** The hours of the Indian day in which a target may be asked, as its owner allowed them: "22:00-06:00". */

const DAY_MIN = 24 * 60;
const IST_OFFSET_MIN = 5 * 60 + 30;
const MINUTE_MS = 60_000;

export interface Permission {
  isOpen: boolean;
  /** When that changes next, in epoch milliseconds; null when it never does. */
  changesAtMs: number | null;
}

/** A range over midnight is one night; one that ends where it begins is the whole day. */
export function permissionAt(hours: string | undefined, nowMs: number): Permission {
  const [from, to] = (hours ?? '').split('-').map(minuteOf);
  if (from === undefined || to === undefined || from === to) return { isOpen: true, changesAtMs: null };
  const minute = Math.floor(nowMs / MINUTE_MS);
  const ofDay = (minute + IST_OFFSET_MIN) % DAY_MIN;
  const until = (mark: number): number => (mark - ofDay + DAY_MIN) % DAY_MIN || DAY_MIN;
  const isOpen = from < to ? from <= ofDay && ofDay < to : ofDay >= from || ofDay < to;
  return { isOpen, changesAtMs: (minute + until(isOpen ? to : from)) * MINUTE_MS };
}

function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time.trim()) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}
