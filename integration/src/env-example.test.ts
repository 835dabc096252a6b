/** `.env.shared.example` tells of every setting there is, starts the studio as it stands, and no secret gets out. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, parseEnv } from 'node:util';
import { configSchema, loadConfig } from '@sacred-qa/foundation/config';
import { afterAll, beforeAll, expect, test } from 'vitest';

const EXAMPLE = join(import.meta.dirname, '../.env.shared.example');
const text = readFileSync(EXAMPLE, 'utf8');
const given = parseEnv(text);
/** Each setting of the schema, as someone would fill it in. */
const FILLED: Record<string, string> = {
  STUDIO_URL: 'https://studio.example',
  PUBLIC_URL: 'https://mail.example.in',
  ...{ SMTP_HOST: 'smtp.example', SMTP_USER: 'asha', MAIL_FROM: 'Asha <asha@studio.example>' },
  ...{ MAIL_POSTAL_ADDRESS: 'Pune', DKIM_DOMAIN: 'studio.example', DKIM_SELECTOR: 's1', DKIM_KEY_FILE: 'dkim.pem' },
  ...{ IMAP_HOST: 'imap.example', IMAP_USER: 'asha' },
  ...{ LINKEDIN_VERSION: '202511', LINKEDIN_AUTHOR: 'urn:li:person:x' },
  ...{
    JUDGE_URL: 'https://judge.example/v1',
    JUDGE_MODEL: 'm',
    JUDGE_2_URL: 'https://judge.example/v1',
    JUDGE_2_MODEL: 'n',
  },
};
const SECRETS: Record<string, string> = {
  DATABASE_URL: 'postgres://studio:s3cret-database@db.example/studio',
  STUDIO_API_KEY: 's3cret-studio-api-key',
  STUDIO_MASTER_KEY: '5ec4e7'.padEnd(64, '0'),
  SMTP_PASS: 's3cret-smtp',
  IMAP_PASS: 's3cret-imap',
  CAL_COM_API_KEY: 's3cret-cal-key',
  CAL_COM_WEBHOOK_SECRET: 's3cret-cal-webhook',
  LINKEDIN_ACCESS_TOKEN: 's3cret-linkedin',
  JUDGE_KEY: 's3cret-judge',
  JUDGE_2_KEY: 's3cret-judge-2',
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'studio-env-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('every setting is in the example, each below words of its own or of its group, and none that nobody reads', () => {
  expect(Object.keys(given).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  const groups = text.split('\n\n').flatMap((part) => (/^[A-Z]/m.test(part) ? [part] : []));
  for (const group of groups) expect(group.slice(0, 2)).toBe('# ');
});

test('as it stands it says what holds without it', () => {
  const without = loadConfig({ env: {}, rootDir: root });
  copyFileSync(EXAMPLE, join(root, '.env.shared'));
  expect(JSON.stringify(loadConfig({ env: {}, rootDir: root }))).toBe(JSON.stringify(without));
});

test('what is secret is marked, kept out of every print of its setting, and of the error about a wrong one', () => {
  const lines = text.split('\n');
  for (const name of Object.keys(SECRETS)) {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    const above = lines.slice(0, at).join('\n').split('\n\n').at(-1) ?? '';
    expect(`${name}: ${above}`).toMatch(/secret/i);
  }
  const { outreach, judges } = loadConfig({ env: { ...FILLED, ...SECRETS }, rootDir: root });
  const printed = JSON.stringify([outreach, judges]) + inspect([outreach, judges], { depth: 9 });
  for (const value of Object.values(SECRETS)) expect(printed).not.toContain(value);
  expect(outreach.smtp?.pass?.reveal()).toBe(SECRETS.SMTP_PASS);

  const wrong = {
    DATABASE_URL: 'mysql://s3cret',
    STUDIO_API_KEY: 's3cret',
    STUDIO_MASTER_KEY: 's3cret',
    PORT: 's3cret',
  };
  try {
    loadConfig({ env: { ...FILLED, ...wrong }, rootDir: root });
    expect.unreachable();
  } catch (error) {
    for (const name of Object.keys(wrong)) expect(String(error)).toContain(name);
    expect(inspect(error, { depth: 9 })).not.toContain('s3cret');
  }
});
