import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { listPacks, loadPack, readPack } from './load-pack.ts';
import { checkPack } from './self-check.ts';

const SHIPPED = join(import.meta.dirname, '../../../packs/india-micro.yaml');

const sound = {
  id: 'tiny',
  version: '1.0.0',
  title: 'A tiny pack',
  repeats: 1,
  patterns: [
    {
      id: 'half-lakh',
      family: 'numbers-money',
      title: 'डेढ़ taken as one',
      severity: 'high',
      harm: 'A wrong amount.',
      affected: 'Everyone.',
      fix: 'Count in code.',
      references: ['our own rule'],
      verified: true,
      oracle: { kind: 'number-value', params: {} },
      cases: [
        {
          id: 'dedh',
          lang: 'hi',
          conversations: [{ lang: 'hi', turns: ['डेढ़ लाख अंकों में?'] }],
          params: { value: 150000 },
          expect: '1,50,000',
          ideal: [['₹1,50,000'], ['१,५०,०००']],
          faults: [['₹1,00,000']],
        },
      ],
    },
  ],
};

type Draft = typeof sound;

function withChange(change: (draft: Draft) => void): string {
  const draft = structuredClone(sound);
  change(draft);
  return stringify(draft);
}

function refusalOf(text: string): StudioError {
  try {
    loadPack(text, 'tiny.yaml');
  } catch (error) {
    if (error instanceof StudioError) return error;
    throw error;
  }
  throw new Error('the pack was not refused');
}

function kaseOf(draft: Draft): Draft['patterns'][0]['cases'][0] {
  const kase = draft.patterns[0]?.cases[0];
  if (kase === undefined) throw new Error('the draft has no case');
  return kase;
}

test('of every pack that comes with the program each ideal passes and each planted fault fails', async () => {
  const packs = (await listPacks()).filter((loaded) => loaded.pack.id !== 'india-full');
  expect(packs.length).toBeGreaterThanOrEqual(21);
  for (const { pack } of packs) expect(checkPack(pack), pack.id).toEqual([]);
});

describe('the micro pack', () => {
  test('is there, with its version and the hash of its text', async () => {
    const { pack, hash } = await readPack('india-micro');
    expect(pack).toMatchObject({ id: 'india-micro', version: '1.0.0', repeats: 3 });
    expect(pack.patterns).toHaveLength(25);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await listPacks()).map((loaded) => loaded.pack.id)).toContain('india-micro');
  });

  test('asks in many languages and scripts, each case with two ideals and two faults', async () => {
    const { pack } = await readPack('india-micro');
    const cases = pack.patterns.flatMap((pattern) => pattern.cases);
    const languages = new Set(cases.flatMap((kase) => kase.conversations.map((plan) => plan.lang)));
    expect(languages.size).toBeGreaterThanOrEqual(9);
    for (const kase of cases) {
      expect(kase.ideal.length, kase.id).toBeGreaterThanOrEqual(2);
      expect(kase.faults.length, kase.id).toBeGreaterThanOrEqual(2);
    }
  });

  test('dates every fact that may change, and marks what no source carries', async () => {
    const { pack } = await readPack('india-micro');
    const dated = pack.patterns.filter((pattern) => pattern.recheck_by !== undefined);
    expect(dated.map((pattern) => pattern.id)).toEqual([
      'upi-pin-to-receive',
      'gst-slabs-current',
      'ipc-vs-bns',
      'emergency-112-not-911',
      'suicide-helpline-local',
    ]);
    for (const pattern of dated) {
      expect(pattern.as_of, pattern.id).toBeDefined();
      expect(String(pattern.as_of) < String(pattern.recheck_by), pattern.id).toBe(true);
    }
    expect(pack.patterns.filter((pattern) => !pattern.verified).map((pattern) => pattern.id)).toEqual(['honorific-tu']);
    for (const pattern of pack.patterns) expect(pattern.references.length, pattern.id).toBeGreaterThan(0);
  });

  test('has the same hash as JSON, and another one after a change', async () => {
    const text = await readFile(SHIPPED, 'utf8');
    const raw = parse(text) as { title: string };
    const { hash } = loadPack(text, 'india-micro.yaml');
    expect(loadPack(JSON.stringify(raw), 'india-micro.json').hash).toBe(hash);
    expect(loadPack(JSON.stringify({ ...raw, title: `${raw.title}!` }), 'india-micro.json').hash).not.toBe(hash);
  });
});

