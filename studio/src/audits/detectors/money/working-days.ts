/** Owns the rule of the six-day week: a shop that works Monday to Saturday is called on Saturday, never on Sunday. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { isDenied } from '../rejection.ts';
import { type DayOfMonth, daysIn } from './spans-of-dates.ts';
import { weekdayOf, weekdaysIn } from './weekdays.ts';

const [SUNDAY, FRIDAY, SATURDAY] = [0, 5, 6];
const OFF = words(
  'off,closed,holiday,weekly off,skip~,weekend,rest,leave out,excluding,except,no call~,no visit~,shut',
  'छुट्टी,बंद,अवकाश,छोड़~,साप्ताहिक,chhutti,chutti,band,chhod~,सुट्टी,ছুটি,বন্ধ,விடுமுறை,மூடி~,సెలవు,మూసి~,ರಜೆ,മുടക്ക~,അവധി,રજા,બંધ,ਛੁੱਟੀ,ਬੰਦ,ଛୁଟି,ବନ୍ଦ,چھٹی,بند',
);
const BANK = words('bank,banks,branch,बैंक,शाखा,ব্যাংক,வங்கி~,బ్యాంకు~,బ్యాంక్~,ಬ್ಯಾಂಕ್~,ബാങ്ക്~,બેંક,ਬੈਂਕ,ବ୍ୟାଙ୍କ,bank ka,بینک');
const CLOSED = words(
  "closed,holiday,not open,shut,won't be open,will not be open,isn't open,no",
  'बंद,अवकाश,छुट्टी,नहीं खुल~,नहीं,band,chhutti,nahi khul~,nahi,বন্ধ,மூடி~,விடுமுறை,మూసి~,సెలవు,ಮುಚ್ಚ~,ರಜೆ,അടച്ച~,അവധി,બંધ,ਬੰਦ,ବନ୍ଦ,بند,सुट्टी',
);
const COUNT = new RegExp(
  `(\\d{1,2}|[\\p{L}\\p{M}]+)\\s+(?:${foldLetters('working[\\s-]?days?|business[\\s-]?days?|work days?|visits?|visit days?|callbacks?|calls?|days?|dates?|slots?|deliver(?:y|ies)|appointments?|कार्य\\s?दिवस\\S*|कॉल\\S*|दिन\\S*|कामकाजी दिन\\S*|तारीख\\S*|din|calls|working din|দিন\\S*|கால்\\S*|நாள்\\S*|நாட்கள்|రోజు\\S*|ದಿನ\\S*|ദിവസ\\S*|દિવસ\\S*|ਦਿਨ\\S*|ଦିନ\\S*')})`,
  'giu',
);

function countAsked(question: string): number | null {
  for (const match of question.matchAll(COUNT)) {
    const told = match[1] ?? '';
    const [word] = /^\d/.test(told) ? [] : (numberWords(told) ?? []);
    const count = /^\d/.test(told) ? Number(told) : word?.kind === 'small' ? word.value : null;
    if (count !== null && count >= 2 && count <= 14) return count;
  }
  return null;
}

/** `The next working day after Friday`: one day, and not that Friday. */
const NEXT_AFTER =
  /next (?:working|business|open) day|(?<!\p{L})after\s+(?:\p{L}+,?\s+)?\d|अगला (?:कार्य|कामकाजी|काम)|के बाद (?:अगला|कौन)|agla (?:working|kaam)|ke baad (?:agla|kaunsa|next)/iu;

const FIVE_DAYS =
  /(?:monday|mon)\s*(?:-|–|to|through|till)\s*(?:friday|fri)(?!\p{L})|सोमवार से शुक्रवार|somvar se shukr/iu;

interface Day {
  month: number;
  day: number;
  weekday: number;
}

function planned(start: DayOfMonth, count: number, off: readonly number[]): Day[] {
  const days: Day[] = [];
  const at = new Date(Date.UTC(start.year ?? 2000, start.month - 1, start.day));
  while (days.length < count) {
    if (!off.includes(at.getUTCDay()))
      days.push({ month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() });
    at.setUTCDate(at.getUTCDate() + 1);
  }
  return days;
}

