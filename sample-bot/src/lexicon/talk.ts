/** Words of small talk and of asking about the bot or about texts. */
import type { WordList } from '../reading/concepts.ts';

export const TALK = {
  hello: [
    'hello, hi, hey, good morning, good evening, good afternoon, namaste, namaskar, नमस्ते, नमस्कार, प्रणाम, নমস্কার, হ্যালো, வணக்கம், నమస్కారం, నమస్తే, નમસ્તે, નમસ્કાર, ನಮಸ್ಕಾರ, നമസ്കാരം, ਸਤ ਸ੍ਰੀ ਅਕਾਲ, ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ, السلام علیکم, سلام, آداب, ନମସ୍କାର, हॅलो, हैलो',
    'namaste, namaskar, vanakkam, namaskaram, namaskara, sat sri akal, nomoshkar, salaam, kem cho, pranam',
  ],
  howAreYou: [
    'how are you, how do you do, how is it going, कैसे हैं, कैसे हो, कैसी हैं, क्या हाल, कसे आहात, कशी आहात, কেমন আছ*, எப்படி இருக்கிறீர்கள், எப்படி இருக்க*, ఎలా ఉన్నారు, ఎలా ఉన్నావు, કેમ છો, ಹೇಗಿದ್ದೀರ*, ಹೇಗಿದ್ದೀಯ, സുഖമാണോ, എങ്ങനെയുണ്ട്, എങ്ങനെ ഉണ്ട്, ਕਿਵੇਂ ਹੋ, ਕੀ ਹਾਲ, کیسے ہیں, کیا حال, କେମିତି ଅଛ*',
    'kaise ho, kaise hain, kaisi hain, kya haal, kem cho, eppadi irukk*, ela unnaru, hegiddira, sukhamano, kemon achen, kemon acho, kase aahat, kiven ho, ki haal',
  ],
  thanks: [
    'thanks, thank you, thankyou, धन्यवाद, शुक्रिया, आभार, ধন্যবাদ, நன்றி, ధన్యవాదాలు, ధన్యవాదములు, આભાર, ધન્યવાદ, ಧನ್ಯವಾದ*, നന്ദി, ਧੰਨਵਾਦ, ਸ਼ੁਕਰੀਆ, شکریہ, ଧନ୍ୟବାଦ',
    'dhanyavad, shukriya, nandri, dhonnobad, aabhar, abhar, dhanyavadalu, nanni, meharbani',
  ],
  bye: [
    'bye, goodbye, good night, see you, अलविदा, फिर मिलेंगे, शुभ रात्रि, विदा, বিদায়, போய் வருகிறேன், வருகிறேன், వెళ్ళొస్తాను, આવજો, ಹೋಗಿ ಬರುತ್ತೇನೆ, പോയിട്ട് വരാം, ਅਲਵਿਦਾ, خدا حافظ, ବିଦାୟ',
    'alvida, phir milenge, shubh ratri, aavjo',
  ],
  whoAreYou: [
    'who are you, what are you, are you human, are you a human, are you a robot, are you a bot, your name, introduce yourself, आप कौन, तुम कौन, आपका नाम, तुम्हारा नाम, क्या आप इंसान, आप इंसान, তুমি কে, আপনি কে, আপনার নাম, நீ யார், நீங்கள் யார், உங்கள் பெயர், మీరు ఎవరు, మీ పేరు, તમે કોણ, તમારું નામ, ನೀವು ಯಾರು, ನಿಮ್ಮ ಹೆಸರು, നിങ്ങൾ ആരാണ്, നിങ്ങളുടെ പേര്, ਤੁਸੀਂ ਕੌਣ, ਤੁਹਾਡਾ ਨਾਮ, آپ کون, آپ کا نام, ଆପଣ କିଏ, ଆପଣଙ୍କ ନାମ, तुम्ही कोण, तुमचे नाव, तुमचं नाव',
    'aap kaun, tum kaun, robot, insaan ho, insan ho, aap insaan, aapka naam, tumhara naam, neenga yaaru, unga peyar, mee peru, meeru evaru, apni ke, apnar naam, tame kon',
  ],
  whatCanYou: [
    'what can you do, how can you help, can you help me, what do you know, help me, क्या कर सकते, क्या मदद, मदद कर सकते, क्या जानते, কী করতে পার*, কি করতে পার*, என்ன செய்ய முடியும், உதவ முடியுமா, ఏమి చేయగలరు, సహాయం చేయగలరా, શું કરી શકો, ಏನು ಮಾಡಬಲ್ಲ*, ಸಹಾಯ ಮಾಡ*, എന്തു ചെയ്യാൻ, എന്ത് ചെയ്യാൻ കഴിയും, ਕੀ ਕਰ ਸਕਦੇ, کیا کر سکتے, مدد کر سکتے, کچھ مدد, मदद चाहिए, সাহায্য কর*, সাহায্য চাই, உதவி வேண்டும், உதவி செய்*, సహాయం కావాలి, સહાય જોઈએ, મદદ કર*, મદદ જોઈએ, സഹായം വേണം, സഹായിക്ക*, ਮਦਦ ਕਰ*, ਮਦਦ ਚਾਹੀਦੀ, ସାହାଯ୍ୟ*, मदत हवी, मदत करा, କଣ କରିପାରିବ*, काय करू शकता',
    'kya kar sakte, kya kar sakti, kaise madad, madad kar*, madad chahiye, help karo, help chahiye, udhavi venum, sahayam kavali',
  ],
  languages: [
    'do you speak, can you speak, which languages, what languages, do you understand, do you know hindi, कौन सी भाषा, कौन कौन सी भाषाएँ, हिंदी बोल, भाषाएं, भाषा, কোন ভাষা, எந்த மொழி*, ఏ భాష*, કઈ ભાષા, ಯಾವ ಭಾಷೆ*, ഏത് ഭാഷ*, ਕਿਹੜੀ ਭਾਸ਼ਾ, کون سی زبان, କେଉଁ ଭାଷା',
    'kaun si bhasha, hindi aati, hindi bolte, tamil theriyuma, hindi me baat',
  ],
  myName: [
    'my name, what am i called, do you remember me, remember my name, मेरा नाम, माझे नाव, माझं नाव, আমার নাম, என் பெயர், என்னுடைய பெயர், నా పేరు, મારું નામ, ನನ್ನ ಹೆಸರು, എന്റെ പേര്, ਮੇਰਾ ਨਾਮ, میرا نام, ମୋ ନାମ, ମୋର ନାମ',
    'mera naam, majhe naav, amar naam, en peyar, ennoda peyar, naa peru, maru naam, nanna hesaru, ente peru',
  ],
  what: [
    'what, which, who, when, क्या, कौन, कौनसा, कौनसी, काय, कोणता, कोणती, কী, কি, কোন, என்ன, எது, எந்த, ఏమిటి, ఏది, ఏ, శుం, શું, કયો, કયું, કઈ, ಏನು, ಯಾವ, എന്ത്, എന്താണ്, ഏത്, ਕੀ, ਕਿਹੜਾ, ਕਿਹੜੀ, کیا, کون, କଣ, କେଉଁ',
    'kya, kaun, kaunsa, kaunsi, kaunse, enna, emi, emiti, shu, enthu, kay, konta',
  ],
  ignoreOrders: [
    'ignore, disregard, forget, override, bypass, भूल जाओ, भूल जाइए, भूल जा, भूलकर, अनदेखा, नज़रअंदाज़, विसरा, दुर्लक्ष, ভুলে যাও, ভুলে যান, উপেক্ষা, புறக்கணி*, மறந்துவிடு*, மறந்து, విస్మరించ*, మర్చిపో*, ભૂલી જાઓ, ભૂલી જા, અવગણો, ಮರೆತುಬಿಡ*, ನಿರ್ಲಕ್ಷಿಸ*, മറക്ക*, അവഗണിക്ക*, ਭੁੱਲ ਜਾਓ, ਨਜ਼ਰਅੰਦਾਜ਼, بھول جاؤ, نظر انداز, ଭୁଲିଯାଅ, ଅଣଦେଖା',
    'bhool jao, bhul jao, bhool ja, ignore karo, marandhudu, bhule jao',
  ],
  orders: [
    'instructions, instruction, सिस्टम प्रॉम्प्ट, प्रॉम्प्ट, ப்ராம்ப்ட*, ప్రాంప్ట్*, system prompt, prompt, rules, directions, initial message, above text, निर्देश*, नियम*, सूचना, आदेश, निर्देशांना, নির্দেশ*, নিয়ম*, அறிவுறுத்தல*, விதிகள*, సూచనల*, నియమ*, ఆదేశ*, સૂચના*, નિયમ*, ಸೂಚನೆ*, ನಿಯಮ*, നിർദേശ*, നിർദ്ദേശ*, നിയമങ്ങ*, ਨਿਰਦੇਸ਼*, ਹਦਾਇਤ*, ਨਿਯਮ*, ہدایات, ہدایت, قواعد, ନିର୍ଦ୍ଦେଶ*, ନିୟମ*',
    'nirdesh, niyam, hidayat',
  ],
  reveal: [
    'print, reveal, repeat, show, display, output, write, tell, leak, लिखो, लिखिए, बताओ, बताइए, दिखाओ, छापो, লেখো, দেখাও, বলো, எழுது*, அச்சிடு*, காட்டு*, சொல்*, వ్రాయ*, చూపించ*, ప్రింట్, લખો, બતાવો, ಬರೆ*, ತೋರಿಸ*, എഴുത*, കാണിക്ക*, ਲਿਖੋ, ਦੱਸੋ, لکھو, بتاؤ, ଲେଖ, ଦେଖାଅ, लिहा, दाखवा, सांगा',
    'likho, batao, dikhao, print karo',
  ],
  summarise: [
    'summarise, summarize, summary, gist, in short, shorten this mail, सारांश, संक्षेप, सार, সারাংশ, সংক্ষেপ, சுருக்கம், சுருக்க*, సారాంశం, સારાંશ, ಸಾರಾಂಶ, സംഗ്രഹ*, ਸਾਰ, ਸੰਖੇਪ, خلاصہ, ସାରାଂଶ',
    'saransh, summary do, summary bana*',
  ],
  polish: [
    'polish, proofread, rewrite, rephrase, improve, professional, correct my, correct this, correct the, fix my, fix the grammar, grammar, formal, edit this, edit my, सुधार*, सुधारो, औपचारिक, ठीक करके लिख*, शुद्ध करके, सही करके लिख*, সংশোধন, শুদ্ধ কর*, திருத்த*, சரிசெய்*, సరిదిద్ద*, સુધાર*, ತಿದ್ದ*, തിരുത്ത*, ਸੁਧਾਰ*, درست کر*, ସୁଧାର*',
    'sudhar*, theek karke likh*, formal bana*, polish kar*',
  ],
  shorten: [
    'shorten, short form, truncate, preview, cut it, abbreviate, trim, first few letters, fit in, छोटा, छोटे, संक्षिप्त, काट, लहान, ছোট, সংক্ষিপ্ত, சுருக்க*, குறுக்க*, చిన్న*, కుదించ*, કુદિ, ટૂંકું, ટૂંકા, ચિન્ન, ಚಿಕ್ಕ*, ಸಂಕ್ಷಿಪ್ತ, ಮೊಟಕು*, ചുരുക്ക*, ചെറുതാ*, ਛੋਟਾ, ਛੋਟੇ, ਸੰਖੇਪ, مختصر, چھوٹا, ଛୋଟ, ସଂକ୍ଷିପ୍ତ',
    'chhota kar*, chota kar*, short kar*, chhote',
  ],
  onlyAnswer: [
    'only, just the number, number only, one word, hh mm, केवल, सिर्फ, बस, फक्त, শুধু, மட்டும், మాత్రమే, ફક્ત, માત્ર, ಮಾತ್ರ, മാത്രം, ਸਿਰਫ, صرف, କେବଳ, एक शब्द',
    'sirf, keval, bas, kevala, mattum, ek shabd',
  ],
} as const satisfies Record<string, WordList>;
