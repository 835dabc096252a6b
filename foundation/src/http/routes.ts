/** One way to add a route: what it takes, who may call it and what it answers, told once to server and document. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { MAX_PACK_BODY_BYTES } from './json-body.ts';

/** What a key must be allowed to do; `public` needs none. */
export type RouteScope = 'public' | 'read' | 'write' | 'admin';

export interface RouteResponse {
  description: string;
  schema?: z.ZodType;
  /** JSON when left out. */
  contentType?: string;
}

export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface Route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  scope: RouteScope;
  tag: string;
  summary: string;
  description?: string;
  params?: Params;
  query?: Query;
  /** Headers that the handler reads by itself; told to the document. */
  headers?: z.ZodType;
  body?: Body;
  /** The handler is given the body unchecked, because it logs also what it refuses. */
  ownBodyCheck?: boolean;
  /** The body may hold a pack, and so be larger than others. */
  takesPack?: boolean;
  /** Honours Idempotency-Key. */
  idempotent?: boolean;
  /** Body and answer tell of a person: the audit trail keeps that it was called, not what was said. */
  personal?: boolean;
  responses: Record<number, RouteResponse>;
  handler(input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>): unknown;
}

/** What the document is told of a route, carried in Fastify's own route config. */
export interface RouteConfig {
  scope: RouteScope;
  idempotent: boolean;
  personal: boolean;
  document: Omit<Route<z.ZodType, z.ZodType, z.ZodType>, 'handler'>;
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<RouteConfig> {}
}

export function addRoute<
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
>(app: FastifyInstance, route: Route<Params, Query, Body>): void {
  const { handler, ...document } = route;
  app.route({
    method: route.method,
    url: route.url,
    ...(route.takesPack ? { bodyLimit: MAX_PACK_BODY_BYTES } : {}),
    config: { scope: route.scope, idempotent: route.idempotent ?? false, personal: route.personal ?? false, document },
    schema: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body && !route.ownBodyCheck ? { body: route.body } : {}),
    },
    handler: async (request, reply) =>
      handler({
        params: request.params as z.output<Params>,
        query: request.query as z.output<Query>,
        body: request.body as z.output<Body>,
        request,
        reply,
      }),
  });
}
