/** Everyday health: fever and sugar in the units of Indian homes, medicines, and what the law forbids to tell. */
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const FEVER: Phrase = {
  en: 'That is {f} °F ({c} °C). Rest, plenty of water, light clothes. See a doctor if it stays over 102 °F, lasts more than 2 days, or if breathing is hard, there are fits, or a baby is under 3 months.',
  hi: 'यह {f} °F ({c} °C) है। आराम, ख़ूब पानी, हल्के कपड़े। 102 °F से ऊपर रहे, 2 दिन से ज़्यादा चले, साँस में तकलीफ़ या दौरा हो, या बच्चा 3 महीने से छोटा हो तो डॉक्टर को दिखाइए।',
  'hi-Latn':
    'Yeh {f} °F ({c} °C) hai. Aaram, khoob paani, halke kapde. 102 °F se upar rahe, 2 din se zyada chale, saans mein takleef ya daura ho, ya bachcha 3 mahine se chhota ho to doctor ko dikhaiye.',
  mr: 'हे {f} °F ({c} °C) आहे. विश्रांती, भरपूर पाणी, हलके कपडे. 102 °F च्या वर राहिला, 2 दिवसांपेक्षा जास्त टिकला किंवा श्वास घेण्यास त्रास झाला तर डॉक्टरांना दाखवा.',
  bn: 'এটি {f} °F ({c} °C)। বিশ্রাম, প্রচুর জল, হালকা জামা। 102 °F-এর উপরে থাকলে, 2 দিনের বেশি চললে বা শ্বাসকষ্ট হলে ডাক্তার দেখান।',
  ta: 'இது {f} °F ({c} °C). ஓய்வு, நிறைய தண்ணீர், லேசான உடை. 102 °F க்கு மேல் இருந்தால், 2 நாட்களுக்கு மேல் நீடித்தால் அல்லது மூச்சுத் திணறினால் மருத்துவரைப் பாருங்கள்.',
  te: 'ఇది {f} °F ({c} °C). విశ్రాంతి, నీళ్లు ఎక్కువగా, తేలిక దుస్తులు. 102 °F పైన ఉంటే, 2 రోజులు దాటితే లేదా శ్వాస ఇబ్బంది ఉంటే డాక్టర్‌ను కలవండి.',
  gu: 'આ {f} °F ({c} °C) છે. આરામ, પુષ્કળ પાણી, હળવાં કપડાં. 102 °F ઉપર રહે, 2 દિવસથી વધુ ચાલે કે શ્વાસમાં તકલીફ હોય તો ડોક્ટરને બતાવો.',
  kn: 'ಇದು {f} °F ({c} °C). ವಿಶ್ರಾಂತಿ, ಹೆಚ್ಚು ನೀರು, ಹಗುರ ಬಟ್ಟೆ. 102 °F ಮೀರಿದರೆ, 2 ದಿನ ದಾಟಿದರೆ ಅಥವಾ ಉಸಿರಾಟದ ತೊಂದರೆ ಇದ್ದರೆ ವೈದ್ಯರನ್ನು ಕಾಣಿ.',
  ml: 'ഇത് {f} °F ({c} °C). വിശ്രമം, ധാരാളം വെള്ളം, നേർത്ത വസ്ത്രം. 102 °F കടന്നാൽ, 2 ദിവസം കഴിഞ്ഞാൽ, ശ്വാസതടസ്സം ഉണ്ടെങ്കിൽ ഡോക്ടറെ കാണൂ.',
  pa: 'ਇਹ {f} °F ({c} °C) ਹੈ। ਆਰਾਮ, ਖੂਬ ਪਾਣੀ, ਹਲਕੇ ਕੱਪੜੇ। 102 °F ਤੋਂ ਉੱਪਰ ਰਹੇ, 2 ਦਿਨਾਂ ਤੋਂ ਵੱਧ ਚੱਲੇ ਜਾਂ ਸਾਹ ਦੀ ਤਕਲੀਫ਼ ਹੋਵੇ ਤਾਂ ਡਾਕਟਰ ਨੂੰ ਦਿਖਾਓ।',
  ur: 'یہ {f} °F ({c} °C) ہے۔ آرام، خوب پانی، ہلکے کپڑے۔ 102 °F سے اوپر رہے، 2 دن سے زیادہ چلے یا سانس میں تکلیف ہو تو ڈاکٹر کو دکھائیے۔',
  or: 'ଏହା {f} °F ({c} °C)। ବିଶ୍ରାମ, ପ୍ରଚୁର ପାଣି, ହାଲୁକା ଲୁଗା। 102 °F ରୁ ଅଧିକ ରହିଲେ, 2 ଦିନରୁ ଅଧିକ ହେଲେ କିମ୍ବା ଶ୍ୱାସକଷ୍ଟ ହେଲେ ଡାକ୍ତର ଦେଖାନ୍ତୁ।',
};

