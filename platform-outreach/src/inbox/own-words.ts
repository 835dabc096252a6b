/** Owns what a person wrote in a mail: the body without quotes, attributions, signatures and legal footers. */
import { QUOTED_FROM_HERE } from './body-text.ts';

export interface Words {
  /** What the writer added, trimmed. */
  own: string;
  /** What was quoted, forwarded or attached below, with the quote marks taken off. */
  quoted: string;
}

const QUOTE_MARK = /^\s*(?:[>|›»＞]|&gt;)\s?/;
const HEADER_LINE =
  /^[\s>*_]*(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff|de|envoyé|à|objet|para|asunto|enviado|发件人|收件人|主题|差出人|宛先|件名|प्रेषक|भेजने वाला|से|भेजा गया|दिनांक|प्रति|प्राप्तकर्ता|विषय|প্রেরক|বিষয়|அனுப்புநர்|பொருள்|పంపినవారు|విషయం|प्रेषक|ಇಂದ|ವಿಷಯ|പ്രേഷകൻ|വിഷയം)\s*[*_]*\s*[:：]/iu;
const SEPARATOR =
  /^[\s>]*(?:-{2,}\s*(?:original|forwarded|weitergeleitete|ursprüngliche|message d'origine|mensaje|मूल|अग्रेषित|अग्रेषित संदेश|মূল|ఫార్వార్డ్|அனுப்பப்பட்ட|转发|原始)[^\n]*-{2,}|-{3,}\s*on\b[^\n]*wrote\s*-{3,}|begin forwarded message\s*:|_{16,}|#{2,}- please type your reply above this line -#{2,}|-{2,} ?(?:reply|please reply) above this line ?-{0,})\s*$/iu;
const SIGNED_OFF = /^--\s?$/;
const DEVICE =
  /^\s*(?:sent (?:from|via|using|with)\b|get outlook for\b|sent by\b|von meinem .* gesendet|envoyé de(?:puis)? mon|mera .* se bheja|मेरे .* से भेजा|my .* se bheja gaya|スマホから送信)/iu;
const FOOTER =
  /^[\s*_-]*(?:(?:confidentiality|legal|privacy) (?:notice|disclaimer|note)\b|disclaimer\s*[:：]?|(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)(?:,? (?:and|or|including|together)[^.]{0,60})? (?:is|are|may|contains?)\b[^.]{0,80}(?:confidential|privileged|intended)|please consider the environment|यह ई-?मेल गोपनीय)/iu;
const ATTRIBUTION_END =
  /(?:wrote|writes|said|schrieb|a écrit|escribió|ha scritto|schreef|写道|寫道|のメール|書きました|작성|लिखा|लिखा है|लिहिले|लिहिलं|লিখেছেন|লিখেছে|எழுதியது|எழுதினார்|రాశారు|వ్రాశారు|લખ્યું|ಬರೆದಿದ್ದಾರೆ|ಬರೆದರು|എഴുതി|ਲਿਖਿਆ|لکھا|ଲେଖିଛନ୍ତି)\s*[:：]?\s*$/iu;

/** A longer line is never a mark of a client, and the patterns below would take long over it. */
const MARK_CHARS = 400;
/** What is said in an answer is said at its beginning or its end. */
const SPOKEN_CHARS = 6_000;

/** Splits a body into the writer's words and the quoted ones. Works for replies above, below and between quotes. */
export function splitWords(body: string): Words {
  const lines = joinBrokenAttributions(body.replace(/\r\n?/g, '\n').split('\n'));
  const own: string[] = [];
  const quoted: string[] = [];
  let cut = false;
  for (const [index, line] of lines.entries()) {
    if (cut) quoted.push(line.replace(/^(?:\s*>\s?)+/, ''));
    else if (QUOTE_MARK.test(line)) quoted.push(line.replace(/^(?:\s*[>|›»＞]\s?)+/, ''));
    else if (isAttribution(line, lines, index)) {
      quoted.push(line);
      cut = !QUOTE_MARK.test(nextFilled(lines, index));
    } else if (beginsQuote(line, lines, index)) {
      quoted.push(line);
      cut = true;
    } else own.push(line);
  }
  return { own: withoutTail(own), quoted: quoted.join('\n').trim() };
}

/** "On Wed, 14 Oct 2026 … <address>" and "wrote:" on the next line or the one after are one line. */
function joinBrokenAttributions(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const opens =
      line.length <= MARK_CHARS &&
      /^\s*(?:on|am|le|el)\s.*\d/i.test(line) &&
      !QUOTE_MARK.test(line) &&
      !ATTRIBUTION_END.test(line);
    const reach = (opens ? [1, 2] : []).find((offset) =>
      /\bwrote\s*:\s*$|schrieb.*:\s*$|a écrit\s*:\s*$/i.test((lines[index + offset] ?? '').slice(-MARK_CHARS)),
    );
    if (reach === undefined) joined.push(line);
    else {
      joined.push(lines.slice(index, index + reach + 1).join(' '));
      index += reach;
    }
  }
  return joined;
}

function isAttribution(line: string, lines: readonly string[], index: number): boolean {
  if (line.length > MARK_CHARS) return false;
  const beforeQuote = QUOTE_MARK.test(nextFilled(lines, index));
  if (ATTRIBUTION_END.test(line) && /\d|@/.test(line)) return beforeQuote || /[:：]\s*$/.test(line);
  // In any language: a line that ends in a colon, names a day or an address, and stands on top of a quote.
  return beforeQuote && /[:：]\s*$/.test(line) && /@|\d{1,4}[-./ ]/.test(line);
}

function nextFilled(lines: readonly string[], index: number): string {
  for (let next = index + 1; next < Math.min(lines.length, index + 4); next += 1) {
    if ((lines[next] ?? '').trim() !== '') return lines[next] ?? '';
  }
  return '';
}

function beginsQuote(line: string, lines: readonly string[], index: number): boolean {
  if (line.length > MARK_CHARS) return false;
  if (line.trim() === QUOTED_FROM_HERE || SEPARATOR.test(line)) return true;
  if (!HEADER_LINE.test(line)) return false;
  const block = lines.slice(index, index + 6).filter((other) => HEADER_LINE.test(other));
  return block.length >= 2;
}

/** Signature, device line and legal footer end what was said; a device line alone ends nothing. */
function withoutTail(lines: readonly string[]): string {
  const spoken: string[] = [];
  for (const line of lines) {
    const mark = line.slice(0, MARK_CHARS);
    if (SIGNED_OFF.test(line) || FOOTER.test(mark)) break;
    if (!DEVICE.test(mark)) spoken.push(line);
  }
  const text = spoken
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text.length <= SPOKEN_CHARS ? text : `${text.slice(0, SPOKEN_CHARS / 2)}\n${text.slice(-SPOKEN_CHARS / 2)}`;
}
