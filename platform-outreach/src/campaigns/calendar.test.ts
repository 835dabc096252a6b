import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindWeek, isQuiet, quietUntilMs, spread } from './calendar.ts';
import { readHolidays } from './holidays.ts';
import { parseCampaignSpec, WEEKDAYS } from './spec.ts';

const holidays = readHolidays();
const MONDAY = '2025-10-06';

function spec(changes: { zone?: string; slot?: string; more?: string } = {}) {
  const slot = changes.slot ?? 'day: monday\n    at: "08:00"';
  return parseCampaignSpec(
    `name: trial
title: Trial
zone: ${changes.zone ?? 'Asia/Kolkata'}
goals: { sent: 1, replies: 0, bookings: 0 }
links: { call_to_action: https://studio.example/ }
${changes.more ?? ''}
batches:
  - name: a
    title: A
    ${slot}
    size: 2
    segment: s
    content: a.md
`,
    'campaign.yaml',
  );
}

test('a weekday and a wall time become an instant of that week in the campaign’s zone', () => {
  const { slots, errors } = bindWeek(spec(), MONDAY, holidays);
  expect(errors).toEqual([]);
  expect(slots).toMatchObject([
    { date: MONDAY, dueAt: '2025-10-06T02:30:00.000Z', notAfter: '2025-10-06T04:30:00.000Z' },
  ]);
});

test('a week that does not begin on a Monday is refused with the Monday that was meant', () => {
  const { slots, errors } = bindWeek(spec(), '2025-10-07', holidays);
  expect(slots).toEqual([]);
  expect(errors.join()).toContain('2025-10-07 is a Tuesday; the week begins on Monday, 2025-10-06');
});

test.each([
  ['2025-10-07', 'is a Tuesday, not a monday'],
  ['2025-10-13', 'is not in the week of 2025-10-06'],
])('a date that does not agree with its weekday is refused: %s', (date, told) => {
  const { errors } = bindWeek(spec({ slot: `day: monday\n    date: "${date}"\n    at: "08:00"` }), MONDAY, holidays);
  expect(errors.join()).toContain(told);
});

test('a public holiday is refused by name, and allowed when the author says so', () => {
  const onDiwali = bindWeek(spec(), '2025-10-20', holidays);
  expect(onDiwali.errors.join()).toContain('Diwali');
  const allowed = bindWeek(spec({ more: 'holidays: allow' }), '2025-10-20', holidays);
  expect(allowed).toMatchObject({ errors: [], warnings: [expect.stringContaining('Diwali')] });
});

test('a year without a list of holidays is said, not passed over', () => {
  expect(bindWeek(spec(), '2031-01-06', holidays).warnings.join()).toContain('no list of holidays for 2031');
});

test('a time that the clocks jump over, or that comes twice, is refused', () => {
  const gap = bindWeek(spec({ zone: 'Europe/Berlin', slot: 'day: sunday\n    at: "02:30"' }), '2025-03-24', holidays);
  const twice = bindWeek(spec({ zone: 'Europe/Berlin', slot: 'day: sunday\n    at: "02:30"' }), '2025-10-20', holidays);
  for (const { slots, errors } of [gap, twice]) {
    expect(slots).toEqual([]);
    expect(errors.join()).toContain('the clocks are changed then');
  }
});

test('a time in the quiet hours is refused, also over midnight', () => {
  expect(bindWeek(spec({ slot: 'day: monday\n    at: "21:00"' }), MONDAY, holidays).errors.join()).toContain(
    'quiet hours',
  );
  expect(
    ['19:59', '20:00', '03:00', '07:29', '07:30'].map((at) => isQuiet(at, { from: '20:00', to: '07:30' })),
  ).toEqual([...[false, true, true, true, false]]);
});

