/** Dates: which month and day a date is, whether it is over, the financial year, and what day it is today. */
import type { Concept } from '../reading/concepts.ts';
import type { CalendarDate } from '../reading/dates.ts';
import type { Question } from '../reading/question.ts';
import { MONTHS, ROMAN_MONTHS, ROMAN_WEEKDAYS, WEEKDAYS } from '../writing/calendar-names.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import { romanise } from '../writing/romanise.ts';
import type { Intent } from './intent.ts';

const THE_DATE: Phrase = {
  en: 'That is {date}, a {weekday}.',
  hi: 'यह {date} है, {weekday}।',
  'hi-Latn': 'Yeh {date} hai, {weekday}.',
  mr: 'ही तारीख {date} आहे, {weekday}.',
  bn: 'তারিখটি {date}, {weekday}।',
  ta: 'அது {date}, {weekday}.',
  te: 'అది {date}, {weekday}.',
  gu: 'તે {date} છે, {weekday}.',
  kn: 'ಅದು {date}, {weekday}.',
  ml: 'അത് {date}, {weekday} ആണ്.',
  pa: 'ਇਹ {date} ਹੈ, {weekday}।',
  ur: 'یہ {date} ہے، {weekday}۔',
  or: 'ଏହା {date}, {weekday}।',
};

const TODAY: Phrase = {
  en: 'Today is {weekday}, {date}.',
  hi: 'आज {weekday} है, {date}।',
  'hi-Latn': 'Aaj {weekday} hai, {date}.',
  mr: 'आज {weekday} आहे, {date}.',
  bn: 'আজ {weekday}, {date}।',
  ta: 'இன்று {weekday}, {date}.',
  te: 'ఈ రోజు {weekday}, {date}.',
  gu: 'આજે {weekday} છે, {date}.',
  kn: 'ಇಂದು {weekday}, {date}.',
  ml: 'ഇന്ന് {weekday}, {date}.',
  pa: 'ਅੱਜ {weekday} ਹੈ, {date}।',
  ur: 'آج {weekday} ہے، {date}۔',
  or: 'ଆଜି {weekday}, {date}।',
};

const IN_TIME: Phrase = {
  en: 'You are in time: the date is {date}, with {days} days to go.',
  hi: 'अभी समय है: तारीख़ {date} है, {days} दिन बाक़ी हैं।',
  'hi-Latn': 'Abhi samay hai: tareekh {date} hai, {days} din baaki hain.',
  mr: 'अजून वेळ आहे: तारीख {date} आहे, {days} दिवस बाकी आहेत.',
  bn: 'এখনও সময় আছে: তারিখ {date}, {days} দিন বাকি।',
  ta: 'இன்னும் நேரம் உள்ளது: தேதி {date}, {days} நாட்கள் உள்ளன.',
  te: 'ఇంకా సమయం ఉంది: తేదీ {date}, {days} రోజులు ఉన్నాయి.',
  gu: 'હજી સમય છે: તારીખ {date} છે, {days} દિવસ બાકી છે.',
  kn: 'ಇನ್ನೂ ಸಮಯವಿದೆ: ದಿನಾಂಕ {date}, {days} ದಿನ ಉಳಿದಿವೆ.',
  ml: 'ഇനിയും സമയമുണ്ട്: തീയതി {date}, {days} ദിവസം ബാക്കി.',
  pa: 'ਅਜੇ ਸਮਾਂ ਹੈ: ਤਾਰੀਖ {date} ਹੈ, {days} ਦਿਨ ਬਾਕੀ ਹਨ।',
  ur: 'ابھی وقت ہے: تاریخ {date} ہے، {days} دن باقی ہیں۔',
  or: 'ଏବେ ସମୟ ଅଛି: ତାରିଖ {date}, {days} ଦିନ ବାକି।',
};

