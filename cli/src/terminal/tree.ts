/** A tree drawn with ├─ and └─. Pure. */
import { cellsOf } from './cell-width.ts';

export interface Branch<Item> {
  item: Item;
  children: Branch<Item>[];
}

export interface DrawnLine<Item> {
  prefix: string;
  item: Item;
}

/** Hangs items under their parents, in the order given; one whose parent is absent becomes a root. */
export function growTree<Item>(
  items: readonly Item[],
  names: { idOf: (item: Item) => string; parentIdOf: (item: Item) => string | null },
): Branch<Item>[] {
  const branches = new Map(items.map((item) => [names.idOf(item), { item, children: [] as Branch<Item>[] }]));
  const roots: Branch<Item>[] = [];
  for (const branch of branches.values()) {
    const parentId = names.parentIdOf(branch.item);
    const parent = parentId === null ? undefined : branches.get(parentId);
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

/**
 * The lines from top to bottom. A prefix takes at most `maxPrefix` cells: deeper, `⋯N` says how many levels are not
 * drawn, so that the text of a deep act stays on the screen.
 */
export function* drawTree<Item>(roots: readonly Branch<Item>[], maxPrefix: number): Generator<DrawnLine<Item>> {
  const waiting: { branch: Branch<Item>; rails: string[]; depth: number }[] = [];
  const enqueue = (branches: readonly Branch<Item>[], rails: string[], depth: number): void => {
    for (let i = branches.length - 1; i >= 0; i -= 1) {
      const branch = branches[i];
      if (branch === undefined) continue;
      const isLast = i === branches.length - 1;
      waiting.push({ branch, rails: depth === 0 ? [] : [...rails, isLast ? '└─ ' : '├─ '], depth });
    }
  };
  enqueue(roots, [], 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield { prefix: shorten(next.rails, maxPrefix), item: next.branch.item };
    const below = next.rails.map((rail) => (rail === '├─ ' || rail === '│  ' ? '│  ' : '   '));
    enqueue(next.branch.children, below, next.depth + 1);
  }
}

function shorten(rails: readonly string[], maxPrefix: number): string {
  const whole = rails.join('');
  if (cellsOf(whole) <= maxPrefix) return whole;
  for (let dropped = 1; dropped < rails.length; dropped += 1) {
    const prefix = `⋯${dropped} ${rails.slice(dropped).join('')}`;
    if (cellsOf(prefix) <= maxPrefix) return prefix;
  }
  return `⋯${rails.length} `;
}
