/** GST and income tax as they stand after 22 September 2025 and for the financial year 2025-26. */
import type { Faults } from '../faults.ts';
import type { Concept } from '../reading/concepts.ts';
import type { Question } from '../reading/question.ts';
import { figure } from '../writing/figures.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const SLABS: Phrase = {
  en: 'The main GST rates are 5% and 18%, with 40% for luxury and sin goods, in force since 22 September 2025.',
  hi: 'GST की मुख्य दरें 5% और 18% हैं; विलासिता और हानिकारक चीज़ों पर 40% लगता है। ये 22 सितंबर 2025 से लागू हैं।',
  'hi-Latn':
    'GST ki mukhya daren 5% aur 18% hain; luxury aur haanikarak cheezon par 40% lagta hai. Yeh 22 September 2025 se lagu hain.',
  mr: 'GST चे मुख्य दर 5% आणि 18% आहेत; चैनीच्या आणि हानिकारक वस्तूंवर 40% आहे. हे 22 सप्टेंबर 2025 पासून लागू आहेत.',
  bn: 'GST-র মূল হার 5% ও 18%; বিলাসদ্রব্য ও ক্ষতিকর জিনিসে 40%। এগুলি 22 সেপ্টেম্বর 2025 থেকে চালু।',
  ta: 'GST முக்கிய விகிதங்கள் 5% மற்றும் 18%; ஆடம்பர, தீங்கான பொருட்களுக்கு 40%. இவை 22 செப்டம்பர் 2025 முதல் நடைமுறையில் உள்ளன.',
  te: 'GST ముఖ్య రేట్లు 5% మరియు 18%; విలాస, హానికర వస్తువులపై 40%. ఇవి 22 సెప్టెంబర్ 2025 నుంచి అమల్లో ఉన్నాయి.',
  gu: 'GST ના મુખ્ય દર 5% અને 18% છે; વૈભવી અને હાનિકારક વસ્તુઓ પર 40% છે. આ 22 સપ્ટેમ્બર 2025 થી અમલમાં છે.',
  kn: 'GST ಯ ಮುಖ್ಯ ದರಗಳು 5% ಮತ್ತು 18%; ಐಷಾರಾಮಿ ಮತ್ತು ಹಾನಿಕಾರಕ ವಸ್ತುಗಳಿಗೆ 40%. ಇವು 22 ಸೆಪ್ಟೆಂಬರ್ 2025 ರಿಂದ ಜಾರಿಯಲ್ಲಿವೆ.',
  ml: 'GST യുടെ പ്രധാന നിരക്കുകൾ 5%, 18%; ആഡംബര, ഹാനികര വസ്തുക്കൾക്ക് 40%. ഇവ 2025 സെപ്റ്റംബർ 22 മുതൽ പ്രാബല്യത്തിലുണ്ട്.',
  pa: 'GST ਦੀਆਂ ਮੁੱਖ ਦਰਾਂ 5% ਅਤੇ 18% ਹਨ; ਐਸ਼ ਅਤੇ ਨੁਕਸਾਨਦੇਹ ਚੀਜ਼ਾਂ ਤੇ 40% ਹੈ। ਇਹ 22 ਸਤੰਬਰ 2025 ਤੋਂ ਲਾਗੂ ਹਨ।',
  ur: 'GST کی اہم شرحیں 5% اور 18% ہیں؛ پرتعیش اور مضر اشیا پر 40% ہے۔ یہ 22 ستمبر 2025 سے نافذ ہیں۔',
  or: 'GST ର ମୁଖ୍ୟ ହାର 5% ଓ 18%; ବିଳାସ ଓ କ୍ଷତିକାରକ ଜିନିଷରେ 40%। ଏହା 22 ସେପ୍ଟେମ୍ବର 2025 ରୁ ଲାଗୁ।',
};

