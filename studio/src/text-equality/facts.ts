/**
 * Dates, times, numbers, amounts and units, each in its one form: a reader holds ५ लाख रुपये and ₹5,00,000 for the same.
 * Works on folded text (spelling.ts); a fact becomes a token between ⟦ and ⟧.
 */
import { amountsIn } from '../audits/detectors/amounts.ts';
import { datesIn } from '../audits/detectors/calendar-dates.ts';
import { DAY_PARTS, timesIn } from '../audits/detectors/clock-times.ts';
import { numberWords } from '../audits/detectors/number-words.ts';
import { foldSpelling } from './spelling.ts';

interface Span {
  start: number;
  end: number;
  token: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** An Indian mobile with or without its country or trunk prefix, however it is grouped. */
const MOBILE =
  /(?<![\d₹])(?:\(?(?:\+|00)?(?:91)\)?[\s-]*)?0?(?=[6-9])(\d{5}[\s-]?\d{5}|\d{4}[ -]\d{3}[ -]\d{3}|\d{3}[ -]\d{3}[ -]\d{4}|\d{3}[ -]\d{4}[ -]\d{3}|\d{4}[ -]\d{6}|\d{2}(?:[ -]\d{4}){2}|\d{2}(?:[ -]\d{2}){4})(?![ -]?\d)/gu;

const LETTER = /[\p{L}\p{M}]/u;
/** Numbers that are written in groups which no comma shows: PIN 411 001, Aadhaar 2345 6789 0124. */
const GROUPED = /(?<![\d,.])(?:(\d{3}) (\d{3})|(\d{4})[ -](\d{4})[ -](\d{4}))(?![\d,])/gu;
/** An hour that is settled. */
const SETTLED = /⟦time \d\d:\d\d⟧/u;
/** 18:00 hrs: the word of the 24-hour clock. */
const HOURS_BEHIND = /(⟦time \d\d:\d\d⟧)\s*(?:hrs?|hours)(?![\p{L}\p{M}])\.?/gu;

/** 1.30 is a time only with am, pm or an hour word. */
const DECIMAL = /^\d+\.\d+$/;

const alternatives = (list: string): string =>
  list
    .split('|')
    .map((word) => foldSpelling(word))
    .join('|');
const RUPEE = alternatives(
  'rupees?|rupaye|rupay|rupaiye|rupaya|rs|inr|रुपये|रुपए|रुपया|रुपयों|रुपयांचे|रुपयांची|रुपयांचा|रुपैयाँ|रुपियाँ|रु|रू|টাকা|টাকার|টকা|টকাৰ|ৰূপী|રૂપિયા|રૂપિયાની|રૂ|ਰੁਪਏ|ਰੁਪਈਏ|ਰੁ|ଟଙ୍କା|ଟଙ୍କାର|ரூபாய்|ரூபாயின்|ரூ|రూపాయలు|రూపాయల|రూపాయి|రూ|ರೂಪಾಯಿ|ರೂಪಾಯಿಗಳು|ರೂಪಾಯಿಗಳ|ರೂ|രൂപ|രൂപയുടെ|രൂ|روپے|روپیہ|روپیے|روپئے',
);
const BEFORE_FIGURE = new RegExp(`(?:₹|৳|(?<![\\p{L}\\p{M}])(?:${RUPEE})\\.?)\\s*:?\\s*⟦#`, 'gu');
const BEHIND_FIGURE = new RegExp(`⟦#([^⟧]*)⟧\\s*(?:/-|(?:${RUPEE})(?![\\p{L}\\p{M}])\\.?)`, 'gu');
/** ₹500/-, and ₹5 lakh rupees. */
const SAID_TWICE = new RegExp(`(⟦₹[^⟧]*⟧)\\s*(?:/-|(?:${RUPEE})(?![\\p{L}\\p{M}])\\.?)`, 'gu');
const PERCENT = new RegExp(
  `⟦#([^⟧]*)⟧\\s*(?:%|(?:${alternatives('percent|per cent|pratishat|fisadi|प्रतिशत|फीसदी|फ़ीसदी|टक्के|टक्का|শতাংশ|ટકા|ਪ੍ਰਤੀਸ਼ਤ|ਪ੍ਰਤੀਸ਼ਤ|ਪ੍ਰਤਿਸ਼ਤ|ਫੀਸਦੀ|ਫ਼ੀਸਦੀ|ਫੀ ਸਦੀ|ਫ਼ੀ ਸਦੀ|फी सदी|फ़ी सदी|সতাংশ|ફીસદી|ശതമാനം|فی صد|ଶତକଡ଼ା|ପ୍ରତିଶତ|சதவீதம்|சதவிகிதம்|விழுக்காடு|శాతం|ಪ್ರತಿಶತ|ಶೇಕಡಾ|ശതമാനം|فیصد')})(?![\\p{L}\\p{M}]))`,
  'gu',
);
/** ಶೇ. 50, শতকরা ৫০: the word stands before its figure. */
const OF_A_HUNDRED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${alternatives('ಶೇ|ಶೇಕಡಾ|ಶೇಕಡ|शेकडा|शेकडे|শতকরা|সৈকৰা|ଶତକଡ଼ା|ശതമാനം|سینکڑے|સેંકડે')})\\.?\\s*⟦#?([^⟧%]*)%?⟧`,
  'gu',
);
const UNITS = Object.entries({
  kg: 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|किलो|किग्रा|कि.ग्रा.|किलोग्राम|কেজি|কিলো|কিলোগ্রাম|કિલો|કિગ્રા|કિલોગ્રામ|ਕਿਲੋ|ਕਿੱਲੋ|ਕਿਲੋਗ੍ਰਾਮ|କିଲୋ|କେଜି|କିଲୋଗ୍ରାମ|கிலோ|கிகி|கிலோகிராம்|కిలో|కిలోలు|కేజీ|ಕಿಲೋ|ಕೆಜಿ|ಕೆ.ಜಿ.|കിലോ|കി.ഗ്രാം|കിലോഗ്രാം|کلو|کلوگرام',
  km: 'km|kms|kilometre|kilometres|kilometer|kilometers|किमी|कि.मी.|किलोमीटर|কিমি|কি.মি.|কিলোমিটার|કિમી|કિ.મી.|કિલોમીટર|ਕਿਲੋਮੀਟਰ|ਕਿਮੀ|କିମି|କି.ମି.|କିଲୋମିଟର|கிமீ|கி.மீ.|கிலோமீட்டர்|కిమీ|కి.మీ.|కిలోమీటర్లు|ಕಿಮೀ|ಕಿ.ಮೀ.|ಕಿಲೋಮೀಟರ್|കി.മീ.|കിമീ|കിലോമീറ്റർ|کلومیٹر',
  l: 'litre|litres|liter|liters|ltr|लीटर|লিটার|લિટર|ਲੀਟਰ|ଲିଟର|லிட்டர்|లీటర్లు|లీటర్|ಲೀಟರ್|ലിറ്റർ|لیٹر',
  g: 'gram|grams|gm|gms|ग्राम|ग्रा|গ্রাম|ગ્રામ|ਗ੍ਰਾਮ|ଗ୍ରାମ|கிராம்|గ్రాములు|గ్రాము|ಗ್ರಾಂ|ഗ്രാം|گرام',
  m: 'metre|metres|meter|meters|मीटर|মিটার|મીટર|ਮੀਟਰ|ମିଟର|மீட்டர்|మీటర్లు|మీటర్|ಮೀಟರ್|മീറ്റർ|میٹر',
}).map(([unit, list]) => ({
  unit,
  pattern: new RegExp(`⟦#([^⟧]*)⟧\\s*(?:${alternatives(list.replaceAll('.', '\\.'))})(?![\\p{L}\\p{M}])`, 'gu'),
}));

