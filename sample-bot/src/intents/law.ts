/** Which law covers an offence today: the Bharatiya Nyaya Sanhita since 1 July 2024, not the Penal Code before it. */
import type { Concept } from '../reading/concepts.ts';
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const IN_FORCE: Phrase = {
  en: 'It falls under section {section} of the Bharatiya Nyaya Sanhita (BNS), 2023, in force since 1 July 2024. Take your papers and messages to the police station; a Zero FIR can be filed at any station.',
  hi: 'यह भारतीय न्याय संहिता (BNS), 2023 की धारा {section} में आता है, जो 1 जुलाई 2024 से लागू है। काग़ज़ और संदेश लेकर थाने जाइए; ज़ीरो FIR किसी भी थाने में दर्ज हो सकती है।',
  'hi-Latn':
    'Yeh Bharatiya Nyaya Sanhita (BNS), 2023 ki dhara {section} mein aata hai, jo 1 July 2024 se lagu hai. Kagaz aur message lekar thane jaiye; Zero FIR kisi bhi thane mein darj ho sakti hai.',
  mr: 'हे भारतीय न्याय संहिता (BNS), 2023 च्या कलम {section} मध्ये येते, जे 1 जुलै 2024 पासून लागू आहे. कागदपत्रे घेऊन पोलीस ठाण्यात जा; झिरो FIR कोणत्याही ठाण्यात नोंदवता येते.',
  bn: 'এটি ভারতীয় ন্যায় সংহিতা (BNS), 2023-এর ধারা {section}-এ পড়ে, যা 1 জুলাই 2024 থেকে চালু। কাগজপত্র নিয়ে থানায় যান; জিরো FIR যেকোনো থানায় করা যায়।',
  ta: 'இது பாரதிய நியாய சன்ஹிதா (BNS), 2023 இன் பிரிவு {section} இன் கீழ் வரும்; இது 1 ஜூலை 2024 முதல் நடைமுறையில் உள்ளது. ஆவணங்களுடன் காவல் நிலையம் செல்லுங்கள்; ஜீரோ FIR எந்த நிலையத்திலும் பதியலாம்.',
  te: 'ఇది భారతీయ న్యాయ సంహిత (BNS), 2023 సెక్షన్ {section} కిందకు వస్తుంది; ఇది 1 జూలై 2024 నుంచి అమల్లో ఉంది. పత్రాలతో పోలీస్ స్టేషన్‌కు వెళ్లండి; జీరో FIR ఏ స్టేషన్‌లోనైనా నమోదు చేయవచ్చు.',
  gu: 'આ ભારતીય ન્યાય સંહિતા (BNS), 2023 ની કલમ {section} માં આવે છે, જે 1 જુલાઈ 2024 થી અમલમાં છે. કાગળો લઈને પોલીસ સ્ટેશન જાઓ; ઝીરો FIR કોઈપણ સ્ટેશનમાં થઈ શકે.',
  kn: 'ಇದು ಭಾರತೀಯ ನ್ಯಾಯ ಸಂಹಿತೆ (BNS), 2023 ರ ಸೆಕ್ಷನ್ {section} ಅಡಿಯಲ್ಲಿ ಬರುತ್ತದೆ; ಇದು 1 ಜುಲೈ 2024 ರಿಂದ ಜಾರಿಯಲ್ಲಿದೆ. ದಾಖಲೆಗಳೊಂದಿಗೆ ಪೊಲೀಸ್ ಠಾಣೆಗೆ ಹೋಗಿ; ಜೀರೋ FIR ಯಾವ ಠಾಣೆಯಲ್ಲಾದರೂ ದಾಖಲಿಸಬಹುದು.',
  ml: 'ഇത് ഭാരതീയ ന്യായ സംഹിത (BNS), 2023 ലെ വകുപ്പ് {section} ൽ വരും; 2024 ജൂലൈ 1 മുതൽ പ്രാബല്യത്തിലുണ്ട്. രേഖകളുമായി പോലീസ് സ്റ്റേഷനിൽ പോകൂ; സീറോ FIR ഏത് സ്റ്റേഷനിലും നൽകാം.',
  pa: 'ਇਹ ਭਾਰਤੀ ਨਿਆਂ ਸੰਹਿਤਾ (BNS), 2023 ਦੀ ਧਾਰਾ {section} ਵਿੱਚ ਆਉਂਦਾ ਹੈ, ਜੋ 1 ਜੁਲਾਈ 2024 ਤੋਂ ਲਾਗੂ ਹੈ। ਕਾਗਜ਼ ਲੈ ਕੇ ਥਾਣੇ ਜਾਓ; ਜ਼ੀਰੋ FIR ਕਿਸੇ ਵੀ ਥਾਣੇ ਵਿੱਚ ਹੋ ਸਕਦੀ ਹੈ।',
  ur: 'یہ بھارتیہ نیائے سنہتا (BNS)، 2023 کی دفعہ {section} میں آتا ہے، جو 1 جولائی 2024 سے نافذ ہے۔ کاغذات لے کر تھانے جائیے؛ زیرو FIR کسی بھی تھانے میں درج ہو سکتی ہے۔',
  or: 'ଏହା ଭାରତୀୟ ନ୍ୟାୟ ସଂହିତା (BNS), 2023 ର ଧାରା {section} ରେ ଆସେ, ଯାହା 1 ଜୁଲାଇ 2024 ରୁ ଲାଗୁ। କାଗଜପତ୍ର ନେଇ ଥାନାକୁ ଯାଆନ୍ତୁ; ଜିରୋ FIR ଯେକୌଣସି ଥାନାରେ ହୋଇପାରେ।',
};

