/** An instant as a person in India reads it, with its zone; the exact UTC instant is in the markup. */
import { clockIst, dayIst, sameDayIst } from './format.ts';

export function Time({ at, brief = false }: { at: string; brief?: boolean }) {
  const today = sameDayIst(at, new Date().toISOString());
  const text = brief && today ? `${clockIst(at)} IST` : `${dayIst(at)}, ${clockIst(at)} IST`;
  return (
    <time dateTime={at} title={at}>
      {text}
    </time>
  );
}
