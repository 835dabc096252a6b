/** Conversations out of records with named fields: rows of a CSV file, or flat lines of JSON. */
import { leaveOut, type RecordedConversation, type Recording } from './recorded.ts';

/** Which column says what. Either `role` and `text`, or `user` and `assistant` side by side. */
export interface Columns {
  conversation?: string;
  role?: string;
  text?: string;
  user?: string;
  assistant?: string;
  lang?: string;
  pattern?: string;
}
export const COLUMN_KEYS = ['conversation', 'role', 'text', 'user', 'assistant', 'lang', 'pattern'] as const;

const USUAL: Record<(typeof COLUMN_KEYS)[number], readonly string[]> = {
  conversation: [
    'conversation',
    'conversation_id',
    'conversationid',
    'session',
    'session_id',
    'chat_id',
    'thread_id',
    'ticket_id',
  ],
  role: ['role', 'sender', 'author', 'from', 'speaker', 'sender_type', 'direction'],
  text: ['text', 'message', 'content', 'body', 'msg'],
  user: ['user', 'question', 'prompt', 'input', 'query', 'user_message'],
  assistant: ['assistant', 'answer', 'response', 'reply', 'output', 'completion', 'bot', 'bot_message'],
  lang: ['lang', 'language', 'locale'],
  pattern: ['pattern', 'pattern_id'],
};

export type ColumnsFound = { kind: 'columns'; columns: Columns } | { kind: 'problem'; detail: string };

/** The columns as told, and for what was not told, those of a usual name. */
export function findColumns(header: readonly string[], told: Columns): ColumnsFound {
  const lost = Object.values(told).find((name) => !header.includes(name));
  if (lost !== undefined) {
    return { kind: 'problem', detail: `There is no column "${lost}". There are: ${header.join(', ')}.` };
  }
  const columns: Columns = { ...told };
  for (const key of COLUMN_KEYS) {
    const usual = header.find((name) => USUAL[key].includes(name.toLowerCase()));
    if (columns[key] === undefined && usual !== undefined && !Object.values(columns).includes(usual))
      columns[key] = usual;
  }
  const asLines = columns.role !== undefined && columns.text !== undefined;
  if (asLines || (columns.user !== undefined && columns.assistant !== undefined)) return { kind: 'columns', columns };
  const detail = `Which columns say who spoke and what? Tell it with --columns conversation=…,role=…,text=… or --columns user=…,assistant=…; there are: ${header.join(', ')}.`;
  return { kind: 'problem', detail };
}

export type NamedRow = { line: number; get: (column: string) => string };

/** Rows keep their order; those of one conversation need not stand together. Without an id each pair is one of its own. */
export function readRows(rows: Iterable<NamedRow>, columns: Columns, name: string): Recording {
  const byId = new Map<string, RecordedConversation>();
  const leftOut = new Map<string, number>();
  const asLines = columns.role !== undefined && columns.text !== undefined;
  for (const row of rows) {
    const get = (column: string | undefined) => (column === undefined ? '' : row.get(column).trim());
    const given = get(columns.conversation);
    const id = given !== '' ? given : asLines ? name : `${name}#${row.line}`;
    const conversation = byId.get(id) ?? { id, pattern: null, utterances: [] };
    const before = conversation.utterances.length;
    const lang = get(columns.lang);
    const say = (speaker: string, text: string) => {
      if (text !== '') conversation.utterances.push({ speaker, text, ...(lang === '' ? {} : { lang }) });
    };
    if (asLines) say(get(columns.role), get(columns.text));
    else {
      say('user', get(columns.user));
      say('assistant', get(columns.assistant));
    }
    conversation.pattern ??= get(columns.pattern) || null;
    if (conversation.utterances.length === before) leaveOut(leftOut, 'rows without a text');
    else byId.set(id, conversation);
  }
  return { conversations: [...byId.values()], leftOut };
}
