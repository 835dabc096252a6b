/** Shows that answers of people, responders and strangers are told apart, whatever client, charset and language carried them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INBOUND_KINDS } from '@sacred-qa/contracts/inbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAVERS, PEOPLE, RESPONDERS } from '../testing/answers.ts';
import { letter, OUR_TEXT, QUOTED, SENT } from '../testing/letters.ts';
import { classifyRaw } from './classify.ts';
import { indexOutgoing, type OutgoingMail } from './outgoing.ts';

const index = indexOutgoing(SENT);
const FIRST = '<mail-0001@ours.example>';
const NEWEST = '<mail-0003@ours.example>';
const kindOf = async (raw: Uint8Array) => (await classifyRaw(raw, index)).kind;

test.each(RESPONDERS)('software wrote: %s', async (text) => {
  expect(await kindOf(letter(text))).toBe('auto-reply');
  expect(await kindOf(letter(text + QUOTED))).toBe('auto-reply');
  expect(await kindOf(letter(text, { headers: ['Precedence: bulk'] }))).toBe('auto-reply');
});

test.each(PEOPLE)('a person wrote: %s', async (text) => {
  expect(await kindOf(letter(text))).toBe('human-reply');
  expect(await kindOf(letter(text + QUOTED))).toBe('human-reply');
  const signed = `Hi Asha,\n\n${text}\n\nRegards,\nRavi\n-- \nRavi | On leave every second Saturday\nTo unsubscribe from our newsletter click here\n`;
  const noisy = ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'Precedence: bulk', 'Auto-Submitted: no'];
  expect(await kindOf(letter(signed + QUOTED, { headers: noisy }))).toBe('human-reply');
});

test.each(LEAVERS)('a person asks to be left alone: %s', async (text) => {
  expect(await kindOf(letter(text))).toBe('unsubscribe-request');
  expect(await kindOf(letter(`Hello,\n\n${text}\n\nThanks,\nRavi${QUOTED}`))).toBe('unsubscribe-request');
});

test.each([
  ['Auto-Submitted: auto-replied'],
  ['Auto-Submitted: auto-generated (vacation)'],
  ['X-Autoreply: yes'],
  ['X-Autorespond: A short audit'],
  ['Precedence: auto_reply'],
  ['X-POST-MessageClass: 9; Autoresponder'],
  ['X-Auto-Reply-From: ravi@client.example'],
])('the header %s makes any text an automatic answer', async (header) => {
  expect(await kindOf(letter('Thanks, got it.', { headers: [header] }))).toBe('auto-reply');
});

test.each([
  'Automatic reply: A short audit of KhataBot in Hindi',
  'Out of office Re: A short audit of KhataBot in Hindi',
  'Auto: KhataBot',
  'स्वचालित उत्तर: A short audit of KhataBot in Hindi',
  'தானியங்கி பதில்: KhataBot',
  'Abwesenheitsnotiz: KhataBot',
  'خودکار جواب: KhataBot',
])('a subject that begins like a responder decides where the text says nothing: %s', async (subject) => {
  expect(await kindOf(letter('Back on Monday.', { subject }))).toBe('auto-reply');
  expect(await kindOf(letter('', { subject }))).toBe('auto-reply');
});

test.each<[string, string, Parameters<typeof letter>[1]]>([
  ['human-reply', 'I am travelling this week, will get back to you on Monday.\n\nSent from my iPhone', {}],
  ['human-reply', 'Hi Asha,\n\nOn leave till Friday, will revert once I am back in office.\n\nRavi', {}],
  [
    'human-reply',
    'Dear Asha ji,\nAway from my desk today; back on 14th.',
    { headers: ['User-Agent: Mozilla Thunderbird'] },
  ],
  ['human-reply', '', {}],
  ['human-reply', '', { headers: ['X-Mailer: iPhone Mail (23B85)'] }],
  ['unsubscribe-request', 'Hi,\nNot for us.\nREMOVE\nRegards,\nRavi', {}],
  [
    'auto-reply',
    "Your mail to 'founders' with the subject A short audit is being held until the list moderator can review it for approval.",
    { headers: ['Precedence: bulk'], from: 'founders-bounces@client.example' },
  ],
  [
    'auto-reply',
    'Your request (48213) has been received and is being reviewed by our support staff. To add comments, reply to this email.',
    { from: 'Support <support@client.example>' },
  ],
  [
    'auto-reply',
    'Your request (48213) has been received and is being reviewed.',
    { subject: '[Request received] A short audit', from: 'support@client.example' },
  ],
  [
    'auto-reply',
    'To confirm that you are not a spammer please reply to this mail. You only need to do this once.',
    { from: 'ravi@client.example' },
  ],
  ['auto-reply', 'I am on leave and back on 3 Nov.', { headers: ['X-Auto-Response-Suppress: All'] }],
  [
    'auto-reply',
    'Namaste! Main Diwali ki chutti par hoon, 12 tarikh ke baad jawab dunga.',
    { headers: ['Auto-Submitted: auto-replied'] },
  ],
  [
    'auto-reply',
    'Merry Christmas! Our offices are closed between 25 December and 1 January.',
    { headers: ['Return-Path: <>'] },
  ],
  [
    'auto-reply',
    'Thanks for reaching out! I check mail twice a day, at 11 and 5. For anything urgent call my assistant.',
    { headers: ['Precedence: junk'] },
  ],
  [
    'auto-reply',
    'You are important to us. Someone from our team will contact you shortly.',
    { from: 'noreply@client.example' },
  ],
  [
    'auto-reply',
    'From: x\nI have moved on from Client. Please contact Divya at divya@client.example for all matters.',
    {},
  ],
  ['auto-reply', 'என் அலுவலகத்தில் தீபாவளி விடுமுறை. நவம்பர் 11 முதல் பதில் அளிக்கப்படும்.', { headers: ['X-Autoreply: yes'] }],
  ['auto-reply', 'दीपावली की शुभकामनाएँ! हमारा कार्यालय 6 से 10 नवंबर तक बंद है।', { headers: ['Precedence: bulk'] }],
])('beside the words its bearer decides: %s, %s', async (kind, text, parts) => {
  expect(await kindOf(letter(text, parts))).toBe(kind);
  expect(await kindOf(letter(text + QUOTED, parts))).toBe(kind);
});

test.each<[string, string]>([
  ['interested', 'পৰীক্ষাৰ প্ৰতিবেদনখন এই ঠিকনালৈ পঠাওক, আমি চাব খোজোঁ।'],
  ['interested', 'नमस्ते, नतिजाको प्रति पठाउनुहोस्। हाम्रो टोली हेर्न चाहन्छ।'],
  ['interested', 'Do share the write-up – our Marathi release is in two weeks.'],
  ['interested', 'Kindly send your note to this id.'],
  ['interested', 'Kal shaam 6 baje phone kijiye, tab tak office se nikal jaunga.'],
  ['interested', 'Monday ko padh lenge pakka, PDF bhej dena.'],
  ['interested', 'Adha anuppunga, naalaiku pesalaam.'],
  ['interested', 'Report ta pathiye din, Friday te dekhbo.'],
  ['not-interested', 'Complete nonsense, half of these questions were never meant for our bot.'],
  ['not-interested', "We won't be taking this forward; testing is handled internally."],
  ['not-interested', 'Our own testers do this every sprint. Thanks anyway.'],
  ['not-interested', 'We are all set on this side, thank you.'],
  ['not-interested', "I'll pass, thanks."],
  ['not-interested', 'Nous n’avons pas besoin de ce service. Cordialement'],
  ['not-interested', 'Nein danke, das machen wir selbst.'],
  ['not-interested', 'ধন্যবাদ, কিন্তু আমাৰ এতিয়া দৰকাৰ নাই।'],
  ['not-interested', 'अहिलेलाई हामीलाई यो चाहिँदैन।'],
  ['not-interested', 'Ippo idhu thevai illai, nandri.'],
  ['not-interested', 'Amader ekhon dorkar nei.'],
  ['interested', 'No worries about the delay, share the two pager when you can.'],
  ['interested', 'We already have a QA team, but none of them reads Odia. Could you send us the findings?'],
  ['interested', 'Unfortunately the first mail went to spam. Sure, mail it here.'],
  ['interested', 'Okay, send.'],
  ['interested', 'നിങ്ങൾ ആ റിപ്പോർട്ട് അയക്കാമോ?'],
  ['not-interested', 'We have our own test lab and cannot afford a second one.'],
  ['not-interested', 'Unfortunately this is not something our company looks at.'],
  ['not-interested', 'ఇది మాకు అక్కర్లేదు, ధన్యవాదాలు.'],
  ['not-interested', 'Abhi nahi, Diwali ke baad yaad dilana.'],
  ['neutral', 'I will pass it on to our founder, she reads these herself.'],
  [
    'neutral',
    'Our CTO asks whether the wrong figures were in the app or on WhatsApp. Let me know and I will pass it along.',
  ],
  ['neutral', 'We would like to know who paid for these tests.'],
  ['neutral', 'I would like to know how you tested it, which phones you used, and who can share the cost.'],
  ['interested', 'Yes please, I would love to know what you found.'],
  ['interested', 'I am keen to know what you found, please send the report.'],
  ['interested', 'Great, we are all set for Thursday at 3 pm. Looking forward to it.'],
  ['neutral', 'We are set to meet the founder that day.'],
  ['interested', "Sure, let's talk on Monday. We won't need more than ten minutes."],
  ['not-interested', "We won't need your help with this."],
  ['not-interested', "Sounds good, but we're sorted - thanks."],
  ['neutral', 'Curious to hear which phones you tried it on. Is this a paid thing?'],
])('a person is %s: %s', async (sentiment, text) => {
  for (const body of [text, `Hi Asha,\n\n${text}\n\nRegards,\nRavi${QUOTED}`])
    expect(await classifyRaw(letter(body), index)).toMatchObject({ kind: 'human-reply', sentiment });
});

test('a person who tells of a bounce under a subject of bounces is a person', async () => {
  for (const [subject, text] of [
    ['Undelivered mail, use this id', 'My old id gives "550 5.1.1 user unknown". Please send the report here, Divya.'],
    [
      'Delivery failure at our end',
      'Sorry! Your mail was delayed for two days, our server was down. When can we talk?',
    ],
    ['Returned mail: why?', 'The mail I sent you was rejected, over quota it says. We are not interested, by the way.'],
    [
      'Failure notice',
      'Got a failure notice "mailbox unavailable" when I wrote to studio@. Could you send me the two-page note?',
    ],
  ] as const)
    expect(await kindOf(letter(text, { subject, headers: ['Return-Path: <ravi@client.example>'] }))).toBe(
      'human-reply',
    );
});

test('the button of a mail program takes people off, whatever the program says of itself', async () => {
  for (const text of [
    'This message was automatically generated by Gmail.',
    'This email was sent automatically by Mail.',
    'Automatically generated by the mail app',
    '',
  ])
    expect(
      await classifyRaw(letter(text, { detached: true, subject: 'Unsubscribe', to: 'reply+0003@ours.example' }), index),
    ).toMatchObject({ kind: 'unsubscribe-request', matches: NEWEST });
});

test('a helpdesk that repeats our mail without marks of quoting is software', async () => {
  const said = 'This message has been automatically generated in response to the creation of a ticket. Your ID is';
  for (const [subject, id] of [
    ['[client.example #4411] AutoReply: A short audit', '[client.example #4411]'],
    ['[Case 88123] Automatic reply: A short audit', '88123'],
    ['AutoReply: A short audit', '#5512'],
  ] as const)
    expect(await kindOf(letter(`Greetings,\n\n${said} ${id}.\n\n${'-'.repeat(60)}\n${OUR_TEXT}`, { subject }))).toBe(
      'auto-reply',
    );
});

test('a person who answers to a responder or quotes one is a person', async () => {
  expect(
    await kindOf(
      letter('Back now. Please send the report.', {
        subject: 'Re: Automatic reply: A short audit of KhataBot in Hindi',
      }),
    ),
  ).toBe('human-reply');
  expect(
    await kindOf(
      letter(
        'Ignore the mail below, our system sent it. What do you charge?\n\n> I am out of office until 12 October.\n> For urgent matters please contact Meena.',
      ),
    ),
  ).toBe('human-reply');
});

const WISH = 'Could you tell me how you chose the questions?';

test.each<[string, Uint8Array]>([
  ['above a quote', letter(WISH + QUOTED)],
  ['below a quote', letter(`On 1/10/26 09:30, Our Studio wrote:\n${OUR_TEXT.replace(/^/gm, '> ')}\n\n${WISH}`)],
  [
    'between quotes',
    letter(
      `> Would a two-page summary be useful to you?\n\n${WISH}\n\n> Not interested? Reply with the word REMOVE and we will not write again.`,
    ),
  ],
  [
    'above an Outlook header block',
    letter(
      `${WISH}\n\n________________________________\nFrom: Our Studio <studio@ours.example>\nSent: Thursday, 1 October 2026 9:30 AM\nTo: Ravi\nSubject: A short audit\n\n${OUR_TEXT}`,
    ),
  ],
  [
    'above an original message',
    letter(`${WISH}\n\n-----Original Message-----\nFrom: Our Studio\nSubject: audit\n\n${OUR_TEXT}`),
  ],
  [
    'above a Zoho line',
    letter(
      `${WISH}\n\n---- On Thu, 01 Oct 2026 09:30:00 +0530 Our Studio <studio@ours.example> wrote ----\n\n${OUR_TEXT}`,
    ),
  ],
  [
    'above a Hindi attribution',
    letter(`${WISH}\n\nगुरु, 1 अक्टू॰ 2026 को 09:30 बजे Our Studio <studio@ours.example> ने लिखा:\n\n${OUR_TEXT}`),
  ],
  [
    'above a German header block',
    letter(`${WISH}\n\nVon: Our Studio\nGesendet: Donnerstag\nAn: Ravi\nBetreff: audit\n\n${OUR_TEXT}`),
  ],
  [
    'on an attribution broken over two lines',
    letter(
      `${WISH}\n\nOn Thu, Oct 1, 2026 at 9:30 AM Our Studio With A Long Name\n<studio@ours.example> wrote:\n\n${OUR_TEXT}`,
    ),
  ],
  [
    'with a legal footer',
    letter(
      `${WISH}\n\nDISCLAIMER: This is a system generated message, do not reply to this. Unsubscribe me is a link.`,
    ),
  ],
  [
    'as HTML of Outlook',
    letter(
      `<html><head><style>p{}</style></head><body><p class=MsoNormal>${WISH}</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Our Studio<br><b>Subject:</b> audit</p></div><p>Not interested? Reply with the word REMOVE and we will not write again.</p></body></html>`,
      { type: ['Content-Type: text/html; charset=utf-8'] },
    ),
  ],
  [
    'as HTML of Gmail',
    letter(
      `<div dir="ltr">${WISH}</div><br><div class="gmail_quote"><div class="gmail_attr">On Thu wrote:<br></div><blockquote>Not interested? REMOVE<br>REMOVE me from your list</blockquote></div>`,
      { type: ['Content-Type: text/html; charset=utf-8'] },
    ),
  ],
  [
    'in base64',
    letter(Buffer.from(Buffer.from(WISH + QUOTED).toString('base64')), {
      type: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    }),
  ],
  [
    'in UTF-16',
    letter(Buffer.from(Buffer.from(`\ufeff${WISH}`, 'utf16le').toString('base64')), {
      type: ['Content-Type: text/plain; charset=utf-16', 'Content-Transfer-Encoding: base64'],
    }),
  ],
  ['without any header of MIME', letter(`${WISH}\nSent via BlackBerry from Airtel`, { type: [] })],
  [
    'in a part whose end is missing',
    letter(`--e\nContent-Type: text/plain; charset=utf-8\n\n${WISH}`, {
      type: ['Content-Type: multipart/alternative; boundary=e'],
    }),
  ],
  ['in a multipart that names no boundary', letter(WISH, { type: ['Content-Type: multipart/mixed'] })],
  ['in a charset that nobody knows', letter(WISH, { type: ['Content-Type: text/plain; charset=x-user-defined-7'] })],
  [
    'signed',
    letter(
      `--e\nContent-Type: text/plain; charset=utf-8\n\n${WISH}\n--e\nContent-Type: application/pgp-signature\n\nxx\n--e--`,
      { type: ['Content-Type: multipart/signed; boundary=e; protocol="application/pgp-signature"'] },
    ),
  ],
])('a question %s is read without what it quotes', async (_, raw) => {
  expect(await classifyRaw(raw, index)).toEqual({
    kind: 'human-reply',
    matches: FIRST,
    recipient: null,
    sentiment: 'neutral',
  });
});

test.each<[string, Uint8Array]>([
  [
    'GB18030',
    letter(Buffer.from([0xcb, 0xcd, 0xc0, 0xb4]), {
      type: ['Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: 8bit'],
    }),
  ],
  [
    'ISO-2022-KR',
    letter(Buffer.from('\x1b$)C\x0e0|=I\x0f\x0e@V=@4O4Y\x0f.', 'latin1'), {
      type: ['Content-Type: text/plain; charset=iso-2022-kr'],
    }),
  ],
  [
    'ISO-8859-1',
    letter(Buffer.from('Tr\xe8s int\xe9ress\xe9, envoyez le r\xe9sum\xe9.', 'latin1'), {
      type: ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'],
    }),
  ],
])('a letter in %s is a person’s', async (_, raw) => {
  expect(await kindOf(raw)).toBe('human-reply');
});

test('a wish in HTML only, in quoted-printable, still removes', async () => {
  const raw = letter(
    '<p>Please=20remove=20me=20from=20your=20list.</p><blockquote>Would a summary be useful?</blockquote>',
    { type: ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'] },
  );
  expect(await kindOf(raw)).toBe('unsubscribe-request');
});

test('the mailto of List-Unsubscribe needs no words', async () => {
  const parts = { detached: true, subject: 'unsubscribe', to: 'unsubscribe+0003@ours.example' };
  expect(await classifyRaw(letter('', parts), index)).toMatchObject({ kind: 'unsubscribe-request', matches: NEWEST });
});

test('a stranger who asks to be left alone is heard though no mail of ours is found', async () => {
  const raw = letter('Please remove me from your list.', {
    detached: true,
    from: 'someone@else.example',
    subject: 'your mails',
  });
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'unsubscribe-request', matches: null });
});

test('a studio that has sent nothing yet hears a wish to leave as well', async () => {
  const raw = letter('Please remove me from your list.', { detached: true });
  expect((await classifyRaw(raw, indexOutgoing([], ['Asha <asha@ours.example>']))).kind).toBe('unsubscribe-request');
});

test.each<[string, string, Parameters<typeof letter>[1]]>([
  [
    'the newest of several ids',
    NEWEST,
    { headers: ['References: <mail-0003@ours.example> <x@y.example> <mail-0001@ours.example>'] },
  ],
  ['an id without brackets, in capitals', NEWEST, { detached: true, headers: ['References: MAIL-0003@OURS.EXAMPLE'] }],
  [
    'an id folded onto the next line',
    NEWEST,
    { detached: true, headers: ['References:', ' <a@b.example>', '\t<mail-0003@ours.example>'] },
  ],
  [
    'the plus-address',
    NEWEST,
    { detached: true, to: 'reply+0003@ours.example', subject: 'hello', from: 'other@gmail.example' },
  ],
  [
    'the plus-address behind a forwarder',
    NEWEST,
    {
      detached: true,
      headers: ['Delivered-To: Reply+0003@ours.example'],
      subject: 'hello',
      from: 'other@gmail.example',
    },
  ],
  ['subject and sender', NEWEST, { detached: true, date: 'Tue, 6 Oct 2026 10:00:00 +0530' }],
  ['subject and sender, never by a mail that went out later', FIRST, { detached: true }],
  [
    'the subject and a colleague of the same house',
    '<mail-0002@ours.example>',
    { detached: true, subject: 'Fwd: Tamil answers in KadaiBot', from: 'boss@shop.example' },
  ],
  [
    'a new thread of someone we wrote to, about our offer',
    '<mail-0002@ours.example>',
    { detached: true, subject: 'your audit', from: 'meena@shop.example' },
  ],
])('an answer is matched by %s', async (_, matches, parts) => {
  expect(await classifyRaw(letter('Please share the findings.', parts), index)).toMatchObject({
    kind: 'human-reply',
    matches,
  });
});

test.each([
  [
    'the plus-address in the quoted header',
    `---------- Forwarded message ---------\nFrom: Our Studio <studio@ours.example>\nReply-To: reply+0002@ours.example\nSubject: something\n\n${OUR_TEXT}`,
  ],
  [
    'addressee and subject in the forwarded header',
    '---------- Forwarded message ---------\nFrom: Our Studio <studio@ours.example>\nDate: Thu, 1 Oct 2026\nSubject: Tamil answers in KadaiBot\nTo: Meena <meena@shop.example>\n',
  ],
  [
    'subject and minute in the attribution',
    'On 1 Oct 2026 at 10:30, Our Studio wrote:\n> Subject: Tamil answers in KadaiBot\n> hello',
  ],
])('a forwarded answer of a stranger is matched by %s', async (_, quote) => {
  const raw = letter(`Please share the findings with me.\n\n${quote}`, {
    detached: true,
    from: 'boss@gmail.example',
    subject: 'from Meena',
  });
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'human-reply', matches: '<mail-0002@ours.example>' });
});

const BULK = ['List-Unsubscribe: <https://news.example/u>', 'List-ID: <news.example>', 'Precedence: bulk'];

test.each<[string, string, Parameters<typeof letter>[1]]>([
  [
    'a newsletter',
    'Six new models. Unsubscribe: https://x',
    { detached: true, from: 'news@weekly.example', subject: 'This week', headers: BULK },
  ],
  [
    'a newsletter of a company that we wrote to',
    'Our audit product is new. Remove me from this list: link',
    { detached: true, from: 'ravi@client.example', subject: 'KhataBot news', headers: BULK },
  ],
  [
    'a list that someone signed our plus-address up to',
    'Welcome',
    { detached: true, from: 'news@weekly.example', to: 'reply+0001@ours.example', subject: 'Welcome', headers: BULK },
  ],
  [
    'a calendar notice',
    'Stand-up in 10 minutes',
    {
      detached: true,
      from: 'calendar@cal.example',
      subject: 'Notification: Stand-up',
      headers: ['Auto-Submitted: auto-generated'],
    },
  ],
  [
    'a relative',
    'Beta, ghar kab aa rahe ho?',
    { detached: true, from: 'aunty@family.example', subject: 'Diwali photos' },
  ],
  [
    'a stranger’s responder',
    'I am out of office until Monday. For urgent matters contact X at x@y.example',
    {
      detached: true,
      from: 'who@else.example',
      subject: 'Automatic reply: your invoice',
      headers: ['Auto-Submitted: auto-replied'],
    },
  ],
  [
    'someone we wrote to, about something else',
    'Lunch on Sunday? The cricket club meets at 1.',
    { detached: true, subject: 'Sunday' },
  ],
  [
    'an answer to a mail of ours that was no outreach',
    'The invoice is paid.',
    {
      detached: true,
      from: 'vendor@else.example',
      subject: 'Re: Invoice 12',
      headers: ['In-Reply-To: <other@ours.example>'],
    },
  ],
])('%s is unrelated', async (_, text, parts) => {
  expect(await classifyRaw(letter(text, parts), index)).toEqual({
    kind: 'unrelated',
    matches: null,
    recipient: null,
    sentiment: null,
  });
});

test('a person who answers through a list is a person', async () => {
  expect(
    await kindOf(
      letter(`Two of us would like the findings.${QUOTED}`, {
        headers: BULK,
        from: "'Rupa' via founders <founders@client.example>",
      }),
    ),
  ).toBe('human-reply');
});

test('our own copies are told by id, or by sender and addressee', async () => {
  const copy = letter('Hello Ravi', {
    detached: true,
    from: 'Our Studio <studio@ours.example>',
    to: 'ravi@client.example',
  });
  const withId = Buffer.from(Buffer.from(copy).toString().replace('<answer-1@client.example>', FIRST));
  expect(await classifyRaw(withId, index)).toMatchObject({ kind: 'own-sent-copy', matches: FIRST });
  const answer = letter('Thursday suits us. Not interested in a call? A mail is fine.', {
    from: 'Our Studio <studio@ours.example>',
    to: 'ravi@client.example',
    headers: ['References: <mail-0001@ours.example> <x@y.example>'],
  });
  expect(await classifyRaw(answer, index)).toMatchObject({ kind: 'own-sent-copy', matches: FIRST });
});

test('on a domain of many people only our own mailbox is ours', async () => {
  const mail = {
    ...{
      messageId: '<m-1@gmail.com>',
      to: 'asha@gmail.com',
      subject: 'A short audit',
      date: '2026-10-01T09:30:00+05:30',
    },
    ...{ envelopeFrom: 'studio+b1@gmail.com', replyTo: 'studio+r1@gmail.com' },
  };
  const ofGmail = indexOutgoing([mail], ['Our Studio <studio@gmail.com>']);
  const answers = { headers: ['In-Reply-To: <m-1@gmail.com>', 'Cc: boss@shop.example'], detached: true };
  const theirs = letter('Please send the report.', { ...answers, from: 'asha@gmail.com', to: 'studio+r1@gmail.com' });
  expect(await classifyRaw(theirs, ofGmail)).toMatchObject({ kind: 'human-reply', matches: '<m-1@gmail.com>' });
  const ours = letter('Here it is.', { ...answers, from: 'Our Studio <Studio@gmail.com>', to: 'asha@gmail.com' });
  expect(await classifyRaw(ours, ofGmail)).toMatchObject({ kind: 'own-sent-copy' });
});

test('whatever bytes come, the answer is one of the kinds and a match is one of ours', async () => {
  const ours = new Set([null, ...SENT.map(({ messageId }) => messageId)]);
  const base = Buffer.from(letter(`Please remove me${QUOTED}`));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { maxLength: 40 }),
      fc.nat(base.length),
      async (edits, end) => {
        const bytes = Buffer.from(base);
        for (const [at, byte] of edits) bytes[at] = byte;
        const { kind, matches } = await classifyRaw(bytes.subarray(0, end), index);
        expect(INBOUND_KINDS).toContain(kind);
        expect(ours.has(matches)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('a body made to slow patterns down is answered at once', async () => {
  for (const text of [
    'On '.repeat(20_000),
    '> '.repeat(40_000),
    'remove my '.repeat(20_000),
    'a@'.repeat(50_000),
    '<blockquote>'.repeat(20_000),
    'मेल '.repeat(30_000),
  ]) {
    const started = performance.now();
    await classifyRaw(letter(text), index);
    await classifyRaw(letter(text, { type: ['Content-Type: text/html; charset=utf-8'] }), index);
    expect(performance.now() - started).toBeLessThan(30_000);
  }
});

interface Label {
  file: string;
  kind: string;
  matches: string | null;
}

/** Where samples lie that other readers labelled, in a folder `inbox`. A place that is named must have them. */
const labelledDir = process.env.LABELLED_DIR ?? '';
if (labelledDir === '')
  process.stderr.write('\n!!! LABELLED_DIR is not set: the test on labelled samples is SKIPPED.\n\n');

test.skipIf(labelledDir === '')('the labelled samples are classified as their readers did', async () => {
  const read = (name: string) => readFileSync(join(labelledDir, 'inbox', name));
  const lines = <T>(name: string): T[] =>
    read(name)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const samples = indexOutgoing(lines<OutgoingMail>('outgoing.jsonl'));
  const labels = lines<Label>('labels.jsonl');
  const answers = await Promise.all(
    labels.map(async (label) => ({ label, got: await classifyRaw(read(label.file), samples) })),
  );
  const share = (right: (pair: (typeof answers)[number]) => boolean) => answers.filter(right).length / answers.length;
  expect(share(({ label, got }) => got.kind === label.kind)).toBeGreaterThanOrEqual(0.96);
  expect(share(({ label, got }) => got.matches === label.matches)).toBeGreaterThanOrEqual(0.96);
  const silenced = answers.filter(({ label, got }) => label.kind === 'human-reply' && got.kind === 'auto-reply');
  expect(silenced.length).toBeLessThanOrEqual(1);
});
