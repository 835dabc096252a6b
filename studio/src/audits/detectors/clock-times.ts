/** Owns times of day as people say them: 3:30, 03.30, 3 pm, साढ़े तीन बजे, மாலை 5 மணி. */
import { foldLetters } from './letters.ts';
import { has, words } from './lexicon.ts';
import { numberWords } from './number-words.ts';

export interface ClockTime {
  start: number;
  end: number;
  /** Minutes after midnight that the words allow: two where am or pm stays open. */
  minutes: number[];
}

const HOUR_WORD =
  "(?:o'clock|baje|bje|बजे|वाजता|वाजले|वाजतां|টায়|টা|টার|বজাত|વાગ્યે|વાગે|ਵਜੇ|ଟାରେ|ଟା|மணி|மணிக்கு|గంటలకు|గంటల|ಗಂಟೆಗೆ|ಗಂಟೆ|മണിക്ക്|മണി|بجے)";
const FIGURES = new RegExp(
  `(?<![\\d.,:/₹-])(\\d{1,2})(?:\\s?[:.]\\s?(\\d{2})(?::\\d{2})?(?![\\d])|(\\d{2})(?=\\s*(?:hrs|hours|UTC|GMT|Z)(?!\\p{L})))?\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?:(\\s*${HOUR_WORD})|(?![\\p{L}\\d%]))`,
  'giu',
);
const SPOKEN = new RegExp(`([\\p{L}\\p{M}]+)(?:\\s+([\\p{L}\\p{M}]+|\\d{1,2}))?\\s+${HOUR_WORD}`, 'giu');

const MORNING = words(
  'morning,subah,savere,सुबह,सवेरे,सकाळी,সকাল~,ৰাতিপুৱা,સવારે,ਸਵੇਰੇ,ସକାଳ~,காலை,ఉదయం,ಬೆಳಿಗ್ಗೆ,ಬೆಳಗ್ಗೆ,രാവിലെ,صبح,भोर,पहाटे,बिहान,बिहानै,ভোর~,পুৱা~,ভোৰ~,ਤੜਕੇ,ਸਵੇਰ,ഭോര്‍,പുലർച്ചെ,అర్లీ,తెల్లవారు~,ಮುಂಜಾನೆ,અર્ધી સવારે,ଭୋର~,ପ୍ରଭାତ,அதிகாலை,am,subha',
);
const AFTERNOON = words(
  'afternoon,evening,dopahar,shaam,sham,दोपहर,शाम,दुपारी,संध्याकाळी,দুপুর~,বিকেল~,বিকাল~,সন্ধ্যা~,બપોરે,સાંજે,ਦੁਪਹਿਰ,ਸ਼ਾਮ,ଅପରାହ୍ନ,ସନ୍ଧ୍ୟା,மாலை,மதியம்,పగలు,మధ్యాహ్నం,సాయంత్రం,ಮಧ್ಯಾಹ್ನ,ಸಂಜೆ,ഉച്ചയ്ക്ക്,വൈകിട്ട്,شام,دوپہر,سہ پہر,बेलुका,बेलुकी,साँझ,सांझ,दिउँसो,दिउंसो,দুপৰীয়া,আবেলি,গধূলি,সন্ধিয়া,ਸ਼ਾਮੀਂ,ଖରାବେଳ,ଉପରବେଳା,ସଞ୍ଜ,பிற்பகல்,நண்பகல்,സായാഹ്നം,വൈകുന്നേരം,ഉച്ചക്ക്,ಅಪರಾಹ್ನ,સંધ્યાકાળે,બપોર,સાંજ,sanjhi',
);
const NIGHT = words(
  'night,raat,rat ko,रात,रात्री,রাত~,રાત્રે,ਰਾਤ,ରାତି,இரவு,రాత్రి,ರಾತ್ರಿ,രാത്രി,رات,ৰাতি~,নিশা,राति,ਰਾਤੀਂ,രാത്രിയിൽ,રાતે,રાત,ratre',
);

/** Words for parts of the day, which decide between am and pm. */
export const DAY_PARTS = [MORNING, AFTERNOON, NIGHT];

