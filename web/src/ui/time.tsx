/** An instant as a person in India reads it, with its zone; the exact UTC instant is in the markup. */
import { clockIst, dayIst } from './format.ts';

export function Time({ at, brief = false }: { at: string; brief?: boolean }) {
  const day = brief ? briefDay(at) : dayIst(at);
  return (
    <time dateTime={at} title={at}>
      {`${day}${day && ', '}${clockIst(at)} IST`}
    </time>
  );
}

const YEAR = / \d+$/;

/** Where room is scarce, the day of today and the year that runs go without saying. */
function briefDay(at: string): string {
  const [day, now] = [dayIst(at), dayIst(new Date().toISOString())];
  if (day === now) return '';
  return YEAR.exec(day)?.[0] === YEAR.exec(now)?.[0] ? day.replace(YEAR, '') : day;
}
