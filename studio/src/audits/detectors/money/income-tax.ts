/**
 * Owns the rule of income tax in the new regime, FY 2025-26: slabs of four lakh, standard deduction, rebate up to twelve
 * lakh with marginal relief above it.
 */
import {
  eachAnswer,
  failed,
  type Heard,
  numberParam,
  passed,
  type Rule,
  unscored,
  wholeAnswer,
} from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { amountsAsked } from './asked-numbers.ts';
import { amountsTold, comesTo } from './results.ts';

const SLAB = 400_000;
const RATES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
const STANDARD_DEDUCTION = 75_000;
const REBATE_LIMIT = 1_200_000;
const CESS = 1.04;

function slabTax(income: number): number {
  return RATES.reduce((tax, rate, index) => {
    const from = index * SLAB;
    const to = index === RATES.length - 1 ? Number.POSITIVE_INFINITY : from + SLAB;
    return tax + Math.max(0, Math.min(income, to) - from) * rate;
  }, 0);
}

/** Tax before cess on a taxable income. */
export function newRegimeTax(taxable: number): number {
  if (taxable <= REBATE_LIMIT) return 0;
  return Math.min(slabTax(taxable), taxable - REBATE_LIMIT);
}

const GROSS = words(
  'salary,salaried,gross,ctc,pay,package,pension~,vetan,tankhwah,tankha,वेतन~,सैलरी,तनख्वाह,सालाना कमाई नौकरी,पेंशन~,பெறும் சம்பளம்,சம்பள~,జీతం~,ವೇತನ~,ಸಂಬಳ~,ശമ്പള~,বেতন~,পেনশন~,પગાર~,ਤਨਖਾਹ,ਤਨਖ਼ਾਹ,ଦରମା,ବେତନ,पगार~,تنخواہ',
);
const TAXABLE = words(
  'taxable,net taxable,after standard deduction,after deduction,kar yogya,kar-yogya,करयोग्य,कर योग्य,टैक्सेबल,வரிக்குட்பட்ட~,வரி விதிக்க~,పన్ను విధించ~,పన్ను పరిధి~,ತೆರಿಗೆಗೆ ಒಳಪ~,നികുതി വിധേയ~,করযোগ্য,કરપાત્ર,ਟੈਕਸਯੋਗ,करपात्र,قابل ٹیکس',
);
const OLD_REGIME = words('old regime,old tax regime,पुरानी व्यवस्था,पुराने रिजीम,पुरानी रिजीम,purani regime,old vs new');
const OTHER_YEAR = /20(?:1\d|2[0-4])\s*[-–]\s*(?:20)?\d{2}/u;
const WITHOUT_CESS = words(
  'before cess,excluding cess,without cess,cess ke bina,सेस से पहले,उपकर से पहले,सेस छोड़कर,cess se pehle',
);
const NOTHING = words(
  'zero,nil,no tax,no income tax,nothing,tax-free,tax free,not payable,शून्य,जीरो,ज़ीरो,कोई टैक्स नहीं,कोई कर नहीं,टैक्स नहीं,कर नहीं,कुछ नहीं,shunya,zero,koi tax nahi,tax nahi,kuch nahi,শূন্য,কোনো কর নেই,কর নেই,கர் இல்லை,வரி இல்லை,பூஜ்யம்,పన్ను లేదు,సున్నా,ತೆರಿಗೆ ಇಲ್ಲ,ಶೂನ್ಯ,നികുതി ഇല്ല,പൂജ്യം,શૂન્ય,ટેક્સ નહીં,ਸਿਫ਼ਰ,ଶୂନ୍ୟ,صفر',
);
const ASKS_LIMIT = words(
  'up to what,upto what,how much income is tax-free,tax-free limit,tax free limit,kitni income tak,kitni kamai tak,कितनी आय तक,कितनी कमाई तक,कितने तक,zero tax up to,no tax up to,kitne tak',
);
const REBATE_WORK = words('rebate,87a,slab tax,before rebate,tax on slabs,छूट,रिबेट,रियायत,less,minus,deduction,कटौती');

