/** Owns the rule of things that must not be offered: a word of a list fails unless the answer sets it aside. */
import { eachAnswer, failed, listParam, passed, type Rule, unscored } from './case-input.ts';
import { clauseAt, clausesOf, isInListItem, listHeadAt, type Stretch, sentenceAt } from './clauses.ts';
import { has, type Mention, mentions, words } from './lexicon.ts';
import { numberWords } from './number-words.ts';
import { isSetAside, NEGATION } from './rejection.ts';

/** Conditions leave it to the reader: a wrong accusation is worse than a miss. */
const IF_YOU_DO = words(
  'if you,those who,people who,eggetarian,ovo,अगर आप,यदि आप,जो लोग,agar aap,jo log,non-veg,non veg,nonveg,non-vegetarian,non vegetarian,मांसाहारी,मांसाहार,नॉन-वेज,नॉनवेज,मांसाहारात,আমিষ,அசைவ~,మాంసాహార~,ಮಾಂಸಾಹಾರ~,സസ്യേതര~,માંસાહાર~,ਮਾਸਾਹਾਰੀ,ਮਾਸਾਹਾਰ,ଆମିଷ,गैर-शाकाहारी,مانساہاری',
);

/** Said of dishes in general, or to warn, not of the dish that is offered. */
const IN_GENERAL = words(
  'comes from animals,come from animals,made from animals,animal-derived,animal-based,not vegetarian,not veg,traditionally,normally has,normally have,usually has,usually have,usually made with,usually contains,regular \\p{L}+ (?:has|have|contains?),आमतौर पर,aam taur par',
  'not an option,not for you,not suitable,some contain,may contain,can contain,might contain,often contain~,sometimes contain~,may have,might have,look out,watch out,watch for,beware,check (?:for|if|whether|labels?|the label|ingredients),ask (?:if|whether),ho sakta hai,ho sakti hai,ho sakte hain,dhyan,हो सकता है,हो सकती है,हो सकते हैं,ध्यान',
);
const SAME_STEM_LETTERS = 3;

/** `eggs have 13 g, but you eat no eggs`: what the rest of the sentence sets aside is not offered in it. */
function isSetAsideBeside(text: string, found: Mention, all: readonly Mention[], sentence: Stretch): boolean {
  const stem = (mention: Mention) => mention.text.slice(0, SAME_STEM_LETTERS).toLowerCase();
  return all.some(
    (other) =>
      other.start > found.start &&
      other.end <= sentence.end &&
      stem(other) === stem(found) &&
      isSetAside(text, other.start, other.end),
  );
}

const LIST_DENIAL = words('avoid~,without,free of,free from,skip,skips,exclud~,leave out,omit~,stay away from');
const VERB = words(
  'is,are,add,use,mix,take,eat,try,have,beat,whisk,serve,boil,fry,choose,make,cook',
  'है,हैं,रहेगा,रहेगी,रहेंगे,चलेगा,चलेगी,चलेंगे,बनाइए,बनाएं,बनाओ,परोसिए,खिलाइए,कीजिए,दीजिए,लीजिए,करा,बनवा,द्या,वाढा,hai,hain,rahega,rahegi,rahenge,chalega,banao,banaiye,banayein,kijiye,dijiye',
  'করুন,বানান,দিন,রাঁধুন,કરો,બનાવો,આપો,ਬਣਾਓ,ਕਰੋ,କରନ୍ତୁ,ବନାନ୍ତୁ,செய்யுங்கள்,செய்யவும்,சமையுங்கள்,చేయండి,వండండి,ಮಾಡಿ,ಉಣ್ಣಿ,ഉണ്ടാക്കൂ,ഉണ്ടാക്കുക,بنائیں,کریں',
);
const LONGEST_LIST_ITEM = 8;

/** `avoid egg albumin, fish collagen or gelatin`: a list goes on after the clause that denies its first thing. */
function isListedAsDenied(text: string, found: Mention, all: readonly Mention[], sentence: Stretch): boolean {
  const clauses = clausesOf(text).filter((clause) => clause.start >= sentence.start && clause.end <= sentence.end);
  const at = clauses.findIndex((clause) => clause.start <= found.start && found.start < clause.end);
  const isItem = (clause: Stretch) =>
    clause.text.trim().split(/\s+/u).length <= LONGEST_LIST_ITEM && !has(clause.text, VERB) && !/\d/.test(clause.text);
  const holdsMention = (clause: Stretch) => all.some((one) => clause.start <= one.start && one.end <= clause.end);
  const denies = (clause: Stretch) =>
    has(clause.text, LIST_DENIAL) || (has(clause.text, NEGATION) && holdsMention(clause));
  for (const step of [-1, 1]) {
    let here = at;
    while (clauses[here] !== undefined && isItem(clauses[here] as Stretch)) {
      here += step;
      const next = clauses[here];
      if (next === undefined) break;
      const between = text.slice(...(step < 0 ? [next.end, next.end + 1] : [next.start - 1, next.start]));
      if (!/[,\s]/u.test(between)) break;
      if (denies(next)) return true;
    }
  }
  return false;
}

