/** Owns the fonts of Indian scripts: which of them a text needs, and how they are carried inside the report. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface ScriptFont {
  script: string;
  /** Without letters of this the font stays out. */
  letters: RegExp;
  /** BCP 47 languages in which it is asked first, for the signs that several scripts share. */
  languages: readonly string[];
  /** CSS unicode-range. Joiners are in it, so that a conjunct is shaped as one; digits and spaces of Latin are not. */
  range: string;
  file: string;
}

const require = createRequire(import.meta.url);

const SHARED = 'U+0951-0952,U+0964-0965,U+200C-200D,U+25CC';

// Static cuts only: a variable font becomes drawings (Type 3) in a PDF, and its text can no longer be copied.
const FONTS: readonly ScriptFont[] = [
  {
    script: 'Devanagari',
    letters: /\p{Script=Devanagari}/u,
    languages: ['hi', 'mr', 'ne', 'sa', 'kok', 'mai', 'brx', 'doi'],
    range: `U+0900-097F,U+1CD0-1CF9,U+A830-A839,U+A8E0-A8FF,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2'),
  },
  {
    script: 'Bengali',
    letters: /\p{Script=Bengali}/u,
    languages: ['bn', 'as'],
    range: `U+0980-09FE,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff2'),
  },
  {
    script: 'Tamil',
    letters: /\p{Script=Tamil}/u,
    languages: ['ta'],
    range: `U+0B82-0BFA,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-tamil/files/noto-sans-tamil-tamil-400-normal.woff2'),
  },
  {
    script: 'Telugu',
    letters: /\p{Script=Telugu}/u,
    languages: ['te'],
    range: `U+0C00-0C7F,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-telugu/files/noto-sans-telugu-telugu-400-normal.woff2'),
  },
  {
    script: 'Kannada',
    letters: /\p{Script=Kannada}/u,
    languages: ['kn'],
    range: `U+0C80-0CF3,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-kannada/files/noto-sans-kannada-kannada-400-normal.woff2'),
  },
  {
    script: 'Malayalam',
    letters: /\p{Script=Malayalam}/u,
    languages: ['ml'],
    range: `U+0D00-0D7F,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-malayalam/files/noto-sans-malayalam-malayalam-400-normal.woff2'),
  },
  {
    script: 'Gujarati',
    letters: /\p{Script=Gujarati}/u,
    languages: ['gu'],
    range: `U+0A80-0AFF,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-gujarati/files/noto-sans-gujarati-gujarati-400-normal.woff2'),
  },
  {
    script: 'Gurmukhi',
    letters: /\p{Script=Gurmukhi}/u,
    languages: ['pa'],
    range: `U+0A01-0A76,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-gurmukhi/files/noto-sans-gurmukhi-gurmukhi-400-normal.woff2'),
  },
  {
    script: 'Odia',
    letters: /\p{Script=Oriya}/u,
    languages: ['or'],
    range: `U+0B01-0B77,${SHARED}`,
    file: require.resolve('@fontsource/noto-sans-oriya/files/noto-sans-oriya-oriya-400-normal.woff2'),
  },
  {
    script: 'Ol Chiki',
    letters: /\p{Script=Ol_Chiki}/u,
    languages: ['sat'],
    range: 'U+1C50-1C7F',
    file: require.resolve('@fontsource/noto-sans-ol-chiki/files/noto-sans-ol-chiki-ol-chiki-400-normal.woff2'),
  },
  {
    script: 'Meetei Mayek',
    letters: /\p{Script=Meetei_Mayek}/u,
    languages: ['mni'],
    range: 'U+AAE0-AAF6,U+ABC0-ABFF,U+200C-200D,U+25CC',
    file: require.resolve(
      '@fontsource/noto-sans-meetei-mayek/files/noto-sans-meetei-mayek-meetei-mayek-400-normal.woff2',
    ),
  },
  {
    script: 'Nastaliq',
    letters: /\p{Script=Arabic}/u,
    languages: ['ur', 'ks', 'sd'],
    range: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200D,U+FB50-FDFF,U+FE70-FEFC',
    file: require.resolve('@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2'),
  },
];

const familyOf = (font: ScriptFont): string => `"Report ${font.script}"`;

const faces = new Map<string, string>();

/** Read once a process: the same few files serve every report. */
function faceOf(font: ScriptFont): string {
  const made = faces.get(font.script);
  if (made !== undefined) return made;
  const data = readFileSync(font.file, 'base64');
  // One cut stands for all weights: a browser's own bolding smears conjuncts.
  const face = `@font-face{font-family:${familyOf(font)};font-weight:100 900;unicode-range:${font.range};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  faces.set(font.script, face);
  return face;
}

/** Each letter of a text once: a dozen expressions over a report of ten thousand cases would take longer than to write it. */
function lettersOf(text: string): string {
  const seen = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i += 1) seen[text.charCodeAt(i)] = 1;
  return seen.reduce((letters, occurs, unit) => (occurs === 1 ? letters + String.fromCharCode(unit) : letters), '');
}

/** CSS that embeds a font for each script which occurs in `text`, and defines `--scripts`, the list of their families. */
export function fontStyles(text: string): string {
  const occurring = lettersOf(text);
  const needed = FONTS.filter((font) => font.letters.test(occurring));
  // The name that no font has keeps the list valid when nothing is embedded.
  const families = [...needed.map(familyOf), '"no script"'].join(',');
  const first = needed.map((font) => {
    const selector = font.languages.map((language) => `:lang(${language})`).join(',');
    return `${selector}{font-family:${familyOf(font)},var(--sans)}`;
  });
  return [...needed.map(faceOf), `:root{--scripts:${families}}`, ...first].join('\n');
}
