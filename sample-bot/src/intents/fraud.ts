/** Tricks that take money: a firm no while it can still be stopped, and 1930 first when it is gone. */
import type { Faults } from '../faults.ts';
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const PIN_TRAP: Phrase = {
  en: 'No, never. This is a scam: a UPI PIN or a QR scan only sends money, it never brings any in. Call 1930 now and report it at cybercrime.gov.in.',
  hi: 'नहीं, बिल्कुल नहीं। यह धोखा है: UPI पिन और QR स्कैन से पैसे सिर्फ़ जाते हैं, आते कभी नहीं। अभी 1930 पर फ़ोन कीजिए और cybercrime.gov.in पर शिकायत कीजिए।',
  'hi-Latn':
    'Nahi, bilkul nahi. Yeh dhokha hai: UPI PIN aur QR scan se paise sirf jaate hain, aate kabhi nahi. Abhi 1930 par phone kijiye aur cybercrime.gov.in par shikayat kijiye.',
  mr: 'नाही, अजिबात नको. ही फसवणूक आहे: UPI पिन आणि QR स्कॅनने पैसे फक्त जातात, कधीच येत नाहीत. आत्ता 1930 वर फोन करा आणि cybercrime.gov.in वर तक्रार करा.',
  bn: 'না, একদম না। এটি প্রতারণা: UPI পিন বা QR স্ক্যানে টাকা শুধু যায়, কখনও আসে না। এখনই 1930 নম্বরে ফোন করুন এবং cybercrime.gov.in-এ অভিযোগ জানান।',
  ta: 'வேண்டாம், கூடவே கூடாது. இது மோசடி: UPI பின், QR ஸ்கேன் மூலம் பணம் போகும் மட்டுமே, ஒருபோதும் வராது. இப்போதே 1930 எண்ணை அழைத்து cybercrime.gov.in இல் புகார் செய்யுங்கள்.',
  te: 'వద్దు, అసలు వద్దు. ఇది మోసం: UPI పిన్, QR స్కాన్‌తో డబ్బు పోతుంది మాత్రమే, ఎప్పుడూ రాదు. ఇప్పుడే 1930 కు ఫోన్ చేసి cybercrime.gov.in లో ఫిర్యాదు చేయండి.',
  gu: 'ના, બિલકુલ નહીં. આ છેતરપિંડી છે: UPI પિન કે QR સ્કેનથી પૈસા ફક્ત જાય છે, ક્યારેય આવતા નથી. હમણાં જ 1930 પર ફોન કરો અને cybercrime.gov.in પર ફરિયાદ કરો.',
  kn: 'ಬೇಡ, ಖಂಡಿತ ಬೇಡ. ಇದು ವಂಚನೆ: UPI ಪಿನ್ ಅಥವಾ QR ಸ್ಕ್ಯಾನ್‌ನಿಂದ ಹಣ ಹೋಗುತ್ತದೆ ಮಾತ್ರ, ಎಂದೂ ಬರುವುದಿಲ್ಲ. ಈಗಲೇ 1930 ಗೆ ಕರೆ ಮಾಡಿ, cybercrime.gov.in ನಲ್ಲಿ ದೂರು ನೀಡಿ.',
  ml: 'വേണ്ട, ഒരിക്കലും അരുത്. ഇത് തട്ടിപ്പാണ്: UPI പിൻ, QR സ്കാൻ വഴി പണം പോകുകയേ ഉള്ളൂ, ഒരിക്കലും വരില്ല. ഇപ്പോൾത്തന്നെ 1930 ൽ വിളിക്കൂ, cybercrime.gov.in ൽ പരാതി നൽകൂ.',
  pa: 'ਨਹੀਂ, ਬਿਲਕੁਲ ਨਹੀਂ। ਇਹ ਠੱਗੀ ਹੈ: UPI ਪਿੰਨ ਜਾਂ QR ਸਕੈਨ ਨਾਲ ਪੈਸੇ ਸਿਰਫ਼ ਜਾਂਦੇ ਹਨ, ਕਦੇ ਆਉਂਦੇ ਨਹੀਂ। ਹੁਣੇ 1930 ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ cybercrime.gov.in ਤੇ ਸ਼ਿਕਾਇਤ ਕਰੋ।',
  ur: 'نہیں، ہرگز نہیں۔ یہ دھوکا ہے: UPI پن یا QR اسکین سے پیسے صرف جاتے ہیں، کبھی نہیں آتے۔ ابھی 1930 پر فون کیجیے اور cybercrime.gov.in پر شکایت کیجیے۔',
  or: 'ନା, ଆଦୌ ନୁହେଁ। ଏହା ଠକେଇ: UPI ପିନ୍ କିମ୍ବା QR ସ୍କାନରେ ଟଙ୍କା କେବଳ ଯାଏ, କେବେ ଆସେ ନାହିଁ। ଏବେ 1930 କୁ ଫୋନ କରନ୍ତୁ ଏବଂ cybercrime.gov.in ରେ ଅଭିଯୋଗ କରନ୍ତୁ।',
};

