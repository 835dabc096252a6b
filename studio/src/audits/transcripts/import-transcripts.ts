/** Brings recorded chats of several forms into the lines that `transcripts score` and an audit read. Calls nobody. */
import type { Message } from '@sacred-qa/contracts/text';
import { CsvFault, parseCsv } from './csv.ts';
import { type JsonValue, readJsonRecords } from './json-records.ts';
import { leaveOut, type RecordedConversation, type Recording, roleOfName } from './recorded.ts';
import { type Columns, findColumns, readRows } from './table.ts';
import { isWhatsApp, readWhatsApp } from './whatsapp.ts';

export const FORMATS = ['jsonl', 'csv', 'whatsapp'] as const;
export type Format = (typeof FORMATS)[number];

export interface ImportOptions {
  /** Names conversations that have no id of their own. */
  name: string;
  format?: Format | undefined;
  columns?: Columns | undefined;
  /** The speaker that is the product under audit, as the file names it. */
  bot?: string | undefined;
  /** Hours of silence that end a WhatsApp conversation. */
  gapHours: number;
  /** The pattern of each conversation for which the file names none. */
  pattern?: string | undefined;
}

/** One line of a transcripts file. */
export interface TranscriptLine {
  id: string;
  pattern?: string;
  conversations: [Message[]];
}

export type Imported =
  | { kind: 'imported'; format: Format; lines: TranscriptLine[]; leftOut: Map<string, number> }
  | { kind: 'refused'; detail: string };

export function importTranscripts(bytes: Uint8Array, options: ImportOptions): Imported {
  const decoded = decodeFile(bytes);
  if (decoded === null)
    return refused('The file is not UTF-8. Save it as UTF-8 ("CSV UTF-8" in a spreadsheet) and try again.');
  if (decoded.trim() === '') return refused('The file is empty.');
  const format = options.format ?? formatOf(decoded);
  const recording = readAs(format, decoded, options);
  if ('detail' in recording) return refused(recording.detail);
  return rolesGiven(recording, format, options);
}

const refused = (detail: string): Imported => ({ kind: 'refused', detail });

/** UTF-8, or UTF-16 when its byte order mark says so; null for anything else. */
function decodeFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function formatOf(text: string): Format {
  if (/^\s*[{[]"?\s*["{]/.test(text)) return 'jsonl';
  return isWhatsApp(text) ? 'whatsapp' : 'csv';
}

function readAs(format: Format, text: string, options: ImportOptions): Recording | { detail: string } {
  if (format === 'whatsapp') {
    if (!isWhatsApp(text)) return { detail: 'No line of the file begins as an exported WhatsApp message does.' };
    return readWhatsApp(text, options);
  }
  return format === 'jsonl' ? readJson(text, options) : readCsv(text, options);
}

function readJson(text: string, options: ImportOptions): Recording {
  const leftOut = new Map<string, number>();
  const values = valuesOf(text, leftOut);
  const recording = readJsonRecords(values, options.name, options.columns ?? {});
  for (const [why, count] of leftOut) recording.leftOut.set(why, count);
  return recording;
}

/** JSON lines; or one JSON list of records, as an export of an API often is. */
function valuesOf(text: string, leftOut: Map<string, number>): JsonValue[] {
  const whole = /^\s*\[/.test(text) ? parsed(text) : undefined;
  if (Array.isArray(whole)) return whole.map((value, index) => ({ line: index + 1, value }));
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parsed(line);
    if (value === undefined) leaveOut(leftOut, 'lines that are not JSON');
    return value === undefined ? [] : [{ line: index + 1, value }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCsv(text: string, options: ImportOptions): Recording | { detail: string } {
  try {
    const { header, rows } = parseCsv(text);
    const found = findColumns(header, options.columns ?? {});
    if (found.kind === 'problem') return found;
    const place = new Map(header.map((name, index) => [name, index]));
    const named = rows.map(({ line, cells }) => ({
      line,
      get: (column: string) => cells[place.get(column) ?? -1] ?? '',
    }));
    return readRows(named, found.columns, options.name);
  } catch (error) {
    if (error instanceof CsvFault) return { detail: error.message };
    throw error;
  }
}

/** Says who is the bot, joins what one side said in a row to one turn, and leaves out what holds no answer. */
function rolesGiven(recording: Recording, format: Format, options: ImportOptions): Imported {
  const { conversations, leftOut } = recording;
  const speakers = countSpeakers(conversations);
  const bot = options.bot?.trim();
  if (bot !== undefined && !speakers.has(bot)) {
    return refused(`Nobody in the file is called "${bot}". There speak: ${told(speakers)}.`);
  }
  const isKnown = [...speakers.keys()].some((speaker) => roleOfName(speaker) === 'assistant');
  if (bot === undefined && !isKnown)
    return refused(`Who is the bot? Name it with --bot NAME. There speak: ${told(speakers)}.`);
  const roleOf = (speaker: string): Message['role'] => {
    if (bot !== undefined)
      return speaker.trim() === bot ? 'assistant' : roleOfName(speaker) === 'system' ? 'system' : 'user';
    return roleOfName(speaker) ?? 'user';
  };
  const lines = conversations.flatMap((conversation) => {
    const messages = turnsOf(conversation, roleOf);
    if (messages.some(({ role }) => role === 'assistant')) return [lineOf(conversation, messages, options)];
    leaveOut(leftOut, 'conversations without an answer of the bot');
    return [];
  });
  return { kind: 'imported', format, lines, leftOut };
}

function lineOf({ id, pattern }: RecordedConversation, messages: Message[], options: ImportOptions): TranscriptLine {
  const named = pattern ?? options.pattern;
  return { id, ...(named === undefined ? {} : { pattern: named }), conversations: [messages] };
}

function turnsOf({ utterances }: RecordedConversation, roleOf: (speaker: string) => Message['role']): Message[] {
  const messages: Message[] = [];
  for (const { speaker, text, lang } of utterances) {
    const role = roleOf(speaker);
    const last = messages.at(-1);
    if (last?.role === role) last.text += `\n${text}`;
    else messages.push({ role, ...(lang === undefined ? {} : { lang }), text });
  }
  return messages;
}

function countSpeakers(conversations: readonly RecordedConversation[]): Map<string, number> {
  const speakers = new Map<string, number>();
  for (const { speaker } of conversations.flatMap(({ utterances }) => utterances)) {
    speakers.set(speaker.trim(), (speakers.get(speaker.trim()) ?? 0) + 1);
  }
  return speakers;
}

const told = (speakers: ReadonlyMap<string, number>): string =>
  [...speakers]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([speaker, count]) => `${speaker === '' ? '(no name)' : speaker} (${count})`)
    .join(', ');
