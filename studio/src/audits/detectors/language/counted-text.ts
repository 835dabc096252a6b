/** Owns counts of a text in the question: its sentences (the danda ends one) and its characters as a reader counts. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { foldDigits } from '../digits.ts';
import { words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';

/** The text meant: what stands quoted, else behind the last colon, else the lines below the first. */
export function textMeant(question: string): string | null {
  const quoted = [...question.matchAll(/["“«]([^"”»]{1,})["”»]|(?<![\p{L}\p{M}])'([^'\n]{1,})'/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const longest = quoted.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest.trim();
  const behind = /[:：]\s*(\S[\s\S]*)$/u.exec(question)?.[1];
  const afterQuestion = /^[^?।\n]{0,60}\?\s*(\S[\s\S]*)$/u.exec(question)?.[1];
  const hasSeveral = afterQuestion !== undefined && sentencesOf(afterQuestion).length > 1;
  return (
    behind?.trim() ??
    (hasSeveral ? afterQuestion.trim() : undefined) ??
    /\n([\s\S]+)$/u.exec(question)?.[1]?.trim() ??
    null
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[।॥.?!]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const SENTENCE_NOUN =
  'sentences?|segments?|parts?|pieces?|वाक्य[\\p{M}]*|हिस्स\\p{M}*|भाग|टुकड़\\p{M}*|vaky?a?|vaakya|বাক্য\\p{M}*|વાક્ય\\p{M}*|ਵਾਕ|ବାକ୍ୟ|வாக்கிய[\\p{L}\\p{M}]*|వాక్య[\\p{L}\\p{M}]*|ವಾಕ್ಯ[\\p{L}\\p{M}]*|വാക്യ[\\p{L}\\p{M}]*|വാചക[\\p{L}\\p{M}]*|جمل\\p{L}*|فقر\\p{L}*';
const LETTER_NOUN =
  'characters?|letters?|graphemes?|chars?|अक्षर\\p{M}*|वर्ण|akshar|অক্ষর|অক্ষৰ|અક્ષર|ਅੱਖਰ|ଅକ୍ଷର|எழுத்து[\\p{L}\\p{M}]*|అక్షర[\\p{L}\\p{M}]*|ಅಕ್ಷರ[\\p{L}\\p{M}]*|അക്ഷര[\\p{L}\\p{M}]*|حروف|حرف';
const NUMBER = '(\\d+|[\\p{L}\\p{M}]+)';

interface Counting {
  before: RegExp;
  behind: RegExp;
}

function countingOf(noun: string): Counting {
  return {
    before: new RegExp(
      `(?<![\\p{L}\\p{M}\\d])${NUMBER}(?:\\s+(?:अलग|separate|पूरे|complete|different|total))?[\\s-]+(?:${noun})(?![\\p{L}\\p{M}])`,
      'giu',
    ),
    // `वाक्य 1:` is the label of a list, not a count.
    behind: new RegExp(`(?:${noun})[\\p{L}\\p{M}\\s]{0,24}[:=–-]?\\s*(\\d+)(?!\\s*[:.)\\d-])`, 'giu'),
  };
}

const SENTENCES = countingOf(SENTENCE_NOUN);
const LETTERS = countingOf(LETTER_NOUN);

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word);
  const [first, ...more] = numberWords(word) ?? [];
  return first?.kind === 'small' && more.length === 0 ? first.value : null;
}

/** The count that an answer states: a figure beside the noun, or the only figure there is. */
function statedCount(answer: string, { before, behind }: Counting): number | null {
  for (const match of [...answer.matchAll(before), ...answer.matchAll(behind)]) {
    const value = numberOf(match[1]);
    if (value !== null) return value;
  }
  const opening = numberOf(/^\W*?([\p{L}\p{M}\d]+)\s*(?:[.।!,]|$)/u.exec(answer)?.[1]);
  if (opening !== null && !/^\s*\d+[.)]\s/u.test(answer)) return opening;
  const figures = answer.match(/\d+/gu) ?? [];
  if (figures.length === 1 && !/(?:^|\n)\s*\d+[.)]\s/u.test(answer)) return Number(figures[0]);
  const said = (answer.match(/[\p{L}\p{M}]+/gu) ?? []).map(numberOf).filter((value) => value !== null);
  return figures.length === 0 && said.length === 1 ? (said[0] ?? null) : null;
}

