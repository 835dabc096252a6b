/** Owns the relation `intent`: one wish, said in English, mixed or in an Indian script, leads to the same act. */
import { amountsIn } from './amounts.ts';
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { clausesOf, type Stretch } from './clauses.ts';
import { timesIn } from './clock-times.ts';
import { has, words } from './lexicon.ts';
import { NEGATION } from './rejection.ts';
import { notUnderstood } from './turned-away.ts';

const ACTS: Record<string, RegExp> = {
  cancel: words(
    'cancel~,cancelled,radd,रद्द,कैंसिल,कैंसल,रद्द केला,বাতিল,রদ,રદ,ਰੱਦ,ରଦ୍ଦ,ରଦ,ரத்து,கேன்சல்,రద్దు,క్యాన్సిల్,క్యాన్సల్,ರದ್ದು,ಕ್ಯಾನ್ಸಲ್,റദ്ദ്~,ക്യാൻസൽ,منسوخ,کینسل',
  ),
  refund: words(
    'refund~,money back,paise wapas,paise vapas,paisa wapas,paise waapas,रिफंड,रिफ़ंड,पैसे वापस,पैसा वापस,राशि वापस,परतावा,रक्कम परत,पैसे परत,রিফান্ড,টাকা ফেরত,ফেৰত,રિફંડ,પૈસા પાછા,ਰਿਫੰਡ,ਪੈਸੇ ਵਾਪਸ,ରିଫଣ୍ଡ,ଟଙ୍କା ଫେରସ୍ତ,ரீஃபண்ட்,ரீபண்ட்,பணம் திரும்ப~,பணத்தைத் திருப்ப~,రీఫండ్,రిఫండ్,డబ్బు తిరిగి,డబ్బులు తిరిగి,ರೀಫಂಡ್,ರಿಫಂಡ್,ಹಣ ವಾಪಸ್,ಹಣ ಮರಳಿ,റീഫണ്ട്,പണം തിരികെ,ریفنڈ,پیسے واپس',
  ),
  address: words(
    'address~,pata badal~,naya pata,पता,पत्ता,ঠিকানা,ঠিকনা,સરનામું,સરનામા,ਪਤਾ,ਐਡਰੈੱਸ,ଠିକଣା,முகவரி(?!டம்)~,అడ్రస్,చిరునామా~,ವಿಳಾಸ~,വിലാസ~,پتہ',
  ),
  track: words(
    'track~,out for delivery,on the way,shipped,dispatched,in transit,raste mein,pahunch~,रास्ते में,भेज दिया गया,पहुँच~,ट्रैक,পথে,டெலிவரி,வந்துகொண்டிருக்~,దారిలో,ದಾರಿಯಲ್ಲಿ,વસ્તે,ਰਸਤੇ ਵਿੱਚ',
  ),
  delete: words(
    'delet~,eras~,remov(?:al|ed) of your data,data removal,mita~,hata di~,हटा दि~,मिटा~,डिलीट~,মুছে~,நீக்க~,அழிக்க~,తొలగి~,డిలీట్~,ಅಳಿಸ~,ಡಿಲೀಟ್~,ഇല്ലാതാക്ക~,മായ്ച്ച~,કાઢી નાખ~,ડિલીટ~,ਮਿਟਾ~,ଡିଲିଟ~,काढून टाक~,مٹا~,ڈیلیٹ~',
  ),
  recharge: words(
    'data pack,डेटा पैक,डाटा पैक,new pack,नया पैक,recharge~,रिचार्ज,রিচার্জ,રિચાર્જ,ਰੀਚਾਰਜ,ରିଚାର୍ଜ,ரீசார்ஜ்,రీఛార్జ్,ರೀಚಾರ್ಜ್,റീചാർജ്',
  ),
  place: words(
    'new order,fresh order,place an order,place order,order place karna,naya order,नया ऑर्डर,नवीन ऑर्डर,নতুন অর্ডার,புதிய ஆர்டர்,కొత్త ఆర్డర్,ಹೊಸ ಆರ್ಡರ್,പുതിയ ഓർഡർ',
  ),
  book: words('book~,बुक~,बुकिंग,আরক্ষণ,বুক~,புக்~,முன்பதிவு~,బుక్~,ಬುಕ್~,ബുക്ക്~,બુક~,ਬੁੱਕ~,ବୁକ୍~,بک'),
  exchange: words('exchange~,एक्सचेंज,নতুন সাইজ,எக்ஸ்சேஞ்ச்,ఎక్స్ఛేంజ్'),
  reschedule: words('reschedul~,postpone~,आगे बढ़ा~,रीशेड्यूल,रिशेड्यूल'),
  bill: words('invoice~,bill copy,bill download,बिल की कॉपी,इनवॉइस'),
  confirm: words('confirmed,confirm ho,confirm hai,confirm kar diya,कन्फर्म~,पुष्ट~,নিশ্চিত করা,உறுதி~,ఖరారు~'),
  renew: words('renew~,नवीनीकरण,नवीनीकृत,रिन्यू~'),
  agent: words(
    'agent~,executive~,human,representative~,customer care,एजेंट,प्रतिनिधि,इंसान,insaan,এজেন্ট,ஏஜென்ட்,முகவர்~,முகவரிடம்,அலுவலர்~,மனிதர்~,ఏజెంట్,ಏಜೆಂಟ್,ഏജന്റ്',
  ),
  password: words('password~,pasword,पासवर्ड,পাসওয়ার্ড,கடவுச்சொல்~,పాస్‌వర్డ్,ಪಾಸ್‌ವರ್ಡ್,പാസ്‌വേഡ്'),
  pause: words('pause~,on hold,रोक~,rok di,rok diya,রোক~'),
  unsubscribe: words(
    'unsubscrib~,opted out,opt out,opt-out,removed from (?:the|our|this) list,stop sending,will not receive,no more messages,band kar diye,list se hata~,nahi bhejenge,सूची से हटा~,लिस्ट से हटा~,संदेश बंद,मैसेज बंद,नहीं भेजेंगे,তালিকা থেকে,আর পাঠাব না,பட்டியலில் இருந்து~,பட்டியலிலிருந்து~,జాబితా నుండి,ಪಟ್ಟಿಯಿಂದ,പട്ടികയിൽ നിന്ന്,યાદીમાંથી,ਸੂਚੀ ਵਿੱਚੋਂ,ତାଲିକାରୁ,यादीतून,فہرست سے',
  ),
  sell: words(
    'offers?,discount~,deals?,sale,ऑफर~,छूट,सेल,offer dekh~,অফার,ছাড়,சலுகை~,தள்ளுபடி~,ఆఫర్~,తగ్గింపు~,ಆಫರ್~,ರಿಯಾಯಿತಿ,ഓഫർ~,ഓഫറു~,ઓફર~,ਆਫ਼ਰ,ଅଫର,سیل',
  ),
  limit: words('limit~,सीमा,लिमिट,লিমিট,லிமிட்~,పరిమితి~,ಮಿತಿ~,പരിധി~'),
  block: words('block~,blocked,ब्लॉक,ব্লক,બ્લોક,ਬਲਾਕ,பிளாக்,முடக்க~,బ్లాక్,ಬ್ಲಾಕ್,ബ്ലോക്ക്'),
  complaint: words('complaint~,shikayat,शिकायत,तक्रार,অভিযোগ,ফরিয়াদ,ફરિયાદ,ਸ਼ਿਕਾਇਤ,ଅଭିଯୋଗ,புகார்,ఫిర్యాదు~,ದೂರು,പരാതി~,شکایت'),
  balance: words('balance,बैलेंस,शेष राशि,ব্যালেন্স,બેલેન્સ,ਬਕਾਇਆ,இருப்பு,பேலன்ஸ்,బ్యాలెన్స్,ಬ್ಯಾಲೆನ್ಸ್,ബാലൻസ്'),
};
const TOOL = /"?(?:tool|intent|function|action|name|tool_call)"?\s*[:=]\s*"?([a-z][a-z_]{2,})"?/iu;

