import { Readable } from 'node:stream';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RetentionService } from '../retention/retention.service.ts';
import { type LineageService, TREE_PAGE_MAX } from './lineage.service.ts';
import type { ChainVerdict } from './lineage.ts';

export interface LineageRoutesDeps {
  lineage: LineageService;
  retention: RetentionService;
  cursors: Cursors;
}

const NDJSON = 'application/x-ndjson; charset=utf-8';
const idParams = z.object({
  id: z.string().max(60).meta({ description: 'A lineage id, <root>.<number>, or a tree’s root.' }),
});
const nodesPage = {
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(TREE_PAGE_MAX).default(TREE_PAGE_MAX),
};
type NodesQuery = { cursor?: string | undefined; limit: number };

function placeOf(id: string): Place {
  const place = parsePlace(id);
  if (place === null)
    throw new StudioError('not_found', `${id.slice(0, 60)} is no lineage id: it looks like <uuid>.<number>.`);
  return place;
}

const verdictView = (rootId: string, verdict: ChainVerdict) =>
  verdict.ok
    ? { root_id: rootId, ok: true, nodes: verdict.nodes, head_hash: verdict.headHash }
    : { root_id: rootId, ok: false, seq: verdict.seq, reason: verdict.reason };

const sendJson = (reply: FastifyReply, text: string) => reply.type('application/json; charset=utf-8').send(text);

export function lineageRoutes(app: FastifyInstance, deps: LineageRoutesDeps): void {
  readRoutes(app, deps);
  checkRoutes(app, deps);
  holdRoutes(app, deps);
}

function readRoutes(app: FastifyInstance, { lineage, cursors }: LineageRoutesDeps): void {
  const common = { method: 'GET', scope: 'read', tag: 'lineage', params: idParams } as const;

  addRoute(app, {
    method: 'GET',
    url: '/lineage',
    scope: 'read',
    tag: 'lineage',
    summary: 'The trees, newest first',
    query: z.object(pageQuery),
    responses: { 200: { description: 'A page of tree headers' } },
    handler: ({ query }) =>
      readPage(cursors, 'lineage', query, {
        read: (before, limit) => lineage.trees(before, limit),
        positionOf: (tree) => tree.root_id,
      }),
  });

  addRoute(app, {
    ...common,
    url: '/lineage/:id',
    summary: 'The whole tree that an id belongs to, in order of seq',
    description: `At most ${TREE_PAGE_MAX} nodes a page; next_cursor leads on.`,
    query: z.object(nodesPage),
    responses: { 200: { description: 'tree, nodes, next_cursor' } },
    async handler({ params, query, reply }) {
      const { rootId } = placeOf(params.id);
      const list = `tree ${rootId}`;
      const after = query.cursor === undefined ? -1 : Number(cursors.decode(list, query.cursor));
      const page = await lineage.treePage(rootId, after, query.limit);
      const next = page.nextSeq === null ? 'null' : JSON.stringify(cursors.encode(list, String(page.nextSeq)));
      // The text is what PostgreSQL built; only the cursor is put before its last brace.
      return sendJson(reply, `${page.json.slice(0, page.json.lastIndexOf('}'))}, "next_cursor": ${next}}`);
    },
  });

  const page = async (
    reply: FastifyReply,
    query: NodesQuery,
    list: string,
    read: (after: number, limit: number) => Promise<string>,
  ) => {
    const after = query.cursor === undefined ? -1 : Number(cursors.decode(list, query.cursor));
    const nodes = JSON.parse(await read(after, query.limit + 1)) as { seq: number }[];
    const shown = nodes.slice(0, query.limit);
    const last = shown.at(-1);
    const next_cursor = nodes.length > query.limit && last ? cursors.encode(list, String(last.seq)) : null;
    return sendJson(reply, JSON.stringify({ nodes: shown, next_cursor }));
  };

  addRoute(app, {
    ...common,
    url: '/lineage/:id/children',
    summary: 'The children of a node',
    query: z.object(nodesPage),
    responses: { 200: { description: 'nodes, next_cursor' } },
    handler: ({ params, query, reply }) =>
      page(reply, query, `children ${params.id}`, (after, limit) =>
        lineage.childrenJson(placeOf(params.id), after, limit),
      ),
  });

  addRoute(app, {
    ...common,
    url: '/lineage/:id/subtree',
    summary: 'A node and all below it',
    query: z.object(nodesPage),
    responses: { 200: { description: 'nodes, next_cursor' } },
    handler: ({ params, query, reply }) =>
      page(reply, query, `subtree ${params.id}`, (after, limit) =>
        lineage.subtreeJson(placeOf(params.id), after, limit),
      ),
  });

  addRoute(app, {
    ...common,
    url: '/lineage/:id/ancestors',
    summary: 'The way from the root down to a node',
    responses: { 200: { description: 'nodes, the root first' } },
    async handler({ params, reply }) {
      return sendJson(reply, `{"nodes":${await lineage.ancestorsJson(placeOf(params.id))}}`);
    },
  });
}

function checkRoutes(app: FastifyInstance, { lineage }: LineageRoutesDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/lineage/:id/export',
    scope: 'read',
    tag: 'lineage',
    summary: 'A tree as JSON lines, its header first',
    params: idParams,
    responses: { 200: { description: 'JSON lines', contentType: 'application/x-ndjson' } },
    async handler({ params, reply }) {
      const { rootId } = placeOf(params.id);
      await lineage.requireTree(rootId);
      return reply.type(NDJSON).send(Readable.from(lineage.export(rootId)));
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/lineage/:id/verify',
    scope: 'read',
    tag: 'lineage',
    summary: 'Recomputes a tree’s hash chain',
    params: idParams,
    responses: { 200: { description: 'ok, or the first node that does not fit and why' } },
    async handler({ params }) {
      const { rootId } = placeOf(params.id);
      return verdictView(rootId, await lineage.verify(rootId));
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/lineage/verify',
    scope: 'read',
    tag: 'lineage',
    summary: 'Recomputes every hash chain, tree by tree',
    responses: { 200: { description: 'JSON lines, one verdict a tree', contentType: 'application/x-ndjson' } },
    handler({ reply }) {
      const lines = async function* () {
        for await (const { rootId, verdict } of lineage.verifyAll())
          yield `${JSON.stringify(verdictView(rootId, verdict))}\n`;
      };
      return reply.type(NDJSON).send(Readable.from(lines()));
    },
  });
}

function holdRoutes(app: FastifyInstance, { lineage, retention }: LineageRoutesDeps): void {
  addRoute(app, {
    method: 'PUT',
    url: '/lineage/:id/hold',
    scope: 'admin',
    tag: 'lineage',
    summary: 'Puts a tree under legal hold: it does not leave, however old it is',
    params: idParams,
    body: z.strictObject({ reason: z.string().min(3).max(1000) }),
    responses: { 200: { description: 'The tree’s header' } },
    async handler({ params, body }) {
      const { rootId } = placeOf(params.id);
      await retention.hold(rootId, body.reason);
      return lineage.requireTree(rootId);
    },
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/lineage/:id/hold',
    scope: 'admin',
    tag: 'lineage',
    summary: 'Ends a legal hold',
    params: idParams,
    responses: { 200: { description: 'The tree’s header' } },
    async handler({ params }) {
      const { rootId } = placeOf(params.id);
      await retention.release(rootId);
      return lineage.requireTree(rootId);
    },
  });
}
