import { StudioError } from '@sacred-qa/contracts/errors';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CampaignsService } from './campaigns.service.ts';
import { asPage, PREVIEW_POLICY } from './preview.ts';

const params = z.object({ name: z.string().min(1).max(100).meta({ description: 'The name of its folder.' }) });
const DAY_RULE = 'must be a day of the calendar, such as 2025-10-06';
const monday = z.iso.date(DAY_RULE).meta({ description: 'The Monday of the week, such as 2025-10-06.' });
const week = z.object({ week_of: monday.optional() });
const tag = 'outreach';
const mail = z.object({ id: z.uuid() });
const CALENDAR_DAYS_MAX = 100;
const DAY_MS = 86_400_000;

export function campaignsRoutes(app: FastifyInstance, deps: { campaigns: CampaignsService }): void {
  const { campaigns } = deps;

  addRoute(app, {
    ...{ method: 'GET', url: '/campaigns', scope: 'read', tag },
    summary: 'Campaigns that lie in the folders, and the weeks they were planned for',
    responses: { 200: { description: 'Names, and planned weeks, newest first' } },
    handler: async () => ({ names: await campaigns.list(), planned: await campaigns.planned() }),
  });

  const weekToCheck = z.strictObject({
    week_of: monday,
    offline: z.boolean().default(false).meta({ description: 'Fetches no link.' }),
  });
  addRoute(app, {
    ...{ method: 'POST', url: '/campaigns/:name/check', scope: 'read', tag, params, personal: true },
    summary: 'Reads the copy for the people it would go to, and fetches its links',
    body: weekToCheck,
    responses: { 200: { description: 'Slots, errors, flaws of the copy and its trust score' } },
    handler: ({ params: { name }, body }) => campaigns.check(name, body.week_of, body.offline),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/campaigns/:name/plan', scope: 'write', tag, params, personal: true },
    summary: 'Binds the campaign to a week and to people, and fixes every byte that will be sent',
    body: weekToCheck,
    responses: { 200: { description: 'The plan; with errors nothing was stored' } },
    handler: ({ params: { name }, body }) => campaigns.plan(name, body.week_of, body.offline),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/campaigns/:name/approve', scope: 'write', tag, params },
    summary: 'Approves exactly what was planned',
    body: z.strictObject({
      week_of: monday.optional(),
      by: z.string().min(2, 'must be a name of two letters or more').max(100),
      seen_at: z.iso.datetime().optional().meta({ description: 'updated_at of the plan that was looked at.' }),
      links_unseen: z.boolean().default(false).meta({ description: 'Also when a link was never seen to answer.' }),
    }),
    responses: { 200: { description: 'The campaign' } },
    handler: ({ params: { name }, body }) =>
      campaigns.approve(name, body.week_of ?? null, body.by, {
        ...{ linksUnseen: body.links_unseen, seenAt: body.seen_at },
      }),
  });

  const steps = {
    start: 'Lets an approved campaign run: due mails leave, due posts are published',
    pause: 'Nothing more leaves until it is resumed; what expires meanwhile stays unsent',
    resume: 'Goes on with what has not expired',
    cancel: 'Ends it: what has not left never will',
  } as const;
  for (const [step, summary] of Object.entries(steps) as [keyof typeof steps, string][]) {
    addRoute(app, {
      ...{ method: 'POST', url: `/campaigns/:name/${step}`, scope: 'write', tag, params, summary },
      body: z.strictObject({ week_of: monday.optional() }),
      responses: { 200: { description: 'The campaign' } },
      handler: ({ params: { name }, body }) => campaigns[step](name, body.week_of ?? null),
    });
  }

  addRoute(app, {
    ...{ method: 'GET', url: '/campaigns/:name/status', scope: 'read', tag, params, query: week },
    summary: 'Its state, mails by batch and state, posts, and the goals with what was reached',
    responses: { 200: { description: 'The campaign with its counts' } },
    handler: ({ params: { name }, query }) => campaigns.status(name, query.week_of ?? null),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/campaigns/:name/mails', scope: 'read', tag, params, personal: true },
    summary: 'The mails of a planned campaign, byte for byte as they will be sent',
    query: z.object({
      week_of: monday.optional(),
      after: z.coerce.number().int().min(0).default(0).meta({ description: 'How many to pass over.' }),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    responses: { 200: { description: 'Mails by time; bytes_base64 is null for one who was erased' } },
    handler: async ({ params: { name }, query }) => ({
      items: await campaigns.mails(name, query.week_of ?? null, query.after, query.limit),
    }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/campaigns/:name/recipients', scope: 'read', tag, params, query: week },
    summary: 'Who gets which mail and when, with the state of each',
    responses: { 200: { description: 'Mails by time, without their bytes' } },
    handler: async ({ params: { name }, query }) => ({
      items: await campaigns.recipients(name, query.week_of ?? null),
    }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/messages/:id/preview', scope: 'read', tag, params: mail, personal: true },
    summary: 'One mail as its reader will have it: headers, plain text and size, out of the bytes that are sent',
    responses: { 200: { description: 'The mail' } },
    async handler({ params: { id } }) {
      const { html, ...preview } = await campaigns.preview(id);
      return { ...preview, has_page: html !== null };
    },
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/messages/:id/page', scope: 'read', tag, params: mail, personal: true },
    summary: 'The HTML part of one mail, shut in: it runs nothing, loads nothing and leads nowhere',
    responses: { 200: { description: 'The page', contentType: 'text/html' } },
    async handler({ params: { id }, reply }) {
      const { html } = await campaigns.preview(id);
      if (html === null) throw new StudioError('not_found', 'This mail has no HTML part.');
      return reply
        .type('text/html; charset=utf-8')
        .headers({ 'content-security-policy': PREVIEW_POLICY, 'cache-control': 'no-store' })
        .send(asPage(html));
    },
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/calendar', scope: 'read', tag },
    summary:
      'What is due between two days: batches, follow-ups and posts of all campaigns with their state, and bookings',
    query: z
      .object({ from: z.iso.date(DAY_RULE), to: z.iso.date(DAY_RULE) })
      .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= CALENDAR_DAYS_MAX * DAY_MS, {
        message: `spans at most ${CALENDAR_DAYS_MAX} days, the first before the last`,
      }),
    responses: { 200: { description: 'By time; both days count whole, on the Indian clock' } },
    handler: ({ query }) => campaigns.agenda(query.from, query.to),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/campaigns/:name/scores', scope: 'read', tag, params, query: week },
    summary: 'The trust score of each iteration of the copy, with its reasons',
    responses: { 200: { description: 'Scores, oldest first' } },
    handler: async ({ params: { name }, query }) => ({ items: await campaigns.scores(name, query.week_of ?? null) }),
  });
}
