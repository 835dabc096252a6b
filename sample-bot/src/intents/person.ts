/** What people tell about themselves: name, mobile, Aadhaar, age. It is taken as given and shown with care. */
import type { Faults } from '../faults.ts';
import type { Amount } from '../reading/amounts.ts';
import { bareNameIn, nameGivenIn } from '../reading/names.ts';
import { codesIn, isAadhaar, isGstin, isIfsc, isPan, mobileOf } from '../reading/personal-numbers.ts';
import type { Question } from '../reading/question.ts';
import { figure } from '../writing/figures.ts';
import { say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';
import {
  AADHAAR_TAKEN,
  AGE,
  FITS,
  FITS_NOT,
  MOBILE_SAVED,
  NAME_TAKEN,
  NAME_UNKNOWN,
  NO_CARDS_MADE,
  NO_MOBILE,
  NOT_CITIZENSHIP,
  NOTED,
  YOUR_NAME,
} from './person-phrases.ts';

// What careless forms say, in English as forms do.
const LATIN_NAMES_ONLY = 'Please enter a valid name using only English letters (A-Z).';
const SURNAME_WANTED = 'Last name is required. Please enter your full name with surname to proceed.';
const BARE_DIGITS_ONLY = 'Invalid mobile number. Please enter a 10-digit number without +91 or 0.';

function aadhaar(question: Question, faults: Faults): string | null {
  const said = question.has('aadhaar');
  const run = question.digitRuns().find(({ digits }) => isAadhaar(digits) || (said && /^\d{12}$/.test(digits)));
  if (run === undefined || (mobileOf(run.digits) !== null && !said) || question.has('uan')) return null;
  if (question.has('valid', 'what') || question.has('wellFormed')) {
    const code = `XXXX XXXX ${run.digits.slice(-4)}`;
    return say(isAadhaar(run.digits) ? FITS : FITS_NOT, question.tongue, { code });
  }
  const number = faults.has('repeats-aadhaar')
    ? run.digits.replace(/(\d{4})(?=\d)/g, '$1 ')
    : `XXXX XXXX ${run.digits.slice(-4)}`;
  return say(AADHAAR_TAKEN, question.tongue, { number });
}

function mobile(question: Question, faults: Faults): string | null {
  const runs = question.digitRuns();
  const run = runs.find(({ digits }) => mobileOf(digits) !== null);
  const number = run === undefined ? null : mobileOf(run.digits);
  if (run !== undefined && number !== null) {
    if (faults.has('rejects-plus-91') && run.written !== number) return BARE_DIGITS_ONLY;
    return say(MOBILE_SAVED, question.tongue, { number: `${number.slice(0, 5)} ${number.slice(5)}` });
  }
  const isTenDigits = runs.some(({ digits }) => /^\d{9,11}$/.test(digits));
  return isTenDigits && (question.has('mobile') || !/\p{L}/u.test(question.text))
    ? say(NO_MOBILE, question.tongue)
    : null;
}

function taken(name: string, question: Question, faults: Faults): string {
  if (faults.has('latin-names-only') && /[^\p{Script=Latin}\s.]/u.test(name)) return LATIN_NAMES_ONLY;
  if (faults.has('rejects-single-name') && !/\s/u.test(name)) return SURNAME_WANTED;
  return say(NAME_TAKEN, question.tongue, { name });
}

function nameAsked(question: Question): string | null {
  if (!question.has('myName') || !question.any('what', 'reveal')) return null;
  const known = question.earlier
    .toReversed()
    .map(nameGivenIn)
    .find((name) => name !== null);
  return known === undefined ? say(NAME_UNKNOWN, question.tongue) : say(YOUR_NAME, question.tongue, { name: known });
}

/** Age, amounts and seats that a user dictates into a form. Comes late: numbers mean other things first. */
export const dictated: Intent = (question) => {
  if (/[?？؟]/u.test(question.text) && !question.any('register', 'ticket')) return null;
  const amounts = question.amounts().filter((amount) => !amount.bare && !isYear(amount));
  const age = question.has('age')
    ? amounts.find((amount) => !amount.isRupees && amount.value < 130 && isAgeAt(question, amount.start))
    : undefined;
  const rest = amounts.filter((amount) => amount !== age);
  const isForm = question.any('register', 'ticket') || age !== undefined;
  const tellsAmount = rest.some((amount) => amount.isRupees) && !question.any('what', 'how', 'howMuch');
  if (!isForm && !tellsAmount) return null;
  const facts = [
    ...(age === undefined ? [] : [say(AGE, question.tongue, { age: figure(age.value) })]),
    ...rest.map((amount) => (amount.isRupees ? `₹${figure(amount.value)}` : figure(amount.value))),
  ];
  return facts.length === 0 ? null : say(NOTED, question.tongue, { facts: facts.join(', ') });
};

const isYear = ({ value, grouped, isRupees }: Amount): boolean =>
  !grouped && !isRupees && Number.isInteger(value) && value > 1900 && value < 2100;

/** The number beside the word for age, not any small number of the sentence. */
function isAgeAt(question: Question, start: number): boolean {
  const around = question.folded.slice(Math.max(0, start - 24), start + 24);
  return /age|years?|year old|उम|आयु|वय|साल|वर्ष|বয|বছর|வய|వయ|ఏళ్ల|સાલ|વર્ષ|ઉ|ವಯ|ವರ್ಷ|പ്രായ|വയ|ਉਮਰ|ਸਾਲ|عمر|سال|ବୟ|ବର୍ଷ|um|saal|vay/u.test(
    around,
  );
}

function codeChecked(question: Question): string | null {
  const [code] = codesIn(question.text);
  if (code === undefined) return null;
  const isAlone = question.text.trim().length === code.length;
  if (!isAlone && !question.has('valid') && !question.any('panCard', 'ifsc')) return null;
  if (code.length === 10 && !/^[A-Z]{5}/.test(code)) return null;
  const fits = code.length === 15 ? isGstin(code) : code.length === 11 ? isIfsc(code) : isPan(code);
  return say(fits ? FITS : FITS_NOT, question.tongue, { code });
}

export const person: Intent = (question, faults) => {
  const isCard = question.any('aadhaar', 'panCard');
  if (isCard && question.has('generate')) return say(NO_CARDS_MADE, question.tongue);
  if (question.has('aadhaar', 'citizenship')) return say(NOT_CITIZENSHIP, question.tongue);
  const masked = aadhaar(question, faults);
  if (masked !== null) return masked;
  const saved = mobile(question, faults) ?? codeChecked(question) ?? nameAsked(question);
  if (saved !== null) return saved;
  const name = nameGivenIn(question.text);
  return name === null ? null : taken(name, question, faults);
};

/** Nothing but a name, as one answers a form. */
export const bareName: Intent = (question, faults) => {
  const name = question.isBlank() ? bareNameIn(question.text) : null;
  return name === null ? null : taken(name, question, faults);
};
