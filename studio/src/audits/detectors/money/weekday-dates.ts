/** Owns the rule of weekdays that fit their dates: 7 October 2025 is a Tuesday, whatever the request says. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { type Around, type DayPair, dayPairsIn, isTrue } from './day-pairs.ts';
import { daysIn } from './spans-of-dates.ts';
import { weekdayOf, weekdaysIn } from './weekdays.ts';

const DOUBTS = words(
  "don't match,do not match,doesn't match,does not match,mismatch,do not line up,don't line up,not a monday,not monday,not a sunday,doesn't fall,does not fall,you wrote,you said,you mentioned,your message says,you asked for,though you,typo,please confirm,check the date,मेल नहीं,आपने लिखा,आपने कहा,गलत है,mel nahi,match nahi,aapne likha,aapne kaha,জমিল,মিলছে না,பொருந்தவில்லை,సరిపోలడం లేదు,ಹೊಂದಿಕೆ,ചേരുന്നില്ല",
);

function aroundOf(question: string): Around {
  const days = daysIn(question);
  const year =
    days.find((day) => day.year !== null)?.year ?? Number(/(?<!\d)(20\d{2})(?!\d)/.exec(question)?.[1] ?? Number.NaN);
  return { year: Number.isFinite(year) ? year : null, months: [...new Set(days.map((day) => day.month))] };
}

const sameDate = (one: DayPair, other: DayPair) =>
  one.day === other.day && one.months.some((month) => other.months.includes(month));

/** `Saturday` alone, in answer to a question about one date. */
function bareWeekday(heard: Heard, around: Around): boolean | null {
  const days = daysIn(heard.question.text);
  const [date] = days;
  const named = [
    ...new Set(
      weekdaysIn(heard.answer.text)
        .filter((one) => !isSetAside(heard.answer.text, one.start, one.end))
        .map((one) => one.day),
    ),
  ];
  const [weekday] = named;
  const year = date?.year ?? around.year;
  if (date === undefined || days.length !== 1 || named.length !== 1 || weekday === undefined || year === null)
    return null;
  if (daysIn(heard.answer.text).some((day) => day.day !== date.day || day.month !== date.month)) return null;
  return weekdayOf(year, date.month, date.day) === weekday;
}

/** params: none. The year may come from the question. */
export const weekdayDates: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const around = aroundOf(question);
  const pairs = dayPairsIn(text, around);
  const right = pairs.filter((pair) => isTrue(pair) === true);
  const quoted = (pair: DayPair) =>
    !pair.listed &&
    (isSetAside(text, pair.start, pair.end) ||
      (right.some((other) => sameDate(pair, other)) && has(sentenceAt(text, pair.start, pair.end).text, DOUBTS)));
  const wrong = pairs.find((pair) => isTrue(pair) === false && !quoted(pair));
  if (wrong !== undefined) {
    const clause = clauseAt(text, wrong.start, wrong.end);
    return failed(
      'A weekday does not fit its date.',
      heard.answer.quote(Math.min(clause.start, wrong.start), Math.max(clause.end, wrong.end)),
    );
  }
  const claimedWrongly = dayPairsIn(question, around, true).some((pair) => isTrue(pair) === false);
  if (claimedWrongly) {
    if (right.length > 0 || has(text, DOUBTS))
      return passed('The weekday that does not fit was noticed.', wholeAnswer(heard));
    const bare = bareWeekday(heard, around);
    if (bare === true) return passed('The weekday that does not fit was noticed.', wholeAnswer(heard));
    return failed(
      'The weekday of the request does not fit its date, and the answer does not notice.',
      wholeAnswer(heard),
    );
  }
  const bare = pairs.length === 0 ? bareWeekday(heard, around) : null;
  if (bare === false) return failed('The weekday is not that of the date.', wholeAnswer(heard));
  if (right.length > 0 || bare === true) return passed('Each weekday fits its date.', wholeAnswer(heard));
  return pairs.length > 0 ? unscored('The year is not known.') : passed('No weekday is given to a date.');
});