function openMinutes(hour: number, minute: number, spelled: string, half: string, around: string): number[] {
  const of = (h: number) => h * 60 + minute;
  if (/^p/i.test(half)) return [of((hour % 12) + 12)];
  if (/^a/i.test(half)) return [of(hour % 12)];
  if (hour > 12 || hour === 0 || /^0\d/.test(spelled)) return [of(hour % 24)];
  if (has(around, MORNING)) return [of(hour % 12)];
  if (has(around, AFTERNOON)) return [of((hour % 12) + 12)];
  if (has(around, NIGHT)) return [of(hour >= 6 && hour < 12 ? hour + 12 : hour % 12)];
  return [of(hour % 12), of((hour % 12) + 12)];
}

/** সাড়ে পাঁচটা: Bengali writes its hour word onto the number. */
const GLUED = new RegExp(
  foldLetters('((?:সাড়ে|সোয়া|পৌনে)\\s+)?([\\p{L}\\p{M}]+?)(?:টায়|টার|টা|টে)(?![\\p{L}\\p{M}])'),
  'gu',
);

function gluedTimes(text: string): ClockTime[] {
  return [...text.matchAll(GLUED)].flatMap((match) => {
    const [shift] = numberWords((match[1] ?? '').trim()) ?? [];
    const [hour] = numberWords(match[2] ?? '') ?? [];
    // `পাঁচটা` alone counts things as well as hours.
    if (shift?.kind !== 'shift' || hour?.kind !== 'small' || hour.value < 1 || hour.value > 12) return [];
    const value = hour.value + shift.by;
    const end = match.index + match[0].length;
    const around = text.slice(Math.max(0, match.index - 16), end + 12);
    const minutes = openMinutes(Math.floor(value), Math.round((value % 1) * 60), '', '', around);
    return [{ start: match.index, end, minutes }];
  });
}

function spokenTimes(text: string): ClockTime[] {
  const times = gluedTimes(text);
  for (const match of text.matchAll(SPOKEN)) {
    const [first, second] = [numberWords(match[1] ?? ''), match[2] === undefined ? null : numberWords(match[2])];
    const figure = match[2] !== undefined && /^\d/.test(match[2]) ? Number(match[2]) : null;
    const shift = first?.find((word) => word.kind === 'shift');
    const whole = [...(first ?? []), ...(second ?? [])].findLast(
      (word) => word.kind === 'small' || word.kind === 'fixed',
    );
    const hours = figure ?? whole?.value ?? (shift?.kind === 'shift' && shift.base !== null ? shift.base : null);
    if (hours === null || (first === null && figure !== null) || (first === null && second === null)) continue;
    const value = hours + (shift?.kind === 'shift' ? shift.by : 0);
    if (value <= 0 || value >= 13) continue;
    const around = text
      .slice(Math.max(0, match.index - 16), match.index + match[0].length + 12)
      .replace(/[.,;\n|].*$/su, (tail, at: number) => (at > 16 ? '' : tail));
    const minutes = openMinutes(Math.floor(value), Math.round((value % 1) * 60), '', '', around);
    times.push({ start: match.index, end: match.index + match[0].length, minutes });
  }
  return times;
}

/** Times in a folded text, in order. A bare number is a time only with am, pm or an hour word. */
export function timesIn(text: string): ClockTime[] {
  const times = spokenTimes(text);
  for (const match of text.matchAll(FIGURES)) {
    const [whole, hourText = '', dotted, joined, half = '', word] = match;
    const minuteText = dotted ?? joined;
    if (minuteText === undefined && half === '' && word === undefined) continue;
    const hour = Number(hourText);
    const minute = Number(minuteText ?? 0);
    if (hour > 24 || minute > 59) continue;
    const end = match.index + whole.trimEnd().length;
    if (times.some((time) => time.start < end && match.index < time.end)) continue;
    const around = text
      .slice(Math.max(0, match.index - 14), Math.min(text.length, end + 12))
      .replace(/[.,;\n|].*$/su, (tail, at: number) => (at > 14 ? '' : tail));
    times.push({ start: match.index, end, minutes: openMinutes(hour, minute, hourText, half, around) });
  }
  return times.sort((a, b) => a.start - b.start);
}
