/** Owns two rules of single GST rates: what one thing is taxed at, and from when tobacco pays more. */
import { datesIn } from '../calendar-dates.ts';
import {
  type CaseInput,
  eachAnswer,
  failed,
  type Heard,
  passed,
  type Rule,
  unscored,
  wholeAnswer,
} from '../case-input.ts';
import { clauseAt, clausesOf, sentenceAt } from '../clauses.ts';
import { LEFT_BEHIND, type Rate, ratesIn } from '../current-rates.ts';
import { has, mentions, words } from '../lexicon.ts';
import { monthsIn } from '../month-names.ts';
import { isSetAside, PAST } from '../rejection.ts';
import { isNumbering } from './results.ts';

const OLD_SLABS = [12, 28];
const NIL = words(
  'nil,nil-rated,exempt,exempted,zero,tax-free,tax free,no gst,शून्य,करमुक्त,कर मुक्त,छूट,कोई जीएसटी नहीं,जीएसटी नहीं,shunya,zero,gst nahi,koi gst nahi,করমুক্ত,শূন্য,பூஜ்யம்,விலக்கு,వరి లేదు,మినహాయింపు,సున్నా,ವಿನಾಯಿತಿ,ಶೂನ್ಯ,ഒഴിവ്,പൂജ്യം,કરમુક્ત,શૂન્ય,ਮੁਆਫ਼,ਸਿਫ਼ਰ,ਜ਼ੀਰੋ,ଶୂନ୍ୟ,صفر',
);
/** Parts of a rate, by centre and state, and what is no rate at all. */
const TAX_PART = /(?:CGST|SGST|UTGST|cess|सेस|discount|छूट)[^\d\n]{0,8}$/iu;

interface Item {
  names: RegExp;
  rate: number;
}

function itemsParam(params: CaseInput['params']): Item[] {
  const value = params.items;
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('words' in one) || !('rate' in one)) return [];
    return [{ names: words(String(one.words)), rate: Number(one.rate) }];
  });
}

