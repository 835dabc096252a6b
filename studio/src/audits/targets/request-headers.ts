/** The secrets of a target, and the headers that carry them or were set by the user: these belong to one origin alone. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { secretNames } from '@sacred-qa/contracts/target-facts';

export type Secrets = (name: string) => string | undefined;

export interface KnownSecrets {
  /** The value of a variable that the target names; empty for any other. */
  valueOf: (name: string) => string;
  /** Values that must never stand in evidence. */
  toMask: readonly string[];
  /** What is wrong with the environment, in a sentence; then nothing can be asked. */
  problem?: string;
}

/** Below this length a "secret" would be found by chance in ordinary answers. */
const SHORTEST_SECRET = 8;

export function readSecrets(spec: TargetSpec, secrets: Secrets): KnownSecrets {
  const values = new Map(secretNames(spec).map((name) => [name, secrets(name)?.trim() ?? '']));
  const unset = [...values.keys()].find((name) => values.get(name) === '');
  const unfit = headerVariables(spec).find((name) => !/^[\x20-\x7e]*$/.test(values.get(name) ?? ''));
  return {
    valueOf: (name) => values.get(name) ?? '',
    toMask: [...values.values()].filter((value) => value.length >= SHORTEST_SECRET),
    ...(unset === undefined ? {} : { problem: `${unset} is not set.` }),
    ...(unfit === undefined ? {} : { problem: `The value of ${unfit} holds characters that no header can.` }),
  };
}

function headerVariables(spec: TargetSpec): string[] {
  if (spec.kind === 'mcp') return Object.values(spec.headers_env ?? {});
  if (spec.kind === 'function') return [];
  if (spec.kind !== 'http') return secretNames(spec);
  return [spec, ...(spec.session ?? [])].flatMap((request) => Object.values(request.headers_env));
}

/** Names in lower case. */
export const secretHeaders = (
  headersEnv: Readonly<Record<string, string>>,
  known: KnownSecrets,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headersEnv).map(([name, variable]) => [name.toLowerCase(), known.valueOf(variable)]),
  );
