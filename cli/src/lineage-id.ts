/** What a person types to name a place in a tree, made whole. */
import { formatPlace, type LineageTree, parsePlace } from '@sacred-qa/contracts/lineage';
import type { StudioClient } from './client.ts';
import { usageError } from './failure.ts';
import type { Page } from './paging.ts';

const PREFIX = /^([0-9a-f]{8}[0-9a-f-]{0,27})(?:\.(\d+))?$/;
const LOOKED_AT = 200;

/**
 * A lineage id; the id of a tree means its root; 8 or more first characters mean the one recent tree that begins so.
 * Throws a usage Failure when the text names none or several.
 */
export async function fullLineageId(client: StudioClient, typed: string): Promise<string> {
  const place = parsePlace(typed.toLowerCase());
  if (place !== null) return formatPlace(place);
  const [, prefix, seq = '0'] = PREFIX.exec(typed.toLowerCase()) ?? [];
  if (prefix === undefined) {
    throw usageError(
      `"${typed}" is no lineage id.`,
      'One looks like 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44.7; the id of the tree, or its first 8 characters, will do.',
    );
  }
  const { items } = await client.call<Page<LineageTree>>('GET', '/lineage', { query: { limit: LOOKED_AT } });
  const meant = items.filter((tree) => tree.root_id.startsWith(prefix));
  const [only] = meant;
  if (only === undefined) {
    throw usageError(`None of the last ${LOOKED_AT} trees begins with ${prefix}.`, 'See: studio lineage list');
  }
  if (meant.length > 1) {
    throw usageError(
      `${meant.length} trees begin with ${prefix}; type more of it:`,
      ...meant.map((tree) => tree.root_id),
    );
  }
  return `${only.root_id}.${seq}`;
}
