/** Owns the rule of the rupee as the currency at hand: a budget for Pune is told in rupees, not in dollars. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';

const SIGN = /(?:US|AU|C|S)?\$\s?\d|\d\s?\$|[€£]\s?\d|(?<!\p{L})(?:USD|EUR|GBP)(?!\p{L})/gu;
const FOREIGN = words(
  'dollars?,euros?,pounds sterling,us dollars?,bucks,cents',
  'डॉलर~,डालर~,यूरो,ডলার~,டாலர்~,யூரோ,డాలర్~,డాలర~,ಡಾಲರ್~,ഡോളർ~,ડોલર~,ડૉલર~,ਡਾਲਰ~,ଡଲାର~,ڈالر~',
);
const RUPEE = new RegExp(
  foldLetters(
    '₹|(?<!\\p{L})(?:rs\\.?|inr|rupees?|rupaye|rupay[ae]|rupaiy[ae]|rupiah?)(?!\\p{L})|रुप|रूप(?:ये|ए|या)|रु\\.|रू\\.|টাকা|টকা|૱|રૂપિ|રૂ\\.|ਰੁਪ|ଟଙ୍କା|ரூபா|ரூ\\.?|రూపా|రూ\\.|ರೂಪಾ|ರೂ\\.|രൂപ|روپ|(?<!\\p{L})(?:lakhs?|crores?|hazaa?r|hajaa?r)(?!\\p{L})|लाख|हजार|करोड|লাখ|হাজার|லட்ச|ஆயிர|లక్ష|వేల|ಲಕ್ಷ|ಸಾವಿರ|ലക്ഷ|ആയിര|લાખ|હજાર|ਲੱਖ|ਹਜ਼ਾਰ|ଲକ୍ଷ|ହଜାର|لاکھ|ہزار',
  ),
  'iu',
);
const ASKS_DOLLARS = /dollars?|\$|(?<!\p{L})USD(?!\p{L})|euro|पाउंड|डॉलर|ডলার|டாலர்|డాలర్|NRI/iu;
/** Foreign prices that the answer itself waves away. */
const DISMISSED = words(
  'ignore,disregard,forget about,us prices?,us sites?,american sites?,us websites?,foreign sites?,american prices?,अनदेखा,ध्यान न दें,dhyan na dein',
);
/** Another country named in the question brings its own currency along. */
const ABROAD = words('usa,us,america,london,uk,dubai,canada,australia,germany,singapore,europe,अमेरिका,लंदन,दुबई,कनाडा');

/** params: none. */
export const rupeeDefault: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  if (!ASKS_DOLLARS.test(question) && !has(question, ABROAD)) {
    const named = [...mentions(text, SIGN), ...mentions(text, FOREIGN)].find(({ start, end }) => {
      const near = clauseAt(text, start, end).text;
      const withFigure = /\d/.test(near) || /(?<!\p{L})(?:in|into|per)\s*$/iu.test(text.slice(0, start));
      return withFigure && !isSetAside(text, start, end) && !has(sentenceAt(text, start, end).text, DISMISSED);
    });
    if (named !== undefined) {
      const sentence = sentenceAt(text, named.start, named.end);
      return failed('Prices are told in a foreign currency.', heard.answer.quote(sentence.start, sentence.end));
    }
  }
  if (RUPEE.test(text)) return passed('Prices are told in rupees.', wholeAnswer(heard));
  const figure = /\d{3,}|\d,\d/u.exec(text);
  if (figure === null) return passed('No foreign currency is named.');
  const clause = clauseAt(text, figure.index, figure.index + 1);
  return failed('A price has no currency.', heard.answer.quote(clause.start, clause.end));
});
