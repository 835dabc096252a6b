/** Owns the rule of shortened text: a cut never leaves a bare virama and never parts a letter from its vowel sign. */
import { eachAnswer, failed, passed, type Rule, textParam, unscored } from './case-input.ts';
import { foldChillu } from './letters.ts';

const VIRAMA = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d]$/u;
/** Tamil's pulli closes a syllable and joins nothing, but for க்ஷ and ஸ்ரீ. */
const TAMIL_JOINED = /(?:க்$|ஸ்$|ஶ்$)/u;
const MARK = /^[\p{M}\u200c\u200d]/u;
const BROKEN = /\ufffd|\p{Cs}/u;
const ELLIPSIS = /(?:…|\.{2,}|\u2026)/u;

function normal(text: string): string {
  return foldChillu(text.normalize('NFC')).replace(/[\u200b\ufeff]/gu, '');
}

/** The text to be shortened: what stands quoted or behind a colon, else the whole question. */
function sourceOf(question: string): string {
  const quoted = /["“'‘«]([^"”'’»]{3,})["”'’»]/u.exec(question)?.[1];
  const behind = /[:：]\s*(\S[\s\S]*)$/u.exec(question)?.[1];
  return (quoted ?? behind ?? question).trim();
}

interface Cut {
  shown: string;
  next: string;
}

/** Every place in the answer where the source begins, is shown for a while and then stops. */
function cutsOf(answer: string, source: string): Cut[] {
  const head = [...source].slice(0, 2).join('');
  const cuts: Cut[] = [];
  for (let at = answer.indexOf(head); head !== '' && at >= 0; at = answer.indexOf(head, at + 1)) {
    let length = 0;
    while (length < source.length && answer[at + length] === source[length]) length += 1;
    const after = answer.slice(at + length);
    const stops = /^(?:[\s"”'’»`*_)|\]\-।.,]|$)/u.test(after) || ELLIPSIS.test(after.slice(0, 3));
    if (length < source.length && stops) cuts.push({ shown: source.slice(0, length), next: source.slice(length) });
  }
  return cuts;
}

function breaksCluster({ shown, next }: Cut): boolean {
  if (MARK.test(next)) return true;
  if (!/^\p{L}/u.test(next)) return false;
  if (VIRAMA.test(shown)) return true;
  return TAMIL_JOINED.test(shown) && /^(?:ஷ|ரீ)/u.test(next);
}

/** params: `of`, the text to be shortened; without it, it is taken from the question. */
export const wholeClusters: Rule = eachAnswer((heard, params) => {
  const answer = heard.answer.original;
  const broken = BROKEN.exec(answer);
  if (broken !== null)
    return failed('A broken character shows.', answer.slice(Math.max(0, broken.index - 20), broken.index + 1));
  const source = normal(textParam(params, 'of') ?? sourceOf(heard.question.original));
  const plain = normal(answer);
  const cut = cutsOf(plain, source).find(breaksCluster);
  if (cut !== undefined) return failed('The text is cut inside a letter cluster.', cut.shown);
  const dangling = /[\p{L}\p{M}]*[\u094d\u09cd\u0acd\u0b4d](?=["”*`]*(?:…|\.{2,}))/u.exec(plain);
  if (dangling !== null) return failed('The text is cut behind a bare virama.', dangling[0]);
  if (!/\p{M}|\p{L}/u.test(plain)) return unscored('The answer shows no text.');
  return passed('Nothing is cut inside a letter cluster.');
});
