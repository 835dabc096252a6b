/** Owns `seal.key` in the data folder: the Ed25519 key with which a studio signs evidence. It never leaves the machine. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StudioError } from '@sacred-qa/contracts/errors';

export interface SealKey {
  /** The raw key in base64url: 43 characters, short enough to be printed and compared. */
  publicKey: string;
  publicPem: string;
  sign(bytes: Buffer): Buffer;
}

/** Reads the key at its first use, or makes it. */
export function createSealKeyHolder(file: string): () => SealKey {
  let key: SealKey | null = null;
  return () => {
    key ??= sealKeyOf(readOrMake(file), file);
    return key;
  };
}

/** What a report prints of it. A key that cannot be read must not keep an audit from its end: sealing says what is wrong. */
export function publicKeyOf(sealKey: () => SealKey): string | null {
  try {
    return sealKey().publicKey;
  } catch {
    return null;
  }
}

function readOrMake(file: string): string {
  const kept = readKept(file);
  if (kept !== null) return kept;
  const { privateKey } = generateKeyPairSync('ed25519');
  const beside = `${file}.${process.pid}.part`;
  writeFileSync(beside, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  try {
    // A link is refused where a file is: of two processes that begin at once, both sign with the key of the first.
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
  return readFileSync(file, 'utf8');
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function sealKeyOf(pem: string, file: string): SealKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(pem);
  } catch (error) {
    throw new StudioError('conflict', `${file} holds no private key. Put it back from a copy, or move it away.`, {
      cause: error,
    });
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new StudioError('conflict', `${file} holds a key of the kind ${privateKey.asymmetricKeyType}, not Ed25519.`);
  }
  const publicKey = createPublicKey(privateKey);
  return {
    publicKey: rawOf(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}

/** The 32 bytes of an Ed25519 public key, in base64url. */
export const rawOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';
