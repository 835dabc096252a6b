/** Owns the decision whether a person asks not to be written to again, rather than speaks of it. */
import { anyOf, foldText } from './fold-text.ts';
import { LEAVE_KEYWORDS, LEAVE_MENTIONS, LEAVE_REQUESTS } from './leave-words.ts';
import type { Mail } from './mail.ts';

const REQUEST = anyOf(LEAVE_REQUESTS);
const MENTION = anyOf(LEAVE_MENTIONS);
const KEYWORD = new RegExp(
  foldText(
    `^(?:(?:please|pls|plz|kindly|just|ok|yes|कृपया|कृपा करून|दया करके|অনুগ্রহ করে|দয়া করে|தயவுசெய்து|దయచేసి|ಕೃಪೆಮಾಡಿ|ದಯವಿಟ್ಟು|ദയവായി|કૃપા કરીને|ਕਿਰਪਾ ਕਰਕੇ|ਕਿਰਪਾ ਕਰ ਕੇ|براہ کرم|براہ مہربانی|ଦୟାକରି|bitte)[, ]*)*${anyOf(LEAVE_KEYWORDS).source.replace(/^/, '(?:')})(?:[-,.:! ]*(?:me|us|it|now|please|pls|plz|immediately|asap|thanks|thank you|thx|sir|madam|ji|from list|remove|unsubscribe|stop))*[\\s.!।॥…]*$`,
  ),
);
const ASKED_POLITELY =
  /\b(?:can|could|would|will|may)\b (?:you|i|we|u)\b[^?\n]*\b(?:remove|unsubscribe|take|stop|delete|be removed|opt)\b/;
const GREETING =
  /^(?:hi|hello|hey|dear|namaste|namaskar|respected|good (?:morning|afternoon|evening)|नमस्ते|नमस्कार|প্রিয়|নমস্কার|வணக்கம்|నమస్కారం|નમસ્તે|ನಮಸ್ಕಾರ|നമസ്കാരം|ਸਤ ਸ੍ਰੀ ਅਕਾਲ|السلام|آداب|ନମସ୍କାର|sir|madam)(?![a-z])[^.!?।]{0,40}[,:!।-]?$/u;
const SHORT_LINES = 8;
const BUTTON_TEXT =
  /^(?:this (?:e-?mail|message|mail) (?:was|is|has been) (?:auto(?:matically)?[- ]?)?(?:generated|sent|created)(?: automatically)?\b[^\n]{0,80}|[^\n]{0,40}\bautomatically (?:generated|sent)\b[^\n]{0,60})$/;
/** Where the mailto of List-Unsubscribe leads. */
const LEAVE_ADDRESS = /^(?:unsubscribe|unsub|remove|optout|opt-out|leave)(?:[+.-][^@]*)?@/;

export function asksToLeave(mail: Mail): boolean {
  if (
    mail.to.some((address) => LEAVE_ADDRESS.test(address)) ||
    LEAVE_ADDRESS.test(mail.header('delivered-to').toLowerCase())
  )
    return true;
  const subject = foldText(mail.subject).trim();
  if (KEYWORD.test(subject) || (mail.own === '' && isRequest(subject))) return true;
  const lines = foldText(mail.own)
    .split('\n')
    .map((line) => line.trim().replace(/^[*_"'\s]+|[*_"'\s]+$/g, ''))
    .filter((line) => line !== '' && !GREETING.test(line));
  // A line of its own, as our mails invite; in a long letter only at its head.
  if (lines.slice(0, lines.length <= SHORT_LINES ? SHORT_LINES : 1).some((line) => KEYWORD.test(line))) return true;
  // Mail clients break lines where no sentence ends.
  const text = lines.join(' ');
  return (text.match(/[^.!?।॥۔؟]+[.!?।॥۔؟]*/g) ?? []).some((sentence) => isRequest(sentence.trim()));
}

/**
 * The mail that a client's unsubscribe button sends: the keyword as subject, and no text but that a program wrote it
 * (RFC 2369; Gmail and Apple Mail do so). No responder begins a thread of its own with that word.
 */
export function leavesBySubject(mail: Mail): boolean {
  if (!KEYWORD.test(foldText(mail.subject).trim())) return false;
  return mail.own === '' || BUTTON_TEXT.test(foldText(mail.own));
}

function isRequest(sentence: string): boolean {
  if (KEYWORD.test(sentence)) return true;
  return REQUEST.test(sentence) && (!MENTION.test(sentence) || ASKED_POLITELY.test(sentence));
}
