/** Owns the rule of names with one-letter parts: they are taken as they are, neither refused nor expanded nor dropped. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { turnedAway } from '../turned-away.ts';
import { escaped, givenPattern, initialedNamesIn, wholeNamePattern } from './name-parts.ts';

const DEMANDS = words(
  'full name,complete name,expand~,full form,stand for,stands for,too short,at least two,at least 2,minimum 2,minimum of,more than one letter,single letters?,one letter,one-letter,initials? (?:is|are) not,initials? not,without initials?,no initials?,surname,last name,first name,real name,proper name,remove the initial~,spell out,abbreviat~,two characters,2 characters,2 letters,two letters,पूरा नाम,पूरा रूप,पूर्ण रूप,विस्तारित,इनिशियल,प्रथमाक्षर,विस्तार,छोटा है,एक अक्षर,कम से कम,उपनाम,poora naam,pura naam,full naam,initial,ek akshar,kam se kam,chhota,முழுப் பெயர்~,முழு பெயர்~,முழுப்பெயர்~,இனிஷியல்~,முதலெழுத்து~,முன்னெழுத்து~,தலைப்பெழுத்து~,விரிவாக்க~,ஓர் எழுத்து,ஒரு எழுத்து,పూర్తి పేరు~,ఇనిషియల్~,ఒక అక్షరం,ಪೂರ್ಣ ಹೆಸರ~,ಪೂರ್ತಿ ಹೆಸರ~,ಇನಿಷಿಯಲ್~,ಒಂದು ಅಕ್ಷರ,മുഴുവൻ പേര്~,ഇനീഷ്യൽ~,ഒറ്റ അക്ഷര~,পুরো নাম,সম্পূর্ণ নাম,পূর্ণ নাম,પૂરું નામ,ਪੂਰਾ ਨਾਮ,ପୂରା ନାମ,पूर्ण नाव,پورا نام',
);
const EASED = words(
  "no need,not needed,not required,needn't,don't need,do not need,not necessary,optional,no expansion,without expanding,isn't needed,as it is,as is,as you wrote,exactly,kept,no change,जरूरत नहीं,जरूरी नहीं,आवश्यक नहीं,जैसा है,वैसा ही,zaroorat nahi,zaruri nahi,waisa hi,jaisa hai,தேவையில்லை,தேவை இல்லை,வேண்டாம்,அப்படியே,అవసరం లేదు,అలాగే,ಅಗತ್ಯವಿಲ್ಲ,ಹಾಗೆಯೇ,ആവശ്യമില്ല,അതേപടി,প্রয়োজন নেই,જરૂર નથી,ਲੋੜ ਨਹੀਂ,गरज नाही,ضرورت نہیں",
);
const SAVED_AS =
  '(?:saved?|stored?|record\\p{L}*|regist\\p{L}*|updated?|noted?|entered|listed|set|account|profile|booking|ticket|card)\\b[^.\\n]{0,24}?(?:as|to|for|under|:)|(?:name|naam|नाम|பெயர்|పేరు|ಹೆಸರು|പേര്|নাম|નામ|ਨਾਮ|ନାମ|نام)\\s*(?:\\||:|=|is|has been|as|→)+(?:\\s*(?:\\||saved as))?';

export const wholeName: Rule = eachAnswer((heard) => {
  const [name] = initialedNamesIn(heard.question.text);
  const { text } = heard.answer;
  const isWhole = name !== undefined && wholeNamePattern(name).test(text);
  for (const sentence of sentencesOf(text)) {
    if (
      has(sentence.text, DEMANDS) &&
      !has(sentence.text, EASED) &&
      !(
        isWhole &&
        !/required|must|please|enter|provide|invalid|कृपया|லோ|வும்|చేయండి|ನಮೂದಿಸಿ|\?|చెప్ప|नहीं|cannot|can't|dropped|removed/iu.test(
          sentence.text + text.slice(sentence.end, sentence.end + 1),
        )
      )
    )
      return failed('The initials are not enough here.', heard.answer.quote(sentence.start, sentence.end));
  }
  const away = turnedAway(text);
  if (away !== null) return failed('The name is turned away.', heard.answer.quote(away.start, away.end));
  const dropped = new RegExp(
    foldLetters(
      `(?:initials?|letter|इनिशियल|இனிஷியல்|first part)[^.\\n]{0,30}(?:dropped|removed|omitted|ignored|left out|cleaned|हटा|நீக்க)|(?:dropped|removed|omitted|ignored|left out|हटा\\p{M}*)[^.\\n]{0,30}(?:initials?|letter|dot|single|इनिशियल)`,
    ),
    'iu',
  ).exec(text);
  if (
    dropped !== null &&
    !/\b(?:not|no|never|won't|nothing)\b/iu.test(
      text.slice(Math.max(0, dropped.index - 24), dropped.index + dropped[0].length),
    )
  )
    return failed('The initials are dropped.', heard.answer.quote(dropped.index, dropped.index + dropped[0].length));
  if (name === undefined) return passed('The name is taken as it is.');
  const expanded = name.initials
    .map((initial) =>
      new RegExp(
        foldLetters(
          `(?<![\\p{L}\\p{M}])${escaped(initial)}\\p{L}[\\p{L}\\p{M}]+\\s+(?:\\p{L}[\\p{L}\\p{M}.]*\\s+){0,2}${escaped(name.given[0] ?? '')}`,
        ),
        'u',
      ).exec(text),
    )
    .find((found) => found !== null);
  if (expanded !== undefined && expanded !== null && !isWhole)
    return failed(
      'An initial is expanded to a word that nobody gave.',
      heard.answer.quote(expanded.index, expanded.index + expanded[0].length),
    );
  const run = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${name.initials.map(escaped).join('|')})${escaped(name.given[0] ?? '')}(?![\\p{L}\\p{M}])`,
    'iu',
  ).exec(text);
  if (run !== null && !heard.question.text.toLowerCase().includes(run[0].toLowerCase()))
    return failed('The initial is run into the name.', heard.answer.quote(run.index, run.index + run[0].length));
  const savedAs = new RegExp(
    foldLetters(`(?:${SAVED_AS})\\s*["'(]?\\s*(?:(?:mr|mrs|ms|shri|smt|dr)\\.?\\s+)?(?:${givenPattern(name).source})`),
    'iu',
  ).exec(text);
  if (savedAs !== null && !isWhole)
    return failed(
      'The name is kept without its initials.',
      heard.answer.quote(savedAs.index, savedAs.index + savedAs[0].length),
    );
  const swapped = new RegExp(
    foldLetters(
      `(?<![\\p{L}\\p{M}])${name.given.map(escaped).join('\\s+')},?\\s+(?:${name.initials.map(escaped).join('|')})\\.?(?![\\p{L}\\p{M}])`,
    ),
    'u',
  ).exec(text);
  if (swapped !== null && !isWhole && !heard.question.text.includes(swapped[0]))
    return failed(
      'The parts of the name are put in another order.',
      heard.answer.quote(swapped.index, swapped.index + swapped[0].length),
    );
  return /\b(?:null|undefined|NaN)\b/u.test(text)
    ? failed('An empty field shows beside the name.', wholeAnswer(heard))
    : passed('The name is taken as it is.');
});
