/**
 * Indian passport numbers: a letter and seven digits (Ministry of External Affairs, Passport Seva). Q, X and Z have not
 * been given out, nor a 0 as the first digit; only where a passport is spoken of may one look so.
 */
import type { Stretch } from './identifier.ts';
import { labelsOf, mentions } from './labels.ts';
import { type Reading, standsAlone } from './reading.ts';

export const PASSPORT_FORM = /[a-z](?: ?|-)\d{2} ?\d{5}/gi;
const USUAL_FORM = /^[A-PR-WY][1-9]\d{6}$/;

export function findPassports(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(PASSPORT_FORM)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => {
      if (!standsAlone(reading, place) || labelsOf(reading, place).named === 'other') return false;
      return USUAL_FORM.test(reading.text.slice(place.start, place.end)) || mentions(reading, place, 'passport');
    });
}