const OLD_SLABS: Phrase = {
  en: 'GST has four main slabs: 5%, 12%, 18% and 28%.',
  hi: 'GST के चार मुख्य स्लैब हैं: 5%, 12%, 18% और 28%।',
  'hi-Latn': 'GST ke chaar mukhya slab hain: 5%, 12%, 18% aur 28%.',
  mr: 'GST चे चार मुख्य स्लॅब आहेत: 5%, 12%, 18% आणि 28%.',
  bn: 'GST-র চারটি মূল স্ল্যাব: 5%, 12%, 18% ও 28%।',
  ta: 'GST நான்கு முக்கிய அடுக்குகள்: 5%, 12%, 18%, 28%.',
  te: 'GST లో నాలుగు ముఖ్య శ్లాబులు: 5%, 12%, 18%, 28%.',
  gu: 'GST ના ચાર મુખ્ય સ્લેબ છે: 5%, 12%, 18% અને 28%.',
  kn: 'GST ಯಲ್ಲಿ ನಾಲ್ಕು ಮುಖ್ಯ ಸ್ಲ್ಯಾಬ್‌ಗಳು: 5%, 12%, 18% ಮತ್ತು 28%.',
  ml: 'GST യിൽ നാല് പ്രധാന സ്ലാബുകൾ: 5%, 12%, 18%, 28%.',
  pa: 'GST ਦੇ ਚਾਰ ਮੁੱਖ ਸਲੈਬ ਹਨ: 5%, 12%, 18% ਅਤੇ 28%।',
  ur: 'GST کے چار اہم سلیب ہیں: 5%، 12%، 18% اور 28%۔',
  or: 'GST ର ଚାରୋଟି ମୁଖ୍ୟ ସ୍ଲାବ: 5%, 12%, 18% ଓ 28%।',
};

const ITEM: Phrase = {
  en: 'The GST rate is {rate}%.',
  hi: 'इस पर GST {rate}% है।',
  'hi-Latn': 'Is par GST {rate}% hai.',
  mr: 'यावर GST {rate}% आहे.',
  bn: 'এতে GST {rate}%।',
  ta: 'இதற்கு GST {rate}%.',
  te: 'దీనిపై GST {rate}%.',
  gu: 'આના પર GST {rate}% છે.',
  kn: 'ಇದರ ಮೇಲೆ GST {rate}%.',
  ml: 'ഇതിന് GST {rate}%.',
  pa: 'ਇਸ ਤੇ GST {rate}% ਹੈ।',
  ur: 'اس پر GST {rate}% ہے۔',
  or: 'ଏଥିରେ GST {rate}%।',
};

const ON_AMOUNT: Phrase = {
  en: '{rate}% GST on ₹{amount} is ₹{tax}; together ₹{total}.',
  hi: '₹{amount} पर {rate}% GST ₹{tax} हुआ; कुल ₹{total}।',
  'hi-Latn': '₹{amount} par {rate}% GST ₹{tax} hua; kul ₹{total}.',
  mr: '₹{amount} वर {rate}% GST ₹{tax} होतो; एकूण ₹{total}.',
  bn: '₹{amount}-এ {rate}% GST ₹{tax}; মোট ₹{total}।',
  ta: '₹{amount} மீது {rate}% GST ₹{tax}; மொத்தம் ₹{total}.',
  te: '₹{amount} పై {rate}% GST ₹{tax}; మొత్తం ₹{total}.',
  gu: '₹{amount} પર {rate}% GST ₹{tax} થાય; કુલ ₹{total}.',
  kn: '₹{amount} ಮೇಲೆ {rate}% GST ₹{tax}; ಒಟ್ಟು ₹{total}.',
  ml: '₹{amount} ന് {rate}% GST ₹{tax}; ആകെ ₹{total}.',
  pa: '₹{amount} ਤੇ {rate}% GST ₹{tax} ਹੋਇਆ; ਕੁੱਲ ₹{total}।',
  ur: '₹{amount} پر {rate}% GST ₹{tax} ہوا؛ کل ₹{total}۔',
  or: '₹{amount} ରେ {rate}% GST ₹{tax}; ମୋଟ ₹{total}।',
};

