import { expect, test } from 'vitest';
import { type ImportOptions, importTranscripts } from './import-transcripts.ts';

const take = (text: string | Uint8Array, more: Partial<ImportOptions> = {}) =>
  importTranscripts(typeof text === 'string' ? Buffer.from(text) : text, { name: 'f', gapHours: 12, ...more });
const lines = (text: string, more: Partial<ImportOptions> = {}) => {
  const imported = take(text, more);
  return imported.kind === 'imported' ? imported.lines : imported.detail;
};
const HELLO = [
  { role: 'user', text: 'hi' },
  { role: 'assistant', text: 'hello' },
];

test('the same conversation comes out of each form, which is found out', () => {
  const whatsapp = '1/2/24, 10:00 - Asha: hi\n1/2/24, 10:01 - Shop Bot: hello';
  expect(lines(whatsapp, { bot: 'Shop Bot' })).toEqual([{ id: 'f#1', conversations: [HELLO] }]);
  expect(lines('Session_ID,Sender,Message\n7,customer,hi\n7,bot,hello')).toEqual([{ id: '7', conversations: [HELLO] }]);
  expect(lines('question\tanswer\nhi\thello')).toEqual([{ id: 'f#2', conversations: [HELLO] }]);
  const forms = [
    '{"id":7,"conversations":[[{"role":"user","text":"hi"},{"role":"assistant","text":"hello"}]]}',
    '{"id":7,"messages":[{"role":"human","content":"hi"},{"role":"ai","content":[{"type":"text","text":"hello"}]}]}',
    '{"id":7,"conversations":[{"from":"human","value":"hi"},{"from":"gpt","value":"hello"}]}',
    '{"conversation_id":7,"role":"user","text":"hi"}\n{"conversation_id":7,"role":"assistant","text":"hello"}',
    '[{"id":7,"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"hello"}]}]',
  ];
  for (const form of forms) expect(lines(form)).toEqual([{ id: '7', conversations: [HELLO] }]);
});

test('columns of any name are told, side by side too, and rows of one conversation may stand apart', () => {
  const csv = 'ticket,who,words,what\n1,Asha,hi,p-1\n2,Ravi,yo,\n1,Robo,hello,\n2,Robo,hello,';
  const columns = { conversation: 'ticket', role: 'who', text: 'words', pattern: 'what' };
  expect(lines(csv, { columns, bot: 'Robo', pattern: 'p-9' })).toEqual([
    { id: '1', pattern: 'p-1', conversations: [HELLO] },
    { id: '2', pattern: 'p-9', conversations: [[{ role: 'user', text: 'yo' }, HELLO[1]]] },
  ]);
  expect(lines(csv, { columns: { role: 'nobody' } })).toContain('There are: ticket, who, words, what');
  expect(lines('a,b\n1,2')).toContain('--columns');
});

test('what one side says in a row is one turn; a conversation without an answer is counted and left out', () => {
  const imported = take('c,role,text\n1,user,a\n1,user,b\n1,bot,c\n1,bot,d\n2,user,e\n3,bot,', {
    columns: { conversation: 'c' },
  });
  expect(imported).toMatchObject({
    lines: [
      {
        id: '1',
        conversations: [
          [
            { role: 'user', text: 'a\nb' },
            { role: 'assistant', text: 'c\nd' },
          ],
        ],
      },
    ],
  });
  expect(imported.kind === 'imported' && Object.fromEntries(imported.leftOut)).toEqual({
    'rows without a text': 1,
    'conversations without an answer of the bot': 1,
  });
});

test('who the bot is must be known, and who speaks is told', () => {
  const whatsapp = '1/2/24, 10:00 - Asha: hi\n1/2/24, 10:01 - Shop Bot: hello\n1/2/24, 10:02 - Asha: ok';
  expect(lines(whatsapp)).toContain('--bot NAME. There speak: Asha (2), Shop Bot (1)');
  expect(lines(whatsapp, { bot: 'Robo' })).toContain('Nobody in the file is called "Robo"');
});

test('lines that cannot be read are counted and cost no other', () => {
  const imported = take(
    '{"id":1,"messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"hello"}]}\n{"id":\n5\n{"a":1}',
  );
  expect(imported).toMatchObject({ kind: 'imported', lines: [{ id: '1' }] });
  expect(imported.kind === 'imported' && Object.fromEntries(imported.leftOut)).toEqual({
    'lines that are not JSON': 1,
    'lines that hold no conversation': 2,
  });
});

test('files that are empty, in a wrong encoding or of another form are refused with what to do', () => {
  expect(take('')).toMatchObject({ detail: expect.stringContaining('empty') });
  expect(take(Buffer.from([0x72, 0xe9, 0x2c, 0x62]))).toMatchObject({ detail: expect.stringContaining('UTF-8') });
  expect(take('role,text', { format: 'whatsapp' })).toMatchObject({ detail: expect.stringContaining('WhatsApp') });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('question\tanswer\nनमस्ते\thello', 'utf16le')]);
  expect(take(utf16)).toMatchObject({ lines: [{ conversations: [[{ text: 'नमस्ते' }, { text: 'hello' }]] }] });
});
