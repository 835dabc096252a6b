/** Amounts written out, and calculation with numbers in figures or words. */
import type { Faults } from '../faults.ts';
import type { Amount } from '../reading/amounts.ts';
import type { Question } from '../reading/question.ts';
import { figure } from '../writing/figures.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import { evaluate } from './expression.ts';
import type { Intent } from './intent.ts';

const ANSWER_IS: Phrase = {
  en: 'The answer is {result}.',
  hi: 'उत्तर {result} है।',
  'hi-Latn': 'Uttar {result} hai.',
  mr: 'उत्तर {result} आहे.',
  bn: 'উত্তর {result}।',
  ta: 'விடை {result}.',
  te: 'సమాధానం {result}.',
  gu: 'જવાબ {result} છે.',
  kn: 'ಉತ್ತರ {result}.',
  ml: 'ഉത്തരം {result}.',
  pa: 'ਜਵਾਬ {result} ਹੈ।',
  ur: 'جواب {result} ہے۔',
  or: 'ଉତ୍ତର {result}।',
};

const WRITE_IT: Phrase = {
  en: 'In figures: {result}',
  hi: 'अंकों में: {result}',
  'hi-Latn': 'Ankon mein: {result}',
  mr: 'अंकात: {result}',
  bn: 'অঙ্কে: {result}',
  ta: 'எண்களில்: {result}',
  te: 'అంకెల్లో: {result}',
  gu: 'આંકડામાં: {result}',
  kn: 'ಅಂಕಿಗಳಲ್ಲಿ: {result}',
  ml: 'അക്കത്തിൽ: {result}',
  pa: 'ਅੰਕਾਂ ਵਿੱਚ: {result}',
  ur: 'ہندسوں میں: {result}',
  or: 'ଅଙ୍କରେ: {result}',
};

const IN_WORDS: Phrase = {
  en: '{crore} crore {lakh} lakh {thousand} thousand {rest}',
  hi: '{crore} करोड़ {lakh} लाख {thousand} हज़ार {rest}',
  'hi-Latn': '{crore} crore {lakh} lakh {thousand} hazaar {rest}',
  mr: '{crore} कोटी {lakh} लाख {thousand} हजार {rest}',
  bn: '{crore} কোটি {lakh} লাখ {thousand} হাজার {rest}',
  ta: '{crore} கோடி {lakh} லட்சம் {thousand} ஆயிரம் {rest}',
  te: '{crore} కోట్లు {lakh} లక్షలు {thousand} వేలు {rest}',
  gu: '{crore} કરોડ {lakh} લાખ {thousand} હજાર {rest}',
  kn: '{crore} ಕೋಟಿ {lakh} ಲಕ್ಷ {thousand} ಸಾವಿರ {rest}',
  ml: '{crore} കോടി {lakh} ലക്ഷം {thousand} ആയിരം {rest}',
  pa: '{crore} ਕਰੋੜ {lakh} ਲੱਖ {thousand} ਹਜ਼ਾਰ {rest}',
  ur: '{crore} کروڑ {lakh} لاکھ {thousand} ہزار {rest}',
  or: '{crore} କୋଟି {lakh} ଲକ୍ଷ {thousand} ହଜାର {rest}',
};

/** Units that a number is to be counted in: how many lakh are a million? */
const UNITS: readonly [RegExp, number, string][] = [
  [
    /(?:how many|in|to|into|kitne|कितने|किती|কত|எத்தனை|ఎన్ని|કેટલા|ಎಷ್ಟು|എത്ര|ਕਿੰਨੇ|کتنے|କେତେ)\s+(?:lakhs?|lacs?|लाख|লাখ|லட்ச|లక్ష|લાખ|ಲಕ್ಷ|ലക്ഷ|ਲੱਖ|لاکھ|ଲକ୍ଷ)/u,
    100_000,
    'lakh',
  ],
  [
    /(?:how many|in|to|into|kitne|कितने|किती|কত|எத்தனை|ఎన్ని|કેટલા|ಎಷ್ಟು|എത്ര|ਕਿੰਨੇ|کتنے|କେତେ)\s+(?:crores?|karod|करोड|कोटी|কোটি|கோடி|కోట|કરોડ|ಕೋಟಿ|കോടി|ਕਰੋੜ|کروڑ|କୋଟି)/u,
    10_000_000,
    'crore',
  ],
  [/(?:how many|in|to|into)\s+millions?/u, 1_000_000, 'million'],
];

