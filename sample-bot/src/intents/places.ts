/** PIN codes, addresses and deliveries; states and capitals. */
import type { Faults } from '../faults.ts';
import { isPostalCode } from '../reading/personal-numbers.ts';
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const DELIVERS: Phrase = {
  en: 'Yes, we deliver to PIN code {code} ({region}), with UPI, card or cash on delivery, within 3 to 5 days.',
  hi: 'हाँ, पिन कोड {code} ({region}) पर डिलीवरी होती है, UPI, कार्ड या कैश ऑन डिलीवरी से, 3 से 5 दिन में।',
  'hi-Latn':
    'Haan, PIN code {code} ({region}) par delivery hoti hai, UPI, card ya cash on delivery se, 3 se 5 din mein.',
  mr: 'हो, पिन कोड {code} ({region}) वर डिलिव्हरी होते, UPI, कार्ड किंवा कॅश ऑन डिलिव्हरीने, 3 ते 5 दिवसांत.',
  bn: 'হ্যাঁ, পিন কোড {code} ({region})-এ ডেলিভারি হয়, UPI, কার্ড বা ক্যাশ অন ডেলিভারিতে, 3 থেকে 5 দিনে।',
  ta: 'ஆம், பின் கோடு {code} ({region}) க்கு டெலிவரி உண்டு; UPI, கார்டு அல்லது கேஷ் ஆன் டெலிவரி, 3 முதல் 5 நாட்களில்.',
  te: 'అవును, పిన్ కోడ్ {code} ({region}) కు డెలివరీ ఉంది; UPI, కార్డు లేదా క్యాష్ ఆన్ డెలివరీ, 3 నుంచి 5 రోజుల్లో.',
  gu: 'હા, પિન કોડ {code} ({region}) પર ડિલિવરી થાય છે, UPI, કાર્ડ કે કેશ ઓન ડિલિવરીથી, 3 થી 5 દિવસમાં.',
  kn: 'ಹೌದು, ಪಿನ್ ಕೋಡ್ {code} ({region}) ಗೆ ಡೆಲಿವರಿ ಇದೆ; UPI, ಕಾರ್ಡ್ ಅಥವಾ ಕ್ಯಾಶ್ ಆನ್ ಡೆಲಿವರಿ, 3 ರಿಂದ 5 ದಿನಗಳಲ್ಲಿ.',
  ml: 'ഉണ്ട്, പിൻ കോഡ് {code} ({region}) ൽ ഡെലിവറി ഉണ്ട്; UPI, കാർഡ്, ക്യാഷ് ഓൺ ഡെലിവറി, 3 മുതൽ 5 ദിവസത്തിൽ.',
  pa: 'ਹਾਂ, ਪਿੰਨ ਕੋਡ {code} ({region}) ਤੇ ਡਿਲੀਵਰੀ ਹੁੰਦੀ ਹੈ, UPI, ਕਾਰਡ ਜਾਂ ਕੈਸ਼ ਆਨ ਡਿਲੀਵਰੀ ਨਾਲ, 3 ਤੋਂ 5 ਦਿਨਾਂ ਵਿੱਚ।',
  ur: 'ہاں، پن کوڈ {code} ({region}) پر ڈیلیوری ہوتی ہے، UPI، کارڈ یا کیش آن ڈیلیوری سے، 3 سے 5 دن میں۔',
  or: 'ହଁ, ପିନ୍ କୋଡ୍ {code} ({region}) କୁ ଡେଲିଭରି ହୁଏ, UPI, କାର୍ଡ କିମ୍ବା କ୍ୟାସ୍ ଅନ୍ ଡେଲିଭରି, 3 ରୁ 5 ଦିନରେ।',
};

const ADDRESS_TAKEN: Phrase = {
  en: 'The delivery address is noted: {address}',
  hi: 'डिलीवरी का पता दर्ज कर लिया है: {address}',
  'hi-Latn': 'Delivery ka pata darj kar liya hai: {address}',
  mr: 'डिलिव्हरीचा पत्ता नोंदवला आहे: {address}',
  bn: 'ডেলিভারির ঠিকানা লেখা হয়েছে: {address}',
  ta: 'டெலிவரி முகவரி பதிவானது: {address}',
  te: 'డెలివరీ చిరునామా నమోదైంది: {address}',
  gu: 'ડિલિવરીનું સરનામું નોંધ્યું છે: {address}',
  kn: 'ಡೆಲಿವರಿ ವಿಳಾಸ ದಾಖಲಾಗಿದೆ: {address}',
  ml: 'ഡെലിവറി വിലാസം രേഖപ്പെടുത്തി: {address}',
  pa: 'ਡਿਲੀਵਰੀ ਦਾ ਪਤਾ ਦਰਜ ਹੈ: {address}',
  ur: 'ڈیلیوری کا پتہ درج کر لیا ہے: {address}',
  or: 'ଡେଲିଭରି ଠିକଣା ଲେଖାଗଲା: {address}',
};

