/**
 * Owns the way from a pack's text to a pack that may be run: parsed, checked field by field, and, when it is not one of
 * ours, proved on its own samples. Ours are proved by a test: a proof of all takes longer than a start.
 */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type FieldError, StudioError } from '@sacred-qa/contracts/errors';
import { type Pack, pack as packSchema } from '@sacred-qa/contracts/pack';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { parseDocument } from 'yaml';
import { checkPack } from './self-check.ts';

export interface LoadedPack {
  pack: Pack;
  /** SHA-256 of the pack's canonical JSON: the same for YAML and JSON, whatever the order of keys. */
  hash: string;
}

const PACKS_FOLDER = join(import.meta.dirname, '../../../packs');
const PACK_FILES = new Set(['.yaml', '.yml', '.json']);
const MOST_ERRORS_TOLD = 10;

function refusal(fileName: string, errors: FieldError[]): StudioError {
  const told = errors.slice(0, MOST_ERRORS_TOLD).map((error) => error.detail);
  const more = errors.length - told.length;
  const detail = `${fileName}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return new StudioError('validation_failed', detail, { errors });
}

function parse(text: string, fileName: string): unknown {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const [error] = document.errors;
  if (error === undefined) return document.toJS({ maxAliasCount: 100 });
  throw refusal(fileName, [{ pointer: '', detail: error.message.trim() }]);
}

/** `patterns.3.cases.0.ideal` in words that lead an author to the place: the ids, not the places in a list. */
function nameOf(path: readonly PropertyKey[], raw: unknown): string {
  const names: string[] = [];
  let value: unknown = raw;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    const last = names.at(-1);
    if (typeof key !== 'number') names.push(String(key));
    else if (last === 'patterns' || last === 'cases') {
      names[names.length - 1] = `${last === 'patterns' ? 'pattern' : 'case'} ${typeof id === 'string' ? id : key + 1}`;
    } else names.push(String(key + 1));
  }
  return names.join(', ');
}

function checkedShape(raw: unknown, fileName: string): Pack {
  const parsed = packSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw refusal(
    fileName,
    parsed.error.issues.map((issue) => ({
      pointer: issue.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      detail: `${nameOf(issue.path, raw) || 'the pack'}: ${issue.message}`,
    })),
  );
}

/** Reads a pack from YAML or JSON text. `fileName` only names it in errors (`validation_failed`). */
export function loadPack(text: string, fileName: string): LoadedPack {
  return provePack(checkedShape(parse(text, fileName), fileName), fileName);
}

/** Hashes of packs that were proved, whatever text they came in: a proof takes a while. */
const sound = new Set<string>();
const MOST_SOUND = 50;

/** A pack of the right shape, proved on its own samples; `name` only names it in errors (`validation_failed`). */
export function provePack(pack: Pack, name: string): LoadedPack {
  const packHash = hash('sha256', canonicalJson(pack));
  if (sound.has(packHash)) return { pack, hash: packHash };
  const problems = checkPack(pack);
  if (problems.length > 0) throw refusal(name, problems);
  if (sound.size >= MOST_SOUND) sound.clear();
  sound.add(packHash);
  return { pack, hash: packHash };
}

const FULL = { id: 'india-full', version: '1.0.0', title: 'India, every pattern', repeats: 3 };

/** Pack id to the file that holds it, relative to the packs folder. */
async function packFiles(): Promise<Map<string, string>> {
  const names = await readdir(PACKS_FOLDER, { recursive: true });
  const files = names.filter((name) => PACK_FILES.has(extname(name))).toSorted();
  return new Map(files.map((name) => [basename(name, extname(name)), name]));
}

/** Our packs as they were read, by the name of their file: they do not change while the program runs. */
const ours = new Map<string, Promise<LoadedPack>>();

async function readOurs(name: string): Promise<LoadedPack> {
  const pack = checkedShape(parse(await readFile(join(PACKS_FOLDER, name), 'utf8'), name), name);
  return { pack, hash: hash('sha256', canonicalJson(pack)) };
}

function loadFile(name: string): Promise<LoadedPack> {
  const known = ours.get(name) ?? readOurs(name);
  ours.set(name, known);
  return known;
}

/** Every pattern of every pack in one. */
function fullPack(packs: readonly LoadedPack[]): LoadedPack {
  const pack = { ...FULL, patterns: packs.flatMap((loaded) => loaded.pack.patterns) };
  const [twice] = pack.patterns.filter((pattern, i) => pack.patterns.findIndex(({ id }) => id === pattern.id) !== i);
  if (twice !== undefined) throw new TypeError(`two packs have a pattern ${twice.id}`);
  return { pack, hash: hash('sha256', canonicalJson(pack)) };
}

async function loadFiles(): Promise<LoadedPack[]> {
  return Promise.all([...(await packFiles()).values()].map(loadFile));
}

/** The packs that come with the program: the micro pack, one a family, and all of them in one. */
export async function listPacks(): Promise<LoadedPack[]> {
  const packs = await loadFiles();
  return [...packs, fullPack(packs)];
}

/** The pack with this id; its file bears the id as its name. `not_found` when there is none. */
export async function readPack(id: string): Promise<LoadedPack> {
  if (id === FULL.id) return fullPack(await loadFiles());
  const files = await packFiles();
  const name = files.get(id);
  if (name !== undefined) return loadFile(name);
  throw new StudioError('not_found', `There is no pack ${id}. Known: ${[...files.keys(), FULL.id].join(', ')}.`);
}
