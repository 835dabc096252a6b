/** Owns the rule of labels: a button or code named in Latin letters comes back as it stands on the screen. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { scriptOf } from '../scripts.ts';

const LABEL =
  /(?<![\p{L}\p{M}\d/.@-])[A-Z][\p{Script=Latin}\d&/+-]*(?: (?:& )?[A-Z][\p{Script=Latin}\d&+-]*)*(?![\p{L}\p{M}\d@])/gu;
const QUOTED_LABEL = /["“'‘«]([\p{Script=Latin}][\p{Script=Latin}\d &/+.-]{0,30})["”'’»]/gu;
/** Names of services and documents; an answer may well do without them. */
const NO_LABEL =
  /^(?:App|Website|India|Indian|WhatsApp|Google|PhonePe|Paytm|Aadhaar|SBI|HDFC|ICICI|LIC|IRCTC|EPFO|PC|TV|AC|SMS|I|A|PDF|UMANG|DigiLocker|Amazon|Flipkart|Android|iPhone|Chrome|BHIM|Gmail|Facebook|YouTube|Play Store)$/u;
const FIRST_WORD =
  /^(?:Please|How|What|Where|The|Explain|Tell|App|Bhai|Mujhe|Mera|Yeh|Kaise|Kya|In|Which|Aap|Sir|Hello|Hi)$/u;
const ABOUT_A_BUTTON = /button|tab|option|menu|screen|step|label|बटन|विकल्प|चरण|स्टेप/iu;

function labelsIn(question: string, native: boolean): string[] {
  const quoted = [...question.matchAll(QUOTED_LABEL)].map((match) => match[1] ?? '');
  const capital = [...question.matchAll(LABEL)]
    .filter((match) => native || match.index > 0)
    .map((match) => match[0])
    .filter((label) => !NO_LABEL.test(label) && !FIRST_WORD.test(label));
  return [...new Set([...quoted, ...capital].map((label) => label.trim()).filter((label) => label !== ''))];
}

/** Case may differ (SUBMIT), the letters may not. A label of two words may come in two places. */
function isKept(label: string, answer: string): boolean {
  const plain = label.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{M}])${plain}(?![\\p{Script=Latin}])`, 'iu').test(answer);
}

export const keptLabels: Rule = eachAnswer((heard) => {
  const question = heard.question.text;
  const native = scriptOf(heard.lang) !== 'Latn';
  const labels = labelsIn(question, native);
  if (labels.length === 0 || (!native && !ABOUT_A_BUTTON.test(question)))
    return unscored('The question names no label in Latin letters.');
  const lost = labels.find((label) => !isKept(label, heard.answer.text));
  return lost === undefined
    ? passed('The labels come back as they stand on the screen.')
    : failed(`The label “${lost}” does not come back.`, wholeAnswer(heard));
});
