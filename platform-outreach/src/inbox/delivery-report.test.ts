/** Shows that reports of mail servers are told apart in the forms of many of them, and what counts as hard and soft. */
import { expect, test } from 'vitest';
import { letter, QUOTED, RETURNED, report, SENT } from '../testing/letters.ts';
import { classifyRaw } from './classify.ts';
import { indexOutgoing } from './outgoing.ts';

const index = indexOutgoing(SENT);
const TO_MEENA = '<mail-0002@ours.example>';
const failed = (status: string, diagnostic: string) => [
  'Reporting-MTA: dns; mx.example',
  '',
  'Final-Recipient: rfc822; meena@shop.example',
  'Action: failed',
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
  '',
];
const DAEMON = {
  detached: true,
  from: 'MAILER-DAEMON@mx.example',
  to: 'studio@ours.example',
  headers: ['Return-Path: <>'],
};

test.each([
  ['no such user', '5.1.1', '550 5.1.1 No such user here', 'bounce-hard'],
  ['a domain without a mail server', '5.4.4', 'Host or domain name not found', 'bounce-hard'],
  ['refused by policy', '5.7.1', '550 5.7.1 Message rejected as spam', 'bounce-hard'],
  ['refused for want of authentication', '5.7.26', '550-5.7.26 This mail has been blocked', 'bounce-hard'],
  ['too large a message', '5.3.4', '552 5.3.4 Message size exceeds fixed limit', 'bounce-hard'],
  [
    'a mailbox that is switched off',
    '5.2.1',
    '550 5.2.1 The email account that you tried to reach is disabled',
    'bounce-hard',
  ],
  ['over quota, said by a permanent code', '5.2.2', '552 5.2.2 The email account is over quota', 'bounce-soft'],
  ['over quota behind a code that says nothing', '5.0.0', '554 5.0.0 mailbox is full', 'bounce-soft'],
  ['over quota under a wrong code', '5.1.1', '550 5.1.1 Mailbox full', 'bounce-soft'],
  ['given up after days of a temporary fault', '4.4.7', 'delivery expired (message too old)', 'bounce-soft'],
  ['greylisting that never ended', '4.7.1', '451 4.7.1 Greylisted', 'bounce-soft'],
  [
    'a status without sense and a clear answer',
    '5.0.0',
    '450 4.2.1 The user is receiving mail too quickly',
    'bounce-soft',
  ],
  ['a comment after the status', '5.1.1 (bad destination mailbox address)', '550 5.1.1 user unknown', 'bounce-hard'],
])('a report says %s', async (_, status, diagnostic, kind) => {
  const raw = report({ words: 'Your message could not be delivered.', fields: failed(status, diagnostic) });
  expect(await classifyRaw(raw, index)).toEqual({
    kind,
    matches: TO_MEENA,
    recipient: 'meena@shop.example',
    sentiment: null,
  });
});

test('a delay is soft, whatever the words of the report', async () => {
  const raw = report({
    subject: 'Delayed Mail (still being retried)',
    words: 'THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
    fields: [
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; meena@shop.example',
      'Action: delayed',
      'Status: 4.4.1',
      '',
    ],
  });
  expect((await classifyRaw(raw, index)).kind).toBe('bounce-soft');
});

test('a report of success is no bounce', async () => {
  const raw = report({
    subject: 'Successful Mail Delivery Report',
    words: 'Your message was successfully delivered.',
    fields: [
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; meena@shop.example',
      'Action: relayed',
      'Status: 2.0.0',
      '',
    ],
  });
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'auto-reply', matches: TO_MEENA, recipient: null });
});

test('of several recipients the one that we wrote to decides', async () => {
  const raw = report({
    words: 'failed',
    fields: [
      'Reporting-MTA: dns; mx',
      '',
      'Final-Recipient: rfc822; archive@shop.example',
      'Action: relayed',
      'Status: 2.0.0',
      '',
      'Original-Recipient: rfc822;meena@shop.example',
      'Final-Recipient: rfc822; old@elsewhere.example',
      'Action: failed',
      'Status: 4.2.2',
      '',
    ],
  });
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'bounce-soft', recipient: 'meena@shop.example' });
});