const SIX_DIGITS: Phrase = {
  en: 'A PIN code in India has six digits. Please look at it once more.',
  hi: 'भारत का पिन कोड छह अंकों का होता है। कृपया एक बार फिर देखिए।',
  'hi-Latn': 'Bharat ka PIN code chhah ankon ka hota hai. Kripya ek baar phir dekhiye.',
  mr: 'भारतातील पिन कोड सहा अंकी असतो. कृपया पुन्हा पाहा.',
  bn: 'ভারতের পিন কোড ছয় অঙ্কের। আরেকবার দেখুন।',
  ta: 'இந்தியப் பின் கோடு ஆறு இலக்கங்கள். மீண்டும் பாருங்கள்.',
  te: 'భారత పిన్ కోడ్ ఆరు అంకెలు. మళ్లీ చూడండి.',
  gu: 'ભારતનો પિન કોડ છ અંકનો હોય છે. ફરી જુઓ.',
  kn: 'ಭಾರತದ ಪಿನ್ ಕೋಡ್ ಆರು ಅಂಕಿ. ಮತ್ತೆ ನೋಡಿ.',
  ml: 'ഇന്ത്യൻ പിൻ കോഡ് ആറ് അക്കമാണ്. വീണ്ടും നോക്കൂ.',
  pa: 'ਭਾਰਤ ਦਾ ਪਿੰਨ ਕੋਡ ਛੇ ਅੰਕਾਂ ਦਾ ਹੁੰਦਾ ਹੈ। ਫਿਰ ਦੇਖੋ।',
  ur: 'بھارت کا پن کوڈ چھ ہندسوں کا ہوتا ہے۔ پھر دیکھیے۔',
  or: 'ଭାରତର ପିନ୍ କୋଡ୍ ଛଅ ଅଙ୍କର। ପୁଣି ଦେଖନ୍ତୁ।',
};

const STATES: Phrase = {
  en: 'India has 28 states and 8 union territories.',
  hi: 'भारत में 28 राज्य और 8 केंद्र शासित प्रदेश हैं।',
  'hi-Latn': 'Bharat mein 28 rajya aur 8 kendra shasit pradesh hain.',
  mr: 'भारतात 28 राज्ये आणि 8 केंद्रशासित प्रदेश आहेत.',
  bn: 'ভারতে 28টি রাজ্য ও 8টি কেন্দ্রশাসিত অঞ্চল আছে।',
  ta: 'இந்தியாவில் 28 மாநிலங்களும் 8 ஒன்றியப் பிரதேசங்களும் உள்ளன.',
  te: 'భారతదేశంలో 28 రాష్ట్రాలు, 8 కేంద్రపాలిత ప్రాంతాలు ఉన్నాయి.',
  gu: 'ભારતમાં 28 રાજ્ય અને 8 કેન્દ્રશાસિત પ્રદેશ છે.',
  kn: 'ಭಾರತದಲ್ಲಿ 28 ರಾಜ್ಯಗಳು ಮತ್ತು 8 ಕೇಂದ್ರಾಡಳಿತ ಪ್ರದೇಶಗಳಿವೆ.',
  ml: 'ഇന്ത്യയിൽ 28 സംസ്ഥാനങ്ങളും 8 കേന്ദ്രഭരണ പ്രദേശങ്ങളും ഉണ്ട്.',
  pa: 'ਭਾਰਤ ਵਿੱਚ 28 ਸੂਬੇ ਅਤੇ 8 ਕੇਂਦਰ ਸ਼ਾਸਿਤ ਪ੍ਰਦੇਸ਼ ਹਨ।',
  ur: 'بھارت میں 28 ریاستیں اور 8 مرکزی علاقے ہیں۔',
  or: 'ଭାରତରେ 28 ରାଜ୍ୟ ଏବଂ 8 କେନ୍ଦ୍ରଶାସିତ ଅଞ୍ଚଳ ଅଛି।',
};

