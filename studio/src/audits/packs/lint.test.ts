import { expect, test } from 'vitest';
import { hintsOn } from './lint.ts';
import { loadPack } from './load-pack.ts';
import { newPack } from './new-pack.ts';

const fresh = () => structuredClone(loadPack(newPack('mine', 'pack.schema.json'), 'mine.yaml').pack);

test('the pack that an author begins with is sound, and only its one language is remarked on', () => {
  expect(hintsOn(fresh(), '2026-11-25')).toEqual(['the pack: it asks in hi alone']);
});

test('what weakens a finding is told by its place: no source, a stale fact, one sample, a rule that no chat can show', () => {
  const pack = fresh();
  const [pattern] = pack.patterns;
  const kase = pattern?.cases[0];
  if (pattern === undefined || kase === undefined) throw new Error('the pack has a pattern with a case');
  pattern.references = [];
  pattern.recheck_by = '2026-01-01';
  kase.faults.pop();
  pack.patterns.push({
    ...structuredClone(pattern),
    id: 'beyond',
    verified: false,
    oracle: { kind: 'api-probe', params: {} },
  });
  const hints = hintsOn(pack, '2026-11-25').join('\n');
  for (const hint of [
    'pattern half-lakh: verified, but no reference says by what',
    'pattern half-lakh: its fact was to be looked at again by 2026-01-01',
    'pattern half-lakh: as_of and recheck_by go together',
    'pattern half-lakh, case dedh-lakh: one fault proves little',
    'pattern beyond: not verified',
    'pattern beyond: no chat can show it',
  ]) {
    expect(hints).toContain(hint);
  }
});
