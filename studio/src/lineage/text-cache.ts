/** Keeps texts by key up to a number of characters in all; the one that was not asked for longest goes first. */
export interface TextCache {
  get(key: string): string | undefined;
  /** A text that is longer than all may be together is not kept. */
  set(key: string, text: string): void;
}

export function createTextCache(maxChars: number): TextCache {
  // A Map keeps the order in which keys were set, so setting one again makes it the youngest.
  const texts = new Map<string, string>();
  let chars = 0;

  function remove(key: string): void {
    chars -= texts.get(key)?.length ?? 0;
    texts.delete(key);
  }

  return {
    get(key) {
      const text = texts.get(key);
      if (text === undefined) return undefined;
      texts.delete(key);
      texts.set(key, text);
      return text;
    },
    set(key, text) {
      remove(key);
      if (text.length > maxChars) return;
      texts.set(key, text);
      chars += text.length;
      for (const oldest of texts.keys()) {
        if (chars <= maxChars) break;
        remove(oldest);
      }
    },
  };
}
