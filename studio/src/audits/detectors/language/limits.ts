/** Owns what a transcript or a probe's report says of limits: characters counted as people do, weight of a page. */
import { eachAnswer, failed, numberParam, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { foldLetters } from '../letters.ts';
import { graphemeCount } from './counted-text.ts';

const TURNED_AWAY =
  /too long|limit (?:is )?exceeded|limit reached|over the limit|வரம்பு மீற|வரம்பை மீற|పరిమితి|ಮಿತಿ ಮೀರ|പരിധി|সীমা ছাড়|সীমা অতিক্রম|મર્યાદા|ਸੀਮਾ|ସୀମା|حد سے|मर्यादा ओलांड|लंबा है|बड़ा है|exceeds|maximum (?:of )?\d+|longer than|shorten|बहुत लंबा|सीमा से अधिक|अधिकतम|छोटा कर|मोठा आहे|വളരെ നീള|ചുരുക്കി എഴുത|ചുരുക്കുക|ചുരുക്കൂ|நீளமாக|சுருக்கி|சுருக்கவும்|சுருக்குங்கள்|మించి|కుదించ|ಉದ್ದವಾಗಿದೆ|ಚಿಕ್ಕದಾಗಿ ಬರೆ|ಸಂಕ್ಷಿಪ್ತವಾಗಿ (?:ಬರೆ|ಕೇಳ)|দীর্ঘ|সংক্ষেপে লিখ|সংক্ষিপ্ত কর|ছোট করে লিখ|ছোট করুন|લાંબો|ટૂંકાવ|ટૂંકું લખ|ટૂંકમાં લખ|ਲੰਬਾ|ਛੋਟਾ ਕਰ|ଲମ୍ବା|ଛୋଟ କର|ସଂକ୍ଷେପରେ ଲେଖ|संक्षिप्त (?:कर|लिख)|संक्षेप में (?:लिख|पूछ)|लहान कर|ಮಿತಿಗಿಂತ|வரம்பைத் தாண்டி|পরিসীমার বেশি|(?:fewer|less) words|कम शब्द|kam shabd|কম শব্দ|குறைந்த சொற்|குறைவான சொற்|తక్కువ పద|ಕಡಿಮೆ ಪದ|കുറഞ്ഞ വാക്ക|കുറച്ച് വാക്ക|ઓછા શબ્દ|ਘੱਟ ਸ਼ਬਦ|କମ୍ ଶବ୍ଦ|कमी शब्द|کم الفاظ|limit se zyada|limit cross|सीमा से (?:(?:ज्यादा|ज़्यादा)|लंब|बड़)|लांब आहे|chhota kar|chota kar|bahut lamba|zyada lamba|لمبا ہے|طویل|مختصر (?:کر|لکھ)/iu;
const TEXT_NOUN =
  'message|text|msg|संदेश|मैसेज|बात|বার্তা|মেসেজ|লেখা|செய்தி|மெசேஜ்|உரை|సందేశ|మెసేజ్|టెక్స్ట్|ಸಂದೇಶ|ಮೆಸೇಜ್|ಪಠ್ಯ|സന്ദേശ|മെസേജ്|സംദേശ|સંદેશ|મેસેજ|લખાણ|ਸੁਨੇਹਾ|ਮੈਸੇਜ|ବାର୍ତ୍ତା|ମେସେଜ|پیغام|میسج';
const LONG =
  'lamb[aie]|bad[aie](?![a-z])|बड़|लंब|लांब|मोठ|বড়|লম্বা|দীর্ঘ|நீள|நீண்ட|பெரி|పొడవ|పెద్ద|ಉದ್ದ|ದೊಡ್ಡ|ಹೆಚ್ಚ|നീള|നീണ്ട|വലുത|വലിയ|લાંબ|મોટ|ਲੰਬ|ਵੱਡ|ଲମ୍ବ|ଦୀର୍ଘ|ବଡ଼|لمب|طویل|بڑا';
/** The text itself is called long: a holiday may be long as well. */
const CALLED_LONG = new RegExp(
  foldLetters(`(?:${TEXT_NOUN})[\\p{L}\\p{M}]*[^.।!?\\n]{0,24}(?<![\\p{L}\\p{M}])(?:${LONG})`),
  'iu',
);
/** `248/200 bytes`: more than there is room for. */
const COUNTER = /(?<![\d/])(\d{1,5})\s*(?:\/|of)\s*(\d{2,5})(?![\d/])/giu;
const BYTE_LIMIT = /(?<!\d)(\d{2,5})\s*(?:-\s*)?(?:bytes?|बाइट|বাইট|பைட்|బైట్|ಬೈಟ್|ബൈറ്റ്|બાઇટ|ਬਾਈਟ|ବାଇଟ୍?|بائٹ)/iu;
const LIMIT =
  /(?<!\d)(\d{2,5})\s*(?:-\s*)?(?:characters?|chars?|letters?|अक्षर\p{M}*|वर्ण|എഴുത്ത്|അക്ഷര\p{M}*|எழுத்து\p{M}*|అక్షరాల?\p{M}*|ಅಕ್ಷರ\p{M}*)/iu;

/** Characters that any box for a sentence holds. */
const SHORT = 140;

/** params: `limit`, in graphemes, where neither the question nor the answer names it. */
export const graphemeLimit: Rule = eachAnswer((heard, params) => {
  const said = LIMIT.exec(heard.answer.text) ?? LIMIT.exec(heard.question.text) ?? BYTE_LIMIT.exec(heard.answer.text);
  const limit = numberParam(params, 'limit') ?? Number(said?.[1]);
  const isOver = [...heard.answer.text.matchAll(COUNTER)].some((match) => Number(match[1]) > Number(match[2]));
  const away = isOver || TURNED_AWAY.test(heard.answer.text) || CALLED_LONG.test(heard.answer.text);
  if (!away) return passed('The text is taken.');
  const length = graphemeCount(heard.question.original);
  if (!Number.isFinite(limit))
    return length <= SHORT
      ? failed(`A text of ${length} characters is called too long.`, wholeAnswer(heard))
      : unscored('The limit is not known.');
  return length <= limit
    ? failed(`A text of ${length} characters is too long for a limit of ${limit}.`, wholeAnswer(heard))
    : passed(`A text of ${length} characters is over the limit of ${limit}.`);
});

const BYTES = /(\d+(?:[.,]\d+)?)\s*(k|m)?b(?:ytes)?(?![\p{L}])/giu;
const SECONDS = /(\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?(?![\p{L}])/giu;

/** Judges a report such as `scripts 212 kB, first input after 3.9 s`. params: `maxBytes`, `maxSeconds`. */
export const pageWeight: Rule = eachAnswer((heard, params) => {
  const [maxBytes, maxSeconds] = [numberParam(params, 'maxBytes') ?? 307_200, numberParam(params, 'maxSeconds') ?? 5];
  const { text } = heard.answer;
  const bytes = [...text.matchAll(BYTES)].map((match) => {
    const unit = match[2]?.toLowerCase() === 'm' ? 1024 * 1024 : match[2] === undefined ? 1 : 1024;
    return Number((match[1] ?? '').replace(',', '')) * unit;
  });
  const seconds = [...text.matchAll(SECONDS)].map((match) => Number(match[1]));
  if (bytes.length + seconds.length === 0) return unscored('The report names neither bytes nor seconds.');
  const heavy = Math.max(0, ...bytes) > maxBytes || Math.max(0, ...seconds) > maxSeconds;
  return heavy
    ? failed('The widget is too heavy for a slow line.', wholeAnswer(heard))
    : passed('The widget is light enough.');
});
