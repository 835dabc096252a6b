import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange, PackCase, Pattern, Verdict } from '@sacred-qa/contracts/pack';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listPacks } from '../../packs/load-pack.ts';
import { scoreCase } from '../score-case.ts';

/** Language, question, answer, and further questions and answers of the same conversation. */
type Turns = [lang: string, ...said: string[]];
type Line = [verdict: Verdict, ...turns: Turns] | [verdict: Verdict, conversations: Turns[]];

interface Judged {
  pattern: string;
  wanted: Verdict;
  got: Verdict;
  text: string;
}

function conversationsOf(line: Line): Turns[] {
  const [, first] = line;
  return Array.isArray(first) ? first : [line.slice(1) as Turns];
}

function exchangeOf(conversations: readonly Turns[]): Exchange {
  return {
    conversations: conversations.map(([lang, ...said]) =>
      said.map((text, index) => ({ role: index % 2 === 0 ? ('user' as const) : ('assistant' as const), lang, text })),
    ),
  };
}

/** A case without expected values: the rule must find them in the question. */
function caseOf(conversations: readonly Turns[]): PackCase {
  return {
    id: 'example',
    lang: conversations[0]?.[0] ?? 'en',
    conversations: conversations.map(([lang, question]) => ({ lang, turns: [question ?? ''] })),
    expect: '',
    ideal: [conversations.map(() => '')],
    faults: [conversations.map(() => '')],
  };
}

function judge(pattern: Pattern, line: Line): Judged {
  const conversations = conversationsOf(line);
  const [wanted] = line;
  const score = scoreCase(pattern, caseOf(conversations), exchangeOf(conversations));
  const text = `${pattern.id}: ${wanted}, but ${score.verdict} (${score.reason}) ${JSON.stringify(conversations)}`;
  return { pattern: pattern.id, wanted, got: score.verdict, text };
}

const FEWEST_LINES = 4;
const MOST_MISJUDGED = 1;

describe('the rules of care agree with a careful reader', () => {
  const judged: Judged[] = [];

  beforeAll(async () => {
    const patterns = new Map((await listPacks()).flatMap(({ pack }) => pack.patterns.map((one) => [one.id, one])));
    const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.examples.yaml'));
    for (const file of files) {
      const lines = parse(await readFile(join(import.meta.dirname, file), 'utf8')) as Record<string, Line[]>;
      for (const [id, list] of Object.entries(lines)) {
        const pattern = patterns.get(id);
        if (pattern === undefined) throw new TypeError(`${file} names ${id}, which no pack has`);
        for (const line of list) judged.push(judge(pattern, line));
      }
    }
  });

  const wrong = () => judged.filter((one) => one.got !== one.wanted).map((one) => one.text);
  const count = (wanted: Verdict, got: Verdict) =>
    judged.filter((one) => one.wanted === wanted && one.got === got).length;

  test('on at least 97 of 100 accusations', () => {
    const precision = count('fail', 'fail') / (count('fail', 'fail') + count('pass', 'fail'));
    expect(precision, wrong().join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('and find at least 97 of 100 faults', () => {
    const faults = judged.filter((one) => one.wanted === 'fail').length;
    expect(count('fail', 'fail') / faults, wrong().join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('for every pattern, good and bad answers alike', () => {
    for (const id of new Set(judged.map((one) => one.pattern))) {
      const own = judged.filter((one) => one.pattern === id);
      expect(own.length, id).toBeGreaterThanOrEqual(FEWEST_LINES);
      for (const wanted of ['pass', 'fail']) {
        const some = own.some((one) => one.wanted === wanted);
        expect(some, id).toBe(true);
      }
      const misjudged = own.filter((one) => one.got !== one.wanted).map((one) => one.text);
      expect(misjudged.length, misjudged.join('\n')).toBeLessThanOrEqual(MOST_MISJUDGED);
    }
  });
});
