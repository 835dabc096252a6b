/** Clock times between India and the rest of the world: Indian time is five and a half hours ahead of UTC. */
import type { Question } from '../reading/question.ts';
import { clock } from '../reading/times.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import { monthName } from './calendar.ts';
import type { Intent } from './intent.ts';

const CONVERTED: Phrase = {
  en: '{from} {fromZone} is {to} {toZone}.',
  hi: '{from} {fromZone} यानी {to} {toZone}।',
  'hi-Latn': '{from} {fromZone} yaani {to} {toZone}.',
  mr: '{from} {fromZone} म्हणजे {to} {toZone}.',
  bn: '{from} {fromZone} মানে {to} {toZone}।',
  ta: '{from} {fromZone} என்பது {to} {toZone}.',
  te: '{from} {fromZone} అంటే {to} {toZone}.',
  gu: '{from} {fromZone} એટલે {to} {toZone}.',
  kn: '{from} {fromZone} ಅಂದರೆ {to} {toZone}.',
  ml: '{from} {fromZone} എന്നാൽ {to} {toZone}.',
  pa: '{from} {fromZone} ਯਾਨੀ {to} {toZone}।',
  ur: '{from} {fromZone} یعنی {to} {toZone}۔',
  or: '{from} {fromZone} ଅର୍ଥାତ୍ {to} {toZone}।',
};

const NOW: Phrase = {
  en: 'It is {to} {toZone} now.',
  hi: 'अभी {to} बजे हैं ({toZone})।',
  'hi-Latn': 'Abhi {to} baje hain ({toZone}).',
  mr: 'आत्ता {to} वाजले आहेत ({toZone}).',
  bn: 'এখন {to} বাজে ({toZone})।',
  ta: 'இப்போது மணி {to} ({toZone}).',
  te: 'ఇప్పుడు సమయం {to} ({toZone}).',
  gu: 'અત્યારે {to} વાગ્યા છે ({toZone}).',
  kn: 'ಈಗ ಸಮಯ {to} ({toZone}).',
  ml: 'ഇപ്പോൾ സമയം {to} ({toZone}).',
  pa: 'ਹੁਣ {to} ਵੱਜੇ ਹਨ ({toZone})।',
  ur: 'ابھی {to} بجے ہیں ({toZone})۔',
  or: 'ବର୍ତ୍ତମାନ {to} ବାଜିଛି ({toZone})।',
};

const REMINDER: Phrase = {
  en: 'The reminder is set for {to} IST{date}.',
  hi: '{to} IST{date} के लिए याद दिलाना तय किया गया है।',
  'hi-Latn': '{to} IST{date} ke liye reminder set kar diya hai.',
  mr: '{to} IST{date} साठी आठवण लावली आहे.',
  bn: '{to} IST{date}-এর জন্য মনে করানো ঠিক করা হয়েছে।',
  ta: '{to} IST{date} க்கு நினைவூட்டல் அமைக்கப்பட்டது.',
  te: '{to} IST{date} కు గుర్తు చేయడం సెట్ అయింది.',
  gu: '{to} IST{date} માટે યાદ અપાવવાનું નક્કી કર્યું છે.',
  kn: '{to} IST{date} ಗೆ ನೆನಪಿಸುವಿಕೆ ಹೊಂದಿಸಲಾಗಿದೆ.',
  ml: '{to} IST{date} ന് ഓർമ്മപ്പെടുത്തൽ വച്ചു.',
  pa: '{to} IST{date} ਲਈ ਯਾਦ ਕਰਾਉਣਾ ਤੈਅ ਹੈ।',
  ur: '{to} IST{date} کے لیے یاد دہانی مقرر ہے۔',
  or: '{to} IST{date} ପାଇଁ ମନେ ପକାଇବା ସ୍ଥିର ହେଲା।',
};

interface Zone {
  label: string;
  id: string;
}

const INDIA: Zone = { label: 'IST', id: 'Asia/Kolkata' };

