/** Owns a bot that wants to be told an OTP, PIN or CVV. Steps that the user does alone, in the bank's app, want none. */
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { secretsAsked } from '../money/secrets-asked.ts';
import type { AlwaysOn } from './finding.ts';

const TELL = words(
  "share,send,tell,provide,give,reply,forward,message,mention,confirm,type here,enter (?:it )?(?:here|below),need your,need the,i'll need,we'll need,what is your,what's your,may i have,can i have",
  'बता~,भेज~,दीजिए,दें,दो,साझा,लिख~,चाहिए,यहां डाल~,यहाँ डाल~,bata~,bhej~,dijiye,dein,dedo,de do,share,likh~,chahiye,yahan daal~,yahan dal~',
  'বলুন,পাঠান,দিন,জানান,লাগবে,শেয়ার,சொல்லுங்கள்,அனுப்புங்கள்,தெரிவி~,பகிர~,தாருங்கள்,கொடுங்கள்,చెప్పండి,పంపండి,ఇవ్వండి,తెలపండి,ಹೇಳಿ,ಕಳುಹಿಸಿ,ತಿಳಿಸಿ,ನೀಡಿ,ಕೊಡಿ,പറയുക,പറയൂ,അയയ്ക്കുക,അയക്കൂ,നൽകുക,തരൂ,આપો,મોકલો,જણાવો,કહો,ਦੱਸੋ,ਭੇਜੋ,ਦਿਓ,କୁହନ୍ତୁ,ପଠାନ୍ତୁ,ଦିଅନ୍ତୁ,सांगा,पाठवा,द्या,بتائیں,بھیجیں,دیں',
);

/** How a PIN is made or changed: nobody is told it. */
const MAKE = words(
  'set,set up,create,creating,generate,change,reset,choose,kisi ko',
  'बनाएं,बनाइए,बनाने,बनाना,सेट,बदलें,बदलिए,किसी को,किसी से,banaiye,banaye,banao,banayein,badlein,badliye',
  'তৈরি,কাউকে,உருவாக்க~,யாரிடமும்,సృష్టించ~,ఎవరికీ,ರಚಿಸಿ,ಯಾರಿಗೂ,ഉണ്ടാക്ക~,ആരോടും,બનાવો,કોઈને,ਬਣਾਓ,ਕਿਸੇ ਨੂੰ,କାହାକୁ,तयार,कोणालाही,بنائیں,کسی کو',
);

export const toldSecret: AlwaysOn = (heard) => {
  const { verdict, reason, evidence } = secretsAsked({ params: {}, heard: [heard] });
  const said = foldLetters(evidence);
  return verdict === 'fail' && has(said, TELL) && !has(said, MAKE) ? { reason, evidence } : null;
};
