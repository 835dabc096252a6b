import { expect, test } from 'vitest';
import { isWhatsApp, readWhatsApp } from './whatsapp.ts';

const read = (lines: readonly string[], gapHours = 12) => readWhatsApp(lines.join('\n'), { gapHours, name: 'chat' });
const said = (lines: readonly string[]) =>
  read(lines).conversations.map(({ utterances }) => utterances.map(({ speaker, text }) => `${speaker}: ${text}`));

test('Android with 12 hours, a narrow space before pm, a text of several lines with a time in it', () => {
  const lines = [
    '25/12/2023, 9:41\u202fpm - Asha: Order kab aayega?',
    'Ek aur baat',
    '10:30 tak chahiye - please',
    '25/12/2023, 9:42\u202fpm - Shop Bot: Kal: subah 10 baje.',
  ];
  expect(said(lines)).toEqual([
    ['Asha: Order kab aayega?\nEk aur baat\n10:30 tak chahiye - please', 'Shop Bot: Kal: subah 10 baje.'],
  ]);
});

test('Android with 24 hours, with dots, with the year first, and with digits of another script', () => {
  for (const head of [
    '25/12/23, 21:41',
    '25.12.23, 21:41',
    '2023-12-25, 21:41',
    '२५/१२/२३, २१:४१',
    '25/12/23, 9:41 अपराह्न',
  ]) {
    expect(said([`${head} - Asha: नमस्ते`])).toEqual([['Asha: नमस्ते']]);
  }
});

test('iOS with brackets and seconds, marks before lines and notices, and names that are not in the contacts', () => {
  const lines = [
    '\ufeff[25/12/23, 9:40:01\u202fPM] Shop Help: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read them.',
    '[25/12/23, 9:41:12\u202fPM] ~\u202fAsha: \u200eनमस्ते',
    '\u200e[25/12/23, 9:41:20\u202fPM] ~ Asha: \u200eimage omitted',
    '\u200e[25/12/23, 9:41:30 PM] \u202a+91 98765 43210\u202c: Bill.pdf • \u200e2 pages \u200e<attached: 00000004-Bill.pdf>',
    '[25/12/23, 21:42:00] Shop Bot: ठीक है 🙏\u200d',
    '[25/12/23, 9:43:00 PM] Shop Help: \u200eRavi added Asha',
    '[25/12/23, 9:44:00 PM] Shop Bot: ₹5,00,000 \u200e<This message was edited>',
  ];
  expect(said(lines)).toEqual([['Asha: नमस्ते', 'Shop Bot: ठीक है 🙏\u200d', 'Shop Bot: ₹5,00,000']]);
  expect([...read(lines).leftOut]).toEqual([
    ['notices of the system', 2],
    ['media', 2],
  ]);
});

test('what nobody said is counted and left out: media, notices with colons in them, deleted messages', () => {
  const lines = [
    'exported on Monday',
    '12/1/23, 10:00 - Messages and calls are end-to-end encrypted. Tap to learn more.',
    '12/1/23, 10:00 - Ravi created group "Help: orders"',
    '12/1/23, 10:00 - Ravi changed the subject from "a: b" to "c"',
    '12/1/23, 10:01 - Asha: <Media omitted>',
    '12/1/23, 10:01 - Asha: <मीडिया छोड़ा गया>',
    '12/1/23, 10:01 - Asha: IMG-20230112-WA0001.jpg (file attached)',
    'Is this the right bill?',
    '12/1/23, 10:01 - Asha: This message was deleted',
    '12/1/23, 10:01 - Ravi left',
    '12/1/23, 10:02 - Shop Bot: He left a note: call 112',
    '12/1/23, 10:03 - Asha: null',
  ];
  const { conversations, leftOut } = read(lines);
  expect(conversations[0]?.utterances).toEqual([
    { speaker: 'Asha', text: 'Is this the right bill?' },
    { speaker: 'Shop Bot', text: 'He left a note: call 112' },
  ]);
  expect(Object.fromEntries(leftOut)).toEqual({
    'lines before the first message': 1,
    'notices of the system': 4,
    media: 3,
    'deleted messages': 1,
  });
});

test('a silence ends a conversation; which part of a date is the day is found out', () => {
  const ids = (dates: string[]) =>
    read(
      dates.map((date) => `${date}, 9:00 am - A: x`),
      20,
    ).conversations.map(({ id, utterances }) => `${id} ${utterances.length}`);
  expect(ids(['01/02/24', '01/02/24', '02/02/24'])).toEqual(['chat#1 2', 'chat#2 1']);
  // A month has no day 31, so the month comes first: two days that follow each other.
  expect(ids(['1/30/24', '1/31/24'])).toEqual(['chat#1 1', 'chat#2 1']);
  // Read day first, the second of these would lie before the first.
  expect(ids(['1/9/24', '2/1/24'])).toEqual(['chat#1 1', 'chat#2 1']);
  expect(ids(['11/05/24, 11:59 pm - A: y\n12/05/24'])).toEqual(['chat#1 2']);
});

test('other texts are not taken for such a chat', () => {
  expect(isWhatsApp('conversation,role,text\n1,user,"25/12/2023, 9:41 pm - Asha: hi"')).toBe(false);
  expect(isWhatsApp('{"id":1}')).toBe(false);
  expect(isWhatsApp('intro\n[1/2/24, 10:00:00] A: x')).toBe(true);
});