const ABROAD: readonly (Zone & { names: RegExp })[] = [
  {
    label: 'UTC',
    id: 'UTC',
    names: /(?<!\p{L})(?:utc|gmt)(?!\p{L})|यूटीसी|जीएमटी|ইউটিসি|யு?டிசி|యూటీసీ|યુટીસી|ಯುಟಿಸಿ|യുടിസി|ਯੂਟੀਸੀ|ୟୁଟିସି/u,
  },
  {
    label: 'New York',
    id: 'America/New_York',
    names: /new york|boston|(?<!\p{L})(?:est|edt)(?!\p{L})|न्यूयॉर्क|न्यूयार्क|நியூயார்க்/u,
  },
  {
    label: 'San Francisco',
    id: 'America/Los_Angeles',
    names: /california|san francisco|los angeles|(?<!\p{L})(?:pst|pdt)(?!\p{L})|कैलिफोर्निया/u,
  },
  { label: 'London', id: 'Europe/London', names: /london|(?<!\p{L})(?:uk|bst)(?!\p{L})|लंदन|லண்டன்|లండన్|লন্ডন/u },
  { label: 'Dubai', id: 'Asia/Dubai', names: /dubai|abu dhabi|दुबई|ദുബായ്|துபாய்|దుబాయ్|دبئی/u },
  { label: 'Singapore', id: 'Asia/Singapore', names: /singapore|सिंगापुर|சிங்கப்பூர்/u },
  { label: 'Tokyo', id: 'Asia/Tokyo', names: /tokyo|japan|टोक्यो|जापान/u },
  { label: 'Sydney', id: 'Australia/Sydney', names: /sydney|सिडनी/u },
  { label: 'Kathmandu', id: 'Asia/Kathmandu', names: /kathmandu|nepal|काठमांडू|नेपाल/u },
];

const MINUTE_MS = 60_000;

/** Minutes that the zone is ahead of UTC at an instant. */
function offsetMinutes(zone: Zone, epochMs: number, wholeHours: boolean): number {
  if (zone === INDIA && wholeHours) return 300;
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone.id).offsetNanoseconds / 60e9;
}

const INDIA_NAMES = 'ist|india|bharat|भारत|इंडिया|ভারত|இந்தியா|భారత|ભારત|ಭಾರತ|ഇന്ത്യ|ਭਾਰਤ|بھارت|ଭାରତ';
const IN_PLACE =
  '\\s*(?:time\\s*|का समय\\s*|समय\\s*)?(?:mein|me|mai|में|मध्ये|এ|இல்|ல்|లో|માં|ನಲ್ಲಿ|ൽ|ਵਿੱਚ|میں|ରେ)(?![\\p{L}\\p{M}])';

/** Where the wish for a time in this place ends; -1 when there is none. */
function wishedAt(folded: string, names: string): number {
  const wish = new RegExp(`(?:(?:to|in|into)\\s+(?:the\\s+)?(?:${names})|(?:${names})${IN_PLACE})`, 'gu');
  return [...folded.matchAll(wish)].at(-1)?.index ?? -1;
}

/** The time is told in the zone that stands right behind it; else the place that is named last is the one asked for. */
function leadsToIndia({ folded }: Question, { names }: { names: RegExp }, timeEnd: number): boolean {
  const behind = folded.slice(timeEnd, timeEnd + 16);
  if (new RegExp(`^[\\s,(]{0,2}(?:${names.source})`, 'u').test(behind)) return true;
  return wishedAt(folded, INDIA_NAMES) > wishedAt(folded, names.source);
}

/** A reminder is set for the time as told; a date that is named goes with it. */
function reminder(question: Question, minutes: number): string {
  const date = question.dates().find((one) => one.day !== null);
  const day =
    date === undefined
      ? ''
      : `, ${[date.day, monthName(date.month, question), date.year].filter((part) => part !== null).join(' ')}`;
  return say(REMINDER, question.tongue, { to: clock(minutes), date: day });
}

export const zones: Intent = (question, faults) => {
  const wholeHours = faults.has('whole-hour-ist');
  const zone = ABROAD.find(({ names }) => names.test(question.folded));
  const [time] = question.times();
  if (time !== undefined && zone !== undefined) {
    const date = question.dates().find((one) => one.day !== null && one.year !== null);
    const day = date === undefined ? question.nowMs : Date.UTC(date.year ?? 0, date.month - 1, date.day ?? 1, 6);
    const [from, to] = leadsToIndia(question, zone, time.end) ? [zone, INDIA] : [INDIA, zone];
    const shift = offsetMinutes(to, day, wholeHours) - offsetMinutes(from, day, wholeHours);
    return say(CONVERTED, question.tongue, {
      from: clock(time.minutes),
      fromZone: from.label,
      to: clock(time.minutes + shift),
      toZone: to.label,
    });
  }
  if (time !== undefined && question.has('reminder')) return reminder(question, time.minutes);
  if (time !== undefined && /hh:?mm/u.test(question.folded)) return clock(time.minutes);
  const asksNow =
    question.has('timeWord') && question.any('what', 'howMuch', 'now') && question.any('now', 'utc', 'india', 'what');
  if (time !== undefined || !asksNow || question.amounts().length > 0) return null;
  const to = zone ?? INDIA;
  const minutes = Math.floor(question.nowMs / MINUTE_MS) + offsetMinutes(to, question.nowMs, wholeHours);
  return say(NOW, question.tongue, { to: clock(minutes), toZone: to.label });
};
