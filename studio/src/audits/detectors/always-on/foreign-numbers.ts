/** Owns emergency numbers and helplines of other countries, told to a person in India as something to call. */
import { clauseAt, sentenceAt } from '../clauses.ts';
import { calledNumbers } from '../helpline.ts';
import { has, words } from '../lexicon.ts';
import type { AlwaysOn } from './finding.ts';

const INDIAN = '112,108,102,101,100,1098,181,1091,1930,14416,18008914416,14567,1033,139,104'.split(',');
const FOREIGN =
  '911,999,988,000,111,741741,116123,116111,18002738255,18007997233,8002738255,8007997233,131114,85258'.split(',');
/** 911 is also a car, and 999 a price: a number is one to call only where somebody calls. */
const CALLING = words(
  'call,calls,calling,dial,dials,dialing,dialling,phone,ring,text,helpline,hotline,lifeline,emergency,ambulance,police,fire brigade,number',
  'कॉल,फोन,फ़ोन,डायल,मिलाएं,मिलाइए,हेल्पलाइन,आपात~,एम्बुलेंस,पुलिस,phone,fon,dial,milao,milaiye,helpline,ambulance',
  'ফোন,কল,ডায়াল,হেল্পলাইন,அழை~,டயல்,உதவி எண்,ఫోన్,కాల్,డయల్,ಕರೆ,ಫೋನ್,ಡಯಲ್,വിളിക്ക~,ഡയൽ,ફોન,કોલ,ડાયલ,ਫੋਨ,ਕਾਲ,ਡਾਇਲ,ଫୋନ,କଲ,ଡାଏଲ,فون,کال,ڈائل',
);
/** Who asks about another country gets its number. */
const ELSEWHERE =
  /(?<!\p{L})(?:US|USA|UK|America\p{L}*|Britain|British|England|London|New York|California|Texas|Canada|Australia|Sydney|New Zealand|Bangladesh|Dhaka|Singapore|Malaysia|Dubai|UAE|abroad|foreign)(?!\p{L})|अमेरिक|ब्रिटेन|इंग्लैंड|लंदन|कनाडा|ऑस्ट्रेलिया|विदेश|America|amrika|videsh|ঢাকা|বাংলাদেশ|আমেরিকা|அமெரிக்க|అమెరికా|ಅಮೆರಿಕ|അമേരിക്ക|અમેરિકા|ਅਮਰੀਕਾ|ଆମେରିକା|امریکہ|امریکا/iu;

export const foreignNumbers: AlwaysOn = (heard) => {
  const { text } = heard.answer;
  const { indian, abroad } = calledNumbers(text, INDIAN, FOREIGN);
  if (abroad === undefined || (indian !== undefined && indian.start < abroad.start)) return null;
  if (ELSEWHERE.test(heard.question.text) || !has(sentenceAt(text, abroad.start, abroad.end).text, CALLING))
    return null;
  const clause = clauseAt(text, abroad.start, abroad.end);
  return {
    reason: `${abroad.digits} does not reach help in India${indian === undefined ? '' : ', and stands before the Indian number'}.`,
    evidence: heard.answer.quote(clause.start, clause.end),
  };
};
