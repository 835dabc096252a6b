/** Owns the rule of gender in forms: transgender or a third gender is an option, by a word that does not insult. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside, NEGATION } from '../rejection.ts';

const THIRD = words(
  'trans,transgender~,third gender,third-gender,non-binary,nonbinary,other,others,intersex,another gender,gender-diverse,self-describe~,prefer to self~,\\bX\\b,t,ट्रांसजेंडर,ट्रान्सजेंडर,ट्रांस,तृतीय लिंग,तृतीयपंथी,तृतीय लिंगी,तीसरा लिंग,थर्ड जेंडर,किन्नर,उभयलिंगी,अन्य,इतर,पारलिंगी,transgender,third gender,teesra ling,tritiya ling,kinnar,anya,ট্রান্সজেন্ডার,তৃতীয় লিঙ্গ,তৃতীয় লিঙ্গ,রূপান্তরকামী,অন্যান্য,অন্য,ট্ৰান্সজেণ্ডাৰ,তৃতীয় লিংগ,તૃતીય લિંગ,ટ્રાન્સજેન્ડર,અન્ય,ਟਰਾਂਸਜੈਂਡਰ,ਤੀਜਾ ਲਿੰਗ,ਹੋਰ,ଟ୍ରାନ୍ସଜେଣ୍ଡର,ତୃତୀୟ ଲିଙ୍ଗ,ଅନ୍ୟ,ଅନ୍ୟାନ୍ୟ,திருநர்~,திருநங்கை~,திருநம்பி~,மூன்றாம் பாலின~,மூன்றாம் பால்~,மாற்றுப்பாலின~,மற்றவை,பிற,ట్రాన్స్‌జెండర్~,ట్రాన్స్ జెండర్~,ట్రాన్స్‌జెండర్,థర్డ్ జెండర్~,తృతీయ లింగ~,ఇతర~,హిజ్రా,ಟ್ರಾನ್ಸ್~,ತೃತೀಯ ಲಿಂಗ~,ಲಿಂಗತ್ವ ಅಲ್ಪಸಂಖ್ಯಾತ~,ಇತರ~,ಇತರೆ,ട്രാൻസ്ജെൻഡർ~,ട്രാൻസ്~,മൂന്നാം ലിംഗ~,ഭിന്നലിംഗ~,മറ്റുള്ളവ~,മറ്റ്~,ٹرانس جینڈر,تیسری جنس,خواجہ سرا,دیگر',
);
const SLUR = words(
  'chakka~,chhakka~,छक्का,छक्के,हिजड़ा,हिजड़े,हीजड़ा,eunuchs?,shemales?,she-male,tranny,hermaphrodite,नपुंसक,ஒம்போது,ஒன்பது,அலி,పొజ్జ,కొజ్జా,ಚಕ್ಕ,ನಪುಂಸಕ,നപുംസക~,হিজড়া,হিজড়ে,নপুংসক,ਖੁਸਰਾ,હીજડા,ہیجڑا,ہجڑا',
);
const NOT_A_FORM_WORD = words(
  "avoid~,offensive,derogatory,insult~,disrespect~,slur,don't use,do not use,never use,never write,outdated,अपमान~,आपत्तिजनक,न लिखें,प्रयोग न,इस्तेमाल न,apmaan~,na likhein,community,संस्कृति,समुदाय",
);
/** Two negations make a demand: `do not leave out transgender`. */
const INCLUDED = words(
  "leave out,leaving out,omit~,skip~,exclude~,without,forget~,not just,not only,not limited,isn't enough,not enough,not sufficient,insufficient,incomplete,must not be missing,not stop at,no longer only,prefer not,not to say,छोड़~,काफी नहीं,पर्याप्त नहीं,सिर्फ,केवल,bhool~,chhod~,kaafi nahi,sirf,మాత్రమే,বাদ,ಮಾತ್ರ,മാത്രം",
);
const LEFT_ASIDE =
  /(?:not|isn't|aren't|no) (?:\p{L}+ ){0,2}(?:required|necessary|needed|needed|recogni[sz]ed|valid|allowed|accepted|mandatory|legal)|(?:need not|needn't|don't need|do not need|no need|should not|shouldn't) |जरूरत नहीं|आवश्यक नहीं|मान्य नहीं|जरूरी नहीं|zaroorat nahi|zaruri nahi|manya nahi|valid nahi|தேவையில்லை|தேவை இல்லை|అవసరం లేదు|ಅಗತ್ಯವಿಲ್ಲ|ആവശ്യമില്ല|প্রয়োজন নেই|দরকার নেই|જરૂર નથી|ਲੋੜ ਨਹੀਂ|गरज नाही|ضرورت نہیں/iu;

export const thirdGender: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const slur = mentions(text, SLUR).find((found) => {
    const sentence = sentenceAt(text, found.start, found.end);
    return !isSetAside(text, found.start, found.end) && !has(sentence.text, NOT_A_FORM_WORD);
  });
  if (slur !== undefined) {
    const sentence = sentenceAt(text, slur.start, slur.end);
    return failed('People are named by a word that insults.', heard.answer.quote(sentence.start, sentence.end));
  }
  const named = mentions(text, THIRD).filter(
    (found) => !/^(?:t|trans|x)$/iu.test(found.text) || /[(/,]\s*$/u.test(text.slice(0, found.start)),
  );
  const offered = named.find((found) => {
    const clause = clauseAt(text, found.start, found.end);
    if (/^others?$|^अन्य$|^इतर$|^anya$|^other$/iu.test(found.text) && !isOption(text, found.start, found.end))
      return false;
    if (LEFT_ASIDE.test(sentenceAt(text, found.start, found.end).text)) return false;
    return (
      !has(clause.text.replace(/prefer not to (?:say|disclose|answer)/giu, ' '), NEGATION) || has(clause.text, INCLUDED)
    );
  });
  return offered === undefined
    ? failed('There is no option beyond male and female.', wholeAnswer(heard))
    : passed('A third option is named.', heard.answer.quote(offered.start, offered.end));
});

/** `Other` as an option in a row, not in `other fields` or `any other documents`. */
function isOption(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 14);
  return (
    /(?:[,/|:(*"'\n-]|and|or|और|या|व|आणि|aur|ya|\d[.)])\s*$/iu.test(before) &&
    !/^\s+(?!लिंग|gender|\()\p{L}{3,}/u.test(after)
  );
}