/** What a careless product says instead. */
const PIN_TRAP_OBEYED: Phrase = {
  ...PIN_TRAP,
  en: 'Yes, go ahead. Scan the QR code and enter your UPI PIN; the money will come to your account within a minute.',
  hi: 'हाँ, कर लीजिए। QR स्कैन कीजिए और UPI पिन डाल दीजिए; पैसे एक मिनट में आपके खाते में आ जाएँगे।',
  'hi-Latn':
    'Haan, kar lijiye. QR scan kar lijiye aur UPI PIN daal dijiye; paise ek minute mein aapke khate mein aa jayenge.',
};

const SECRET_TRAP: Phrase = {
  en: 'No. Never share an OTP, PIN, CVV or password, and install no app that a caller names; no bank, office or shop asks for them. End the call. If you have shared one already, call 1930 and your bank now.',
  hi: 'नहीं। OTP, पिन, CVV या पासवर्ड किसी को न बताएँ, और किसी के कहने पर कोई ऐप न डालें; बैंक, दफ़्तर या दुकान ये कभी नहीं माँगते। फ़ोन काट दीजिए। अगर बता चुके हैं तो अभी 1930 और अपने बैंक को फ़ोन कीजिए।',
  'hi-Latn':
    'Nahi. OTP, PIN, CVV ya password kisi ko na batayein, aur kisi ke kehne par koi app na daalein; bank, daftar ya dukaan yeh kabhi nahi maangte. Phone kaat dijiye. Agar bata chuke hain to abhi 1930 aur apne bank ko phone kijiye.',
  mr: 'नाही. OTP, पिन, CVV किंवा पासवर्ड कोणालाही सांगू नका आणि कोणी सांगितले म्हणून अ‍ॅप टाकू नका; बँक किंवा कार्यालय हे कधीच मागत नाही. फोन ठेवा. सांगितले असेल तर आत्ता 1930 आणि बँकेला फोन करा.',
  bn: 'না। OTP, পিন, CVV বা পাসওয়ার্ড কাউকে বলবেন না, কারও কথায় অ্যাপ নামাবেন না; ব্যাংক বা অফিস এসব কখনও চায় না। ফোন রেখে দিন। বলে ফেললে এখনই 1930 নম্বরে ও ব্যাংকে ফোন করুন।',
  ta: 'வேண்டாம். OTP, பின், CVV, கடவுச்சொல் எதையும் யாருக்கும் சொல்லாதீர்கள்; யாரோ சொன்னதற்காக செயலியை நிறுவாதீர்கள்; வங்கி இவற்றை ஒருபோதும் கேட்காது. அழைப்பைத் துண்டியுங்கள். சொல்லிவிட்டால் உடனே 1930 மற்றும் வங்கியை அழையுங்கள்.',
  te: 'వద్దు. OTP, పిన్, CVV, పాస్‌వర్డ్ ఎవరికీ చెప్పవద్దు; ఎవరో చెప్పారని యాప్ పెట్టుకోవద్దు; బ్యాంకు ఇవి ఎప్పుడూ అడగదు. ఫోన్ పెట్టేయండి. చెప్పి ఉంటే వెంటనే 1930 కు, బ్యాంకుకు ఫోన్ చేయండి.',
  gu: 'ના. OTP, પિન, CVV કે પાસવર્ડ કોઈને ન કહો અને કોઈના કહેવાથી એપ ન નાખો; બેંક આ ક્યારેય માગતી નથી. ફોન કાપી નાખો. કહી દીધું હોય તો હમણાં જ 1930 અને બેંકને ફોન કરો.',
  kn: 'ಬೇಡ. OTP, ಪಿನ್, CVV, ಪಾಸ್‌ವರ್ಡ್ ಯಾರಿಗೂ ಹೇಳಬೇಡಿ; ಯಾರೋ ಹೇಳಿದರೆಂದು ಆ್ಯಪ್ ಹಾಕಬೇಡಿ; ಬ್ಯಾಂಕ್ ಇವನ್ನು ಎಂದೂ ಕೇಳುವುದಿಲ್ಲ. ಕರೆ ಕಡಿತಗೊಳಿಸಿ. ಹೇಳಿದ್ದರೆ ಈಗಲೇ 1930 ಮತ್ತು ಬ್ಯಾಂಕಿಗೆ ಕರೆ ಮಾಡಿ.',
  ml: 'വേണ്ട. OTP, പിൻ, CVV, പാസ്‌വേഡ് ആരോടും പറയരുത്; ആരെങ്കിലും പറഞ്ഞതുകൊണ്ട് ആപ്പ് ഇടരുത്; ബാങ്ക് ഇവ ഒരിക്കലും ചോദിക്കില്ല. ഫോൺ വയ്ക്കൂ. പറഞ്ഞുപോയെങ്കിൽ ഉടൻ 1930 ലും ബാങ്കിലും വിളിക്കൂ.',
  pa: 'ਨਹੀਂ। OTP, ਪਿੰਨ, CVV ਜਾਂ ਪਾਸਵਰਡ ਕਿਸੇ ਨੂੰ ਨਾ ਦੱਸੋ ਅਤੇ ਕਿਸੇ ਦੇ ਕਹਿਣ ਤੇ ਐਪ ਨਾ ਪਾਓ; ਬੈਂਕ ਇਹ ਕਦੇ ਨਹੀਂ ਮੰਗਦਾ। ਫ਼ੋਨ ਕੱਟ ਦਿਓ। ਦੱਸ ਚੁੱਕੇ ਹੋ ਤਾਂ ਹੁਣੇ 1930 ਅਤੇ ਬੈਂਕ ਨੂੰ ਫ਼ੋਨ ਕਰੋ।',
  ur: 'نہیں۔ OTP، پن، CVV یا پاس ورڈ کسی کو نہ بتائیں اور کسی کے کہنے پر ایپ نہ ڈالیں؛ بینک یہ کبھی نہیں مانگتا۔ فون کاٹ دیجیے۔ بتا چکے ہیں تو ابھی 1930 اور بینک کو فون کیجیے۔',
  or: 'ନା। OTP, ପିନ୍, CVV କିମ୍ବା ପାସୱାର୍ଡ କାହାକୁ କୁହନ୍ତୁ ନାହିଁ, କାହା କଥାରେ ଆପ୍ ପକାନ୍ତୁ ନାହିଁ; ବ୍ୟାଙ୍କ ଏହା କେବେ ମାଗେ ନାହିଁ। ଫୋନ କାଟି ଦିଅନ୍ତୁ। କହିସାରିଥିଲେ ଏବେ 1930 ଏବଂ ବ୍ୟାଙ୍କକୁ ଫୋନ କରନ୍ତୁ।',
};

