/** Owns the phrases by which people ask not to be written to again. Data only. */

/** A whole line of one such word is a request, as our own mails invite. */
export const LEAVE_KEYWORDS: readonly string[] = [
  'remove',
  'unsubscribe',
  'unsub',
  'un-subscribe',
  'stop',
  'stop it',
  'opt ?-?out',
  'delete',
  'delete me',
  'removed',
  'take me off',
  'do not contact',
  'no more(?: e?-?mails?)?',
  'unsubscribe me',
  'remove me',
  'हटाएं|हटा दें|हटाओ|हटा दो|हटाइए|अनसब्सक्राइब|बंद करें|बंद करो|रिमूव',
  'বাদ দিন|সরান|মুছে দিন|আনসাবস্ক্রাইব|বন্ধ করুন',
  'நீக்கவும்|நீக்குங்கள்|நிறுத்தவும்|நிறுத்துங்கள்|அன்சப்ஸ்கிரைப்',
  'తొలగించండి|తీసేయండి|ఆపండి|అన్‌సబ్‌స్క్రైబ్',
  'काढा|काढून टाका|वगळा|थांबवा|बंद करा|अनसबस्क्राइब',
  'કાઢી નાખો|દૂર કરો|બંધ કરો|હટાવો|અનસબ્સ્ક્રાઇબ',
  'ತೆಗೆದುಹಾಕಿ|ತೆಗೆಯಿರಿ|ನಿಲ್ಲಿಸಿ|ಅನ್‌ಸಬ್‌ಸ್ಕ್ರೈಬ್',
  'ഒഴിവാക്കുക|നീക്കം ചെയ്യുക|നിർത്തുക|ഒഴിവാക്കൂ|അൺസബ്സ്ക്രൈബ്',
  'ਹਟਾਓ|ਹਟਾ ਦਿਓ|ਬੰਦ ਕਰੋ|ਕੱਢ ਦਿਓ',
  'ہٹا دیں|ہٹائیں|نکال دیں|بند کریں|ان سبسکرائب',
  'ହଟାନ୍ତୁ|ବାଦ ଦିଅନ୍ତୁ|ବନ୍ଦ କରନ୍ତୁ|କାଢ଼ି ଦିଅନ୍ତୁ',
  'hata ?(?:do|dijiye|dein|de)|band kar(?:o| do)|nikal ?(?:do|dijiye)',
  'abmelden|austragen|désabonner|désinscription|退订|配信停止|수신 ?거부',
];

const MAIL =
  '(?:e-?mails?|mails?|messages?|newsletters?|communications?|notes?|letters?|pitches|reminders?|follow-?ups?|stuff|spam|anything)';
const N = '[^.!?।॥۔\\n]{0,70}?';

