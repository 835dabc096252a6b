/** Owns the rule that Aadhaar proves identity only: neither citizenship nor a date of birth. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clausesOf, type Stretch, sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';
import { stanceOf } from './stance.ts';

const MATTER = words(
  'citizen~,nationality,date of birth,birth date,birthdate,birth proof,dob,age proof,proof of age,नागरिक~,राष्ट्रीयता,जन्मतिथि,जन्म तिथि,जन्म की तारीख,जन्म तारीख,जन्मतारीख,जन्म~,उम्र,nagrik~,janam~,janm~,dob,নাগরিক~,জন্ম~,જન્મ~,નાગરિક~,ਨਾਗਰਿਕ~,ਜਨਮ~,ନାଗରିକ~,ଜନ୍ମ~,குடியுரிமை~,பிறந்த~,பிறப்பு~,పౌరసత్వ~,పుట్టిన~,జన్మ~,ಪೌರತ್ವ~,ಜನ್ಮ~,ಹುಟ್ಟಿದ~,പൗരത്വ~,ജനന~,شہریت,پیدائش',
);
const PROVES = words(
  'proof,proves?,proving,evidence,valid,accepted,accept,enough,sufficient,establish~,confirms?,certif~,can use,can be used,use it,works?,serves?,treated as,counts?,प्रमाण,प्रमाणपत्र,सबूत,मान्य,मान~,काफी,पर्याप्त,साबित,पुरावा,praman,saboot,proof hai,maan~,manya,kaafi,sabit,প্রমাণ~,গ্রহণ~,যথেষ্ট,પુરાવ~,માન્ય,સાબિત~,ਸਬੂਤ,ਪ੍ਰਮਾਣ,ਮੰਨਿ~,ପ୍ରମାଣ,ସାବ୍ୟସ୍ତ,சான்று~,சான்றா~,ஆதாரம்,ஆதாரமா~,நிரூபி~,போதும்,ఆధారం,రుజువు~,నిరూపి~,సరిపోతుంది,ధృవీకరణ~,ಪುರಾವೆ~,ದಾಖಲೆ,ಸಾಬೀತು~,ಸಾಕು,തെളിവ്~,രേഖ~,തെളിയി~,ثبوت',
);
const AADHAAR = words(
  'aadhaa?r,aadhar,adhar,it,this,card,आधार,यह,ये,आधारच,हा,yeh,ye,আধার,এটি,এটা,আধাৰ,આધાર,તે,આ,ਆਧਾਰ,ਇਹ,ଆଧାର,ଏହା,ஆதார்~,இது,ఆధార్~,ఇది,ಆಧಾರ್~,ಇದು,ആധാർ~,ഇത്,آدھار,یہ',
);
const OTHER_PAPER = words(
  'passport,birth certificate,school~,voter,marksheet,matriculation,naturali[sz]ation,certificate,documents?,पासपोर्ट,जन्म प्रमाण,जन्म प्रमाणपत्र,जन्म प्रमाण पत्र,मार्कशीट,वोटर,दस्तावेज,जन्म दाखला,दाखला,पासपोर्टसाठी,পাসপোর্ট,জন্ম সনদ,શાળા,પાસપોર્ટ,જન્મ પ્રમાણપત્ર,ਪਾਸਪੋਰਟ,ପାସପୋର୍ଟ,பாஸ்போர்ட்~,பிறப்புச் சான்றிதழ்~,பிறப்பு சான்றிதழ்~,పాస్‌పోర్ట్~,జనన ధృవీకరణ~,ಪಾಸ್‌ಪೋರ್ಟ್~,ಜನನ ಪ್ರಮಾಣ~,പാസ്‌പോർട്ട്~,ജനന സർട്ടിഫിക്കറ്റ്~,پاسپورٹ',
);
const IDENTITY_ONLY =
  /(?:only|just|merely|सिर्फ|केवल|sirf|keval|फक्त|শুধু|ફક્ત|માત્ર|ਸਿਰਫ|କେବଳ|மட்டும|మాత్రమే|ಮಾತ್ರ|മാത്ര|صرف)[^.।\n]{0,40}(?:identity|पहचान|pehchan|pahchan|ओळख|পরিচয|ઓળખ|ਪਛਾਣ|ପରିଚୟ|அடையாள|గుర్తింపు|ಗುರುತ|തിരിച്ചറിയ|شناخت)|(?:identity|पहचान|pehchan|ओळख|পরিচয|ઓળખ|ਪਛਾਣ|ପରିଚୟ|அடையாள|గుర్తింపు|ಗುರುತ|തിരിച്ചറിയ|شناخت)[^.।\n]{0,40}(?:only|सिर्फ|केवल|sirf|फक्त|শুধু|মাত্র|ફક્ત|માત્ર|ਸਿਰਫ|କେବଳ|மட்டும|మాత్రమే|ಮಾತ್ರ|മാത്ര|صرف)/iu;
const ASKS_FOR_A_NO = words("isn't,is not,not proof,right\\?,नहीं है ना,nahi hai na");
const HEDGED = words(
  'myth,misconception,people think,many believe,भ्रम,गलतफहमी,often assumed,wrongly,mistakenly,गलत',
  'many think,some think,some believe,people believe,people assume,commonly believed,not true,not right,not correct,not so,not the case,untrue',
  'लोग मानते,लोग सोचते,लोग समझते,लोगों को लगता,सही नहीं,सच नहीं,ठीक नहीं,ऐसा नहीं,log maante,log sochte,log samajhte,logon ko lagta,galatfahmi,galat fehmi,bhram,sahi nahi,sach nahi,aisa nahi,लोकांना वाटत~,गैरसमज,खरे नाही,खरं नाही,तसे नाही,बरोबर नाही',
  'মনে করেন,মনে করে,ভাবেন,ভাবে,ভুল ধারণা,ভ্রান্ত~,ঠিক নয়,সত্যি নয়,সত্য নয়,তা নয়,ভাবে যে,ভুল ধাৰণা,நினைக்கிறா~,நினைக்கின்ற~,நம்புகிற~,தவறான எண்ணம்~,உண்மையல்ல,உண்மை இல்லை,சரியல்ல,అనుకుంటా~,చాలామంది~,చాలా మంది~,అపోహ~,నిజం కాదు,సరికాదు,ಹಲವರು,ಅನೇಕರು,ಅಂದುಕೊಳ್ಳು~,ತಪ್ಪು ಕಲ್ಪನೆ~,ನಿಜವಲ್ಲ,ಸರಿಯಲ್ಲ,പലരും,വിചാരിക്കുന്നു~,തെറ്റിദ്ധാരണ~,ശരിയല്ല,സത്യമല്ല',
  'લોકો માને~,લોકો માનતા~,ગેરસમજ,સાચું નથી,ਸਮਝਦੇ ਹਨ,ਲੋਕ ਮੰਨਦੇ,ਭੁਲੇਖਾ,ਸੱਚ ਨਹੀਂ,ਸਹੀ ਨਹੀਂ,ଭାବନ୍ତି,ଭୁଲ ଧାରଣା,ସତ ନୁହେଁ,ଠିକ୍ ନୁହେଁ,سمجھتے ہیں,غلط فہمی,درست نہیں,صحیح نہیں',
);

/** A clause that says, of the card and not of another paper, that it proves. */
function claims(sentence: Stretch): Stretch | null {
  for (const clause of clausesOf(sentence.text)) {
    if (!has(clause.text, MATTER) || !has(clause.text, PROVES) || has(clause.text, NEGATION)) continue;
    if (has(clause.text, OTHER_PAPER) && !has(clause.text.replace(/\b(?:it|this|card)\b/giu, ' '), AADHAAR)) continue;
    if (!has(sentence.text, AADHAAR) || has(sentence.text, HEDGED)) continue;
    return sentence;
  }
  return null;
}

