import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from './openapi.ts';
import { openToyApi, type ToyApi } from './testing.ts';

let api: ToyApi;
let document: OpenApiDocument;
beforeAll(async () => {
  api = await openToyApi();
  document = (await api.send({ url: '/api/v1/openapi.json', as: null })).json();
});
afterAll(() => api.app.close());

test('the document tells what each route takes, who may call it and what it answers', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/things/{id}']?.get).toMatchObject({
    operationId: 'getThingsId',
    security: [{ key: [] }, { session: [] }],
    'x-scope': 'read',
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 9, default: 5 } },
      { name: 'q', in: 'query', required: false },
    ],
  });
  expect(document.paths['/things']?.post).toMatchObject({
    parameters: [{ name: 'Idempotency-Key', in: 'header' }],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing2' } } } } },
  });
  // What goes in may leave the size out; what comes out has it.
  expect(document.components.schemas.Thing?.required).toEqual(['name']);
  expect(document.components.schemas.Thing2?.required).toEqual(['name', 'size']);
});

test('every reference in the document leads somewhere', () => {
  const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(document.components.schemas).toHaveProperty(name ?? '');
});

test('the page shows every operation and problem, without script and without the network', async () => {
  const page = await api.send({ url: '/docs', as: null });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  for (const path of Object.keys(document.paths)) expect(page.body).toContain(`<code>${path}</code>`);
  expect(page.body).toContain('<code>bad_cursor</code>');
  expect(page.body).not.toMatch(/<script|src=|https?:\/\//);
});
