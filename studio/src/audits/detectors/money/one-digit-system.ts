/** Owns the rule of one digit system in a reply: ₹२५,००० beside ₹29,500 looks broken. Ids, links and codes do not count. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { foldDigits } from '../digits.ts';

/** What is written in one fixed way whatever the reply's digits: links, addresses, codes with letters, long numbers. */
const FIXED = [
  /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{M}])[\w-]+(?:\.[\w-]+)*\.(?:com|in|org|gov|net|co|app|ai)(?:\/\S*)?/giu,
  /[\w.+-]+@[\w.-]+/gu,
  /`[^`\n]*`/gu,
  /[0-9]\ufe0f?\u20e3/gu,
  /(?<![\p{L}\p{M}\p{N}])(?=[\w/-]*[A-Za-z])(?=[\w/-]*\d)[A-Za-z0-9]+(?:[/_-][A-Za-z0-9]+)*/gu,
  /#\s?[0-9\p{Nd}]+/gu,
  /\+[0-9][0-9 -]{7,}[0-9]|(?<![0-9,.])1[ -]?8[0-9]{2}[ -][0-9 -]{5,}[0-9]|(?<![0-9,.])(?:\d{4}[ -]){2}\d{4}(?!\d)/gu,
  /(?<![\p{Nd},.]|₹\s?|Rs\.?\s?)[0-9]{6,}(?![\p{Nd},.])|(?<![\p{Nd},.])(?:112|1930|139|108|102|1098|181|14416)(?![\p{Nd},.])/gu,
];
const ID_BEFORE =
  /(?:(?<![\p{L}])(?:id|no|number|order|ref|reference|ticket|invoice|bill|otp|pin|code|txn|utr|account|a\/c)|क्रमांक|नंबर|संख्या|आईडी|ऑर्डर|ओटीपी|बिल|নম্বর|অর্ডার|எண்|ஆர்டர்|నంబర్|ఆర్డర్|ಸಂಖ್ಯೆ|ಆರ್ಡರ್|നമ്പർ|ഓർഡർ|નંબર|ઓર્ડર|ਨੰਬਰ|ਆਰਡਰ|ନମ୍ବର|نمبر)\.?\s*[:#-]*\s*(?=[\p{Nd}]{4,}(?![\p{Nd}]*[,.%][\p{Nd}]))[\p{Nd}]+/giu;

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

/** The code point of the system's zero. */
function systemOf(digit: string): number {
  return (digit.codePointAt(0) ?? 0) - Number(foldDigits(digit));
}

/** params: none. Reads the verbatim answer: the folded one has no native digits left. */
export const oneDigitSystem: Rule = eachAnswer((heard) => {
  const { original } = heard.answer;
  const text = blank(FIXED.reduce(blank, original), ID_BEFORE);
  const systems = new Map<number, number>();
  for (const match of text.matchAll(/\p{Nd}/gu)) {
    const system = systemOf(match[0]);
    if (!systems.has(system)) systems.set(system, match.index);
  }
  if (systems.size <= 1) return passed('The reply keeps to one digit system.');
  const second = [...systems.values()].sort((a, b) => a - b)[1] ?? 0;
  const line = original.slice(original.lastIndexOf('\n', second - 1) + 1).split('\n')[0] ?? '';
  return failed('The reply mixes two digit systems.', line.trim());
});
