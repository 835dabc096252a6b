/** Owns the rule of “cousin brother” and “cousin sister”: Indian English for a cousin, who is no sibling. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clausesOf, sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { isSetAside, NEGATION } from '../rejection.ts';
import { stanceOf } from './stance.ts';

const COUSIN = words(
  'cousins?,चचेर~,ममेर~,मौसेर~,फुफेर~,कजिन,chacher~,mamer~,mauser~,phupher~,fufer~,चुलत~,मावस~,आतेभाऊ,मामेभाऊ,cousin~,কাজিন,খুড়তুতো,মামাতো,পিসতুতো,মাসতুতো,চাচাতো,કઝિન,પિતરાઈ,ਕਜ਼ਨ,ਚਚੇਰ~,ଚଚେରା,கசின்~,ஒன்றுவிட்ட,சித்தப்பா மகன்~,కజిన్~,పినతండ్రి,ಕಸಿನ್~,കസിൻ~,کزن',
);
const NONSENSE =
  /(?:not|isn't) (?:a )?(?:valid|real|proper|correct) (?:relation|term|word|phrase|english|relationship)|no such (?:relation|thing|term)|cousin (?:cannot|can't|is never|is always)|(?:cannot|can't) be (?:both )?(?:a )?(?:cousin|male|brother and)|(?:contradict|grammatical(?:ly)? (?:error|wrong|incorrect))|please (?:clarify|correct|choose) (?:whether|if)? ?(?:he|she|it)? ?(?:is )?(?:a )?(?:cousin or)/iu;
const SIBLING = words(
  'sibling~,brother,sister,real brother,own brother,भाई,बहन,सगा,सगी,सगे,bhai,behen,behan,bahan,saga,sagi,sage,sibling hai,भाऊ,बहीण,ভাই,বোন,ভাইবোন,ભાઈ,બહેન,ਭਰਾ,ਭੈਣ,ଭାଇ,ଭଉଣୀ,சகோதரர்~,சகோதரி~,சகோதரன்,అన్న~,తమ్ముడు~,సోదరుడు~,సోదరి~,ಸಹೋದರ~,സഹോദരൻ,സഹോദരി,بھائی,بہن',
);
const PUTS =
  /\b(?:relation(?:ship)?|nominee|field|column|enter|write|put|select|choose|mark|record\p{L}*|saved?|registered|updated|added|listed|as|is|are|he's|she's|treat\p{L}*|means?|counts?)\b|रिश्ता|लिख|चुन|भर|दर्ज|likh|chun|bhar|rishta|darj|माना|नाते|লিখ|સંબંધ|எழுத|உறவு|బంధం|ಸಂಬಂಧ|ബന്ധം/iu;
const CHILD_OF =
  /(?:son|daughter|child|children|beta|beti|बेटा|बेटी|मुलगा|मुलगी|ছেলে|মেয়ে|மகன்|மகள்|కొడుకు|కూతురు|wife|husband)/iu;
const OF_PARENT =
  /(?:father|mother|parent|dad|mom|paternal|maternal|पिता|माता|माँ|चाचा|मामा|mama|chacha|uncle|aunt)(?:'s|s'|s)?\s*(?:elder |younger |real )?(?:brother|sister|sibling|का भाई|ke bhai|की बहन)/iu;

const ASKS_COUSIN = /\b(?:is|are|so) (?:he|she|they|it) (?:then )?(?:my |a |your )?cousins?\b|cousin\s*\?\s*$/iu;

export const cousin: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const stance = stanceOf(text);
  const asksCousin =
    ASKS_COUSIN.test(heard.question.text) && !/sibling|real brother|own brother/iu.test(heard.question.text);
  if (asksCousin && stance === 'no') return failed('A cousin is said not to be one.', wholeAnswer(heard));
  if (!asksCousin && stance === 'yes') return failed('A cousin is called a sibling.', wholeAnswer(heard));
  const nonsense = NONSENSE.exec(text);
  if (nonsense !== null && !/but|in india|indian english|commonly|understood|means/iu.test(text))
    return failed(
      'The usual Indian word is corrected away.',
      heard.answer.quote(nonsense.index, nonsense.index + nonsense[0].length),
    );
  for (const sentence of sentencesOf(text)) {
    for (const clause of clausesOf(sentence.text)) {
      const plain = clause.text.replace(
        /cousin[\s-]*(?:brother|sister|भाई|बहन|bhai|behen|behan)s?|(?:चचेर|ममेर|मौसेर|फुफेर|chacher|mamer|mauser|phupher|fufer|चुलत|मामे|मावस|आते)\p{L}*\p{M}*\s*(?:भाई|बहन|bhai|behen|भाऊ|बहीण)/giu,
        ' cousin ',
      );
      const place = plain.search(SIBLING);
      if (place < 0 || has(plain, COUSIN) || has(plain, NEGATION) || CHILD_OF.test(plain) || OF_PARENT.test(plain))
        continue;
      const isAlone = plain.trim().split(/\s+/u).length === 1;
      if (!isAlone && !PUTS.test(clause.text) && !/"\s*(?:brother|sister|sibling|भाई|बहन)\s*"/iu.test(clause.text))
        continue;
      if (
        isSetAside(clause.text, 0, 1) ||
        /share|same parents|if|would|only|same mother|अगर|जिनके|माँ-बाप|agar|maa-baap/iu.test(sentence.text)
      )
        continue;
      return failed('A cousin is called a sibling.', heard.answer.quote(sentence.start, sentence.end));
    }
  }
  return stance === 'no' || has(text, COUSIN) || has(text, NEGATION)
    ? passed('A cousin stays a cousin.')
    : failed('The answer does not tell a cousin from a sibling.', wholeAnswer(heard));
});
