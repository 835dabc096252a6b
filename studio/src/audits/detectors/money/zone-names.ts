/** Owns two rules of Indian time in products: Asia/Kolkata and Asia/Calcutta are one zone, and `IST` is India's. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentenceAt, sentencesOf } from '../clauses.ts';
import { timesIn } from '../clock-times.ts';
import { has, words } from '../lexicon.ts';
import { isSetAside, NEGATION } from '../rejection.ts';
import { notUnderstood, refuses, turnedAway } from '../turned-away.ts';

const OFFSET =
  /(?:UTC|GMT)\s?([+−-])\s?0?(\d{1,2})(?::?([0-5]\d))?|(?<=\d)([+−-])(\d{2}):?([0-5]\d)(?!\d)|(?<=\d\s)([+−-])(\d{2}):([0-5]\d)(?!\d)/giu;
const INDIAN_OFFSET = 330;
const UNKNOWN = words(
  "unknown,retired,use another,choose another,try another,not recogni[sz]ed,don't recogni[sz]e,do not recogni[sz]e,isn't valid,not valid,invalid,wrong time zone,not found,couldn't find,could not find,can't find,cannot find,no such,not available,not in the list,not on the list,not supported,doesn't exist,does not exist,deprecated and not,did you mean,select a,choose a,pick a,falling back,fell back,fallback,defaulted,defaulting,default to,using utc,set to utc,switched to utc,reset to utc",
  'नहीं मिला,नहीं मिली,उपलब्ध नहीं,मान्य नहीं,सूची में नहीं,समर्थित नहीं,मौजूद नहीं,चुनिए,चुनें,utc पर सेट,nahi mila,nahi mili,list me nahi,list mein nahi,support nahi,available nahi,utc pe set,utc set,utc par set,pehchan nahi,samajh nahi,valid nahi,galat',
  'পাওয়া যায়নি,নেই,সমর্থিত নয়,தவறான,தவறு,செல்லாத,செல்லாது,கிடைக்கவில்லை,இல்லை,ஆதரிக்கப்படவில்லை,தெரியாத,కనుగొనబడలేదు,లేదు,మద్దతు లేదు,చెల్లదు,ಸಿಗಲಿಲ್ಲ,ಲಭ್ಯವಿಲ್ಲ,കണ്ടെത്തിയില്ല,ലഭ്യമല്ല,મળ્યું નહીં,ઉપલબ્ધ નથી,ਨਹੀਂ ਮਿਲਿਆ,ମିଳିଲା ନାହିଁ,सापडले नाही,उपलब्ध नाही,نہیں ملا',
);

function offsetsIn(text: string): { minutes: number; start: number; end: number }[] {
  return [...text.matchAll(OFFSET)].map((match) => {
    const [whole, sign, hours, minutes, ...iso] = match;
    const [isoSign, isoHours, isoMinutes] = iso[0] === undefined ? iso.slice(3) : iso;
    const size = Number(hours ?? isoHours) * 60 + Number(minutes ?? isoMinutes ?? 0);
    return { minutes: (sign ?? isoSign) === '+' ? size : -size, start: match.index, end: match.index + whole.length };
  });
}

function tell(heard: Heard, reason: string, place: { start: number; end: number }) {
  const sentence = sentenceAt(heard.answer.text, place.start, place.end);
  return failed(reason, heard.answer.quote(sentence.start, sentence.end));
}

function rejectsZone(text: string) {
  return (
    turnedAway(text) ??
    notUnderstood(text) ??
    sentencesOf(text).find((sentence) => has(sentence.text, UNKNOWN)) ??
    refuses(text)
  );
}

/** Times and offsets that one answer shows, to be compared with the other's. */
function shown(heard: Heard): ReadonlySet<string> {
  const { text } = heard.answer;
  const offsets = offsetsIn(text);
  const times = timesIn(text).filter((time) => !offsets.some((one) => one.start < time.end && time.start < one.end));
  return new Set(times.map((time) => time.minutes.join('/')));
}

/** `17:00` and `5:00 pm, that is 17:00` show the same, and more of it. */
const agree = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.isSubsetOf(b) || b.isSubsetOf(a);

/** params: none. Each conversation uses one of the two names. */
export const oneIndianZone: Rule = ({ heard }) => {
  for (const one of heard) {
    const away = rejectsZone(one.answer.text);
    if (away !== null && away !== undefined)
      return failed('A name of the Indian time zone is turned away.', one.answer.quote(away.start, away.end));
    const foreign = offsetsIn(one.answer.text).find(
      (offset) => offset.minutes !== INDIAN_OFFSET && !isSetAside(one.answer.text, offset.start, offset.end),
    );
    if (foreign !== undefined) return tell(one, 'The Indian zone is given another offset.', foreign);
    const utc = /(?<!\p{L})(?:UTC|GMT)(?!\p{L}|\s?[+−-]\s?\d)/u.exec(one.answer.text);
    const wantsUtc = /(?<!\p{L})(?:UTC|GMT)(?!\p{L})/u.test(one.question.text);
    if (utc !== null && !wantsUtc && !/(?<!\p{L})IST(?!\p{L})|\+\s?0?5|Kolkata|Calcutta|India/iu.test(one.answer.text))
      return tell(one, 'The times are told in UTC.', { start: utc.index, end: utc.index + 3 });
  }
  const [first, ...others] = heard;
  if (first === undefined) return unscored('Nothing was asked.');
  const different = others.find((one) => !agree(shown(one), shown(first)));
  if (different !== undefined) return failed('The two names lead to different times.', wholeAnswer(different));
  const withTimes = heard.filter((one) => shown(one).size > 0);
  const silent = heard.find((one) => shown(one).size === 0 && /\?\s*$/u.test(one.answer.text));
  if (withTimes.length > 0 && silent !== undefined)
    return failed('One of the two names is asked about again.', wholeAnswer(silent));
  return passed('Both names are taken as the Indian zone.');
};