function taxableOf(question: string): number | null {
  const [amount] = amountsAsked(question).filter((one) => one.value >= 1e5);
  if (amount === undefined || has(question, OLD_REGIME) || OTHER_YEAR.test(question)) return null;
  const isGross = has(question, GROSS) && !has(question, TAXABLE);
  return amount.value - (isGross ? STANDARD_DEDUCTION : 0);
}

function judgeNothing(heard: Heard, known: readonly number[]) {
  const { text } = heard.answer;
  const figures = amountsTold(text).filter((one) => !isSetAside(text, one.start, one.end));
  const zeros = figures.filter((one) => one.value === 0);
  const said = mentions(text, NOTHING);
  const payable = figures.filter(
    (one) =>
      one.value > 0 &&
      one.value < 4e5 &&
      !known.includes(one.value) &&
      one.value !== STANDARD_DEDUCTION &&
      !has(clauseAt(text, one.start, one.end).text, REBATE_WORK),
  );
  const lastNothing = Math.max(-1, ...zeros.map((one) => one.start), ...said.map((one) => one.start));
  const after = payable.find((one) => one.start > lastNothing && (one.currency === 'rupee' || one.value >= 1000));
  if (
    after !== undefined &&
    (lastNothing < 0 ||
      /(?:payable|pay|total|tax is|tax:|=|टैक्स|कर|देना|dena|lagega|लगेगा)[^\p{N}]{0,20}$/iu.test(
        text.slice(0, after.start),
      ))
  ) {
    const clause = clauseAt(text, after.start, after.end);
    return failed('No tax is due, but the answer asks for some.', heard.answer.quote(clause.start, clause.end));
  }
  if (lastNothing >= 0) return passed('No tax is due.', wholeAnswer(heard));
  return figures.length > 0
    ? failed('The answer does not come to zero.', wholeAnswer(heard))
    : failed('No number is given.', wholeAnswer(heard));
}

function judgeLimit(heard: Heard) {
  const { text } = heard.answer;
  const figures = amountsTold(text).filter((one) => one.value >= 1e5 && !isSetAside(text, one.start, one.end));
  if (figures.some((one) => one.value === REBATE_LIMIT || one.value === REBATE_LIMIT + STANDARD_DEDUCTION))
    return passed('The limit is twelve lakh.', wholeAnswer(heard));
  const [first] = figures;
  if (first === undefined) return unscored('The answer names no limit.');
  return failed('The limit is twelve lakh.', heard.answer.quote(first.start, first.end));
}

/** params: `value`; without it, worked out from the income in the question. */
export const incomeTax: Rule = eachAnswer((heard, params) => {
  const question = heard.question.text;
  const set = numberParam(params, 'value');
  const taxable = taxableOf(question);
  if (set === undefined && taxable === null)
    return has(question, ASKS_LIMIT) ? judgeLimit(heard) : unscored('The question does not say which tax is right.');
  const tax = set ?? newRegimeTax(taxable ?? 0);
  const income = amountsAsked(question).map((one) => one.value);
  const known = [
    ...income,
    ...income.map((one) => one - STANDARD_DEDUCTION),
    STANDARD_DEDUCTION,
    taxable ?? 0,
    REBATE_LIMIT,
  ];
  if (tax === 0) return judgeNothing(heard, known);
  const { text } = heard.answer;
  const figures = amountsTold(text).filter(
    (one) =>
      (one.value !== SLAB && !has(clauseAt(text, one.start, one.end).text, words('cess,सेस,उपकर'))) ||
      Math.abs(one.value - tax) <= 1 ||
      Math.abs(one.value - tax * CESS) <= 1,
  );
  const withCess = has(question, WITHOUT_CESS) ? tax : tax * CESS;
  const stated = figures.some((one) => Math.abs(one.value - withCess) <= 1) ? withCess : tax;
  if (has(text, NOTHING) && figures.length === 0)
    return failed('Tax is due, but the answer says none.', wholeAnswer(heard));
  return (
    comesTo(heard, figures, { value: stated, tolerance: 1, known: [...known, tax, tax * CESS - tax] }) ??
    failed('No number is given.', wholeAnswer(heard))
  );
});
