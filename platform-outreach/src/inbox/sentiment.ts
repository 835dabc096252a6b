/** Owns how a person's answer stands to what we offered, and whether a text is about our offer at all. */
import { anyOf, foldText } from './fold-text.ts';
import { ASSENT, COURTESIES, EXCUSES, HANDLING_WORDS, NEGATIVE, OFFER_WORDS, SEND_WORDS } from './sentiment-words.ts';

export type Sentiment = 'interested' | 'neutral' | 'not-interested';

const ASSENTS = anyOf(ASSENT);
const SEND = anyOf(SEND_WORDS);
const NO = anyOf(NEGATIVE);
const EXCUSE = anyOf(EXCUSES);
const COURTESY = new RegExp(anyOf(COURTESIES).source, 'g');
const OFFER = anyOf(OFFER_WORDS);
const HANDLED = anyOf(HANDLING_WORDS);

/** A refusal outweighs a friendly word, an excuse does not; a question alone, or a word of thanks, is neither. */
export function sentimentOf(own: string): Sentiment {
  const text = foldText(own).replace(COURTESY, ' ');
  if (NO.test(text)) return 'not-interested';
  const sentences = text.match(/[^.!?।॥۔؟\n]+[.!?।॥۔؟\n]*/g) ?? [];
  const told = sentences.map((sentence) => sentence.replace(WONDERS, ' ')).filter((sentence) => !asks(sentence));
  const clauses = told.flatMap((sentence) => sentence.split(/\b(?:but|however|still)\b/));
  const wished = EXCUSE.test(text) ? clauses.filter((clause) => !EXCUSE.test(clause)) : told;
  if (wished.some((part) => ASSENTS.test(part) || SEND.test(part))) return 'interested';
  return EXCUSE.test(text) ? 'not-interested' : 'neutral';
}

/** "I would like to know how we compare" asks as well, to the comma; and on past it, where the next word asks too. */
const WONDERS =
  /\b(?:like|love|want|wanted|curious|keen|interested) (?:to (?:know|hear|understand|learn)|in knowing|in hearing) (?:more about )?(?:how|what|why|which|when|where|who|whose|whether|if)\b(?:[^,;.!?।॥۔؟\n]|[,;] *(?:and |or )?(?=(?:how|what|why|which|when|where|who|whose|whether|if)\b))*/g;

/** "How did you choose?" asks; "could you send it?" is a wish. */
function asks(sentence: string): boolean {
  return (
    /[?؟]\s*$/.test(sentence) &&
    !/\b(?:can|could|would|will|please|pls)\b[^?]*\b(?:send|share|forward|mail|call|meet|talk|connect)\b/.test(
      sentence,
    ) &&
    /\b(?:how|what|why|which|when|where|who|is|are|do|does|did|kya|kaise|kitn\w*|kaun)\b|[\u0900-\u0d7f\u0600-\u06ff]/.test(
      sentence,
    ) &&
    !/(?:भेज|पाठव|পাঠা|அனுப்ப|పంప|મોકલ|ಕಳುಹಿಸ|ಕಳಿಸ|അയ|ਭੇਜ|بھیج|ପଠା|bhej)/.test(sentence)
  );
}

export function mentionsOurOffer(text: string): boolean {
  return OFFER.test(foldText(text));
}

/** Somebody answers to the matter: asks, agrees, refuses, or will see to it. No responder does. */
export function takesUpTheMatter(own: string): boolean {
  const text = foldText(own);
  // "Is it urgent? Call the desk." is a responder's question.
  const questions = text.match(/[^.!?।॥۔؟\n]+[?？؟]/g) ?? [];
  const asked = questions.some(
    (question) => !/urgent|emergency|immediate|need (?:help|assistance|support)/.test(question),
  );
  return asked || ASSENTS.test(text) || NO.test(text) || EXCUSE.test(text) || HANDLED.test(text);
}
