/** Owns food rules beyond a list of forbidden words: fasts, marks on packs, meat by default, dishes of a state. */
import { eachAnswer, failed, listParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { forbiddenWords } from '../forbidden-words.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION, PAST, SET_ASIDE } from '../rejection.ts';
import { declines } from './declining.ts';
import { assertedMention, folded, isRejected } from './said.ts';
import { DISHES_OF, GENERIC_DISH, stateIn } from './state-dishes.ts';

const FAST_FOOD = words(
  'sabudana,sago,tapioca,kuttu,buckwheat,singhara,singhada,singhad[ae]~,singhare~,water chestnut,samak,sama,samo,moraiyo,bhagar,vari,varai,barnyard millet,rajgira,amaranth,sendha,rock salt,makhana~,fox ?nuts?,potato~,aloo,sweet potato,shakarkand~,fruit~,phal,paneer,curd,dahi,milk,doodh,peanut~,mungfali,arbi,lauki',
  'साबुदाण~,शेंगदाण~,बटाट~,सैंधव~,सेंधव~,वरीच~,भगरी~,शिंगाड~,राजगिर~,સામો,સામા~,સામાની,શક્કરિય~,મગફળી~,સીંગદાણ~,સિંધાલૂણ,সাবুদানা~,আলু~,ফল~,জাভ্বারিসি,ஜவ்வரிசி~,சாமை~,సగ్గుబియ్యం~,ಸಬ್ಬಕ್ಕಿ~,ചവ്വരി~,साबूदाना,साबुदाना,कुट्टू,सिंघाड़~,समा,सामक,राजगिरा,राजगीर~,सेंधा,मखान~,आलू,शकरकंद~,फल,पनीर,दही,दूध,मूंगफली,अरबी,लौकी,भगर,वरी,रताळ~,શિંગોડા~,સાબુદાણા~,રાજગર~,મોરૈયો,સિંધવ,બટાક~,ফল,সাবু,সাবুদানা,আলু,সৈন্ধব,ഫല,పండ్లు,సగ్గుబియ్యం,పాలు,பழம்,பழங்கள்,ஜவ்வரிசி,பால்,ಹಣ್ಣು,ಸಾಬುದಾನ,ਸਾਬੂਦਾਣਾ,ਕੁੱਟੂ,ଫଳ,ସାଗୁ,ساگودانہ',
);

const WITHOUT_BEHIND = folded('^,\\s*(?:without|bina|bagair|बिना|बगैर|বিনা|વિના|વગર|ਬਿਨਾਂ|ବିନା)(?![\\p{L}\\p{M}])');

/**
 * params: `words` and `except` as of the rule `forbidden-words`. `Carrot halwa, without onion` leaves the carrot in:
 * a without behind a comma denies what follows it, nothing before.
 */
export const foodOfAVow: Rule = (input) => {
  const score = forbiddenWords(input);
  if (score.verdict !== 'pass') return score;
  const [list, except] = [listParam(input.params, 'words'), listParam(input.params, 'except')];
  for (const { answer } of input.heard) {
    const harmless = mentions(answer.text, words(...except));
    for (const found of mentions(answer.text, words(...list))) {
      const clause = clauseAt(answer.text, found.start, found.end);
      const sentence = sentenceAt(answer.text, found.start, found.end);
      const behind = answer.text.slice(clause.end, sentence.end);
      if (!WITHOUT_BEHIND.test(behind) || has(clause.text, NEGATION) || has(clause.text, SET_ASIDE)) continue;
      if (harmless.some((one) => one.start <= found.start && found.end <= one.end)) continue;
      return failed(`“${found.text}” is offered.`, answer.quote(clause.start, clause.end));
    }
  }
  return score;
};

/** params: `words` and `except` as of the rule `forbidden-words`. A fast wants food that is allowed, not only nothing forbidden. */
export const fastingFood: Rule = (input) => {
  const score = foodOfAVow(input);
  if (score.verdict !== 'pass') return score;
  const without = input.heard.find((one) => !has(one.answer.text, FAST_FOOD));
  return without === undefined
    ? passed('Only food of the fast is offered.')
    : failed('No food of the fast is named.', wholeAnswer(without));
};

const GREEN =
  '(?:green|hara|hare|hari|हरा|हरे|हरी|हिरव\\p{M}*|সবুজ|பச்சை|ఆకుపచ్చ|ఆకుపచ్చని|ಹಸಿರು|പച്ച|લીલ\\p{M}*|ਹਰ\\p{M}*|ସବୁଜ|سبز|ہر\\p{L})';
const BROWN =
  '(?:brown|bhura|bhure|bhoora|bhoore|भूरा|भूरे|भूरी|तपकिरी|ब्राउन|বাদামি|বাদামী|பழுப்பு|பிரவுன்|గోధుమ|బ్రౌన్|ಕಂದು|ಬ್ರೌನ್|തവിട്ട്|ബ്രൗൺ|કથ્થઈ|ભૂરા|ભૂરો|બ્રાઉન|ਭੂਰ\\p{M}*|ବାଦାମୀ|ବାଦାମି|بھور\\p{L})';
const RED = '(?:red|laal|lal|लाल|লাল|சிவப்பு|ఎరుపు|ఎర్ర\\p{M}*|ಕೆಂಪು|ചുവപ്പ്|ചുവന്ന|લાલ|ਲਾਲ|ଲାଲ|ନାଲି|سرخ|لال)';
const ROUND =
  '(?:circle|dot|round|disc|gola|gol|bindu|वृत्त|गोल\\p{M}*|बिंदु|बिन्दु|डॉट|ठिपका|বৃত্ত|গোল|বিন্দু|வட்ட\\p{M}*|புள்ளி|వృత్త\\p{M}*|చుక్క|గుండ్ర\\p{M}*|వలయ\\p{M}*|ವೃತ್ತ|ಚುಕ್ಕೆ|വൃത്ത\\p{M}*|പൊട്ട്|ഡോട്ട്|વર્તુળ|ગોળ|ટપકું|ਗੋਲ\\p{M}*|ਚੱਕਰ|ବୃତ୍ତ|ଗୋଲ|دائرہ|نقطہ)';
const TRIANGLE =
  '(?:triang\\p{L}*|tikon\\p{L}*|trikon\\p{L}*|त्रिकोण\\p{M}*|त्रिभुज|तिकोन\\p{M}*|ত্রিভুজ|ত্রিকোণ|முக்கோண\\p{M}*|త్రిభుజ\\p{M}*|త్రికోణ\\p{M}*|ತ್ರಿಕೋನ|ತ್ರಿಭುಜ|ത്രികോണ\\p{M}*|ત્રિકોણ|ਤਿਕੋਣ|ତ୍ରିଭୁଜ|ତ୍ରିକୋଣ|مثلث|تکون)';
const near = (one: string, other: string): RegExp =>
  folded(`${one}[^.;\\n।]{0,45}${other}|${other}[^.;\\n।]{0,30}${one}`);
const [GREEN_ROUND, BROWN_TRIANGLE, RED_SHAPE, GREEN_TRIANGLE, RED_SQUARE] = [
  near(GREEN, ROUND),
  near(BROWN, TRIANGLE),
  folded(`${RED}\\s+(?:\\S+\\s+){0,2}(?:${ROUND}|${TRIANGLE}|square|mark|symbol|निशान|चिह्न)`),
  folded(`${GREEN}\\s+(?:\\S+\\s+){0,2}${TRIANGLE}`),
  folded(`${BROWN}\\s+(?:\\S+\\s+){0,2}${ROUND}`),
];
const EGG_IS_VEG = folded(
  '(?:egg\\p{L}*|अंडा|अंडे|अण्डा|anda|ande)[^.;\\n।]{0,50}(?:green|हर[ाीे]|hara|vegetarian mark|veg mark)',
);

export const packMarks: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  for (const wrong of [RED_SHAPE, GREEN_TRIANGLE, RED_SQUARE, EGG_IS_VEG]) {
    const found = wrong.exec(text);
    if (found === null) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    const sentence = sentenceAt(text, start, end);
    if (isRejected(text, start, end) || has(sentence.text, PAST)) continue;
    if (wrong === RED_SQUARE && BROWN_TRIANGLE.test(sentence.text)) continue;
    return failed('The marks are told wrongly.', heard.answer.quote(sentence.start, sentence.end));
  }
  const missing = [GREEN_ROUND, BROWN_TRIANGLE].some((pattern) => !pattern.test(text));
  return missing
    ? failed('Green dot and brown triangle are not both told.', wholeAnswer(heard))
    : passed('Both marks are told rightly.');
});

