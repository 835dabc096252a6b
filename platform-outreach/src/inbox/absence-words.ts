/** Owns the phrases of automatic answers in the languages of India and the usual ones from abroad. Data only. */

interface AnswerPhrases {
  /** The writer is not there, or the place is closed. */
  away: readonly string[];
  /** When the writer is back, or will answer then. */
  later: readonly string[];
  /** Whom to turn to meanwhile. */
  urgent: readonly string[];
  /** The text calls itself automatic. */
  automatic: readonly string[];
}

/** A step between two words of a phrase: anything short within the sentence. */
const NEAR = '[^.!?।॥۔\\n]{0,60}?';

export const ANSWER_PHRASES: Readonly<Record<string, AnswerPhrases>> = {
  en: {
    away: [
      "(?<!if you are |if you're |while you are )\\bout of (?:the |my |our )?(?:office|town|station|country)\\b",
      '\\booo\\b',
      '\\bon (?:an? |my |our )?(?:\\w+ )?(?:leave|vacation|holidays?|sabbatical)\\b',
      '\\b(?:am|is|are|be|currently) away\\b',
      '\\baway from (?:my |the |work|office|desk|e-?mail)',
      '\\boffices? (?:is|are|will be|remains?|shall be) (?:\\w+ )?closed\\b',
      '\\b(?:we|our offices?|our teams?) (?:are|will be|is) closed\\b',
      `\\b(?:limited|no|intermittent|restricted|irregular)${NEAR}access to (?:my |the )?(?:e-?mails?|internet|network|mails?)`,
      '\\bnot (?:be )?(?:checking|reading|able to (?:check|read|respond|reply))',
      '\\bno longer (?:work|with|employed|at|associated|part|monitored|in use|active|available)',
      '\\b(?:has|have) (?:left|moved on from|retired|resigned)\\b',
      '\\b(?:mailbox|inbox|address|id) is (?:not|no longer|un)\\s?(?:being )?(?:monitored|checked|used|active)',
      '\\btravell?ing (?:till|until|from|to|on|and|with|between|this|for)\\b',
      '\\bunavailable\\b',
      '\\bnot (?:available|reachable|in (?:the )?office)\\b',
      '\\bat an? (?:off-?site|conference|training|retreat|wedding)\\b',
      '\\bcheck(?:ing)? (?:my )?(?:e-?)?mails? (?:only )?(?:once|twice|rarely|occasionally|intermittently|infrequently|sporadically)',
      '\\b(?:in|at|attending) (?:a |an |the )?(?:training|conference|offsite|off-site|workshop)s? (?:till|until|from|this)\\b',
      '\\bobserving (?:a |the )?(?:public |national )?holidays?\\b',
      '\\bclosed for\\b',
    ],
    later: [
      `\\b(?:reply|respond|response|revert|get back|answer|read|attend|write back|replying|responding)${NEAR}\\b(?:when|once|after|upon|on|as soon as|in|within|by)\\b${NEAR}(?:back|return|rejoin|resum|office|hours|days|possible|monday|tuesday|wednesday|thursday|friday)`,
      '\\b(?:be |am |are |is )?back (?:on|by|from|in|at|after|to work|monday|tuesday|wednesday|thursday|friday)\\b',
      '\\b(?:will )?(?:return|returning|rejoin|resume|resuming)s? (?:on|to|work|office|by|from|after)\\b',
      '\\b(?:upon|on|after|until|till) my (?:return|arrival)\\b',
      '\\b(?:till|until|through|upto|up to)\\b (?:the )?(?:\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|further|end)',
      '\\bfrom\\b[^.\\n]{1,25}\\bto\\b',
      'expect (?:a )?delay',
      'delay(?:s|ed)? in (?:my |our )?(?:response|reply|replying|responding)',
    ],
    urgent: [
      '\\b(?:in|during) my absence\\b',
      '\\bfor (?:any(?:thing)? |all |an )?(?:urgent|immediate|emergenc)',
      `\\bif ${NEAR}\\b(?:urgent|emergency|immediate)`,
      '\\b(?:need|require)s? (?:immediate|urgent)',
      '\\b(?:please |kindly |you (?:may|can) )?(?:contact|write to|reach(?: out to)?|e-?mail|call|get in touch with|connect with|direct your|forward your)\\b [^.\\n]{0,30}(?:@|\\+?\\d{5}|[a-z]+ (?:on|at)\\b|my colleague|instead|team|desk)',
      '\\bcolleague',
    ],
    automatic: [
      "\\b(?:this is|it is|it's) an? (?:auto(?:matic|mated|-?generated|matically generated|-?reply|-?response)|system[- ]generated|computer[- ]generated)\\b",
      '\\bauto(?:matic|mated|-)? ?-?(?:reply|response|responder|acknowledge?ment)\\b',
      '\\bdo not reply to this\\b',
      '\\bautomatically generated\\b',
    ],
  },
  hi: {
    away: [
      '(?:अवकाश|छुट्टी|छुट्टियों|लीव) (?:पर|में|के लिए)',
      '(?:कार्यालय|दफ्तर|ऑफिस|आफिस) (?:से|के) (?:बाहर|दूर)',
      '(?:कार्यालय|दफ्तर|ऑफिस|आफिस)[^।.\\n]{0,40}(?:बंद|बन्द|नहीं)',
      'बाहर (?:हूं|हूँ|है|हैं|रहूं|गया|गई)',
      'यात्रा पर',
      'अनुपस्थित',
      'उपलब्ध नहीं',
      'शहर से बाहर',
    ],
    later: [
      '(?:लौट|वापस|वापसी)[^।.\\n]{0,30}(?:पर|कर|बाद|आऊं|आउं|ही|आने|आएं|मिलेगा)',
      '(?:जवाब|उत्तर|संपर्क|रिप्लाई)[^।.\\n]{0,12}(?:दूं|दूंगा|दूंगी|देंगे|दे पाऊं|करूंगा|करूंगी|करेंगे)',
      '(?:तक|तारीख से)[^।.\\n]{0,40}(?:पर|बाहर|बंद|अवकाश|छुट्टी)',
    ],
    urgent: [
      'अत्यावश्यक|अति आवश्यक|तत्काल|आपात|बहुत जरूरी|अत्यंत जरूरी|जरूरी (?:हो|काम|मामले)|जल्दी हो',
      'संपर्क (?:करें|कर सकते|कीजिए)',
    ],
    automatic: ['स्वचालित (?:उत्तर|जवाब|प्रतिक्रिया|संदेश|ईमेल)', 'अपने ?आप भेजा', 'ऑटो(?:मैटिक|मेटिक)? ?-?(?:रिप्लाई|जवाब|उत्तर)'],
  },
  bn: {
    away: [
      'ছুটিতে',
      'ছুটির (?:জন্য|কারণে)',
      '(?:অফিস|কার্যালয়|দপ্তর)(?:ের|র)? (?:বাইরে|বাহিরে)',
      '(?:অফিস|কার্যালয়|দপ্তর)[^।.\\n]{0,40}(?:বন্ধ|নেই)',
      'অনুপস্থিত',
      'শহরের বাইরে',
      'ভ্রমণে',
      'উপলব্ধ নই',
      'ছুটীত',
      'কাৰ্যালয়ৰ বাহিৰত',
    ],
    later: ['ফির(?:ে|লে|ার|ব|বো)', '(?:উত্তর|জবাব)[^।.\\n]{0,12}(?:দেব|দেবো|দিব|দেওয়া হবে)', 'পর্যন্ত', 'যোগাযোগ কর(?:ব|বো)'],
    urgent: ['জরুরি|জরুরী|আপৎকালীন', 'যোগাযোগ (?:করুন|করতে)'],
    automatic: ['স্বয়ংক্রিয়', 'অটো ?-?রিপ্লাই'],
  },
  ta: {
    away: [
      'விடுப்பில்',
      'விடுமுறை(?:யில்|க்காக| காரணமாக)',
      '(?:அலுவலக|ஆபீஸ|ஆஃபீஸ)[^.\\n]{0,40}(?:இல்லை|வெளியே|மூட)',
      'வெளியூர',
      'வெளியில் (?:இருக்|உள்)',
      'பயணத்தில்',
      'லீவில்',
    ],
    later: ['திரும்பி', 'திரும்பிய', 'வந்த(?:தும்|வுடன்| பிறகு| பின்)', 'பதில(?:் அளி|ளி|் தரு|் கூறு|் அனுப்பு)', 'வரை'],
    urgent: ['அவசர', 'தொடர்பு ?(?:கொள்ள|கொள்ளவும்)'],
    automatic: ['தானியங்கி', 'தானாக(?:வே)? ', 'தன்னியக்க'],
  },
  te: {
    away: [
      'సెలవు(?:లో|పై|ల్లో| మీద)',
      '(?:కార్యాలయ|ఆఫీసు|ఆఫీస్)[^.\\n]{0,40}(?:వెలుపల|బయట|లేను|లేము|మూసి|మూత)',
      'అందుబాటులో (?:లేను|లేము|ఉండను|ఉండము|ఉండరు|లేరు)',
      'ప్రయాణంలో',
      'లీవ్(?:లో| లో)',
      'ఊరిలో లేను',
    ],
    later: ['తిరిగి', 'వచ్చ(?:ాక|ిన తర్వాత|ిన వెంటనే)', 'సమాధానం (?:ఇస్తా|ఇస్తాం|ఇస్తాను|చెబుతా)', 'జవాబు (?:ఇస్తా|రాస్తా)', 'వరకు'],
    urgent: ['అత్యవసర|తక్షణ|అర్జెంట్', 'సంప్రదించ'],
    automatic: ['స్వయంచాలక', 'ఆటోమేటిక్', 'ఆటో ?-?రిప్లై'],
  },
  mr: {
    away: [
      '(?:रजे|सुट्टी|सुटी|सुट्ट्यां)(?:वर|त|मुळे)',
      '(?:कार्यालया|ऑफिस|ऑफिसा|कचेरी)[^.।\\n]{0,40}(?:बाहेर|बंद|नाही)',
      'बाहेर(?:गावी)? (?:आहे|आहोत|असेन|असेल)',
      'प्रवासात',
      'अनुपस्थित',
      'उपलब्ध नाही|उपलब्ध नस',
    ],
    later: ['परत(?:ल्या|ून| आल्या| येता| येई| येऊ)', '(?:उत्तर|संपर्क)[^.।\\n]{0,12}(?:देईन|देऊ|देण्यात|करेन|करू|साधेन)', 'पर्यंत'],
    urgent: ['तातडी|तात्काळ|अत्यावश्यक|महत्त्वाचे काम', 'संपर्क (?:साधा|करा|साधावा)'],
    automatic: ['स्वयंचलित', 'आपोआप'],
  },
  gu: {
    away: [
      'રજા(?:ઓ)? ?(?:પર|ઉપર|માં|ને કારણે)',
      '(?:ઓફિસ|ઑફિસ|કચેરી|કાર્યાલય)[^.\\n]{0,40}(?:બહાર|બંધ|નથી)',
      'ગેરહાજર',
      'બહાર(?:ગામ)? (?:છું|છીએ|હોઈશ)',
      'પ્રવાસ(?:માં| પર)',
      'ઉપલબ્ધ નથી',
    ],
    later: [
      '(?:પાછ|પરત)[^.\\n]{0,30}(?:પછી|બાદ|ફરીશ|આવીશ|આવીને|ફરીને|આવ્યે)',
      '(?:જવાબ|ઉત્તર|સંપર્ક)[^.\\n]{0,12}(?:આપીશ|આપીશું|કરીશ)',
      'સુધી',
    ],
    urgent: ['તાત્કાલિક|તાકીદ|જરૂરી કામ|અરજન્ટ|ઈમરજન્સી', 'સંપર્ક (?:કરો|કરશો|સાધો)'],
    automatic: ['સ્વયં(?:સંચાલિત|ચાલિત)', 'સ્વચાલિત', 'આપોઆપ', 'ઓટોમેટિક|ઑટોમેટિક|ઓટો ?-?રિપ્લાય'],
  },
  kn: {
    away: [
      'ರಜೆ(?:ಯಲ್ಲಿ|ಯ ಮೇಲೆ| ಮೇಲೆ|ಗೆ)',
      '(?:ಕಚೇರಿ|ಆಫೀಸ|ಕಛೇರಿ)[^.\\n]{0,40}(?:ಹೊರ|ಇಲ್ಲ|ಮುಚ್ಚ)',
      'ಲಭ್ಯ(?:ವಿಲ್ಲ|ವಿರುವುದಿಲ್ಲ|ನಿಲ್ಲ|ಳಿಲ್ಲ| ಇಲ್ಲ|ರಿಲ್ಲ|ನಿರುವುದಿಲ್ಲ)',
      'ಪ್ರವಾಸ(?:ದಲ್ಲಿ)',
      'ಊರಲ್ಲಿ ಇಲ್ಲ|ಊರಿನಲ್ಲಿ ಇಲ್ಲ',
    ],
    later: ['(?:ಹಿಂತಿರುಗ|ಹಿಂದಿರುಗ|ಮರಳಿ|ವಾಪಸ|ಮರಳ)', '(?:ಉತ್ತರ|ಪ್ರತಿಕ್ರಿಯ)[^.\\n]{0,14}(?:ಸುತ್ತೇ|ನೀಡು|ಕೊಡು|ಿಸುತ್ತೇ)', 'ಉತ್ತರಿಸು', 'ವರೆಗೆ'],
    urgent: ['ತುರ್ತು', 'ಸಂಪರ್ಕಿಸಿ'],
    automatic: ['ಸ್ವಯಂ ?ಚಾಲಿತ', 'ಸ್ವಯಂಪ್ರೇರಿತ', 'ಆಟೋಮ್ಯಾಟಿಕ್'],
  },
  ml: {
    away: [
      'അവധിയ(?:ിൽ|ിലാണ്|ിലായിരി)',
      'ലീവ(?:ിൽ|ിലാണ്)',
      '(?:ഓഫീസ|ഓഫിസ)[^.\\n]{0,40}(?:ഇല്ല|പുറത്ത|അടച്ച|അവധി)',
      'ലഭ്യമ(?:ല്ല|ായിരിക്കില്ല)',
      'യാത്രയില',
      'സ്ഥലത്തില്ല',
    ],
    later: ['തിരി(?:ച്ച|കെ)', 'മടങ്ങി', 'മറുപടി[^.\\n]{0,14}(?:നൽക|തര|അയ)', 'വരെ'],
    urgent: ['അടിയന്തര|അടിയന്തിര|അത്യാവശ്യ|അത്യാവശ്', 'ബന്ധപ്പെട'],
    automatic: ['സ്വയമേവ', 'സ്വയം ?പ്രവർ', 'യാന്ത്രിക', 'ഓട്ടോമാറ്റിക്', 'തനിയെ അയ'],
  },
  pa: {
    away: [
      "ਛੁੱਟੀ(?:ਆਂ)? ?(?:'?ਤੇ|ਉੱਤੇ|ਉਤੇ|ਲਈ|ਕਾਰਨ|ਵਿੱਚ)",
      '(?:ਦਫ਼ਤਰ|ਆਫਿਸ|ਆਫ਼ਿਸ)[^।.\\n]{0,40}(?:ਬਾਹਰ|ਬੰਦ|ਨਹੀਂ)',
      'ਬਾਹਰ ਹਾਂ',
      'ਗੈਰ ?-?ਹਾਜ਼ਰ',
      'ਉਪਲਬਧ ਨਹੀਂ',
      "ਯਾਤਰਾ '?ਤੇ",
    ],
    later: ['(?:ਵਾਪਸ|ਪਰਤ)', '(?:ਜਵਾਬ|ਉੱਤਰ)[^।.\\n]{0,12}(?:ਦੇਵਾਂਗ|ਦਿਆਂਗ|ਦਵਾਂਗ|ਦੇਵਾਂ|ਦੇਣ)', 'ਤੱਕ|ਤਕ'],
    urgent: ['ਜ਼ਰੂਰੀ|ਤੁਰੰਤ|ਐਮਰਜੈਂਸੀ|ਫੌਰੀ', 'ਸੰਪਰਕ ਕਰ'],
    automatic: ['ਸਵੈ ?-?ਚਾਲਿਤ', 'ਸਵੈਚਲਿਤ', 'ਆਟੋਮੈਟਿਕ', 'ਆਪਣੇ ਆਪ'],
  },
  ur: {
    away: [
      '(?:چھٹی|چھٹیوں|رخصت|تعطیل) پر',
      '(?:دفتر|آفس)[^۔.\\n]{0,40}(?:باہر|بند|نہیں|تعطیل)',
      'باہر ہوں',
      'دستیاب نہیں',
      'سفر (?:پر|میں)',
      'غیر حاضر',
    ],
    later: [
      'واپس',
      '(?:جواب|رابطہ)[^۔.\\n]{0,12}(?:دوں|دیں|کروں|کریں گے)',
      '(?<![\\u0600-\\u06ff])تک(?![\\u0600-\\u06ff])',
    ],
    urgent: ['فوری|ہنگامی|ضروری', 'رابطہ (?:کریں|کیجیے|فرمائیں)'],
    automatic: ['خود ?کار', 'آٹو ?-?(?:ریپلائی|جواب)'],
  },
  or: {
    away: ['ଛୁଟି(?:ରେ|ର|ଯୋଗୁଁ)', '(?:କାର୍ଯ୍ୟାଳୟ|ଅଫିସ|ଦପ୍ତର)[^।.\\n]{0,40}(?:ବାହାର|ବନ୍ଦ|ନାହିଁ)', 'ବାହାରେ ଅଛି', 'ଅନୁପସ୍ଥିତ', 'ଉପଲବ୍ଧ ନ'],
    later: ['ଫେରି', '(?:ଉତ୍ତର|ଜବାବ)[^।.\\n]{0,12}(?:ଦେବି|ଦେବୁ|ଦିଆଯିବ)', 'ପର୍ଯ୍ୟନ୍ତ'],
    urgent: ['ଜରୁରୀ|ଜରୁରି|ତୁରନ୍ତ', 'ଯୋଗାଯୋଗ କର'],
    automatic: ['ସ୍ୱୟଂ(?:ଚାଳିତ|କ୍ରିୟ)', 'ସ୍ବୟଂଚାଳିତ', 'ଅଟୋମେଟିକ'],
  },
  hinglish: {
    away: [
      '\\b(?:chh?utt?i|chh?utt?iyon?|leave|vacation) (?:pe|par|pr|mein|me|ki wajah)\\b',
      '\\boffice (?:se |ke )?(?:bahar|baahar|band|bandh|closed)\\b',
      '\\boffice (?:mein|me) (?:nahi|nahin|nhi)\\b',
      '\\b(?:bahar|baahar) (?:hoo?n|hu|hai|hain|gaya|gayi)\\b',
      '\\boffice[^.\\n]{0,30}\\b(?:band|bandh) (?:hai|rahega|hain)\\b',
      '\\bgaon (?:gaya|gayi|aaya|ja)\\b',
    ],
    later: [
      '\\b(?:wapas|waapas|vapas|vaapas|laut|lautne|lautke|lautkar|aake|aakar|aane)\\b',
      '\\b(?:jawab|javab|reply|uttar|respond)\\b[^.\\n]{0,15}\\b(?:d[ou]o?ng[ai]|denge|karung[ai]|karoong[ai]|karenge|kar d[ou]o?ng[ai])\\b',
      '\\btak\\b',
    ],
    urgent: [
      '\\b(?:urgent|zaroori|zaruri|jaruri|emergency)\\b',
      '\\b(?:call|contact|sampark) (?:kar|karo|karen|karein|kijiye|karna)\\b',
    ],
    automatic: ['\\bautomatic (?:jawab|reply|message)\\b', '\\bauto ?-?reply\\b'],
  },
  abroad: {
    away: [
      'nicht im (?:büro|haus|dienst)',
      'im urlaub',
      'abwesend|abwesenheit',
      'außer haus',
      'absente? (?:du bureau|jusqu|du )',
      'en (?:congé|vacances|déplacement)',
      'fuera de la oficina',
      'de vacaciones',
      '不在',
      '休暇',
      '休假',
      '外出',
      '부재중|휴가',
    ],
    later: [
      'zurück',
      'wieder (?:da|erreichbar|im)',
      'bis (?:zum|einschließlich)',
      'à mon retour|de retour',
      'jusqu',
      'a mi regreso|volveré|hasta el',
      '戻り|以降',
      '返回|回来',
      '복귀',
    ],
    urgent: ['in dringenden', 'vertretung', "en cas d'urgence", 'urgence', 'urgente', '緊急|お急ぎ', '紧急', '급한'],
    automatic: [
      'automatische (?:antwort|abwesenheit)',
      'réponse automatique',
      'respuesta automática',
      '自動(?:返信|応答)',
      '自动(?:回复|答复)',
      '자동 ?응답|자동 ?회신',
    ],
  },
};

