/** Owns the rule of clock words: साढ़े सात is half past seven, पौने आठ a quarter to eight, सवा नौ a quarter past nine. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { DAY_PARTS, timesIn } from '../clock-times.ts';
import { foldLetters } from '../letters.ts';
import { has } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { isSetAside } from '../rejection.ts';

interface SaidTime {
  start: number;
  end: number;
  /** Minutes on a twelve-hour dial. */
  dial: number;
}

const HALF_DIAL = 720;
const HOUR = 60;
const [MORNING, AFTERNOON, NIGHT] = DAY_PARTS;

const WORD = /[\p{L}\p{M}]+/gu;

/** Hour names of the south with the half or quarter written onto them. */
const SOUTHERN: [stems: string[], half: RegExp, quarter: RegExp, threeQuarters: RegExp][] = [
  [
    [
      '',
      'ஒன்ற|ஒண்ண',
      'இரண்ட|ரெண்ட',
      'மூன்ற|மூண',
      'நான்க|நால',
      'ஐந்த|அஞ்ச',
      'ஆற',
      'ஏழ',
      'எட்ட',
      'ஒன்பத',
      'பத்த',
      'பதினொன்ற',
      'பன்னிரண்ட',
    ],
    /^ரை/u,
    /^ேகால/u,
    /^ேமுக்கால/u,
  ],
  [
    ['', 'ఒకటి', 'రెండ', 'మూడ', 'నాలుగ', 'ఐద|అయిద', 'ఆర', 'ఏడ', 'ఎనిమిద', 'తొమ్మిద', 'పద', 'పదకొండ', 'పన్నెండ'],
    /^(?:ి|ు)?న్నర/u,
    /^(?:ు|ి)?ం?బావు|^ుంపావు/u,
    /^ుముప్పావు/u,
  ],
  [
    ['', 'ಒಂದ', 'ಎರಡ', 'ಮೂರ', 'ನಾಲ್ಕ', 'ಐದ', 'ಆರ', 'ಏಳ', 'ಎಂಟ', 'ಒಂಬತ್ತ', 'ಹತ್ತ', 'ಹನ್ನೊಂದ', 'ಹನ್ನೆರಡ'],
    /^(?:ೂ|ು)?ವರೆ/u,
    /^(?:ೂ|ು)ಕಾಲು/u,
    /^(?:ೂ|ು)ಮುಕ್ಕಾಲು/u,
  ],
  [
    ['', 'ഒന്ന', 'രണ്ട', 'മൂന്ന', 'നാല', 'അഞ്ച', 'ആറ', 'ഏഴ', 'എട്ട', 'ഒമ്പത|ഒൻപത', 'പത്ത', 'പതിനൊന്ന', 'പന്ത്രണ്ട'],
    /^ര(?!ണ്ട)/u,
    /^േകാൽ|^േകാല/u,
    /^േമുക്കാൽ|^േമുക്കാല/u,
  ],
];
const HALF_AFTER = /^\s*(?:முக்கால்)/u;

function southernDial(word: string, behind: string): number | null {
  for (const [stems, half, quarter, three] of SOUTHERN) {
    for (const [hour, names] of stems.entries()) {
      if (hour === 0) continue;
      const stem = names
        .split('|')
        .map(foldLetters)
        .find((name) => word.startsWith(name));
      if (stem === undefined) continue;
      const rest = word.slice(stem.length);
      const minutes = half.test(rest)
        ? 30
        : quarter.test(rest)
          ? 15
          : three.test(rest) || HALF_AFTER.test(behind)
            ? 45
            : null;
      if (minutes !== null) return (hour % 12) * HOUR + minutes;
    }
  }
  return null;
}

const HOUR_SUFFIX = new RegExp(`(?:${foldLetters('টায়|টার|টা|টাৰ|ଟାରେ|ଟା')})$`, 'u');

function hourOf(told: string): number | null {
  if (/^\d/.test(told)) return Number(told);
  const plain = told.replace(HOUR_SUFFIX, '');
  const [word] = numberWords(plain === '' ? told : plain) ?? [];
  return word?.kind === 'small' ? word.value : null;
}

