/**
 * Reads a chat that WhatsApp exported: the bracketed lines of iOS and the dashed lines of Android, 12 and 24 hours,
 * with the marks and spaces that both put in. What people did not say (media, notices) is left out and counted.
 */
import { leaveOut, type RecordedConversation, type Recording } from './recorded.ts';

/** Bidirectional marks, which both systems put around names and before notices. Joiners are letters' own and stay. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const DATE = String.raw`(\p{Nd}{1,4})[./-](\p{Nd}{1,2})[./-](\p{Nd}{2,4})`;
/** The half of the day is written in the phone's own language: any word of up to 12 letters. */
const TIME = String.raw`(\p{Nd}{1,2})[:.](\p{Nd}{2})(?:[:.]\p{Nd}{2})?(?:\s*([\p{L}\p{M}][\p{L}\p{M}.\s]{0,11}?))?`;
const HEAD = new RegExp(String.raw`^\s*(?:\[${DATE},?\s+${TIME}\]\s*|${DATE},?\s+${TIME}\s+[-–]\s+)`, 'u');

const NOTICE =
  /end-to-end encrypted|created (this )?(group|community)|\b(added|removed) (you|\+?\d|.+$)|\bleft$|joined (using|from|the)|changed (the|this|their|your) |security code|is now an admin|no longer an admin|disappearing messages|pinned a message|missed (voice|video|group)|(voice|video) call|blocked this contact|this (business|chat is with)|business account|is a contact|waiting for this message|started a call/iu;
const MEDIA =
  /^<[^<>]*(omitted|attached)[^<>]*>$|^<[^<>\p{Script=Latin}]+>$|(^|\s)(image|video|audio|sticker|gif|document|contact card|voice message|video note) omitted$|\(file attached\)|<attached: [^<>]+>|^null$/iu;
const DELETED = /^(this message was deleted|you deleted this message)( by admin .*)?\.?$/iu;
const EDITED = /\s*<this message was edited>$/iu;

interface Entry {
  date: [number, number, number];
  minutes: number;
  speaker: string | null;
  text: string;
}

export const isWhatsApp = (text: string): boolean =>
  text
    .split('\n', 30)
    .slice(0, 30)
    .some((line) => HEAD.test(line.replace(MARKS, '')));

/** A silence longer than this ends a conversation. */
export interface WhatsAppOptions {
  gapHours: number;
  /** Names the conversations: `NAME#1`, `NAME#2`. */
  name: string;
}

export function readWhatsApp(text: string, options: WhatsAppOptions): Recording {
  const leftOut = new Map<string, number>();
  const entries = entriesOf(text, leftOut);
  const at = instantsOf(entries);
  const conversations: RecordedConversation[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const [index, entry] of entries.entries()) {
    const said = saidBy(entry);
    if (typeof said === 'string') {
      leaveOut(leftOut, said);
      continue;
    }
    const now = at[index] ?? 0;
    if (now - lastAt > options.gapHours * 60) {
      conversations.push({ id: `${options.name}#${conversations.length + 1}`, pattern: null, utterances: [] });
    }
    lastAt = now;
    conversations.at(-1)?.utterances.push(said);
  }
  return { conversations, leftOut };
}

function entriesOf(text: string, leftOut: Map<string, number>): Entry[] {
  const entries: Entry[] = [];
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const line = raw.replace(/^[\u200e\u200f\ufeff]+/, '');
    const head = HEAD.exec(line);
    const last = entries.at(-1);
    if (head !== null) entries.push(entryOf(head, line.slice(head[0].length)));
    else if (last !== undefined) last.text += `\n${raw}`;
    else if (line.trim() !== '') leaveOut(leftOut, 'lines before the first message');
  }
  return entries;
}

function entryOf(head: RegExpExecArray, rest: string): Entry {
  // The groups of the form that did not match are empty: the other's follow them.
  const [a, b, c, hour, minute, half] = head[1] === undefined ? head.slice(7, 13) : head.slice(1, 7);
  const { speaker, text } = splitSpeaker(rest);
  const date: Entry['date'] = [digits(a), digits(b), digits(c)];
  return { date, minutes: minutesOf(digits(hour), digits(minute), half), speaker, text };
}

