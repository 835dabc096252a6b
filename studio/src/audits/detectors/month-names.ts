/** Owns the names of the twelve months in the languages that the packs ask in. */
import { type Mention, mentions, words } from './lexicon.ts';

const MONTHS = [
  'january,jan,janvari,janwari,जनवरी,जानेवारी,জানুয়ারি,জানুয়ারী,জানুৱাৰী,જાન્યુઆરી,ਜਨਵਰੀ,ଜାନୁଆରୀ,ଜାନୁଆରି,ଜାନୁୟାରୀ,ஜனவரி~,జనవరి~,ಜನವರಿ~,ജനുവരി~,جنوری',
  'february,feb,farvari,farwari,फरवरी,फ़रवरी,फेब्रुवारी,फेब्रुअरी,ফেব্রুয়ারি,ফেব্রুয়ারী,ফেব্ৰুৱাৰী,ફેબ્રુઆરી,ਫਰਵਰੀ,ਫ਼ਰਵਰੀ,ଫେବୃଆରୀ,ଫେବ୍ରୁଆରୀ,ଫେବ୍ରୁୟାରୀ,ଫେବୃୟାରୀ,ଫେବୃଆରି,ଫେବ୍ରୁଆରି,பிப்ரவரி~,பெப்ரவரி~,ఫిబ్రవరి~,ಫೆಬ್ರವರಿ~,ಫೆಬ್ರುವರಿ~,ഫെബ്രുവരി~,فروری',
  'march,mar,maarch,मार्च,মার্চ,মাৰ্চ,માર્ચ,ਮਾਰਚ,ମାର୍ଚ୍ଚ,மார்ச்~,మార్చి~,ಮಾರ್ಚ್~,മാർച്ച്~,مارچ',
  'april,apr,aprail,अप्रैल,अप्रिल,एप्रिल,এপ্রিল,এপ্ৰিল,એપ્રિલ,ਅਪ੍ਰੈਲ,ଅପ୍ରେଲ,ଏପ୍ରିଲ,ଅପ୍ରିଲ,ஏப்ரல்~,ఏప్రిల్~,ఏప్రియల్~,ಏಪ್ರಿಲ್~,ಎಪ್ರಿಲ್~,ഏപ്രിൽ~,എപ്രിൽ~,اپریل',
  'may,मई,मे,মে,મે,ਮਈ,ମଇ,ମେ,மே,మే,ಮೇ,മേയ്,മെയ്,مئی',
  'june,jun,joon,जून,जुन,জুন,જૂન,ਜੂਨ,ଜୁନ,ଜୁନ୍,ஜூன்~,జూన్~,ಜೂನ್~,ജൂൺ~,ജൂണ~,جون',
  'july,jul,julai,julaai,जुलाई,जुलै,জুলাই,જુલાઈ,જુલાઇ,ਜੁਲਾਈ,ଜୁଲାଇ,ஜூலை~,ஜுலை~,జూలై~,జులై~,ಜುಲೈ~,ಜೂಲೈ~,ജൂലൈ~,ജൂലായ്~,جولائی',
  'august,aug,agast,अगस्त,ऑगस्ट,আগস্ট,আগষ্ট,অগাস্ট,ઓગસ્ટ,ઑગસ્ટ,ઓગષ્ટ,ઑગષ્ટ,ਅਗਸਤ,ଅଗଷ୍ଟ,ଅଗଷ୍ଟ୍,ଅଗସ୍ଟ,ஆகஸ்ட்~,ஆகஸ்டு~,ఆగస్టు~,ఆగస్ట్~,ಆಗಸ್ಟ್~,ಆಗಷ್ಟ್~,ഓഗസ്റ്റ്~,ആഗസ്റ്റ്~,ആഗസ്ത്~,ഓഗസ്ത്~,اگست',
  'september,sept,sep,sitambar,sitamber,सितंबर,सितम्बर,सप्टेंबर,सेप्टेंबर,সেপ্টেম্বর,ছেপ্টেম্বৰ,સપ્ટેમ્બર,ਸਤੰਬਰ,ସେପ୍ଟେମ୍ବର,செப்டம்பர்~,செப்டெம்பர்~,సెప్టెంబర్~,సెప్టంబర్~,సెప్టెంబరు~,ಸೆಪ್ಟೆಂಬರ್~,ಸೆಪ್ಟಂಬರ್~,സെപ്റ്റംബർ~,സെപ്തംബർ~,സെപ്റ്റമ്പർ~,ستمبر',
  'october,oct,aktoober,aktubar,aktoobar,अक्टूबर,अक्तूबर,ऑक्टोबर,अक्टोबर,অক্টোবর,অক্টোবৰ,ઓક્ટોબર,ઑક્ટોબર,ਅਕਤੂਬਰ,ଅକ୍ଟୋବର,அக்டோபர்~,ஒக்டோபர்~,అక్టోబర్~,అక్టోబరు~,ಅಕ್ಟೋಬರ್~,ഒക്ടോബർ~,ഒക്റ്റോബർ~,اکتوبر',
  'november,nov,navambar,navamber,नवंबर,नवम्बर,नोव्हेंबर,नोभेंबर,নভেম্বর,নৱেম্বৰ,નવેમ્બર,ਨਵੰਬਰ,ନଭେମ୍ବର,நவம்பர்~,నవంబర్~,నవంబరు~,ನವೆಂಬರ್~,നവംബർ~,نومبر',
  'december,dec,disambar,disamber,दिसंबर,दिसम्बर,डिसेंबर,ডিসেম্বর,ডিচেম্বৰ,ડિસેમ્બર,ਦਸੰਬਰ,ଡିସେମ୍ବର,டிசம்பர்~,డిసెంబర్~,డిసెంబరు~,ಡಿಸೆಂಬರ್~,ഡിസംബർ~,دسمبر',
].map((list) => words(list));

export interface MonthMention extends Mention {
  /** 1 to 12. */
  month: number;
}

/** Spellings that are also common words; they count only beside a number or a word for month, or alone. */
const ALSO_A_WORD = /^(?:may|mar|dec|मे|মে|મે|ମେ|மே|మే|ಮೇ)$/u;
const NUMBER_BEFORE = /\d(?:st|nd|rd|th)?\s*(?:of\s)?$/u;
const NUMBER_OR_MONTH_BEHIND = /^[\s,]*(?:\d|month|महिन|महीन|মাস|મહિન|மாத|నెల|ತಿಂಗಳ)/u;

/** A case ending belongs to the name: ఆగస్టులో. */
function wordEnd(text: string, end: number): number {
  const rest = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + 12));
  return end + (rest?.[0].length ?? 0);
}

/** Month names in a folded text, in order. */
export function monthsIn(text: string): MonthMention[] {
  return MONTHS.flatMap((pattern, index) =>
    mentions(text, pattern).map((found) => ({ ...found, end: wordEnd(text, found.end), month: index + 1 })),
  )
    .filter(({ text: name, start, end }) => {
      const [before, behind] = [text.slice(0, start), text.slice(end)];
      if (name === 'May' && /^ (?:I|we|you)(?!\p{L})/u.test(behind)) return false;
      const alone = !/\p{L}/u.test(before) && !/\p{L}/u.test(behind);
      return !ALSO_A_WORD.test(name) || alone || NUMBER_BEFORE.test(before) || NUMBER_OR_MONTH_BEHIND.test(behind);
    })
    .sort((a, b) => a.start - b.start);
}