/** Requests inside a sentence. */
export const LEAVE_REQUESTS: readonly string[] = [
  // English
  '\\bunsubscribe (?:me|us|this|my|our|from|please|immediately|asap|the|all|both|\\S+@)',
  '(?:please|pls|plz|kindly|want to|wish to|like to|would like to be|request to|to be)\\s+(?:be )?unsubscribed?\\b',
  '^(?:please |pls |plz |kindly )*unsubscribe\\b(?! link| option| button| feature| flow| page| user)',
  '\\bunsubscribe (?:karo|kar do|kardo|kar dijiye|kijiye|kar dein|kare|karein|karna)\\b',
  `\\b(?:remove|delete|drop|strike|erase|take|scrub)\\b (?:me|us|my|our|this|the above|it|all|\\S+@)${N}\\b(?:from|off|out of|records?|data(?:base)?|lists?|details|immediately|asap|forthwith|please)\\b`,
  '\\b(?:remove|delete|erase) (?:me|us|my (?:name|e-?mail|mail|id|address|contact|number|details|data)|our (?:names?|e-?mails?|ids?|address(?:es)?|company|details|data))\\b',
  '\\b(?:remove|delete|take) (?:this|my|our) (?:e-?mail|mail|id|address|name|domain|company)',
  '\\btake (?:me|us|my \\w+|our \\w+) off\\b',
  '\\bopt(?:ing)? (?:me |us )?out\\b(?! of (?:the )?(?:test|sample))',
  `\\b(?:stop|quit|cease)\\b (?:all )?(?:e-?mailing|mailing|writing|sending|contacting|messaging|spamming|these|this|bothering|pestering|disturbing|following|your)\\b`,
  `\\b(?:do not|don't|dont|donot|never|please not|not to|no need to)\\b (?:ever |you |please |kindly |again )?(?:e-?mail|mail|contact|write(?: to)?|message|spam|disturb|send)\\b (?:to )?(?:me|us|this|here|again|any ?more|any|further|more|such|these|to)\\b${N}`,
  `\\bno (?:more|further|future) ${MAIL}`,
  `\\b(?:do not|don't|dont|does not|no longer) (?:want|wish|need|like) (?:to (?:receive|get|hear)|any more|any|further|more|your|these|such)\\b[^.,!?\\n]{0,50}?\\b(?:${MAIL}|from you|anymore|again)`,
  `\\b(?:not|never) (?:to )?(?:receive|get|be contacted|be mailed|be emailed|hear)\\b${N}\\b(?:from you|again|any ?more|${MAIL})`,
  '\\bbe (?:removed|deleted|taken off|excluded|unsubscribed|dropped)\\b',
  '\\bleave (?:me|us) alone\\b',
  '\\b(?:lose|forget|delete|block) my (?:e-?mail|address|number|id)\\b',
  '\\b(?:withdraw|revoke)(?:ing)? (?:my |our |the )?consent\\b',
  '\\bright to (?:erasure|be forgotten)\\b',
  '\\bnot (?:write|contact|mail|e-?mail) (?:to )?(?:me|us) (?:again|any ?more|further)\\b',
  '\\bwill not (?:write|contact)',
  // Hindi, Marathi
  `(?:सूची|लिस्ट|लिस्ट|यादी|मेलिंग)(?:तून|मधून|मधुन| में से| से)${N}(?:हटा|निकाल|काट|काढ|वगळ|डिलीट|रिमूव)`,
  `(?:नाम|नाव|नांव|ईमेल|ई-मेल|इमेल|मेल|आईडी|पता|पत्ता|मुझे|हमें|मला|आम्हाला|डेटा)${N}(?:हटा (?:द|ल)|हटाएं|हटाइए|हटाने|हटवा|निकाल (?:द|ल)|निकाले|निकालि|काट द|काढा|काढून|वगळा|वगळून|डिलीट कर)`,
  `(?:ईमेल|ई-मेल|इमेल|मेल|संदेश|मैसेज|मेसेज|कुछ|काही|सूचना|पत्र)${N}(?:(?:मत|न|ना|नहीं) (?:भेज|कर|लिख)|भेजना बंद|बंद कर|पाठवू नका|पाठवू नये|पाठवणे (?:थांबव|बंद)|करू नका|नको|नहीं चाहिए|नही चाहिए|थांबव)`,
  '(?:संपर्क|सम्पर्क) (?:न|मत|ना|नहीं) कर|संपर्क (?:करू|साधू) नका',
  'अनसब(?:्)?स्क्रा?[इई]?(?:ब|ब)',
  'सदस्यता (?:समाप्त|रद्द|खत्म)',
  '(?:आगे|दोबारा|फिर|पुन्हा|यापुढे|इससे आगे)[^।.\\n]{0,40}(?:(?:मत|न|ना) (?:भेज|लिख|कर)|नका|पाठवू नये)',
  // Bengali
  `(?:তালিকা|লিস্ট|মেইলিং)[^।\\n]{0,12}(?:থেকে|হতে)${N}(?:বাদ|সরি|মুছ|সরান|কেট|কাট)`,
  `(?:নাম|ইমেল|ইমেইল|ই-মেইল|ঠিকানা|আমাকে|আমাদের)${N}(?:বাদ দি|বাদ দেন|সরিয়ে দি|সরিয়ে ফেল|মুছে (?:দি|ফেল)|কেটে দি)`,
  `(?:মেল|মেইল|ইমেল|ইমেইল|বার্তা|চিঠি|কিছু)${N}(?:পাঠাবেন না|পাঠাবে না|করবেন না|দেবেন না|পাঠানো বন্ধ|বন্ধ কর|চাই না)`,
  'যোগাযোগ করবেন না',
  'আনসা(?:ব|বস)',
  // Tamil
  `பட்டியலி(?:ல்|லி)${N}(?:நீக்க|எடுத்து|அகற்ற)`,
  `(?:பெயர|மின்னஞ்சல|முகவரி|என்னை|எங்களை)${N}(?:நீக்க|அகற்ற|எடுத்துவிட)`,
  `(?:மின்னஞ்சல|மெயில|மடல|இமெயில|ஈமெயில|செய்தி|எதுவும்)${N}(?:அனுப்ப ?வேண்டாம்|அனுப்பாதீர்|அனுப்பாதே|அனுப்புவதை நிறுத்த|வேண்டாம்)`,
  '(?:இனி|மேலும்|மீண்டும்)[^.\\n]{0,40}(?:அனுப்ப ?வேண்டாம்|அனுப்பாதீர்|எழுத வேண்டாம்|தொடர்பு கொள்ள வேண்டாம்)',
  'தொடர்பு ?கொள்ள ?வேண்டாம்',
  'அன்சப்',
  // Telugu
  `(?:జాబితా|లిస్ట్|లిస్టు)[^.\\n]{0,8}(?:నుండి|నుంచి|లోంచి|లో నుంచి)${N}(?:తొలగించ|తీసే|తీసివే|తొలగిం)`,
  `(?:పేరు|పేరును|ఇమెయిల్|ఈమెయిల్|మెయిల్|చిరునామా|నన్ను|మమ్మల్ని)${N}(?:తొలగించ|తీసేయ|తీసివేయ)`,
  `(?:మెయిల|ఇమెయిల|ఈమెయిల|ఈ-మెయిల|సందేశ|మెసేజ)${N}(?:పంపవద్దు|పంపొద్దు|పంపకండి|పంపించవద్దు|పంపించకండి|పంపడం (?:ఆప|మాన)|వద్దు|అవసరం లేదు)`,
  'సంప్రదించ(?:వద్దు|కండి|ొద్దు)',
  'అన్ ?సబ్ ?',
  // Gujarati
  `(?:યાદી|લિસ્ટ|સૂચિ)(?:માંથી| માંથી)${N}(?:કાઢ|દૂર|હટાવ|કમી|રદ)`,
  `(?:નામ|ઇમેઇલ|ઈમેલ|ઈમેઈલ|મેઇલ|મેલ|સરનામું|મને|અમને)${N}(?:કાઢી (?:ના|મૂ|દ)|દૂર કર|હટાવ|કમી કર)`,
  `(?:ઇમેઇલ|ઈમેલ|ઈમેઈલ|ઇમેલ|મેઇલ|મેલ|સંદેશ|મેસેજ|કંઈ)${N}(?:(?:મોકલશો|મોકલતા|મોકલો|કરશો) (?:નહીં|નહિ|નહી|મા)|(?:ન|ના) (?:મોકલ|કર)|મોકલવાનું બંધ|બંધ કર|નથી જોઈત)`,
  'સંપર્ક (?:ન|ના|નહીં) કર|સંપર્ક કરશો નહ',
  'અનસબ',
  // Kannada
  `(?:ಪಟ್ಟಿ|ಲಿಸ್ಟ್)(?:ಯಿಂದ|ನಿಂದ|ಇಂದ)${N}(?:ತೆಗೆ|ಅಳಿಸ|ಕೈಬಿಡ)`,
  `(?:ಹೆಸರ|ಇಮೇಲ್|ಇ-ಮೇಲ್|ವಿಳಾಸ|ನನ್ನನ್ನು|ನಮ್ಮನ್ನು)${N}(?:ತೆಗೆದು|ತೆಗೆಯ|ಅಳಿಸಿ|ಕೈಬಿಡಿ)`,
  `(?:ಇಮೇಲ|ಇ-ಮೇಲ|ಈಮೇಲ|ಮೇಲ್|ಮಿಂಚಂಚೆ|ಸಂದೇಶ|ಏನನ್ನೂ)${N}(?:ಕಳುಹಿಸಬೇಡ|ಕಳಿಸಬೇಡ|ಕಳುಹಿಸುವುದನ್ನು ನಿಲ್ಲಿಸ|ಕಳಿಸಬೇಡ|ಬೇಡ)`,
  'ಸಂಪರ್ಕಿಸಬೇಡ|ಸಂಪರ್ಕ ಮಾಡಬೇಡ',
  'ಅನ್ ?ಸಬ್ ?',
  // Malayalam
  `(?:പട്ടിക|ലിസ്റ്റ)[^.\\n]{0,8}(?:നിന്ന|നിന്നും|നിന്ന്)${N}(?:ഒഴിവാക്ക|നീക്ക|മാറ്റ|എടുത്ത)`,
  `(?:പേര|ഇമെയിൽ|ഇ-മെയിൽ|ഈമെയിൽ|വിലാസ|എന്നെ|ഞങ്ങളെ)${N}(?:ഒഴിവാക്ക|നീക്കം ചെയ്|നീക്കുക|മാറ്റുക)`,
  `(?:ഇമെയില|ഇമെയിൽ|ഇ-മെയില|ഇ-മെയിൽ|ഈമെയില|മെയില|മെയിൽ|സന്ദേശ|ഒന്നും)${N}(?:അയക്കരുത|അയയ്ക്കരുത|അയക്കേണ്ട|അയയ്ക്കേണ്ട|അയക്കുന്നത് നിർത്ത|അയയ്ക്കുന്നത് നിർത്ത|വേണ്ട)`,
  'ബന്ധപ്പെടരുത|ബന്ധപ്പെടേണ്ട',
  'അൺ ?സബ്',
  // Punjabi
  `(?:ਸੂਚੀ|ਲਿਸਟ)[^।\\n]{0,4} ?(?:ਵਿੱਚੋਂ|ਵਿਚੋਂ|ਤੋਂ|ਚੋਂ|'ਚੋਂ)${N}(?:ਹਟਾ|ਕੱਢ|ਕੱਟ)`,
  `(?:ਨਾਮ|ਨਾਂ|ਈਮੇਲ|ਈ-ਮੇਲ|ਪਤਾ|ਮੈਨੂੰ|ਸਾਨੂੰ)${N}(?:ਹਟਾ|ਕੱਢ ਦ|ਕੱਢੋ)`,
  `(?:ਈਮੇਲ|ਈ-ਮੇਲ|ਮੇਲ|ਸੁਨੇਹ|ਕੁਝ)${N}(?:(?:ਨਾ|ਨਹੀਂ|ਨਾਂ) (?:ਭੇਜ|ਕਰ)|ਭੇਜਣ[ੀਾੇ] ਬੰਦ|ਬੰਦ ਕਰ|ਨਹੀਂ ਚਾਹੀਦ)`,
  'ਸੰਪਰਕ ਨਾ ਕਰ',
  'ਅਨਸਬ',
  // Urdu
  `(?:فہرست|لسٹ)[^۔\\n]{0,6}(?:سے|میں سے)${N}(?:نکال|ہٹا|حذف|خارج|کاٹ)`,
  `(?:نام|ای ?-?میل|پتہ|مجھے|ہمیں)${N}(?:نکال د|ہٹا د|ہٹائ|حذف کر|خارج کر)`,
  `(?:ای ?-?میل|میل|پیغام|پیغامات|کچھ)${N}(?:(?:نہ|مت) (?:بھیج|کر|لکھ)|بھیجنا بند|بند کر|نہیں چاہ)`,
  'رابطہ (?:نہ|مت) کر',
  'ان ?-?سبسکرائب',
  // Odia
  `(?:ତାଲିକା|ଲିଷ୍ଟ)(?:ରୁ| ରୁ)${N}(?:ହଟା|ବାଦ|କାଢ|ବାହାର)`,
  `(?:ନାମ|ନାଁ|ଇମେଲ|ଇ-ମେଲ|ଠିକଣା|ମୋତେ|ଆମକୁ)${N}(?:ହଟା|ବାଦ ଦି|କାଢି ଦି|କାଢିଦି)`,
  `(?:ଇମେଲ|ଇ-ମେଲ|ମେଲ|ବାର୍ତ୍ତା|ମେସେଜ|କିଛି)${N}(?:ପଠାନ୍ତୁ ନାହି|ପଠାନ୍ତୁନାହି|ପଠାଇବେ ନାହି|ନ ପଠା|ପଠାଇବା ବନ୍ଦ|ବନ୍ଦ କର|ଦରକାର ନାହି|ପଠାନ୍ତୁ ନି)`,
  'ଯୋଗାଯୋଗ କରନ୍ତୁ ନାହି',
  // Hinglish
  `\\blist (?:se|mein se|me se)\\b${N}\\b(?:hata|hatao|nikal|nikaal|remove|kaat|delete)`,
  `\\b(?:naam|name|e-?mail|mail|id|mujhe|mujhko|humko|hamein|hume|humein)\\b${N}\\b(?:hata (?:do|dijiye|dein|de|dena)|hatao|hatayen?|hataiye|nikal (?:do|dijiye|dein|de)|nikaal (?:do|dijiye|dein)|remove (?:kar|kr))`,
  `\\b(?:e-?mails?|mails?|messages?|msgs?|kuch|yeh sab|ye sab)\\b${N}\\b(?:(?:mat|na|nahi|nahin|nhi|naa) (?:bhej|karo|karna|kariye|kijiye|kare|kar\\b|likh)|bhejna (?:band|bandh)|band (?:karo|kar|kijiye)|bandh (?:karo|kar)|nahi chahiye|nahin chahiye|nhi chahiye)`,
  '\\b(?:dobara|phir se|fir se|aage se|aagey se|aainda|ainda)\\b[^.\\n]{0,40}\\b(?:mat|na)\\b',
  '\\b(?:contact|sampark) (?:mat|na) (?:kar|kijiye)',
  // From abroad
  'von (?:der|ihrer|eurer) (?:liste|verteiler)|aus (?:dem|ihrem) verteiler|keine (?:weiteren )?(?:e-?)?mails|bitte (?:abmelden|austragen|löschen)',
  "dés(?:abonner|inscri)|ne (?:plus|pas) (?:m'|nous )?(?:écrire|envoyer|contacter)|retirez?[- ]moi",
  'dar(?:me)? de baja|no (?:me )?(?:envíen|escriban|contacten)',
  '退订|取消订阅|配信(?:を)?停止|수신 ?거부|送らないで',
];

