/** Owns rupee figures in groups of three: ₹1,500,000 where an Indian reader expects ₹15,00,000. */
import { amountsIn } from '../amounts.ts';
import { clauseAt } from '../clauses.ts';
import { isSetAside } from '../rejection.ts';
import type { AlwaysOn } from './finding.ts';

export const rupeeGrouping: AlwaysOn = (heard) => {
  const { text } = heard.answer;
  const western = amountsIn(text).find(
    ({ grouping, currency, start, end }) =>
      grouping === 'western' && currency === 'rupee' && !isSetAside(text, start, end),
  );
  if (western === undefined) return null;
  const clause = clauseAt(text, western.start, western.end);
  return {
    reason: `${western.text} rupees are grouped in the Western way.`,
    evidence: heard.answer.quote(clause.start, clause.end),
  };
};
