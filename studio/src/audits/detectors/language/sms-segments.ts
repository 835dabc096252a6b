/** Owns SMS arithmetic: how many parts a text takes on the network, and in which of them the code stands. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';

const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[\]~|€]*$/u;
const GSM_TWO_UNITS = /[\^{}\\[\]~|€]/gu;
const LIMITS = { gsm: { one: 160, part: 153 }, ucs2: { one: 70, part: 67 } };

interface Sms {
  parts: number;
  unitsPerPart: number;
}

/** Any letter outside the GSM alphabet, a lone ₹ too, turns the whole text to UCS-2. */
export function smsOf(text: string): Sms {
  const isGsm = GSM.test(text);
  const units = text.length + (isGsm ? (text.match(GSM_TWO_UNITS)?.length ?? 0) : 0);
  const { one, part } = isGsm ? LIMITS.gsm : LIMITS.ucs2;
  return { parts: units <= one ? 1 : Math.ceil(units / part), unitsPerPart: part };
}

const PART_NOUN =
  'sms|segments?|parts?|messages?|msgs?|भाग\\p{M}*|हिस्स\\p{M}*|एसएमएस|संदेश\\p{M}*|मैसेज|खंड\\p{M}*|टुकड़\\p{M}*|bhaag|hisse|সেগমেন্ট|এসএমএস|অংশ|மெசேஜ்|பகுதி[\\p{L}\\p{M}]*|எஸ்எம்எஸ்|భాగ[\\p{L}\\p{M}]*|ఎస్ఎంఎస్|ಭಾಗ[\\p{L}\\p{M}]*|ഭാഗ[\\p{L}\\p{M}]*|ભાગ|ਭਾਗ|ਹਿੱਸ\\p{M}*|ଭାଗ|حص\\p{L}*';
const STATED = new RegExp(
  `(\\d+|[\\p{L}\\p{M}]+)(?:\\s+(?:ही|hi|अलग|single|separate|unicode|UCS-?2))?[\\s-]+(?:${PART_NOUN})(?![\\p{L}\\p{M}])`,
  'giu',
);
const STATED_BEHIND = new RegExp(
  `(?:${PART_NOUN})(?:\\s+(?:की संख्या|count|needed|लगेंगे|होंगे))?\\s*[:=–-]\\s*\\**(\\d+)`,
  'giu',
);
const HOW_MANY = words(
  'how many,segments?,kitne,कितने,कितनी,कितना,किती,কত,কতগুলো,কটি,কটা,কয়টি,কয়টা,কেইটা,எத்தனை,எத்தனை,ఎన్ని,ಎಷ್ಟು,എത്ര,કેટલા,ਕਿੰਨੇ,କେତେ,کتنے,parts,भाग',
);
const ONE_SMS = words(
  '1 sms,one sms,single sms,ek sms,एक sms,एक एसएमएस,एक ही sms,एक ही एसएमएस,1 एसएमएस,70 अक्षर~,70 characters,70 chars,within 70',
);
const QUOTED = /["“«]([^"”»]{4,})["”»]|```\w*\n?([\s\S]*?)```|`([^`\n]{4,})`/gu;
const CODE = /(?<!\d)\d{4,8}(?!\d)/u;
/** `One SMS holds 70 characters`: how much a part takes, not how many there are. */
const RATE = /^[^\d.।\n]{0,16}(?:70|67|160|153)(?!\d)/u;
const TOO_BIG_FOR_PARTS = 20;

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word) < TOO_BIG_FOR_PARTS ? Number(word) : null;
  const [first, ...more] = numberWords(word) ?? [];
  return /^(?:single|अकेले)$/iu.test(word) ? 1 : first?.kind === 'small' && more.length === 0 ? first.value : null;
}