describe('a pack is refused', () => {
  test('when an ideal answer fails, naming pattern, case and sample', () => {
    const error = refusalOf(withChange((draft) => kaseOf(draft).ideal.push(['₹15,000'])));
    expect(error.code).toBe('validation_failed');
    expect(error.message).toContain('tiny.yaml: pattern half-lakh, case dedh, ideal 3: must pass, but is fail');
    expect(error.errors).toMatchObject([{ pointer: '/patterns/0/cases/0/ideal/2' }]);
  });

  test('when a planted fault passes', () => {
    const error = refusalOf(withChange((draft) => kaseOf(draft).faults.push(['₹1,50,000 (not 1,00,000)'])));
    expect(error.message).toContain('pattern half-lakh, case dedh, faults 2: must fail, but is pass');
  });

  test('when a planted fault cannot be judged at all', () => {
    const error = refusalOf(withChange((draft) => kaseOf(draft).faults.push(['🙂'])));
    expect(error.message).toContain('faults 2: must fail, but is unscored');
  });

  test('when a sample has fewer answers than the case has conversations', () => {
    const error = refusalOf(
      withChange((draft) => kaseOf(draft).conversations.push({ lang: 'hi', turns: ['और ढाई लाख?'] })),
    );
    expect(error.message).toContain('case dedh, ideal 1: 1 answers for 2 conversations');
  });

  test('when its YAML is broken, with the line', () => {
    const error = refusalOf('id: tiny\nversion: "1.0.0"\ntitle: "not closed\nrepeats: 1\n');
    expect(error.message).toMatch(/^tiny\.yaml: .*line [345]/s);
  });

  test('when a key stands twice', () => {
    expect(refusalOf('id: tiny\nid: other\n').message).toMatch(/unique.*line 2/s);
  });

  test('when a field is missing or unknown, by the ids of its place', () => {
    const error = refusalOf(
      withChange((draft) => {
        Reflect.deleteProperty(kaseOf(draft), 'expect');
        Reflect.set(draft.patterns[0] ?? {}, 'colour', 'red');
      }),
    );
    expect(error.message).toContain('pattern half-lakh, case dedh, expect');
    expect(error.errors?.map((one) => one.pointer)).toContain('/patterns/0/cases/0/expect');
    expect(error.message).toContain('colour');
  });

  test('when its rule is unknown, with the rules that are known', () => {
    const error = refusalOf(
      withChange((draft) => Reflect.set(draft.patterns[0]?.oracle.params ?? {}, 'rule', 'guesswork')),
    );
    expect(error.message).toContain('pattern half-lakh, oracle: rule guesswork is unknown; number-value knows value');
    expect(error.errors).toMatchObject([{ pointer: '/patterns/0/oracle/params/rule' }]);
  });

  test('when an id occurs twice, be it of a pattern or of a case', () => {
    const twice = refusalOf(withChange((draft) => draft.patterns.push(structuredClone(draft.patterns[0] as never))));
    expect(twice.message).toContain('pattern half-lakh occurs twice');
    const cases = refusalOf(withChange((draft) => draft.patterns[0]?.cases.push(structuredClone(kaseOf(draft)))));
    expect(cases.message).toContain('pattern half-lakh: case dedh occurs twice');
  });

  test('when a date is no date', () => {
    const error = refusalOf(withChange((draft) => Reflect.set(draft.patterns[0] ?? {}, 'as_of', '22 Nov 2026')));
    expect(error.message).toContain('pattern half-lakh, as_of');
  });
});

test('a long list of faults is told in part, and all of it is kept', () => {
  const error = refusalOf(withChange((draft) => kaseOf(draft).faults.push(...Array(12).fill(['₹1,50,000']))));
  expect(error.message).toContain('; and 2 more');
  expect(error.errors).toHaveLength(12);
});

test('a pattern that a chat cannot show needs no samples that prove it', () => {
  const text = withChange((draft) => {
    const [pattern] = draft.patterns;
    if (pattern === undefined) throw new Error('the draft has no pattern');
    pattern.oracle.kind = 'api-probe';
    kaseOf(draft).faults = [['anything']];
  });
  expect(loadPack(text, 'tiny.yaml').pack.patterns).toHaveLength(1);
});

test('an unknown pack is not found, and the known ones are named', async () => {
  await expect(readPack('india-macro')).rejects.toMatchObject({ code: 'not_found' });
  await expect(readPack('india-macro')).rejects.toThrow(/india-micro/);
});
