/** Owns the rule of the labour codes: four codes in force since 21 November 2025 in place of twenty-nine laws. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt, sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside, PAST } from '../rejection.ts';

const CODE = foldLetters(
  'codes?|कोड\\p{M}*|संहिता\\p{M}*|श्रम संहिता|sanhita\\p{L}*|samhita|কোড\\p{M}*|বিধি|சட்டத் தொகுப்பு\\p{M}*|குறியீடு|கோடு|கோட்|తొగుపు|కోడ్|కోడ్\\p{L}*|స్మృతి|ಸಂಹಿತೆ\\p{M}*|ಕೋಡ್|കോഡ്|കോഡു\\p{M}*|സംഹിത|કોડ|સંહિતા|ਕੋਡ|ਸੰਹਿਤਾ|କୋଡ|ସଂହିତା|कोड|کوڈ',
);
const TOPICS: Record<string, RegExp> = {
  wages: words(
    'wage,wages,salary,minimum wage,bonus,vetan,mazdoori,majdoori,tankhwah,वेतन~,मजदूरी,मज़दूरी,तनख्वाह,मजुरी,वेतनासाठी,মজুরি~,বেতন~,ঊলিয়~,ஊதிய~,கூலி~,சம்பள~,వేతన~,జీత~,ವೇತನ~,ವೇತನದ,വേതന~,ശമ്പള~,વેતન~,ਤਨਖਾਹ,ਉਜਰਤ,ਵੇਤਨ,ମଜୁରି,ବେତନ,اجرت,تنخواہ',
  ),
  relations: words(
    'industrial relations,industrial disputes?,industrial,ir code,strike~,union~,trade unions?,layoff~,retrench~,औद्योगिक~,औद्योगिक संबंध,हड़ताल,यूनियन,audyogik,শিল্প~,தொழில் உறவு~,தொழிலக~,தொழில்துறை~,தொழிற்~,పారిశ్రామిక~,ಕೈಗಾರಿಕಾ~,ಔದ್ಯೋಗಿಕ~,വ്യവസായ~,വ്യാവസായിക~,ઔદ્યોગિક~,ਉਦਯੋਗਿਕ,ਸਨਅਤੀ,ଔଦ୍ୟୋଗିକ,ଶିଳ୍ପ,صنعتی',
  ),
  security: words(
    'social security,gratuity,provident fund,pf,esi,maternity,सामाजिक सुरक्षा,ग्रेच्युटी,भविष्य निधि,samajik suraksha,सामाजिक सुरक्षा,সামাজিক সুরক্ষা,சமூக பாதுகாப்பு,సామాజిక భద్రత,ಸಾಮಾಜಿಕ ಭದ್ರತೆ,സാമൂഹിക സുരക്ഷ,સામાજિક સુરક્ષા',
  ),
  safety: words(
    'safety,osh,oshwc,occupational,working conditions,working hours,factory inspection,सुरक्षा स्वास्थ्य,व्यावसायिक सुरक्षा,कार्य दशा~,সুরক্ষা ও স্বাস্থ্য,பணியிட பாதுகாப்பு~,వృత్తిపర~',
  ),
};
const FEW = words('none');
const ANY_CODE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${CODE})(?![\\p{L}])`, 'giu');
const FOUR = new RegExp(
  foldLetters(
    `(?:four|4|चारों|चार|char|chaar|chaaron|charon|চার|চাৰি|நான்கு|நான்கும்|నాలుగు|ನಾಲ್ಕು|നാല്|ચાર|ਚਾਰ|ଚାରି|چار)\\s+(?:\\S+\\s+){0,3}(?:${CODE})`,
  ),
  'iu',
);
const NOT_YET = words(
  'yet to,not yet,not been notified,not notified,not in force,not been implemented,not implemented,will come into,will be implemented,will replace,to be implemented,pending,proposed,once notified,when notified,when they come,deferred,delayed,draft,awaiting,are passed but,from april 2026',
  'अभी लागू नहीं,लागू नहीं,अधिसूचित नहीं,लागू होंगी,लागू होंगे,लागू होना बाकी,प्रस्तावित,lagu nahi,abhi tak lagu,laagu nahi,lagu hone,lagu honge,notify nahi,prastavit',
  'কার্যকর হয়নি,চালু হয়নি,এখনও,এখনো,இன்னும்,அமலுக்கு வரவில்லை,నుంచి అమలు కాలేదు,ఇంకా,అమలు కాలేదు,ಇನ್ನೂ,ಜಾರಿಯಾಗಿಲ್ಲ,ഇനിയും,ഇതുവരെ,നിലവിൽ വന്നിട്ടില്ല,હજી,લાગુ નથી,ਅਜੇ,ਲਾਗੂ ਨਹੀਂ,ଏପର୍ଯ୍ୟନ୍ତ,अद्याप,अजून,ابھی تک',
);
const RULES_ONLY = words('rules,state rules,नियम,niyam,বিধিমালা,விதிகள்,నిబంధనలు,ನಿಯಮಗಳು,ചട്ടങ്ങൾ,નિયમો,ਨਿਯਮ');
const OLD_ACT = words(
  'payment of wages act,minimum wages act,payment of bonus act,equal remuneration act,industrial disputes act,trade unions act,standing orders act,industrial employment,payment of gratuity act,factories act,epf act,esi act,maternity benefit act,contract labour act',
  'मजदूरी भुगतान अधिनियम,मज़दूरी भुगतान अधिनियम,वेतन भुगतान अधिनियम,न्यूनतम मजदूरी अधिनियम,न्यूनतम वेतन अधिनियम,औद्योगिक विवाद अधिनियम,बोनस भुगतान अधिनियम,ट्रेड यूनियन अधिनियम,कारखाना अधिनियम',
);
const STILL = words(
  'still,continue~,continues to,remain~,also apply,also applies,are in force,is in force,apply today,main law,primary,governs,govern,currently,लागू है,लागू हैं,अब भी,अभी भी,जारी,abhi bhi,ab bhi,lagu hai',
);
const REPLACES = words(
  'replac~,subsum~,repeal~,merg~,consolidat~,in place of,instead of,took over,no longer,जगह,स्थान पर,समाहित,समा गए,निरस्त,विलय,ki jagah,khatam,samahit,ऐवजी,বদলে,பதிலாக,స్థానంలో,ಬದಲಿಗೆ,പകരം',
);

/** Topics of codes that stand beside the word for code. */
function codesNamed(text: string): Set<string> {
  const named = new Set<string>();
  for (const code of mentions(text, ANY_CODE)) {
    const sentence = sentenceAt(text, code.start, code.end);
    const around = text.slice(Math.max(sentence.start, code.start - 60), Math.min(sentence.end + 80, code.end + 110));
    for (const [topic, pattern] of Object.entries(TOPICS)) if (has(around, pattern)) named.add(topic);
  }
  return named;
}

