/** Owns the rule of towns that share a name: ask which one is meant, or serve both, or use the PIN code given. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';

const STATES: Record<string, RegExp> = {
  bihar: words('bihar,बिहार,বিহার,பீகார்~,బీహార్~,ಬಿಹಾರ~,ബിഹാർ~,બિહાર,ਬਿਹਾਰ,بہار'),
  maharashtra: words(
    'maharashtra,sambhajinagar,महाराष्ट्र,संभाजीनगर,মহারাষ্ট্র,மகாராஷ்டிர~,మహారాష్ట్ర~,ಮಹಾರಾಷ್ಟ್ರ~,മഹാരാഷ്ട്ര~,મહારાષ્ટ્ર,ਮਹਾਰਾਸ਼ਟਰ,مہاراشٹر',
  ),
  himachal: words('himachal,hp,h\\.p\\.,हिमाचल,হিমাচল,ஹிமாச்சல~,హిమాచల్~,ಹಿಮಾಚಲ~,ഹിമാചൽ~,હિમાચલ,ਹਿਮਾਚਲ,ہماچل'),
  'uttar pradesh': words(
    'uttar pradesh,up,u\\.p\\.,उत्तर प्रदेश,यूपी,উত্তরপ্রদেশ,উত্তর প্রদেশ,உத்தரப் பிரதேச~,உத்தர~,ఉత్తరప్రదేశ్~,ఉత్తర ప్రదేశ్~,ಉತ್ತರ ಪ್ರದೇಶ~,ഉത്തർപ്രദേശ്~,ઉત્તર પ્રદેશ,ਉੱਤਰ ਪ੍ਰਦੇਸ਼,اتر پردیش',
  ),
  karnataka: words('karnataka,vijayapura,कर्नाटक,कर्णाटक,কর্ণাটক,கர்நாடக~,కర్ణాటక~,ಕರ್ನಾಟಕ~,ವಿಜಯಪುರ~,കർണാടക~,કર્ણાટક,کرناٹک'),
  chhattisgarh: words('chhattisgarh,cg,छत्तीसगढ़,ছত্তিশগড়,சத்தீஸ்கர்~,ఛత్తీస్‌గఢ్~,ಛತ್ತೀಸ್‌ಗಢ~,છત્તીસગઢ'),
  rajasthan: words('rajasthan,राजस्थान,রাজস্থান,ராஜஸ்தான்~,రాజస్థాన్~,રાજસ્થાન'),
  'madhya pradesh': words('madhya pradesh,mp,m\\.p\\.,मध्य प्रदेश,मध्यप्रदेश,মধ্যপ্রদেশ'),
  telangana: words('telangana,तेलंगाना,তেলেঙ্গানা,தெலங்கானா~,తెలంగాణ~,ತೆಲಂಗಾಣ~,തെലങ്കാന~,તેલંગાણા'),
  sindh: words('sindh,pakistan,सिंध,पाकिस्तान,সিন্ধু,পাকিস্তান,சிந்து,பாகிஸ்தான்~,సింధ్,పాకిస్తాన్~,سندھ,پاکستان'),
  tripura: words('tripura,त्रिपुरा,ত্রিপুরা'),
  jharkhand: words('jharkhand,झारखंड,ঝাড়খণ্ড'),
  'west bengal': words('west bengal,पश्चिम बंगाल,পশ্চিমবঙ্গ'),
  haryana: words('haryana,हरियाणा'),
  punjab: words('punjab,पंजाब,ਪੰਜਾਬ'),
  'tamil nadu': words('tamil nadu,तमिलनाडु,தமிழ்நாடு~'),
  gujarat: words('gujarat,गुजरात,ગુજરાત'),
  odisha: words('odisha,ओडिशा,ଓଡ଼ିଶା'),
  assam: words('assam,असम,অসম'),
  uttarakhand: words('uttarakhand,उत्तराखंड'),
};
/** Questions about anything ask with the same words: the sentence must also speak of a place. */
const OF_A_PLACE = words(
  'which one,which of,state,states,district,pin,pincode,pin code,city,town,place,location,area,where,in or,राज्य,जिला,जिले,पिन,पिनकोड,शहर,जगह,कौन से में,rajya,zila,shehar,jagah,রাজ্য,জেলা,পিন,শহর,மாநில~,மாவட்ட~,பின்,ஊர்,రాష్ట్ర~,జిల్లా~,పిన్,ఊరు,ರಾಜ್ಯ~,ಜಿಲ್ಲೆ~,ಪಿನ್,ಊರು,സംസ്ഥാന~,ജില്ല~,പിൻ,રાજ્ય~,જિલ્લ~,પિન,ਰਾਜ,ਪਿੰਨ,ରାଜ୍ୟ,ପିନ୍,ریاست,ضلع,پن',
  'aurangabads?,hamirpurs?,bijapurs?,bilaspurs?,pratapgarhs?,balrampurs?,udaipurs?,raigarhs?,hyderabads?,fatehpurs?,rampurs?,औरंगाबाद,हमीरपुर,बीजापुर,बिलासपुर,प्रतापगढ़,बलरामपुर,उदयपुर,रायगढ़,हैदराबाद,फतेहपुर,रामपुर,ঔরঙ্গাবাদ,হামিরপুর,হায়দরাবাদ,ஔரங்காபாத்~,பீஜப்பூர்~,ஹைதராபாத்~,ఔరంగాబాద్~,బీజాపూర్~,హైదరాబాద్~,ಬಿಜಾಪುರ~,ವಿಜಯಪುರ~,اورنگ آباد,حیدرآباد',
);
/** Towns where one of the namesakes is meant unless said otherwise. */
const MEANT: [name: RegExp, state: string, never: string][] = [
  [words('hyderabad,हैदराबाद,హైదరాబాద్~,হায়দরাবাদ,ஹைதராபாத்~,حیدرآباد'), 'telangana', 'sindh'],
];
const WHICH = words(
  'which,where exactly,which one,do you mean,did you mean,do you want,are you in,are you looking,confirm~,clarify,specify,or the one in,state or,share (?:the|your) pin,pin code,pincode,pin,district',
  'कौन सा,कौन से,कौन सी,किस,कौनसा,कौनसे,या,पिन,पिनकोड,राज्य,जिला,जिले,बताइए,बताएं,kaun sa,kaunsa,kaun se,kaunse,kis,ya,pin code,pincode,state,district',
  'কোন,নাকি,পিন,কোনটা,कोणत~,कोणते,की,எந்த,எது,பின்,ఏ,ఏది,లేదా,పిన్,ಯಾವ,ಪಿನ್,ഏത്,ഏതാണ്,പിൻ,કયા,કયું,કયો,પિન,ਕਿਹੜ~,ਪਿੰਨ,କେଉଁ,ପିନ୍,کون سا,کون سے,کس,پن',
);
const PIN_GIVEN = /(?<!\d)[1-9]\d{2} ?\d{3}(?!\d)/u;
const PIN_STATE: Record<string, string> = {
  82: 'bihar',
  43: 'maharashtra',
  17: 'himachal',
  21: 'uttar pradesh',
  58: 'karnataka',
  49: 'chhattisgarh',
  50: 'telangana',
  31: 'rajasthan',
  79: 'tripura',
  23: 'uttar pradesh',
  48: 'madhya pradesh',
  24: 'uttar pradesh',
  22: 'uttar pradesh',
  27: 'uttar pradesh',
};

