/** Owns the rule of कल: the verb decides between yesterday and tomorrow, in questions and in answers alike. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt, clausesOf, sentenceAt, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';

type Tense = 'past' | 'future';

const KAL = words('kal,kl,kaal,parso,parson,कल,परसों,کل,پرسوں,ਕੱਲ੍ਹ,ਕੱਲ,ਕਲ੍ਹ,ਪਰਸੋਂ,કાલે,કાલ,પરમદિવસે,কাল,কালকে,পরশু,କାଲି');
const PAST_VERB = new RegExp(
  foldLetters(
    '(?<![\\p{L}\\p{M}])(?:था|थी|थे|थीं|गया|गई|गयी|गए|गये|हुआ|हुई|हुए|किया|की थी|दिया|दी|लिया|ली थी|आया|आई|आए|मिला|मिली|मिले|भेजा|भेजी|खरीदा|खरीदी|देखा|बोला|कहा|बताया|पहुंचा|पहुंची|पहुंचे|चुका|चुकी|चुके|कटा|कटे|कट गए|खाया|पढ़ा|लगाया|बनाया|मंगाया|मंगवाया|रखा|लौटाया|डाला|करवाया|बात हुई)(?![\\p{L}\\p{M}])' +
      '|(?<!\\p{L})(?:tha|thi|the(?=\\s*(?:[.?!,।]|$|aur|lekin|par|ki))|thin|gaya|gayi|gaye|gai|hua|hui|hue|kiya|kia|diya|dia|liya|aaya|aya|aayi|aayee|aaye|mila|mili|mile|bheja|bheji|kharida|kharidi|dekha|bola|bole|kaha|bataya|pahuncha|pahunchi|pohcha|chuka|chuki|chuke|kata|kate|khaya|padha|lagaya|banaya|mangaya|mangwaya|rakha|lautaya|dala|karwaya)(?!\\p{L})' +
      '|تھا|تھی|تھے|گیا|گئی|آیا|آئی|ملا|کیا تھا|ہوا|ਸੀ|ਸਨ|ਗਿਆ|ਗਈ|ਆਇਆ|ਆਈ|ਮਿਲਿਆ|હતો|હતી|હતું|હતા|આવ્યો|આવી હતી|મળ્યો|গেছে|গেছিল|এসেছিল|এসেছে|ছিল|হয়েছিল|হয়েছে|পেয়েছি|করেছি|ଥିଲା|ଆସିଥିଲା|ଗଲା',
  ),
  'iu',
);
const FUTURE_VERB = new RegExp(
  foldLetters(
    '[\\p{L}\\p{M}]+(?:ूंगा|ूंगी|ऊंगा|ऊंगी|ेंगे|एंगे|ेंगी|एंगी|ेगा|ेगी|एगा|एगी|ओगे|ोगे|ोगी|आएगा|जाएगा)(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}])(?:होगा|होगी|होंगे|होंगी|दूंगा|दूंगी|देंगे|लूंगा|लेंगे|वाला है|वाली है|वाले हैं|वाला हूं|वाली हूं)(?![\\p{L}\\p{M}])|(?:ना|नी|ने) (?:है|हैं|पड़ेगा|होगा|चाहिए)(?![\\p{L}\\p{M}])' +
      '|(?<!\\p{L})\\p{L}+(?:unga|ungi|oonga|oongi|enge|engi|ega|egi|eyga|oge|ayga|ayegi|aaoge|aogi)(?!\\p{L})|(?<!\\p{L})(?:hoga|hogi|honge|lunga|dunga|wala hai|wali hai|wale hain|wala hu|wali hu|wala hoon)(?!\\p{L})|\\p{L}+(?:na|ni) (?:hai|hain|padega|hoga|chahiye)(?!\\p{L})' +
      '|گا(?!\\p{L})|گی(?!\\p{L})|گے(?!\\p{L})|[\\p{L}\\p{M}]+(?:ਗਾ|ਗੀ|ਗੇ)(?![\\p{L}\\p{M}])|[\\p{L}\\p{M}]+(?:શે|ીશ|ીશું)(?![\\p{L}\\p{M}])|[\\p{L}\\p{M}]+(?:বে|বো|ব)(?![\\p{L}\\p{M}])|[\\p{L}\\p{M}]+(?:ିବ|ିବି|ିବେ)(?![\\p{L}\\p{M}])',
  ),
  'iu',
);
const YESTERDAY = words(
  'yesterday,day before yesterday,the previous day,past day,past',
  'बीता हुआ कल,बीता कल,बीते कल,बीते हुए कल,बीता,बीते,बीता हुआ,पिछला दिन,पिछला,पिछले दिन,गुज़रा हुआ कल,गुजरा,भूतकाल,यस्टरडे,beeta,beete,bita,pichla,pichhla,guzra,bhootkaal,bhoot kaal',
  'গতকাল,গত পরশু,ગઈકાલે,ગઈ કાલ,ગઈકાલ,ਬੀਤਿਆ,ਬੀਤਿਆ ਕੱਲ੍ਹ,गत,काल झालेला,நேற்று,నిన్న,ನಿನ್ನೆ,ഇന്നലെ,گزشتہ,گزرا ہوا,ଗତକାଲି',
);
const TOMORROW = words(
  'tomorrow,day after tomorrow,the next day,coming day,future',
  'आने वाला कल,आने वाला,आनेवाला,आने वाले,आगामी,अगला दिन,अगले दिन,अगला,भविष्य,टुमॉरो,aane wala,aane vala,aanewala,agla,aagla,bhavishya',
  'আগামীকাল,আগামী,આવતીકાલે,આવતી કાલ,આવતીકાલ,ਆਉਣ ਵਾਲਾ,ਆਉਣ ਵਾਲਾ ਕੱਲ੍ਹ,उद्या,நாளை,రేపు,ನಾಳೆ,നാളെ,آنے والا,آئندہ,ଆସନ୍ତାକାଲି',
);
const EITHER = words(
  'either,both,ambiguous,depends,can mean,could mean,may mean,can be,usually,generally,yesterday or tomorrow,tomorrow or yesterday,yesterday and tomorrow,दोनों,हो सकता है,dono,ho sakta hai,भी हो सकता,depend',
);
/** `Your slot kal ke liye book hai`: a day to come, in a sentence without a verb that tells so. */
const BOOKED = new RegExp(
  foldLetters(
    '(?:kal|कल|کل|કાલ|ਕੱਲ੍ਹ)\\s+(?:[^.।!?\\n]{0,24}\\s)?(?:ke liye|के लिए|کے لیے|માટે|ਲਈ)\\s[^.।!?\\n]{0,30}(?:confirm|book|schedul|fix|set|reserv|कंफर्म|कन्फर्म|बुक|तय|पक्का|निर्धारित|रिमाइंडर|بک|બુક|ਬੁੱਕ)',
  ),
  'iu',
);
const WANTS_MORE =
  /chahiye|karna|karni|karwana|lena|leni|milega kya|book|चाहिए|करना|करनी|करवाना|लेना|लेनी|बुक|want|need|again|phir se|फिर से|دوبارہ/iu;