const BROKEN =
  /NaN|Invalid Date|Invalid time|undefined|null(?!\p{L})|1970|RangeError|unparse?able|parse error|ParseError/u;
const NOT_READ = words(
  "isn't a time zone,not a time zone,isn't a timezone,not a timezone,don't understand,do not understand,didn't understand,couldn't parse,could not parse,can't parse,cannot parse,unable to parse,failed to parse,couldn't read,could not read,can't read,didn't recognise,didn't recognize,do not recognise,don't recognise,don't recognize,not recognised,not recognized,not a valid date,invalid date,invalid time,invalid format,wrong format,unsupported format,unknown time zone,unknown timezone",
  'समझ नहीं,पढ़ नहीं,मान्य नहीं,अमान्य,सही नहीं,गलत फॉर्मेट,sahi nahi,samajh nahi,padh nahi,galat format,invalid hai,பிழை,தவறான,செல்லாத,చెల్లని,ಅಮಾನ್ಯ,അസാധു,অবৈধ,ভুল ফরম্যাট,અમાન્ય,अवैध',
);
const ELSEWHERE = words('israel~,jerusalem,tel aviv,irish,ireland,dublin,इज़राइल~,इजराइल~,आयरलैंड,आयरिश,israel');
const ASKS_ZONE = /\?[\s\p{Emoji}"'*]*/u;
const DAY = 24 * 60;

function judgeIst(heard: Heard) {
  const { text } = heard.answer;
  const broken = BROKEN.exec(text);
  if (broken !== null) return tell(heard, 'The time was not read.', { start: broken.index, end: broken.index + 3 });
  const away =
    sentencesOf(text).find((sentence) => has(sentence.text, NOT_READ) && !has(sentence.text, ELSEWHERE)) ??
    turnedAway(text);
  if (away !== null && away !== undefined) return tell(heard, 'The time is turned away.', away);
  const asked = timesIn(heard.question.text)[0]?.minutes ?? [];
  const wrongOffset = offsetsIn(text).find(
    (one) => one.minutes !== INDIAN_OFFSET && !isSetAside(text, one.start, one.end),
  );
  if (
    wrongOffset !== undefined &&
    !sentenceAt(text, wrongOffset.start, wrongOffset.end).text.includes('?') &&
    !ASKS_ZONE.test(text.slice(wrongOffset.end))
  )
    return tell(heard, 'IST is given another offset than India\u2019s.', wrongOffset);
  const abroad = sentencesOf(text).find((sentence) => has(sentence.text, ELSEWHERE) && !has(sentence.text, NEGATION));
  const asksBack =
    text.includes('?') &&
    (abroad !== undefined || /time\s?zone|which IST|टाइम\s?ज़?ज?ोन|कौन सा IST|kaunsa IST|konsa IST/iu.test(text));
  if (asksBack) return passed('The zone is asked back.', wholeAnswer(heard));
  if (abroad !== undefined && !/india|भारत|bharat/iu.test(abroad.text))
    return tell(heard, 'IST is read as a foreign time.', abroad);
  for (const time of timesIn(text)) {
    if (isSetAside(text, time.start, time.end)) continue;
    if (offsetsIn(text).some((one) => one.start < time.end && time.start < one.end)) continue;
    const behind = text.slice(time.end, time.end + 24);
    const inUtc =
      /^(?::\d{2})?(?:\.\d+)?\s*(?:बजे|baje)?\s*[([]?\s*(?:UTC|GMT|Z)(?![\p{L}]|\s?[+−-]\s?\d)/u.test(behind) ||
      (/T$/u.test(text.slice(0, time.start)) && /^(?::\d{2})?(?:\.\d+)?Z/u.test(behind));
    const wanted = asked.map((minutes) => (inUtc ? (minutes + DAY - INDIAN_OFFSET) % DAY : minutes));
    if (
      wanted.length > 0 &&
      !time.minutes.some((minutes) => wanted.includes(minutes)) &&
      !asked.some(
        (minutes) =>
          !inUtc && time.minutes.some((one) => (minutes - one + DAY) % DAY <= 60 && (minutes - one + DAY) % DAY > 0),
      )
    )
      return tell(heard, 'IST is read as another time than India\u2019s.', time);
  }
  return passed('IST is read as Indian time.', wholeAnswer(heard));
}

/** params: none; the time comes from the question. */
export const istIsIndian: Rule = eachAnswer(judgeIst);
