/**
 * Voter card (EPIC) numbers: three letters of the constituency and seven digits; cards of the first years have state,
 * constituency and part between slashes (Election Commission of India, Manual on Electoral Rolls). Many issued numbers
 * fail the printed check digit, so it is not asked for.
 */
import type { Stretch } from './identifier.ts';
import { labelsOf, mentions } from './labels.ts';
import { type Reading, standsAlone } from './reading.ts';

export const EPIC_FORM = /([a-z]{3})[ /-]?\d{7}/gi;
export const FIRST_EPIC_FORM = /[a-z]{2}\/\d{1,3}\/\d{1,3}\/\d{6,7}/gi;
/** Shops and offices number orders and tickets in the same form. */
const OFFICE_PREFIXES = new Set(
  (
    'ORD INV TKT TXN TRX TRN REF BKG PNR AWB SKU MDL BAT LOT TRK REQ CAS CRN UTR BIL RCT POS SRV SRN CMP COM DOC APP ' +
    'REG CUS USR EMP STU ITM PRD PRO SER SNO QTN QUO EST DEL SHP PKG RMA RET RFD PAY CHQ FIR CPN VCH OTP JOB TSK BUG ' +
    'ERR LOG EVT SES CRM HSN FOL POL CLM LIC CER ISO ISS FAQ VER UID UAN PRN'
  ).split(' '),
);

export function findVoterIds(reading: Reading): Stretch[] {
  const epics = [...reading.text.matchAll(EPIC_FORM)].filter((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const { named } = labelsOf(reading, place);
    if (!standsAlone(reading, place) || named === 'other') return false;
    const isPlain = /^[A-Z]{3}\d{7}$/.test(match[0]) && !OFFICE_PREFIXES.has(match[0].slice(0, 3));
    return isPlain || named === 'voter_id' || (match[0].length === 10 && mentions(reading, place, 'voter_id'));
  });
  const early = [...reading.text.matchAll(FIRST_EPIC_FORM)].filter((match) =>
    mentions(reading, { start: match.index, end: match.index + match[0].length }, 'voter_id'),
  );
  return [...epics, ...early]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => standsAlone(reading, place));
}
