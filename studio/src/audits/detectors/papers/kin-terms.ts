/**
 * Owns Indian kinship as chains: `F B+ W` is the wife of the father's elder brother. Terms of twelve languages and
 * descriptions such as `mother's sister's husband` or `पिता की बहन के पति` are read into the same chains.
 */
import { words } from '../lexicon.ts';

/** F father, M mother, B brother, Z sister, H husband, W wife, S son, D daughter; + elder, - younger. */
export type Chain = string;

export interface KinMention {
  start: number;
  end: number;
  chain: Chain;
  /** `term`: one word of the language; `told`: a description in basic words. */
  kind: 'term' | 'told';
}

const TERMS: Readonly<Record<Chain, string>> = {
  'F B+':
    'ताऊ,ताऊजी,ताया,बड़े पापा,बड़े पिताजी,tau,tauji,taau,taya,tayaji,bade papa,bare papa,jyatha,jethu,periyappa,pedananna,doddappa,मोठे काका,জ্যাঠা,জ্যাঠামশাই,জেঠা,জেঠু,ਤਾਇਆ,ਤਾਇਆ ਜੀ,பெரியப்பா~,పెదనాన్న~,పెద్దనాన్న~,ದೊಡ್ಡಪ್ಪ~,വലിയച്ഛൻ,വല്യച്ഛൻ,മൂത്തച്ഛൻ,تایا,ବଡ଼ବାପା',
  'F B-':
    'चाचा,चाचाजी,चाचू,काका,काकाजी,chacha,chachaji,chachu,kaka,kakaji,chithappa,babai,chikkappa,কাকা,কাকু,চাচা,খুড়া,કાકા,ਚਾਚਾ,ਚਾਚਾ ਜੀ,சித்தப்பா~,బాబాయి~,బాబాయ్~,చిన్నాన్న~,ಚಿಕ್ಕಪ್ಪ~,ചെറിയച്ഛൻ,കൊച്ചച്ഛൻ,ഇളയച്ഛൻ,ചിറ്റപ്പൻ,چچا,ଦାଦା,କକା,খুৰা',
  'M B':
    'मामा,मामाजी,mama,mamaji,maama,মামা,મામા,ਮਾਮਾ,ਮਾਮਾ ਜੀ,மாமா~,தாய்மாமன்~,தாய் மாமன்~,மாமன்~,మేనమామ~,మామయ్య~,ಸೋದರಮಾವ~,ಸೋದರ ಮಾವ~,അമ്മാവൻ,അമ്മാവന്~,ماموں,ମାମୁ,ମାମା,মামা',
  'F Z H':
    'फूफा,फूफाजी,फुफा,phupha,phoopha,foofa,fufa,phuphaji,foofaji,fufaji,পিসেমশাই,পিসেমশায়,পিসা,ફુઆ,ફુવા,ਫੁੱਫੜ,ਫੁੱਫੜ ਜੀ,پھوپھا,পেহা,ପିଉସା,आतोबा',
  'M Z H': 'मौसा,मौसाजी,mausa,mausaji,mosa,mousa,মেসো,মেসোমশাই,মেসোমশায়,માસા,ਮਾਸੜ,ਮਾਸੜ ਜੀ,خالو,মহা,ମଉସା,मावसा',
  'F Z':
    'बुआ,बुआजी,फूफी,bua,buaji,phuphi,fufi,आत्या,atya,পিসি,পিসিমা,ফুফু,ફોઈ,ફઈ,ਭੂਆ,ਭੂਆ ਜੀ,அத்தை~,athai,attai,మేనత్త~,అత్తయ్య~,ಸೋದರತ್ತೆ~,ಅತ್ತೆ~,അമ്മായി~,അപ്പച്ചി,پھوپھی,পেহী,ପିଉସୀ',
  'M Z': 'मौसी,मौसीजी,mausi,mausiji,maasi,masi,मावशी,mavshi,মাসি,মাসিমা,খালা,માસી,ਮਾਸੀ,خالہ,ମାଉସୀ,মাহী',
  'M Z-': 'சித்தி~,chithi,పిన్ని~,చిన్నమ్మ~,ಚಿಕ್ಕಮ್ಮ~,ചെറിയമ്മ~,ഇളയമ്മ~',
  'M Z+': 'பெரியம்மா~,periyamma,పెద్దమ్మ~,ದೊಡ್ಡಮ್ಮ~,വലിയമ്മ~,വല്യമ്മ~',
  'F B- W': 'चाची,चाचीजी,chachi,काकू,কাকিমা,কাকি,চাচি,કાકી,ਚਾਚੀ,چچی',
  'F B+ W': 'ताई,ताईजी,तायी,बड़ी मम्मी,tai,taiji,জ্যাঠিমা,জেঠিমা,ਤਾਈ,تائی',
  'M B W': 'मामी,मामीजी,mami,mamiji,মামি,মামিমা,મામી,ਮਾਮੀ,ممانی',
  'H B-':
    'देवर,देवरजी,devar,dewar,दीर,deor,দেওর,দেবর,દિયર,ਦਿਓਰ,ਦੇਵਰ,மைத்துனன்,கொழுந்தன்~,kozhundan,మరిది~,maridi,ಮೈದುನ~,دیور,ଦିଅର,দেওৰ',
  'H B+': 'जेठ,जेठजी,jeth,jethji,ভাসুর,જેઠ,ਜੇਠ,மூத்தார்~,బావగారు,جیٹھ,ଦେଢ଼ଶୁର',
  'H Z': 'ननद,नणंद,nanad,nand,ননদ,નણંદ,ਨਣਾਨ,ਨਨਾਣ,நாத்தனார்~,நாத்தனார,nathanar,ఆడపడుచు~,adapaduchu,ನಾದಿನಿ~,നാത്തൂൻ,نند,ନଣନ୍ଦ',
  'W B': 'साला,साले,saala,sala,salaa,মেহুনা,मेहुणा,শালা,শ্যালক,સાળો,સાળા,ਸਾਲਾ,மச்சான்~,மைத்துனர்~,బావమరిది~,سالا,ଶଳା',
  'W Z': 'साली,saali,sali,मेहुणी,শালি,শ্যালিকা,સાળી,ਸਾਲੀ,மச்சினி~,கொழுந்தியாள்~,మరదలు~,سالی,ଶାଳୀ',
  'Z H':
    'जीजा,जीजाजी,बहनोई,jija,jijaji,jiju,behnoi,bahnoi,জামাইবাবু,ভগ্নিপতি,દુલાભાઈ,બનેવી,ਜੀਜਾ,ਜੀਜਾ ਜੀ,அத்தான்~,بہنوئی,ଭିଣୋଇ,दाजी',
  'B W': 'भाभी,भाभीजी,bhabhi,bhabi,वहिनी,বৌদি,ভাবি,ভাবী,ભાભી,ਭਾਬੀ,ਭਰਜਾਈ,அண்ணி~,వదిన~,ಅತ್ತಿಗೆ~,بھابھی,ଭାଉଜ',
  'H B- W': 'देवरानी,devrani,dewrani,ਦਰਾਣੀ,દેરાણી,دیورانی',
  'H B+ W': 'जेठानी,jethani,ਜਠਾਣੀ,જેઠાણી,جیٹھانی',
  'H Z H': 'नंदोई,ननदोई,nandoi,નણદોઈ',
  'W Z H': 'साढ़ू,साढू,sadhu bhai,saadhu,ਸਾਂਢੂ,સાઢુ',
  'F F': 'दादा,दादाजी,dada,dadaji,দাদু,ঠাকুরদা,દાદા,ਦਾਦਾ,தாத்தா~,తాతయ్య~,అజ్జ,دادا',
  'F M': 'दादी,दादीजी,dadi,dadiji,ঠাকুমা,দাদি,દાદી,ਦਾਦੀ,دادی',
  'M F': 'नाना,नानाजी,nana,nanaji,નાના,ਨਾਨਾ,نانا',
  'M M': 'नानी,नानीजी,nani,naniji,দিদিমা,নানি,નાની,ਨਾਨੀ,نانی',
  'B S': 'भतीजा,bhatija,ভাইপো,ભત્રીજો,ਭਤੀਜਾ,بھتیجا,पुतण्या',
  'B D': 'भतीजी,bhatiji,ভাইঝি,ભત્રીજી,ਭਤੀਜੀ,بھتیجی,पुतणी',
  'Z S': 'भांजा,भानजा,bhanja,ভাগ্নে,ভাগনে,ભાણિયો,ભાણો,ਭਾਣਜਾ,بھانجا,भाचा',
  'Z D': 'भांजी,भानजी,bhanji,ভাগ্নি,ભાણી,ਭਾਣਜੀ,بھانجی,भाची',
  'S S': 'पोता,pota,পৌত্র,પૌત્ર,ਪੋਤਾ,پوتا,नातू',
  'S D': 'पोती,poti,পৌত্রী,પૌત્રી,ਪੋਤੀ,پوتی',
  'D S': 'नाती,नवासा,naati,nati,nawasa,দৌহিত্র,દોહિત્ર,ਦੋਹਤਾ,نواسا',
  'D D': 'नातिन,नवासी,natin,nawasi,ਦੋਹਤੀ,نواسی',
};
const TERM_LISTS = Object.entries(TERMS).map(([chain, list]) => ({ chain, pattern: words(list) }));

