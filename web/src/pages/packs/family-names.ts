/** What families of patterns are called: each has a pack of its own, which bears its name. */
import type { PackSummary } from '@sacred-qa/contracts/house';
import { useGet } from '../../api/queries.ts';
import { wordsOf } from '../../ui/format.ts';

export function useFamilyNames(): (family: string) => string {
  const packs = useGet<{ items: PackSummary[] }>('/packs');
  const titles = new Map(packs.data?.items.map(({ id, title }) => [id, title]));
  return (family) => titles.get(family) ?? wordsOf(family);
}
