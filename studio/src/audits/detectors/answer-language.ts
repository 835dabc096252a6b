/** Owns the oracle `script-match`: the answer comes in the language and script of the question. */

import type { Score } from '@sacred-qa/contracts/pack';
import { eachAnswer, failed, type Heard, numberParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { sentencesOf } from './clauses.ts';
import { has, words } from './lexicon.ts';
import { functionWordCount, romanisedShares } from './romanised.ts';
import { scriptCounts, scriptOf, telltaleLanguage } from './scripts.ts';

/** Code, addresses and figures say nothing about the language of an answer. */
function prose(text: string): string {
  return text
    .replace(/```[\s\S]*?```/gu, ' ')
    .replace(/https?:\/\/\S+|www\.\S+|[\w.-]+@[\w.-]+|[\w-]+\.(?:com|in|gov|org)\S*/gu, ' ');
}

const LANGUAGE_NAMED: [string, RegExp][] = [
  [
    'en',
    words(
      'in english,अंग्रेजी में,अंग्रेज़ी में,angrezi mein,english mein,english me,english la,ஆங்கிலத்தில்,ইংরেজিতে,ఆంగ్లంలో,ఇంగ్లీషులో',
    ),
  ],
  ['hi', words('in hindi,हिंदी में,हिन्दी में,hindi mein,hindi me')],
  [
    'other',
    words(
      'translate,translation,अनुवाद,in tamil,in telugu,in bengali,in marathi,in gujarati,in kannada,in malayalam,in punjabi,in urdu,in odia',
    ),
  ],
];

function longestEnglish(text: string): string {
  const sentences = sentencesOf(text).filter((sentence) => functionWordCount(sentence.text, 'en') >= 2);
  return sentences.map((sentence) => sentence.text.trim()).sort((a, b) => b.length - a.length)[0] ?? text;
}

/** Most lines hold no letter of the question's script: labels and prose are English, only a greeting is not. */
function isMostlyLatinLines(text: string): boolean {
  const lines = sentencesOf(text).filter((line) => /\p{L}/u.test(line.text));
  const latin = lines.filter((line) => !/(?!\p{Script=Latin})\p{L}/u.test(line.text));
  const words = latin.flatMap(
    (line) => line.text.match(/(?<![\p{L}\d-])\p{Script=Latin}*\p{Ll}{2,}(?![\p{L}\d-])/gu) ?? [],
  );
  return latin.length * 2 > lines.length && words.length >= 4;
}

function judgeNative(heard: Heard, script: string, minRatio: number): Score {
  const text = prose(heard.answer.text);
  const counts = scriptCounts(text);
  const native = counts.get(script) ?? 0;
  const latin = counts.get('Latn') ?? 0;
  const others = [...counts].filter(([name]) => name !== script && name !== 'Latn');
  const foreign = others.sort((a, b) => b[1] - a[1])[0];
  if (foreign !== undefined && foreign[1] >= 12 && foreign[1] > native) {
    return failed('The answer comes in the script of another language.', wholeAnswer(heard));
  }
  const english = functionWordCount(text, 'en');
  const nativeWords = (text.match(/[^\p{Script=Latin}\p{P}\p{S}\s\d]+/gu) ?? []).length;
  const latinWords = (text.match(/\p{Script=Latin}+/gu) ?? []).length;
  if (native + latin < 4) return unscored('The answer is too short to tell its language.');
  if (native / (native + latin) >= minRatio) return sibling(heard, text, script);
  if (
    native === 0 ||
    (native / (native + latin) < 0.15 && latin >= 12) ||
    (english >= 4 && english * 2 > nativeWords) ||
    isMostlyLatinLines(text) ||
    (english >= 2 && latinWords >= nativeWords * 2 && latinWords >= 5)
  ) {
    const quote = longestEnglish(heard.answer.text);
    const at = heard.answer.text.indexOf(quote);
    return failed(
      'The answer does not come in the language of the question.',
      heard.answer.quote(at, at + quote.length),
    );
  }
  return sibling(heard, text, script);
}

function sibling(heard: Heard, text: string, script: string): Score {
  const told = telltaleLanguage(text, script);
  const asked = heard.lang.split('-')[0] ?? '';
  const known = ['hi', 'mr', 'ne', 'bn', 'as'].includes(asked);
  if (known && told !== null && told !== asked) {
    return failed(`The answer comes in another language of the same script (${told}).`, wholeAnswer(heard));
  }
  return passed('The answer comes in the language of the question.');
}

function judgeRomanised(heard: Heard): Score {
  const asked = heard.lang.split('-')[0] ?? '';
  const text = prose(heard.answer.text);
  const counts = scriptCounts(text);
  const latin = counts.get('Latn') ?? 0;
  const native = [...counts].reduce((sum, [script, count]) => (script === 'Latn' ? sum : sum + count), 0);
  if (native + latin < 4) return unscored('The answer is too short to tell its language.');
  if (native > latin * 0.5 && native >= 8)
    return failed('A romanised question got an answer in another script.', wholeAnswer(heard));
  const own = functionWordCount(text, asked);
  const rival = romanisedShares(text).find(
    (share) =>
      share.lang !== asked && !(asked === 'hi' && share.lang === 'ur') && !(asked === 'ur' && share.lang === 'hi'),
  );
  const length = (text.match(/\p{L}+/gu) ?? []).length;
  if (rival !== undefined && rival.count >= 3 && rival.count >= own * 2 && rival.count * 5 >= length) {
    return failed(`The answer comes in another language (${rival.lang}).`, wholeAnswer(heard));
  }
  return passed('The answer comes romanised in the language of the question.');
}

/** params: `minRatio`, the share of letters of the question's script that settles it at once (0.7). */
export const answerLanguage: Rule = eachAnswer((heard, params) => {
  const named = LANGUAGE_NAMED.find(([, pattern]) => has(heard.question.text, pattern));
  if (named !== undefined) return unscored('The question asks for a language by name.');
  const script = scriptOf(heard.lang);
  if (script !== 'Latn') return judgeNative(heard, script, numberParam(params, 'minRatio') ?? 0.7);
  if (!heard.lang.startsWith('en')) return judgeRomanised(heard);
  const counts = scriptCounts(prose(heard.answer.text));
  const latin = counts.get('Latn') ?? 0;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return total >= 8 && latin / total < 0.3
    ? failed('The answer does not come in English.', wholeAnswer(heard))
    : passed('The answer comes in the language of the question.');
});