/** How responders begin their subject, before the subject that they answer. */
export const ANSWER_SUBJECTS: readonly string[] = [
  'automatic (?:reply|response)',
  'auto(?:matic)?[- ]?(?:reply|response|responder|antwort|generated)',
  'auto',
  'out of (?:the )?office(?: (?:auto ?reply|reply|notification|message|response))?',
  'ooo',
  'vacation(?: (?:reply|notice|message|response))',
  'on (?:leave|vacation|holiday)',
  'away from (?:the )?(?:office|mail|my mail)',
  'i am out of (?:the )?office',
  'autosvar|automatisch antwoord|abwesenheits?(?:notiz|nachricht|assistent)?|automatische antwort|réponse automatique|absence du bureau|respuesta automática|resposta automática|risposta automatica|fuera de (?:la )?oficina',
  '自動(?:返信|応答)|自动(?:回复|答复)|不在通知|자동 ?(?:응답|회신)',
  'स्वचालित (?:उत्तर|जवाब|प्रतिसाद)',
  'स्वयंचलित (?:उत्तर|प्रतिसाद)',
  'कार्यालय से बाहर|छुट्टी पर|अवकाश पर|रजेवर|कार्यालयाबाहेर',
  'স্বয়ংক্রিয় (?:উত্তর|জবাব)|অফিসের বাইরে|ছুটিতে',
  'தானியங்கி (?:பதில்|மறுமொழி)|தானாக பதில்|அலுவலகத்தில் இல்லை|விடுப்பில்',
  'స్వయంచాలక (?:ప్రత్యుత్తరం|జవాబు|సమాధానం)|కార్యాలయం వెలుపల|సెలవులో',
  'સ્વચાલિત (?:જવાબ|ઉત્તર)|સ્વયંસંચાલિત (?:જવાબ|ઉત્તર)|ઓટોમેટિક જવાબ|રજા પર',
  'ಸ್ವಯಂಚಾಲಿತ (?:ಪ್ರತ್ಯುತ್ತರ|ಉತ್ತರ)|ರಜೆಯಲ್ಲಿ|ಕಚೇರಿಯಿಂದ ಹೊರಗೆ',
  'സ്വയമേവയുള്ള മറുപടി|യാന്ത്രിക മറുപടി|ഓട്ടോമാറ്റിക് മറുപടി|അവധിയിൽ',
  "ਸਵੈਚਲਿਤ (?:ਜਵਾਬ|ਉੱਤਰ)|ਸਵੈ-ਚਾਲਿਤ ਜਵਾਬ|ਛੁੱਟੀ '?ਤੇ|ਦਫ਼ਤਰ ਤੋਂ ਬਾਹਰ",
  'خودکار جواب|خود کار جواب|دفتر سے باہر|چھٹی پر',
  'ସ୍ୱୟଂଚାଳିତ (?:ଉତ୍ତର|ଜବାବ)|ଛୁଟିରେ',
  'chh?utt?i (?:pe|par)\\b',
];

