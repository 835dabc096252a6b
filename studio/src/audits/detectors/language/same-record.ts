/** Owns the relation of one query in two encodings: both spellings must find the same thing. */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { NEGATION } from '../rejection.ts';
import { turnedAway } from '../turned-away.ts';
import { CITIES } from './places.ts';

const NOTHING = words(
  "not found,no records?,no results?,no match~,no customers?,no accounts?,no users?,no such,no one,nobody,nothing,none,couldn't find,could not find,can't find,cannot find,didn't find,did not find,unable to find,doesn't exist,does not exist,not registered,not in our,unknown,0 results?,0 records?,0 matches,wrong password,incorrect,login failed,log in failed,access denied,sign up,new user,new customer,open an account,create an account,नया ग्राहक,नए ग्राहक,नया खाता,naya khata,naye grahak,নতুন গ্রাহক,புதிய வாடிக்கையாளர்~,கணக்கு தொடங்க~,కొత్త కస్టమర్~,కొత్త ఖాతా~,ಹೊಸ ಗ್ರಾಹಕ~,പുതിയ ഉപഭോക്താ~,નવા ગ્રાહક,ਨਵਾਂ ਗਾਹਕ,ନୂଆ ଗ୍ରାହକ,नवीन ग्राहक,نیا گاہک",
  'नहीं मिल~,नही मिल~,मौजूद नहीं,उपलब्ध नहीं,कोई नहीं,रिकॉर्ड नहीं,परिणाम नहीं,0 परिणाम,शून्य,खाली,पंजीकृत नहीं,लॉगिन विफल,गलत पासवर्ड,nahi mila,nahi mili,nahi mile,nahin mil~,nhi mil~,koi nahi,सापडल~ नाही,सापडत नाही,मिळाल~ नाही',
  "পাওয়া যায়নি,পাওয়া গেল না,পাইনি,মেলেনি,খুঁজে পাওয়া,পোৱা নগল,পোৱা নগ'ল,কিছু নেই,மேலும் இல்லை,கிடைக்கவில்லை,காணவில்லை,கண்டுபிடிக்க முடிய~,பதிவு இல்லை,முடிவுகள் இல்லை,யாரும் இல்லை,எதுவும் இல்லை,எதுவும் கிடைக்க~,இல்லை,దొరకలేదు,కనుగొనబడలేదు,లేదు,ಸಿಗಲಿಲ್ಲ,ಕಂಡುಬಂದಿಲ್ಲ,ಇಲ್ಲ,കണ്ടെത്തിയില്ല,കണ്ടെത്താനായില്ല,കിട്ടിയില്ല,ഇല്ല,મળ્યું નથી,મળ્યા નથી,નથી,ਨਹੀਂ ਮਿਲਿ~,ମିଳିଲା ନାହିଁ,ମିଳିଲାନି,نہیں مل~,موجود نہیں",
);
const DID_YOU_MEAN = words(
  'did you mean,do you mean,क्या आपका मतलब,क्या आप कहना,matlab tha,আপনি কি,நீங்கள் குறிப்பிட~,உங்கள் பொருள்,మీ ఉద్దేశం,کیا آپ کا مطلب',
);

type Outcome = 'found' | 'nothing' | 'asked';

function outcomeOf({ answer: { text } }: Heard): Outcome {
  if (has(text, NOTHING) || turnedAway(text) !== null) return 'nothing';
  const [first] = sentencesOf(text);
  if (first !== undefined && has(first.text, NEGATION)) return 'nothing';
  return has(text, DID_YOU_MEAN) ? 'asked' : 'found';
}

interface Numbers {
  figures: Set<number>;
  /** Figures and number words: `दो दुकानें` and `2 दुकानें` say the same. */
  all: Set<number>;
}

function numbersOf(text: string): Numbers {
  const figures = new Set(
    (text.replace(/(\d),(?=\d)/gu, '$1').match(/\d+(?:\.\d+)?/gu) ?? []).map((figure) => Number(figure)),
  );
  const said = (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const [first] = numberWords(word) ?? [];
    return first?.kind === 'small' ? [first.value] : [];
  });
  return { figures, all: new Set([...figures, ...said]) };
}

function hasOther(one: Numbers, other: Numbers): boolean {
  return [...one.figures].some((figure) => !other.all.has(figure));
}

function citiesOf(text: string): string[] {
  return CITIES.filter((city) => has(text, city.names)).map((city) => city.id);
}

/** The first thing in which two results differ; null when they are the same to a reader. */
function differenceOf(one: Heard, other: Heard): string | null {
  if (outcomeOf(one) !== outcomeOf(other)) return 'One spelling finds what the other does not.';
  const [numbers, otherNumbers] = [numbersOf(one.answer.text), numbersOf(other.answer.text)];
  if (hasOther(numbers, otherNumbers) && hasOther(otherNumbers, numbers))
    return 'The two spellings lead to different numbers.';
  const [cities, otherCities] = [citiesOf(one.answer.text), citiesOf(other.answer.text)];
  if (cities.length > 0 && otherCities.length > 0 && !cities.some((city) => otherCities.includes(city)))
    return 'The two spellings lead to records in different places.';
  return null;
}

/** What the spellings of one query have in common: nukta composed or not, ஶ for ஸ, joiners. */
function queryOf(heard: Heard): string {
  return foldLetters(heard.question.original).normalize('NFD').replaceAll('ஶ', 'ஸ').replace(/\s+/gu, ' ').trim();
}

/** Conversations with the same query are compared; where none agree, the first is held against all. */
export const sameRecord: Rule = ({ heard }) => {
  if (heard.length < 2) return unscored('Two spellings are needed to compare.');
  const groups = new Map<string, Heard[]>();
  for (const one of heard) groups.set(queryOf(one), [...(groups.get(queryOf(one)) ?? []), one]);
  const twins = [...groups.values()].filter((group) => group.length > 1);
  for (const [first, ...others] of twins.length > 0 ? twins : [heard]) {
    for (const other of others) {
      const difference = first === undefined ? null : differenceOf(first, other);
      if (difference !== null) return failed(difference, wholeAnswer(other));
    }
  }
  return passed('Both spellings find the same.');
};
