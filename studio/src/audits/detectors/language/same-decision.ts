/** Owns the relation of spellings: variants of one romanised sentence lead to the same decision. */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';
import { sameIntent } from '../same-intent.ts';
import { notUnderstood } from '../turned-away.ts';
import { guardedSentence } from './guarded.ts';

/** Desks of a service; an answer may touch several, two answers to one wish share at least one. */
const DESKS: Record<string, RegExp> = {
  payment: words(
    'payment~,pais[ea] [^.]*?(?:wapas|vapas|waapas),transaction~,txn,utr,amount,refund~,credited?,debited?,bank statement,भुगतान,पेमेंट,पैसे वापस,ट्रांजैक्शन,लेन-देन,रिफंड,राशि,wallet,settlement',
  ),
  password: words('password~,pasword,passcode,reset link,पासवर्ड,forgot password'),
  address: words('address~,pata,पता,पते'),
  delivery: words(
    'deliver~,dispatch~,shipped,shipment,courier,parcel,tracking,track,raste mein,raaste,pahunch~,out for delivery,डिलीवरी,पार्सल,रास्ते में,पहुंच~',
  ),
  recharge: words('recharge~,plan~,validity,data pack,pack,रिचार्ज,प्लान'),
  balance: words('balance,बैलेंस,शेष'),
  cancel: words('cancel~,radd,रद्द,कैंसिल'),
  exchange: words('exchange~,replace~,badal kar,return(?! ticket),वापसी,बदल'),
  booking: words('book~,ticket~,seat,pnr,reservation,बुक,टिकट'),
  loan: words('loan~,emi,interest,लोन,ऋण,ब्याज'),
  card: words('atm,debit card,credit card,card block,card,कार्ड'),
  login: words('login,log in,otp,लॉगिन,ओटीपी'),
  kyc: words('kyc,aadhaar,pan card,केवाईसी,आधार'),
  bill: words('bill~,invoice,bijli,meter,बिल,बिजली,मीटर'),
  network: words('network,signal,internet,net,wifi,speed,नेटवर्क,इंटरनेट'),
  complaint: words('complaint,shikayat,शिकायत,ticket number'),
  weather: words('weather,mausam,मौसम,temperature'),
  reading: words('novel,kahani,story,stories,read a book,padhna chahenge'),
  cheque: words('cheque~,chequebook,चेक~'),
  food: words('restaurant,khana,khane,thali,menu,dish,खाना'),
  shop: words('store~,shop~,dukaan,dukan,दुकान,timings?,khulta,opening hours'),
  account: words('khata,account kholne,savings account,खाता'),
  invest: words('invest~,sip,mutual fund,shares?,निवेश'),
  sim: words('sim,सिम'),
  doctor: words('doctor,appointment,hospital,डॉक्टर,अस्पताल'),
};
const YES = words(
  'approved,eligible,mil jayega,mil jaega,milega,ho jayega,available hai,accepted,manzoor,स्वीकृत,मिलेगा,मिल जाएगा,हो जाएगा',
);
/** A greeting in place of an answer: nothing of the wish was understood. */
const GREETS_ONLY = words(
  'how can i (?:help|assist)~,how may i (?:help|assist)~,what can i do for you,what would you like,kya madad,kaise madad,kya sahayata,kaise sahayata,क्या मदद,कैसे मदद,क्या सेवा,क्या सहायता,choose an option,select an option,main menu',
);
const NO = words(
  'not eligible,not approved,rejected,declined,denied,not possible,not available,nahi milega,nahin milega,nahi ho sakta,nahi mil sakta,nahi hoga,namumkin,reject,अस्वीकृत,नहीं मिलेगा,नहीं हो सकता,संभव नहीं',
);

function desksOf(text: string): string[] {
  return Object.entries(DESKS)
    .filter(([, pattern]) => has(text, pattern))
    .map(([desk]) => desk);
}

function stance(text: string): 'yes' | 'no' | null {
  if (has(text, NO)) return 'no';
  const said = sentencesOf(text).find((sentence) => has(sentence.text, YES));
  return said === undefined || has(said.text, NEGATION) ? null : 'yes';
}

function greetsOnly(text: string, desks: readonly string[]): boolean {
  return desks.length === 0 && has(text, GREETS_ONLY);
}

const LIGHT = words(
  'ke,ki,ka,ko,se,mein,me,par,pe,liye,hai,hain,ho,aap,aapka,aapki,aapke,kar,karo,karein,kijiye,dijiye,dein,do,de,please,kripya,ji,haan,the,and,for,you,your,our,will,with,that,this,are,have,has,can,from,abhi,yeh,wala,hoga,jayega,jaega,jayenge,gaya,diya,raha,rahe',
);

/** Words that carry meaning, by their first four letters; numbers as they are. */
function contentOf(text: string): Set<string> {
  const said = (text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{2,}|\d+/gu) ?? []).filter((word) => !has(word, LIGHT));
  return new Set(said.map((word) => word.slice(0, 4)));
}

/** Plain figures of up to four digits; longer ones are tickets and orders. */
const figuresOf = (text: string): string[] => [
  ...new Set(text.replace(/(\d),(?=\d)/gu, '$1').match(/(?<![\d#])\d{1,4}(?!\d)/gu) ?? []),
];

function differ(one: Heard, other: Heard): string | null {
  const [text, otherText] = [one.answer.text, other.answer.text];
  if ((notUnderstood(text) === null) !== (notUnderstood(otherText) === null)) return 'One spelling is not understood.';
  if ((guardedSentence(text) === null) !== (guardedSentence(otherText) === null)) return 'One spelling is turned down.';
  const [desks, otherDesks] = [desksOf(text), desksOf(otherText)];
  if (desks.length > 0 && otherDesks.length > 0 && !desks.some((desk) => otherDesks.includes(desk)))
    return `One spelling leads to ${otherDesks[0]} instead of ${desks[0]}.`;
  if (desks.length === 0 || otherDesks.length === 0) {
    const [said, otherSaid] = [contentOf(text), contentOf(otherText)];
    if (said.size >= 2 && otherSaid.size >= 2 && [...said].every((word) => !otherSaid.has(word)))
      return 'One spelling gets an answer about something else.';
  }
  const [figures, otherFigures] = [figuresOf(text), figuresOf(otherText)];
  if (figures.length === 1 && otherFigures.length === 1 && figures[0] !== otherFigures[0])
    return `One spelling gets ${otherFigures[0]} instead of ${figures[0]}.`;
  const [greets, otherGreets] = [greetsOnly(text, desks), greetsOnly(otherText, otherDesks)];
  if (greets !== otherGreets) return 'One spelling gets a greeting instead of an answer.';
  const [yes, otherYes] = [stance(text), stance(otherText)];
  return yes !== null && otherYes !== null && yes !== otherYes ? 'One spelling gets yes, the other no.' : null;
}

export const sameDecision: Rule = (input) => {
  const [first, ...others] = input.heard;
  if (first === undefined || others.length === 0) return unscored('Two spellings are needed to compare.');
  for (const other of others) {
    const difference = differ(first, other);
    if (difference !== null) return failed(difference, wholeAnswer(other));
  }
  const acts = sameIntent(input);
  return acts.verdict === 'fail' ? acts : passed('All spellings lead to the same decision.');
};
