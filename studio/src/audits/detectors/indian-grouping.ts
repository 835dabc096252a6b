/** Owns the rule of rupee figures: three digits, then pairs (1,20,00,000), never groups of three. */
import { type Amount, amountsIn } from './amounts.ts';
import { eachAnswer, failed, numberParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { clauseAt } from './clauses.ts';
import { isSetAside } from './rejection.ts';

const ASKS_FOR_FIGURE =
  /figure|number|digits|अंक|likh|write|show|लिख|अंकात|আঙ্ক|অঙ্ক|সংখ্যা|எண்|అంకె|ಅಂಕಿ|അക്ക|આંકડ|ਅੰਕ|ଅଙ୍କ|ہندس/iu;
/** Counts of people are no rupee amounts and may be grouped as the writer likes. */
const COUNTED =
  /^\+?\s*(?:people|persons|users|customers|visitors|followers|subscribers|students|voters|residents|लोग|यूज़र|ग्राहक|छात्र|log(?!\p{L})|grahak)/iu;

/** The same digits with zeros more or fewer: what a wrong grouping or a lost zero makes of an amount. */
function isShifted(value: number, expected: number): boolean {
  const digits = (one: number) => String(one).replace(/0+$/, '');
  return value !== expected && digits(value) === digits(expected);
}

/** params: `value`, the expected amount; without it, it is taken from the question. */
export const indianGrouping: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const amounts = amountsIn(text);
  const tell = (amount: Amount, reason: string) => {
    const clause = clauseAt(text, amount.start, amount.end);
    return failed(reason, heard.answer.quote(clause.start, clause.end));
  };
  const western = amounts.find(
    (amount) =>
      amount.grouping === 'western' &&
      amount.currency !== 'foreign' &&
      !(amount.currency === 'none' && COUNTED.test(text.slice(amount.end))) &&
      !isSetAside(text, amount.start, amount.end),
  );
  if (western !== undefined) return tell(western, `${western.text} is grouped in the Western way.`);
  const asked = amountsIn(heard.question.text).filter((amount) => amount.value >= 100_000);
  const expected = numberParam(params, 'value') ?? (asked.length === 1 ? asked[0]?.value : undefined);
  if (expected === undefined) return passed('No figure is grouped in the Western way.', wholeAnswer(heard));
  const stated = amounts.filter((amount) => !isSetAside(text, amount.start, amount.end));
  const right = stated.find((amount) => amount.value === expected);
  const grouped = stated.filter((amount) => amount.value >= 10_000 && amount.figures && amount.grouping !== 'none');
  const other = grouped.length === 1 ? grouped[0] : undefined;
  const wrong =
    other !== undefined && (right === undefined ? other.value !== expected : isShifted(other.value, expected));
  if (wrong && ASKS_FOR_FIGURE.test(heard.question.text))
    return tell(other, `The amount comes back as ${other.text} instead of ${expected}.`);
  if (right !== undefined)
    return passed('The amount is written in the Indian way.', heard.answer.quote(right.start, right.end));
  return amounts.length === 0
    ? unscored('The answer holds no figure.')
    : passed('No figure is grouped in the Western way.');
});
