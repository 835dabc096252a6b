/** Owns the rule of UPI ids: a name and a handle without a dot are neither turned down as an e-mail nor used as one. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { type Stretch, sentencesOf } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { turnedAway } from '../turned-away.ts';

const EMAIL = words(
  'e-?mail,e-?mails,email id,mail id,mail address,emailed,mailed,gmail,inbox,ईमेल,ई-मेल,मेल आईडी,इमेल,ইমেল,ইমেইল,ই-মেল,ઈમેલ,ઇમેઇલ,ઈમેઈલ,ਈਮੇਲ,ଇମେଲ,ଇ-ମେଲ,மின்னஞ்சல்~,இமெயில்~,ఈమెయిల్~,ఇమెయిల్~,ఈ-మెయిల్~,ಇಮೇಲ್~,ಇ-ಮೇಲ್~,ഇമെയിൽ~,ഇ-മെയിൽ~,ای میل',
);
const UPI = words(
  'upi,vpa,upi id,यूपीआई,ইউপিআই,યુપીઆઈ,યુપીઆઇ,ਯੂਪੀਆਈ,ୟୁପିଆଇ,யுபிஐ,யூபிஐ,యూపీఐ,యుపిఐ,ಯುಪಿಐ,യുപിഐ,یو پی آئی,~@\\p{L}+',
);
const FAULTY = words(
  "error,mismatch,valid,invalid~,not valid,proper,correct,incorrect,complete,incomplete,format,domain,missing,\\.com,wrong,misspel~,typo,doesn't look,does not look,not look,not a,isn't a,like name@~,full,सही,मान्य,वैध,अमान्य,गलत,अधूरा,पूरा,sahi,galat,amanya,adhura,valid,योग्य,चुकीच~,সঠিক,বৈধ,অবৈধ,ভুল,સાચું,સાચો,માન્ય,ખોટ~,અમાન્ય,ਸਹੀ,ਗਲਤ,ਵੈਧ,ସଠିକ୍,ଭୁଲ,ବୈଧ,சரியான,செல்லுபடி~,செல்லாத,தவறு,தவறான,சரியானதல்ல,సరైన,చెల్లని,చెల్లదు,తప్పు,ಸರಿಯಾದ,ಮಾನ್ಯ,ಅಮಾನ್ಯ,ತಪ್ಪು,ശരിയായ,സാധുവായ,അസാധു~,തെറ്റ~,درست,غلط",
);
const USED = words(
  'sent to,sent you,sending,send,emailed,mailed,write to,as your e-?mail,as the e-?mail,as e-?mail,your e-?mail,this e-?mail,e-?mail id,saved,noted,recorded,registered,updated,भेज~,दर्ज,आपका ईमेल,आपके ईमेल,इस ईमेल,bhej~,aapka email,aapki email,aapke email,is email,पाठव~,পাঠা~,আপনার ইমেল,মোকল~,મોકલ~,તમારા ઈમેલ,ਭੇਜ~,ପଠା~,அனுப்ப~,பதிவு,உங்கள் மின்னஞ்சல்~,పంపు~,పంపా~,పంపి~,మీ ఈమెయిల్,ಕಳುಹಿಸ~,ನಿಮ್ಮ ಇಮೇಲ್,അയച്ച~,നിങ്ങളുടെ ഇമെയിൽ,بھیج~',
);
const DEMANDED = words(
  'please enter,please provide,please share,please type,please give,enter your,provide your,re-enter,share your e-?mail,need~ (?:your|an) e-?mail,need a,is required,लिखें,दर्ज करें,डालें,भेजें,दीजिए,daalein,daaliye,likhein,dijiye,bhejein,লিখুন,দিন,લખો,આપો,દાખલ,ਦਿਓ,ਲਿਖੋ,ଦିଅନ୍ତୁ,உள்ளிட~,தரவும்,வழங்க~,నమోదు చేయండి,ఇవ్వండి,ನಮೂದಿಸಿ,ನೀಡಿ,നൽകുക,درج کریں,सांगा,द्या',
);
/** `I'll email the receipt to …`, and the id behind it. */
const MAILS_TO = /\be-?mail(?:ing)? (?:\p{L}+ ){0,5}to\b/iu;
/** A receipt by mail is another matter, where the money goes by UPI. */
const BY_THE_WAY = words(
  'receipt,invoice,confirmation,registered e-?mail,optional,if you,would you,also,copy,update~,रसीद,पुष्टि,चाहें,raseed,chahein,bill,statement,acknowledg~,notif~,sms',
);
const HANDLE = /[\p{L}\p{N}._-]+@[\p{L}][\p{L}\p{N}]*(?![\p{L}\p{N}.]*\.[\p{L}])/gu;

