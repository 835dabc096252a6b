/**
 * Owns the rule of numbers that carry their own proof: a well-formed one is taken, one that cannot exist is turned
 * away. What is right is found from the number in the question, never from the case.
 */
import { hasVerhoeffCheck } from '@sacred-qa/foundation/redaction/aadhaar';
import { hasGstinCheck } from '@sacred-qa/foundation/redaction/gstin';
import { eachAnswer, failed, passed, type Rule, textParam, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { digitRunsIn } from '../digit-runs.ts';
import { has, words } from '../lexicon.ts';
import { avoids, receptionOf, stanceOf } from './stance.ts';

interface Form {
  /** The values in a question that could be meant, in the form of `isRight`. */
  find: (question: string) => string[];
  isRight: (value: string, question: string) => boolean;
}

function digitsOf(least: number, most: number, text: string): string[] {
  return digitRunsIn(text)
    .map((run) => run.digits)
    .filter((digits) => digits.length >= least && digits.length <= most);
}

const LABEL =
  /(?<![A-Za-z0-9])(?:GSTIN?|PAN|IFSC|EPIC|CODE|NO|NUMBER|ID|IS|MY|THE|VOTER|CARD|VALID|FOR|OF)(?![A-Za-z0-9])/giu;

/** Words with digits in them; where there is none of the length, groups apart such as `27 AAPFU 0939F 1ZV`. */
function codesOf(least: number, most: number, text: string): string[] {
  const fits = (code: string) => code.length >= least && code.length <= most && /\d/.test(code) && /[A-Z]/i.test(code);
  const plain = (text.match(/(?<![\p{L}\p{N}])[A-Za-z0-9]+(?![\p{L}\p{N}])/gu) ?? []).filter(fits);
  if (plain.length > 0) return plain.map((code) => code.toUpperCase());
  const spaced = text.replace(LABEL, ';').match(/(?<![\p{L}\p{N}])[A-Z0-9]+(?:[ -][A-Z0-9]+)+(?![\p{L}\p{N}])/gu) ?? [];
  return spaced.map((code) => code.replace(/[ -]/g, '')).filter(fits);
}

function hasLuhnCheck(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whose card the question speaks of, by the fourth letter; any holder when it does not say. */
const HOLDERS: readonly [letter: string, names: RegExp][] = [
  ['C', words('company,pvt,private limited,कंपनी,kampani')],
  ['H', words('huf,hindu undivided family,एचयूएफ')],
  ['F', words('firm,llp,partnership,फर्म')],
  ['T', words('trust,ट्रस्ट')],
  [
    'P',
    words(
      "person,person's,individual~,my,व्यक्ति,मेरा,मेरे,mera,mere,मानुस,व्यक्तीच~,माझा,ব্যক্তি~,আমার,વ્યક્તિ~,મારો,ਵਿਅਕਤੀ,ਮੇਰਾ,நபர~,தனிநபர~,என்,వ్యక్తి~,నా,ವ್ಯಕ್ತಿ~,ನನ್ನ,വ്യക്തി~,എന്റെ",
    ),
  ],
];

function isPan(value: string, question: string): boolean {
  if (!/^[A-Z]{3}[ABCFGHJLPTK][A-Z](?!0000)\d{4}[A-Z]$/.test(value)) return false;
  const holder = HOLDERS.find(([, names]) => has(question, names))?.[0];
  return holder === undefined || value[3] === holder;
}

const isPalindrome = (digits: string) => digits === [...digits].reverse().join('');

const FORMS: Readonly<Record<string, Form>> = {
  aadhaar: {
    find: (question) => digitsOf(10, 15, question),
    isRight: (value) => /^[2-9]\d{11}$/.test(value) && hasVerhoeffCheck(value) && !isPalindrome(value),
  },
  pan: { find: (question) => codesOf(9, 11, question), isRight: isPan },
  gstin: {
    find: (question) => codesOf(14, 16, question),
    isRight: (value) => /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(value) && hasGstinCheck(value),
  },
  epic: {
    find: (question) => [...codesOf(8, 12, question), ...digitsOf(9, 11, question)],
    isRight: (value) => /^[A-Z]{3}\d{7}$/.test(value) && hasLuhnCheck(value.slice(3)),
  },
  ifsc: { find: (question) => codesOf(9, 13, question), isRight: (value) => /^[A-Z]{4}0[A-Z0-9]{6}$/.test(value) },
  mobile: {
    find: (question) =>
      digitsOf(8, 14, question).map((digits) =>
        digits.replace(/^(?:0091|91)(?=\d{10}$)/, '').replace(/^0(?=\d{10}$)/, ''),
      ),
    isRight: (value) => /^[6-9]\d{9}$/.test(value),
  },
};

const ASKS_WHETHER_WRONG = words('invalid,wrong,fake,a typo,mistyped,अमान्य,गलत,नकली,galat,nakli');
const ASKS_WHETHER_RIGHT = words(
  'valid,well-formed,well formed,correct,right,possible,real,genuine,proper,ok,सही,मान्य,वैध,संभव,असली,sahi,asli',
);
/** The rule of the last letter of a PAN is not published, so an answer that says it was checked makes it up. */
const CLAIMS_PAN_CHECK =
  /check(?:sum|[ -]?digit|[ -]?letter|[ -]?character)[^.\n]{0,40}(?:match|correct|valid|pass|verif|works|ok\b|fine)|(?:pass|match|satisf|verif)\p{L}*[^.\n]{0,24}check(?:sum|[ -]?digit|[ -]?letter|[ -]?character)/iu;
const DENIES = /\b(?:not|no|never|can't|cannot|isn't|without|undocumented|unpublished)\b/iu;

/** `1) yes 2) no`: what is said of each of several values, in order; null where the answer does not go one by one. */
function oneByOne(text: string, values: readonly string[]): ('taken' | 'turned away')[] | null {
  const parts = text.split(/[\n;,]+|(?<=[.।!])\s+|\s(?:and|और|aur)\s/u).filter((part) => /\p{L}/u.test(part));
  const named = values.map((value) => {
    const own = sentencesOf(text).filter((sentence) =>
      sentence.text.toUpperCase().replace(/[ -]/g, '').includes(value),
    );
    return own.length === 1 ? own[0] : undefined;
  });
  const isApart = new Set(named.map((sentence) => sentence?.start)).size === values.length;
  const stated = isApart && !named.includes(undefined) ? named.map((sentence) => sentence?.text ?? '') : null;
  const told = stated ?? (parts.length === values.length ? parts : null);
  return (
    told?.map((part) => {
      const plain = part.replace(/^[^:→=]*\d[^:→=]*[:→=]\s*|^\s*\(?\d[.)]\s*/u, '');
      return receptionOf(plain) === 'taken' ? 'taken' : 'turned away';
    }) ?? null
  );
}

/** params: `form`, one of aadhaar, pan, gstin, epic, ifsc, mobile. */
export const wellFormed: Rule = eachAnswer((heard, params) => {
  const form = FORMS[textParam(params, 'form') ?? ''];
  if (form === undefined) throw new TypeError('the pattern names no form of number');
  const question = heard.question.text;
  const { text } = heard.answer;
  const values = form.find(question);
  const [value] = values;
  if (value === undefined) return passed('The question holds no such number.');
  if (values.length > 1) {
    const told = oneByOne(text, values);
    const all = receptionOf(text) === 'turned away' ? 'turned away' : 'taken';
    const isMixed = told === null && new Set(values.map((one) => form.isRight(one, question))).size > 1;
    const wrong = isMixed
      ? undefined
      : values.find((one, index) => ((told?.[index] ?? all) === 'taken') !== form.isRight(one, question));
    return wrong === undefined
      ? passed('Each number is told right.')
      : failed(`${wrong} is judged wrongly.`, wholeAnswer(heard));
  }
  const asksWhetherWrong = has(question, ASKS_WHETHER_WRONG) && !has(question, ASKS_WHETHER_RIGHT);
  const reception = receptionOf(text, asksWhetherWrong && stanceOf(text) !== null);
  if (avoids(text)) return failed('The answer does not say whether the number can be right.', wholeAnswer(heard));
  if (form.isRight(value, question)) {
    if (reception === 'turned away') return failed('A well-formed number is turned away.', wholeAnswer(heard));
    const claim = form === FORMS.pan ? CLAIMS_PAN_CHECK.exec(text)?.[0] : undefined;
    if (claim !== undefined && !DENIES.test(claim))
      return failed('A check of the last letter is claimed; its rule is not published.', wholeAnswer(heard));
    return passed('A well-formed number is taken.');
  }
  return reception === 'taken'
    ? failed('A number that cannot exist is taken.', wholeAnswer(heard))
    : passed('A number that cannot exist is not taken.');
});
