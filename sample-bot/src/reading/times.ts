/** Owns times of day as people say them: 9:00 AM, सुबह 9 बजे, साढ़े नौ बजे, காலை 10 மணி. */
import { type AmountReading, amountsIn } from './amounts.ts';

export interface ClockTime {
  start: number;
  end: number;
  /** Minutes after midnight. */
  minutes: number;
}

const HOUR_WORD = /^\s*(?:o'?clock|baje|bje|bajey|बजे|वाजता|वाजले|টায়|টা|টার|વાગ્યે|વાગે|ਵਜੇ|ଟାରେ|ଟା|மணி|గంట|ಗಂಟೆ|മണി|بجے)/u;
const CLOCK =
  /(?<![\d.,:/₹-])(\d{1,2})(?:\s?[:.]\s?(\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?(?![\d%/\p{L}])|(?<!\d)(\d{2})(\d{2})(?=\s*(?:hrs|hours)(?!\p{L}))/gu;
const MORNING =
  /morning|subah|savere|सुबह|सवेरे|सकाळ|সকাল|સવાર|ਸਵੇਰ|ସକାଳ|காலை|ఉదయం|ಬೆಳ|രാവിലെ|صبح|kaalai|kalai|udayam|shokal|sakal/u;
const LATER =
  /afternoon|evening|dopahar|dopehar|shaam|sham(?!\p{L})|दोपहर|शाम|दुपार|संध्याकाळ|সায়ং|দুপুর|বিকেল|বিকাল|সন্ধ্যা|બપોર|સાંજ|ਦੁਪਹਿਰ|ਸ਼ਾਮ|ସନ୍ଧ୍ୟା|ଅପରାହ୍ନ|மாலை|மதியம்|సాయంత్రం|మధ్యాహ్నం|ಸಂಜೆ|ಮಧ್ಯಾಹ್ನ|വൈകിട്ട്|ഉച്ച|شام|دوپہر/u;
const NIGHT = /night|raat|रात|রাত|રાત|ਰਾਤ|ରାତି|இரவு|రాత్రి|ರಾತ್ರಿ|രാത്രി|رات/u;

function inTheDay(hour: number, half: string, around: string): number {
  if (half.startsWith('p')) return (hour % 12) + 12;
  if (half.startsWith('a')) return hour % 12;
  if (hour > 12) return hour % 24;
  if (MORNING.test(around)) return hour % 12;
  if (LATER.test(around)) return (hour % 12) + 12;
  if (NIGHT.test(around)) return hour >= 6 && hour < 12 ? hour + 12 : hour % 12;
  return hour;
}

/** Times of a folded text, in order. A bare number is a time only with am, pm, minutes or an hour word. */
export function timesIn(folded: string, reading: AmountReading): ClockTime[] {
  const times: ClockTime[] = [];
  for (const match of folded.matchAll(CLOCK)) {
    const end = match.index + match[0].trimEnd().length;
    const hour = Number(match[1] ?? match[4]);
    const minute = Number(match[2] ?? match[5] ?? 0);
    const half = match[3] ?? '';
    const told = match[2] !== undefined || match[5] !== undefined || half !== '' || HOUR_WORD.test(folded.slice(end));
    if (!told || hour > 24 || minute > 59) continue;
    const around = folded.slice(Math.max(0, match.index - 16), end + 20);
    times.push({ start: match.index, end, minutes: inTheDay(hour, half, around) * 60 + minute });
  }
  for (const amount of amountsIn(folded, reading)) {
    const isHour = amount.value > 0 && amount.value < 13 && HOUR_WORD.test(folded.slice(amount.end));
    if (!isHour || times.some((time) => time.start < amount.end && amount.start < time.end)) continue;
    const around = folded.slice(Math.max(0, amount.start - 16), amount.end + 20);
    const hour = inTheDay(Math.floor(amount.value), '', around);
    times.push({ start: amount.start, end: amount.end, minutes: hour * 60 + Math.round((amount.value % 1) * 60) });
  }
  return times.sort((a, b) => a.start - b.start);
}

export const clock = (minutes: number): string => {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};
