/** The OpenAPI 3.1 document of the routes that stand, made from what each route says of itself, and a page to read it. */
import { ERRORS } from '@sacred-qa/contracts/errors';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SESSION_COOKIE } from './auth.ts';
import { docsPage } from './docs-page.ts';
import type { RouteConfig, RouteResponse } from './routes.ts';

export interface OpenApiOperation {
  tags: string[];
  summary: string;
  description?: string;
  operationId: string;
  security: Record<string, string[]>[];
  'x-scope': string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: JsonSchema }[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
}

type JsonSchema = Record<string, unknown>;
type Documented = { method: string; url: string; config: RouteConfig };

/** Register before the routes: they are noted down as they are added. */
export function registerDocs(app: FastifyInstance, info: { title: string; version: string }): void {
  const routes: Documented[] = [];
  let built: { json: string; page: string } | null = null;
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.document && method !== 'HEAD')
      routes.push({ method: String(method), url, config: config as RouteConfig });
  });
  const build = () => {
    const document = buildDocument(routes, info);
    return { json: JSON.stringify(document), page: docsPage(document) };
  };
  const show = (url: string, type: string, of: 'json' | 'page') =>
    app.get(url, async (_request, reply) => {
      built ??= build();
      return reply
        .type(type)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .send(built[of]);
    });
  show('/api/v1/openapi.json', 'application/json; charset=utf-8', 'json');
  show('/docs', 'text/html; charset=utf-8', 'page');
}

export function buildDocument(
  routes: readonly Documented[],
  info: { title: string; version: string },
): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = { Problem: PROBLEM };
  const paths: OpenApiDocument['paths'] = {};
  for (const { method, url, config } of routes) {
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operationOf(config, method, path, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      ...info,
      description:
        'Times are ISO 8601 in UTC. Lists answer items and next_cursor. What goes wrong is a problem document (RFC 9457) with a stable code.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
  };
}

function operationOf(
  { scope, idempotent, document }: RouteConfig,
  method: string,
  path: string,
  schemas: Record<string, JsonSchema>,
): OpenApiOperation {
  const { params, query, headers, body } = document;
  return {
    tags: [document.tag],
    summary: document.summary,
    ...(document.description ? { description: document.description } : {}),
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    security: scope === 'public' ? [] : [{ key: [] }, { session: [] }],
    'x-scope': scope,
    parameters: [
      ...parametersOf(params, 'path', schemas),
      ...parametersOf(query, 'query', schemas),
      ...parametersOf(headers, 'header', schemas),
      ...(idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input', schemas) } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(document.responses).map(([code, of]) => [code, responseOf(of, code, schemas)]),
      ),
      default: { description: 'A problem', content: { 'application/problem+json': { schema: ref('Problem') } } },
    },
  };
}

function responseOf(response: RouteResponse, code: string, schemas: Record<string, JsonSchema>) {
  const { description, schema, contentType = 'application/json' } = response;
  if (code === '204' || Number(code) >= 400) return { description };
  const shape = schema ? schemaOf(schema, 'output', schemas) : {};
  return { description, content: { [contentType]: { schema: shape } } };
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query' | 'header',
  schemas: Record<string, JsonSchema>,
): OpenApiOperation['parameters'] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', schemas) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema: rest,
  }));
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** JSON Schema of a Zod schema; what it names goes among the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, JsonSchema>): JsonSchema {
  const {
    $schema: _,
    $defs = {},
    ...root
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries($defs)) {
    names.set(name, freeName(name.startsWith('__') ? 'Value' : name, definition, schemas));
  }
  const rename = (value: JsonSchema): JsonSchema =>
    JSON.parse(
      JSON.stringify(value).replaceAll(
        /"#\/\$defs\/([^"]+)"/g,
        (_all, name: string) => `"${ref(names.get(name) ?? name).$ref}"`,
      ),
    ) as JsonSchema;
  for (const [name, definition] of Object.entries($defs)) schemas[names.get(name) ?? name] = rename(definition);
  return rename(root);
}

/** The same name may stand for what goes in and, with defaults filled, for what comes out. */
function freeName(name: string, definition: JsonSchema, schemas: Record<string, JsonSchema>): string {
  const text = JSON.stringify(definition).replaceAll('#/$defs/', '#/components/schemas/');
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name}${n}`;
    const taken = schemas[candidate];
    if (taken === undefined || JSON.stringify(taken) === text) return candidate;
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A retry with the same key and body gets the first answer again, for 24 hours.',
  schema: { type: 'string', maxLength: 255 },
};

const PROBLEM: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    request_id: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    lineage_id: { type: 'string' },
  },
};
