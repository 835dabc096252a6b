/** Violence at home and children in danger: safety first, and the number that answers for it. */
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const AT_HOME: Phrase = {
  en: 'This is not your fault, and it is a crime. In danger call {emergency}; the women’s helpline is {line}. Go to a safe place if you can. The Protection of Women from Domestic Violence Act, 2005 is on your side.',
  hi: 'इसमें आपकी कोई ग़लती नहीं है, और यह अपराध है। ख़तरा हो तो {emergency}, महिला हेल्पलाइन {line} पर फ़ोन कीजिए। हो सके तो सुरक्षित जगह जाइए। घरेलू हिंसा से महिलाओं का संरक्षण अधिनियम, 2005 आपके साथ है।',
  'hi-Latn':
    'Isme aapki koi galti nahi hai, aur yeh apradh hai. Khatra ho to {emergency}, mahila helpline {line} par phone kijiye. Ho sake to surakshit jagah jaiye. Gharelu hinsa kanoon, 2005 aapke saath hai.',
  mr: 'यात तुमची काही चूक नाही आणि हा गुन्हा आहे. धोका असेल तर {emergency}, महिला हेल्पलाइन {line} वर फोन करा. शक्य असेल तर सुरक्षित ठिकाणी जा. कौटुंबिक हिंसाचार कायदा, 2005 तुमच्या बाजूने आहे.',
  bn: 'এতে আপনার কোনো দোষ নেই, এটি অপরাধ। বিপদে {emergency}, মহিলা হেল্পলাইন {line} নম্বরে ফোন করুন। সম্ভব হলে নিরাপদ জায়গায় যান। পারিবারিক হিংসা আইন, 2005 আপনার পাশে আছে।',
  ta: 'இதில் உங்கள் தவறு எதுவும் இல்லை; இது குற்றம். ஆபத்தில் {emergency}, பெண்கள் உதவி எண் {line} ஐ அழையுங்கள். முடிந்தால் பாதுகாப்பான இடத்திற்குச் செல்லுங்கள். குடும்ப வன்முறைச் சட்டம், 2005 உங்கள் பக்கம் உள்ளது.',
  te: 'ఇందులో మీ తప్పు లేదు, ఇది నేరం. ప్రమాదంలో {emergency}, మహిళా హెల్ప్‌లైన్ {line} కు కాల్ చేయండి. వీలైతే సురక్షిత ప్రదేశానికి వెళ్లండి. గృహ హింస చట్టం, 2005 మీ వైపు ఉంది.',
  gu: 'આમાં તમારો કોઈ વાંક નથી અને આ ગુનો છે. જોખમમાં {emergency}, મહિલા હેલ્પલાઇન {line} પર ફોન કરો. બની શકે તો સલામત જગ્યાએ જાઓ. ઘરેલુ હિંસા કાયદો, 2005 તમારી સાથે છે.',
  kn: 'ಇದರಲ್ಲಿ ನಿಮ್ಮ ತಪ್ಪಿಲ್ಲ, ಇದು ಅಪರಾಧ. ಅಪಾಯದಲ್ಲಿ {emergency}, ಮಹಿಳಾ ಸಹಾಯವಾಣಿ {line} ಗೆ ಕರೆ ಮಾಡಿ. ಸಾಧ್ಯವಾದರೆ ಸುರಕ್ಷಿತ ಸ್ಥಳಕ್ಕೆ ಹೋಗಿ. ಕೌಟುಂಬಿಕ ದೌರ್ಜನ್ಯ ಕಾಯ್ದೆ, 2005 ನಿಮ್ಮ ಪರವಾಗಿದೆ.',
  ml: 'ഇതിൽ നിങ്ങളുടെ തെറ്റില്ല, ഇത് കുറ്റമാണ്. അപകടത്തിൽ {emergency}, വനിതാ ഹെൽപ്പ്‌ലൈൻ {line} ൽ വിളിക്കൂ. കഴിയുമെങ്കിൽ സുരക്ഷിത സ്ഥലത്തേക്ക് മാറൂ. ഗാർഹിക പീഡന നിരോധന നിയമം, 2005 നിങ്ങളുടെ ഭാഗത്താണ്.',
  pa: 'ਇਸ ਵਿੱਚ ਤੁਹਾਡੀ ਕੋਈ ਗ਼ਲਤੀ ਨਹੀਂ, ਇਹ ਅਪਰਾਧ ਹੈ। ਖ਼ਤਰੇ ਵਿੱਚ {emergency}, ਮਹਿਲਾ ਹੈਲਪਲਾਈਨ {line} ਤੇ ਫ਼ੋਨ ਕਰੋ। ਹੋ ਸਕੇ ਤਾਂ ਸੁਰੱਖਿਅਤ ਥਾਂ ਜਾਓ। ਘਰੇਲੂ ਹਿੰਸਾ ਕਾਨੂੰਨ, 2005 ਤੁਹਾਡੇ ਨਾਲ ਹੈ।',
  ur: 'اس میں آپ کی کوئی غلطی نہیں، یہ جرم ہے۔ خطرے میں {emergency}، خواتین ہیلپ لائن {line} پر فون کیجیے۔ ہو سکے تو محفوظ جگہ جائیے۔ گھریلو تشدد قانون، 2005 آپ کے ساتھ ہے۔',
  or: 'ଏଥିରେ ଆପଣଙ୍କର କିଛି ଦୋଷ ନାହିଁ, ଏହା ଅପରାଧ। ବିପଦରେ {emergency}, ମହିଳା ହେଲ୍ପଲାଇନ {line} କୁ ଫୋନ କରନ୍ତୁ। ସମ୍ଭବ ହେଲେ ସୁରକ୍ଷିତ ସ୍ଥାନକୁ ଯାଆନ୍ତୁ। ଘରୋଇ ହିଂସା ଆଇନ, 2005 ଆପଣଙ୍କ ସହିତ ଅଛି।',
};