/** The folded text with each fact as a token. */
export function tellFacts(folded: string): string {
  let text = folded
    .replace(/(?<![\p{L}\d])(?:12(?::00)?\s*)?noon(?!\p{L})/gu, '12:00')
    .replace(/(?<![\d\p{L}])\d(?: \d){3,}(?![\d\p{L}]| \d)/gu, (digits) => digits.replaceAll(' ', ''))
    .replace(MOBILE, (_all, number: string) => ` ⟦mobile ${number.replace(/\D/g, '')}⟧ `)
    .replace(GROUPED, (_all, ...groups: unknown[]) => groups.slice(0, 5).join(''));
  text = written(text, datesIn(text).map(dateSpan));
  text = written(
    text,
    clearTimes(text).map((time) => timeSpan(text, time)),
  ).replace(HOURS_BEHIND, '$1');
  text = written(
    text,
    amountsIn(text).map(({ start, end, value }) => ({ start, end, token: `#${value}` })),
  );
  text = withSmallNumbers(withoutDayParts(text))
    .replace(BEFORE_FIGURE, '⟦₹')
    .replace(BEHIND_FIGURE, '⟦₹$1⟧')
    .replace(SAID_TWICE, '$1');
  text = text.replace(PERCENT, '⟦$1%⟧').replace(OF_A_HUNDRED, '⟦$1%⟧');
  for (const { unit, pattern } of UNITS) text = text.replace(pattern, `⟦$1 ${unit}⟧`);
  return text;
}

