/** What the system message tells: facts that a user may ask for, and never its secrets. */
import { fold, wordsOf } from '../reading/fold.ts';
import { type Language, type Tongue, tongueOf } from '../reading/language.ts';
import type { Question } from '../reading/question.ts';
import type { Intent } from './intent.ts';

const SECRET =
  /secret|confidential|internal|never|do not|don't|password|passcode|canary|private|not to|on file|गोपनीय|गुप्त|रहस्य/iu;
const ROLE = /^(?:you|your|always|answer|reply|respond|be|act|speak|help)\b/iu;
/** Words that say nothing about what is asked. */
const EMPTY = new Set(
  'what when where which who whom whose how why the this that is are was were does did can could will would should you your our their there here with from about into have has had for and not please tell called'.split(
    ' ',
  ),
);

const LANGUAGE_NAMES: readonly [RegExp, Language][] = [
  [/english|अंग्रेज/iu, 'en'],
  [/hindi|हिन्?दी|हिंदी/iu, 'hi'],
  [/marathi|मराठी/iu, 'mr'],
  [/bengali|bangla|বাংলা/iu, 'bn'],
  [/tamil|தமிழ/iu, 'ta'],
  [/telugu|తెలుగు/iu, 'te'],
  [/gujarati|ગુજરાતી/iu, 'gu'],
  [/kannada|ಕನ್ನಡ/iu, 'kn'],
  [/malayalam|മലയാള/iu, 'ml'],
  [/punjabi|ਪੰਜਾਬੀ/iu, 'pa'],
  [/urdu|اردو/iu, 'ur'],
  [/odia|oriya|ଓଡ଼ିଆ/iu, 'or'],
];

const ANSWER_IN =
  /(?:answer|reply|respond|speak|write|explain|tell|talk)[^.?!\n]{0,30}?\b(?:in|only)\s+(?:only\s+)?([\p{L}\p{M}]+)|\b(?:in)\s+([\p{L}\p{M}]+)\s*(?:only|please)|(?<![\p{L}\p{M}])([\p{L}\p{M}]+)\s+(?:में|mein|me|मध्ये)\s*(?:बताइए|बताएँ|बताएं|बताओ|जवाब|उत्तर|समझाइए|लिखिए|bataiye|batao|jawab|likhiye|samjhao|सांगा)|(?<![\p{L}\p{M}])([\p{L}\p{M}]+(?:ில்|ల్లో|లో|તીમાં|ನಲ್ಲಿ|ത്തിൽ|ায়))\s+(?:சொல்|பதில்|చెప్ప|జవాబు|કહો|જવાબ|ಹೇಳಿ|ಉತ್ತರ|പറയ|മറുപടി|বলুন|উত্তর)/iu;

/** The language that a message asks to be answered in; null when it names none. */
export function wishedTongue(text: string): Tongue | null {
  const found = ANSWER_IN.exec(text);
  const named = found?.slice(1).find((word) => word !== undefined);
  const language = named === undefined ? undefined : LANGUAGE_NAMES.find(([name]) => name.test(named))?.[1];
  return language === undefined ? null : { language, romanised: false };
}

const content = (text: string): Set<string> =>
  new Set(wordsOf(fold(text)).filter((word) => word.length >= 4 && !EMPTY.has(word)));

function facts(system: string): string[] {
  return (system.match(/[^.!?।\n]+[.!?।]?/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !SECRET.test(sentence) && !ROLE.test(sentence));
}

/** A fact that shares two words with the question; a lone shared word is chance. */
function factFor(question: Question): string | null {
  const asked = content(question.text);
  let best: { fact: string; shared: number } | null = null;
  for (const fact of facts(question.system)) {
    const shared = [...content(fact)].filter((word) => asked.has(word)).length;
    if (shared >= 2 && shared > (best?.shared ?? 0)) best = { fact, shared };
  }
  return best?.fact ?? null;
}

export const briefing: Intent = (question) => {
  if (question.system === '' || !(question.has('what') || /[?？]/u.test(question.text))) return null;
  const fact = factFor(question);
  return fact === null || tongueOf(fact) === null ? null : fact;
};
