/**
 * PAN: five letters, four digits, a letter. The fourth letter is the kind of holder: P person, C company, H undivided
 * family, F firm, A and B associations, T trust, L local authority, J artificial person, G government (Income Tax
 * Department, "Know your PAN"). The check letter's rule is not published.
 */
import type { Stretch } from './identifier.ts';
import { labelsOf, mentions } from './labels.ts';
import { type Reading, standsAlone } from './reading.ts';

export const PAN_FORM = /[a-z]{3}[abcfghjlpt][a-z][ -]?\d{4}[ -]?[a-z]/gi;
/** Written apart (`match 2024 a`), in mixed case or in small letters around a year it must be called a PAN to be one. */
const USUAL_FORM = /^(?:[A-Z]{5}\d{4}[A-Z]|[a-z]{5}(?!19|20)\d{4}[a-z])$/;

export function findPans(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(PAN_FORM)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => {
      if (!standsAlone(reading, place) || labelsOf(reading, place).named === 'other') return false;
      return USUAL_FORM.test(reading.text.slice(place.start, place.end)) || mentions(reading, place, 'pan');
    });
}
