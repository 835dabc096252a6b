/** Owns the phrases by which people accept, decline or speak of what we offered. Data only. */

/** Names of what we offer; with a verb of sending they are a wish, alone a sign that the mail is about ours. */
const OFFER =
  '(?:reports?|summar(?:y|ies)|pdfs?|findings?|audits?|details?|two[- ]pag\\w*|2[- ]pag\\w*|document|results?|sample|deck|it|them|that|same|copy|quotation|screenshots?|(?:the|your|that|this|those|page) (?:notes?|lists?|pages?|file|write-?ups?|examples?|observations?|study|quote|pricing|transcripts?))';
const N = '[^!?\\n]{0,50}?';

export const OFFER_WORDS: readonly string[] = [
  '\\b(?:audit|findings?|two[- ]pages?|summary|the report|your report|60 questions|your (?:mail|e-?mail|note|offer|message|proposal))\\b',
  'ऑडिट|रिपोर्ट|सारांश|अहवाल',
  'রিপোর্ট|সারাংশ|অডিট|প্ৰতিবেদন|প্রতিবেদন|ৰিপৰ্ট',
  'அறிக்கை|ரிப்போர்ட்|தணிக்கை',
  'నివేదిక|రిపోర్ట్|ఆడిట్',
  'અહેવાલ|રિપોર્ટ|ઓડિટ',
  'ವರದಿ|ರಿಪೋರ್ಟ್',
  'റിപ്പോർട്ട്|ഓഡിറ്റ്',
  'ਰਿਪੋਰਟ|ਆਡਿਟ',
  'رپورٹ|آڈٹ',
  'ରିପୋର୍ଟ|ଅଡିଟ',
];

const DEVA = '(?<![\u0900-\u097f])';
const ARAB = '(?<![\u0600-\u06ff])';

/** Yes, or an interest, in the scripts of India. */
const INDIAN_ASSENT: readonly string[] = [
  `रुचि|दिलचस्पी|इच्छुक|जरूर(?![ती])|बिल्कुल|बिलकुल|${DEVA}हां(?![\u0900-\u097f])|देखना चाह|बात (?:कर|हो)`,
  'स्वारस्य|नक्की|आवडेल|पाहायला|बोलू|हवा आहे|हवे आहे',
  'আগ্রহ|হ্যা|অবশ্যই|দেখতে চাই|কথা বল',
  'আগ্ৰহ|নিশ্চয়|(?:চাব|জানিব) (?:বিচাৰ|খোজ)|কথা পাত|ভাল পাম',
  'चासो छ|हेर्न (?:चाह|मन)|कुरा गरौं|हवस्',
  'ஆர்வ|ஆமாம்|நிச்சயமாக|பார்க்க விரும்ப|பேசலாம்',
  'ఆసక్తి|అవును|తప్పకుండా|చూడాలని|మాట్లాడ',
  'રસ છે|ચોક્કસ|જોવા માંગ|ગમશે|વાત કરી',
  'ಆಸಕ್ತಿ|ಹೌದು|ಖಂಡಿತ|ನೋಡಲು|ಮಾತನಾಡ|ಮಾತಾಡ',
  'താത്പര്യ|താൽപര്യ|താല്പര്യ|താൽപ്പര്യ|അതെ|തീർച്ചയായും|കാണാൻ|സംസാരിക്ക',
  'ਦਿਲਚਸਪੀ|ਹਾਂ ਜੀ|ਜੀ ਹਾਂ|ਜ਼ਰੂਰ(?![ੀਤ])|ਗੱਲ ਕਰ',
  `دلچسپی|جی ہاں|${ARAB}ہاں(?![\u0600-\u06ff])|ضرور(?![یت])|بالکل|بات کر`,
  'ଆଗ୍ରହ|ହଁ|ନିଶ୍ଚୟ|ଦେଖିବାକୁ|କଥା ହେ',
];

