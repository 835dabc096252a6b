/** Owns the rule of India's financial year: April to March, so February 2026 is the fourth quarter of 2025-26. */
import { datesIn } from './calendar-dates.ts';
import { type CaseInput, eachAnswer, failed, numberParam, passed, type Rule, unscored } from './case-input.ts';
import { clauseAt } from './clauses.ts';
import { monthsIn } from './month-names.ts';
import { isSetAside } from './rejection.ts';

const YEAR_PAIR = /(?<!\d)(?:20)?(\d{2})\s*(?:[-–—/]|से|to|se)\s*(?:20)?(\d{2})(?!\d|[-–/]\d)/giu;
const LONE_YEAR =
  /(?:FY|F\.Y\.|financial year|fiscal year|वित्त वर्ष|वित्तीय वर्ष)\s*[:'-]?\s*(?:20)?(\d{2})(?!\d|\s*[-–—/]\s*\d)/giu;
const ORDINAL = [
  'first|1st|पहली|प्रथम|पहिली|pehli|pahli|প্রথম|முதல்|మొదటి|ಮೊದಲ|ആദ്യ|પ્રથમ|પહેલો|ਪਹਿਲੀ|ପ୍ରଥମ|پہلی',
  'second|2nd|दूसरी|द्वितीय|दुसरी|doosri|dusri|দ্বিতীয়|இரண்டாம்|இரண்டாவது|రెండవ|రెండో|ಎರಡನೇ|രണ്ടാം|બીજો|ਦੂਜੀ|ଦ୍ୱିତୀୟ|دوسری',
  'third|3rd|तीसरी|तृतीय|तिसरी|teesri|tisri|তৃতীয়|மூன்றாம்|மூன்றாவது|మూడవ|మూడో|ಮೂರನೇ|മൂന്നാം|ત્રીજો|ਤੀਜੀ|ତୃତୀୟ|تیسری',
  'fourth|4th|last|चौथी|चतुर्थ|अंतिम|chauthi|chothi|চতুর্থ|நான்காம்|நான்காவது|నాలుగవ|నాలుగో|ನಾಲ್ಕನೇ|നാലാം|ચોથો|ਚੌਥੀ|ଚତୁର୍ଥ|چوتھی',
].map(
  (names) =>
    new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${names})(?![\\p{L}\\p{M}])\\s*(?:quarter|qtr|तिमाही|timahi|timaahi|ত্রৈমাসিক|காலாண்டு|త్రైమాసిక|ತ್ರೈಮಾಸಿಕ|പാദ|ત્રિમાસિક|ਤਿਮਾਹੀ|ତ୍ରୈମାସିକ|سہ ماہی)`,
      'giu',
    ),
);
const QUARTER =
  /(?<![\p{L}\d])Q\s?-?\s?([1-4])(?!\d)|(?:quarter|तिमाही|timahi|काल|क्वार्टर)\s?-?\s?([1-4])(?!\d)|(?<!\d)([1-4])(?:वीं|थी|री|ली|rd|st|nd|th)?\s?(?:quarter|तिमाही)/giu;

interface Told {
  value: number;
  start: number;
  end: number;
}

function quartersIn(text: string): Told[] {
  const found: Told[] = [];
  for (const match of text.matchAll(QUARTER)) {
    found.push({
      value: Number(match[1] ?? match[2] ?? match[3]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  ORDINAL.forEach((pattern, index) => {
    for (const match of text.matchAll(pattern)) {
      found.push({ value: index + 1, start: match.index, end: match.index + match[0].length });
    }
  });
  return found;
}

/** Starting years of the financial years told; assessment years and spans of dates are left out. */
function yearsIn(text: string): Told[] {
  const found: Told[] = [];
  for (const match of text.matchAll(YEAR_PAIR)) {
    const before = text.slice(Math.max(0, match.index - 22), match.index);
    if (/(?:AY|A\.Y\.|assessment year|आकलन वर्ष|निर्धारण वर्ष)\s*:?\s*$/iu.test(before)) continue;
    const from = Number(match[1]);
    if ((from + 1) % 100 === Number(match[2]) && from >= 15)
      found.push({ value: 2000 + from, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function expectedOf(question: string, params: CaseInput['params']): { year: number; quarter: number } | null {
  const year = numberParam(params, 'year');
  const quarter = numberParam(params, 'quarter');
  if (year !== undefined && quarter !== undefined) return { year, quarter };
  const date = datesIn(question).find((one) => one.year !== null);
  const month = date?.month ?? monthsIn(question)[0]?.month;
  const calendar = date?.year ?? Number(/(?<!\d)(20\d{2})(?!\d)/.exec(question)?.[1]);
  if (month === undefined || !Number.isFinite(calendar)) return null;
  return { year: month >= 4 ? calendar : calendar - 1, quarter: Math.floor(((month + 8) % 12) / 3) + 1 };
}

const QUARTER_STARTS = [4, 7, 10, 1];
const SPAN = /^\s*(?:\d{1,2},?\s*)?(?:\d{4}\s*)?(?:[-–—]|to|till|through|until|and|से|se|तक|टु)/iu;

/** A quarter told with the months of the calendar year, such as `Q1 (January to March)`. */
function misplacedQuarter(text: string, quarters: Told[]): Told | null {
  const months = monthsIn(text);
  for (const quarter of quarters) {
    const at = months.findIndex((month) => month.start >= quarter.end && month.start - quarter.end <= 30);
    const [first, last] = [months[at], months[at + 1]];
    if (at < 0 || first === undefined || last === undefined || last.start - first.end > 16) continue;
    if (/[\n;|]/u.test(text.slice(quarter.end, first.start)) || !SPAN.test(text.slice(first.end))) continue;
    if (first.month !== QUARTER_STARTS[quarter.value - 1]) return { ...quarter, end: last.end };
  }
  return null;
}

const YEAR_WORD = /financial year|fiscal year|(?<!\p{L})FY|वित्त(?:ीय)? वर्ष|आर्थिक वर्ष/iu;
const ASKS_END = /(?<!\p{L})(?:ends?|ending|close|closes|last day|over|khatam|khatm)(?!\p{L})|समाप्त|खत्म|संपत/iu;
const ASKS_START = /(?<!\p{L})(?:starts?|begins?|first day|shuru)(?!\p{L})|शुरू|सुरू|आरंभ/iu;

/** Questions about the year's own edges: 1 April and 31 March. */
function edgeOf(question: string): { right: number; wrong: number; name: string } | null {
  if (!YEAR_WORD.test(question)) return null;
  if (ASKS_END.test(question)) return { right: 3, wrong: 12, name: 'ends on 31 March' };
  return ASKS_START.test(question) ? { right: 4, wrong: 1, name: 'starts on 1 April' } : null;
}

/** params: `year` (first year) and `quarter`; without them, worked out from the date in the question. */
export const fiscalYear: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const rejects = (told: { start: number; end: number }) =>
    isSetAside(text, told.start, told.end) || /calendar|कैलेंडर/iu.test(clauseAt(text, told.start, told.end).text);
  const tell = (reason: string, told: { start: number; end: number }) => {
    const clause = clauseAt(text, told.start, told.end);
    return failed(reason, heard.answer.quote(clause.start, Math.max(clause.end, told.end)));
  };
  const quarters = quartersIn(text);
  const years = yearsIn(text);
  const misplaced = misplacedQuarter(
    text,
    quarters.filter((told) => !rejects(told)),
  );
  if (misplaced !== null) return tell(`Q${misplaced.value} is given the months of the calendar year.`, misplaced);
  const expected = expectedOf(heard.question.text, params);
  if (expected === null) {
    const edge = edgeOf(heard.question.text);
    const months = edge === null ? [] : monthsIn(text).filter((month) => !rejects(month));
    if (edge !== null && months.some((month) => month.month === edge.right))
      return passed(`The financial year ${edge.name}.`);
    const wrong = months.find((month) => month.month === edge?.wrong);
    if (edge !== null && wrong !== undefined) return tell(`The financial year ${edge.name}.`, wrong);
    return quarters.length > 0 && monthsIn(text).length > 1
      ? passed('The quarters follow the financial year.')
      : unscored('The question holds no date.');
  }
  const name = `${expected.year}-${(expected.year + 1) % 100}`;
  const wrongQuarter = quarters.find((told) => told.value !== expected.quarter && !rejects(told));
  if (wrongQuarter !== undefined && !quarters.some((told) => told.value === expected.quarter && !rejects(told))) {
    return tell(`The quarter should be Q${expected.quarter}.`, wrongQuarter);
  }
  const rightYear = years.some((told) => told.value === expected.year && !rejects(told));
  const wrongYear = years.find((told) => told.value !== expected.year && !rejects(told));
  if (wrongYear !== undefined && !rightYear) return tell(`The financial year should be ${name}.`, wrongYear);
  // FY26 and FY 2026 may both mean the year that ends in 2026.
  const lone = [...text.matchAll(LONE_YEAR)].map((match) => ({
    value: 2000 + Number(match[1]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const wrongLone = lone.find(
    (told) => told.value !== expected.year && told.value !== expected.year + 1 && !rejects(told),
  );
  if (wrongLone !== undefined && !rightYear) return tell(`The financial year should be ${name}.`, wrongLone);
  return quarters.length + years.length + lone.length === 0
    ? unscored('The answer names no financial year and no quarter.')
    : passed('The financial year runs from April to March.');
});
