import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { MetricsService } from './metrics.service.ts';

const tag = 'outreach';
const which = {
  week: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({ description: 'The practice’s number of the week.' }),
  week_of: z.iso
    .date('must be a day of the calendar, such as 2025-10-06')
    .optional()
    .meta({ description: 'Any day of the week, such as 2025-10-06.' }),
  campaign: z.string().min(1).max(100).optional().meta({ description: 'Counts this campaign alone.' }),
};
const asOf = z.iso
  .datetime({ offset: true, error: 'must be an instant with its zone, such as 2025-10-11T04:30:00Z' })
  .optional()
  .meta({ description: 'Leaves out what happened later.' });
const named = z.string().min(1).max(300).optional().meta({ description: 'A number or a query; without it, all.' });

export function metricsRoutes(app: FastifyInstance, deps: { metrics: MetricsService }): void {
  const { metrics } = deps;

  addRoute(app, {
    ...{ method: 'GET', url: '/metrics', scope: 'read', tag },
    summary: 'Weeks of the practice with what was sent and what came of it, newest first',
    query: z.object({ campaign: which.campaign }),
    responses: {
      200: { description: 'items: week, week_of, campaigns, sent, replied, booked, response, goals, reflected_at' },
    },
    handler: async ({ query }) => ({ items: await metrics.weeks(query.campaign ?? null), next_cursor: null }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/metrics/week', scope: 'read', tag },
    summary: 'One week in figures, each with its source, and the queries behind them',
    query: z.object({ ...which, as_of: asOf }),
    responses: { 200: { description: 'The week' } },
    handler: ({ query }) => metrics.week(query),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/metrics/week/page', scope: 'read', tag },
    summary: 'One week as a page of its own, without script',
    query: z.object({ ...which, as_of: asOf }),
    responses: { 200: { description: 'The page', contentType: 'text/html' } },
    handler: async ({ query, reply }) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .send(await metrics.page(query)),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/metrics/week', scope: 'write', tag },
    summary:
      'Writes metrics_weekN.md and its page beside the sheet of prospects; of one campaign, metrics_weekN_NAME.md',
    body: z.strictObject({ ...which, explain: z.boolean().default(false) }),
    responses: { 200: { description: 'The week, and files: markdown, page' } },
    handler: ({ body: { explain, ...wanted } }) => metrics.write(wanted, explain),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/metrics/explain', scope: 'read', tag },
    summary: 'The queries behind a number, with their parameters, run again',
    query: z.object({ ...which, as_of: asOf, name: named }),
    responses: { 200: { description: 'figures with their sources, queries with their rows' } },
    handler: ({ query: { name, ...wanted } }) => metrics.explain(name ?? null, wanted),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/metrics/reflection', scope: 'write', tag },
    summary: 'Keeps what the week taught and the next iteration of the copy, and writes the week again with it',
    body: z.strictObject(which),
    responses: { 200: { description: 'The reflection, and files' } },
    handler: ({ body }) => metrics.reflect(body),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/metrics/reflections', scope: 'read', tag },
    summary: 'Reflections that were kept, newest first',
    responses: { 200: { description: 'items' } },
    handler: async () => ({ items: await metrics.reflections(), next_cursor: null }),
  });
}
