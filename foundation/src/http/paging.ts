/** How every list of the API is asked for and answered. */

import { z } from 'zod';
import type { Cursors } from './cursor.ts';

export const pageQuery = {
  cursor: z.string().max(2000).optional().meta({ description: 'next_cursor of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** A list ordered by one position, which `positionOf` reads off its last item. */
export async function readPage<Item>(
  cursors: Cursors,
  list: string,
  query: { cursor?: string | undefined; limit: number },
  options: { read: (after: string | null, limit: number) => Promise<Item[]>; positionOf: (item: Item) => string },
): Promise<Page<Item>> {
  const after = query.cursor === undefined ? null : String(cursors.decode(list, query.cursor));
  const found = await options.read(after, query.limit + 1);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  const more = found.length > query.limit && last !== undefined;
  return { items, next_cursor: more ? cursors.encode(list, options.positionOf(last)) : null };
}
