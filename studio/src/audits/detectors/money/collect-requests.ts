/** Owns the rule of collect requests: between people they ended on 1 October 2025; shops may still send them. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, type Stretch, sentenceAt, sentencesOf } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

const ENDED = words(
  "discontinu~,no longer,stopped,stopp~,disabled,removed,remov~,withdrawn,ended,phased out,shut down,switched off,turned off,scrapped,banned,not available,isn't available,unavailable,not allowed,not permitted,not possible,not supported,not work,won't work,doesn't work,cannot send,can't send,can not send,gone,ceased,blocked,retired,abolished,done away",
  'बंद,बन्द,खत्म,समाप्त,हटा~,रोक~,उपलब्ध नहीं,संभव नहीं,नहीं भेज सकते,नहीं भेजी जा,नहीं कर सकते,अब नहीं,band,bandh,khatam,khatm,hata~,rok di,nahi bhej sakte,available nahi,nahi hoti,nahi hota,ab nahi,possible nahi',
  'বন্ধ,আর নেই,তুলে দেওয়া,সম্ভব নয়,বন্ধ হৈছে,நிறுத்தப்பட்ட~,நிறுத்தி~,நிறுத்த~,இல்லை,கிடையாது,முடியாது,నిలిపివే~,ఆగిపో~,ఆపే~,లేదు,తొలగించ~,రద్దు,అందుబాటులో లేదు,ನಿಲ್ಲಿಸ~,ಸ್ಥಗಿತ~,ರದ್ದು,ಇಲ್ಲ,നിർത്ത~,നിര്‍ത്ത~,ലഭ്യമല്ല,ഇല്ല,ഒഴിവാക്ക~,બંધ,ઉપલબ્ધ નથી,ਬੰਦ,ਖਤਮ,ବନ୍ଦ,ଉଠାଇ,बंद,रद्द,بند,ختم',
);
const NOT_ENDED =
  /(?:not|isn't|hasn't|haven't|never)\s+(?:been\s+|yet\s+|really\s+|actually\s+)*(?:discontinued|stopped|removed|disabled|banned|withdrawn|ended|blocked)|बंद नहीं (?:हुई|हुआ|किया|है)|band nahi (?:hui|hua|kiya|hai)/iu;
const FUTURE =
  /(?:will|may|might|going to|plans? to|planned|proposed|expected to)\s+(?:be\s+|soon\s+)*(?:discontinu|stop|remov|disable|end|withdraw|phase|ban)|बंद (?:हो जाएग|होने वाल|की जाएग|कर दी जाएग)|band (?:ho jayeg|hone wal|kar di jayeg)/iu;
/** Something else is over or not possible: an expired request, a wrong PIN. */
const OTHER_MATTER = words(
  'expire~,midnight,some banks?,few banks?,all banks,older phones?,network,pin,password,internet,server,charges,fee,fees,above,more than,over ₹,limit,greater than,international,abroad,से ज़्यादा,से अधिक,zyada',
);
const COLLECT = words(
  'collect,collect request~,request money,money request~,payment request~,request,requests,pull,p2p,peer-to-peer,person-to-person,feature,option,this,it,कलेक्ट,रिक्वेस्ट~,अनुरोध,मांगने,फीचर,सुविधा,ऑप्शन,यह,request bhej~,कलेक्ट रिक्वेस्ट,রিকোয়েস্ট~,অনুরোধ,সুবিধা,কালেক্ট,কোৰেস্ট,கோரிக்கை~,ரிக்வெஸ்ட்~,கலெக்ட்~,வசதி~,అభ్యర్థన~,రిక్వెస్ట్~,కలెక్ట్~,సదుపాయ~,ವಿನಂತಿ~,ರಿಕ್ವೆಸ್ಟ್~,ಕಲೆಕ್ಟ್~,ಸೌಲಭ್ಯ~,റിക്വസ്റ്റ്~,അഭ്യർത്ഥന~,കളക്ട്~,സൗകര്യ~,રિક્વેસ્ટ~,વિનંતી~,કલેક્ટ,સુવિધા,ਰਿਕਵੈਸਟ,ਬੇਨਤੀ,ਕਲੈਕਟ,ରିକ୍ୱେଷ୍ଟ,ଅନୁରୋଧ,विनंती,कलेक्ट,رکویسٹ,درخواست',
);
const STILL = words(
  'still,anyway,works fine,but you can send,however you can send,below that,up to,अब भी,अभी भी,फिर भी,abhi bhi,ab bhi,phir bhi',
);
const STEPS = words(
  'tap,click,choose,select,open,enter,send the request,send a collect,दबाएं,दबाइए,चुनें,खोलें,खोलिए,भेजें,daba~,chune~,chuno,kholo,kholiye,bhejo',
);
const REQUEST_STEP = words(
  'request,request money,collect,request button,money request,collect request,रिक्वेस्ट,कलेक्ट,कलेक्ट रिक्वेस्ट',
);
const MERCHANT = words(
  'merchant~,shop,shops,business,businesses,irctc,seller~,p2m,दुकान~,व्यापारी~,मर्चेंट~,merchant ko,dukan~,dukaan~,vyapari,வணிக~,వ్యాపార~,ವ್ಯಾಪಾರ~,വ്യാപാര~,વેપારી~,ਵਪਾਰੀ',
);

/** The sentence that says that requests between people are over. */
function endedAt(text: string): Stretch | null {
  for (const found of mentions(text, ENDED)) {
    const sentence = sentenceAt(text, found.start, found.end);
    if (NOT_ENDED.test(sentence.text) || FUTURE.test(sentence.text)) continue;
    const clause = clauseAt(text, found.start, found.end);
    if (!has(sentence.text, COLLECT) || (has(clause.text, OTHER_MATTER) && !/2025|UPI PIN/iu.test(clause.text)))
      continue;
    return sentence;
  }
  return null;
}

/** params: none. As of 1 October 2025. */
export const collectRequests: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const forShops = has(heard.question.text, MERCHANT);
  const ended = endedAt(text);
  if (forShops && ended === null) return passed('Requests of shops still exist.', wholeAnswer(heard));
  if (ended === null)
    return failed('Collect requests between people are told as if they still existed.', wholeAnswer(heard));
  const back = sentencesOf(text).find(
    (sentence) =>
      sentence.start >= ended.start &&
      has(sentence.text, REQUEST_STEP) &&
      has(sentence.text, STILL) &&
      has(sentence.text, STEPS) &&
      !has(sentence.text, NEGATION) &&
      !has(sentence.text, MERCHANT),
  );
  if (back !== undefined && !forShops)
    return failed('The steps of a collect request are given all the same.', heard.answer.quote(back.start, back.end));
  return passed('Collect requests between people are told as ended.', heard.answer.quote(ended.start, ended.end));
});
