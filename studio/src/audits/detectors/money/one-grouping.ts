/** Owns the rule of one grouping in all languages of a product: the same rupee amount, never 12,34,567 beside 1,234,567. */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { isSetAside } from '../rejection.ts';

type Grouping = 'indian' | 'western' | 'none' | 'broken';

interface Shown {
  start: number;
  end: number;
  grouping: Grouping;
}

/** Figures of six digits and more; below a lakh both systems group alike. Points and spaces group as commas do. */
const LARGE =
  /(?<![\p{L}\p{N}.,/-])\d[\d,]*\d(?:\.\d{1,2})?(?![\p{L}\d])|(?<![\p{N}.,])\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)|(?<![\p{N}.,])\d{1,3}(?:[ '’]\d{3}){2,}(?!\d)/gu;

function groupingOf(figure: string): Grouping {
  if (/[ '’]|\.\d{3}\./.test(figure)) return 'western';
  const whole = figure.split('.')[0] ?? figure;
  if (!whole.includes(',')) return 'none';
  if (/^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)) return 'indian';
  return /^\d{1,3}(?:,\d{3})+$/.test(whole) ? 'western' : 'broken';
}

function shownIn(text: string): Shown[] {
  return [...text.matchAll(LARGE)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      digits: (match[0].replace(/\.\d{1,2}$/, '').match(/\d/g) ?? []).length,
      grouping: groupingOf(match[0]),
    }))
    .filter(({ digits }) => digits >= 6)
    .filter(({ start, end }) => !/[$€£]\s*$/u.test(text.slice(0, start)) && !isSetAside(text, start, end));
}

function tell(one: Heard, shown: Shown, reason: string) {
  const clause = clauseAt(one.answer.text, shown.start, shown.end);
  return failed(reason, one.answer.quote(clause.start, Math.max(clause.end, shown.end)));
}

/** params: none. */
export const oneGrouping: Rule = ({ heard }) => {
  const seen = heard.map((one) => ({ one, shown: shownIn(one.answer.text) }));
  for (const { one, shown } of seen) {
    const wrong = shown.find(({ grouping }) => grouping === 'western' || grouping === 'broken');
    if (wrong !== undefined) return tell(one, wrong, 'A rupee amount is not grouped in the Indian way.');
  }
  const groupings = new Set(seen.flatMap(({ shown }) => shown.map(({ grouping }) => grouping)));
  if (groupings.size > 1) {
    const plain = seen.find(({ shown }) => shown.some(({ grouping }) => grouping === 'none'));
    const figure = plain?.shown.find(({ grouping }) => grouping === 'none');
    if (plain !== undefined && figure !== undefined)
      return tell(plain.one, figure, 'The amount is grouped in one language and not in the other.');
  }
  const [first] = heard;
  if (first === undefined || groupings.size === 0) return unscored('The answers show no amount of a lakh or more.');
  return passed('The amount is grouped in the same way in each language.', wholeAnswer(first));
};
