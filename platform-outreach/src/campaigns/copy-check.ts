/**
 * Reads the copy as its receivers and their filters will, before anybody approves it: what blocks, what costs trust,
 * and a score with its reasons. Pure: the same copy and people give the same answer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { POST_LIMIT, postLength } from '../posts/little-text.ts';
import type { MailTemplate, PostTemplate, RenderedMail } from './content.ts';

export interface CopyFlaw {
  rule: string;
  /** A campaign with a blocking flaw cannot be approved. */
  blocks: boolean;
  /** The file, and for whom, where it holds for one person only. */
  where: string;
  /** What is wrong and what to do, in a sentence. */
  detail: string;
}

export interface TrustScore {
  /** 0 to 100. */
  score: number;
  reasons: { rule: string; points: number; detail: string }[];
}

/** Points a flaw of a rule takes off 100; each rule counts once a file. */
const POINTS: Readonly<Record<string, number>> = {
  hole: 40,
  subject_lies: 40,
  link_broken: 30,
  link_dead: 30,
  link_private: 30,
  no_unsubscribe: 30,
  no_postal_address: 30,
  no_plain_text: 30,
  claim_without_source: 15,
  manners: 15,
  spam_trigger: 10,
  shouting: 10,
  utm_incomplete: 10,
  utm_lost: 10,
  no_analytics_tag: 5,
  too_many_links: 10,
  length: 8,
};

const rule = z.strictObject({ find: z.string(), tell: z.string() });
const RULES = z
  .strictObject({ spam: z.array(rule), manners: z.array(rule), acronyms: z.array(z.string()) })
  .parse(parse(readFileSync(join(import.meta.dirname, 'copy-rules.yaml'), 'utf8')));
const SPAM = RULES.spam.map(({ find, tell }) => ({ find: new RegExp(find, 'iu'), tell }));
const MANNERS = RULES.manners.map(({ find, tell }) => ({ find: new RegExp(find, 'iu'), tell }));
const ACRONYMS = new Set(RULES.acronyms);

const UTM = ['utm_source', 'utm_medium', 'utm_campaign'];
const SUBJECT_MAX = 60;
const PREHEADER_MAX = 110;
const MAIL_WORDS = { least: 40, most: 220 };
const MAIL_LINKS_MOST = 3;
const POST_LEAST_WORDS = 40;

export interface MailToCheck {
  template: MailTemplate;
  /** 2 and more are follow-ups, whose subject may begin with Re: */
  step: number;
  prospectId: string;
  mail: RenderedMail;
}

/** Flaws of one rendered mail; those of the template itself come from `checkMailTemplate`. */
export function checkMail({ template, prospectId, mail }: MailToCheck): CopyFlaw[] {
  const where = `${template.file} for ${prospectId}`;
  const flaws = mail.links.flatMap((link) => linkFlaws(link, where));
  if (mail.text === '')
    flaws.push(flaw('no_plain_text', where, 'The plain-text part is empty; write words, not only markup.', true));
  if (graphemes(mail.subject) > SUBJECT_MAX) {
    flaws.push(flaw('length', where, `The subject has ${graphemes(mail.subject)} signs; phones show ${SUBJECT_MAX}.`));
  }
  return flaws;
}

/** What every mail needs from the house, whatever its copy. */
export function checkHouse(house: { postalAddress: boolean; unsubscribe: boolean }): CopyFlaw[] {
  const flaws: CopyFlaw[] = [];
  if (!house.postalAddress) {
    flaws.push(flaw('no_postal_address', '.env.shared', 'No postal address: set MAIL_POSTAL_ADDRESS.', true));
  }
  if (!house.unsubscribe) {
    flaws.push(flaw('no_unsubscribe', '.env.shared', 'Nobody could unsubscribe: set MAIL_FROM.', true));
  }
  return flaws;
}

/** Flaws that are the same for everybody. */
export function checkMailTemplate(template: MailTemplate, step: number): CopyFlaw[] {
  const where = template.file;
  const text = `${template.subject}\n${template.preheader}\n${template.body}`;
  const flaws = wordFlaws(text, where, template.sources);
  if (step === 1 && /^\s*(re|fwd?|aw)\s*:/i.test(template.subject)) {
    flaws.push(flaw('subject_lies', where, 'The subject looks like an answer, and nothing came before it.', true));
  }
  const words = wordCount(template.body);
  if (words < MAIL_WORDS.least || words > MAIL_WORDS.most) {
    flaws.push(
      flaw(
        'length',
        where,
        `The mail has ${words} words; between ${MAIL_WORDS.least} and ${MAIL_WORDS.most} are read.`,
      ),
    );
  }
  if (graphemes(template.preheader) > PREHEADER_MAX) {
    flaws.push(flaw('length', where, `The preheader has more than ${PREHEADER_MAX} signs; the rest is not shown.`));
  }
  const links = template.body.match(/\]\(/g)?.length ?? 0;
  if (links > MAIL_LINKS_MOST) {
    flaws.push(
      flaw('too_many_links', where, `${links} links; more than ${MAIL_LINKS_MOST} look like an advertisement.`),
    );
  }
  return flaws;
}