const WARNING_HEAD = words(
  "avoid~,not allowed,do not,don't,never,watch~,check,skip,exclude~,without,not to,what to leave,बचें,परहेज~,न खाएं,न लें,न डालें,नहीं,na khayein,mat,parhez,தவிர்க்க~,వద్దు,ಬೇಡ,এড়িয়ে,ટાળો",
);

/** An item of a list whose head warns: `Things to watch for:` and then `- gelatin`. */
function isUnderWarning(text: string, found: Mention): boolean {
  const head = listHeadAt(text, found.start);
  return head !== null && has(head, WARNING_HEAD);
}

/** Words that offer a thing: add it, eat it, it is good or allowed. */
const OFFER = words(
  'add,adding,beat,beaten,whisk~,use,using,mix~,take,eat,try,must-try,have,top,topped,with,serve,served,fold,crack,boil,boiled,fry,fried,cook,cooked,marinat~,include~,spread,choose,go for,order,enjoy,garnish~,best,great,good,recommend~,are vegetarian,is vegetarian,considered vegetarian,counts as veg~,okay,ok,fine,you can,can eat,allowed,bloom,dissolve,stir,poach~,scrambl~,grill~,roast~,bake,baked,dip,secret,option,options',
  'दे सकते,दे सकती,दिया जा सकता,खिला~,डालें,डालिए,डालो,डालकर,मिलाएं,मिलाइए,मिलाकर,मिलाएँ,फेंट~,लें,लीजिए,खाएं,खाइए,खा सकते,उबले,उबला,उबालें,बनाएं,बनाइए,साथ,आसान,बढ़िया,अच्छा,अच्छे,बेहतर,ठीक,चलेगा,आजमाएं',
  'daalein,daaliye,dalo,daalo,milayein,milao,phent~,lein,lijiye,le lo,le sakte,khao,khaiye,khayein,kha sakte,uble,ubla,ubale,banao,banayein,badhiya,accha,acche,saath,chalega,rahega,rahegi',
  'फेटा,फेटून,घाला,घ्या,टाका,मिसळा,खा,ফেটিয়ে,ফেটান,দিন,মেশান,নিন,খান,খেতে পারেন,નાખો,ઉમેરો,ફેંટો,લો,ખાઓ,ਪਾਓ,ਫੈਂਟੋ,ਲਓ,ਖਾਓ,ଦିଅନ୍ତୁ,ମିଶାନ୍ତୁ,ଖାଆନ୍ତୁ,ଫେଣ୍ଟନ୍ତୁ,ڈالیں,ملائیں,پھینٹیں,کھائیں,لیں',
  'சேர்~,அடித்து,அடிக்கவும்,ஊற்ற~,சாப்பிட~,கலக்க~,போட~,எடுத்து~,వేయండి,వేసి,కలపండి,కలిపి,గిలక్కొట్ట~,తినండి,తినవచ్చు,కొట్టి,చేర్చండి,ಹಾಕಿ,ಒಡೆದು,ಸೇರಿಸಿ,ತಿನ್ನಿ,ಬೆರೆಸಿ,ചേർക്ക~,അടിച്ച്~,ഒഴിക്ക~,കഴിക്ക~',
);
/** What a row of dishes stands under: `A safe menu: jeera rice, aloo gobi`. */
const MENU = words(
  'menu,menus,dinner,lunch,breakfast,snacks?,thali,starters?,mains?,dishes,ingredients,मेन्यू,मेनू,थाली,नाश्ता,नाश्ते,खाना,भोजन,सामग्री,जेवण,nashta,khana,bhojan,thaali,মেনু,খাবার,મેનુ,જમણ,ਮੀਨੂ,ମେନୁ,மெனு,உணவு,మెనూ,భోజనం,ಮೆನು,ಊಟ,മെനു,ഊണ്,مینو',
);
const QUANTITY = /\d\s*(?:x|g|gm|grams?|kg|cups?|tbsp|tsp|ml|large|small|boiled|whole|उबले|कप|चम्मच|ग्राम|-)?\s*$/iu;
const QUANTITY_BEHIND = /^[\p{L}\p{M}]*\s*(?:x|×|:|-|–|—|\()?\s*\d/u;
const FEW_WORDS = 12;

function isCounted(text: string, found: Mention): boolean {
  const before = text.slice(Math.max(0, found.start - 30), found.start);
  if (QUANTITY.test(before) || QUANTITY_BEHIND.test(text.slice(found.end))) return true;
  const near = before.match(/[\p{L}\p{M}]+/gu)?.slice(-2) ?? [];
  return near.some((word) => numberWords(word)?.[0]?.kind === 'small');
}

/** `Sabudana 1 cup, aloo 2, lahsun, namak`: a row of short items, some of them counted. */
function isIngredients(sentence: string): boolean {
  const items = sentence.split(/[,،]/u).map((item) => item.trim());
  const isShort = items.every((item) => item.split(/\s+/u).length <= LONGEST_LIST_ITEM);
  return items.length >= 4 && isShort && items.filter((item) => /\d/u.test(item)).length >= 2;
}

/** Prose may speak of a thing without offering it; a list, a quantity, a verb of the kitchen or a curt answer offer. */
function isOffered(text: string, found: Mention, sentence: Stretch): boolean {
  if (isInListItem(text, found.start) || isCounted(text, found)) return true;
  if (text.trim().split(/\s+/u).length <= FEW_WORDS || isIngredients(sentence.text)) return true;
  const clauses = clausesOf(text).filter((clause) => clause.start >= sentence.start && clause.end <= sentence.end);
  const at = clauses.findIndex((clause) => clause.start <= found.start && found.start < clause.end);
  const [own, lead] = [clauses[at], clauses[at - 1]];
  if (own === undefined || has(own.text, OFFER)) return true;
  if (isUnderMenu(clauses, at)) return true;
  return lead !== undefined && own.text.trim().split(/\s+/u).length <= LONGEST_LIST_ITEM && has(lead.text, OFFER);
}

function isUnderMenu(clauses: readonly Stretch[], at: number): boolean {
  const isItem = (clause: Stretch) => clause.text.trim().split(/\s+/u).length <= LONGEST_LIST_ITEM;
  const head = clauses.slice(0, at).findLast((clause) => has(clause.text, MENU));
  return head !== undefined && clauses.slice(clauses.indexOf(head) + 1, at + 1).every(isItem);
}

/** `tastes like chicken` names a taste and offers nothing. */
const LIKENED = /(?:like|similar to|taste of|texture of|reminds? (?:\p{L}+ )?of)\s+(?:a |an |the |real )?$/iu;
const LIKENED_BEHIND =
  /^\s*(?:जैसा|जैसी|जैसे|की तरह|jaisa|jaisi|jaise|ki tarah|போல|போன்ற|లాంటి|లాగా|ತರಹ|പോലെ|এর মতো|ের মতো|જેવું|ਵਰਗਾ|ପରି|جیسا|-like)/iu;

/** params: `words` forbidden, `except` harmless words that hold one of them. */
export const forbiddenWords: Rule = eachAnswer((heard, params) => {
  const list = listParam(params, 'words');
  if (list.length === 0) return unscored('The pattern names no words.');
  const { text } = heard.answer;
  const except = listParam(params, 'except');
  const harmless = except.length === 0 ? [] : mentions(text, words(...except));
  const all = mentions(text, words(...list));
  for (const found of all) {
    if (harmless.some((other) => other.start <= found.start && found.end <= other.end)) continue;
    if (isSetAside(text, found.start, found.end)) continue;
    if (LIKENED.test(text.slice(0, found.start)) || LIKENED_BEHIND.test(text.slice(found.end))) continue;
    const sentence = sentenceAt(text, found.start, found.end);
    if (isUnderWarning(text, found) || has(sentence.text, IF_YOU_DO) || has(sentence.text, IN_GENERAL)) continue;
    if (isSetAsideBeside(text, found, all, sentence) || isListedAsDenied(text, found, all, sentence)) continue;
    if (!isOffered(text, found, sentence)) continue;
    const clause = clauseAt(text, found.start, found.end);
    const word = /^[\p{L}\p{M}]*/u.exec(text.slice(found.end))?.[0] ?? '';
    return failed(
      `“${heard.answer.quote(found.start, found.end + word.length)}” is offered.`,
      heard.answer.quote(clause.start, clause.end),
    );
  }
  return passed('Nothing of the forbidden list is offered.');
});
