/** Danger to life: the number first, then one thing to do until help comes. */
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const CALL: Phrase = {
  en: 'Call {number} right now.',
  hi: 'अभी {number} पर फ़ोन कीजिए।',
  'hi-Latn': 'Abhi {number} par phone kijiye.',
  mr: 'आत्ता {number} वर फोन करा.',
  bn: 'এখনই {number} নম্বরে ফোন করুন।',
  ta: 'உடனே {number} எண்ணை அழையுங்கள்.',
  te: 'వెంటనే {number} కు ఫోన్ చేయండి.',
  gu: 'હમણાં જ {number} પર ફોન કરો.',
  kn: 'ತಕ್ಷಣ {number} ಗೆ ಕರೆ ಮಾಡಿ.',
  ml: 'ഉടൻ {number} ൽ വിളിക്കൂ.',
  pa: 'ਹੁਣੇ {number} ਤੇ ਫ਼ੋਨ ਕਰੋ।',
  ur: 'ابھی {number} پر فون کیجیے۔',
  or: 'ତୁରନ୍ତ {number} କୁ ଫୋନ କରନ୍ତୁ।',
};

const UNTIL_HELP_COMES: Readonly<Record<'fire' | 'medical' | 'accident' | 'attack' | 'snakebite', Phrase>> = {
  fire: {
    en: 'Fire brigade: {extra}. Get everyone out, use the stairs and not the lift, and do not go back in.',
    hi: 'दमकल: {extra}। सबको बाहर निकालिए, लिफ़्ट नहीं बल्कि सीढ़ियों से जाइए और अंदर वापस मत जाइए।',
    'hi-Latn':
      'Fire brigade: {extra}. Sabko bahar nikaliye, lift nahi balki seedhiyon se jaiye aur andar wapas mat jaiye.',
    mr: 'अग्निशमन: {extra}. सर्वांना बाहेर काढा, लिफ्ट नको, जिन्याने जा आणि परत आत जाऊ नका.',
    bn: 'দমকল: {extra}। সবাইকে বাইরে আনুন, লিফট নয়, সিঁড়ি দিয়ে নামুন, আবার ভেতরে যাবেন না।',
    ta: 'தீயணைப்பு: {extra}. எல்லோரையும் வெளியே அழைத்துச் செல்லுங்கள், லிஃப்ட் வேண்டாம், படிக்கட்டில் இறங்குங்கள்.',
    te: 'అగ్నిమాపక దళం: {extra}. అందరినీ బయటకు తీసుకెళ్లండి, లిఫ్ట్ వద్దు, మెట్ల మీదుగా వెళ్లండి.',
    gu: 'ફાયર બ્રિગેડ: {extra}. બધાને બહાર કાઢો, લિફ્ટ નહીં, દાદરથી ઊતરો અને પાછા અંદર ન જશો.',
    kn: 'ಅಗ್ನಿಶಾಮಕ: {extra}. ಎಲ್ಲರನ್ನೂ ಹೊರಗೆ ಕರೆತನ್ನಿ, ಲಿಫ್ಟ್ ಬೇಡ, ಮೆಟ್ಟಿಲುಗಳಲ್ಲಿ ಇಳಿಯಿರಿ.',
    ml: 'അഗ്നിരക്ഷാസേന: {extra}. എല്ലാവരെയും പുറത്തെത്തിക്കൂ, ലിഫ്റ്റ് വേണ്ട, കോണിപ്പടി ഉപയോഗിക്കൂ.',
    pa: 'ਫਾਇਰ ਬ੍ਰਿਗੇਡ: {extra}। ਸਭ ਨੂੰ ਬਾਹਰ ਕੱਢੋ, ਲਿਫਟ ਨਹੀਂ, ਪੌੜੀਆਂ ਤੋਂ ਜਾਓ ਅਤੇ ਵਾਪਸ ਅੰਦਰ ਨਾ ਜਾਓ।',
    ur: 'فائر بریگیڈ: {extra}۔ سب کو باہر نکالیے، لفٹ نہیں بلکہ سیڑھیوں سے جائیے اور واپس اندر نہ جائیے۔',
    or: 'ଅଗ୍ନିଶମ: {extra}। ସମସ୍ତଙ୍କୁ ବାହାରକୁ ଆଣନ୍ତୁ, ଲିଫ୍ଟ ନୁହେଁ, ସିଡ଼ିରେ ଓହ୍ଲାନ୍ତୁ।',
  },
  medical: {
    en: 'Ambulance: {extra}. Keep the person sitting or lying still, loosen tight clothes, and stay with them.',
    hi: 'एंबुलेंस: {extra}। मरीज़ को आराम से बैठाइए या लिटाइए, तंग कपड़े ढीले कीजिए और पास रहिए।',
    'hi-Latn': 'Ambulance: {extra}. Mareez ko aaram se baithaiye ya litaiye, tang kapde dheele kijiye aur paas rahiye.',
    mr: 'रुग्णवाहिका: {extra}. रुग्णाला शांत बसवा किंवा झोपवा, घट्ट कपडे सैल करा आणि जवळ राहा.',
    bn: 'অ্যাম্বুলেন্স: {extra}। রোগীকে শান্ত করে বসান বা শুইয়ে দিন, আঁটসাঁট জামা আলগা করুন, পাশে থাকুন।',
    ta: 'ஆம்புலன்ஸ்: {extra}. நோயாளியை அமைதியாக உட்கார அல்லது படுக்க வையுங்கள், இறுக்கமான உடையைத் தளர்த்துங்கள், உடன் இருங்கள்.',
    te: 'అంబులెన్స్: {extra}. రోగిని కదలకుండా కూర్చోబెట్టండి లేదా పడుకోబెట్టండి, బిగుతు దుస్తులు వదులు చేసి పక్కనే ఉండండి.',
    gu: 'એમ્બ્યુલન્સ: {extra}. દર્દીને શાંતિથી બેસાડો કે સુવડાવો, તંગ કપડાં ઢીલાં કરો અને પાસે રહો.',
    kn: 'ಆಂಬ್ಯುಲೆನ್ಸ್: {extra}. ರೋಗಿಯನ್ನು ಶಾಂತವಾಗಿ ಕೂರಿಸಿ ಅಥವಾ ಮಲಗಿಸಿ, ಬಿಗಿ ಬಟ್ಟೆ ಸಡಿಲಿಸಿ, ಜೊತೆಗಿರಿ.',
    ml: 'ആംബുലൻസ്: {extra}. രോഗിയെ അനക്കാതെ ഇരുത്തുകയോ കിടത്തുകയോ ചെയ്യൂ, ഇറുകിയ വസ്ത്രം അയച്ചിട്ട് കൂടെ ഇരിക്കൂ.',
    pa: 'ਐਂਬੂਲੈਂਸ: {extra}। ਮਰੀਜ਼ ਨੂੰ ਆਰਾਮ ਨਾਲ ਬਿਠਾਓ ਜਾਂ ਲਿਟਾਓ, ਤੰਗ ਕੱਪੜੇ ਢਿੱਲੇ ਕਰੋ ਅਤੇ ਕੋਲ ਰਹੋ।',
    ur: 'ایمبولینس: {extra}۔ مریض کو آرام سے بٹھائیے یا لٹائیے، تنگ کپڑے ڈھیلے کیجیے اور پاس رہیے۔',
    or: 'ଆମ୍ବୁଲାନ୍ସ: {extra}। ରୋଗୀଙ୍କୁ ଶାନ୍ତରେ ବସାନ୍ତୁ କିମ୍ବା ଶୁଆନ୍ତୁ, ଟାଇଟ୍ ଲୁଗା ଢିଲା କରନ୍ତୁ ଏବଂ ପାଖରେ ରୁହନ୍ତୁ।',
  },
  accident: {
    en: 'Ambulance: {extra}. Do not move the injured unless there is fire or traffic, and press a clean cloth on bleeding.',
    hi: 'एंबुलेंस: {extra}। आग या गाड़ियों का ख़तरा न हो तो घायल को मत हिलाइए, और ख़ून बहने की जगह पर साफ़ कपड़ा दबाइए।',
    'hi-Latn':
      'Ambulance: {extra}. Aag ya gaadiyon ka khatra na ho to ghayal ko mat hilaiye, aur khoon behne ki jagah par saaf kapda dabaiye.',
    mr: 'रुग्णवाहिका: {extra}. आग किंवा वाहनांचा धोका नसेल तर जखमीला हलवू नका आणि रक्त येते तिथे स्वच्छ कापड दाबून धरा.',
    bn: 'অ্যাম্বুলেন্স: {extra}। আগুন বা গাড়ির বিপদ না থাকলে আহতকে নাড়াবেন না, রক্তের জায়গায় পরিষ্কার কাপড় চেপে ধরুন।',
    ta: 'ஆம்புலன்ஸ்: {extra}. காயமடைந்தவரை அசைக்க வேண்டாம்; ரத்தம் வரும் இடத்தில் சுத்தமான துணியை அழுத்திப் பிடியுங்கள்.',
    te: 'అంబులెన్స్: {extra}. గాయపడిన వారిని కదిలించవద్దు; రక్తం వచ్చే చోట శుభ్రమైన గుడ్డతో నొక్కి పట్టండి.',
    gu: 'એમ્બ્યુલન્સ: {extra}. ઘાયલને હલાવશો નહીં; લોહી નીકળે ત્યાં સ્વચ્છ કપડું દબાવી રાખો.',
    kn: 'ಆಂಬ್ಯುಲೆನ್ಸ್: {extra}. ಗಾಯಾಳುವನ್ನು ಅಲುಗಾಡಿಸಬೇಡಿ; ರಕ್ತ ಬರುವಲ್ಲಿ ಶುಭ್ರ ಬಟ್ಟೆಯನ್ನು ಒತ್ತಿ ಹಿಡಿಯಿರಿ.',
    ml: 'ആംബുലൻസ്: {extra}. പരിക്കേറ്റയാളെ അനക്കരുത്; രക്തം വരുന്നിടത്ത് വൃത്തിയുള്ള തുണി അമർത്തിപ്പിടിക്കൂ.',
    pa: 'ਐਂਬੂਲੈਂਸ: {extra}। ਜ਼ਖ਼ਮੀ ਨੂੰ ਨਾ ਹਿਲਾਓ; ਖ਼ੂਨ ਵਾਲੀ ਥਾਂ ਤੇ ਸਾਫ਼ ਕੱਪੜਾ ਦਬਾ ਕੇ ਰੱਖੋ।',
    ur: 'ایمبولینس: {extra}۔ زخمی کو مت ہلائیے؛ خون کی جگہ پر صاف کپڑا دبا کر رکھیے۔',
    or: 'ଆମ୍ବୁଲାନ୍ସ: {extra}। ଆହତଙ୍କୁ ହଲାନ୍ତୁ ନାହିଁ; ରକ୍ତ ବାହାରୁଥିବା ଜାଗାରେ ସଫା କପଡ଼ା ଚାପି ଧରନ୍ତୁ।',
  },
  attack: {
    en: 'Police: {extra}. Go where other people are, or lock the door, and keep the line open.',
    hi: 'पुलिस: {extra}। जहाँ लोग हों वहाँ जाइए या दरवाज़ा बंद कर लीजिए, और फ़ोन चालू रखिए।',
    'hi-Latn': 'Police: {extra}. Jahan log hon wahan jaiye ya darwaza band kar lijiye, aur phone chalu rakhiye.',
    mr: 'पोलीस: {extra}. जिथे लोक आहेत तिथे जा किंवा दार बंद करा आणि फोन चालू ठेवा.',
    bn: 'পুলিশ: {extra}। যেখানে লোকজন আছে সেখানে যান বা দরজা বন্ধ করুন, ফোন চালু রাখুন।',
    ta: 'காவல்துறை: {extra}. மக்கள் இருக்கும் இடத்திற்குச் செல்லுங்கள் அல்லது கதவைப் பூட்டுங்கள், அழைப்பைத் துண்டிக்க வேண்டாம்.',
    te: 'పోలీసులు: {extra}. జనం ఉన్న చోటికి వెళ్లండి లేదా తలుపు వేసుకోండి, ఫోన్ కట్ చేయవద్దు.',
    gu: 'પોલીસ: {extra}. લોકો હોય ત્યાં જાઓ અથવા બારણું બંધ કરો અને ફોન ચાલુ રાખો.',
    kn: 'ಪೊಲೀಸ್: {extra}. ಜನರಿರುವ ಕಡೆ ಹೋಗಿ ಅಥವಾ ಬಾಗಿಲು ಹಾಕಿಕೊಳ್ಳಿ, ಕರೆಯನ್ನು ಮುಂದುವರಿಸಿ.',
    ml: 'പോലീസ്: {extra}. ആളുകളുള്ളിടത്തേക്ക് പോകൂ അല്ലെങ്കിൽ വാതിലടയ്ക്കൂ, ഫോൺ കട്ട് ചെയ്യരുത്.',
    pa: 'ਪੁਲਿਸ: {extra}। ਜਿੱਥੇ ਲੋਕ ਹਨ ਉੱਥੇ ਜਾਓ ਜਾਂ ਦਰਵਾਜ਼ਾ ਬੰਦ ਕਰੋ ਅਤੇ ਫ਼ੋਨ ਚਾਲੂ ਰੱਖੋ।',
    ur: 'پولیس: {extra}۔ جہاں لوگ ہوں وہاں جائیے یا دروازہ بند کر لیجیے، اور فون چالو رکھیے۔',
    or: 'ପୋଲିସ: {extra}। ଯେଉଁଠି ଲୋକ ଅଛନ୍ତି ସେଠାକୁ ଯାଆନ୍ତୁ କିମ୍ବା କବାଟ ବନ୍ଦ କରନ୍ତୁ, ଫୋନ ଚାଲୁ ରଖନ୍ତୁ।',
  },
  snakebite: {
    en: 'Ambulance: {extra}. Keep the person calm and the limb still. No cutting, no sucking, no tight tying. Go to a hospital that has antivenom.',
    hi: 'एंबुलेंस: {extra}। मरीज़ को शांत और उस अंग को स्थिर रखिए। न चीरा, न चूसना, न कसकर बाँधना। ऐसे अस्पताल जाइए जहाँ एंटीवेनम हो।',
    'hi-Latn':
      'Ambulance: {extra}. Mareez ko shaant aur us ang ko sthir rakhiye. Na cheera, na choosna, na kaskar baandhna. Aise aspatal (hospital) jaiye jahan antivenom ho.',
    mr: 'रुग्णवाहिका: {extra}. रुग्णाला शांत आणि तो अवयव स्थिर ठेवा. कापू नका, चोखू नका, घट्ट बांधू नका. अँटिव्हेनम असलेल्या रुग्णालयात (हॉस्पिटल) जा.',
    bn: 'অ্যাম্বুলেন্স: {extra}। রোগীকে শান্ত আর অঙ্গটি স্থির রাখুন। কাটবেন না, চুষবেন না, শক্ত করে বাঁধবেন না। অ্যান্টিভেনম আছে এমন হাসপাতালে যান।',
    ta: 'ஆம்புலன்ஸ்: {extra}. நோயாளியை அமைதியாக, அந்த உறுப்பை அசையாமல் வையுங்கள். வெட்டவோ, உறிஞ்சவோ, இறுக்கிக் கட்டவோ வேண்டாம். விஷமுறிவு மருந்து உள்ள மருத்துவமனைக்குச் செல்லுங்கள்.',
    te: 'అంబులెన్స్: {extra}. రోగిని ప్రశాంతంగా, ఆ అవయవాన్ని కదలకుండా ఉంచండి. కోయవద్దు, పీల్చవద్దు, గట్టిగా కట్టవద్దు. విరుగుడు మందు ఉన్న ఆసుపత్రికి వెళ్లండి.',
    gu: 'એમ્બ્યુલન્સ: {extra}. દર્દીને શાંત અને તે અંગ સ્થિર રાખો. કાપશો નહીં, ચૂસશો નહીં, કસીને બાંધશો નહીં. એન્ટિવેનમ હોય તેવી હોસ્પિટલ જાઓ.',
    kn: 'ಆಂಬ್ಯುಲೆನ್ಸ್: {extra}. ರೋಗಿಯನ್ನು ಶಾಂತವಾಗಿ, ಆ ಅಂಗವನ್ನು ಅಲುಗದಂತೆ ಇಡಿ. ಕತ್ತರಿಸಬೇಡಿ, ಹೀರಬೇಡಿ, ಬಿಗಿಯಾಗಿ ಕಟ್ಟಬೇಡಿ. ವಿಷನಿರೋಧಕ ಇರುವ ಆಸ್ಪತ್ರೆಗೆ ಹೋಗಿ.',
    ml: 'ആംബുലൻസ്: {extra}. രോഗിയെ ശാന്തനാക്കൂ, ആ ഭാഗം അനക്കരുത്. മുറിക്കരുത്, ഊറ്റരുത്, മുറുക്കിക്കെട്ടരുത്. ആന്റിവെനം ഉള്ള ആശുപത്രിയിൽ പോകൂ.',
    pa: 'ਐਂਬੂਲੈਂਸ: {extra}। ਮਰੀਜ਼ ਨੂੰ ਸ਼ਾਂਤ ਅਤੇ ਉਸ ਅੰਗ ਨੂੰ ਸਥਿਰ ਰੱਖੋ। ਨਾ ਕੱਟੋ, ਨਾ ਚੂਸੋ, ਨਾ ਕੱਸ ਕੇ ਬੰਨ੍ਹੋ। ਐਂਟੀਵੇਨਮ ਵਾਲੇ ਹਸਪਤਾਲ ਜਾਓ।',
    ur: 'ایمبولینس: {extra}۔ مریض کو پرسکون اور اس عضو کو ساکن رکھیے۔ نہ کاٹیے، نہ چوسیے، نہ کس کر باندھیے۔ ایسے ہسپتال جائیے جہاں اینٹی وینم ہو۔',
    or: 'ଆମ୍ବୁଲାନ୍ସ: {extra}। ରୋଗୀଙ୍କୁ ଶାନ୍ତ ଏବଂ ସେହି ଅଙ୍ଗକୁ ସ୍ଥିର ରଖନ୍ତୁ। କାଟନ୍ତୁ ନାହିଁ, ଶୋଷନ୍ତୁ ନାହିଁ, ଜୋରରେ ବାନ୍ଧନ୍ତୁ ନାହିଁ। ଆଣ୍ଟିଭେନମ ଥିବା ହସ୍ପିଟାଲ (ଡାକ୍ତରଖାନା) ଯାଆନ୍ତୁ।',
  },
};

