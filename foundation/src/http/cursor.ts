/** Cursors of lists: where a page ended, signed, so that nobody can make one up or use one list's with another. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';

export interface Cursors {
  encode(list: string, position: string): string;
  /** Throws `bad_cursor` for anything that `encode` did not make for this list. */
  decode(list: string, cursor: string): string;
}

const SIGNATURE_BYTES = 16;

export function createCursors(secret: Buffer): Cursors {
  const sign = (list: string, position: string): Buffer =>
    createHmac('sha256', secret)
      .update(JSON.stringify([list, position]))
      .digest()
      .subarray(0, SIGNATURE_BYTES);

  return {
    encode: (list, position) => Buffer.concat([sign(list, position), Buffer.from(position)]).toString('base64url'),

    decode(list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      const position = bytes.subarray(SIGNATURE_BYTES).toString();
      const isOurs =
        bytes.length > SIGNATURE_BYTES &&
        bytes.toString('base64url') === cursor &&
        timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(list, position));
      if (isOurs) return position;
      throw new StudioError('bad_cursor', 'This cursor was not made for this list. Start again without one.');
    },
  };
}
