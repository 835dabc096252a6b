import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('units run one at a time, in the order they came, also after one has failed', async () => {
  const gate = createGate();
  const log: string[] = [];
  const unit = (name: string, fails = false) =>
    gate.run(async () => {
      log.push(`${name} begins`);
      await turn();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const outcomes = await Promise.allSettled([unit('a'), unit('b', true), unit('c')]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('the event loop turns between two units', async () => {
  const gate = createGate();
  let turns = 0;
  let stop = false;
  const count = () => {
    turns += 1;
    if (!stop) setImmediate(count);
  };
  setImmediate(count);
  const seen: number[] = [];
  await Promise.all(Array.from({ length: 10 }, () => gate.run(async () => seen.push(turns))));
  stop = true;
  for (const [i, at] of seen.entries()) if (i > 0) expect(at).toBeGreaterThan(seen[i - 1] as number);
});

test('a unit that arrives while the gate is idle after a burst still runs', async () => {
  const gate = createGate();
  await gate.run(async () => 1);
  expect(await gate.run(async () => 2)).toBe(2);
  await turn();
  await turn();
  expect(await gate.run(async () => 3)).toBe(3);
});