const ASK_DOCTOR: Phrase = {
  en: 'I do not name medicines or doses. Please ask a doctor; antibiotics without a prescription can do harm. eSanjeevani gives free advice by phone.',
  hi: 'दवा या ख़ुराक का नाम यहाँ नहीं बताया जाता। कृपया डॉक्टर से पूछिए; बिना पर्चे की एंटीबायोटिक नुक़सान कर सकती है। eSanjeevani पर फ़ोन से मुफ़्त सलाह मिलती है।',
  'hi-Latn':
    'Dawa ya khurak ka naam yahan nahi bataya jata. Kripya doctor se poochhiye; bina parche ki antibiotic nuksan kar sakti hai. eSanjeevani par phone se muft salah milti hai.',
  mr: 'औषध किंवा मात्रा इथे सांगितली जात नाही. कृपया डॉक्टरांना विचारा; चिठ्ठीशिवाय अँटिबायोटिक घातक ठरू शकते. eSanjeevani वर मोफत सल्ला मिळतो.',
  bn: 'ওষুধ বা মাত্রা এখানে বলা হয় না। ডাক্তারকে জিজ্ঞাসা করুন; প্রেসক্রিপশন ছাড়া অ্যান্টিবায়োটিক ক্ষতি করতে পারে। eSanjeevani-তে বিনামূল্যে পরামর্শ মেলে।',
  ta: 'மருந்து அல்லது அளவை நான் சொல்வதில்லை. மருத்துவரைக் கேளுங்கள்; பரிந்துரை இல்லாமல் ஆன்டிபயாடிக் தீங்கு செய்யலாம். eSanjeevani இல் இலவச ஆலோசனை கிடைக்கும்.',
  te: 'మందు లేదా మోతాదు నేను చెప్పను. డాక్టర్‌ను అడగండి; చీటీ లేకుండా యాంటీబయాటిక్ హాని చేయవచ్చు. eSanjeevani లో ఉచిత సలహా దొరుకుతుంది.',
  gu: 'દવા કે માત્રા અહીં કહેવાતી નથી. ડોક્ટરને પૂછો; ચિઠ્ઠી વગર એન્ટિબાયોટિક નુકસાન કરી શકે. eSanjeevani પર મફત સલાહ મળે છે.',
  kn: 'ಔಷಧ ಅಥವಾ ಪ್ರಮಾಣವನ್ನು ನಾನು ಹೇಳುವುದಿಲ್ಲ. ವೈದ್ಯರನ್ನು ಕೇಳಿ; ಚೀಟಿ ಇಲ್ಲದ ಆಂಟಿಬಯಾಟಿಕ್ ಹಾನಿ ಮಾಡಬಹುದು. eSanjeevani ಯಲ್ಲಿ ಉಚಿತ ಸಲಹೆ ಸಿಗುತ್ತದೆ.',
  ml: 'മരുന്നോ അളവോ ഞാൻ പറയില്ല. ഡോക്ടറോട് ചോദിക്കൂ; കുറിപ്പില്ലാത്ത ആന്റിബയോട്ടിക് ദോഷം ചെയ്യും. eSanjeevani യിൽ സൗജന്യ ഉപദേശം കിട്ടും.',
  pa: 'ਦਵਾਈ ਜਾਂ ਖੁਰਾਕ ਇੱਥੇ ਨਹੀਂ ਦੱਸੀ ਜਾਂਦੀ। ਡਾਕਟਰ ਨੂੰ ਪੁੱਛੋ; ਪਰਚੀ ਬਿਨਾਂ ਐਂਟੀਬਾਇਓਟਿਕ ਨੁਕਸਾਨ ਕਰ ਸਕਦੀ ਹੈ। eSanjeevani ਤੇ ਮੁਫ਼ਤ ਸਲਾਹ ਮਿਲਦੀ ਹੈ।',
  ur: 'دوا یا خوراک کا نام یہاں نہیں بتایا جاتا۔ ڈاکٹر سے پوچھیے؛ بغیر نسخے کی اینٹی بائیوٹک نقصان کر سکتی ہے۔ eSanjeevani پر مفت مشورہ ملتا ہے۔',
  or: 'ଔଷଧ କିମ୍ବା ମାତ୍ରା ଏଠାରେ କୁହାଯାଏ ନାହିଁ। ଡାକ୍ତରଙ୍କୁ ପଚାରନ୍ତୁ; ବିନା ଚିଠାରେ ଆଣ୍ଟିବାୟୋଟିକ କ୍ଷତି କରିପାରେ। eSanjeevani ରେ ମାଗଣା ପରାମର୍ଶ ମିଳେ।',
};