test.each([
  ['2025-10-06T14:29:59.999Z', null],
  ['2025-10-06T14:30:00.000Z', '2025-10-07T02:00:00.000Z'],
  ['2025-10-06T18:30:00.000Z', '2025-10-07T02:00:00.000Z'],
  ['2025-10-07T01:59:59.999Z', '2025-10-07T02:00:00.000Z'],
  ['2025-10-07T02:00:00.000Z', null],
])('the quiet hours in which %s lies end at %s', (at, end) => {
  const untilMs = quietUntilMs(Date.parse(at), spec());
  expect(untilMs === null ? null : new Date(untilMs).toISOString()).toBe(end);
});

test('every bound slot shows its wall time and weekday to a reader in that zone', () => {
  const zones = ['Asia/Kolkata', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia'];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1040 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...WEEKDAYS),
      fc.integer({ min: 8, max: 19 }),
      (weeks, zone, day, hour) => {
        const monday = String(Temporal.PlainDate.from('2015-01-05').add({ weeks }));
        const at = `${String(hour).padStart(2, '0')}:15`;
        const { slots } = bindWeek(
          spec({ zone, slot: `day: ${day}\n    at: "${at}"`, more: 'holidays: allow' }),
          monday,
          holidays,
        );
        // Intl reads the zone's rules by itself: it is not what bound the slot.
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'long',
          hour: '2-digit',
          minute: '2-digit',
        });
        for (const slot of slots)
          expect(shown.format(new Date(slot.dueAt)).toLowerCase()).toBe(`${day} ${at}`.replace(' ', ' '));
      },
    ),
    { numRuns: 100 },
  );
});

test('mails of a slot leave one after the other, at the same times whenever it is planned', () => {
  const bound = spec();
  const [slot] = bindWeek(bound, MONDAY, holidays).slots;
  if (slot === undefined) throw new Error('no slot');
  const times = spread(slot, bound.limits, ['P-1', 'P-2', 'P-3']);
  expect(spread(slot, bound.limits, ['P-1', 'P-2', 'P-3'])).toEqual(times);
  for (const [i, { sendAt }] of times.entries()) {
    const afterMs = Date.parse(sendAt) - Date.parse(slot.dueAt) - i * bound.limits.gap_seconds * 1000;
    expect(afterMs).toBeGreaterThanOrEqual(0);
    expect(afterMs).toBeLessThan(bound.limits.jitter_seconds * 1000);
  }
});

test('an error of the specification names its line', () => {
  const wrong =
    'name: trial\ntitle: Trial\ngoals: { sent: 1, replies: 0, bookings: 0 }\nlinks:\n  call_to_action: https://a.example\nposts:\n  - name: p\n    title: P\n    day: mondya\n    at: "25:00"\n    content: p.md\n';
  expect(() => parseCampaignSpec(wrong, 'campaign.yaml')).toThrow(/line 9: posts\.0\.day.*line 10: posts\.0\.at/s);
  const typo = `${wrong.replace('mondya', 'monday').replace('25:00', '09:00')}bathces: []\n`;
  expect(() => parseCampaignSpec(typo, 'campaign.yaml')).toThrow(/line 12: the campaign: .*bathces/);
  expect(() => parseCampaignSpec('name: [', 'campaign.yaml')).toThrow(/line 1/);
  expect(() => parseCampaignSpec('', 'campaign.yaml')).toThrow(/campaign\.yaml/);
});

test('the campaign that the document shows is one', () => {
  const document = readFileSync(new URL('../../../docs/outreach.md', import.meta.url), 'utf8');
  const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(document) ?? [];
  const shown = parseCampaignSpec(yaml, 'docs/outreach.md');
  expect(shown).toMatchObject({
    zone: 'Asia/Kolkata',
    holidays: 'refuse',
    quiet_hours: { from: '20:00', to: '07:30' },
  });
  expect(shown.limits).toEqual({ per_day: 20, per_domain_per_day: 3, gap_seconds: 90, jitter_seconds: 60 });
  expect(shown.posts[0]?.not_later_than_minutes).toBe(120);
});
