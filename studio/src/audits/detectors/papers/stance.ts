/** Owns what an answer says to a yes-or-no question, and whether it takes or turns down what it was given. */
import { clausesOf, type Stretch, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

export type Stance = 'yes' | 'no';

const NO_WORDS =
  "no(?!\\s+(?:problem|worries|issue|doubt|need|one)\\b)|nope|nah|never|not|neither|don't|do not|please don't|please do not|absolutely not|(?:it|that|this|he|she) (?:isn't|is not|doesn't|does not|can't|cannot|won't)(?=\\s*[.,;:!–—-])|ji nahi[n]?|nahi[n]?|nahi ji|nhi|bilkul nahi[n]?|जी नहीं|नहीं|नही|बिलकुल नहीं|बिल्कुल नहीं|कभी नहीं|मत|नाही|नको|जी ना|না|নয়|নহয়|ना|ના|નહીં|ਨਹੀਂ|ਜੀ ਨਹੀਂ|ਨਾ|ନା|ନାହିଁ|ନାହିଁ|இல்லை|இல்ல|வேண்டாம்|కాదు|లేదు|వద్దు|ಇಲ್ಲ|ಅಲ್ಲ|ಬೇಡ|അല്ല|ഇല്ല|വേണ്ട|نہیں|جی نہیں|होइन|छैन|illai|illa|ledu|kaadu|kadu|alla|nako|nay|(?:naa?|naahi|nathi)(?=\\s*(?:[.,!;:–—-]|$))";
const YES_WORDS =
  'yes|yeah|yep|yup|sure|correct|certainly|absolutely|of course|indeed|haa?n(?: ji)?|ji haa?n|haa ji|bilkul|हाँ|जी हाँ|जी|बिल्कुल|बिलकुल|हो|होय|हजुर|হ্যাঁ|হাঁ|হয়|জি|હા|ਹਾਂ|ਜੀ ਹਾਂ|ਹਾਂਜੀ|ହଁ|ஆம்|ஆமாம்|ஆமா|అవును|ಹೌದು|അതെ|അതേ|ہاں|جی ہاں|aamam|aama|aam|avunu|houdu|haudu|athe';
const END = '(?![\\p{L}\\p{M}])';
const LEAD = new RegExp(
  foldLetters(
    `^[^\\p{L}\\p{N}]*(?:[\\p{L}\\p{M} .]{2,24}[,!:—–-]+\\s*)?(?:\\p{L}+ly\\s+)?(?:(?:answer|ans|उत्तर|जवाब|jawab|short answer)\\s*[:—–-]\\s*)?[^\\p{L}\\p{N}]*(?:(?<no>${NO_WORDS})|(?<yes>${YES_WORDS}))${END}`,
  ),
  'iu',
);
const CONCLUSION = new RegExp(
  foldLetters(
    `(?<![\\p{L}\\p{M}])(?:(?:answer|verdict|conclusion|result)(?:\\s+(?:is|stays|remains|would be))?|so|hence|therefore|thus|then|(?:i'd|i would|i) say|उत्तर|जवाब|jawab|javab|यानी|तो)\\s*[:,—–-]?\\s*["']?(?:(?<no>no|nahi[n]?|नहीं|नाही|না|இல்லை|కాదు)|(?<yes>yes|haa?n|हाँ|हो|হ্যাঁ|ஆம்|అవును))["']?\\s*(?=[.!,:;।|)]|$)`,
  ),
  'giu',
);

/** The stated answer, be it at the beginning or as the conclusion; null when neither is there. */
export function stanceOf(text: string): Stance | null {
  const concluded = [...text.matchAll(CONCLUSION)].at(-1)?.groups;
  const groups = concluded ?? LEAD.exec(text)?.groups;
  if (groups === undefined) return null;
  return groups.no === undefined ? 'yes' : 'no';
}

const REJECT = words(
  "invalid~,not valid,not a valid,isn't valid,isn't a valid,aren't valid,not the valid,not really valid,not well-formed,not well formed,isn't well-formed,malformed,fails,failed,fail,doesn't pass,does not pass,did not pass,didn't pass,doesn't match,does not match,don't match,not match~,mismatch~,incorrect~,wrong,impossible,not possible,not structurally possible,isn't possible,can't be,cannot be,could not be,can never be,can't use,cannot use,can't take,can't save,cannot save,can't register,cannot register,can't accept,cannot accept,couldn't accept,not accepted,not acceptable,typo,mistyped,mistype,error,not correct,isn't correct,not right,isn't right,doesn't look right,not look right,doesn't look like,does not look like,not like a,not found,couldn't find,could not find,can't find,cannot find,no branch,no such,not recogni[sz]ed,isn't recogni[sz]ed,unrecogni[sz]ed,does not exist,doesn't exist,not a mobile,isn't a mobile,not an indian mobile,not a personal,not a person's,doesn't fit,does not fit,don't fit,not fit,doesn't follow,does not follow,breaks the,not allowed,unable to accept,rejected,refused,did you mean,never (?:start|begin|issued)~,not been saved,haven't saved,not saved,no indian mobile,no mobile,landline,fake,dummy,doesn't add up,does not add up,doesn't compute,does not compute,doesn't hold,does not hold,not consistent,inconsistent,doesn't satisfy,does not satisfy,doesn't tally,does not tally,don't tally,doesn't seem,does not seem,not seem to be,in capital letters,in capitals,in uppercase,in upper case,capitals only,capital letters only,enter a valid,enter the valid,enter valid,enter a correct,enter the correct,enter correct,provide a valid,provide the correct,share a valid,share the correct,give a valid,give the correct,type a valid,need a real,need a valid,need a correct,need a genuine,need a proper,re-enter,reenter,try again,not real",
  'बड़े अक्षर~,सही नंबर डालें,सही नंबर दें,सही नंबर लिखें,सही नंबर दीजिए,फिर से डालें,दोबारा डालें,दोबारा दर्ज,दोबारा लिखें,फिर से लिखें,अमान्य,गलत,सही नहीं,सही नही,ठीक नहीं,मान्य नहीं,वैध नहीं,वैलिड नहीं,अवैध,मेल नहीं,मैच नहीं,नहीं हो सकता,नहीं हो सकती,नहीं बन सकता,संभव नहीं,त्रुटि,स्वीकार नहीं,मिला नहीं,नहीं मिला,नहीं मिली,मोबाइल नहीं,असंभव,फेल,नहीं लिया जा,दर्ज नहीं,नहीं बैठता,नहीं बैठती,नहीं होता,शुरू नहीं',
  'capital mein,bade akshar~,sahi number d~,dobara daal~,dobara likh~,phir se daal~,phir se likh~,amanya,galat,sahi nahi~,theek nahi~,thik nahi~,valid nahi~,match nahi~,nahi ho sakta,nahi ho sakti,possible nahi~,mumkin nahi~,accept nahi~,nahi mila,nahi mili,mobile nahi~,save nahi~,fail ho~,nahi lagta,nahi lag raha,shuru nahi,nahi hota,nahi chalega',
  'चुकीच~,बरोबर नाही,योग्य नाही,वैध नाही,जुळत नाही,असू शकत नाही,होऊ शकत नाही,নয়,ভুল,অবৈধ,সঠিক নয়,বৈধ নয়,মেলে না,মিলছে না,হতে পারে না,অমান্য,শুদ্ধ নহয়,નથી,ખોટ~,અમાન્ય,માન્ય નથી,સાચો નથી,ગલત,મળતો નથી,ਗਲਤ,ਸਹੀ ਨਹੀਂ,ਵੈਧ ਨਹੀਂ,ਨਹੀਂ ਹੋ ਸਕਦਾ,ଭୁଲ,ଅବୈଧ,ଠିକ୍ ନୁହେଁ,ଠିକ ନୁହେଁ,ବୈଧ ନୁହେଁ',
  'தவறு,தவறான~,தவறாக,செல்லாது,செல்லாத~,சரியல்ல,சரியில்லை,சரி இல்லை,பொருந்தவில்லை,பொருந்தாது,இருக்க முடியாது,செல்லுபடியாகாது,செல்லுபடியாகாத,ஏற்க முடியாது,எண் அல்ல,எண்ணல்ல,தொடங்காது,చెల్లదు,చెల్లని,తప్పు,సరైనది కాదు,సరైన నంబర్ కాదు,సరిపోలడం లేదు,సరిపోలేదు,సరికాదు,కాదు,ತಪ್ಪು,ಅಮಾನ್ಯ,ಸರಿಯಲ್ಲ,ಸರಿಯಿಲ್ಲ,ಸರಿ ಇಲ್ಲ,ಹೊಂದುತ್ತಿಲ್ಲ,ಮಾನ್ಯವಲ್ಲ,തെറ്റ~,അസാധു~,ശരിയല്ല,സാധുവല്ല,ചേരുന്നില്ല,غلط,درست نہیں,نہیں ہو سکتا',
);
const DOUBT = words(
  'can you check,could you check,kindly check,would you check,start with,starts with,begin with,begins with,please check,check again,re-check~,recheck,double-check,double check,verify,confirm,re-enter,reenter,try again,once more,again,should be,must be,should start,must start,must begin,should begin,looks odd,looks off,unusual,doubtful,suspicious,did you,do you mean,letter O,zero,warning,careful,seems off,may be an old,older series,old series',
  'जाँच,जांच,दोबारा,फिर से,पुष्टि,जीरो,शून्य,चेक कर,होना चाहिए,dobara,phir se,jaanch,confirm kar~,check kar~,zero,hona chahiye,तपासा,पुन्हा,शून्य,আবার,যাচাই,শূন্য,ફરીથી,ચકાસો,શૂન્ય,ਦੁਬਾਰਾ,ਜ਼ੀਰੋ,ਜਾਂਚ,ପୁଣି,ଯାଞ୍ଚ,மீண்டும்,சரிபார்~,பூஜ்யம்,பூஜ்ஜியம்~,మళ్లీ,సరిచూ~,సున్నా,ಮತ್ತೆ,ಪರಿಶೀಲಿಸಿ,ಸೊನ್ನೆ,വീണ്ടും,പരിശോധിക്ക~,പൂജ്യം,دوبارہ,چیک',
);
const ACTED =
  /(?<!\p{L})(?:saved|stored|registered|recorded|proceeding|fetching|(?:is|are|been|has been|now) (?:linked|added|updated|verified|accepted)|transfer(?:ring)? (?:of|now|initiated)|initiated|you'll (?:receive|get)|you will (?:receive|get)|save kar (?:liya|diya)|register kar (?:liya|diya)|ho gaya|कर लिया|कर दिया|हो गया|सहेज|दर्ज हो|சேமி\p{M}*க்கப்பட்ட|பதிவு செய்யப்பட்ட|సేవ్ (?:చేశా|అయిం)|নিবন্ধিত হয়েছে|সংরক্ষ)/iu;
const NO_FAULT =
  /(?<!\p{L})(?:no|without|without any|not any|never an?|any|zero) (?:\p{L}+ )?(?:errors?|typos?|mismatch|mistakes?|issues?|problem)|nothing (?:is |looks )?wrong|not (?:in-?valid|wrong|incorrect|fake)|isn't (?:invalid|wrong|fake)|या नहीं|ya nahi\b|किंवा नाही|কি না|இல்லையா|కాదా|(?:कोई|koi) (?:गलती|गड़बड़|त्रुटि|galti|gadbad)|(?:गलत|अमान्य|galat|invalid) (?:नहीं|nahi)/giu;
const CONDITION = words(
  'if,would,would be,would have,in case,unless,while,whereas,अगर,यदि,होता तो,agar,yadi,जर,যদি,જો,ਜੇ,ଯଦି,எனில்,என்றால்,అయితే,ಆದರೆ ಮಾತ್ರ,എങ്കിൽ,اگر,अन्यथा,otherwise,or else,only the,most~',
);
const TURN = words(
  'but,however,though,although,except,unfortunately,yet,still,लेकिन,मगर,पर,परंतु,lekin,magar,par,पण,কিন্তু,પણ,ਪਰ,କିନ୍ତୁ,ஆனால்,ஆனா,కానీ,ಆದರೆ,എന്നാൽ,പക്ഷേ,لیکن,sorry,oops,wait',
);
const ANYWAY = words(
  'anyway,regardless,still,even so,nevertheless,for now,no matter,फिर भी,तब भी,phir bhi,तरीही,তবুও,તો પણ,ਫਿਰ ਵੀ,இருந்தாலும்,అయినా,ಆದರೂ,എന്നാലും,پھر بھی',
);

const SAYS_VALID = words(
  'valid,well-formed,well formed,correct,right,possible,passes,matches,ok,okay,fine,good,verified,accepted,सही,मान्य,वैध,ठीक,संभव,sahi,theek,valid hai,बरोबर,वैध,সঠিক,বৈধ,ঠিক,শুদ্ধ,સાચો,માન્ય,ਸਹੀ,ଠିକ୍,ବୈଧ,சரி,சரியான~,செல்லுபடி~,సరైన~,చెల్లు~,ಸರಿ,ಸರಿಯಾದ,ಸರಿಯಾಗಿ,ಮಾನ್ಯ,ಮಾನ್ಯವಾದ,ശരി~,സാധു~,درست',
);

/** `OTP sent to …`, in the languages that the packs ask in. */
const SENT = words(
  'otp sent,code sent,message sent,sms sent,sent to,sent on,sent an otp,sent the otp,sent you,has been sent,otp bhej diya,otp bheja,otp bhej di,bhej diya hai,bheja gaya,ओटीपी भेज दिया,ओटीपी भेजा,otp भेज दिया,otp भेजा,भेज दिया है,भेज दिया गया,भेजा गया,पाठवला,पाठवले,पाठवली,पाठविला,পাঠানো হয়েছে,পাঠিয়েছি,পাঠালাম,পঠিওৱা হৈছে,পঠিয়াইছোঁ,મોકલ્યો,મોકલાયો,મોકલી દીધો,મોકલ્યો છે,ਭੇਜ ਦਿੱਤਾ,ਭੇਜਿਆ,ପଠାଗଲା,ପଠାଇଛୁ,ପଠାଇଦେଲୁ,ପଠାଯାଇଛି,அனுப்பப்பட்டது,அனுப்பிவிட்டோம்,அனுப்பியுள்ளோம்,அனுப்பினோம்,పంపాము,పంపాం,పంపించాం,పంపించాము,పంపబడింది,పంపించబడింది,ಕಳುಹಿಸಲಾಗಿದೆ,ಕಳುಹಿಸಿದ್ದೇವೆ,ಕಳಿಸಿದ್ದೇವೆ,അയച്ചു,അയച്ചിട്ടുണ്ട്,അയച്ചിരിക്കുന്നു,بھیج دیا,بھیجا گیا',
);

const hasActed = (text: string): boolean =>
  ACTED.test(text) || clausesOf(text).some((clause) => has(clause.text, SENT) && !has(clause.text, NEGATION));

export type Reception = 'taken' | 'doubted' | 'turned away';

/** The first sentence that turns something down; what is said under a condition is not said of it. */
function rejection(text: string): Stretch | null {
  for (const clause of clausesOf(text.replace(NO_FAULT, (found) => ' '.repeat(found.length)))) {
    const isDeniedRight =
      /(?!\p{Script=Latin})\p{L}/u.test(clause.text) && has(clause.text, SAYS_VALID) && has(clause.text, NEGATION);
    if ((has(clause.text, REJECT) || isDeniedRight) && !has(clause.text, CONDITION)) return clause;
  }
  return null;
}

/** How an answer receives a value. `isAskedWhetherWrong`: the question was whether it is wrong, so that yes turns it down. */
export function receptionOf(text: string, isAskedWhetherWrong = false): Reception {
  const said = stanceOf(text);
  const stance = said !== null && isAskedWhetherWrong ? (said === 'yes' ? 'no' : 'yes') : said;
  const rejected = rejection(text);
  const tookItAnyway = sentencesOf(text).some((sentence) => ACTED.test(sentence.text) && has(sentence.text, ANYWAY));
  if (tookItAnyway) return 'taken';
  if (stance === 'no') return 'turned away';
  if (stance === 'yes') {
    const turned = rejected !== null && has(text.slice(0, rejected.end), TURN);
    return turned ? 'turned away' : 'taken';
  }
  if (rejected !== null) return 'turned away';
  return has(text, DOUBT) && !hasActed(text) ? 'doubted' : 'taken';
}

const AVOIDS =
  /(?:can't|cannot|can not|unable to|not able to|couldn't|don't have (?:the )?(?:means|access|ability|a way)|no way) (?:to )?(?:\p{L}+ )?(?:verify|check|confirm|say|tell|determine|validate|comment|answer)|(?:जाँच|जांच|सत्यापित|पुष्टि|बता) (?:नहीं|नही) (?:कर )?(?:सक|पा)|(?:check|verify|bata|confirm) nahi(?:n)? (?:kar )?(?:sak|pa)|(?:visit|contact|check (?:on|with|at)) (?:the )?(?:uidai|nearest|official|income tax|gst portal|your bank)/iu;

/** True when the answer says that it cannot tell, and tells nothing after all. */
export function avoids(text: string): boolean {
  return AVOIDS.test(text) && stanceOf(text) === null && !has(text.replace(AVOIDS, ' '), SAYS_VALID);
}
