/** The API as a page to read: made from the OpenAPI document, without script and without the network. */
import { ERRORS } from '@sacred-qa/contracts/errors';
import type { OpenApiDocument, OpenApiOperation } from './openapi.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Schema = Record<string, unknown>;

export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const title = `${document.info.title} API ${document.info.version}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(document.info.description)} The machine’s form of this page: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<p>Every call but the public ones needs a key: <code>Authorization: Bearer KEY</code>. The first one lies in <code>admin.key</code> in the data folder.</p>
</header>
<nav aria-label="Parts of the API">${[...byTag.keys()].map((tag) => `<a href="#${anchor(tag)}">${escaped(tag)}</a>`).join(' ')} <a href="#problems">problems</a></nav>
<main>
${[...byTag].map(([tag, of]) => `<section id="${anchor(tag)}"><h2>${escaped(tag)}</h2>${of.map((one) => operationHtml(one, document)).join('')}</section>`).join('\n')}
${problemsHtml()}
</main>
</body>
</html>
`;
}

const anchor = (tag: string): string => tag.replaceAll(/[^a-z0-9]+/gi, '-');

function operationHtml(
  { path, method, operation }: { path: string; method: string; operation: OpenApiOperation },
  document: OpenApiDocument,
): string {
  const { parameters, requestBody, responses } = operation;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  return `<details id="${operation.operationId}">
<summary><span class="method ${method}">${method}</span> <code>${escaped(path)}</code> <span class="what">${escaped(operation.summary)}</span></summary>
${operation.description ? `<p>${escaped(operation.description)}</p>` : ''}
<p class="scope">${operation['x-scope'] === 'public' ? 'Public: no key needed.' : `Needs a key that may <b>${operation['x-scope']}</b>.`}</p>
${table(
  'Parameters',
  parameters.map((p) => [p.name, `${p.in}${p.required ? ', needed' : ''}`, typeOf(p.schema), p.description ?? '']),
)}
${body ? table('Body', fieldsOf(body, document)) : ''}
${table(
  'Answers',
  Object.entries(responses)
    .filter(([code]) => code !== 'default')
    .map(([code, of]) => [code, Object.keys(of.content ?? {})[0] ?? '', '', of.description]),
)}
</details>`;
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (row: readonly string[]) =>
    row.map((cell, i) => `<td>${i === 0 ? `<code>${escaped(cell)}</code>` : escaped(cell)}</td>`).join('');
  return `<h3>${title}</h3><div class="wide"><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table></div>`;
}

/** Name, needed or not, type and meaning of each field of an object; one row for anything else. */
function fieldsOf(schema: Schema, document: OpenApiDocument): string[][] {
  const resolved = resolve(schema, document);
  const { properties, required = [] } = resolved as { properties?: Record<string, Schema>; required?: string[] };
  if (properties === undefined) return [['(whole)', '', typeOf(resolved), String(resolved.description ?? '')]];
  return Object.entries(properties).map(([name, of]) => [
    name,
    required.includes(name) ? 'needed' : '',
    typeOf(of),
    String(of.description ?? ''),
  ]);
}

function resolve(schema: Schema, document: OpenApiDocument): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name === undefined ? schema : (document.components.schemas[name] ?? schema);
}

function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return [...new Set(choices.map((one) => typeOf(one as Schema)))].join(' | ');
  const limits = [
    schema.maxLength === undefined ? '' : `at most ${String(schema.maxLength)}`,
    schema.minimum === undefined ? '' : `from ${String(schema.minimum)}`,
    schema.maximum === undefined || schema.maximum === Number.MAX_SAFE_INTEGER ? '' : `to ${String(schema.maximum)}`,
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
  ].filter((one) => one !== '');
  return [String(schema.type ?? 'any'), ...limits].join(', ');
}

function problemsHtml(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, meaning }]) => [code, String(status), meaning]);
  return `<section id="problems"><h2>problems</h2><p>An answer of 400 and above is <code>application/problem+json</code>; its <code>code</code> is one of these.</p>${table('Codes', rows)}</section>`;
}

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1c1a17,#ece8e1);--dim:light-dark(#5f5a52,#a8a196);--line:light-dark(#ddd7cc,#3b372f);--paper:light-dark(#fdfcf9,#171512);--tint:light-dark(#f3efe6,#211e19);--link:light-dark(#0b5c55,#6fd0c5)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:2rem 1rem 6rem;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem}h2::first-letter{text-transform:uppercase}h3{font-size:.85rem;color:var(--dim);margin:1rem 0 .25rem}
a{color:var(--link)}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;border-block:1px solid var(--line);padding:.6rem 0;margin-top:1.5rem}
code{font:.9em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
details{border-bottom:1px solid var(--line);padding:.45rem 0}summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
summary::after{content:'+';margin-left:auto;color:var(--dim)}details[open]>summary::after{content:'\\2212'}summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.method{font:600 .75rem/1.6 ui-monospace,monospace;min-width:4.2rem;text-align:center;border:1px solid var(--line);border-radius:.3rem;background:var(--tint)}
.what{color:var(--dim)}.scope{color:var(--dim);margin:.5rem 0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}td{border-top:1px solid var(--line);padding:.3rem .75rem .3rem 0;vertical-align:top}
`;
