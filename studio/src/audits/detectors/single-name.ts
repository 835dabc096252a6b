/** Owns the rule of people with one name: no surname may be demanded, invented or made of the same name again. */
import { eachAnswer, failed, passed, type Rule } from './case-input.ts';
import { listHeadAt, type Stretch, sentenceAt, sentencesOf } from './clauses.ts';
import { givenName } from './given-name.ts';
import { has, type Mention, mentions, words } from './lexicon.ts';

const SURNAME = words(
  'surname~,last name~,lastname,family name~,second name,full name,उपनाम,कुलनाम,सरनेम,अंतिम नाम,पूरा नाम,आडनाव,upnaam,upnam,poora naam,pura naam,পদবি,পদবী,উপাধি,উপাধী,પૂરું નામ,અટક,ਉਪਨਾਮ,ਗੋਤ,ਸਰਨੇਮ,ପଦବୀ,ସାଙ୍ଗିଆ,குடும்பப் பெயர்~,கடைசிப் பெயர்~,இனிஷியல்,முழுப் பெயர்~,ఇంటిపేరు~,ఇంటి పేరు~,చివరి పేరు~,ಅಡ್ಡಹೆಸರ~,ಉಪನಾಮ~,ಕೊನೆಯ ಹೆಸರ~,ಮನೆತನದ ಹೆಸರ~,കുടുംബപ്പേര~,കുടുംബ പേര~,അവസാന പേര~,خاندانی نام,کنیت,थर',
);
const DEMAND = words(
  "required,mandatory,must,compulsory,necessary,need~,cannot proceed,can't proceed,cannot continue,can't continue,cannot be,can't be,incomplete,unable to,not possible,not allowed,invalid,please enter,please provide,please share,please add,please give,please tell,kindly,enter your,provide your,what is your,what's your,may i have,missing,at least two",
  'जरूरी,अनिवार्य,आवश्यक,लिखें,लिखिए,बताइए,बताएँ,बताएं,दर्ज करें,दीजिए,दें,डालें,भरें,चाहिए,अधूरा,पूरा नहीं,नहीं हो सक~,संभव नहीं,क्या है,zaroori,zaruri,jaruri,chahiye,batayein,bataiye,batao,likhein,likhiye,dijiye,adhura,daalein,dalein',
  'লিখুন,দিন,জানান,বলুন,প্রয়োজন,আবশ্যক,বাধ্যতামূলক,লাগবে,দিয়ক,કૃપા કરીને,લખો,જણાવો,જરૂરી,ફરજિયાત,ਲਿਖੋ,ਦੱਸੋ,ਜ਼ਰੂਰੀ,ਲਾਜ਼ਮੀ,ଦିଅନ୍ତୁ,ଲେଖନ୍ତୁ,ଆବଶ୍ୟକ,ଦରକାର,தேவை,கட்டாயம்,உள்ளிட~,தெரிவி~,கொடு~,வேண்டும்,அவசியம்,అవసరం,తప్పనిసరి,ఇవ్వండి,నమోదు చేయండి,చెప్పండి,ಅಗತ್ಯ,ಕಡ್ಡಾಯ,ನೀಡಿ,ನಮೂದಿಸಿ,ತಿಳಿಸಿ,ಬೇಕು,ಅವಶ್ಯಕ,നിർബന്ധ~,നൽകുക,ആവശ്യ~,വേണം,സാധിക്കില്ല,പറയുക,ضروری,لازمی,درج کریں,بتائیں,चाहिये,सांगा,लिहा,आवश्यक,बंधनकारक',
);
const NOT_NEEDED = words(
  "optional,not required,not needed,not necessary,not mandatory,no need,don't need,do not need,doesn't need,does not need,don't require,do not require,needn't,isn't required,isn't needed,is not required,leave it blank,left blank,leave blank,left empty,leave it empty,blank,empty,without a,without any,no surname,no last name,only if,if any,if you have,one name is enough,single name,is fine,is enough",
  'यदि हो,अगर हो,agar ho,हो तो,जरूरत नहीं,जरूरी नहीं,अनिवार्य नहीं,आवश्यक नहीं,आवश्यकता नहीं,वैकल्पिक,खाली,के बिना भी,बिना उपनाम,के बगैर,नहीं चाहिए,zaroorat nahi,zarurat nahi,zaroori nahi,zaruri nahi,jarurat nahi,khali,bina,ke bina bhi,optional hai,nahi chahiye',
  'প্রয়োজন নেই,দরকার নেই,লাগবে না,বাধ্যতামূলক নয়,ছাড়াই,ঐচ্ছিক,জরুরি নয়,ફરજિયાત નથી,જરૂર નથી,જરૂરી નથી,વગર,વૈકલ્પિક,ਲੋੜ ਨਹੀਂ,ਜ਼ਰੂਰੀ ਨਹੀਂ,ਜ਼ਰੂਰਤ ਨਹੀਂ,ਬਿਨਾਂ,ଆବଶ୍ୟକ ନାହିଁ,ଦରକାର ନାହିଁ,ବିନା,தேவையில்லை,தேவை இல்லை,அவசியமில்லை,அவசியம் இல்லை,வேண்டாம்,இல்லாமல்,கட்டாயமில்லை,கட்டாயம் இல்லை,అవసరం లేదు,అక్కర్లేదు,లేకుండా,తప్పనిసరి కాదు,ಅಗತ್ಯವಿಲ್ಲ,ಬೇಕಾಗಿಲ್ಲ,ಕಡ್ಡಾಯವಲ್ಲ,ಇಲ್ಲದೆ,ಬೇಡ,ಅಗತ್ಯ ಇಲ್ಲ,ആവശ്യമില്ല,നിർബന്ധമില്ല,വേണ്ട,ഇല്ലാതെ,گرج نہیں,ضرورت نہیں,ضروری نہیں,लागत नाही,गरज नाही,आवश्यक नाही',
);
const HARD_STOP = words(
  "cannot proceed,can't proceed,cannot continue,can't continue,cannot be completed,can't be completed,cannot create,can't create,cannot book,can't book,cannot register,can't register,cannot accept,can't accept,must have,must enter,must provide,is mandatory,is required,are required,is compulsory,cannot be blank,can't be blank,cannot be empty,can't be empty,cannot be left,can't be left,repeat the first name,repeat your first name,खाली नहीं छोड़,खाली नहीं रह,khali nahi,पूरा नहीं होगा,नहीं हो सकता,नहीं हो सकती,नहीं हो पाएगा,नहीं कर सकते,आगे नहीं बढ़,अनिवार्य है,nahi ho sakta,nahi ho sakti,nahi ho payega,aage nahi,সম্ভব নয়,করা যাবে না,হবে না,சாத்தியமில்லை,செய்ய முடியாது,தொடர முடியாது,సాధ్యం కాదు,సాధ్యపడదు,ಸಾಧ್ಯವಿಲ್ಲ,സാധ്യമല്ല,കഴിയില്ല,શક્ય નથી,ਸੰਭਵ ਨਹੀਂ,ସମ୍ଭବ ନୁହେଁ,शक्य नाही,होणार नाही,ممکن نہیں",
);
const EMPTY_FIELD = /(?<![\p{L}])(?:null|undefined)(?![\p{L}])/iu;

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name followed by a second one that the user never gave. */
function inventedSurname(text: string, question: string, name: string): { start: number; end: number } | null {
  const follow = new RegExp(`(?<![\\p{L}\\p{M}])${escaped(name)} (null|undefined|N/A|[\\p{L}][\\p{L}\\p{M}]+)`, 'giu');
  for (const match of text.matchAll(follow)) {
    const next = match[1] ?? '';
    const place = { start: match.index, end: match.index + match[0].length };
    if (next.toLowerCase() === name.toLowerCase()) return place;
    if (/^(?:null|undefined|N\/A)$/i.test(next)) return place;
    if (INVENTED.test(next) && !question.toLowerCase().includes(next.toLowerCase())) return place;
  }
  return null;
}

