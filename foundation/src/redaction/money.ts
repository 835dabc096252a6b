/** Amounts, which may have as many digits as an identifier. */
import type { Stretch } from './identifier.ts';
import type { Reading } from './reading.ts';

const CURRENCY_BEFORE = /(?:[₹$€£]|(?<![a-z])(?:rs\.?|inr|usd|rupees?)|रु\.?|रुपये|রুপি|টাকা|ரூ\.?|రూ\.?|ರೂ\.?|രൂ\.?)\s*$/iu;
const CURRENCY_AFTER =
  /^\s*(?:\/-|%|(?:rs|rupees?|rupaye|rupay|lakhs?|crores?|lacs?)(?![a-z])|रुपये|रुपए|रु|लाख|करोड|টাকা|લાખ|રૂપિયા|ਰੁਪਏ|ଟଙ୍କା|ரூபாய்|రూపాయ|ರೂಪಾಯಿ|രൂപ|روپے)/iu;

export function isMoney({ text }: Reading, { start, end }: Stretch): boolean {
  return (
    CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 10), start)) || CURRENCY_AFTER.test(text.slice(end, end + 12))
  );
}
