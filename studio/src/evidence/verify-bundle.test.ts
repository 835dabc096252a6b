import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createRecords, type EvidenceRecord, makeBundle, NAMES } from './bundle.ts';
import { merkleRoot } from './merkle.ts';
import { createSealKeyHolder } from './seal-key.ts';
import { verifyBundle } from './verify-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'studio-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const sealKey = createSealKeyHolder(join(folder, 'seal.key'));

const answer = (i: number): EvidenceRecord => ({
  kind: 'attempt',
  id: `case-${i}/0`,
  data: {
    case_key: `case-${i}`,
    state: 'scored',
    qa_log_id: null,
    request: { turns: ['कीमत?'] },
    response: { answers: [`₹${i}`] },
  },
});

function bundleOf(records: readonly EvidenceRecord[], totals: Record<string, number>, key = sealKey()) {
  const gathered = createRecords();
  for (const record of records) gathered.add(record);
  const told = {
    audit_id: '01998f3f-5a10-7d2b-8e44-1c0a3b7d2e91',
    lineage_id: '01998f3f-5a10-7d2b-8e44-1c0a3b7d2e92.3',
    target: { name: 'Sahayak', url: 'https://bot.example.in/v1', model: 'm' },
    pack: { id: 'india-micro', version: '1', hash: 'ab' },
    studio: { name: 'Asha Audits', version: '0.4.0' },
    sealed_at: '2026-11-24T06:30:00.000Z',
    totals,
  };
  return makeBundle(told, { report: '<!doctype html><p>रिपोर्ट</p>', pack: { id: 'p' }, gathered: gathered.end() }, key)
    .pieces;
}

const AUDIT: EvidenceRecord = { kind: 'audit', id: 'a', data: { scoring: 0 } };
const TOTALS = { attempts: 5, answered: 5, errors: 0, scored: 0, failed: 0 };
const RECORDS = [AUDIT, ...Array.from({ length: 5 }, (_, i) => answer(i))];
const PIECES = bundleOf(RECORDS, TOTALS);
const BYTES = Buffer.concat(PIECES);

/** What the byte at an offset belongs to: pieces are header, content, header, content …, then the directory. */
function ownerOf(offset: number): { part: string; record?: number } {
  const names = Object.values(NAMES);
  let at = 0;
  for (const [i, piece] of PIECES.entries()) {
    if (offset < at + piece.length) {
      const name = names[i >> 1] ?? '';
      if (i >= names.length * 2) {
        const around = names[i - names.length * 2];
        return { part: around === undefined ? 'the end of the container' : `the container around ${around}` };
      }
      if (i % 2 === 0) return { part: `the container around ${name}` };
      if (name !== NAMES.records) return { part: name };
      return { part: name, record: piece.subarray(0, offset - at).filter((byte) => byte === 0x0a).length + 1 };
    }
    at += piece.length;
  }
  throw new RangeError('behind the end');
}

test('a bundle as it was sealed is sound, and tells what it holds and who signed it', () => {
  const verdict = verifyBundle(BYTES, sealKey().publicKey);
  expect(verdict).toMatchObject({ ok: true, faults: [], isKeyExpected: true, manifest: { totals: TOTALS } });
  expect(verdict.manifest?.records).toMatchObject({ count: 6, of: { audit: 1, attempt: 5 } });
});

test('whichever byte is flipped in whatever way, the part that it belongs to is named, and no other file', () => {
  fc.assert(
    fc.property(fc.nat(BYTES.length - 1), fc.integer({ min: 1, max: 255 }), (offset, mask) => {
      const flipped = Buffer.from(BYTES);
      flipped[offset] = (flipped[offset] ?? 0) ^ mask;
      const { ok, faults } = verifyBundle(flipped);
      expect(ok).toBe(false);
      expect(faults).toHaveLength(1);
      // A key of which one bit is another may still be a key: then the signature is what does not hold.
      const isOtherKey = ownerOf(offset).part === NAMES.key && faults[0]?.part === NAMES.sums;
      if (!isOtherKey) expect(faults).toContainEqual(expect.objectContaining(ownerOf(offset)));
    }),
    { numRuns: 400 },
  );
});

test('what is cut short, lengthened, or no bundle at all is refused', () => {
  for (const bytes of [
    Buffer.alloc(0),
    BYTES.subarray(0, -1),
    Buffer.concat([BYTES, Buffer.from('x')]),
    Buffer.from('PK'),
  ]) {
    expect(verifyBundle(bytes)).toMatchObject({ ok: false, manifest: null, faults: [{ part: '' }] });
  }
});

test('a bundle that another key signed is sound for nobody who names the studio’s own', () => {
  const other = createSealKeyHolder(join(folder, 'other.key'))();
  const forged = Buffer.concat(bundleOf(RECORDS, TOTALS, other));
  expect(verifyBundle(forged)).toMatchObject({ ok: true, isKeyExpected: false, publicKey: other.publicKey });
  expect(verifyBundle(forged, sealKey().publicKey)).toMatchObject({ ok: false, faults: [{ part: NAMES.key }] });
});

test('totals that the sealed records do not bear out are no truth, whoever signed them', () => {
  const { faults } = verifyBundle(Buffer.concat(bundleOf(RECORDS, { ...TOTALS, answered: 4 })));
  expect(faults).toEqual([{ part: NAMES.manifest, reason: 'it says 4 answered; the records say 5' }]);
});

test('the Merkle root is that of RFC 9162: a leaf and a pair are hashed apart, an odd one is carried up', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => hash('sha256', text)) as [string, string, string];
  const of = (prefix: number, ...hex: string[]) =>
    hash('sha256', Buffer.concat([Buffer.from([prefix]), ...hex.map((one) => Buffer.from(one, 'hex'))]));
  expect(merkleRoot([a])).toBe(of(0, a));
  expect(merkleRoot([a, b, c])).toBe(of(1, of(1, of(0, a), of(0, b)), of(0, c)));
});

test('the key lies in a file that only its owner reads, is the same at each start, and a broken file is refused', () => {
  const file = join(folder, 'kept.key');
  const first = createSealKeyHolder(file)().publicKey;
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(createSealKeyHolder(file)().publicKey).toBe(first);
  writeFileSync(file, 'no key');
  expect(() => createSealKeyHolder(file)()).toThrow('holds no private key');
});
