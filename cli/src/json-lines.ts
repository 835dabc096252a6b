/** Files of JSON lines, in and out: one line out for each line in, in the same order, whatever is wrong with it. */
import { createReadStream } from 'node:fs';
import { splitLines } from '@sacred-qa/foundation/lines';
import { usageError } from './failure.ts';

export type ReadLine = { value: unknown } | { problem: string };

/** The lines of a file; a byte order mark and the end of the last line are no lines. */
export async function* readJsonLines(file: string): AsyncGenerator<ReadLine> {
  const source = createReadStream(file);
  let number = 0;
  try {
    for await (const line of splitLines(source)) {
      number += 1;
      yield parseLine(number === 1 ? line.replace(/^\ufeff/, '') : line, number);
    }
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  } finally {
    source.destroy();
  }
}

function parseLine(line: string, number: number): ReadLine {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    return { problem: `Line ${number} is not JSON: ${(error as Error).message}` };
  }
}