/** Words of which descriptions are made, the English pairs with a side first. */
const BASIC: readonly [chain: Chain, list: string][] = [
  ['F B+', 'elder paternal uncle,older paternal uncle,eldest paternal uncle'],
  ['F B-', 'younger paternal uncle'],
  ['F B', 'paternal uncle'],
  ['M B', 'maternal uncle'],
  ['F Z', 'paternal aunt'],
  ['M Z', 'maternal aunt'],
  ['F F', 'paternal grandfather'],
  ['F M', 'paternal grandmother'],
  ['M F', 'maternal grandfather'],
  ['M M', 'maternal grandmother'],
  [
    'F',
    "father~,dad,dad's,पिता,पिताजी,पापा,बाप,पिता जी,pita,pitaji,papa,baap,वडिलां~,वडील,बाबां~,বাবার,বাবা,পিতার,দেউতাৰ,પિતાન~,પપ્પાન~,ਪਿਤਾ,ପିତା~,ବାପା~,அப்பா~,தந்தை~,తండ్రి,నాన్న~,ತಂದೆ~,ಅಪ್ಪ~,അച്ഛന്~,അച്ഛൻ,والد,باپ,appa,appavin,nanna",
  ],
  [
    'M',
    "mother~,mom,mom's,mum,mum's,माँ,माता,माताजी,मम्मी,अम्मा,maa,ma,mata,mummy,mammi,amma,ammavin,आईच~,आई,মায়ের,মা,মাৰ,માતાન~,મમ્મીન~,ਮਾਂ,ਮਾਤਾ,ମାଆ~,ମା,ମାଙ୍କ,அம்மா~,தாய்~,தாயின்,తల్లి,అమ్మ,ತಾಯಿ~,ಅಮ್ಮ~,അമ്മയുടെ,അമ്മ,والدہ,ماں",
  ],
  [
    'B',
    'brother~,भाई,भाइ,bhai,भाऊ,भावा~,ভাই~,ભાઈ~,ਭਰਾ,ਭਾਈ,ଭାଇ~,சகோதரன்~,சகோதரர்~,அண்ணன்~,தம்பி~,అన్న~,తమ్ముడు~,సోదరుడు~,సోదరుడి~,ಅಣ್ಣ~,ತಮ್ಮ~,ಸಹೋದರ~,സഹോദരൻ,സഹോദരന്~,ചേട്ടൻ,അനിയൻ,بھائی,annan,thambi',
  ],
  [
    'Z',
    'sister~,बहन,बहिन,behen,behan,bahan,bahen,बहीण,बहिण~,বোন~,દીદી,বোনের,બહેન~,બેન~,ਭੈਣ,ଭଉଣୀ~,சகோதரி~,அக்கா~,தங்கை~,అక్క~,చెల్లెలు~,సోదరి~,ಅಕ್ಕ~,ತಂಗಿ~,ಸಹೋದರಿ~,സഹോദരി~,ചേച്ചി~,അനിയത്തി~,بہن,akka',
  ],
  [
    'H',
    'husband~,पति,pati,नवरा,नवऱ्या~,पती,স্বামী~,বর,પતિ~,ਪਤੀ,ସ୍ୱାମୀ~,கணவர்~,கணவன்~,கணவரின்,భర్త~,ಗಂಡ~,ಪತಿ~,ഭർത്താവ്~,ഭർത്താവി~,شوہر,kanavar',
  ],
  ['W', 'wife~,पत्नी,patni,बायको~,पत्नीच~,স্ত্রী~,બૌ,પત્ની~,ਪਤਨੀ,ସ୍ତ୍ରୀ~,மனைவி~,భార్య~,ಹೆಂಡತಿ~,ಪತ್ನಿ~,ഭാര്യ~,بیوی,manaivi'],
  ['S', "son,son's,बेटा,बेटे,पुत्र,beta,bete,मुलगा,মুলাচ~,ছেলে~,દીકરો,દીકરા~,ਪੁੱਤਰ,ਪੁੱਤ,மகன்~,కొడుకు~,ಮಗ,ಮಗನ~,മകൻ,മകന്~,بیٹا,بیٹے"],
  ['D', 'daughter~,बेटी,पुत्री,beti,मुलगी,মেয়ে~,દીકરી~,ਧੀ,ਬੇਟੀ,மகள்~,కూతురు~,కూతురి~,ಮಗಳು,ಮಗಳ~,മകൾ,മകള~,بیٹی'],
];
const BASIC_LISTS = BASIC.map(([chain, list]) => ({ chain, pattern: words(list) }));

