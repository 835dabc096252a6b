/** `studio outreach inbox`: the mails that came back, and what they are. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { OutgoingIndex, OutgoingMail } from '@sacred-qa/platform-outreach/outgoing';
import type { Command } from '../command.ts';
import { usageError } from '../failure.ts';
import { readJsonLines } from '../json-lines.ts';

/** Above what mail servers let through; such a file is no mail, and would only fill the memory. */
const MAIL_BYTES = 100 * 1024 * 1024;

export const classify: Command = async ({ args, out }) => {
  const folder = args.positional(0);
  const files = mailFiles(folder);
  const outgoing = await readOutgoing(args.required('outgoing'), (line) => out.note(line));
  const { indexOutgoing } = await import('@sacred-qa/platform-outreach/outgoing');
  const index = indexOutgoing(outgoing);
  const counts = new Map<string, number>();
  async function* classified(): AsyncGenerator<unknown> {
    for (const file of files) {
      const line = await classifyFile(join(folder, file), index);
      counts.set(line.kind, (counts.get(line.kind) ?? 0) + 1);
      yield { file, ...line };
    }
  }
  await out.jsonLines(classified());
  const told = [...counts].sort().map(([kind, count]) => `${count} ${kind}`);
  out.note(`${files.length} mails: ${told.join(', ') || 'there is no .eml file in this folder'}.`);
  return EXIT.ok;
};

function mailFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.eml$/i.test(name))
      .sort();
  } catch (error) {
    throw usageError(`${folder} cannot be read as a folder: ${(error as Error).message}.`);
  }
}

async function classifyFile(path: string, index: OutgoingIndex) {
  const { classifyRaw } = await import('@sacred-qa/platform-outreach/inbox');
  try {
    if (statSync(path).size > MAIL_BYTES) throw new Error('it is larger than 100 MB');
    return await classifyRaw(readFileSync(path), index);
  } catch (error) {
    const reason = `It cannot be read as a mail: ${(error as Error).message}.`;
    return { kind: 'unrelated', matches: null, recipient: null, sentiment: null, error: reason };
  }
}

/** Lines that name no mail are told and left out: the others can still be matched. */
async function readOutgoing(file: string, tell: (line: string) => void): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = [];
  let number = 0;
  for await (const line of readJsonLines(file)) {
    number += 1;
    const mail = 'problem' in line ? null : toOutgoing(line.value);
    if (mail === null) tell(`${file}, line ${number} is left out: it needs messageId, to, subject and date as texts.`);
    else mails.push(mail);
  }
  return mails;
}

function toOutgoing(value: unknown): OutgoingMail | null {
  const given = Object(value) as Record<string, unknown>;
  const text = (name: string): string | undefined => {
    const found = given[name];
    return typeof found === 'string' ? found : undefined;
  };
  const [messageId, to, subject, date] = [text('messageId'), text('to'), text('subject'), text('date')];
  if (messageId === undefined || to === undefined || subject === undefined || date === undefined) return null;
  const extra = Object.fromEntries(
    ['envelopeFrom', 'replyTo', 'envelopeId'].flatMap((name) => (text(name) === undefined ? [] : [[name, text(name)]])),
  );
  return { messageId, to, subject, date, ...extra };
}
