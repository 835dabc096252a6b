/** Owns the rule of DIGIPIN: ten symbols of India Post's grid are neither a PIN code nor a plus code. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { digitRunsIn } from '../digit-runs.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { receptionOf } from './stance.ts';

/** Sixteen symbols that cannot be misread for one another (India Post, DIGIPIN). */
const SYMBOL = '[FC98J327K456LMPT]';
const RIGHT = new RegExp(`^${SYMBOL}{10}$`, 'u');
const SHAPED = /(?<![A-Z0-9-])[A-Z0-9]{3}[- ]?[A-Z0-9]{3}[- ]?[A-Z0-9]{4}(?![A-Z0-9-])/giu;

const DIGIPIN = words(
  'digipin,digi-pin,digi pin,digital pin,digital address,डिजिपिन,डिजीपिन,डिजी पिन,ডিজিপিন,ડિજીપિન,ડિજિપિન,ਡਿਜੀਪਿਨ,ଡିଜିପିନ,டிஜிபின்~,டிஜிப்பின்~,డిజిపిన్~,ಡಿಜಿಪಿನ್~,ഡിജിപിൻ~,ڈیجی پن',
);
const OTHER_CODE = words(
  'plus code,google plus code,open location code,pin code,pincode,postal code,postal pin,postal pin code,zip code,zip,postcode,what3words,eircode,प्लस कोड,पिन कोड,पिनकोड,पोस्टल कोड,डाक पिन,প্লাস কোড,পিন কোড,પ્લસ કોડ,પિન કોડ,ਪਿੰਨ ਕੋਡ,ପିନ କୋଡ,பின்கோடு,பின் கோடு,அஞ்சல் குறியீடு~,పిన్ కోడ్~,పిన్‌కోడ్~,ಪಿನ್ ಕೋಡ್~,ಪಿನ್‌ಕೋಡ್~,പിൻ കോഡ്~,പിൻകോഡ്~,tracking number,serial number,product key,coupon code,licence key,license key',
);
/** Said of the other code itself, as a contrast. */
const CONTRAST = words(
  "six,six-digit,6,6-digit,unlike,differ~,separate~,also,beside,besides,alongside,along with,still,your pin code,whereas,while,but,too,area,only digits,has,have,similar,like,as well,instead of,not,isn't,अलग,छह,अंक~,अंकों,भी,साथ,जबकि,alag,ank,bhi,saath,chhah,ஆறு,இலக்க~,వేరు,అంకెల~,ಆರು,ಅಂಕಿ~,ആറ്,അക്ക~,ছয়,সংখ্যার,છ,અંક~,ਛੇ,مختلف",
);
const NAMES_IT = /(?:\b(?:it|that|this|39\S*|code)(?:'s| is| looks like| seems| appears)\b|\bis an?\b|यह|ये|yeh|ye\b)/iu;
const SAME_AS =
  /\b(?:same as|type of|kind of|form of|version of|another name for|also called|also known as|a google|i\.e\.)\b/iu;

function isAside(text: string, found: Mention): boolean {
  if (isSetAside(text, found.start, found.end)) return true;
  const clause = clauseAt(text, found.start, found.end);
  if (SAME_AS.test(clause.text)) return false;
  return (
    has(clause.text, CONTRAST) &&
    !/^\s*(?:it|that|this)(?:'s| is) (?:an? |your )?(?:postal|pin|plus|google|zip)/iu.test(clause.text)
  );
}

export const digipin: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const code = [...question.matchAll(SHAPED)]
    .map((match) => match[0].replace(/[- ]/g, '').toUpperCase())
    .find((one) => /\d/.test(one));
  const tell = (reason: string, found: { start: number; end: number }) => {
    const sentence = sentenceAt(text, found.start, found.end);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const own = mentions(text, DIGIPIN);
  const asserted = own.find(
    (found) =>
      !isSetAside(text, found.start, found.end) ||
      (/^\W*(?:neither|no)\b/iu.test(text.slice(0, 12)) &&
        NAMES_IT.test(clauseAt(text, found.start, found.end).text) &&
        !/\bnot\b|isn't/iu.test(clauseAt(text, found.start, found.end).text)),
  );
  if (code === undefined || (!RIGHT.test(code) && /^\d+$/.test(code))) {
    const pin = digitRunsIn(question).some((run) => run.digits.length === 6);
    if (!pin) return own.length > 0 ? passed('DIGIPIN is known.') : failed('DIGIPIN is not known.', wholeAnswer(heard));
    const called = own.find((found) => !isAside(text, found) && !has(text, OTHER_CODE));
    return called === undefined
      ? passed('The PIN code is told from a DIGIPIN.')
      : tell('A PIN code is called a DIGIPIN.', called);
  }
  const reception = receptionOf(text);
  if (!RIGHT.test(code))
    return reception === 'taken'
      ? failed('A code that cannot be a DIGIPIN is taken as one.', wholeAnswer(heard))
      : passed('The code is turned away.');
  const other = mentions(text, OTHER_CODE).find((found) => !isAside(text, found));
  if (asserted === undefined) {
    const accepted =
      own.length === 0 && has(question, DIGIPIN) && !/\bor\b|या|\?/iu.test(question) && other === undefined;
    return accepted && reception === 'taken'
      ? passed('The DIGIPIN is taken.')
      : failed('The DIGIPIN is not recognised.', wholeAnswer(heard));
  }
  if (other !== undefined) return tell('The DIGIPIN is taken for another code.', other);
  return /invalid|not valid|अमान्य|valid nahi/iu.test(text) && reception === 'turned away' && !/pin code/iu.test(text)
    ? failed('A right DIGIPIN is turned away.', wholeAnswer(heard))
    : passed('The DIGIPIN is recognised.');
});
