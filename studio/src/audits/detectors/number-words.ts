/**
 * Owns number words: Hindi 0 to 99 (many spellings), the common ones of other languages, the fraction words
 * (डेढ़, ढाई, सवा, पौने, साढ़े) and the multipliers from hundred to crore and billion.
 */
import { foldClassNasals } from './class-nasals.ts';
import { foldLetters } from './letters.ts';

export type NumberWord =
  | { kind: 'small'; value: number }
  | { kind: 'fixed'; value: number }
  | { kind: 'shift'; by: number; base: number | null }
  | { kind: 'times'; value: number };

const table = new Map<string, NumberWord>();

/** Also as it is found in a text whose class nasals are folded. */
function know(name: string, word: NumberWord): void {
  table.set(name, word);
  table.set(foldClassNasals(name), word);
}

function add(list: string, word: NumberWord): void {
  for (const name of foldLetters(list).split(' ')) if (name !== '') know(name, word);
}

function addRun(from: number, step: number, lists: string[]): void {
  lists.forEach((list, index) => {
    for (const name of foldLetters(list).split('/')) know(name, { kind: 'small', value: from + index * step });
  });
}

const HINDI =
  'शून्य एक दो तीन चार पाँच/पांच छह/छः/छे/छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह/अट्ठारह उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस/पचीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अठाईस/अट्ठाइस उनतीस/उन्तीस तीस इकतीस/इकत्तीस बत्तीस तैंतीस/तेंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस/उन्तालीस चालीस इकतालीस बयालीस/बयालिस तैंतालीस चौवालीस/चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास/उन्चास पचास इक्यावन बावन तिरपन/तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ/उन्सठ साठ इकसठ बासठ तिरसठ/तिरेसठ चौंसठ/चौसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर/उन्हत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी/उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी/अठासी नवासी नब्बे इक्यानवे/इक्यानबे बानवे/बानबे तिरानवे/तिरानबे चौरानवे/चौरानबे पचानवे/पंचानवे/पचानबे छियानवे/छियानबे सत्तानवे/सत्तानबे अट्ठानवे/अट्ठानबे निन्यानवे/निन्यानबे';
const ROMAN_HINDI =
  'shunya/shoonya ek/aik do/doh teen/tin chaar/char paanch/panch/paach chhah/chhe/chah/cheh/chhai/chhay saat/sat aath/ath nau/naw das/dus gyarah/gyara barah/baarah terah/tera chaudah/chauda pandrah/pandra solah/sola satrah/satra atharah/athaarah/athara unnis/unnees bees/bis ikkis/ikkees bais/baais teis chaubis/chaubees pachchis/pachis/pachees';
const ROMAN_TENS =
  'das/dus bees/bis tees/tis chaalis/chalis/chalees pachaas/pachas saath sattar assi/assee nabbe/navve';
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ENGLISH_TENS = 'twenty thirty forty/fourty fifty sixty seventy eighty ninety';

