/** TXT records as the checks read them: each joined, none when the name has none, an error when nobody answered. */

/** The part of node:dns's Resolver that is used. */
export interface TxtResolver {
  resolveTxt(name: string): Promise<string[][]>;
}

export type ReadTxt = (name: string) => Promise<string[]>;

/** Nobody could be asked; it says nothing of the record. */
export class NoAnswer extends Error {}

const NONE = new Set(['ENODATA', 'ENOTFOUND', 'NXDOMAIN', 'EBADNAME']);

/** A name that has TXT records: a resolver that denies it too has no network behind it, and its "no" means nothing. */
const KNOWN_NAME = 'google.com';

/** Each name is asked once, whoever wants to know. `heard` is told of each answer, also of a "no such name" that counts. */
export function createReadTxt(resolver: TxtResolver, heard: () => void): ReadTxt {
  const asked = new Map<string, Promise<string[]>>();
  const ask = async (name: string): Promise<string[]> => {
    try {
      const records = await resolver.resolveTxt(name);
      heard();
      return records.map((pieces) => pieces.join(''));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (NONE.has(code) && (name === KNOWN_NAME || (await read(KNOWN_NAME)).length > 0)) {
        if (name !== KNOWN_NAME) heard();
        return [];
      }
      throw new NoAnswer(`The records of ${name} could not be read (${code || 'no answer'}).`, { cause: error });
    }
  };
  function read(name: string): Promise<string[]> {
    const known = asked.get(name) ?? ask(name);
    asked.set(name, known);
    return known;
  }
  return read;
}

/** `v=DKIM1; k=rsa; p=…` (RFC 6376, 7489): names in small letters, no white space in values' ends. */
export function tagsOf(record: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of record.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) tags.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
  }
  return tags;
}
