/**
 * Owns the difference between saying a thing and quoting it to reject it: "not $10, but ₹10" is right.
 * Two strengths: an accusation is dropped on any sign of rejection, a right answer only on a plain one.
 */
import { clauseAt, sentenceAt, sentencesOf } from './clauses.ts';
import { has, words } from './lexicon.ts';

/** Words that deny, in the languages that the packs ask in. */
export const NEGATION = words(
  "not,never,no,none,nor,don't,do not,dont,doesn't,does not,isn't,aren't,wasn't,won't,can't,cannot,shouldn't,without,avoid~,~n't,neither,free of",
  'नहीं,नही,मत,न,ना,बिना,बगैर,रहित,नहि',
  'nahi,nahin,nahee,nhi,nai,mat,na,bina,bagair',
  'illa,illai,illaa,illamal,illama,vendam,vendaam,venda,kaadu,kaadhu,ledu,ledhu,vaddu,vaddhu,beda,bedi,nathi,nako,naka,nei,lagbe na',
  'नाही,नका,नको,नये,~शिवाय,~विना,नाहीत,छैन,हैन,होइन,नगर्नु~,बिना',
  'না,নয়,নেই,নন,নি,ছাড়া,বাদে,নহয়,নাই,নকৰিব,নালাগে,বিনা,দেবেন না',
  'નહીં,નહિ,નથી,ન,ના,વિના,વગર,નહી',
  'ਨਹੀਂ,ਨਹੀ,ਨਾ,ਬਿਨਾਂ,ਬਿਨਾ',
  'ନାହିଁ,ନାହି,ନୁହେଁ,ନୁହଁ,ବିନା,ନାହାନ୍ତି',
  'இல்லை,வேண்டாம்,அல்ல,கூடாது,இல்லாமல்,இல்லாத,~ில்லாமல்,~ில்லாத,~ாதீர்கள்,~ாதே,~ாமல்,~வில்லை,~முடியாது,~தேவையில்லை,~க்காது,~யாது',
  'కాదు,వద్దు,లేదు,లేకుండా,~లేని,కూడదు,~కండి,~వద్దు,~కుండా,~లేదు,~యదు,~చదు,~రాదు',
  'ಅಲ್ಲ,ಇಲ್ಲ,ಬೇಡ,ಇಲ್ಲದೆ,ಇಲ್ಲದೇ,ಇಲ್ಲದ,~ಲ್ಲದೆ,~ಲ್ಲದೇ,~ಲ್ಲದ,ಬಾರದು,~ಬೇಡಿ,~ಬಾರದು,~ಲ್ಲ,~ಬೇಡ',
  'അല്ല,ഇല്ല,വേണ്ട,അരുത്,ഇല്ലാതെ,ഇല്ലാത്ത,~രുത്,~ില്ല,~ല്ല,~ാതെ,~ാത്ത',
  'نہیں,مت,نہ,بغیر,بنا',
);

/** Ways of writing and customs that are not India's, or wrong. */
const NOT_OURS = [
  'wrong,incorrect,western,american,us-style,us style,us format,us reading,us locale,us setting~,us notation,us grouping,en-us,international,foreign',
  'गलत,विदेशी,अमेरिकी,पश्चिमी,पाश्चात्य,अंग्रेजी ढंग,galat,videshi,चुकीच~,ভুল,ખોટ~,ਗਲਤ,ଭୁଲ,தவறு,தவறான,తప్పు,ತಪ್ಪು,തെറ്റ്,غلط',
  'पाश्चिमात्य,परदेशी,মার্কিন,পাশ্চাত্য,পশ্চিমা,বিদেশি,আমেরিকান,পশ্চিমীয়া,পাশ্চাত্যৰ,પશ્ચિમી,પાશ્ચાત્ય,વિદેશી,અમેરિકન,ਪੱਛਮੀ,ਵਿਦੇਸ਼ੀ,ਅਮਰੀਕੀ,ପାଶ୍ଚାତ୍ୟ,ବିଦେଶୀ,ଆମେରିକୀୟ,மேற்கத்திய,மேலை நாட்டு,அமெரிக்க,வெளிநாட்டு,పాశ్చాత్య,పశ్చిమ దేశ~,అమెరికన్,విదేశీ,ಪಾಶ್ಚಾತ್ಯ,ಪಾಶ್ಚಿಮಾತ್ಯ,ಅಮೆರಿಕನ್,ವಿದೇಶಿ,പാശ്ചാത്യ~,അമേരിക്കൻ,വിദേശ,مغربی,امریکی,غیر ملکی',
];

