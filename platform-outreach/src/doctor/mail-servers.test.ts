import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createMailbox } from '../inbox/mailbox.ts';
import { hasDovecot, startDovecot } from '../testing/dovecot.ts';
import { checkImap, checkSmtpLogin, checkSmtpTls, findingOf } from './mail-servers.ts';
import { readPeerTls } from './peer-tls.ts';

const NOW_MS = Date.parse('2025-10-06T02:30:00Z');
const secret = (value: string) => ({ reveal: () => value });

let servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(resolve))));
  servers = [];
});
async function listen(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ logger: false, ...options });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  servers.push(server);
  return (server.server.address() as AddressInfo).port;
}
const onlyMeera: SMTPServerOptions = {
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    username === 'meera' && password === 'right' ? done(null, { user: username }) : done(new Error('no')),
};
const smtp = (port: number, pass: string | null) => ({
  ...{ host: '127.0.0.1', port, user: pass === null ? null : 'meera' },
  pass: pass === null ? null : secret(pass),
});

test('a log-in that the server accepts passes, one that it refuses fails without telling the password', async () => {
  const port = await listen(onlyMeera);
  expect(await checkSmtpLogin(smtp(port, 'right'), () => {})).toMatchObject({ status: 'pass' });
  const refused = await checkSmtpLogin(smtp(port, 'wrong-secret'), () => {});
  expect(refused).toMatchObject({ status: 'fail', reason: expect.stringContaining('535') });
  expect(JSON.stringify(refused)).not.toContain('wrong-secret');
});

test('a server that is not there is not reached, and one on this machine needs no TLS', async () => {
  const port = await listen({});
  await new Promise<void>((resolve) => servers.pop()?.close(resolve));
  expect(await checkSmtpLogin(smtp(port, 'right'), () => {})).toMatchObject({ status: 'unreached', local: true });
  expect(await checkSmtpTls(smtp(port, null), NOW_MS, () => {})).toMatchObject({ status: 'pass', local: true });
  expect(await readPeerTls({ host: '127.0.0.1', port })).toMatchObject({ kind: 'unreached', why: 'ECONNREFUSED' });
});

test('TLS is read by STARTTLS: whether it is offered, which it is, and what is wrong with the certificate', async () => {
  const peer = await readPeerTls({ host: '127.0.0.1', port: await listen({}) });
  expect(peer).toMatchObject({ kind: 'tls', protocol: expect.stringMatching(/^TLSv1\.[23]$/) });
  expect(peer.kind === 'tls' && peer.distrust).toMatch(/SELF_SIGNED|EXPIRED|VERIFY/);
  const plain = await listen({ disabledCommands: ['STARTTLS'] });
  expect(await readPeerTls({ host: '127.0.0.1', port: plain })).toEqual({ kind: 'no_starttls' });
});

test.each([
  [{ kind: 'tls', protocol: 'TLSv1.3', distrust: null, validTo: '2026-01-06T00:00:00Z' }, 'pass', /91 days/],
  [{ kind: 'tls', protocol: 'TLSv1.3', distrust: null, validTo: '2025-10-16T00:00:00Z' }, 'warn', /9 days/],
  [{ kind: 'tls', protocol: 'TLSv1.3', distrust: null, validTo: '2025-10-01T00:00:00Z' }, 'fail', /CERT_HAS_EXPIRED/],
  [
    { kind: 'tls', protocol: 'TLSv1.2', distrust: 'ERR_TLS_CERT_ALTNAME_INVALID', validTo: '2026-01-06T00:00:00Z' },
    'fail',
    /ALTNAME/,
  ],
  [{ kind: 'no_starttls' }, 'fail', /no encryption/],
  [{ kind: 'unreached', why: 'ENOTFOUND' }, 'unreached', /ENOTFOUND/],
] as const)('a look at TLS %j means %s', (peer, status, reason) => {
  const found = findingOf(peer, { host: 'smtp.studio.in', port: 587 }, NOW_MS);
  expect(found).toMatchObject({ status, reason: expect.stringMatching(reason) });
});

test.skipIf(!hasDovecot)('a mailbox passes with its Sent folder, and a wrong password fails', async () => {
  const dovecot = await startDovecot();
  try {
    const account = dovecot.accountOf('meera');
    const look = (pass: string) => () =>
      createMailbox({
        account: { ...account, pass: secret(pass) },
        place: async () => null,
        rest: async () => {},
        since: async () => null,
        take: async () => {},
        sleep: async () => {},
        log: () => {},
      }).look();
    expect(await checkImap(account, look('test'), () => {})).toMatchObject({
      status: 'pass',
      reason: expect.stringContaining('Sent'),
    });
    expect(await checkImap(account, look('wrong'), () => {})).toMatchObject({ status: 'fail' });
  } finally {
    await dovecot.stop();
  }
});
