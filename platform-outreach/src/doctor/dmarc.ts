/** DMARC (RFC 7489): what receivers are asked to do with mail in our name that is not ours, and whether ours aligns. */
import { type Finding, fail, pass, warn } from './check.ts';
import { checkAlignment } from './dkim.ts';
import { type ReadTxt, tagsOf } from './txt-records.ts';

const POLICIES = ['none', 'quarantine', 'reject'];

/** Throws `NoAnswer`. */
export async function checkDmarc(readTxt: ReadTxt, sender: string, dkimDomain: string | null): Promise<Finding> {
  const found = await recordFor(readTxt, sender);
  if (found === null) {
    return fail(
      `${sender} has no DMARC record; Gmail and Yahoo ask for one.`,
      `Publish a TXT record at _dmarc.${sender}: v=DMARC1; p=none; rua=mailto:dmarc@${sender}`,
    );
  }
  const { at, records } = found;
  if (records.length > 1)
    return fail(`There are ${records.length} DMARC records at ${at}; receivers then count none.`, 'Keep one.');
  const tags = tagsOf(records[0] ?? '');
  const policy = (at === `_dmarc.${sender}` ? undefined : tags.get('sp')) ?? tags.get('p') ?? '';
  if (!POLICIES.includes(policy.toLowerCase())) {
    return fail(
      `The DMARC record at ${at} has no policy that is known (p=${policy}).`,
      'Set p=none, p=quarantine or p=reject.',
    );
  }
  const aligned = checkAlignment(sender, dkimDomain, tags.get('adkim')?.toLowerCase() === 's');
  if (aligned.status === 'fail') return aligned;
  if (!tags.has('rua')) {
    return warn(
      `${at}: p=${policy}, but nobody is told of mail sent in your name.`,
      'Add rua=mailto:ADDRESS to the record, and read what comes.',
    );
  }
  const share = tags.get('pct');
  const watching =
    policy.toLowerCase() === 'none' ? ', which only watches; go on to quarantine when the reports are clean' : '';
  return pass(`${at}: p=${policy}${share === undefined ? '' : ` for ${share} %`}${watching}.`);
}

/** At the sender's domain, else at the nearest one above it: never at a bare ending such as `in`. */
async function recordFor(readTxt: ReadTxt, domain: string): Promise<{ at: string; records: string[] } | null> {
  const labels = domain.split('.');
  for (let from = 0; from <= labels.length - 2; from += 1) {
    const at = `_dmarc.${labels.slice(from).join('.')}`;
    const records = (await readTxt(at)).filter((record) => /^v=DMARC1\s*(;|$)/i.test(record));
    if (records.length > 0) return { at, records };
  }
  return null;
}
