import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permissionAt } from './permitted-hours.ts';

/** 25 November 2026, at this time in India. */
const ist = (time: string): number => Date.parse(`2026-11-25T${time}:00+05:30`);

test.each([
  ['09:00-18:00', '09:00', true, '18:00'],
  ['09:00-18:00', '17:59', true, '18:00'],
  ['09:00-18:00', '08:59', false, '09:00'],
  ['22:00-06:00', '23:30', true, '30:00'],
  ['22:00-06:00', '05:59', true, '06:00'],
  ['22:00-06:00', '06:00', false, '22:00'],
])('of %s, %s is within: %s, until %s', (hours, time, isOpen, until) => {
  const [hour, minute] = until.split(':').map(Number);
  const changesAtMs = ist('00:00') + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
  expect(permissionAt(hours, ist(time))).toEqual({ isOpen, changesAtMs });
});

test('without hours, or with those of a whole day, it is always within', () => {
  expect(permissionAt(undefined, 0)).toEqual({ isOpen: true, changesAtMs: null });
  expect(permissionAt('00:00-00:00', 0)).toEqual({ isOpen: true, changesAtMs: null });
});

test('what changes at its time has changed then, and not a minute before', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${`${h}`.padStart(2, '0')}:${`${m}`.padStart(2, '0')}`);
  fc.assert(
    fc.property(time, time, fc.integer({ min: 0, max: 4_000_000_000_000 }), (from, to, nowMs) => {
      const now = permissionAt(`${from}-${to}`, nowMs);
      if (now.changesAtMs === null) {
        expect(from).toBe(to);
        return;
      }
      expect(now.changesAtMs).toBeGreaterThan(nowMs);
      expect(permissionAt(`${from}-${to}`, now.changesAtMs).isOpen).toBe(!now.isOpen);
      expect(permissionAt(`${from}-${to}`, now.changesAtMs - 1).isOpen).toBe(now.isOpen);
    }),
  );
});