/** A helpdesk or a form has taken the mail in. */
export const RECEIVED_PHRASES: readonly string[] = [
  'thank(?:s| you) for (?:contacting|reaching out to|writing (?:in )?to|getting in touch with|your (?:e-?mail|mail|message|enquiry|inquiry|query|interest|request))',
  "(?:we|we've|we have|has been|have been) (?:successfully )?(?:received|registered|logged|created|raised)",
  'your (?:query|request|message|e-?mail|ticket|complaint|enquiry|inquiry|case) (?:has been|is|was)',
  'your (?:query|request|enquiry|concern) is important',
  'acknowledge?(?:ment|s)? (?:of|the receipt|receipt)?',
  'आपका (?:अनुरोध|संदेश|ईमेल|प्रश्न|शिकायत)[^।]{0,40}(?:प्राप्त|दर्ज|मिल)',
  'संपर्क करने के लिए धन्यवाद',
  'আপনার (?:অনুরোধ|বার্তা|ইমেল|ইমেইল|অভিযোগ)[^।]{0,40}(?:পেয়েছি|গৃহীত|নথিভুক্ত)',
  'உங்கள் (?:கோரிக்கை|செய்தி|மின்னஞ்சல்)[^.]{0,40}(?:பெற|பதிவு|கிடைத்த)',
  'మీ (?:అభ్యర్థన|సందేశం|ఇమెయిల్|ఈమెయిల్)[^.]{0,40}(?:అంద|నమోదు)',
  'आपल?(?:ा|ी|ले) (?:विनंती|संदेश|ईमेल|तक्रार)[^.]{0,40}(?:मिळाल|प्राप्त|नोंद)',
  'તમાર[ોીું] (?:વિનંતી|સંદેશ|ઇમેઇલ|ઈમેલ|ફરિયાદ)[^.]{0,40}(?:મળ|પ્રાપ્ત|નોંધ)',
  'ನಿಮ್ಮ (?:ವಿನಂತಿ|ಸಂದೇಶ|ಇಮೇಲ್|ದೂರು)[^.]{0,40}(?:ಸ್ವೀಕ|ತಲುಪಿ|ದಾಖಲ)',
  'നിങ്ങളുടെ (?:അഭ്യർത്ഥന|സന്ദേശം|ഇമെയിൽ|പരാതി)[^.]{0,40}(?:ലഭിച്ച|രേഖപ്പെടുത്ത|കിട്ടി)',
  'ਤੁਹਾਡ[ਾੀੇ] (?:ਬੇਨਤੀ|ਸੁਨੇਹਾ|ਈਮੇਲ|ਸ਼ਿਕਾਇਤ)[^।]{0,40}(?:ਮਿਲ|ਪ੍ਰਾਪਤ|ਦਰਜ)',
  'آپ ک[اےی] (?:پیغام|درخواست|ای ?میل|شکایت)[^۔]{0,40}(?:موصول|درج|مل)',
  'ଆପଣଙ୍କ (?:ଅନୁରୋଧ|ବାର୍ତ୍ତା|ଇମେଲ|ଅଭିଯୋଗ)[^।]{0,40}(?:ମିଳି|ପହଞ୍ଚି|ଗ୍ରହଣ)',
];

