/** Owns the rule of India's half hour: IST is UTC+05:30, so a converted time keeps or loses thirty minutes. */
import {
  type CaseInput,
  eachAnswer,
  failed,
  type Heard,
  passed,
  type Rule,
  textParam,
  unscored,
  wholeAnswer,
} from './case-input.ts';
import { clauseAt } from './clauses.ts';
import { type ClockTime, timesIn } from './clock-times.ts';
import { isSetAside } from './rejection.ts';

const DAY = 24 * 60;
const HOUR = 60;
const IST_MINUTES = 330;
const UTC = /UTC|GMT|यूटीसी|जीएमटी|ইউটিসি|யுடிசி|యూటీసీ/iu;
const INTO_UTC =
  /(?:to|into|in|का|in)\s+(?:UTC|GMT)|(?:UTC|GMT|यूटीसी|जीएमटी)\s*(?:में|mein|me|मध्ये|madhe|समय|time|তে|য়ে|நேரம்|ல்|లో|ನಲ್ಲಿ|ൽ|માં|ਵਿੱਚ|ରେ|میں)(?![\p{L}\p{M}])/iu;
const TO_IST =
  /(?:to|into|in|=)\s+(?:IST|Indian? (?:standard )?time|India)|(?:IST|भारत(?:ीय)?(?: समय)?|bharat|india)\s*(?:में|mein|me|kitne|कितने)|UTC\s+(?:ko|को|से|ka|का)/iu;
const INDIA = /(?<!\p{L})IST(?!\p{L})|india|bharat|भारत|ভারত|இந்தியா|భారత|ಭಾರತ|ഇന്ത്യ|ભારત|ਭਾਰਤ|ଭାରତ|بھارت|ہندوستان/iu;
/** Places whose clocks stand whole hours from UTC all year: from India to there the half hour always shows. */
const WHOLE_HOUR_PLACE =
  /(?<!\p{L})(?:London|New York|NYC|Dubai|Abu Dhabi|Singapore|Tokyo|Hong Kong|Sydney|Berlin|Paris|Toronto|Boston|Chicago|Seattle|California|San Francisco|Los Angeles|Texas|Nairobi|UK|USA?|EST|EDT|ET|CST|PST|PDT|PT|CET|CEST|BST|SGT|JST|GST)(?!\p{L})|लंदन|न्यूयॉर्क|दुबई|सिंगापुर|अमेरिका|லண்டன்|துபாய்|లండన్|దుబాయ్|লন্ডন|দুবাই/u;
const HALF_HOUR_OFFSET =
  /0?5[:.]30|(?<!\d)5\.5|5½|five (?:and a half|point five)|five hours? (?:and )?(?:thirty|30)|(?:साढ़े|साढे|saadhe|sadhe)\s+(?:पांच|paanch|panch|5)|(?<!\d)5\s?(?:hours?|hrs?|h|घंटे|घंटा|ghante|ghanta|மணி\p{M}*|గంటల)[\s,]*(?:and|और|aur)?\s*(?:30|thirty|तीस)|330\s*min/iu;
const OFFSET =
  /(?:UTC|GMT)\s*\+\s*0?\d|(?<![\d:.])\d{1,2}\s?(?:hours?|hrs?|घंटे|घंटा|ghante|ghanta)(?![\p{L}\p{M}])|(?:five|six|four)\s+hours/iu;
const HOUR_WORD_END = /[^\d\s:.apmAPM]$/u;
/** `30 3 * * *`: the first two fields of a cron line are minute and hour. */
const CRON = /(?<![\d*/,-])(\d{1,2})\s+(\d{1,2})(?:\s+[*?\d][\d,/A-Z?*-]*){3}/gu;

function cronTimes(text: string): ClockTime[] {
  return [...text.matchAll(CRON)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      minutes: [Number(match[2]) * HOUR + Number(match[1])],
    }))
    .filter((time) => (time.minutes[0] ?? DAY) < DAY);
}

