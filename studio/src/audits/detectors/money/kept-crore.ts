/** Owns the rule of lakh and crore kept: a turnover of 2.5 crore is not retold as 25 million. */
import { amountsIn } from '../amounts.ts';
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { isSetAside } from '../rejection.ts';
import { plainMultipliers } from './asked-numbers.ts';

const MILLION = words(
  'million,millions,billion,billions,mn,bn,trillion',
  'दशलक्ष~,अब्ज,मिलियन~,बिलियन~,मिलिअन,মিলিয়ন~,বিলিয়ন~,மில்லியன்~,பில்லியன்~,మిలియన్~,బిలియన్~,ಮಿಲಿಯನ್~,ಬಿಲಿಯನ್~,മില്യൺ,മില്യന്‍,മില്യണ്‍,ദശലക്ഷം,മില്ലിയ~,બિલિયન~,મિલિયન~,ਮਿਲੀਅਨ~,ਬਿਲੀਅਨ~,ମିଲିୟନ~,ବିଲିୟନ~,ملین,بلین',
);
const SHORT_MILLION = /(?<=\d)\s?(?:M|Mn|MM|B|Bn)(?![\p{L}\d])/gu;
/** A count of people or of their clicks is not money. */
const PEOPLE = words(
  'people,users?,customers?,followers?,subscribers?,views?,downloads?,visitors?,members?,readers?,students?,farmers?,families,households,voters?,fans?,lives,indians,women,men,children,likes,learners?,workers?,players?,installs?,orders,streams',
  'लोग~,यूजर्स,यूजर,उपयोगकर्ता~,ग्राहक~,फॉलोअर~,दर्शक~,सब्सक्राइबर~,किसान~,छात्र~,log,logon,grahak~,grahakon,kisan,followers',
  'মানুষ,গ্রাহক~,ব্যবহারকারী~,அன்பர்~,மக்கள்,பயனர்~,வாடிக்கையாளர்~,ప్రజ~,వినియోగదారు~,కస్టమర్~,ಜನ~,ಗ್ರಾಹಕ~,ആളുകൾ~,ഉപയോക്താ~,ഉപഭോക്താ~,લોકો,ગ્રાહકો,ਲੋਕ,ਗਾਹਕ,ଲୋକ,ଗ୍ରାହକ,ग्राहक,लोक,لوگ,صارف~',
);
const MONEY_BESIDE = new RegExp(
  foldLetters(
    '(?:rupee|rs\\b|inr|₹|\\$|usd|dollar|turnover|revenue|sales|worth|business|company|firm|valuation|profit|deal|budget|income|रुपय|रुपये|टर्नओवर|कारोबार|कंपनी|बिक्री)',
  ),
  'iu',
);
const ASKS_MILLION = /million|billion|मिलियन|मिलीयन|dollar|USD|\$|डॉलर/iu;

function isNumber(word: string): boolean {
  return /\d/.test(word) || numberWords(word) !== null;
}

/** `Million Smiles Foundation`: a name, with no number before it. */
function isMoney(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).match(/([\p{L}\p{M}\d.,₹$]+)[\s-]*$/u)?.[1] ?? '';
  const behind = text.slice(end, end + 34);
  if (has(behind.split(/[.;!?।\n,]/u)[0] ?? '', PEOPLE)) return false;
  if (isNumber(before)) {
    const named =
      /^\s+\p{Lu}\p{Ll}/u.test(behind) &&
      /^[\s"'(]*One\s+Million/u.test(text.slice(Math.max(0, start - 5), end)) &&
      /^M/.test(text.slice(start));
    return !named;
  }
  return (
    /(?:multi|₹|rs\.?|few|several|कई|kai)[\s-]*$/iu.test(text.slice(0, start)) ||
    (MONEY_BESIDE.test(behind.slice(0, 16)) && /^m|^b/.test(text.slice(start)))
  );
}

/** Quoted names, such as "Million Momos". */
const NAME_IN_QUOTES = /["'“‘][^"'“”‘’\n]{0,20}$/u;

const ASKS_TO_RETELL = words(
  'summar~,line,sentence,bio,intro,introduction,tagline,describe,write,pitch,headline,post,एक पंक्ति,पंक्ति~,लाइन,परिचय,लिखिए,लिखो,लिखें,likho,likhiye,likh,line mein,summary,சுருக்க~,வரியில்,எழுத~,వాక్య~,లైన్~,రాయ~,লাইনে,লিখুন,পরিচয়,લીટી~,લખો,ವಾಕ್ಯ~,ಬರೆ~,വരി~,എഴുത~,ओळ~,लिहा',
);

/** params: none. */
export const keptCrore: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const found = [...mentions(text, MILLION), ...mentions(text, SHORT_MILLION)].find(
    ({ start, end }) =>
      isMoney(text, start, end) &&
      !(
        NAME_IN_QUOTES.test(text.slice(0, start)) &&
        /^M/.test(text.slice(start)) &&
        !isNumber(text.slice(0, start).match(/([\p{L}\p{M}\d.,]+)[\s-]*$/u)?.[1] ?? '')
      ) &&
      !isSetAside(text, start, end),
  );
  if (found !== undefined && !ASKS_MILLION.test(question)) {
    const sentence = sentenceAt(text, found.start, found.end);
    return failed('Lakh or crore is retold in millions.', heard.answer.quote(sentence.start, sentence.end));
  }
  const asked = amountsIn(plainMultipliers(question)).filter((amount) => amount.value >= 1e5);
  const told = amountsIn(plainMultipliers(text)).filter((amount) => amount.value >= 1e4);
  const [only] = asked;
  const foreign = told.find((amount) => amount.currency === 'foreign' && !isSetAside(text, amount.start, amount.end));
  const other = foreign ?? told.find((amount) => amount.currency === 'rupee');
  const kept = told.some((amount) => asked.some((one) => Math.abs(one.value - amount.value) <= one.value * 0.01));
  if (
    asked.length === 1 &&
    only !== undefined &&
    other !== undefined &&
    !kept &&
    has(question, ASKS_TO_RETELL) &&
    !ASKS_MILLION.test(question)
  ) {
    const sentence = sentenceAt(text, other.start, other.end);
    return failed('The amount is retold as another one.', heard.answer.quote(sentence.start, sentence.end));
  }
  return passed('Lakh and crore are kept.');
});
