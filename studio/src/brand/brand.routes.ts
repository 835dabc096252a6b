import { brandChange } from '@sacred-qa/contracts/brand';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import type { BrandService } from './brand.service.ts';

export function brandRoutes(app: FastifyInstance, deps: { brand: BrandService }): void {
  addRoute(app, {
    method: 'GET',
    url: '/brand',
    scope: 'read',
    tag: 'brand',
    summary: 'The name, colour, logo and contact that reports bear, and what is wrong with its file',
    responses: { 200: { description: 'brand and fault' } },
    handler: () => deps.brand.read(),
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/brand',
    scope: 'admin',
    tag: 'brand',
    summary: 'Changes what reports bear; written to brand.yaml in the data folder',
    body: brandChange,
    responses: { 200: { description: 'brand and fault' } },
    handler: ({ body }) => deps.brand.change(body),
  });
}
