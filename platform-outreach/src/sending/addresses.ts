/** The addresses under which a mail of ours comes back: plus-addresses that name it, for bounces and for replies. */
import addressparser from 'nodemailer/lib/addressparser';

/** `b` stands in the envelope (VERP) and takes bounces, `r` in Reply-To. */
export type ReturnPath = 'b' | 'r';

export interface Mailbox {
  name: string;
  address: string;
}

/** Null for what is no single address, such as an empty text or a list. */
export function mailboxOf(text: string): Mailbox | null {
  const [one, ...more] = addressparser(text, { flatten: true });
  if (one === undefined || more.length > 0 || !/^[^@\s]+@[^@\s]+$/.test(one.address)) return null;
  return { name: one.name, address: one.address };
}

/** `studio@domain` becomes `studio+b0123…@domain`. */
export function returnAddress(own: string, path: ReturnPath, message: string): string {
  const at = own.lastIndexOf('@');
  return `${own.slice(0, at)}+${path}${message.replaceAll('-', '')}${own.slice(at)}`;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