const CAPITAL: Phrase = {
  en: 'The capital of {state} is {city}.',
  hi: '{state} की राजधानी {city} है।',
  'hi-Latn': '{state} ki rajdhani {city} hai.',
  mr: '{state} ची राजधानी {city} आहे.',
  bn: '{state}-এর রাজধানী {city}।',
  ta: '{state} தலைநகர் {city}.',
  te: '{state} రాజధాని {city}.',
  gu: '{state} ની રાજધાની {city} છે.',
  kn: '{state} ರಾಜಧಾನಿ {city}.',
  ml: '{state} തലസ്ഥാനം {city}.',
  pa: '{state} ਦੀ ਰਾਜਧਾਨੀ {city} ਹੈ।',
  ur: '{state} کا دارالحکومت {city} ہے۔',
  or: '{state} ର ରାଜଧାନୀ {city}।',
};

/** What a form made for another country says. */
const ZIP_WANTED = 'Please enter a valid 5-digit ZIP code to check delivery.';

/** By the first two digits; the postal circles of some cover more than one state. */
const REGIONS: readonly [from: number, to: number, region: string][] = [
  [11, 11, 'Delhi'],
  [12, 13, 'Haryana'],
  [14, 15, 'Punjab'],
  [16, 16, 'Chandigarh'],
  [17, 17, 'Himachal Pradesh'],
  [18, 19, 'Jammu, Kashmir and Ladakh'],
  [20, 28, 'Uttar Pradesh and Uttarakhand'],
  [30, 34, 'Rajasthan'],
  [36, 39, 'Gujarat'],
  [40, 44, 'Maharashtra and Goa'],
  [45, 48, 'Madhya Pradesh'],
  [49, 49, 'Chhattisgarh'],
  [50, 50, 'Telangana'],
  [51, 53, 'Andhra Pradesh'],
  [56, 59, 'Karnataka'],
  [60, 64, 'Tamil Nadu and Puducherry'],
  [67, 69, 'Kerala'],
  [70, 74, 'West Bengal'],
  [75, 77, 'Odisha'],
  [78, 78, 'Assam'],
  [79, 79, 'North-East'],
  [80, 85, 'Bihar and Jharkhand'],
];

