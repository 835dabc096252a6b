/**
 * The form of an evidence bundle: a zip that holds the report, every record behind it, a signed manifest and the sums of
 * all of them. Made so that `sha256sum` and `openssl` can check it as well, with nothing of ours.
 */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { merkleRoot } from './merkle.ts';
import type { SealKey } from './seal-key.ts';
import { writeStoredZip, type ZipFile } from './stored-zip.ts';

export const FORMAT = 'sacred-qa-evidence/1';

/** The files of a bundle, in their order. */
export const NAMES = {
  readme: 'README.txt',
  report: 'report.html',
  pack: 'pack.json',
  records: 'records.jsonl',
  index: 'records.index',
  manifest: 'MANIFEST.json',
  signature: 'MANIFEST.sig',
  key: 'studio.pub.pem',
  sums: 'SHA256SUMS',
} as const;

/** What the manifest lists; the manifest itself is signed, and the sums are over everything. */
export const LISTED = [NAMES.readme, NAMES.report, NAMES.pack, NAMES.records, NAMES.index] as const;

/** One row behind the report: a line of `records.jsonl`. */
export interface EvidenceRecord {
  kind: 'audit' | 'attempt' | 'score' | 'judge_vote' | 'finding' | 'finding_event' | 'report' | 'node';
  /** Unique within its kind. */
  id: string;
  data: Record<string, unknown>;
}

export interface Manifest {
  format: typeof FORMAT;
  audit_id: string;
  lineage_id: string;
  target: { name: string; url: string; model: string };
  pack: { id: string; version: string; hash: string };
  studio: { name: string; version: string };
  sealed_at: string;
  /** Of the report; each is a count over the records beside it. */
  totals: Record<string, number>;
  /** How many records there are of each kind, and the Merkle root (RFC 9162) over the SHA-256 of their lines. */
  records: { count: number; of: Record<string, number>; merkle_root: string };
  files: { name: string; bytes: number; sha256: string }[];
  /** The raw Ed25519 key in base64url. */
  public_key: string;
}

export const sha256 = (bytes: Buffer | string): string => hash('sha256', bytes);

/** A record as the bundle holds it, newline included. */
export const recordLine = (record: EvidenceRecord): Buffer => Buffer.from(`${canonicalJson(record)}\n`);

/** The line of the index that names a record: its SHA-256, its bytes, its kind and its id. */
export const indexLine = (line: Buffer, { kind, id }: Pick<EvidenceRecord, 'kind' | 'id'>): string =>
  `${sha256(line)} ${line.length} ${kind} ${id}\n`;

export const sumsOf = (files: readonly ZipFile[]): string =>
  files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');

/** Gathers records one by one, so that only their bytes are held. */
export function createRecords() {
  const lines: Buffer[] = [];
  const index: string[] = [];
  const of: Record<string, number> = {};
  return {
    add(record: EvidenceRecord): void {
      const line = recordLine(record);
      lines.push(line);
      index.push(indexLine(line, record));
      of[record.kind] = (of[record.kind] ?? 0) + 1;
    },
    end() {
      const root = merkleRoot(index.map((line) => line.slice(0, 64)));
      return {
        records: Buffer.concat(lines),
        index: Buffer.from(index.join('')),
        told: { count: lines.length, of, merkle_root: root },
      };
    },
  };
}

type Told = Omit<Manifest, 'format' | 'records' | 'files' | 'public_key'>;

/** The pieces of the bundle's file in order, and the SHA-256 of its manifest. */
export function makeBundle(
  told: Told,
  content: { report: string; pack: unknown; gathered: ReturnType<ReturnType<typeof createRecords>['end']> },
  key: SealKey,
): { pieces: Buffer[]; manifestSha256: string } {
  const { gathered } = content;
  const listed: ZipFile[] = [
    { name: NAMES.readme, bytes: Buffer.from(readme(told, key.publicKey)) },
    { name: NAMES.report, bytes: Buffer.from(content.report) },
    { name: NAMES.pack, bytes: Buffer.from(`${canonicalJson(content.pack)}\n`) },
    { name: NAMES.records, bytes: gathered.records },
    { name: NAMES.index, bytes: gathered.index },
  ];
  const manifest: Manifest = {
    format: FORMAT,
    ...told,
    records: gathered.told,
    files: listed.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
    public_key: key.publicKey,
  };
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const summed: ZipFile[] = [
    ...listed,
    { name: NAMES.manifest, bytes: manifestBytes },
    { name: NAMES.signature, bytes: key.sign(manifestBytes) },
    { name: NAMES.key, bytes: Buffer.from(key.publicPem) },
  ];
  const sums = { name: NAMES.sums, bytes: Buffer.from(sumsOf(summed)) };
  return { pieces: writeStoredZip([...summed, sums]), manifestSha256: sha256(manifestBytes) };
}

const readme = (
  { audit_id, target, studio }: Told,
  publicKey: string,
): string => `Sealed evidence of the audit ${audit_id}
of ${target.name}, by ${studio.name}.

report.html      what was found; opens in any browser, without a network
records.jsonl    every row behind the report, one a line: the plan, each question and answer as it was stored (personal
                 identifiers taken out), each verdict, each finding, and the acts of the audit with their hashes
records.index    for each line: its SHA-256, its length in bytes, what it is, and its id
pack.json        the questions and the rules
MANIFEST.json    the SHA-256 of these files, and the Merkle root (RFC 9162) over those of the lines
MANIFEST.sig     an Ed25519 signature of MANIFEST.json
studio.pub.pem   the key of the studio, to check it with
SHA256SUMS       the sums of everything above

To check it with Sacred QA Studio, without a network, a server or data of its own:

    studio verify FILE.zip --key ${publicKey}

Without it, in the folder where the zip was unpacked (OpenSSL 3 or newer):

    sha256sum -c SHA256SUMS
    openssl pkeyutl -verify -pubin -inkey studio.pub.pem -rawin -in MANIFEST.json -sigfile MANIFEST.sig

A signature proves as much as the key is known to be the studio's. The key is ${publicKey},
and the reports of the studio bear it in their last lines: compare it with one that you had before.
`;