/** "Send", with nothing said of what: a wish, but responders use it too, of mails to a colleague. */
export const SEND_WORDS: readonly string[] = [
  '(?:भेज|साझा|शेयर)[^।.\n]{0,8}(?:दें|दीजिए|दो|िए|िये|ें|ो|ना|कर|सक)',
  'पाठवा|पाठवाल|पाठवू शकता|पाठवून',
  'পাঠিয়ে|পাঠান|পাঠাবেন(?! না)|পাঠাতে পার',
  'পঠিয়াই|পঠাওক|পঠাই দিয়ক|পঠাব(?!লৈ)',
  'पठाउनु(?:होस|हो|स|भए)|पठाइदिनु|पठाई दिनु',
  'அனுப்ப(?:ுங்க|வும்|ி வை|லாம்| முடியுமா)',
  'పంపండి|పంపించండి|పంప(?:ించ)?గలరా|పంపితే',
  'મોકલો|મોકલી|મોકલશો(?! નહ)',
  'ಕಳುಹಿಸಿ|ಕಳಿಸಿ|ಕಳುಹಿಸಬಹುದ|ಕಳಿಸಬಹುದ|ಕಳುಹಿಸುತ್ತೀರಾ',
  'അയയ്ക്കൂ|അയക്കൂ|അയച്ചുതരൂ|അയച്ച|അയ(?:യ്)?ക്കാമോ|അയ(?:യ്)?ക്കുമോ',
  'ਭੇਜੋ|ਭੇਜ ਦ|ਭੇਜ ਸਕ',
  'بھیج د|بھیجیں|بھیجئے|بھیجیے|بھیج سک',
  'ପଠାନ୍ତୁ(?! ନ)|ପଠାଇ',
  '\\bbhej(?:o|na|iye|iyega| do| dijiye| dein| dena| deo)\\b',
  '\\b(?:ok(?:ay)?|fine|alright|theek hai|thik hai)[,.! ]+(?:please |pls |do )?(?:send|share|mail|bhej\\w*)\\b|^\\s*(?:please |pls |kindly |do )?(?:send|share)(?: please| pls)?[\\s.!]*$',
  // Responders say these too: of the colleague to call, and of the day on which they will read the mail.
  '\\b(?:call|phone|meeting|meet|demo|zoom|baat) (?:kar(?:o|ein|e|iye|te|lo|enge)?|kijiye|rakh(?:o|te|iye)?|ho jaye|fix)\\b',
  '\\b(?:dekh|padh|sun) (?:lenge|lunga|lungi|lete|loonga)\\b|\\bdekhna (?:chah\\w+|hai)\\b',
  '\\banupp(?:unga|ungal|i vai\\w*|lam)\\b|\\bpesala+m\\b|\\bpamp(?:andi|inchandi|andi sir)\\b|\\bmatladudam\\b|\\bchuddam\\b',
  '\\bpath(?:iye|a) (?:din|dao)\\b|\\bpath(?:an|aben)\\b|\\bpathva\\b|\\bpathv(?:un|a) (?:dya|de)\\b|\\bmokl(?:o|jo|i aapo|i do)\\b|\\bkalu?hisi\\b|\\bkalisi\\b|\\bayakk(?:u|oo|amo)\\b|\\bayachu thar\\w+',
  'चाहिए|चाहते हैं|चाहेंगे',
  'চাই(?! না)',
  'కావాలి',
  'જોઈએ છે',
  'ਚਾਹੀਦੀ|ਚਾਹੁੰਦ',
  'چاہیے|چاہتے',
  '\\bchahiye\\b',
];

