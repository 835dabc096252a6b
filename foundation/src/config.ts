/** Configuration: read once from the environment and `.env.shared`, checked, and handed on as a value. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { StudioError } from '@sacred-qa/contracts/errors';
import { z } from 'zod';

const emptyIsUnset = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsUnset, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => emptyIsUnset(given) ?? value, schema);

const port = z.coerce.number().int().min(0).max(65_535);
const DEFAULT_PUBLIC_PORT = 7380;

export const configSchema = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(port, '7300'),
  STUDIO_DATA_DIR: withDefault(z.string(), '.studio'),
  STUDIO_URL: optional(z.url({ protocol: /^https?$/ })),
  STUDIO_API_KEY: optional(z.string().min(16)),
  /** 32 bytes as 64 hex digits or base64; wraps the keys of persons where several hosts share a server. */
  STUDIO_MASTER_KEY: optional(
    z.string().refine((given) => keyBytes(given).length === 32, 'must be 32 bytes in hex or base64'),
  ),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  PUBLIC_PORT: optional(port),
  SMTP_HOST: optional(z.string()),
  SMTP_PORT: withDefault(port, '587'),
  SMTP_USER: optional(z.string()),
  SMTP_PASS: optional(z.string()),
  MAIL_FROM: optional(z.string()),
  MAIL_POSTAL_ADDRESS: optional(z.string()),
  DKIM_DOMAIN: optional(z.string()),
  DKIM_SELECTOR: optional(z.string()),
  DKIM_KEY_FILE: optional(z.string()),
  IMAP_HOST: optional(z.string()),
  IMAP_PORT: withDefault(port, '993'),
  IMAP_USER: optional(z.string()),
  IMAP_PASS: optional(z.string()),
  CAL_COM_API_KEY: optional(z.string()),
  CAL_COM_WEBHOOK_SECRET: optional(z.string()),
  LINKEDIN_ACCESS_TOKEN: optional(z.string()),
  /** YYYYMM. */
  LINKEDIN_VERSION: optional(z.string().regex(/^20\d\d(0[1-9]|1[0-2])$/, 'must be YYYYMM')),
  /** urn:li:person:… or urn:li:organization:… */
  LINKEDIN_AUTHOR: optional(
    z.string().regex(/^urn:li:(person|organization):/, 'must begin with urn:li:person: or urn:li:organization:'),
  ),
  JUDGE_URL: optional(z.url({ protocol: /^https?$/ })),
  JUDGE_MODEL: optional(z.string()),
  JUDGE_KEY: optional(z.string()),
  /** A second opinion. Address and key are those of the first judge when left out. */
  JUDGE_2_URL: optional(z.url({ protocol: /^https?$/ })),
  JUDGE_2_MODEL: optional(z.string()),
  JUDGE_2_KEY: optional(z.string()),
  /** Holds prospects.csv and the metrics. */
  OUTREACH_DIR: withDefault(z.string(), 'platform-outreach/tracking'),
  /** Days a tree is kept after its last event. */
  RETENTION_DAYS: withDefault(z.coerce.number().int().min(1).max(36_500), '365'),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

/** A value that no print, log or JSON shows: only who asks for it by name gets it. */
export interface Secret {
  reveal(): string;
}

/** Outreach's part. What is null was not given, and the feature says so instead of failing. */
export interface OutreachConfig {
  /** Absolute; prospects.csv and the metrics lie here. */
  dir: string;
  masterKey: Secret | null;
  /** Where the world reaches this studio; without it no pixel, no rewritten link, no webhook. */
  publicUrl: string | null;
  /** Of the listener for strangers; null when neither it nor the address above was given: then there is none. */
  publicPort: number | null;
  smtp: { host: string; port: number; user: string | null; pass: Secret | null } | null;
  mail: { from: string | null; postalAddress: string | null };
  dkim: { domain: string; selector: string; keyFile: string } | null;
  imap: { host: string; port: number; user: string; pass: Secret } | null;
  cal: { apiKey: Secret | null; webhookSecret: Secret | null };
  linkedin: { accessToken: Secret; version: string; author: string } | null;
}

export interface Config {
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** Absolute; where the embedded store, keys, back-ups and owner file lie. */
  dataDir: string;
  studioUrl: string | undefined;
  apiKey: string | undefined;
  retentionDays: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  outreach: OutreachConfig;
  /** None, one, or two. */
  judges: JudgeConfig[];
}

/** A model behind an OpenAI-compatible address that ends before /chat/completions. */
export interface JudgeConfig {
  url: string;
  model: string;
  key: Secret | null;
}

/**
 * The environment wins over `.env.shared` at the root. Throws `bad_request` naming each variable that is wrong;
 * values are never repeated, they may be secrets.
 */
