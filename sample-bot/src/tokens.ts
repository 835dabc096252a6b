/** Owns the counting of tokens for usage figures: an estimate in the manner of a multilingual tokenizer. */

/** Up to five Latin letters or digits, or two letters of another script with their marks; spaces go with what follows. */
const TOKEN = /\s*(?:[\p{Script=Latin}\p{N}]{1,5}|(?:[^\p{Script=Latin}\p{N}\s][\p{M}\u200c\u200d]*){1,2})|\s+/gu;

/** The pieces of a text; joined again they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** What the frame of a message costs, as in the usage of hosted models. */
const TOKENS_OF_FRAME = 4;

export function promptTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + tokensOf(text).length + TOKENS_OF_FRAME, 0);
}
