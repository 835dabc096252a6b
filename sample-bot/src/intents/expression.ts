/** Owns sums written with signs: 12 x (3 + 4), 15% of 200. Reads digits with commas; knows nothing of words but `of`. */

const SUM = /(?<![\p{L}\d/.:-])[(\s]*\d[\d,.\s()%]*(?:[+*/×÷x^-][\s(]*\d[\d,.\s()%]*)+/gu;
const DATE = /\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/u;
const PHONE = /^[\d\s-]{9,}$/u;

type Read = { value: number; rest: string };

const skip = (text: string): string => text.trimStart();

function primary(text: string): Read | null {
  const from = skip(text);
  if (from.startsWith('(')) {
    const inner = sum(from.slice(1));
    const after = inner === null ? '' : skip(inner.rest);
    return inner !== null && after.startsWith(')') ? { value: inner.value, rest: after.slice(1) } : null;
  }
  const number = /^\d[\d,]*(?:\.\d+)?/u.exec(from)?.[0];
  if (number === undefined) return null;
  const rest = from.slice(number.length);
  const value = Number(number.replaceAll(',', ''));
  return /^\s*%/u.test(rest) ? { value: value / 100, rest: rest.replace(/^\s*%/u, '') } : { value, rest };
}

function product(text: string): Read | null {
  let left = primary(text);
  while (left !== null) {
    const operator = /^\s*([*/×÷x])/u.exec(left.rest);
    if (operator === null) return left;
    const right = primary(left.rest.slice(operator[0].length));
    if (right === null) return null;
    const value: number = '/÷'.includes(operator[1] ?? '') ? left.value / right.value : left.value * right.value;
    left = { value, rest: right.rest };
  }
  return null;
}

function sum(text: string): Read | null {
  let left = product(text);
  while (left !== null) {
    const operator = /^\s*([+-])/u.exec(left.rest);
    if (operator === null) return left;
    const right = product(left.rest.slice(operator[0].length));
    if (right === null) return null;
    left = { value: operator[1] === '-' ? left.value - right.value : left.value + right.value, rest: right.rest };
  }
  return null;
}

/** The value of the first sum in a folded text; null when there is none, such as for a date or a phone number. */
export function evaluate(folded: string): number | null {
  for (const [found] of folded.matchAll(SUM)) {
    if (DATE.test(found) || PHONE.test(found)) continue;
    const read = sum(found.trim());
    if (read !== null && skip(read.rest) === '' && Number.isFinite(read.value)) return read.value;
  }
  return null;
}
