import { expect, test } from 'vitest';
import { type MailTemplate, parseMailTemplate, parsePostTemplate, type RenderedMail } from './content.ts';
import { checkHouse, checkMail, checkMailTemplate, checkPost, trustOf } from './copy-check.ts';

const GOOD = `Hello {{ name }}, last week I asked your assistant three questions in Hindi and in Tamil, and kept the answers word
for word. One of them named an emergency number that nobody in India can dial. I would be glad to show you all three, and
how each can be mended, in twenty minutes. [Pick a time]({{ call_to_action }}) or simply write back.`;
const mail = (body: string, head = 'subject: "Three answers of your assistant"') =>
  parseMailTemplate(`---\n${head}\n---\n${body}`, 'a.md');
const rulesOf = (template: MailTemplate) => checkMailTemplate(template, 1).map((flaw) => flaw.rule);

test('a calm letter has no flaw and all the trust', () => {
  expect(rulesOf(mail(GOOD))).toEqual([]);
  expect(trustOf([])).toEqual({ score: 100, reasons: [] });
});

test.each([
  ['spam_trigger', `${GOOD} Act now!`],
  ['spam_trigger', `${GOOD} Results are guaranteed.`],
  ['manners', `Dear Sir, ${GOOD}`],
  ['manners', `Dear Mr {{ name }}, ${GOOD}`],
  ['manners', `${GOOD} क्या तुम मिलोगे?`],
  ['shouting', `${GOOD} THIS MATTERS.`],
  ['shouting', `${GOOD} Write back! Today!`],
  ['claim_without_source', `${GOOD} 62 % of bots fail this.`],
  ['claim_without_source', `${GOOD} It fails for 7 in 10 users.`],
  ['claim_without_source', `${GOOD} Over 3 crore people are concerned.`],
  ['length', 'Hello {{ name }}, shall we talk?'],
  ['too_many_links', `${GOOD} [a](https://a.example) [b](https://b.example) [c](https://c.example)`],
])('%s is found', (rule, body) => {
  expect(rulesOf(mail(body))).toContain(rule);
});

test('what stands in quotation marks is an example, and an acronym does not shout', () => {
  expect(rulesOf(mail(`${GOOD} It said “62 % of all GUYS win!! Act now”. UPI and GSTIN are names.`))).toEqual([]);
});

test('a claim with its source is none', () => {
  const head = 'subject: "S"\nsources: [{ claim: "62 % of 40 bots failed", url: "https://report.example/1" }]';
  expect(rulesOf(mail(`${GOOD} 62 % of bots fail this.`, head))).toEqual([]);
});

test('a first letter that pretends to be an answer is blocked, a follow-up is not', () => {
  const pretends = mail(GOOD, 'subject: "Re: our talk"');
  expect(checkMailTemplate(pretends, 1)).toMatchObject([{ rule: 'subject_lies', blocks: true }]);
  expect(checkMailTemplate(pretends, 2)).toEqual([]);
});

test('without a postal address, or a way to unsubscribe, nothing is approved', () => {
  const flaws = checkHouse({ postalAddress: false, unsubscribe: false });
  expect(flaws).toMatchObject([
    { rule: 'no_postal_address', blocks: true },
    { rule: 'no_unsubscribe', blocks: true },
  ]);
});

test('links must be encoded https addresses with their UTM parameters', () => {
  const rendered = (link: string): RenderedMail => ({
    subject: 'S',
    preheader: '',
    text: 't',
    html: 't',
    links: [link],
  });
  const rules = (link: string) =>
    checkMail({ template: mail(GOOD), step: 1, prospectId: 'P-1', mail: rendered(link) }).map((flaw) => flaw.rule);
  const utm = 'utm_source=o&utm_medium=email&utm_campaign=c';
  expect(rules(`https://a.example/?${utm}`)).toEqual([]);
  expect(rules('https://a.example/?utm_source=o&utm_medium=')).toEqual(['utm_incomplete']);
  expect(rules(`http://a.example/?${utm}`)).toEqual(['link_broken']);
  expect(rules(`https://a.example/अ?${utm}`)).toEqual(['link_broken']);
  expect(rules(`https://a.example/a b?${utm}`)).toEqual(['link_broken']);
});

test('a post is held to its limit by the strictest count, escapes included', () => {
  const post = parsePostTemplate('---\n---\nx', 'p.md');
  const blocked = (text: string) => checkPost(post, text).some((flaw) => flaw.rule === 'length' && flaw.blocks);
  const hindi = 'अनुभव '.repeat(490);
  expect(blocked(hindi)).toBe(false);
  expect(blocked(`${hindi}${'(नया) '.repeat(10)}`)).toBe(true);
  expect(blocked('👩🏽‍🏫'.repeat(500))).toBe(true);
});

test('a rule takes its points once a file, and the score never falls below nothing', () => {
  const flaw = { rule: 'hole', blocks: true, where: 'a.md for P-1', detail: 'd' };
  expect(trustOf([flaw, { ...flaw, where: 'a.md for P-2' }])).toMatchObject({ score: 60, reasons: [{ points: -40 }] });
  expect(trustOf(Array.from({ length: 5 }, (_, i) => ({ ...flaw, where: `${i}.md` }))).score).toBe(0);
});
