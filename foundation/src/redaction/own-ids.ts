/** What the studio itself writes and must be able to read back: its ids, hashes, times, and the marks of redaction. */
import { IDENTIFIER_TYPES, markOf } from './identifier.ts';
import { hide, type Reading } from './reading.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** In turn: a UUID, alone or as a lineage id `<uuid>.<seq>`; a hash; an API key; a time. */
const OWN_ID = new RegExp(
  `\\b(?:${[
    `${UUID}(?![0-9a-f])(?:\\.\\d+)?`,
    '[0-9a-f]{32,}\\b',
    'sqs_[\\w-]+',
    '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?',
  ].join('|')})`,
  'gi',
);
const ALL_OF_IT = new RegExp(`^(?:${UUID}(?:\\.\\d+)?|[0-9a-f]{32,}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)$`, 'i');

/** Most strings of an API are one id or one time: worth a test of its own before any other work. */
export function isOwnId(text: string): boolean {
  return text.length < 130 && ALL_OF_IT.test(text);
}

export function hideOwnIds(reading: Reading): Reading {
  const ids = [...reading.text.matchAll(OWN_ID)].map((id) => ({ start: id.index, end: id.index + id[0].length }));
  let hidden = hide(reading, ids, 'own_id');
  if (!reading.text.includes('[')) return hidden;
  for (const type of IDENTIFIER_TYPES) hidden = hide(hidden, occurrences(hidden.text, markOf(type)), type);
  return hidden;
}

function occurrences(text: string, mark: string) {
  const stretches = [];
  for (let start = text.indexOf(mark); start >= 0; start = text.indexOf(mark, start + mark.length)) {
    stretches.push({ start, end: start + mark.length });
  }
  return stretches;
}