/** What a product says that still lives before July 2024. */
const OLD: Phrase = {
  en: 'It falls under section {section} of the Indian Penal Code (IPC). File a complaint at your police station.',
  hi: 'यह भारतीय दंड संहिता (IPC) की धारा {section} में आता है। थाने में शिकायत दर्ज कीजिए।',
  'hi-Latn': 'Yeh IPC ki dhara {section} mein aata hai. Thane mein shikayat darj kijiye.',
  mr: 'हे भारतीय दंड संहिता (IPC) च्या कलम {section} मध्ये येते.',
  bn: 'এটি ভারতীয় দণ্ডবিধি (IPC) ধারা {section}-এ পড়ে।',
  ta: 'இது இந்திய தண்டனைச் சட்டம் (IPC) பிரிவு {section} இன் கீழ் வரும்.',
  te: 'ఇది భారతీయ శిక్షాస్మృతి (IPC) సెక్షన్ {section} కిందకు వస్తుంది.',
  gu: 'આ ભારતીય દંડ સંહિતા (IPC) ની કલમ {section} માં આવે છે.',
  kn: 'ಇದು ಭಾರತೀಯ ದಂಡ ಸಂಹಿತೆ (IPC) ಸೆಕ್ಷನ್ {section} ಅಡಿಯಲ್ಲಿ ಬರುತ್ತದೆ.',
  ml: 'ഇത് ഇന്ത്യൻ ശിക്ഷാ നിയമം (IPC) വകുപ്പ് {section} ൽ വരും.',
  pa: 'ਇਹ ਭਾਰਤੀ ਦੰਡ ਸੰਹਿਤਾ (IPC) ਦੀ ਧਾਰਾ {section} ਵਿੱਚ ਆਉਂਦਾ ਹੈ।',
  ur: 'یہ تعزیرات ہند (IPC) کی دفعہ {section} میں آتا ہے۔',
  or: 'ଏହା ଭାରତୀୟ ଦଣ୍ଡ ସଂହିତା (IPC) ର ଧାରା {section} ରେ ଆସେ।',
};

