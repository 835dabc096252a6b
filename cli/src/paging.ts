/** Reading lists of the API: one page as asked for, or all of it. */
import type { Arguments } from './arguments.ts';
import type { RequestOptions, StudioClient } from './client.ts';
import type { Output } from './output.ts';

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

const PAGE_MAX = 200;

/** The page that --limit and --cursor ask for. */
export function onePage<Item>(
  client: StudioClient,
  path: string,
  args: Arguments,
  query: NonNullable<RequestOptions['query']> = {},
): Promise<Page<Item>> {
  return client.call('GET', path, {
    query: { ...query, limit: args.whole('limit', 1, PAGE_MAX), cursor: args.text('cursor') },
  });
}

/** All of it, page by page. */
export async function allItems<Item>(client: StudioClient, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await client.call('GET', path, { query: { limit: PAGE_MAX, cursor } });
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** Says how to go on, where there is more. */
export function noteNextPage(out: Output, page: { next_cursor?: string | null }): void {
  if (page.next_cursor) out.note(`There is more: add --cursor ${page.next_cursor}`);
}
