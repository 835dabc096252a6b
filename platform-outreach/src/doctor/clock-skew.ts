/** How far our clock is from the world's, by SNTP (RFC 4330). Mails and posts leave on their minute by it. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Clock } from '@sacred-qa/foundation/clock';
import { type Finding, fail, pass, skip, warn } from './check.ts';

export interface TimeServer {
  host: string;
  port: number;
}

const TIMEOUT_MS = 4_000;
/** Version 4, mode 3 (client). */
const QUESTION = Buffer.concat([Buffer.from([0x23]), Buffer.alloc(47)]);
/** Seconds from 1900, where NTP begins, to 1970. */
const NTP_EPOCH_S = 2_208_988_800;
const FINE_MS = 2_000;
const LATE_MS = 60_000;
const FIX = 'Let the machine keep its time by NTP, such as: timedatectl set-ntp true';

export async function checkClock(clock: Clock, server: TimeServer, heard: () => void): Promise<Finding> {
  const skewMs = await skewBy(clock, server).catch((error: Error) => error);
  if (skewMs instanceof Error) {
    // Many networks let no NTP through, and that is no fault of ours.
    return skip(
      `No time server answered (${server.host}).`,
      'See whether the machine keeps its time: timedatectl status',
    );
  }
  heard();
  const away = `Our clock is ${describe(skewMs)} the world’s.`;
  if (Math.abs(skewMs) <= FINE_MS) return pass(away);
  if (Math.abs(skewMs) <= LATE_MS) return warn(away, FIX);
  return fail(`${away} Mails and posts would leave at the wrong minute.`, FIX);
}

/** Positive when ours is ahead. Throws when nobody answers. */
async function skewBy(clock: Clock, { host, port }: TimeServer): Promise<number> {
  const socket = createSocket('udp4');
  try {
    const asked = clock.now();
    socket.send(QUESTION, port, host);
    const [answer] = (await once(socket, 'message', { signal: AbortSignal.timeout(TIMEOUT_MS) })) as [Buffer];
    if (answer.length < 48) throw new RangeError('no answer of SNTP');
    const [received, sent] = [instantAt(answer, 32), instantAt(answer, 40)];
    return -(received - asked + (sent - clock.now())) / 2;
  } finally {
    socket.close();
  }
}

function instantAt(packet: Buffer, at: number): number {
  return (packet.readUInt32BE(at) - NTP_EPOCH_S) * 1000 + (packet.readUInt32BE(at + 4) / 2 ** 32) * 1000;
}

function describe(skewMs: number): string {
  const seconds = Math.abs(skewMs) / 1000;
  if (seconds < 0.1) return 'right by';
  return `${seconds.toFixed(1)} s ${skewMs > 0 ? 'ahead of' : 'behind'}`;
}
