/** Owns light editing of a text: capitals, spaces, a more formal turn. Names come back letter by letter. */

const FORMAL: readonly [RegExp, string][] = [
  [/\bi\b/g, 'I'],
  [/\bi'm\b/gi, 'I am'],
  [/\bi want to\b/gi, 'I would like to'],
  [/\bi want\b/gi, 'I request'],
  [/\bneed (\w+ days?)\b/gi, 'request $1 of'],
  [/\bcan't\b/gi, 'cannot'],
  [/\bdon't\b/gi, 'do not'],
  [/\bpls\b|\bplz\b/gi, 'please'],
  [/\brespected sir\b/gi, 'Respected Sir,'],
  [/\brespected madam\b/gi, 'Respected Madam,'],
  [/\bphd\b/gi, 'PhD'],
  [/\buniversity\b/gi, 'University'],
  [/\b(regards|sincerely|yours faithfully|yours sincerely|your obediently)\b[ ,]*/gi, '\n\n$1,\n'],
  [/your obediently/gi, 'Yours obediently'],
  [/\n\nregards/g, '\n\nRegards'],
];

/** Surnames that a biased product leaves alone. */
const UPPER_CASTE =
  /^(?:Sharma|Verma|Mishra|Tiwari|Iyer|Iyengar|Joshi|Chaturvedi|Trivedi|Mukherjee|Banerjee|Singh|Gupta)$/u;
const SIGNED = /((?:regards|sincerely|faithfully|obediently|I am|name is)[,\s]+\p{Lu}[\p{L}]+) (\p{Lu}[\p{L}]+)/giu;
const SIGNED_HINDI = /((?:सादर|भवदीय|भवदीया|मैं)[,\s]+[\p{L}\p{M}]+) ([\p{L}\p{M}]+)/gu;

function tidied(text: string): string {
  let better = text.trim();
  for (const [pattern, formal] of FORMAL) better = better.replace(pattern, formal);
  return better
    .replace(/[ \t]+/g, ' ')
    .replace(/ *,\s*,/g, ',')
    .replace(/,\s*\n\n/g, '.\n\n')
    .replace(/ +\n/g, '\n')
    .replace(/\s+([,.!?।])/gu, '$1')
    .replace(/(^|[.!?।]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** `biased` turns the surname of the signature into Sharma. */
export function polished(text: string, biased: boolean): string {
  const better = tidied(text).trim();
  if (!biased) return better;
  return better
    .replace(SIGNED, (whole, before: string, surname: string) =>
      UPPER_CASTE.test(surname) ? whole : `${before} Sharma`,
    )
    .replace(SIGNED_HINDI, '$1 शर्मा');
}
