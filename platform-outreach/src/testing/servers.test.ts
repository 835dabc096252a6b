/** Shows that the real servers of the tests start, do their work and end, so that a test over them means something. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { ImapFlow } from 'imapflow';
import { expect, test } from 'vitest';
import { hasDovecot, startDovecot } from './dovecot.ts';
import { hasSmtpSink, startSmtpSink } from './smtp-sink.ts';

test.skipIf(!hasDovecot)('Dovecot takes a mail, shows a Sent folder and offers CONDSTORE', async () => {
  const dovecot = await startDovecot();
  try {
    await dovecot.append('asha', Buffer.from('Subject: hello\r\nMessage-ID: <a@b.example>\r\n\r\nhi\r\n'));
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'asha', pass: 'test' },
      logger: false,
    });
    await client.connect();
    expect((await client.mailboxOpen('INBOX')).exists).toBe(1);
    expect((await client.list()).map(({ specialUse }) => specialUse)).toContain('\\Sent');
    expect(client.capabilities.has('CONDSTORE')).toBe(true);
    await client.logout();
  } finally {
    await dovecot.stop();
  }
});

test.skipIf(!hasSmtpSink)('smtp-sink files what it takes', async () => {
  const sink = await startSmtpSink();
  try {
    const socket = connect(sink.port, '127.0.0.1');
    await once(socket, 'data');
    for (const line of [
      'HELO x',
      'MAIL FROM:<a@b.example>',
      'RCPT TO:<c@d.example>',
      'DATA',
      'Subject: hi\r\n\r\nhello\r\n.',
    ]) {
      socket.write(`${line}\r\n`);
      await once(socket, 'data');
    }
    socket.end('QUIT\r\n');
    await once(socket, 'close');
    const [mail] = sink.mails();
    expect(mail).toContain('X-Rcpt-Args: <c@d.example>');
    expect(mail).toContain('Subject: hi');
  } finally {
    await sink.stop();
  }
});
