/** The copy of a mail or post: Markdown with a head of facts, and Liquid fields that are filled in for each person. */
import { type FieldError, StudioError } from '@sacred-qa/contracts/errors';
import { Liquid, LiquidError } from 'liquidjs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { htmlOf, linksOf, plainTextOf } from './markdown.ts';

/** A figure that the copy states, and where it can be read. */
const source = z.strictObject({ claim: z.string().min(1), url: z.url({ protocol: /^https?$/ }) });

const mailHead = z.strictObject({
  subject: z.string().min(1).max(200),
  preheader: z.string().max(200).default(''),
  /** BCP 47; what a screen reader reads it in. */
  language: z.string().min(2).max(35).default('en-IN'),
  sources: z.array(source).default([]),
});
const postHead = z.strictObject({
  language: z.string().min(2).max(35).default('en-IN'),
  link: z.url({ protocol: /^https$/ }).optional(),
  sources: z.array(source).default([]),
});

export interface MailTemplate extends z.infer<typeof mailHead> {
  file: string;
  body: string;
}
export interface PostTemplate extends z.infer<typeof postHead> {
  file: string;
  body: string;
}

/** What a template may name in `{{ … }}`. Empty means not known: a field without a default is then a hole. */
export interface MergeFields {
  name: string;
  company: string;
  role: string;
  segment: string;
  campaign: string;
  call_to_action: string;
}

export interface RenderedMail {
  subject: string;
  preheader: string;
  text: string;
  html: string;
  /** Addresses in the order in which they stand, each once. */
  links: string[];
}

export type Rendered<T> = { kind: 'rendered'; value: T } | { kind: 'hole'; detail: string };

const HEAD = /^---\r?\n((?:[\s\S]*?\r?\n)?)---\r?\n([\s\S]*)$/;
/** What Markdown or HTML could take for markup, in a value that a person typed into a sheet. */
const MARKUP = /[\\`*_{}[\]()#+!|~<>&"']/g;

// Only what the fields hold may be reached, and nothing may be read from the disk.
const shared = {
  strictVariables: true,
  strictFilters: true,
  lenientIf: true,
  ownPropertyOnly: true,
  relativeReference: false,
};
const plain = new Liquid(shared);
const markdown = new Liquid({ ...shared, outputEscape: escapeMarkup });

/** Throws `validation_failed` naming the file and what is wrong in its head, or in its fields. */
export function parseMailTemplate(text: string, file: string): MailTemplate {
  const { head, body } = partsOf(text, file, mailHead);
  for (const part of [head.subject, head.preheader, body]) requireLiquid(part, file);
  return { ...head, file, body };
}

export function parsePostTemplate(text: string, file: string): PostTemplate {
  const { head, body } = partsOf(text, file, postHead);
  requireLiquid(body, file);
  return { ...head, file, body };
}

/** Fills the fields in. A field that is empty and has no default is a hole: such a mail is not made. */
export function renderMail(template: MailTemplate, fields: MergeFields): Rendered<RenderedMail> {
  return fillIn(template.file, fields, (known) => {
    const filled = markdown.parseAndRenderSync(template.body, known);
    return {
      subject: oneLine(plain.parseAndRenderSync(template.subject, known)),
      preheader: oneLine(plain.parseAndRenderSync(template.preheader, known)),
      text: plainTextOf(filled),
      html: htmlOf(filled),
      links: linksOf(filled),
    };
  });
}

/** Posts are plain text: what is written is what is shown. */
export function renderPost(
  template: PostTemplate,
  fields: Pick<MergeFields, 'campaign' | 'call_to_action'>,
): Rendered<string> {
  return fillIn(template.file, fields, (known) => plain.parseAndRenderSync(template.body, known).trim());
}

function fillIn<T>(file: string, fields: object, render: (known: Record<string, unknown>) => T): Rendered<T> {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  try {
    return { kind: 'rendered', value: render(known) };
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    return { kind: 'hole', detail: `${file}: ${error.message}` };
  }
}

function partsOf<T>(text: string, file: string, schema: z.ZodType<T>): { head: T; body: string } {
  const parts = HEAD.exec(text.replace(/^\uFEFF/, ''));
  if (parts === null) throw refusal(file, 'it must begin with a head between two lines of ---');
  const [, head = '', body = ''] = parts;
  const document = parseDocument(head, { uniqueKeys: true, prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw refusal(file, broken.message.trim());
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (!parsed.success) {
    throw refusal(file, ...parsed.error.issues.map((issue) => `${issue.path.join('.') || 'head'}: ${issue.message}`));
  }
  if (body.trim() === '') throw refusal(file, 'it has no text below its head');
  return { head: parsed.data, body: body.trim() };
}

function requireLiquid(text: string, file: string): void {
  try {
    plain.parse(text);
  } catch (error) {
    if (error instanceof LiquidError) throw refusal(file, error.message);
    throw error;
  }
}

function escapeMarkup(value: unknown): string {
  return String(value)
    .replace(MARKUP, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function refusal(file: string, ...details: string[]): StudioError {
  const errors: FieldError[] = details.map((detail) => ({ pointer: '', detail: `${file}: ${detail}` }));
  return new StudioError('validation_failed', errors.map((error) => error.detail).join('; '), { errors });
}
