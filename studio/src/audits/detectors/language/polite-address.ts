/** Owns the rule of polite address outside Hindi: நீங்கள், మీరు, আপনি and their verb forms for a customer or an elder. */
import { eachAnswer, failed, passed, type Rule, unscored } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { has, type Mention, mentions, words } from '../lexicon.ts';
import { isQuoted } from './quotes.ts';

interface Address {
  /** Pronouns that are never polite. */
  pronouns: RegExp;
  /** Verb endings that are never polite. */
  verbs: RegExp | null;
  /** Bare commands; they count only where a clause ends, for many are nouns as well. */
  commands: string;
  /** Forms of respect. */
  polite: RegExp;
}

/** By language; `-Latn` for the romanised form. */
const ADDRESS: Record<string, Address> = {
  ta: {
    pronouns: words('நீ,உன்,உன்ன~,உனக்கு~,உன்னுடைய,உன்னிடம்,உன்னால்'),
    verbs: words('~கிறாய்,~ப்பாய்,~னாய்,செய்வாய்,எழுதுவாய்,போவாய்,பெறுவாய்,நிரப்புவாய்,செல்வாய்,அனுப்புவாய்,போடா,வாடா,சொல்லுடா'),
    commands:
      'நிரப்பு,எழுது,போ,எடு,செய்,கொடு,சொல்,சொல்லு,பார்,திற,அனுப்பு,வா,வாங்கு,போடு,கேள்,சேர்,சமர்ப்பி,ஒட்டு,வை,அழுத்து,தேர்ந்தெடு,உள்ளிடு,கட்டு,இணை,வாங்கிக்கொள்,எடுத்துக்கொள்,பண்ணு',
    polite: words('நீங்கள்,உங்கள~,உங்களுக்கு~,தாங்கள்,~ுங்கள்,~ுங்க,~வும்,~லாம்'),
  },
  te: {
    pronouns: words('నువ్వు,నీవు,నీకు,నీ,నిన్ను,నీతో,నువ్వే,నీదే'),
    verbs: words('~తావు,~తున్నావు,~చావు'),
    commands:
      'వెళ్ళు,వెళ్లు,రాయి,వ్రాయి,తీసుకో,ఇవ్వు,ఇయ్యి,నింపు,చెయ్యి,చేయి,పెట్టు,పంపు,తెరువు,చూడు,అడుగు,కట్టు,ఎంచుకో,నొక్కు,రా,చెప్పు,జత చెయ్యి,జతచెయ్యి,సమర్పించు,ఇచ్చెయ్',
    polite: words('మీరు,మీ,మీకు,మిమ్మల్ని,~ండి,~వచ్చు,~గారు'),
  },
  bn: {
    pronouns: words('তুই,তোর,তোকে,তোরা,তুমি,তোমার,তোমাকে,তোমরা,তোমাদের,তুমিই'),
    verbs: words('~ছিস,পারিস,করিস,নিস,দিস,পারো,করছো,যাচ্ছো,চাও'),
    commands:
      'করো,কর,লেখো,লেখ,লিখো,যাও,যা,নাও,নে,দাও,দে,ভরো,ভর,খোলো,খোল,দেখো,দেখ,পাঠাও,বলো,বল,রাখো,আনো,এসো,জেনে নাও,বাছো,চাপো,টেপো,জমা দাও,জমা দে,পূরণ করো,পূরণ কর,শোনো,শোন,করে নাও',
    polite: words('আপনি,আপনার,আপনাকে,~ুন,~বেন,পারেন'),
  },
  mr: {
    pronouns: words('तू,तुझ~,तुला,तूच,तुझ्याकडे'),
    verbs: words('~तोस,~तेस,करशील,जाशील,भरशील,घेशील,देशील,शकशील,लिहिशील,केलास,केलीस,आलास,गेलास,आहेस'),
    commands: 'भर,जा,घे,लिही,लिह,कर,दे,उघड,बघ,टाक,सांग,पाठव,निवड,दाब,ये,ठेव,जोड,मिळव,विचार,काढ,सादर कर,जमा कर,घेऊन जा',
    polite: words('तुम्ही,तुमच~,तुम्हाला,आपण,आपल~,करा,भरा,घ्या,लिहा,द्या,उघडा,टाका,सांगा,निवडा'),
  },
  gu: {
    pronouns: words('તું,તારા,તારી,તારો,તારું,તને,તારે,તેં'),
    verbs: words('કરજે,જજે,લેજે,લખજે,ભરજે,આપજે,દેજે,રાખજે,પૂછજે,મોકલજે'),
    commands: 'જા,લે,લઈ લે,લખ,કર,દે,આપ,ભર,ખોલ,જો,મોકલ,પૂછ,મૂક,કરાવ,આવ,પસંદ કર,દબાવ,કરાવી દે,ભરી દે,આપી દે',
    polite: words('તમે,તમારા,તમારી,તમારો,તમારું,તમને,આપનું,કરો,ભરો,લખો,જાઓ,લો,આપો,~શો'),
  },
  kn: {
    pronouns: words('ನೀನು,ನಿನ್ನ,ನಿನಗೆ,ನಿನ್ನನ್ನು,ನೀನೇ,ನಿಂಗೆ,ನೀ'),
    verbs: words('~ತ್ತೀಯ,~ತ್ತೀಯಾ,~ಡ್ತೀಯ'),
    commands: 'ಹೋಗು,ಮಾಡು,ಬರೆ,ತುಂಬು,ಕೊಡು,ತಗೋ,ತೆಗೆದುಕೋ,ನೋಡು,ತೆರೆ,ಕಳುಹಿಸು,ಬಾ,ಹೇಳು,ಸಲ್ಲಿಸು,ಆರಿಸು,ಒತ್ತು,ಹಾಕು,ಭರ್ತಿ ಮಾಡು',
    polite: words('ನೀವು,ನಿಮ್ಮ,ನಿಮಗೆ,~ಿರಿ,~ಬಹುದು,ಮಾಡಿ,ಬರೆಯಿರಿ'),
  },
  ml: {
    pronouns: words('നീ,നിന്റെ,നിനക്ക്,നിന്നെ,നിന്നോട്,നീയ~'),
    verbs: words('എടാ,എടീ,ചെയ്യെടാ,എഴുതെടാ'),
    commands: 'പോ,ചെയ്യ്,എഴുത്,കൊടുക്ക്,എടുക്ക്,വാ,പറ,നോക്ക്,പൂരിപ്പിക്ക്,തുറക്ക്,അയക്ക്',
    polite: words('നിങ്ങൾ,നിങ്ങളുടെ,താങ്കൾ~,~ുക,~ണം,~ൂ'),
  },
  pa: {
    pronouns: words('ਤੂੰ,ਤੇਰਾ,ਤੇਰੀ,ਤੇਰੇ,ਤੈਨੂੰ,ਤੈਥੋਂ'),
    verbs: words('~ਦਾ ਏਂ,~ਦੀ ਏਂ,ਸਕਦਾ ਹੈਂ,ਸਕਦੀ ਹੈਂ,~ੇਂਗਾ,~ੇਂਗੀ'),
    commands: 'ਜਾ,ਲੈ,ਭਰ,ਕਰ,ਲਿਖ,ਦੇ,ਖੋਲ੍ਹ,ਵੇਖ,ਭੇਜ,ਪੁੱਛ,ਕਰਵਾ,ਆ,ਲੈ ਲੈ,ਕਰ ਦੇ,ਭਰ ਦੇ',
    polite: words('ਤੁਸੀਂ,ਤੁਹਾਡ~,ਤੁਹਾਨੂੰ,ਕਰੋ,ਭਰੋ,ਜਾਓ,ਲਓ,ਲਿਖੋ,ਦਿਓ'),
  },
  or: {
    pronouns: words('ତୁ,ତୋର,ତୋତେ,ତୁମେ,ତୁମର,ତୁମକୁ,ତୁମ'),
    verbs: words('~ୁଛୁ,~ିବୁ,~ୁଛ'),
    commands: 'କର,ଯାଅ,ଯା,ଲେଖ,ଦିଅ,ଦେ,ନିଅ,ନେ,ଭର,ପୂରଣ କର,ଖୋଲ,ଦେଖ,ପଠାଅ,କୁହ,ଆସ,ଜମା କର,ଜମା ଦିଅ',
    polite: words('ଆପଣ,ଆପଣଙ୍କ~,~ନ୍ତୁ,~ିବେ'),
  },
  as: {
    pronouns: words('তই,তোৰ,তোক,তুমি,তোমাৰ,তোমাক,তোমালোক~'),
    verbs: words("~িছা,পাৰা,কৰিবা,যাবা,ল'বা"),
    commands: 'কৰা,কৰ,যোৱা,যা,লোৱা,ল,লিখা,লিখ,দিয়া,দে,ভৰোৱা,খোলা,চোৱা,পঠোৱা,কোৱা,পূৰণ কৰা,জমা দিয়া',
    polite: words('আপুনি,আপোনা~,~ক,~ব'),
  },
  ur: {
    pronouns: words('تم,تمہیں,تمہارا,تمہاری,تمہارے,تجھے,تیرا,تیری,تیرے'),
    verbs: words('سکتے ہو,سکتی ہو,رہے ہو,کرتے ہو,کرو گے,جاؤ گے'),
    commands: 'کرو,جاؤ,لو,دو,بھرو,لکھو,کھولو,دیکھو,بتاؤ,ڈالو,بھیجو,کر دو,لے لو,کر لو',
    polite: words('آپ,آپ کا,آپ کی,آپ کے,کیجیے,کریں,بھریں,لکھیں,جائیں'),
  },
  ne: {
    pronouns: words('तं,तिमी,तिमीले,तिम्र~,तिमीलाई,तेरो,तंलाई,तैंले'),
    verbs: words('~छस्,~छौ,सक्छौ,सक्छस्'),
    commands: 'गर,जाऊ,जा,भर,लेख,देऊ,दे,लेऊ,खोल,हेर,पठाऊ,राख,बुझाऊ',
    polite: words('तपाईं,तपाईं~,~नुहोस्,~नुस्,हजुर~'),
  },
  'ta-Latn': {
    pronouns: words('nee,ni,un,unakku,unnoda,unnai,unna'),
    verbs: words('pannuva,seivaai,poda,vaada'),
    commands: 'po,pannu,ezhudhu,eludhu,kudu,kodu,edu,sollu,paaru,paru,anuppu,nirappu,podu,vaa',
    polite: words('neenga,neengal,unga,ungal,ungalukku,~nga,~ngal,~avum'),
  },
  'te-Latn': {
    pronouns: words('nuvvu,nuvu,neeku,nee,ninnu'),
    verbs: words('~thavu,~tavu,~gallavu'),
    commands: 'vellu,raayi,rayi,cheyyi,chey,teesko,tisko,ivvu,pampu,nimpu,pettu,choodu',
    polite: words('meeru,meeku,mee,~andi,~ndi'),
  },
  'bn-Latn': {
    pronouns: words('tui,tor,toke,tumi,tomar,tomake,tomader'),
    verbs: words('paro,korcho,koris,paris'),
    commands: 'koro,lekho,jao,nao,dao,bhoro,dekho,pathao,bolo,kholo,likho',
    polite: words('apni,apnar,apnake,korun,likhun,jan,nin,din,bhorun'),
  },
  'mr-Latn': {
    pronouns: words('tu,tujha,tujhi,tujhe,tujhya,tula'),
    verbs: words('aahes,kartos,shaktos,jashil,karshil'),
    commands: 'bhar,ja,ghe,lihi,kar,de,ughad,bagh,taak,sang,pathav',
    polite: words('tumhi,tumcha,tumchi,tumhala,kara,bhara,ghya,liha,dya'),
  },
  'gu-Latn': {
    pronouns: words('tu,tara,tari,taro,taru,tane'),
    verbs: words('karje,jaje,leje,lakhje,bharje'),
    commands: 'ja,le,lakh,kar,de,aap,bhar,khol,jo,mokal',
    polite: words('tame,tamara,tamari,tamaro,tamne,karo,bharo,lakho,jao'),
  },
};

