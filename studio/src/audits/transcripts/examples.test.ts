/**
 * Conversations of every pattern beside the packs, written before the rules were looked at. A line is
 * [pattern, verdict, [language, question, answer, …], …], one array a conversation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Pack, Verdict } from '@sacred-qa/contracts/pack';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTranscriptScorer } from './score-transcript.ts';

const PACKS = join(import.meta.dirname, '../../../packs');
const FEWEST_OF_A_KIND = 4;

type Line = [pattern: string, verdict: Verdict, ...conversations: [lang: string, ...turns: string[]][]];

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** Not proved on their own samples, which takes long and is tested elsewhere. */
const packs = [join(PACKS, 'india-micro.yaml'), ...filesIn(join(PACKS, 'families'), '.yaml')].map(
  (file) => parse(readFileSync(file, 'utf8')) as Pack,
);
const families = filesIn(join(PACKS, 'examples'), '.jsonl').map((file) => ({
  family: basename(file, '.jsonl'),
  lines: readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line),
}));

test('every example of every pattern is judged as a careful reader judged it', () => {
  const score = createTranscriptScorer(packs);
  const wrong = families.flatMap(({ lines }) =>
    lines.flatMap(([pattern, verdict, ...conversations]) => {
      const said = conversations.map(([lang, ...turns]) =>
        turns.map((text, turn) => (turn % 2 === 0 ? { role: 'user', lang, text } : { role: 'assistant', text })),
      );
      const got = score({ pattern, conversations: said });
      return got.verdict === verdict
        ? []
        : [`${pattern}: ${verdict}, but ${got.verdict} (${got.reason}) ${JSON.stringify(said)}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('no pattern has fewer than four right and four wrong answers among them', () => {
  const lines = families.flatMap(({ lines: own }) => own);
  const few = packs
    .flatMap(({ patterns }) => patterns.map(({ id }) => id))
    .flatMap((id) =>
      (['pass', 'fail'] as const).flatMap((verdict) => {
        const count = lines.filter(([pattern, wanted]) => pattern === id && wanted === verdict).length;
        return count >= FEWEST_OF_A_KIND ? [] : [`${id}: ${count} ${verdict}`];
      }),
    );
  expect(few).toEqual([]);
});
