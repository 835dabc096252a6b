/** Owns finding the name that a person gave, in any script and with however many parts. */

const NAME_WORD = 'name|naam|नाम|नाव|নাম|பெயர்|పేరు|નામ|ಹೆಸರು|പേര്|ਨਾਮ|ਨਾਂ|نام|ନାମ';
const WHOSE =
  "my|full|first|passenger'?s?|customer'?s?|account|his|her|child'?s|mera|en|naa|amar|maru|nanna|ente|majhe|मेरा|मेरे|माझे|माझं|यात्री का|ग्राहक का|আমার|என்|என்னுடைய|నా|મારું|ನನ್ನ|എന്റെ|ਮੇਰਾ|میرا|ମୋର|ମୋ";
/** `My name is`, `I am`; a bare `name` leads to one only at the start of a line or before a colon. */
const LEAD = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:${WHOSE})\\s+(?:${NAME_WORD}|peyar|peru|hesaru|naav)(?![\\p{L}\\p{M}])\\s*(?:is|:|as|=)?|(?:${NAME_WORD})\\s*[:：=-]|(?:one|single) name\\s*[,:]?\\s*(?:is)?|i am(?!\\p{L})|i'm(?!\\p{L}))\\s*[-]?\\s*|^\\s*(?:${NAME_WORD})(?![\\p{L}\\p{M}])\\s*(?:is)?\\s*`,
  'imu',
);
const PART = /^["'“]?([\p{L}][\p{L}\p{M}.\u200c\u200d]*)["'”]?/u;
/** Words that end a name: copulas, joiners, and words that begin the next thought. */
const STOPS = new Set(
  (
    'is and i from please my only just the a an but with of at in for to not no she he it who what ji hai hain aur hu hoon kya mera ko se par aahe ahe ' +
    'है हैं और मैं हूँ हूं को से क्या मेरा मेरी मेरे बस सिर्फ केवल है। आहे आणि मी এবং আমি হল হলো ஆகும் மற்றும் என் எனக்கு అని మరియు నాకు అండి છે અને હું ಆಗಿದೆ ಮತ್ತು ನನಗೆ ആണ് ആണു എന്നാണ് ഉം ਹੈ ਅਤੇ ਮੈਂ ہے اور ہوں ଅଟେ ଏବଂ ମୁଁ'
  )
    .normalize('NFC')
    .split(' '),
);
/** `I am tired`, `मेरा नाम क्या है`: what follows is no name. */
const NO_NAME =
  /^(?:what|which|changed|change|not|a|an|the|in|on|at|from|selling|buying|trying|looking|unable|facing|getting|having|going|feeling|tired|sad|happy|setting|working|living|applying|writing|pure|vegetarian|under|here|misspelt|misspelled|spelt|wrong|wrongly|incorrect|missing|printed|new|old|very|so|your|sorry|kya|क्या|काय|কি|কী|என்ன|ఏమిటి|ఏంటి|શું|ಏನು|എന്ത്|എന്താണ്|ਕੀ|کیا|କଣ)$/iu;

const MOST_PARTS = 4;

/** The name as written; null when none was given. */
export function nameGivenIn(text: string): string | null {
  const plain = text.normalize('NFC');
  const lead = LEAD.exec(plain);
  if (lead === null) return null;
  const needsCapital = /\bi(?: am|'m)\b/iu.test(lead[0]);
  const parts: string[] = [];
  let rest = plain.slice(lead.index + lead[0].length).replace(/^\s*(?:is|only|सिर्फ|केवल)\s+/iu, '');
  while (parts.length < MOST_PARTS) {
    const part = PART.exec(rest);
    const word = part?.[1]?.replace(/\.+$/u, (dots) => (/^\p{L}\.$/u.test(part[1] ?? '') ? dots : ''));
    if (part === null || word === undefined) break;
    const isName = !STOPS.has(word.toLowerCase()) && !NO_NAME.test(word) && !(needsCapital && /^[a-z]/.test(word));
    if (!isName) break;
    parts.push(word);
    rest = rest.slice(part[0].length);
    const ends = /^[^\s]|^\s*[,.!?।|\n;:(]/u.test(rest) || rest === '' || /\.$/u.test(part[1] ?? '');
    if (/^\//u.test(rest)) parts.pop();
    if (ends && !/^\p{L}\.$/u.test(word)) break;
    rest = rest.trimStart();
  }
  return parts.length === 0 ? null : parts.join(' ');
}

const NO_NAMES = new Set(
  (
    'ढूँढो ढूंढो खोजो दिखाओ भेजो दो दे दीजिए दें करो कीजिए बताओ बताइए सुनाओ गाओ है हैं हूँ चाहिए दाखवा सांगा करा द्या দাও দিন করো বলো বলুন গাও তা தா தாருங்கள் சொல் சொல்லுங்கள் பாடு ' +
    'ఇవ్వండి చెప్పండి పాడండి పాడు ఇవ్వు આપો કહો ગાઓ કરો ಕೊಡಿ ಹೇಳಿ ಹಾಡಿ ಮಾಡಿ തരൂ പറയൂ പാടൂ ਦਿਓ ਦੱਸੋ ਗਾਓ ਕਰੋ دو بتاؤ گاؤ کرو ଦିଅ କୁହ ଗାଅ କର'
  )
    .normalize('NFC')
    .split(' '),
);

/** A message that is nothing but one or two words of an Indian script, or two or three capitalised Latin ones. */
export function bareNameIn(text: string): string | null {
  const plain = text.normalize('NFC').trim();
  if (plain.split(' ').some((word) => NO_NAMES.has(word))) return null;
  const isIndian =
    /^[\p{L}\p{M}\u200c\u200d]+(?: [\p{L}\p{M}.\u200c\u200d]+)?$/u.test(plain) && !/[A-Za-z]/.test(plain);
  return isIndian || /^\p{Lu}[\p{Ll}.]*(?: \p{Lu}[\p{Ll}.]*){1,2}$/u.test(plain) ? plain : null;
}