function statesIn(text: string): string[] {
  return Object.entries(STATES)
    .filter(([, pattern]) => has(text, pattern))
    .map(([state]) => state);
}

export const sameNamePlaces: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = heard.question.text;
  const named = statesIn(text);
  const code = PIN_GIVEN.exec(asked)?.[0];
  const told = [...statesIn(asked), ...(code === undefined ? [] : [PIN_STATE[code.slice(0, 2)] ?? ''])].filter(Boolean);
  if (told.length > 0) {
    return named.length === 0 || named.some((state) => told.includes(state))
      ? passed('The place is the one that the user named.')
      : failed(`The place is taken to lie in ${named[0]}.`, wholeAnswer(heard));
  }
  if (named.length >= 2) return passed('More than one place of this name is considered.');
  const asking = sentencesOf(text).find((sentence) => {
    const isQuestion = /^\s*["')*\]]*\?/u.test(text.slice(sentence.end));
    return (
      has(sentence.text, WHICH) &&
      has(sentence.text, OF_A_PLACE) &&
      (isQuestion ||
        has(
          sentence.text,
          words(
            'please,share,tell,send,confirm,specify,बताइए,बताएं,भेजिए,भेजें,bataiye,batayein,bhejiye,bhej do,সূত্র,জানান,বলুন,சொல்லுங்கள்,அனுப்புங்கள்,చెప్పండి,పంపండి,ತಿಳಿಸಿ,ಹೇಳಿ,പറയൂ,അറിയിക്കൂ,જણાવો,ਦੱਸੋ,କୁହନ୍ତୁ,بتائیں,सांगा',
          ),
        ))
    );
  });
  if (asking !== undefined) return passed('The user is asked which place is meant.');
  const usual = MEANT.find(([name]) => has(asked, name));
  if (usual !== undefined && !named.includes(usual[2])) return passed(`The town in ${usual[1]} is meant.`);
  if (code !== undefined) return unscored('The PIN code does not tell the state.');
  return failed('One place of several is taken without asking.', wholeAnswer(heard));
});
