/** How two typings of one address are known as the same: composed, lower case, without blanks around. */
export const foldAddress = (address: string): string => address.normalize('NFC').trim().toLowerCase();
