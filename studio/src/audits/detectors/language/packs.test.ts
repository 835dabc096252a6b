import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange, PackCase, Pattern, Verdict } from '@sacred-qa/contracts/pack';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../packs/load-pack.ts';
import { scoreCase } from '../score-case.ts';

const FAMILIES = ['script-unicode', 'language-register', 'codemix-translit', 'access-cost', 'geography-maps'];

type Turn = [lang: string, question: string, answer: string];
type Line = [verdict: Verdict, ...turn: Turn] | [verdict: Verdict, turns: Turn[]];

interface Judged {
  pattern: string;
  wanted: Verdict;
  got: Verdict;
  text: string;
}

/** A case as the pack would state it, without expected values: the rule must find them in the question. */
function caseOf(turns: readonly Turn[]): PackCase {
  return {
    id: 'example',
    lang: turns[0]?.[0] ?? 'en',
    conversations: turns.map(([lang, question]) => ({ lang, turns: [question] })),
    expect: '',
    ideal: [turns.map(() => '')],
    faults: [turns.map(() => '')],
  };
}

function exchangeOf(turns: readonly Turn[]): Exchange {
  return {
    conversations: turns.map(([lang, question, answer]) => [
      { role: 'user', lang, text: question },
      { role: 'assistant', text: answer },
    ]),
  };
}

function judge(pattern: Pattern, [wanted, ...rest]: Line): Judged {
  const turns = (Array.isArray(rest[0]) ? rest[0] : [rest]) as Turn[];
  const score = scoreCase(pattern, caseOf(turns), exchangeOf(turns));
  const text = `${pattern.id}: ${wanted}, but ${score.verdict} (${score.reason}) ${JSON.stringify(turns)}`;
  return { pattern: pattern.id, wanted, got: score.verdict, text };
}

test.each(FAMILIES)('the pack %s holds only patterns of its family', async (family) => {
  const { pack } = await readPack(family);
  for (const pattern of pack.patterns) expect(pattern.family).toBe(family);
});

describe('the rules of language and place agree with a careful reader', () => {
  const judged: Judged[] = [];
  const patterns: Pattern[] = [];

  beforeAll(async () => {
    for (const family of FAMILIES) patterns.push(...(await readPack(family)).pack.patterns);
    const lines = parse(await readFile(join(import.meta.dirname, 'examples.yaml'), 'utf8')) as Record<string, Line[]>;
    for (const pattern of patterns) for (const line of lines[pattern.id] ?? []) judged.push(judge(pattern, line));
  });

  const count = (wanted: Verdict, got: Verdict) =>
    judged.filter((one) => one.wanted === wanted && one.got === got).length;
  const wrong = () =>
    judged
      .filter((one) => one.got !== one.wanted)
      .map((one) => one.text)
      .join('\n');

  test('on at least 97 of 100 accusations', () => {
    const accused = count('fail', 'fail') + count('pass', 'fail');
    expect(count('fail', 'fail') / accused, wrong()).toBeGreaterThanOrEqual(0.97);
  });

  test('and find at least 95 of 100 faults', () => {
    const faults = judged.filter((one) => one.wanted === 'fail').length;
    expect(count('fail', 'fail') / faults, wrong()).toBeGreaterThanOrEqual(0.95);
  });

  test('with good and bad answers for every pattern, and at most one misjudged', () => {
    for (const { id } of patterns) {
      const own = judged.filter((one) => one.pattern === id);
      expect(own.length, id).toBeGreaterThanOrEqual(4);
      for (const wanted of ['pass', 'fail'])
        expect(
          own.some((one) => one.wanted === wanted),
          id,
        ).toBe(true);
      const misjudged = own.filter((one) => one.got !== one.wanted).map((one) => one.text);
      expect(misjudged.length, misjudged.join('\n')).toBeLessThanOrEqual(1);
    }
  });
});
