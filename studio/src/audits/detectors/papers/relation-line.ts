/** Owns the rule of relation lines: what stands behind S/O, D/O, W/O or C/O belongs to the address, not to the name. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { foldLetters } from '../letters.ts';
import { isSetAside } from '../rejection.ts';
import { escaped } from './name-parts.ts';

const RELATION = foldLetters(
  '(?:[sdwch]\\s?/\\s?o\\b\\.?|[SDWC]\\.O\\.|son of|daughter of|wife of|care of|husband of|पुत्री|पुत्र|पत्नी|सुपुत्री|सुपुत्र|आत्मज|आत्मजा|वल्द|एस/ओ|डी/ओ|डब्ल्यू/ओ|सी/ओ|द्वारा|putri|putra|patni|யின் மகன்|மகன்|மகள்|மனைவி|த/பெ|க/பெ|S/O|భార్య|కుమారుడు|కుమార్తె|ತಂದೆ|ಮಗ|ಮಗಳು|ಪತ್ನಿ|പിതാവ്|മകൻ|മകൾ|ഭാര്യ|পিতা|স্বামী|পুত্র|কন্যা|પુત્ર|પુત્રી|પત્ની|ਪੁੱਤਰ|ਪੁੱਤਰੀ|ਪਤਨੀ|ପିତା|ସ୍ୱାମୀ|ولد|زوجہ|بنت)',
);
const LINE = new RegExp(
  `([\\p{L}\\p{M}.]+(?: [\\p{L}\\p{M}.]+){0,3}?),?\\s+${RELATION}\\s*[:.-]?\\s*([\\p{L}\\p{M}.]+(?: [\\p{L}\\p{M}.]+){0,2})`,
  'iu',
);
const CARE_FIRST = new RegExp(
  `${RELATION}\\s*[:.-]?\\s*([\\p{L}\\p{M}.]+(?: [\\p{L}\\p{M}.]+){0,2}),\\s*([\\p{L}\\p{M}.]+(?: [\\p{L}\\p{M}.]+){0,2})`,
  'iu',
);
const TITLE = /^(?:shri|sri|smt|mr|mrs|ms|dr|श्री|श्रीमती|नाम|name|का|की)\.?\s+/iu;
const WRONG_FIELD =
  '(?:name|naam|नाम|customer|holder|dear|hi|hello|welcome|नमस्ते|प्रिय|saved as|is)\\s*(?:\\||:|=|is|,)*\\s*["\']?';

interface Line {
  name: string;
  relative: string;
}

function lineIn(question: string): Line | null {
  const quoted = /["']([^"']{6,})["']/u.exec(question)?.[1];
  const source = quoted ?? question.split(/:\s/u).at(-1) ?? question;
  const plain = LINE.exec(source) ?? LINE.exec(question);
  const cared = CARE_FIRST.exec(source);
  const isCareFirst = plain === null || (cared !== null && cared.index < plain.index);
  const [name, relative] = isCareFirst ? [cared?.[2], cared?.[1]] : [plain[1], plain[2]];
  if (name === undefined || relative === undefined) return null;
  return { name: name.trim().replace(TITLE, ''), relative: relative.trim().replace(TITLE, '') };
}

const spaced = (name: string) => name.split(/\s+/u).map(escaped).join('\\s+');

export const relationLine: Rule = eachAnswer((heard) => {
  const line = lineIn(heard.question.text);
  const { text } = heard.answer;
  if (line === null) {
    const kept = new RegExp(RELATION, 'iu').exec(text);
    return kept === null
      ? passed('No relation line is made part of a name.')
      : failed(
          'The relation line is made part of the name.',
          heard.answer.quote(kept.index, kept.index + kept[0].length),
        );
  }
  const name = spaced(line.name);
  const relative = spaced(line.relative);
  const tell = (reason: string, found: RegExpExecArray) =>
    failed(reason, heard.answer.quote(found.index, found.index + found[0].length));
  const flags = 'iu';
  const lent = line.relative
    .split(/\s+/u)
    .filter((word) => !line.name.toLowerCase().split(/\s+/u).includes(word.toLowerCase()))
    .map(escaped)
    .join('|');
  const borrowed = lent === '' ? '' : `|(?<![\\p{L}\\p{M}])${name}\\s+(?:${lent})(?![\\p{L}\\p{M}])`;
  const joined = new RegExp(`${name}\\s*,?\\s*${RELATION}|${name}\\s+${relative}${borrowed}`, flags).exec(text);
  const fielded = new RegExp(
    `(?<![\\p{L}\\p{M}])${WRONG_FIELD}(?:${name}\\s*,?\\s*(?:${RELATION}|${relative})|${RELATION}|${relative}(?![\\p{L}\\p{M}]))`,
    flags,
  ).exec(text);
  const clean = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{M}])${name}(?![\\p{L}\\p{M}])`, 'giu'))].find((found) => {
    const rest = text.slice(found.index + found[0].length);
    const inBrackets = /^\s*["')\]]*\s*\(/u.test(rest);
    return (
      inBrackets ||
      !new RegExp(
        `^\\s*,?\\s*(?:${RELATION}|${relative})${lent === '' ? '' : `|^\\s+(?:${lent})(?![\\p{L}\\p{M}])`}`,
        flags,
      ).test(rest)
    );
  });
  const isOfRelative =
    fielded !== null &&
    /father|husband|mother|पिता|पति|relation|guardian|तंदै|தந்தை|తండ్రి|বাবা|care/iu.test(
      text.slice(Math.max(0, fielded.index - 12), fielded.index),
    );
  if (
    fielded !== null &&
    !isOfRelative &&
    !isSetAside(text, fielded.index, fielded.index + fielded[0].length) &&
    !/^is\s/iu.test(fielded[0])
  )
    return tell('The relation line is made part of the name.', fielded);
  const surname =
    lent === ''
      ? null
      : new RegExp(`(?:last name|surname|family name|उपनाम|कुलनाम)["']?\\s*[:=-]\\s*["']?(?:${lent})`, flags).exec(text);
  if (surname !== null) return tell('A name of the relative becomes the surname.', surname);
  if (clean === undefined)
    return joined === null
      ? failed(`The name ${line.name} is not told.`, wholeAnswer(heard))
      : tell('The relation line is made part of the name.', joined);
  return passed('The name is told without the relation line.');
});