/** A notice of Android has no speaker; one that quotes a text with a colon must not be taken for one. */
function splitSpeaker(rest: string): { speaker: string | null; text: string } {
  const colon = rest.indexOf(':');
  const before = rest.slice(0, Math.max(0, colon)).replace(MARKS, '').trim();
  if (colon === -1 || before === '' || before.includes('"') || NOTICE.test(before))
    return { speaker: null, text: rest };
  // iOS marks who is not in the contacts by a tilde.
  return { speaker: before.replace(/^~\s*/u, ''), text: rest.slice(colon + 1).replace(/^\s/, '') };
}

/** What was said, or why it does not count. */
function saidBy({ speaker, text }: Entry): { speaker: string; text: string } | string {
  const bare = text.replace(MARKS, '').trim();
  if (speaker === null) return 'notices of the system';
  if (DELETED.test(bare)) return 'deleted messages';
  if (MEDIA.test(bare) && !bare.includes('\n')) return 'media';
  // iOS writes notices under the name of the group, with a mark before them.
  if (/^[\u200e\u200f]/.test(text) && NOTICE.test(bare)) return 'notices of the system';
  if (/^(messages and calls are|missed (voice|video) call)/i.test(bare)) return 'notices of the system';
  const said = withoutMedia(text.replace(EDITED, '').replace(/^[\u200e\u200f]+|[\u200e\u200f]+$/g, '')).trim();
  return said === '' ? 'empty messages' : { speaker, text: said };
}

/** A caption stands under the line that names its picture. */
const withoutMedia = (text: string): string =>
  text
    .split('\n')
    .filter((line, index) => index > 0 || !MEDIA.test(line.replace(MARKS, '').trim()))
    .join('\n');

/** Digits of any script as a number. */
function digits(text = ''): number {
  return Number(
    [...text]
      .map((digit) => (/[0-9]/.test(digit) ? digit : ((digit.codePointAt(0) ?? 0) - zeroBelow(digit)).toString()))
      .join(''),
  );
}

/** Every script's digits stand in a row of ten, zero first. */
function zeroBelow(digit: string): number {
  let code = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) && (digit.codePointAt(0) ?? 0) - code < 9) code -= 1;
  return code;
}

const AFTERNOON = /^(p\.?\s?m\.?|अपराह्न|म\.?उ\.?|दुपारी|অপরাহ্ণ|பிற்பகல்|பிற்ப|సాయంత్రం|ಅಪರಾಹ್ನ|شام)/iu;

function minutesOf(hour: number, minute: number, half: string | undefined): number {
  if (half === undefined) return hour * 60 + minute;
  return ((hour % 12) + (AFTERNOON.test(half.trim()) ? 12 : 0)) * 60 + minute;
}

/**
 * Minutes of each entry on one line of time. Which part of a date is the day shows where one is above 12; else the day
 * comes first, as in India, unless that would run backwards and the other order would not.
 */
function instantsOf(entries: readonly Entry[]): number[] {
  const dayFirst = entries.some(({ date }) => date[0] > 12 && date[0] <= 31);
  const monthFirst = !dayFirst && entries.some(({ date }) => date[1] > 12);
  const asDays = entries.map((entry) => instantOf(entry, true));
  if (dayFirst) return asDays;
  const asMonths = entries.map((entry) => instantOf(entry, false));
  return monthFirst || (runsBackwards(asDays) && !runsBackwards(asMonths)) ? asMonths : asDays;
}

function instantOf({ date: [a, b, c], minutes }: Entry, dayFirst: boolean): number {
  const [year, month, day] = a > 31 ? [a, b, c] : dayFirst ? [c, b, a] : [c, a, b];
  return Date.UTC(year < 100 ? 2000 + year : year, month - 1, day) / 60_000 + minutes;
}

const runsBackwards = (at: readonly number[]): boolean => at.some((now, index) => now < (at[index - 1] ?? now));
