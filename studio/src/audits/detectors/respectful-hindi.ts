/** Owns the rule of Hindi address: a customer or elder is आप. Quoted words and talk to a child are left alone. */
import { eachAnswer, failed, passed, type Rule } from './case-input.ts';
import { sentenceAt } from './clauses.ts';
import { has, type Mention, mentions, words } from './lexicon.ts';

const PRONOUN_DEVA = words('तू,तुझे,तुझको,तुझसे,तुझमें,तेरा,तेरी,तेरे,तुम,तुमको,तुमसे,तुमने,तुम्हें,तुम्हे,तुम्हारा,तुम्हारी,तुम्हारे,तुम्ही,तुम्हीं,तूने');
const PRONOUN_LATIN = words(
  'tu,tujhe,tujhko,tera,teri,tere,tum,tumko,tumse,tumne,tumhe,tumhein,tumhen,tumhara,tumhari,tumhare,tumhaara,tumhaari,tumhaare',
);
const COMMAND = words(
  'करो,खोलो,भरो,डालो,जाओ,देखो,बताओ,लिखो,सुनो,चुनो,दबाओ,भेजो,रखो,पूछो,समझो,लगाओ,बनाओ,कराओ,मिलाओ,पढ़ो,आओ,कर दो,कर लो,भर दो,डाल दो,दबा दो,चुन लो,कर दे,कर ले,डाल दे,डाल ले,भर दे,भर ले,खोल ले,चुन ले,दबा दे,भेज दे',
  'karo,kholo,bharo,daalo,dalo,jao,dekho,batao,likho,suno,chuno,dabao,bhejo,rakho,lagao,banao,karao,kar do,kar lo,bhar do,daal do,chun lo,daba do,bhar de,kar de,daal de,kholo',
);
/** Verbs that only तुम or तू can have: कर सकते हो, जाओगे, करेगा तू. */
const FAMILIAR_VERB = words(
  'सकते हो,सकती हो,चाहते हो,चाहती हो,रहे हो,रही हो,करते हो,करती हो,जाते हो,लेते हो,देते हो,होते हो,गए हो,चुके हो,करोगे,करोगी,जाओगे,जाओगी,पाओगे,पाओगी,देखोगे,मिलोगे,भेजोगे,लोगे,दोगे,बताओगे,डालोगे,भरोगे,चुनोगे,दबाओगे,सकता है तू,सकेगा तू',
  'sakte ho,sakti ho,chahte ho,chahti ho,rahe ho,rahi ho,karte ho,karti ho,jaate ho,jate ho,lete ho,dete ho,gaye ho,chuke ho,karoge,karogi,jaoge,jaogi,paoge,paogi,dekhoge,miloge,bhejoge,loge,doge,bataoge,daaloge,daloge,bharoge,chunoge,dabaoge',
);
/** A bare stem that ends a sentence is a command to तू: `ऑफर ले।` */
const BARE_STEM = /(?<![\p{L}\p{M}-])(?:बता|ले|दे|जा|डाल|खोल|दबा|चुन|भेज|देख|सुन|बोल|निकल)(?=\s*(?:[।!.]|\n|$))/gu;
/** Forms of आप: with one of them beside it, a lone short command is a matter of mixed register, not of rudeness. */
const RESPECTFUL = words(
  'आप,आपका,आपकी,आपके,आपको,आपसे,आपने,कीजिए,कीजिये,दीजिए,लीजिए,बताइए,जाइए,खोलिए,डालिए,भरिए,चुनिए,दबाइए,लिखिए,देखिए,भेजिए,रखिए,करें,करे,जाएं,डालें,भरें,खोलें,चुनें,दबाएं,लिखें,देखें,भेजें',
  'aap,aapka,aapki,aapke,aapko,aapse,aapne,kijiye,dijiye,lijiye,bataiye,jaiye,kholiye,daaliye,bhariye,chuniye,dabaiye,likhiye,dekhiye,bhejiye,karein,jayein,daalein,bharein,kholein,chunein,dabayein,likhein,dekhein,bhejein',
);
/** Friends, sweethearts and verse say तुम and mean it well. */
const AMONG_FRIENDS = words(
  'दोस्त,यार,मित्र,सहेली,पत्नी,गर्लफ्रेंड,बॉयफ्रेंड,प्रेमिका,कविता,शायरी,गीत,गाना,भजन,प्रार्थना,dost,yaar ke liye,friend,bestie,wife,girlfriend,boyfriend,gf,bf,shayari,kavita,poem,song,bhajan',
);
const TO_A_CHILD = words(
  'बच्चा,बच्चे,बच्चों,बेटा,बेटे,बेटी,छोटा भाई,छोटे भाई,छोटी बहन,बच्ची,कक्षा,bachcha,bacche,bachche,bachchon,beta,beti,chhote bhai,choti behen,kid,child,children,son,daughter,class,years old,year-old',
);
const OLDER_THAN_A_CHILD = /(?<!\d)(?:[2-9]\d)\s*(?:साल|वर्ष|years|saal|sal)/iu;
const ROMAN_HINDI = words('hai,hain,ka,ki,ke,ko,mein,se,aur,aap,apna,karna,kar,par,phir,nahi,ho,kaise');

function isQuoted(text: string, found: Mention): boolean {
  const before = text.slice(Math.max(0, found.start - 30), found.start);
  const after = text.slice(found.end, found.end + 30);
  return /["'«“‘][^"'»”’\n]*$/u.test(before) && /^[^"'«“‘\n]*["'»”’]/u.test(after);
}

export const respectfulHindi: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  if (has(heard.question.text, TO_A_CHILD) && !OLDER_THAN_A_CHILD.test(heard.question.text)) {
    return passed('The words are for a child, who may be called तुम.');
  }
  if (has(heard.question.text, AMONG_FRIENDS)) return passed('The words are for a friend, who may be called तुम.');
  if (mentions(heard.question.text, PRONOUN_DEVA).some((found) => isQuoted(heard.question.text, found)))
    return passed('The question is about the words themselves.');
  const roman = mentions(text, ROMAN_HINDI).length >= 2;
  const verbs = mentions(text, FAMILIAR_VERB).filter((found) => roman || /\p{Script=Deva}/u.test(found.text));
  const pronouns = [...mentions(text, PRONOUN_DEVA), ...(roman ? mentions(text, PRONOUN_LATIN) : []), ...verbs];
  const commands = [...mentions(text, COMMAND), ...mentions(text, BARE_STEM)].filter(
    (found) => roman || /\p{Script=Deva}/u.test(found.text),
  );
  const familiar = pronouns.find((found) => !isQuoted(text, found));
  const unquoted = commands.filter((found) => !isQuoted(text, found));
  const found =
    familiar ?? (unquoted.length >= 2 || (unquoted.length === 1 && !has(text, RESPECTFUL)) ? unquoted[0] : undefined);
  if (found === undefined) return passed('No तू or तुम form is used.');
  const sentence = sentenceAt(text, found.start, found.end);
  return failed(
    `“${heard.answer.quote(found.start, found.end)}” is a form of तू or तुम.`,
    heard.answer.quote(sentence.start, sentence.end),
  );
});
