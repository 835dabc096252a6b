/** Owns the rule of names in a text to be polished: every name the user wrote comes back letter by letter. */
import { eachAnswer, failed, listParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { foldLetters } from './letters.ts';

const LATIN_NAME = '\\p{Lu}[\\p{L}\\p{M}]+';
const NAME = `(?:${LATIN_NAME}|[\\p{Script=Deva}\\p{M}]+)`;
/** What stands before a name: a signature, or words that say who writes. */
const LEADS = [
  '[Rr]egards',
  '[Ss]incerely',
  '[Tt]hanks',
  '[Tt]hank you',
  '[Ff]aithfully',
  '[Oo]bediently',
  '[Tt]ruly',
  '[Yy]ours',
  '[Ii] am',
  '[Ii] is',
  '[Mm]e',
  "[Ii]'m",
  'I,',
  '[Mm]y ?self',
  '[Mm]y name is',
  '[Tt]his is',
  '[Nn]ame ?:',
  '[Ff]rom ?:',
  '[Aa]pplicant ?:',
  '[Ss]igned',
  'सादर',
  'धन्यवाद',
  'भवदीया?',
  'प्रार्थी',
  'मेरा नाम',
  'नाम ?:',
  'मैं',
  '(?:^|\\n|[.,!] )[-–—]',
];
const SIGNED = new RegExp(`(?:${LEADS.join('|')})[,:\\s]*((?:${NAME})(?: ${NAME}){1,2})`, 'gu');
const NOT_A_NAME =
  /^(?:Applying|Writing|From|The|A|An|I|My|Ji|Sir|Madam|Mr|Mrs|Ms|Dr|Regards|Yours|Dear|And|With|Has|Have|Is|Was|Am|Will|Would|Can|In|At|On|Of|For|To|Your|Application|Email|Phone|Mobile|Contact|Class|Roll|Sincerely|Respectfully|Faithfully|Truly|Obediently|Student|Thanks|Thank|Please|Kindly|This|That|We|Our|You|हूँ|हूं|है|जी|का|की|के|से|को|ने|एक|और|आपका|आपकी|आपके|मैं|हम|ग्राम|कक्षा)$/iu;
const CLOSING = /regards|sincerely|faithfully|obediently|truly|thanks,|thank you,|सादर|भवदीय|प्रार्थी/iu;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function signedNames(question: string): string[] {
  const names = new Set<string>();
  for (const match of question.matchAll(SIGNED)) {
    const parts = (match[1] ?? '').split(' ');
    const end = parts.findIndex((part) => NOT_A_NAME.test(part));
    const kept = end < 0 ? parts : parts.slice(0, end);
    if (kept.length >= 2) names.add(kept.join(' '));
  }
  return [...names];
}

function holds(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped(word)}(?![\\p{L}\\p{M}])`, 'iu').test(text);
}

/** Devanagari has no capitals, so only well-known surnames count as a change there. */
const SURNAMES = foldLetters(
  'शर्मा वर्मा सिंह गुप्ता यादव मिश्रा तिवारी पांडे कुमार कुमारी पटेल जोशी दुबे शुक्ला चौहान ठाकुर राणा अग्रवाल देशमुख कुलकर्णी',
);

/** The first name with another second name behind it. */
function changedAt(text: string, name: string, question: string): { start: number; end: number } | null {
  const [first = '', ...rest] = name.split(' ');
  const follow = new RegExp(`(?<![\\p{L}\\p{M}])${escaped(first)}(?:\\s\\p{Lu}\\.)?[ ](${NAME})`, 'gu');
  for (const match of text.matchAll(follow)) {
    const next = match[1] ?? '';
    if (rest.some((part) => part.toLowerCase() === next.toLowerCase()) || NOT_A_NAME.test(next)) continue;
    if (question.includes(`${first} ${next}`)) continue;
    if (/^\p{Lu}/u.test(next) || holds(SURNAMES, next))
      return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** params: `names`, else the names that the user signed with. */
export const keptNames: Rule = eachAnswer((heard, params) => {
  const set = listParam(params, 'names').map(foldLetters);
  const names = set.length > 0 ? set : signedNames(heard.question.text);
  if (names.length === 0) return unscored('The question holds no name to keep.');
  const { text } = heard.answer;
  for (const name of names) {
    const parts = name.split(' ');
    const place = changedAt(text, name, heard.question.text);
    if (place !== null) return failed(`The name ${name} was changed.`, heard.answer.quote(place.start, place.end));
    const kept = parts.filter((part) => holds(text, part));
    if (kept.length > 0 && !kept.includes(parts.at(-1) ?? ''))
      return failed(`The surname of ${name} is gone.`, wholeAnswer(heard));
    if (kept.length === 0 && CLOSING.test(text)) return failed(`The name ${name} is gone.`, wholeAnswer(heard));
  }
  return passed('Every name is unchanged.');
});
