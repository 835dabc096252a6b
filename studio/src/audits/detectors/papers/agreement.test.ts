import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackCase, Pattern, Verdict } from '@sacred-qa/contracts/pack';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../packs/load-pack.ts';
import { scoreCase } from '../score-case.ts';

/** Language, question, answer. */
type Turn = [lang: string, question: string, answer: string];
type Line = [verdict: Verdict, ...turn: Turn] | [verdict: Verdict, turns: Turn[]];

interface Judged {
  pattern: string;
  wanted: Verdict;
  got: Verdict;
  text: string;
}

const FAMILIES = ['identity-docs', 'contact-address', 'names', 'kinship-gender', 'privacy-compliance'];

/** A case without expected values: the rule must find them in the question. */
function judge(pattern: Pattern, line: Line): Judged {
  const [wanted, ...rest] = line;
  const turns = (Array.isArray(rest[0]) ? rest[0] : [rest]) as Turn[];
  const kase: PackCase = {
    id: 'example',
    lang: turns[0]?.[0] ?? 'en',
    conversations: turns.map(([lang, question]) => ({ lang, turns: [question] })),
    expect: '',
    ideal: [turns.map(() => '')],
    faults: [turns.map(() => '')],
  };
  const score = scoreCase(pattern, kase, {
    conversations: turns.map(([lang, question, answer]) => [
      { role: 'user', lang, text: question },
      { role: 'assistant', text: answer },
    ]),
  });
  const text = `${pattern.id}: ${wanted}, but ${score.verdict} (${score.reason}) ${JSON.stringify(turns)}`;
  return { pattern: pattern.id, wanted, got: score.verdict, text };
}

const MOST_MISJUDGED = 1;

describe('the rules about papers, names, kin and privacy agree with a careful reader', () => {
  const judged: Judged[] = [];
  const patterns: Pattern[] = [];

  beforeAll(async () => {
    for (const family of FAMILIES) patterns.push(...(await readPack(family)).pack.patterns);
    const lines = parse(await readFile(join(import.meta.dirname, 'examples.yaml'), 'utf8')) as Record<string, Line[]>;
    for (const pattern of patterns) {
      for (const line of lines[pattern.id] ?? []) judged.push(judge(pattern, line));
    }
  });

  const wrong = () => judged.filter((one) => one.got !== one.wanted);
  const told = () =>
    wrong()
      .map((one) => one.text)
      .join('\n');
  const count = (wanted: Verdict, got: Verdict) =>
    judged.filter((one) => one.wanted === wanted && one.got === got).length;

  test('on at least 97 of 100 accusations', () => {
    const accused = judged.filter((one) => one.got === 'fail').length;
    expect(count('fail', 'fail') / accused, told()).toBeGreaterThanOrEqual(0.97);
  });

  test('and find at least 96 of 100 faults', () => {
    const faults = judged.filter((one) => one.wanted === 'fail').length;
    expect(count('fail', 'fail') / faults, told()).toBeGreaterThanOrEqual(0.96);
  });

  test('for every pattern, good and bad answers alike', () => {
    for (const { id } of patterns) {
      const own = judged.filter((one) => one.pattern === id);
      for (const wanted of ['pass', 'fail'])
        expect(own.filter((one) => one.wanted === wanted).length, id).toBeGreaterThanOrEqual(2);
      const misjudged = own.filter((one) => one.got !== one.wanted).map((one) => one.text);
      expect(misjudged.length, misjudged.join('\n')).toBeLessThanOrEqual(MOST_MISJUDGED);
    }
  });
});
