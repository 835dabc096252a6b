import type { Pack } from '@sacred-qa/contracts/pack';
import { beforeAll, expect, test } from 'vitest';
import { type LoadedPack, readPack } from './load-pack.ts';
import { planAttempts } from './plan-attempts.ts';

let shipped: LoadedPack;
beforeAll(async () => {
  shipped = await readPack('india-micro');
});

/** Case keys by pattern, case and repeat. */
function keysOf(pack: Pack, repeats = 1): Map<string, string> {
  const planned = planAttempts({ pack, hash: '' }, { repeats });
  return new Map(planned.map((one) => [`${one.patternId}/${one.caseId}/${one.repeat}`, one.caseKey]));
}

function changed(change: (pack: Pack) => void): Pack {
  const pack = structuredClone(shipped.pack);
  change(pack);
  return pack;
}

test('every conversation of every case is planned once a repeat, in order, repeat by repeat', () => {
  const planned = planAttempts(shipped, { repeats: 3 });
  const conversations = shipped.pack.patterns.flatMap((pattern) => pattern.cases.flatMap((kase) => kase.conversations));
  expect(planned).toHaveLength(conversations.length * 3);
  expect(planned.map((one) => one.ordinal)).toEqual([...planned.keys()]);
  const repeats = planned.map((one) => one.repeat);
  expect(repeats).toEqual([...repeats].sort((a, b) => a - b));
  expect(repeats.at(-1)).toBe(3);
});

test('the conversations of a case share their key, and no two cases or repeats do', () => {
  const planned = planAttempts(shipped, { repeats: 2 });
  const owners = new Map<string, string>();
  for (const one of planned) {
    const owner = `${one.patternId}/${one.caseId}/${one.repeat}`;
    expect(owners.get(one.caseKey) ?? owner).toBe(owner);
    owners.set(one.caseKey, owner);
  }
  const spellings = planned.filter((one) => one.caseId === 'five-spellings' && one.repeat === 1);
  expect(spellings.map((one) => one.conversation)).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(spellings.map((one) => one.caseKey)).size).toBe(1);
});

test('only the patterns that were asked for are planned', () => {
  const planned = planAttempts(shipped, { repeats: 1, patterns: ['pin-not-zip', 'no-such-pattern'] });
  expect(new Set(planned.map((one) => one.patternId))).toEqual(new Set(['pin-not-zip']));
});

test('keys stay when patterns and cases change places', () => {
  const reversed = changed((pack) => {
    pack.patterns.reverse();
    for (const pattern of pack.patterns) pattern.cases.reverse();
  });
  const keys = keysOf(shipped.pack);
  expect([...keysOf(reversed)].every(([name, key]) => keys.get(name) === key)).toBe(true);
});

test('keys stay when a case is put before them', () => {
  const longer = changed((pack) => {
    const [first] = pack.patterns;
    const [kase] = first?.cases ?? [];
    if (first === undefined || kase === undefined) throw new Error('the pack is empty');
    first.cases.unshift({ ...structuredClone(kase), id: 'added', conversations: [{ lang: 'en', turns: ['New?'] }] });
  });
  const keys = keysOf(longer);
  for (const [name, key] of keysOf(shipped.pack)) expect(keys.get(name)).toBe(key);
});

test('keys stay when what is expected changes, because the question is the same', () => {
  const reworded = changed((pack) => {
    for (const kase of pack.patterns.flatMap((pattern) => pattern.cases)) kase.expect = 'Reworded.';
  });
  expect(keysOf(reworded)).toEqual(keysOf(shipped.pack));
});

test.each([
  ['a question', (pack: Pack) => void pack.patterns[0]?.cases[0]?.conversations[0]?.turns.splice(0, 1, 'Changed?')],
  [
    'a language',
    (pack: Pack) => void Object.assign(pack.patterns[0]?.cases[0]?.conversations[0] ?? {}, { lang: 'mr' }),
  ],
  [
    'a system message',
    (pack: Pack) => void Object.assign(pack.patterns[0]?.cases[0]?.conversations[0] ?? {}, { system: 'Hi' }),
  ],
])('%s that changes changes the key of its case and of no other', (_what, change) => {
  const keys = keysOf(shipped.pack);
  const moved = [...keysOf(changed(change))].filter(([name, key]) => keys.get(name) !== key);
  const [pattern] = shipped.pack.patterns;
  expect(moved.map(([name]) => name)).toEqual([`${pattern?.id}/${pattern?.cases[0]?.id}/1`]);
});

test('keys stay when the pack gets another version, name or title', () => {
  const renamed = changed((pack) => void Object.assign(pack, { id: 'other', version: '9.9.9', title: 'Other' }));
  expect(keysOf(renamed)).toEqual(keysOf(shipped.pack));
});
