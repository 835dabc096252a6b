/** Owns measures of land and gold as India uses them: what is fixed, what differs by state, and that the sum is right. */
import { amountsIn } from '../amounts.ts';
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { has, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { folded, isRejected } from './said.ts';

/** Square feet; by state, where the unit differs. */
const LAND: { unit: RegExp; fixed?: number; byState?: [RegExp, number[]][] }[] = [
  {
    unit: words('bigha~,बीघा,बीघे,বিঘা,વીઘા,વીઘું,ਵਿੱਘਾ,ਬਿੱਘਾ,బిఘా,பிகா'),
    byState: [
      [folded('assam|असम|অসম'), [14400]],
      [folded('bengal|बंगाल|বাংলা|পশ্চিমবঙ্গ'), [14400, 14348]],
      [folded('gujarat|गुजरात|ગુજરાત'), [17424, 17427]],
      [folded('himachal|हिमाचल'), [8712]],
      [folded('bihar|बिहार'), [27220, 27225, 27211]],
      [folded('rajasthan|राजस्थान'), [27225, 17424, 27220]],
      [folded('uttarakhand|उत्तराखंड'), [6804, 6806]],
      [folded('madhya pradesh|\\bmp\\b|मध्य प्रदेश'), [12000]],
      [folded('uttar pradesh|\\bup\\b|उत्तर प्रदेश'), [27000, 27225, 27220, 6806, 9075]],
      [folded('punjab|haryana|पंजाब|हरियाणा'), [9070, 9075, 9072, 27225]],
    ],
  },
  {
    unit: words('katha,kattha,cottah,cotta,कट्ठा,কাঠা,কঠা'),
    byState: [
      [folded('assam|असम|অসম'), [2880]],
      [folded('bengal|kolkata|बंगाल|কলকাতা|বাংলা'), [720]],
      [folded('bihar|बिहार|patna|पटना'), [1361, 1361.25, 1361.2]],
    ],
  },
  { unit: words('biswa,बिस्वा,killa,dhur,धुर,lecha,लेचा,chatak'), byState: [] },
  { unit: words('guntha~,gunta,guntas,गुंठा,गुंठे,ગુંઠા,గుంట,గుంటలు,ಗುಂಟೆ,ಗುಂಟೆಗಳು'), fixed: 1089 },
  { unit: words('cent,cents,सेंट,சென்ட்,సెంట్లు,సెంటు,സെന്റ്,ಸೆಂಟ್'), fixed: 435.6 },
  { unit: words('kanal,कनाल,ਕਨਾਲ'), fixed: 5445 },
  { unit: words('marla,मरला,ਮਰਲਾ,ਮਰਲੇ'), fixed: 272.25 },
  { unit: words('ground,grounds,கிரவுண்ட்,கிரவுண்டு'), fixed: 2400 },
  { unit: words('ankanam,అంకణం'), fixed: 72 },
  { unit: words('gaj,गज,ગજ,ਗਜ਼,वार'), fixed: 9 },
  { unit: words('acre,acres,एकड़,एकर,એકર,ఎకరం,ఎకరా,ಎಕರೆ,ஏக்கர்,ഏക്കർ,একর'), fixed: 43560 },
  { unit: words('hectare,hectares,हेक्टेयर,हेक्टर'), fixed: 107639 },
];
const VARIES = folded(
  'which state|what state|your state|which (?:region|district|place|area)|tell me (?:the|your|which) (?:state|district|place|region)|depends|varies|vary|differs?|different|no (?:single|standard|one|fixed|uniform)|not (?:uniform|standard|the same|fixed)|from state to state|किस राज्य|कौन से राज्य|राज्य बता|राज्य के अनुसार|राज्य पर|अलग-अलग|अलग अलग|निर्भर|भिन्न|कोई एक|kis state|kaun se state|kis rajya|state bata|rajya bata|alag-alag|alag alag|depend karta|nirbhar|কোন রাজ্য|রাজ্যভেদে|আলাদা|বেলেগ|ভিন্ন|নির্ভর|নিৰ্ভৰ|કયા રાજ્ય|રાજ્ય પ્રમાણે|અલગ|ਕਿਹੜੇ ਰਾਜ|ਵੱਖ|ਨਿਰਭਰ|எந்த மாநில|மாறுபட|வேறுபட|ఏ రాష్ట్ర|మారుతుంది|ಯಾವ ರಾಜ್ಯ|ಬದಲಾಗ|ഏത് സംസ്ഥാന|വ്യത്യാസ|କେଉଁ ରାଜ୍ୟ|ଅଲଗା|कोणत्या राज्या|वेगवेगळ|کس ریاست|مختلف',
);
const ANY_STATE = folded(
  'assam|bengal|bihar|gujarat|rajasthan|himachal|punjab|haryana|uttar|\\bup\\b|\\bmp\\b|madhya|maharashtra|jharkhand|odisha|tripura|असम|बंगाल|बिहार|गुजरात|राजस्थान|हिमाचल|पंजाब|हरियाणा|उत्तर|मध्य|झारखंड|অসম|পশ্চিমবঙ্গ|বিহার|ત્રિપુરા|ગુજરાત|ਪੰਜਾਬ',
);
const IN_FEET = folded(
  'sq\\.? ?f(?:ee|oo)?t|square f(?:ee|oo)t|sqft|sft|वर्ग ?फ[ुी]ट|स्क्वायर फ[ुी]ट|স্কোয়ার ফুট|বর্গ ?ফুট|বৰ্গ ?ফুট|வர்க்க அடி|சதுர அடி|చదరపు అడుగు|ಚದರ ಅಡಿ|ചതുരശ്ര അടി|ચોરસ ફૂટ|ਵਰਗ ਫੁੱਟ|ବର୍ଗ ଫୁଟ|चौरस फूट',
);

function countAsked(text: string): number {
  return amountsIn(text)[0]?.value ?? 1;
}

function isNear(value: number, wanted: number, share = 0.015): boolean {
  return Math.abs(value - wanted) <= Math.max(Math.abs(wanted) * share, 0.05);
}

export const landUnit: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const found = LAND.find((one) => has(question, one.unit));
  const values = amountsIn(text)
    .filter((amount) => !isRejected(text, amount.start, amount.end))
    .map((amount) => amount.value);
  const byState = found?.byState?.find(([state]) => state.test(question));
  const wanted = found?.fixed === undefined ? byState?.[1] : [found.fixed];
  if (wanted === undefined || !(IN_FEET.test(question) || IN_FEET.test(text))) {
    if (VARIES.test(text)) return passed('It says that the unit differs by state.');
    const asked = ANY_STATE.test(question) && byState === undefined;
    return asked ? passed('A state is named.') : failed('One value stands for all states.', wholeAnswer(heard));
  }
  const count = countAsked(question);
  const right = wanted.some((one) => values.some((value) => isNear(value, one * count)));
  return right ? passed('The measure is right.') : failed('The measure is wrong.', wholeAnswer(heard));
});

