/** The columns of the sheet: whose they are, and what the program itself writes into its own. */

/** The person's columns; only `prospect_id` is given by the program when it is left empty. */
export const PERSON_COLUMNS = [
  'name',
  'email',
  'company',
  'role',
  'language',
  'segment',
  'source',
  'lawful_basis',
  'notes',
] as const;

export const PROGRAM_COLUMNS = [
  'status',
  'batch',
  'sent_at_ist',
  'opens_human',
  'clicks_human',
  'replied_at_ist',
  'reply_kind',
  'booking_uid',
  'next_step',
] as const;

export type ProgramColumn = (typeof PROGRAM_COLUMNS)[number];

/** Column to text; a column that is missing is empty. Holds the person's own extra columns too. */
export type Cells = Record<string, string>;
export type Tracking = Record<ProgramColumn, string>;

export const SHEET_COLUMNS: readonly string[] = ['prospect_id', ...PERSON_COLUMNS, ...PROGRAM_COLUMNS];

/** Letters and a number, so that no name stands in an id: ids go into trees. */
export const PROSPECT_ID = /^[A-Za-z]{1,4}-?[0-9]{1,6}$/;

const PROGRAM = new Set<string>(PROGRAM_COLUMNS);

export const isProgramColumn = (column: string): column is ProgramColumn => PROGRAM.has(column);
export const isPersonColumn = (column: string): boolean => column !== 'prospect_id' && !PROGRAM.has(column);

const STATUSES = ['new', 'not_sendable', 'queued', 'sent', 'in_doubt', 'refused', 'replied', 'booked'];
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d IST$/;

/** Names that the program may have written: any word could be one, so they are looked up. */
export interface OwnNames {
  batch: ReadonlySet<string>;
  booking_uid: ReadonlySet<string>;
}

/** What the program writes has these forms; an older value of its own is no word of a person. */
const OWN_FORMS: Record<Exclude<ProgramColumn, keyof OwnNames>, RegExp> = {
  status: new RegExp(`^(${[...STATUSES, 'unsubscribed', 'bounced', 'complained'].join('|')})$`),
  sent_at_ist: MOMENT,
  opens_human: /^\d+$/,
  clicks_human: /^\d+$/,
  replied_at_ist: MOMENT,
  reply_kind: /^(human-reply|auto-reply|unsubscribe-request)( \([a-z_-]+\))?$/,
  next_step: /^step \d+ on \d{4}-\d\d-\d\d \d\d:\d\d IST$/,
};

/** Whether the program may have written this text into this column at some time. */
export const isOwnText = (column: ProgramColumn, text: string, names: OwnNames): boolean =>
  column === 'batch' || column === 'booking_uid' ? names[column].has(text) : OWN_FORMS[column].test(text);

const IST_OFFSET_MS = 5.5 * 3_600_000;

/** `2025-10-06 08:00 IST`: with the zone's name behind it, a spreadsheet leaves it alone. */
export function istText(iso: string | null): string {
  if (iso === null) return '';
  return `${new Date(Date.parse(iso) + IST_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')} IST`;
}
