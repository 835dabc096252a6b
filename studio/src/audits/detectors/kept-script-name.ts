/** Owns the rule of names in Indian scripts: taken and shown as written, not refused, stripped or turned into Latin. */
import { eachAnswer, failed, passed, type Rule, unscored } from './case-input.ts';
import { givenName } from './given-name.ts';
import { has, words } from './lexicon.ts';
import { notUnderstood, turnedAway } from './turned-away.ts';

const GARBLED = /\?{3,}|\ufffd|Ã.|à[¤¥¦§®¯°±²³´µ¶]|(?:&#\d+;){2,}|(?:\\u0[9a-dA-D][0-9a-fA-F]{2}){2,}/u;
const LATIN_RECORD =
  /(?:saved|stored|registered|recorded|noted|converted|changed)(?:\s+(?:your|the))?(?:\s+name)?\s+(?:as|to)\s*:?\s*["“'*]*[A-Z][a-z]+|(?:^|\n)\s*(?:name|नाम)\s*[:-]\s*["“'*]*[A-Z][a-z]+/iu;

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to < 0 ? undefined : to).trim();
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

const NAME_WORD = words('name~,नाम,नाव,naam,নাম,નામ,ਨਾਮ,ନାମ,பெயர்~,பெயரை,பெயரில்,పేరు~,ಹೆಸರ~,പേര്~,نام,ᱧᱩᱛᱩᱢ');
/** Fields of a form that may well want Latin letters or digits. */
const OTHER_FIELD = words(
  'mobile,phone,number,e-?mail,otp,password,pincode,date,मोबाइल,फोन,नंबर,ईमेल,ओटीपी,पासवर्ड,പാസ്‌വേഡ്~,పాస్‌వర్డ్~,ಪಾಸ್‌ವರ್ಡ್~,கடவுச்சொல்~,পাসওয়ার্ড,मोबाईल,ফোন,মোবাইল,ইমেল,ইমেইল,கைபேசி,மின்னஞ்சல்,ஃபோன்,ఫోన్,మొబైల్,ఈమెయిల్,ಮೊಬೈಲ್,ಫೋನ್,ಇಮೇಲ್,മൊബൈൽ,ഫോൺ,ഇമെയിൽ,મોબાઇલ,ફોન,ઇમેઇલ,ਮੋਬਾਈਲ,ਫ਼ੋਨ,ଫୋନ,ମୋବାଇଲ,موبائل,فون',
);

/** The bare letters of a name, or all but the last of them. */
const isCutOf = (plain: string, bare: string): boolean =>
  bare.startsWith(plain) && plain.length >= Math.max(3, bare.length - 1);

/** The word of the answer that is the name with some of its vowel signs or viramas gone. */
function strippedName(text: string, parts: readonly string[]): string | null {
  const said = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const part of parts) {
    const bare = withoutMarks(part);
    if (bare === part || bare.length < 2) continue;
    const found = said.find((word) => {
      const plain = withoutMarks(word);
      return word !== part && word.length < part.length && (plain === bare || (plain === word && isCutOf(plain, bare)));
    });
    if (found !== undefined) return found;
  }
  return null;
}

/** params: `name`; without it, it is found in the question. */
export const keptScriptName: Rule = eachAnswer((heard, params) => {
  const name = givenName(heard.question.text, params);
  if (name === null || /^[\p{Script=Latin}\s.]+$/u.test(name))
    return unscored('The question holds no name in an Indian script.');
  const { text } = heard.answer;
  const garbled = GARBLED.exec(heard.answer.original);
  if (garbled !== null) return failed('The name comes back garbled.', lineAt(heard.answer.original, garbled.index));
  const away = turnedAway(text) ?? notUnderstood(text);
  const aboutOther = away !== null && has(away.text, OTHER_FIELD) && !has(away.text, NAME_WORD);
  if (away !== null && !aboutOther) return failed('The name is turned away.', heard.answer.quote(away.start, away.end));
  const parts = name.split(' ').filter((part) => /\p{L}/u.test(part));
  if (parts.every((part) => text.includes(part))) return passed('The name comes back as written.', name);
  const stripped = strippedName(text, parts);
  if (stripped !== null) return failed('The name comes back without some of its signs.', stripped);
  if (parts.some((part) => text.includes(part))) return passed('The name is used.');
  const latin = LATIN_RECORD.exec(text);
  return latin === null
    ? passed('The name is taken.')
    : failed(
        'The name is kept in Latin letters instead.',
        heard.answer.quote(latin.index, latin.index + latin[0].length),
      );
});
