/**
 * IFSC: four letters of the bank, a zero, six letters or digits of the branch (Reserve Bank of India, "Indian Financial
 * System Code"). The form alone is too wide (`AUTH0CLIENT`), so a bank must be known or spoken of.
 */
import type { Stretch } from './identifier.ts';
import { labelsOf, mentions } from './labels.ts';
import { type Reading, standsAlone } from './reading.ts';

export const IFSC_FORM = /([a-z]{4})[ -]?0[\da-z]{6}/gi;
const BANKS = new Set(
  (
    'SBIN PUNB BARB CNRB UBIN BKID IDIB CBIN IOBA UCBA MAHB PSIB HDFC ICIC UTIB KKBK INDB YESB IDFB FDRL IBKL RATL ' +
    'SIBL KVBL CIUB KARB TMBL DCBL JAKA CSBK DLXB NTBL BDBL AUBL ESFB ESMF UJVN USFB JSFB SURY UTKS NSPB CLBL SMCB ' +
    'AIRP PYTM IPOS FINO JIOP NSDL CITI HSBC SCBL DEUT DBSS BOFA BARC BNPA ABNA CHAS SRCB COSB TJSB ABHY SVCB KCCB ' +
    'ANDB ALLA SYNB VIJB CORP ORBC UTBI BKDN SBBJ SBHY SBMY SBTR STBP LAVB VYSA KLGB APGV APGB PKGB RBIS'
  ).split(' '),
);

/** `branch code`, `old code`: the word before says whose code it is. */
const CODE_BEFORE = /(?<![\p{L}\p{M}])(?:code|कोड)(?:[\s:=()-]|(?<=[\s:])(?:is|hai|है)(?=\s))*$/iu;

function isNumberedOtherwise(reading: Reading, { start, end }: Stretch): boolean {
  const [code = ''] = CODE_BEFORE.exec(reading.text.slice(Math.max(0, start - 16), start)) ?? [];
  return labelsOf(reading, { start: start - code.length, end }).named === 'other';
}

export function findIfscs(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(IFSC_FORM)].flatMap((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const [code, bank = ''] = match;
    if (!standsAlone(reading, place) || isNumberedOtherwise(reading, place)) return [];
    const isOneWord = code.length === 11;
    const isUpper = code === code.toUpperCase();
    if (isOneWord && BANKS.has(bank.toUpperCase()) && (isUpper || /\d/.test(code.slice(5)))) return [place];
    const isSpokenOf = mentions(reading, place, 'ifsc') || mentions(reading, place, 'bank_account');
    return isSpokenOf && (isUpper || isOneWord) && /\d/.test(code.slice(5)) ? [place] : [];
  });
}