addRun(0, 1, HINDI.split(' '));
addRun(10, 10, ROMAN_TENS.split(' '));
addRun(0, 1, ROMAN_HINDI.split(' '));
addRun(0, 1, ENGLISH.split(' '));
addRun(20, 10, ENGLISH_TENS.split(' '));
for (const oneToTen of [
  'एक दोन तीन चार पाच सहा सात आठ नऊ दहा',
  'এক দুই/দু তিন চার পাঁচ ছয় সাত আট নয় দশ',
  'এক দুই তিনি চাৰি পাঁচ ছয় সাত আঠ ন দহ',
  'એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ દસ',
  'ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ ਦਸ',
  'ଏକ ଦୁଇ ତିନି ଚାରି ପାଞ୍ଚ ଛଅ ସାତ ଆଠ ନଅ ଦଶ',
  'ஒன்று/ஒரு இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது பத்து',
  'ఒకటి/ఒక రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది పది',
  'ಒಂದು ಎರಡು ಮೂರು ನಾಲ್ಕು ಐದು ಆರು ಏಳು ಎಂಟು ಒಂಬತ್ತು ಹತ್ತು',
  'ഒന്ന്/ഒരു രണ്ട് മൂന്ന് നാല് അഞ്ച് ആറ് ഏഴ് എട്ട് ഒമ്പത്/ഒൻപത് പത്ത്',
  'ایک دو تین چار پانچ چھ/چھہ سات آٹھ نو دس',
  'एक दुई तीन चार पाँच छ सात आठ नौ दश',
]) {
  addRun(1, 1, oneToTen.split(' '));
}
// Counted with a classifier: দুটি বাক্য, তিনটা.
for (const classifier of ['টি', 'টা', 'টে', 'টো', 'খানা']) {
  addRun(
    1,
    1,
    ['এক', 'দু/দুই', 'তিন', 'চার', 'পাঁচ', 'ছয়', 'সাত', 'আট', 'নয়', 'দশ'].map((word) =>
      word
        .split('/')
        .map((one) => one + classifier)
        .join('/'),
    ),
  );
}
for (const teens of [
  'अकरा बारा तेरा चौदा पंधरा सोळा सतरा अठरा एकोणीस',
  'এগারো/এগার বারো/বার তেরো/তের চোদ্দো/চোদ্দ/চৌদ্দ পনেরো/পনের ষোলো/ষোল সতেরো/সতের আঠারো/আঠার উনিশ',
  'এঘাৰ বাৰ তেৰ চৈধ্য পোন্ধৰ ষোল্ল সোতৰ ওঠৰ ঊনৈশ',
  'અગિયાર બાર તેર ચૌદ પંદર સોળ સત્તર અઢાર ઓગણીસ',
  'ਗਿਆਰਾਂ ਬਾਰਾਂ ਤੇਰਾਂ ਚੌਦਾਂ ਪੰਦਰਾਂ ਸੋਲਾਂ ਸਤਾਰਾਂ ਅਠਾਰਾਂ ਉੱਨੀ',
  'ଏଗାର ବାର ତେର ଚଉଦ ପନ୍ଦର ଷୋହଳ ସତର ଅଠର ଉଣେଇଶ',
  'பதினொன்று/பதினோரு பன்னிரண்டு பதிமூன்று பதினான்கு பதினைந்து பதினாறு பதினேழு பதினெட்டு பத்தொன்பது',
  'పదకొండు పన్నెండు పదమూడు పద్నాలుగు పదిహేను పదహారు పదిహేడు పద్దెనిమిది పంతొమ్మిది',
  'ಹನ್ನೊಂದು ಹನ್ನೆರಡು ಹದಿಮೂರು ಹದಿನಾಲ್ಕು ಹದಿನೈದು ಹದಿನಾರು ಹದಿನೇಳು ಹದಿನೆಂಟು ಹತ್ತೊಂಬತ್ತು',
  'പതിനൊന്ന് പന്ത്രണ്ട് പതിമൂന്ന് പതിനാല് പതിനഞ്ച് പതിനാറ് പതിനേഴ് പതിനെട്ട് പത്തൊമ്പത്',
  'گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس',
  'एघार बाह्र तेह्र चौध पन्ध्र सोह्र सत्र अठार उन्नाइस',
]) {
  addRun(11, 1, teens.split(' '));
}
add('पंचवीस পঁচিশ পঁচিছ પચીસ પચ્ચીસ ਪੱਚੀ ପଚିଶ இருபத்தைந்து ఇరవైఐదు ఇరవయ్యైదు ಇಪ್ಪತ್ತೈದು ഇരുപത്തഞ്ച് ഇരുപത്തിയഞ്ച് پچیس पच्चीस', {
  kind: 'small',
  value: 25,
});
add('पंच्याहत्तर পঁচাত্তর પંચોતેર ਪੰਝੱਤਰ ପଞ୍ଚସ୍ତରୀ எழுபத்தைந்து డెబ్బైఐదు ಎಪ್ಪತ್ತೈದು എഴുപത്തഞ്ച് پچہتر', { kind: 'small', value: 75 });
for (const tens of [
  'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
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
]) {
  addRun(20, 10, tens.split(' '));
}

