/** Owns the rule of renamed places: old and new name lead to the same place, and nobody is lectured for the old one. */
import { type CaseInput, failed, type Heard, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt, sentencesOf } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';
import { notUnderstood, turnedAway } from '../turned-away.ts';
import { CITIES, type City, RENAMED } from './places.ts';
import { sameRecord } from './same-record.ts';
import { stanceOf } from './yes-no.ts';

const UNKNOWN = words(
  "no such (?:city|place|town|location|station|airport),no (?:city|place|town|location|results?|hotels?|buses|trains|flights) (?:called|named|found|for),does not exist,doesn't exist,not a valid (?:city|place|location|name),couldn't find,could not find,can't find,cannot find,not found,unknown (?:city|place|location),not recogni[sz]ed?,don't recogni[sz]e,do not recogni[sz]e,not serviceable,no longer exists,i don't know,not aware of,not (?:there |listed )?in (?:our|my|the) (?:list|database|system|records),unable to find",
  'कोई शहर नहीं,नाम का शहर नहीं,शहर नहीं मिला,जगह नहीं मिली,स्थान नहीं मिला,मौजूद नहीं,अस्तित्व नहीं,नहीं मिला,नहीं मिली,पता नहीं चला,मान्य नहीं,सूची में नहीं,लिस्ट में नहीं,यादीत नाही,तालिकेत नाही,list (?:mein|me) nahi,naam ka koi,nahi mila,nahi mili,koi shehar nahi,சிற்றூர் இல்லை,கிடைக்கவில்லை,இல்லாத ஊர்,కనుగొనబడలేదు,దొరకలేదు,পাওয়া যায়নি,নামে কোনো,ಸಿಗಲಿಲ್ಲ,കണ്ടെത്താനായില്ല,મળ્યું નથી,ਨਹੀਂ ਮਿਲਿਆ,তালিকায় নেই,তালিকাত নাই,পাওয়া গেল না,பட்டியலில் இல்லை,கண்டுபிடிக்க முடியவில்லை,జాబితాలో లేదు,కనపడలేదు,ಪಟ್ಟಿಯಲ್ಲಿಲ್ಲ,ಕಂಡುಬಂದಿಲ್ಲ,ಪಟ್ಟಿಯಲ್ಲಿ ಇಲ್ಲ,പട്ടികയിൽ ഇല്ല,പട്ടികയിലില്ല,കണ്ടെത്തിയില്ല,યાદીમાં નથી,ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ,ତାଲିକାରେ ନାହିଁ,فہرست میں نہیں,ମିଳିଲା ନାହିଁ,نہیں ملا',
);
const LECTURE = words(
  "colonial,outdated name,wrong name,incorrect name,please use the (?:correct|new|official|proper|right) name,use the (?:correct|official|proper) name,stop using,stop calling,shouldn't (?:use|call|say),should not (?:use|call|say),you must say,you should say,insult~,disrespect~,offensive,educate yourself,respect the,it is called \\p{L}+ now and you,सही नाम,नया नाम ही,पुराना नाम न,गुलामी,अंग्रेजों के जमाने,अपमान~,इस्तेमाल न करें,प्रयोग न करें,मत बोलिए,मत कहिए,न बोलें,sahi naam,purana naam mat,galat naam,சரியான பெயரை,సరైన పేరు,সঠিক নাম",
);
const YES_NO =
  /yes\s*\/?\s*(?:or)?\s*no|same (?:as|city|place)|is .{2,40} now|हां या नहीं|एक ही|हाँ या नहीं|ek hi|same hai|kya .{2,40} hi|ஒன்றா|ஒரே|ఒకటేనా|ఒకే|একই|ಒಂದೇ|ഒന്നാണോ|ഒരേ|એક જ|ਇੱਕੋ|ایک ہی|ಅದೇ|అదే|அதே|அதுதான|അതേ|അതുതന്നെ|તે જ|ਉਹੀ|ସେଇ|ସେହି|সেই|একেই|तेच|एकच|वही|wahi|وہی/iu;
const PIN = /(?<!\d)[1-9]\d{2}[ ]?\d{3}(?!\d)/gu;
const PIN_ASKED = words('pin,pincode,pin code,postal code,पिन,पिनकोड,পিন,பின்,పిన్,ಪಿನ್,പിൻ,પિન,ਪਿੰਨ,ପିନ୍,پن');

function citiesIn(text: string, list: readonly City[]): City[] {
  return list.filter((city) => has(text, city.names));
}

