/**
 * Checks an evidence bundle with nothing but its bytes: no store, no server, no network. Each byte belongs to a part that
 * is named when it was changed: a record by its number, kind and id, else a file, else the container around a file.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type LineageNode, parsePlace } from '@sacred-qa/contracts/lineage';
import { answerHash } from '../audits/listed-answers.ts';
import { leafHashOf } from '../lineage/lineage.ts';
import { type EvidenceRecord, FORMAT, LISTED, type Manifest, NAMES, sha256, sumsOf } from './bundle.ts';
import { merkleRoot } from './merkle.ts';
import { rawOf } from './seal-key.ts';
import { readStoredZip, type ZipFile } from './stored-zip.ts';

export interface Fault {
  /** The file of the bundle, or the container that holds it; '' when the whole cannot be read. */
  part: string;
  /** The record's number in `records.jsonl`, counted from 1. */
  record?: number;
  kind?: string;
  id?: string;
  reason: string;
}

export interface BundleVerdict {
  ok: boolean;
  faults: Fault[];
  /** Null when it could not be read. It is worth no more than the signature. */
  manifest: Manifest | null;
  /** The key that signed it, as the bundle says. */
  publicKey: string | null;
  /** True when the caller named that key; else whose it is has to be compared by hand. */
  isKeyExpected: boolean;
}

type Files = ReadonlyMap<string, Buffer>;

const UNREADABLE = 'It is no evidence bundle, or one that was cut short or lengthened.';

/** `expectedKey`: the raw public key in base64url, as a report prints it. */
export function verifyBundle(bytes: Buffer, expectedKey?: string): BundleVerdict {
  const zip = readStoredZip(bytes, Object.values(NAMES));
  if (zip === null) return verdictOf([{ part: '', reason: UNREADABLE }], null, null, expectedKey);
  const files: Files = new Map(zip.files.map((file) => [file.name, file.bytes]));
  const container = zip.changedEntries.map((name) => ({
    part: name === '' ? 'the end of the container' : `the container around ${name}`,
    reason: 'its bytes are not those that belong there',
  }));
  const seal = checkSeal(files);
  const manifest = seal.faults.length === 0 ? readManifest(files) : null;
  const content = manifest === null ? [] : checkFiles(files, manifest);
  const sums = seal.faults.length + content.length === 0 ? checkSums(files, zip.files) : [];
  const meaning = manifest !== null && content.length === 0 ? checkMeaning(files, manifest) : [];
  return verdictOf(
    [...container, ...seal.faults, ...content, ...sums, ...meaning],
    manifest,
    seal.publicKey,
    expectedKey,
  );
}

function verdictOf(
  found: Fault[],
  manifest: Manifest | null,
  publicKey: string | null,
  expectedKey: string | undefined,
): BundleVerdict {
  const isOther = expectedKey !== undefined && publicKey !== null && publicKey !== expectedKey;
  const faults: Fault[] = isOther
    ? [...found, { part: NAMES.key, reason: `it was signed with the key ${publicKey}, not with ${expectedKey}` }]
    : found;
  return {
    ok: faults.length === 0,
    faults,
    manifest,
    publicKey,
    isKeyExpected: publicKey !== null && publicKey === expectedKey,
  };
}

const bytesOf = (files: Files, name: string): Buffer => files.get(name) ?? Buffer.alloc(0);

/** The manifest against its signature. Where they disagree, the sums say which of the three files was changed. */
function checkSeal(files: Files): { faults: Fault[]; publicKey: string | null } {
  const key = keyOf(bytesOf(files, NAMES.key));
  const manifest = bytesOf(files, NAMES.manifest);
  if (key !== null && verify(null, manifest, key, bytesOf(files, NAMES.signature))) {
    return { faults: [], publicKey: rawOf(key) };
  }
  const told = new Set(bytesOf(files, NAMES.sums).toString().split('\n'));
  const changed = [NAMES.manifest, NAMES.signature, NAMES.key].filter(
    (name) => !told.has(`${sha256(bytesOf(files, name))}  ${name}`),
  );
  const faults = changed.map((name) => ({ part: name, reason: 'it is not the file that was sealed' }));
  const forged = { part: NAMES.signature, reason: 'the signature is not of this manifest with this key' };
  return { faults: faults.length === 0 ? [forged] : faults, publicKey: key && rawOf(key) };
}

function keyOf(pem: Buffer): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Only of a manifest whose signature holds. */
function readManifest(files: Files): Manifest | null {
  try {
    const manifest = JSON.parse(bytesOf(files, NAMES.manifest).toString()) as Manifest;
    return manifest.format === FORMAT ? manifest : null;
  } catch {
    return null;
  }
}

function checkFiles(files: Files, manifest: Manifest): Fault[] {
  const changed = LISTED.filter((name) => {
    const told = manifest.files.find((file) => file.name === name);
    return told === undefined || told.sha256 !== sha256(bytesOf(files, name));
  });
  return changed.flatMap((name): Fault[] => {
    const whole = { part: name, reason: 'its SHA-256 is not the one in the manifest' };
    if (name !== NAMES.records || changed.includes(NAMES.index)) return [whole];
    const records = changedRecords(files);
    return records.length > 0 ? records : [whole];
  });
}

