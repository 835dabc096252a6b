/** Owns the rule of South Indian initials: the given name is greeted; initials are no first name and no surname. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { foldLetters } from '../letters.ts';
import { isSetAside } from '../rejection.ts';
import { escaped, givenPattern, type InitialedName, initialedNamesIn, wholeNamePattern } from './name-parts.ts';

const TITLE =
  '(?:mr|mrs|ms|miss|dr|prof|shri|sri|smt|thiru|tmt|selvi|श्री|श्रीमती|डॉ|திரு|திருமதி|டாக்டர்|శ్రీ|శ్రీమతి|ಶ್ರೀ|ಶ್ರೀಮತಿ|ശ്രീ|ശ്രീമതി)\\.?';
const GREETING =
  '(?:dear|hi|hello|respected|namaste|namaskar|vanakkam|greetings|welcome|good (?:morning|evening|afternoon)|प्रिय|आदरणीय|नमस्ते|माननीय|அன்புள்ள|மதிப்பிற்குரிய|மரியாதைக்குரிய|வணக்கம்|அன்பார்ந்த|ప్రియమైన|గౌరవనీయ(?:ులైన)?|నమస్కారం|ಪ್ರಿಯ|ಆತ್ಮೀಯ|ಗೌರವಾನ್ವಿತ|ನಮಸ್ಕಾರ|പ്രിയ|ബഹുമാനപ്പെട്ട|നമസ്കാരം)';
const SPLIT_FIELD =
  '(?:first name|given name|last name|surname|family name|middle name|नाम|उपनाम|பெயர்|குடும்பப் பெயர்)\\s*(?:\\||:|=|is|as)+\\s*["\']?';

function lettersOf(name: InitialedName): string {
  return `(?:${name.initials.map((one) => escaped(one)).join('|')})`;
}

/** `Dear V.,` or `Dear Mr. V. S.,`: initials are greeted and no name follows. */
function greetedByInitials(name: InitialedName): RegExp {
  const letter = lettersOf(name);
  const initials = `${letter}(?:[.\\s]*${letter})*\\.?`;
  return new RegExp(
    foldLetters(
      `(?:${GREETING}[,\\s]+(?:${TITLE}\\s*){0,2}|(?<![\\p{L}\\p{M}])${TITLE}\\s+)${initials}(?=\\s*(?:[,!:;।—–)\\n"']|ji\\b|sir\\b|madam\\b|garu\\b|जी|அவர்|గారు|ಅವರೇ|$))`,
    ),
    'iu',
  );
}

/** `Achuthanandan V. S.`, or the initials set into a field of their own. */
function movedInitials(name: InitialedName): RegExp {
  const letter = lettersOf(name);
  const given = name.given.map(escaped).join('\\s+');
  return new RegExp(
    foldLetters(
      `(?<![\\p{L}\\p{M}])${given},?\\s+${letter}\\.?(?:\\s?${letter}\\.?)*(?![\\p{L}\\p{M}])|${SPLIT_FIELD}${letter}\\.?(?:\\s?${letter}\\.?)*(?![\\p{L}\\p{M}])`,
    ),
    'iu',
  );
}

/** A whole word in the place of an initial, such as `Velikkakathu Sankaran Achuthanandan`. */
function expandedInitials(name: InitialedName, text: string): RegExpExecArray | null {
  const given = name.given.map(escaped).join('\\s+');
  const first = escaped(name.initials[0] ?? '');
  const pattern = new RegExp(
    foldLetters(
      `(?<![\\p{L}\\p{M}])(${first}\\p{L}[\\p{L}\\p{M}]+)(?:[ .]+[\\p{L}\\p{M}]+\\.?){0,3}[ .]+${given}(?![\\p{L}\\p{M}])`,
    ),
    'iu',
  );
  const found = pattern.exec(text);
  if (found === null) return null;
  const isName = !/\p{Script=Latin}/u.test(found[1] ?? '') || /^\p{Lu}/u.test(found[1] ?? '');
  const isTitle = new RegExp(`^(?:${TITLE}|${GREETING}|Dear|Shri|Smt|Sir|Madam|Respected|Most)$`, 'iu').test(
    found[1] ?? '',
  );
  return isName && !isTitle && !/[,\n]/u.test(found[0]) ? found : null;
}

const GREETED_LETTER = new RegExp(
  foldLetters(`${GREETING}[,\\s]+(?:${TITLE}\\s*)?(?:\\p{Lu}\\.\\s?){1,4}(?=[,!:\\n]|$)`),
  'u',
);

export const initials: Rule = eachAnswer((heard) => {
  const [name] = initialedNamesIn(heard.question.text);
  const { text } = heard.answer;
  if (name === undefined) {
    const letter = GREETED_LETTER.exec(text);
    return letter === null
      ? passed('No initial is greeted.')
      : failed(
          'The initials are greeted in place of the name.',
          heard.answer.quote(letter.index, letter.index + letter[0].length),
        );
  }
  const tell = (reason: string, found: RegExpExecArray) =>
    failed(reason, heard.answer.quote(found.index, found.index + found[0].length));
  const greeted = greetedByInitials(name).exec(text);
  if (greeted !== null && !isSetAside(text, greeted.index, greeted.index + greeted[0].length))
    return tell('The initials are greeted in place of the name.', greeted);
  const moved = movedInitials(name).exec(text);
  if (
    moved !== null &&
    !wholeNamePattern(name).test(moved[0]) &&
    !new RegExp(movedInitials(name)).test(heard.question.text) &&
    !isSetAside(text, moved.index, moved.index + moved[0].length)
  )
    return tell('The initials are moved behind the name or into a field of their own.', moved);
  const trailing = new RegExp(
    foldLetters(
      `${name.given.map(escaped).join('\\s+')}(?:\\s+\\p{L}[\\p{L}\\p{M}]+)?\\s+(?:${name.initials.map(escaped).join('|')})(?:\\.|(?![\\p{L}\\p{M}]))`,
    ),
    'u',
  ).exec(text);
  if (trailing !== null && !heard.question.text.includes(trailing[0]))
    return tell('The initials are moved behind the name or into a field of their own.', trailing);
  const expanded = expandedInitials(name, text);
  if (expanded !== null) return tell('An initial is expanded to a word that nobody gave.', expanded);
  const inOtherScript = /\p{Script=Latin}/u.test(name.given[0] ?? '') !== /\p{Script=Latin}{3}/u.test(text);
  const anyGiven = name.given.some((word) => givenPattern({ ...name, given: [word] }).test(text));
  return anyGiven || inOtherScript
    ? passed('The given name is greeted.')
    : failed('The given name is missing from the greeting.', wholeAnswer(heard));
});
