/** Words of shop orders, bills and bank counters. */
import type { WordList } from '../reading/concepts.ts';

export const SERVICE = {
  order: [
    'order, parcel, package, shipment, item, product, ऑर्डर, आर्डर, पार्सल, सामान, ऑर्डरची, অর্ডার*, পার্সেল, ஆர்டர்*, பார்சல், ఆర్డర్*, పార్సిల్, ઓર્ડર*, પાર્સલ, ಆರ್ಡರ್*, ಪಾರ್ಸೆಲ್, ഓർഡർ*, പാഴ്സൽ, ਆਰਡਰ, ਪਾਰਸਲ, آرڈر, پارسل, ଅର୍ଡର*, ପାର୍ସଲ',
    'order, parcel, saman',
  ],
  cancel: [
    'cancel, cancelled, cancellation, रद्द, कैंसिल, कैंसल, বাতিল, ক্যানসেল, ரத்து, கேன்சல், రద్దు, క్యాన్సిల్, రద, રદ, રદ્દ, કેન્સલ, ರದ್ದು, ಕ್ಯಾನ್ಸಲ್, റദ്ദാക്ക*, റദ്ദ്, ക്യാൻസൽ, ਰੱਦ, ਕੈਂਸਲ, منسوخ, کینسل, ରଦ୍ଦ, ରଦ, କ୍ୟାନ୍ସଲ',
    'cancel, radd, rad',
  ],
  refund: [
    'refund, refunded, money back, रिफंड, रिफ़ंड, पैसे वापस, पैसा वापस, पैसा लौटा*, पैसे लौटा*, राशि वापस, परतावा, पैसे परत, রিফান্ড*, টাকা ফেরত, ரீஃபண்ட்*, ரீபண்ட்*, பணத்தைத் திருப்ப*, பணம் திரும்ப*, పైసలు తిరిగి, రీఫండ్*, రిఫండ్*, డబ్బు తిరిగి, డబ్బులు తిరిగి, રિફંડ*, પૈસા પાછા, ರೀಫಂಡ್*, ಹಣ ವಾಪಸ್, ಹಣ ಮರಳಿ, റീഫണ്ട്*, പണം തിരികെ, ਰਿਫੰਡ, ਪੈਸੇ ਵਾਪਸ, ریفنڈ, پیسے واپس, رقم واپس, ରିଫଣ୍ଡ*, ଟଙ୍କା ଫେର*',
    'refund, paise wapas, paisa wapas, paise lauta*, paise vapis, taka ferot, paise parat, paisa pachha, dabbulu tirigi, panam thirumba',
  ],
  track: [
    'track, where is, status, not arrived, not received, hasnt arrived, hasnt come, has not come, not come, नहीं आया, नहीं मिला, आला नाही, मिळाले नाही, আসেনি, পাইনি, வரவில்லை, రాలేదు, આવ્યો નથી, આવ્યું નથી, ಬಂದಿಲ್ಲ, വന്നില്ല, ਨਹੀਂ ਆਇਆ, ਨਹੀਂ ਮਿਲਿਆ, نہیں آیا, نہیں ملا, ଆସିନାହିଁ, when will, reach, arrive, arriving, shipped, dispatched, कहाँ, कहां, कब, स्थिति, ट्रैक, पहुँचेगा, पहुंचेगा, पहुँची, कुठे, कधी, কোথায়, কবে, কখন, எங்கே, எப்போது, நிலை, ఎక్కడ, ఎప్పుడు, ક્યાં, ક્યારે, ಎಲ್ಲಿ, ಯಾವಾಗ, എവിടെ, എപ്പോൾ, ਕਿੱਥੇ, ਕਦੋਂ, کہاں, کب, କେଉଁଠି, କେବେ',
    'kaha, kahan, kab, status, nahi aaya, nahi mila, varala, raledu, aala nahi, aave nathi, enga, eppo, ekkada, eppudu, kyare, elli, yavaga, evide, eppol, kothay, kobe, kuthe, kadhi',
  ],
  address: [
    'address, delivery address, पता, पते, पत्ता, ঠিকানা*, முகவரி*, చిరునామా*, అడ్రస్*, સરનામું, સરનામા*, ವಿಳಾಸ*, വിലാസ*, അഡ്രസ്*, ਪਤਾ, ਐਡਰੈੱਸ, پتہ, ଠିକଣା*',
    'pata, address, mugavari, sarnamu, thikana',
  ],
  change: [
    'change, update, edit, modify, shift, बदल*, अपडेट, बदला*, পরিবর্তন, বদল*, மாற்ற*, மாத்த*, మార్చ*, બદલ*, ಬದಲ*, ಬದಲಾ*, മാറ്റ*, ਬਦਲ*, تبدیل, بدل*, ବଦଳ*, ପରିବର୍ତ୍ତନ',
    'badal*, change, update, maathanum, maatanum, marchali, bodlate',
  ],
  forgot: [
    'forgot, forgotten, reset, set a, set my, भूल गया, भूल गई, रीसेट, विसरलो, विसरले, ভুলে গে*, மறந்துவிட்ட*, మర్చిపోయ*, ભૂલી ગયો, ભૂલી ગઈ, ಮರೆತ*, മറന്നു, ਭੁੱਲ ਗਿਆ, ਭੁੱਲ ਗਈ, بھول گیا, بھول گئی, ଭୁଲିଗଲି',
    'bhool gaya, bhul gaya, bhool gayi, reset',
  ],
  sendBack: [
    'return, exchange, replacement, replace it, वापस करना, लौटाना, बदलवाना, एक्सचेंज, परत करायच*, बदलून, ফেরত দিতে, বদলে দিন, திருப்பி அனுப்ப*, மாற்றித் தர*, తిరిగి ఇవ్వ*, మార్చుకో*, પરત કર*, બદલી આપ*, ಹಿಂದಿರುಗಿಸ*, തിരികെ നൽക*, മാറ്റിത്ത*, ਵਾਪਸ ਕਰਨਾ, ਬਦਲਣਾ, واپس کرنا, ଫେରାଇବା*',
    'return karna, return kaise, exchange, wapas karna, lautana',
  ],
  broken: [
    'defective, damaged, broken, torn, wrong item, wrong size, खराब, टूटा, टूटी, फटा, ग़लत सामान, तुटलेल*, फाटलेल*, ভাঙা, ছেঁড়া, சேதம*, உடைந்த*, கிழிந்த*, పాడై*, విరిగి*, చిరిగి*, તૂટેલ*, ફાટેલ*, ಹಾಳಾ*, ಮುರಿದ*, ಹರಿದ*, കേടായ*, പൊട്ടിയ*, കീറിയ*, ਟੁੱਟਿਆ, ਖ਼ਰਾਬ, خراب, ٹوٹا, ଖରାପ, ଭଙ୍ଗା',
    'kharab, toota, tuta, phata',
  ],
  complaint: [
    'complaint, complain, grievance, शिकायत, तक्रार, অভিযোগ*, புகார்*, ఫిర్యాదు*, ફરિયાદ*, ದೂರು*, പരാതി*, ਸ਼ਿਕਾਇਤ, شکایت, ଅଭିଯୋଗ*',
    'shikayat, complaint, complain, takrar, pugar',
  ],
  block: [
    'block, freeze, hotlist, lost my card, lost card, ब्लॉक, बंद करो, बंद करवा*, ব্লক, முடக்க*, பிளாக், బ్లాక్, બ્લોક, ಬ್ಲಾಕ್, ബ്ലോക്ക്*, ਬਲਾਕ, بلاک, ବ୍ଲକ',
    'block, band kar*',
  ],
  card: [
    'card, debit card, credit card, atm card, sim, कार्ड, सिम, কার্ড, கார்ட*, కార్డు*, કાર્ડ*, ಕಾರ್ಡ್*, കാർഡ്*, ਕਾਰਡ, کارڈ, କାର୍ଡ',
    'card, sim',
  ],
  balance: [
    'balance, बैलेंस, शेष राशि, शिल्लक, ব্যালেন্স, இருப்பு, பேலன்ஸ், బ్యాలెన్స్, બેલેન્સ, ಬ್ಯಾಲೆನ್ಸ್, ബാലൻസ്, ਬੈਲੰਸ, بیلنس, ବାଲାନ୍ସ',
    'balance',
  ],
  recharge: [
    'recharge, top up, topup, रिचार्ज, রিচার্জ, ரீசார்ஜ்*, రీఛార్జ్*, રિચાર્જ*, ರೀಚಾರ್ಜ್*, റീചാർജ്*, ਰੀਚਾਰਜ, ریچارج, ରିଚାର୍ଜ',
    'recharge',
  ],
  bill: ['bill, बिल, বিল, கட்டணம், பில், బిల్లు*, బిల్*, બિલ, ಬಿಲ್*, ബിൽ*, ബില്ല്*, ਬਿੱਲ, بل, ବିଲ', 'bill'],
  electricity: [
    'electricity, power, current bill, light bill, बिजली, वीज, लाईट, বিদ্যুৎ, மின், மின்சார*, కరెంట్, కరెంటు, విద్యుత్, વીજળી, લાઇટ, ವಿದ್ಯುತ್, ಕರೆಂಟ್, വൈദ്യുതി, കറന്റ്, ਬਿਜਲੀ, بجلی, ବିଦ୍ୟୁତ, ବିଜୁଳି',
    'bijli, light bill, current bill, minsaram',
  ],
  high: [
    'high, higher, more, increase, increased, so much, too much, ज़्यादा, अधिक, बढ़*, जास्त, वाढ*, বেশি, বেড়ে, அதிக*, ఎక్కువ*, పెరిగి*, વધારે, વધુ, વધ્યું, ಹೆಚ್ಚ*, ಜಾಸ್ತಿ, കൂടി*, കൂടുതൽ, ਜ਼ਿਆਦਾ, ਵੱਧ, زیادہ, بڑھ, ଅଧିକ, ବେଶି, ବଢ଼*',
    'zyada, jyada, jasti, adhigam, ekkuva, besi, vadhare',
  ],
  powerCut: [
    'power cut, no electricity, light gone, बिजली चली गई, बिजली गई, लाइट चली गई, लाइट नहीं, वीज गेली, লোডশেডিং, কারেন্ট চলে গে*, கரண்ட் இல்லை, மின்வெட்டு, కరెంట్ పోయింది, લાઇટ ગઈ, ಕರೆಂಟ್ ಹೋ*, കറന്റ് പോയി, ਬਿਜਲੀ ਗਈ, بجلی چلی گئی, ବିଜୁଳି ଗଲା',
    'light chali gayi, light gayi, bijli gayi, bijli nahi, current poyi, current pochu',
  ],
  ticket: [
    'ticket, bus ticket, train ticket, seat, seats, book a, टिकट, सीट, तिकीट, টিকিট, সিট, டிக்கெட்*, இருக்கை*, టికెట్*, సీటు*, ટિકિટ*, સીટ, ಟಿಕೆಟ್*, ಸೀಟ್*, ടിക്കറ്റ്*, സീറ്റ്*, ਟਿਕਟ, ਸੀਟ, ٹکٹ, سیٹ, ଟିକେଟ, ସିଟ',
    'ticket, seat',
  ],
  appointment: [
    'appointment, slot, अपॉइंटमेंट, अपॉइन्टमेंट, অ্যাপয়েন্টমেন্ট, அப்பாயிண்ட்மெண்ட்*, అపాయింట్మెంట్*, એપોઇન્ટમેન્ટ, ಅಪಾಯಿಂಟ್ಮೆಂಟ್*, അപ്പോയിന്റ്മെന്റ്*, ਅਪਾਇੰਟਮੈਂਟ, اپائنٹمنٹ, ଆପଏଣ୍ଟମେଣ୍ଟ',
    'appointment',
  ],
  register: [
    'register, sign up, save, store, note, note down, enroll, दर्ज, रजिस्टर, सेव, नोंद*, পঞ্জি*, নিবন্ধন, নথিভুক্ত, பதிவு*, నమోదు*, નોંધ*, ನೋಂದ*, രജിസ്റ്റർ*, ਦਰਜ, ਰਜਿਸਟਰ, درج, ପଞ୍ଜିକରଣ*',
    'register, darj, save',
  ],
  pay: [
    'pay, payment, send money, transfer, भुगतान, पैसे भेज*, पैसे दे*, पेमेंट, पैसे पाठव*, পেমেন্ট, টাকা পাঠা*, பணம் செலுத்த*, பணம் அனுப்ப*, చెల్లించ*, డబ్బు పంప*, ચૂકવ*, પૈસા મોકલ*, ಪಾವತಿ*, ಹಣ ಕಳುಹಿಸ*, പണം അയ*, പേയ്മെന്റ്, ਭੁਗਤਾਨ, ਪੈਸੇ ਭੇਜ*, ادائیگی, پیسے بھیج*, ଟଙ୍କା ପଠା*',
    'pay, payment, paise bhej*, bhugtan',
  ],
  notConfirmed: [
    'not confirmed, not placed, no order, order failed, payment failed, failed, कन्फ़र्म नहीं, कन्फर्म नहीं, पक्का नहीं, नहीं हुआ, फेल, झाली नाही, নিশ্চিত হয়নি, কনফার্ম হয়নি, உறுதி*, கன்ஃபர்ம்*, కన్ఫర్మ్*, నిర్ధారణ*, કન્ફર્મ*, ಕನ್ಫರ್ಮ್*, ദൃഢ*, കൺഫേം*, ਕਨਫਰਮ ਨਹੀਂ, ਪੱਕਾ ਨਹੀਂ, کنفرم نہیں, ନିଶ୍ଚିତ ହେଲା ନାହିଁ, ନିଶ୍ଚିତ',
    'confirm nahi, confirm nhi, fail ho, confirm aagala',
  ],
  reminder: [
    'remind, reminder, alarm, याद दिला*, अलार्म, आठवण, মনে করিয়ে, நினைவூட்ட*, గుర్తు చేయ*, યાદ અપાવ*, ನೆನಪಿಸ*, ഓർമ്മിപ്പി*, ਯਾਦ ਕਰਾ*, یاد دلا*, ମନେ ପକା*',
    'yaad dila*, alarm, reminder',
  ],
} as const satisfies Record<string, WordList>;