const OVERDUE: Phrase = {
  en: 'Yes, it is late: the date was {date}, {days} days before.',
  hi: 'हाँ, देर हो गई है: तारीख़ {date} थी, {days} दिन पहले।',
  'hi-Latn': 'Haan, der ho gayi hai: tareekh {date} thi, {days} din pehle.',
  mr: 'हो, उशीर झाला आहे: तारीख {date} होती, {days} दिवसांपूर्वी.',
  bn: 'হ্যাঁ, দেরি হয়ে গেছে: তারিখ ছিল {date}, {days} দিন আগে।',
  ta: 'ஆம், தாமதமாகிவிட்டது: தேதி {date}, {days} நாட்களுக்கு முன்.',
  te: 'అవును, ఆలస్యమైంది: తేదీ {date}, {days} రోజుల క్రితం.',
  gu: 'હા, મોડું થયું છે: તારીખ {date} હતી, {days} દિવસ પહેલાં.',
  kn: 'ಹೌದು, ತಡವಾಗಿದೆ: ದಿನಾಂಕ {date}, {days} ದಿನಗಳ ಹಿಂದೆ.',
  ml: 'അതെ, വൈകി: തീയതി {date} ആയിരുന്നു, {days} ദിവസം മുമ്പ്.',
  pa: 'ਹਾਂ, ਦੇਰ ਹੋ ਗਈ ਹੈ: ਤਾਰੀਖ {date} ਸੀ, {days} ਦਿਨ ਪਹਿਲਾਂ।',
  ur: 'ہاں، دیر ہو گئی ہے: تاریخ {date} تھی، {days} دن پہلے۔',
  or: 'ହଁ, ଡେରି ହୋଇଗଲାଣି: ତାରିଖ {date} ଥିଲା, {days} ଦିନ ପୂର୍ବେ।',
};

const YEAR_OF: Phrase = {
  en: '{date} falls in {year} {quarter}.',
  hi: '{date} {year} {quarter} में आता है।',
  'hi-Latn': '{date} {year} {quarter} mein aata hai.',
  mr: '{date} {year} {quarter} मध्ये येते.',
  bn: '{date} {year} {quarter}-এ পড়ে।',
  ta: '{date} {year} {quarter} இல் வரும்.',
  te: '{date} {year} {quarter} లో వస్తుంది.',
  gu: '{date} {year} {quarter} માં આવે છે.',
  kn: '{date} {year} {quarter} ರಲ್ಲಿ ಬರುತ್ತದೆ.',
  ml: '{date} {year} {quarter} ൽ വരും.',
  pa: '{date} {year} {quarter} ਵਿੱਚ ਆਉਂਦਾ ਹੈ।',
  ur: '{date} {year} {quarter} میں آتا ہے۔',
  or: '{date} {year} {quarter} ରେ ଆସେ।',
};

