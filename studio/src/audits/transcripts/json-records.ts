/** Conversations out of JSON values: our own lines, lists of messages as chat APIs keep them, or one message a line. */
import { z } from 'zod';
import { leaveOut, type RecordedConversation, type Recording, type Utterance } from './recorded.ts';
import { type Columns, findColumns, readRows } from './table.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const part = z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]);
const content = z.union([z.string(), z.array(part).transform((parts) => parts.join(''))]);
const turn = z
  .object({
    role: z.string().optional(),
    from: z.string().optional(),
    sender: z.string().optional(),
    text: content.nullish(),
    content: content.nullish(),
    value: content.nullish(),
    lang: z.string().optional(),
  })
  .transform(
    ({ role, from, sender, text, content, value, lang }): Utterance => ({
      speaker: role ?? from ?? sender ?? '',
      text: text ?? content ?? value ?? '',
      ...(lang === undefined ? {} : { lang }),
    }),
  );
const turns = z.array(turn).min(1);

const record = z.object({
  id: id.nullish(),
  conversation_id: id.nullish(),
  pattern: z.string().nullish(),
  conversations: z.union([z.array(turns).min(1), turns.transform((one) => [one])]).optional(),
  messages: turns.optional(),
  conversation: turns.optional(),
});

export interface JsonValue {
  line: number;
  value: unknown;
}

export function readJsonRecords(values: readonly JsonValue[], name: string, told: Columns): Recording {
  const leftOut = new Map<string, number>();
  const conversations: RecordedConversation[] = [];
  const flat: JsonValue[] = [];
  for (const { line, value } of values) {
    const parsed = record.safeParse(value);
    const lists =
      parsed.data?.conversations ??
      [parsed.data?.messages ?? parsed.data?.conversation].filter((one) => one !== undefined);
    if (!parsed.success || lists.length === 0) {
      flat.push({ line, value });
      continue;
    }
    const given = parsed.data.id ?? parsed.data.conversation_id ?? `${name}#${line}`;
    for (const [index, utterances] of lists.entries()) {
      const own = lists.length === 1 ? given : `${given}/${index + 1}`;
      conversations.push({ id: own, pattern: parsed.data.pattern ?? null, utterances });
    }
  }
  const rows = flat.flatMap(({ line, value }) => rowOf(line, value, leftOut));
  const header = [...new Set(rows.flatMap(({ keys }) => keys))];
  const found = rows.length === 0 ? null : findColumns(header, told);
  if (found?.kind !== 'columns') {
    for (const _row of rows) leaveOut(leftOut, 'lines that hold no conversation');
    return { conversations, leftOut };
  }
  const fromRows = readRows(rows, found.columns, name);
  for (const [why, count] of fromRows.leftOut) leftOut.set(why, (leftOut.get(why) ?? 0) + count);
  return { conversations: [...conversations, ...fromRows.conversations], leftOut };
}

function rowOf(line: number, value: unknown, leftOut: Map<string, number>) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    leaveOut(leftOut, 'lines that hold no conversation');
    return [];
  }
  const fields = new Map(Object.entries(value));
  const get = (column: string): string => {
    const field = fields.get(column);
    return typeof field === 'string' ? field : field === undefined || field === null ? '' : String(field);
  };
  return [{ line, keys: [...fields.keys()], get }];
}
