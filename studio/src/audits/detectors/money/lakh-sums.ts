/** Owns the rule of sums with lakh and crore: the question gives the sum, the answer must come to its result. */
import { eachAnswer, failed, numberParam, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { amountsAsked, plainMultipliers, shareIn } from './asked-numbers.ts';
import { amountsTold, comesTo } from './results.ts';

const UNITS: [RegExp, number][] = [
  [words('lakh,lakhs,lac,lacs,लाख,লাখ,লক্ষ,લાખ,ਲੱਖ,ଲକ୍ଷ,லட்சம்,லட்ச~,లక్షలు,లక్ష~,ಲಕ್ಷ~,ലക്ഷം,لاکھ'), 1e5],
  [words('crore,crores,करोड़,कोटी,কোটি,કરોડ,ਕਰੋੜ,କୋଟି,கோடி~,కోట్లు,కోట~,ಕೋಟಿ~,കോടി,کروڑ'), 1e7],
  [words('thousand,thousands,हज़ार,हजार,hazaar,hazar,hajar,হাজার,હજાર,ਹਜ਼ਾਰ,ହଜାର,ஆயிரம்,వేలు,వేల,ಸಾವಿರ,ആയിരം,ہزار'), 1e3],
];
const HOW_MANY = new RegExp(
  foldLetters(
    '(?:how many|kitne|kitna|कितने|कितना|किती|কত|কয়|কিমান|કેટલા|ਕਿੰਨੇ|କେତେ|எத்தனை|எவ்வளவு|ఎన్ని|ఎంత|ಎಷ್ಟು|എത്ര|کتنے)\\s+([\\p{L}\\p{M}]+)',
  ),
  'iu',
);
const HALF = words('half,aadha,adha,aadhe,आधा,आधे,अर्धा,निम्मे,অর্ধেক,અડધા,ਅੱਧਾ,ଅଧା,பாதி,సగం,ಅರ್ಧ,പകുതി,آدھا');
const QUARTER = words(
  'quarter of,one fourth,a fourth,चौथाई,chauthai,पाव,একচতুর্থাংশ,கால் பங்கு,నాలుగో వంతు,ಕಾಲು ಭಾಗ,ચોથો ભાગ,ਚੌਥਾ ਹਿੱਸਾ',
);
const DOUBLE = words('double,twice,dugna,dugni,doguna,दुगुना,दोगुना,दुप्पट,দ্বিগুণ,બમણા,ਦੁੱਗਣਾ,இரட்டிப்பு,రెట్టింపు,ದುಪ್ಪಟ್ಟು,ഇരട്ടി');
const SPLIT = words(
  'divide,divided,split,among,shared equally,equally,each get,parts,baant~,bant~,hisse,hisson,logon mein,बांट~,बाँट~,हिस्से,हिस्सों,में बराबर,बराबर,भाग,ভাগ,ভাগে,பங்கு,பிரித்த~,పంచ~,ಹಂಚ~,വീതിച്ച~,વહેંચ~,ਵੰਡ~',
);
const SUM = words(
  'add,plus,sum,total,together,jod~,jodo,milakar,kul,जोड़~,जोड~,मिलाकर,कुल,बेरीज,যোগ,মোট,கூட்ட~,மொத்தம்,కలిప~,మొత్తం,ಕೂಡಿ~,ಒಟ್ಟು,കൂട്ട~,ആകെ,સરવાળો,ਜੋੜ,ଯୋଗ,جمع',
);
const DIFFERENCE = words(
  'minus,subtract,less,difference,left,remain~,ghata~,bach~,bacha,घटा~,कम,अंतर,बचे,बचा,বাদ,কমে,கழித்த~,తీసివేస్త~,ಕಳೆದ~,കുറച്ച~,બાદ,ਘਟਾ~,تفریق',
);
const TIMES = words(
  'times,multiply,multiplied,guna,गुना,गुणा,×,per month,a month,monthly,every month,each month,mahine ka,har mahine,महीने का,हर महीने,प्रति माह,महीना,mahina',
);

/** `25 lakh in crore`: the unit that an amount is to be told in. */
const INTO = new RegExp(
  foldLetters(
    '(?:to|into|in)\\s+(crores?|lakhs?|lacs?|thousands?)(?!\\p{L})|(?<!\\d\\s?)(crore|lakh|hazaar|करोड़|लाख|हजार|कोटी|কোটি|লাখ|કરોડ|લાખ|ਕਰੋੜ|ਲੱਖ)\\s+(?:में|मध्ये|mein|me|তে|માં|ਵਿੱਚ)(?![\\p{L}\\p{M}])',
  ),
  'iu',
);
const A_YEAR_ASKED = words(
  'in a year,per year,a year,for a year,yearly,annually,in one year,saal mein,saal me,saal bhar,saal ka,साल में,साल भर,साल का,वर्ष में,वर्षाला,বছরে,ஆண்டுக்கு,வருடத்திற்கு,సంవత్సరానికి,ವರ್ಷಕ್ಕೆ,വർഷത്തിൽ,વર્ષે,ਸਾਲ ਵਿੱਚ',
);
const A_MONTH = words(
  'per month,a month,monthly,every month,each month,in a month,mahina,mahine,har mahine,महीना,महीने,प्रति माह,मासिक,हर महीने,महिन्याला,মাসে,মাসিক,மாதம்,மாதத்திற்கு,నెలకు,ತಿಂಗಳಿಗೆ,മാസം,മാസത്തിൽ,મહિને,ਮਹੀਨੇ',
);
const YEARLY_GIVEN = words(
  'salary,ctc,package,lpa,per annum,annual,yearly,a year,per year,सालाना,वार्षिक,सैलरी,वेतन,saalana,salana',
);
const MONTHS_A_YEAR = 12;

function monthsFactor(question: string): number {
  if (!has(question, A_MONTH)) return 1;
  const month = question.search(A_MONTH);
  const year = question.search(A_YEAR_ASKED);
  if (year >= 0 && year > month) return MONTHS_A_YEAR;
  return has(question, YEARLY_GIVEN) ? 1 / MONTHS_A_YEAR : 1;
}

/** What the question asks for, with the numbers it holds. `plain`: the result is a count of a unit, not an amount. */
function askedResult(question: string): { value: number; plain: boolean } | null {
  const share = shareIn(question);
  const amounts = amountsAsked(share?.rest ?? question);
  const [first, second] = amounts;
  if (first === undefined) return null;
  if (share !== null) {
    const part = (first.value * share.percent) / 100;
    return { value: part, plain: false };
  }
  const unitAsked = HOW_MANY.exec(question)?.[1] ?? '';
  const unit = UNITS.find(([pattern]) => has(unitAsked, pattern));
  if (unit !== undefined) {
    const [given] = amountsAsked(question.replace(HOW_MANY, ' '));
    return given === undefined ? null : { value: given.value / unit[1], plain: true };
  }
  const into = INTO.exec(question);
  const target = UNITS.find(([pattern]) => has(into?.[1] ?? into?.[2] ?? '', pattern));
  if (target !== undefined && into !== null) {
    const [given] = amountsAsked(question.replace(into[0], ' '));
    return given === undefined ? null : { value: given.value / target[1], plain: true };
  }
  if (amounts.length === 1) {
    const factor = has(question, HALF)
      ? 0.5
      : has(question, QUARTER)
        ? 0.25
        : has(question, DOUBLE)
          ? 2
          : monthsFactor(question);
    return { value: first.value * factor, plain: false };
  }
  if (second === undefined || amounts.length > 3) return null;
  if (has(question, SPLIT))
    return { value: Math.max(first.value, second.value) / Math.min(first.value, second.value), plain: false };
  if (has(question, SUM)) return { value: amounts.reduce((sum, one) => sum + one.value, 0), plain: false };
  if (amounts.length === 2 && has(question, DIFFERENCE))
    return { value: Math.abs(first.value - second.value), plain: false };
  return amounts.length === 2 && has(question, TIMES) ? { value: first.value * second.value, plain: false } : null;
}

/** params: `value`; without it, it is worked out from the question. */
export const lakhSums: Rule = eachAnswer((heard, params) => {
  const question = heard.question.text;
  const set = numberParam(params, 'value');
  const asked = set === undefined ? askedResult(question) : { value: set, plain: false };
  if (asked === null) return unscored('The question does not say which number is right.');
  const text = plainMultipliers(heard.answer.text);
  const told = amountsTold(heard.answer.text);
  const figures = asked.plain
    ? [
        ...told,
        ...[...heard.answer.text.matchAll(/\d+(?:,\d+)*(?:\.\d+)?/gu)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          value: Number(match[0].replaceAll(',', '')),
        })),
      ]
    : told.length > 0
      ? told
      : amountsTold(text);
  const known = amountsAsked(question).map((amount) => amount.value);
  const bare = [...question.matchAll(/\d+(?:\.\d+)?/gu)].map((match) => Number(match[0]));
  const units = asked.plain ? UNITS.map(([, value]) => value) : [];
  const expected = { value: asked.value, tolerance: asked.value * 1e-6, known: [...known, ...bare, ...units] };
  return comesTo(heard, figures, expected) ?? failed('No number is given.', wholeAnswer(heard));
});
