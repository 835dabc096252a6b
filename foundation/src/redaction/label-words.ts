/**
 * The words people put beside a number to say what it is, in English, romanised Hindi and the scripts of India.
 * Each entry is regular-expression source: `latin` words end where they end, `indic` ones may go on with an ending.
 */
import type { IdentifierType } from './identifier.ts';

/** `other`: orders, transactions, tickets and all else that is numbered but names no person. */
export type Label = IdentifierType | 'other';

export interface Words {
  latin: string;
  indic: string;
}

export const LABEL_WORDS: Record<Label, Words> = {
  bank_account: {
    latin:
      '(?:bank )?a/?c(?:s|c|ct)?(?=[\\s.:#/-])|(?:bank )?acc?(?:oun)?ts?(?:[_ ]?(?:number|num|no))?|acc(?=[\\s.:#])|khaa?t[aeo]|kanakku',
    indic:
      'खात[ाें]|खात्या|अकाउंट|एकाउंट|अकाऊंट|खाते|হিস[াে]ব|অ্যাকাউন্ট|একাউন্ট|একাউণ্ট|ખાત[ાું]|એકાઉન્ટ|ਖਾਤ[ਾੇ]|ਅਕਾਊਂਟ|ଖାତା|ଆକାଉଣ୍ଟ|கணக்கு|கணக்கி|அக்கவுண்ட|ఖాతా|అకౌంట|ಖಾತ[ೆಾ]|ಅಕೌಂಟ|അക്കൗണ്ട|اکاؤنٹ|کھات[ہے]',
  },
  aadhaar: {
    latin: 'a{1,2}dha{1,2}r|adhar|uid(?:ai)?|aadhaar[_ ]?(?:number|no)',
    indic: 'आधार|আধার|আধাৰ|આધાર|ਆਧਾਰ|ଆଧାର|ஆதார்|ఆధార్|ಆಧಾರ್|ആധാർ|ആധാര|آدھار',
  },
  phone: {
    latin:
      'phones?|telephone|ph|mob(?:ile)?s?|cell|tel|calls?|whats ?app|wa(?:\\.me)?|sms|contact|msg|ring|dial|helpline|customer care|fone|(?:mobile|phone|contact)[_ ]?(?:number|no)',
    indic:
      'फोन|मोबाइल|मोबाईल|कॉल|व्हाट्सएप|व्हाट्सऐप|संपर्क|ফোন|মোবাইল|কল|ફોન|મોબાઇલ|મોબાઈલ|ਫੋਨ|ਮੋਬਾਈਲ|ਮੋਬਾਇਲ|ଫୋନ|ମୋବାଇଲ|போன்|ஃபோன்|மொபைல்|கைபேசி|தொலைபேசி|அழை|ఫోన్|మొబైల్|కాల్|ಫೋನ್|ಮೊಬೈಲ್|ಕರೆ|ഫോൺ|മൊബൈൽ|വിളി|فون|موبائل',
  },
  pan: {
    latin: 'pan|permanent account number',
    indic: 'पैन|पॅन|প্যান|পেন|પાન|પેન|ਪੈਨ|ପାନ|ପ୍ୟାନ|பான்|பேன்|పాన్|ప్యాన్|ಪ್ಯಾನ್|ಪಾನ್|പാൻ|പാന|پین',
  },
  gstin: {
    latin: 'gst(?:in)?',
    indic: 'जीएसटी|জিএসটি|જીએસટી|ਜੀਐਸਟੀ|ଜିଏସଟି|ஜிஎஸ்டி|జీఎస్టీ|ಜಿಎಸ್ಟಿ|ജിഎസ്ടി|جی ایس ٹی',
  },
  ifsc: {
    latin: 'ifsc?(?: code)?|branch|neft|rtgs|imps',
    indic:
      'आ[ईइय]एफएससी|आ[ईइय]एफएस कोड|আইএফএসসি|আইএফএছ[চছ]ি|આ[ઈઇ]એફએસસી|ਆਈਐੱ?ਫਐੱ?ਸਸੀ|ਆਈਐੱ?ਫ਼?ਐੱ?ਸਸੀ|ଆଇଏଫଏସସି|ஐஎ[ஃப]*ப்?எஸ்[சஸ]ி|ஐ\\.?எஃப்\\.?எஸ்\\.?சி|ఐఎఫ్ఎస్స[ిీ]|ಐಎಫ್ಎಸ್ಸಿ|ഐഎഫ്എസ്സി|آئی ایف ایس سی',
  },
  upi: {
    latin: 'upi|vpa|bhim|g(?:oogle)? ?pay|phone ?pe|paytm',
    indic: 'य[ूु]पीआ[ईइय]|ইউপিআই|যুপিআই|ય[ુૂ]પીઆ[ઈઇ]|ਯੂਪੀਆਈ|ୟୁପିଆଇ|ய[ுூ]பிஐ|య[ూు]ప[ీి]ఐ|ಯ[ುೂ]ಪಿಐ|യ[ുൂ]പിഐ|یو پی آئی',
  },
  voter_id: {
    latin: 'voters?|epic|election card|elector',
    indic:
      'वोटर|मतदाता|मतदार|(?:इलेक्शन|चुनाव|निर्वाचन) कार्ड|ভোটার|ভোটদাতা|মতদাতা|(?:ইলেকশন|নির্বাচনী) কার্ড|મતદાર|વોટર|(?:ઇલેક્શન|ચૂંટણી) કાર્ડ|ਵੋਟਰ|ਚੋਣ ਕਾਰਡ|ଭୋଟର|ଭୋଟଦାତା|ନିର୍ବାଚନ ପରିଚୟ|வாக்காளர்|தேர்தல் அடையாள|ఓటరు|ఓటర్|ఎన్నికల గుర్తింపు|ಮತದಾರ|ವೋಟರ್|ಚುನಾವಣಾ (?:ಗುರುತಿನ|ಚೀಟಿ)|വോട്ടർ|വോട്ടറ|വോട്ടേഴ്സ്|ഇലക്ഷൻ (?:കാർഡ|ഐഡി)|ووٹر|انتخابی کارڈ',
  },
  passport: {
    latin: 'pass ?port|pp no',
    indic:
      'पासपोर्ट|পাসপোর্ট|পাছপ.?ৰ্ট|પાસપોર્ટ|ਪਾਸਪੋਰਟ|ପାସପୋର୍ଟ|பாஸ்போர்ட்|கடவுச்சீட்டு|పాస్పోర్ట్|పాస్‌పోర్ట్|ಪಾಸ್ಪೋರ್ಟ್|ಪಾಸ್‌ಪೋರ್ಟ್|പാസ്പോർട്ട്|പാസ്‌പോർട്ട്|پاسپورٹ',
  },
  driving_licence: {
    latin: 'dl|driving licen[cs]e|driver.?s? licen[cs]e',
    indic: 'लाइसेंस|लायसन्स|লাইসেন্স|લાઇસન્સ|ਲਾਇਸੈਂਸ|ଲାଇସେନ୍ସ|உரிமம்|లైసెన్స్|ಲೈಸೆನ್ಸ್|ಪರವಾನಗಿ|ലൈസൻസ്|لائسنس',
  },
  email: {
    latin: 'e-?mail|mail',
    indic: 'ईमेल|ইমেল|ઇમેલ|ਈਮੇਲ|ଇମେଲ|மின்னஞ்சல்|ఈమెయిల్|ಇಮೇಲ್|ഇമെയിൽ|ای میل',
  },
  other: {
    latin: [
      'orders?|ord|transactions?|txns?|trans|tran|trx|ref(?:erence)?s?|rrn|utr|arn|invoices?|inv|bills?|receipts?|challan',
      'tickets?|tkt|bookings?|pnr|coupons?|vouchers?|promo|code|batch|sku|model|mdl|part|products?|items?|serial',
      'imei|imsi|iccid|isbn|issn|ean|upc|barcode|hsn|track(?:ing)?|awb|consignment|shipments?|parcel|speed ?post|courier',
      'docket|complaints?|cmp|grievance|requests?|srn|case|fir (?:no|number)|tokens?|consumers?|(?:customer|cust|client|merchant|user|member|employee|student)[ _]?(?:id|no|number|code)',
      'cif|crn|applications?|appl?n?|registration|regn|enrol?lments?|admission|roll|seat|hall ?ticket',
      'exam|certificate|policy|policies|folio|demat|fssai|lic|udyam|cin|uan|epf|esic?|ppo|samagra|ration',
      '(?:credit|debit|atm|rupay|visa|master) ?card|flight|train|coach|gate|tower|version|build|errors?|session|event',
      'job|row|record|plot|survey|khasra|meter|connection|vehicle|chassis|engine|seed|seq|bytes',
      'size|count|timestamp|offset|loan|fd|otp|pin|pincode|zip|balance|amount|amt|price|total|limit|salary|income',
      '(?:google|gmail|instagram|insta|facebook|fb|twitter|telegram|email|user|login|amazon|flipkart) (?:account|a/c)',
    ].join('|'),
    indic: [
      'ऑर्डर|आर्डर|ट्रांजैक्शन|ट्रांजेक्शन|ट्रांसैक्शन|लेनदेन|लेन-देन|रेफरेंस|संदर्भ|बिल|रसीद|टिकट|कूपन|ट्रैकिंग|उपभोक्ता|ग्राहक|आवेदन|अर्ज|रोल|शिकायत|चालान|पीएनआर|इनवॉइस|बैच|कोड|पिन|व्यवहार',
      'অর্ডার|অৰ্ডাৰ|লেনদেন|ট্রানজ[্যা]*কশন|ট্রান্সঅ্যাকশন|রেফারেন্স|বিল|টিকিট|কুপন|আবেদন|অভিযোগ|পিন',
      'ઓર્ડર|ટ્રાન્[ઝસ]ેક્શન|વ્યવહાર|સંદર્ભ|બિલ|ટિકિટ|કૂપન|અરજી|ફરિયાદ|પિન',
      'ਆਰਡਰ|ਟ੍ਰਾਂਜ਼ੈਕਸ਼ਨ|ਲੈਣ-ਦੇਣ|ਬਿੱਲ|ਟਿਕਟ|ਕੂਪਨ|ਅਰਜ਼ੀ|ਸ਼ਿਕਾਇਤ',
      'ଅର୍ଡର|କାରବାର|ବିଲ୍|ଟିକେଟ|ଆବେଦନ|ଅଭିଯୋଗ',
      'ஆர்டர்|பரிவர்த்தனை|குறிப்பு|பில்|டிக்கெட்|கூப்பன்|விண்ணப்ப|புகார்|நுகர்வோர்|பின்',
      'ఆర్డర్|లావాదేవీ|బిల్లు|టికెట్|కూపన్|దరఖాస్తు|ఫిర్యాదు|పిన్',
      'ಆರ್ಡರ್|ವಹಿವಾಟು|ಬಿಲ್|ಟಿಕೆಟ್|ಕೂಪನ್|ಅರ್ಜಿ|ದೂರು|ಪಿನ್',
      'ഓർഡർ|ഇടപാട്|ബിൽ|ടിക്കറ്റ്|കൂപ്പൺ|അപേക്ഷ|പരാതി|പിൻ',
      'آرڈر|ٹرانزیکشن|لین دین|بل|ٹکٹ|کوپن|درخواست|شکایت',
    ].join('|'),
  },
};