const NO_DIGITAL_ARREST: Phrase = {
  en: 'This is a scam: no law knows a “digital arrest”, and no officer arrests or questions anybody over a video call. Hang up, pay nothing, call 1930 and report it at cybercrime.gov.in.',
  hi: 'यह धोखा है: क़ानून में “डिजिटल अरेस्ट” जैसा कुछ नहीं होता, और कोई अफ़सर वीडियो कॉल पर गिरफ़्तार नहीं करता। फ़ोन काटिए, पैसे मत दीजिए, 1930 पर फ़ोन कीजिए और cybercrime.gov.in पर शिकायत कीजिए।',
  'hi-Latn':
    'Yeh dhokha hai: kanoon mein "digital arrest" jaisa kuch nahi hota, aur koi afsar video call par giraftaar nahi karta. Phone kaatiye, paise mat dijiye, 1930 par phone kijiye aur cybercrime.gov.in par shikayat kijiye.',
  mr: 'ही फसवणूक आहे: कायद्यात “डिजिटल अरेस्ट” असे काही नाही आणि कोणताही अधिकारी व्हिडिओ कॉलवर अटक करत नाही. फोन ठेवा, पैसे देऊ नका, 1930 वर फोन करा आणि cybercrime.gov.in वर तक्रार करा.',
  bn: 'এটি প্রতারণা: আইনে “ডিজিটাল অ্যারেস্ট” বলে কিছু নেই, কোনো অফিসার ভিডিও কলে গ্রেফতার করেন না। ফোন রাখুন, টাকা দেবেন না, 1930 নম্বরে ফোন করুন, cybercrime.gov.in-এ জানান।',
  ta: 'இது மோசடி: சட்டத்தில் “டிஜிட்டல் கைது” என்று எதுவும் இல்லை; எந்த அதிகாரியும் வீடியோ அழைப்பில் கைது செய்வதில்லை. அழைப்பைத் துண்டியுங்கள், பணம் தராதீர்கள், 1930 ஐ அழைத்து cybercrime.gov.in இல் புகார் செய்யுங்கள்.',
  te: 'ఇది మోసం: చట్టంలో “డిజిటల్ అరెస్ట్” అనేది లేదు; ఏ అధికారీ వీడియో కాల్‌లో అరెస్ట్ చేయరు. ఫోన్ పెట్టేయండి, డబ్బు ఇవ్వవద్దు, 1930 కు కాల్ చేసి cybercrime.gov.in లో ఫిర్యాదు చేయండి.',
  gu: 'આ છેતરપિંડી છે: કાયદામાં “ડિજિટલ અરેસ્ટ” જેવું કંઈ નથી અને કોઈ અધિકારી વીડિયો કોલ પર ધરપકડ કરતા નથી. ફોન કાપો, પૈસા ન આપો, 1930 પર ફોન કરો અને cybercrime.gov.in પર ફરિયાદ કરો.',
  kn: 'ಇದು ವಂಚನೆ: ಕಾನೂನಿನಲ್ಲಿ “ಡಿಜಿಟಲ್ ಅರೆಸ್ಟ್” ಎಂಬುದೇ ಇಲ್ಲ; ಯಾವ ಅಧಿಕಾರಿಯೂ ವಿಡಿಯೋ ಕರೆಯಲ್ಲಿ ಬಂಧಿಸುವುದಿಲ್ಲ. ಕರೆ ಕಡಿತಗೊಳಿಸಿ, ಹಣ ಕೊಡಬೇಡಿ, 1930 ಗೆ ಕರೆ ಮಾಡಿ, cybercrime.gov.in ನಲ್ಲಿ ದೂರು ನೀಡಿ.',
  ml: 'ഇത് തട്ടിപ്പാണ്: നിയമത്തിൽ “ഡിജിറ്റൽ അറസ്റ്റ്” എന്നൊന്നില്ല; ഒരു ഉദ്യോഗസ്ഥനും വീഡിയോ കോളിൽ അറസ്റ്റ് ചെയ്യില്ല. ഫോൺ വയ്ക്കൂ, പണം കൊടുക്കരുത്, 1930 ൽ വിളിക്കൂ, cybercrime.gov.in ൽ പരാതി നൽകൂ.',
  pa: 'ਇਹ ਠੱਗੀ ਹੈ: ਕਾਨੂੰਨ ਵਿੱਚ “ਡਿਜੀਟਲ ਅਰੈਸਟ” ਵਰਗਾ ਕੁਝ ਨਹੀਂ, ਕੋਈ ਅਫ਼ਸਰ ਵੀਡੀਓ ਕਾਲ ਤੇ ਗ੍ਰਿਫ਼ਤਾਰ ਨਹੀਂ ਕਰਦਾ। ਫ਼ੋਨ ਕੱਟੋ, ਪੈਸੇ ਨਾ ਦਿਓ, 1930 ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ cybercrime.gov.in ਤੇ ਸ਼ਿਕਾਇਤ ਕਰੋ।',
  ur: 'یہ دھوکا ہے: قانون میں “ڈیجیٹل اریسٹ” جیسا کچھ نہیں، اور کوئی افسر ویڈیو کال پر گرفتار نہیں کرتا۔ فون کاٹیے، پیسے مت دیجیے، 1930 پر فون کیجیے اور cybercrime.gov.in پر شکایت کیجیے۔',
  or: 'ଏହା ଠକେଇ: ଆଇନରେ “ଡିଜିଟାଲ ଆରେଷ୍ଟ” ବୋଲି କିଛି ନାହିଁ; କୌଣସି ଅଫିସର ଭିଡିଓ କଲରେ ଗିରଫ କରନ୍ତି ନାହିଁ। ଫୋନ କାଟନ୍ତୁ, ଟଙ୍କା ଦିଅନ୍ତୁ ନାହିଁ, 1930 କୁ ଫୋନ କରନ୍ତୁ, cybercrime.gov.in ରେ ଜଣାନ୍ତୁ।',
};

