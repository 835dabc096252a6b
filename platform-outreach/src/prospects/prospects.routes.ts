import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ConsentsService } from '../consents/consents.service.ts';
import type { SuppressionsService } from '../suppressions/suppressions.service.ts';
import { PROSPECT_ID } from './columns.ts';
import type { ErasureService } from './erasure.service.ts';
import type { ImportService } from './import.service.ts';
import type { ProspectsService } from './prospects.service.ts';
import type { SheetService } from './sheet.service.ts';
import { COLUMN_NAME, readSheet } from './sheet-text.ts';

const params = z.object({
  id: z.string().regex(PROSPECT_ID, 'is letters and a number, such as P-021').meta({ description: 'A prospect_id.' }),
});
const CONSENTS_SHOWN = 200;
/** A cell of the sheet; longer texts are letters, not notes. */
const cell = z.string().max(20_000);

export function prospectsRoutes(
  app: FastifyInstance,
  deps: {
    prospects: ProspectsService;
    sheet: SheetService;
    imports: ImportService;
    erasure: ErasureService;
    consents: ConsentsService;
    suppressions: SuppressionsService;
    cursors: Cursors;
  },
): void {
  const { prospects, sheet, imports, erasure, consents, suppressions, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/prospects',
    scope: 'read',
    tag: 'outreach',
    summary: 'Prospects in the order of their ids, with what became of each',
    query: z.object(pageQuery),
    responses: { 200: { description: 'A page: prospect_id, person, program' } },
    handler: ({ query }) =>
      readPage(cursors, 'prospects', query, { read: prospects.list, positionOf: (one) => one.prospect_id }),
  });

  // The text may be a name or an address, and what stands in a query is logged.
  addRoute(app, {
    method: 'POST',
    url: '/prospects/find',
    scope: 'read',
    personal: true,
    tag: 'outreach',
    summary: 'Prospects of whom a cell or the id holds a text; changes nothing',
    body: z.strictObject({
      text: z.string().trim().min(1).max(200),
      limit: z.int().min(1).max(200).default(100),
    }),
    responses: { 200: { description: 'items as in the list, and whether there are more' } },
    handler: ({ body }) => prospects.find(body.text, body.limit),
  });

  addRoute(app, {
    method: 'GET',
    url: '/prospects/:id',
    scope: 'read',
    tag: 'outreach',
    summary: 'One prospect, their consents, and whether they may be written to',
    params,
    responses: { 200: { description: 'prospect_id, person, program, may_write, consents' } },
    async handler({ params }) {
      const { id, ...prospect } = await prospects.get(params.id);
      const mayWrite = await suppressions.wouldWrite(id);
      const given = await consents.list(prospect.prospect_id, null, CONSENTS_SHOWN);
      return { ...prospect, may_write: mayWrite, consents: given };
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/prospects/import',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Takes people over from a list; known ones stay as they are unless `update` is set',
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            line: z.int().min(0),
            cells: z.record(z.string().regex(COLUMN_NAME, 'is no name of a column'), cell),
          }),
        )
        .max(1000),
      update: z.boolean().default(false),
      preview: z.boolean().default(false).meta({ description: 'Only says what it would do.' }),
    }),
    responses: { 200: { description: 'added, updated, unchanged, differing, changes, refused' } },
    handler: ({ body }) => imports.import(body.rows, { update: body.update, preview: body.preview }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/prospects/import/read',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Reads a list as any spreadsheet saves it, for a browser; stores nothing',
    body: z.strictObject({ csv_base64: z.base64() }),
    responses: { 200: { description: 'Its columns, and its rows as the import takes them' } },
    handler({ body }) {
      const { columns, rows } = readSheet(Buffer.from(body.csv_base64, 'base64'));
      return { columns, rows };
    },
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/prospects/:id',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Changes what is known of a person; the next merge brings it into the sheet',
    params,
    body: z.strictObject({ cells: z.record(z.string().regex(COLUMN_NAME, 'is no name of a column'), cell) }),
    responses: { 200: { description: 'prospect_id, person, program' } },
    async handler({ params, body }) {
      const { id: _, ...prospect } = await prospects.edit(params.id, body.cells);
      return prospect;
    },
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/prospects/:id',
    scope: 'admin',
    personal: true,
    tag: 'outreach',
    summary: 'Erases a person: their keys are destroyed, and no copy can be read again',
    params,
    responses: { 200: { description: 'prospect_id, and whether their row is out of the sheet' } },
    handler: ({ params }) => erasure.erase(params.id),
  });

  addRoute(app, {
    method: 'GET',
    url: '/sheet',
    scope: 'read',
    tag: 'outreach',
    summary: 'All prospects as a CSV sheet, safe to open in a spreadsheet',
    responses: { 200: { description: 'The sheet', contentType: 'text/csv' } },
    async handler({ reply }) {
      reply.type('text/csv; charset=utf-8');
      return reply.send(await sheet.export());
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/sheet/merge',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Merges prospects.csv with the store and writes both',
    description: 'Conflicts are told and stay as they are until `take` settles them for one side.',
    body: z.strictObject({
      take: z.enum(['sheet', 'store']).optional(),
      preview: z.boolean().default(false).meta({ description: 'Only says what it would do.' }),
    }),
    responses: { 200: { description: 'What was merged, conflicts and problems' } },
    handler: ({ body }) => (body.preview ? sheet.preview(body.take ?? null) : sheet.merge(body.take ?? null)),
  });
}