/** `number` and its like: they say that a label is of a number. */
export const NUMBER_NOUN: Words = {
  latin: 'nos?|num|nbr|number|numbers|id|ids',
  indic:
    'नंबर|नम्बर|नं|संख्या|क्रमांक|आ[ईय]डी|আইডি|આ[ઈઇ]ડી|ਆਈਡੀ|ଆଇଡି|ஐடி|ఐడ[ీి]|ಐಡಿ|ഐഡി|آئی ڈی|নম্বর|নাম্বার|নং|সংখ্যা|નંબર|નં|ਨੰਬਰ|ନମ୍ବର|ନମ୍ୱର|ସଂଖ୍ୟା|எண்|நம்பர்|నంబర్|నెంబర్|సంఖ్య|ಸಂಖ್ಯೆ|ನಂಬರ್|നമ്പർ|നമ്പര|نمبر',
};
/** `19211856214199 is my account` */
export const COPULA: Words = {
  latin: 'is|was|are|hai|h|wala|vala',
  indic: 'है|आहे|वाला|হল|হলো|છે|ਹੈ|ہے',
};

/** Words that may stand between a label and its number. */
export const TIE: Words = {
  latin: `${COPULA.latin}|ka|ki|ke|mera|meri|my|the|our|this|ye|yeh|card|code|identity|linked|sbi|hdfc|icici|pnb|axis|bob|canara|savings|current`,
  indic: `${COPULA.indic}|का|की|के|मेरा|मेरी|कार्ड|पहचान|पत्र|ओळखपत्र|पहचानपत्र|परिचयपत्र|পরিচয়|পরিচয়পত্র|পত্র|ઓળખ|ઓળખપત્ર|ਪਛਾਣ|ਪੱਤਰ|ପରିଚୟ|ପତ୍ର|அடையாள|அட்டை|గుర్తింపు|ಗುರುತಿನ|ಚೀಟಿ|തിരിച്ചറിയൽ|شناختی|আমার|কার্ড|મારો|કાર્ડ|ਦਾ|ਕਾਰਡ|ମୋର|କାର୍ଡ|கார்டு|என்|కార్డు|కార్డ్|నా|ಕಾರ್ಡ್|ನನ್ನ|കാർഡ്|എന്റെ|کا|میرا|کارڈ`,
};