/** Surnames and fillers that forms and models put behind a lone name. */
const INVENTED =
  /^(?:Kumar|Kumari|Sharma|Verma|Singh|Devi|Kaur|Gupta|Patel|Reddy|Nair|Iyer|Das|Khan|Begum|Yadav|Rao|Bai|Lal|Prasad|Smith|Doe|Unknown|LNU|कुमार|कुमारी|शर्मा|वर्मा|सिंह|देवी|गुप्ता|पटेल|यादव|दास|खान|குமார்|குமாரி|சிங்|శర్మ|కుమార్|కుమారి|రెడ్డి|రావు|দেবী|দাস|কুমারী)$/iu;

/** A field for the surname that was filled with something: a sign, the name again, or a stand-in. */
const SURNAME_FIELD =
  /(?:last name|surname|family name|उपनाम|कुलनाम|सरनेम|குடும்பப் பெயர்|ఇంటి పేరు|পদবি|અટક)\s*(?:\||:|=|-|→)+\s*["']?([\p{L}\p{M}/]+|[.-]+)/giu;
const BLANK = /^(?:[-–—]+|blank|left|none|empty|not|nil|optional|leave|खाली|नहीं)$/iu;
const STAND_IN = /^(?:\.+|LNU|FNU|XXX|NA|N\/A|null|undefined|unknown|test|abc)$/iu;
const DOT_AS_NAME =
  /["'(]\.["')][^.\n]{0,40}(?:surname|last name|उपनाम|सरनेम)|(?:surname|last name|उपनाम|सरनेम)[^.\n]{0,30}["'(]\.["')]/iu;
/** Said without the word surname: one word is not a name here. */
const TOO_SHORT = words(
  'single names? (?:are|is) not,one name is not,at least two words,at least 2 words,minimum two words,two words in the name,name must have two,first and last name,कम से कम दो शब्द~,दो शब्दों का,sirf ek naam se,ek naam nahi chalega,kam se kam do',
);

/** What stands in the surname's field although the user has none. */
function filledField(text: string, name: string | null): { start: number; end: number } | null {
  for (const match of text.matchAll(SURNAME_FIELD)) {
    const value = match[1] ?? '';
    const repeated = name !== null && value.toLowerCase() === name.toLowerCase();
    if (STAND_IN.test(value) || (repeated && !BLANK.test(value)))
      return { start: match.index, end: match.index + match[0].length };
  }
  const named =
    name === null ? null : new RegExp(`(?:last name|surname|उपनाम) (?:is |as )?${escaped(name)}`, 'iu').exec(text);
  const dot = named ?? DOT_AS_NAME.exec(text);
  return dot === null ? null : { start: dot.index, end: dot.index + dot[0].length };
}

/** `And your last name?` asks for it; `Do you have a last name?` leaves it to the user. */
function isBareQuestion(text: string, sentence: Stretch): boolean {
  return (
    /^\s*[?？]/u.test(text.slice(sentence.end)) &&
    !/do you have|if any|is that|would you|क्या आपका|kya aapka/iu.test(sentence.text)
  );
}

const BARE_ITEM_WORDS = 4;

/** `Please tell us:` and below it, as an item of its own, the surname. */
function isListedDemand(text: string, found: Mention): boolean {
  const head = listHeadAt(text, found.start);
  const item = sentenceAt(text, found.start, found.end).text;
  const bare = item.trim().split(/\s+/u).length <= BARE_ITEM_WORDS && !/[:|]/u.test(item);
  return head !== null && bare && has(head, DEMAND) && !has(item, NOT_NEEDED);
}

/** params: `name`; without it, it is found in the question. */
export const singleName: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const tell = (reason: string, place: { start: number; end: number }) =>
    failed(reason, heard.answer.quote(place.start, place.end));
  const name = givenName(heard.question.text, params);
  const invented = name === null ? null : inventedSurname(text, heard.question.text, name);
  if (invented !== null) return tell('A second name was put behind the only name.', invented);
  const filled = filledField(text, name);
  if (filled !== null) return tell('The field for a surname was filled with a stand-in.', filled);
  const empty = EMPTY_FIELD.exec(text);
  if (empty !== null)
    return tell('An empty field shows beside the name.', { start: empty.index, end: empty.index + empty[0].length });
  const eased = has(text, NOT_NEEDED);
  for (const sentence of sentencesOf(text)) {
    if (has(sentence.text, TOO_SHORT) && !has(sentence.text, NOT_NEEDED))
      return tell('One name is not enough here.', sentence);
    const demanded = has(sentence.text, DEMAND) || has(sentence.text, HARD_STOP) || isBareQuestion(text, sentence);
    if (!has(sentence.text, SURNAME) || !demanded) continue;
    const stopped = has(sentence.text, HARD_STOP);
    if ((eased || has(sentence.text, NOT_NEEDED)) && !stopped) continue;
    return tell('A surname is demanded.', sentence);
  }
  const item = mentions(text, SURNAME).find((found) => isListedDemand(text, found));
  if (item !== undefined) return tell('A surname is demanded.', item);
  return passed('The single name is accepted.');
});