export function checkPost(template: PostTemplate, text: string): CopyFlaw[] {
  const where = template.file;
  const flaws = wordFlaws(text, where, template.sources);
  const length = postLength(text);
  if (length > POST_LIMIT) {
    const much = `The post has ${length} signs with its escapes; LinkedIn takes ${POST_LIMIT}. Shorten it.`;
    flaws.push(flaw('length', where, much, true));
  }
  if (wordCount(text) < POST_LEAST_WORDS) {
    flaws.push(flaw('length', where, `The post has ${wordCount(text)} words; under ${POST_LEAST_WORDS} says little.`));
  }
  const links = [...new Set([...(text.match(/https?:\/\/[^\s)]+/g) ?? []), ...(template.link ? [template.link] : [])])];
  return [...flaws, ...links.flatMap((link) => linkFlaws(link, where))];
}

/** Each rule that was broken takes its points once a file, however often it was broken there. */
export function trustOf(flaws: readonly CopyFlaw[]): TrustScore {
  const counted = new Map<string, { rule: string; points: number; detail: string }>();
  for (const { rule: name, where, detail } of flaws) {
    const key = `${name} ${where.split(' for ')[0]}`;
    if (!counted.has(key))
      counted.set(key, { rule: name, points: -(POINTS[name] ?? 10), detail: `${where}: ${detail}` });
  }
  const reasons = [...counted.values()].sort((a, b) => a.points - b.points);
  return { score: Math.max(0, 100 + reasons.reduce((sum, reason) => sum + reason.points, 0)), reasons };
}

/** What stands in quotation marks is somebody else's words: an example, not a claim and not our manners. */
const QUOTED = /“[^”\n]*”|"[^"\n]*"/g;

function wordFlaws(whole: string, where: string, sources: MailTemplate['sources']): CopyFlaw[] {
  const text = whole.replace(QUOTED, '“…”');
  const flaws: CopyFlaw[] = [];
  for (const { find, tell } of SPAM) {
    const found = find.exec(text)?.[0].trim();
    if (found !== undefined) flaws.push(flaw('spam_trigger', where, `“${found}” ${tell}.`));
  }
  for (const { find, tell } of MANNERS) {
    const found = find.exec(text)?.[0].trim();
    if (found !== undefined) flaws.push(flaw('manners', where, `“${found}” ${tell}.`));
  }
  const shouted = (text.match(/\p{Lu}{4,}/gu) ?? []).filter((word) => !ACRONYMS.has(word));
  if (shouted.length > 0) flaws.push(flaw('shouting', where, `“${shouted[0]}” is in capitals.`));
  if (/!\s*!|!.*!/su.test(text)) flaws.push(flaw('shouting', where, 'More than one exclamation mark.'));
  for (const claim of claimsOf(text)) {
    if (sources.some((source) => normal(source.claim).includes(normal(claim.figure)))) continue;
    flaws.push(
      flaw(
        'claim_without_source',
        where,
        `“${claim.sentence}” states ${claim.figure} and names no source; add it under sources.`,
        true,
      ),
    );
  }
  return flaws;
}

/** A share, a proportion or a large number is a claim about the world; “10 minutes” of ours is not. */
const CLAIM =
  /\d[\d.,]*\s?(?:%|per ?cent|lakhs?|crores?|million|billion)|\b\d+ (?:in|of|out of) (?:every )?\d+\b|\b(?:studies|research) (?:shows?|says?)\b/giu;

function claimsOf(text: string): { figure: string; sentence: string }[] {
  return [...text.matchAll(CLAIM)].map((match) => {
    const from = Math.max(text.lastIndexOf('\n', match.index), text.lastIndexOf('. ', match.index)) + 1;
    const to = text.slice(match.index).search(/[.!?](\s|$)|\n|$/);
    return {
      figure: match[0].trim(),
      sentence: text
        .slice(from, match.index + to)
        .trim()
        .slice(0, 120),
    };
  });
}

function linkFlaws(link: string, where: string): CopyFlaw[] {
  if (link.startsWith('mailto:')) return [];
  if (!/^https:\/\/[!-~]+$/.test(link) || !URL.canParse(link)) {
    return [flaw('link_broken', where, `${link} is no https address with all its signs encoded.`, true)];
  }
  const given = new URL(link).searchParams;
  const missing = UTM.filter((name) => (given.get(name) ?? '') === '');
  if (missing.length === 0) return [];
  return [flaw('utm_incomplete', where, `${link} lacks ${missing.join(', ')}; use {{ call_to_action }}, or add them.`)];
}

const flaw = (name: string, where: string, detail: string, blocks = name === 'hole'): CopyFlaw => ({
  ...{ rule: name, blocks, where, detail },
});

const normal = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string): number => [...segmenter.segment(text)].length;
const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
