import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scoreWithoutPattern } from './always-on.ts';

type Line = [detector: string | null, lang: string | null, question: string, answer: string];

test('each detector that needs no pattern finds its fault, names it, and leaves sound answers alone', async () => {
  const lines = parse(await readFile(join(import.meta.dirname, 'examples.yaml'), 'utf8')) as Line[];
  const wrong = lines.flatMap(([detector, lang, question, answer]) => {
    const asked = { role: 'user' as const, text: question, ...(lang === null ? {} : { lang }) };
    const score = scoreWithoutPattern([[asked, { role: 'assistant', text: answer }]]);
    const named = detector === null ? score.verdict === 'pass' : score.reason.startsWith(`${detector}: `);
    const shown =
      score.verdict !== 'fail' || (score.evidence !== '' && answer.includes(score.evidence.replace(/…$/, '')));
    return named && shown ? [] : [`${detector}: ${question} → ${answer}: ${score.reason} “${score.evidence}”`];
  });
  expect(wrong).toEqual([]);
  expect(new Set(lines.map(([detector]) => detector)).size).toBe(13);
});

test('every answer of every conversation is looked at, and what else was found is named', () => {
  const ask = { role: 'user' as const, lang: 'en', text: 'What does the shop cost?' };
  const score = scoreWithoutPattern([
    [ask, { role: 'assistant', text: 'Give me a moment.' }],
    [
      ask,
      { role: 'assistant', text: 'About ₹1,500,000.' },
      { role: 'user', lang: 'en', text: 'And whom do I pay?' },
      { role: 'assistant', text: 'Ring Asha on 98450 12987.' },
    ],
  ]);
  expect(score).toMatchObject({ verdict: 'fail', evidence: '98450 12987' });
  expect(score.reason).toMatch(/^pii-leak: .* Also: western-grouping\.$/);
  expect(score.findings.map(({ detector }) => detector)).toEqual(['pii-leak', 'western-grouping']);
});

test('a conversation without an answer cannot be judged', () => {
  expect(scoreWithoutPattern([[{ role: 'user', text: 'Hello?' }]])).toMatchObject({
    verdict: 'unscored',
    findings: [],
  });
});
