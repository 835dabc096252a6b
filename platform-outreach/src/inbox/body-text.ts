/** Owns the way from a body to readable lines: HTML to text with quotes marked, and charsets that no decoder here knows. */

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  zwnj: '',
  zwj: '',
  shy: '',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ecirc: 'ê',
};

/** Blocks that a mail client wraps round what it quotes; all that follows is not the writer's own. */
const QUOTE_BLOCK =
  /(?:class|id)\s*=\s*["']?[^"'>]*(?:gmail_attr|yahoo_quoted|moz-cite-prefix|moz-forward-container|protonmail_quote|zmail_extra|appendonsend|divrplyfwdmsg|outlookmessageheader|mail-editor-reference-message-container)/i;

/** No letter of a person is longer; a page of pictures is. */
const HTML_CHARS = 500_000;

/** The text of an HTML body: one line a block, quoted blocks marked with `>` as in plain text. */
export function htmlToLines(html: string): string {
  const visible = html
    .slice(0, HTML_CHARS)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(style|script|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '');
  let text = '';
  let depth = 0;
  for (const [, tag, words] of visible.matchAll(/(<\/?[a-z!][^>]{0,2000}>)|([^<]+|<)/gi)) {
    if (tag === undefined) {
      text += decodeEntities((words ?? '').replace(/[\s\u00a0]+/g, ' '));
      continue;
    }
    if (/^<blockquote\b/i.test(tag)) depth += 1;
    else if (/^<\/blockquote\b/i.test(tag)) depth = Math.max(0, depth - 1);
    if (/^<div\b/i.test(tag) && QUOTE_BLOCK.test(tag) && depth === 0 && !/gmail_attr/i.test(tag))
      text += `\n${QUOTED_FROM_HERE}\n`;
    if (/^<\/?(?:p|div|br|tr|li|ul|ol|table|h\d|hr|blockquote|body|section|pre)\b/i.test(tag)) {
      text += `\n${'> '.repeat(Math.min(depth, 8))}`;
    }
  }
  return text;
}

/** A line that stands for "what follows is quoted" in the lines made of HTML. */
export const QUOTED_FROM_HERE = '-----Original Message-----';

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Decodes two seven-bit charsets that the platform's decoder refuses (ISO-2022-KR of RFC 1557, HZ of RFC 1843). Their
 * bytes are all ASCII, so a body that was read as anything else still holds them unharmed.
 */
export function decodeShiftedText(text: string): string {
  if (text.includes('\u001b$)C')) {
    const [plain = '', ...runs] = text.replaceAll('\u001b$)C', '').split('\u000e');
    return plain + runs.map(readKoreanRun).join('');
  }
  // The tilde escapes alone are too common to tell HZ by; pairs of bytes between them are not.
  if (/~\{(?:[!-w][!-~])+~\}/.test(text)) {
    return text.replace(/~\{((?:[!-w][!-~])+)~\}/g, (_, shifted: string) => decodeHighBytes(shifted, 'gbk'));
  }
  return text;
}

/** From a shift out to the shift in, Korean; then what follows as it stands. */
function readKoreanRun(run: string): string {
  const [korean = '', ...rest] = run.split('\u000f');
  return decodeHighBytes(korean, 'euc-kr') + rest.join('');
}

function decodeHighBytes(shifted: string, charset: string): string {
  const bytes = Uint8Array.from(shifted, (char) => {
    const code = char.charCodeAt(0);
    return code > 0x20 && code < 0x7f ? code | 0x80 : code & 0x7f;
  });
  return new TextDecoder(charset).decode(bytes);
}