/** params: none. Which codes must be named follows from the question. */
export const labourCodes: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const doubted = sentencesOf(text).find(
    (sentence) =>
      has(sentence.text, ANY_CODE) &&
      mentions(sentence.text, NOT_YET).some((found) => !isRulesTalk(sentence.text, found.start)),
  );
  if (doubted !== undefined)
    return failed('The codes are told as not yet in force.', heard.answer.quote(doubted.start, doubted.end));
  const kept = mentions(text, OLD_ACT).find((act) => {
    const sentence = sentenceAt(text, act.start, act.end).text;
    return (
      has(sentence, STILL) && !has(sentence, REPLACES) && !has(sentence, PAST) && !isSetAside(text, act.start, act.end)
    );
  });
  const named = codesNamed(text);
  if (named.size === 0 && !FOUR.test(text)) {
    const [old] = mentions(text, OLD_ACT);
    const clause = old === undefined ? null : clauseAt(text, old.start, old.end);
    return failed(
      'The codes in force are not named.',
      clause === null ? wholeAnswer(heard) : heard.answer.quote(clause.start, clause.end),
    );
  }
  if (kept !== undefined) {
    const sentence = sentenceAt(text, kept.start, kept.end);
    return failed('A replaced Act is told as in force.', heard.answer.quote(sentence.start, sentence.end));
  }
  const asked = Object.entries(TOPICS)
    .filter(([, pattern]) => has(question, pattern))
    .map(([topic]) => topic);
  // A list behind `four codes:` names each by its topic alone.
  const four = FOUR.exec(text);
  const listed = four === null ? '' : text.slice(four.index);
  const missing = asked.find((topic) => !named.has(topic) && !has(listed, TOPICS[topic] ?? FEW));
  if (missing !== undefined && !(FOUR.test(text) && named.size === 0))
    return failed(`The code on ${missing} is not named.`, wholeAnswer(heard));
  return passed('The labour codes in force are named.', wholeAnswer(heard));
});

const OF_RULES = /rules?\s+(?:under|for|of|made under|framed under)\s/iu;

/** `State rules are yet to be notified` doubts the rules, not the codes. */
function isRulesTalk(sentence: string, at: number): boolean {
  const clause = clauseAt(sentence, at, at + 1).text;
  return has(clause, RULES_ONLY) && (!has(clause, ANY_CODE) || OF_RULES.test(clause));
}
