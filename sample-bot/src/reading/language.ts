/** Owns naming the language and the script of a message by its letters and its small words. */
import { fold, soundKey, wordsOf } from './fold.ts';

export const LANGUAGES = ['en', 'hi', 'mr', 'bn', 'ta', 'te', 'gu', 'kn', 'ml', 'pa', 'ur', 'or'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language and how it is written. English is never romanised. */
export interface Tongue {
  language: Language;
  romanised: boolean;
}

export const ENGLISH: Tongue = { language: 'en', romanised: false };

const SCRIPTS: readonly [Language, RegExp][] = [
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['kn', /\p{Script=Kannada}/gu],
  ['ml', /\p{Script=Malayalam}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['ur', /\p{Script=Arabic}/gu],
  ['or', /\p{Script=Oriya}/gu],
];

const MARATHI = new Set(
  fold(
    'आहे आहेत नाही नाहीत मला माझा माझी माझे माझ्या माझं तुम्ही तुमचा तुमची तुमचे आम्ही काय कसा कशी कसे कुठे कधी किती आणि मध्ये साठी ' +
      'झाला झाली झाले करू करायचे करायचं लिहा सांगा दाखवा द्या हवा हवी हवे हवं करा होईल वाजता वाजले शेजारी मुलाला घ्या पाहिजे येईल मिळेल कोणता कोणती कोणते ' +
      'वाटत अंकात रुपयांचे लाखांचे गेले गेली गेला कसं मी नको नका कोणाला लागली लागला',
  ).split(' '),
);

const soundSet = (list: string): Set<string> => new Set(list.split(' ').map(soundKey));

/** Small words of each language as people type them in Latin letters; words that English has too are left out. */
const ROMANISED: readonly [Language, ReadonlySet<string>][] = [
  [
    'hi',
    soundSet(
      'hai hain hu hun hoon nahi kya kyu kyun kaise kaisa kaisi kab kaha kahan kitna kitne kitni kaun kaunsa kaunsi kaunse konsi konsa mera meri mere mujhe mujhko ' +
        'aap aapka aapki apna apni mein mai ka ki ke ko se par pe karo kar kare karke karna karni karu karun kardo krdo raha rahi rahe gaya gayi gaye hua hui hoga hogi ' +
        'aur ya bhi tak wala wali wale bhai ji yaar paise paisa rupaye rupay rupaiye batao bataiye bata bataye dijiye kijiye chahiye liye wapas abhi aaj kal subah shaam raat baje ' +
        'mat likho likhiye do lo jaldi kuch koi yeh ye woh wo hota hoti sakta sakti sakte lagu lag ghar pe bolo ho jaye jayega jaegi aayega ayega ayegi bharein karein kare karen karte ' +
        'namaste kripya zyada bukhar dard kal bachche naya nayi purana purani jao aao dekho suno sab kuchh din mahina saal accha achha theek haan bhool samjhao ab tha thi laga lagi lu bas hi rahna rehna jana karne milne',
    ),
  ],
  [
    'ta',
    soundSet(
      'en enakku ennoda enna eppo eppadi enga yaaru yaarukku naan neenga unga ungal varum venum vendum irukku illa illai pannanum pannu panna pannunga sollunga maathanum mathanum ' +
        'appa amma vizhundhutaar mayangi ippo evlo evvalavu inga indha andha kudunga seiyya seiya vandhuchu aachu ku la romba nalla vanakkam mattum',
    ),
  ],
  [
    'bn',
    soundSet(
      'amar ami apnar apni tumi kobe kothay keno kemon koto ki hobe hoyeche hoyechhe asbe ache achhe korbo korte korun chai theke jonno ekta ei taka ferot pabo debo nei bolun kar amake diye bhai nomoshkar kivabe kibhabe',
    ),
  ],
  [
    'te',
    soundSet(
      'naa naku naaku nenu mee meeru eppudu ela ekkada enduku enta entha undi undhi kavali chey cheyyi cheyandi cheppandi cheyali vastundi vasthundi vastadi ledu raledu dabbulu namaskaram emi evaru evariki ki lo nunchi ayyindi poyindi',
    ),
  ],
  [
    'mr',
    soundSet(
      'majha majhi majhe maza mazi maze mala tumhi kadhi kuthe kasa kashi kase kay kiti aahe ahe aahet nahi yeil milel karu kara sanga pahije hava havi ani sathi madhe jhala zala zali zale parat naka',
    ),
  ],
  [
    'gu',
    soundSet(
      'maro mari maru mara mane tame tamaro kyare kyan kem kevi kevu ketla shu su che chhe nathi aavse aavshe avse malse joie joiye karo karvu karvanu thayu gayo ane mate kai koni pachha pacha',
    ),
  ],
  [
    'kn',
    soundSet(
      'nanna nanage nange neevu nimma yavaga yaavaga hege elli yake yaake estu eshtu barutte baruthe ide illa beku maadi madi maadbeku hogide aagide yaru yaarige mattu dayavittu namaskara kodi',
    ),
  ],
  [
    'ml',
    soundSet(
      'ente enikku njan ningal eppol eppo engane evide enthu enthinu enthukond ethra varum kittum venam undu illa cheyyanam cheyyam parayu aanu aayi poyi vannu namaskaram ethu arkk',
    ),
  ],
  [
    'pa',
    soundSet(
      'mera meri mainu tusi tusin tuhada kado kadon kithe kiven kinna kinne ki hai nahi vich nu da di de aavega aauga milega karo dasso ji sat sri akal chahida hoya gaya paise',
    ),
  ],
];

const ENGLISH_WORDS = new Set(
  (
    'the is are was were am i my me your you we our it this that of in on at for and or with to from by be do does did can could should would will ' +
    'what which who when where why how not no please tell give show write have has had a an there any if its im ive dont whats'
  ).split(' '),
);

/** English words that sound like small words of an Indian language. */
const ENGLISH_TWINS = new Set(
  'day days say may pay way he she her name date call see seen more one ten any many new so in on an as at bill card code main mean men bus bag park part page line time like made make more same care share where there here are or'.split(
    ' ',
  ),
);

/** Whether a word of English grammar stands in the folded text. */
export const hasEnglishWords = (folded: string): boolean => wordsOf(folded).some((word) => ENGLISH_WORDS.has(word));

/** Romanised when it has small words of an Indian language, and not fewer of them than of English. */
function latinTongue(words: readonly string[]): Tongue {
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  const sounds = words.filter((word) => /^[a-z]/.test(word) && !ENGLISH_TWINS.has(word)).map(soundKey);
  let best: { language: Language; count: number } = { language: 'en', count: 0 };
  for (const [language, known] of ROMANISED) {
    const count = sounds.filter((sound) => known.has(sound)).length;
    if (count > best.count) best = { language, count };
  }
  const enough = best.count >= Math.max(2, english) || (best.count === 1 && english === 0 && words.length <= 6);
  return enough ? { language: best.language, romanised: true } : ENGLISH;
}

function nativeLanguage(language: Language, words: readonly string[]): Language {
  if (language !== 'hi') return language;
  return words.some((word) => MARATHI.has(word)) || words.some((word) => word.includes('ळ')) ? 'mr' : 'hi';
}

/** Null when the text has no letters of a language that the bot speaks, such as bare digits. */
export function tongueOf(text: string): Tongue | null {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  let best: { language: Language; count: number } = { language: 'en', count: 0 };
  for (const [language, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    if (count > best.count) best = { language, count };
  }
  const words = wordsOf(fold(text));
  // Indian sentences are full of English nouns (OTP, refund), so a third of the letters is enough.
  if (best.count * 2 > latin && best.count > 0) {
    return { language: nativeLanguage(best.language, words), romanised: false };
  }
  return latin === 0 ? null : latinTongue(words);
}