function statedParts(answer: string): number[] {
  const told = [...answer.matchAll(STATED), ...answer.matchAll(STATED_BEHIND)]
    .filter((match) => !/(?:per|each|प्रति|हर|एक)\s*$/iu.test(answer.slice(0, match.index)))
    .map((match) => ({ value: numberOf(match[1]), behind: answer.slice(match.index + match[0].length) }))
    .flatMap(({ value, behind }) => (value === null ? [] : [{ value, isRate: value === 1 && RATE.test(behind) }]));
  const counts = told.filter(({ isRate }) => !isRate);
  return (counts.length > 0 ? counts : told).map(({ value }) => value);
}

function longestQuoted(text: string): string | null {
  const all = [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
  return all.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** What the question speaks of without quotes: the lines beside the one that asks, or what its colon announces. */
function textBeside(question: string): string | null {
  const lines = question.split('\n');
  const asking = lines.findIndex((line) => line.search(HOW_MANY) >= 0);
  const rest = lines
    .filter((_, index) => index !== asking)
    .join('\n')
    .trim();
  if (asking >= 0 && /\p{L}/u.test(rest)) return rest;
  return /[:：]\s*(\S[^\n]{7,})$/u.exec(lines[asking] ?? '')?.[1]?.trim() ?? null;
}

/** The text of the SMS in an answer: quoted, behind a short lead line, or the whole answer. */
function smsIn(answer: string): string {
  const quoted = longestQuoted(answer);
  if (quoted !== null && quoted.length * 3 > answer.length) return quoted;
  const [lead = '', ...rest] = answer.split('\n');
  const body = rest.join('\n').trim();
  return /[:：]\s*$/u.test(lead.replace(/\*/gu, '')) && body !== ''
    ? body
    : answer.replace(/^\s*(?:SMS|एसएमएस|संदेश)\s*[:：]\s*/iu, '').trim();
}

function judgeCount(heard: Heard, text: string) {
  const { parts } = smsOf(text);
  const said = statedParts(heard.answer.text);
  const lone = heard.answer.text.match(/\d+/gu) ?? [];
  const values = said.length > 0 ? said : lone.length === 1 ? [Number(lone[0])] : [];
  const last = values.at(-1);
  if (last === undefined) return null;
  if (values.includes(parts) && (last === parts || values[0] === parts))
    return passed(`The text takes ${parts} SMS, as the answer says.`);
  return failed(`The text takes ${parts} SMS, not ${last}.`, wholeAnswer(heard));
}

/** params: `sms`, the text whose parts are to be counted; without it, it is quoted in the question. */
export const smsSegments: Rule = eachAnswer((heard, params) => {
  const { original } = heard.question;
  const wantsCount = original.search(HOW_MANY) >= 0;
  const named = typeof params.sms === 'string' ? params.sms : longestQuoted(original);
  const asked = named ?? (wantsCount ? textBeside(original) : null);
  if (asked !== null && wantsCount) {
    return judgeCount(heard, asked) ?? failed('The number of SMS is not told.', wholeAnswer(heard));
  }
  if (!/\p{L}/u.test(heard.answer.text)) return unscored('The answer holds no text of a message.');
  const text = smsIn(heard.answer.original);
  const { parts, unitsPerPart } = smsOf(text);
  const claims = statedParts(heard.answer.text.replace(text, ' '));
  if (text.length < heard.answer.original.trim().length && claims.length > 0 && !claims.includes(parts))
    return failed(`The text takes ${parts} SMS, not ${claims[0]}.`, wholeAnswer(heard));
  const code = CODE.exec(original)?.[0] ?? CODE.exec(text)?.[0];
  const at = code === undefined ? -1 : heard.answer.original.includes(code) ? text.indexOf(code) : -1;
  if (code !== undefined && at < 0 && CODE.test(original))
    return failed('The code is missing from the message.', wholeAnswer(heard));
  if (parts >= 3 && code !== undefined && at + code.length > unitsPerPart)
    return failed(`The code stands outside the first of ${parts} parts.`, wholeAnswer(heard));
  if (parts > 1 && original.search(ONE_SMS) >= 0)
    return failed(`The message takes ${parts} SMS instead of one.`, wholeAnswer(heard));
  return passed(`The message takes ${parts} SMS; the code comes first.`);
});
