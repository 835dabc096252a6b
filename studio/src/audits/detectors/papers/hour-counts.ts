/** Owns hours and ages as answers tell them, in figures and in words. */
import { foldLetters } from '../letters.ts';

const SPELLED: Readonly<Record<string, number>> = {
  six: 6,
  twelve: 12,
  'twenty-four': 24,
  'forty-eight': 48,
  'seventy-two': 72,
  eighteen: 18,
  sixteen: 16,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  'twenty-one': 21,
  twelvehours: 12,
  छह: 6,
  छः: 6,
  छे: 6,
  चौबीस: 24,
  अड़तालीस: 48,
  बहत्तर: 72,
  अठारह: 18,
  सोलह: 16,
  तेरह: 13,
  सहा: 6,
  अठरा: 18,
  chhah: 6,
  chhe: 6,
  cheh: 6,
  bahattar: 72,
  chaubees: 24,
  atharah: 18,
  athara: 18,
  ছয়: 6,
  বাহাত্তর: 72,
  আঠারো: 18,
  চব্বিশ: 24,
  ஆறு: 6,
  பதினெட்டு: 18,
  ఆరు: 6,
  పద్దెనిమిది: 18,
  ಆರು: 6,
  ഹദിനെട്ട്: 18,
  ആറ്: 6,
  છ: 6,
  ਛੇ: 6,
  ଛଅ: 6,
  چھ: 6,
  અઢાર: 18,
};
const FOLDED = new Map(Object.entries(SPELLED).map(([word, value]) => [foldLetters(word), value]));
const NUMBER = `(?:\\d{1,4}|${[...FOLDED.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[- ]')})`;
const HOURS =
  '(?:hours?|hrs?|h\\b|घंट[\\p{L}\\p{M}]*|घण्ट[\\p{L}\\p{M}]*|तास[\\p{L}\\p{M}]*|ghant[\\p{L}]*|ঘণ্টা[\\p{L}\\p{M}]*|ঘন্টা[\\p{L}\\p{M}]*|કલાક[\\p{L}\\p{M}]*|ਘੰਟ[\\p{L}\\p{M}]*|ଘଣ୍ଟା[\\p{L}\\p{M}]*|மணி[\\p{L}\\p{M}]*|గంట[\\p{L}\\p{M}]*|ಗಂಟೆ[\\p{L}\\p{M}]*|മണിക്കൂർ[\\p{L}\\p{M}]*|മണിക്കൂറ[\\p{L}\\p{M}]*|گھنٹ[\\p{L}\\p{M}]*)';
const OTHER_UNIT =
  '(?:days?|weeks?|months?|minutes?|working|business|दिन|दिनों|दिवस|din|দিন|நாள்|நாட்கள்|రోజు|ದಿನ|ദിവസ|દિવસ|ਦਿਨ)';

export interface Told {
  start: number;
  end: number;
  value: number;
}

function numberOf(word: string): number {
  return FOLDED.get(word.toLowerCase().replace(' ', '-')) ?? Number(word);
}

function told(text: string, pattern: RegExp): Told[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: numberOf(match[1] ?? match[2] ?? ''),
  }));
}

const IN_HOURS = new RegExp(foldLetters(`(?<![\\p{L}\\p{M}\\p{Nd}.])(${NUMBER})[\\s-]*${HOURS}`), 'giu');
/** `in so many hours: 6` */
const HOURS_THEN = new RegExp(
  foldLetters(`${HOURS}(?:\\s+[\\p{L}\\p{M}]+){0,3}\\s*[:=–—-]\\s*(${NUMBER})(?![\\p{L}\\p{M}\\p{Nd}]|[./]\\d)`),
  'giu',
);
const IN_DAYS = new RegExp(foldLetters(`(?<![\\p{L}\\p{M}\\p{Nd}.])(${NUMBER})[\\s-]*${OTHER_UNIT}`), 'giu');
const BARE = new RegExp(foldLetters(`(?<![\\p{L}\\p{M}\\p{Nd}.])(${NUMBER})(?![\\p{L}\\p{M}\\p{Nd}]|[./]\\d)`), 'giu');

/** Numbers of hours; in an answer that names no unit, the numbers that stand alone. */
export function hoursIn(text: string): Told[] {
  const hours = [...told(text, IN_HOURS), ...told(text, HOURS_THEN)];
  return hours.length > 0 || told(text, IN_DAYS).length > 0 ? hours : told(text, BARE);
}

export const daysIn = (text: string): Told[] => told(text, IN_DAYS);
export const numbersAlone = (text: string): Told[] => told(text, BARE);

const AGE = new RegExp(
  foldLetters(
    `(?:under|below|less than|younger than|up to|above|over|age of|age(?::| is| limit is)?|aged|turn(?:s|ed)?)\\s*(?:the age of\\s*)?(${NUMBER})(?!\\s*${HOURS})(?![\\p{L}\\p{M}\\p{Nd}])|(?<![\\p{L}\\p{M}\\p{Nd}.])(${NUMBER})[\\s-]*(?:years?|yrs?|y/o|साल|वर्ष|वर्षों|saal|varsh|বছর[\\p{L}\\p{M}]*|વર્ષ[\\p{L}\\p{M}]*|ਸਾਲ|ବର୍ଷ[\\p{L}\\p{M}]*|வயது[\\p{L}\\p{M}]*|ஆண்டு[\\p{L}\\p{M}]*|ఏళ్ల[\\p{L}\\p{M}]*|సంవత్సర[\\p{L}\\p{M}]*|ವರ್ಷ[\\p{L}\\p{M}]*|വയസ്സ[\\p{L}\\p{M}]*|سال|से कम|से नीचे|se kam|se neeche)`,
  ),
  'giu',
);

export const agesIn = (text: string): Told[] => told(text, AGE);
