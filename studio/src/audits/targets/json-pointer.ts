/** RFC 6901 JSON pointers, for reading an answer out of a reply. */

/** Undefined when nothing stands there. Looks only at what the JSON itself holds, never at inherited names. */
export function valueAt(json: unknown, pointer: string): unknown {
  if (pointer === '') return json;
  let value = json;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