/** The item of the question; the longest name wins, as `tractor tyres` over `tyres`. */
function itemOf(question: string, items: readonly Item[]): Item | null {
  const found = items.flatMap((item) =>
    mentions(question, item.names).map((mention) => ({ item, length: mention.text.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.item ?? null;
}

/** With a sign, in words, or bare where the answer is hardly more than the number. */
function ratesTold(text: string): Rate[] {
  const rates: Rate[] = ratesIn(text).filter((rate) => !TAX_PART.test(text.slice(0, rate.start)));
  for (const nil of mentions(text, NIL)) rates.push({ value: 0, start: nil.start, end: nil.end });
  if (rates.length > 0 || text.length > 80) return rates;
  return [...text.matchAll(/(?<![\d.,₹])\d{1,2}(?:\.\d+)?(?![\d,])/gu)]
    .map((match) => ({ value: Number(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter((rate) => !isNumbering(text, rate));
}

/** Told as what was, not what is: `28% earlier`, `28% → 18%`; in `28% now, 18% earlier` only the second. */
function isOld(text: string, rate: Rate): boolean {
  if (isSetAside(text, rate.start, rate.end) || LEFT_BEHIND.test(text.slice(rate.end))) return true;
  const clause = clauseAt(text, rate.start, rate.end);
  if (has(clause.text, PAST)) return true;
  const sentence = sentenceAt(text, rate.start, rate.end);
  if (!has(sentence.text, PAST)) return false;
  return !clausesOf(sentence.text).some(
    (other) =>
      sentence.start + other.start !== clause.start &&
      has(other.text, PAST) &&
      (ratesIn(other.text).length > 0 || has(other.text, NIL)),
  );
}

const IN_TRUTH = /(?<!\p{L})(?:but|however|in practice|actually|लेकिन|मगर|lekin|magar|पर असल|asal mein)(?!\p{L})/iu;
const FOR_OTHERS = /(?<!\p{L})(?:on|for|other|par|pe|wala|wale)(?!\p{L})|पर|वाले|अन्य/iu;

/** `Nil on paper, but 5% in practice`: a second rate of the same thing. */
function isContrast(text: string, right: Rate, other: Rate): boolean {
  const between = text.slice(right.end, other.start);
  return (
    other.start > right.end &&
    !/[.!?।\n]/u.test(between) &&
    IN_TRUTH.test(between) &&
    !FOR_OTHERS.test(clauseAt(text, other.start, other.end).text)
  );
}

function tellRate(heard: Heard, rate: Rate, expected: number) {
  const sentence = sentenceAt(heard.answer.text, rate.start, rate.end);
  return failed(`${rate.value}% is told instead of ${expected}%.`, heard.answer.quote(sentence.start, sentence.end));
}

/** params: `items` ({words, rate}), from which the question picks its own. */
export const itemRate: Rule = eachAnswer((heard, params) => {
  const item = itemOf(heard.question.text, itemsParam(params));
  if (item === null) return unscored('The question names no item of the list.');
  const { text } = heard.answer;
  const rates = ratesTold(text);
  const stale = rates.find(
    (rate) =>
      OLD_SLABS.includes(rate.value) &&
      rate.value !== item.rate &&
      !isOld(text, rate) &&
      !/tobacco|cigarette|pan masala|तंबाकू|सिगरेट/iu.test(clauseAt(text, rate.start, rate.end).text),
  );
  if (stale !== undefined) return tellRate(heard, stale, item.rate);
  const current = rates.filter((rate) => !isOld(text, rate));
  const right = rates.find((rate) => rate.value === item.rate && !isSetAside(text, rate.start, rate.end));
  const own = current.filter((rate) => has(clauseAt(text, rate.start, rate.end).text, item.names));
  const [first] = own;
  if (first !== undefined && !own.some((rate) => rate.value === item.rate)) return tellRate(heard, first, item.rate);
  const contradicting =
    right === undefined ? undefined : current.find((rate) => rate.value !== item.rate && isContrast(text, right, rate));
  if (contradicting !== undefined) return tellRate(heard, contradicting, item.rate);
  if (right !== undefined)
    return passed(`The rate of ${item.rate}% is named.`, heard.answer.quote(right.start, right.end));
  const nilByDenial = item.rate === 0 && has(text, NIL);
  if (nilByDenial) return passed('The item is told as free of tax.', wholeAnswer(heard));
  const wrong = current[0] ?? rates[0];
  return wrong === undefined ? failed('No rate is named.', wholeAnswer(heard)) : tellRate(heard, wrong, item.rate);
});

const BIRI = words(
  'biris?,bidis?,beedis?,beedies,bidi,beedi,बीड़ी~,बिड़ी,বিড়ি~,பீடி~,బీడీ~,ಬೀಡಿ~,ബീഡി~,બીડી~,ਬੀੜੀ,ବିଡ଼ି~,विडी~,بیڑی',
);
const ASKS_DATE = words(
  'date,when,from,from which,since when,start,started,starts,begin,began,effective,kab,kab se,kabse,tarikh,कब,कब से,तारीख~,शुरू,लागू,কবে,কখন,তারিখ~,எப்போது,எந்த தேதி~,ఎప్పుడు,ఎప్పటి~,ఏ తేదీ~,ಯಾವಾಗ,ಯಾವ ದಿನ~,എപ്പോൾ,എന്ന് മുതൽ,എന്നു മുതൽ,ક્યારે~,ਕਦੋਂ,କେବେ~,केव्हा~,कधी~,کب',
);
const CIGARETTE = words(
  'cigarettes?,tobacco,सिगरेट~,सिगारेट~,तंबाकू~,সিগারেট~,চিগাৰেট~,புகையிலை~,சிகரெட்~,సిగరెట్~,ಸಿಗರೇಟ್~,ಸಿಗರೆಟ್~,സിഗരറ്റ്~,സിഗരറ്റി~,સિગારેટ~,ਸਿਗਰਟ~,ସିଗାରେଟ~,سگریٹ,cigarette par,cigarette pe',
);
const OTHER_GOODS = words(
  'other,others,most,rest,remaining,everything else,all other,बाकी,अन्य,दूसरी,baaki,baki,dusri,অন্য~,மற்ற~,ఇతర,ಇತರ,മറ്റ~,બીજ~,ਹੋਰ,ଅନ୍ୟ,इतर',
);
const START = { month: 2, day: 1, year: 2026 };
const TOBACCO_RATE = 40;
const BIRI_RATE = 18;

function judgeStart(heard: Heard) {
  const { text } = heard.answer;
  const dates = datesIn(text).filter((date) => !isSetAside(text, date.start, date.end));
  const isStart = (date: { year: number | null; month: number; day: number }) =>
    date.month === START.month && date.day === START.day && (date.year === null || date.year === START.year);
  const isEve = (date: { month: number; day: number }) => date.month === 1 && date.day === 31;
  const wrong = dates.find((date) => {
    const sentence = sentenceAt(text, date.start, date.end).text;
    return (
      !isStart(date) &&
      !isEve(date) &&
      !has(sentence, OTHER_GOODS) &&
      !/notif|announc|council|circular|अधिसूचना|घोष/iu.test(sentence) &&
      !has(clauseAt(text, date.start, date.end).text, PAST)
    );
  });
  const right = dates.find(isStart);
  if (wrong !== undefined && (right === undefined || /40/u.test(clauseAt(text, wrong.start, wrong.end).text))) {
    const sentence = sentenceAt(text, wrong.start, wrong.end);
    return failed('The date is not 1 February 2026.', heard.answer.quote(sentence.start, sentence.end));
  }
  return right === undefined ? failed('1 February 2026 is not named.', wholeAnswer(heard)) : null;
}

function judgeBiri(heard: Heard, asked: boolean) {
  const { text } = heard.answer;
  const rates = ratesTold(text).filter((rate) => !isOld(text, rate));
  const own = rates.filter((rate) => {
    const clause = clauseAt(text, rate.start, rate.end).text;
    if (has(clause, BIRI)) return true;
    const before = clausesOf(text).findLast((one) => one.end <= rate.start)?.text ?? '';
    return has(before, BIRI) && !has(clause, CIGARETTE) && ratesIn(before).length === 0;
  });
  const wrong = own.find((rate) => rate.value !== BIRI_RATE);
  if (wrong !== undefined && !own.some((rate) => rate.value === BIRI_RATE)) return tellRate(heard, wrong, BIRI_RATE);
  if (!asked || own.length > 0 || rates.some((rate) => rate.value === BIRI_RATE)) return null;
  return failed('The rate on biris is not told as 18%.', wholeAnswer(heard));
}

function judgeCigarettes(heard: Heard, expected: number) {
  const { text } = heard.answer;
  const rates = ratesTold(text).filter((rate) => !has(clauseAt(text, rate.start, rate.end).text, BIRI));
  const right = rates.find((rate) => rate.value === expected && !isSetAside(text, rate.start, rate.end));
  if (right !== undefined) return null;
  const [wrong] = rates;
  return wrong === undefined
    ? failed('No rate on cigarettes is named.', wholeAnswer(heard))
    : tellRate(heard, wrong, expected);
}

/** params: none. As of 1 February 2026: cigarettes 40%, biris 18%. */
export const tobaccoDates: Rule = eachAnswer((heard) => {
  const question = heard.question.text;
  const asksDate = has(question, ASKS_DATE);
  const asksBiri = has(question, BIRI);
  const year = Number(/(?<!\d)(20\d{2})(?!\d)/.exec(question)?.[1] ?? START.year);
  const before = monthsIn(question).some(
    ({ month }) => year < START.year || (year === START.year && month < START.month),
  );
  const found =
    (asksDate && has(question, CIGARETTE) ? judgeStart(heard) : null) ??
    judgeBiri(heard, asksBiri) ??
    (!asksDate && !asksBiri ? judgeCigarettes(heard, before ? 28 : TOBACCO_RATE) : null);
  return found ?? passed('Date and rates are right.', wholeAnswer(heard));
});
