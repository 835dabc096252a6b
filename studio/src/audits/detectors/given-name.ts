/** Owns finding the name that a user gave in a message, whatever its script. */
import { type CaseInput, textParam } from './case-input.ts';
import { foldLetters } from './letters.ts';

const LEAD =
  /(?:(?:my|full|first|her|his|the|passenger|account)\s+name(?:\s+is|:|\s+as)?|name\s*:|name is|name on passport|passenger:|(?:daughter|son|wife|mother|father|husband)\s+is|only one name|i am|i'm|mera naam|naam(?:\s+hai)?|मेरा नाम|नाम|माझं नाव|माझे नाव|नाव|আমার নাম|নাম|મારું નામ|નામ|ਮੇਰਾ ਨਾਮ|ਨਾਮ|ମୋର ନାମ|ମୋ ନାମ|ନାମ|என் பெயர்|பெயர்|నా పేరు|పేరు|ನನ್ನ ಹೆಸರು|ಹೆಸರು|എന്റെ പേര്|പേര്|میرا نام|نام|mononym)\s*[:：,-]?\s*(?:is\s+|as\s+|only\s+|just\s+|सिर्फ\s+|केवल\s+|बस\s+)?["']?((?:\p{L}\.\s?)?\p{L}[\p{L}\p{M}]+(?: (?!(?:है|hai|हूँ|হয়|ആണ്|ఉంది|ਹੈ|છે|ہے|and|I|and|only|no|ஆகும்|को|ko|आहे|ஆம்)(?![\p{L}\p{M}]))\p{L}[\p{L}\p{M}]*){0,3})/iu;
const TRAILING = /\s+(?:है|hai|हूँ|आहे|ਹੈ|છે|ہے|only|and|as|please|it|this|मेरा|बस)$/iu;

/** The name from `params.name`, else behind words such as “my name is”, else a bare message of one to three words. */
export function givenName(question: string, params: CaseInput['params']): string | null {
  const set = textParam(params, 'name');
  if (set !== undefined) return foldLetters(set);
  const led = LEAD.exec(question)?.[1];
  if (led !== undefined) return led.replace(TRAILING, '').trim();
  const bare = question.trim().replace(/[.।!]$/u, '');
  return /^[\p{L}\p{M}.]+(?: [\p{L}\p{M}.]+){0,3}$/u.test(bare) ? bare : null;
}
