/** Owns the signs that a bot turned an input away: called it invalid, asked for it again, or did not understand. */
import { type Stretch, sentencesOf } from './clauses.ts';
import { has, words } from './lexicon.ts';

const INVALID = words(
  "invalid,not valid,not a valid,enter a valid,enter valid,provide a valid,type a valid,give a valid,share a valid,a valid name,a valid number,valid 10-digit,valid 10 digit,not recogni[sz]ed?,couldn't recogni[sz]e,unrecogni[sz]ed,not accepted,cannot accept,can't accept,only letters,letters only,only english,english only,only in english,in english only,english letters,english alphabet~,latin letters,latin alphabet~,roman letters,a-z,special characters,unsupported,not supported,not allowed,numbers only,wrong otp,incorrect otp,wrong pin,digits only,only digits,must contain only,must be 10 digits,must have 10 digits,exactly 10 digits,too many digits,couldn't read,could not read,unable to read,unable to process,cannot read,can't read,could not save,couldn't save,names in english,letters of the english,please retype,not a number,NaN,error",
  'अमान्य,मान्य नहीं,गलत है,सही otp,सही ओटीपी,गलत otp,सही नाम,सही नंबर,सही संख्या,वैध नाम,वैध नंबर,वैध संख्या,मान्य नाम,मान्य नंबर,मान्य संख्या,केवल अंग्रेजी,सिर्फ अंग्रेजी,अंग्रेजी में लिख~,अंग्रेजी में दर्ज,अंग्रेजी में टाइप~,अंग्रेजी में भर~,अंग्रेजी में डाल~,अंग्रेजी में बता~,अंग्रेजी में दें,केवल अक्षर,सिर्फ अक्षर,अंग्रेजी अक्षर~,रोमन में,रोमन अक्षर~,अंग्रेजी अंक~,केवल अंक,स्वीकार नहीं,समर्थित नहीं,पढ़ नहीं,गलत नंबर,गलत नाम,त्रुटि',
  'amanya,sahi number,sahi naam,valid number,valid naam,english mein likh~,english me likh~,sirf english,angrezi mein',
  'অবৈধ,বৈধ নয়,সঠিক নাম,সঠিক নম্বর,সঠিক সংখ্যা,বৈধ নাম,বৈধ নম্বর,বৈধ সংখ্যা,ইংরেজিতে,ইংরেজি অক্ষর~,ইংৰাজীত,অমান্য,শুধু সংখ্যা',
  'எழுத்துகள் மட்டும~,எழுத்துக்கள் மட்டும~,அங்கீகரிக்க முடிய~,செல்லாத,செல்லாது,தவறான பெயர்,தவறான எண்,சரியான பெயர்~,சரியான எண்~,சரியான வயது~,ஆங்கிலத்தில்,ஆங்கில எழுத்து~,ஆங்கில எண்~',
  'తప్పు otp,తప్పు ఓటీపీ,అంకెలు మాత్రమే,సంఖ్యలు మాత్రమే,ಅಂಕಿಗಳು ಮಾತ್ರ,ಸಂಖ್ಯೆಗಳು ಮಾತ್ರ,ತಪ್ಪು otp,അക്കങ്ങൾ മാത്രം,തെറ്റായ otp,எண்கள் மட்டும்,எண்களில் மட்டும்,தவறான otp,ভুল otp,ভুল ওটিপি,ખોટો otp,ખોટો ઓટીપી,માત્ર અંક~,ਗਲਤ otp,ਸਿਰਫ਼ ਅੰਕ~,ଭୁଲ otp,କେବଳ ଅଙ୍କ,चुकीचा otp,चुकीचा ओटीपी,फक्त अंक~,అక్షరాలు మాత్రమే,అక్షరాలు మాత్రం,ಅಕ್ಷರಗಳು ಮಾತ್ರ,അക്ഷരങ്ങൾ മാത്രം,చెల్లదు,చెల్లని,సరైన పేరు~,సరైన నంబర్~,సరైన సంఖ్య~,ఇంగ్లీష్‌లో,ఇంగ్లీషులో,ఆంగ్లంలో,ఆంగ్ల అక్షర~,ಅಮಾನ್ಯ,ಸರಿಯಾದ ಹೆಸರ~,ಸರಿಯಾದ ಸಂಖ್ಯೆ~,ಇಂಗ್ಲಿಷ್‌ನಲ್ಲಿ,ಇಂಗ್ಲಿಷ್ ಅಕ್ಷರ~,അസാധു~,ശരിയായ പേര്~,ശരിയായ നമ്പർ~,ഇംഗ്ലീഷിൽ,ഇംഗ്ലീഷ് അക്ഷര~',
  'અમાન્ય,માન્ય નામ,માન્ય નંબર,સાચું નામ,સાચો નંબર,અંગ્રેજીમાં,અંગ્રેજી અક્ષર~,ਅਵੈਧ,ਸਹੀ ਨਾਮ,ਸਹੀ ਨੰਬਰ,ਵੈਧ ਨਾਮ,ਵੈਧ ਨੰਬਰ,ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ,ਅੰਗਰੇਜ਼ੀ ਅੱਖਰ~,ଅବୈଧ,ଅମାନ୍ୟ,ସଠିକ୍ ନାମ,ସଠିକ୍ ନମ୍ବର,ଇଂରାଜୀରେ,ଇଂରାଜୀ ଅକ୍ଷର~',
  'इंग्रजी अंक~,वैध नाव,योग्य नाव,योग्य क्रमांक,अवैध,इंग्रजीत,इंग्रजी अक्षर~,مکمل نہیں,درست نام,درست نمبر,غلط نمبر,انگریزی میں,انگریزی حروف,ᱤᱝᱞᱤᱥ',
);

