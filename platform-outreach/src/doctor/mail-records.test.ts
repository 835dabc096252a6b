import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DnsServer, startDnsServer } from '../testing/dns-server.ts';
import type { Finding } from './check.ts';
import { checkDkim } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import { checkSpf } from './spf.ts';
import { createReadTxt } from './txt-records.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const SPKI = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const PKCS1 = publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
const AT = 's1._domainkey.studio.in';

let dns: DnsServer;
beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.stop());
beforeEach(() => {
  dns.txt = {};
});

const spf = (smtpHost: string | null = null) =>
  checkSpf(
    createReadTxt(dns.resolver, () => {}),
    'studio.in',
    smtpHost,
  );
const dkim = (key: string | null = PEM) =>
  checkDkim(
    createReadTxt(dns.resolver, () => {}),
    async () => (key === null ? null : { domain: 'studio.in', selector: 's1', privateKey: key }),
  );
const dmarc = (signs: string | null = 'studio.in', sender = 'studio.in') =>
  checkDmarc(
    createReadTxt(dns.resolver, () => {}),
    sender,
    signs,
  );
const said = ({ status, reason }: Finding) => [status, reason] as const;

test('an SPF record is counted through its includes as a receiver counts it', async () => {
  dns.txt = {
    'studio.in': ['google-site-verification=x', 'v=spf1 include:_spf.google.com mx ~all'],
    '_spf.google.com': ['v=spf1 include:_netblocks.google.com -all'],
    '_netblocks.google.com': ['v=spf1 ip4:192.0.2.0/24 -all'],
  };
  expect(said(await spf('smtp.gmail.com'))).toEqual(['pass', 'studio.in: one record, 3 of 10 look-ups.']);
  expect(said(await spf('smtp.office365.com'))).toEqual(['fail', expect.stringContaining('smtp.office365.com')]);
});

test.each([
  [[], 'fail', /no SPF record/],
  [['v=spf1 -all', 'v=spf1 mx -all'], 'fail', /2 SPF records/],
  [['v=spf1 +all'], 'fail', /everybody may send/],
  [['v=spf1 ?all'], 'warn', /asks for nothing/],
  [['v=spf1 mx'], 'warn', /no end/],
  [['v=spf1 include:gone.in ~all'], 'fail', /refers to gone\.in, which has none/],
  [['v=spf1 include:studio.in ~all'], 'fail', /11 look-ups/],
  [[`v=spf1 ${'a:x.in '.repeat(11)}-all`], 'fail', /11 look-ups/],
])('SPF records %j: %s', async (records, status, reason) => {
  dns.txt = { 'studio.in': records };
  expect(said(await spf())).toEqual([status, expect.stringMatching(reason)]);
});

test.each([SPKI, PKCS1])('a DKIM record with the public part of our key passes, in either encoding', async (p) => {
  dns.txt = { [AT]: [`v=DKIM1; k=rsa; p=${p.slice(0, 90)} ${p.slice(90)}`] };
  expect(said(await dkim())).toEqual(['pass', expect.stringContaining('2048 bits')]);
});

test('a DKIM record that would make our signature wrong fails, and says what to publish but never the private key', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const otherP = other.export({ type: 'spki', format: 'der' }).toString('base64');
  for (const [record, reason] of [
    [null, /no DKIM record/],
    [`v=DKIM1; p=${otherP}`, /another key/],
    ['v=DKIM1; p=', /revoked/],
    ['v=DKIM1; p=bm90IGEga2V5', /cannot be read/],
    [`v=DKIM1; k=ed25519; p=${SPKI}`, /no RSA signature/],
    [`v=DKIM1; h=sha1; p=${SPKI}`, /SHA-256/],
  ] as const) {
    dns.txt = record === null ? {} : { [AT]: [record] };
    const found = await dkim();
    expect(said(found)).toEqual(['fail', expect.stringMatching(reason)]);
    expect(found.fix).toContain(SPKI);
    expect(JSON.stringify(found)).not.toContain('PRIVATE');
  }
  dns.txt = { [AT]: [`v=DKIM1; t=y; p=${SPKI}`] };
  expect((await dkim()).status).toBe('warn');
  expect((await dkim(null)).status).toBe('warn');
});

test('DMARC is read at the sender, else above it, with the policy that holds there', async () => {
  dns.txt = { '_dmarc.studio.in': ['v=DMARC1; p=quarantine; sp=reject; rua=mailto:d@studio.in'] };
  expect(said(await dmarc())).toEqual(['pass', '_dmarc.studio.in: p=quarantine.']);
  expect(said(await dmarc('studio.in', 'mail.studio.in'))).toEqual(['pass', '_dmarc.studio.in: p=reject.']);
  expect(dns.asked).not.toContain('_dmarc.in');
});

test.each([
  [[], 'studio.in', 'fail', /no DMARC record/],
  [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'studio.in', 'fail', /2 DMARC records/],
  [['v=DMARC1; p=maybe'], 'studio.in', 'fail', /p=maybe/],
  [['v=DMARC1; p=none'], 'studio.in', 'warn', /nobody is told/],
  [['v=DMARC1; p=none; rua=mailto:d@x'], 'studio.in', 'pass', /only watches/],
  [['v=DMARC1; p=none; rua=mailto:d@x'], 'other.in', 'fail', /does not count/],
  [['v=DMARC1; p=none; rua=mailto:d@x'], 'mail.studio.in', 'pass', /./],
  [['v=DMARC1; p=none; adkim=s; rua=mailto:d@x'], 'mail.studio.in', 'fail', /adkim=s/],
  [['v=DMARC1; p=none; rua=mailto:d@x'], null, 'pass', /./],
])('DMARC records %j with mail signed by %s: %s', async (records, signs, status, reason) => {
  dns.txt = { '_dmarc.studio.in': records };
  expect(said(await dmarc(signs))).toEqual([status, expect.stringMatching(reason)]);
});
