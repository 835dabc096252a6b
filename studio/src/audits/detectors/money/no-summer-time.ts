/** Owns the rule of India's one time all year: no clock in India is ever put forward or back. */
import { eachAnswer, failed, type Heard, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { type Stretch, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

const YES = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${foldLetters('yes|yeah|yep|correct|haan|han|ha|haa|ji haan|jee haan|bilkul|हाँ|हां|जी हाँ|जी हां|जी|बिल्कुल|हो|होय|হ্যাঁ|হয়|হাঁ|ஆம்|ஆமாம்|ஆமா|అవును|ಹೌದು|അതെ|ഉവ്വ്|હા|ਹਾਂ|ହଁ|ହଁା|ہاں|جی ہاں')})(?![\\p{L}\\p{M}])`,
  'iu',
);
const NO = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${foldLetters('no|nope|not|nahi|nahin|nahee|ji nahi|नहीं|नही|जी नहीं|ना|नाही|না|নাই|নহয়|இல்லை|மாறாது|లేదు|కాదు|మారదు|ಇಲ್ಲ|ಬದಲಾಗುವುದಿಲ್ಲ|ഇല്ല|മാറില്ല|અતના|ના|નહીં|ਨਹੀਂ|ନା|ନାହିଁ|نہیں|جی نہیں')})(?![\\p{L}\\p{M}])`,
  'iu',
);
const CHANGES = words(
  'daylight saving~,dst,summer time,winter time,(?:clocks?|time|it) (?:is|are) (?:put|turned|wound) (?:forward|back|ahead),spring forward,springs forward,fall back,falls back,move forward,moves forward,moved forward,move back,moves back,moves its clocks?,move its clocks?,moves their clocks?,changes its clocks?,change its clocks?,turns its clocks?,sets its clocks?,shifts its clocks?,go forward,goes forward,go back,goes back,set forward,set back,an hour ahead,an hour forward,one hour forward,an hour back,one hour back,one hour ahead,clocks change,clock changes,turn your clock,adjust your clock,utc\\+6:30,gmt\\+6:30,utc\\+0?4:30,shift~ by an hour,an hour earlier,an hour later,clock change',
  'डेलाइट सेविंग~,एक घंटा आगे,एक घंटे आगे,एक घंटा पीछे,एक घंटे पीछे,घड़ी आगे,घड़ी पीछे,घड़ियां आगे,घड़ियां पीछे,ek ghanta aage,ek ghante aage,ek ghanta peeche,ghadi aage,ghadi peeche,ghadi badal~,समय बदलता है,समय बदल जाता,घड़ी बदल~',
  'এক ঘণ্টা,এক ঘন্টা,ডেলাইট সেভিং~,ஒரு மணி நேரம்,பகல் சேமிப்பு~,மாறும்,మార్చి ఒక గంట,ఒక గంట,డేలైట్ సేవింగ్~,ಒಂದು ಗಂಟೆ,ഒരു മണിക്കൂർ,એક કલાક,ਇੱਕ ਘੰਟਾ,ଏକ ଘଣ୍ଟା,एक तास,ایک گھنٹہ',
);
const ABROAD = words(
  "us,usa,u\\.s\\.,america,american,europe,european,uk,britain,london,new york,nyc,california,toronto,canada,germany,berlin,paris,sydney,australia,theirs,their,they,your client~,client's,other country,abroad,west,western countries,there,overseas,foreign,the other (?:side|party|end|person|team)",
  'अमेरिका,यूरोप,ब्रिटेन,लंदन,न्यूयॉर्क,कनाडा,ऑस्ट्रेलिया,विदेश,amrika,america,videsh,আমেরিকা~,ইউরোপ~,লন্ডন~,அமெரிக்கா~,ஐரோப்பா~,லண்டன்~,అమెరికా~,యూరప్~,లండన్~,ಅಮೆರಿಕ~,ಯುರೋಪ್~,ಲಂಡನ್~,അമേരിക്ക~,യൂറോപ്പ്~,ലണ്ടൻ~,અમેરિકા~,યુરોપ~,ਅਮਰੀਕਾ,ଆମେରିକା~,अमेरिकेत,امریکہ,یورپ,لندن',
);
const INDIA = words(
  'india,indian,ist,mumbai,delhi,chennai,kolkata,bengaluru,bangalore,hyderabad,pune,jaipur,kochi,lucknow,भारत,दिल्ली,मुंबई,चेन्नई,bharat,ভারত~,কলকাতা~,இந்தியா~,சென்னை~,భారత~,హైదరాబాద్~,ಭಾರತ~,ಬೆಂಗಳೂರು~,ಬೆಂಗಳೂರ~,ഇന്ത്യ~,കൊച്ചി~,ભારત~,અમદાવાદ~,ਭਾਰਤ,ଭାରତ~,بھارت',
);
/** Questions to which the right answer is yes: `Does Delhi keep the same time all year?` */
const ASKS_SAME = words(
  'same time,stay the same,stays the same,same all year,same throughout,constant,fixed,no dst,no daylight,without dst,not change,never change~,एक ही समय,एक ही रहता,एक जैसा,नहीं बदलता,ek hi time,ek hi samay,same rehta,same hi rehta,nahi badalta,একই,ஒரே நேரம்,ఒకే సమయం,ಒಂದೇ ಸಮಯ,ഒരേ സമയം,એક જ સમય',
);
const PAST_USE = words(
  'world war,1940s,1945,1941,1942,1962,1965,1971,historically,once used,briefly,in the past,used during,विश्व युद्ध,युद्ध',
);

