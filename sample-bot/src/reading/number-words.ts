/** Owns what a number word is worth: units, tens, the halves and quarters of Indian speech, and the multipliers. */
import { fold, soundKey } from './fold.ts';

export type NumberWord =
  /** Counts by itself: seven, डेढ़ (1.5). `weak` words also mean something else, such as Hindi दो (give). */
  | { kind: 'count'; value: number; weak?: true }
  /** Changes the count behind it: साढ़े तीन (3.5); where none follows it changes one: सवा सौ (125). */
  | { kind: 'shift'; by: number }
  | { kind: 'times'; by: number };

const WRITTEN = new Map<string, NumberWord>();
const ROMANISED = new Map<string, NumberWord>();
/** Multipliers and tens of the southern languages, which take endings. */
const STEMS: [string, NumberWord][] = [];

function name(list: string, word: NumberWord): void {
  for (const spelled of fold(list).split(' ')) WRITTEN.set(spelled, word);
}

function romanise(list: string, word: NumberWord): void {
  for (const spelled of list.split(' ')) ROMANISED.set(soundKey(spelled), word);
}

function count(from: number, step: number, list: string, add: typeof name = name): void {
  list.split(' ').forEach((spellings, place) => {
    add(spellings.replaceAll('/', ' '), { kind: 'count', value: from + place * step });
  });
}

