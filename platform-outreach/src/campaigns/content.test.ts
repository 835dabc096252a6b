import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose } from '../sending/compose.ts';
import { type MergeFields, parseMailTemplate, parsePostTemplate, renderMail, renderPost } from './content.ts';

const fields: MergeFields = {
  ...{ name: 'Meena', company: 'Udaan Chat', role: '', segment: 's', campaign: 'October' },
  call_to_action: 'https://studio.example/?a=1&b=2',
};
const template = (body: string, head = 'subject: "For {{ company }}"') =>
  parseMailTemplate(`---\n${head}\n---\n${body}`, 'a.md');

test('a mail has a subject, a text and a page, with its links in order', () => {
  const mail = renderMail(template('Hello {{ name }},\n\n- [Book]({{ call_to_action }})\n- **two**\n'), fields);
  expect(mail).toEqual({
    kind: 'rendered',
    value: {
      ...{ subject: 'For Udaan Chat', preheader: '' },
      text: 'Hello Meena,\n\n- Book: https://studio.example/?a=1&b=2\n- two',
      html: '<p>Hello Meena,</p>\n<ul>\n<li><a href="https://studio.example/?a=1&amp;b=2">Book</a></li>\n<li><strong>two</strong></li>\n</ul>',
      links: ['https://studio.example/?a=1&b=2'],
    },
  });
});

test('a field that is not known is a hole, unless the copy says what to write instead', () => {
  expect(renderMail(template('Dear {{ role }}'), fields)).toEqual({
    kind: 'hole',
    detail: expect.stringContaining('role'),
  });
  expect(renderMail(template('Dear {{ role | default: "team" }}'), fields)).toMatchObject({
    value: { text: 'Dear team' },
  });
  expect(renderMail(template('Dear {{ nmae }}'), fields)).toMatchObject({ kind: 'hole' });
});

test('whatever stands in the sheet is shown as it is, and is never markup', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.constantFrom('<script>x</script>', '[a](javascript:b)', '**b**', '{{ x }}'),
      ),
      (name) => {
        fc.pre(name.trim() !== '');
        const mail = renderMail(template('Hello {{ name }}!'), { ...fields, name });
        if (mail.kind !== 'rendered') throw new Error(mail.detail);
        expect(mail.value.html.replace(/&[#\w]+;/g, '')).not.toMatch(/<(?!\/?p>)/);
        expect(mail.value.links).toEqual([]);
        expect(mail.value.text.replace(/\s+/g, ' ')).toBe(`Hello ${name}!`.replace(/\s+/g, ' '));
      },
    ),
    { numRuns: 150 },
  );
});

test('HTML in the copy is shown, not run', () => {
  const mail = renderMail(template('A <img src=x onerror=alert(1)> and\n\n<script>alert(1)</script>'), fields);
  expect(mail).toMatchObject({ value: { html: expect.not.stringMatching(/<(img|script)/) } });
});

test('what is wrong in a head or in a field is named with its file', () => {
  expect(() => parseMailTemplate('no head', 'a.md')).toThrow(/a\.md: it must begin with a head/);
  expect(() => template('x', 'subjcet: "S"')).toThrow(/a\.md: subject/);
  expect(() => template('x {{ name')).toThrow(/a\.md: .*line/);
  expect(() => template('  ')).toThrow(/a\.md: it has no text/);
});

test('a post stays as it was written', () => {
  const post = parsePostTemplate('---\n---\n*Two* bugs (and #one)\n{{ call_to_action }}\n', 'p.md');
  expect(renderPost(post, fields)).toEqual({
    kind: 'rendered',
    value: '*Two* bugs (and #one)\nhttps://studio.example/?a=1&b=2',
  });
});

test('a name that was typed with a line break stays one header of the mail, and says nothing of its own', async () => {
  const bytes = await compose({
    ...{ id: 'm1', messageId: '<m1@studio.example>', inReplyTo: null, replyTo: null, date: '2025-10-06T02:30:00Z' },
    ...{ from: 'Meera <meera@studio.example>', language: 'en', postalAddress: 'Pune' },
    to: { name: 'Ravi\r\nBcc: all@evil.example', address: 'ravi@shop.example' },
    mail: { subject: 's', preheader: '', text: 't', html: '<p>t</p>', links: [] },
    unsubscribe: { page: null, mailto: 'mailto:meera@studio.example' },
    ...{ rewritten: null, pixel: null, dkim: null },
  });
  expect(bytes.toString()).toContain('\r\nTo: "Ravi Bcc: all@evil.example" <ravi@shop.example>\r\n');
});
