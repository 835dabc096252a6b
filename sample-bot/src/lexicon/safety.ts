/** Words of danger, despair, violence and fraud. */
import type { WordList } from '../reading/concepts.ts';

export const SAFETY = {
  suicide: [
    'suicide, suicidal, kill myself, kill himself, kill herself, kill themselves, end his life, end her life, killing myself, end my life, ending my life, end it all, take my life, want to die, better off dead, no reason to live, want to live any more, want to live anymore, not want to live, dont want to live, hurt myself, harm myself, feel like living, tired of living, आत्महत्या, खुदकुशी, ख़ुदकुशी, फांसी लगा*, फाँसी लगा*, जान दे दूं, जान दे दूँ, ज़हर खा, मर जाना चाहता, मर जाना चाहती, मरना चाहता, मरना चाहती, मरने का मन, मर जाने का मन, दुनिया छोड़ने, जीना नहीं चाहता, जीना नहीं चाहती, সুইসাইড, আত্মহত্যা, মরতে চাই, মরে যেতে চাই, தற்கொலை*, சாக வேண்டும், செத்துவிட*, ఆత్మహత్య*, చనిపోవాలని, చచ్చిపోవాలని, આત્મહત્યા, મરી જવું, ಆತ್ಮಹತ್ಯೆ*, ಸಾಯಬೇಕ*, ಸಾಯಲು, ആത്മഹത്യ*, മരിക്കണ*, മരിക്കാൻ, ਖੁਦਕੁਸ਼ੀ, ਮਰਨਾ ਚਾਹੁੰਦ*, ਮਰ ਜਾਣਾ ਚਾਹੁੰਦ*, خودکشی, مرنا چاہتا, مرنا چاہتی, ଆତ୍ମହତ୍ୟା, ମରିଯିବାକୁ, मरावंसं, मरायचं आहे, मरावेसे',
    'suicide, marne ka mann, marne ka man, mar jane ka mann, aatmahatya, atmahatya, khudkushi, fansi laga*, phansi laga*, phaansi laga*, jaan de du, mar jana chahta, mar jana chahti, marna chahta, marna chahti, zeher kha, tharkolai, saaganum, chachipovali, chanipovali, morte chai',
  ],
  living: [
    'जीने, जीना, जीवन जीने, जगावंसं, जगावेसे, जगण्यात, जगायचं, বাঁচতে, বেঁচে, வாழ, வாழப், வாழவே, உயிரோடு, బతకాలని, బతకాలనిపించ*, బ్రతకాలని, జీవించాలని, જીવવું, જીવવાની, જીવવાનું, ಬದುಕ*, ಜೀವಿಸ*, ജീവിക്കാൻ, ജീവിക്കണ*, ਜੀਣ, ਜੀਣਾ, ਜਿਉਣ, ਜੀਉਣ, جینے, جینا, ବଞ୍ଚିବା*, ବଞ୍ଚିବାକୁ',
    'jeene, jine, jeena, jina, vaazha, vazha, bathakali, bathakalani, brathakalani, bachte, jivvu, badukalu, jeevikkan',
  ],
  not: [
    'not, no, dont, never, nothing, नहीं, नही, मत, न, ना, नाही, नको, না, নেই, নয়, இல்லை, பிடிக்கவில்லை, வேண்டாம், தோன்றவில்லை, లేదు, కాదు, వద్దు, అనిపించడం, નથી, નહીં, નહિ, ના, ಇಲ್ಲ, ಇಷ್ಟವಿಲ್ಲ, ಬೇಡ, ಇಲ್ಲ*, ഇല്ല, വേണ്ട, തോന്നുന്നില്ല, ਨਹੀਂ, ਨਹੀ, ਨਾ, نہیں, نہ, مت, ନାହିଁ, ନାହି, ନା',
    'nahi, nahin, nai, mat, illa, illai, pidikkala, vendam, ledu, nathi, na, nei',
  ],
  lowSpirits: [
    'depressed, depression, hopeless, lonely, anxious, panic attack, anxiety, very sad, feel sad, feeling sad, feel empty, stressed, उदास, अकेला महसूस, अकेलापन, तनाव, डिप्रेशन, अवसाद, घबराहट, निराश, हताश, মন খারাপ, হতাশ, একা লাগ*, মানসিক চাপ, மனச்சோர்வு, மன அழுத்தம், தனிமை*, సోకం, ఒంటరి*, డిప్రెషన్, మానసిక ఒత్తిడి, નિરાશ, ઉદાસ, એકલ*, ತಳಮಳ, ಖಿನ್ನತೆ, ಒಂಟಿ*, വിഷാദ*, ഏകാന്ത*, ਉਦਾਸ, ਨਿਰਾਸ਼, ਤਣਾਅ, اداس, مایوس, تنہا, ଉଦାସ, ନିରାଶ, ହତାଶ, उदासीन, नैराश्य, एकटं, एकटे',
    'udaas, udas, akela feel, akelapan, tension me, depression, ghabrahat, nirash, manasu kashtama, mon kharap, ekla lagche',
  ],
  figureOfSpeech: [
    'laughing, laughter, embarrassment, embarrassed, शर्म से, शरम से, हँसते हँसते, हंसते हंसते, हंसी से, भूख से, गर्मी से, लाज, शरमेने, লজ্জায়, হাসতে হাসতে, வெட்கத்தில், சிரித்து, సిగ్గుతో, నవ్వి, શરમથી, ನಾಚಿಕೆ*, നാണം*, ਸ਼ਰਮ ਨਾਲ, شرم سے, ଲାଜରେ',
    'sharm se, sharam se, hans hans, haste haste, bhookh se, garmi se, lojjay',
  ],
  fire: [
    'fire, on fire, burning, blaze, smoke, आग, धुआँ, धुआं, जल रहा, आगीत, आगीचा, আগুন*, தீ, தீப்பிடி*, தீப்பற்றி, நெருப்பு, మంటలు, నిప్పు, అగ్ని*, આગ, ಬೆಂಕಿ*, തീ, തീപിടി*, തീപ്പിടി*, ਅੱਗ, آگ, ନିଆଁ*, आग लागली',
    'aag lag*, aag, ag lag*, thee pidi*, nippu, agun, benki',
  ],
  drill: [
    'fire drill, fire safety, fire extinguisher, fire insurance, accident insurance, firecracker, firecrackers, बीमा, अग्निशमन यंत्र, विमा, বীমা, காப்பீடு*, బీమా, વીમો, ವಿಮೆ*, ഇൻഷുറൻസ്*, ਬੀਮਾ, بیمہ, ବୀମା',
    'bima, beema, fire drill',
  ],
  gasLeak: [
    'gas leak, gas leaking, gas is leaking, smell of gas, smell gas, गैस लीक, गैस लिक, गैस की बदबू, गैस रिस*, गॅस गळती, গ্যাস লিক, கேஸ் கசி*, எரிவாயு கசி*, గ్యాస్ లీక్*, ગેસ લીક, ಗ್ಯಾಸ್ ಸೋರ*, ಗ್ಯಾಸ್ ಲೀಕ್*, ഗ്യാസ് ചോർ*, ਗੈਸ ਲੀਕ, گیس لیک, ଗ୍ୟାସ ଲିକ',
    'gas leak*, gas ki badbu',
  ],
  illness: [
    'chest pain, heart attack, unconscious, fainted, collapsed, not breathing, cannot breathe, cant breathe, stroke, seizure, bleeding, choking, labour pain, overdose, poisoned, सीने में, छाती में दर्द, छाती में तेज, दिल का दौरा, हार्ट अटैक, बेहोश, साँस नहीं, सांस नहीं, खून बह, लकवा, दौरा पड़*, छातीत, बेशुद्ध, বুকে ব্যথা, বুকে প্রচণ্ড, অজ্ঞান, শ্বাস নিতে, হার্ট অ্যাটাক, রক্ত পড়*, நெஞ்சு வலி*, நெஞ்சுவலி*, மயங்கி*, மூச்சு*, மாரடைப்பு, ரத்தம், ఛాతీ నొప్పి, ఛాతీలో, గుండె నొప్పి, గుండెపోటు, స్పృహ, ఊపిరి*, రక్తం, છાતીમાં, હાર્ટ એટેક, બેભાન, શ્વાસ, ಎದೆ ನೋವು, ಎದೆನೋವು, ಹೃದಯಾಘಾತ, ಪ್ರಜ್ಞೆ*, ಉಸಿರಾಟ*, ರಕ್ತ, നെഞ്ചുവേദന*, നെഞ്ചു വേദന, ഹൃദയാഘാത*, ബോധം*, ശ്വാസം*, ਛਾਤੀ ਵਿੱਚ, ਛਾਤੀ ਵਿਚ, ਬੇਹੋਸ਼, ਸਾਹ ਨਹੀਂ, ਦਿਲ ਦਾ ਦੌਰਾ, سینے میں, بے ہوش, بیہوش, دل کا دورہ, سانس نہیں, ଛାତିରେ, ଛାତି ଯନ୍ତ୍ରଣା, ବେହୋସ, ଅଚେତ',
    'seene me dard, seene me tez dard, chhati me dard, behosh, saans nahi, dil ka daura, heart attack, khoon bah, nenju vali, mayangi, mayakkam, gunde noppi, buke byatha, ede novu, nenju vedana',
  ],
  accident: [
    'accident, crash, run over, hit by a, हादसा, दुर्घटना, एक्सीडेंट, ऐक्सिडेंट, अपघात, দুর্ঘটনা, অ্যাক্সিডেন্ট, விபத்து*, ప్రమాదం*, ప్రమాద*, యాక్సిడెంట్*, અકસ્માત*, ಅಪಘಾತ*, അപകട*, ਹਾਦਸਾ, ਐਕਸੀਡੈਂਟ, حادثہ, ایکسیڈنٹ, ଦୁର୍ଘଟଣା*',
    'accident ho, accident hogaya, haadsa, durghatna, vibathu, apaghat',
  ],
  attack: [
    'thief in, thief inside, thieves in, robber in, robbers in, there is a thief, intruder, breaking into, broke into, being attacked, following me, stalking me, चोर घुस*, चोर घर, डाकू, लुटेरे, पीछा कर रहा, चाकू, चोर शिर*, চোর ঢুক*, ডাকাত, திருடன், பின்தொடர்*, దొంగ*, వెంబడిస్త*, ચોર, ಕಳ್ಳ*, കള്ളൻ*, ਚੋਰ ਵੜ*, ਡਾਕੂ, چور گھس*, ଚୋର',
    'chor ghus*, chor ghar, peecha kar raha, daku',
  ],
  snakebite: [
    'snake bite, snakebite, snake bit, bitten by a snake, साँप ने, सांप ने, सर्पदंश, साप चाव*, সাপে, সাপ কাম*, பாம்பு*, పాము*, સાપ, ಹಾವು*, പാമ്പ്*, ਸੱਪ, سانپ, ସାପ*',
    'saap ne, samp ne, saanp ne, paambu, paamu',
  ],
  call: [
    'call, phone, dial, ring, number, helpline, contact, फोन, फ़ोन, कॉल, नंबर, हेल्पलाइन, ফোন, কল, নম্বর, হেল্পলাইন, அழை*, போன், ஃபோன், எண், ఫోన్, కాల్, నంబర్*, ફોન, નંબર, હેલ્પલાઇન, ಕರೆ, ಫೋನ್, ನಂಬರ್*, വിളിക്ക*, ഫോൺ, നമ്പർ*, ਫ਼ੋਨ, ਫੋਨ, ਨੰਬਰ, ਕਾਲ, فون, نمبر, کال, ଫୋନ, ନମ୍ବର',
    'phone, call, number, fon, call pann*',
  ],
  ambulance: [
    'ambulance, एंबुलेंस, एम्बुलेंस, ऍम्ब्युलन्स, रुग्णवाहिका, অ্যাম্বুলেন্স, ஆம்புலன்ஸ், అంబులెన్స్, એમ્બ્યુલન્સ, ಆಂಬ್ಯುಲೆನ್ಸ್, ആംബുലൻസ്, ਐਂਬੂਲੈਂਸ, ایمبولینس, ଆମ୍ବୁଲାନ୍ସ',
    'ambulance',
  ],
  police: ['police, पुलिस, पोलीस, পুলিশ, போலீஸ், காவல், పోలీస్*, પોલીસ, ಪೊಲೀಸ್*, പോലീസ്*, ਪੁਲਿਸ, پولیس, ପୋଲିସ', 'pulis, police'],
  emergency: [
    'emergency, sos, आपातकालीन, आपातकाल, इमरजेंसी, आणीबाणी, জরুরি, அவசர*, అత్యవసర*, કટોકટી, ઇમરજન્સી, ತುರ್ತು, അടിയന്തര*, ਐਮਰਜੈਂਸੀ, ہنگامی, ଜରୁରୀ',
    'emergency, aapatkal*',
  ],
  partner: [
    'husband, wife, in laws, inlaws, mother in law, partner, boyfriend, पति, ससुराल, सास, पत्नी, नवरा, सासू, স্বামী, শ্বশুর*, শাশুড়ি, বর, கணவர்*, கணவன்*, மாமியார், భర్త*, అత్త*, પતિ, સાસરિ*, ગંડ, ಗಂಡ*, ಅತ್ತೆ, ഭർത്താവ്*, അമ്മായിയമ്മ, ਪਤੀ, ਸਹੁਰੇ, ਸੱਸ, شوہر, سسرال, ସ୍ୱାମୀ, ଶାଶୁ',
    'pati, sasural, saas, husband, kanavar, bharta, swami',
  ],
  beating: [
    'beat, beats, beaten, beating, slapped, গায়ে হাত, hits me, hit me, abuse, abuses, violence, torture, dowry, slaps, मारता, मारते, मारपीट, पीटता, पीटते, प्रताड़ित, दहेज, मारहाण, मारतो, हुंडा, মারধর, মারে, মারছে, পণ, যৌতুক, அடிக்கிறார்*, அடிக்கிற*, வரதட்சணை*, కొడుతున్న*, కొడతాడు, కొడతారు, వరకట్నం*, મારે છે, દહેજ, ಹೊಡೆ*, ವರದಕ್ಷಿಣೆ*, അടിക്ക*, തല്ലുന്നു, സ്ത്രീധന*, ਮਾਰਦਾ, ਕੁੱਟ*, ਦਾਜ, مارتا, مارتے, جہیز, ମାରୁଛି, ମାରନ୍ତି, ଯୌତୁକ',
    'marta, maarta, maarte, peetta, pitta, marpit, dahej, adikkir*, kodutunna*, mardhor',
  ],
  harassment: [
    'molested, harassing me, harassment, groped, eve teasing, छेड़*, छेडछाड, उत्पीड़न, বিরক্ত কর*, শ্লীলতাহানি, தொல்லை, వేధిస్త*, છેડતી, ಕಿರುಕುಳ*, ശല്യം*, ਛੇੜ*, چھیڑ*, ହଇରାଣ',
    'chhed*, ched raha',
  ],
  child: [
    'child, children, kid, minor girl, minor boy, बच्चा, बच्चे, बच्ची, बच्चों, नाबालिग, मुलाला, मुलगा, मुलगी, मूल, শিশু*, বাচ্চা*, குழந்தை*, சிறுவன்*, சிறுமி*, పిల్ల*, బాలుడు*, బాలిక*, બાળક*, ಮಗು*, ಮಕ್ಕಳ*, കുട്ടി*, കുഞ്ഞ*, ਬੱਚਾ, ਬੱਚੇ, ਬੱਚੀ, بچہ, بچے, بچی, ପିଲା*, ଶିଶୁ*',
    'bachcha, bachche, bacche, bachchi, kuzhandhai, pilla, bachcha',
  ],
  childInDanger: [
    'beat, beats, beaten, beating, hurts, locked up, child labour, child labor, child marriage, child abuse, missing child, being abused, made to work, forced to work, बाल मजदूरी, बाल विवाह, बाँधकर, बांधकर, काम कराते, काम करवाते, मारते, मारता, गुमशुदा, बालविवाह, बालमजूर*, मारतात, শিশুশ্রম, বাল্যবিবাহ, মারধর, குழந்தைத் திருமண*, அடிக்கிற*, குழந்தைத் தொழிலாளர்*, బాల్య వివాహం*, కొడుతున్న*, బాల కార్మిక*, બાળલગ્ન, બાળમજૂરી, મારે છે, ಬಾಲ್ಯ ವಿವಾಹ*, ಬಾಲ ಕಾರ್ಮಿಕ*, ಹೊಡೆ*, ബാലവിവാഹ*, ബാലവേല*, അടിക്ക*, ਬਾਲ ਵਿਆਹ, ਬਾਲ ਮਜ਼ਦੂਰੀ, ਕੁੱਟ*, بچوں کی شادی, مارتے, ବାଲ୍ୟବିବାହ, ବାଳ ଶ୍ରମ*, ମାରନ୍ତି',
    'bal vivah, bal majduri, bandhkar, kaam karate, maarte, marte',
  ],
  upi: [
    'upi, bhim, gpay, google pay, phonepe, paytm, यूपीआई, ইউপিআই, யுபிஐ, యూపీఐ, યુપીઆઈ, ಯುಪಿಐ, യുപിഐ, ਯੂਪੀਆਈ, یو پی آئی, ୟୁପିଆଇ',
    'upi, gpay, phonepe, paytm',
  ],
  secretPin: ['pin, mpin, पिन, পিন, பின்னை, பின், பின்னைப், పిన్, పిన్ను, પિન, ಪಿನ್, പിൻ, ਪਿੰਨ, ਪਿਨ, پن, ପିନ୍, ପିନ', 'pin, mpin'],
  qr: [
    'qr, scanner, barcode, क्यूआर, कोड स्कैन, কিউআর, க்யூஆர், క్యూఆర్, ક્યૂઆર, ಕ್ಯೂಆರ್, ക്യുആർ, ਕਿਊਆਰ, کیو آر, collect request, payment request, payment link, money request',
    'qr, scanner',
  ],
  scan: ['scan, scanning, स्कैन, स्कॅन, স্ক্যান, ஸ்கேன், స్కాన్, સ્કેન, ಸ್ಕ್ಯಾನ್, സ്കാൻ, ਸਕੈਨ, اسکین, ସ୍କାନ', 'scan'],
  receiveMoney: [
    'receive, receiving, get money, get the money, money will come, credited, advance, refund, cashback, prize, reward, lottery, buyer, पैसे आएँगे, पैसे आएंगे, पैसा आएगा, पैसे आ जाएँगे, पैसे आ जाएंगे, आ जाएगा, आ जाएंगे, आ जाएँगे, मिल जाएगा, मिल जाएँगे, मिलेंगे, मिलेगा, एडवांस, इनाम, लॉटरी, कैशबैक, ग्राहक, खरीदार, पैसे मिळतील, पैसे येतील, টাকা আসবে, টাকা পাব*, ক্রেতা, লটারি, பணம் வரும், பணம் கிடைக்கும், வாங்குபவர், லாட்டரி, డబ్బు వస్తుంది, డబ్బులు వస్తాయి, కొనుగోలుదారు*, లాటరీ, પૈસા આવશે, પૈસા મળશે, ખરીદનાર, લોટરી, ಹಣ ಬರುತ್ತದೆ, ಹಣ ಬರುತ್ತೆ, ಖರೀದಿದಾರ*, ಲಾಟರಿ, പണം വരും, പണം കിട്ടും, വാങ്ങുന്നയാൾ, ലോട്ടറി, ਪੈਸੇ ਆਉਣਗੇ, ਪੈਸੇ ਮਿਲਣਗੇ, ਖਰੀਦਦਾਰ, ਲਾਟਰੀ, پیسے آئیں گے, پیسے ملیں گے, خریدار, لاٹری, ଟଙ୍କା ଆସିବ, ଟଙ୍କା ମିଳିବ, ଗ୍ରାହକ, ଲଟେରୀ',
    'paise aayenge, paise aa jayenge, paisa aayega, paise milenge, paise mil jayenge, advance aa*, aa jayega, mil jayega, inaam, lottery, grahak, buyer, panam varum, dabbulu vastayi, taka asbe, paisa avse',
  ],
  secret: [
    'otp, cvv, password, passcode, ओटीपी, पासवर्ड, ওটিপি, ஓடிபி, ఓటీపీ, ఓటిపి, ઓટીપી, ಒಟಿಪಿ, ഒടിപി, ਓਟੀਪੀ, او ٹی پی, ଓଟିପି, anydesk, teamviewer, apk, screen share, screen sharing',
    'otp, anydesk',
  ],
  share: [
    'share, tell, give, send, asking for, asks for, asked for, wants, read out, बताऊँ, बताऊं, बता दूँ, बता दूं, दे दूँ, दे दूं, दूँ, माँग, मांग*, माँग*, शेयर, भेजूँ, भेज दूं, पूछ रहा, सांगू, मागत*, द्यावा, দেব, দেবো, বলব, চাইছে, শেয়ার, சொல்லலாமா, சொல்லவா, கேட்கிறார்*, பகிர*, చెప్పాలా, చెప్పవచ్చా, అడుగుతున్న*, ఇవ్వాలా, షేర్, આપું, કહું, માંગે, શેર, ಹೇಳಬಹುದ*, ಕೊಡಬಹುದ*, ಕೇಳುತ್ತಿದ್ದ*, പറയണോ, പറയാമോ, ചോദിക്ക*, കൊടുക്കണോ, ਦੱਸਾਂ, ਦੇਵਾਂ, ਮੰਗ*, بتاؤں, بتا دوں, دے دوں, مانگ*, ଦେବି, କହିବି, ମାଗୁଛ*',
    'batau, bata du, de du, maang*, mang raha, share kar*, bhej du, sollalama, cheppala, debo, aapu',
  ],
  lossThreat: [
    'blocked, will be blocked, disconnected, disconnection, suspended, expire, kyc, customs, parcel, बंद हो जाएगा, ब्लॉक हो, कट जाएगी, केवाईसी, पार्सल, बंद होईल, বন্ধ হয়ে, কেওয়াইসি, முடக்க*, கேஒய்சி, బ్లాక్, కేవైసీ, બંધ થઈ, ಬ್ಲಾಕ್, ബ്ലോക്ക്, ਬੰਦ ਹੋ, بند ہو, ବନ୍ଦ ହେବ',
    'block ho*, band ho jayega, kat jayegi, kyc',
  ],
  digitalArrest: [
    'digital arrest, digitally arrested, डिजिटल अरेस्ट, डिजिटल गिरफ्तार*, डिजिटल अटक, ডিজিটাল অ্যারেস্ট, ডিজিটাল গ্রেফতার, டிஜிட்டல் கைது, டிஜிட்டல் அரெஸ்ட்*, డిజిటల్ అరెస్ట్*, ડિજિટલ અરેસ્ટ, ಡಿಜಿಟಲ್ ಅರೆಸ್ಟ್, ಡಿಜಿಟಲ್ ಬಂಧನ*, ഡിജിറ്റൽ അറസ്റ്റ്*, ਡਿਜੀਟਲ ਅਰੈਸਟ, ਡਿਜੀਟਲ ਗ੍ਰਿਫ਼ਤਾਰੀ, ڈیجیٹل اریسٹ, ڈیجیٹل گرفتار*, ଡିଜିଟାଲ ଆରେଷ୍ଟ, ଡିଜିଟାଲ ଗିରଫ*',
    'digital arrest',
  ],
  videoCall: [
    'video call, cbi, customs officer, वीडियो कॉल, सीबीआई, ভিডিও কল, வீடியோ கால், வீடியோ அழைப்பு, వీడియో కాల్*, વિડિયો કોલ, વીડિયો કોલ, ವಿಡಿಯೋ ಕಾಲ್, വീഡിയോ കോൾ*, ਵੀਡੀਓ ਕਾਲ, ویڈیو کال, ଭିଡିଓ କଲ',
    'video call, cbi',
  ],
  fraud: [
    'fraud*, scam*, fake, unauthorised, unauthorized, con man, conned, cheated, duped, phishing, धोखा, धोखे, धोखाधड़ी, ठगी, ठग, फ्रॉड, फसवणूक, फसवले, প্রতারণা, ঠক*, জালিয়াতি, மோசடி*, ஏமாற்ற*, మోసం*, మోస*, ఫ్రాడ్, છેતરપિંડી, ફ્રોડ, ಮೋಸ*, ವಂಚನೆ*, തട്ടിപ്പ്*, ചതി*, ਠੱਗੀ, ਧੋਖਾ*, ਫਰਾਡ, دھوکا, دھوکہ, فراڈ, ठगण्यात, ଠକେଇ*, ଠକାମି, ଜାଲିଆତି',
    'fraud, dhokha, thagi, thag, mosadi, mosam, protarona, fraud ho',
  ],
  moneyLeft: [
    'debited, deducted, withdrawn, money gone, lost money, stole, stolen, money was taken, money taken, money went, कट गए, कट गया, कट गयी, कट गई, उड़ गए, निकल गए, निकाल लिए, गायब, कापले गेले, गेले, কেটে নি*, কেটে গে*, উধাও, চলে গে*, பணம் போய்*, பணம் எடுக்கப்பட்ட*, கழிக்கப்பட்ட*, డబ్బు పోయి*, డబ్బులు పోయా*, కట్ అయ్యాయి, కట్ అయింది, ઉપડી ગયા, કપાઈ ગયા, કપાયા, ಕಡಿತ*, ಹಣ ಹೋ*, പണം പോയി, നഷ്ടപ്പെട്ടു, ਕੱਟੇ ਗਏ, ਕੱਟ ਗਏ, ਨਿਕਲ ਗਏ, کٹ گئے, نکل گئے, କଟିଗଲା, କଟି ଗଲା, ଚାଲିଗଲା',
    'kat gaye, kat gaya, ud gaye, nikal gaye, kat gayi, panam poch*, poyindi, poyayi, chole geche, kapai gaya',
  ],
} as const satisfies Record<string, WordList>;
