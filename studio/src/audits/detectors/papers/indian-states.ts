/** Owns the states of India as tax numbers and addresses name them: code, names in several scripts, large towns. */
import { has, words } from '../lexicon.ts';

/** GST state code to names and well-known towns. */
const NAMES: Readonly<Record<string, string>> = {
  '01': 'jammu~,kashmir,srinagar,जम्मू~,कश्मीर',
  '02': 'himachal~,shimla,हिमाचल~,शिमला',
  '03': 'punjab,ludhiana,amritsar,jalandhar,mohali,patiala,bathinda,अमृतसर,पंजाब,लुधियाना,ਪੰਜਾਬ,ਲੁਧਿਆਣਾ',
  '04': 'chandigarh,चंडीगढ़',
  '05': 'uttarakhand,dehradun,haridwar,उत्तराखंड,देहरादून',
  '06': 'haryana,gurugram,gurgaon,faridabad,panipat,rohtak,karnal,sonipat,hisar,ambala,रोहतक,करनाल,हरियाणा,गुरुग्राम,फरीदाबाद',
  '07': 'delhi,new delhi,दिल्ली,டெல்லி~,ఢిల్లీ~,દિલ્હી,দিল্লি,ദില്ലി,ದೆಹಲಿ',
  '08': 'rajasthan,jaipur,jodhpur,udaipur,kota,ajmer,bikaner,उदयपुर,जोधपुर,राजस्थान,जयपुर,जोधपुर,રાજસ્થાન',
  '09': 'uttar pradesh,lucknow,kanpur,noida,agra,varanasi,ghaziabad,meerut,prayagraj,allahabad,bareilly,gorakhpur,वाराणसी,आगरा,मेरठ,गाजियाबाद,प्रयागराज,उत्तर प्रदेश,यूपी,लखनऊ,कानपुर,नोएडा',
  '10': 'bihar,patna,bhagalpur,muzaffarpur,मुजफ्फरपुर,बिहार,पटना',
  '11': 'sikkim,gangtok,सिक्किम',
  '12': 'arunachal~,itanagar,अरुणाचल~',
  '13': 'nagaland,kohima,dimapur,नगालैंड,नागालैंड',
  '14': 'manipur,imphal,मणिपुर',
  '15': 'mizoram,aizawl,मिजोरम',
  '16': 'tripura,agartala,त्रिपुरा,ত্রিপুরা~',
  '17': 'meghalaya,shillong,मेघालय',
  '18': 'assam,guwahati,असम,অসম,গুৱাহাটী',
  '19': 'west bengal,kolkata,howrah,siliguri,durgapur,asansol,पश्चिम बंगाल,कोलकाता,পশ্চিমবঙ্গ~,কলকাতা~',
  '20': 'jharkhand,ranchi,jamshedpur,dhanbad,bokaro,जमशेदपुर,धनबाद,झारखंड,रांची',
  '21': 'odisha,orissa,bhubaneswar,cuttack,rourkela,puri,ओडिशा,भुवनेश्वर,ଓଡ଼ିଶା,ଭୁବନେଶ୍ୱର',
  '22': 'chhattisgarh,raipur,छत्तीसगढ़,रायपुर',
  '23': 'madhya pradesh,bhopal,indore,gwalior,jabalpur,ujjain,ग्वालियर,जबलपुर,मध्य प्रदेश,भोपाल,इंदौर',
  '24': 'gujarat,ahmedabad,surat,vadodara,rajkot,bhavnagar,jamnagar,वडोदरा,राजकोट,રાજકોટ~,વડોદરા~,गुजरात,अहमदाबाद,सूरत,ગુજરાત~,અમદાવાદ~,સુરત',
  '27': 'maharashtra,mumbai,pune,nagpur,nashik,thane,aurangabad,solapur,kolhapur,नागपूर,नाशिक,ठाणे,सोलापूर,कोल्हापूर,औरंगाबाद,महाराष्ट्र~,मुंबई~,पुणे,नागपुर,महाराष्ट्रा~,মহারাষ্ট্র,மகாராஷ்டிரா~,மும்பை~,మహారాష్ట్ర~,ముంబై,ಮಹಾರಾಷ್ಟ್ರ~,ಮುಂಬೈ,મહારાષ્ટ્ર~,મુંબઈ',
  '29': 'karnataka,bengaluru,bangalore,mysuru,mysore,mangaluru,hubballi,hubli,belagavi,udupi,कर्नाटक,बेंगलुरु,बैंगलोर,কর্ণাটক,கர்நாடக~,பெங்களூரு~,కర్ణాటక~,బెంగళూరు~,ಕರ್ನಾಟಕ~,ಬೆಂಗಳೂರು~,ಮೈಸೂರು~,കർണാടക~,કર્ણાટક',
  '30': 'goa,panaji,margao,गोवा',
  '32': 'kerala,kochi,thiruvananthapuram,kozhikode,thrissur,kollam,palakkad,kannur,kottayam,केरल,കേരള~,കൊച്ചി~,கேரள~',
  '33': 'tamil nadu,tamilnadu,chennai,coimbatore,madurai,tiruppur,salem,vellore,erode,tirunelveli,trichy,tiruchirappalli,तमिलनाडु,चेन्नई,தமிழ்நாடு~,தமிழ்நாட்டு~,சென்னை~,கோவை,மதுரை,తమిళనాడు,చెన్నై',
  '34': 'puducherry,pondicherry,पुडुचेरी',
  '26': 'daman,diu,dadra~,silvassa',
  '31': 'lakshadweep',
  '35': 'andaman~,port blair',
  '38': 'ladakh,leh,लद्दाख',
  '36': 'telangana,hyderabad,warangal,karimnagar,nizamabad,तेलंगाना,हैदराबाद,తెలంగాణ~,హైదరాబాద్~,தெலங்கானா~,ஹைதராபாத்~',
  '37': 'andhra pradesh,andhra,vijayawada,visakhapatnam,vizag,guntur,tirupati,nellore,kurnool,आंध्र प्रदेश,ఆంధ్ర~,విజయవాడ~,విశాఖ~',
};

const GSTIN = /(?<![A-Z0-9])(\d{2})[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}(?![A-Z0-9])/giu;
const CODE = /(?:code|कोड|\()\s*:?\s*(\d{2})(?!\d)/giu;

export interface StatesNamed {
  /** Different GST state codes. */
  codes: Set<string>;
  /** Tax numbers and names of places, each counted. */
  times: number;
}

export function statesNamedIn(text: string): StatesNamed {
  const codes = new Set<string>();
  let times = 0;
  for (const match of text.matchAll(GSTIN)) {
    codes.add(match[1] ?? '');
    times += 1;
  }
  for (const match of text.matchAll(CODE)) codes.add(match[1] ?? '');
  for (const [code, names] of Object.entries(NAMES)) {
    const count = text.match(words(names))?.length ?? 0;
    if (count === 0 || (code === '37' && has(text, words('uttar pradesh')) && !has(text, words('andhra~')))) continue;
    codes.add(code);
    times += count;
  }
  return { codes, times };
}