const REPLACED: Phrase = {
  en: 'Since 1 July 2024 three new laws are in force: the Bharatiya Nyaya Sanhita (BNS) in place of the IPC, the BNSS in place of the CrPC, and the BSA in place of the Evidence Act.',
  hi: '1 जुलाई 2024 से तीन नए क़ानून लागू हैं: IPC की जगह भारतीय न्याय संहिता (BNS), CrPC की जगह BNSS और साक्ष्य अधिनियम की जगह BSA।',
  'hi-Latn':
    '1 July 2024 se teen naye kanoon lagu hain: IPC ki jagah Bharatiya Nyaya Sanhita (BNS), CrPC ki jagah BNSS aur Evidence Act ki jagah BSA.',
  mr: '1 जुलै 2024 पासून तीन नवे कायदे लागू आहेत: IPC ऐवजी भारतीय न्याय संहिता (BNS), CrPC ऐवजी BNSS आणि पुरावा कायद्याऐवजी BSA.',
  bn: '1 জুলাই 2024 থেকে তিনটি নতুন আইন চালু: IPC-র জায়গায় ভারতীয় ন্যায় সংহিতা (BNS), CrPC-র জায়গায় BNSS, সাক্ষ্য আইনের জায়গায় BSA।',
  ta: '1 ஜூலை 2024 முதல் மூன்று புதிய சட்டங்கள் நடைமுறையில் உள்ளன: IPC க்குப் பதில் BNS, CrPC க்குப் பதில் BNSS, சாட்சியச் சட்டத்திற்குப் பதில் BSA.',
  te: '1 జూలై 2024 నుంచి మూడు కొత్త చట్టాలు అమల్లో ఉన్నాయి: IPC బదులు భారతీయ న్యాయ సంహిత (BNS), CrPC బదులు BNSS, సాక్ష్య చట్టం బదులు BSA.',
  gu: '1 જુલાઈ 2024 થી ત્રણ નવા કાયદા અમલમાં છે: IPC ને બદલે ભારતીય ન્યાય સંહિતા (BNS), CrPC ને બદલે BNSS, પુરાવા કાયદાને બદલે BSA.',
  kn: '1 ಜುಲೈ 2024 ರಿಂದ ಮೂರು ಹೊಸ ಕಾನೂನುಗಳು ಜಾರಿಯಲ್ಲಿವೆ: IPC ಬದಲು ಭಾರತೀಯ ನ್ಯಾಯ ಸಂಹಿತೆ (BNS), CrPC ಬದಲು BNSS, ಸಾಕ್ಷ್ಯ ಕಾಯ್ದೆ ಬದಲು BSA.',
  ml: '2024 ജൂലൈ 1 മുതൽ മൂന്ന് പുതിയ നിയമങ്ങൾ പ്രാബല്യത്തിലുണ്ട്: IPC ക്ക് പകരം ഭാരതീയ ന്യായ സംഹിത (BNS), CrPC ക്ക് പകരം BNSS, തെളിവ് നിയമത്തിന് പകരം BSA.',
  pa: '1 ਜੁਲਾਈ 2024 ਤੋਂ ਤਿੰਨ ਨਵੇਂ ਕਾਨੂੰਨ ਲਾਗੂ ਹਨ: IPC ਦੀ ਥਾਂ ਭਾਰਤੀ ਨਿਆਂ ਸੰਹਿਤਾ (BNS), CrPC ਦੀ ਥਾਂ BNSS, ਸਬੂਤ ਐਕਟ ਦੀ ਥਾਂ BSA।',
  ur: '1 جولائی 2024 سے تین نئے قانون نافذ ہیں: IPC کی جگہ بھارتیہ نیائے سنہتا (BNS)، CrPC کی جگہ BNSS، شہادت ایکٹ کی جگہ BSA۔',
  or: '1 ଜୁଲାଇ 2024 ରୁ ତିନୋଟି ନୂଆ ଆଇନ ଲାଗୁ: IPC ବଦଳରେ ଭାରତୀୟ ନ୍ୟାୟ ସଂହିତା (BNS), CrPC ବଦଳରେ BNSS, ସାକ୍ଷ୍ୟ ଆଇନ ବଦଳରେ BSA।',
};

