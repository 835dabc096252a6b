/** The Merkle Tree Hash of RFC 9162, section 2.1.1, over SHA-256 digests as its data. */
import { createHash, hash } from 'node:crypto';

const digest = (prefix: number, ...pieces: readonly Buffer[]): Buffer => {
  const hashing = createHash('sha256').update(Buffer.from([prefix]));
  for (const piece of pieces) hashing.update(piece);
  return hashing.digest();
};

/** Hex in, hex out; of nothing, the SHA-256 of nothing. */
export function merkleRoot(digests: readonly string[]): string {
  if (digests.length === 0) return hash('sha256', '');
  let level = digests.map((hex) => digest(0, Buffer.from(hex, 'hex')));
  // Pairing from the left and carrying an odd one up unchanged cuts at the largest power of two, as the RFC says.
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
      const [left, right] = [level[2 * i] as Buffer, level[2 * i + 1]];
      return right === undefined ? left : digest(1, left, right);
    });
  }
  return (level[0] as Buffer).toString('hex');
}