/** Records whose bytes are not those that the index names. */
function changedRecords(files: Files): Fault[] {
  const records = bytesOf(files, NAMES.records);
  let at = 0;
  return indexOf(files).flatMap(({ digest, length, kind, id }, i): Fault[] => {
    const line = records.subarray(at, at + length);
    at += length;
    if (sha256(line) === digest) return [];
    return [{ part: NAMES.records, record: i + 1, kind, id, reason: 'its SHA-256 is not the one in the index' }];
  });
}

function indexOf(files: Files): { digest: string; length: number; kind: string; id: string }[] {
  const lines = bytesOf(files, NAMES.index).toString().split('\n').slice(0, -1);
  return lines.map((line) => {
    const [digest = '', length = '0', kind = '', ...id] = line.split(' ');
    return { digest, length: Number(length), kind, id: id.join(' ') };
  });
}

/** Signed content is sound, so whatever the sums say otherwise, they are what was changed. */
function checkSums(files: Files, all: readonly ZipFile[]): Fault[] {
  const expected = sumsOf(all.filter(({ name }) => name !== NAMES.sums));
  if (expected === bytesOf(files, NAMES.sums).toString('latin1')) return [];
  return [{ part: NAMES.sums, reason: 'it does not hold the sums of these files' }];
}

/** What a studio could have sealed and yet is not so: counts, roots, hashes of answers and of acts. */
function checkMeaning(files: Files, manifest: Manifest): Fault[] {
  const index = indexOf(files);
  const { count, merkle_root } = manifest.records;
  const faults: Fault[] = [];
  if (count !== index.length) {
    faults.push({ part: NAMES.manifest, reason: `it counts ${count} records; there are ${index.length}` });
  }
  if (merkleRoot(index.map(({ digest }) => digest)) !== merkle_root) {
    faults.push({ part: NAMES.manifest, reason: 'its Merkle root is not that of the records' });
  }
  return [...faults, ...checkRecords(files, manifest)];
}

function checkRecords(files: Files, { totals }: Manifest): Fault[] {
  const lines = bytesOf(files, NAMES.records).toString().split('\n').slice(0, -1);
  const records = lines.map((line) => JSON.parse(line) as EvidenceRecord);
  const listed = new Map(records.flatMap((record) => (record.kind === 'node' ? listedIn(record) : [])));
  const faults = records.flatMap((record, i): Fault[] => {
    const reason =
      record.kind === 'attempt' ? wrongAnswer(record, listed) : record.kind === 'node' ? wrongNode(record) : null;
    return reason === null ? [] : [{ part: NAMES.records, record: i + 1, kind: record.kind, id: record.id, reason }];
  });
  const counted = countsOf(records);
  for (const [name, count] of Object.entries(totals)) {
    if (counted[name] === count) continue;
    faults.push({ part: NAMES.manifest, reason: `it says ${count} ${name}; the records say ${counted[name] ?? 0}` });
  }
  return faults;
}

const listedIn = ({ data }: EvidenceRecord): [string, string][] => {
  const { attempts } = data.metadata as { attempts?: { qa_log_id: string; sha256?: string }[] };
  return (attempts ?? []).flatMap((one) => (one.sha256 === undefined ? [] : [[one.qa_log_id, one.sha256]]));
};

function wrongAnswer({ data }: EvidenceRecord, listed: ReadonlyMap<string, string>): string | null {
  const told = listed.get(String(data.qa_log_id));
  if (data.qa_log_id === null || told === undefined) return null;
  return told === answerHash(data.request, data.response) ? null : 'its answer is not the one that its act lists';
}

const wrongNode = ({ data }: EvidenceRecord): string | null => {
  const node = data as unknown as LineageNode;
  return leafHashOf(placed(node)) === node.leaf_hash ? null : 'its leaf hash does not match what the act says';
};

const placed = (node: LineageNode): Parameters<typeof leafHashOf>[0] => ({
  rootId: node.root_id,
  seq: node.seq,
  parentSeq: node.parent_lineage_id === null ? null : (parsePlace(node.parent_lineage_id)?.seq ?? null),
  depth: node.depth,
  agentName: node.agent_name,
  operationType: node.operation_type,
  timestamp: node.timestamp,
  durationMs: node.duration_ms,
  success: node.success,
  metadata: node.metadata,
  prevHash: node.prev_hash,
});

/** The totals of the report, counted over the records: attempts by state, and the scores that count by verdict. */
export function countsOf(records: readonly EvidenceRecord[]): Record<string, number> {
  const audit = records.find(({ kind }) => kind === 'audit')?.data;
  const attempts = records.filter(({ kind }) => kind === 'attempt').map(({ data }) => data.state);
  const scores = records.filter(({ kind, data }) => kind === 'score' && data.scoring === audit?.scoring);
  const verdict = (wanted: string) => scores.filter(({ data }) => data.verdict === wanted).length;
  return {
    attempts: attempts.filter((state) => state !== 'skipped').length,
    answered: attempts.filter((state) => state === 'answered' || state === 'scored').length,
    errors: attempts.filter((state) => state === 'error').length,
    scored: verdict('pass') + verdict('fail'),
    failed: verdict('fail'),
  };
}
