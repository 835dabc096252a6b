/** Owns the rule of one register: an answer in Hindi that says आप keeps to it and does not slip into तुम. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { type Mention, mentions, words } from '../lexicon.ts';
import { isQuoted } from './quotes.ts';

const POLITE = words(
  'आप,आपका,आपकी,आपके,आपको,आपसे,आपने,आपमें,~ाइए,~ाइये,~िए,~िये,~ीजिए,~ीजिये,~िएगा,कीजिएगा',
  'aap,aapka,aapki,aapke,aapko,aapse,aapne,kijiye,kijiyega,dijiye,lijiye,bataiye,jaiye,kholiye,daaliye,daliye,bhariye,chuniye,dabaiye,likhiye,dekhiye,bhejiye,rakhiye,kariye',
);
/** करें and जाएँ are polite commands, but also what a third person may do: they count only where तुम is said outright. */
const POLITE_SUBJUNCTIVE = words(
  'करें,खोलें,भरें,डालें,जाएं,देखें,बताएं,लिखें,चुनें,दबाएं,भेजें,रखें,लें,दें,karein,kholein,bharein,daalein,dalein,jayein,dekhein,chunein,dabayein,bhejein,likhein,lein,dein',
);
/** दो and लो alone are numbers or parts of other words; they command behind a verb stem or at the end of a clause. */
const FAMILIAR_COMMAND = words(
  'करो,खोलो,भरो,डालो,जाओ,देखो,बताओ,लिखो,सुनो,चुनो,दबाओ,भेजो,रखो,पूछो,समझो,लगाओ,बनाओ,कराओ,मिलाओ,पढ़ो,आओ,बदलो,हटाओ,जोड़ो,उठाओ,निकालो,निकलो,बैठो,रुको,चलो,बोलो,मांगो,ढूंढो,पकड़ो,छोड़ो,सोचो,दिखाओ,चढ़ाओ,घुमाओ,दोहराओ,मत करो,कर दो,कर लो,भर दो,डाल दो,दबा दो,चुन लो,जमा दो,भेज दो,लिख लो,देख लो,रख लो,ले लो,दे दो,बता दो,बना लो,कर दे,कर ले,भर दे,डाल दे,चुन ले',
  'karo,kholo,bharo,daalo,dalo,jao,jaao,dekho,batao,likho,suno,chuno,dabao,bhejo,rakho,lagao,banao,karao,badlo,hatao,kar do,kar lo,bhar do,daal do,dal do,chun lo,daba do,de do,le lo,dekh lo,bhej do',
);
const LONE_COMMAND = /(?<=[\p{L}\p{M}A-Z)"']\s)(?:दो|लो|do|lo)(?=\s*(?:[।,;.!]|\n|$))/gu;
const FAMILIAR_VERB = words(
  '~ते हो,~ती हो,रहे हो,रही हो,गए हो,गई हो,चुके हो,चुकी हो,~ोगे,~ोगी,~ाओगे,~ाओगी,हो जाओ,होगे',
  'sakte ho,sakti ho,chahte ho,chahti ho,rahe ho,rahi ho,karte ho,karti ho,jaate ho,jate ho,lete ho,dete ho,gaye ho,chuke ho,karoge,karogi,jaoge,paoge,dekhoge,bhejoge,loge,doge,bataoge,daaloge,bharoge,chunoge,dabaoge',
);
const FAMILIAR_PRONOUN = words(
  'तू,तुझे,तुझको,तुझसे,तेरा,तेरी,तेरे,तुम,तुमको,तुमसे,तुमने,तुम्हें,तुम्हे,तुम्हारा,तुम्हारी,तुम्हारे,तुम्हीं,तूने',
  'tujhe,tujhko,tera,teri,tere,tum,tumko,tumse,tumne,tumhe,tumhein,tumhara,tumhari,tumhare,tumhaara,tumhaari',
);
const ONESELF = /(?:अपने|apne)\s$/iu;
/** Words ending like a polite command that are none. */
const NO_COMMAND = words('लिए,इसलिए,चाहिए,किए,दिए,लिये,liye,chahiye');
/** A plea in someone else's mouth: `कोई कहे OTP दो`. */
const IN_ANOTHERS_MOUTH = /(?:कहे|कहें|कहता|बोले|पूछे|लिखा हो|kahe|bole|puche)\s*(?:कि|ki|,|:)?\s*$/iu;

export const oneHindiRegister: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const spoken = (found: Mention) =>
    !isQuoted(text, found.start, found.end) && !IN_ANOTHERS_MOUTH.test(text.slice(0, found.start));
  const pronouns = mentions(text, FAMILIAR_PRONOUN).filter(spoken);
  const familiar = [
    ...pronouns,
    ...mentions(text, FAMILIAR_COMMAND).filter(spoken),
    ...mentions(text, FAMILIAR_VERB).filter(spoken),
    ...mentions(text, LONE_COMMAND).filter(spoken),
  ];
  const polite = mentions(text, POLITE).filter(
    (found) => spoken(found) && !ONESELF.test(text.slice(0, found.start)) && !isNoCommand(text, found),
  );
  const [slip] = familiar;
  const isMixed =
    polite.length > 0 || (familiar.length > 0 && mentions(text, POLITE_SUBJUNCTIVE).filter(spoken).length > 0);
  if (slip === undefined || !isMixed) return passed('One register is kept.');
  const sentence = sentenceAt(text, slip.start, slip.end);
  return failed(
    `“${heard.answer.quote(slip.start, slip.end)}” stands beside forms of आप.`,
    heard.answer.quote(sentence.start, sentence.end),
  );
});

/** The whole word in which an open-ended mention stands. */
function isNoCommand(text: string, found: Mention): boolean {
  const head = /[\p{L}\p{M}]*$/u.exec(text.slice(0, found.start))?.[0] ?? '';
  const word = head + found.text;
  return mentions(word, NO_COMMAND).some((one) => one.start === 0 && one.end === word.length);
}
