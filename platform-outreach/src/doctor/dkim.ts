/** DKIM (RFC 6376): the record at the selector holds the public part of the very key that signs our mail. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Dkim } from '../sending/compose.ts';
import { type Finding, fail, pass, skip, warn } from './check.ts';
import { type ReadTxt, tagsOf } from './txt-records.ts';

const RSA_BITS_GOOD = 2048;

/** `readDkim` throws `bad_request` for a key that would not sign. Throws `NoAnswer`. */
export async function checkDkim(readTxt: ReadTxt, readDkim: () => Promise<Dkim | null>): Promise<Finding> {
  let dkim: Dkim | null;
  try {
    dkim = await readDkim();
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    return fail(error.message, 'openssl genrsa -out dkim.pem 2048, and let DKIM_KEY_FILE name the file.');
  }
  if (dkim === null) {
    return warn(
      'No key is set: mail leaves unsigned, unless your mail service signs it.',
      'openssl genrsa -out dkim.pem 2048; set DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE; ask the doctor again for the record.',
    );
  }
  const name = `${dkim.selector}._domainkey.${dkim.domain}`;
  const ours = createPublicKey(dkim.privateKey);
  const publish = `Publish a TXT record at ${name}: v=DKIM1; k=rsa; p=${ours.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const records = (await readTxt(name)).filter((record) => tagsOf(record).has('p'));
  const [record] = records;
  if (record === undefined) return fail(`There is no DKIM record at ${name}.`, publish);
  if (records.length > 1) return fail(`There are ${records.length} DKIM records at ${name}.`, 'Keep one.');
  return ofRecord(tagsOf(record), { name, ours, publish });
}

function ofRecord(tags: Map<string, string>, key: { name: string; ours: KeyObject; publish: string }): Finding {
  const { name, ours, publish } = key;
  const p = (tags.get('p') ?? '').replace(/\s+/g, '');
  if (p === '') return fail(`The DKIM record at ${name} is empty: the key was revoked.`, publish);
  const hashes = tags
    .get('h')
    ?.split(':')
    .map((one) => one.trim().toLowerCase());
  if ((tags.get('k') ?? 'rsa').toLowerCase() !== 'rsa' || (hashes !== undefined && !hashes.includes('sha256'))) {
    return fail(`The DKIM record at ${name} allows no RSA signature with SHA-256.`, publish);
  }
  const published = keyOf(p);
  if (published === null) return fail(`The key in the DKIM record at ${name} cannot be read.`, publish);
  if (modulusOf(published) !== modulusOf(ours)) {
    return fail(`The DKIM record at ${name} holds another key than DKIM_KEY_FILE: every signature is wrong.`, publish);
  }
  if (tags.get('t')?.includes('y')) {
    return warn(`The DKIM record at ${name} says t=y, for testing: receivers may ignore it.`, 'Take t=y out.');
  }
  const bits = ours.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < RSA_BITS_GOOD)
    return warn(`${name}: the key matches, but has only ${bits} bits.`, 'Make one of 2048 bits.');
  return pass(`${name}: the record holds the public part of our key (${bits} bits).`);
}

/** As the standard's examples write it, and as its text does: some publish a bare RSA key. */
function keyOf(base64: string): KeyObject | null {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type });
    } catch {
      // The other form, or none.
    }
  }
  return null;
}

const modulusOf = (key: KeyObject): string => {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  return `${n}.${e}`;
};

/** Also what DMARC asks: does the signing domain belong to the sender's? */
export function checkAlignment(sender: string, dkimDomain: string | null, strict: boolean): Finding {
  if (dkimDomain === null) return skip('Without a DKIM key only SPF can align.');
  const domain = dkimDomain.toLowerCase();
  const related = sender === domain || sender.endsWith(`.${domain}`) || domain.endsWith(`.${sender}`);
  if (sender === domain || (related && !strict)) return pass('aligned');
  return fail(
    `DKIM_DOMAIN ${domain} is not that of MAIL_FROM (${sender})${strict && related ? ', and adkim=s asks for the same one' : ''}: the signature does not count.`,
    `Sign as ${sender}, or write from ${domain}.`,
  );
}
