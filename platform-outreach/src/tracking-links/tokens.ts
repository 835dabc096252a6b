/** Signed names of mails that stand in links: opaque, hard to forge, each good for one purpose only. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** unsubscribe, open (pixel), click, booking (metadata that Cal.com hands back). */
export type TokenPurpose = 'unsubscribe' | 'open' | 'click' | 'booking';

export interface TokenSubject {
  /** `messages.id`. */
  message: string;
  /** Which link of the mail; 0 for the other purposes. */
  position: number;
}

export type Tokens = ReturnType<typeof createTokens>;

const ID_BYTES = 16;
const BODY_BYTES = ID_BYTES + 1;
/** 96 bits: nobody guesses one, and a link stays short. */
const MAC_BYTES = 12;

export function createTokens(deps: { keyOf: (purpose: TokenPurpose) => Buffer }) {
  const macOf = (purpose: TokenPurpose, body: Buffer): Buffer =>
    createHmac('sha256', deps.keyOf(purpose)).update(body).digest().subarray(0, MAC_BYTES);
  return {
    sign(purpose: TokenPurpose, { message, position }: TokenSubject): string {
      const body = Buffer.alloc(BODY_BYTES);
      body.write(message.replaceAll('-', ''), 'hex');
      body.writeUInt8(position, ID_BYTES);
      return Buffer.concat([body, macOf(purpose, body)]).toString('base64url');
    },

    /** Null for one that we did not sign for this purpose. */
    read(purpose: TokenPurpose, token: string): TokenSubject | null {
      const bytes = Buffer.from(token, 'base64url');
      // Decoding is lenient, so that several spellings would name one token: only ours counts.
      if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
      const body = bytes.subarray(0, BODY_BYTES);
      if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(purpose, body))) return null;
      const hex = body.toString('hex', 0, ID_BYTES);
      const message = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      );
      return { message, position: body.readUInt8(ID_BYTES) };
    },
  };
}