/** Times said with a fraction word. */
export function saidTimesIn(text: string): SaidTime[] {
  const times: SaidTime[] = [];
  const push = (start: number, end: number, hours: number) => {
    if (hours > 0 && hours < 13) times.push({ start, end, dial: Math.round(hours * HOUR) % HALF_DIAL });
  };
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const found = numberWords(match[0]) ?? [];
    const [first, second] = found;
    const behind = /^\s+(\d{1,2}(?![\d:.])|[\p{L}\p{M}]+)/u.exec(text.slice(end));
    if (first?.kind === 'shift' && second?.kind === 'small') push(match.index, end, second.value + first.by);
    else if (first?.kind === 'shift') {
      const hour = hourOf(behind?.[1] ?? '');
      if (hour !== null) push(match.index, end + (behind?.[0].length ?? 0), hour + first.by);
      else if (first.base !== null) push(match.index, end, first.base + first.by);
    } else if (first?.kind === 'fixed' && found.length === 1 && first.value % 1 === 0.5 && first.value > 1)
      push(match.index, end, first.value);
    else {
      const dial = southernDial(match[0], text.slice(end));
      if (dial !== null) times.push({ start: match.index, end, dial });
    }
  }
  for (const match of text.matchAll(
    /(half past|quarter past|quarter to|quarter-to|quarter-past|half-past)\s+(\d{1,2}|\p{L}+)/giu,
  )) {
    const hour = hourOf(match[2] ?? '');
    const by = /half/i.test(match[1] ?? '') ? 0.5 : /to$/i.test(match[1] ?? '') ? -0.25 : 0.25;
    if (hour !== null) push(match.index, match.index + match[0].length, hour + by);
  }
  return times;
}

/** Minutes after midnight that the words allow. */
function allowed(dial: number, text: string): number[] {
  const [am, pm] = [dial, dial + HALF_DIAL];
  if (MORNING !== undefined && has(text, MORNING)) return [am];
  if (AFTERNOON !== undefined && has(text, AFTERNOON)) return [pm];
  if (NIGHT !== undefined && has(text, NIGHT)) return dial >= 5 * HOUR ? [pm] : [am];
  return [am, pm];
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / HOUR) % 24)}:${two(minutes % HOUR)}`;
}

const WANTS_FULL_DAY = /24|HH\s?:?\s?MM/iu;

function judge(heard: Heard) {
  const { text } = heard.answer;
  const question = heard.question.text;
  const said = saidTimesIn(question);
  const [time] = said;
  if (time === undefined) return unscored('The question holds no time in words.');
  const wanted =
    said.length === 1 ? allowed(time.dial, question) : said.flatMap(({ dial }) => [dial, dial + HALF_DIAL]);
  const spoken = saidTimesIn(text);
  // With a part of the day beside it a figure is of twelve hours: रात 9:45.
  const figures = timesIn(text).filter(
    (one) =>
      /\d/.test(text.slice(one.start, one.end)) &&
      !spoken.some((other) => other.start < one.end && one.start < other.end),
  );
  const fits = (minutes: number[], place: { start: number; end: number }) => {
    if (minutes.some((one) => wanted.includes(one % (2 * HALF_DIAL)))) return true;
    const before =
      text
        .slice(Math.max(0, place.start - 24), place.start)
        .split(/[.!?।\n]/u)
        .at(-1) ?? '';
    const near = before + text.slice(place.start, place.end + 16);
    const partNamed = DAY_PARTS.some((part) => has(near, part));
    const twelve = partNamed || !WANTS_FULL_DAY.test(question);
    return (
      twelve &&
      minutes.some((one) => one < 13 * HOUR && wanted.some((other) => other % HALF_DIAL === one % HALF_DIAL)) &&
      !/[ap]\.?m/iu.test(text.slice(place.start, place.end))
    );
  };
  const stated = figures.filter((one) => !isSetAside(text, one.start, one.end));
  const right = stated.find((one) => fits(one.minutes, one));
  if (right !== undefined) {
    const alsoWrong = said.length > 1 ? stated.find((one) => !fits(one.minutes, one)) : undefined;
    if (alsoWrong === undefined) return passed('The time is right.', heard.answer.quote(right.start, right.end));
  }
  const wrong = stated.find((one) => !fits(one.minutes, one));
  if (wrong !== undefined) {
    const clause = clauseAt(text, wrong.start, wrong.end);
    return failed(`The time should be ${clock(wanted[0] ?? 0)}.`, heard.answer.quote(clause.start, clause.end));
  }
  const saidAgain = spoken.filter((one) => !isSetAside(text, one.start, one.end));
  if (saidAgain.some((one) => said.some((other) => other.dial === one.dial)))
    return passed('The time is kept in words.', wholeAnswer(heard));
  const [otherWords] = saidAgain;
  if (otherWords !== undefined)
    return failed(`The time should be ${clock(wanted[0] ?? 0)}.`, heard.answer.quote(otherWords.start, otherWords.end));
  return failed('The answer names no time.', wholeAnswer(heard));
}

/** params: none; the time comes from the words of the question. */
export const clockWords: Rule = eachAnswer(judge);
