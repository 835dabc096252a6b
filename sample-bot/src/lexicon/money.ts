/** Words of amounts, calculation, dates and times. */
import type { WordList } from '../reading/concepts.ts';

export const MONEY = {
  figures: [
    'figure, figures, numerals, digits, number format, in numbers, अंकों, अंक, अंकात, संख्या में, नंबर में, आकड्यात, অঙ্কে, সংখ্যায়, எண்களில், இலக்கத்தில், எண்ணில், అంకెల్లో, సంఖ్యలో, అంకెలలో, આંકડામાં, અંકમાં, ಅಂಕಿ*, ಸಂಖ್ಯೆಯಲ್ಲಿ, അക്കത്തിൽ, അക്കങ്ങളിൽ, ਅੰਕਾਂ, ਅੰਕ, ہندسوں, اعداد, ଅଙ୍କରେ, ସଂଖ୍ୟାରେ',
    'ankon, ank, number mein, numbers mein, number me likh*, figure me, figure mein',
  ],
  inWords: [
    'in words, शब्दों में, शब्दात, কথায়, எழுத்தில், எழுத்தால், అక్షరాల్లో, పదాల్లో, શબ્દોમાં, ಅಕ್ಷರಗಳಲ್ಲಿ, ಪದಗಳಲ್ಲಿ, അക്ഷരത്തിൽ, വാക്കുകളിൽ, ਸ਼ਬਦਾਂ ਵਿੱਚ, الفاظ میں, ଶବ୍ଦରେ',
    'shabdon mein, shabdon me, words mein',
  ],
  writeDown: [
    'write, show, format, display, invoice, bill item, receipt, cheque, लिखूँ, लिखूं, लिखिए, लिखें, लिखो, लिख दो, लिख दीजिए, दिखाइए, दिखाओ, लिहा, लिहू, दाखवा, লিখুন, লিখব, লেখো, দেখান, எழுது*, காட்டு*, రాయ*, వ్రాయ*, చూపించ*, લખો, લખું, બતાવો, ಬರೆಯ*, ಬರೆದು, ತೋರಿಸ*, എഴുത*, കാണിക്ക*, ਲਿਖੋ, ਲਿਖਾਂ, ਦਿਖਾਓ, لکھیں, لکھوں, دکھائیں, ଲେଖ*, ଦେଖା*',
    'likho, likh do, likhiye, likhu, likhna, likh dijiye, invoice, dikhao, ezhudhu, rayandi, lakho',
  ],
  rupees: [
    'rupee, rupees, rs, inr, रुपये, रुपए, रुपया, रुपयांचे, टाका, টাকা, ரூபாய்*, రూపాయ*, રૂપિયા, ರೂಪಾಯಿ*, രൂപ*, ਰੁਪਏ, ਰੁਪਈਏ, روپے, روپیہ, ଟଙ୍କା',
    'rupay*, rupaiy*, rupee*, rupya, taka, rubai, rupayalu',
  ],
  add: [
    'plus, add, sum, total, together, altogether, added, जोड़*, जोड, कुल, मिलाकर, बेरीज, एकूण, যোগ, মোট, கூட்ட*, மொத்த*, కూడిత*, కలిప*, మొత్తం, ઉમેર*, સરવાળો, કુલ, ಕೂಡ*, ಒಟ್ಟು, കൂട്ട*, ആകെ, ਜੋੜ*, ਕੁੱਲ, جمع, کل ملا*, ମିଶା*, ଯୋଗ, ମୋଟ',
    'jod*, jor*, kul, milakar, plus, koottu, mottham, total',
  ],
  subtract: [
    'minus, subtract, discount, off, छूट, less, take away, remaining, left over, remain, difference, घटा*, कम कर*, बचे*, बचेंगे, शेष, अंतर, वजा*, বিয়োগ, বাকি, বাদ দিলে, கழி*, மீதி, తీసివేస*, తీసేస్తే, మిగిలి*, બાદ, બાકી, ಕಳೆ*, ಉಳಿ*, കുറ*, ബാക്കി, ਘਟਾ*, ਬਾਕੀ, تفریق, باقی, ବିୟୋଗ, ବାକି',
    'ghata*, chhoot, chhut, discount, bache*, bachenge, minus, kam kar*',
  ],
  multiply: [
    'times, multiply, multiplied, into, product, each, apiece, per piece, हर एक, गुणा, गुना, गुणिले, गुणाकार, গুণ*, பெருக்*, గుణ*, గుణించ*, ગુણ*, ಗುಣಿ*, ഗുണ*, ਗੁਣਾ, ضرب, ଗୁଣନ, ଗୁଣା',
    'guna, multiply, into',
  ],
  divide: [
    'divide, divided, split, per person, equally, भाग, बाँट*, बांट*, विभाजित, भागिले, वाटून, ভাগ*, வகு*, பங்கு, பிரி*, భాగ*, పంచ*, ભાગ*, વહેંચ*, ಭಾಗ*, ಹಂಚ*, ഹരിക്ക*, വീതി*, പങ്കി*, ਵੰਡ*, ਭਾਗ, تقسیم, ଭାଗ*',
    'bhaag, bhag, baant*, divide',
  ],
  howMuch: [
    'how much, how many, what is, whats, calculate, find, equals, equal, कितना, कितने, कितनी, क्या होगा, हिसाब, किती, কত, হিসাব, எவ்வளவு, எத்தனை, என்ன, ఎంత, ఎన్ని, કેટલા, કેટલું, કેટલી, ಎಷ್ಟು, എത്ര, ਕਿੰਨਾ, ਕਿੰਨੇ, ਕਿੰਨੀ, کتنا, کتنے, کتنی, କେତେ',
    'kitna, kitne, kitni, hisab, evvalavu, evlo, entha, ketla, estu, ethra, koto, kiti',
  ],
  age: [
    'age, years old, year old, उम्र, आयु, वय, বয়স, வயது, வயசு, వయసు, వయస్సు, ઉંમર, ઉમર, ವಯಸ್ಸು, ವಯಸ್ಸ*, പ്രായം, വയസ്സ്, വയസ്*, ਉਮਰ, عمر, ବୟସ',
    'umar, umra, umr, vayasu, vayathu, boyos',
  ],
  timeWord: [
    'time, clock, समय, टाइम, वेळ, সময়, நேரம், மணி, సమయం, టైమ్, સમય, ಸಮಯ, സമയം, ਸਮਾਂ, ਵੇਲਾ, وقت, ସମୟ, बजे, बज, वाजले, বাজে, ಗಂಟೆ, વાગ્યા, ਵੱਜੇ, بجے, గంటలు, ବାଜିଛି',
    'time, samay, baje, neram, samayam, somoy, vela',
  ],
  now: [
    'now, right now, current, currently, अभी, इस समय, आत्ता, सध्या, এখন, இப்போது, தற்போது, ఇప్పుడు, અત્યારે, હમણાં, ಈಗ, ഇപ്പോൾ, ਹੁਣ, ابھی, اس وقت, ବର୍ତ୍ତମାନ, ଏବେ',
    'abhi, ippo, ippudu, atyare, ekhon, iga, ippol, hun',
  ],
  today: [
    'today, todays, आज, আজ, আজকে, இன்று, இன்னைக்கு, ఈ రోజు, ఈరోజు, నేడు, આજે, આજ, ಇಂದು, ಇವತ್ತು, ഇന്ന്, ਅੱਜ, آج, ଆଜି',
    'aaj, indru, innaiku, eeroju, ee roju, aaje, ivattu, innu, ajke',
  ],
  tomorrow: [
    'tomorrow, उद्या, আগামীকাল, நாளை, రేపు, આવતીકાલ*, ನಾಳೆ, നാളെ, ਕੱਲ੍ਹ, ਭਲਕੇ, ଆସନ୍ତାକାଲି',
    'udya, naalai, repu, avtikale, nale',
  ],
  dayOrDate: [
    'day, date, weekday, दिन, तारीख, तारीख़, वार, दिनांक, तिथि, दिवस, বার, তারিখ, দিন, நாள், தேதி, கிழமை, రోజు, తేదీ, వారం, દિવસ, તારીખ, વાર, ದಿನ, ದಿನಾಂಕ, ವಾರ, ദിവസം, തീയതി, ആഴ്ച, ਦਿਨ, ਤਾਰੀਖ, ਤਰੀਕ, دن, تاریخ, ଦିନ, ତାରିଖ, ବାର',
    'din, tarikh, tareekh, day, date, thethi, naal, roju, divas',
  ],
  month: [
    'month, महीना, महीने, महिना, महिन्यात, মাস, মাসে, மாதம், மாதத்தில், మాసం, నెల, నెలలో, મહિનો, મહિના, મહિનામાં, ತಿಂಗಳು, ತಿಂಗಳಲ್ಲಿ, മാസം, മാസത്തിൽ, ਮਹੀਨਾ, ਮਹੀਨੇ, مہینہ, مہینے, ମାସ, ମାସରେ',
    'mahina, mahine, month, maasam, nela, mas',
  ],
  republicDay: [
    'republic day, गणतंत्र दिवस, प्रजासत्ताक दिन, প্রজাতন্ত্র দিবস, குடியரசு தின*, గణతంత్ర దినోత్సవ*, પ્રજાસત્તાક દિન, ಗಣರಾಜ್ಯೋತ್ಸವ*, റിപ്പബ്ലിക് ദിന*, ਗਣਤੰਤਰ ਦਿਵਸ, یوم جمہوریہ, ଗଣତନ୍ତ୍ର ଦିବସ',
    'gantantra divas, republic day',
  ],
  independenceDay: [
    'independence day, स्वतंत्रता दिवस, स्वातंत्र्य दिन, স্বাধীনতা দিবস, சுதந்திர தின*, స్వాతంత్ర్య దినోత్సవ*, સ્વતંત્રતા દિવસ, ಸ್ವಾತಂತ್ರ್ಯ ದಿನ*, സ്വാതന്ത്ര്യ ദിന*, ਆਜ਼ਾਦੀ ਦਿਵਸ, یوم آزادی, ସ୍ୱାଧୀନତା ଦିବସ',
    'swatantrata divas, independence day',
  ],
  gandhiJayanti: [
    'gandhi jayanti, गांधी जयंती, গান্ধী জয়ন্তী, காந்தி ஜெயந்தி, గాంధీ జయంతి, ગાંધી જયંતિ, ગાંધી જયંતી, ಗಾಂಧಿ ಜಯಂತಿ, ഗാന്ധി ജയന്തി, ਗਾਂਧੀ ਜਯੰਤੀ, گاندھی جینتی, ଗାନ୍ଧୀ ଜୟନ୍ତୀ',
    'gandhi jayanti',
  ],
  late: [
    'late, overdue, missed, passed, देर, लेट, निकल गई, उशीर, দেরি, தாமதம், ఆలస్యం, મોડું, ತಡ, വൈകി, ਦੇਰ, دیر, ଡେରି',
    'late, der',
  ],
  utc: ['utc, gmt, यूटीसी, जीएमटी, ইউটিসি, யுடிசி, யூடிசி, యూటీసీ, યુટીસી, ಯುಟಿಸಿ, യുടിസി, ਯੂਟੀਸੀ, یو ٹی سی, ୟୁଟିସି', 'utc, gmt'],
  india: [
    'india, indian, ist, bharat, hindustan, भारत, भारतीय, इंडिया, भारतात, ভারত*, இந்தியா*, இந்திய, భారత*, ఇండియా*, ભારત*, ಭಾರತ*, ഇന്ത്യ*, ਭਾਰਤ, بھارت, ہندوستان, انڈیا, ଭାରତ*',
    'bharat, india, hindustan',
  ],
  convert: [
    'convert, conversion, in terms, equivalent, बदल*, रूपांतर*, রূপান্তর, மாற்ற*, మార్చ*, ફેરવ*, બદલ*, ಬದಲಾಯಿಸ*, മാറ്റ*, ਬਦਲ*, تبدیل, ବଦଳା*',
    'convert, badal*',
  ],
  financialYear: [
    'financial year, fiscal year, fy, quarter, f y, वित्त वर्ष, वित्तीय वर्ष, वित्तवर्ष, तिमाही, तिमाहीत, आर्थिक वर्ष, আর্থিক বছর, অর্থবছর*, অর্থবর্ষ*, ত্রৈমাসিক*, நிதியாண்டு*, நிதி ஆண்டு*, காலாண்டு*, ఆర్థిక సంవత్సరం*, త్రైమాసిక*, નાણાકીય વર્ષ*, ત્રિમાસિક*, ಹಣಕಾಸು ವರ್ಷ*, ಆರ್ಥಿಕ ವರ್ಷ*, ತ್ರೈಮಾಸಿಕ*, സാമ്പത്തിക വർഷ*, പാദ*, ਵਿੱਤੀ ਸਾਲ, ਤਿਮਾਹੀ, مالی سال, سہ ماہی, ଆର୍ଥିକ ବର୍ଷ*, ତ୍ରୈମାସିକ*',
    'vitt varsh, vittiya varsh, timahi, financial year, quarter',
  ],
} as const satisfies Record<string, WordList>;