add('डेढ़ डेढ dedh derh ded दीड દોઢ দেড় দেৰ ডেৰ ডেড় ਡੇਢ ଦେଢ଼ ڈیڑھ ஒன்றரை ఒకటిన్నర ಒಂದೂವರೆ ഒന്നര', { kind: 'fixed', value: 1.5 });
add('ढाई अढ़ाई dhai dhaai adhai अडीच અઢી আড়াই আঢ়ৈ ਢਾਈ ଅଢ଼େଇ ڈھائی இரண்டரை రెండున్నర ಎರಡೂವರೆ രണ്ടര', {
  kind: 'fixed',
  value: 2.5,
});
add('மூன்றரை மூணரை మూడున్నర ಮೂರೂವರೆ മൂന്നര', { kind: 'fixed', value: 3.5 });
add('நாலரை நான்கரை నాలుగున్నర ನಾಲ್ಕೂವರೆ നാലര', { kind: 'fixed', value: 4.5 });
add('ஐந்தரை అయిదున్నర ఐదున్నర ಐದೂವರೆ അഞ്ചര', { kind: 'fixed', value: 5.5 });
/** From six on, halves are made of the number and its ending; so are quarters from one on in Tamil, Kannada and Malayalam. */
for (const halves of [
  'ஆறரை ஏழரை எட்டரை ஒன்பதரை பத்தரை பதினொன்றரை பன்னிரண்டரை',
  'ఆరున్నర ఏడున్నర ఎనిమిదిన్నర తొమ్మిదిన్నర పదిన్నర పదకొండున్నర పన్నెండున్నర',
  'ಆರೂವರೆ ಏಳೂವರೆ ಎಂಟೂವರೆ ಒಂಬತ್ತೂವರೆ ಹತ್ತೂವರೆ ಹನ್ನೊಂದೂವರೆ ಹನ್ನೆರಡೂವರೆ',
  'ആറര ഏഴര എട്ടര ഒമ്പതര പത്തര പതിനൊന്നര പന്ത്രണ്ടര',
]) {
  halves.split(' ').forEach((word, index) => {
    add(word, { kind: 'fixed', value: 6.5 + index });
  });
}
for (const [stems, quarter, threeQuarters] of [
  ['ஒன்றே இரண்டே மூன்றே நாலே ஐந்தே ஆறே ஏழே எட்டே ஒன்பதே பத்தே பதினொன்றே பன்னிரண்டே', 'கால்', 'முக்கால்'],
  ['ಒಂದೂ ಎರಡೂ ಮೂರೂ ನಾಲ್ಕೂ ಐದೂ ಆರೂ ಏಳೂ ಎಂಟೂ ಒಂಬತ್ತೂ ಹತ್ತೂ ಹನ್ನೊಂದೂ ಹನ್ನೆರಡೂ', 'ಕಾಲು', 'ಮುಕ್ಕಾಲು'],
  ['ഒന്നേ രണ്ടേ മൂന്നേ നാലേ അഞ്ചേ ആറേ ഏഴേ എട്ടേ ഒമ്പതേ പത്തേ പതിനൊന്നേ പന്ത്രണ്ടേ', 'കാൽ', 'മുക്കാൽ'],
] as const) {
  stems.split(' ').forEach((stem, index) => {
    add(stem + quarter, { kind: 'fixed', value: index + 1.25 });
    add(stem + threeQuarters, { kind: 'fixed', value: index + 1.75 });
  });
}
add('आधा aadha adha अर्धा half અડધો অর্ধেক ਅੱਧਾ آدھا', { kind: 'fixed', value: 0.5 });
add('साढ़े साढे saadhe sadhe sade saade साडे સાડા সাড়ে সাঢ়ে চাৰে সাৰে ਸਾਢੇ ସାଢ଼େ ساڑھے', { kind: 'shift', by: 0.5, base: null });
add('सवा sava sawa savva सव्वा સવા সোয়া সোৱা ਸਵਾ ସୱା سوا', { kind: 'shift', by: 0.25, base: 1 });
add('पौने paune पावणे પોણા পৌনে পোনে ਪੌਣੇ ପୌନେ پونے', { kind: 'shift', by: -0.25, base: 1 });
add('पौन पाऊण pauna paun પોણો ਪੌਣਾ پون', { kind: 'fixed', value: 0.75 });