/** What an answer does with e-mail in a sentence that is not there to reject it. */
function usesAsEmail(sentence: Stretch, handles: readonly string[]): boolean {
  if (!has(sentence.text, EMAIL)) return false;
  const holdsId = handles.some((handle) => sentence.text.toLowerCase().includes(handle));
  const isFaulty = has(sentence.text, FAULTY);
  const spoken = mentions(sentence.text, EMAIL).filter((found) => !isSetAside(sentence.text, found.start, found.end));
  if (isFaulty && has(sentence.text, DEMANDED)) return true;
  if (
    isFaulty &&
    /(?:not|isn't|doesn't|does not|नहीं|nahi|in-?valid|अमान्य|incomplete|missing|செல்ல|தவற|చెల్ల|ಅಮಾನ್ಯ|അസാധു|ভুল|অবৈধ|ખોટ|ਗਲਤ|غلط|wrong|incorrect|error|mismatch)/iu.test(
      sentence.text,
    )
  )
    return !/(?:not|isn't|rather than|instead of|नहीं|nahi)[^.]{0,16}(?:an? )?e-?mail(?: address| id)?[,;.]? (?:but|so|which is fine|and that)/iu.test(
      sentence.text,
    );
  if (spoken.length === 0) return false;
  if (holdsId && (has(sentence.text, USED) || MAILS_TO.test(sentence.text))) return true;
  return (has(sentence.text, DEMANDED) || has(sentence.text, USED)) && !has(sentence.text, BY_THE_WAY);
}

export const upiId: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const handles = [...heard.question.text.matchAll(HANDLE)].map((match) => match[0].toLowerCase());
  const tell = (reason: string, place: Stretch) => failed(reason, heard.answer.quote(place.start, place.end));
  const knowsUpi = mentions(text, UPI).some((found) => !isSetAside(text, found.start, found.end));
  const asEmail = sentencesOf(text).find((sentence) => usesAsEmail(sentence, handles));
  const setRight = knowsUpi && asEmail !== undefined && isTakenAsUpi(text, asEmail);
  if (asEmail !== undefined && !setRight) return tell('The UPI id is treated as an e-mail address.', asEmail);
  const away = turnedAway(text);
  if (away !== null && !setRight && !/e-?mail/iu.test(away.text)) return tell('A UPI id is turned away.', away);
  const noDot =
    /(?:missing|needs?|without|must (?:have|contain)|no) (?:a |the )?(?:dot|domain|\.com)|\.com (?:is )?missing/iu.exec(
      text,
    );
  if (noDot !== null && !setRight && !isSetAside(text, noDot.index, noDot.index + noDot[0].length))
    return tell('A UPI id is turned away.', { start: noDot.index, end: noDot.index + noDot[0].length, text: noDot[0] });
  return passed('The id is taken as a UPI id.');
});

const TAKES = words(
  'refund,transfer,credited,credit,sent,pay,payment,रिफंड,रिफ़ंड,भुगतान,वापस,பணம்,రీఫండ్,ರಿಫಂಡ್,രീഫണ്ട്,ফেরত,રિફંડ,ਰਿਫੰਡ',
);

/** `That is no e-mail address but a UPI id, so the refund goes there.` */
function isTakenAsUpi(text: string, asEmail: Stretch): boolean {
  if (has(asEmail.text, DEMANDED)) return false;
  const rest = text.slice(0, asEmail.start) + text.slice(asEmail.end);
  const own = has(asEmail.text, UPI) && /(?:not|isn't|नहीं|nahi|no) /iu.test(asEmail.text);
  return (own || has(rest, UPI)) && has(text, TAKES) && !has(rest, DEMANDED);
}