const YEAR_RULE: Phrase = {
  en: 'India’s financial year runs from 1 April to 31 March: Q1 April to June, Q2 July to September, Q3 October to December, Q4 January to March.',
  hi: 'भारत का वित्त वर्ष 1 अप्रैल से 31 मार्च तक चलता है: Q1 अप्रैल से जून, Q2 जुलाई से सितंबर, Q3 अक्टूबर से दिसंबर, Q4 जनवरी से मार्च।',
  'hi-Latn':
    'Bharat ka vitt varsh 1 April se 31 March tak chalta hai: Q1 April se June, Q2 July se September, Q3 October se December, Q4 January se March.',
  mr: 'भारताचे आर्थिक वर्ष 1 एप्रिल ते 31 मार्च असते: Q1 एप्रिल ते जून, Q2 जुलै ते सप्टेंबर, Q3 ऑक्टोबर ते डिसेंबर, Q4 जानेवारी ते मार्च.',
  bn: 'ভারতের অর্থবছর 1 এপ্রিল থেকে 31 মার্চ: Q1 এপ্রিল থেকে জুন, Q2 জুলাই থেকে সেপ্টেম্বর, Q3 অক্টোবর থেকে ডিসেম্বর, Q4 জানুয়ারি থেকে মার্চ।',
  ta: 'இந்தியாவின் நிதியாண்டு 1 ஏப்ரல் முதல் 31 மார்ச் வரை: Q1 ஏப்ரல் முதல் ஜூன், Q2 ஜூலை முதல் செப்டம்பர், Q3 அக்டோபர் முதல் டிசம்பர், Q4 ஜனவரி முதல் மார்ச்.',
  te: 'భారత ఆర్థిక సంవత్సరం 1 ఏప్రిల్ నుంచి 31 మార్చి వరకు: Q1 ఏప్రిల్–జూన్, Q2 జూలై–సెప్టెంబర్, Q3 అక్టోబర్–డిసెంబర్, Q4 జనవరి–మార్చి.',
  gu: 'ભારતનું નાણાકીય વર્ષ 1 એપ્રિલથી 31 માર્ચ ચાલે છે: Q1 એપ્રિલથી જૂન, Q2 જુલાઈથી સપ્ટેમ્બર, Q3 ઓક્ટોબરથી ડિસેમ્બર, Q4 જાન્યુઆરીથી માર્ચ.',
  kn: 'ಭಾರತದ ಹಣಕಾಸು ವರ್ಷ 1 ಏಪ್ರಿಲ್‌ನಿಂದ 31 ಮಾರ್ಚ್‌ವರೆಗೆ: Q1 ಏಪ್ರಿಲ್–ಜೂನ್, Q2 ಜುಲೈ–ಸೆಪ್ಟೆಂಬರ್, Q3 ಅಕ್ಟೋಬರ್–ಡಿಸೆಂಬರ್, Q4 ಜನವರಿ–ಮಾರ್ಚ್.',
  ml: 'ഇന്ത്യയുടെ സാമ്പത്തിക വർഷം ഏപ്രിൽ 1 മുതൽ മാർച്ച് 31 വരെ: Q1 ഏപ്രിൽ–ജൂൺ, Q2 ജൂലൈ–സെപ്റ്റംബർ, Q3 ഒക്ടോബർ–ഡിസംബർ, Q4 ജനുവരി–മാർച്ച്.',
  pa: 'ਭਾਰਤ ਦਾ ਵਿੱਤੀ ਸਾਲ 1 ਅਪ੍ਰੈਲ ਤੋਂ 31 ਮਾਰਚ ਤੱਕ ਚੱਲਦਾ ਹੈ: Q1 ਅਪ੍ਰੈਲ ਤੋਂ ਜੂਨ, Q2 ਜੁਲਾਈ ਤੋਂ ਸਤੰਬਰ, Q3 ਅਕਤੂਬਰ ਤੋਂ ਦਸੰਬਰ, Q4 ਜਨਵਰੀ ਤੋਂ ਮਾਰਚ।',
  ur: 'بھارت کا مالی سال 1 اپریل سے 31 مارچ تک چلتا ہے: Q1 اپریل سے جون، Q2 جولائی سے ستمبر، Q3 اکتوبر سے دسمبر، Q4 جنوری سے مارچ۔',
  or: 'ଭାରତର ଆର୍ଥିକ ବର୍ଷ 1 ଅପ୍ରେଲରୁ 31 ମାର୍ଚ୍ଚ: Q1 ଅପ୍ରେଲରୁ ଜୁନ, Q2 ଜୁଲାଇରୁ ସେପ୍ଟେମ୍ବର, Q3 ଅକ୍ଟୋବରରୁ ଡିସେମ୍ବର, Q4 ଜାନୁଆରୀରୁ ମାର୍ଚ୍ଚ।',
};

const DAY_MS = 86_400_000;