export const ASSENT: readonly string[] = [
  ...INDIAN_ASSENT,
  '\\binterest(?:ed|s me|ing)\\b',
  '(?<!\\w )\\b(?:yes|yep|yeah|yup|sure|absolutely|definitely|certainly|of course|bilkul|haan|han ji|haanji|zaroor|zarur|jarur)\\b',
  `\\b(?:please|pls|plz|kindly|do|can you|could you|would you|go ahead|you (?:can|may)|let us|let me(?! know)|happy|want|would like|like to|love to|would love|keen)\\b${N}\\b(?:send|share|forward|see|have|read|get|receive|mail|e-?mail|pass|look at|discuss|talk|meet|call)\\b${N}\\b${OFFER}\\b`,
  `\\b(?:send|share|forward|bhej|bhejo|bhejna|bhejiye|bhej do|bhej dijiye)\\b ?(?:me|us|over|across|along|on|it|the|your|that|this|to me|to us)?${N}\\b${OFFER}\\b`,
  `\\b${OFFER}\\b${N}\\b(?:bhej|send kar|share kar|chahiye|dekhna|dekhenge|mil jaye|welcome|helpful|useful)`,
  '\\b(?:send|share) (?:it|them|away|over|across|on|along|here)\\b',
  '\\bgo ahead\\b',
  "\\b(?:let'?s|let us|can we|shall we|could we|happy to|glad to|free to|available (?:to|for|on|at)|would love to|we can|book(?:ed)?|schedule|set up|fix) (?:a |the |an |have a )?(?:quick |short |brief )?(?:talk|call|meet|speak|chat|discuss|connect|meeting|slot|time)",
  '\\b(?:sounds|looks) (?:good|great|useful|interesting|helpful)\\b',
  '\\b(?:would be|is|will be|very|quite) (?:useful|helpful|great|valuable|welcome|lovely)\\b',
  "\\b(?:would|'d) (?:like|love) (?:to (?:see|read|have|know|get|talk|discuss|hear)|the|a|your)\\b",
  '\\bwould like the\\b',
  '\\blooking forward\\b',
  '\\bcall me\\b',
  '\\b(?:works for (?:me|us)|suits (?:me|us))\\b',
  '\\bcount (?:me|us) in\\b',
  '\\bdikh(?:ao|aiye|ana)\\b',
  '👍|🙏|✅|👌|❤',
  '興味|お送り(?:いただけ|ください)|感兴趣|请发|관심(?:이)? 있|보내 ?주|gerne|interessiert|schicken sie|intéress|volontiers|interesad|envíe',
];

/** Someone will do something with what we wrote. */
export const HANDLING_WORDS: readonly string[] = [
  "\\b(?:will|shall|have|i'll|am) (?:put (?:it|this|your \\w+) up|pass(?:ed|ing)? (?:it|this|your \\w+) on|forward(?:ed|ing)? (?:it|this|your)|inform(?:ed)? (?:him|her|them)|tell (?:him|her|them)|show(?:n)? (?:it|this)|discuss)",
];

/** What sounds like a no and is none. */
export const COURTESIES: readonly string[] = [
  '\\bno (?:problem|problems|worries|issues?|objections?|doubt|hurry|rush|offen[cs]e|need to (?:apologi[sz]e|worry|hurry|rush|explain|thank))\\b',
  'कोई (?:बात|दिक्कत|समस्या) नहीं|koi (?:baat|dikkat|problem|issue) nahi[n]?',
];

/** Reasons that mostly end in a no, unless the writer says yes beside them. */
export const EXCUSES: readonly string[] = [
  '\\b(?:already|have) (?:have |work with |working with |using |got )?(?:a |an |our )?(?:vendor|partner|agency|in-?house|tool|team for|qa team|auditor)\\b',
  '\\bin-?house (?:team|qa|testing)\\b',
  '\\bour own (?:\\w+ )?(?:qa|testing|quality|audit|test|testers?)\\b',
  '\\b(?:handled?|managed?|done|do|taken care of|tested) (?:this |it |that |all of it )?(?:internally|ourselves|in-?house)\\b',
  '\\bunfortunately\\b|\\bregret\\b',
];

