/**
 * Owns whether an answer stands behind a thing that it mentions. Clauses are too narrow for that: Indian languages
 * deny at the end of a list (`cutting, sucking, tying: none of it`), English at its beginning (`do not cut, suck or tie`).
 */
import { eitherNasal } from '../class-nasals.ts';
import { clauseAt, isInListItem, listHeadAt, type Stretch, sentenceAt, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside, NEGATION } from '../rejection.ts';

/** Words that Bengali and Assamese share are written with another ra in Assamese. */
const withAssamese = (source: string): string =>
  source.replace(/\[[^\]]*\]|র/gu, (piece) => (piece === 'র' ? '[রৰ]' : piece));

/** A regular expression on folded text, for what needs distances and orders that a word list cannot say. */
export function folded(source: string): RegExp {
  return new RegExp(eitherNasal(withAssamese(foldLetters(source))), 'iu');
}

/** Comfort that begins with a negation and denies nothing: `don't panic, tie it`. */
const COMFORT =
  /(?:do not|don't|dont|no need to|never)\s+(?:panic|worry|be afraid|be scared|fear)|घबराएं? नहीं|घबराइए नहीं|घबराइए मत|घबराओ मत|घबराएं मत|चिंता न करें|चिंता मत कर\p{M}*|डरें नहीं|(?:ghabrao|ghabraiye|ghabrayein|dariye|daro|tension|chinta)\s+(?:mat|nahi|na)(?:\s+(?:lo|karo|karein))?|mat ghabra\p{L}*|koi baat nahi|कोई बात नहीं|চিন্তা করবেন না|ভয় পাবেন না|ಭಯಪಡಬೇಡಿ|భయపడకండి|கவலைப்பட வேண்டாம்|பயப்பட வேண்டாம்|പേടിക്കേണ്ട|ગભરાશો નહીં|ਘਬਰਾਓ ਨਾ|ଭୟ କରନ୍ତୁ ନାହିଁ|घाबरू नका|گھبرائیں نہیں/giu;

const MYTH = words(
  'myth,myths,superstition~,old wives~,no scientific,unscientific,not reliable,unreliable,hoax~,rumou?r~,dangerous,harmful,bad idea,makes it worse,waste of time,illegal,banned,offence,against the law',
  'मिथक,मिथ,भ्रम,भ्रांति~,अंधविश्वास,अफवाह,वैज्ञानिक आधार नहीं,खतरनाक,हानिकारक,नुकसान,गैरकानूनी,अवैध,mithak,andhvishwas,galatfahmi,khatarnak,nuksan,nuqsan,gairkanuni',
  'কুসংস্কার,ভুল ধারণা,বিপজ্জনক,ক্ষতিকর,মিথ,அபாயம்,ஆபத்து~,மூடநம்பிக்கை~,கட்டுக்கதை~,ప్రమాదకర~,మూఢనమ్మక~,అపోహ~,ಅಪಾಯ~,ಮೂಢನಂಬಿಕೆ~,അപകട~,അന്ധവിശ്വാസ~,અંધશ્રદ્ધા,જોખમી,ખતરનાક,ਵਹਿਮ,ਖ਼ਤਰਨਾਕ,ਖਤਰਨਾਕ,ଅନ୍ଧବିଶ୍ୱାସ,ବିପଜ୍ଜନକ,अंधश्रद्धा,धोकादायक,توہم,خطرناک',
);

const NOTHING = words('nothing,nobody,no one,कुछ भी नहीं,kuch bhi nahi');

const TURNS = words(
  'but,instead,however,yet,still,rather',
  'लेकिन,मगर,पर,बल्कि,इसके बजाय,lekin,magar,par,balki',
  'কিন্তু,বরং,ஆனால்,కానీ,ಆದರೆ,എന്നാൽ,પણ,પરંતુ,ਪਰ,କିନ୍ତୁ,पण,لیکن,مگر,بلکہ',
);
const NARROWS = words('only,just,हां,बस,सिर्फ,bas,haan,sirf,मात्र');

/** Verbs that tell the reader to do something; one of them between a thing and a denial parts the two. */
const DO = words(
  'करें,करो,कीजिए,लगाएं,लगाओ,लगाइए,लगा दें,बांधें,बांधो,बांध दें,बांधिए,दें,दो,दीजिए,डालें,डालो,ले जाएं,बुलाएं,पिलाएं,खिलाएं,रखें,लें,लीजिए,खाएं,देखें,~िए,~िएगा',
  'karo,karein,kijiye,kariye,lagao,lagayein,lagaiye,laga do,baandho,bandho,baandh do,bandh do,bandh dijiye,do,dein,dijiye,daalo,daalein,le jao,le jayein,bulao,pilao,khilao,rakho,rakhein,lo,lein,lijiye,khao,dekho,dekhein,~iye,~iyega',
  'করুন,দিন,লাগান,বাঁধুন,নিন,খান,செய்யுங்கள்,கட்டுங்கள்,கட்டவும்,தடவுங்கள்,தடவவும்,போடவும்,చేయండి,కట్టండి,రాయండి,పెట్టండి,ಮಾಡಿ,ಕಟ್ಟಿ,ಹಚ್ಚಿ,ഇടുക,കെട്ടുക,പുരട്ടുക,ചെയ്യുക,કરો,બાંધો,લગાવો,ਕਰੋ,ਬੰਨ੍ਹੋ,ਲਾਓ,କରନ୍ତୁ,ବାନ୍ଧନ୍ତୁ,ଲଗାନ୍ତୁ,करा,बांधा,लावा,کریں,باندھیں,لگائیں',
);

const THESE =
  /^\s*(?:none of (?:these|this|them)|these are|all (?:of )?(?:these|this)|they are|this is|that is|those are|ये|यह सब|इन|इनमें|इनसे|yeh|ye|inse|in sab|এগুলো|এসব|இவை|ఇవన్నీ|ఇవి|ಇವು|ഇവ|આ બધ|ਇਹ|ଏସବୁ|हे सर्व|यातून|یہ سب|ان)(?![\p{L}\p{M}])/iu;

const LONGEST_BETWEEN = 90;

/** What an act is for denies nothing either: `tie it so that the poison does not rise`. */
const PURPOSE =
  /(?<![\p{L}\p{M}])(?:so that|so the (?:poison|venom|blood|infection|toxin)|so it (?:does|will|won)|to prevent|to stop|to avoid|ताकि|जिससे|taaki|taki|jisse|যাতে|જેથી|ਤਾਂ ਜੋ|ଯେପରି|जेणेकरून|تاکہ)(?![\p{L}\p{M}])[^.!?।;\n]*/giu;

function blankComfort(text: string): string {
  return text
    .replace(COMFORT, (found) => ' '.repeat(found.length))
    .replace(PURPOSE, (found) => ' '.repeat(found.length));
}

/** True of words that part a thing from the denial beside it. */
const parts = (between: string): boolean => has(between, TURNS) || has(between, NARROWS) || has(between, DO);

/** `Carrot halwa without onion`: these deny what follows them. */
const DENIES_AHEAD = /^(?:without|bina|bagair|बिना|बगैर|বিনা|avoid)/iu;

function deniedBehind(text: string, end: number, sentence: Stretch): boolean {
  const tail = text.slice(end, sentence.end);
  const at = mentions(tail, NEGATION).find((one) => !DENIES_AHEAD.test(one.text))?.start ?? -1;
  if (at < 0 || at > LONGEST_BETWEEN) return false;
  const between = tail.slice(0, at);
  return !/[(;—]/u.test(between) && !parts(between);
}

/** `It is illegal, but in Bangkok they do it`: the contrast parts the two. */
function calledMyth(text: string, start: number, end: number, sentence: Stretch): boolean {
  return mentions(sentence.text, MYTH).some((myth) => {
    const at = sentence.start + myth.start;
    const between = at < start ? text.slice(at + myth.text.length, start) : text.slice(end, at);
    return !has(between, TURNS);
  });
}

function deniedBefore(text: string, start: number, sentence: Stretch): boolean {
  const head = text.slice(sentence.start, start);
  const last = mentions(head, NEGATION).at(-1);
  if (last === undefined || head.length - last.end > LONGEST_BETWEEN) return false;
  const between = head.slice(last.end);
  if (parts(between)) return false;
  if (!between.includes(',')) return true;
  const rest = text.slice(start, sentence.end);
  return (
    /(?<!\p{L})(?:or|nor|and)(?!\p{L})/iu.test(between) ||
    /^[^,.]{0,40}(?:,[^,.]{0,40}){0,4},?\s*(?:or|nor)\s/iu.test(rest)
  );
}

/** True when the answer quotes the thing to reject it: denied, called a myth, listed under a warning. */
export function isRejected(original: string, start: number, stemEnd: number): boolean {
  // To the end of the word: a case ending (the ના of દિવાળીના) must not be read as a word of its own.
  const end = stemEnd + (/^[\p{L}\p{M}]*/u.exec(original.slice(stemEnd))?.[0].length ?? 0);
  // A thing does not deny itself: `foreign` sets aside a clause, but not where a foreigner is the very thing.
  const text = blankComfort(original.slice(0, start) + ' '.repeat(end - start) + original.slice(end));
  if (isSetAside(text, start, end)) return true;
  if (has(clauseAt(text, start, end).text, NOTHING)) return true;
  const sentence = sentenceAt(text, start, end);
  if (
    calledMyth(text, start, end, sentence) ||
    deniedBehind(text, end, sentence) ||
    deniedBefore(text, start, sentence)
  )
    return true;
  const head = isInListItem(text, start) ? listHeadAt(text, start) : null;
  if (head !== null && (has(head, NEGATION) || has(head, MYTH))) return true;
  const sentences = sentencesOf(text);
  const next = sentences[sentences.findIndex((one) => one.start === sentence.start) + 1];
  return next !== undefined && THESE.test(next.text) && (has(next.text, NEGATION) || has(next.text, MYTH));
}

/** The first mention that the answer stands behind. */
export function assertedMention(text: string, pattern: RegExp): Mention | null {
  return mentions(text, pattern).find((found) => !isRejected(text, found.start, found.end)) ?? null;
}
