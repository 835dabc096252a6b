/** Owns the rule of small money: a hundred paise make a rupee, so seven minutes at 50 paise cost ₹3.50. */
import {
  eachAnswer,
  failed,
  type Heard,
  numberParam,
  passed,
  type Rule,
  unscored,
  wholeAnswer,
} from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { isSetAside } from '../rejection.ts';
import { isNumbering } from './results.ts';

const PAISE = foldLetters('paise|paisa|paisey|पैसे|पैसा|पैशां?|পয়সা|পইচা|પૈસા|ਪੈਸੇ|ପଇସା|பைசா|పైసలు|పైసల|పైసా|ಪೈಸೆ|പൈസ|پیسے');
const RUPEES = foldLetters(
  'rupees?|rupaye|rupay[ae]?|rupaiya|rs\\.?|inr|रुपय\\p{M}*|रुपए|रुपया|रु\\.?|টাকা|টকা|રૂપિયા|ਰੁਪਏ|ଟଙ୍କା|ரூபாய்|రూపాయలు|రూపాయల|రూ\\.?|ರೂಪಾಯಿ|രൂപ|روپے',
);
const NUMBER = '(?<n>\\d+(?:,\\d+)*(?:\\.\\d+)?|(?<!\\d)\\.\\d+)';
const FIGURE = new RegExp(NUMBER, 'gu');
const PAISE_BEHIND = new RegExp(`^\\s*-?\\s*(?:${PAISE})`, 'iu');
const RUPEES_BEHIND = new RegExp(`^\\s*(?:\\/-|(?:${RUPEES}))(?![\\p{L}\\p{M}])`, 'iu');
const RUPEES_BEFORE = /(?:₹|(?<!\p{L})(?:rs\.?|inr|रु\.?|रू\.?|ரூ\.?|రూ\.?|ರೂ\.?|৳))\s*$/iu;
const FOREIGN_BEFORE = /[$€£]\s*$/u;
const FOREIGN_BEHIND = /^\s*(?:cents?|dollars?|usd|डॉलर|सेंट|ডলার|டாலர்|డాలర|ಡಾಲರ್|ഡോളർ|ડોલર|ਡਾਲਰ)(?!\p{L})/iu;
/** Roman Hindi numbers that are English words, and what shows that a text is English. */
const ALSO_ENGLISH = /^(?:do|so|sat|char|teen|bees|das|sau|adha|ded)$/iu;
const ENGLISH = /(?<!\p{L})(?:what|how|does|cost|costs|is|the|of|will)(?!\p{L})/iu;
const JOINS = /^[\s,]*(?:and|aur|और|व|आणि|এবং|ও|மற்றும்|మరియు|ಮತ್ತು|અને|ਅਤੇ)?\s*$/iu;

interface Coin {
  start: number;
  end: number;
  value: number;
  unit: 'rupee' | 'paise' | 'foreign' | 'none';
}

function saidNumbers(text: string): Coin[] {
  const found: Coin[] = [];
  let shift: { by: number; start: number; base: number | null } | null = null;
  const isEnglish = ENGLISH.test(text);
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\d+/gu)) {
    const [word] =
      /^\d/.test(match[0]) || (isEnglish && ALSO_ENGLISH.test(match[0])) ? [] : (numberWords(match[0]) ?? []);
    const value =
      word?.kind === 'small' || word?.kind === 'fixed' ? word.value : /^\d/.test(match[0]) ? Number(match[0]) : null;
    const end = match.index + match[0].length;
    const last = found.at(-1);
    if (word?.kind === 'shift') shift = { by: word.by, start: match.index, base: word.base };
    else if (value !== null && shift !== null) {
      found.push({ start: shift.start, end, value: value + shift.by, unit: 'none' });
      shift = null;
    } else if (word?.kind === 'times' && last !== undefined && text.slice(last.end, match.index).trim() === '') {
      last.value *= word.value;
      last.end = end;
    } else if (value !== null && !/^\d/.test(match[0])) {
      const tens =
        last !== undefined &&
        last.value >= 20 &&
        last.value % 10 === 0 &&
        value < 10 &&
        /^[\s-]*$/u.test(text.slice(last.end, match.index));
      if (tens && last !== undefined) {
        last.value += value;
        last.end = end;
      } else found.push({ start: match.index, end, value, unit: 'none' });
    } else if (word === undefined) {
      if (shift !== null && shift.base !== null)
        found.push({ start: shift.start, end: match.index, value: shift.base + shift.by, unit: 'none' });
      shift = null;
    }
  }
  return found;
}

