/** Owns the rule of answers cut by time or length: an answer in an Indian script ends where its thought ends. */
import { failed, type Heard, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { equalRoom } from '../equal-room.ts';
import { has, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';

const TIMED_OUT = words(
  'timed out,time-out,timeout,request time ?out,gateway timeout,took too long,taking too long,504,response was cut,response truncated,max(?:imum)? tokens,token limit,context length,context window,quota~,rate limit,too many tokens,message (?:is )?too long,टोकन सीमा,टोकन लिमिट,कोटा समाप्त,டோக்கன் வரம்பு~,கோட்டா~,టోకెన్ పరిమితి~,కోటా అయి~,টোকেন সীমা~,ಟೋಕನ್ ಮಿತಿ~,ടോക്കൺ പരിധി~,समय समाप्त,समय सीमा समाप्त,टाइमआउट,टाइम आउट,நேரம் முடிந்த~,సమయం ముగిసింది,సమయం అయిపోయింది,সময় শেষ,സമയം കഴിഞ്ഞു,ಸಮಯ ಮುಗಿದಿದೆ,સમય સમાપ્ત,ਸਮਾਂ ਸਮਾਪਤ,ସମୟ ସମାପ୍ତ',
);
const CLOSED =
  /[.!?।॥۔؟)\]"'”’»:*_`|]\s*$|[\p{Emoji_Presentation}\p{Extended_Pictographic}]\ufe0f?\s*$|\d\s*$|(?<!\d)\d+\s*(?:₹|%)\s*$/u;
/** Words that leave a sentence open: conjunctions, postpositions, possessives, articles. */
const LEFT_OPEN =
  /(?:[,،–—(:-]|(?:…|\.\.\.)|(?<![\p{L}\p{M}])(?:और|के|की|का|में|को|से|कि|या|पर|लिए|एक|अपना|अपने|अपनी|जो|यदि|अगर|तो|तथा|एवं|and|the|of|to|or|a|an|with|for|in|your|is|are|by|from|ଏବଂ|ଓ|এবং|ও|আর|আপনার|একটি|জন্য|আৰু|மற்றும்|உங்கள்|ஒரு|அல்லது|మరియు|మీ|ఒక|లేదా|ಮತ್ತು|ನಿಮ್ಮ|ಒಂದು|ಅಥವಾ|ഒപ്പം|കൂടാതെ|മാത്രമല്ല|എന്നാൽ|പക്ഷേ|மேலும்|ஆனால்|எனவே|అలాగే|కానీ|ಹಾಗೂ|ಆದರೆ|लेकिन|इसलिए|ताकि|किंतु|परंतु|কিন্তু|তাছাড়া|এছাড়া|অথবা|પરંતુ|તેમજ|અથવા|ਪਰ|ਜਾਂ|କିନ୍ତୁ|କିମ୍ବା|तसेच|لیکن|but|because|നിങ്ങളുടെ|ഒരു|അല്ലെങ്കിൽ|അല്ലെങ്കില്‍|અને|તમારા|તમારું|એક|માટે|ਅਤੇ|ਆਪਣਾ|ਤੁਹਾਡੇ|ਦੇ|ਦੀ|ਦਾ|ਲਈ|اور|کے|کی|کا|میں|کو|سے|आणि|तुमच्या|एक|साठी|किंवा))[*_`\s]*$/iu;
/** A letter without its vowel sign, or half a conjunct, at the very end. */
const DANGLING = /[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0ccd]\s*$/u;
const STEPS = words(
  'steps?,चरण~,तरीके,स्टेप~,points?,ways?,tips?,बातें,बिंदु,ধাপ~,উপায়~,পদক্ষেপ~,படிகள்~,படி~,வழிகள்~,దశల~,మెట్లు,చిట్కాల~,ಹಂತ~,ಹೆಜ್ಜೆ~,ഘട്ട~,પગલાં,પગલાંમાં,ਕਦਮ~,ਪੜਾਅ,ଧାପ~,ପଦକ୍ଷେପ~,टप्पे,पायऱ्या,مراحل,قدم~',
);
const ITEM = /(?:^|\n)\s*(?:\*\*)?(?:\d{1,2}[.)]|[-*•])\s/gu;

/** Counting words that Bengali, Assamese and Odia write onto the number: তিনটি. */
const COUNTER = /(?:টি|টা|টো|ଟି|ଟା|খন)$/u;

function promised(question: string): number | null {
  const tokens = [...question.matchAll(/\d+|[\p{L}\p{M}]+/gu)];
  for (const [index, token] of tokens.entries()) {
    const near = tokens
      .slice(index + 1, index + 4)
      .map((one) => one[0])
      .join(' ');
    if (!has(near, STEPS)) continue;
    const [first] = numberWords(token[0].replace(COUNTER, '')) ?? [];
    const value = /^\d+$/.test(token[0]) ? Number(token[0]) : first?.kind === 'small' ? first.value : null;
    if (value !== null && value >= 2 && value <= 20) return value;
  }
  return null;
}

/** A finite verb may close a sentence without a full stop; the other answers show whether this bot uses one. */
function endsOpen(one: Heard, closedElsewhere: boolean): boolean {
  const text = one.answer.original.trimEnd();
  if (LEFT_OPEN.test(text) || DANGLING.test(text)) return true;
  const [, last = text] = /(?:^|\n)([^\n]*)$/u.exec(text) ?? [];
  const isItem = /^\s*(?:\*\*)?(?:\d{1,2}[.)]|[-*•])\s/u.test(last);
  if (/^\s*(?:\d{1,2}[.)]|[-*•])\s*$/u.test(last)) return true;
  if (isItem) return false;
  return closedElsewhere && !CLOSED.test(text) && !/[.!?।॥۔]/u.test(text.slice(-2)) && /[.!?।॥۔]\s/u.test(text);
}

export const wholeAnswerRule: Rule = (input) => {
  const { heard } = input;
  for (const one of heard) {
    const { text } = one.answer;
    if (has(text, TIMED_OUT)) return failed('The answer did not come in time.', wholeAnswer(one));
    const items = text.match(ITEM)?.length ?? 0;
    const wanted = promised(one.question.text);
    if (wanted !== null && items > 1 && items < wanted)
      return failed(
        `The answer stops after ${items} of ${wanted} points.`,
        [...one.answer.original.trim()].slice(-120).join(''),
      );
    const closedElsewhere =
      heard.length === 1 || heard.some((other) => other !== one && CLOSED.test(other.answer.original.trimEnd()));
    if (endsOpen(one, closedElsewhere))
      return failed('The answer breaks off.', [...one.answer.original.trim()].slice(-120).join(''));
  }
  const compared = equalRoom(input);
  return compared.verdict === 'fail' ? compared : passed('The answers are whole.');
};