/** Words that set a thing aside without denying it: replaced, foreign, wrong, left out. */
export const SET_ASIDE = words(
  ...NOT_OURS,
  'instead of,rather than,in place of,as opposed to,replac~,substitut~,swap~,skip,skipping,omit~,steer clear,stay away,leave out,leaves out,leaving out,left out,left it out,kept out,keep out,keeping out,kept away,exclud~,mistake~,misread~,confus~',
  'के बजाय,की बजाय,की जगह,के स्थान पर,बचें,बचिए,परहेज~,bachein,bachiye,parhez~,ke bajay,ki bajaye,ki jagah',
  'ऐवजी,বদলে,পরিবর্তে,બદલે,ਦੀ ਥਾਂ,ବଦଳରେ,பதிலாக,బదులు,ಬದಲು,ಬದಲಿಗೆ,പകരം,کی جگہ,کے بجائے',
);

/** Words that place a thing in the past: true once, not now. */
export const PAST = words(
  'scrapped,removed,remov~,abolish~,old,older,earlier,previous~,former~,formerly,used to,was,were,had,no longer,outdated,repealed,merged,dropped,discontinued,till,until,before,gone,replaced,moved,shifted,subsumed,rationalis~,eliminat~,phased out,do away,done away,withdrawn,collapsed,brought down,went away,gone away,ceased,cut from,reduced from',
  'पुराने,पुराना,पुरानी,पहले,हटा~,समाप्त,खत्म,बंद,पूर्व,घटकर,घटा~,purana,purani,purane,pehle,pahle,hata~,khatam,khatm,band,ghatkar,ghat kar',
  'जुन~,पूर्वी~,रद्द,আগের,আগে,পুরনো,পুরানো,পুরোনো,বাতিল,তুলে,উঠে,જૂન~,જૂના,પહેલાં,રદ,ਪੁਰਾਣ~,ਪਹਿਲਾਂ,ਖਤਮ,ପୁରୁଣା,ଆଗରୁ,ପୂର୍ବରୁ,ଥିଲା,ছিল,আগেকার,হতো,હતો,હતી,હતું,હતા,અગાઉ,પહેલા,ਸੀ,ਪਹਿਲਾ,था,थी,थे,tha,thi,கடந்த காலத்தில்,முன்,முன்னதாக,இருந்தது,இருந்த,అంతకుముందు,అంతకు ముందు,ఇంతకుముందు,ఇంతకు ముందు,ఉండేది,ఉండింది,ಇತ್ತು,ಮೊದಲು,ಇದ್ದದ್ದು,ആയിരുന്നു,ഉണ്ടായിരുന്നു,മുൻപ്,നേരത്തെ,تھا,تھی,ଉଠାଇ,பழைய,முன்பு,முன்னர்,முந்தைய,நீக்க~,మునుపటి,పాత,గతంలో,తొలగి~,రద్దు,ಹಳೆಯ,ಹಿಂದಿನ,ಹಿಂದೆ,ರದ್ದು,പഴയ,മുമ്പ്,റദ്ദ്~,ഒഴിവാക്ക~,നിർത്ത~,پرانا,پرانے,پہلے,ختم',
);

/** The crosses that people and models set before a form that is not to be used. */
export const CROSS = /[❌✗✘🚫]/u;