test('a report in base64, folded and with a stray first blank line is read', async () => {
  const fields =
    '\r\nReporting-MTA: dns; gw\r\n\r\nFinal-Recipient:\r\n rfc822; meena@shop.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp;\r\n 550 5.1.1 user unknown\r\n';
  const raw = letter(
    [
      '--e',
      'Content-Type: text/plain',
      '',
      'failed',
      '--e',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(fields).toString('base64'),
      '--e',
      'Content-Type: text/rfc822-headers',
      '',
      RETURNED.split('\r\n\r\n')[0],
      '--e--',
    ].join('\n'),
    {
      ...DAEMON,
      subject: 'Undeliverable mail',
      type: ['Content-Type: multipart/report; report-type=delivery-status; boundary=e'],
    },
  );
  expect(await classifyRaw(raw, index)).toMatchObject({
    kind: 'bounce-hard',
    matches: TO_MEENA,
    recipient: 'meena@shop.example',
  });
});

test.each([
  ['by the envelope id alone', ['Original-Envelope-Id: env-0002', ''], 'studio@ours.example'],
  ['by the return address alone', [], 'bounce+0002@ours.example'],
  ['by a return address that a forwarder rewrote', [], 'SRS0=ab+c=XY=ours.example=bounce+0002@forward.example'],
  ['by the address that failed', [], 'studio@ours.example'],
])('a report that returns nothing of ours is matched %s', async (_, first, to) => {
  const raw = report({
    to,
    words: 'failed',
    fields: [
      'Reporting-MTA: dns; mx',
      ...first,
      '',
      'Final-Recipient: rfc822; meena@shop.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
    ],
    returned: null,
  });
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'bounce-hard', matches: TO_MEENA });
});

test('a report about a follow-up belongs to the follow-up, though it names the first mail too', async () => {
  const raw = report({
    words: 'failed',
    fields: [
      'Reporting-MTA: dns; mx',
      '',
      'Final-Recipient: rfc822; ravi@client.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
    ],
    returnedType: 'text/rfc822-headers',
    returned:
      'To: ravi@client.example\r\nMessage-ID: <mail-0003@ours.example>\r\nReferences: <mail-0001@ours.example>\r\n',
  });
  expect(await classifyRaw(raw, index)).toMatchObject({
    matches: '<mail-0003@ours.example>',
    recipient: 'ravi@client.example',
  });
});

test('a report about a mail that we never sent is unrelated', async () => {
  const raw = report({
    words: 'failed',
    fields: [
      'Reporting-MTA: dns; mx',
      '',
      'Final-Recipient: rfc822; stranger@nowhere.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
    ],
    returned: 'From: x@ours-not.example\r\nMessage-ID: <forged@else.example>\r\n\r\nBuy',
  });
  expect(await classifyRaw(raw, index)).toEqual({ kind: 'unrelated', matches: null, recipient: null, sentiment: null });
});

