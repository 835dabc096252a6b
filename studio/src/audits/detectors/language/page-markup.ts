/** Owns what a page or file shows of itself: direction and language of a reply's element, the mark of a CSV file. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { scriptCounts, scriptOf } from '../scripts.ts';
import { MOJIBAKE } from './legacy-font.ts';

const TAG = /<[a-z][^>]*>/iu;

interface Marked {
  text: string;
  /** The attributes of the elements around the text, innermost first. */
  dir: string | null;
  lang: string | null;
}

const VOID = /^(?:br|img|input|meta|link|hr)$/iu;

/** Pieces of text with the nearest direction and language above them. Enough for a reply's markup; no full parser. */
function markedTexts(html: string): Marked[] {
  const open: { name: string; dir: string | null; lang: string | null }[] = [];
  const found: Marked[] = [];
  for (const match of html.matchAll(/<\/?([a-z][\w-]*)([^>]*)>|([^<]+)/giu)) {
    const [whole, name = '', attributes = '', text] = match;
    if (text !== undefined) {
      const nearest = (key: 'dir' | 'lang') => open.findLast((element) => element[key] !== null)?.[key] ?? null;
      if (/\p{L}/u.test(text)) found.push({ text, dir: nearest('dir'), lang: nearest('lang') });
    } else if (whole.startsWith('</')) {
      const at = open.findLastIndex((element) => element.name === name.toLowerCase());
      if (at >= 0) open.length = at;
    } else if (!whole.endsWith('/>') && !VOID.test(name)) {
      const attribute = (key: string) =>
        new RegExp(`\\s${key}\\s*=\\s*["']?([\\w-]+)`, 'iu').exec(attributes)?.[1]?.toLowerCase() ?? null;
      open.push({ name: name.toLowerCase(), dir: attribute('dir'), lang: attribute('lang') });
    }
  }
  return found;
}

function mainScript(text: string): string | null {
  const [first] = [...scriptCounts(text)].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === 0 ? null : first[0];
}

export const rightToLeft: Rule = eachAnswer((heard) => {
  const html = heard.answer.original;
  if (!TAG.test(html)) return unscored('The answer shows no markup.');
  const arabic = markedTexts(html).filter((piece) => mainScript(piece.text) === 'Arab');
  if (arabic.length === 0) return unscored('The markup holds no Perso-Arabic text.');
  const bare = arabic.find((piece) => piece.dir !== 'rtl' && piece.dir !== 'auto');
  if (bare !== undefined) return failed('Perso-Arabic text is not marked as right to left.', bare.text.trim());
  const unnamed = arabic.find((piece) => piece.lang === null || scriptOf(piece.lang) !== 'Arab');
  return unnamed === undefined
    ? passed('The text is marked as right to left.')
    : failed('The text is not marked with its language.', unnamed.text.trim());
});

export const languageAttribute: Rule = eachAnswer((heard) => {
  const html = heard.answer.original;
  if (!TAG.test(html)) return unscored('The answer shows no markup.');
  const native = markedTexts(html).filter((piece) => !['Latn', null].includes(mainScript(piece.text)));
  if (native.length === 0) return unscored('The markup holds no text in an Indian script.');
  const wrong = native.find((piece) => piece.lang === null || scriptOf(piece.lang) !== mainScript(piece.text));
  return wrong === undefined
    ? passed('The language of each text is marked.')
    : failed(`Text in an Indian script is marked as ${wrong.lang ?? 'nothing'}.`, wrong.text.trim());
});

/** The answer is the beginning of the file, as text or as hexadecimal bytes. */
export const csvMark: Rule = eachAnswer((heard) => {
  const file = heard.answer.original;
  const garbled = MOJIBAKE.exec(file);
  if (garbled !== null) return failed('Names open garbled.', file.slice(garbled.index, garbled.index + 40));
  const hex = /^(?:0x)?([0-9a-f]{2}[\s:]?){3,}/iu.exec(file.trim())?.[0].replace(/0x|[\s:]/giu, '');
  const marked = file.startsWith('\ufeff') || /^efbbbf/iu.test(hex ?? '') || /^504b0304/iu.test(hex ?? '');
  return marked
    ? passed('The file begins with its byte order mark.')
    : failed('The file begins without a byte order mark.', wholeAnswer(heard));
});
