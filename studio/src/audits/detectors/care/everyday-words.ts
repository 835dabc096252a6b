/** Owns words that mean something else in India: marks and boards of schools, and everyday words of trade and home. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { folded, isRejected } from './said.ts';

const BOARD_MISREAD = folded(
  '(?:10\\+2|12)(?: ?\\(10\\+2\\))?\\s*(?:saal|sal|साल|वर्ष|varsh)\\s+(?:ka|ke|का|के)\\s+(?:[\\p{L}\\p{M}]+ ){0,3}(?:kaam|kam|anubhav|experience|काम|अनुभव|नौकरी)|(?:[1-9]\\d?|one|two|three|four|five|ten|twelve|ek|do|das|barah)[+ -]*(?:additional |extra |more |full )?years?[\' ]*(?:of\\s+)?(?:\\p{L}+\\s+){0,3}(?:experience|employment|service|work)|experience[^.\\n]{0,14}(?<!\\d)(?:[1-9]|1[0-2]) ?(?:years|yrs)|(?:additional|extra) years|experience ?years?"?\\s*[:=]\\s*"?(?:[1-9]|10|12)|sprint|jira|product backlog|work backlog|backlog (?:of|in) (?:work|tasks|orders|tickets)|(?:pending|open|unfinished)[ _](?:tasks?|tickets?|work[ _]items?|stories)|freshman|first[- ]year student|grade 12 employee|year 12 of (?:work|service)|performance (?:rating|score|review)|(?:10|12)(?:th)? (?:attempts?|passes|tickets)|bus pass|gate pass|(?:10|12)th (?:rank|position|place|floor)|ph\\.?d|class rank|\\d+ (?:साल|वर्ष) का (?:अनुभव|काम)|\\d+ saal ka (?:anubhav|experience)|अनुभव\\s*:\\s*[1-9]|kaam ka backlog|बकाया काम|लंबित काम|(?:gpa|cgpa)[^.\\n]{0,20}out of 4|/ ?4\\.0|4\\.0 scale|scale of 4|high school (?:ap|gpa)|\\bap courses|"rank"\\s*:\\s*(?:10|12)',
);
const GRADUATE_JOB = folded(
  '\\bias\\b|upsc civil|bank po|sbi po|ibps po|ssc cgl|\\bcgl\\b|college professor|assistant professor|graduate trainee|आईएएस|बैंक पीओ|सीजीएल',
);
const ONLY_TENTH = folded('(?:10th|10 ?वीं|दसवीं|10vi|matric|class 10|10ம்|10వ)\\s*(?:pass|पास|fail|फेल)');
const STUDY = folded(
  '\\bjee\\b|\\bneet\\b|\\bcuet\\b|\\bnta\\b|\\bcet\\b|\\bclat\\b|\\bnda\\b|entrance|प्रवेश|12th|\\b12\\b|10th|\\b10\\b|class|grade|higher secondary|senior secondary|school|board|backlog|paper|subject|exam|degree|b\\.? ?e|b\\.? ?tech|cgpa|percent|%|qualification|कक्षा|बोर्ड|परीक्षा|पेपर|विषय|बारहवीं|दसवीं|पढ़ाई|10वीं|12वीं|ssc|mts|gds|police|constable|railway|group d|post|iti|naukri|नौकरी|padhai|vishay|பள்ளி|தேர்வு|వ|పరీక్ష|ಪರೀಕ್ಷೆ|പരീക്ഷ|পরীক্ষা|પરીક્ષા|ਪ੍ਰੀਖਿਆ|ପରୀକ୍ଷା',
);

export const schoolMarks: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const misread = [...text.matchAll(new RegExp(BOARD_MISREAD.source, 'giu'))].find(
    (one) => !isRejected(text, one.index, one.index + one[0].length) && !heard.question.text.includes(one[0]),
  );
  if (misread !== undefined)
    return failed(
      'School marks are taken for something else.',
      heard.answer.quote(misread.index, misread.index + misread[0].length),
    );
  const job = ONLY_TENTH.test(heard.question.text) ? GRADUATE_JOB.exec(text) : null;
  if (
    job !== null &&
    !isRejected(text, job.index, job.index + job[0].length) &&
    !/graduat|स्नातक|degree|ke baad|के बाद|later/iu.test(sentenceAt(text, job.index, job.index + 1).text)
  ) {
    return failed(
      'Jobs for graduates are named to somebody with ten years of school.',
      heard.answer.quote(job.index, job.index + job[0].length),
    );
  }
  return STUDY.test(text)
    ? passed('The marks are understood.')
    : failed('The marks are not understood.', wholeAnswer(heard));
});

interface TradeWord {
  asked: RegExp;
  right: RegExp;
  wrong: RegExp;
}

const TRADE: TradeWord[] = [
  {
    asked: folded(
      '(?:light|current|bijli|लाइट|करंट|बिजली|लाईट|লাইট|কারেন্ট|கரண்ட்|కరెంట్|ಕರೆಂಟ್|കറന്റ്|લાઇટ|ਲਾਈਟ|ਬਿਜਲੀ|ଲାଇଟ)\\S*\\s+(?:\\S+\\s+){0,3}(?:chali|gayi|gai|gone|nahi|nhi|nai|cut|went|चली|गई|नहीं|गुल|गेली|নেই|গেছে|போயிடு|போச்சு|இல்ல|పోయింది|లేదు|ಹೋಗಿದೆ|ಇಲ್ಲ|പോയി|ഇല്ല|ગઈ|નથી|ਗਈ|ਨਹੀਂ|ଗଲା|ନାହିଁ)|no current|power cut',
    ),
    right: folded(
      'power|bijli|electric|discom|1912|outage|load ?shedding|transformer|feeder|substation|supply|fuse|mcb|बिजली|विद्युत|डिस्कॉम|ट्रांसफॉर्मर|बत्ती|বিদ্যুৎ|মহাবিতরণ|மின்|విద్యుత్|కరెంట్ ఆఫీ|ವಿದ್ಯುತ್|ವಿದ್ಯುಚ್ಛಕ್ತಿ|ബെസ്കോം|ബെസ്കോം|വൈദ്യുതി|വൈദ്യുത|വിദ്യുത്|વીજળી|વીજ|ਬਿਜਲੀ|ବିଦ୍ୟୁତ|वीज|بجلی',
    ),
    wrong: folded(
      'replace the bulb|change the bulb|bulb|lamp|led light|sunlight|daylight|current account|savings account|bank|ocean current|current affairs|lighter|weight|तट|बल्ब|लैंप|चालू खाता|करंट अकाउंट|बैंक|ट्यूबलाइट बदल|balb|tubelight badal|டியூப்|பல்ப்|బల్బు|ಬಲ್ಬ್|ബൾബ്|બલ્બ|ਬਲਬ|ବଲ୍ବ|দিয়াশলাই|বাল্ব',
    ),
  },
  {
    asked: folded(
      'missed ?call|miss ?call|मिस्ड ?कॉल|मिस ?कॉल|মিসড কল|மிஸ்டு கால்|மிஸ்ட் கால்|మిస్డ్ కాల్|ಮಿಸ್ಡ್ ಕಾಲ್|മിസ്ഡ് കോൾ|મિસ્ડ કોલ|ਮਿਸਡ ਕਾਲ|ମିସ୍ଡ କଲ',
    ),
    right: folded(
      "ring|hang up|disconnect|cut the call|without (?:answering|picking|being answered)|(?:not|n't|before you|before i) (?:answer|pick)|one ring|घंटी|काट|रिंग|बजाकर|उठाए बिना|ghanti|kaat|ring|bajakar|uthaye bina|রিং|কেটে|மணி|துண்டி|ரிங்|கட் செய்|రింగ్|కట్ చే|ರಿಂಗ್|ಕಟ್|റിങ്|കട്ട്|രിംഗ്|રિંગ|કાપી|ਰਿੰਗ|ਕੱਟ|ରିଙ୍ଗ|କାଟି",
    ),
    wrong: folded(
      'voice ?mail|leave (?:a )?message|call(?:ing)? (?:him|her|them|you|me)? ?(?:back )?until|failed call|missed (?:his|your|her|the) call|call log|apologi[sz]e|वॉइसमेल|वॉयसमेल|voicemail|வாய்ஸ்மெயில்|వాయిస్ మెయిల్|ವಾಯ್ಸ್|വോയ്‌?സ് ?മെയിൽ',
    ),
  },
  {
    asked: folded('recharge|रिचार्ज|রিচার্জ|ரீசார்ஜ்|రీఛార్జ్|రీచార్జ్|ರೀಚಾರ್ಜ್|റീചാർജ്|રિચાર્જ|ਰੀਚਾਰਜ|ରିଚାର୍ଜ'),
    right: folded(
      'top[- ]?up|prepaid|plan|pack|validity|balance|data|₹|rs\\.?|upi|mobile|sim|jio|airtel|vi\\b|bsnl|operator|app|प्लान|पैक|बैलेंस|मोबाइल|डेटा|प्रीपेड|plan|পাক|প্ল্যান|திட்டம்|பிளான்|ప్లాన్|ಪ್ಲಾನ್|പ്ലാൻ|પ્લાન|ਪਲਾਨ|ପ୍ଲାନ',
    ),
    wrong: folded(
      'battery|charging cable|plug (?:it|the phone|in)|charger|wall socket|power bank|rest and|sleep well|relax|बैटरी|चार्जर|चार्जिंग|charger|battery',
    ),
  },
  {
    asked: folded('stepney|stepny|स्टेपनी|স্টেপনি|ஸ்டெப்னி|స్టెప్నీ|ಸ್ಟೆಪ್ನಿ|സ്റ്റെപ്പിനി|સ્ટેપની|ਸਟੈਪਨੀ'),
    right: folded('spare|tyre|tire|wheel|टायर|पहिया|अतिरिक्त|taayar|tyre|টায়ার|டயர்|టైర్|ಟೈರ್|ടയർ|ટાયર|ਟਾਇਰ'),
    wrong: folded('london|borough|step ?stool|ladder|stepping|stairs|लंदन|सीढ़ी'),
  },
  {
    asked: folded('godown|गोदाम|godaam|গোডাউন|গুদাম|குடோன்|గోడౌన్|ಗೋಡೌನ್|ഗോഡൗൺ|ગોડાઉન|ਗੋਦਾਮ|ଗୋଦାମ'),
    right: folded(
      'warehouse|storage|store ?room|depot|godown|गोदाम|भंडार|वेयरहाउस|godaam|গুদাম|கிடங்கு|గిడ్డంగి|ಗೋದಾಮು|ഗോഡൗൺ|വെയർഹൗസ്|વખાર|ਗੋਦਾਮ|ଗୋଦାମ',
    ),
    wrong: folded('go down|going down|downstairs|basement|lower floor|ground floor|decrease|नीचे|neeche'),
  },
  {
    asked: folded('dongle|डोंगल|டாங்கிள்|డాంగిల్|ಡಾಂಗಲ್|ഡോംഗിൾ|ડોંગલ'),
    right: folded('internet|usb|data|wi-?fi|modem|network|इंटरनेट|यूएसबी|नेट|hotspot'),
    wrong: folded('hdmi only|dangle|earring|jewel|बाली'),
  },
  {
    asked: folded('dicky|dickey|डिक्की|dikki|ডিকি|டிக்கி|డిక్కీ|ಡಿಕ್ಕಿ|ഡിക്കി'),
    right: folded('boot|trunk|luggage|डिक्की|dikki|டிக்கி|డిక్కీ|back of the car|rear'),
    wrong: folded('bow tie|shirt|inappropriate|offensive|person named|friend'),
  },
  {
    asked: folded('petrol bunk|petrol pump|पेट्रोल पंप|பெட்ரோல் பங்க்|పెట్రోల్ బంక్|ಪೆಟ್ರೋಲ್ ಬಂಕ್|പെട്രോൾ (?:പമ്പ്|ബങ്ക്)'),
    right: folded('fuel|petrol|station|filling|pump|ईंधन|பெட்ரோல்|పెట్రోల్|ಪೆಟ್ರೋಲ್|പെട്രോൾ|gas station'),
    wrong: folded('bunk bed|bed\\b|hostel|water pump|hand pump'),
  },
  {
    asked: folded('geyser|गीज़?र|গিজার|கீசர்|గీజర్|ಗೀಸರ್|ഗീസർ|ગીઝર'),
    right: folded('heater|water|hot|bath|thermostat|पानी|गर्म|paani|garam|నీళ్|நீர்|ನೀರು|വെള്ളം'),
    wrong: folded('volcan|hot spring|yellowstone|eruption|iceland|ज्वालामुखी'),
  },
  {
    asked: folded('tiffin|टिफिन|টিফিন|டிஃபன்|டிபன்|టిఫిన్|ಟಿಫಿನ್|ടിഫിൻ'),
    right: folded('lunch|box|breakfast|meal|snack|food|dabba|खाना|डिब्बा|नाश्ता|khana|nashta|உணவு|అల్పాహార|ತಿಂಡಿ|ഭക്ഷണ'),
    wrong: folded('tiffany|jewel|puffin'),
  },
  {
    asked: folded('xerox|ज़?ेरॉक्स|जेरॉक्स|ஜெராக்ஸ்|జిరాక్స్|ಜೆರಾಕ್ಸ್|സെറോക്സ്'),
    right: folded('photocop|copy|copies|प्रति|कॉपी|फोटोकॉपी|நகல்|కాపీ|ಪ್ರತಿ|കോപ്പി'),
    wrong: folded('xerox (?:corporation|company|printer support|machine price)|stock price|share price'),
  },
];

export const wordsOfTheTrade: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = TRADE.filter((one) => one.asked.test(heard.question.text));
  for (const one of asked) {
    const wrong = one.wrong.exec(text);
    const isWrong = wrong !== null && !isRejected(text, wrong.index, wrong.index + wrong[0].length);
    const isRight = one.right.test(text.replace(new RegExp(one.wrong.source, 'giu'), ' '));
    if (wrong !== null && isWrong && (!isRight || wrong.index < text.search(one.right) || one === TRADE[1])) {
      return failed(
        'An everyday word is taken for something else.',
        heard.answer.quote(wrong.index, wrong.index + wrong[0].length),
      );
    }
    if (!isRight) return failed('An everyday word is not understood.', wholeAnswer(heard));
  }
  return passed('The everyday words are understood.');
});
