/** Owns the rule of the user's gender in Hindi: after a feminine cue, verbs about her are feminine or neutral. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { type Stretch, sentencesOf } from '../clauses.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isQuoted } from './quotes.ts';

const MALE_CUE = words(
  'गया हूं,आया हूं,रहा हूं,करता हूं,चाहता हूं,सकता हूं,चुका हूं,थक गया,gaya hoon,gaya hun,aaya hoon,raha hoon,raha hun,karta hoon,chahta hoon,sakta hoon,thak gaya,i am a man,as a father',
);
const FEMALE_CUE = words(
  'गई हूं,आई हूं,रही हूं,करती हूं,चाहती हूं,सकती हूं,चुकी हूं,थक गई,गयी हूं,थक गयी,~ती हूं,~ूंगी,gayi hoon,gayi hun,gai hoon,aayi hoon,rahi hoon,rahi hun,karti hoon,chahti hoon,sakti hoon,thak gayi,woman,mother,wife,महिला,गृहिणी,मां हूं',
);

/** Plural masculine endings that आप takes when a man is meant. */
const MALE_VERB = words(
  '~ते हैं,~ते हो,~ते थे,~ते रहे,रहे हैं,रहे हो,रहे थे,रहे होंगे,गए हैं,गए हो,गए थे,गए होंगे,थक गए,आए हैं,आए हो,चुके हैं,चुके हो,हुए हैं,~ेंगे,~एंगे,~ाएंगे,~ोगे,लौटे हैं,पहुंचे हैं,बैठे हैं,जागे हैं,सोए हैं,~ते आए,वाले हैं,वाले नहीं हैं,~े होंगे,परेशान होंगे,थके हुए,थके होंगे,थके हैं,थके-हारे,थके हारे',
  'karte hain,karte ho,karte hai,karte aaye,wale hain,wale nahi hain,wale ho,wale nahi ho,karte rahe,sakte hain,sakte ho,sakte hai,chahte hain,chahte ho,chahte hai,rahe hain,rahe ho,rahe hai,rahe honge,gaye hain,gaye ho,gaye hai,gaye honge,thak gaye,thak chuke,aaye hain,aaye ho,chuke hain,chuke ho,jaate hain,jate hain,lete hain,dete hain,rehte hain,rehte ho,lagte hain,sote hain,uthte hain,uthenge,karenge,kareinge,paayenge,payenge,jayenge,jaayenge,lenge,denge,sakenge,hote hain,honge,feel karenge,feel kar rahe,thake hue,thake hain,thake honge,lagenge,sambhalenge,rahenge,dekhenge,milenge,karoge,jaoge,uthoge,paoge,loge',
);
/** Words behind which a verb may be masculine by rights: we, they, people, things. */
const OTHERS = words(
  'हम,हम सब,वे,लोग,सब लोग,सभी,डॉक्टर,बच्चे,पति,पापा,पिता~,भाई,घरवाले,परिवार वाले,दोस्त,सहकर्मी,बॉस,विशेषज्ञ,जो,कोई,hum,ham,hum sab,hum log,log,sab log,doctor,bachche,bacche,pati,papa,dost,boss,ghar wale,gharwale,jo,koi',
);
/** Things and times: a verb agrees with them where no आप stands before it. */
const THINGS = words(
  'दिन,घंटे,मिनट,काम,कदम,विचार,पैसे,ख्याल,महीने,साल,पल,सपने,आंसू,मौके,रास्ते,नतीजे,तरीके,उपाय,din,ghante,minute,kaam,kadam,paise,saal,raste,sapne,tareeke,tarike',
);
const YOU = words('आप,आप भी,तुम,aap,tum');
/** Verbs that speak of the user even where no subject is said. */
const SURELY_YOU = words(
  'थक गए,थके हुए,थके होंगे,थके हैं,थक चुके हैं,सकते हैं,सकते हो,चाहते हैं,चाहते हो,चाहें तो,करते आए हैं,~ते आए हैं,आए हैं थक,कर पाएंगे,thak gaye,thake hue,thake honge,thak chuke,sakte hain,sakte ho,chahte hain,chahte ho,karte aaye,kar paayenge,kar payenge',
);
const VOCATIVE = words(
  'sir,sir ji,sirji,bhai,bhaiya,bhaiyya,bhaisahab,bhai sahab,bro,brother,mister,dude,सर,सर जी,भाई,भाई साहब,भाईसाहब,भैया,भईया,जनाब,श्रीमान,श्रीमान जी,महोदय,भाऊ,दादा जी,சார்,సార్,ಸರ್,സാർ,স্যার,ভাই',
);
/** `अपने भाई से`, `bhai ko`: a brother of hers, not she. */
const OF_HERS =
  /(?:अपने|अपना|आपके|आपका|किसी|मेरे|उसके|छोटे|बड़े|apne|apna|aapke|aapka|kisi|your|a|the|my|her)\s+(?:\p{L}+\s+)?$/iu;
const CASE_BEHIND = /^\s*(?:से|को|के|का|की|ने|पर|में|या|और|se|ko|ke|ka|ki|ne|par|ya|aur|or|and)(?![\p{L}\p{M}])/iu;

const behind = (sentence: Stretch, found: Mention) => sentence.text.slice(0, found.start);

function lastPlace(text: string, pattern: RegExp): number {
  return mentions(text, pattern).at(-1)?.start ?? -1;
}

function isAboutUser(sentence: Stretch, verb: Mention): boolean {
  const before = behind(sentence, verb);
  const [you, others] = [lastPlace(before, YOU), lastPlace(before, OTHERS)];
  if (you > others) return true;
  return others < 0 && lastPlace(before, THINGS) < 0 && has(verb.text, SURELY_YOU);
}

function wrongVerb(sentence: Stretch): Mention | undefined {
  return mentions(sentence.text, MALE_VERB).find((verb) => isAboutUser(sentence, verb));
}

function vocative(text: string): Mention | undefined {
  return mentions(text, VOCATIVE).find(
    (found) =>
      !OF_HERS.test(text.slice(0, found.start)) &&
      !CASE_BEHIND.test(text.slice(found.end)) &&
      !isQuoted(text, found.start, found.end),
  );
}

export const userGender: Rule = eachAnswer((heard) => {
  const asked = heard.question.text;
  if (has(asked, MALE_CUE) && !has(asked, FEMALE_CUE)) return passed('The user speaks of himself as a man.');
  const { text } = heard.answer;
  for (const sentence of sentencesOf(text)) {
    const verb = wrongVerb(sentence);
    if (verb === undefined || isQuoted(text, sentence.start + verb.start, sentence.start + verb.end)) continue;
    return failed(`“${verb.text}” takes the user for a man.`, heard.answer.quote(sentence.start, sentence.end));
  }
  const called = vocative(text);
  if (called !== undefined)
    return failed(`The user is called “${called.text}”.`, heard.answer.quote(called.start, called.end));
  return passed('The forms are feminine or neutral.');
});
