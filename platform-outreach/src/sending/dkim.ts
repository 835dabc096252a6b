/** The key that signs our mail. One that would not sign, or that receivers would not trust, is refused with a sentence. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Dkim } from './compose.ts';

/** Gmail takes no shorter key (its sender guidelines). */
const RSA_BITS_LEAST = 1024;

/** Null when no key is configured. Throws `bad_request`. */
export async function readDkim(config: OutreachConfig['dkim']): Promise<Dkim | null> {
  if (config === null) return null;
  let pem: string;
  try {
    pem = await readFile(config.keyFile, 'utf8');
  } catch (error) {
    throw new StudioError('bad_request', 'DKIM_KEY_FILE cannot be read.', { cause: error });
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw new StudioError('bad_request', 'DKIM_KEY_FILE holds no private key in PEM form.', { cause: error });
  }
  if (key.asymmetricKeyType !== 'rsa') {
    throw new StudioError(
      'bad_request',
      `DKIM_KEY_FILE holds a key of type ${key.asymmetricKeyType}. Mail would leave unsigned with it: make an RSA key of 2048 bits.`,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < RSA_BITS_LEAST) {
    throw new StudioError('bad_request', `DKIM_KEY_FILE holds an RSA key of ${bits} bits. Make one of 2048.`);
  }
  return { domain: config.domain, selector: config.selector, privateKey: pem };
}
