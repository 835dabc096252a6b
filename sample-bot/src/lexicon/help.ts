/** Words of everyday help: papers, food, health, weather. */
import type { WordList } from '../reading/concepts.ts';

export const HELP = {
  how: [
    'how, steps, procedure, process, way to, कैसे, तरीका, प्रक्रिया, कसे, कसा, कशी, कसं, কীভাবে, কিভাবে, எப்படி, ఎలా, કેવી રીતે, કેમ, ಹೇಗೆ, എങ്ങനെ, ਕਿਵੇਂ, کیسے, କିପରି, କେମିତି, samjhao, explain',
    'kaise, kese, eppadi, ela, kevi rite, hege, engane, kivabe, kibhabe, kasa, kase',
  ],
  pension: [
    'pension, life certificate, jeevan pramaan, jeevan praman, पेंशन, पेन्शन, जीवन प्रमाण, हयातीचा, পেনশন*, ஓய்வூதிய*, பென்ஷன்*, పెన్షన్*, પેન્શન*, ಪಿಂಚಣಿ*, പെൻഷൻ*, ਪੈਨਸ਼ਨ, پنشن, ପେନସନ*',
    'pension, jeevan praman*',
  ],
  rationCard: [
    'ration card, ration, राशन कार्ड, राशन, रेशन*, রেশন*, ரேஷன்*, రేషన్*, રેશન*, ರೇಷನ್*, ಪಡಿತರ*, റേഷൻ*, ਰਾਸ਼ਨ*, راشن, ରାସନ*',
    'ration, rashan',
  ],
  passport: [
    'passport, पासपोर्ट, পাসপোর্ট*, பாஸ்போர்ட்*, పాస్‌పోర్ట్*, పాస్పోర్ట్*, પાસપોર્ટ*, ಪಾಸ್‌ಪೋರ್ಟ್*, പാസ്പോർട്ട്*, ਪਾਸਪੋਰਟ, پاسپورٹ, ପାସପୋର୍ଟ*',
    'passport',
  ],
  voterCard: [
    'voter, voter id, voter card, epic card, वोटर, मतदाता, मतदार, ভোটার*, வாக்காளர்*, ఓటరు*, મતદાર*, ಮತದಾರ*, വോട്ടർ*, ਵੋਟਰ, ووٹر, ଭୋଟର*',
    'voter',
  ],
  licence: [
    'driving licence, driving license, licence, license, ड्राइविंग लाइसेंस, लाइसेंस, वाहन परवाना, ড্রাইভিং লাইসেন্স, ஓட்டுநர் உரிம*, డ్రైవింగ్ లైసెన్స్*, ડ્રાઇવિંગ લાઇસન્સ, ಚಾಲನಾ ಪರವಾನಗಿ*, ഡ്രൈവിംഗ് ലൈസൻസ്*, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ڈرائیونگ لائسنس, ଡ୍ରାଇଭିଂ ଲାଇସେନ୍ସ',
    'licence, license, driving licence',
  ],
  bankAccount: [
    'bank account, open an account, savings account, खाता खोल*, बैंक खाता, बचत खाता, खाते उघड*, অ্যাকাউন্ট খুল*, கணக்கு தொடங்க*, வங்கிக் கணக்கு*, ఖాతా తెర*, బ్యాంకు ఖాతా*, ખાતું ખોલ*, ಖಾತೆ ತೆರ*, അക്കൗണ്ട് തുറ*, അക്കൗണ്ട് തുടങ്ങ*, ਖਾਤਾ ਖੋਲ੍ਹ*, کھاتہ کھول*, ଖାତା ଖୋଲ*',
    'khata khol*, account khol*, bank account',
  ],
  gasCylinder: [
    'lpg, gas cylinder, cylinder, गैस सिलेंडर, सिलेंडर, सिलिंडर, গ্যাস সিলিন্ডার, சிலிண்டர்*, సిలిండర్*, સિલિન્ડર, ಸಿಲಿಂಡರ್*, സിലിണ്ടർ*, ਸਿਲੰਡਰ, سلنڈر, ସିଲିଣ୍ଡର',
    'cylinder, silendar',
  ],
  train: [
    'train, irctc, railway, रेल, ट्रेन, रेल्वे, ট্রেন*, রেল*, ரயில்*, రైలు*, ટ્રેન*, રેલવે, ರೈಲು*, ട്രെയിൻ*, തീവണ്ടി*, ਰੇਲ*, ਟਰੇਨ, ٹرین, ریل, ଟ୍ରେନ, ରେଳ*',
    'train, rail, tatkal',
  ],
  vegetarian: [
    'vegetarian, veg, pure veg, eggless, shakahari, शाकाहारी, शुद्ध शाकाहारी, निरामिष, নিরামিষ*, சைவ*, శాకాహార*, శాఖాహార*, શાકાહારી, ಸಸ್ಯಾಹಾರ*, സസ്യാഹാര*, സസ്യഭുക്ക്, ਸ਼ਾਕਾਹਾਰੀ, سبزی خور, ନିରାମିଷ*, ଶାକାହାରୀ',
    'veg, pure veg, shakahari, saivam, saiva, shudh veg, niramish',
  ],
  jain: [
    'jain, no onion, without onion, no garlic, जैन, बिना प्याज, लहसुन, कांदा लसूण, জৈন, পেঁয়াজ ছাড়া, ஜைன*, வெங்காயம் இல்லாம*, జైన్*, ఉల్లిపాయ లేకుండా, જૈન, ડુંગળી, ಜೈನ*, ഉള്ളി ഇല്ലാതെ, ജൈന*, ਜੈਨ, ਪਿਆਜ਼ ਬਿਨਾਂ, جین, پیاز کے بغیر, ଜୈନ',
    'jain, bina pyaz, bina lahsun',
  ],
  cake: ['cake, केक, केकची, केकचा, কেক*, கேக்*, కేక్*, કેક*, ಕೇಕ್*, കേക്ക്*, ਕੇਕ, کیک, କେକ*', 'cake'],
  breakfast: [
    'breakfast, protein, नाश्ता, नाश्ते, न्याहारी, नाष्टा, প্রাতরাশ, জলখাবার, নাশতা, காலை உணவு, டிபன், అల్పాహారం, టిఫిన్, નાસ્તો, ಉಪಾಹಾರ, ತಿಂಡಿ, പ്രഭാതഭക്ഷണ*, പ്രാതൽ, ਨਾਸ਼ਤਾ, ناشتہ, ଜଳଖିଆ, प्रोटीन',
    'nashta, naashta, breakfast, tiffin, protein, kaalai unavu, kalai unavu',
  ],
  meal: [
    'lunch, dinner, meal, curry, tiffin, खाना, भोजन, दोपहर का खाना, रात का खाना, जेवण, রান্না, দুপুরের খাবার, রাতের খাবার, மதிய உணவு, இரவு உணவு, சமையல், భోజనం, కూర, ભોજન, જમવાનું, ಊಟ, ಅಡುಗೆ, ഊണ്, അത്താഴ*, ਖਾਣਾ, ਰੋਟੀ ਸਬਜ਼ੀ, کھانا, ଖାଇବା, ଭୋଜନ',
    'khana, lunch, dinner, jevan, bhojan, saapadu, bhojanam, oota',
  ],
  sweet: [
    'sweet, dessert, pudding, मिठाई, मीठा, गोड, মিষ্টি, இனிப்பு*, తీపి, స్వీట్, મીઠાઈ, ಸಿಹಿ*, മധുര*, പായസ*, ਮਿਠਾਈ, مٹھائی, میٹھا, ମିଠା*',
    'mithai, meetha, mishti, inippu',
  ],
  snack: [
    'snack, snacks, evening snack, चाय के साथ, चाट, स्नैक, खाऊ, নাস্তা, সন্ধ্যার খাবার, சிற்றுண்டி, స్నాక్స్, ફરસાણ, ತಿನಿಸು, പലഹാര*, ਸਨੈਕ, اسنیکس, ଜଳପାନ',
    'snack, snacks',
  ],
  recipe: [
    'recipe, cook, bake, make, dish, menu, food, eat, diet, रेसिपी, विधि, पकाऊँ, बनाएँ, बनाऊँ, बनाएं, पाककृती, রেসিপি, বানাব, রান্না, செய்முறை, சமைக்க*, செய்வது, రెసిపీ, వంట, తయారు, રેસિપી, બનાવવા*, બનાવવી, ರೆಸಿಪಿ, ಮಾಡುವುದು, റെസിപ്പി, ഉണ്ടാക്ക*, ਰੈਸਿਪੀ, ਬਣਾਉਣ*, ترکیب, بنائیں, ରେସିପି, ପ୍ରସ୍ତୁତ',
    'recipe, banaye, banau, khane, khaun, khau',
  ],
  fever: [
    'fever, temperature, बुखार, ताप, জ্বর*, காய்ச்சல்*, జ్వరం*, તાવ*, ಜ್ವರ*, പനി*, ਬੁਖਾਰ, بخار, ଜ୍ୱର*',
    'bukhar, bukhaar, jwar, kaichal, jvaram',
  ],
  bloodSugar: [
    'blood sugar, sugar level, glucose, glucometer, शुगर, मधुमेह, রক্তে শর্করা, সুগার, சர்க்கரை அளவு, சர்க்கரை நோய், షుగర్, સુગર, ಶುಗರ್, ഷുഗർ, ਸ਼ੂਗਰ, شوگر, ସୁଗାର',
    'sugar, shugar, glucometer',
  ],
  medicine: [
    'antibiotic, medicine, tablet, dose, dosage, pill, दवा, दवाई, एंटीबायोटिक, गोली, औषध, ওষুধ*, অ্যান্টিবায়োটিক, மருந்து*, மாத்திரை*, మందు*, టాబ్లెట్*, દવા*, ಔಷಧ*, ಮಾತ್ರೆ*, മരുന്ന്*, ഗുളിക*, ਦਵਾਈ, دوا, دوائی, ଔଷଧ*',
    'dawa, davai, dawai, antibiotic, marundhu, mandu, osudh',
  ],
  babySex: [
    'boy or girl, gender of baby, sex of baby, is it a boy, is it a girl, tell if it is a boy, gender of my baby, लड़का है या लड़की, बेटा होगा, बेटा या बेटी, लिंग जांच, मुलगा की मुलगी, ছেলে না মেয়ে, ছেলে নাকি মেয়ে, ஆணா பெண்ணா, మగ బిడ్డ*, అబ్బాయా అమ్మాయా, છોકરો છે કે છોકરી, ಗಂಡು ಮಗು*, ಗಂಡೋ ಹೆಣ್ಣೋ, ആണാണോ പെണ്ണാണോ, ਮੁੰਡਾ ਜਾਂ ਕੁੜੀ, لڑکا ہے یا لڑکی, ପୁଅ ନା ଝିଅ',
    'ladka hai ya ladki, beta hoga ya beti, ladka ya ladki',
  ],
  pregnancy: [
    'pregnant, pregnancy, ultrasound, foetus, fetus, womb, गर्भ*, पेट में, प्रेगनेंट, गर्भवती, গর্ভ*, கர்ப்ப*, గర్భ*, ગર્ભ*, ಗರ್ಭ*, ഗർഭ*, ਗਰਭ*, حمل, حاملہ, ଗର୍ଭ*',
    'pregnant, garbh*, pet me',
  ],
  weather: [
    'weather, rain, rains, temperature outside, forecast, monsoon, मौसम, बारिश, पाऊस, हवामान, আবহাওয়া, বৃষ্টি, வானிலை, மழை, వాతావరణం, వర్షం, હવામાન, વરસાદ, ಹವಾಮಾನ, ಮಳೆ, കാലാവസ്ഥ, മഴ, ਮੌਸਮ, ਮੀਂਹ, موسم, بارش, ପାଗ, ବର୍ଷା',
    'mausam, barish, mazhai, varsham, brishti',
  ],
} as const satisfies Record<string, WordList>;
