/** The public holidays of India that the studio knows, with the source and the day on which they were compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const holidayList = z.strictObject({
  as_of: z.iso.date(),
  source: z.string(),
  years: z.record(z.string().regex(/^\d{4}$/), z.record(z.iso.date(), z.string())),
});

export interface Holidays {
  asOf: string;
  source: string;
  /** The holiday's name, or null. `unknown` for a year that the list does not have. */
  on(date: string): { kind: 'holiday'; name: string } | { kind: 'none' } | { kind: 'unknown' };
}

export function readHolidays(): Holidays {
  const { as_of, source, years } = holidayList.parse(
    parse(readFileSync(join(import.meta.dirname, 'holidays-india.yaml'), 'utf8')),
  );
  return {
    asOf: as_of,
    source,
    on(date) {
      const year = years[date.slice(0, 4)];
      if (year === undefined) return { kind: 'unknown' };
      const name = year[date];
      return name === undefined ? { kind: 'none' } : { kind: 'holiday', name };
    },
  };
}
