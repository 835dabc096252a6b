/** A campaign as its author writes it: `campaigns/<name>/campaign.yaml`, checked field by field, with line numbers. */
import { type FieldError, StudioError } from '@sacred-qa/contracts/errors';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of 24 hours in quotes, such as "08:00"');
const isoDate = z.iso.date('must be a date such as 2025-10-06, in quotes');
const weekday = z.preprocess(
  (given) => (typeof given === 'string' ? given.toLowerCase() : given),
  z.enum(WEEKDAYS, `must be one of ${WEEKDAYS.join(', ')}`),
);
const zone = z.string().refine(isZone, 'must be a time zone by its IANA name, such as Asia/Kolkata');
const contentFile = z
  .string()
  .regex(/^[\w-]+\.md$/, 'must name a Markdown file in the same folder, such as batch-a.md');

/** When something is due. A date is optional; one that is given must fall on the weekday and in the planned week. */
const slot = {
  day: weekday,
  at: wallTime,
  date: isoDate.optional(),
  /** Later than this after its time a slot expires, and nothing is sent. */
  not_later_than_minutes: z.int().min(5).max(720).default(120),
};

const followUp = z.strictObject({
  after_days: z.int().min(1).max(60),
  at: wallTime,
  not_later_than_minutes: slot.not_later_than_minutes,
  content: contentFile,
});

const post = z.strictObject({ name: slug, title: z.string().min(1).max(200), ...slot, content: contentFile });

const batch = z.strictObject({
  name: slug,
  title: z.string().min(1).max(200),
  ...slot,
  /** At most so many people. */
  size: z.int().min(1).max(200),
  /** Only prospects of this segment of prospects.csv. */
  segment: z.string().min(1).max(100),
  content: contentFile,
  /** Sent to those who neither replied, booked, bounced nor unsubscribed. */
  follow_ups: z.array(followUp).max(4).default([]),
});

export const campaignSpec = z
  .strictObject({
    name: slug,
    title: z.string().min(1).max(200),
    zone: zone.default('Asia/Kolkata'),
    /** Which week of the practice it runs in; the weeks of the metrics are numbered from it. */
    practice_week: z.int().min(1).max(10_000).optional(),
    goals: z.strictObject({
      sent: z.int().min(0),
      replies: z.int().min(0),
      bookings: z.int().min(0),
    }),
    limits: z
      .strictObject({
        /** Mails a day from one sender. */
        per_day: z.int().min(1).max(500).default(20),
        /** Mails a day to addresses of one domain. */
        per_domain_per_day: z.int().min(1).max(50).default(3),
        gap_seconds: z.int().min(0).max(3600).default(90),
        jitter_seconds: z.int().min(0).max(3600).default(60),
      })
      .prefault({}),
    /** No mail and no post is due between these times, and no mail leaves. */
    quiet_hours: z.strictObject({ from: wallTime, to: wallTime }).default({ from: '20:00', to: '07:30' }),
    /** What a slot on a public holiday of India does. */
    holidays: z.enum(['refuse', 'allow']).default('refuse'),
    links: z.strictObject({
      /** Where the reader is asked to go, without UTM parameters: they are added. */
      call_to_action: z.url({ protocol: /^https$/, error: 'must be an https address' }),
      utm_source: slug.default('outreach'),
      /** What a page's HTML must hold to count visits, such as “data-site-id”; left out, any known analytics will do. */
      analytics_tag: z.string().min(3).max(200).optional(),
    }),
    posts: z.array(post).max(20).default([]),
    batches: z.array(batch).max(20).default([]),
  })
  .superRefine((spec, context) => {
    for (const [list, items] of [
      ['posts', spec.posts],
      ['batches', spec.batches],
    ] as const) {
      for (const [i, item] of items.entries()) {
        if (items.findIndex((other) => other.name === item.name) === i) continue;
        context.addIssue({ code: 'custom', path: [list, i, 'name'], message: `${item.name} is there twice` });
      }
    }
    if (spec.posts.length + spec.batches.length > 0) return;
    context.addIssue({ code: 'custom', path: ['posts'], message: 'a campaign needs at least one post or batch' });
  });

export type CampaignSpec = z.infer<typeof campaignSpec>;

/** Reads a specification. `fileName` only names it in errors. Throws `validation_failed`, each error with its line. */
export function parseCampaignSpec(text: string, fileName: string): CampaignSpec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) throw refusal(fileName, [{ pointer: '', detail: broken.message.trim() }]);
  const parsed = campaignSpec.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (parsed.success) return parsed.data;
  throw refusal(
    fileName,
    parsed.error.issues.map((issue) => {
      const node = nodeOf(document.contents, issue);
      const line = node?.range ? lines.linePos(node.range[0]).line : 1;
      return {
        pointer: issue.path.map((key) => `/${String(key)}`).join(''),
        detail: `line ${line}: ${issue.path.join('.') || 'the campaign'}: ${issue.message}`,
      };
    }),
  );
}

/** Throws nothing: a zone that the runtime does not know is no zone. */
function isZone(name: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** Where the author made it: a key that is not known at the key itself, else what stands at the path. */
function nodeOf(root: Node | null, issue: z.core.$ZodIssue): Node | null {
  const near = nearestNode(root, issue.path);
  if (issue.code !== 'unrecognized_keys' || !isMap(near)) return near;
  const pair = near.items.find(({ key }) => isScalar(key) && issue.keys.includes(String(key.value)));
  return pair !== undefined && isScalar(pair.key) ? pair.key : near;
}

/** The value at the path, or what stands nearest above it: a key that is missing has no line of its own. */
function nearestNode(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root;
  for (const key of path) {
    if (!(isMap(node) || (node !== null && 'items' in node))) return node;
    const next: unknown = (node as { get(key: unknown, keepScalar: boolean): unknown }).get(key, true);
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && (isScalar(value) || 'items' in value);

function refusal(fileName: string, errors: FieldError[]): StudioError {
  const detail = `${fileName}: ${errors.map((error) => error.detail).join('; ')}`;
  return new StudioError('validation_failed', detail, { errors });
}
