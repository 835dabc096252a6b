/** Owns how bytes become lines: a line ends at \n (or \r\n), and at nothing else that a text may hold, such as U+2028. */

/** A letter may lie across two pieces. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The lines as they come, without their ends; the end of the last line is no line. A byte order mark stays. */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of decoded(bytes)) {
    const lines = piece.split('\n');
    // What came before is only put in front, never searched again: a line of 16 MiB comes in a thousand pieces.
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
