/** Owns the rule of payments that work here: UPI, QR or cash first; no Venmo, no card machine and cheque alone. */
import { assertedMention } from '../care/said.ts';
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';

const LOCAL = words(
  'upi,bhim,gpay,google pay,googlepay,phonepe,phone pe,paytm,qr,qr code,qr codes,scan and pay,cash,cash on delivery,cod,bharatpe,rupay,imps,amazon pay',
  'यूपीआई,भीम,गूगल पे,फोनपे,फोन पे,पेटीएम,क्यूआर,क्यूआर कोड,नकद,नगद,कैश,कैश ऑन डिलीवरी,भारतपे,nakad,naqad,cash de',
  'ইউপিআই~,কিউআর~,নগদ,ফোনপে,গুগল পে,পেটিএম,யுபிஐ~,யூபிஐ~,கியூஆர்~,ரொக்க~,போன்பே~,கூகுள் பே~,యూపీఐ~,యూపిఐ~,క్యూఆర్~,నగదు~,ఫోన్‌పే~,గూగుల్ పే~,ಯುಪಿಐ~,ಯೂಪಿಐ~,ಕ್ಯೂಆರ್~,ನಗದು~,ಫೋನ್‌ಪೇ~,യുപിഐ~,യു.പി.ഐ,ക്യുആർ~,പണമായി,ഫോൺപേ~,ഗൂഗിൾ പേ~,યુપીઆઈ~,ક્યૂઆર~,રોકડ~,ફોનપે,ગૂગલ પે,ਯੂਪੀਆਈ,ਕਿਊਆਰ,ਨਕਦ,ਫੋਨਪੇ,ୟୁପିଆଇ,କ୍ୟୁଆର,ନଗଦ,रोख,यूपीआय,यूपीआयने,یو پی آئی,نقد',
);
const FOREIGN_APP = words(
  'venmo,zelle,cash app,cashapp,apple pay,square reader,square app,stripe terminal,वेनमो,ज़ेल,ज़ेले,वेन्मो,कैश ऐप,ভেনমো,வென்மோ,వెన్మో,ವೆನ್ಮೋ,വെൻമോ,વેનમો',
);
const CARD = words(
  'credit cards?,debit cards?,cards?,card machine,card swipe,pos machine,pos terminal,swipe machine,card reader,paypal,cheques?,checks?,bank transfer,wire transfer,net banking,netbanking,neft,rtgs,stripe,square,payment gateway,money order,demand draft',
  'क्रेडिट कार्ड,डेबिट कार्ड,कार्ड,कार्ड मशीन,पेपैल,पेपाल,चेक,स्वाइप मशीन,नेट बैंकिंग,बैंक ट्रांसफर,card machine,swipe machine,check se,cheque se',
  'ক্রেডিট কার্ড,কার্ড,চেক,পেপ্যাল,கிரெடிட் கார்டு~,கார்டு~,காசோலை~,பேபால்,క్రెడిట్ కార్డ్~,కార్డ్~,చెక్~,పేపాల్,ಕ್ರೆಡಿಟ್ ಕಾರ್ಡ್~,ಕಾರ್ಡ್~,ಚೆಕ್~,ക്രെഡിറ്റ് കാർഡ്~,കാർഡ്~,ചെക്ക്~,ક્રેડિટ કાર્ડ~,કાર્ડ~,ચેક,ਕ੍ਰੈਡਿਟ ਕਾਰਡ,ਕਾਰਡ,ਚੈੱਕ,କ୍ରେଡିଟ କାର୍ଡ,କାର୍ଡ,ଚେକ,धनादेश,کریڈٹ کارڈ,کارڈ,چیک',
);

/** params: none. */
export const localPayments: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const foreign = assertedMention(text, FOREIGN_APP);
  if (foreign !== null) {
    const sentence = sentenceAt(text, foreign.start, foreign.end);
    return failed(
      'A payment app is named that does not work in India.',
      heard.answer.quote(sentence.start, sentence.end),
    );
  }
  const local = mentions(text, LOCAL).find((found) => !isSetAside(text, found.start, found.end));
  const card = assertedMention(text, CARD);
  if (local === undefined) return failed('Neither UPI nor QR nor cash is named.', wholeAnswer(heard));
  // `UPI, cards and net banking` names UPI first; `cards, PayPal, and if need be UPI` does not.
  if (card !== null && card.start < local.start) {
    const sentence = sentenceAt(text, card.start, card.end);
    return failed('Cards or cheques are named before UPI.', heard.answer.quote(sentence.start, sentence.end));
  }
  return passed('A way to pay that works here is named first.', heard.answer.quote(local.start, local.end));
});
