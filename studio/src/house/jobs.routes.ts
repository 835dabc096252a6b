import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { Jobs } from '@sacred-qa/foundation/jobs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { HouseActs, HouseRun } from './house-acts.ts';

export interface JobsRoutesDeps {
  jobs: Pick<Jobs, 'list' | 'setSchedule' | 'requireKnown'>;
  /** Runs a job of the house now; throws `not_found` with the known names. */
  runJob: (name: string) => Promise<HouseRun>;
  house: HouseActs;
}

const params = z.object({ name: z.string().max(64) });

export function jobsRoutes(app: FastifyInstance, deps: JobsRoutesDeps): void {
  addRoute(app, {
    method: 'GET',
    url: '/jobs',
    scope: 'read',
    tag: 'jobs',
    summary: 'What the house does by itself, with the next three firings',
    responses: { 200: { description: 'items: name, cron, zone, next, last' } },
    async handler() {
      const jobs = await deps.jobs.list();
      const items = await Promise.all(
        jobs.map(async (job) => {
          const [last] = await deps.house.history(job.name, 1);
          return { ...job, next: job.next.map((date) => date.toISOString()), last: last ?? null };
        }),
      );
      return { items, next_cursor: null };
    },
  });

  addRoute(app, {
    method: 'PUT',
    url: '/jobs/:name',
    scope: 'admin',
    tag: 'jobs',
    summary: 'Gives a job another time; a bad cron or zone is refused',
    params,
    body: z.strictObject({ cron: z.string().min(1).max(200), zone: z.string().min(1).max(64).default('Asia/Kolkata') }),
    responses: { 200: { description: 'The job with its next three firings' } },
    async handler({ params, body }) {
      const job = await deps.jobs.setSchedule(params.name, body);
      return { ...job, next: job.next.map((date) => date.toISOString()) };
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/jobs/:name/run',
    scope: 'admin',
    tag: 'jobs',
    summary: 'Runs a job now and waits for it',
    params,
    responses: { 200: { description: 'run_id, lineage_id, state, detail' } },
    handler: ({ params }) => deps.runJob(params.name),
  });

  addRoute(app, {
    method: 'GET',
    url: '/jobs/:name/history',
    scope: 'read',
    tag: 'jobs',
    summary: 'The runs of a job, newest first',
    params,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) }),
    responses: { 200: { description: 'items' } },
    async handler({ params, query }) {
      deps.jobs.requireKnown(params.name);
      return { items: await deps.house.history(params.name, query.limit), next_cursor: null };
    },
  });
}
