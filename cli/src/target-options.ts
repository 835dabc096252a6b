/** Reads from the command line which target is meant, and from the environment the secrets that it names. */
import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { type Capabilities, type TargetSpec, targetSpec } from '@sacred-qa/contracts/target';
import { secretNames } from '@sacred-qa/contracts/target-facts';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Arguments } from './arguments.ts';
import type { StudioClient } from './client.ts';
import { usageError } from './failure.ts';

export interface RegisteredTarget {
  id: string;
  spec: TargetSpec;
  scope: ScopeOptions;
  capabilities: Capabilities | null;
  created_at: string;
}

export interface ScopeOptions {
  allowed_by?: string;
  allow_private?: boolean;
  hours?: string;
  rate_per_minute?: number;
}

/** A host with a port or a path: nobody calls a target so. */
const LOOKS_LIKE_ADDRESS =
  /^(?:\/\/)?(?:localhost|\[[0-9a-f:]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+(?:\/\S*)?|\/\S*)$/i;

/** A target as it goes out: described, or the name or id of a registered one. */
export function targetFrom(args: Arguments, address: string | undefined): TargetSpec | string {
  const file = args.text('target-file');
  if (file !== undefined) {
    if (address !== undefined)
      throw usageError('Give the target either by its address or by --target-file, not by both.');
    return readTargetFile(file);
  }
  if (address === undefined) {
    throw usageError(
      'The target is missing.',
      'Give the address of an OpenAI-compatible one, such as http://127.0.0.1:7301/v1, the name of a registered one, or --target-file FILE.',
    );
  }
  if (/^https?:/i.test(address)) return openaiTarget(args, address);
  if (LOOKS_LIKE_ADDRESS.test(address)) {
    throw usageError(
      `"${address}" has no http:// or https:// before it.`,
      `Did you mean http://${address} ? The name of a registered target is taken as it is.`,
    );
  }
  return address;
}

function openaiTarget(args: Arguments, url: string): TargetSpec {
  const model = args.required('model');
  const keyEnv = args.text('key-env');
  return checkedTarget(
    {
      kind: 'openai',
      name: args.text('name') ?? `${model} at ${URL.canParse(url) ? new URL(url).host : url}`,
      url,
      model,
      ...(keyEnv === undefined ? {} : { key_env: keyEnv }),
      ...(args.flag('stream') ? { stream: true } : {}),
    },
    'The target cannot be used',
  );
}

function readTargetFile(file: string): TargetSpec {
  let described: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    described = extname(file) === '.json' ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const target = checkedTarget(described, `${file} describes no target`);
  // Beside the description, as whoever wrote it meant it; the studio may stand in another folder.
  return target.kind === 'function' ? { ...target, module: resolve(dirname(file), target.module) } : target;
}

function checkedTarget(described: unknown, complaint: string): TargetSpec {
  const parsed = targetSpec.safeParse(described);
  if (parsed.success) return parsed.data;
  throw usageError(`${complaint}:`, ...parsed.error.issues.map(describeIssue));
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  return `${where === '' ? 'the whole' : where}: ${issue.message}`;
}

/** The values of the variables that a target names. Refuses the command when one is not set, before anything is asked. */
export function secretsOf(spec: TargetSpec, env: Record<string, string | undefined>): Record<string, string> {
  const secrets: Record<string, string> = {};
  for (const name of secretNames(spec)) {
    const value = env[name];
    if (value === undefined || value === '') {
      throw usageError(`The target needs the environment variable ${name}, and it is not set.`);
    }
    secrets[name] = value;
  }
  return secrets;
}

/** The description of a registered target. */
export const registeredTarget = (client: StudioClient, nameOrId: string): Promise<RegisteredTarget> =>
  client.call('GET', `/targets/${encodeURIComponent(nameOrId)}`);

export async function secretsFor(
  client: StudioClient,
  target: TargetSpec | string,
  env: Record<string, string | undefined>,
): Promise<Record<string, string>> {
  return secretsOf(typeof target === 'string' ? (await registeredTarget(client, target)).spec : target, env);
}

export function scopeFrom(args: Arguments): ScopeOptions {
  const allowedBy = args.text('allowed-by');
  const hours = args.text('hours');
  const rate = args.whole('rate', 1, 6_000);
  return {
    ...(allowedBy === undefined ? {} : { allowed_by: allowedBy }),
    ...(args.flag('allow-private') ? { allow_private: true } : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(rate === undefined ? {} : { rate_per_minute: rate }),
  };
}