/** What only a helpdesk adds to such a text. */
export const TICKET_PHRASES: readonly string[] = [
  '\\b(?:ticket|case|reference|ref|request|complaint|sr|incident|docket|interaction)\\b[ \\w]{0,12}(?:id|no|number|#)?\\s*[.:#-]{0,2}\\s*(?:is\\s*)?[#\\[(]?[a-z]{0,6}[-/]?\\d{3,}',
  '\\[?#\\s?\\d{3,}\\]?',
  'within \\d+ ?(?:-|to)? ?\\d* ?(?:business|working|hours?|hrs)',
  '(?:representative|support team|our team|an agent|customer (?:care|service|success)|someone from) [^.\\n]{0,30}(?:will|shall)',
  'do not reply to this',
  'auto(?:matic|mated|-)',
  'टिकट|संदर्भ संख्या|शिकायत संख्या',
  'টিকিট|রেফারেন্স',
  'டிக்கெட்|குறிப்பு எண்',
  'టికెట్|రిఫరెన్స్',
  'तिकीट|संदर्भ क्रमांक',
  'ટિકિટ|સંદર્ભ નંબર',
  'ಟಿಕೆಟ್|ಉಲ್ಲೇಖ ಸಂಖ್ಯೆ',
  'ടിക്കറ്റ്|റഫറൻസ്',
  'ਟਿਕਟ|ਹਵਾਲਾ',
  'ٹکٹ|حوالہ نمبر',
  'ଟିକେଟ|ସନ୍ଦର୍ଭ',
];

