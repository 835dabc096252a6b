/** `studio text`: are two texts the same to an Indian reader? Needs no store. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { textEqual } from '@sacred-qa/studio/text-equality';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import { readJsonLines } from '../json-lines.ts';

const equal: Command = async ({ args, out }) => {
  const pairs = args.text('pairs');
  if (pairs !== undefined) {
    const count = await out.jsonLines(comparedLines(pairs));
    out.note(`${count.toLocaleString('en-IN')} pairs compared.`);
    return EXIT.ok;
  }
  const [a, b] = [args.positional(0), args.positional(1)];
  if (a === '' || b === '') throw usageError('Give two texts, or a file of pairs.', 'See: studio text equal --help');
  const result = textEqual(a, b, args.text('lang') ?? 'und');
  out.print(`${result.equal ? 'equal' : 'different'}: ${result.why}\n`);
  out.json(result);
  return EXIT.ok;
};

async function* comparedLines(file: string): AsyncGenerator<unknown> {
  for await (const line of readJsonLines(file)) {
    if ('problem' in line) {
      yield { equal: false, why: line.problem };
      continue;
    }
    const { a, b, lang } = Object(line.value) as { a?: unknown; b?: unknown; lang?: unknown };
    if (typeof a !== 'string' || typeof b !== 'string') yield { equal: false, why: 'The line has no texts a and b.' };
    else yield textEqual(a, b, typeof lang === 'string' ? lang : 'und');
  }
}

export const commands: Commands = { equal };
