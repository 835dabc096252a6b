/** SPF (RFC 7208): one record, at most ten look-ups, a closed end, and the known mail services named in it. */
import { type Finding, fail, pass, warn } from './check.ts';
import type { ReadTxt } from './txt-records.ts';

/** RFC 7208, section 4.6.4: with more, receivers take the record for broken. */
const LOOKUPS_MAX = 10;

/** Services by their SMTP host, and what their customers are told to include. */
const SERVICES: readonly { host: RegExp; include: RegExp; say: string }[] = [
  { host: /(^|\.)(gmail|google|googlemail)\.com$/i, include: /(^|\.)google\.com$/i, say: '_spf.google.com' },
  { host: /(^|\.)(office365|outlook)\.com$/i, include: /(^|\.)outlook\.com$/i, say: 'spf.protection.outlook.com' },
  { host: /(^|\.)zoho\.[a-z.]+$/i, include: /zoho/i, say: 'the zoho domain that Zoho names' },
  { host: /(^|\.)amazonaws\.com$/i, include: /(^|\.)amazonses\.com$/i, say: 'amazonses.com' },
  { host: /(^|\.)fastmail\.com$/i, include: /(^|\.)messagingengine\.com$/i, say: 'spf.messagingengine.com' },
  { host: /(^|\.)sendgrid\.net$/i, include: /(^|\.)sendgrid\.net$/i, say: 'sendgrid.net' },
  { host: /(^|\.)mailgun\.org$/i, include: /(^|\.)mailgun\.org$/i, say: 'mailgun.org' },
];

interface Walk {
  lookups: number;
  included: string[];
  broken: string | null;
}

/** `domain` is that of MAIL_FROM, which stands in the envelope too. Throws `NoAnswer`. */
export async function checkSpf(readTxt: ReadTxt, domain: string, smtpHost: string | null): Promise<Finding> {
  const records = await spfOf(readTxt, domain);
  const [record] = records;
  const service = SERVICES.find(({ host }) => smtpHost !== null && host.test(smtpHost));
  const include = service === undefined ? 'include:YOUR-MAIL-SERVICE' : `include:${service.say}`;
  if (record === undefined) {
    return fail(`${domain} has no SPF record.`, `Publish a TXT record at ${domain}: v=spf1 ${include} ~all`);
  }
  if (records.length > 1) {
    return fail(`${domain} has ${records.length} SPF records; receivers then count none.`, 'Join them into one.');
  }
  const walk: Walk = { lookups: 0, included: [], broken: null };
  await follow(readTxt, domain, record, walk);
  if (walk.broken !== null) return fail(walk.broken, `Mend the SPF record of ${domain}.`);
  if (walk.lookups > LOOKUPS_MAX) {
    return fail(
      `The SPF record of ${domain} needs ${walk.lookups} look-ups; after ${LOOKUPS_MAX} receivers take it for broken.`,
      'Take out what no longer sends for you.',
    );
  }
  if (service !== undefined && !walk.included.some((name) => service.include.test(name))) {
    return fail(`The SPF record of ${domain} does not name the service behind ${smtpHost}.`, `Add ${include} to it.`);
  }
  return ofEnd(record, domain, walk.lookups);
}

function ofEnd(record: string, domain: string, lookups: number): Finding {
  const end = /(?:^|\s)([+?~-]?)all(?:\s|$)/i.exec(record);
  if (end === null && !/\sredirect=/i.test(record)) {
    return warn(
      `The SPF record of ${domain} has no end: anybody else is neither allowed nor refused.`,
      'End it in ~all.',
    );
  }
  if (end?.[1] === '' || end?.[1] === '+') {
    return fail(`The SPF record of ${domain} ends in +all: everybody may send in your name.`, 'End it in ~all.');
  }
  if (end?.[1] === '?')
    return warn(`The SPF record of ${domain} ends in ?all, which asks for nothing.`, 'End it in ~all.');
  return pass(`${domain}: one record, ${lookups} of ${LOOKUPS_MAX} look-ups.`);
}

const spfOf = async (readTxt: ReadTxt, domain: string): Promise<string[]> =>
  (await readTxt(domain)).filter((record) => /^v=spf1(\s|$)/i.test(record));

/** Counts the look-ups that a receiver makes, through every include and redirect. */
async function follow(readTxt: ReadTxt, domain: string, record: string, walk: Walk): Promise<void> {
  for (const term of record.split(/\s+/).slice(1)) {
    const [, kind = '', to = ''] = /^[+?~-]?(include:|redirect=|exists:|a|mx|ptr)([^\s/]*)/i.exec(term) ?? [];
    if (kind === '' || walk.broken !== null || /^[+?~-]?all$/i.test(term)) continue;
    walk.lookups += 1;
    if (!/^(include:|redirect=)/i.test(kind) || to.includes('%')) continue;
    if (walk.lookups > LOOKUPS_MAX) return;
    walk.included.push(to);
    const [next, ...more] = await spfOf(readTxt, to);
    if (next === undefined || more.length > 0) {
      walk.broken = `The SPF record of ${domain} refers to ${to}, which has ${next === undefined ? 'none' : 'several'}.`;
      return;
    }
    await follow(readTxt, to, next, walk);
  }
}
