/** Owns `brand.yaml` in the data folder: the name, colour, logo and contact that reports bear. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Brand, type BrandChange, brand } from '@sacred-qa/contracts/brand';
import { StudioError } from '@sacred-qa/contracts/errors';
import { parseDocument, stringify } from 'yaml';

export interface KeptBrand {
  brand: Brand;
  /** Why the file cannot be used, in which case the brand is the studio’s own; null when it can, or is not there. */
  fault: string | null;
}

export type BrandService = ReturnType<typeof createBrandService>;

export function createBrandService({ file }: { file: string }) {
  /** Read each time: the file is small, and a person may edit it while the studio runs. */
  function read(): KeptBrand {
    const own = brand.parse({});
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { brand: own, fault: code === 'ENOENT' ? null : `${file} cannot be read: ${message}` };
    }
    const document = parseDocument(text);
    const [broken] = document.errors;
    if (broken !== undefined) return { brand: own, fault: `${file}: ${broken.message.split('\n')[0]}` };
    const parsed = brand.safeParse(document.toJS() ?? {});
    if (parsed.success) return { brand: parsed.data, fault: null };
    const told = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} ${message}`);
    return { brand: own, fault: `${file}: ${told.join('; ')}` };
  }

  return {
    read,

    /** Refuses to write over a file that it cannot read: someone wrote it by hand. */
    change(given: BrandChange): KeptBrand {
      const kept = read();
      if (kept.fault !== null) {
        throw new StudioError('conflict', `The file must be mended first, or moved away. ${kept.fault}`);
      }
      const next = brand.parse({ ...kept.brand, ...given });
      const beside = `${file}.${process.pid}.part`;
      writeFileSync(beside, `# The name that reports bear: studio brand show\n${stringify(next)}`);
      renameSync(beside, file);
      return { brand: next, fault: null };
    },
  };
}
