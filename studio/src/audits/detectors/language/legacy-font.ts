/** Owns reading text that lost its encoding: Kruti Dev keystrokes, and UTF-8 bytes shown as Latin letters. */

/** Keystrokes of the Kruti Dev 010 layout, longest first where one begins another. */
const KEYS: [string, string][] = (
  'vkS औ|vks ओ|vk आ|v अ|bZ ई|b इ|m उ|Å ऊ|,s ऐ|, ए|_ ऋ|[k ख|[ ख्|?k घ|? घ्|.k ण|. ण्|Fk थ|F थ्|/k ध|/ ध्|Hk भ|H भ्|\'k श|\' श्|"k ष|" ष्|{k क्ष|{ क्ष्|=k त्र|= त्र्|' +
  'D क्|d क|X ग्|x ग|P च्|p च|N छ|T ज्|t ज|> झ|¥ ञ|V ट|B ठ|M+ ड़|M ड|<+ ढ़|< ढ|R त्|r त|n द|U न्|u न|I प्|i प|Q फ|¶ फ्|C ब्|c ब|E म्|e म|¸ य्|; य|j र|Y ल्|y ल|G ळ|O व्|o व|L स्|l स|g ह|K ज्ञ|J श्र|z ्र|Ø क्र|æ द्र|ç प्र|# रु|: रू|' +
  'kS ौ|ks ो|k ा|h ी|q ु|w ू|` ृ|s े|S ै|a ं|¡ ँ|% ः|~ ्|A ।|) द्ध'
)
  .split('|')
  .filter((pair) => pair.includes(' '))
  .map((pair) => pair.split(' ') as [string, string]);

const LETTER = '[\\u0915-\\u0939\\u0958-\\u095f]\\u093c?';
/** The i-sign is typed before its cluster, the reph behind it. */
const SIGN_I = new RegExp(`f((?:${LETTER}\\u094d)*${LETTER})`, 'gu');
const REPH = new RegExp(`((?:${LETTER}\\u094d)*${LETTER}[\\u093e-\\u094c\\u0902]*)Z`, 'gu');

export function fromKrutiDev(typed: string): string {
  let text = '';
  for (let at = 0; at < typed.length; ) {
    const rest = typed.slice(at);
    const key = KEYS.find(([keys]) => rest.startsWith(keys));
    text += key === undefined ? rest.charAt(0) : key[1];
    at += key === undefined ? 1 : key[0].length;
  }
  return text.replace(SIGN_I, '$1ि').replace(REPH, 'र्$1');
}

/** Bytes 0x80 to 0x9f of Windows-1252, where they are shown as signs of their own. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text whose UTF-8 bytes are shown letter by letter; broken off bytes are left out. Null for other text. */
export function fromMojibake(shown: string): string | null {
  const bytes: number[] = [];
  for (const letter of shown) {
    const code = letter.codePointAt(0) ?? 0;
    const high = WINDOWS_1252.indexOf(letter);
    if (high >= 0) bytes.push(0x80 + high);
    else if (code < 0x100) bytes.push(code);
  }
  const text = new TextDecoder().decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
  return /[\u0900-\u0dff\u0600-\u06ff]/u.test(text) ? text : null;
}

/** Two letters that only UTF-8 of an Indian or Arabic script gives when it is read as Latin-1. */
export const MOJIBAKE = /(?:à[¤-·]|[ØÙ][\u0080-¿])[\u0080-ÿ€-™]?/u;