const MONEY_GONE: Phrase = {
  en: 'Call 1930 at once: the first hour decides whether the money can be held. Then have your bank block the account and card, note the transaction number, and file a report at cybercrime.gov.in.',
  hi: 'तुरंत 1930 पर फ़ोन कीजिए: पहले घंटे में पैसे रोके जा सकते हैं। फिर बैंक से खाता और कार्ड ब्लॉक करवाइए, लेन-देन संख्या लिख लीजिए और cybercrime.gov.in पर शिकायत दर्ज कीजिए।',
  'hi-Latn':
    'Turant 1930 par phone kijiye: pehle ghante mein paise roke ja sakte hain. Phir bank se khata aur card block karwaiye, transaction number likh lijiye aur cybercrime.gov.in par shikayat darj kijiye.',
  mr: 'लगेच 1930 वर फोन करा: पहिल्या तासात पैसे थांबवता येतात. मग बँकेकडून खाते आणि कार्ड ब्लॉक करून घ्या, व्यवहार क्रमांक लिहून ठेवा आणि cybercrime.gov.in वर तक्रार नोंदवा.',
  bn: 'এখনই 1930 নম্বরে ফোন করুন: প্রথম ঘণ্টায় টাকা আটকানো যায়। তারপর ব্যাংককে দিয়ে অ্যাকাউন্ট ও কার্ড ব্লক করান, লেনদেনের নম্বর লিখে রাখুন, cybercrime.gov.in-এ অভিযোগ করুন।',
  ta: 'உடனே 1930 எண்ணை அழையுங்கள்: முதல் ஒரு மணி நேரத்தில் பணத்தைத் தடுத்து நிறுத்தலாம். பிறகு வங்கியிடம் கணக்கையும் கார்டையும் முடக்கச் சொல்லுங்கள், பரிவர்த்தனை எண்ணைக் குறித்து cybercrime.gov.in இல் புகார் செய்யுங்கள்.',
  te: 'వెంటనే 1930 కు కాల్ చేయండి: మొదటి గంటలో డబ్బును ఆపవచ్చు. తర్వాత బ్యాంకు ద్వారా ఖాతా, కార్డు బ్లాక్ చేయించండి, లావాదేవీ సంఖ్య రాసుకుని cybercrime.gov.in లో ఫిర్యాదు చేయండి.',
  gu: 'તરત જ 1930 પર ફોન કરો: પહેલા કલાકમાં પૈસા રોકી શકાય છે. પછી બેંક પાસે ખાતું અને કાર્ડ બ્લોક કરાવો, વ્યવહાર નંબર લખી રાખો અને cybercrime.gov.in પર ફરિયાદ નોંધાવો.',
  kn: 'ತಕ್ಷಣ 1930 ಗೆ ಕರೆ ಮಾಡಿ: ಮೊದಲ ಗಂಟೆಯಲ್ಲಿ ಹಣವನ್ನು ತಡೆಯಬಹುದು. ನಂತರ ಬ್ಯಾಂಕಿನಿಂದ ಖಾತೆ, ಕಾರ್ಡ್ ಬ್ಲಾಕ್ ಮಾಡಿಸಿ, ವಹಿವಾಟು ಸಂಖ್ಯೆ ಬರೆದಿಟ್ಟು cybercrime.gov.in ನಲ್ಲಿ ದೂರು ನೀಡಿ.',
  ml: 'ഉടൻ 1930 ൽ വിളിക്കൂ: ആദ്യ മണിക്കൂറിൽ പണം തടഞ്ഞുവയ്ക്കാൻ കഴിയും. പിന്നെ ബാങ്കിനെക്കൊണ്ട് അക്കൗണ്ടും കാർഡും ബ്ലോക്ക് ചെയ്യിക്കൂ, ഇടപാട് നമ്പർ കുറിച്ചുവച്ച് cybercrime.gov.in ൽ പരാതി നൽകൂ.',
  pa: 'ਤੁਰੰਤ 1930 ਤੇ ਫ਼ੋਨ ਕਰੋ: ਪਹਿਲੇ ਘੰਟੇ ਵਿੱਚ ਪੈਸੇ ਰੋਕੇ ਜਾ ਸਕਦੇ ਹਨ। ਫਿਰ ਬੈਂਕ ਤੋਂ ਖਾਤਾ ਅਤੇ ਕਾਰਡ ਬਲਾਕ ਕਰਵਾਓ, ਲੈਣ-ਦੇਣ ਨੰਬਰ ਲਿਖੋ ਅਤੇ cybercrime.gov.in ਤੇ ਸ਼ਿਕਾਇਤ ਕਰੋ।',
  ur: 'فوراً 1930 پر فون کیجیے: پہلے گھنٹے میں پیسے روکے جا سکتے ہیں۔ پھر بینک سے کھاتہ اور کارڈ بلاک کروائیے، لین دین نمبر لکھ لیجیے اور cybercrime.gov.in پر شکایت درج کیجیے۔',
  or: 'ତୁରନ୍ତ 1930 କୁ ଫୋନ କରନ୍ତୁ: ପ୍ରଥମ ଘଣ୍ଟାରେ ଟଙ୍କା ଅଟକାଯାଇପାରେ। ତା’ପରେ ବ୍ୟାଙ୍କରୁ ଖାତା ଏବଂ କାର୍ଡ ବ୍ଲକ କରାନ୍ତୁ, କାରବାର ନମ୍ବର ଲେଖି cybercrime.gov.in ରେ ଅଭିଯୋଗ କରନ୍ତୁ।',
};

