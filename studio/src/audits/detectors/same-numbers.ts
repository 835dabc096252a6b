/** Owns the relation `numbers`: native digits must lead to the same numbers as ASCII digits (first conversation). */
import { type Amount, amountsIn } from './amounts.ts';
import { failed, type Heard, passed, type Rule, unscored } from './case-input.ts';
import { clauseAt, type Stretch } from './clauses.ts';
import { timesIn } from './clock-times.ts';
import { has, words } from './lexicon.ts';
import { numberWords } from './number-words.ts';
import { isSetAside } from './rejection.ts';
import { asksFor, notUnderstood, turnedAway } from './turned-away.ts';

const NOT_A_NUMBER = /(?<!\p{L})(?:NaN|undefined|null)(?!\p{L})/u;
const MISSING = words(
  'please enter your age,please tell your age,how old are you,which number,number not found,no number,could not find,संख्या नहीं मिली,कोई संख्या नहीं,₹0,rs 0,rs. 0,0 rupees,0 रुपये,0 रुपए,0 टाकা,0 টাকা,0 টকা,0 ரூபாய்,0 రూపాయలు,0 ರೂಪಾಯಿ,0 രൂപ,0 રૂપિયા,0 ਰੁਪਏ,0 ଟଙ୍କା,0 روپے,0 years,0 वर्ष,0 साल,0 বছর',
);
const HOW_MUCH = words(
  'how much,how many,how old,which number,which amount,कितनी,कितना,कितने,kitni,kitna,kitne,किती,কত,કેટલ~,ਕਿੰਨ~,କେତେ,எவ்வளவு,எத்தனை,ఎంత,ఎన్ని,ಎಷ್ಟು,എത്ര,کتن~',
);
const LABEL =
  /(?:#|(?:ref|id|order|ticket|token|no|number|reference|संख्या|नंबर|क्रमांक|टिकट|टोकन|संदर्भ|টিকিট|রেফারেন্স|டிக்கெட்|టికెట్|ಟಿಕೆಟ್|ടിക്കറ്റ്)\.?\s*[:#]?\s*[A-Z]*-?)$/iu;

function statedIn(text: string): Amount[] {
  const times = timesIn(text);
  return amountsIn(text).filter((amount) => {
    if (LABEL.test(text.slice(0, amount.start)) || /^[.)]\s/u.test(text.slice(amount.end))) return false;
    if (times.some((time) => time.start <= amount.start && amount.start < time.end)) return false;
    return !isSetAside(text, amount.start, amount.end);
  });
}

/** Numbers below a hundred said in words, which are no amounts. */
function saidIn(text: string): number[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const [first, ...more] = numberWords(word) ?? [];
    return first?.kind === 'small' && more.length === 0 ? [first.value] : [];
  });
}

/** `How much?` asked of a user who has just said it, while the same words in ASCII digits were enough. */
function askedAgain(one: Heard, reference: Heard | undefined): Stretch | null {
  const sentence = asksFor(one.answer.text);
  if (sentence === null || reference === undefined || asksFor(reference.answer.text) !== null) return null;
  const asked = new Set(amountsIn(one.question.text).map((amount) => amount.value));
  if (statedIn(one.answer.text).some((amount) => asked.has(amount.value))) return null;
  const stems = (text: string) =>
    (text.match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.slice(0, 3).toLowerCase());
  const given = new Set(stems(one.question.text));
  const about = stems(sentence.text).some((stem) => given.has(stem)) || has(sentence.text, HOW_MUCH);
  return about ? sentence : null;
}

function misread(one: Heard, reference: Heard | undefined): Amount | null {
  const asked = new Set(amountsIn(one.question.text).map((amount) => amount.value));
  const shown = statedIn(one.answer.text);
  const values = new Set([...shown.map((amount) => amount.value), ...saidIn(one.answer.text)]);
  const expected = new Set(
    reference === undefined ? [] : statedIn(reference.answer.text).map((amount) => amount.value),
  );
  const results = [...expected].filter((value) => !asked.has(value));
  if (results.length > 0 && results.every((value) => values.has(value))) return null;
  const lost = [...expected].filter((value) => !values.has(value));
  const strange = shown.filter((amount) => !expected.has(amount.value) && !asked.has(amount.value));
  return lost.length > 0 && strange[0] !== undefined ? strange[0] : null;
}

export const sameNumbers: Rule = ({ heard }) => {
  const reference = heard.length > 1 ? heard[0] : undefined;
  const tried = heard.length > 1 ? heard.slice(1) : heard;
  if (tried.length === 0) return unscored('Nothing was asked.');
  const referenceTurnedAway =
    reference !== undefined && (turnedAway(reference.answer.text) ?? notUnderstood(reference.answer.text)) !== null;
  for (const one of tried) {
    const { text } = one.answer;
    const at = text.search(NOT_A_NUMBER);
    const lost: Stretch | null = at >= 0 ? clauseAt(text, at, at + 3) : null;
    const away = referenceTurnedAway ? null : (lost ?? turnedAway(text) ?? notUnderstood(text));
    if (away !== null) return failed('Native digits are turned away.', one.answer.quote(away.start, away.end));
    const missing = text.search(MISSING);
    if (missing >= 0 && (reference === undefined || !has(reference.answer.text, MISSING))) {
      const clause = clauseAt(text, missing, missing + 1);
      return failed('Native digits are not seen.', one.answer.quote(clause.start, clause.end));
    }
    const again = askedAgain(one, reference);
    if (again !== null) return failed('Native digits are not seen.', one.answer.quote(again.start, again.end));
    const strange = misread(one, reference);
    if (strange !== null) {
      const clause = clauseAt(text, strange.start, strange.end);
      return failed('Native digits lead to another number.', one.answer.quote(clause.start, clause.end));
    }
  }
  return passed('Native digits lead to the same numbers.');
};
