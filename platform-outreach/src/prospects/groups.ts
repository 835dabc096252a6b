/** What of a person's cells may stand in clear, because it names a group and not a person: language and segment. */

/** English names of the scheduled languages, and English, to their BCP 47 tags. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ assamese: 'as', bengali: 'bn', bangla: 'bn', bodo: 'brx', dogri: 'doi', english: 'en', gujarati: 'gu' },
  ...{ hindi: 'hi', kannada: 'kn', kashmiri: 'ks', konkani: 'kok', maithili: 'mai', malayalam: 'ml', manipuri: 'mni' },
  ...{ marathi: 'mr', nepali: 'ne', odia: 'or', oriya: 'or', punjabi: 'pa', sanskrit: 'sa', santali: 'sat' },
  ...{ sindhi: 'sd', tamil: 'ta', telugu: 'te', urdu: 'ur', hinglish: 'hi-Latn' },
};
const SEGMENT = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The tag of a language as a person typed it; empty when it is none. */
export function languageTag(typed: string): string {
  const folded = typed.trim().toLowerCase();
  if (Object.hasOwn(LANGUAGES, folded)) return LANGUAGES[folded] ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(folded)) return '';
  try {
    return Intl.getCanonicalLocales(folded)[0] ?? '';
  } catch {
    return '';
  }
}

/** `Ed Tech` is `ed-tech`; empty for what is too long or too odd to be the name of a group. */
export function segmentName(typed: string): string {
  const slug = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_/&]+/g, '-');
  return SEGMENT.test(slug) ? slug : '';
}