/** A filter that holds the mail back until its sender proves to be a person. */
export const CHALLENGE_PHRASES: readonly string[] = [
  '(?:confirm|verify|prove)[^.\\n]{0,50}(?:you are (?:a )?(?:real |genuine )?(?:human|person|sender)|your (?:e-?mail|address|identity|message|mail)|that you (?:sent|are)|deliver|legitimate|not (?:a )?(?:spam|robot|bot))',
  '(?:held|waiting|pending|quarantined|on hold)[^.\\n]{0,60}(?:approv|verif|confirm|releas|deliver|until|because)',
  'click (?:on )?(?:the |this |here|below)[^.\\n]{0,60}(?:deliver|verif|confirm|approv|request|whitelist|release)',
  'challenge[- ]response|guest list',
  'not (?:yet )?(?:on|in) (?:my|our|the|his|her) (?:approved|whitelist|allow|contact|address|safe|known)',
  'anti-?spam (?:system|protection|service)',
  'protected by',
  'one-?time (?:confirmation|verification)|only (?:need|have) to (?:do|confirm) (?:this|it) once',
  'reply to this (?:message|e-?mail|mail)[^.\\n]{0,40}(?:to (?:be|have|deliver|confirm|verify)|and your)',
];

/** Products that do so by name. */
export const CHALLENGERS = /boxbe|spam ?arrest|\btmda\b|mailinblack|choice ?mail|0spam|sendio|bluebottle/;

/** Lines that a client writes when a mail was opened, without the report of RFC 8098. */
export const RECEIPT_PHRASES: readonly string[] = [
  'your message (?:was|has been) (?:read|displayed|opened|deleted)',
  'your message(?:.|\\n){0,200}?was (?:read|displayed|opened|deleted)',
  'this is a (?:return|read|delivery) receipt',
  'return receipt',
  'read receipt',
  'has been (?:displayed on|read on|opened by)',
  'empfangsbestätigung|lesebestätigung|accusé de (?:lecture|réception)',
];
export const RECEIPT_SUBJECT =
  /^\s*(?:read|not read|gelesen|ungelesen|lu|non lu|leído|return receipt|read receipt|receipt|disposition notification|पढ़ा गया)\s*(?:\([^)]*\)\s*)?[:：-]/iu;
