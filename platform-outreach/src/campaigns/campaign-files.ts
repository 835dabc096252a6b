/** A campaign as it lies in its folder: the specification and all copy it names, read and checked together. */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type MailTemplate, type PostTemplate, parseMailTemplate, parsePostTemplate } from './content.ts';
import { type CampaignSpec, parseCampaignSpec } from './spec.ts';

export interface CampaignFiles {
  spec: CampaignSpec;
  mails: ReadonlyMap<string, MailTemplate>;
  posts: ReadonlyMap<string, PostTemplate>;
  /** Each Markdown file as it lies there, for the lines of what is found in it. */
  texts: ReadonlyMap<string, string>;
  /** SHA-256 over every file as it lies there. */
  contentHash: string;
}

const SPEC_FILE = 'campaign.yaml';
/** A letter, not a book; also guards against the wrong file. */
const FILE_MAX_BYTES = 256 * 1024;

/** `folders` in order: the first that has the campaign counts. Throws `not_found` or `validation_failed`. */
export async function readCampaign(folders: readonly string[], name: string): Promise<CampaignFiles> {
  const folder = await folderOf(folders, name);
  const spec = parseCampaignSpec(await textOf(join(folder, SPEC_FILE), SPEC_FILE), `${name}/${SPEC_FILE}`);
  if (spec.name !== name) {
    throw new StudioError(
      'validation_failed',
      `${name}/${SPEC_FILE}: it is named ${spec.name}; its folder is ${name}.`,
    );
  }
  const mailFiles = spec.batches.flatMap((batch) => [batch.content, ...batch.follow_ups.map((next) => next.content)]);
  const postFiles = spec.posts.map((post) => post.content);
  const texts = new Map<string, string>();
  for (const file of [...mailFiles, ...postFiles].toSorted()) texts.set(file, await textOf(join(folder, file), file));
  const read = <T>(files: readonly string[], parse: (text: string, file: string) => T) =>
    new Map(files.map((file) => [file, parse(texts.get(file) ?? '', file)]));
  return {
    spec,
    mails: read(mailFiles, parseMailTemplate),
    posts: read(postFiles, parsePostTemplate),
    texts,
    contentHash: hash('sha256', JSON.stringify([spec, ...texts])),
  };
}

/** Names of all campaigns that have a specification. */
export async function listCampaigns(folders: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory()) found.add(entry.name);
  }
  return [...found].toSorted();
}

async function folderOf(folders: readonly string[], name: string): Promise<string> {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    for (const folder of folders) {
      const entries = await readdir(join(folder, name)).catch(() => null);
      if (entries?.includes(SPEC_FILE)) return join(folder, name);
    }
  }
  const known = await listCampaigns(folders);
  throw new StudioError(
    'not_found',
    `There is no campaign ${name}. ${known.length === 0 ? 'None was found.' : `Known: ${known.join(', ')}.`}`,
  );
}

async function textOf(path: string, file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new StudioError('validation_failed', `${file} cannot be read; campaign.yaml names it.`, { cause: error });
  }
  if (bytes.length > FILE_MAX_BYTES) {
    throw new StudioError(
      'validation_failed',
      `${file} has more than ${FILE_MAX_BYTES / 1024} KB; is it the right file?`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new StudioError('validation_failed', `${file} is not UTF-8; save it as UTF-8.`, { cause: error });
  }
}
