/** E-mail addresses as people type them into a sheet; scripts other than Latin are allowed before and after the @. */

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@.<>()[\]\\,;:"]{2,}$/u;
const ADDRESS_MAX = 254;

export const isAddress = (text: string): boolean => text.length <= ADDRESS_MAX && ADDRESS.test(text);