/** `… shows it as 12,000,000. That is the Western way`: the next sentence takes the form up and sets it aside. */
const TAKES_UP =
  /^\s*["')\]]*\s*(?:that|this|it|which|those|these|वह|वो|यह|ये|उसे|इसे|woh|wo|yeh|ye|ते|तो|ही|हे|সেটা|ওটা|এটা|এটি|সেটি|সেইটো|এইটো|તે|આ|ਉਹ|ਇਹ|ସେଇଟା|ଏହା|ତାହା|அது|இது|அந்த|அவை|అది|ఇది|దాన్ని|ಅದು|ಇದು|ಅದನ್ನು|അത്|ഇത്|അതു|وہ|یہ)(?![\p{L}\p{M}])/iu;

const WAYS_NOT_OURS = words(...NOT_OURS);

/** `Some software prints …`: what others do is told, not done. */
const OTHERS_DO = words(
  'software,apps?,sites?,websites?,systems?,spreadsheets?,calculators?,printers?,portals?,tools?,some,many,others,excel',
  'सॉफ्टवेयर,ऐप,ऐप्स,साइट,वेबसाइट,सिस्टम,कैलकुलेटर,एक्सेल,पोर्टल,कुछ,कई,kuch,kai,kayi,काही,কিছু,কোনো কোনো,অ্যাপ~,সফটওয়্যার~,சில,மென்பொருள்~,செயலி~,కొన్ని,యాప్~,సాఫ్ట్‌వేర్~,ಕೆಲವು,ಆ್ಯಪ್~,ಸಾಫ್ಟ್‌ವೇರ್~,ചില,ആപ്പ~,സോഫ്റ്റ്‌വെയർ~,કેટલાક,કેટલીક,ઍપ~,એપ~,સોફ્ટવેર,ਕੁਝ,ਐਪ~,ਸਾਫਟਵੇਅਰ,କେତେକ,ଆପ୍~,کچھ,ایپ~',
);

const WARNS_OFF =
  /^\s*(?:(?:please|so|but|kindly|aap|आप|तो|पर|par|to)[, ]+)*(?:don't|do not|never|avoid|not|us tarah|is tarah|aise|waise|vaise|उस तरह|इस तरह|ऐसे|वैसे|उसको|उन्हें|तसे|असे|সেভাবে|ওভাবে|அப்படி|అలా|ಹಾಗೆ|അങ്ങനെ|તેમ|એમ|ਇਸ ਤਰ੍ਹਾਂ|ସେମିତି|اس طرح)(?![\p{L}\p{M}])/iu;

function isTakenUp(text: string, sentence: { start: number; text: string }): boolean {
  const sentences = sentencesOf(text);
  const next = sentences[sentences.findIndex((one) => one.start === sentence.start) + 1];
  if (next === undefined) return false;
  if (has(sentence.text, OTHERS_DO) && (WARNS_OFF.test(next.text) || TAKES_UP.test(next.text)))
    return has(next.text, WAYS_NOT_OURS) || has(next.text, NEGATION);
  return TAKES_UP.test(next.text) && has(next.text, WAYS_NOT_OURS);
}

/** A sign that the mention is quoted to be set aside. For dropping an accusation. */
export function isSetAside(text: string, start: number, end: number): boolean {
  const clause = clauseAt(text, start, end);
  if (has(clause.text, NEGATION) || has(clause.text, SET_ASIDE) || CROSS.test(clause.text)) return true;
  const sentence = sentenceAt(text, start, end);
  if (isTakenUp(text, sentence)) return true;
  const after = text.slice(end, Math.min(sentence.end, end + 60));
  return /^\s*["')\]]*\s*[,–—(-]?\s*(?:that|which|this|it)?\s*(?:is|are|was|would be|'s)\s+(?:only |just )?(?:the |a |an )?(?:not|wrong|western|american|us|uk|foreign|old|for (?:the )?us)\b/iu.test(
    after,
  );
}

/** A plain denial in the same clause. */
export function isDenied(text: string, start: number, end: number): boolean {
  return has(clauseAt(text, start, end).text, NEGATION);
}