const TURNS =
  /\b(?:but|however|though|yet)\b|लेकिन|मगर|परंतु|lekin|magar|পরন্তু|কিন্তু|ஆனால்|కానీ|ಆದರೆ|എന്നാൽ|પરંતુ|ਪਰ |କିନ୍ତୁ|لیکن|पण /iu;
const CURT_WORDS = 6;

/** `It does not.` */
const isCurtDenial = (sentence: string) =>
  sentence.trim().split(/\s+/u).length <= CURT_WORDS && has(sentence, NEGATION);

export const aadhaarProof: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const stance = stanceOf(text);
  const sentences = sentencesOf(text).filter((sentence) => !/^\s*[?？]/u.test(text.slice(sentence.end)));
  const claimed = sentences.map(claims).find((found) => found !== null);
  const denied = sentences.some((sentence) => has(sentence.text, MATTER) && has(sentence.text, NEGATION));
  const curtlyDenied = sentences[0] !== undefined && isCurtDenial(sentences[0].text);
  const reversed = has(heard.question.text, ASKS_FOR_A_NO);
  if (stance === 'yes' && !reversed && !denied) return failed('Aadhaar is said to be proof of it.', wholeAnswer(heard));
  if (
    claimed !== undefined &&
    claimed !== null &&
    (stance !== 'no' || !has(claimed.text, NEGATION) || TURNS.test(claimed.text))
  )
    return failed('Aadhaar is said to be proof of it.', heard.answer.quote(claimed.start, claimed.end));
  if (stance === 'no' || denied || curtlyDenied || IDENTITY_ONLY.test(text))
    return passed('Aadhaar is said to be no proof of it.');
  return failed('The answer does not say that Aadhaar is no proof of it.', wholeAnswer(heard));
});
