/** Owns the rule of everyday Hindi: officialese that nobody speaks is weighed, word by word. */
import { eachAnswer, failed, passed, type Rule, unscored } from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { type Mention, mentions, words } from '../lexicon.ts';
import { SET_ASIDE } from '../rejection.ts';
import { scriptCounts } from '../scripts.ts';
import { isQuoted } from './quotes.ts';

/** Not said outside of gazettes and old textbooks: one of them stops a reader. */
const UNSPOKEN = words(
  'बेतार,अल्प-परिसर,प्रौद्योगिकी,युक्तियों,युक्तियां,आंकड़ों का संप्रेषण,ऋणग्राही,ऋणदाता,ऋणी,प्रतिदेय,निविष्ट,प्रविष्ट,अभिविन्यास,नवीन,समीकृत,किश्त एक निर्धारित,एकबारगी,कूटसंख्या,अंतरण,अंतरित,परिपथ,यांत्रिकी,अभिलेख~,कूटशब्द~,कूट शब्द,कूट संख्या,कूटांक,कूट,गूढ़शब्द,गूढ़ शब्द,संकेतशब्द,संकेत शब्द,संकेताक्षर~,संकेतांक,एककालिक,एकबारी,एक-कालिक,एकल-प्रयोग,एककालीन,प्रयोक्ता~,अभिज्ञान~,प्रमाणीकरण,अधिप्रमाणन,अधिप्रमाणित,अभिप्रमाणन,अनुप्रमाणित,प्रेषित,संप्रेषित,सम्प्रेषित,संप्रेषण,दूरभाष,दूरवाणी,चलभाष,चलदूरभाष,भ्रमणभाष,अंतर्जाल,अन्तर्जाल,संगणक,संगणकीय,यंत्र,यन्त्र,यांत्रिक,अधिकोष~,कोषागार,विपत्र,देयक,अनुज्ञप्ति,अनुज्ञा,निर्गत,निर्गमन,उपर्युक्त,उपरोक्त,पूर्वोक्त,अनिवार्यतः,तदनुसार,तदुपरांत,तदोपरांत,तत्पश्चात,तत्पश्चात्,ततपश्चात,समक्ष,यथाशीघ्र,यथासंभव,यथोचित,अविलंब,अविलम्ब,निष्पादित,निष्पादन,संव्यवहार,प्रविष्टि,प्रविष्ट,अंकीय,आंकिक,यादृच्छिक,छायाप्रति,छायाचित्र,अभ्यर्थी,अवलोकन,अवलोकनार्थ,प्रदत्त,अद्वितीय,क्रियान्वित,क्रियान्वयन,समयावधि,निर्दिष्ट,परिसीमित,कदापि,निमित्त,अतएव,एतद,एतदर्थ,एतद्द्वारा,दृष्टिगत,विद्यमान,वांछित,अपेक्षित,आच्छादित,संरक्षणार्थ,सुरक्षार्थ,हेतु,विनिमय,अंतरण,अन्तरण,हस्तांतरण,हस्तांतरित,संस्थापित,अधिष्ठापित,संपादित,सम्पादित,कार्यवाही,पूर्ति,प्रपत्र,आलेख,पावती,विमुख,विलोपित,विलोपन,परिवर्तनीय,अनुक्रमांक,क्रमानुसार,संचालित,धारक,प्रतिपादित,सन्निहित,समाहित,संग्रहीत,संगृहीत,संचयन,उद्घाटित,प्रकटीकरण,संवेदनशील सूचना,वित्तीय संस्थान~,वित्तीय संव्यवहार,तंत्र,अवयव,परिलक्षित,प्रतिस्थापित,परिचायक,द्विस्तरीय,बहुस्तरीय,त्वरित प्रत्युत्तर,प्रत्युत्तर,प्रत्यय,पारण शब्द,पारणशब्द,गुप्तशब्द,गोपनांक,मुद्रा-निष्कासन,आहरण,आहरित,निष्कासन,निक्षेप,जमाकर्ता,ऋणी,ऋणदाता,बीजक,कार्यान्वित,अनुमोदित,अनुमोदन,स्वचालित गणक यंत्र,वैयक्तिक,व्यक्तिगत अभिज्ञान,उपभोग्य,विद्युत देयक,विद्युतीय,वैद्युतिक,अधोहस्ताक्षरी,अधोलिखित,निम्नलिखित,निम्नांकित,प्रार्थी,भवदीय,अग्रेषित,सम्यक,समुचित,सर्वप्रथम,तदर्थ',
);
/** Bookish, yet heard in offices, news and banks: only several of them together are heavy. */
const BOOKISH = words(
  'प्रस्तुत,संचार,धनराशि,आवेदक,संलग्न,प्रतिलिपि,पंजीकरण,पंजीकृत,सत्यापन,सत्यापित,उपभोक्ता,उपयोगकर्ता,प्रदान,प्राप्त,सुनिश्चित,आवश्यक,अनिवार्य,गोपनीय,अस्थायी,प्रणाली,माध्यम,अवधि,वैध,वैधता,मान्य,एवं,तथा,अथवा,अतः,किंतु,परंतु,यदि,द्वारा,विशिष्ट,संबंधित,सूचना,उद्देश्य,संस्था,प्रक्रिया,सुरक्षित,पहचान संख्या,संख्या,अंतर्गत,पश्चात,उपरांत,पूर्व,समय-सीमा,निर्धारित,विद्युत,वित्तीय,लाभार्थी,चयन,निरस्त,स्वीकृत,प्रयोग,~ीकरण,~ार्थ,~ात्मक',
);
const WEIGHT = { unspoken: 1, bookish: 0.35 };
const HEAVY = 2;
const HEAVY_SHARE = 0.12;
/** A hard word is no hurdle where the plain one stands beside it. */
const EXPLAINED = /^[\p{L}\p{M}]*["'”]?\s*(?:\(|,?\s*(?:यानी|यानि|मतलब|अर्थात|मायने|का मतलब|का अर्थ|जिसे|को .{1,20} कहते))/u;

export const plainHindi: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  if ((scriptCounts(text).get('Deva') ?? 0) < 8) return unscored('The answer is not in Devanagari.');
  const counts = (found: Mention) =>
    !isQuoted(text, found.start, found.end) &&
    !EXPLAINED.test(text.slice(found.end)) &&
    mentions(clauseAt(text, found.start, found.end).text, SET_ASIDE).length === 0;
  const unspoken = mentions(text, UNSPOKEN).filter(counts);
  const bookish = mentions(text, BOOKISH).filter(counts);
  const weight = unspoken.length * WEIGHT.unspoken + bookish.length * WEIGHT.bookish;
  const length = (text.match(/[\p{L}\p{M}]+/gu) ?? []).length;
  const [first] = unspoken;
  const heavy =
    (unspoken.length >= 1 && weight >= HEAVY) ||
    (weight / length >= HEAVY_SHARE && weight >= 1) ||
    (unspoken.length === 0 && bookish.length >= 5 && weight / length >= 0.1);
  if (!heavy) return passed('The words are those of everyday Hindi.');
  const shown = first ?? bookish[0];
  if (shown === undefined) return passed('The words are those of everyday Hindi.');
  const clause = clauseAt(text, shown.start, shown.end);
  return failed('The answer is written in words that nobody speaks.', heard.answer.quote(clause.start, clause.end));
});
