/** What can be told of a target from its description alone. Without the schemas, so that the console need not load them. */
import type { TargetSpec } from './target.ts';

const PLACEHOLDER = /(?:\{|%7B){2}\s*(?:(env):)?([A-Za-z_][A-Za-z0-9_]*)\s*(?:\}|%7D){2}/gi;

export interface Placeholder {
  name: string;
  /** `{{env:NAME}}`: filled from the environment. */
  isEnv: boolean;
}

/** Every `{{…}}` in any string of a value. */
export const placeholdersIn = (value: unknown): Placeholder[] =>
  [...JSON.stringify(value).matchAll(PLACEHOLDER)].map(([, env, name = '']) => ({ name, isEnv: env !== undefined }));

/** The environment variables whose values a target needs before it can be asked. */
export function secretNames(spec: TargetSpec): string[] {
  if (spec.kind === 'browser') return [];
  if (spec.kind === 'function') return spec.env ?? [];
  if (spec.kind === 'mcp') return [...new Set([...(spec.env ?? []), ...Object.values(spec.headers_env ?? {})])];
  if (spec.kind === 'openai') return spec.key_env === undefined ? [] : [spec.key_env];
  const requests = [spec, ...(spec.session ?? [])];
  const inHeaders = requests.flatMap((request) => Object.values(request.headers_env));
  const inTexts = placeholdersIn(requests).flatMap(({ name, isEnv }) => (isEnv ? [name] : []));
  return [...new Set([...inHeaders, ...inTexts])];
}

/** Where a target is found, in one line for a person. */
export function addressOf(spec: TargetSpec): string {
  if (spec.kind === 'function') return `${spec.module}#${spec.export}`;
  if (spec.kind === 'mcp') return `${spec.url ?? spec.command?.join(' ')}#${spec.tool}`;
  return spec.url;
}
