/** Owns the rule of GST heads: between two states IGST, within one CGST and SGST; the states stand in the question. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { statesNamedIn } from './indian-states.ts';

const IGST = words(
  'igst,integrated gst,integrated tax,integrated goods~,आईजीएसटी,आयजीएसटी,एकीकृत~,আইজিএসটি,આઈજીએસટી,ਆਈਜੀਐਸਟੀ,ଆଇଜିଏସଟି,ஐஜிஎஸ்டி~,ఐజీఎస్టీ~,ఐజిఎస్‌టి~,ಐಜಿಎಸ್~,ഐജിഎസ്ടി',
);
const SPLIT = words(
  'cgst,sgst,utgst,central gst,state gst,सीजीएसटी,एसजीएसटी,সিজিএসটি,এসজিএসটি,સીજીએસટી,એસજીએસટી,ਸੀਜੀਐਸਟੀ,ਐਸਜੀਐਸਟੀ,ସିଜିଏସଟି,ଏସଜିଏସଟି,சிஜிஎஸ்டி~,எஸ்ஜிஎஸ்டி~,సీజీఎస్టీ~,ఎస్జీఎస్టీ~,ಸಿಜಿಎಸ್~,ಎಸ್‌ಜಿಎಸ್~,സിജിഎസ്ടി,എസ്ജിഎസ്ടി',
);
const IN_ANOTHER_CASE = words(
  'if,only if,only when,only for,would,had,were,unless,whereas,while,otherwise,अगर,यदि,तभी,जब,होता,होते,agar,yadi,tabhi,jab,hota,जर,तेव्हा,যদি,જો,ਜੇ,ଯଦି,என்றால்,இருந்தால்,மட்டுமே,అయితే,ఉంటే,మాత్రమే,ಆದರೆ,ಇದ್ದರೆ,ಮಾತ್ರ,ആണെങ്കിൽ,എങ്കിൽ,മാത്രം,اگر,only,merely,just',
);
const WITHIN_ONE =
  /\b(?:within (?:the |a |one )?(?:same |single |one )?state|same[- ]state|intra-?\s?state|local (?:sales?|supply))\b|(?:एक ही|उसी|same) (?:राज्य|state|rajya)|ek hi (?:rajya|state)|ഒരേ സംസ്ഥാന|ஒரே மாநில|ఒకే రాష్ట్ర|ಒಂದೇ ರಾಜ್ಯ|একই রাজ্য|એક જ રાજ્ય/iu;
const BETWEEN_TWO =
  /\b(?:inter-?\s?state|(?:different|other|another|two) states?|across states|outside the state)\b|(?:दूसरे|अलग|dusre|doosre|alag) (?:राज्य|state|rajya)/iu;

interface Heads {
  right: RegExp;
  wrong: RegExp;
  /** Where the wrong heads would belong. */
  elsewhere: RegExp;
  name: string;
}

const BETWEEN: Heads = { right: IGST, wrong: SPLIT, elsewhere: WITHIN_ONE, name: 'IGST' };
const WITHIN: Heads = { right: SPLIT, wrong: IGST, elsewhere: BETWEEN_TWO, name: 'CGST + SGST' };

function headsFor(question: string): Heads | null {
  const { codes, times } = statesNamedIn(question);
  if (codes.size >= 2) return BETWEEN;
  if (WITHIN_ONE.test(question)) return WITHIN;
  if (BETWEEN_TWO.test(question)) return BETWEEN;
  if (codes.size === 1) return times >= 2 ? WITHIN : BETWEEN;
  return null;
}

/** `| CGST | No |` or `SGST: not applicable`. */
const IS_TURNED_DOWN = /^[^\n|:]{0,12}[|:→=–-]+\s*\**\s*(?:no\b|not\b|nil\b|none\b|n\/a|❌|✗|0\s?%|नहीं|nahi|लागू नहीं)/iu;

function isTurnedDown(text: string, found: Mention): boolean {
  return isSetAside(text, found.start, found.end) || IS_TURNED_DOWN.test(text.slice(found.end));
}

/** Said of the sale in question, neither denied nor as what would hold in another case. */
function isAsserted(text: string, found: Mention, elsewhere: RegExp): boolean {
  if (isTurnedDown(text, found)) return false;
  const clause = clauseAt(text, found.start, found.end).text;
  const sentence = sentenceAt(text, found.start, found.end).text;
  return (
    !has(clause, IN_ANOTHER_CASE) &&
    !elsewhere.test(clause) &&
    !(elsewhere.test(sentence) && has(sentence, IN_ANOTHER_CASE))
  );
}

export const gstHeads: Rule = eachAnswer((heard) => {
  const heads = headsFor(heard.question.text);
  if (heads === null) return passed('The question names no place.');
  const { text } = heard.answer;
  const right = mentions(text, heads.right);
  const wrong = mentions(text, heads.wrong);
  const asserted = wrong.find((found) => isAsserted(text, found, heads.elsewhere));
  if (asserted !== undefined) {
    const sentence = sentenceAt(text, asserted.start, asserted.end);
    return failed(`The sale falls under ${heads.name}.`, heard.answer.quote(sentence.start, sentence.end));
  }
  const isRight = right.some((found) => {
    const clause = clauseAt(text, found.start, found.end).text;
    const only = clause.replace(/\b(?:only|just|merely)\b/giu, ' ');
    return !isTurnedDown(text, found) && !has(only, IN_ANOTHER_CASE);
  });
  return isRight
    ? passed(`${heads.name} is named.`)
    : failed(`The sale falls under ${heads.name}.`, wholeAnswer(heard));
});