/** Numbers up to ninety-nine that stand alone as words: എട്ട്, तीन. */
function spokenNumbers(text: string): number[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const [number, ...more] = numberWords(word) ?? [];
    return more.length === 0 && (number?.kind === 'small' || number?.kind === 'fixed') ? [number.value] : [];
  });
}

/** Grams; both values where trade rounds. */
const GOLD: [RegExp, number[]][] = [
  [
    words(
      'sovereign~,savaran,pavan,pavans,pawan,poun,kasu,gini,guinea,சவரன்~,பவுன்~,సవర్ల~,సవర~,సవరన్లు,సవరం,కాసు,కాసుల,పవన్,ಪವನ್,പവൻ~,पवन,सोवरेन,गिन्नी,গিনি',
    ),
    [8],
  ],
  [
    words('tola~,तोला,तोले,तोळा,तोळे,ভরি,vori,bhori,ভরির,તોલા,તોલો,ਤੋਲਾ,ਤੋਲੇ,ତୋଳା,తులం,తులాలు,తులాల,ತೊಲ,തോല,تولہ,তোলা'),
    [11.66, 11.6638, 10],
  ],
  [words('masha,माशा,માસા,माशे,মাশা'), [0.97, 0.972, 0.9719, 1]],
  [words('ratti,रत्ती,রতি,રતી,ਰੱਤੀ'), [0.1215, 0.12, 0.121, 0.182, 0.1822]],
  [words('kundumani,குன்றிமணி,manjadi,மஞ்சாடி'), [0.13, 0.325]],
];
const IN_GRAMS = folded('gram|\\bgm?s?\\b|ग्राम|கிராம்|గ్రా|ಗ್ರಾಂ|ഗ്രാം|ગ્રામ|গ্রাম|ਗ੍ਰਾਮ|ଗ୍ରାମ|ग्रॅम|گرام');

export const goldUnit: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const units = GOLD.filter(([unit]) => has(question, unit));
  const [first] = units;
  if (first === undefined) return passed('No old measure was asked about.');
  const count = countAsked(question);
  const said = amountsIn(text)
    .filter((amount) => !isRejected(text, amount.start, amount.end))
    .map((amount) => amount.value);
  const fromGrams =
    IN_GRAMS.test(question) &&
    /how many|kitn|कितन|எத்தனை|எவ்வளவு|ఎన్ని|ಎಷ್ಟು|എത്ര|কত|કેટલ|ਕਿੰਨ|କେତେ|किती/iu.test(question) &&
    /\d\s*(?:g|gm|gram|ग्राम|கிராம்|గ్రా|ಗ್ರಾಂ|ഗ്രാം|গ্রাম|ગ્રામ)/iu.test(question);
  const wanted = first[1].map((grams) => (fromGrams ? count / grams : count * grams));
  const told = [...said, ...spokenNumbers(text)];
  if (wanted.some((one) => told.some((value) => isNear(value, one, 0.006)))) return passed('The weight is right.');
  return failed(`The weight is wrong; ${wanted[0]} is right.`, wholeAnswer(heard));
});