const TURN = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${foldLetters('but|however|except|लेकिन|मगर|किंतु|परंतु|पर|lekin|magar|पण|কিন্তু|তবে|ஆனால்|కానీ|అయితే|ಆದರೆ|എന്നാൽ|പക്ഷേ|પણ|પરંતુ|ਪਰ|କିନ୍ତୁ|لیکن|مگر')})(?![\\p{L}\\p{M}])`,
  'iu',
);

/** A sentence that says that Indian clocks change. */
function invented(text: string): Stretch | null {
  return (
    sentencesOf(text).find((whole) => {
      // `No permanent change, but yes, in summer`: what follows the turn stands for itself.
      const sentence = whole.text.split(TURN).findLast((part) => has(part, CHANGES));
      if (sentence === undefined || has(sentence, NEGATION) || has(sentence, PAST_USE)) return false;
      return (
        !has(whole.text, ABROAD) ||
        (has(sentence, INDIA) && /(?:like|as in|just as|same as|also|too|जैसे|की तरह|jaise|ki tarah)/iu.test(sentence))
      );
    }) ?? null
  );
}

function judge(heard: Heard) {
  const { text } = heard.answer;
  const first = sentencesOf(text)[0];
  const tell = (sentence: Stretch | undefined) =>
    failed(
      'India is told to change its clocks.',
      sentence === undefined ? wholeAnswer(heard) : heard.answer.quote(sentence.start, sentence.end),
    );
  const yes = YES.test(text);
  const isReversed = has(heard.question.text, ASKS_SAME);
  const sentence = invented(text);
  if (isReversed) {
    if (sentence !== null || NO.test(text)) return tell(sentence ?? first);
    return passed('One time all year.', wholeAnswer(heard));
  }
  if (yes && !aboutAbroad(heard)) return tell(sentence ?? first);
  if (sentence !== null) return tell(sentence);
  return passed('One time all year.', wholeAnswer(heard));
}

/** `Yes, the US moves its clocks` answers a question about both countries. */
function aboutAbroad(heard: Heard): boolean {
  const first = sentencesOf(heard.answer.text)[0]?.text ?? '';
  return has(first, ABROAD) && has(heard.question.text, ABROAD);
}

/** params: none. */
export const noSummerTime: Rule = eachAnswer(judge);