export const NEGATIVE: readonly string[] = [
  '\\bnot? (?:really |very |at all |currently |that |particularly |longer )?(?:interest(?:ed)?|keen|needed|required|relevant|for us|looking|a (?:priority|fit|good fit)|our priority|useful|helpful|necessary|applicable|in a position|worth)\\b',
  '\\b(?:no|nope|nahi|nahin|nahi ji),? (?:thanks?|thank you|thx|interest|need|dhanyavad|shukriya|budget)\\b',
  '^no\\b[.,! ]',
  "\\b(?:don't|do not|does not|doesn't|dont) (?:need|want|require|see (?:a|the|any) (?:need|value)|think (?:we|this|it)|outsource|have (?:the |any |that kind of )?(?:budget|money|funds|time|bandwidth|capacity|resources|need))\\b|\\b(?:can't|cannot|can not) afford\\b",
  // "We will pass it on to the founder" refuses nothing.
  "\\b(?:we|i)(?:'ll| will| would|'d| shall| have to)? pass(?= *(?:[.,!;:-]|$|for |at |thanks?\\b|thank ))",
  '\\bpass (?:on (?:this|it|your offer)(?! to)|for now|this time)\\b',
  '\\bno (?:budget|bandwidth|need|requirement|thanks|thank you)\\b',
  '\\bnot (?:now|at this (?:time|point|stage)|this (?:year|quarter|month))\\b',
  "\\b(?:will|would|do|does|are|is|am|shall|can)(?: not|n't|not) (?:be |like to |want to |wish to |plan(?:ning)? to |able to )?(?:buy(?:ing)?|purchas\\w+|tak(?:e|ing) (?:this|it|you) (?:up|on|forward|further|ahead)|proceed(?:ing)?|pursu\\w+|go(?:ing)? (?:ahead|forward|further|for it)|mov(?:e|ing) (?:ahead|forward)|engag\\w+|hir(?:e|ing)|spend\\w*|pay(?:ing)? for)\\b",
  "\\b(?:won't|wont) (?:be )?(?:buy\\w*|purchas\\w+|tak(?:e|ing) (?:this|it) (?:up|forward|further|ahead)|proceed\\w*|pursu\\w+|go(?:ing)? (?:ahead|forward|further)|mov(?:e|ing) (?:ahead|forward)|need(?:ing)? (?:it|this|your|any))\\b",
  "\\b(?:won't|wont) be needed(?= *(?:[.!]|[ ,-]*thank|$))",
  '\\b(?:rubbish|nonsense|garbage|bullshit|bakwas)\\b|\\bwast(?:e|ing|ed) (?:of )?(?:my|our|your|everyone.s) time\\b',
  '\\bof no (?:use|interest|value|relevance)\\b|\\bno plans? (?:to|for|of)\\b|\\bgive (?:this|it) a miss\\b',
  // "We are all set for Thursday" looks forward to it.
  "\\bwe(?:'re| are) (?:all )?(?:set|covered|sorted)(?: (?:here|already|for now|at the moment|(?:on|at) (?:this|our|my) (?:side|end)))?(?= *(?:[.!;\\n]|[ ,-]*thank|$))|\\bwe(?:'re| are) covered (?:by|with) ",
  "\\bwe(?:'re| are) (?:all )?fine as we are\\b|\\b(?:happy|satisfied) with (?:our|the|what we) (?:current|existing|present|have)\\b",
  '\\bdeclin(?:e|ing)\\b',
  '\\bwill not become one\\b',
  '\\bwrong (?:person|company|address)\\b',
  '\\bnot the right (?:person|time|fit)\\b',
  "\\bplease (?:stop|(?:don't|do not) (?:contact|write|mail|e-?mail|call|follow))\\b",
  '\\b(?:shut|shutting|closed|wound) down\\b',
  '\\b(?:this is|is a|it is|your|such a?) (?:\\w+ )?(?:waste|scam|spam)\\b',
  '\\b(?:interest|zaroorat|zarurat|jarurat|zaroori|chahiye|interested|ruchi|budget) (?:nahi|nahin|nhi)\\b',
  '\\b(?:abhi|filhaal|filhal) (?:ke liye )?(?:nahi|nahin|nhi)(?= *(?:[,.!]|$))|\\bnahi (?:chahiye|karna|lena|hai interest)\\b|\\bmat bhej',
  '(?:रुचि|दिलचस्पी|जरूरत|आवश्यकता|इच्छुक|इच्छा|जरुरत|बजट)[^।.\\n]{0,10}(?:नहीं|नही|नाही)',
  'नहीं चाहिए|(?:अभी|फिलहाल) (?:के लिए )?नहीं(?= *(?:[,।.!]|$))|लागणार नाही|नको|स्वारस्य नाही|गरज नाही|रस नाही',
  '(?:আগ্রহ|দরকার|প্রয়োজন|ইচ্ছুক)[^।.\\n]{0,12}(?:নেই|নই|নয়|নাই)|চাই না|লাগবে না|(?:দরকার|প্রয়োজন) (?:হবে|হচ্ছে|পড়বে|পড়ছে) না',
  '(?:ஆர்வம்|விருப்பம்|தேவை|தேவையில்லை)[^.\\n]{0,6}(?:இல்லை|ில்லை)|தேவையில்லை|தேவைப்பட(?:ாது|வில்லை)|வேண்டாம்|ஆர்வமில்லை|விருப்பமில்லை',
  '(?:ఆసక్తి|అవసరం)[^.\\n]{0,6}(?:లేదు|లేదండి|ఉండదు)|వద్దు|అక్కర ?లేదు|అక్కర్లేదు',
  'રસ નથી|જરૂર નથી|નથી જોઈત|જરૂર નહ',
  '(?:ಆಸಕ್ತಿ|ಅಗತ್ಯ|ಅವಶ್ಯಕತೆ)[^.\\n]{0,6}(?:ಇಲ್ಲ|ವಿಲ್ಲ|ಯಿಲ್ಲ)|ಬೇಡ|ಬೇಕಾಗಿಲ್ಲ|ಬೇಕಿಲ್ಲ|ಆಸಕ್ತಿಯಿಲ್ಲ|ಅಗತ್ಯವಿಲ್ಲ',
  '(?:താത്പര്യ|താൽപര്യ|താല്പര്യ|താൽപ്പര്യ|ആവശ്യ)[^.\\n]{0,6}(?:ഇല്ല|മില്ല)|വേണ്ട',
  '(?:ਦਿਲਚਸਪੀ|ਲੋੜ|ਜ਼ਰੂਰਤ)[^।.\\n]{0,6}(?:ਨਹੀਂ)|ਨਹੀਂ ਚਾਹੀਦ',
  '(?:دلچسپی|ضرورت|حاجت)[^۔.\\n]{0,6}(?:نہیں)|نہیں چاہ',
  '(?:ଆଗ୍ରହ|ଦରକାର|ଆବଶ୍ୟକ)[^।.\\n]{0,6}(?:ନାହି)',
  '\\b(?:vendam|venam illai?|thevai ?illai?|interest (?:illai?|ledu|nathi|nei)|avasaram ledu|vaddu|lagbe na|dorkar nei|chai na|nako|garaj nahi|jarur nathi|ras nathi|nathi joit[ui]|beda|agatya ?illa|venda|avashyam ?illa|thalparyam ?illa)\\b',
  '(?:আগ্ৰহ|প্ৰয়োজন|দৰকাৰ)[^।.\\n]{0,12}(?:নাই|নহয়|নহও)|নালাগে|নিবিচাৰ',
  '(?:रुचि|चासो|आवश्यकता|इच्छा|जरुरत)[^।.\\n]{0,10}छैन|चाहिंदैन|चाहिदैन|पर्दैन',
  'kein(?:e)? (?:interesse|bedarf)|nein,? danke|nicht interess|nicht (?:weiter ?verfolgen|in anspruch)|pas intéress|ne (?:souhait|désir|compt|envisage)\\S* pas|pas (?:donner suite|besoin|preneur)|non,? merci|no (?:nos|me) interesa|no,? gracias|no (?:estamos|estoy) interesad|no (?:necesitamos|deseamos)|não (?:temos interesse|precisamos|estamos interess)|não,? obrigad|geen (?:interesse|behoefte)|nee,? (?:bedankt|dank)|不感兴趣|不需要|結構です|관심 ?없',
];