function dayAfter(date: DayOfMonth, year: number): DayOfMonth {
  const at = new Date(Date.UTC(year, date.month - 1, date.day + 1));
  return { ...date, year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** The days of the plan: dates, spans opened up, without those told as closed. */
function plannedIn(heard: Heard, year: number): Day[] {
  const { text } = heard.answer;
  const days: Day[] = [];
  let from: DayOfMonth | null = null;
  for (const date of daysIn(text)) {
    const clause = clauseAt(text, date.start, date.end);
    const bracketed = /\([^()\n]*$/u.test(text.slice(0, date.start))
      ? (/^[^()\n]*\)/u.exec(text.slice(date.end))?.[0] ?? '')
      : '';
    if (has(clause.text, OFF) || isDenied(text, date.start, date.end) || has(bracketed, OFF)) continue;
    let next = from === null ? date.day : from.day + 1;
    if (from !== null && (from.month !== date.month || next > date.day)) next = date.day;
    for (; next <= date.day; next += 1) {
      const weekday = weekdayOf(year, date.month, next);
      if (weekday !== null && !days.some((one) => one.month === date.month && one.day === next))
        days.push({ month: date.month, day: next, weekday });
    }
    from = date.through ? date : null;
  }
  return days;
}

function judgeBank(heard: Heard, date: DayOfMonth, year: number) {
  const weekday = weekdayOf(year, date.month, date.day);
  const nth = Math.ceil(date.day / 7);
  const closed = weekday === SUNDAY || (weekday === SATURDAY && (nth === 2 || nth === 4));
  const told = has(heard.answer.text, CLOSED);
  if (closed === told) return passed('Open and closed days are right.', wholeAnswer(heard));
  return failed(closed ? 'The bank is closed on this day.' : 'The bank is open on this day.', wholeAnswer(heard));
}

/** params: none; start, number of days and weekly off come from the question. */
export const workingDays: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const start = daysIn(question)[0];
  const year = start?.year;
  if (start === undefined || year === null || year === undefined) return judgeWithoutDate(heard);
  const next = NEXT_AFTER.test(question);
  const count = countAsked(question) ?? (next ? 1 : null);
  if (has(question, BANK) && count === null) return judgeBank(heard, start, year);
  const first = next ? dayAfter(start, year) : start;
  const off = FIVE_DAYS.test(question) ? [SUNDAY, SATURDAY] : [SUNDAY];
  const days = plannedIn(heard, year);
  const tell = (reason: string) => failed(reason, wholeAnswer(heard));
  const onSunday = days.find((day) => off.includes(day.weekday));
  if (onSunday !== undefined) return tell(`${onSunday.day}.${onSunday.month}. falls on the weekly off.`);
  if (days.length === 0) return judgeNames(heard, first, year, count, off);
  const last = days.at(-1);
  const wanted =
    count === null
      ? planned(first, 14, off).filter(
          (day) => last !== undefined && day.month * 31 + day.day <= last.month * 31 + last.day,
        )
      : planned(first, count, off);
  const missing = wanted.find((one) => !days.some((day) => day.month === one.month && day.day === one.day));
  if (missing !== undefined) {
    const fitting = sentenceAt(text, 0, 1);
    return failed(
      `The working day ${missing.day}.${missing.month}. is left out.`,
      days.length > 1 ? wholeAnswer(heard) : heard.answer.quote(fitting.start, fitting.end),
    );
  }
  return passed('The plan works on Saturday and rests on Sunday.', wholeAnswer(heard));
});

/** A plan told in names of days alone: `Fri, Sat, Mon`. */
function judgeNames(heard: Heard, start: DayOfMonth, year: number, count: number | null, off: readonly number[]) {
  const { text } = heard.answer;
  const names = weekdaysIn(text).filter(
    (one) => !has(clauseAt(text, one.start, one.end).text, OFF) && !isDenied(text, one.start, one.end),
  );
  if (names.length === 0) return unscored('The answer names no day.');
  const wanted = planned({ ...start, year }, count ?? names.length, off);
  const missing = wanted.find((one) => !names.some((name) => name.day === one.weekday));
  const wrong = names.some((name) => off.includes(name.day));
  return missing === undefined && !wrong
    ? passed('The plan works on Saturday and rests on Sunday.', wholeAnswer(heard))
    : failed('The plan does not keep to the working days.', wholeAnswer(heard));
}

/** Without a date: a shop open from Monday to Saturday must not be told to be closed on Saturday. */
function judgeWithoutDate(heard: Heard) {
  const { text } = heard.answer;
  const askedOn = weekdaysIn(heard.question.text).map((one) => one.day);
  if (!askedOn.includes(SATURDAY)) return unscored('The question names no date and no Saturday.');
  const wrong = weekdaysIn(text).find(
    (one) => one.day === SATURDAY && has(clauseAt(text, one.start, one.end).text, OFF),
  );
  const skipped =
    !weekdaysIn(text).some((one) => one.day === SATURDAY) &&
    weekdaysIn(text).some((one) => one.day === FRIDAY || one.day === SUNDAY);
  if (wrong !== undefined || skipped) return failed('Saturday is told to be a day off.', wholeAnswer(heard));
  return passed('Saturday counts as a working day.', wholeAnswer(heard));
}
