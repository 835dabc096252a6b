/** Owns the rule of Indian postal codes: six digits, called PIN code, taken as given. */
import { eachAnswer, failed, passed, type Rule } from './case-input.ts';
import { sentenceAt } from './clauses.ts';
import { digitRunsIn } from './digit-runs.ts';
import { has, type Mention, mentions, words } from './lexicon.ts';
import { isSetAside } from './rejection.ts';

const ZIP =
  /(?<![\p{L}\p{M}\d.])(?:zip(?:\s?-?\s?codes?)?|ज़िप(?:\s?कोड)?|जिप(?:\s?कोड)?|জিপ কোড|ஜிப் கோட்|జిప్ కోడ్|ಜಿಪ್ ಕೋಡ್|സിപ് കോഡ്|ઝિપ કોડ|ਜ਼ਿਪ ਕੋਡ|ଜିପ୍ କୋଡ)(?![\p{L}\p{M}])(?!\s*(?:file|lock|pouch|bag))/giu;
const PIN_BESIDE = /(?:pin(?:\s?code)?|postal(?:\s?code)?|पिन(?:\s?कोड)?)\s*(?:code)?\s*(?:\/|\(|or)\s*$/iu;
const FIVE_DIGITS = /(?<![\d\p{L}])(?:5|five|पाँच|पांच|paanch|panch)[\s-]*(?:digits?|अंक\p{M}*|ank|अंकों)/giu;
const BAD_CODE = words(
  'invalid,not valid,मान्य नहीं,वैध नहीं,सही नहीं,valid nahi,sahi nahi,செல்லாது,చెల్లదు,ಅಮಾನ್ಯ,অবৈধ,not a valid,enter a valid,enter valid,provide a valid,valid pin,correct pin,wrong pin,not recogni[sz]ed,incorrect,अमान्य,सही पिन,वैध पिन,मान्य पिन,गलत पिन,sahi pin,galat pin,valid pincode,सही पिनकोड',
);
const DENIES = /not|नहीं|nahi/iu;
const CODE_WORD = words('pin,pincode,pin code,postal code,zip,पिन,पिनकोड,पिन कोड,পিন,பின்,పిన్,ಪಿನ್,പിൻ,પિન,ਪਿੰਨ,ପିନ,پن');

/** A PIN code with one digit lost, changed or out of place: 56001, 560002 or 560010 for 560001. */
function isDistorted(digits: string, code: string): boolean {
  if (digits.length === 5) return [...code].some((_, at) => code.slice(0, at) + code.slice(at + 1) === digits);
  if (digits.length !== 6 || digits === code) return false;
  const changed = [...code].filter((digit, at) => digit !== digits[at]).length;
  return changed === 1 || [...digits].sort().join('') === [...code].sort().join('');
}

function wrongCode(text: string, code: string): { start: number; end: number } | null {
  const runs = digitRunsIn(text);
  for (const run of runs) {
    const shown = text.slice(run.start, run.end);
    if (run.digits === code && /\d,\d/.test(shown)) return run;
  }
  const grouped = new RegExp([...code].join(',?'), 'g');
  for (const match of text.matchAll(grouped))
    if (match[0].includes(',')) return { start: match.index, end: match.index + match[0].length };
  if (runs.some((run) => run.digits === code)) return null;
  const lost = runs.find((run) => isDistorted(run.digits, code));
  if (lost !== undefined) return lost;
  return (
    runs.find((run) => {
      const near = text.slice(Math.max(0, run.start - 24), run.end + 12);
      return (run.digits.length === 5 || run.digits.length === 6) && has(near, CODE_WORD);
    }) ?? null
  );
}

/** The rule holds whatever PIN code the user gave; without one, only the name and the length can be wrong. */
export const postalCode: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const sentenceOf = (place: { start: number; end: number }) => sentenceAt(text, place.start, place.end);
  const tell = (reason: string, place: { start: number; end: number }) => {
    const sentence = sentenceOf(place);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const isQuoted = (found: Mention) =>
    isSetAside(text, found.start, found.end) && !has(sentenceOf(found).text, BAD_CODE);
  const zip = mentions(text, ZIP).find((found) => !isQuoted(found) && !PIN_BESIDE.test(text.slice(0, found.start)));
  if (zip !== undefined) return tell('The PIN code is called a ZIP code.', zip);
  const five = mentions(text, FIVE_DIGITS).find((found) => !isQuoted(found));
  if (five !== undefined) return tell('Five digits are asked for; a PIN code has six.', five);
  const code = digitRunsIn(heard.question.text).find((run) => /^[1-9]\d{5}$/.test(run.digits))?.digits;
  if (code === undefined) return passed('No ZIP code is asked for.');
  const wrong = wrongCode(text, code);
  if (wrong !== null) return tell(`The PIN code ${code} comes back as another figure.`, wrong);
  const bad = mentions(text, BAD_CODE).find(
    (found) => !isSetAside(text, found.start, found.end) || DENIES.test(found.text),
  );
  if (bad !== undefined) return tell(`The PIN code ${code} is turned away.`, bad);
  return passed('The PIN code is taken as given.');
});