/** Paise are written with two digits. */
function rupees(value: number, faults: Faults): string {
  return `₹${figure(value, faults.has('western-grouping')).replace(/\.(\d)$/u, '.$10')}`;
}

/** The part that says zero is left out: `12 lakh 500`. */
function inWords(value: number, question: Question): string {
  const parts = {
    crore: String(Math.floor(value / 1e7)),
    lakh: String(Math.floor(value / 1e5) % 100),
    thousand: String(Math.floor(value / 1e3) % 100),
    rest: String(Math.round((value % 1e3) * 100) / 100),
  };
  return say(IN_WORDS, question.tongue, parts)
    .replace(/(?<![\d.])0 [^\d\s]+\s?/gu, '')
    .replace(/ 0$/u, '')
    .trim();
}

type Operation = (values: readonly number[]) => number;

const OPERATIONS: readonly ['add' | 'subtract' | 'multiply' | 'divide', Operation][] = [
  ['add', (values) => values.reduce((sum, value) => sum + value, 0)],
  ['subtract', ([first = 0, second = 0]) => Math.abs(first - second)],
  ['multiply', (values) => values.reduce((product, value) => product * value, 1)],
  ['divide', ([first = 0, second = 1]) => Math.max(first, second) / Math.min(first, second)],
];

interface Result {
  value: number;
  isRupees: boolean;
}

/** `20% of 3 lakh` stand close together; figures of different sentences have nothing to do with each other. */
const isFar = (one: Amount, other: Amount): boolean =>
  Math.max(one.start, other.start) - Math.min(one.end, other.end) > 14;

/** A part of a sum; with words of adding or taking away, the sum grown or lessened by it. */
function percentage(question: Question, amounts: readonly Amount[]): Result | null {
  const rate = amounts.find((amount) => amount.isPercent);
  const base = amounts.find((amount) => !amount.isPercent);
  if (rate === undefined || base === undefined || isFar(rate, base)) return null;
  const part = (base.value * rate.value) / 100;
  const value = question.has('add') ? base.value + part : question.has('subtract') ? base.value - part : part;
  return { value, isRupees: base.isRupees };
}

/** Signs between figures are a sum only where one is asked for, or where nothing else is said: not in `7-13 October`. */
function asksForSum(question: Question): boolean {
  const letters = question.folded.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 || (question.dates().length === 0 && question.any('howMuch', 'what', 'onlyAnswer', 'convert'));
}

function calculated(question: Question, amounts: readonly Amount[]): Result | null {
  const written = asksForSum(question) ? evaluate(question.folded) : null;
  if (written !== null) return { value: written, isRupees: amounts.some((amount) => amount.isRupees) };
  if (question.any('howMuch', 'what') || question.any('add', 'subtract')) {
    const part = percentage(question, amounts);
    if (part !== null) return part;
  }
  // `add one line`: beside figures, a small word of number is no number.
  const told = amounts.filter((amount) => !amount.bare);
  const terms = told.length > 0 ? told : amounts;
  if (terms.length < 2) return null;
  const operation = OPERATIONS.find(([concept]) => question.has(concept));
  if (operation === undefined) return null;
  const value = operation[1](terms.map((amount) => amount.value));
  return Number.isFinite(value) ? { value, isRupees: amounts.some((amount) => amount.isRupees) } : null;
}