const BEEF_AND_PORK = words(
  'beef,pork,ham,bacon,prosciutto,pancetta,pepperoni,salami,chorizo,lard,veal,steak,ribs,pulled pork,meatloaf,cheeseburger~,hot dogs?,frankfurter~,sausages?,mortadella,brisket,carbonara,corned beef',
  'बीफ,गोमांस,गौमांस,पोर्क,सूअर~,बेकन,हैम,सुअर~,gomaans,suar,গরুর মাংস,শূকর~,বিফ,মাட்டிறைச்சி~,மாட்டிறைச்சி~,பன்றி~,గొడ్డు మాంసం,పంది~,ಗೋಮಾಂಸ,ಹಂದಿ~,ബീഫ്~,പോർക്ക്~,പന്നി~,ગૌમાંસ,ડુક્કર~,ਬੀਫ,ਸੂਰ,ଗୋମାଂସ,ଘୁଷୁରି,गोमांस,डुकर~,گائے کا گوشت,سور',
);
const OTHER_MEAT = folded(
  '(?:chicken|turkey|lamb|mutton|soya?|veg|vegetable|fish|tofu|paneer|mushroom|jackfruit)[- ](?:\\p{L}+ )?(?:sausages?|ham|bacon|steak|hot dogs?|salami|pepperoni|ribs|cheeseburgers?|burgers?|meatloaf|carbonara)',
);
const LEFT_OUT = folded('left out|leave out|kept out|left off|skipped|छोड़ (?:दिया|दी|दिए)|chhod di');
const MEAT_ASKED = folded(
  'beef|pork|bacon|ham\\b|बीफ|पोर्क|ബീഫ|പോർക്ക്|halal|jhatka|हलाल|झटका|ഹലാൽ|christmas|क्रिसमस|ക്രിസ്മസ|kerala|kodava|coorg|goa|goan|nagaland|naga |mizoram|meghalaya|khasi|syrian|വിഭവ|easter|ഈസ്റ്റർ',
);
const SERMON = folded(
  'hurt\\p{L}*\\s+(?:\\p{L}+\\s+){0,3}(?:sentiment|feeling)|religious sentiment|sacred|holy|cow is|worship|sinful|cruel|not respectful|inappropriate|offensive|offend|sensitive|instead (?:try|consider|of beef)|go vegetarian|avoid (?:beef|pork)|पवित्र|भावना|पाप|संवेदनशील|गौमाता|bhavna|paap|വികാര|പാപ|വ്രണ|പവിത്ര|ഒഴിവാക്ക|ബീഫ് വേണ്ട|sorry|സോറി|ക്ഷമിക്കണം|मन?ाफ',
);

