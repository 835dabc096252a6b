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

const ROMAN_HINDI = new Set(
  'hai hain nahi kya kab mera meri aap mein ka ki ke ko se karo kar ho bhai paise kaise'.split(' '),
);
const MARATHI = /(^|\s)(आहे|आहेत|नाही|माझे|माझी|काय|आणि)(?=\s|[.?!,]|$)/u;

export function identifyLanguage(text: string): { language: string; script: string } {
  const ascii = !/[^\p{ASCII}]/u.test(text);
  let best = { script: 'Zyyy', language: 'und', count: 0 };
  for (const [script, language, letters] of SCRIPTS) {
    if (ascii && script !== 'Latn') continue;
    const count = text.match(letters)?.length ?? 0;
    if (count > best.count) best = { script, language, count };
  }
  if (best.script === 'Latn' && romanHindiWords(text) >= 2) return { language: 'hi-Latn', script: 'Latn' };
  if (best.script === 'Deva' && MARATHI.test(text)) return { language: 'mr', script: 'Deva' };
  return { language: best.language, script: best.script };
}

function romanHindiWords(text: string): number {
  let hits = 0;
  for (const word of text.toLowerCase().split(/[^a-z]+/)) if (ROMAN_HINDI.has(word)) hits += 1;
  return hits;
}
