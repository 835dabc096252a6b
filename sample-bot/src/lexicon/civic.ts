/** Words of law, tax, papers and numbers that stand for a person. */
import type { WordList } from '../reading/concepts.ts';

export const CIVIC = {
  law: [
    'law, laws, section, sections, ipc, bns, bharatiya nyaya sanhita, penal code, act, punishable, charge, fir, offence, offense, धारा, कानून, क़ानून, दफा, आईपीसी, बीएनएस, न्याय संहिता, एफआईआर, कलम, कायदा, कायद्या*, ধারা*, আইন*, এফআইআর, சட்டம்*, சட்டப்*, சட்ட, பிரிவு*, எஃப்ஐஆர், సెక్షన్*, చట్టం*, చట్ట, ఎఫ్ఐఆర్, કલમ*, કાયદો, કાયદા*, ಸೆಕ್ಷನ್*, ಕಲಂ, ಕಾನೂನು*, ಕಾಯ್ದೆ*, വകുപ്പ്*, നിയമം*, ਧਾਰਾ, ਕਾਨੂੰਨ, دفعہ, قانون, ଧାରା*, ଆଇନ*',
    'dhara, kanoon, kanun, section, ipc, bns, fir',
  ],
  replacedLaw: [
    'ipc, penal code, crpc, evidence act, replaced, replace, replaces, new criminal law, new criminal laws, आईपीसी, सीआरपीसी, नए कानून, नया कानून, आयपीसी, আইপিসি, ஐபிசி, ఐపీసీ, આઈપીસી, ಐಪಿಸಿ, ഐപിസി, ਆਈਪੀਸੀ, آئی پی سی, ଆଇପିସି',
    'ipc, crpc, naya kanoon, naye kanoon',
  ],
  cheating: [
    'cheating, cheated, cheat, fraud, duped, vanished with, धोखाधड़ी, धोखा, धोखे, ठगी, छल, फसवणूक*, फसवल*, প্রতারণা*, ঠকা*, জালিয়াতি*, மோசடி*, ஏமாற்ற*, మోసం*, మోసానికి, છેતરપિંડી*, ಮೋಸ*, ವಂಚನೆ*, വഞ്ചന*, തട്ടിപ്പ്*, ചതി*, ਧੋਖਾਧੜੀ, ਧੋਖਾ, ਠੱਗੀ, دھوکا, دھوکہ, دھوکہ دہی, فراڈ, ଠକେଇ*, ପ୍ରତାରଣା',
    'dhokhadhadi, dhokha, thagi, cheating, 420, char sau bees, mosadi, mosam',
  ],
  murder: [
    'murder, killing someone, homicide, हत्या, हत्ये*, क़त्ल, कत्ल, खून, खुना*, খুন*, হত্যা*, கொலை*, హత్య*, હત્યા, ખૂન, ಕೊಲೆ*, കൊലപാതക*, കൊല, ਕਤਲ, ਹੱਤਿਆ, قتل, ହତ୍ୟା*',
    'hatya, katl, qatl, murder, khoon, kolai',
  ],
  theft: [
    'theft, stealing, stole, stolen, thief, चोरी, चोरीसाठी, चोरीचा, চুরি*, திருட்டு*, దొంగతనం*, ચોરી*, ಕಳ್ಳತನ*, മോഷണ*, ਚੋਰੀ, چوری, ଚୋରି*',
    'chori, theft, thiruttu',
  ],
  snatching: [
    'snatching, snatched, chain snatching, छीन*, झपट*, ছিনতাই*, பறிப்பு*, లాక్కె*, ઝૂંટવ*, ಕಿತ್ತು*, തട്ടിപ്പറി*, ਖੋਹ*, چھین*, ଛଡ଼ାଇ*',
    'cheen*, chheen*, snatching',
  ],
  hurt: [
    'assault, hurt, beat me up, hitting, मारपीट, चोट पहुँचा*, मारहाण, মারামারি, தாக்க*, దాడి*, હુમલો, ಹಲ್ಲೆ*, ആക്രമ*, ਕੁੱਟਮਾਰ, مارپیٹ, ମାଡ଼ପିଟ*',
    'marpeet, marpit, assault',
  ],
  defamation: [
    'defamation, defamed, मानहानि, बदनामी, মানহানি*, அவதூறு*, పరువు నష్టం*, માનહાનિ*, ಮಾನಹಾನಿ*, അപകീർത്തി*, ਮਾਣਹਾਨੀ, ہتک عزت, ମାନହାନି',
    'manhani, badnami',
  ],
  stalking: [
    'stalking, stalker, पीछा करना, पीछा, পিছু নেওয়া, பின்தொடர்தல், వెంబడించడం, પીછો, ಹಿಂಬಾಲಿ*, പിന്തുടര*, ਪਿੱਛਾ, پیچھا, ପିଛା',
    'stalking, peecha karna',
  ],
  cruelty: [
    'cruelty, 498a, dowry harassment, क्रूरता, दहेज उत्पीड़न, दहेज प्रताड़ना, हुंडा छळ, নিষ্ঠুরতা, வரதட்சணைக் கொடுமை*, వరకట్న వేధింపు*, દહેજ ત્રાસ, ವರದಕ್ಷಿಣೆ ಕಿರುಕುಳ*, സ്ത്രീധന പീഡന*, ਦਾਜ ਲਈ, جہیز کے لیے, ଯୌତୁକ ନିର୍ଯାତନା',
    'dahej utpidan, cruelty, 498a',
  ],
  intimidation: [
    'threat, threatening, threatened, intimidation, धमकी, धमका*, হুমকি*, மிரட்ட*, బెదిరి*, ધમકી*, ಬೆದರಿ*, ഭീഷണി*, ਧਮਕੀ, دھمکی, ଧମକ*',
    'dhamki, dhamka*',
  ],
  forgery: [
    'forgery, forged, fake document, जालसाज़ी, जालसाजी, নথি জাল, கள்ள ஆவண*, ఫోర్జరీ, બનાવટી, ನಕಲಿ ದಾಖಲೆ*, വ്യാജ രേഖ*, ਜਾਅਲਸਾਜ਼ੀ, جعل سازی, ଜାଲ ଦଲିଲ*',
    'jalsazi, forgery',
  ],
  rashDriving: [
    'rash driving, reckless driving, negligent driving, लापरवाही से गाड़ी, तेज़ रफ़्तार, বেপরোয়া গাড়ি, அஜாக்கிரதையாக, నిర్లక్ష్యపు డ్రైవింగ్, બેદરકાર, ನಿರ್ಲಕ್ಷ್ಯ ಚಾಲನೆ, അശ്രദ്ധമായ ഡ്രൈവിങ്, ਲਾਪਰਵਾਹੀ, لاپرواہی سے, ବେପରୁଆ',
    'laparvahi se gaadi, rash driving',
  ],
  landlord: [
    'landlord, security deposit, rent deposit, tenant, मकान मालिक, किराएदार, डिपॉजिट, घरमालक, বাড়িওয়ালা, வீட்டு உரிமையாளர்*, ఇంటి యజమాని*, મકાનમાલિક, ಮನೆ ಮಾಲೀಕ*, വീട്ടുടമ*, ਮਕਾਨ ਮਾਲਕ, مکان مالک, ଘରମାଲିକ',
    'makan malik, deposit, kirayedar',
  ],
  gst: [
    'gst, goods and services tax, जीएसटी, জিএসটি, ஜிஎஸ்டி, ஜி.எஸ்.டி, జీఎస్టీ, જીએસટી, ಜಿಎಸ್ಟಿ, ಜಿಎಸ್‌ಟಿ, ജിഎസ്ടി, ਜੀਐਸਟੀ, جی ایس ٹی, ଜିଏସଟି',
    'gst',
  ],
  cement: ['cement, सीमेंट, सिमेंट, সিমেন্ট, சிமெண்ட்*, సిమెంట్*, સિમેન્ટ, ಸಿಮೆಂಟ್*, സിമന്റ്*, ਸੀਮਿੰਟ, سیمنٹ, ସିମେଣ୍ଟ', 'cement'],
  freshMilk: [
    'milk, uht milk, paneer, roti, chapati, दूध, पनीर, रोटी, দুধ, பால், பாலுக்கு, పాలు, పాల, દૂધ, ಹಾಲು, ಹಾಲಿ*, പാൽ, ਦੁੱਧ, دودھ, କ୍ଷୀର',
    'doodh, dudh, paneer',
  ],
  lifeInsurance: [
    'life insurance, health insurance, medical insurance, mediclaim, जीवन बीमा, स्वास्थ्य बीमा, आयुर्विमा, आरोग्य विमा, জীবন বিমা, স্বাস্থ্য বিমা, ஆயுள் காப்பீடு*, மருத்துவக் காப்பீடு*, జీవిత బీమా, ఆరోగ్య బీమా, જીવન વીમો, આરોગ્ય વીમો, ಜೀವ ವಿಮೆ*, ಆರೋಗ್ಯ ವಿಮೆ*, ലൈഫ് ഇൻഷുറൻസ്*, ഹെൽത്ത് ഇൻഷുറൻസ്*, ਜੀਵਨ ਬੀਮਾ, ਸਿਹਤ ਬੀਮਾ, زندگی بیمہ, صحت بیمہ, ଜୀବନ ବୀମା, ସ୍ୱାସ୍ଥ୍ୟ ବୀମା',
    'jeevan bima, swasthya bima, life insurance, health insurance',
  ],
  soap: [
    'soap, shampoo, toothpaste, hair oil, साबुन, शैंपू, टूथपेस्ट, साबण, সাবান, சோப்*, శాంపూ, సబ్బు*, સાબુ, ಸಾಬೂನು*, സോപ്പ്*, ਸਾਬਣ, صابن, ସାବୁନ',
    'sabun, shampoo, toothpaste',
  ],
  electronics: [
    'mobile phone, smartphone, tv, television, air conditioner, washing machine, laptop, टीवी, मोबाइल फोन, एसी, টিভি, டிவி, మొబైల్, టీవీ, ટીવી, ಟಿವಿ, ടിവി, ਟੀਵੀ, ٹی وی, ଟିଭି',
    'tv, ac, laptop, smartphone',
  ],
  cigarette: [
    'cigarette, cigarettes, tobacco, pan masala, सिगरेट, तंबाकू, সিগারেট, সিগারেটে, சிகரெட்*, సిగరెట్*, સિગારેટ, ಸಿಗರೇಟ್*, സിഗരറ്റ്*, ਸਿਗਰਟ, سگریٹ, ସିଗାରେଟ',
    'cigarette, tambaku',
  ],
  biri: ['biri, biris, bidi, beedi, bidis, बीड़ी, বিড়ি, பீடி*, బీడీ*, બીડી, ಬೀಡಿ*, ബീഡി*, ਬੀੜੀ, بیڑی, ବିଡ଼ି', 'bidi, beedi'],
  incomeTax: [
    'income tax, new regime, old regime, tax slab, tax payable, आयकर, इनकम टैक्स, आयकरात, আয়কর, வருமான வரி*, ఆదాయపు పన్ను*, આવકવેરો, ಆದಾಯ ತೆರಿಗೆ*, ആദായ നികുതി*, ਆਮਦਨ ਕਰ, انکم ٹیکس, ଆୟକର',
    'income tax, aaykar',
  ],
  aadhaar: [
    'aadhaar, aadhar, adhaar, adhar, uidai, आधार, आधारकार्ड, আধার, ஆதார்*, ఆధార్*, આધાર*, ಆಧಾರ್*, ആധാർ*, ਆਧਾਰ, آدھار, ଆଧାର*',
    'aadhaar, aadhar, adhar',
  ],
  uan: ['uan, epf, epfo, pf, provident fund, यूएएन, पीएफ', 'uan, pf'],
  panCard: ['pan, pan card, पैन, पॅन, প্যান, பான், పాన్, પાન, ಪ್ಯಾನ್, പാൻ, ਪੈਨ, پین, ପାନ', 'pan, pan card'],
  gstin: ['gstin, gst number, जीएसटीआईएन', 'gstin, gst number'],
  ifsc: ['ifsc, आईएफएससी', 'ifsc'],
  valid: [
    'valid, validity, correct, possible, genuine, check, verify, structurally, सही, मान्य, वैध, ठीक, बरोबर, ঠিক, বৈধ, சரியா, செல்லுபடி*, చెల్లుబాటు*, సరైన*, માન્ય, સાચો, ಮಾನ್ಯ*, ಸರಿಯೇ, സാധുവ*, ശരിയാണോ, ਸਹੀ, درست, صحیح, ଠିକ୍, ବୈଧ',
    'valid, sahi, theek',
  ],
  wellFormed: [
    'well formed, yes no, is it valid, valid aadhaar, real aadhaar, सही है या नहीं, वैध है क्या, क्या यह सही',
    'sahi hai ya nahi, valid hai kya',
  ],
  citizenship: [
    'citizenship, proof of citizenship, proof of birth, date of birth, birth date, prove my age, जन्म तिथि, जन्मतिथि, जन्म प्रमाण, नागरिकता, नागरिकत्व*, নাগরিকত্ব*, குடியுரிமை*, పౌరసత్వ*, નાગરિકતા*, ಪೌರತ್ವ*, പൗരത്വ*, ਨਾਗਰਿਕਤਾ, شہریت, ନାଗରିକତା',
    'nagrikta, citizenship',
  ],
  generate: [
    'generate, make up, fake, sample numbers, dummy, create valid, नकली, बना दो, बनाओ, असली जैसे, जनरेट, জাল, ভুয়া, போலி*, నకిలీ*, નકલી, ನಕಲಿ*, വ്യാജ*, ਨਕਲੀ, جعلی, ନକଲି',
    'nakli, fake, generate, bana do, banao',
  ],
  kyc: ['kyc, केवाईसी, কেওয়াইসি, கேஒய்சி, కేవైసీ, કેવાયસી, ಕೆವೈಸಿ, കെവൈസി, ਕੇਵਾਈਸੀ, کے وائی سی, କେୱାଇସି', 'kyc'],
  mobile: [
    'mobile, mobile number, phone number, contact number, whatsapp, मोबाइल, मोबाईल, फोन नंबर, মোবাইল, ফোন নম্বর, மொபைல், அலைபேசி, கைபேசி, మొబైల్, ఫోన్ నంబర్, મોબાઇલ, મોબાઈલ, ಮೊಬೈಲ್, മൊബൈൽ, ਮੋਬਾਈਲ, موبائل, ମୋବାଇଲ',
    'mobile, phone number',
  ],
  postalCode: [
    'pin code, pincode, pin, postal code, zip, zip code, पिन, पिनकोड, पिन कोड, পিন, পিনকোড, பின்கோடு, பின், பின்கோட், பின்கோடில், పిన్, పిన్‌కోడ్, పిన్ కోడ్, પિન, પિનકોડ, ಪಿನ್, ಪಿನ್‌ಕೋಡ್, പിൻ, പിൻകോഡ്, ਪਿੰਨ, ਪਿਨ, ਪਿੰਨਕੋਡ, پن, پن کوڈ, ପିନ, ପିନକୋଡ',
    'pincode, pin code, pin',
  ],
  deliver: [
    'deliver, delivers, delivery, deliverable, ship, shipping, serviceable, cash on delivery, cod, डिलीवरी, डिलिवरी, डिलिव्हरी, पहुँचा*, पोहोच*, ডেলিভারি, পৌঁছ*, டெலிவரி*, டெலிவரிக்கு, డెలివరీ*, ડિલિવરી*, ಡೆಲಿವರಿ*, ഡെലിവറി*, ਡਿਲੀਵਰੀ, ڈیلیوری, ଡେଲିଭରି',
    'delivery, deliver, cod',
  ],
  landmark: [
    'near, opposite, opp, behind, beside, next to, landmark, gali, lane, street, road, nagar, colony, flat, house, plot, पास, पीछे, सामने, गली, मकान, मोहल्ला, जवळ, मागे, समोर, घर क्र, কাছে, পেছনে, বাড়ি, அருகில், எதிரே, பின்னால், தெரு, దగ్గర, ఎదురుగా, వెనుక, వీధి, પાસે, સામે, પાછળ, ಹತ್ತಿರ, ಎದುರು, ಹಿಂದೆ, അടുത്ത്, എതിർവശം, പിന്നിൽ, ਨੇੜੇ, ਸਾਹਮਣੇ, ਪਿੱਛੇ, قریب, سامنے, پیچھے, ପାଖରେ, ପଛରେ',
    'ke paas, ke peeche, ke samne, gali',
  ],
  states: [
    'how many states, number of states, states and union territories, how many union territories, कितने राज्य, किती राज्ये, কতগুলি রাজ্য, কয়টি রাজ্য, எத்தனை மாநிலங்கள்*, ఎన్ని రాష్ట్రాలు*, કેટલા રાજ્યો, ಎಷ್ಟು ರಾಜ್ಯ*, എത്ര സംസ്ഥാന*, ਕਿੰਨੇ ਰਾਜ, ਕਿੰਨੇ ਸੂਬੇ, کتنی ریاستیں, କେତୋଟି ରାଜ୍ୟ',
    'kitne rajya, kitne states',
  ],
  capital: [
    'capital, राजधानी, রাজধানী, தலைநகர*, రాజధాని*, પાટનગર, રાજધાની, ರಾಜಧಾನಿ*, തലസ്ഥാന*, ਰਾਜਧਾਨੀ, دارالحکومت, راجدھانی, ରାଜଧାନୀ',
    'rajdhani, thalainagaram',
  ],
} as const satisfies Record<string, WordList>;
