/** Owns equal service: an answer in an Indian language holds as many steps, and the same facts, as its English twin. */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clausesOf, sentencesOf } from '../clauses.ts';
import { digitRunsIn } from '../digit-runs.ts';
import { folded } from './said.ts';

const ITEM =
  /(?:^|\n)\s*(?:\d{1,2}\s*[.):\-–]|[-*•▪✅]|[①-⑳]|\p{Nd}️?⃣)\s*\S|(?<=[\s;])(?:\(?\d{1,2}\)|\d{1,2}\.)\s+\p{L}/gu;
const NAMED_STEP = folded(
  '(?:step|चरण|कदम|स्टेप|charan|kadam|ধাপ|পদক্ষেপ|படி|దశ|స్టెప్|అడుగు|ಹಂತ|ಸ್ಟೆಪ್|ഘട്ടം|સ્ટેપ|પગલું|ਕਦਮ|ਸਟੈੱਪ|ପଦକ୍ଷେପ|ଧାପ|पायरी|टप्पा|مرحلہ|قدم)\\s*\\d{1,2}|(?:पहला|दूसरा|तीसरा|चौथा|पांचवां|छठा|सातवां|पहले|প্রথম|দ্বিতীয়|তৃতীয়|চতুর্থ|পঞ্চম|முதல்|இரண்டாம்|மூன்றாம்|நான்காம்|మొదటి|రెండవ|రెండో|మూడవ|మూడో|నాల్గవ|నాలుగో|ಮೊದಲ|ಎರಡನೇ|ಮೂರನೇ|ನಾಲ್ಕನೇ|ഒന്നാം|രണ്ടാം|മൂന്നാം|પહેલું|બીજું|ત્રીજું|ચોથું|ਪਹਿਲਾ|ਦੂਜਾ|ਤੀਜਾ|ପ୍ରଥମ|ଦ୍ୱିତୀୟ|ତୃତୀୟ|ଚତୁର୍ଥ|पहिली|दुसरी|तिसरी|first|second|third|fourth|fifth)\\s*(?:step|चरण|कदम|ধাপ|படி|దశ|ಹಂತ|ഘട്ടം|સ્ટેપ|પગલું|ਕਦਮ|ପଦକ୍ଷେପ|ଧାପ|पायरी|टप्पा)',
);
const THEN = folded(
  "→|➡|->|(?<![\\p{L}\\p{M}])(?:then|next|after that|finally|lastly|फिर|इसके बाद|उसके बाद|अंत में|phir|uske baad|iske baad|তারপর|এরপর|শেষে|பின்னர்|பிறகு|அடுத்து|இறுதியில்|తర్వాత|తరువాత|చివరగా|ನಂತರ|ಕೊನೆಗೆ|തുടർന്ന്|പിന്നീട്|ഒടുവിൽ|પછી|છેલ્લે|ਫਿਰ|ਬਾਅਦ|ତା'ପରେ|ତାପରେ|ଶେଷରେ|नंतर|शेवटी|پھر|آخر میں)(?![\\p{L}\\p{M}])",
);

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, 'giu'))].length;
}

/** Steps that are numbered, named or joined by `then`; without any of these, what stands between commas and stops. */
function stepsOf(text: string): { count: number; isListed: boolean } {
  const listed = Math.max([...text.matchAll(ITEM)].length, countOf(text, NAMED_STEP));
  if (listed >= 2) return { count: listed, isListed: true };
  const joined = countOf(text, THEN) + 1;
  if (joined >= 3) return { count: joined, isListed: true };
  return {
    count: clausesOf(text).filter((clause) => clause.text.trim().split(/\s+/u).length >= 2).length,
    isListed: false,
  };
}

/** Addresses, long numbers and names in capitals, which hold in every language. */
function factsOf(text: string): Set<string> {
  const sites = (text.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu) ?? []).map((one) =>
    one.toLowerCase().replace(/^www\./, ''),
  );
  const numbers = digitRunsIn(text)
    .map((run) => run.digits)
    .filter((digits) => digits.length >= 3);
  const amounts = (text.match(/(?:₹|Rs\.?)\s?\d[\d,]*/giu) ?? []).map((one) => one.replace(/\D/gu, ''));
  return new Set([...sites, ...numbers, ...amounts]);
}

const FEWEST = 0.7;

export const equalSteps: Rule = ({ heard }) => {
  const reference = heard.find((one) => one.lang.startsWith('en')) ?? heard[0];
  if (reference === undefined || heard.length < 2) return unscored('Twins are needed to compare.');
  const wanted = stepsOf(reference.answer.text);
  const facts = factsOf(reference.answer.text);
  for (const one of heard) {
    if (one === reference) continue;
    const problem = worse(one, wanted, facts);
    if (problem !== null) return failed(problem, wholeAnswer(one));
  }
  return passed('The answers are of equal worth.');
};

function worse(one: Heard, wanted: { count: number; isListed: boolean }, facts: ReadonlySet<string>): string | null {
  const { text } = one.answer;
  const own = stepsOf(text);
  const held = factsOf(text);
  const lost = [...facts].filter((fact) => !held.has(fact) && !text.includes(fact));
  const strange = [...held].filter((fact) => !facts.has(fact) && !one.question.text.includes(fact));
  if (facts.size > 0 && lost.length > facts.size * 0.5) {
    return strange.length > 0 ? `It says ${strange[0]} instead of ${lost[0]}.` : `It leaves out ${lost.join(', ')}.`;
  }
  const sentences = sentencesOf(text).length;
  const count = own.isListed === wanted.isListed || own.isListed ? own.count : Math.max(own.count, sentences);
  if (wanted.isListed && !own.isListed && facts.size === 0 && wanted.count >= 3) {
    return count >= wanted.count * FEWEST && THEN.test(text)
      ? null
      : `It has no steps, while the English answer has ${wanted.count}.`;
  }
  return count < wanted.count * FEWEST ? `It has ${count} steps, while the English answer has ${wanted.count}.` : null;
}
