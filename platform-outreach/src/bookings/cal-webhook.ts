/** What arrives at the webhook: whether Cal.com signed these very bytes, and what they say. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { instantOf } from './cal-booking.ts';

/** What Cal.com writes into the header when its webhook was given no secret. */
const NO_SECRET = 'no-secret-provided';

export interface Envelope {
  trigger: string;
  /** When Cal.com wrote it. */
  createdAt: string | null;
  payload: Record<string, unknown>;
}

/** `unsigned`: the webhook has no secret at Cal.com, or nothing was signed. `forged`: signed by another secret, or changed. */
export function checkSignature(raw: Buffer, header: string, secret: string): 'signed' | 'unsigned' | 'forged' {
  const given = header.trim();
  if (given === '' || given === NO_SECRET) return 'unsigned';
  if (!/^[0-9a-f]{64}$/.test(given)) return 'forged';
  const expected = createHmac('sha256', secret).update(raw).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), expected) ? 'signed' : 'forged';
}

const envelope = z.object({
  triggerEvent: z.string().regex(/^[A-Z][A-Z0-9_]{0,79}$/),
  createdAt: z.string().nullish().catch(null),
  payload: z.record(z.string(), z.unknown()),
});

/** Null for what is not of Cal.com's default form, such as a payload template of one's own. */
export function readEnvelope(raw: Buffer): Envelope | null {
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return null;
  }
  const parsed = envelope.safeParse(said);
  if (!parsed.success) return null;
  const { triggerEvent, createdAt, payload } = parsed.data;
  return { trigger: triggerEvent, createdAt: instantOf(createdAt), payload };
}

/** The booking that any payload speaks of; those about absence name it in another field. */
export function uidIn(payload: Record<string, unknown>): string | null {
  const uid = payload.uid ?? payload.bookingUid;
  return typeof uid === 'string' && /^[\w-]{1,100}$/.test(uid) ? uid : null;
}
