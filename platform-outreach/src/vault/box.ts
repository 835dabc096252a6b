/** One sealed box: AES-256-GCM, a fresh nonce each time, bound to a context that must be told again to open it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Form byte, nonce, tag, ciphertext. */
export function sealBox(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), body]);
}

/** Null when key, context or bytes do not belong together. */
export function openBox(key: Buffer, box: Uint8Array, context: string): Buffer | null {
  if (box.length < HEAD_BYTES || box[0] !== FORM) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
