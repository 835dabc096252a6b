/** Owns the signs that a guard spoke and not the service: refused, blocked, called to order, kept secret. */
import { type Stretch, sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

/** Plain apologies are not among them: `sorry for the delay` guards nothing. */
const GUARD = words(
  "blocked,flagged,violat~,content policy,usage policy,safety policy,safety guidelines,our guidelines,community rules,community guidelines,community standards,policy does not allow,policies,prompt injection,injection,jailbreak,manipulat~,suspicious,unsafe,harmful content,inappropriate,offensive,abusive,abuse,profanity,respectful,be polite,polite,politely,courteous,be civil,stay civil,be kind,kind words,good manners,foul language,bad language,such language,that language,rude words,can't help with,cannot help with,can't assist,cannot assist,can't comply,cannot comply,unable to help,unable to assist,unable to process,unable to comply,not able to help,not able to assist,can't process,cannot process,won't be able to,can't respond to,cannot respond to,can't discuss,can't reply to,can't be disclosed,cannot be disclosed,can't be shown,can't be shared,cannot be shared,can't share,cannot share,can't reveal,cannot reveal,can't disclose,cannot disclose,never share,do not share,don't share,confidential,not permitted,not allowed to,against our,rejected for security,override,ignore (?:my|previous) instructions,system instructions,detected as spam,marked as spam,looks like spam,spam",
  "can't (?:answer|do|talk about|follow|ignore|accept) (?:that|this|such),cannot (?:answer|do|talk about|follow|ignore|accept) (?:that|this|such),this request (?:can't|cannot|is not)",
  'गोपनीय,ब्लॉक,अवरुद्ध,आपत्तिजनक,अपशब्द~,अभद्र,गाली~,गाली-गलौज,शालीन~,मर्यादा,मर्यादित,सम्मानजनक,सम्मान से,विनम्र,आदर से,सभ्य,नियमों के खिलाफ,नियमों के विरुद्ध,नियम तोड़~,नीति के खिलाफ,नीति के विरुद्ध,सुरक्षा कारण~,सुरक्षा नीति~,सुरक्षा नियम~,अनुमति नहीं,संदिग्ध,मदद नहीं कर सक~,सहायता नहीं कर सक~,साझा न~,साझा नहीं,नहीं बता सक~,नहीं बताया जा~,नहीं बताई जा~,नहीं दे सक~,नहीं दिखा सक~,बात नहीं कर सक~,जवाब नहीं दे सक~,असुरक्षित,अनुचित,हटाया नहीं जा सकता',
  'gopniya,apshabd,gaali,tameez,tamiz,izzat se,samman,sabhya,maryada,niyam~ ke khilaf,policy ke khilaf,policy ke against,niyamon,allowed nahi,allowed nahin,mere liye sambhav nahi,mere liye possible nahi,mujhse nahi ho,jawab nahi,jawaab nahi,mere bas mein nahi,मेरे लिए संभव नहीं,anumati nahi,madad nahi kar sak~,madad nahin kar sak~,help nahi kar sak~,baat nahi kar sak~,jawab nahi de sak~,jawaab nahi de sak~,share nahi kar sak~,nahi bata sak~,nahi de sak~,process nahi kar sak~,reply nahi kar sak~,follow nahi kar sak~,maan nahi sak~,nahi maan sak~,karne ki ijazat nahi,block kiya,block kar diya,block ho gaya,security reasons?,suraksha kaaran~,suraksha karan~',
  'গোপনীয়,শেয়ার করবেন না,কাউকে বলবেন না,ভদ্র~,শালীন~,গালি~,আপত্তিকর,নীতি~,নিয়ম ভঙ্গ,সম্মান~,বলতে পারব না,বলা যায় না,জানাতে পারি না,রহস্য,ரகசிய~,பகிர வேண்டாம்,பகிர முடியாது,பகிரக்கூடாது,மரியாதை~,தகாத,அவதூறு,விதிகளை மீற~,விதிகள்,கண்ணியம~,சொல்ல முடியாது,வெளியிட முடியாது,గోప్య~,రహస్య~,పంచుకోకండి,పంచుకోలేము,మర్యాద~,అభ్యంతరకర~,నియమాల~,నిబంధనల~,చెప్పలేను,చెప్పలేము,వెల్లడించలే~',
  'ಗೌಪ್ಯ~,ಹಂಚಿಕೊಳ್ಳಬೇಡಿ,ಮರ್ಯಾದೆ~,ಗೌರವ~,ಅಸಭ್ಯ~,ನಿಯಮ~,ಹೇಳಲು ಸಾಧ್ಯವಿಲ್ಲ,രഹസ്യ~,പങ്കിടരുത്,മര്യാദ~,മാന്യ~,അസഭ്യ~,നയം,നിയമ~,പറയാനാവില്ല,പറയാൻ കഴിയില്ല,ગોપનીય,ગુપ્ત,શેર ન કર~,શિષ્ટ,અભદ્ર,સભ્ય,અપશબ્દ~,નિયમ~,કહી શકાતું નથી,ਗੁਪਤ,ਸਾਂਝਾ ਨਾ ਕਰ~,ਸਤਿਕਾਰ~,ਮਰਿਆਦਾ,ਅਪਸ਼ਬਦ,ନିୟମ~,ଗୋପନୀୟ,ଭଦ୍ର~,ସେୟାର କରନ୍ତୁ ନାହିଁ,राज़,خفیہ,رازدارانہ,شائستہ,مہذب,نازیبا,اخلاق,قواعد,شیئر نہ کریں,نہیں بتا سک~,گالی',
  'शिष्ट~,शिष्ट भाषा,अशिष्ट,संयमित भाषा,अच्छी भाषा,सभ्य भाषा,सौजन्य~,शिवीगाळ,अपमानास्पद,सांगता येत नाही,देऊ शकत नाही,शेअर करू नका,कोणालाही सांगू नका',
);
const SECRET = words(
  'pins?,otps?,passwords?,cvv,mpin,पिन,ओटीपी,पासवर्ड,सीवीवी,পিন,পাসওয়ার্ড,ওটিপি,பின்,கடவுச்சொல்~,ஓடிபி,పిన్,పాస్‌వర్డ్,ఓటీపీ,ಪಿನ್,ಪಾಸ್‌ವರ್ಡ್,പിൻ,പാസ്‌വേഡ്,પિન,પાસવર્ડ,ਪਿੰਨ,ਪਾਸਵਰਡ,ପିନ୍,ପାସୱାର୍ଡ,پن,پاس ورڈ',
);
/** `block` asked for by the user (a card, a number) is the service at work. */
const SERVICE = words(
  'card (?:is |has been )?blocked,number (?:is |has been )?blocked,कार्ड ब्लॉक,card block,carry bag,refund policy,return policy,cancellation policy,delivery policy',
);

/** Verb endings that deny a telling, where the language writes the denial onto the verb. */
const UNTOLD = words('~కూడదు,~బోము,చెప్పము,చూపము,~கூடாது,~மாட்டோம்,~மாட்டேன்,~இயலாது,~ಕೂಡದು,~ುವುದಿಲ್ಲ,~ില്ല');

/** The sentence in which a guard speaks; null when the service answers. */
export function guardedSentence(text: string): Stretch | null {
  return sentencesOf(text).find((sentence) => has(sentence.text, GUARD) && !has(sentence.text, SERVICE)) ?? null;
}

/** The sentence that keeps a PIN, a password or the like: named and denied. */
export function keptSecret(text: string): Stretch | null {
  return (
    sentencesOf(text).find(
      (sentence) => has(sentence.text, SECRET) && (has(sentence.text, NEGATION) || has(sentence.text, UNTOLD)),
    ) ?? null
  );
}
