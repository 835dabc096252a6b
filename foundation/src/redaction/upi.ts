/**
 * UPI ids (virtual payment addresses): a name or mobile number, an @, the handle of a bank or app, without a dot
 * (NPCI, UPI procedural guidelines and the list of live handles). Handles are added every month, so the stems of bank
 * names are known and anything goes where UPI is spoken of.
 */
import { addressesIn } from './addresses.ts';
import type { Stretch } from './identifier.ts';
import { mentions } from './labels.ts';
import type { Reading } from './reading.ts';

const HANDLE = /[a-z][a-z0-9]{1,63}(?![a-z0-9@])(?!\.[a-z0-9]|-[a-z0-9])/iy;
const APPS =
  'upi|ybl|ibl|axl|apl|yapl|rapl|paytm|pty|fam|slice|slc|jio|airtel|airtelpaymentsbank|freecharge|mobikwik|ikwik|pockets|pz|' +
  'postbank|postpay|eazypay|ezeepay|amazonpay|goaxb|tapicici|bpunity|shriramhdfcbank|digikhata|navi|superyes|yescred|' +
  'payzapp|dbs|hsbc|citi|citigold|scb|kmb|kmbl|kbl|kvb|kvbank|sib|tjsb|tmb|dcb|dlb|jkb|jsb|mahb|nsdl|ubi|uboi|ucobank|uco|' +
  'iob|boi|bob|cboi|cbin|cnrb|cub|psb|pnb|pingpay|timecosmos|abfspay|aubank|equitas|esaf|ujjivan|utbi|unionbank|oxymoney|' +
  'sbi|imobile|myicici|purz|oneyes|wearefam|finobank|fino|obc|vjb|andb|allbank|barodapay|idbi';
const BANK_STEMS = /(?:axis|hdfc|icici|sbi|yes|ybl|rbl|kotak|idfc|federal|fbl|indus|baroda|bank|pay)/i;
const KNOWN = new RegExp(`^(?:${APPS})$`, 'i');
/** Mail hosts written without their ending, and words of code. */
const NOT_A_HANDLE =
  /^(?:gmail|yahoo|hotmail|outlook|rediff(?:mail)?|localhost|host|home|example|latest|next|beta|v\d+)$/i;
const MOBILE = /^(?:91)?[6-9]\d{9}(?:-\d{1,2})?$/;
/** `UPI ID-shop@sbi`: the hyphen ties the label, and is none of the name. */
const LABEL_BEFORE = /^(?:(?:upi|vpa|bhim)[-_])?(?:id|vpa)[-_](?=[a-z0-9])/i;
const PAYEE_BEFORE = /[?&]pa=$/;

export function findUpiIds(reading: Reading): Stretch[] {
  const { text } = reading;
  return addressesIn(reading).flatMap(({ local, start, hostStart }) => {
    HANDLE.lastIndex = hostStart;
    const [handle] = HANDLE.exec(text) ?? [];
    if (handle === undefined || NOT_A_HANDLE.test(handle)) return [];
    const place = { start: start + (LABEL_BEFORE.exec(local)?.[0].length ?? 0), end: hostStart + handle.length };
    const isUpi =
      KNOWN.test(handle) ||
      BANK_STEMS.test(handle) ||
      MOBILE.test(local) ||
      PAYEE_BEFORE.test(text.slice(Math.max(0, start - 4), start)) ||
      mentions(reading, place, 'upi');
    return isUpi ? [place] : [];
  });
}
