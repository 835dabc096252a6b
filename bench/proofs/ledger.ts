/**
 * A table whose right content is known at every instant: what was acknowledged, and beside it what the one
 * statement under way would make of it. After a crash the store must hold exactly one of the two.
 */
import { createHash } from 'node:crypto';
import type { Database, Sql } from '../../foundation/src/database/database.ts';
import type { Seeded } from './seeded.ts';

/** Row id to `version:md5 of the payload`. */
export type Content = ReadonlyMap<number, string>;

export interface Ledger {
  /** Makes one random change of one to eight rows and takes it as acknowledged when the store says so. */
  step(): Promise<void>;
  /** Removes the newer half in one statement, so that the table can shrink. */
  removeHalf(): Promise<void>;
  /** What a store cut at this instant may hold. */
  possible(): Content[];
  acknowledged(): number;
  /** Goes on over another opening of the same store. */
  use(db: Database): void;
}

const LONG_BYTES = 9_000;

/** Alike for the same id and version; every seventh is too long for one page and cannot be compressed. */
export function payloadOf(id: number, version: number): string {
  const digest = createHash('sha256').update(`${id}/${version}`).digest('hex');
  if ((id + version) % 7 !== 0) return digest.repeat(1 + ((id + version) % 5));
  let text = digest;
  for (let link = digest; text.length < LONG_BYTES; text += link)
    link = createHash('sha256').update(link).digest('hex');
  return text;
}

const entryOf = (id: number, version: number): string =>
  `${version}:${createHash('md5').update(payloadOf(id, version)).digest('hex')}`;

export async function createLedger(first: Database, random: Seeded): Promise<Ledger> {
  let db = first;
  const content = new Map<number, string>();
  let under: ((content: Map<number, string>) => void) | null = null;
  let nextId = 1;
  let acknowledged = 0;
  await db.query('create table ledger (id int primary key, version int not null, payload text not null)');
  await db.query('create index ledger_version on ledger (version)');

  async function change(work: () => Promise<unknown>, apply: (content: Map<number, string>) => void): Promise<void> {
    under = apply;
    await work();
    apply(content);
    under = null;
    acknowledged += 1;
  }

  async function insert(count: number): Promise<void> {
    const ids = Array.from({ length: count }, (_, i) => nextId + i);
    nextId += count;
    await change(
      () => insertRows(db, ids),
      (rows) => {
        for (const id of ids) rows.set(id, entryOf(id, 1));
      },
    );
  }

  /** Two statements in one transaction: after a cut there is both or neither. */
  async function exchange(updated: number, removed: number): Promise<void> {
    const version = versionOf(content.get(updated)) + 1;
    await change(
      () =>
        db.transaction(async (tx) => {
          await tx.query('update ledger set version = $2, payload = $3 where id = $1', [
            updated,
            version,
            payloadOf(updated, version),
          ]);
          await tx.query('delete from ledger where id = $1', [removed]);
        }),
      (rows) => {
        rows.set(updated, entryOf(updated, version));
        rows.delete(removed);
      },
    );
  }

  return {
    async step() {
      const ids = [...content.keys()];
      if (ids.length < 4 || random.chance(0.7)) return insert(random.whole(1, 8));
      const updated = random.pick(ids);
      return exchange(updated, random.pick(ids.filter((id) => id !== updated)));
    },
    async removeHalf() {
      const middle = [...content.keys()].sort((a, b) => a - b)[Math.floor(content.size / 2)] ?? 0;
      await change(
        () => db.query('delete from ledger where id >= $1', [middle]),
        (rows) => {
          for (const id of [...rows.keys()]) if (id >= middle) rows.delete(id);
        },
      );
    },
    possible() {
      const now = new Map(content);
      if (under === null) return [now];
      const next = new Map(content);
      under(next);
      return [now, next];
    },
    acknowledged: () => acknowledged,
    use(next) {
      db = next;
    },
  };
}

const versionOf = (entry: string | undefined): number => Number.parseInt(entry ?? '0', 10);

export async function insertRows(db: Sql, ids: readonly number[]): Promise<void> {
  await db.query('insert into ledger select id, 1, payload from unnest($1::int[], $2::text[]) as given (id, payload)', [
    ids,
    ids.map((id) => payloadOf(id, 1)),
  ]);
}

export async function readLedger(db: Sql): Promise<Content> {
  const rows = await db.query<{ id: number; version: number; hash: string }>(
    'select id, version, md5(payload) as hash from ledger',
  );
  return new Map(rows.map((row) => [row.id, `${row.version}:${row.hash}`]));
}

/** Null when `found` equals one of the possible contents, else a sentence. */
export function differenceFrom(possible: readonly Content[], found: Content): string | null {
  if (possible.some((content) => isSame(content, found))) return null;
  const acknowledged = possible[0] as Content;
  const missing = [...acknowledged.keys()].filter((id) => !found.has(id));
  const foreign = [...found.keys()].filter((id) => !possible.some((content) => content.has(id)));
  const other = [...acknowledged].filter(([id, entry]) => found.has(id) && found.get(id) !== entry);
  return `of ${acknowledged.size} acknowledged rows ${missing.length} are missing and ${other.length} differ; ${foreign.length} are foreign`;
}

function isSame(a: Content, b: Content): boolean {
  return a.size === b.size && [...a].every(([id, entry]) => b.get(id) === entry);
}
