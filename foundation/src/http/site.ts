/** A built single-page site: its files by name, and its page at every other path that a browser opens. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGE = 'index.html';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg']);
const FOR_EVER = 'public, max-age=31536000, immutable';

// Nothing inline, nothing from elsewhere; and no script may turn a text into markup (Trusted Types).
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // A mail as it will be sent, in a frame that may do nothing.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

interface SiteFile {
  type: string;
  bytes: Buffer;
  gzipped: Buffer | null;
}

/**
 * Files are read once, at the first request that finds them: a build that replaces them later shows after a restart.
 * `missing` is the page for a folder that holds no build.
 */
export function serveSite(app: FastifyInstance, site: { folder: string; missing: string }): void {
  let files: Map<string, SiteFile> | null = null;

  app.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/')) return reply.callNotFound();
    files ??= existsSync(join(site.folder, PAGE)) ? readSite(site.folder) : null;
    if (files === null) {
      if (!opensPage(request, path)) return reply.callNotFound();
      return secured(reply).code(503).type('text/html; charset=utf-8').send(site.missing);
    }
    const file = files.get(path.slice(1));
    if (file !== undefined && path !== `/${PAGE}`) {
      return send(request, reply.header('cache-control', path.startsWith('/assets/') ? FOR_EVER : 'no-cache'), file);
    }
    const page = files.get(PAGE);
    if (page === undefined || path.startsWith('/assets/') || !opensPage(request, path)) return reply.callNotFound();
    return send(request, secured(reply).header('cache-control', 'no-cache'), page);
  });
}

/** Scripts that ask for what is not there are told so; a person's browser gets the page, which knows its own paths. */
const opensPage = (request: FastifyRequest, path: string): boolean =>
  path === '/' || (request.headers.accept ?? '').includes('text/html');

const secured = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });

function send(request: FastifyRequest, reply: FastifyReply, file: SiteFile): FastifyReply {
  reply.type(file.type).header('vary', 'accept-encoding');
  const gzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return gzip && file.gzipped !== null
    ? reply.header('content-encoding', 'gzip').send(file.gzipped)
    : reply.send(file.bytes);
}

function readSite(folder: string): Map<string, SiteFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.flatMap((entry): [string, SiteFile][] => {
      const type = TYPES[extname(entry.name)];
      if (type === undefined) return [];
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const gzipped = COMPRESSED.has(extname(entry.name)) ? gzipSync(bytes) : null;
      return [[relative(folder, file).split(sep).join('/'), { type, bytes, gzipped }]];
    }),
  );
}