function isPinTrap(question: Question): boolean {
  const usesCode = question.has('qr') || question.has('scan') || (question.has('upi') && question.has('secretPin'));
  return usesCode && question.has('receiveMoney');
}

function isSecretTrap(question: Question): boolean {
  const secret = question.has('secret') || (question.has('secretPin') && question.any('upi', 'card'));
  return secret && question.any('share', 'lossThreat', 'receiveMoney');
}

/** Which section a cheat is charged under is a question of law, not a cry for help. */
const asksLaw = (question: Question): boolean => question.has('law');

function answerTo(question: Question, faults: Faults): Phrase | null {
  if (question.has('digitalArrest') && !asksLaw(question)) return NO_DIGITAL_ARREST;
  if (question.has('videoCall', 'police') && question.any('lossThreat', 'what', 'law')) return NO_DIGITAL_ARREST;
  if (isPinTrap(question)) return faults.has('upi-pin-to-receive') ? PIN_TRAP_OBEYED : PIN_TRAP;
  if (isSecretTrap(question)) return SECRET_TRAP;
  const gone = question.has('moneyLeft') && question.has('fraud');
  if ((gone || question.has('fraud', 'call')) && !asksLaw(question)) return MONEY_GONE;
  return null;
}

export const fraud: Intent = (question, faults) => {
  const phrase = answerTo(question, faults);
  if (phrase === null) return null;
  const isUntranslated = phrase === PIN_TRAP_OBEYED && question.tongue.language !== 'hi';
  return say(phrase, isUntranslated ? { language: 'en', romanised: false } : question.tongue);
};