function expectedMinutes(question: string, params: CaseInput['params']): number | null {
  const set = /^(\d{1,2}):(\d{2})$/.exec(textParam(params, 'time') ?? '');
  if (set !== null) return Number(set[1]) * HOUR + Number(set[2]);
  const asked = timesIn(question)[0];
  const from = asked?.minutes[0];
  if (asked === undefined || from === undefined || asked.minutes.length !== 1 || !UTC.test(question)) return null;
  const behind = question.slice(asked.end);
  // `रात 11:45 बजे UTC क्या होगा` asks for UTC; `22:00 UTC भारत में` starts from it.
  const asksForUtc = HOUR_WORD_END.test(question.slice(asked.start, asked.end)) && !INDIA.test(behind);
  const utcBeside = /^[^\p{L}\p{N}]{0,3}(?:UTC|GMT)/iu.test(behind) && !asksForUtc;
  const toIndia = !INTO_UTC.test(question) && (utcBeside || TO_IST.test(question));
  return (from + (toIndia ? IST_MINUTES : DAY - IST_MINUTES)) % DAY;
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}

/** The times that an answer gives as its result: not those of the question, not an offset, not one set aside. */
function resultsIn(heard: Heard): ClockTime[] {
  const { text } = heard.answer;
  const asked = new Set(timesIn(heard.question.text).flatMap((time) => time.minutes));
  const isOffset = (time: ClockTime) =>
    time.minutes.includes(IST_MINUTES) &&
    /(?:\+|UTC|GMT|offset|ahead|behind|minus|plus|−|-)\s*[+-]?\s*$/iu.test(text.slice(0, time.start));
  return [...timesIn(text), ...cronTimes(text)].filter(
    (time) =>
      !time.minutes.some((minute) => asked.has(minute)) && !isOffset(time) && !isSetAside(text, time.start, time.end),
  );
}

function tell(heard: Heard, reason: string, place: { start: number; end: number }) {
  const clause = clauseAt(heard.answer.text, place.start, place.end);
  return failed(reason, heard.answer.quote(clause.start, Math.max(clause.end, place.end)));
}

/** A question about the offset itself: five and a half hours, never a whole number of them. */
function judgeOffset(heard: Heard) {
  const { text } = heard.answer;
  if (HALF_HOUR_OFFSET.test(text)) return passed('The half hour of the Indian offset is named.', wholeAnswer(heard));
  const told = OFFSET.exec(text);
  if (told === null) return unscored('The answer names no offset.');
  return tell(heard, 'India is told to be whole hours away.', { start: told.index, end: told.index + told[0].length });
}

/** Between India and a place of whole hours only the minutes are sure, whatever summer time does there. */
function judgeMinutes(heard: Heard, asked: number) {
  const wanted = (asked + IST_MINUTES) % HOUR;
  const results = resultsIn(heard);
  const right = results.find((time) => time.minutes.some((minute) => minute % HOUR === wanted));
  if (right !== undefined) return passed('The half hour is kept.', heard.answer.quote(right.start, right.end));
  const wrong = results.at(-1);
  if (wrong === undefined) return unscored('The answer names no other time.');
  return tell(heard, 'The half hour between India and the other place is gone.', wrong);
}

/** params: `time`, the expected HH:MM; without it, it is worked out from the question. */
export const zoneTime: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const expected = expectedMinutes(question, params);
  if (expected === null) {
    const asked = timesIn(question)[0]?.minutes[0];
    if (asked !== undefined && WHOLE_HOUR_PLACE.test(question)) return judgeMinutes(heard, asked);
    if (asked === undefined && UTC.test(question) && INDIA.test(question)) return judgeOffset(heard);
    return unscored('The question does not say which time is right.');
  }
  const times = [...timesIn(text), ...cronTimes(text)];
  const right = times.find((time) => time.minutes.includes(expected) && !isSetAside(text, time.start, time.end));
  if (right !== undefined) return passed(`${clock(expected)} is named.`, heard.answer.quote(right.start, right.end));
  const wrong = resultsIn(heard).at(-1);
  if (wrong !== undefined) return tell(heard, `The time should be ${clock(expected)}.`, wrong);
  const same = times.find((time) => /^[^\p{L}\p{N}]{0,3}(?:UTC|GMT|IST)/u.test(text.slice(time.end)));
  if (same !== undefined && times.length === 1) return tell(heard, `The time should be ${clock(expected)}.`, same);
  return times.length === 0 && !/\d/.test(text)
    ? failed('No time is named.', wholeAnswer(heard))
    : unscored('The answer names no other time.');
});