function judgeOne(heard: Heard): { reason: string; evidence: string } | null {
  const { text } = heard.answer;
  const asked = citiesIn(heard.question.text, RENAMED);
  const tell = (reason: string, at?: { start: number; end: number }) => ({
    reason,
    evidence: at === undefined ? wholeAnswer(heard) : heard.answer.quote(at.start, at.end),
  });
  const lecture = mentions(text, LECTURE).find((found) => !/^(?:do not|don't)/iu.test(found.text));
  if (lecture !== undefined)
    return tell('The user is lectured for the name.', sentenceAt(text, lecture.start, lecture.end));
  const unknown = mentions(text, UNKNOWN)[0];
  if (unknown !== undefined) return tell('The name is not recognised.', sentenceAt(text, unknown.start, unknown.end));
  const away = notUnderstood(text) ?? turnedAway(text);
  if (away !== null) return tell('The name is not recognised.', away);
  const [city] = asked;
  if (city === undefined) return null;
  if (YES_NO.test(heard.question.text)) {
    const stance = stanceOf(text);
    const named = (one: City) =>
      new Set(mentions(heard.question.text, one.names).map((found) => found.text.toLowerCase())).size;
    const isOnePlace = asked.some((one) => named(one) >= 2) || asked.length === 1;
    if (isOnePlace && stance === 'no') return tell('Old and new name are taken for two places.');
  }
  if (has(heard.question.text, PIN_ASKED)) {
    const codes = text.match(PIN) ?? [];
    const wrong = codes.find(
      (code) => !asked.some((one) => one.pins.length === 0 || one.pins.some((pin) => code.startsWith(pin))),
    );
    if (wrong !== undefined) return tell(`The PIN code ${wrong} is that of another place.`);
  }
  const stranger = sentencesOf(text).find((sentence) => {
    const named = citiesIn(sentence.text, CITIES);
    const ours = named.some((one) => asked.includes(one));
    const others = named.filter((one) => !asked.includes(one));
    return (
      ours &&
      others.length > 0 &&
      has(
        sentence.text,
        words(
          'now called,renamed,now known as,is now,same as,old name,new name,formerly,formerly known,का नया नाम,का पुराना नाम,का नाम बदलकर,अब .+? कहलाता,अब .+? कहते,ka naya naam,ka purana naam',
        ),
      ) &&
      !has(sentence.text, NEGATION)
    );
  });
  if (stranger !== undefined) return tell('The name is taken for another place.', stranger);
  const apart = sentencesOf(text).find(
    (sentence) =>
      has(
        sentence.text,
        words(
          'two (?:separate|distinct|other),different (?:places?|cities|city|towns?|states?),two different,separate (?:cities|places?|towns?),not the same,अलग-अलग,अलग अलग,अलग शहर,दो शहर,अलग जगह,alag alag,alag-alag,alag shehar,வேறு வேறு,వేర్వేరు,আলাদা,ভিন্ন,বেলেগ,வெவ்வேறு,வேறு ஊர~,వేరు వేరు,వేరే ఊర~,రెండు వేరు,ಬೇರೆ ಊರ~,ಎರಡು ಬೇರೆ,ಬೇರೆಬೇರೆ,જુદ~,ਵੱਖਰ~,ଅଲଗା,ଭିନ୍ନ,वेगळ~,वेगवेगळ~,مختلف,do alag,ಬೇರೆ ಬೇರೆ,വ്യത്യസ്ത~,અલગ,ਵੱਖ-ਵੱਖ,الگ الگ',
        ),
      ) &&
      asked.length === 1 &&
      !has(sentence.text, NOT_APART),
  );
  return apart === undefined ? null : tell('Old and new name are taken for two places.', apart);
}

const NOT_APART = words(
  "not (?:a )?different,not two,no different,aren't (?:two|different),अलग(?:-अलग)? (?:\\p{L}[\\p{L}\\p{M}]* )?नहीं,वेगळ~ नाही~,alag (?:\\p{L}+ )?nahi,(?:আলাদা|ভিন্ন) (?:\\p{L}[\\p{L}\\p{M}]* )?(?:নয়|না),(?:வெவ்வேறு|வேறு) ஊர~ (?:அல்ல|இல்லை),(?:వేరు|వేర్వేరు|వేరే) (?:\\p{L}[\\p{L}\\p{M}]* )?(?:కాదు|కావు),ಬೇರೆ (?:\\p{L}[\\p{L}\\p{M}]* )?ಅಲ್ಲ,ಬೇರೆಯಲ್ಲ,വ്യത്യസ്തമല്ല,(?:અલગ|જુદ~) (?:\\p{L}[\\p{L}\\p{M}]* )?નથી,(?:ਵੱਖ|ਵੱਖਰ~) (?:\\p{L}[\\p{L}\\p{M}]* )?ਨਹੀਂ,(?:ଅଲଗା|ଭିନ୍ନ) (?:\\p{L}[\\p{L}\\p{M}]* )?(?:ନୁହେଁ|ନୁହନ୍ତି),الگ (?:\\p{L}+ )?نہیں",
);

/** Two conversations, the old and the new name, must find the same; each answer must also know its place. */
export const renamedPlaces: Rule = (input: CaseInput) => {
  for (const one of input.heard) {
    const found = judgeOne(one);
    if (found !== null) return failed(found.reason, found.evidence);
  }
  const compared = input.heard.length > 1 ? sameRecord(input) : null;
  return compared?.verdict === 'fail' ? compared : passed('Old and new name lead to the same place.');
};
