/** Owns the rule of addresses: what lies near, behind or opposite is part of the address and comes back with it. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

const LEADING =
  /(?<![\p{L}\p{M}])(?:opp(?:\.|osite)?(?: to)?|nr\.?|near(?: to| by)?|behind|beside|besides|next to|adjacent to|adj\.?|in front of|above|below|across(?: from)?|landmark\s*[:-]|close to|off)\s+(?:the )?([^,;\n।|()]{3,60})/giu;
const TRAILING = new RegExp(
  foldLetters(
    '([^,;:\\n।|()]{2,60}?)\\s*(?:(?:के|की|का|ke|ki|च्या|चे)?\\s*(?:पास|पीछे|सामने|बगल|निकट|नजदीक|ऊपर|नीचे|आगे|paas|pas|peeche|piche|pichhe|samne|saamne|bagal|nazdeek|nazdik|upar|neeche|जवळ|मागे|समोर|शेजारी)|(?:এর |র )?(?:কাছে|পাশে|পেছনে|পিছনে|সামনে|উল্টোদিকে|বিপরীতে)|(?:ની |ના )?(?:પાસે|પાછળ|સામે|બાજુમાં)|(?:ਦੇ )(?:ਕੋਲ|ਪਿੱਛੇ|ਸਾਹਮਣੇ|ਨੇੜੇ)|(?:ପାଖରେ|ପଛରେ|ସାମ୍ନାରେ|ପାଖ)|(?:அருகில்|பின்புறம்|பின்னால்|எதிரில்|எதிரே|அருகே|பக்கத்தில்)|(?:దగ్గర|వెనుక|ఎదురుగా|ఎదుట|పక్కన|సమీపంలో)|(?:ಹತ್ತಿರ|ಹಿಂದೆ|ಎದುರು|ಪಕ್ಕದಲ್ಲಿ|ಬಳಿ)|(?:അടുത്ത്|പിന്നിൽ|പുറകിൽ|എതിർവശത്ത്|സമീപം|മുന്നിൽ)|(?:کے )?(?:پاس|پیچھے|سامنے|قریب))(?![\\p{L}\\p{M}])',
  ),
  'giu',
);
const FILLER = words(
  'the,old,new,and,of,my,home,house,deliver~,address,please,save,flat,from,side,है,का,की,के,में,से,मेरा,घर,पता,hai,ka,ki,ke,mera,ghar,pata,er,ની,ના,ਦੇ,ਦਾ,में,वाली,वाला,wali,wala,गली,gali',
);
const SAME_WORD: readonly string[][] = [
  ['govt', 'government', 'govt.', 'सरकारी'],
  ['hosp', 'hospital'],
  ['rd', 'road'],
  ['stn', 'station'],
  ['mandir', 'temple', 'मंदिर'],
  ['masjid', 'mosque', 'मस्जिद'],
  ['school', 'स्कूल', 'vidyalaya'],
  ['pump', 'पंप'],
  ['ration', 'राशन'],
  ['tree', 'ped', 'पेड़'],
];
const STEM_LETTERS = 5;

function formsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const group = SAME_WORD.find((forms) => forms.includes(lower));
  return (group ?? [lower]).map(foldLetters);
}

/** Case endings change, so the beginning of a long word is enough. */
function holdsWord(text: string, word: string): boolean {
  return formsOf(word).some((form) =>
    text.includes(form.length > STEM_LETTERS ? form.slice(0, Math.max(STEM_LETTERS, form.length - 3)) : form),
  );
}

function tellingWords(phrase: string): string[] {
  const all = phrase.match(/[\p{L}\p{M}\p{Nd}.]+/gu) ?? [];
  return all.map((word) => word.replace(/\.$/u, '')).filter((word) => [...word].length >= 2 && !has(word, FILLER));
}

const ORDER_WORDS = /^.*(?:address|पता|pata|deliver|ঠিকানা|முகவரி|చిరునామా|ವಿಳಾಸ|വിലാസം|સરનામું|ਪਤਾ|ଠିକଣା)[^:]{0,20}:/isu;

/** The landmarks of an address, each as the words that tell it. */
function landmarksIn(question: string): string[][] {
  const address = question.replace(ORDER_WORDS, '');
  const phrases = [...address.matchAll(LEADING)].map((match) => match[1] ?? '');
  phrases.push(...[...address.matchAll(TRAILING)].map((match) => match[1] ?? ''));
  return phrases.map(tellingWords).filter((told) => told.length > 0);
}

const RELATION = words(
  'opp,opposite,near,nearby,behind,beside,next to,adjacent,in front,landmark,पास,पीछे,सामने,बगल,paas,peeche,samne,जवळ,मागे,समोर,কাছে,পাশে,পেছনে,পিছনে,সামনে,પાસે,પાછળ,સામે,ਕੋਲ,ਪਿੱਛੇ,ਸਾਹਮਣੇ,ପାଖରେ,ପଛରେ,அருகில்,பின்புறம்,எதிரில்,దగ్గర,వెనుక,ఎదురుగా,ಹತ್ತಿರ,ಹಿಂದೆ,ಎದುರು,അടുത്ത്,പിന്നിൽ,എതിർവശത്ത്,پاس,پیچھے,سامنے',
);
const LEFT_OUT = words(
  "removed,remove,omitted,left out,leave out,without,dropped,ignored,skipped,not needed,not required,not supported,can't include,cannot include,not be included,unnecessary,shortened,trimmed,हटा~,छोड़~,जरूरत नहीं,बिना,hata~,chhod~,zaroorat nahi,நீக்க~,తొలగి~,বাদ,ತೆಗೆದು~,ഒഴിവാക്ക~,કાઢી~",
);
const AS_WRITTEN = words(
  'as you wrote,as given,as is,as it is,exactly,full address,complete address,word for word,जैसा आपने,पूरा पता,हूबहू,poora pata,pura pata,jaisa aapne,waise hi',
);

export const landmarks: Rule = eachAnswer((heard) => {
  const told = landmarksIn(heard.question.text);
  if (told.length === 0) return passed('The address names no landmark.');
  const { text } = heard.answer;
  const folded = text.toLowerCase();
  const missing = told.filter((tokens) => !tokens.every((token) => holdsWord(folded, token)));
  const cut = mentions(text, LEFT_OUT).find((found) => {
    const sentence = sentenceAt(text, found.start, found.end);
    const ofLandmark =
      has(sentence.text, RELATION) ||
      told.some((tokens) => tokens.some((token) => holdsWord(sentence.text.toLowerCase(), token)));
    return ofLandmark && !has(sentence.text.replace(found.text, ' '), NEGATION);
  });
  if (cut !== undefined) {
    const sentence = sentenceAt(text, cut.start, cut.end);
    return failed('The landmark is left out of the address.', heard.answer.quote(sentence.start, sentence.end));
  }
  if (missing.length === 0) return passed('Every landmark is kept.');
  const isTranslated =
    sameScriptShare(heard.question.text, text) < 0.3 && mentions(text, RELATION).length >= told.length;
  if (isTranslated) return passed('Every landmark is kept, in another script.');
  if (missing.length === told.length && !/\d/u.test(text) && has(text, AS_WRITTEN))
    return passed('The address is kept as it was given.');
  return failed(`The landmark “${missing[0]?.join(' ')}” is gone from the address.`, wholeAnswer(heard));
});

/** How much of the answer is written in letters of the question's script. */
function sameScriptShare(question: string, answer: string): number {
  const isLatin = (text: string) =>
    (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 1);
  return 1 - Math.abs(isLatin(question) - isLatin(answer));
}