/** State and capital in English and in Hindi; other languages take the English names. */
const CAPITALS: readonly [names: RegExp, english: [string, string], hindi: [string, string]][] = [
  [/andhra|आंध्र|ఆంధ్ర/u, ['Andhra Pradesh', 'Amaravati'], ['आंध्र प्रदेश', 'अमरावती']],
  [/arunachal|अरुणाचल/u, ['Arunachal Pradesh', 'Itanagar'], ['अरुणाचल प्रदेश', 'ईटानगर']],
  [/assam|असम|আসাম|অসম/u, ['Assam', 'Dispur'], ['असम', 'दिसपुर']],
  [/bihar|बिहार|বিহার/u, ['Bihar', 'Patna'], ['बिहार', 'पटना']],
  [/chh?attisgarh|छत्तीसगढ/u, ['Chhattisgarh', 'Raipur'], ['छत्तीसगढ़', 'रायपुर']],
  [/(?<!\p{L})goa(?!\p{L})|गोवा/u, ['Goa', 'Panaji'], ['गोवा', 'पणजी']],
  [/gujarat|गुजरात|ગુજરાત/u, ['Gujarat', 'Gandhinagar'], ['गुजरात', 'गांधीनगर']],
  [/haryana|हरियाणा/u, ['Haryana', 'Chandigarh'], ['हरियाणा', 'चंडीगढ़']],
  [/himachal|हिमाचल/u, ['Himachal Pradesh', 'Shimla'], ['हिमाचल प्रदेश', 'शिमला']],
  [/jharkhand|झारखंड/u, ['Jharkhand', 'Ranchi'], ['झारखंड', 'राँची']],
  [/karnataka|कर्नाटक|ಕರ್ನಾಟಕ|கர்நாடக|కర్ణాటక/u, ['Karnataka', 'Bengaluru'], ['कर्नाटक', 'बेंगलुरु']],
  [/kerala|केरल|കേരള|கேரள/u, ['Kerala', 'Thiruvananthapuram'], ['केरल', 'तिरुवनंतपुरम']],
  [/madhya pradesh|मध्य ?प्रदेश/u, ['Madhya Pradesh', 'Bhopal'], ['मध्य प्रदेश', 'भोपाल']],
  [/maharashtra|महाराष्ट्र|மகாராஷ்டிர/u, ['Maharashtra', 'Mumbai'], ['महाराष्ट्र', 'मुंबई']],
  [/manipur|मणिपुर/u, ['Manipur', 'Imphal'], ['मणिपुर', 'इंफाल']],
  [/meghalaya|मेघालय/u, ['Meghalaya', 'Shillong'], ['मेघालय', 'शिलांग']],
  [/mizoram|मिजोरम/u, ['Mizoram', 'Aizawl'], ['मिज़ोरम', 'आइज़ोल']],
  [/nagaland|नागालैंड/u, ['Nagaland', 'Kohima'], ['नागालैंड', 'कोहिमा']],
  [/odisha|orissa|ओडिशा|ଓଡ଼?ିଶା|ওড়?িশা/u, ['Odisha', 'Bhubaneswar'], ['ओडिशा', 'भुवनेश्वर']],
  [/punjab|पंजाब|ਪੰਜਾਬ|ਪਂਜਾਬ/u, ['Punjab', 'Chandigarh'], ['पंजाब', 'चंडीगढ़']],
  [/rajasthan|राजस्थान/u, ['Rajasthan', 'Jaipur'], ['राजस्थान', 'जयपुर']],
  [/sikkim|सिक्किम/u, ['Sikkim', 'Gangtok'], ['सिक्किम', 'गंगटोक']],
  [/tamil ?nadu|तमिलनाडु|தமிழ்நா/u, ['Tamil Nadu', 'Chennai'], ['तमिलनाडु', 'चेन्नई']],
  [/telangana|तेलंगाना|తెలంగాణ/u, ['Telangana', 'Hyderabad'], ['तेलंगाना', 'हैदराबाद']],
  [/tripura|त्रिपुरा/u, ['Tripura', 'Agartala'], ['त्रिपुरा', 'अगरतला']],
  [/uttar pradesh|उत्तर ?प्रदेश/u, ['Uttar Pradesh', 'Lucknow'], ['उत्तर प्रदेश', 'लखनऊ']],
  [/uttarakhand|उत्तराखंड/u, ['Uttarakhand', 'Dehradun'], ['उत्तराखंड', 'देहरादून']],
  [/west bengal|पश्चिम बंगाल|পশ্চিমবঙ্গ/u, ['West Bengal', 'Kolkata'], ['पश्चिम बंगाल', 'कोलकाता']],
  [/ladakh|लद्दाख/u, ['Ladakh', 'Leh'], ['लद्दाख', 'लेह']],
  [/india|bharat|भारत|ভারত|இந்தியா|భారత|ભારત|ಭಾರತ|ഇന്ത്യ|ਭਾਰਤ|بھارت|ଭାରତ/u, ['India', 'New Delhi'], ['भारत', 'नई दिल्ली']],
];

function regionOf(code: string): string {
  const circle = Number(code.slice(0, 2));
  return REGIONS.find(([from, to]) => from <= circle && circle <= to)?.[2] ?? 'India';
}

/** The address itself, without the words that led up to it. */
function addressIn(question: Question): string {
  const { payload, text } = question;
  return payload !== null && /\d{6}|\d{3} \d{3}/u.test(payload) ? payload : text;
}

function delivery(question: Question, faults: Faults): string | null {
  const runs = question.digitRuns();
  const code = runs.find(({ digits }) => isPostalCode(digits))?.digits;
  const asks = question.any('postalCode', 'deliver');
  if (code === undefined) {
    const isShort =
      question.any('postalCode', 'deliver') &&
      !question.has('upi') &&
      runs.some(({ digits }) => /^(?:\d{5}|\d{7})$/.test(digits));
    return isShort ? say(SIX_DIGITS, question.tongue) : null;
  }
  const isAddress = question.has('landmark') && /[,\n]/u.test(question.text);
  if (!asks && !isAddress) return null;
  if (faults.has('zip-code')) return ZIP_WANTED;
  if (isAddress) return say(ADDRESS_TAKEN, question.tongue, { address: addressIn(question) });
  return say(DELIVERS, question.tongue, { code, region: regionOf(code) });
}

export const places: Intent = (question, faults) => {
  const delivered = delivery(question, faults);
  if (delivered !== null) return delivered;
  if (question.has('states')) return say(STATES, question.tongue);
  if (!question.has('capital')) return null;
  const known = CAPITALS.find(([names]) => names.test(question.folded));
  if (known === undefined) return null;
  const { language, romanised } = question.tongue;
  const [state, city] = !romanised && (language === 'hi' || language === 'mr') ? known[2] : known[1];
  return say(CAPITAL, question.tongue, { state, city });
};