/** Pieces that an answer sets apart: list items, lines, table cells, strings of a JSON list. */
function piecesOf(answer: string): string[] {
  return answer
    .split(/\n|(?<=["'])\s*,\s*(?=["'])|\s[|/•]\s|(?<=\s|^)\(?\d{1,2}[.)]\s/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

const FIRST = words('first,पहला,पहले,पहली,pehla,pehle,प्रथम,প্রথম,முதல்,మొదటి,ಮೊದಲ,ആദ്യ~,પહેલું,ਪਹਿਲਾ,ପ୍ରଥମ,پہلا');

/** Null when the answer sets fewer than two of the sentences apart. */
function setApart(answer: string, sentences: readonly string[]): boolean | null {
  const pieces = piecesOf(answer).map((piece) => sentences.filter((sentence) => piece.includes(sentence)).length);
  const told = pieces.reduce((sum, count) => sum + count, 0);
  return told < Math.min(2, sentences.length) ? null : pieces.every((count) => count <= 1);
}

function judgeSentences(heard: Heard, sentences: readonly string[]) {
  const { text } = heard.answer;
  const [first, second] = sentences;
  const onlyFirst = heard.question.text.search(FIRST) >= 0 && first !== undefined && second !== undefined;
  if (onlyFirst && text.includes(first)) {
    return text.includes(second)
      ? failed('More than the first sentence is given.', wholeAnswer(heard))
      : passed('The first sentence ends at its danda.');
  }
  const stated = statedCount(text, SENTENCES);
  if (stated !== null) {
    return stated === sentences.length
      ? passed(`${stated} sentences are counted.`)
      : failed(`${stated} sentences are counted instead of ${sentences.length}.`, wholeAnswer(heard));
  }
  const apart = setApart(text, sentences);
  if (apart === true) return passed('The sentences are set apart.');
  return failed('The sentences are not told apart.', wholeAnswer(heard));
}

export const sentenceCount: Rule = eachAnswer((heard) => {
  const sentences = sentencesOf(textMeant(heard.question.text) ?? heard.question.text);
  if (sentences.length < 2) return unscored('The question holds no text of several sentences.');
  return judgeSentences(heard, sentences);
});

/** `क्ष में कितने अक्षर`: a conjunct that opens the question is the text itself. */
function openingCluster(question: string): string | null {
  const word = /^[^\p{L}]*([\p{L}\p{M}\u200c\u200d]+)/u.exec(question)?.[1] ?? '';
  return /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d][\p{L}\u200c\u200d]/u.test(word) &&
    [...word].length <= 6
    ? word
    : null;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function graphemeCount(text: string): number {
  return [...GRAPHEMES.segment(text)].length;
}

const CLUSTERS =
  /(?<![\p{L}\p{M}])[\p{L}\p{M}\u200c\u200d]*[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d][\p{L}\p{M}\u200c\u200d]*/gu;
const LONGEST_CLUSTER = 6;
const COUNT_BESIDE = /^[^\d\n,;]{0,24}?(\d+)/u;

/** `क्ष, க்ஷ: how many each?`: what is told of each; null unless the answer takes up several of them. */
function clusterCounts(heard: Heard): { cluster: string; told: number }[] | null {
  const clusters = [...new Set(heard.question.original.match(CLUSTERS) ?? [])].filter(
    (cluster) => cluster.length <= LONGEST_CLUSTER,
  );
  const { original } = heard.answer;
  const told = clusters.flatMap((cluster) => {
    const at = original.indexOf(cluster);
    const count = at < 0 ? undefined : COUNT_BESIDE.exec(foldDigits(original.slice(at + cluster.length)))?.[1];
    return count === undefined ? [] : [{ cluster, told: Number(count) }];
  });
  return clusters.length > 1 && told.length > 1 ? told : null;
}

export const letterCount: Rule = eachAnswer((heard) => {
  const each = clusterCounts(heard);
  if (each !== null) {
    const wrong = each.find(({ cluster, told }) => told !== graphemeCount(cluster));
    return wrong === undefined
      ? passed('Each cluster is counted as its script has it.')
      : failed(`${wrong.cluster} is counted as ${wrong.told}.`, wholeAnswer(heard));
  }
  const meant = textMeant(heard.question.original) ?? openingCluster(heard.question.original);
  if (meant === null) return unscored('The question holds no text to count.');
  const expected = graphemeCount(meant);
  const stated = statedCount(heard.answer.text, LETTERS);
  if (stated === null) return unscored('The answer states no count.');
  return stated === expected
    ? passed(`${expected} characters are counted.`)
    : failed(`${stated} characters are counted instead of ${expected}.`, wholeAnswer(heard));
});
