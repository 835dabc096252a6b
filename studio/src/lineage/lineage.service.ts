/** Reading, exporting and verifying trees. Writing goes through the repo's `append` inside the writer's transaction. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { LineageTree, LineageTreeRow, Place } from '@sacred-qa/contracts/lineage';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { LineageRepo } from './lineage.repo.ts';
import { type ChainVerdict, createChainVerifier, type PlacedNode } from './lineage.ts';
import { createTextCache } from './text-cache.ts';

/** A whole-tree answer never holds more; beyond it there is a cursor. */
export const TREE_PAGE_MAX = 5000;
const EXPORT_PAGE = 500;
const CACHED_PAGE_CHARS = 8_000_000;

export type LineageService = ReturnType<typeof createLineageService>;

export function createLineageService(deps: {
  db: Database;
  repo: LineageRepo;
  /** The first node that lists, by hash, what is no longer so; null when all is. */
  findChanged: (sql: Sql, nodes: readonly PlacedNode[]) => Promise<{ seq: number; reason: string } | null>;
}) {
  const { db, repo } = deps;
  // Nodes never change and the head of the chain names them all: under the same head a page stays what it was.
  const pages = createTextCache(CACHED_PAGE_CHARS);

  async function requirePlace(place: Place): Promise<void> {
    if ((await repo.place(db, place)) === null) {
      throw new StudioError('not_found', `There is no lineage node ${place.rootId}.${place.seq}.`);
    }
  }

  /** JSON text `{tree, nodes}` as PostgreSQL built it. Throws `not_found`. */
  async function treeJson(rootId: string, afterSeq = -1, limit = TREE_PAGE_MAX): Promise<string> {
    const body = await repo.treeJson(db, rootId, afterSeq, Math.min(limit, TREE_PAGE_MAX));
    if (body === null) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
    return body;
  }

  async function requireHead(rootId: string) {
    const head = await repo.head(db, rootId);
    if (head === null) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
    return head;
  }

  async function verify(rootId: string): Promise<ChainVerdict> {
    const head = await requireHead(rootId);
    const verifier = createChainVerifier(rootId);
    for (let after = -1; ; ) {
      const nodes = await repo.nodes(db, rootId, after, EXPORT_PAGE);
      // A node that came in after the header was read is not part of what the header claims.
      for (const node of nodes) if (node.seq < head.nodeCount) verifier.next(node);
      const changed = await deps.findChanged(db, nodes);
      if (changed !== null) return { ok: false, ...changed };
      const last = nodes.at(-1);
      if (last === undefined || last.seq >= head.nodeCount - 1) return verifier.end(head);
      after = last.seq;
    }
  }

  /** Null for a tree that leaves by retention while it is looked at: then nothing about it is broken. */
  async function verifyStanding(rootId: string): Promise<ChainVerdict | null> {
    let verdict: ChainVerdict | null = null;
    try {
      verdict = await verify(rootId);
    } catch (error) {
      if (!(error instanceof StudioError && error.code === 'not_found')) throw error;
    }
    return verdict?.ok || (await repo.head(db, rootId)) !== null ? verdict : null;
  }

  return {
    treeJson,

    /** A page of a tree and the seq after which the next one begins; null when this was the last. */
    async treePage(rootId: string, afterSeq: number, limit: number): Promise<{ json: string; nextSeq: number | null }> {
      const header = await repo.headerJson(db, rootId);
      if (header === null) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
      const { json, nodeCount, headHash } = header;
      const key = `${rootId} ${headHash} ${afterSeq} ${limit}`;
      let nodes = pages.get(key);
      if (nodes === undefined) {
        nodes = await repo.nodesJson(db, rootId, nodeCount, afterSeq, Math.min(limit, TREE_PAGE_MAX));
        pages.set(key, nodes);
      }
      const nextSeq = afterSeq + limit;
      return { json: `{"tree": ${json}, "nodes": ${nodes}}`, nextSeq: nextSeq + 1 < nodeCount ? nextSeq : null };
    },

    trees: (beforeRootId: string | null, limit: number): Promise<LineageTreeRow[]> =>
      repo.trees(db, beforeRootId, limit),

    async requireTree(rootId: string): Promise<LineageTree> {
      const tree = await repo.tree(db, rootId);
      if (tree === null) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
      return tree;
    },

    async childrenJson(place: Place, afterSeq: number, limit: number): Promise<string> {
      await requirePlace(place);
      return repo.childrenJson(db, place, afterSeq, limit);
    },

    async ancestorsJson(place: Place): Promise<string> {
      await requirePlace(place);
      return repo.ancestorsJson(db, place);
    },

    async subtreeJson(place: Place, afterSeq: number, limit: number): Promise<string> {
      await requirePlace(place);
      return repo.subtreeJson(db, place, afterSeq, limit);
    },

    /** The tree as JSON lines, the header first; pages through the tree, so its size does not matter. */
    async *export(rootId: string): AsyncGenerator<string> {
      const first = JSON.parse(await treeJson(rootId, -1, EXPORT_PAGE)) as {
        tree: unknown;
        nodes: { seq: number }[];
      };
      yield `${JSON.stringify(first.tree)}\n`;
      let { nodes } = first;
      while (nodes.length > 0) {
        yield `${nodes.map((node) => JSON.stringify(node)).join('\n')}\n`;
        const after = nodes.at(-1)?.seq ?? 0;
        if (nodes.length < EXPORT_PAGE) return;
        nodes = (JSON.parse(await treeJson(rootId, after, EXPORT_PAGE)) as { nodes: { seq: number }[] }).nodes;
      }
    },

    verify,

    /** Verifies tree after tree, oldest first, and hands each verdict on. */
    async *verifyAll(): AsyncGenerator<{ rootId: string; verdict: ChainVerdict }> {
      for (let after: string | null = null; ; ) {
        const rootIds: string[] = await repo.rootIds(db, after, EXPORT_PAGE);
        if (rootIds.length === 0) return;
        for (const rootId of rootIds) {
          const verdict = await verifyStanding(rootId);
          if (verdict !== null) yield { rootId, verdict };
        }
        after = rootIds.at(-1) ?? null;
      }
    },
  };
}
