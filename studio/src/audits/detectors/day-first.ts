/** Owns the rule of dates in figures: 07/10/2025 is 7 October in India, not July. */

import { datesIn } from './calendar-dates.ts';
import { type CaseInput, eachAnswer, failed, numberParam, passed, type Rule, unscored } from './case-input.ts';
import { clauseAt, sentenceAt } from './clauses.ts';
import { has, words } from './lexicon.ts';
import { type MonthMention, monthsIn } from './month-names.ts';
import { isSetAside } from './rejection.ts';

const FOREIGN_READING = words(
  'us,usa,u.s.,american,america,united states,mm/dd,month-first,month first,अमेरिका,अमेरिकी,american,அமெரிக்க~,అమెరికా~,আমেরিকা~,if,could,might,अगर,यदि',
);
/** What stands before a month in its sentence, with the clause that holds it: `if you use the US format, that is …`. */
function leadUp(text: string, month: { start: number; end: number }): string {
  const clause = clauseAt(text, month.start, month.end);
  return text.slice(Math.min(sentenceAt(text, month.start, month.end).start, clause.start), clause.end);
}

const SLASHED = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/u;

interface Readings {
  right: number;
  wrong: number;
}

function readingsOf(question: string, params: CaseInput['params']): Readings | null {
  const set = numberParam(params, 'month');
  const found = SLASHED.exec(question);
  const day = Number(found?.[1]);
  const month = set ?? Number(found?.[2]);
  if (found === null || month < 1 || month > 12 || day > 12 || day === month) return null;
  return { right: month, wrong: day };
}

function statedMonths(text: string): MonthMention[] {
  const named = monthsIn(text);
  const written = datesIn(text)
    .filter((date) => !named.some((month) => date.start <= month.start && month.start < date.end))
    .filter((date) => /^\d{4}/.test(text.slice(date.start)))
    .map((date) => ({ start: date.start, end: date.end, text: text.slice(date.start, date.end), month: date.month }));
  const bare = /^\D{0,20}(\d{1,2})(?:th)?\D{0,20}$/u.exec(text);
  const month = Number(bare?.[1]);
  const lone = bare !== null && named.length === 0 && month >= 1 && month <= 12 && written.length === 0;
  return [...named, ...written, ...(lone ? [{ start: 0, end: text.length, text, month }] : [])].sort(
    (a, b) => a.start - b.start,
  );
}

/** params: `month`, the right month; without it, the second figure of the date in the question. */
export const dayFirst: Rule = eachAnswer((heard, params) => {
  const readings = readingsOf(heard.question.text, params);
  if (readings === null) return unscored('The question holds no date that can be read in two ways.');
  const { text } = heard.answer;
  const months = statedMonths(text);
  const tell = (place: { start: number; end: number }) => {
    const clause = clauseAt(text, place.start, place.end);
    return failed('The date was read month first.', heard.answer.quote(clause.start, Math.max(clause.end, place.end)));
  };
  const held = (month: { start: number; end: number }) =>
    !isSetAside(text, month.start, month.end) && !has(leadUp(text, month), FOREIGN_READING);
  // A whole date says more than a month: `September 12` for 09/12 is wrong, even where December is named as well.
  const dates = datesIn(text).filter(held);
  const swapped = dates.find((date) => date.month === readings.wrong && date.day === readings.right);
  const whole = dates.some((date) => date.month === readings.right && date.day === readings.wrong);
  if (swapped !== undefined && !whole && monthsIn(text).length > 0) return tell(swapped);
  const right = months.find((month) => month.month === readings.right);
  const wrong = months.find((month) => month.month === readings.wrong && held(month));
  if (wrong !== undefined && (right === undefined || (!held(right) && right.start > wrong.start))) return tell(wrong);
  if (right === undefined) return unscored('The answer names no month.');
  return passed('The date was read day first.', heard.answer.quote(right.start, right.end));
});
