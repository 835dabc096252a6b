/** Owns Postfix's smtp-sink on loopback: a real SMTP server that files each mail as one file and can be told to misbehave. */
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endServer, freePort, runsAsRoot, serverIds, startServer, tellMissing } from './server-process.ts';

export interface SmtpSink {
  port: number;
  /** What has arrived: one text a mail, the sink's own X- lines first, in no order. */
  mails(): string[];
  stop(): Promise<void>;
}

/** POSTFIX_TREE names a folder into which Debian's package was unpacked, without being installed. */
const TREE = process.env.POSTFIX_TREE ?? '';
const PROGRAM = [`${TREE}/usr/sbin/smtp-sink`, '/usr/sbin/smtp-sink', '/usr/libexec/postfix/smtp-sink'].find((path) =>
  existsSync(path),
);

export const hasSmtpSink = PROGRAM !== undefined;
if (!hasSmtpSink) tellMissing('smtp-sink', 'postfix, or unpack that package and set POSTFIX_TREE');

/**
 * `faults` are smtp-sink's own words: `-f RCPT -B "550 5.1.1 no such user"` refuses for good, `-r DATA` for now, `-q .`
 * files the mail and cuts the connection before its 250, `-w 2` is slow.
 */
export async function startSmtpSink(faults: readonly string[] = []): Promise<SmtpSink> {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-sink-'));
  if (runsAsRoot) chownSync(folder, serverIds.uid, serverIds.gid);
  const port = await freePort();
  const sink = await startServer([PROGRAM ?? 'smtp-sink', '-c', '-d', '%M.', ...faults, `127.0.0.1:${port}`, '100'], {
    port,
    cwd: folder,
    env: { LD_LIBRARY_PATH: `${TREE}/usr/lib/postfix` },
  });
  return {
    port,
    mails: () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
    async stop() {
      await endServer(sink, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
