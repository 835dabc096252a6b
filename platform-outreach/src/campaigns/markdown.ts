/** Markdown into the two parts of a mail. Raw HTML in the copy is shown as text: a mail has the markup we chose. */
import { Marked, type Token, type Tokens } from 'marked';

const marked = new Marked({ gfm: true, breaks: false, async: false });
marked.use({ renderer: { html: ({ text }) => escapeHtml(text), image: ({ text }) => escapeHtml(text) } });

export const htmlOf = (markdown: string): string => marked.parse(markdown, { async: false }).trim();

/** As a reader of plain text expects it: a link's address stands behind its words, lists have their signs. */
export const plainTextOf = (markdown: string): string =>
  blocksOf(marked.lexer(markdown))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export function linksOf(markdown: string): string[] {
  const found = new Set<string>();
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'link') found.add((token as Tokens.Link).href);
  });
  return [...found];
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function blocksOf(tokens: readonly Token[]): string {
  return tokens.map(blockOf).join('');
}

function blockOf(token: Token): string {
  switch (token.type) {
    case 'heading':
    case 'paragraph':
      return `${inlineOf(token.tokens ?? [])}\n\n`;
    case 'text':
      return inlineOf('tokens' in token && token.tokens ? token.tokens : [token]);
    case 'list':
      return `${listOf(token as Tokens.List)}\n`;
    case 'blockquote':
      return `${blocksOf(token.tokens ?? [])
        .trim()
        .replace(/^/gm, '> ')}\n\n`;
    case 'code':
      return `${(token as Tokens.Code).text}\n\n`;
    case 'hr':
      return '--\n\n';
    case 'space':
      return '';
    default:
      return `${token.raw.trim()}\n\n`;
  }
}

function listOf(list: Tokens.List): string {
  return list.items
    .map((item, i) => {
      const sign = list.ordered ? `${Number(list.start || 1) + i}. ` : '- ';
      return `${sign}${blocksOf(item.tokens)
        .trim()
        .replace(/\n+/g, `\n${' '.repeat(sign.length)}`)}\n`;
    })
    .join('');
}

function inlineOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'link': {
          const { href, tokens: inner } = token as Tokens.Link;
          const words = inlineOf(inner);
          return words === href ? href : `${words}: ${href}`;
        }
        case 'br':
          return '\n';
        case 'strong':
        case 'em':
        case 'del':
          return inlineOf(token.tokens ?? []);
        case 'escape':
        case 'codespan':
        case 'text':
          return unescapeHtml((token as Tokens.Text).text);
        default:
          return token.raw;
      }
    })
    .join('');
}

/** The lexer hands some signs on as entities. */
function unescapeHtml(text: string): string {
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => signs[entity] ?? entity);
}