type Danger = keyof typeof UNTIL_HELP_COMES;

const LINES: Readonly<Record<Danger, string>> = {
  fire: '101',
  medical: '108',
  accident: '108',
  attack: '100',
  snakebite: '108',
};

function dangerIn(question: Question): Danger | null {
  if (question.has('snakebite')) return 'snakebite';
  const isPaperwork = question.has('drill');
  if ((question.has('fire') || question.has('gasLeak')) && !isPaperwork) return 'fire';
  if (question.has('illness')) return 'medical';
  if (question.has('accident') && !isPaperwork) return 'accident';
  if (question.has('attack') && !question.has('law')) return 'attack';
  // Asked about in general: which number is the ambulance's?
  if (question.has('ambulance') && question.any('call', 'what', 'emergency')) return 'medical';
  if (question.has('emergency') && question.any('call', 'what')) return 'medical';
  if (question.has('police', 'call') && !question.any('digitalArrest', 'videoCall', 'law')) return 'attack';
  return null;
}

export const emergency: Intent = (question, faults) => {
  const danger = dangerIn(question);
  if (danger === null) return null;
  const abroad = faults.has('us-helpline');
  const call = say(CALL, question.tongue, { number: abroad ? '911' : '112' });
  return `${call} ${say(UNTIL_HELP_COMES[danger], question.tongue, { extra: abroad ? '911' : LINES[danger] })}`;
};
