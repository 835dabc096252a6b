/** Instants and spans of time as a person in India reads them. Pure. */

const IST_OFFSET_MS = 5.5 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `2026-11-24 14:05:09 IST`; the text itself when it is no instant. IST knows no summer time. */
export function formatIst(iso: string): string {
  const epochMs = Date.parse(iso);
  if (Number.isNaN(epochMs)) return iso;
  return `${new Date(epochMs + IST_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')} IST`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Tue 2026-11-24 14:05 IST`: for plans, where the weekday helps and seconds do not. */
export function formatIstDay(iso: string): string {
  const epochMs = Date.parse(iso);
  if (Number.isNaN(epochMs)) return iso;
  const shifted = new Date(epochMs + IST_OFFSET_MS);
  return `${DAYS[shifted.getUTCDay()]} ${shifted.toISOString().slice(0, 16).replace('T', ' ')} IST`;
}

/** `0.4 ms`, `12 ms`, `1.2 s`, `3 min 20 s`, `2 h 05 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(ms / HOUR_MS)} h ${String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, '0')} min`;
}
