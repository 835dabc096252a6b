/** Builds the console into `dist`, unless what lies there was made from the same sources. Run by `npm start`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { siteFolder } from './site.ts';

const here = import.meta.dirname;
const MAIN = 'src/main.tsx';
/** Names the sources that a build was made from. */
const MARK = 'sources.txt';

export interface BuiltConsole {
  files: Map<string, Uint8Array>;
  /** Of each JavaScript file: which it imports at once, and which source file it stands for. */
  outputs: Metafile['outputs'];
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** All that decides how the console comes out; the lock file stands for the packages. */
function sourcesHash(): string {
  const root = join(here, '..');
  const own = ['index.html', 'icon.svg', 'build.ts'].map((name) => join(here, name));
  const files = [...filesUnder(join(here, 'src')), ...filesUnder(join(root, 'contracts/src')), ...own];
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'package-lock.json')]) {
    hash
      .update(`${relative(root, file)}\n`)
      .update(readFileSync(file))
      .update('\n');
  }
  return hash.digest('hex');
}

/** Every stylesheet in one file, tokens first: it is small, and no page waits for a second one. */
function stylesheet(): string {
  const modules = filesUnder(join(here, 'src')).filter((file) => file.endsWith('.module.css'));
  const all = ['styles/tokens.css', 'styles/fonts.css', 'styles/base.css'].map((name) => join(here, 'src', name));
  return [...all, ...modules].map((file) => `@import "./${relative(here, file)}";`).join('\n');
}

export async function buildConsole(): Promise<BuiltConsole> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: here,
    entryPoints: [MAIN],
    stdin: { contents: stylesheet(), loader: 'css', resolveDir: here, sourcefile: 'console.css' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    legalComments: 'external',
    metafile: true,
    write: false,
    outdir: 'dist',
    publicPath: '/',
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
  });
  const main = Object.keys(metafile.outputs).find((name) => metafile.outputs[name]?.entryPoint === MAIN) ?? '';
  const style = outputFiles.find(({ path }) => /stdin-\w+\.css$/.test(path))?.path ?? '';
  // Each module of script brings its styles along a second time; they all stand in the one sheet.
  const kept = outputFiles.filter(({ path }) => path === style || !path.endsWith('.css'));
  const files = new Map(kept.map(({ path, contents }) => [relative(join(here, 'dist'), path), contents]));
  const assets = [
    `<link rel="stylesheet" href="/${relative(join(here, 'dist'), style)}">`,
    `<script type="module" src="/${relative('dist', main)}"></script>`,
    ...importsOf(main, metafile.outputs).map((name) => `<link rel="modulepreload" href="/${relative('dist', name)}">`),
  ];
  const page = readFileSync(join(here, 'index.html'), 'utf8').replace('<!-- assets -->', assets.join('\n    '));
  files.set('index.html', Buffer.from(page));
  files.set('icon.svg', readFileSync(join(here, 'icon.svg')));
  return { files, outputs: metafile.outputs };
}

/** What a file of script needs before it runs. */
export function importsOf(output: string, outputs: Metafile['outputs'], seen = new Set<string>()): string[] {
  for (const { path, kind } of outputs[output]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(path)) continue;
    seen.add(path);
    importsOf(path, outputs, seen);
  }
  return [...seen];
}

function isFresh(hash: string): boolean {
  try {
    return readFileSync(join(siteFolder, MARK), 'utf8') === hash;
  } catch {
    return false;
  }
}

/** True when it had to build. The new folder takes the place of the old one whole, never file by file. */
export async function ensureConsole(): Promise<boolean> {
  const hash = sourcesHash();
  if (isFresh(hash)) return false;
  const { files } = await buildConsole();
  const made = `${siteFolder}.${process.pid}`;
  const old = `${made}.old`;
  for (const [name, bytes] of [...files, [MARK, Buffer.from(hash)] as const]) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), bytes);
  }
  try {
    renameSync(siteFolder, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(made, siteFolder);
  rmSync(old, { recursive: true, force: true });
  return true;
}

if (process.argv[1] === import.meta.filename && (await ensureConsole()))
  process.stderr.write('The console was built.\n');
