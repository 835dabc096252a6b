/**
 * Driving licence numbers: state, office, year of issue and seven digits (Ministry of Road Transport and Highways,
 * Sarathi): `MH07 2014 7316110`. State and year make the form narrow enough to stand without a label.
 */
import type { Stretch } from './identifier.ts';
import { type Reading, standsAlone } from './reading.ts';

const STATES =
  'AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TG|TN|TR|TS|UA|UK|UP|WB';
export const LICENCE_FORM = new RegExp(
  `(?:${STATES})[ /-]{0,3}\\d{2}[A-Z]?[ /-]{0,3}(?:19[5-9]|20[0-4])\\d[ /-]{0,3}\\d{7}`,
  'gi',
);

export function findDrivingLicences(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(LICENCE_FORM)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => standsAlone(reading, place));
}