const ELDER =
  /(?:elder|older|eldest|big|बड़\p{M}*|bad[eia]|bar[eia]|मोठ\p{M}*|থোরল\p{M}*|थोरल\p{M}*|বড়|বড়|মেজো|મોટ\p{M}*|ਵੱਡ\p{M}*|ବଡ଼|மூத்த|பெரிய|పెద్ద|ಹಿರಿಯ|ദൊഡ്ഡ|ದೊಡ್ಡ|മൂത്ത|ചേട്ട|بڑ\p{L}|mootha|மூத்தவர்)\s*$/iu;
const YOUNGER =
  /(?:younger|youngest|little|छोट\p{M}*|chhot[eia]|chot[eia]|धाकट\p{M}*|लहान|ছোট|નાન\p{M}*|ਛੋਟ\p{M}*|ସାନ|இளைய|சின்ன|చిన్న|ಕಿರಿಯ|ಚಿಕ್ಕ|ഇളയ|അനിയ|چھوٹ\p{L}|ilaya)\s*$/iu;
const ELDER_WORD = /^(?:அண்ண|అన్న|ಅಣ್ಣ|ചേട്ട|அக்கா|అక్క|ಅಕ್ಕ|ചേച്ചി|annan|akka)/iu;
const YOUNGER_WORD = /^(?:தம்பி|తమ్ముడు|ತಮ್ಮ|അനിയ|தங்கை|చెల్లెలు|ತಂಗಿ|thambi)/iu;
/** What may stand between the links of a chain. */
const BETWEEN =
  /^(?:'s|s')?[\s-]*(?:(?:का|की|के|ka|ki|ke|चा|ची|चे|च्या|র|এর|ের|ৰ|ન[ાીોે]|ਦ[ਾੀੇ]|ର|ଙ୍କ|ଙ୍କର|యొక్క|ಯ|ನ|ന്റെ|യുടെ|کا|کی|کے|जी|ji|own|real|सगे|सगी|sage|elder|older|eldest|younger|youngest|big|little|or|बड़\p{M}*|छोट\p{M}*|bad[eia]|bar[eia]|chhot[eia]|chot[eia]|मोठ\p{M}*|धाकट\p{M}*|थोरल\p{M}*|লহান|বড়|বড়|ছোট|મોટ\p{M}*|નાન\p{M}*|ਵੱਡ\p{M}*|ਛੋਟ\p{M}*|ବଡ଼|ସାନ|மூத்த|இளைய|పెద్ద|చిన్న|ಹಿರಿಯ|ಕಿರಿಯ|ಚಿಕ್ಕ|ದೊಡ್ಡ|മൂത്ത|ഇളയ|بڑ\p{L}|چھوٹ\p{L}|mootha|ilaya)[\s/]*)*$/iu;