const TO_A_CHILD = words(
  'child,kid,children,குழந்தை~,சிறுவன்~,தம்பி~,பிள்ளை~,మా బాబు~,పిల్లల~,పాప~,తమ్ముడు,বাচ্চা~,ছোট ভাই~,ছেলেমেয়ে~,শিশু~,मुलाला,मुलांना,लहान~,बाळ~,ભાઈને,બાળક~,છોકરા~,ಮಗು~,ಮಕ್ಕಳ~,കുട്ടി~,ਬੱਚੇ~,ਬੱਚਿਆਂ,ପିଲା~,শিশুক,بچے,بچوں,बच्चा~,केटाकेटी',
);
const CLAUSE_END =
  '(?=\\s*(?:[।.,;!)\\n]|$|\\s-\\s)|\\s+(?:और|అప్పుడు|తర్వాత|আর|এবং|তারপর|અને|પછી|आणि|मग|ਅਤੇ|ਫਿਰ|ଏବଂ|ପରେ|പിന്നെ|ಮತ್ತು|ನಂತರ|பிறகு|பின்|اور|पछि|and|phir)(?![\\p{L}\\p{M}]))';

const commandPatterns = new Map<string, RegExp>();
function commandsOf(list: string): RegExp {
  const known = commandPatterns.get(list);
  if (known !== undefined) return known;
  const pattern = words(...list.split(',').map((command) => command.trim() + CLAUSE_END.replaceAll(',', '\\x2c')));
  commandPatterns.set(list, pattern);
  return pattern;
}

export const politeAddress: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const [primary = ''] = heard.lang.split('-');
  const address = ADDRESS[/-latn/iu.test(heard.lang) ? `${primary}-Latn` : primary];
  if (address === undefined) return unscored('The forms of address of this language are not known here.');
  if (has(heard.question.text, TO_A_CHILD)) return passed('The words are for a child.');
  const spoken = (found: Mention) => !isQuoted(text, found.start, found.end);
  const outright = [
    ...mentions(text, address.pronouns),
    ...(address.verbs === null ? [] : mentions(text, address.verbs)),
  ].filter(spoken);
  const commands = mentions(text, commandsOf(address.commands)).filter(spoken);
  const isPolite = has(text, address.polite);
  const found = outright[0] ?? (commands.length >= 2 || (commands.length === 1 && !isPolite) ? commands[0] : undefined);
  if (found === undefined) return passed('The address is polite.');
  const sentence = sentenceAt(text, found.start, found.end);
  return failed(
    `“${heard.answer.quote(found.start, found.end)}” is no polite form.`,
    heard.answer.quote(sentence.start, sentence.end),
  );
});
