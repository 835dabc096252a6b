/** What the bot says when it did not understand: so, politely, and what it can do instead. */
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import { WHAT_I_CAN } from './talk.ts';

const SORRY: Phrase = {
  en: 'Sorry, I did not understand that. Could you put it another way?',
  hi: 'क्षमा कीजिए, यह बात समझ नहीं आई। कृपया दूसरे शब्दों में बताइए।',
  'hi-Latn': 'Maaf kijiye, yeh baat samajh nahi aayi. Kripya doosre shabdon mein bataiye.',
  mr: 'माफ करा, हे समजले नाही. कृपया वेगळ्या शब्दांत सांगा.',
  bn: 'দুঃখিত, কথাটা বুঝতে পারিনি। অন্যভাবে বলবেন?',
  ta: 'மன்னிக்கவும், அது புரியவில்லை. வேறு விதமாகச் சொல்ல முடியுமா?',
  te: 'క్షమించండి, అది అర్థం కాలేదు. మరోలా చెప్పగలరా?',
  gu: 'માફ કરશો, આ સમજાયું નહીં. બીજી રીતે કહેશો?',
  kn: 'ಕ್ಷಮಿಸಿ, ಅದು ಅರ್ಥವಾಗಲಿಲ್ಲ. ಬೇರೆ ರೀತಿ ಹೇಳುತ್ತೀರಾ?',
  ml: 'ക്ഷമിക്കണം, അത് മനസ്സിലായില്ല. മറ്റൊരു വിധത്തിൽ പറയാമോ?',
  pa: 'ਮਾਫ਼ ਕਰਨਾ, ਇਹ ਸਮਝ ਨਹੀਂ ਆਇਆ। ਹੋਰ ਤਰੀਕੇ ਨਾਲ ਦੱਸੋਗੇ?',
  ur: 'معاف کیجیے، یہ بات سمجھ نہیں آئی۔ دوسرے لفظوں میں بتائیے۔',
  or: 'କ୍ଷମା କରନ୍ତୁ, ଏହା ବୁଝିପାରିଲି ନାହିଁ। ଅନ୍ୟ ଭାବେ କହିବେ କି?',
};

export function notUnderstood({ tongue }: Question): string {
  return `${say(SORRY, tongue)} ${say(WHAT_I_CAN, tongue)}`;
}