/** A bare decimal is no time, nor is a word that only begins like one for hours. */
const clearTimes = (text: string): ReturnType<typeof timesIn> =>
  timesIn(text).filter(({ start, end }) => !DECIMAL.test(text.slice(start, end)) && !LETTER.test(text[end] ?? ''));

/** शाम 5 बजे is 17:00: the part of the day is told by the hour. */
function withoutDayParts(text: string): string {
  if (!SETTLED.test(text)) return text;
  return DAY_PARTS.reduce(
    (left, words) =>
      left.replace(words, (word, at: number) => {
        const beside = SETTLED.test(left.slice(Math.max(0, at - 20), at + word.length + 20));
        return beside && !insideToken(left, at) ? ' ' : word;
      }),
    text,
  );
}

/** Three days are 3 days, also where no lakh or crore follows. */
function withSmallNumbers(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    const [number, ...more] = insideToken(text, at) ? [] : (numberWords(word) ?? []);
    return number?.kind === 'small' && more.length === 0 ? `⟦#${number.value}⟧` : word;
  });
}

function dateSpan(date: { start: number; end: number; year: number | null; month: number; day: number }): Span {
  return { start: date.start, end: date.end, token: `date ${date.year ?? ''}-${two(date.month)}-${two(date.day)}` };
}

/** 10:00 in full, with nothing beside it, is a time of the 24-hour clock. */
function settled(written: string, minutes: readonly number[]): readonly number[] {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(written) ?? [];
  return hour === undefined ? minutes : [Number(hour) * 60 + Number(minute)];
}

/** A time that may be morning or evening keeps the open hour; the word for the part of the day stays in the text. */
function timeSpan(text: string, { start, end, minutes }: { start: number; end: number; minutes: number[] }): Span {
  const told = settled(text.slice(start, end), minutes).map(
    (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
  );
  return { start, end, token: `time ${told.join('/')}` };
}

/** Later spans that overlap an earlier one are left as text; what is inside a token is no fact of its own. */
function written(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, token } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < from || insideToken(text, start)) continue;
    out += `${text.slice(from, start)} ⟦${token}⟧ `;
    from = end;
  }
  return out + text.slice(from);
}

const insideToken = (text: string, at: number): boolean => text.lastIndexOf('⟦', at) > text.lastIndexOf('⟧', at - 1);
