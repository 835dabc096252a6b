/** `studio redact`: takes personal identifiers out of a text, or out of each line of a file. Needs no store. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { redactText } from '@sacred-qa/foundation/redaction';
import type { Command, Commands } from '../command.ts';
import { readJsonLines } from '../json-lines.ts';

const redact: Command = async ({ args, io, out }) => {
  const file = args.text('jsonl');
  if (file === undefined) {
    const redacted = redactText(await io.readStdin());
    out.print(redacted.text);
    out.json(redacted);
    return EXIT.ok;
  }
  const count = await out.jsonLines(redactedLines(file));
  out.note(`${count.toLocaleString('en-IN')} lines redacted.`);
  return EXIT.ok;
};

async function* redactedLines(file: string): AsyncGenerator<unknown> {
  for await (const line of readJsonLines(file)) {
    if ('problem' in line) yield { error: line.problem };
    else {
      const text = (line.value as { text?: unknown } | null)?.text;
      yield typeof text === 'string' ? redactText(text) : { error: 'The line has no member "text" that is a text.' };
    }
  }
}

export const commands: Commands = { '': redact };
