/**
 * Owns the nasal of a class before a letter of its class, which Indian writers spell in two ways: अङ्क and अंक,
 * नवम्बर and नवंबर, নভেম্বর and নভেংবর.
 */

interface ClassNasal {
  /** The nasal letter with its virama, as in म्. */
  letter: string;
  anusvara: string;
  /** The stops of the class, as the inside of a character class. */
  stops: string;
}

const SCRIPTS = [0x0900, 0x0980, 0x0a80, 0x0b00, 0x0c00, 0x0c80, 0x0d00];
const FIRST_STOPS = [0x15, 0x1a, 0x1f, 0x24, 0x2a];

const CLASSES: readonly ClassNasal[] = SCRIPTS.flatMap((block) => {
  const at = (offset: number): string => String.fromCodePoint(block + offset);
  return FIRST_STOPS.map((first) => ({
    letter: at(first + 4) + at(0x4d),
    anusvara: at(0x02),
    stops: `${at(first)}-${at(first + 3)}`,
  }));
});

const ANUSVARA = new Map(CLASSES.map(({ letter, anusvara }) => [letter, anusvara]));
const NASAL_LETTER = new RegExp(CLASSES.map(({ letter, stops }) => `${letter}(?=[${stops}])`).join('|'), 'gu');

/** अङ्क as अंक, പതിനഞ്ച് as പതിനംച്. */
export function foldClassNasals(text: string): string {
  return text.replace(NASAL_LETTER, (letter) => ANUSVARA.get(letter) ?? letter);
}

/** A bracketed set is left as it is, and so is what stands under an escape. */
const EITHER = new RegExp(
  `\\[[^\\]]*\\]|${CLASSES.map(({ letter, anusvara, stops }) => `(?:${letter}|${anusvara})(?=[${stops}])`).join('|')}`,
  'gu',
);

/** The source of a regular expression that finds both spellings of its words. */
export function eitherNasal(source: string): string {
  return source.replace(EITHER, (found, at: number) => {
    const stop = source[at + found.length] ?? '';
    const kind = CLASSES.find(
      ({ letter, anusvara, stops }) => (found === letter || found === anusvara) && isWithin(stop, stops),
    );
    return kind === undefined ? found : `(?:${kind.anusvara}|${kind.letter})`;
  });
}

const isWithin = (stop: string, [first = '', , last = '']: string): boolean => stop >= first && stop <= last;
