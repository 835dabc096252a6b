/** Tells the answer from everything else on a page: by what stood there before the question and what stands there now. */

export interface PageRequest {
  want: 'blocks' | 'input' | 'launcher';
  /** A CSS selector of the user's, where one was given. */
  selector?: string | undefined;
  typing?: string | undefined;
}

export interface Block {
  text: string;
  isTyping: boolean;
}

export interface Seen {
  /** Texts in reading order, one for each box. */
  blocks: Block[];
  /** How many signs of typing are to be seen. */
  busy: number;
  isTooLarge: boolean;
}

/** Times and states that a chat prints under a message, and dots that stand for typing. */
const FURNITURE =
  /^(\p{Nd}{1,2}[:.]\p{Nd}{2}(\s?[ap]\.?m\.?)?|(just )?now|today|yesterday|sent|seen|read|delivered|[.…•·●○⋯\s]+|.{0,24}\b(is )?(typing|thinking|writing)\b\W*|\p{Nd}+ ?(s|m|h|d|min|sec|mins|secs|minutes?|seconds?|hours?|days?)( ago)?)$/iu;
/** One word before the visitor's own text, in one box with it. */
const YOU = /^[\p{L}\p{M}]{1,12}:\s/u;
/** A name over a message is no longer than this. */
const LONGEST_LABEL = 30;

const spoken = (seen: Seen): string[] =>
  seen.blocks.filter(({ text, isTyping }) => !isTyping && !FURNITURE.test(text)).map(({ text }) => text);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Empty while there is none. Works on texts alone, so a page that draws its whole chat anew is read as well. */
export function answerOnPage(before: Seen, now: Seen, question: string): string {
  const old = spoken(before);
  const all = spoken(now);
  let start = 0;
  while (start < old.length && start < all.length && old[start] === all[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(old.length, all.length) - start && old.at(-1 - tail) === all.at(-1 - tail)) tail += 1;
  const fresh = all.slice(start, all.length - tail);
  const isInsertion = start + tail === old.length;
  const echo = echoIn(fresh, squeezed(question));
  const isWaiting = now.busy > before.busy || now.blocks.some(({ isTyping }) => isTyping);
  const textOf = (blocks: readonly string[]): string => withoutLabel(blocks, old, isWaiting);
  if (echo === null) return textOf(isInsertion ? fresh : without(fresh, old.slice(start, old.length - tail)));
  const after = fresh.slice(echo.to);
  // Some lists stand newest first. What stands before the question is then new, too.
  if (after.length === 0 && isInsertion) return textOf(fresh.slice(0, echo.from));
  return textOf(after);
}

/** Where the question itself stands, in one block or in several when it has several lines. */
function echoIn(blocks: readonly string[], question: string): { from: number; to: number } | null {
  for (let from = blocks.length - 1; from >= 0; from -= 1) {
    let joined = '';
    for (let to = from; to < blocks.length && joined.length <= question.length; to += 1) {
      joined = squeezed(`${joined} ${blocks[to]}`);
      if (joined === question) return { from, to: to + 1 };
    }
  }
  const labelled = blocks.findLastIndex((block) => YOU.test(block) && squeezed(block.replace(YOU, '')) === question);
  return labelled === -1 ? null : { from: labelled, to: labelled + 1 };
}

function without(blocks: readonly string[], known: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of known) left.set(text, (left.get(text) ?? 0) + 1);
  return blocks.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** The name of the bot, which stood over its earlier messages, is no part of this one; alone, it announces one. */
function withoutLabel(blocks: readonly string[], old: readonly string[], isWaiting: boolean): string {
  const [first] = blocks;
  const isLabel = first !== undefined && first.length <= LONGEST_LABEL && old.includes(first);
  return (isLabel && (blocks.length > 1 || isWaiting) ? blocks.slice(1) : blocks).join('\n').trim();
}
