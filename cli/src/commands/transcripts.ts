/** `studio transcripts`: brings conversations that took place elsewhere into one form, and judges them. Needs no store. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Arguments } from '../arguments.ts';
import type { Command, Commands } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { readJsonLines } from '../json-lines.ts';

const score: Command = async ({ args, out }) => {
  const { listPacks, readPack } = await import('@sacred-qa/studio/packs');
  const { createTranscriptScorer } = await import('@sacred-qa/studio/transcripts');
  const packId = args.text('pack');
  const loaded = packId === undefined ? await listPacks() : [await readPack(packId)];
  const scoreLine = createTranscriptScorer(loaded.map(({ pack }) => pack));
  const counts = { pass: 0, fail: 0, unscored: 0 };
  async function* scored(): AsyncGenerator<unknown> {
    for await (const line of readJsonLines(args.positional(0))) {
      const result =
        'problem' in line
          ? { id: null, pattern: null, verdict: 'unscored' as const, reason: line.problem, evidence: '' }
          : scoreLine(line.value);
      counts[result.verdict] += 1;
      yield result;
    }
  }
  const lines = await out.jsonLines(scored());
  out.note(`${lines} transcripts: ${counts.fail} fail, ${counts.pass} pass, ${counts.unscored} unscored.`);
  return EXIT.ok;
};

const FORMATS = ['jsonl', 'csv', 'whatsapp'] as const;
const COLUMNS = ['conversation', 'role', 'text', 'user', 'assistant', 'lang', 'pattern'];
/** Everything is read at once, so that who spoke is known before anything is written. */
const MAX_BYTES = 256 * 1024 * 1024;

const importFile: Command = async ({ args, out }) => {
  const { importTranscripts } = await import('@sacred-qa/studio/import-transcripts');
  const file = args.positional(0);
  const imported = importTranscripts(bytesOf(file), {
    name: basename(file, extname(file)),
    format: args.oneOf('format', FORMATS),
    columns: columnsFrom(args),
    bot: args.text('bot'),
    pattern: args.text('pattern'),
    gapHours: args.whole('gap-hours', 1, 10_000) ?? 12,
  });
  if (imported.kind === 'refused') throw usageError(`${file} cannot be taken in: ${imported.detail}`);
  const { lines, leftOut, format } = imported;
  for (const [why, count] of leftOut) out.note(`Left out: ${count} ${why}.`);
  if (lines.length === 0) throw new Failure(EXIT.refused, `${file} holds no conversation with an answer of the bot.`);
  await out.jsonLines(each(lines));
  out.note(`${lines.length} conversations, read as ${format}. Judge them with: studio transcripts score FILE`);
  return EXIT.ok;
};

function bytesOf(file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= MAX_BYTES) return bytes;
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as Error).message}.`);
  }
  throw usageError(`${file} is larger than 256 MB. Split it and take in one part after the other.`);
}

function columnsFrom(args: Arguments): Record<string, string> | undefined {
  const words = args.words('columns');
  if (words === undefined) return undefined;
  return Object.fromEntries(
    words.map((word) => {
      const [key = '', ...name] = word.split('=');
      if (name.length > 0 && COLUMNS.includes(key)) return [key, name.join('=')];
      throw usageError(
        `--columns takes pairs such as role=sender; "${word}" is none. Left of = stands one of: ${COLUMNS.join(', ')}.`,
      );
    }),
  );
}

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

export const commands: Commands = { score, import: importFile };
