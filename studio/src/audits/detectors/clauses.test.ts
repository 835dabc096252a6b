import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clauseAt, clausesOf, sentenceAt, sentencesOf } from './clauses.ts';

const text = fc
  .array(fc.constantFrom('एक ', 'लेकिन ', 'two, ', 'Rs. ', '5,000', '। ', '. ', '\n', '(so) ', 'but', ' — ', '', '🙏'))
  .map((pieces) => pieces.join(''));

test('the clause and the sentence at a place are those of the whole text, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat(80), fc.nat(10)), { minLength: 1 }), (asked) => {
      for (const [said, start, length] of asked) {
        const end = start + length;
        const whole = { start, end, text: said.slice(start, end) };
        for (const [at, of] of [
          [clauseAt, clausesOf],
          [sentenceAt, sentencesOf],
        ] as const) {
          const parts = of(said);
          expect(at(said, start, end)).toEqual(parts.find((p) => p.start <= start && start < p.end) ?? whole);
          for (const part of parts) expect(part.text).toBe(said.slice(part.start, part.end));
        }
      }
    }),
  );
});
