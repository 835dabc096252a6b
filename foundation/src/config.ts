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

export const configSchema = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PORT: withDefault(port, '7300'),
  STUDIO_DATA_DIR: withDefault(z.string(), '.studio'),
  STUDIO_URL: optional(z.url({ protocol: /^https?$/ })),
  STUDIO_API_KEY: optional(z.string().min(16)),
  /** Days a tree is kept after its last event. */
  RETENTION_DAYS: withDefault(z.coerce.number().int().min(1).max(36_500), '365'),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

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
  };
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