add('hundred सौ sau so शंभर शे শ শো શત સો ਸੌ ଶହ நூறு వంద వందల ನೂರು നൂറ് سو', { kind: 'times', value: 100 });
add(
  'thousand thousands हज़ार hazaar hazar hajar hajaar हजारांचे হাজার হেজাৰ હજાર ਹਜ਼ਾਰ ହଜାର ஆயிரம் వేలు వేల వెయ్యి ಸಾವಿರ ആയിരം ہزار',
  { kind: 'times', value: 1e3 },
);
add('lakh lakhs lac lacs लाख लाखांचे লাখ লক্ষ લાખ ਲੱਖ ଲକ୍ଷ லட்சம் லட்சமும் லட்சத்து இலட்சம் லட்ச லக்ஷம் లక్ష లక్షలు లక్షల ಲಕ್ಷ ലക്ഷം لاکھ', {
  kind: 'times',
  value: 1e5,
});
add('crore crores करोड़ करोड karod कोटी কোটি કરોડ ਕਰੋੜ କୋଟି கோடி கோடியே கோடியும் కోటి కోట్లు కోట్ల ಕೋಟಿ കോടി کروڑ', {
  kind: 'times',
  value: 1e7,
});
add('million millions mn मिलियन মিলিয়ন மில்லியன் మిలియన్ ಮಿಲಿಯನ್ മില്യൺ ملین', { kind: 'times', value: 1e6 });
add('billion billions bn बिलियन', { kind: 'times', value: 1e9 });

/** Malayalam writes its thousands onto the number: അയ്യായിരം, പതിനയ്യായിരം, ഇരുപതിനായിരം, അമ്പതിനായിരം. */
for (const [names, value] of [
  ['രണ്ടായിരം', 2_000],
  ['മൂവായിരം', 3_000],
  ['നാലായിരം', 4_000],
  ['അയ്യായിരം', 5_000],
  ['ആറായിരം', 6_000],
  ['ഏഴായിരം', 7_000],
  ['എണ്ണായിരം', 8_000],
  ['ഒമ്പതിനായിരം ഒൻപതിനായിരം', 9_000],
  ['പതിനായിരം', 10_000],
  ['പന്തീരായിരം', 12_000],
  ['പതിനയ്യായിരം', 15_000],
  ['ഇരുപതിനായിരം', 20_000],
  ['ഇരുപത്തയ്യായിരം ഇരുപത്തിയയ്യായിരം', 25_000],
  ['മുപ്പതിനായിരം', 30_000],
  ['നാല്പതിനായിരം നാൽപ്പതിനായിരം', 40_000],
  ['അമ്പതിനായിരം അൻപതിനായിരം', 50_000],
  ['എഴുപത്തയ്യായിരം', 75_000],
] as const) {
  add(names, { kind: 'small', value });
}

/** Letters that multiply only when they stand right behind a numeral: 1.2L, 12K, 3Cr. */
export const SHORT_MULTIPLIER: Record<string, number> = { k: 1e3, l: 1e5, cr: 1e7, m: 1e6 };

/** Marathi writes साडे and its number as one word. */
const JOINED = /^(साडे|सव्वा|पावणे)(?=\p{L})/u;
/** दीडशे, দেড়শো, અઢીસો: a hundred written onto the word before it. */
const JOINED_HUNDRED = new RegExp(`(?:${foldLetters('शे|शो|सौ|শো|শ|সো|সৈ|સો|ਸੌ|ଶହ')})$`, 'u');
/** Telugu లక్షన్నర: one and a half of the multiplier that it begins with. */
const JOINED_HALF = /^(.+)న్నర$/u;

export function numberWords(word: string): NumberWord[] | null {
  const lower = word.toLowerCase();
  const known = table.get(lower);
  if (known !== undefined) return [known];
  const prefix = JOINED.exec(lower)?.[0];
  const first = prefix === undefined ? undefined : table.get(prefix);
  const second = prefix === undefined ? undefined : table.get(lower.slice(prefix.length));
  if (first !== undefined && second !== undefined) return [first, second];
  const multiplier = table.get(JOINED_HALF.exec(lower)?.[1] ?? '');
  if (multiplier?.kind === 'times') return [{ kind: 'fixed', value: 1.5 }, multiplier];
  const hundreds = lower.replace(JOINED_HUNDRED, '');
  const counted = hundreds === lower || hundreds === '' ? null : numberWords(hundreds);
  return counted === null ? null : [...counted, { kind: 'times', value: 100 }];
}
