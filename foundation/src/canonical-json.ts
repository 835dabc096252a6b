/**
 * JSON with sorted keys and no spaces: the one text form of a value, whatever order a store gives its keys back in.
 * Numbers print as JavaScript prints them; `undefined` members are left out, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members);
  // Then the engine's own text is the same, and far cheaper.
  if (isFlatAndSorted(members, keys)) return JSON.stringify(members);
  let text = '';
  for (const key of keys.sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function isFlatAndSorted(members: Record<string, unknown>, keys: readonly string[]): boolean {
  if (typeof members.toJSON === 'function') return false;
  let before = '';
  for (const key of keys) {
    if (key < before) return false;
    before = key;
    const member = members[key];
    if (typeof member === 'string' || typeof member === 'number' || member === null) continue;
    if (typeof member !== 'boolean' && member !== undefined) return false;
  }
  return true;
}
