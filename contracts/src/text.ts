import { z } from 'zod';

/** A text that somebody or something said, never a bare string: language (BCP 47) and direction travel with it. */
export const spokenText = z.strictObject({
  text: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
});
export type SpokenText = z.infer<typeof spokenText>;

export const message = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  lang: z.string().optional(),
  text: z.string(),
});
export type Message = z.infer<typeof message>;

const RTL_LANGUAGES = new Set(['ur', 'sd', 'ks', 'ar', 'fa', 'he']);

/** Direction of a BCP 47 tag: `ur` is right to left, `ur-Latn` is not. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = lang.split('-');
  if (subtags.some((subtag) => /^(latn|deva)$/i.test(subtag))) return 'ltr';
  return RTL_LANGUAGES.has(primary.toLowerCase()) ? 'rtl' : 'ltr';
}