const LETTERS: readonly (readonly [string, string, string, string])[] = [
  [
    'qmail',
    'failure notice',
    "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<meena@shop.example>:\n192.0.2.9 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.9.",
    'bounce-hard',
  ],
  [
    'Yahoo',
    'Failure Notice',
    "Sorry, we were unable to deliver your message to the following address.\n\n<meena@shop.example>:\n554: delivery error: dd This user doesn't have a shop.example account",
    'bounce-hard',
  ],
  [
    'Exim',
    'Mail delivery failed: returning message to sender',
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  meena@shop.example\n    host mx.shop.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<meena@shop.example>:\n    550 5.1.1 Unknown recipient',
    'bounce-hard',
  ],
  [
    'Exim on a delay',
    'Warning: message 1abc-00 delayed 24 hours',
    'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\n  meena@shop.example\n\nNo action is required on your part.',
    'bounce-soft',
  ],
  [
    'Exim on a full mailbox',
    'Mail delivery failed: returning message to sender',
    'A message that you sent could not be delivered. The following address(es) failed:\n\n  meena@shop.example\n    mailbox is full: retry timeout exceeded',
    'bounce-soft',
  ],
  [
    'Sendmail',
    'Returned mail: see transcript for details',
    'The original message was received at Thu, 1 Oct 2026 10:30:00 +0530\n\n   ----- The following addresses had permanent fatal errors -----\n<meena@shop.example>\n    (reason: 550 5.1.1 <meena@shop.example>... User unknown)',
    'bounce-hard',
  ],
  [
    'Sendmail while it still tries',
    'Warning: could not send message for past 4 hours',
    '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n<meena@shop.example>... Deferred: Connection timed out',
    'bounce-soft',
  ],
  [
    'Exchange',
    'Undeliverable: Tamil answers in KadaiBot',
    "Your message to meena@shop.example couldn't be delivered.\n\nmeena wasn't found at shop.example.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'",
    'bounce-hard',
  ],
  [
    'an old gateway over quota',
    'Mail System Error - Returned Mail',
    'This Message was undeliverable due to the following reason:\n\nThe user(s) account is temporarily over quota.\n\n<meena@shop.example>',
    'bounce-soft',
  ],
  [
    'Zoho',
    'Undelivered Mail Returned to Sender',
    'This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\nmeena@shop.example, ERROR CODE :550 - 5.4.1 Recipient address rejected: Access denied.',
    'bounce-hard',
  ],
  [
    'Domino',
    'DELIVERY FAILURE: User meena not listed in Domino Directory',
    'Your message\n\n  Subject: Tamil answers in KadaiBot\n\nwas not delivered to:\n\n  meena@shop.example\n\nbecause:\n\n  User meena (meena@shop.example) not listed in Domino Directory',
    'bounce-hard',
  ],
  [
    'GroupWise',
    'Message status - undeliverable',
    'The message that you sent was undeliverable to the following:\n\tmeena@shop.example (No such user)',
    'bounce-hard',
  ],
  [
    'a German server',
    'Unzustellbar: Tamil answers in KadaiBot',
    'Ihre Nachricht an meena@shop.example konnte nicht zugestellt werden.\nGrund: 550 5.1.1 Empfänger unbekannt',
    'bounce-hard',
  ],
  [
    'a German server with a full mailbox',
    'Zustellung fehlgeschlagen',
    'Ihre Nachricht an meena@shop.example konnte nicht zugestellt werden. Das Postfach ist voll.',
    'bounce-soft',
  ],
  [
    'a Hindi server',
    'डिलीवरी स्थिति सूचना (विफलता)',
    'आपका संदेश meena@shop.example को डिलीवर नहीं हुआ क्योंकि पता नहीं मिला। 550 5.1.1',
    'bounce-hard',
  ],
  [
    'a Hindi server with a full mailbox',
    'संदेश डिलीवर नहीं हुआ',
    'आपका संदेश meena@shop.example को डिलीवर नहीं किया जा सका। प्राप्तकर्ता का मेलबॉक्स भर गया है।',
    'bounce-soft',
  ],
  [
    'a Tamil server, known by its status',
    'அஞ்சல் அறிக்கை',
    '<meena@shop.example> அஞ்சல் பெட்டி இல்லை. 550 5.1.1',
    'bounce-hard',
  ],
  [
    'a Bengali server, known by its status',
    'চিঠি ফেরত এল',
    'মেল রাখা যায়নি\n<meena@shop.example>\n451 4.3.0',
    'bounce-soft',
  ],
];

test.each(LETTERS)('a letter of %s without any report part is a bounce', async (_, subject, words, kind) => {
  const raw = letter(words, { ...DAEMON, subject });
  expect(await classifyRaw(raw, index)).toEqual({
    kind,
    matches: TO_MEENA,
    recipient: 'meena@shop.example',
    sentiment: null,
  });
});

test.each(LETTERS)(
  'so is the letter of %s when its daemon has another name and our mail hangs below',
  async (_, subject, words, kind) => {
    const raw = letter(
      `${words}\n\n------ This is a copy of the message, including all the headers. ------\n\n${RETURNED}`,
      { ...DAEMON, from: 'Mail Delivery Subsystem <postmaster@mx.example>', to: 'bounce+0002@ours.example', subject },
    );
    expect(await classifyRaw(raw, index)).toMatchObject({ kind, matches: TO_MEENA });
  },
);