export function loadConfig(deps: { env: Record<string, string | undefined>; rootDir: string }): Config {
  const merged = { ...readShared(resolve(deps.rootDir, '.env.shared')), ...deps.env };
  const parsed = configSchema.safeParse(merged);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
    throw new StudioError('bad_request', `The configuration is wrong: ${wrong}.`);
  }
  const given = parsed.data;
  return {
    databaseUrl: given.DATABASE_URL,
    host: given.HOST,
    port: given.PORT,
    dataDir: resolve(deps.rootDir, given.STUDIO_DATA_DIR),
    studioUrl: given.STUDIO_URL,
    apiKey: given.STUDIO_API_KEY,
    retentionDays: given.RETENTION_DAYS,
    logLevel: given.LOG_LEVEL,
    outreach: outreachOf(given, deps.rootDir),
    judges: judgesOf(given),
  };
}

function judgesOf(given: Given): JudgeConfig[] {
  const first = group('JUDGE', given, { needs: ['JUDGE_URL', 'JUDGE_MODEL'], takes: ['JUDGE_KEY'] }, () => ({
    url: given.JUDGE_URL ?? '',
    model: given.JUDGE_MODEL ?? '',
    key: secret(given.JUDGE_KEY),
  }));
  const model = given.JUDGE_2_MODEL;
  if (first === null || model === undefined) {
    if (model === undefined && given.JUDGE_2_URL === undefined && given.JUDGE_2_KEY === undefined)
      return first === null ? [] : [first];
    const missing = model === undefined ? 'JUDGE_2_MODEL' : 'JUDGE_URL, JUDGE_MODEL';
    throw new StudioError('bad_request', `The configuration is wrong: JUDGE_2 is half given; missing ${missing}.`);
  }
  const url = given.JUDGE_2_URL ?? first.url;
  // A key is for the address that it was given for.
  const key = secret(given.JUDGE_2_KEY) ?? (new URL(url).origin === new URL(first.url).origin ? first.key : null);
  return [first, { url, model, key }];
}

type Given = z.infer<typeof configSchema>;

function outreachOf(given: Given, rootDir: string): OutreachConfig {
  return {
    dir: resolve(rootDir, given.OUTREACH_DIR),
    masterKey: secret(given.STUDIO_MASTER_KEY),
    publicUrl: given.PUBLIC_URL ?? null,
    publicPort: given.PUBLIC_PORT ?? (given.PUBLIC_URL === undefined ? null : DEFAULT_PUBLIC_PORT),
    smtp: group('SMTP', given, { needs: ['SMTP_HOST'], takes: ['SMTP_USER', 'SMTP_PASS'] }, () => ({
      host: given.SMTP_HOST ?? '',
      port: given.SMTP_PORT,
      user: given.SMTP_USER ?? null,
      pass: secret(given.SMTP_PASS),
    })),
    mail: { from: given.MAIL_FROM ?? null, postalAddress: given.MAIL_POSTAL_ADDRESS ?? null },
    dkim: group('DKIM', given, { needs: ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] }, () => ({
      domain: given.DKIM_DOMAIN ?? '',
      selector: given.DKIM_SELECTOR ?? '',
      keyFile: resolve(rootDir, given.DKIM_KEY_FILE ?? ''),
    })),
    imap: group('IMAP', given, { needs: ['IMAP_HOST', 'IMAP_USER', 'IMAP_PASS'] }, () => ({
      host: given.IMAP_HOST ?? '',
      port: given.IMAP_PORT,
      user: given.IMAP_USER ?? '',
      pass: hidden(given.IMAP_PASS ?? ''),
    })),
    cal: { apiKey: secret(given.CAL_COM_API_KEY), webhookSecret: secret(given.CAL_COM_WEBHOOK_SECRET) },
    linkedin: group(
      'LINKEDIN',
      given,
      { needs: ['LINKEDIN_ACCESS_TOKEN', 'LINKEDIN_VERSION', 'LINKEDIN_AUTHOR'] },
      () => ({
        accessToken: hidden(given.LINKEDIN_ACCESS_TOKEN ?? ''),
        version: given.LINKEDIN_VERSION ?? '',
        author: given.LINKEDIN_AUTHOR ?? '',
      }),
    ),
  };
}

const hidden = (value: string): Secret => ({ reveal: () => value });
const secret = (value: string | undefined): Secret | null => (value === undefined ? null : hidden(value));

/**
 * Settings that only work together: all that it needs, or none of it. What it may take beside them means nothing
 * without them. A half is a mistake, and said at once.
 */
function group<T>(
  name: string,
  given: Given,
  of: { needs: readonly (keyof Given)[]; takes?: readonly (keyof Given)[] },
  build: () => T,
): T | null {
  const missing = of.needs.filter((key) => given[key] === undefined);
  if (missing.length === 0) return build();
  if ([...of.needs, ...(of.takes ?? [])].every((key) => given[key] === undefined)) return null;
  throw new StudioError(
    'bad_request',
    `The configuration is wrong: ${name} is half given; missing ${missing.join(', ')}.`,
  );
}

export function keyBytes(given: string): Buffer {
  return Buffer.from(given, /^[0-9a-f]{64}$/i.test(given) ? 'hex' : 'base64');
}

function readShared(path: string): Record<string, string | undefined> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new StudioError('bad_request', `${path} cannot be read.`, { cause: error });
  }
  return parseEnv(text);
}