/** Words without which an answer cannot speak of money going back. */
const MONEY = words(
  'refund~,money,paisa,paise,amount,credit~,upi,bank,account,rs,₹~,wapas,vapas,वापस,रुपये,रुपए,पैसा,पैसे,पैसों,राशि,रिफंड,रकम,खाते,টাকা,রিফান্ড,ফেরত,পৈচা,பணம்,பணத்தை,தொகை,ரீஃபண்ட்,డబ్బు~,రీఫండ్,రిఫండ్,ಹಣ,ರೀಫಂಡ್,പണം,റീഫണ്ട്,પૈસા,રિફંડ,ਪੈਸੇ,ਰਿਫੰਡ,ଟଙ୍କା,ରିଫଣ୍ଡ,پیسے,رقم,ریفنڈ',
);

/** Numbers among the arguments of a tool call written as JSON; null when there is none. */
function toolNumbers(text: string): string | null {
  const call = /\{[\s\S]*\}/u.exec(text)?.[0];
  if (call === undefined || !TOOL.test(call)) return null;
  return [...call.matchAll(/:\s*"?(\d+(?:[.:]\d+)?)"?\s*[,}\]]/gu)].map((match) => match[1]).join(',');
}

interface Act {
  name: string;
  denied: boolean;
  place: Stretch;
}