count(
  0,
  1,
  'शून्य एक दो तीन चार पाँच/पांच छह/छः/छे सात आठ' +
    ' नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह/अट्ठारह उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अठाईस उनतीस' +
    ' तीस इकतीस/इकत्तीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस/चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास' +
    ' पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ/चौसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर' +
    ' सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी/अठासी नवासी' +
    ' नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे/पंचानवे छियानवे सत्तानवे/सत्तानबे अट्ठानवे निन्यानवे/निन्यानबे',
);
count(
  0,
  1,
  'shunya/zero ek do teen/tin chaar/char paanch/panch chhah/chhe/chah saat/sat aath/ath nau das/dus gyarah barah terah chaudah pandrah solah satrah atharah unnis bees/bis ' +
    'ikkis bais teis chaubis pachis/pachees',
  romanise,
);
count(30, 10, 'tees/tis chalis/chalees pachas saath sattar assi nabbe', romanise);
count(
  0,
  1,
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
count(20, 10, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety');

const ONE_TO_TEN = [
  'एक दोन तीन चार पाच सहा सात आठ नऊ दहा',
  'এক দুই/দু তিন চার পাঁচ ছয় সাত আট নয় দশ',
  'એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ દસ',
  'ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ ਦਸ',
  'ଏକ ଦୁଇ ତିନି ଚାରି ପାଞ୍ଚ ଛଅ ସାତ ଆଠ ନଅ ଦଶ',
  'ஒன்று/ஒரு இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது பத்து',
  'ఒకటి/ఒక రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది పది',
  'ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು ಹತ್ತು',
  'ഒന്ന്/ഒരു രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒമ്പത് പത്ത്',
  'ایک دو تین چار پانچ چھ/چھہ سات آٹھ نو دس',
];
for (const list of ONE_TO_TEN) count(1, 1, list);

const TWENTY_TO_NINETY = [
  'वीस तीस चाळीस पन्नास साठ सत्तर ऐंशी नव्वद',
  'কুড়ি/বিশ ত্রিশ চল্লিশ পঞ্চাশ ষাট সত্তর আশি নব্বই',
  'વીસ ત્રીસ ચાલીસ પચાસ સાઠ સિત્તેર એંસી નેવું',
  'ਵੀਹ ਤੀਹ ਚਾਲੀ ਪੰਜਾਹ ਸੱਠ ਸੱਤਰ ਅੱਸੀ ਨੱਬੇ',
  'କୋଡ଼ିଏ ତିରିଶ ଚାଳିଶ ପଚାଶ ଷାଠିଏ ସତୁରି ଅଶୀ ନବେ',
  'இருபது முப்பது நாற்பது ஐம்பது அறுபது எழுபது எண்பது தொண்ணூறு',
  'ఇరవై ముప్పై నలభై యాభై అరవై డెబ్బై ఎనభై తొంభై',
  'ಇಪ್ಪತ್ತು ಮೂವತ್ತು ನಲವತ್ತು ಐವತ್ತು ಅರವತ್ತು ಎಪ್ಪತ್ತು ಎಂಬತ್ತು ತೊಂಬತ್ತು',
  'ഇരുപത് മുപ്പത് നാൽപ്പത് അമ്പത് അറുപത് എഴുപത് എൺപത് തൊണ്ണൂറ്',
  'بیس تیس چالیس پچاس ساٹھ ستر اسی نوے',
];
for (const list of TWENTY_TO_NINETY) count(20, 10, list);

name('दो', { kind: 'count', value: 2, weak: true });
romanise('do', { kind: 'count', value: 2, weak: true });
name('डेढ़ डेढ दीड દોઢ দেড় ਡੇਢ ଦେଢ଼ ڈیڑھ ஒன்றரை ఒకటిన్నర ಒಂದೂವರೆ ഒന്നര', { kind: 'count', value: 1.5 });
name('ढाई अढ़ाई अडीच અઢી আড়াই ਢਾਈ ଅଢ଼େଇ ڈھائی இரண்டரை రెండున్నర ಎರಡೂವರೆ രണ്ടര', { kind: 'count', value: 2.5 });
name('साढ़े साढे साडे સાડા সাড়ে ਸਾਢੇ ସାଢ଼େ ساڑھے', { kind: 'shift', by: 0.5 });
name('सवा सव्वा સવા সোয়া ਸਵਾ ସୱା سوا', { kind: 'shift', by: 0.25 });
name('पौने पावणे પોણા পৌনে ਪੌਣੇ ପୌଣେ پونے', { kind: 'shift', by: -0.25 });
romanise('dedh derh ded', { kind: 'count', value: 1.5 });
romanise('dhai adhai', { kind: 'count', value: 2.5 });
romanise('sadhe saade', { kind: 'shift', by: 0.5 });
romanise('sava sawa', { kind: 'shift', by: 0.25 });
romanise('paune', { kind: 'shift', by: -0.25 });

name('hundred सौ शंभर शे শ শো একশো સો શો ਸੌ ଶହ سو', { kind: 'times', by: 100 });
name('thousand हज़ार हजारांचे হাজার હજાર ਹਜ਼ਾਰ ହଜାର ہزار', { kind: 'times', by: 1000 });
name('lakh lakhs lac lacs लाख लाखांचे লাখ লক্ষ લાખ ਲੱਖ ଲକ୍ଷ لاکھ', { kind: 'times', by: 100_000 });
name('crore crores करोड़ कोटी কোটি કરોડ ਕਰੋੜ କୋଟି کروڑ', { kind: 'times', by: 10_000_000 });
name('million millions मिलियन', { kind: 'times', by: 1_000_000 });
name('billion billions', { kind: 'times', by: 1_000_000_000 });
romanise('sau', { kind: 'times', by: 100 });
romanise('hazaar hajar', { kind: 'times', by: 1000 });
romanise('lakh laakh', { kind: 'times', by: 100_000 });
romanise('karod crore koti', { kind: 'times', by: 10_000_000 });

const SOUTHERN: readonly [string, number][] = [
  ['நூற நூறு వంద ನೂರ ನೂರು നൂറ', 100],
  ['ஆயிர వేల వేయి వెయ్యి ಸಾವಿರ ആയിര', 1000],
  ['லட்ச இலட்ச లక్ష ಲಕ್ಷ ലക്ഷ', 100_000],
  ['கோடி కోటి కోట్ల ಕೋಟಿ കോടി', 10_000_000],
];
for (const [stems, by] of SOUTHERN) {
  for (const stem of fold(stems).split(' ')) STEMS.push([stem, { kind: 'times', by }]);
}

/** Letters that multiply only right behind a figure: 12k, 1.5cr. */
export const SHORT_TIMES: Readonly<Record<string, number>> = {
  k: 1000,
  l: 100_000,
  cr: 10_000_000,
  m: 1_000_000,
  mn: 1_000_000,
};

/** Marathi and Gujarati write the half and its number as one word: साडेतीन, સાડાત્રણ. */
const JOINED = /^(साडे|सव्वा|पावणे|સાડા|સવા)(?=\p{L})/u;

/** The worth of a folded word; none when it is no number word. */
export function numberWords(word: string, isRomanised: boolean): NumberWord[] {
  const written = WRITTEN.get(word) ?? (isRomanised ? ROMANISED.get(soundKey(word)) : undefined);
  if (written !== undefined) return [written];
  const prefix = JOINED.exec(word)?.[0];
  if (prefix !== undefined) {
    const parts = [WRITTEN.get(prefix), WRITTEN.get(word.slice(prefix.length))];
    if (parts.every((part) => part !== undefined)) return parts;
  }
  const stem = STEMS.find(([start]) => word.startsWith(start));
  return stem === undefined ? [] : [stem[1]];
}
