/** Owns the rule of slugs: a title in an Indian script gives a name of its own that is not empty. */
import { failed, passed, type Rule, wholeAnswer } from '../case-input.ts';

const WITHOUT_A_NAME = /^(?:[-_.\s/]*|undefined|null|nan|none|untitled|empty|n\/a)$/iu;
const EMPTY_TOLD =
  /(?:empty|blank|could not|couldn't|cannot|can't|unable|खाली|नहीं बन|నిర్మించలేక|காலி|invalid|unsupported|only (?:a-z|latin|english)|ascii|latin letters)/iu;

/** The slug that an answer gives: in backticks, quotes, or behind a colon; else the last word with no space in it. */
function slugOf(answer: string): string {
  const text = answer.trim();
  const marked = [...text.matchAll(/`([^`\n]*)`|["“]([^"”\n]*)["”]/gu)]
    .map((match) => match[1] ?? match[2] ?? '')
    .at(-1);
  const behind = /[:：=]\s*(?!\/\/)(\S*)\s*\p{Extended_Pictographic}*\s*$/u.exec(text)?.[1];
  const words = text.split(/\s+/u).filter((word) => !/^\p{Extended_Pictographic}+\ufe0f?$/u.test(word));
  const hyphened = words.findLast((word) => /[-_/]/u.test(word));
  const found = marked ?? (text.includes(' ') ? (behind ?? hyphened ?? words.at(-1)) : text) ?? '';
  return found.replace(/[*`"'।.,)]+$/u, '').replace(/^[*`"'(]+/u, '');
}

/** The last part of a path is the slug: `/blog/hindi-khabar` and `hindi-khabar.html`. */
function nameOf(slug: string): string {
  const path = slug.replace(/^https?:\/\/[^/]+/iu, '').replace(/[?#].*$/u, '');
  const last = path.includes('/') ? path.slice(path.lastIndexOf('/') + 1) : path;
  return last.replace(/\.(?:html?|pdf|jpe?g|png|txt|docx?|csv)$/iu, '');
}

export const ownSlug: Rule = ({ heard }) => {
  const seen = new Map<string, string>();
  for (const one of heard) {
    const slug = slugOf(one.answer.original);
    const name = nameOf(slug);
    if (WITHOUT_A_NAME.test(name)) return failed('The slug is empty.', wholeAnswer(one));
    if (!/[\p{L}\p{N}]/u.test(name) || (EMPTY_TOLD.test(one.answer.text) && !/[-_]/u.test(name)))
      return failed('The slug is empty.', wholeAnswer(one));
    const title = one.question.text.trim();
    const other = seen.get(slug.toLowerCase());
    if (other !== undefined && other !== title) return failed('Two titles get the same slug.', slug);
    seen.set(slug.toLowerCase(), title);
  }
  return passed('The slug has a name of its own.');
};
