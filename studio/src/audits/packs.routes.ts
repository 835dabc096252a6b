import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LoadedPack } from './packs/load-pack.ts';
import { planAttempts } from './packs/plan-attempts.ts';

export interface PackShelf {
  list(): Promise<LoadedPack[]>;
  read(id: string): Promise<LoadedPack>;
}

export function packsRoutes(app: FastifyInstance, deps: { packs: PackShelf }): void {
  addRoute(app, {
    method: 'GET',
    url: '/packs',
    scope: 'read',
    tag: 'packs',
    summary: 'The packs that can be run',
    responses: { 200: { description: 'items: id, version, title, hash, and what a run asks' } },
    async handler() {
      return { items: (await deps.packs.list()).map(summaryOf), next_cursor: null };
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/packs/:id',
    scope: 'read',
    tag: 'packs',
    summary: 'A whole pack',
    params: z.object({ id: z.string().max(100) }),
    responses: { 200: { description: 'The summary, and the pack itself' } },
    async handler({ params }) {
      const loaded = await deps.packs.read(params.id);
      return { ...summaryOf(loaded), pack: loaded.pack };
    },
  });
}

function summaryOf(loaded: LoadedPack) {
  const { pack, hash } = loaded;
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    hash,
    repeats: pack.repeats,
    patterns: pack.patterns.length,
    cases: pack.patterns.reduce((sum, pattern) => sum + pattern.cases.length, 0),
    attempts: planAttempts(loaded, { repeats: pack.repeats }).length,
  };
}