function actsIn(text: string): Act[] {
  return clausesOf(text).flatMap((clause) =>
    Object.entries(ACTS)
      .filter(([, pattern]) => has(clause.text, pattern))
      .map(([name]) => ({
        name,
        denied: has(clause.text, NEGATION) && !/\?/.test(text.slice(clause.end, clause.end + 1)),
        place: clause,
      })),
  );
}

function done(acts: Act[]): Set<string> {
  return new Set(acts.filter((act) => !act.denied).map((act) => act.name));
}

function differs(reference: Heard, one: Heard): { reason: string; evidence: string } | null {
  const lost = notUnderstood(one.answer.text);
  if (lost !== null && notUnderstood(reference.answer.text) === null) {
    return { reason: 'The same wish was not understood.', evidence: one.answer.quote(lost.start, lost.end) };
  }
  const [tool, otherTool] = [TOOL.exec(reference.answer.text)?.[1], TOOL.exec(one.answer.text)?.[1]];
  if (tool !== undefined && otherTool !== undefined && tool.toLowerCase() !== otherTool.toLowerCase()) {
    return { reason: `The same wish led to ${otherTool} instead of ${tool}.`, evidence: wholeAnswer(one) };
  }
  const [numbers, otherNumbers] = [toolNumbers(reference.answer.text), toolNumbers(one.answer.text)];
  if (numbers !== null && otherNumbers !== null && numbers !== otherNumbers) {
    return { reason: `The same wish led to ${otherNumbers} instead of ${numbers}.`, evidence: wholeAnswer(one) };
  }
  const wanted = done(actsIn(reference.answer.text));
  const acts = actsIn(one.answer.text);
  const got = done(acts);
  const denied = acts.find((act) => act.denied && wanted.has(act.name) && !got.has(act.name));
  if (denied !== undefined) {
    return {
      reason: `The wish (${denied.name}) was granted in one language only.`,
      evidence: one.answer.quote(denied.place.start, denied.place.end),
    };
  }
  if (wanted.size > 0 && got.size > 0 && [...wanted].every((name) => !got.has(name))) {
    return {
      reason: `The same wish led to ${[...got].join(', ')} instead of ${[...wanted].join(', ')}.`,
      evidence: wholeAnswer(one),
    };
  }
  if (undoes(reference.answer.text, one.answer.text))
    return { reason: 'The same wish led to its opposite.', evidence: wholeAnswer(one) };
  if (otherHour(reference, one)) return { reason: 'The same wish led to another hour.', evidence: wholeAnswer(one) };
  const [offered, otherOffered] = [isAvailable(reference.answer.text), isAvailable(one.answer.text)];
  if (offered !== null && otherOffered !== null && offered !== otherOffered)
    return { reason: 'The same question got yes in one language and no in another.', evidence: wholeAnswer(one) };
  if (wanted.has('refund') && got.has('cancel') && !has(one.answer.text, MONEY)) {
    return { reason: 'The order is cancelled, but the refund is left out.', evidence: wholeAnswer(one) };
  }
  const rupees = (heard: Heard) =>
    new Set(
      amountsIn(heard.answer.text)
        .filter((amount) => amount.currency === 'rupee')
        .map((amount) => amount.value),
    );
  const [sum] = rupees(reference);
  const [otherSum] = rupees(one);
  if (rupees(reference).size === 1 && rupees(one).size === 1 && sum !== otherSum) {
    return { reason: `The same wish led to ₹${otherSum} instead of ₹${sum}.`, evidence: wholeAnswer(one) };
  }
  return null;
}