const OF = /^\s*(?:of|to)\s+(?:(?:my|your|the|his|her|one's|a|their|our)\s+)?$/iu;
const IN_LAW = /^[\s-]*in[\s-]law/iu;

/** Case endings belong to their word. */
const ENDING = /^[\p{L}\p{M}]+/u;

interface Link {
  start: number;
  end: number;
  chain: Chain;
}

function agedChain(text: string, at: number, chain: Chain, word: string): Chain {
  if (!/^[BZ]$/u.test(chain)) return chain;
  const before = text.slice(Math.max(0, at - 20), at);
  if (ELDER.test(before) || ELDER_WORD.test(word)) return `${chain}+`;
  return YOUNGER.test(before) || YOUNGER_WORD.test(word) ? `${chain}-` : chain;
}

function linksOf(lists: readonly { chain: Chain; pattern: RegExp }[], text: string, isBasic: boolean): Link[] {
  const links = lists.flatMap(({ chain, pattern }) =>
    [...text.matchAll(pattern)].map((match) => {
      const end =
        match.index + match[0].length + (ENDING.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0);
      return { start: match.index, end, chain: isBasic ? agedChain(text, match.index, chain, match[0]) : chain };
    }),
  );
  links.sort((a, b) => a.start - b.start || b.end - a.end);
  return links.filter((link, index) => !links.slice(0, index).some((earlier) => earlier.end > link.start));
}

/** All relations that a text names, as one word or as a description of two links and more. */
export function kinIn(text: string): KinMention[] {
  const terms = linksOf(TERM_LISTS, text, false);
  const basics = linksOf(BASIC_LISTS, text, true).filter(
    (link) =>
      !IN_LAW.test(text.slice(link.end, link.end + 8)) &&
      !terms.some((term) => term.start < link.end && link.start < term.end),
  );
  const all = [
    ...terms.map((link) => ({ ...link, isTerm: true })),
    ...basics.map((link) => ({ ...link, isTerm: false })),
  ];
  all.sort((a, b) => a.start - b.start);
  const found: KinMention[] = [];
  for (let index = 0; index < all.length; ) {
    const first = all[index] as (typeof all)[number];
    let { chain, end } = first;
    let next = index + 1;
    for (let link = all[next]; link !== undefined; link = all[next]) {
      const between = text.slice(end, link.start);
      if (link.isTerm || (first.isTerm && !/[BZHWSD]/u.test(link.chain))) break;
      if (OF.test(between)) chain = `${link.chain} ${chain}`;
      else if (BETWEEN.test(between) && between.trim() !== '') chain = `${chain} ${link.chain}`;
      else if (BETWEEN.test(between) && !/\p{Script=Latin}/u.test(text.slice(link.start, link.end)))
        chain = `${chain} ${link.chain}`;
      else break;
      end = link.end;
      next += 1;
    }
    const links = chain.split(' ').length;
    if (next - index === 1 && first.isTerm) found.push({ start: first.start, end, chain, kind: 'term' });
    else if (links > 1) found.push({ start: first.start, end, chain, kind: 'told' });
    index = next;
  }
  return found;
}

/** Whether a claimed relation is the wanted one. An age that is not told fits only where the wanted one is `-`. */
export function isSameKin(claimed: Chain, wanted: Chain): boolean {
  const [a, b] = [claimed.split(' '), wanted.split(' ')];
  return (
    a.length === b.length &&
    a.every((link, index) => {
      const other = b[index] ?? '';
      if (link === other) return true;
      if (link.charAt(0) !== other.charAt(0)) return false;
      const [own, asked] = [link.charAt(1), other.charAt(1)];
      return asked === '' || (asked === '-' && own === '');
    })
  );
}
