/** Owns hours after midnight as people say them: `tonight at 1` lies on the next calendar day. */
import { datesIn } from '../calendar-dates.ts';
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { timesIn } from '../clock-times.ts';
import { folded, isRejected } from './said.ts';

const DAY = 24 * 60 * 60 * 1000;
const NIGHT_HOUR = folded(
  "(?:raat|rat|night|रात|रात्री|রাত|રાત્રે|રાતે|ਰਾਤ|ରାତି|இரவு|ராத்திரி|రాత్రి|ರಾತ್ರಿ|രാത്രി|رات)\\S*\\s*(?:ko\\s+|ke\\s+|को\\s+|के\\s+|at\\s+|में\\s+)?(?:theek\\s+|ठीक\\s+)?(\\d{1,2})(?:[:.](\\d{2}))?|(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:am|a\\.m\\.|o'?clock)?\\s*(?:tonight|at night)|(?:tonight|night)\\s+(?:at\\s+)?(\\d{1,2})(?:[:.](\\d{2}))?",
);
const TOMORROW_NIGHT = folded('(?<!\\p{L})kal(?!\\p{L})|tomorrow|कल|उद्या|আগামীকাল|কাল|કાલે|ਕੱਲ੍ਹ|ଆସନ୍ତାକାଲି|நாளை|రేపు|ನಾಳೆ|നാളെ|کل');
const NEXT_DAY_SAID = folded(
  'kal|tomorrow|next day|agle din|agli|कल|अगले दिन|अगली तारीख|उद्या|আগামীকাল|পরের দিন|કાલે|ਕੱਲ੍ਹ|ଆସନ୍ତାକାଲି|நாளை|అడుత్త|రేపు|తెల్లవారు|ನಾಳೆ|നാളെ|کل',
);
const SAME_DAY_SAID = folded(
  '(?:today|aaj|आज)[^.!?।\\n]{0,24}(?:1|2|3|01|02|03|12|00)(?::00)?\\s?(?:pm|p\\.m|दोपहर|dopahar)|(?:dopahar|दोपहर|afternoon)',
);

/** Half past twelve at night is written 12:30 as well. */
const AFTER_NOON = /(?<!\d)(?:1[2-6])[:.]\d{2}(?!\s?(?:am|a\.m))|[1-4](?::\d{2})?\s?p\.?m/iu;
const AFTER_ONE = /(?<!\d)(?:1[3-6])[:.]\d{2}|(?<!\d)(?:12|[1-4])(?::\d{2})?\s?p\.?m/iu;

interface Wanted {
  /** Midnight UTC of the calendar day. */
  day: number;
  minutes: number;
}

function wantedTime(question: string): { today: number; wanted: Wanted } | null {
  const [date] = datesIn(question);
  const found = NIGHT_HOUR.exec(question);
  if (date?.year == null || found === null) return null;
  const hour = Number(found[1] ?? found[3] ?? found[5]);
  const minute = Number(found[2] ?? found[4] ?? found[6] ?? 0);
  if (!(hour >= 1 && hour <= 12)) return null;
  const today = Date.UTC(date.year, date.month - 1, date.day);
  const now = /(?:abhi|now|अभी|এখন|இப்போது|ఇప్పుడు|ಈಗ|ഇപ്പോൾ|અત્યારે|ਹੁਣ|ଏବେ|आता)/iu.exec(question);
  const before = now === null ? question : question.slice(0, now.index);
  const isTomorrow = TOMORROW_NIGHT.test(before);
  const isSmall = hour === 12 || hour <= 4;
  const day = today + (isTomorrow ? DAY : 0) + (isSmall ? DAY : 0);
  return { today, wanted: { day, minutes: (isSmall ? hour % 12 : hour + 12) * 60 + minute } };
}

/** Instants in UTC, as tools take them. */
function utcInstants(text: string): number[] {
  return [...text.matchAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/gu)].map((one) =>
    Date.parse(one[0]),
  );
}

function judge(heard: Heard) {
  const { text } = heard.answer;
  const asked = wantedTime(heard.question.text);
  if (asked === null) return unscored('No hour of the night with a date was asked about.');
  const { today, wanted } = asked;
  const instants = utcInstants(text);
  const instant = wanted.day + wanted.minutes * 60_000 - 330 * 60_000;
  if (instants.length > 0) {
    return instants.includes(instant)
      ? passed('The hour is put on the right day.')
      : failed('The hour is put on another day or time.', wholeAnswer(heard));
  }
  const dates = datesIn(text).filter((date) => !isRejected(text, date.start, date.end));
  const days = dates.map((date) =>
    Date.UTC(date.year ?? new Date(wanted.day).getUTCFullYear(), date.month - 1, date.day),
  );
  const times = timesIn(text);
  const timely =
    times.length === 0 || times.some((time) => time.minutes.some((one) => one % 720 === wanted.minutes % 720));
  const afternoon = wanted.minutes < 60 ? AFTER_ONE : AFTER_NOON;
  const isAfternoon = afternoon.test(text) && wanted.minutes < 300;
  if (!timely || (isAfternoon && !/(?:now|abhi|अभी)/iu.test(text)))
    return failed('Another hour is set.', wholeAnswer(heard));
  if (days.length > 0) {
    return days.includes(wanted.day)
      ? passed('The hour is put on the right day.')
      : failed('The hour is put on another day.', wholeAnswer(heard));
  }
  if (SAME_DAY_SAID.test(text) && wanted.minutes < 300) return failed('Another hour is set.', wholeAnswer(heard));
  const late = wanted.day - today >= 2 * DAY;
  return late && !NEXT_DAY_SAID.test(text)
    ? failed('The day is not told.', wholeAnswer(heard))
    : passed('No wrong day is told.');
}

export const nightHour: Rule = eachAnswer((heard) => judge(heard));
