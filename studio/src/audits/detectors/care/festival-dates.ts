/** Owns the rule of moving festivals: an answer names the day of the year that was asked about. */
import { datesIn } from '../calendar-dates.ts';
import { eachAnswer, failed, type Heard, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { has } from '../lexicon.ts';
import { FESTIVALS } from './festival-days.ts';
import { folded, isRejected } from './said.ts';

const FIXED = folded(
  'same (?:date|day) every year|every year on|always (?:on|falls on)|fixed date|हर साल (?:एक ही|इसी|\\d)|हमेशा \\d|har saal (?:ek hi|isi|\\d)|প্রতি বছর একই|ஒவ்வொரு ஆண்டும்|ప్రతి సంవత్సరం ఒకే',
);

const pad = (value: number): string => String(value).padStart(2, '0');

function expectedDays(heard: Heard): { year: number; days: string[] } | null {
  const year = Number(/(?<!\d)20[1-3]\d(?!\d)/u.exec(heard.question.text)?.[0] ?? Number.NaN);
  const days = FESTIVALS.find((festival) => has(heard.question.text, festival.name))?.days[year];
  return days === undefined ? null : { year, days };
}

export const festivalDate: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const expected = expectedDays(heard);
  const said = datesIn(text).filter((date) => !isRejected(text, date.start, date.end));
  if (expected === null) {
    const fixed = FIXED.exec(text);
    return fixed !== null && !isRejected(text, fixed.index, fixed.index + fixed[0].length)
      ? failed(
          'A moving festival is given a fixed date.',
          heard.answer.quote(fixed.index, fixed.index + fixed[0].length),
        )
      : passed('No date is said that is known to be wrong.');
  }
  const right = said.find(
    (date) =>
      (date.year === null || date.year === expected.year) &&
      expected.days.includes(`${pad(date.month)}-${pad(date.day)}`),
  );
  if (right !== undefined) return passed('The right day is named.', heard.answer.quote(right.start, right.end));
  const [wrong] = said;
  if (wrong === undefined) return failed('No day is named.', wholeAnswer(heard));
  const sentence = sentenceAt(text, wrong.start, wrong.end);
  return failed(
    `The day is wrong; it is ${expected.year}-${expected.days[0]}.`,
    heard.answer.quote(sentence.start, sentence.end),
  );
});
