/** `studio brand`: show, set. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Brand, brandChange } from '@sacred-qa/contracts/brand';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Arguments } from '../arguments.ts';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { formatBytes } from '../terminal/bytes.ts';

interface KeptBrand {
  brand: Brand;
  fault: string | null;
}

const LOGO_TYPES: Record<string, string> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.svg': 'svg+xml',
};
const LOGO_MAX_BYTES = 100_000;

/** The picture as a data URI; null takes the logo away; undefined when none is named. */
function logoFrom(args: Arguments): string | null | undefined {
  const file = args.text('logo');
  if (file === undefined) return undefined;
  if (file === 'none') return null;
  const type = LOGO_TYPES[extname(file).toLowerCase()];
  if (type === undefined) throw usageError(`${file} is no PNG, JPEG, WebP or SVG picture.`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
  if (bytes.length === 0) throw usageError(`${file} is empty.`);
  if (bytes.length > LOGO_MAX_BYTES) {
    throw usageError(`${file} has ${formatBytes(bytes.length)}; a logo may have 100 kB, so that reports stay small.`);
  }
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}

function print(out: Output, { brand, fault }: KeptBrand): void {
  out.fields([
    ['name', brand.name],
    ['colour', brand.colour],
    ['logo', brand.logo === null ? 'none' : (/^data:([^;]+)/.exec(brand.logo)?.[1] ?? '')],
    ['contact', brand.contact],
  ]);
  if (fault !== null) out.note(`The file is not used: ${fault}`);
}

const show: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const kept = await client.call<KeptBrand>('GET', '/brand');
    print(out, kept);
    out.json(kept);
    return kept.fault === null ? EXIT.ok : EXIT.refused;
  });

const set: Command = async ({ args, out, withStudio }) => {
  const given = {
    name: args.text('name'),
    colour: args.text('colour'),
    contact: args.text('contact'),
    logo: logoFrom(args),
  };
  const checked = brandChange.safeParse(given);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw usageError(`${issue?.path.join('.') ? `--${issue.path.join('.')}` : 'The command'} ${issue?.message}.`);
  }
  return withStudio(async (client) => {
    const kept = await client.call<KeptBrand>('PATCH', '/brand', { body: given });
    print(out, kept);
    out.json(kept);
    return EXIT.ok;
  });
};

export const commands: Commands = { show, set };
