/** Owns which script a language is written in, and which languages share one and must be told apart by their words. */
import { mentions, words } from './lexicon.ts';

const SCRIPT_OF: Record<string, string> = {
  hi: 'Deva',
  mr: 'Deva',
  ne: 'Deva',
  sa: 'Deva',
  kok: 'Deva',
  mai: 'Deva',
  brx: 'Deva',
  doi: 'Deva',
  bn: 'Beng',
  as: 'Beng',
  mni: 'Beng',
  gu: 'Gujr',
  pa: 'Guru',
  or: 'Orya',
  ta: 'Taml',
  te: 'Telu',
  kn: 'Knda',
  ml: 'Mlym',
  ur: 'Arab',
  ks: 'Arab',
  sd: 'Arab',
  sat: 'Olck',
  en: 'Latn',
};

/** ISO 15924 code of the script that a BCP 47 tag asks for. */
export function scriptOf(lang: string): string {
  const [primary = '', ...subtags] = lang.split('-');
  const tagged = subtags.find((subtag) => /^[A-Z][a-z]{3}$/.test(subtag));
  return tagged ?? SCRIPT_OF[primary.toLowerCase()] ?? 'Latn';
}

const LONG_NAME: Record<string, RegExp> = {
  Deva: /\p{Script=Deva}/gu,
  Beng: /\p{Script=Beng}/gu,
  Gujr: /\p{Script=Gujr}/gu,
  Guru: /\p{Script=Guru}/gu,
  Orya: /\p{Script=Orya}/gu,
  Taml: /\p{Script=Taml}/gu,
  Telu: /\p{Script=Telu}/gu,
  Knda: /\p{Script=Knda}/gu,
  Mlym: /\p{Script=Mlym}/gu,
  Arab: /\p{Script=Arab}/gu,
  Olck: /\p{Script=Olck}/gu,
  Latn: /\p{Script=Latn}/gu,
};

/** How many characters of each script a text holds. */
export function scriptCounts(text: string): Map<string, number> {
  return new Map(Object.entries(LONG_NAME).map(([script, letters]) => [script, text.match(letters)?.length ?? 0]));
}

/** Function words that tell languages of one script apart. */
const TELLTALE: Record<string, RegExp> = {
  hi: words('है,हैं,में,और,का,की,के,को,से,आपका,आपके,आपकी,आप,नहीं,यह,था,थी,हो,कर,भी,होगा,जाएगा'),
  mr: words('आहे,आहेत,आणि,तुमचे,तुमचा,तुमची,तुमच्या,तुम्ही,नाही,झाले,झाला,झाली,होईल,करा,मध्ये,साठी,असेल,हे,आम्ही,तुम्हाला'),
  ne: words('छ,छन्,हुन्छ,तपाईं,तपाईंको,र,पनि,गर्नुहोस्,भयो,लागि,हो,मा,गर्न,भएको,हुनेछ'),
  bn: words('আপনার,আপনি,এবং,হয়েছে,হবে,না,করুন,জন্য,এর,থেকে,আছে,আমরা,করে,হয়,পারে'),
  as: words("আপোনাৰ,আপুনি,আৰু,হৈছে,হ'ব,নাই,কৰক,বাবে,পৰা,আছে,আমি,কৰি,হয়,পাৰে"),
};

/** The language of a shared script that the words point to; null when they do not say clearly. */
export function telltaleLanguage(text: string, script: string): string | null {
  const candidates = Object.entries(TELLTALE).filter(([lang]) => SCRIPT_OF[lang] === script);
  const counts = candidates.map(([lang, pattern]) => ({ lang, count: mentions(text, pattern).length }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || first.count < 3 || (second !== undefined && second.count * 2 > first.count)) return null;
  return first.lang;
}