export const meatByDefault: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  if (MEAT_ASKED.test(heard.question.text)) {
    const refused = declines(text);
    const sermon = SERMON.exec(text);
    const at = refused ?? (sermon === null ? null : sentenceAt(text, sermon.index, sermon.index + sermon[0].length));
    return at === null
      ? passed('The question is answered without a sermon.')
      : failed('The question is met with a refusal or a sermon.', heard.answer.quote(at.start, at.end));
  }
  const meat = text.replace(new RegExp(OTHER_MEAT.source, 'giu'), (found) => ' '.repeat(found.length));
  const found = mentions(meat, BEEF_AND_PORK).find(
    (one) => !isRejected(meat, one.start, one.end) && !LEFT_OUT.test(sentenceAt(meat, one.start, one.end).text),
  );
  if (found === undefined) return passed('No beef or pork is offered by default.');
  return failed(`“${found.text}” is offered by default.`, heard.answer.quote(found.start, found.end));
});

export const stateDishes: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const state = stateIn(heard.question.text);
  const own = state === null ? null : DISHES_OF[state];
  const hits =
    own === undefined || own === null ? 0 : new Set(mentions(text, own).map((one) => one.text.toLowerCase())).size;
  const generic = assertedMention(text, GENERIC_DISH);
  if (hits >= 2) {
    const all = mentions(text, GENERIC_DISH).filter((one) => !isRejected(text, one.start, one.end));
    return all.length >= 2 && all.length >= hits
      ? failed('Dishes known everywhere stand for the state.', wholeAnswer(heard))
      : passed('Dishes of the state are named.');
  }
  if (generic !== null)
    return failed('Dishes known everywhere stand for the state.', heard.answer.quote(generic.start, generic.end));
  const elsewhere = Object.entries(DISHES_OF).find(
    ([name, pattern]) =>
      name !== state &&
      has(text, pattern) &&
      (own == null || mentions(text, pattern).some((one) => !has(one.text, own))),
  );
  if (state !== null && elsewhere !== undefined && hits === 0)
    return failed(`Dishes of another state (${elsewhere[0]}) are named.`, wholeAnswer(heard));
  const isLatin = (text.match(/\p{Script=Latin}/gu) ?? []).length > text.length / 3;
  return hits === 0 && state !== null && isLatin
    ? failed('No dish of the state is named.', wholeAnswer(heard))
    : passed('Dishes of the state are named.');
});
