/** Owns the rule of ISO 3166-2 codes of Indian states: the current ones are given, old ones are still understood. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { CROSS, isSetAside, PAST } from '../rejection.ts';

interface State {
  names: RegExp;
  code: string;
  old: readonly string[];
}

const state = (names: string, code: string, ...old: string[]): State => ({ names: words(names), code, old });

const STATES: readonly State[] = [
  state('odisha,orissa,ओडिशा,ओड़िशा,ଓଡ଼ିଶା,ওড়িশা,ஒடிசா,ఒడిశా', 'OD', 'OR'),
  state('telangana,तेलंगाना,तेलंगणा,తెలంగాణ,தெலங்கானா,তেলেঙ্গানা', 'TS', 'TG'),
  state('chhattisgarh,chattisgarh,छत्तीसगढ़,ছত্তিশগড়,சத்தீஸ்கர்,ఛత్తీస్‌గఢ్', 'CG', 'CT'),
  state('uttarakhand,uttaranchal,उत्तराखंड,उत्तराखण्ड,উত্তরাখণ্ড,உத்தராகண்ட்,ఉత్తరాఖండ్', 'UK', 'UT', 'UL', 'UA'),
  state('karnataka,कर्नाटक', 'KA'),
  state('kerala,केरल', 'KL'),
  state('tamil nadu,तमिलनाडु', 'TN'),
  state('maharashtra,महाराष्ट्र', 'MH'),
  state('gujarat,गुजरात', 'GJ'),
  state('punjab,पंजाब', 'PB'),
  state('bihar,बिहार', 'BR'),
  state('jharkhand,झारखंड', 'JH'),
  state('west bengal,पश्चिम बंगाल', 'WB'),
];
const REVERSE_ASKED = words(
  'which state is,which state,what state,what is,stands? for,कौन सा राज्य,किस राज्य,kaun sa state,kis state,kaunsa state,belongs to which,meaning of',
);
const TURNED_AWAY = words(
  'invalid,not valid,unknown,does not exist,no such,not recogni[sz]ed,error,unsupported,मान्य नहीं,अमान्य,nahi hai,does not match',
);
const CODE = /(?<![\p{L}\d])IN[-_ ]([A-Z]{2})(?![\p{L}\d])/gu;
/** `If you still see IN-OR or IN-CT, those are the older ones`; or in a sentence of its own. */
const SAID_OF_THEM =
  /^(?:[^.;।\n]*(?<![\p{L}\p{M}])|[^.;।\n]*[.;।\n]\s*)(?:those|these|they|which|both|ये|वे|यह|वह|ye|yeh|woh|wo)(?![\p{L}\p{M}])[^.;।\n]*/iu;
const NEW_BESIDE = /^[^.;\n]{0,40}(?:now|→|->|=>|अब|replaced|current|changed to|ab)/iu;

export const isoCodes: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = heard.question.text;
  const given = [...asked.matchAll(CODE)].map((match) => match[1] ?? '');
  const isOldGiven = STATES.filter((one) => one.old.some((old) => given.includes(old)) || given.includes(one.code));
  /** `Is it IN-TG or IN-TS?` asks which of the two is right. */
  const weighed = STATES.filter((one) => given.includes(one.code) && one.old.some((old) => given.includes(old)));
  if (isOldGiven.length > 0 && weighed.length === 0) {
    const away = mentions(text, TURNED_AWAY)[0];
    const known = isOldGiven.every((one) => has(text, one.names) || text.includes(`IN-${one.code}`));
    if (known) return passed('The code is understood.');
    const sentence = away === undefined ? null : sentenceAt(text, away.start, away.end);
    return failed(
      'An old code is not understood.',
      sentence === null ? wholeAnswer(heard) : heard.answer.quote(sentence.start, sentence.end),
    );
  }
  const wanted = weighed.length > 0 ? weighed : STATES.filter((one) => has(asked, one.names));
  const said = [...text.matchAll(CODE)].map((match) => ({
    code: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const bare =
    said.length > 0
      ? []
      : [...text.matchAll(/(?<![\p{L}\d])([A-Z]{2})(?![\p{L}\d])/gu)].map((match) => ({
          code: match[1] ?? '',
          start: match.index,
          end: match.index + match[0].length,
        }));
  const codes =
    said.length > 0
      ? said
      : bare.filter(({ code }) => STATES.some((one) => one.code === code || one.old.includes(code)));
  const stale = codes.find(({ code, start, end }) => {
    const owner = STATES.find((one) => one.old.includes(code));
    if (owner === undefined || (wanted.length > 0 && !wanted.includes(owner))) return false;
    const clause = clauseAt(text, start, end);
    return !(
      has(SAID_OF_THEM.exec(text.slice(end))?.[0] ?? '', PAST) ||
      isSetAside(text, start, end) ||
      has(clause.text, PAST) ||
      has(/[^\n;,]{0,30}$/u.exec(text.slice(0, start))?.[0] ?? '', PAST) ||
      CROSS.test(clause.text) ||
      NEW_BESIDE.test(text.slice(end))
    );
  });
  if (stale !== undefined)
    return failed(`IN-${stale.code} is an old code.`, heard.answer.quote(stale.start, stale.end));
  if (has(asked, REVERSE_ASKED) && wanted.length === 0) return passed('No old code is given.');
  const missing = wanted.find((one) => !codes.some(({ code }) => code === one.code));
  return missing === undefined
    ? passed('The codes are the current ones.')
    : failed(`The code IN-${missing.code} is missing.`, wholeAnswer(heard));
});