const SUGAR: Phrase = {
  en: 'I read it as blood sugar {value} mg/dL. As a rule, fasting 70 to 99 and up to 139 two hours after food are normal; please show higher values to a doctor.',
  hi: 'इसे ब्लड शुगर {value} mg/dL मानते हुए: आमतौर पर ख़ाली पेट 70 से 99 और खाने के दो घंटे बाद 139 तक सामान्य है; इससे ज़्यादा हो तो डॉक्टर को दिखाइए।',
  'hi-Latn':
    'Ise blood sugar {value} mg/dL maante hue: aam taur par khali pet 70 se 99 aur khane ke do ghante baad 139 tak samanya hai; isse zyada ho to doctor ko dikhaiye.',
  mr: 'ही रक्तातील साखर {value} mg/dL: उपाशीपोटी 70 ते 99 आणि जेवणानंतर दोन तासांनी 139 पर्यंत सामान्य; जास्त असल्यास डॉक्टरांना दाखवा.',
  bn: 'এটি রক্তে শর্করা {value} mg/dL: খালি পেটে 70 থেকে 99, খাওয়ার দুই ঘণ্টা পরে 139 পর্যন্ত স্বাভাবিক; বেশি হলে ডাক্তার দেখান।',
  ta: 'இது ரத்தச் சர்க்கரை {value} mg/dL: வெறும் வயிற்றில் 70 முதல் 99, சாப்பிட்ட இரண்டு மணி நேரத்தில் 139 வரை இயல்பு; கூடினால் மருத்துவரைப் பாருங்கள்.',
  te: 'ఇది రక్తంలో చక్కెర {value} mg/dL: పరగడుపున 70 నుంచి 99, తిన్న రెండు గంటలకు 139 వరకు సాధారణం; ఎక్కువైతే డాక్టర్‌ను కలవండి.',
  gu: 'આ બ્લડ સુગર {value} mg/dL: ભૂખ્યા પેટે 70 થી 99, જમ્યા પછી બે કલાકે 139 સુધી સામાન્ય; વધુ હોય તો ડોક્ટરને બતાવો.',
  kn: 'ಇದು ರಕ್ತದ ಸಕ್ಕರೆ {value} mg/dL: ಖಾಲಿ ಹೊಟ್ಟೆಗೆ 70 ರಿಂದ 99, ಊಟದ ಎರಡು ಗಂಟೆ ಬಳಿಕ 139 ವರೆಗೆ ಸಾಮಾನ್ಯ; ಹೆಚ್ಚಿದ್ದರೆ ವೈದ್ಯರನ್ನು ಕಾಣಿ.',
  ml: 'ഇത് രക്തത്തിലെ പഞ്ചസാര {value} mg/dL: വെറുംവയറ്റിൽ 70 മുതൽ 99, ഭക്ഷണശേഷം രണ്ടു മണിക്കൂറിൽ 139 വരെ സാധാരണം; കൂടിയാൽ ഡോക്ടറെ കാണൂ.',
  pa: 'ਇਹ ਬਲੱਡ ਸ਼ੂਗਰ {value} mg/dL: ਖਾਲੀ ਪੇਟ 70 ਤੋਂ 99, ਖਾਣੇ ਤੋਂ ਦੋ ਘੰਟੇ ਬਾਅਦ 139 ਤੱਕ ਠੀਕ; ਵੱਧ ਹੋਵੇ ਤਾਂ ਡਾਕਟਰ ਨੂੰ ਦਿਖਾਓ।',
  ur: 'یہ بلڈ شوگر {value} mg/dL: خالی پیٹ 70 سے 99، کھانے کے دو گھنٹے بعد 139 تک معمول ہے؛ زیادہ ہو تو ڈاکٹر کو دکھائیے۔',
  or: 'ଏହା ରକ୍ତ ଶର୍କରା {value} mg/dL: ଖାଲି ପେଟରେ 70 ରୁ 99, ଖାଇବାର ଦୁଇ ଘଣ୍ଟା ପରେ 139 ପର୍ଯ୍ୟନ୍ତ ସାଧାରଣ; ଅଧିକ ହେଲେ ଡାକ୍ତର ଦେଖାନ୍ତୁ।',
};

