/** Owns the names of the seven days in the languages of the packs, and which day a date falls on. */
import { type Mention, mentions, words } from '../lexicon.ts';

const DAYS = [
  'sunday,sun,sundays,ravivar,raviwar,ravivaar,raviwaar,itvaar,itwar,रविवार~,इतवार,রবিবার~,ৰবিবাৰ,રવિવાર~,ਐਤਵਾਰ,ରବିବାର,ஞாயிறு~,ஞாயிற்று~,ஞாயிற~,ఆదివారం~,ఆదివార~,ಭಾನುವಾರ~,ರವಿವಾರ,ഞായർ~,ഞായറാഴ്ച,اتوار',
  'monday,mon,mondays,somvar,somwar,somvaar,somwaar,सोमवार~,সোমবার~,সোমবাৰ,સોમવાર~,ਸੋਮਵਾਰ,ସୋମବାର,திங்கள்~,திங்கட்~,సోమవారం~,సోమవార~,ಸೋಮವಾರ~,തിങ്കൾ~,തിങ്കളാഴ്ച,پیر,سوموار',
  'tuesday,tue,tues,tuesdays,mangalvar,mangalwar,mangalvaar,mangalwaar,मंगलवार~,মঙ্গলবার~,মঙলবাৰ,મંગળવાર~,ਮੰਗਲਵਾਰ,ମଙ୍ଗଳବାର,செவ்வாய்~,మంగళవారం~,మంగళవార~,ಮಂಗಳವಾರ~,ചൊവ്വ~,منگل',
  'wednesday,wed,wednesdays,budhvar,budhwar,budhvaar,budhwaar,बुधवार~,বুধবার~,বুধবাৰ,બુધવાર~,ਬੁੱਧਵਾਰ,ਬੁਧਵਾਰ,ବୁଧବାର,புதன்~,బుధవారం~,బుధవార~,ಬುಧವಾರ~,ബുധൻ~,ബുധനാഴ്ച,بدھ',
  'thursday,thu,thur,thurs,thursdays,guruvar,guruwar,guruvaar,guruwaar,brihaspativar,brihaspativaar,brihaspatiwar,veervar,गुरुवार~,गुरूवार~,बृहस्पतिवार,বৃহস্পতিবার~,বৃহস্পতিবাৰ,ગુરુવાર~,ਵੀਰਵਾਰ,ଗୁରୁବାର,வியாழன்~,வியாழக்~,గురువారం~,గురువార~,ಗುರುವಾರ~,വ്യാഴം~,വ്യാഴാഴ്ച,جمعرات',
  'friday,fri,fridays,shukravar,shukrawar,shukravaar,shukrawaar,shukrvar,shukrwar,शुक्रवार~,শুক্রবার~,শুক্ৰবাৰ,શુક્રવાર~,ਸ਼ੁੱਕਰਵਾਰ,ਸ਼ੁਕਰਵਾਰ,ଶୁକ୍ରବାର,வெள்ளி~,శుక్రవారం~,శుక్రవార~,ಶುಕ್ರವಾರ~,വെള്ളി~,جمعہ',
  'saturday,sat,saturdays,shanivar,shaniwar,shanivaar,shaniwaar,shanichar,शनिवार~,শনিবার~,শনিবাৰ,શનિવાર~,ਸ਼ਨੀਵਾਰ,ਸ਼ਨਿੱਚਰਵਾਰ,ଶନିବାର,சனி~,శనివారం~,శనివార~,ಶನಿವಾರ~,ശനി~,سنیچر',
].map((list) => words(list));

export interface DayMention extends Mention {
  /** 0 is Sunday. */
  day: number;
}

/** Short names that are also words; they count only beside a figure, another short name, or in capitals. */
const ALSO_A_WORD = /^(?:sun|sat|mon|wed|mangal)$/u;

export function weekdaysIn(text: string): DayMention[] {
  return DAYS.flatMap((pattern, day) => mentions(text, pattern).map((found) => ({ ...found, day })))
    .filter(({ text: name }) => !ALSO_A_WORD.test(name))
    .sort((a, b) => a.start - b.start);
}

/** Weekday of a date, 0 for Sunday; null for a date that does not exist. */
export function weekdayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.getUTCDay() : null;
}
