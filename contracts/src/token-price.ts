import { z } from 'zod';

/** Rupees per million tokens, of questions and of answers. */
export const tokenPrice = z.strictObject({
  input: z.number().min(0).max(1_000_000),
  output: z.number().min(0).max(1_000_000),
});
export type TokenPrice = z.infer<typeof tokenPrice>;
