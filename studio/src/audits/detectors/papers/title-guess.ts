/** Owns the rule of titles: a name that men and women bear tells no gender, so no Mr, Ms or pronoun is guessed from it. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';

const MALE = words(
  '~ભાઈ,~भाई,~bhai,mr,mister,sir,bhai,bhaiya,shri,shree,sri,master,he,him,his,himself,gentleman,श्री,श्रीमान,महोदय,भाई,साहब,जनाब,সাহেব,শ্রী,জনাব,মহাশয়,শ্ৰী,શ્રી,શ્રીમાન,ભાઈ,ਸ਼੍ਰੀ,ਸ਼੍ਰੀਮਾਨ,ਸਰਦਾਰ,ଶ୍ରୀ,ଶ୍ରୀମାନ,ମହାଶୟ,திரு,ஐயா,శ్రీ,శ్రీమాన్,అయ్యా,ಶ್ರೀ,ಶ್ರೀಮಾನ್,ಸರ್,ശ്രീ,ശ്രീമാൻ,സർ,சார்,సార్,सर,जनाब,جناب,صاحب',
);
const FEMALE = words(
  "~બેન,~બહેન,~बेन,~बहन,~behen,ms,mrs,miss,madam,ma'am,maam,smt,shrimati,srimati,kumari,didi,behen,ben,she,her,hers,herself,lady,श्रीमती,सुश्री,महोदया,मैडम,बहन,दीदी,कुमारी,শ্রীমতী,মহোদয়া,ম্যাডাম,শ্ৰীমতী,શ્રીમતી,સુશ્રી,બહેન,મેડમ,ਸ਼੍ਰੀਮਤੀ,ਮੈਡਮ,ଶ୍ରୀମତୀ,ମହୋଦୟା,திருமதி,செல்வி,அம்மா,மேடம்,శ్రీమతి,మేడమ్,కుమారి,ಶ್ರೀಮತಿ,ಕುಮಾರಿ,ಮೇಡಂ,ശ്രീമതി,കുമാരി,മാഡം,محترمہ,بیگم",
);
const TOLD_GENDER = words(
  'he,him,his,she,her,mr,mrs,ms,miss,sir,madam,male,female,man,woman,lady,gentleman,boy,girl,brother,sister,father,mother,husband,wife,son,daughter,uncle,aunt,महिला,पुरुष,श्री,श्रीमती,भाई,बहन,माता,पिता,पत्नी,पति,लड़का,लड़की,बेटा,बेटी,mahila,purush,bhai,behen,behan,ladka,ladki,पुल्लिंग,পুরুষ,মহিলা,ভাই,বোন,பெண்,ஆண்,சகோதரர்,சகோதரி,పురుష~,మహిళ~,ಮಹಿಳೆ~,ಪುರುಷ~,സ്ത്രീ~,പുരുഷ~',
);
/** Surnames that men and women of one faith bear apart. */
const WOMANS_SURNAME = /\b(?:kaur|devi|bai|begum|kumari)\b|कौर|देवी|ਕੌਰ/iu;
const MANS_SURNAME = /\bsingh\b|सिंह|ਸਿੰਘ/iu;
const NEAR = 40;

/** Capitals behind a title; the two can stand on both sides of it in Indian languages. */
function nameBehind(text: string, title: Mention): string {
  return (
    text
      .slice(title.end, title.end + NEAR)
      .split(/[,\n।!?;/|]|(?<=\p{L}{3})\.|\s(?:or|and|या|और|ya|aur)\s/u)[0]
      ?.replace(/^[.\s]+/u, '')
      .trim() ?? ''
  );
}

function fitsSurname(title: Mention, isMale: boolean, text: string): boolean {
  const name = nameBehind(text, title);
  return isMale ? MANS_SURNAME.test(name) : WOMANS_SURNAME.test(name);
}

/** `Mr./Ms.`, `Sir or Madam`, `if a man, Mr; if a woman, Ms`: the other title stands in the same breath. */
const BREATH = 120;

export const titleGuess: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  if (has(question, TOLD_GENDER)) return passed('The question tells the gender.');
  const said = (pattern: RegExp) =>
    mentions(text, pattern).filter((found) => !isSetAside(text, found.start, found.end));
  const male = said(MALE);
  const female = said(FEMALE);
  const alone = [
    ...male.filter(
      (found) => !female.some((other) => isOneOffer(text, found, other)) && !fitsSurname(found, true, text),
    ),
    ...female.filter(
      (found) => !male.some((other) => isOneOffer(text, found, other)) && !fitsSurname(found, false, text),
    ),
  ].sort((a, b) => a.start - b.start)[0];
  if (alone === undefined) return passed('No gender is guessed.');
  const sentence = sentenceAt(text, alone.start, alone.end);
  return failed(
    `“${heard.answer.quote(alone.start, alone.end)}” is guessed from the name.`,
    heard.answer.quote(sentence.start, sentence.end),
  );
});

/** The two titles are offered for one and the same name, not one each for two people. */
function isOneOffer(text: string, one: Mention, other: Mention): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  if (second.start - first.end > BREATH) return false;
  const between = text.slice(first.end, second.start);
  if (/^[.\s]*(?:\/|\||or|अथवा|या|ya|किंवा|কিংবা|বা|அல்லது|లేదా|ಅಥವಾ|അല്ലെങ്കിൽ|કે|ਜਾਂ|ବା|یا|\()[.\s]*$/iu.test(between))
    return true;
  const [a, b] = [nameBehind(text, first), nameBehind(text, second)].map(
    (name) =>
      name
        .toLowerCase()
        .match(/[\p{L}\p{M}]+/gu)
        ?.slice(0, 2)
        .join(' ') ?? '',
  );
  const lastOf = (name: string | undefined) => name?.split(' ').at(-1) ?? '';
  return a === b || (lastOf(a) !== '' && lastOf(a) === lastOf(b)) || a === '' || b === '';
}