const META = /मतलब|matlab|yesterday|tomorrow|translate|अनुवाद|anuvad|means?|शब्द|shabd|english|अंग्रेजी/iu;

/** The tense of the clause around कल; the nearest verb behind it decides. */
function tenseOf(text: string): Tense | null {
  for (const kal of mentions(text, KAL)) {
    const sentence = sentenceAt(text, kal.start, kal.end);
    const clause = clauseAt(text, kal.start, kal.end);
    if (/^\s*(?:का|=|ka|means|की)\s*(?:मतलब|matlab|अर्थ|yesterday|tomorrow)/iu.test(text.slice(kal.end))) continue;
    const behind = text.slice(kal.end, clause.end);
    for (const stretch of [behind, clause.text, text.slice(kal.end, sentence.end), sentence.text]) {
      const [past, future] = [stretch.search(PAST_VERB), stretch.search(FUTURE_VERB)];
      if (past < 0 && future < 0) continue;
      if (past >= 0 && future >= 0) return past < future ? 'past' : 'future';
      return past >= 0 ? 'past' : 'future';
    }
  }
  return null;
}

function pick(text: string, pattern: RegExp): Mention[] {
  return mentions(text, pattern).filter(
    (found) => !isSetAside(text, found.start, found.end) && !has(clauseAt(text, found.start, found.end).text, EITHER),
  );
}

/** Stems that question and answer share: the answer speaks of the same thing, not of a new one. */
function sharesMatter(question: string, clause: string): boolean {
  const stems = (text: string) =>
    (text.match(/[\p{L}\p{M}]{3,}/gu) ?? [])
      .map((word) => word.toLowerCase().slice(0, 4))
      .filter((stem) => !/^(?:hai|mera|meri|main|mein|aapk|आपक|मेरा|मेरी|हैं)/u.test(stem));
  const asked = new Set(stems(question.replace(KAL, ' ')));
  return stems(clause.replace(KAL, ' ')).some((stem) => asked.has(stem));
}

function judge(heard: Heard) {
  const { text } = heard.answer;
  const question = heard.question.text;
  const tense = tenseOf(question);
  if (tense === null)
    return text.includes('?')
      ? passed('The open question is asked back.')
      : unscored('The question leaves the day open.');
  const [yesterday, tomorrow] = [pick(text, YESTERDAY), pick(text, TOMORROW)];
  const [right, wrong] = tense === 'past' ? [yesterday, tomorrow] : [tomorrow, yesterday];
  const name = tense === 'past' ? 'yesterday' : 'tomorrow';
  const [firstRight, firstWrong] = [right[0], wrong[0]];
  const about = (place: Mention) =>
    META.test(question) ||
    sharesMatter(question, sentenceAt(text, place.start, place.end).text) ||
    /[A-Za-z]/.test(place.text);
  if (firstRight !== undefined && (firstWrong === undefined || firstRight.start < firstWrong.start))
    return passed(`कल is read as ${name}.`, heard.answer.quote(firstRight.start, firstRight.end));
  if (firstWrong !== undefined && about(firstWrong)) {
    const sentence = sentenceAt(text, firstWrong.start, firstWrong.end);
    return failed(`कल should be ${name} here.`, heard.answer.quote(sentence.start, sentence.end));
  }
  for (const sentence of sentencesOf(text)) {
    for (const clause of clausesOf(sentence.text)) {
      if (!has(clause.text, KAL)) continue;
      const told = tenseOf(sentence.text);
      if (told === tense) return passed(`कल is read as ${name}.`);
      if (told !== null && told !== tense && sharesMatter(question, sentence.text))
        return failed(`कल should be ${name} here.`, heard.answer.quote(sentence.start, sentence.end));
    }
  }
  const booked = tense === 'past' && !WANTS_MORE.test(question) ? BOOKED.exec(text) : null;
  if (booked !== null)
    return failed(`कल should be ${name} here.`, heard.answer.quote(booked.index, booked.index + booked[0].length));
  if (firstWrong !== undefined) return failed(`कल should be ${name} here.`, wholeAnswer(heard));
  if (META.test(question)) return failed('The answer names no day.', wholeAnswer(heard));
  return passed('The day is not misread.');
}

/** params: none. */
export const kalTense: Rule = eachAnswer(judge);