/** Figures and number words with their unit; rupees and paise side by side are one. Values in rupees, or as told. */
function coinsIn(text: string): Coin[] {
  const figures = [...text.matchAll(FIGURE)].map(
    (match): Coin => ({
      start: match.index,
      end: match.index + match[0].length,
      value: Number(match[0].replaceAll(',', '')),
      unit: 'none',
    }),
  );
  const said = saidNumbers(text);
  const all = [
    ...figures.filter((one) => !said.some((other) => other.start <= one.start && one.start < other.end)),
    ...said,
  ]
    .filter((coin) => !isNumbering(text, coin))
    .sort((a, b) => a.start - b.start);
  const coins: Coin[] = [];
  for (const coin of all) {
    const behind = text.slice(coin.end, coin.end + 16);
    const before = text.slice(Math.max(0, coin.start - 10), coin.start);
    if (PAISE_BEHIND.test(behind)) coin.unit = 'paise';
    else if (FOREIGN_BEFORE.test(before) || FOREIGN_BEHIND.test(behind)) coin.unit = 'foreign';
    else if (RUPEES_BEFORE.test(before) || RUPEES_BEHIND.test(behind)) coin.unit = 'rupee';
    if (coin.unit === 'paise') coin.value /= 100;
    const last = coins.at(-1);
    const between =
      last === undefined ? '' : text.slice(last.end, coin.start).replace(new RegExp(`^\\s*(?:${RUPEES})`, 'iu'), '');
    if (last?.unit === 'rupee' && coin.unit === 'paise' && coin.value < 1 && JOINS.test(between)) {
      last.value = Math.round((last.value + coin.value) * 1e6) / 1e6;
      last.end = coin.end;
    } else coins.push(coin);
  }
  return coins;
}

const SUM = words('add,plus,total of,together,sum,jod~,milakar,जोड़~,जोड~,मिलाकर,যোগ,கூட்ட~,కలిప~');
const IN_PAISE = new RegExp(
  `(?:how many|kitne|कितने|किती|কত|எத்தனை|ఎన్ని|ಎಷ್ಟು|എത്ര|કેટલા)\\s+(?:${PAISE})|in paise|paise (?:mein|me)|पैसे में|पैशात`,
  'iu',
);

const SAME = /same as|equal to|equals?(?!\p{L})|बराबर|barabar|का मतलब|ka matlab/iu;
const YES = /^[^\p{L}]*(?:yes|yeah|haan|हां|हाँ|जी हां|ஆம்|అవును|ಹೌದು|അതെ|হ্যাঁ|હા|ਹਾਂ)(?![\p{L}\p{M}])/iu;

function askedValue(question: string): number | null {
  const coins = coinsIn(question);
  const money = coins.filter((coin) => coin.unit === 'paise' || coin.unit === 'rupee');
  const counts = coins.filter((coin) => coin.unit === 'none' && coin.value > 0);
  const [price, second] = money;
  if (price === undefined) return null;
  if (money.length === 1) {
    const [count, more] = counts;
    if (more !== undefined) {
      const others = counts.filter((one) => one.value !== 1);
      return others.length === 1 && others[0] !== undefined ? price.value * others[0].value : null;
    }
    return price.value * (count?.value ?? 1);
  }
  if (second !== undefined && SAME.test(question)) return Math.min(price.value, second.value);
  if (second !== undefined && counts.length === 0 && has(question, SUM))
    return money.reduce((sum, one) => sum + one.value, 0);
  return null;
}

function judge(heard: Heard, expected: number) {
  const { text } = heard.answer;
  const asked = coinsIn(heard.question.text).map((coin) => coin.value);
  const near = (coin: Coin) => Math.abs(coin.value - expected) <= 0.001;
  const stated = coinsIn(text).filter((coin) => !isSetAside(text, coin.start, coin.end));
  const tell = (coin: Coin) => {
    const clause = clauseAt(text, coin.start, coin.end);
    return failed(`The answer should come to ₹${expected}.`, heard.answer.quote(clause.start, clause.end));
  };
  const foreign = stated.find((coin) => coin.unit === 'foreign');
  if (foreign !== undefined) return tell(foreign);
  const wantsPaise = IN_PAISE.test(heard.question.text);
  const pick = (unit: Coin['unit']) =>
    stated.filter((coin) => coin.unit === unit && (near(coin) || !asked.includes(coin.value)));
  const rupees = pick('rupee');
  const told = rupees.length > 0 ? rupees : [...pick('none'), ...pick('paise')].sort((a, b) => a.start - b.start);
  if (
    wantsPaise &&
    stated.some((coin) => near(coin) || (coin.unit === 'none' && Math.abs(coin.value - expected * 100) < 0.001))
  )
    return passed('The paise are right.', wholeAnswer(heard));
  const right = told.findLast(near);
  const last = told.at(-1);
  if (right === undefined) return last === undefined ? null : tell(last);
  const afterAll = told.findLast(
    (coin) =>
      coin.start > right.end &&
      !near(coin) &&
      /(?:=|matlab|यानी|मतलब|yaani|yani|i\.e\.|total|कुल|kul|answer)[^\p{N}]{0,16}$/iu.test(text.slice(0, coin.start)),
  );
  return afterAll === undefined
    ? passed(`The answer comes to ₹${expected}.`, heard.answer.quote(right.start, right.end))
    : tell(afterAll);
}

/** `Is 99 paise the same as ₹99?` */
function asksFalseEquality(question: string): boolean {
  const [one, other] = coinsIn(question).filter((coin) => coin.unit === 'paise' || coin.unit === 'rupee');
  return SAME.test(question) && one !== undefined && other !== undefined && one.value !== other.value;
}

/** params: `value` in rupees; without it, it is worked out from the question. */
export const paise: Rule = eachAnswer((heard, params) => {
  const expected = numberParam(params, 'value') ?? askedValue(heard.question.text);
  if (expected === null) return unscored('The question does not say which amount is right.');
  if (asksFalseEquality(heard.question.text) && YES.test(heard.answer.text))
    return failed('Paise are taken for rupees.', wholeAnswer(heard));
  return judge(heard, expected) ?? failed('No amount is given.', wholeAnswer(heard));
});
