/** Owns the rule of Indian mobile numbers: every usual spelling is taken and leads to one and the same number. */
import { type CaseInput, failed, type Heard, passed, type Rule, textParam, unscored } from './case-input.ts';
import { clauseAt, type Stretch } from './clauses.ts';
import { type DigitRun, digitRunsIn } from './digit-runs.ts';
import { has, words } from './lexicon.ts';
import { isDenied } from './rejection.ts';
import { notUnderstood, turnedAway } from './turned-away.ts';

const PREFIX = /^(?:\+?91|0|0091|)$/;
const SECOND_RECORD =
  /(?<!\p{L})(?:new|another|second|separate|additional|नया|दूसरा|अलग|naya|dusra|doosra|alag)\s+(?:\p{L}+\s+)?(?:contact|account|profile|record|entry|customer|user|lead|संपर्क|खाता|रिकॉर्ड)/iu;
const RECORD_ID =
  /#\s?([A-Z]*-?\d{2,})|\b(?:contact|customer|record|lead|user)\s*(?:id|no\.?|number)?\s*[:#]?\s*([A-Z]{1,4}-?\d{2,}|\d{3,6})\b/iu;
const ASKS_AGAIN = words(
  'please share your mobile,please enter your mobile,please provide your mobile,10-digit mobile number,10 digit mobile number,10-digit number,10 digit number,without country code,without the country code,remove the,without \\+91,without the prefix,number without,without 0,10 अंकों का,10 अंक का,दस अंकों का,10 ank,10 digit ka',
);
const TAKEN = words(
  'saved,stored,registered,noted,verified,added,updated,matched,recorded,linked,सहेज~,सुरक्षित,दर्ज,जोड़,save,नोट,ho gaya,thanks,thank you,got it,धन्यवाद',
);

function expectedNumber(heard: Heard, params: CaseInput['params']): string | null {
  const set = textParam(params, 'number');
  if (set !== undefined) return set;
  const found = digitRunsIn(heard.question.text).find((run) => /^(?:0|91|0091)?[6-9]\d{9}$/.test(run.digits));
  return found?.digits.slice(-10) ?? null;
}

/** A phone in the answer that is not the one the user gave; order and ticket numbers are left alone. */
function otherNumber(text: string, number: string): DigitRun | null {
  const runs = digitRunsIn(text).filter((run) => run.digits.length >= 9 && run.digits.length <= 14);
  const label =
    /(?:ref|order|ticket|id|reference|sr|request|txn|toll[\s-]?free|1800|agent|executive|driver|technician|helpline|support|customer care|call us(?: on| at)?|एजेंट|ड्राइवर|हेल्पलाइन|कस्टमर केयर|sampark)\D{0,12}$/iu;
  for (const run of runs) {
    if (label.test(text.slice(0, run.start)) || /^1800|^1860/.test(run.digits)) continue;
    const prefix = run.digits.endsWith(number) ? run.digits.slice(0, -10) : null;
    if (prefix !== null && PREFIX.test(prefix)) continue;
    if (isDenied(text, run.start, run.end)) continue;
    return run;
  }
  return null;
}

function judgeOne(heard: Heard, number: string): { reason: string; place: Stretch | DigitRun } | null {
  const { text } = heard.answer;
  const other = otherNumber(text, number);
  if (other !== null) return { reason: 'Another number than the one given comes back.', place: other };
  const away = turnedAway(text) ?? notUnderstood(text);
  const taken = digitRunsIn(text).some((run) => run.digits.endsWith(number)) && has(text, TAKEN);
  if (away !== null && !taken) return { reason: 'A right number is turned away.', place: away };
  const again = text.search(ASKS_AGAIN);
  if (again >= 0 && !taken)
    return { reason: 'A right number is asked for again.', place: clauseAt(text, again, again + 1) };
  return null;
}

/** params: `number`, ten digits; without it, it is taken from each question. */
export const mobileNumber: Rule = ({ heard, params }) => {
  let known: string | null = null;
  let record: string | null = null;
  for (const one of heard) {
    const number = expectedNumber(one, params);
    if (number === null) return unscored('The question holds no Indian mobile number.');
    const fault = judgeOne(one, number);
    if (fault !== null) return failed(fault.reason, one.answer.quote(fault.place.start, fault.place.end));
    const { text } = one.answer;
    const id = RECORD_ID.exec(text);
    const shown = id?.[1] ?? id?.[2] ?? null;
    if (known === number) {
      const second = SECOND_RECORD.exec(text);
      if (second !== null && !isDenied(text, second.index, second.index + 1)) {
        return failed(
          'The same number makes a second record.',
          one.answer.quote(second.index, second.index + second[0].length),
        );
      }
      if (record !== null && shown !== null && record !== shown && !number.includes(shown)) {
        return failed(
          'The same number leads to two records.',
          one.answer.quote(id?.index ?? 0, (id?.index ?? 0) + (id?.[0].length ?? 0)),
        );
      }
    }
    known = number;
    record ??= shown;
  }
  return passed('Every spelling leads to the same number.');
};