/** The sentence talks about leaving, or tells how to; nobody asks for it. */
export const LEAVE_MENTIONS: readonly string[] = [
  `\\b(?:not|never|don't|dont|do not|didn't|won't|no need to|need not|instead of|rather than|before i|almost|nearly|please do not|without)\\b ?(?:want(?:ing)? |wish |asking |ask |need |going |yet )?(?:you |me |to )*(?:unsubscrib|remov|delet|opt(?:ing)? out|tak(?:e|ing) (?:me|us) off)`,
  '\\b(?:reply|respond|write back|answer) (?:with|by)\\b',
  '\\bto (?:unsubscribe|stop (?:receiving|these)|opt out|be removed)\\b[^.\\n]{0,30}(?:click|reply|visit|use|follow|http|write)',
  '\\b(?:click|tap|press)(?: on)? (?:here|this|the|below)',
  "\\bif (?:you|your users?|users?|they|someone|people|a (?:customer|user|farmer|patient|person))\\b[^.\\n]{0,40}(?:want|wish|say|ask|type|write|reply|prefer|do not|don't|would)",
  '\\byou can (?:always )?(?:unsubscribe|opt out)',
  '\\b(?:does|do|did|is|are|how|what|why|where|whether|which|when|who|can (?:users?|they|people|customers|one|we|a)|should (?:we|users?|it|the bot))\\b[^?\\n]*\\?',
  '\\b(?:users?|customers?|farmers?|patients?|people|someone|our bot|the bot|bot) (?:says?|types?|asks?|wants?|write|reply|replies|who|can|could|should|must|often|sometimes)\\b',
  '\\b(?:unsubscribe|remove|opt-?out|stop) (?:link|word|button|option|flow|feature|page|line|footer|instruction|request|header|rate|is|was|does|works?|at the (?:end|bottom))\\b',
  '["\'](?:unsubscribe|remove|stop|opt ?-?out)["\']',
  '\\b(?:we|they|i) (?:had |have |already |just |recently |once )*(?:unsubscribed|removed|deleted|opted)\\b',
  '\\bword (?:remove|unsubscribe|stop)\\b',
  '\\bremove (?:the |that |this )?(?:line|sentence|section|part|paragraph|slide|logo|screenshot|page|column|question|word|bug|row|example|clause|watermark|attachment|product)',
];