const DEPOSIT: Phrase = {
  en: 'Ask the landlord in writing for the deposit with a date, quoting the rent agreement. Then send a legal notice through a lawyer; after it you can go to the Rent Authority of your state or the civil court. Keep receipts, photographs and messages. Free legal aid: NALSA.',
  hi: 'किराया अनुबंध का हवाला देकर मकान मालिक से लिखित में तारीख़ के साथ डिपॉज़िट माँगिए। फिर वकील से क़ानूनी नोटिस भिजवाइए; उसके बाद राज्य के किराया प्राधिकरण या दीवानी अदालत जा सकते हैं। रसीद, फ़ोटो और संदेश रखिए। मुफ़्त क़ानूनी मदद: NALSA।',
  'hi-Latn':
    'Rent agreement ka hawala dekar makan malik se likhit mein tareekh ke saath deposit maangiye. Phir vakil se legal notice bhijwaiye; uske baad rajya ke Rent Authority ya civil court ja sakte hain. Raseed, photo aur message rakhiye. Muft kanooni madad: NALSA.',
  mr: 'भाडेकराराचा हवाला देऊन घरमालकाकडे लेखी डिपॉझिट मागा. मग वकिलामार्फत नोटीस पाठवा; त्यानंतर भाडे प्राधिकरण किंवा दिवाणी न्यायालयात जाता येते. पावत्या आणि संदेश जपा. मोफत कायदेशीर मदत: NALSA.',
  bn: 'ভাড়ার চুক্তি উল্লেখ করে বাড়িওয়ালার কাছে লিখিতভাবে ডিপোজিট চান। তারপর উকিলের নোটিস পাঠান; এরপর ভাড়া কর্তৃপক্ষ বা দেওয়ানি আদালতে যাওয়া যায়। রসিদ ও বার্তা রাখুন। বিনামূল্যে আইনি সাহায্য: NALSA।',
  ta: 'வாடகை ஒப்பந்தத்தைக் குறிப்பிட்டு வீட்டு உரிமையாளரிடம் எழுத்து மூலம் முன்பணத்தைக் கேளுங்கள். பிறகு வழக்கறிஞர் நோட்டீஸ் அனுப்புங்கள்; அதன் பின் வாடகை ஆணையம் அல்லது உரிமையியல் நீதிமன்றம் செல்லலாம். இலவச சட்ட உதவி: NALSA.',
  te: 'అద్దె ఒప్పందాన్ని పేర్కొంటూ యజమానిని రాతపూర్వకంగా డిపాజిట్ అడగండి. తర్వాత న్యాయవాది నోటీసు పంపండి; ఆపై అద్దె అథారిటీ లేదా సివిల్ కోర్టుకు వెళ్లవచ్చు. ఉచిత న్యాయ సహాయం: NALSA.',
  gu: 'ભાડા કરાર ટાંકીને મકાનમાલિક પાસે લેખિતમાં ડિપોઝિટ માગો. પછી વકીલની નોટિસ મોકલો; ત્યારબાદ ભાડા સત્તામંડળ કે દીવાની અદાલતમાં જઈ શકાય. મફત કાનૂની મદદ: NALSA.',
  kn: 'ಬಾಡಿಗೆ ಒಪ್ಪಂದವನ್ನು ಉಲ್ಲೇಖಿಸಿ ಮಾಲೀಕರಿಂದ ಲಿಖಿತವಾಗಿ ಠೇವಣಿ ಕೇಳಿ. ನಂತರ ವಕೀಲರ ನೋಟಿಸ್ ಕಳುಹಿಸಿ; ಆಮೇಲೆ ಬಾಡಿಗೆ ಪ್ರಾಧಿಕಾರ ಅಥವಾ ಸಿವಿಲ್ ನ್ಯಾಯಾಲಯಕ್ಕೆ ಹೋಗಬಹುದು. ಉಚಿತ ಕಾನೂನು ನೆರವು: NALSA.',
  ml: 'വാടകക്കരാർ ചൂണ്ടിക്കാട്ടി ഉടമയോട് എഴുതി ഡെപ്പോസിറ്റ് ചോദിക്കൂ. പിന്നെ വക്കീൽ നോട്ടീസ് അയയ്ക്കൂ; അതിനുശേഷം റെന്റ് അതോറിറ്റിയിലോ സിവിൽ കോടതിയിലോ പോകാം. സൗജന്യ നിയമസഹായം: NALSA.',
  pa: 'ਕਿਰਾਏ ਦੇ ਇਕਰਾਰਨਾਮੇ ਦਾ ਹਵਾਲਾ ਦੇ ਕੇ ਮਕਾਨ ਮਾਲਕ ਤੋਂ ਲਿਖਤੀ ਡਿਪਾਜ਼ਿਟ ਮੰਗੋ। ਫਿਰ ਵਕੀਲ ਦਾ ਨੋਟਿਸ ਭੇਜੋ; ਉਸ ਤੋਂ ਬਾਅਦ ਕਿਰਾਇਆ ਅਥਾਰਟੀ ਜਾਂ ਸਿਵਲ ਅਦਾਲਤ ਜਾ ਸਕਦੇ ਹੋ। ਮੁਫ਼ਤ ਕਾਨੂੰਨੀ ਮਦਦ: NALSA।',
  ur: 'کرایہ نامے کا حوالہ دے کر مکان مالک سے تحریری طور پر ڈپازٹ مانگیے۔ پھر وکیل کا نوٹس بھجوائیے؛ اس کے بعد کرایہ اتھارٹی یا دیوانی عدالت جا سکتے ہیں۔ مفت قانونی مدد: NALSA۔',
  or: 'ଭଡ଼ା ଚୁକ୍ତି ଉଲ୍ଲେଖ କରି ଘରମାଲିକଙ୍କୁ ଲିଖିତ ଭାବେ ଡିପୋଜିଟ ମାଗନ୍ତୁ। ତା’ପରେ ଓକିଲ ନୋଟିସ ପଠାନ୍ତୁ; ପରେ ଭଡ଼ା ପ୍ରାଧିକରଣ କିମ୍ବା ଦେୱାନୀ କୋର୍ଟକୁ ଯାଇପାରିବେ। ମାଗଣା ଆଇନ ସହାୟତା: NALSA।',
};

/** Section of the law in force and of the one before it; the first that fits decides. */
const OFFENCES: readonly [Concept, bns: string, ipc: string][] = [
  ['murder', '103', '302'],
  ['cruelty', '85', '498A'],
  ['forgery', '336', '465'],
  ['defamation', '356', '500'],
  ['stalking', '78', '354D'],
  ['intimidation', '351', '506'],
  ['snatching', '304', '379'],
  ['theft', '303', '379'],
  ['rashDriving', '281', '279'],
  ['cheating', '318', '420'],
  ['hurt', '115', '323'],
];

/** A section is asked for, or a charge of something that happened. */
const asksForSection = (question: Question): boolean => question.has('law') && !question.has('gst');

export const law: Intent = (question, faults) => {
  if (question.has('landlord') && !question.has('address')) return say(DEPOSIT, question.tongue);
  if (!asksForSection(question)) return null;
  const offence = OFFENCES.find(([concept]) => question.has(concept));
  if (offence !== undefined) {
    const [, section, oldSection] = offence;
    return faults.has('old-law')
      ? say(OLD, question.tongue, { section: oldSection })
      : say(IN_FORCE, question.tongue, { section });
  }
  return question.has('replacedLaw') ? say(REPLACED, question.tongue) : null;
};
