/** Owns the rule of the provident-fund number: twelve digits called UAN are not taken, checked or masked as an Aadhaar. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { digitRunsIn } from '../digit-runs.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

const UAN = words(
  'uan,epf,epfo,pf,provident fund,passbook,यूएएन,पीएफ,ईपीएफ,ईपीएफओ,भविष्य निधि,পিএফ,ইউএএন,પીએફ,યુએએન,ਪੀਐਫ,ਯੂਏਐਨ,ପିଏଫ,யூஏஎன்,பிஎஃப்~,பி.எஃப்~,வருங்கால வைப்பு~,యూఏఎన్,పీఎఫ్,పిఎఫ్,ಯುಎಎನ್,ಪಿಎಫ್,യുഎഎൻ,പിഎഫ്,یو اے این,پی ایف',
);
const AADHAAR = words(
  'aadhaa?r,aadhar,adhar,adhaar,uidai,uid,आधार,আধার,আধাৰ,આધાર,ਆਧਾਰ,ଆଧାର,ஆதார்~,ఆధార్~,ಆಧಾರ್~,ആധാർ~,آدھار,यूआईडीएआई',
);
/** Aadhaar as a step or a document of its own beside the UAN. */
const BESIDE = words(
  'link~,linked,linking,seed~,otp,separate~,if your,kyc,also,later,registered with,login,log in,unlike,different~,instead of,लिंक,जुड़~,ओटीपी,अलग,जोड़~,judwa~,juda,jod~,alag,जोडले~,সংযুক্ত,লিংক,যুক্ত,આલગ,જોડ~,ਲਿੰਕ,ਜੋੜ~,இணை~,లింక్,అనుసంధాన~,ಲಿಂಕ್,ಜೋಡ~,ബന്ധിപ്പി~,ലിങ്ക്,منسلک',
);
const TREATED = words(
  "saved,stored,noted,recorded,updated,verified,received,masked,masking,hidden,hid,hide,redacted,concealed,covered,registered,valid,invalid~,not valid,isn't valid,must start,cannot start,can't start,starts with,begin~,your aadhaa?r number,aadhaa?r number is,as per uidai,uidai rules?,check digit,verhoeff,format,for security,privacy,full aadhaa?r,share your aadhaa?r,do not share,don't share,never share,shouldn't share,sensitive,wrong,incorrect,छिपा~,छुपा~,chhupa~,chupa~,chhipa~,সেভ,লুকিয়ে,மறை~,దాచ~,ಮರೆಮಾಡ~,മറച്ച~,છુપાવ~,ਲੁਕਾ~,लपव~,सेव,सुरक्षित,दर्ज,अमान्य,गलत,मान्य,सही नहीं,शुरू,साझा,अपडेट,save,galat,amanya,share,sahi nahi~,shuru,valid nahi~,অবৈধ,ভুল,সংরক্ষণ,સાચવ~,ખોટ~,ਗਲਤ,ਸੇਵ,ଭୁଲ,செல்லாது,செல்லாத,தவறு,தவறான,சேமி~,தொடங்க~,చెల్లదు,చెల్లని,తప్పు,సేవ్,ನಮೂದ~,ತಪ್ಪು,ಅಮಾನ್ಯ,അസാധു~,തെറ്റ~,سیو,غلط",
);
/** The same number turned away: no twelve digits that begin with 1 are wrong for a UAN. */
const RE_ENTER =
  /(?:can(?:not|'t)|must not|should not|never|doesn't|does not) (?:start|begin)s? with (?:a |the )?(?:0|1|one|zero)|must (?:start|begin) with (?:2|two)|(?:uan|number|यूएएन)[^.\n।]{0,40}(?:is |looks |appears )?(?:not valid|invalid|incorrect|wrong|अमान्य|गलत|valid nahi|galat)|(?:re-?enter|correct|valid) (?:\p{L}+ )?(?:uan|12-digit|number)/iu;
const READ_AS_UAN = words(
  "it's a uan,it is a uan,is your uan,as a uan,as uan,as your uan,your uan,it's your uan,this is a uan,यह uan,ye uan,yeh uan",
);
const NEAR = 24;
/** What stands in place of the first eight digits. */
const MASK = /[X*•x#●-]{2,}\s?/gu;

function tailsOf(text: string): string[] {
  return digitRunsIn(text)
    .filter((run) => run.digits.length === 12)
    .flatMap((run) => [run.digits, run.digits.slice(-4)]);
}

/** `Aadhaar XXXX XXXX 6789`: the number itself stands under the other name. */
function isNamedAadhaar(text: string, start: number, end: number, tails: readonly string[]): boolean {
  return (
    digitRunsIn(text).some(
      (run) =>
        tails.includes(run.digits) &&
        run.start >= end &&
        text.slice(end, run.start).replace(MASK, '').length <= NEAR &&
        !/[.।!?]/u.test(text.slice(end, run.start)),
    ) && start >= 0
  );
}

export const providentNumber: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const tails = tailsOf(heard.question.text);
  const tell = (reason: string, place: { start: number; end: number }) =>
    failed(reason, heard.answer.quote(place.start, place.end));
  for (const sentence of sentencesOf(text)) {
    for (const found of mentions(sentence.text, AADHAAR)) {
      const saysItIsNot =
        /(?:not|isn't|than|nahi[n]?|नहीं)\s+(?:an? |your |the )?(?:aadhaa?r|adhar|आधार)/iu.test(sentence.text) ||
        /(?:आधार|aadhaa?r|ஆதார்|ఆధార్|ಆಧಾರ್|ആധാർ|আধার|આધાર)[^.,]{0,12}(?:नहीं|nahi|அல்ல|இல்லை|కాదు|ಅಲ್ಲ|അല്ല|নয়|નથી|नाही)/iu.test(
          sentence.text,
        );
      const isTurnedAway = /(?:not|isn't) (?:an? )?(?:valid|correct) aadhaa?r/iu.test(sentence.text);
      if (saysItIsNot && has(text, UAN) && !RE_ENTER.test(text)) continue;
      if (isNamedAadhaar(sentence.text, found.start, found.end, tails) && !saysItIsNot)
        return tell('The UAN is called an Aadhaar number.', sentence);
      if (isTurnedAway) return tell('The UAN is checked as an Aadhaar number.', sentence);
      if (has(sentence.text, BESIDE) || (has(sentence.text, NEGATION) && !has(sentence.text, TREATED))) continue;
      if (has(sentence.text, TREATED)) return tell('The UAN is taken for an Aadhaar number.', sentence);
    }
  }
  const again = RE_ENTER.exec(text);
  if (again !== null && !(has(text, READ_AS_UAN) && /not (?:an )?aadhaa?r/iu.test(text)))
    return tell('A well-formed UAN is turned away.', { start: again.index, end: again.index + again[0].length });
  return has(text, UAN)
    ? passed('The number is treated as a UAN.')
    : failed('The answer does not treat the number as a UAN.', wholeAnswer(heard));
});
