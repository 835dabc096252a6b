/** Owns a real Dovecot on loopback, without root's rights and without touching the system: every user, password `test`. */
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { endServer, freePort, runsAsRoot, serverIds, startServer, tellMissing } from './server-process.ts';

export interface Dovecot {
  port: number;
  lmtpPort: number;
  /** Settings by which a user of this server is reached; any name is a user. */
  accountOf(user: string): { host: string; port: number; user: string; pass: { reveal(): string } };
  /** Files a mail into a folder of a user. */
  append(user: string, raw: Uint8Array, folder?: string): Promise<void>;
  /** Throws all mails of a user away; the mailbox is made anew, with another UIDVALIDITY. */
  forget(user: string): void;
  stop(): Promise<void>;
  /** The same server again, on the same ports, with the mails it had. */
  restart(): Promise<void>;
}

const PROGRAM = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find((path) =>
  existsSync(path),
);

export const hasDovecot = PROGRAM !== undefined;
if (!hasDovecot) tellMissing('Dovecot', 'dovecot-imapd dovecot-lmtpd');

export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  const [port, lmtpPort] = [await freePort(), await freePort()];
  for (const name of ['run', 'state', 'mail', 'users']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, lmtpPort));
  if (runsAsRoot)
    for (const path of [folder, ...['run', 'state', 'mail', 'users'].map((name) => join(folder, name))])
      chownSync(path, serverIds.uid, serverIds.gid);
  // In the foreground, so that the process started is the server itself and none is left behind.
  const start = () =>
    startServer([PROGRAM ?? 'dovecot', '-F', '-c', join(folder, 'dovecot.conf')], { port, cwd: folder });
  let server = await start();
  const accountOf = (user: string) => ({ host: '127.0.0.1', port, user, pass: { reveal: () => 'test' } });
  return {
    port,
    lmtpPort,
    accountOf,
    async append(user, raw, to = 'INBOX') {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: 'test' },
        logger: false,
      });
      await client.connect();
      await client.append(to, Buffer.from(raw));
      await client.logout();
    },
    forget: (user) => rmSync(join(folder, 'mail', user), { recursive: true, force: true }),
    async stop() {
      await endServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
    async restart() {
      await endServer(server);
      server = await start();
    },
  };
}

function configuration(folder: string, port: number, lmtpPort: number): string {
  const user = runsAsRoot ? 'nobody' : userInfo().username;
  const group = groupOf(serverIds.gid);
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group = ${group}
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%n
passdb {
  driver = static
  args = password=test
}
userdb {
  driver = static
  args = uid=${serverIds.uid} gid=${serverIds.gid} home=${folder}/users/%n
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
`;
}

function groupOf(gid: number): string {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((entry) => entry.split(':')[2] === String(gid));
  return line?.split(':')[0] ?? 'nogroup';
}
