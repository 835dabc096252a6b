/** Owns the rule of loan arithmetic: EMI on a reducing balance, simple and compound interest, as the question asks. */
import { eachAnswer, failed, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { amountsAsked, monthsAsked, shareIn } from './asked-numbers.ts';
import { amountsTold, comesTo } from './results.ts';

const SIMPLE = words(
  'simple interest,si,sadharan byaj,saadharan byaj,साधारण ब्याज,सरल व्याज,সরল সুদ,தனிவட்டி,సాధారణ వడ్డీ,ಸರಳ ಬಡ್ಡಿ,സാധാരണ പലിശ,સાદું વ્યાજ',
);
const COMPOUND = words('compound~,chakravriddhi,चक्रवृद्धि,चक्रवाढ,চক্রবৃদ্ধি,கூட்டுவட்டி,చక్రవడ్డీ,ಚಕ್ರಬಡ್ಡಿ,കൂട്ടുപലിശ,ચક્રવૃદ્ધિ');
const FLAT = words('flat,flat rate,फ्लैट');
const TOTAL_INTEREST = words('total interest,kul byaj,कुल ब्याज,एकूण व्याज,মোট সুদ,மொத்த வட்டி,మొత్తం వడ్డీ,ಒಟ್ಟು ಬಡ್ಡಿ,ആകെ പലിശ');
const FIRST_MONTH = words('first month,pehle mahine,पहले महीने,पहिल्या महिन्य~');
const WHOLE_SUM = words('total amount,maturity,amount after,kul rakam,kul raashi,कुल राशि,कुल रकम,मूलधन सहित');
const A_MONTH = new RegExp(
  `(?:%|${foldLetters('प्रतिशत|per ?cent')})\\s*(?:per month|a month|monthly|p\\.?m\\.?|${foldLetters('महीना|महीने|प्रति माह|mahina|mahine|har mahine|मासिक')})`,
  'iu',
);

interface Loan {
  principal: number;
  /** In per cent a year. */
  percent: number;
  months: number;
}

function loanOf(question: string): Loan | null {
  const share = shareIn(question);
  if (share === null) return null;
  const amounts = amountsAsked(share.rest).filter((amount) => amount.value >= 1000);
  const [first] = amounts;
  const months = monthsAsked(share.rest);
  if (first === undefined) return null;
  return {
    principal: first.value,
    percent: share.percent * (A_MONTH.test(question) ? 12 : 1),
    months: months ?? Number.NaN,
  };
}

function instalment({ principal, percent, months }: Loan): number {
  const rate = percent / 1200;
  const growth = (1 + rate) ** months;
  return rate === 0 ? principal / months : (principal * rate * growth) / (growth - 1);
}

function askedValue(question: string): number | null {
  const loan = loanOf(question);
  if (loan === null) return null;
  const { principal, percent, months } = loan;
  if (has(question, FIRST_MONTH)) return (principal * percent) / 1200;
  if (!Number.isFinite(months)) return null;
  const simple = (principal * percent * months) / 1200;
  if (has(question, SIMPLE)) return has(question, WHOLE_SUM) ? principal + simple : simple;
  if (has(question, COMPOUND)) {
    const whole = principal * (1 + percent / 100) ** (months / 12);
    return has(question, WHOLE_SUM) ? whole : whole - principal;
  }
  if (has(question, FLAT)) return (principal + simple) / months;
  return has(question, TOTAL_INTEREST) ? instalment(loan) * months - principal : instalment(loan);
}

const FOREIGN_HABITS = words(
  'apr,30-year fixed,30-year mortgage,thirty-year,30 year fixed,fico,escrow,credit bureau equifax,fannie mae,federal reserve,fed rate,mortgage insurance,pmi',
);

/** params: `value`, `tolerance` in rupees; without a value, it is worked out from the question. */
export const loanSums: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const value = numberParam(params, 'value') ?? askedValue(heard.question.text);
  if (value === null) {
    const habit = mentions(text, FOREIGN_HABITS).find((found) => !isSetAside(text, found.start, found.end));
    if (habit === undefined) return passed('No foreign convention is used.');
    const sentence = sentenceAt(text, habit.start, habit.end);
    return failed('A foreign loan convention is used.', heard.answer.quote(sentence.start, sentence.end));
  }
  const rounded = Math.round(value);
  const tolerance = numberParam(params, 'tolerance') ?? Math.max(5, value * 2e-4);
  const figures = amountsTold(text);
  const dollars = figures.find((one) => one.currency === 'foreign' && Math.abs(one.value - value) <= tolerance);
  if (dollars !== undefined)
    return failed('The instalment is told in a foreign currency.', heard.answer.quote(dollars.start - 1, dollars.end));
  const loan = loanOf(heard.question.text);
  const principal = loan?.principal ?? 0;
  const paid = loan === null || !Number.isFinite(loan.months) ? 0 : value * loan.months;
  const known = [principal, ...amountsAsked(heard.question.text).map((amount) => amount.value), loan?.months ?? 0];
  // The sums beside the instalment (all that is paid, all interest) are rounded by each writer in his own way.
  const beside = figures.filter(
    (one) => Math.abs(one.value - paid) < paid * 0.002 || Math.abs(one.value - (paid - principal)) < paid * 0.002,
  );
  const others = figures.filter((one) => !beside.includes(one) || Math.abs(one.value - value) <= tolerance);
  return (
    comesTo(heard, others, { value: rounded, tolerance: tolerance + 0.5, known }) ??
    failed('No number is given.', wholeAnswer(heard))
  );
});
