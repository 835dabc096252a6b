/**
 * Owns the rule of tax years: income of 2025-26 is filed under assessment year 2026-27 by the Act of 1961; from 2026-27
 * on the Act of 2025 knows one tax year, that of the income itself.
 */
import { type CaseInput, eachAnswer, failed, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { isSetAside } from '../rejection.ts';

const PAIR = /(?<!\d)(20\d{2})\s*(?:[-–—/]|से|to)\s*(?:20)?(\d{2})(?!\d)/giu;
const ASSESSMENT = foldLetters(
  'assessment\\s+year|(?<!\\p{L})A\\.?Y\\.?(?!\\p{L})|आकलन\\s+वर्ष|निर्धारण\\s+वर्ष|कर\\s+निर्धारण\\s+वर्ष|मूल्यांकन\\s+वर्ष|असेसमेंट\\s+(?:ईयर|इयर)|एवाई|মূল্যায়ন\\s+(?:বছর|বর্ষ)|নির্ধারণ\\s+(?:বছর|বর্ষ)|அசெஸ்மென்ட்\\s+(?:ஆண்டு|இயர்)|மதிப்பீட்டு\\s+ஆண்டு|అసెస్\\S*\\s+(?:ఇయర్|సంవత్సరం)|మదింపు\\s+సంవత్సరం|ಮೌಲ್ಯಮಾಪನ\\s+ವರ್ಷ|ನಿರ್ಧಾರಣೆ\\s+ವರ್ಷ|അസസ്\\S*\\s+(?:വർഷം|ഇയർ)|આકારણી\\s+વર્ષ|ਮੁਲਾਂਕਣ\\s+ਸਾਲ',
);
const TAX_YEAR = foldLetters(
  'tax\\s+years?|कर\\s+वर्ष|टैक्स\\s+(?:वर्ष|ईयर|इयर|साल)|कर\\s+साल|टॅक्स\\s+इयर|ট্যাক্স\\s+(?:ইয়ার|বছর)|কর\\s?বর্ষ|কর\\s?বছর|வரி\\s+ஆண்டு|டாக்ஸ்\\s+இயர்|టాక్స్\\s+ఇయర్|ట్యాక్స్\\s+ఇయర్|పన్ను\\s+సంవత్సరం|ತೆರಿಗೆ\\s+ವರ್ಷ|ಟ್ಯಾಕ್ಸ್\\s+ಇಯರ್|നികുതി\\s+വർഷം|ടാക്സ്\\s+ഇയർ|કર\\s+વર્ષ|ટેક્સ\\s+(?:યર|વર્ષ)|ਟੈਕਸ\\s+(?:ਸਾਲ|ਈਅਰ)|ଟ୍ୟାକ୍ସ\\s+(?:ଇୟର|ବର୍ଷ)|ٹیکس\\s+(?:ایئر|سال)',
);
const LABELLED = new RegExp(`(?:(?<assessment>${ASSESSMENT})|(?<tax>${TAX_YEAR}))`, 'giu');
const TAX_TERM = new RegExp(TAX_YEAR, 'giu');
const NEW_TERM_ASKED = new RegExp(
  `${TAX_YEAR}|${foldLetters('new term|new name|new word|नया शब्द|नया नाम|naya naam|naya shabd|naya term|new act|नए कानून|नया कानून|புதிய|కొత్త|ಹೊಸ|പുതിയ|নতুন|નવો|નવું')}`,
  'iu',
);
const FIRST_TAX_YEAR = 2026;

interface YearTold {
  label: 'assessment' | 'tax' | 'none';
  from: number;
  start: number;
  end: number;
}

function startsIn(text: string): { from: number; start: number; end: number }[] {
  return [...text.matchAll(PAIR)]
    .filter((match) => (Number(match[1]) + 1) % 100 === Number(match[2]))
    .map((match) => ({ from: Number(match[1]), start: match.index, end: match.index + match[0].length }));
}

/** Year pairs with the label before them on the same stretch, or right behind them. */
function yearsTold(text: string): YearTold[] {
  const labels = [...text.matchAll(LABELLED)].map((match) => ({
    label: match.groups?.assessment === undefined ? ('tax' as const) : ('assessment' as const),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const years = startsIn(text);
  return years.map((year, index) => {
    const floor = years[index - 1]?.end ?? 0;
    const before = labels.findLast((one) => one.end <= year.start && one.start >= floor && year.start - one.end <= 24);
    const between = before === undefined ? '' : text.slice(before.end, year.start);
    const income = /(?:FY|F\.Y\.|financial year|income|वित्त|आय)\s*(?:of\s*)?$/iu.test(
      text.slice(Math.max(0, year.start - 18), year.start),
    );
    const clear = before !== undefined && !/[.;!?।\n]/u.test(between) && !income;
    return { ...year, label: clear ? before.label : 'none' };
  });
}

/** `AY 2025-26 was for FY 2024-25`: true of another year, beside the one asked for. */
function isOfItsIncome(text: string, { from, start, end }: YearTold): boolean {
  return startsIn(sentenceAt(text, start, end).text).some((year) => year.from === from - 1);
}

function incomeYears(question: string, params: CaseInput['params']): number[] {
  const set = numberParam(params, 'year');
  return set === undefined ? [...new Set(startsIn(question).map((one) => one.from))] : [set];
}

/** params: none; the years of income come from the question. */
export const taxYears: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const incomes = incomeYears(question, params);
  const told = yearsTold(text).filter((one) => !isSetAside(text, one.start, one.end));
  const tell = (reason: string, place: { start: number; end: number }) => {
    const clause = clauseAt(text, place.start, place.end);
    return failed(reason, heard.answer.quote(clause.start, Math.max(clause.end, place.end)));
  };
  const old = incomes.filter((year) => year < FIRST_TAX_YEAR);
  const fresh = incomes.filter((year) => year >= FIRST_TAX_YEAR);
  const wrongTax = told.find(
    (one) => one.label === 'tax' && (one.from < FIRST_TAX_YEAR || (fresh.length > 0 && !fresh.includes(one.from))),
  );
  if (wrongTax !== undefined) return tell('The tax year is that of the income, from 2026-27 on.', wrongTax);
  const allowed = old.map((year) => year + 1);
  const assessments = told.filter((one) => one.label === 'assessment');
  const isRightToo = (one: YearTold) =>
    assessments.some(({ from }) => allowed.includes(from)) && isOfItsIncome(text, one);
  const wrong = assessments.find(
    (one) => one.from > FIRST_TAX_YEAR || (allowed.length > 0 && !allowed.includes(one.from) && !isRightToo(one)),
  );
  if (wrong !== undefined) return tell('The assessment year is the one after the year of income.', wrong);
  const missing = allowed.find((year) => !told.some((one) => one.from === year && one.label !== 'tax'));
  if (missing !== undefined) {
    // An answer may name the year once for both: `2026-27`.
    return failed(`Assessment year ${missing}-${(missing + 1) % 100} is not named.`, wholeAnswer(heard));
  }
  const wantsTerm = fresh.length > 0 || (incomes.length === 0 && NEW_TERM_ASKED.test(question));
  const term = [...text.matchAll(TAX_TERM)].find(
    (match) => !isSetAside(text, match.index, match.index + match[0].length),
  );
  if (wantsTerm && term === undefined) return failed('The new term, tax year, is not named.', wholeAnswer(heard));
  if (
    wantsTerm &&
    /(?:not yet|from 2027|yet to|proposed)/iu.test(clauseAt(text, term?.index ?? 0, (term?.index ?? 0) + 1).text)
  )
    return failed('The new term is told as not yet in force.', wholeAnswer(heard));
  return passed('Assessment year and tax year are right.', wholeAnswer(heard));
});
