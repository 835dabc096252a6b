/** The headers that belong to the typed origin alone: keys from the environment and what the user set. */
import type { TargetSpec } from '@sacred-qa/contracts/target';

export type Secrets = (name: string) => string | undefined;

export interface OwnHeaders {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Values that must never stand in evidence. */
  secrets: readonly string[];
  /** What is wrong with the environment, in a sentence; then nothing can be asked. */
  problem?: string;
}

/** Below this length a "secret" would be found by chance in ordinary answers. */
const SHORTEST_SECRET = 8;

export function ownHeaders(spec: TargetSpec, secrets: Secrets): OwnHeaders {
  const headers: Record<string, string> = {};
  const values: string[] = [];
  if (spec.kind === 'http') {
    for (const [name, value] of Object.entries(spec.headers)) headers[name.toLowerCase()] = value;
  }
  for (const { header, variable, prefix } of secretHeadersOf(spec)) {
    const value = secrets(variable)?.trim();
    if (value === undefined || value === '') return { headers, secrets: values, problem: `${variable} is not set.` };
    if (!/^[\x20-\x7e]*$/.test(value)) {
      return { headers, secrets: values, problem: `The value of ${variable} holds characters that no header can.` };
    }
    headers[header] = prefix + value;
    if (value.length >= SHORTEST_SECRET) values.push(value);
  }
  return { headers, secrets: values };
}

function secretHeadersOf(spec: TargetSpec): { header: string; variable: string; prefix: string }[] {
  if (spec.kind === 'openai') {
    return spec.key_env === undefined ? [] : [{ header: 'authorization', variable: spec.key_env, prefix: 'Bearer ' }];
  }
  return Object.entries(spec.headers_env).map(([name, variable]) => ({
    header: name.toLowerCase(),
    variable,
    prefix: '',
  }));
}
