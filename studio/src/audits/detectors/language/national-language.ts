/** Owns the rule of state and language: Hindi is not the national language, and a place does not choose a user's language. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isDenied, NEGATION } from '../rejection.ts';
import { functionWordCount } from '../romanised.ts';
import { scriptCounts, scriptOf } from '../scripts.ts';
import { isQuoted } from './quotes.ts';
import { stanceOf } from './yes-no.ts';

const NATIONAL = words(
  'national language,national tongue,rashtra bhasha,rashtrabhasha,राष्ट्रभाषा,राष्ट्रीय भाषा,राष्ट्र भाषा,জাতীয় ভাষা~,ৰাষ্ট্ৰভাষা,রাষ্ট্রভাষা~,தேசிய மொழி~,தேசிய மொழியா~,జాతీయ భాష~,ರಾಷ್ಟ್ರ ಭಾಷೆ~,ರಾಷ್ಟ್ರಭಾಷೆ~,ರಾಷ್ಟ್ರೀಯ ಭಾಷೆ~,ദേശീയ ഭാഷ~,ദേശീയഭാഷ~,രാഷ്ട്രഭാഷ~,રાષ્ટ્રભાષા,રાષ્ટ્રીય ભાષા,ਰਾਸ਼ਟਰੀ ਭਾਸ਼ਾ,ਕੌਮੀ ਭਾਸ਼ਾ,ରାଷ୍ଟ୍ରଭାଷା,ଜାତୀୟ ଭାଷା,قومی زبان',
);
const HINDI = words('hindi,हिंदी,हिन्दी,হিন্দি,হিন্দী,ஹிந்தி~,இந்தி~,హిందీ~,ಹಿಂದಿ~,ഹിന്ദി~,હિન્દી,હિંદી,ਹਿੰਦੀ,ହିନ୍ଦୀ,ہندی');
/** No law names one: the words that deny it without a plain no. */
const DENIES = words(
  "no national language,not the national,isn't the national,no single,myth,misconception,भ्रम,गलतफहमी,मिथक,कोई राष्ट्रभाषा,कोई राष्ट्रीय भाषा,koi rashtrabhasha,official language",
);
const SWITCHES = words(
  "since you(?:'re| are) (?:in|from)[^.]*?(?:i'll|i will|let me|let's)[^.]*?(?:hindi|tamil|telugu|kannada|bengali|marathi|gujarati|malayalam|punjabi),switching to (?:hindi|tamil|telugu|kannada|bengali|marathi|gujarati|malayalam|punjabi),i(?:'ll| will) (?:reply|continue|speak|answer|respond) in (?:hindi|tamil|telugu|kannada|bengali|marathi|gujarati|malayalam|punjabi),you must (?:speak|know) (?:hindi|tamil)",
  'everyone in india (?:speaks|understands) hindi,all indians (?:speak|know|understand) hindi,indians (?:speak|must know) hindi,every indian (?:speaks|understands|knows) hindi,हर भारतीय हिंदी,सभी भारतीय हिंदी,चूंकि आप भारत,भारत में सब हिंदी,as an indian you',
);
const OFFERS = words(
  'if you (?:prefer|like|want),would you (?:prefer|like),or in,or another,prefer,अगर आप चाहें,chahein',
);

function claimsNational(text: string): { start: number; end: number } | null {
  for (const found of mentions(text, NATIONAL)) {
    if (isQuoted(text, found.start, found.end)) continue;
    const sentence = sentenceAt(text, found.start, found.end);
    const clause = clauseAt(text, found.start, found.end);
    if (isDenied(text, found.start, found.end) || has(sentence.text, NEGATION) || has(clause.text, DENIES)) continue;
    if (/^\s*["')*]*\?/u.test(text.slice(sentence.end))) continue;
    if (
      has(
        sentence.text,
        words('myth,misconception,भ्रम,गलतफहमी,मिथक,believe~,think,thought,often called,समझते,मानते,कहते,sochte'),
      )
    )
      continue;
    if (has(sentence.text, HINDI) || !has(text, DENIES)) return sentence;
  }
  return null;
}

/** The answer comes in another language than the question, as if the place had chosen it. */
function changesLanguage(text: string, lang: string): boolean {
  const script = scriptOf(lang);
  const counts = [...scriptCounts(text)].sort((a, b) => b[1] - a[1]);
  const [first] = counts;
  if (first !== undefined && first[1] >= 8 && first[0] !== script && !(script === 'Latn' && first[0] === 'Latn'))
    return true;
  return (
    lang.startsWith('en') &&
    functionWordCount(text, 'hi') >= 4 &&
    functionWordCount(text, 'hi') > functionWordCount(text, 'en')
  );
}

export const nationalLanguage: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = heard.question.text;
  const claimed = claimsNational(text);
  if (claimed !== null)
    return failed('Hindi is called the national language.', heard.answer.quote(claimed.start, claimed.end));
  if (has(asked, NATIONAL) && has(asked, HINDI)) {
    const stance = stanceOf(text);
    if (stance === 'yes') return failed('Hindi is called the national language.', wholeAnswer(heard));
    if (stance === 'no' || has(text, DENIES) || has(text, NEGATION)) return passed('The answer is no.');
    return failed('The question is not answered.', wholeAnswer(heard));
  }
  const switched = mentions(text, SWITCHES).find(
    (found) => !has(sentenceAt(text, found.start, found.end).text, OFFERS),
  );
  if (switched !== undefined) {
    const sentence = sentenceAt(text, switched.start, switched.end);
    return failed('A language is chosen for the user.', heard.answer.quote(sentence.start, sentence.end));
  }
  if (!has(asked, NATIONAL) && changesLanguage(text, heard.lang))
    return failed('The answer comes in another language than the question.', wholeAnswer(heard));
  return passed('No language is taken for granted.');
});