/** Words that turn a sign around: `no error`, `the number is valid, not invalid`. */
const FINE = words(
  'any error,error ho to,त्रुटि हो तो,गलती हो तो,if there is an error,no error,not invalid,without error,without any error,no problem,looks valid,is valid,are valid,optional,if you like,if you prefer,would you like,कोई समस्या नहीं,कोई त्रुटि नहीं,चाहें तो,वैकल्पिक,mil gaya,chahein to',
);

const NOT_UNDERSTOOD = words(
  "(?:did not|didn't|do not|don't|couldn't|could not|can't|cannot|unable to) (?:quite |really |fully |exactly |completely )?(?:understand|get (?:that|it|you|what)|catch (?:that|it|you|what)|follow(?: that| you)?|make (?:that|it|this) out|make out|figure (?:that|it) out|parse),not understand,not (?:quite |really )?sure what you(?: mean| want| are|'re),not sure i (?:understand|follow|got),come again,beyond me,say (?:that|it) (?:again|differently),put (?:that|it) (?:differently|another way),rephrase,language is not supported,not support this language,only support english,only understand english,type in english,write in english,try again in english,speak english,please use english",
  'समझ (?:ही )?नहीं,समझ पाया नहीं,समझ न(?:हीं)? (?:पाया|पाई|सका|सकी),बुझ्न सक~,बुझिनं,समझ नही,समझा नहीं,समझ में नहीं,अंग्रेजी में लिख~,अंग्रेजी में पूछ~,दोबारा लिख~,samajh (?:mein |me |main |hi )?nah~,samjh (?:nahi|nhi),samajh nhi,samjha nahi,samjhi nahi,samajh nahee,dobara likh~,english mein likh~,english me likh~',
  'বুঝতে পারিনি,বুঝতে পারছি না,বুঝিনি,বুঝলাম না,ধরতে পারলাম না,বুজিব নোৱাৰ~,বুজি নাপালোঁ,புரியவில்லை,புரியலை,புரியல,விளங்கவில்லை,purila,puriyala,puriyavillai,అర్థం కాలేదు,అర్థంకాలేదు,అర్థం కావడం లేదు,ardham kaledu,ಅರ್ಥವಾಗಲಿಲ್ಲ,ಅರ್ಥ ಆಗಲಿಲ್ಲ,ತಿಳಿಯಲಿಲ್ಲ,artha aagilla,മനസ്സിലായില്ല,മനസ്സിലാകുന്നില്ല,manasilayilla,સમજાયું નહીં,સમજ ન પડી,સમજાતું નથી,સમજ્યો નહીં,samjayu nahi,ਸਮਝ ਨਹੀਂ,ବୁଝିପାରିଲି ନାହିଁ,ବୁଝି ପାରିଲି ନାହିଁ,समजले नाही,समजलं नाही,कळले नाही,samajle nahi,bujhte parini,سمجھ نہیں,سمجھ میں نہیں',
);

