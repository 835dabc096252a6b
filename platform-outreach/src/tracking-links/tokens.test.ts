import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokens, type TokenPurpose } from './tokens.ts';

const tokens = createTokens({ keyOf: (purpose) => Buffer.from(purpose.padEnd(32, '.')) });
const purposes: TokenPurpose[] = ['unsubscribe', 'open', 'click', 'booking'];
const subject = fc.record({ message: fc.uuid(), position: fc.integer({ min: 0, max: 255 }) });

test('what was signed for a purpose is read for that purpose, and for no other', () => {
  fc.assert(
    fc.property(subject, fc.constantFrom(...purposes), (one, purpose) => {
      const token = tokens.sign(purpose, one);
      expect(token).toMatch(/^[\w-]+$/);
      for (const other of purposes) expect(tokens.read(other, token)).toEqual(other === purpose ? one : null);
    }),
  );
});

test('a token with any sign changed, cut or added is not ours', () => {
  fc.assert(
    fc.property(subject, fc.nat(), fc.constantFrom('A', 'b', '_', ''), (one, at, sign) => {
      const token = tokens.sign('click', one);
      const place = at % token.length;
      const changed = token.slice(0, place) + sign + token.slice(place + 1);
      fc.pre(changed !== token);
      expect(tokens.read('click', changed)).toBeNull();
      expect(tokens.read('click', `${token}=`)).toBeNull();
    }),
  );
});