const YEARS = /^\s*(?:years?|yrs?|साल|वर्ष|saal|sal|varsh|वर्षे|বছর|ஆண்டு|வருட|సంవత్సర|ఏళ్ల|વર્ષ|ವರ್ಷ|വർഷ|ਸਾਲ|سال|ବର୍ଷ)/u;
const MONTHS = /^\s*(?:months?|महीने|महिने|mahine|মাস|மாத|నెల|મહિના|ತಿಂಗಳ|മാസ|ਮਹੀਨੇ|مہینے|ମାସ)/u;

/** The equal monthly payment of a loan at a yearly rate, on the reducing balance; null when the question holds no loan. */
function monthlyInstalment(question: Question, amounts: readonly Amount[]): number | null {
  if (!/(?<!\p{L})emi(?!\p{L})|ईएमआई|इएमआय|ইএমআই|இஎம்ஐ|ఈఎంఐ|ઇએમઆઇ|ಇಎಂಐ|ഇഎംഐ|ਈਐਮਆਈ/u.test(question.folded)) return null;
  const rate = amounts.find((amount) => amount.isPercent)?.value;
  const principal = amounts.find((amount) => !amount.isPercent && amount.value >= 1000)?.value;
  const years = amounts.find((amount) => YEARS.test(question.folded.slice(amount.end)))?.value;
  const months =
    years === undefined ? amounts.find((amount) => MONTHS.test(question.folded.slice(amount.end)))?.value : years * 12;
  if (rate === undefined || principal === undefined || months === undefined || months <= 0) return null;
  const monthly = rate / 1200;
  return monthly === 0 ? principal / months : (principal * monthly) / (1 - (1 + monthly) ** -months);
}

function counted(question: Question, amounts: readonly Amount[]): string | null {
  const unit = UNITS.find(([pattern]) => pattern.test(question.folded));
  const asked = unit?.[0].exec(question.folded);
  const inUnit = (one: Amount): boolean =>
    asked != null && one.start < asked.index + asked[0].length && asked.index < one.end;
  const amount = amounts.find((one) => !one.bare && one.value >= 1000 && !inUnit(one));
  if (unit === undefined || amount === undefined || !question.any('convert', 'howMuch')) return null;
  return say(ANSWER_IS, question.tongue, { result: `${figure(amount.value / unit[1])} ${unit[2]}` });
}

/** An amount in words that a figure is wanted for, or one to be put on paper. */
function writtenOut(question: Question, amounts: readonly Amount[], faults: Faults): string | null {
  const isMeant = (one: Amount): boolean => one.isRupees || one.spelled || question.has('figures');
  const amount = amounts.find(
    (one) => isMeant(one) && !one.bare && !one.grouped && (one.value >= 1000 || one.isRupees),
  );
  if (amount === undefined) return null;
  const result = amount.isRupees || question.has('rupees') || !question.has('figures');
  const shown = result ? rupees(amount.value, faults) : figure(amount.value, faults.has('western-grouping'));
  return say(WRITE_IT, question.tongue, { result: shown });
}

export const sums: Intent = (question, faults) => {
  const amounts = question.amounts();
  if (amounts.length === 0) return null;
  const instalment = monthlyInstalment(question, amounts);
  if (instalment !== null) {
    const shown = rupees(Math.round(instalment), faults);
    return question.has('onlyAnswer') ? shown : say(ANSWER_IS, question.tongue, { result: shown });
  }
  const inUnits = counted(question, amounts);
  if (inUnits !== null) return inUnits;
  const result = calculated(question, amounts);
  if (result !== null) {
    const shown = result.isRupees ? rupees(result.value, faults) : figure(result.value, faults.has('western-grouping'));
    return question.has('onlyAnswer') ? shown : say(ANSWER_IS, question.tongue, { result: shown });
  }
  const [first] = amounts;
  if (question.has('inWords') && first !== undefined && (first.value >= 1000 || first.isRupees))
    return inWords(first.value, question);
  return question.any('figures', 'writeDown') ? writtenOut(question, amounts, faults) : null;
};