function nameFrom(names: readonly string[], roman: readonly string[], question: Question, at: number): string {
  const { language, romanised } = question.tongue;
  const native = names[at] ?? '';
  if (!romanised) return native;
  return language === 'hi' || language === 'ur' ? capital(roman[at] ?? '') : romanise(native, language);
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export function monthName(month: number, question: Question): string {
  const english = question.tongue.romanised && question.tongue.language === 'hi' ? MONTHS.en : ROMAN_MONTHS;
  return nameFrom(MONTHS[question.tongue.language], english, question, month - 1);
}

function weekdayName(weekday: number, question: Question): string {
  return nameFrom(WEEKDAYS[question.tongue.language], ROMAN_WEEKDAYS, question, weekday - 1);
}

function dateText({ day, month, year }: CalendarDate, question: Question): string {
  return [day, monthName(month, question), year].filter((part) => part !== null).join(' ');
}

/** Null for a day that the month does not have. */
function plainDate({ day, month, year }: CalendarDate): Temporal.PlainDate | null {
  if (day === null || year === null) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const today = (question: Question): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(question.nowMs).toZonedDateTimeISO('Asia/Kolkata').toPlainDate();

function spoken(date: Temporal.PlainDate, question: Question): { date: string; weekday: string } {
  return {
    date: `${date.day} ${monthName(date.month, question)} ${date.year}`,
    weekday: weekdayName(date.dayOfWeek, question),
  };
}

function financialYear(question: Question, calendarYear: boolean): string {
  const told = question.dates().find((date) => date.year !== null);
  const current = today(question);
  const asksAboutNow = question.any('today', 'now');
  if (told === undefined && !asksAboutNow) return say(YEAR_RULE, question.tongue);
  const month = told?.month ?? current.month;
  const year = told?.year ?? current.year;
  const first = month >= 4 ? year : year - 1;
  const quarter = calendarYear ? Math.ceil(month / 3) : Math.floor(((month + 8) % 12) / 3) + 1;
  return say(YEAR_OF, question.tongue, {
    date: told === undefined ? spoken(current, question).date : dateText(told, question),
    year: calendarYear ? `FY${year}` : `FY${first}-${String((first + 1) % 100).padStart(2, '0')}`,
    quarter: `Q${quarter}`,
  });
}

/** Whether the first date is over on the second one, or today. */
function deadline(question: Question): string | null {
  const [due, on] = question.dates().map(plainDate);
  if (due === undefined || due === null) return null;
  const days = Math.round((Date.parse(due.toString()) - Date.parse((on ?? today(question)).toString())) / DAY_MS);
  const phrase = days < 0 ? OVERDUE : IN_TIME;
  return say(phrase, question.tongue, { date: spoken(due, question).date, days: String(Math.abs(days)) });
}

function dateRead(question: Question): string | null {
  const [told] = question.dates();
  if (told === undefined) return null;
  const asksMonth = question.has('month', 'what') || (question.has('month') && told.slashed);
  if (asksMonth && question.has('onlyAnswer')) return monthName(told.month, question);
  const date = plainDate(told);
  if (!(asksMonth || question.any('dayOrDate', 'what', 'appointment')) || date === null) return null;
  return told.slashed || question.any('dayOrDate', 'month')
    ? say(THE_DATE, question.tongue, spoken(date, question))
    : null;
}

const HOLIDAYS: readonly [Concept, month: number, day: number][] = [
  ['republicDay', 1, 26],
  ['independenceDay', 8, 15],
  ['gandhiJayanti', 10, 2],
];

/** The next time that a holiday of a fixed date comes round. */
function holiday(question: Question): string | null {
  const named = HOLIDAYS.find(([concept]) => question.has(concept));
  if (named === undefined || !question.any('what', 'track', 'dayOrDate')) return null;
  const now = today(question);
  const thisYear = Temporal.PlainDate.from({ year: now.year, month: named[1], day: named[2] });
  const next = Temporal.PlainDate.compare(thisYear, now) < 0 ? thisYear.add({ years: 1 }) : thisYear;
  return say(THE_DATE, question.tongue, spoken(next, question));
}

export const calendar: Intent = (question, faults) => {
  if (question.has('financialYear')) return financialYear(question, faults.has('calendar-fiscal-year'));
  if (question.has('late')) return deadline(question);
  const read = dateRead(question) ?? holiday(question);
  if (read !== null) return read;
  const asksDay = question.has('dayOrDate') && question.any('what', 'howMuch') && question.any('today', 'tomorrow');
  if (!asksDay || question.has('deliver')) return null;
  const date = question.has('tomorrow') ? today(question).add({ days: 1 }) : today(question);
  return say(question.has('tomorrow') ? THE_DATE : TODAY, question.tongue, spoken(date, question));
};