test('the words of a report may be 8-bit in the charset of its country', async () => {
  const raw = letter(
    Buffer.from(
      'Ihre Nachricht an meena@shop.example konnte nicht zugestellt werden: 550 Empf\xe4nger unbekannt',
      'latin1',
    ),
    {
      ...DAEMON,
      subject: '=?iso-8859-1?Q?Zustellung_f=FCr_meena_unm=F6glich?=',
      type: ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'],
    },
  );
  expect((await classifyRaw(raw, index)).kind).toBe('bounce-hard');
});

test('a notice of Amazon in JSON is read by its bounce type', async () => {
  const notice = (type: string) =>
    JSON.stringify({
      notificationType: 'Bounce',
      bounce: { bounceType: type, bouncedRecipients: [{ emailAddress: 'meena@shop.example' }] },
      mail: { commonHeaders: { messageId: '<mail-0002@ours.example>' } },
    });
  const from = {
    detached: true,
    from: 'AWS Notifications <no-reply@sns.amazonaws.example>',
    subject: 'AWS Notification Message',
  };
  expect(await classifyRaw(letter(notice('Permanent'), from), index)).toMatchObject({
    kind: 'bounce-hard',
    matches: TO_MEENA,
  });
  expect(await classifyRaw(letter(notice('Transient'), from), index)).toMatchObject({
    kind: 'bounce-soft',
    matches: TO_MEENA,
  });
});

test('a person who attaches or quotes a bounce still writes as a person', async () => {
  const attached = letter(
    [
      '--e',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Your mail to our info@ bounced, see below. Write to me, I would like the audit.${QUOTED}`,
      '--e',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment',
      '',
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail Returned to Sender',
      '',
      '<info@client.example>: 550 5.1.1 User unknown',
      '--e--',
    ].join('\n'),
    { type: ['Content-Type: multipart/mixed; boundary=e'] },
  );
  expect(await classifyRaw(attached, index)).toMatchObject({ kind: 'human-reply', sentiment: 'interested' });
  const quoted = letter(
    'My id is fixed now, please send it again.\n\n> Undelivered Mail Returned to Sender\n> 550 5.1.1 user unknown',
    { subject: 'Re: Undelivered Mail Returned to Sender' },
  );
  expect(await classifyRaw(quoted, index)).toMatchObject({ kind: 'human-reply' });
});

test('a read receipt is an automatic answer and matched by the id in it', async () => {
  const raw = letter(
    [
      '--e',
      'Content-Type: text/plain',
      '',
      'Your message was read on Friday.',
      '--e',
      'Content-Type: message/disposition-notification',
      '',
      'Final-Recipient: rfc822;ravi@client.example',
      'Original-Message-ID: <mail-0003@ours.example>',
      'Disposition: manual-action/MDN-sent-manually; displayed',
      '',
      '--e--',
    ].join('\n'),
    {
      detached: true,
      subject: 'Read: KhataBot',
      type: ['Content-Type: multipart/report; report-type=disposition-notification; boundary=e'],
    },
  );
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'auto-reply', matches: '<mail-0003@ours.example>' });
});

test('an abuse complaint about our mail counts as a wish to be left alone', async () => {
  const raw = letter(
    [
      '--e',
      'Content-Type: text/plain',
      '',
      'This is an email abuse report.',
      '--e',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'Original-Rcpt-To: meena@shop.example',
      '',
      '--e',
      'Content-Type: message/rfc822',
      '',
      RETURNED,
      '--e--',
    ].join('\n'),
    {
      detached: true,
      from: 'feedback@isp.example',
      subject: 'complaint',
      type: ['Content-Type: multipart/report; report-type=feedback-report; boundary=e'],
    },
  );
  expect(await classifyRaw(raw, index)).toMatchObject({ kind: 'unsubscribe-request', matches: TO_MEENA });
});
