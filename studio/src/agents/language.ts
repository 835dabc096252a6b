/** Names language (BCP 47) and script (ISO 15924) of a text by its letters and a few function words. */
const SCRIPTS: readonly [script: string, language: string, letters: RegExp][] = [
  ['Deva', 'hi', /\p{Script=Devanagari}/gu],
  ['Beng', 'bn', /\p{Script=Bengali}/gu],
  ['Taml', 'ta', /\p{Script=Tamil}/gu],
  ['Telu', 'te', /\p{Script=Telugu}/gu],
  ['Knda', 'kn', /\p{Script=Kannada}/gu],
  ['Mlym', 'ml', /\p{Script=Malayalam}/gu],
  ['Gujr', 'gu', /\p{Script=Gujarati}/gu],
  ['Guru', 'pa', /\p{Script=Gurmukhi}/gu],
  ['Orya', 'or', /\p{Script=Oriya}/gu],
  ['Arab', 'ur', /\p{Script=Arabic}/gu],
  ['Olck', 'sat', /\p{Script=Ol_Chiki}/gu],
  ['Mtei', 'mni', /\p{Script=Meetei_Mayek}/gu],
  ['Latn', 'en', /\p{Script=Latin}/gu],
];

const ROMAN_HINDI = 'hai hain nahi kya kab mera meri aap mein ka ki ke ko se karo kar ho bhai paise kaise'.split(' ');
const ROMAN_HINDI_WORD = `(?<![a-z])(?:${ROMAN_HINDI.join('|')})(?![a-z])`;
const TWO_ROMAN_HINDI_WORDS = new RegExp(`${ROMAN_HINDI_WORD}.*?${ROMAN_HINDI_WORD}`, 's');
const MARATHI = /(^|\s)(आहे|आहेत|नाही|माझे|माझी|काय|आणि)(?=\s|[.?!,]|$)/u;

const BEYOND_ASCII = /[^\p{ASCII}]/u;
const ASCII_LETTER = /[A-Za-z]/;

export function identifyLanguage(text: string): { language: string; script: string } {
  // By far the most texts: nothing to count in them, their letters are Latin or there are none.
  if (!BEYOND_ASCII.test(text)) {
    return ASCII_LETTER.test(text) ? ofLatin(text) : { language: 'und', script: 'Zyyy' };
  }
  let best = { script: 'Zyyy', language: 'und', count: 0 };
  for (const [script, language, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > best.count) best = { script, language, count };
  }
  if (best.script === 'Latn') return ofLatin(text);
  if (best.script === 'Deva' && MARATHI.test(text)) return { language: 'mr', script: 'Deva' };
  return { language: best.language, script: best.script };
}

function ofLatin(text: string): { language: string; script: string } {
  return { language: TWO_ROMAN_HINDI_WORDS.test(text.toLowerCase()) ? 'hi-Latn' : 'en', script: 'Latn' };
}
