/** Where a command's words go: results on stdout, remarks on stderr, data where --json says. */
import { createWriteStream, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { decoded } from '@sacred-qa/foundation/lines';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { coloursWanted, createPaint, type Paint } from './terminal/colours.ts';
import { type Column, type Frame, renderFields, renderTable } from './terminal/table.ts';

export interface Output {
  frame: Frame;
  /** A result for a person. Silent when stdout carries JSON. */
  print(text: string): void;
  table(columns: readonly Column[], rows: readonly (readonly string[])[], whenEmpty: string): void;
  fields(fields: readonly (readonly [string, string])[]): void;
  /** A remark on the way; a line of its own. */
  note(line: string): void;
  /** Writes the data when --json asked for it. */
  json(value: unknown): void;
  /** The same with data that come as JSON already, piece by piece. */
  jsonBytes(bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Writes a value a line, as they come: where --json says, else to stdout. Answers how many. */
  jsonLines(values: AsyncIterable<unknown>): Promise<number>;
  /** Colours for stderr, which may be a terminal when stdout is none. */
  paintNote: Paint;
}

export function createOutput(io: Io, jsonTo: string | undefined): Output {
  const paintFor = (columns: number | null): Paint =>
    createPaint(coloursWanted({ isTerminal: columns !== null, env: io.env }));
  const frame: Frame = { width: io.stdout.columns ?? Number.POSITIVE_INFINITY, paint: paintFor(io.stdout.columns) };
  const print = (text: string): void => {
    if (jsonTo !== '-') io.stdout.write(text);
  };
  const note = (line: string): void => io.stderr.write(`${line}\n`);
  return {
    frame,
    print,
    note,
    paintNote: paintFor(io.stderr.columns),
    table(columns, rows, whenEmpty) {
      if (rows.length > 0) print(renderTable(columns, rows, frame));
      else if (jsonTo !== '-') note(whenEmpty);
    },
    async jsonLines(values) {
      if (jsonTo !== undefined && jsonTo !== '-') return writeLines(jsonTo, textsOf(values));
      let count = 0;
      for await (const line of textsOf(values)) {
        count += 1;
        io.stdout.write(`${line}\n`);
      }
      return count;
    },
    fields: (fields) => print(renderFields(fields, frame.paint)),
    json(value) {
      if (jsonTo === undefined) return;
      const text = `${JSON.stringify(value, null, 2)}\n`;
      if (jsonTo === '-') io.stdout.write(text);
      else writeWhole(jsonTo, text);
    },
    async jsonBytes(bytes) {
      if (jsonTo === undefined) return;
      if (jsonTo !== '-') return writeBytes(jsonTo, bytes);
      for await (const text of decoded(bytes)) io.stdout.write(text);
    },
  };
}

async function* textsOf(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield JSON.stringify(value);
}

/** Writes beside and renames, so that a reader never sees half a file. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** Writes lines as they come, beside and renamed at the end; answers how many. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  let count = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const line of lines) {
      count += 1;
      yield Buffer.from(`${line}\n`);
    }
  }
  await writeBytes(file, counted());
  return count;
}

/** Writes bytes as they come, beside and renamed at the end. */
export async function writeBytes(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await pipeline(bytes, createWriteStream(beside));
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error instanceof Failure ? error : cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): Failure {
  return new Failure(EXIT.refused, `${file} cannot be written: ${(error as Error).message}.`, { cause: error });
}
