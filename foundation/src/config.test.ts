import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const load = (env: Record<string, string>) => loadConfig({ env, rootDir: '/nowhere' });

test('without any setting outreach is whole, with nothing to reach the world by', () => {
  const { outreach, judges } = load({ SMTP_HOST: '' });
  expect(outreach).toMatchObject({ publicUrl: null, smtp: null, imap: null, dkim: null, linkedin: null });
  expect(outreach.dir).toBe('/nowhere/platform-outreach/tracking');
  expect(judges).toEqual([]);
});

test('a second judge takes the address of the first, and its key only at the same one', () => {
  const first = { JUDGE_URL: 'https://a.example/v1', JUDGE_MODEL: 'm', JUDGE_KEY: 'hush' };
  const keys = (more: Record<string, string>) => load({ ...first, ...more }).judges.map(({ key }) => key?.reveal());
  expect(keys({})).toEqual(['hush']);
  expect(keys({ JUDGE_2_MODEL: 'n' })).toEqual(['hush', 'hush']);
  expect(keys({ JUDGE_2_MODEL: 'n', JUDGE_2_URL: 'https://b.example/v1' })).toEqual(['hush', undefined]);
  expect(() => load({ JUDGE_2_MODEL: 'n' })).toThrow('missing JUDGE_URL, JUDGE_MODEL');
});

test('there is a listener for strangers only where an address or a port for it was given', () => {
  expect(load({}).outreach.publicPort).toBeNull();
  expect(load({ PUBLIC_PORT: '' }).outreach.publicPort).toBeNull();
  expect(load({ PUBLIC_PORT: '0' }).outreach.publicPort).toBe(0);
  expect(load({ PUBLIC_URL: 'https://studio.example' }).outreach.publicPort).toBe(7380);
});

test('a half given group is refused with the names that are missing', () => {
  expect(() => load({ IMAP_HOST: 'imap.shop.example' })).toThrow('IMAP is half given; missing IMAP_USER, IMAP_PASS');
  expect(() => load({ SMTP_USER: 'me', SMTP_PASS: 'hush' })).toThrow('SMTP is half given; missing SMTP_HOST');
  expect(() => load({ JUDGE_KEY: 'hush' })).toThrow('JUDGE is half given; missing JUDGE_URL, JUDGE_MODEL');
  expect(() => load({ JUDGE_2_KEY: 'hush' })).toThrow('JUDGE_2 is half given; missing JUDGE_2_MODEL');
  expect(() => load({ LINKEDIN_VERSION: '2026' })).toThrow('LINKEDIN_VERSION must be YYYYMM');
  expect(() => load({ STUDIO_MASTER_KEY: 'short' })).toThrow('32 bytes');
});

test('secrets are read by name, and shown by no print', () => {
  const config = load({
    SMTP_HOST: 'smtp.shop.example',
    SMTP_PASS: 'hush-smtp',
    CAL_COM_WEBHOOK_SECRET: 'hush-cal',
    STUDIO_MASTER_KEY: 'ab'.repeat(32),
  });
  expect(config.outreach.smtp?.pass?.reveal()).toBe('hush-smtp');
  expect(config.outreach.cal.webhookSecret?.reveal()).toBe('hush-cal');
  const shown = inspect(config, { depth: 9 }) + JSON.stringify(config);
  expect(shown).not.toMatch(/hush|abab/);
});
