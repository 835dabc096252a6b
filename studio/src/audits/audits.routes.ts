import { Readable } from 'node:stream';
import { auditEstimate, auditRequest, auditState, auditView, resumeRequest } from '@sacred-qa/contracts/audit';
import { comparison } from '@sacred-qa/contracts/comparison';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { retryIdOf } from '../sankalpa/own-sources.ts';
import { sitsHere } from '../targets/local-targets.hook.ts';
import { assertMayAllow } from '../targets/targets.service.ts';
import type { AuditsService } from './audits.service.ts';
import { jsonPieces } from './report/formats/json.ts';
import { TEXT_FORMATS } from './report/formats/report-formats.ts';
import type { PdfPrinter, PrintedPdf } from './report/print-pdf.ts';

const params = z.object({ id: z.uuid() });

const reportQuery = z.object({
  format: z.enum(['html', 'pdf', 'json', 'csv', 'junit', 'sarif', 'md']).default('html'),
  bom: z.stringbool().default(false).meta({ description: 'Begin CSV with a byte order mark.' }),
  summary_lang: z.enum(['en', 'hi']).default('en').meta({ description: 'hi adds a summary in Hindi.' }),
  monthly_users: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  loss_per_case_paise: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
});

export function auditsRoutes(
  app: FastifyInstance,
  deps: { audits: AuditsService; cursors: Cursors; printPdf: PdfPrinter },
): void {
  const { audits, cursors, printPdf } = deps;

  addRoute(app, {
    method: 'POST',
    url: '/audits',
    scope: 'write',
    tag: 'audits',
    summary: 'Audits a target, or takes up the newest unfinished run of the same plan',
    body: auditRequest,
    takesPack: true,
    idempotent: true,
    responses: {
      201: { description: 'A new run', schema: auditView },
      200: { description: 'An unfinished run, taken up again', schema: auditView },
    },
    async handler({ body, request, reply }) {
      assertMayAllow(body.scope, request.caller?.scope);
      const entry = request.idempotencyEntry;
      const retryId = entry === null ? undefined : retryIdOf(entry);
      const view = await audits.request(body, { retryId, sitsHere: sitsHere(request) });
      reply.code(view.resumed ? 200 : 201);
      return view;
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits',
    scope: 'read',
    tag: 'audits',
    summary: 'Audits, newest first',
    query: z.object({ ...pageQuery, state: auditState.optional() }),
    responses: { 200: { description: 'A page of audits' } },
    handler: ({ query }) =>
      readPage(cursors, 'audits', query, {
        read: (before, limit) => audits.list(query.state ?? null, before, limit),
        positionOf: (audit) => audit.id,
      }),
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits/:id',
    scope: 'read',
    tag: 'audits',
    summary: 'One audit with its totals, counted from rows',
    params,
    responses: { 200: { description: 'The audit', schema: auditView } },
    handler: ({ params }) => audits.get(params.id),
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/estimate',
    scope: 'read',
    tag: 'audits',
    summary: 'What an audit would take: calls, tokens, rupees; asks nobody and writes nothing',
    body: auditRequest,
    takesPack: true,
    responses: { 200: { description: 'The estimate', schema: auditEstimate } },
    handler({ body, request }) {
      assertMayAllow(body.scope, request.caller?.scope);
      return audits.estimate(body);
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/pause',
    scope: 'write',
    tag: 'audits',
    summary: 'Lets a run stand still; what is under way is waited for and kept',
    params,
    responses: { 200: { description: 'The audit', schema: auditView } },
    handler: ({ params }) => audits.pause(params.id),
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/resume',
    scope: 'write',
    tag: 'audits',
    summary: 'Lets a paused run go on, with a raised budget where one is given',
    params,
    body: resumeRequest,
    responses: { 200: { description: 'The audit', schema: auditView } },
    handler: ({ params, body, request }) => audits.resume(params.id, body, { sitsHere: sitsHere(request) }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/rescore',
    scope: 'write',
    tag: 'audits',
    summary: 'Judges the stored answers again by the detectors of now; the target is not asked, the old scores stay',
    params,
    query: z.object({
      judge: z.stringbool().default(false).meta({ description: 'Let the judge that is set refine the verdicts.' }),
      judge_may_be_target: z.stringbool().default(false),
    }),
    responses: { 200: { description: 'The audit', schema: auditView } },
    handler: ({ params, query }) =>
      audits.rescore(params.id, query.judge ? { mayBeTarget: query.judge_may_be_target } : null),
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/cancel',
    scope: 'write',
    tag: 'audits',
    summary: 'Stops a run; what was answered stays',
    params,
    responses: { 200: { description: 'The audit', schema: auditView } },
    handler: ({ params }) => audits.cancel(params.id),
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits/:id/scoring',
    scope: 'read',
    tag: 'audits',
    summary: 'By what the verdicts that count were given: a later scoring, and judges, where there were any',
    params,
    responses: { 200: { description: 'rescored, judging' } },
    handler: ({ params }) => audits.scoring(params.id),
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits/:id/findings',
    scope: 'read',
    tag: 'audits',
    summary: 'Findings by severity, with evidence',
    params,
    responses: { 200: { description: 'items' } },
    async handler({ params }) {
      const { findings } = await audits.findingsOf(params.id);
      return { items: findings, next_cursor: null };
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits/:id/report',
    scope: 'read',
    tag: 'audits',
    summary: 'The report: one offline HTML file, its data, or a form for other tools',
    params,
    query: reportQuery,
    responses: { 200: { description: 'The report', contentType: 'text/html' } },
    async handler({ params, query, reply }) {
      const data = await audits.reportData(params.id, {
        summaryLang: query.summary_lang === 'hi' ? 'hi' : undefined,
        monthlyUsers: query.monthly_users,
        lossPerCasePaise: query.loss_per_case_paise,
      });
      if (query.format === 'json') {
        return reply.type('application/json; charset=utf-8').send(Readable.from(jsonPieces(data)));
      }
      if (query.format !== 'html' && query.format !== 'pdf') {
        const { type, write } = TEXT_FORMATS[query.format];
        return reply.type(type).send(write(data, { bom: query.bom }));
      }
      const html = await audits.renderReport(data);
      if (query.format === 'pdf') return reply.type('application/pdf').send(await bytesOf(printPdf(html)));
      return reply
        .type('text/html; charset=utf-8')
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
        )
        .send(html);
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/audits/:id/compare/:other',
    scope: 'read',
    tag: 'audits',
    summary: 'What changed from one ended run to another, pattern by pattern, by exact tests',
    params: z.object({ id: z.uuid(), other: z.uuid() }),
    query: z.object({
      level: z.coerce.number().gt(0).lt(1).optional(),
      margin: z.coerce.number().gt(0).lt(1).optional(),
    }),
    responses: { 200: { description: 'The comparison', schema: comparison } },
    handler: ({ params, query }) => audits.compare({ a: params.id, b: params.other }, query),
  });
}

async function bytesOf(printing: Promise<PrintedPdf>): Promise<Buffer> {
  const printed = await printing;
  if (printed.kind === 'printed') return printed.bytes;
  if (printed.kind === 'no_browser') throw new StudioError('conflict', printed.detail);
  throw new StudioError('internal', printed.detail, { cause: printed.cause });
}
