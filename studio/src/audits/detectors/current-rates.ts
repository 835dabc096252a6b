/** Owns the rule of tax rates that have changed: the rates in force must be named, the old ones only as old. */
import { type CaseInput, eachAnswer, failed, passed, type Rule, wholeAnswer } from './case-input.ts';
import { sentenceAt } from './clauses.ts';
import { has, mentions, words } from './lexicon.ts';
import { numberWords } from './number-words.ts';
import { isSetAside, PAST } from './rejection.ts';

const PER_CENT_WORDS =
  'per\\s?cent|प्रतिशत|फीसदी|फ़ीसदी|pratishat|parsent|takke|टक्के|শতাংশ|ટકા|ਫੀਸਦੀ|ਪ੍ਰਤੀਸ਼ਤ|ପ୍ରତିଶତ|சதவீத|சதவிகித|శాతం|శాత|ಶೇಕಡಾ|ಪ್ರತಿಶತ|ശതമാന|فیصد';
const JOINER = '(?:,|\\/|and|&|और|aur|व|तथा|আর|এবং|ও|அல்லது|மற்றும்|మరియు|ಮತ್ತು|اور|ਤੇ|ਅਤੇ|અને)';
/** A figure with its sign, or one of a list that shares a sign at its end: `5, 12 and 18%`. */
const FIGURE = new RegExp(
  `(?<![\\d.,])(\\d{1,2}(?:\\.\\d+)?)(?=(?:\\s*,?\\s*${JOINER}\\s*\\d{1,2}(?:\\.\\d+)?)*\\s*(?:%|${PER_CENT_WORDS}))`,
  'giu',
);
const SAID_PER_CENT = new RegExp(`(?:${PER_CENT_WORDS})`, 'giu');
const SAID_NUMBERS = new RegExp(`((?:[\\p{L}\\p{M}]+(?:\\s*,?\\s*${JOINER}\\s*|[\\s,-]+))+)$`, 'iu');
const NOT_IN_FORCE = words(
  'proposed,proposal,not yet,not been notified,not notified,may come,may have,may become,will come,will become,will have,expected to,planned,from next,upcoming,प्रस्ताव,प्रस्तावित,अभी लागू नहीं,लागू होने वाला,prastav,prastavit,abhi lagu nahi,প্রস্তাব~,முன்மொழி~,ప్రతిపాద~',
);
/** Goods that kept an old rate by a rule of their own. */
const EXCEPTED = words('tobacco,cigarette~,cess,pan masala,तंबाकू,सिगरेट,पान मसाला');
/** `12% → 5%`, `from 28% to 18%`: told as the rate that was left behind. */
export const LEFT_BEHIND = new RegExp(
  `^(?:\\s*%?\\s*${JOINER}\\s*\\d{1,2}\\s*%?)*\\s*(?:%|${PER_CENT_WORDS})?\\s*(?:slabs?|rates?|items?|goods|वाली?|वाले)?\\s*(?:→|⇒|➡|->|=>|to\\s+\\d|से\\s+(?:घट|\\d)|se\\s+(?:ghat|\\d))`,
  'iu',
);
/** `If your software still lists 12%` says nothing about what is in force. */
const CONDITION = /^[^\p{L}]*(?:so\s+|and\s+|तो\s+)?(?:if|अगर|यदि|agar)(?!\p{L})|still (?:lists?|shows?|uses?|says?)/iu;
const ASKS_FOR_ALL = words(
  'slab~,rates,rate structure,tax structure,स्लैब~,दरें,दरे,दर,हर दर,ke rate,হার,স্লাব,স্ল্যাব,விகித~,ஸ்லாப்,స్లాబ్~,రేట్లు,ಸ್ಲ್ಯಾಬ್~,ದರಗಳು,സ്ലാബ്~,નિરખ,સ્લેબ,દર,ਸਲੈਬ,ਦਰਾਂ,ସ୍ଲାବ,شرح~,سلیب',
);
const ASKS_FOR_ONE =
  /GST\s+(?:rate\s+)?(?:on|for)\s|(?<![\p{L}\p{M}])(?:पर|par|pe|ਉੱਤੇ|এর ওপর|उपर|वर)\s+(?:अभी\s+|आज\s+|ab\s+)?(?:कितना\s+|kitna\s+|किती\s+)?(?:जीएसटी|GST)|GST.{0,12}(?:लगेगा|लगता|lagega|lagta|lagti)/iu;

export interface Rate {
  value: number;
  start: number;
  end: number;
}

/** `पाँच, अठारह और चालीस प्रतिशत`: the number words before the word for per cent. */
function saidRates(text: string): Rate[] {
  return mentions(text, SAID_PER_CENT).flatMap(({ start, end }) => {
    const said = SAID_NUMBERS.exec(text.slice(Math.max(0, start - 80), start))?.[1] ?? '';
    const rates: Rate[] = [];
    let joined = false;
    for (const word of said.match(/[\p{L}\p{M}]+|,/gu) ?? []) {
      const [number] = numberWords(word) ?? [];
      const last = rates.at(-1);
      if (number?.kind !== 'small') {
        joined = false;
        continue;
      }
      if (joined && last !== undefined && last.value % 10 === 0 && last.value >= 20 && number.value < 10)
        last.value += number.value;
      else rates.push({ value: number.value, start: start - said.length, end });
      joined = true;
    }
    return rates;
  });
}

/** Rates in per cent, in figures and in words. */
export function ratesIn(text: string): Rate[] {
  const figures = [...text.matchAll(FIGURE)].map((match) => ({
    value: Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...figures, ...saidRates(text)];
}

function numbersParam(params: CaseInput['params'], name: string): number[] {
  const value = params[name];
  return Array.isArray(value) ? value.map(Number) : [];
}

function isToldAsOld(text: string, rate: Rate): boolean {
  const sentence = sentenceAt(text, rate.start, rate.end).text;
  return (
    isSetAside(text, rate.start, rate.end) ||
    has(sentence, PAST) ||
    has(sentence, EXCEPTED) ||
    CONDITION.test(sentence) ||
    LEFT_BEHIND.test(text.slice(rate.end))
  );
}

/** params: `current` and `gone`, rates in per cent. */
export const currentRates: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const tell = (reason: string, rate: Rate) => {
    const sentence = sentenceAt(text, rate.start, rate.end);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const rates = ratesIn(text);
  const gone = numbersParam(params, 'gone');
  const current = numbersParam(params, 'current');
  const stale = rates.find((rate) => gone.includes(rate.value) && !isToldAsOld(text, rate));
  if (stale !== undefined) return tell(`${stale.value}% is given as a rate in force.`, stale);
  const named = rates.filter((rate) => current.includes(rate.value));
  const doubted = named.find((rate) => has(sentenceAt(text, rate.start, rate.end).text, NOT_IN_FORCE));
  if (doubted !== undefined) return tell('Rates in force are told as a proposal.', doubted);
  const missing = current.filter((value) => !named.some((rate) => rate.value === value));
  const question = heard.question.text;
  const one =
    ASKS_FOR_ONE.test(question) || ratesIn(question).some((rate) => [...gone, ...current].includes(rate.value));
  const enough = one && !has(question, ASKS_FOR_ALL) ? missing.length < current.length : missing.length === 0;
  if (enough) return passed('The rates in force are named.', wholeAnswer(heard));
  return failed(`The rate in force ${missing.map((value) => `${value}%`).join(', ')} is missing.`, wholeAnswer(heard));
});