/** The sentence in which an input is called invalid or asked for again; null when it was taken. */
export function turnedAway(text: string): Stretch | null {
  return sentencesOf(text).find((sentence) => has(sentence.text, INVALID) && !has(sentence.text, FINE)) ?? null;
}

/** The sentence that says that the bot did not understand; null when there is none. */
export function notUnderstood(text: string): Stretch | null {
  return sentencesOf(text).find((sentence) => has(sentence.text, NOT_UNDERSTOOD)) ?? null;
}

export const ASKS = words(
  'please enter,please tell,please share,please provide,please type,please give,please send,please specify,enter your,type your,tell me your,provide your,share your,what is your,what was your,how much,how many,how old,which number,which amount,what amount',
  'कितनी,कितना,कितने,बताएं,बताइए,बताइये,बताओ,लिखें,लिखिए,डालें,डालिए,दर्ज करें,दर्ज कीजिए,दोबारा,फिर से,kitni,kitna,kitne,bataiye,batayein,batao,likhiye,likhein,daaliye,daalein,dalein,dobara,phir se',
  'लेख्नुहोस्,भन्नुहोस्,दिनुहोस्,किती,सांगा,लिहा,टाका,पुन्हा,কত,লিখুন,জানান,বলুন,দিন,আবার,কিমান,লিখক,જણાવો,લખો,કેટલ~,ફરીથી,ਦੱਸੋ,ਲਿਖੋ,ਕਿੰਨ~,ਦੁਬਾਰਾ,କେତେ,ଲେଖନ୍ତୁ,କୁହନ୍ତୁ,ପୁଣି',
  'எவ்வளவு,எத்தனை,சொல்லுங்கள்,சொல்லவும்,உள்ளிடவும்,எழுதவும்,எழுதுங்கள்,தெரிவிக்கவும்,மீண்டும்,ఎంత,ఎన్ని,చెప్పండి,రాయండి,నమోదు చేయండి,మళ్లీ,ಎಷ್ಟು,ತಿಳಿಸಿ,ಬರೆಯಿರಿ,ನಮೂದಿಸಿ,ಮತ್ತೆ,എത്ര,പറയൂ,പറയുക,എഴുതുക,നൽകുക,വീണ്ടും,کتن~,بتائیں,لکھیں,درج کریں,دوبارہ',
);

/** The sentence that asks the user to tell or type something; null when there is none. */
export function asksFor(text: string): Stretch | null {
  return sentencesOf(text).find((sentence) => has(sentence.text, ASKS)) ?? null;
}

const REFUSED = words(
  "i can't,i cannot,i can not,i'm unable,i am unable,i won't,i will not,can't help,cannot help,not able to,can't share,cannot share,not allowed to,sorry",
  'नहीं कर सकता,नहीं कर सकती,नहीं दे सकता,नहीं दे सकती,नहीं बता सकता,नहीं बता सकती,साझा नहीं,मदद नहीं कर,क्षमा करें,माफ कीजिए,माफ करें,nahi kar sakta,nahi bata sakta,nahi de sakta,nahi kar sakti,maaf',
  'পারব না,পারি না,পারছি না,দুঃখিত,முடியாது,மன்னிக்கவும்,చేయలేను,ఇవ్వలేను,క్షమించండి,చెప్పలేను,ಸಾಧ್ಯವಿಲ್ಲ,ಕ್ಷಮಿಸಿ,കഴിയില്ല,ക്ഷമിക്കണം,શકતો નથી,શકું નહીં,માફ કરશો,ਨਹੀਂ ਕਰ ਸਕਦਾ,ਮਾਫ਼ ਕਰਨਾ,ପାରିବି ନାହିଁ,କ୍ଷମା କରନ୍ତୁ,शकत नाही,माफ करा,نہیں کر سکتا,معذرت',
);

export function refuses(text: string): Stretch | null {
  return sentencesOf(text).find((sentence) => has(sentence.text, REFUSED)) ?? null;
}