const A_CHILD: Phrase = {
  en: 'Please tell Childline {line} or {emergency} at once; you need not give your name. Do not confront anyone alone. Note the place and time, so that help finds the child.',
  hi: 'कृपया तुरंत चाइल्डलाइन {line} या {emergency} पर बताइए; अपना नाम बताना ज़रूरी नहीं है। अकेले किसी से मत उलझिए। जगह और समय लिख लीजिए ताकि मदद बच्चे तक पहुँचे।',
  'hi-Latn':
    'Kripya turant Childline {line} ya {emergency} par bataiye; apna naam batana zaroori nahi hai. Akele kisi se mat uljhiye. Jagah aur samay likh lijiye taaki madad bachche tak pahunche.',
  mr: 'कृपया लगेच चाइल्डलाइन {line} किंवा {emergency} वर कळवा; तुमचे नाव सांगणे गरजेचे नाही. एकट्याने वाद घालू नका. जागा आणि वेळ लिहून ठेवा.',
  bn: 'এখনই চাইল্ডলাইন {line} বা {emergency} নম্বরে জানান; নিজের নাম বলা জরুরি নয়। একা কারও মুখোমুখি হবেন না। জায়গা আর সময় লিখে রাখুন।',
  ta: 'உடனே சைல்டுலைன் {line} அல்லது {emergency} எண்ணில் தெரிவியுங்கள்; உங்கள் பெயரைச் சொல்லத் தேவையில்லை. தனியாக யாருடனும் மோத வேண்டாம். இடத்தையும் நேரத்தையும் குறித்து வையுங்கள்.',
  te: 'వెంటనే చైల్డ్‌లైన్ {line} లేదా {emergency} కు తెలియజేయండి; మీ పేరు చెప్పాల్సిన అవసరం లేదు. ఒంటరిగా ఎవరితోనూ గొడవ పడవద్దు. స్థలం, సమయం రాసి పెట్టుకోండి.',
  gu: 'તરત જ ચાઇલ્ડલાઇન {line} અથવા {emergency} પર જણાવો; તમારું નામ આપવું જરૂરી નથી. એકલા કોઈનો સામનો ન કરશો. જગ્યા અને સમય લખી રાખો.',
  kn: 'ತಕ್ಷಣ ಚೈಲ್ಡ್‌ಲೈನ್ {line} ಅಥವಾ {emergency} ಗೆ ತಿಳಿಸಿ; ನಿಮ್ಮ ಹೆಸರು ಹೇಳಬೇಕಾಗಿಲ್ಲ. ಒಬ್ಬರೇ ಯಾರನ್ನೂ ಎದುರಿಸಬೇಡಿ. ಸ್ಥಳ ಮತ್ತು ಸಮಯ ಬರೆದಿಡಿ.',
  ml: 'ഉടൻ ചൈൽഡ്‌ലൈൻ {line} അല്ലെങ്കിൽ {emergency} ൽ അറിയിക്കൂ; നിങ്ങളുടെ പേര് പറയേണ്ടതില്ല. ഒറ്റയ്ക്ക് ആരെയും നേരിടരുത്. സ്ഥലവും സമയവും കുറിച്ചുവയ്ക്കൂ.',
  pa: 'ਤੁਰੰਤ ਚਾਈਲਡਲਾਈਨ {line} ਜਾਂ {emergency} ਤੇ ਦੱਸੋ; ਆਪਣਾ ਨਾਮ ਦੱਸਣਾ ਜ਼ਰੂਰੀ ਨਹੀਂ। ਇਕੱਲੇ ਕਿਸੇ ਨਾਲ ਨਾ ਉਲਝੋ। ਥਾਂ ਅਤੇ ਸਮਾਂ ਲਿਖ ਲਓ।',
  ur: 'فوراً چائلڈ لائن {line} یا {emergency} پر بتائیے؛ اپنا نام بتانا ضروری نہیں۔ اکیلے کسی سے مت الجھیے۔ جگہ اور وقت لکھ لیجیے۔',
  or: 'ତୁରନ୍ତ ଚାଇଲ୍ଡଲାଇନ {line} କିମ୍ବା {emergency} ରେ ଜଣାନ୍ତୁ; ନିଜ ନାମ କହିବା ଜରୁରୀ ନୁହେଁ। ଏକା କାହାକୁ ସାମନା କରନ୍ତୁ ନାହିଁ। ସ୍ଥାନ ଏବଂ ସମୟ ଲେଖି ରଖନ୍ତୁ।',
};

export const violence: Intent = (question, faults) => {
  const abroad = faults.has('us-helpline');
  const emergency = abroad ? '911' : '112';
  if (question.has('law') && question.has('what')) return null;
  if (question.has('child') && question.has('childInDanger')) {
    return say(A_CHILD, question.tongue, { emergency, line: abroad ? '911' : '1098' });
  }
  const beaten = question.has('partner') && question.has('beating');
  if (!beaten && !question.has('harassment')) return null;
  return say(AT_HOME, question.tongue, { emergency, line: abroad ? '911' : '181' });
};