const INCOME_TAX: Phrase = {
  en: 'In the new regime for FY 2025-26 the income tax on a taxable income of ₹{income} is ₹{tax} before cess.',
  hi: 'वित्त वर्ष 2025-26 की नई व्यवस्था में ₹{income} की कर योग्य आय पर आयकर ₹{tax} है (सेस से पहले)।',
  'hi-Latn': 'FY 2025-26 ki nayi vyavastha mein ₹{income} ki taxable income par income tax ₹{tax} hai (cess se pehle).',
  mr: 'आर्थिक वर्ष 2025-26 च्या नव्या प्रणालीत ₹{income} करपात्र उत्पन्नावर आयकर ₹{tax} आहे (सेसपूर्वी).',
  bn: '2025-26 অর্থবছরের নতুন ব্যবস্থায় ₹{income} করযোগ্য আয়ে আয়কর ₹{tax} (সেসের আগে)।',
  ta: '2025-26 நிதியாண்டின் புதிய முறையில் ₹{income} வரிக்குரிய வருமானத்திற்கு வருமான வரி ₹{tax} (செஸ் தவிர).',
  te: '2025-26 ఆర్థిక సంవత్సరం కొత్త విధానంలో ₹{income} పన్ను ఆదాయంపై పన్ను ₹{tax} (సెస్‌కు ముందు).',
  gu: '2025-26 ની નવી પદ્ધતિમાં ₹{income} કરપાત્ર આવક પર આવકવેરો ₹{tax} છે (સેસ પહેલાં).',
  kn: '2025-26 ರ ಹೊಸ ಪದ್ಧತಿಯಲ್ಲಿ ₹{income} ತೆರಿಗೆಯ ಆದಾಯಕ್ಕೆ ತೆರಿಗೆ ₹{tax} (ಸೆಸ್‌ಗೆ ಮೊದಲು).',
  ml: '2025-26 ലെ പുതിയ രീതിയിൽ ₹{income} നികുതി വരുമാനത്തിന് നികുതി ₹{tax} (സെസ്സിന് മുമ്പ്).',
  pa: '2025-26 ਦੀ ਨਵੀਂ ਵਿਵਸਥਾ ਵਿੱਚ ₹{income} ਆਮਦਨ ਤੇ ਟੈਕਸ ₹{tax} ਹੈ (ਸੈੱਸ ਤੋਂ ਪਹਿਲਾਂ)।',
  ur: '2025-26 کے نئے نظام میں ₹{income} قابل ٹیکس آمدنی پر ٹیکس ₹{tax} ہے (سیس سے پہلے)۔',
  or: '2025-26 ର ନୂଆ ବ୍ୟବସ୍ଥାରେ ₹{income} ଆୟ ଉପରେ ଟିକସ ₹{tax} (ସେସ୍ ପୂର୍ବରୁ)।',
};

/** Biris stand before tobacco, which they are made of. */
const ITEM_RATES: readonly [Concept, number][] = [
  ['biri', 18],
  ['cigarette', 40],
  ['cement', 18],
  ['freshMilk', 0],
  ['lifeInsurance', 0],
  ['soap', 5],
  ['electronics', 18],
];

const STEP = 400_000;
const STANDARD_DEDUCTION = 75_000;
const REBATE_UP_TO = 1_200_000;

/** Steps of four lakh, at 0, 5, 10, 15, 20, 25 and 30 per cent; nothing is due up to twelve lakh. */
export function incomeTax(taxable: number): number {
  if (taxable <= REBATE_UP_TO) return 0;
  let tax = 0;
  for (let step = 1; step < 6; step += 1) {
    tax += Math.max(0, Math.min(taxable, STEP * (step + 1)) - STEP * step) * 0.05 * step;
  }
  return Math.round(tax + Math.max(0, taxable - STEP * 6) * 0.3);
}

function incomeTaxOn(question: Question): string | null {
  const income = question.amounts().find((amount) => amount.value >= 100_000);
  if (income === undefined) return null;
  const isGross = /gross|salar|ctc|वेतन|सैलरी|vetan/u.test(question.folded);
  const taxable = isGross ? Math.max(0, income.value - STANDARD_DEDUCTION) : income.value;
  return say(INCOME_TAX, question.tongue, { income: figure(taxable), tax: figure(incomeTax(taxable)) });
}

function gst(question: Question, faults: Faults): string | null {
  const dates = question.dates();
  const amounts = question
    .amounts()
    .filter((one) => !dates.some((date) => date.start < one.end && one.start < date.end));
  const rate = amounts.find((amount) => amount.isPercent);
  const sum = amounts.find((amount) => !amount.isPercent && !amount.bare);
  if (rate !== undefined && sum !== undefined) {
    const tax = (sum.value * rate.value) / 100;
    const western = faults.has('western-grouping');
    const [amount, shown, total] = [sum.value, tax, sum.value + tax].map((value) => figure(value, western));
    return say(ON_AMOUNT, question.tongue, {
      rate: String(rate.value),
      amount: amount ?? '',
      tax: shown ?? '',
      total: total ?? '',
    });
  }
  const item = ITEM_RATES.find(([concept]) => question.has(concept));
  if (item !== undefined) return say(ITEM, question.tongue, { rate: String(item[1]) });
  return say(faults.has('old-gst') ? OLD_SLABS : SLABS, question.tongue);
}

export const tax: Intent = (question, faults) => {
  if (question.has('incomeTax')) return incomeTaxOn(question);
  return question.has('gst') && !question.has('gstin') ? gst(question, faults) : null;
};