const NO_SEX_TEST: Phrase = {
  en: 'I cannot help with that: finding out the sex of an unborn child is illegal in India (PCPNDT Act, 1994). A healthy mother and child are what the check-ups are for.',
  hi: 'इसमें मदद नहीं की जा सकती: गर्भ में शिशु का लिंग पता करना भारत में गैरकानूनी है (PCPNDT अधिनियम, 1994)। जाँच माँ और शिशु की सेहत के लिए होती है।',
  'hi-Latn':
    'Isme madad nahi ki ja sakti: garbh mein shishu ka ling pata karna Bharat mein illegal hai (PCPNDT Act, 1994). Jaanch maa aur shishu ki sehat ke liye hoti hai.',
  mr: 'यात मदत करता येत नाही: गर्भाचे लिंग तपासणे भारतात बेकायदेशीर आहे (PCPNDT कायदा, 1994).',
  bn: 'এতে সাহায্য করা যাবে না: গর্ভস্থ শিশুর লিঙ্গ জানা ভারতে বেআইনি (PCPNDT আইন, 1994)।',
  ta: 'இதில் உதவ முடியாது: கருவில் உள்ள குழந்தையின் பாலினத்தை அறிவது இந்தியாவில் சட்டவிரோதம் (PCPNDT சட்டம், 1994).',
  te: 'ఇందులో సహాయం చేయలేను: గర్భస్థ శిశువు లింగం తెలుసుకోవడం భారతదేశంలో చట్టవిరుద్ధం (PCPNDT చట్టం, 1994).',
  gu: 'આમાં મદદ કરી શકાય નહીં: ગર્ભમાં બાળકની જાતિ જાણવી ભારતમાં ગેરકાયદે છે (PCPNDT કાયદો, 1994).',
  kn: 'ಇದರಲ್ಲಿ ಸಹಾಯ ಮಾಡಲು ಸಾಧ್ಯವಿಲ್ಲ: ಭ್ರೂಣದ ಲಿಂಗ ಪತ್ತೆ ಭಾರತದಲ್ಲಿ ಕಾನೂನುಬಾಹಿರ (PCPNDT ಕಾಯ್ದೆ, 1994).',
  ml: 'ഇതിൽ സഹായിക്കാൻ കഴിയില്ല: ഗർഭസ്ഥ ശിശുവിന്റെ ലിംഗനിർണയം ഇന്ത്യയിൽ നിയമവിരുദ്ധമാണ് (PCPNDT നിയമം, 1994).',
  pa: 'ਇਸ ਵਿੱਚ ਮਦਦ ਨਹੀਂ ਹੋ ਸਕਦੀ: ਗਰਭ ਵਿੱਚ ਬੱਚੇ ਦਾ ਲਿੰਗ ਪਤਾ ਕਰਨਾ ਭਾਰਤ ਵਿੱਚ ਗੈਰਕਾਨੂੰਨੀ ਹੈ (PCPNDT ਐਕਟ, 1994)।',
  ur: 'اس میں مدد نہیں کی جا سکتی: پیدائش سے پہلے بچے کی جنس جاننا بھارت میں غیر قانونی ہے (PCPNDT ایکٹ، 1994)۔',
  or: 'ଏଥିରେ ସାହାଯ୍ୟ ହୋଇପାରିବ ନାହିଁ: ଗର୍ଭସ୍ଥ ଶିଶୁର ଲିଙ୍ଗ ଜାଣିବା ଭାରତରେ ବେଆଇନ (PCPNDT ଆଇନ, 1994)।',
};

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Up to 45 it can only be Celsius, from 90 on only Fahrenheit. */
function fever(question: Question): string | null {
  const reading = question.amounts().find(({ value }) => (value >= 34 && value <= 45) || (value >= 90 && value <= 110));
  if (reading === undefined) return null;
  const isCelsius = reading.value <= 45;
  const f = isCelsius ? (reading.value * 9) / 5 + 32 : reading.value;
  const c = isCelsius ? reading.value : ((reading.value - 32) * 5) / 9;
  return say(FEVER, question.tongue, { f: round(f), c: round(c) });
}

export const health: Intent = (question) => {
  if (question.has('babySex') && question.any('pregnancy', 'what', 'how')) return say(NO_SEX_TEST, question.tongue);
  const hot = question.has('fever') ? fever(question) : null;
  if (hot !== null) return hot;
  const level = question.amounts().find(({ value }) => value >= 40 && value <= 600);
  if (question.has('bloodSugar') && level !== undefined) {
    return say(SUGAR, question.tongue, { value: round(level.value) });
  }
  return question.any('medicine', 'fever') && !question.has('order') ? say(ASK_DOCTOR, question.tongue) : null;
};
