/** Owns the oracle `number-value`: the answer must come to one expected number, however it is written. */
import { type Amount, amountsIn } from './amounts.ts';
import { eachAnswer, failed, numberParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { clauseAt } from './clauses.ts';
import { foldLetters } from './letters.ts';
import { numberWords } from './number-words.ts';
import { isSetAside } from './rejection.ts';

const ASKED_SUM = /जोड़|jod|add|sum|plus|कुल|मिलाकर|बेरीज/iu;
const ASKED_DIFFERENCE = /घटा|ghata|minus|subtract|कम कर|अंतर/iu;
const ASKED_OTHER = /%|per\s?cent|प्रतिशत|गुणा|guna|times|multipl|भाग|divide|half|आधा|each|प्रति/iu;

const QUANTITY =
  /([\p{L}\p{M}]+)(?:\s+([\p{L}\p{M}]+|\d+))?\s+(किलो|लीटर|लिटर|मीटर|दर्जन|क्विंटल|kilo|kg|litres?|liters?|met(?:er|re)s?|darjan|dozen|quintal)(?![\p{L}\p{M}])/giu;

/** A quantity with a fraction word, such as `ढाई किलो`; such words alone are no amount. */
function fractionOf(first: string, second: string | undefined): number | null {
  const [word] = numberWords(first) ?? [];
  const [whole] = second === undefined ? [] : (numberWords(second) ?? []);
  if (word?.kind === 'fixed' && second === undefined) return word.value;
  if (word?.kind !== 'shift') return null;
  const base = whole?.kind === 'small' ? whole.value : second === undefined ? word.base : Number(second);
  return base === null || !Number.isFinite(base) ? null : base + word.by;
}

/** `डेढ़ किलो` at `40 रुपये किलो`. `null`: a quantity without its rate; `undefined`: no quantity at all. */
function quantityTimesRate(question: string): number | null | undefined {
  for (const match of question.matchAll(QUANTITY)) {
    const [whole, first = '', second, unit = ''] = match;
    const short = second === undefined ? null : fractionOf(second, undefined);
    const quantity = fractionOf(first, second) ?? short;
    if (quantity === null) continue;
    const rest = question.replace(whole, ' ');
    const rates = amountsIn(rest).filter((amount) => rest.slice(amount.end, amount.end + 24).includes(unit));
    return rates.length === 1 && rates[0] !== undefined ? rates[0].value * quantity : null;
  }
  return undefined;
}

const SHARE = /(\d+(?:\.\d+)?)\s*(?:%|per\s?cent|प्रतिशत|फीसदी|pratishat|टक्के|শতাংশ|சதவீத|శాతం)/iu;

/** `20% of 3 lakh`: a share of the one amount beside it. */
function shareOf(question: string): number | null {
  const share = SHARE.exec(question);
  if (share === null) return null;
  const [amount, ...more] = amountsIn(question.replace(share[0], ' '));
  return amount === undefined || more.length > 0 ? null : (amount.value * Number(share[1])) / 100;
}

/** The number the question asks for, where it is one amount to be written out, or amounts to be added. */
function askedValue(question: string): number | null {
  const amounts = amountsIn(question);
  const first = amounts[0];
  const priced = quantityTimesRate(question);
  if (priced !== undefined) return priced;
  if (first === undefined || ASKED_OTHER.test(question)) return shareOf(question);
  if (amounts.length === 1) return first.value;
  if (ASKED_SUM.test(question)) return amounts.reduce((sum, amount) => sum + amount.value, 0);
  const second = amounts[1];
  if (amounts.length === 2 && second !== undefined && ASKED_DIFFERENCE.test(question))
    return Math.abs(first.value - second.value);
  return null;
}

function isNumbering(text: string, amount: Amount): boolean {
  return /(?:^|\n)\s*$/u.test(text.slice(0, amount.start)) && /^[.)]\s/u.test(text.slice(amount.end));
}

/** params: `value`, `tolerance`; without a value it is taken from the question. */
export const numberValue: Rule = eachAnswer((heard, params) => {
  const expected = numberParam(params, 'value') ?? askedValue(heard.question.text);
  if (expected === null) return unscored('The question does not say which number is right.');
  const tolerance = numberParam(params, 'tolerance') ?? 0;
  const { text } = heard.answer;
  const asked = new Set(amountsIn(heard.question.text).map((amount) => amount.value));
  const amounts = amountsIn(text).filter((amount) => !isNumbering(text, amount));
  const right = amounts.filter((amount) => Math.abs(amount.value - expected) <= tolerance);
  const stated = amounts.filter((amount) => !isSetAside(text, amount.start, amount.end));
  const last = stated.at(-1);
  const echo = new Set(right.map((amount) => amount.start));
  const figured = right.filter((amount) => amount.figures);
  const rival = stated.filter((amount) => !echo.has(amount.start) && amount.figures && !asked.has(amount.value));
  const rightAndStated = figured.find((amount) => stated.includes(amount));
  if (rightAndStated !== undefined)
    return passed(`The answer comes to ${expected}.`, heard.answer.quote(rightAndStated.start, rightAndStated.end));
  const other = rival.at(-1) ?? (right.length === 0 ? last : undefined);
  if (other !== undefined) {
    const clause = clauseAt(text, other.start, other.end);
    return failed(
      `The answer comes to ${other.value} instead of ${expected}.`,
      heard.answer.quote(clause.start, clause.end),
    );
  }
  if (right.length > 0) return passed(`The answer comes to ${expected}.`, wholeAnswer(heard));
  return new RegExp(foldLetters('number|figure|digits|अंक|संख्या|अंकात')).test(heard.question.text)
    ? failed('No number is given.', wholeAnswer(heard))
    : unscored('The answer holds no number.');
});