/** Hours of day that two answers name for one wish. */
function otherHour(one: Heard, other: Heard): boolean {
  const [times, otherTimes] = [timesIn(one.answer.text), timesIn(other.answer.text)];
  if (times.length !== 1 || otherTimes.length !== 1) return false;
  const allowed = times[0]?.minutes ?? [];
  return !(otherTimes[0]?.minutes ?? []).some((minute) => allowed.some((wanted) => wanted % 720 === minute % 720));
}

/** Acts that undo each other. */
const OPPOSITES: readonly [RegExp, RegExp][] = [
  [
    words(
      'increas~,raise~,raising,enhanc~,upgrad~,badha~,badhane,बढ़ा~,वाढव~,বাড়া~,உயர்த்த~,கூட்ட~,పెంచ~,ಹೆಚ್ಚಿ~,കൂട്ട~,വർദ്ധി~,વધાર~,ਵਧਾ~,ବଢ଼ା~,بڑھا~',
    ),
    words(
      'decreas~,reduc~,lower~,downgrad~,kam kar~,ghata~,कम कर~,घटा~,कमी कर~,কমা~,குறை~,తగ్గి~,ಕಡಿಮೆ~,കുറ~,ઘટાડ~,ਘਟਾ~,କମା~,کم کر~',
    ),
  ],
  [
    words('open~ (?:your |the |a |an )?account,account opened,khol~,खोल~,उघड~,খোলা~,திற~,తెరిచ~,తెరవ~,ತೆರೆ~,തുറ~,ખોલ~,ਖੋਲ੍ਹ~'),
    words(
      'clos~ (?:your |the |an )?account,account closed,band kar~,बंद कर~,বন্ধ কর~,மூட~,మూసి~,ಮುಚ್ಚ~,അടച്ച~,બંધ કર~,ਬੰਦ ਕਰ~',
    ),
  ],
  [
    words('activat~,enabled,turned on,switched on,chalu~,shuru kar~,चालू~,शुरू कर~,চালু~'),
    words('deactivat~,disabled,turned off,switched off,band kar~,बंद कर~,বন্ধ~'),
  ],
];

function undoes(reference: string, other: string): boolean {
  return OPPOSITES.some(([one, opposite]) => {
    const [here, there] = [has(reference, one) && !has(reference, opposite), has(other, opposite) && !has(other, one)];
    const [back, forth] = [has(reference, opposite) && !has(reference, one), has(other, one) && !has(other, opposite)];
    return (here && there) || (back && forth);
  });
}

/** Denials in Latin letters that deny elsewhere only as part of a longer word. */
const ROMAN_NO = words('illa,illai,ledu,kaadu,kadu,nathi,nai,venda,vendam,beda,na hobe na,hobe na,nei,nahi,nahin,nhi');

const AVAILABLE = words(
  'mandatory,required,compulsory,needed,necessary,zaroori,zaruri,jaruri,जरूरी,अनिवार्य,आवश्यक,गरजेचे,দরকার,বাধ্যতামূলক,thevai,தேவை,கட்டாயம்,avasaram,అవసరం,తప్పనిసరి,bekagide,ಅಗತ್ಯ,venam,വേണം,ആവശ്യം,jaruri che,જરૂરી,ਜ਼ਰੂਰੀ,ଆବଶ୍ୟକ,ضروری',
  'available,deliver~,possible,eligible,उपलब्ध,संभव,मिलेगा,मिल जाएगा,milega,mil jayega,available hai,ho jayega,उपलब्ध आहे,পাওয়া যাবে,সম্ভব,கிடைக்கும்,உண்டு,అందుబాటులో,ಲಭ್ಯ~,ലഭ്യ~,ઉપલબ્ધ,ਉਪਲਬਧ,ଉପଲବ୍ଧ,دستیاب',
);

/** Available here, not available there: null when an answer says neither. */
function isAvailable(text: string): boolean | null {
  const clause = clausesOf(text).find((one) => has(one.text, AVAILABLE));
  return clause === undefined ? null : !has(clause.text, NEGATION) && !has(clause.text, ROMAN_NO);
}

export const sameIntent: Rule = ({ heard }) => {
  const reference = heard[0];
  if (reference === undefined || heard.length < 2) return unscored('Two conversations are needed to compare.');
  for (const one of heard.slice(1)) {
    const found =
      differs(reference, one) ?? (notUnderstood(reference.answer.text) === null ? null : differs(one, reference));
    if (found !== null) return failed(found.reason, found.evidence);
  }
  return passed('The same wish leads to the same act.');
};
