/** A booking as Cal.com tells it, in one form, whether a webhook or its API v2 told it. Pure. */
import { z } from 'zod';

export interface CalBooking {
  uid: string;
  /** accepted, pending, cancelled, rejected, or another lower-case word of theirs. */
  status: string;
  startAt: string | null;
  endAt: string | null;
  /** The slug of the event type. */
  eventType: string | null;
  /** A reschedule makes a new booking; this is the one before it. */
  rescheduledFrom: string | null;
  /** Null from a webhook, which does not look ahead. */
  rescheduledTo: string | null;
  /** Our signed send id, as it came back. */
  send: string | null;
  /** Of those who booked, never of the host. */
  emails: string[];
  /** Null from a webhook, which tells of the event and not of the booking. */
  createdAt: string | null;
  /** Their clock, when it was so. */
  asOf: string | null;
  details: BookingDetails;
}

/** What tells of a person; kept sealed only. */
export interface BookingDetails {
  title: string | null;
  attendees: { name: string; email: string; timeZone: string | null }[];
  location: string | null;
  reason: string | null;
  answers: Record<string, unknown>;
}

/** What a trigger says of the booking; Cal.com has others, which are kept and say nothing of its state. */
const STATUS_BY_TRIGGER: Readonly<Record<string, string>> = {
  BOOKING_CREATED: 'accepted',
  BOOKING_REQUESTED: 'pending',
  BOOKING_RESCHEDULED: 'accepted',
  BOOKING_PAID: 'accepted',
  BOOKING_CANCELLED: 'cancelled',
  BOOKING_REJECTED: 'rejected',
};
/** These two say how it ended; the payload's own status may still be that of before. */
const FINAL_TRIGGERS = new Set(['BOOKING_CANCELLED', 'BOOKING_REJECTED']);

/** Each is looked for among people; who books may name guests, and no booking has more of them. */
const EMAILS_MAX = 50;

const text = z.string().nullish().catch(null);
const uid = z.string().regex(/^[\w-]{1,100}$/);
const record = z.record(z.string(), z.unknown()).nullish().catch(null);
const attendees = z
  .array(z.object({ name: text, email: text, timeZone: text }))
  .nullish()
  .catch(null);

const webhookPayload = z.object({
  uid,
  ...{ type: text, title: text, startTime: text, endTime: text, status: text, location: text },
  ...{ rescheduleUid: text, cancellationReason: text, rejectionReason: text },
  ...{ attendees, responses: record, metadata: record },
});

/** `GET /v2/bookings`, cal-api-version 2026-05-01; other fields are not read. */
export const apiBooking = z.object({
  uid,
  status: z.string(),
  ...{ title: text, start: text, end: text, location: text, meetingUrl: text },
  ...{ cancellationReason: text, rejectionReason: text, rescheduledFromUid: text, rescheduledToUid: text },
  ...{ createdAt: text, updatedAt: text },
  eventType: z.object({ slug: text }).nullish().catch(null),
  guests: z.array(z.string()).nullish().catch(null),
  ...{ attendees, bookingFieldsResponses: record, metadata: record },
});

/** Null when the trigger says nothing of a booking's state, or the payload is not of Cal.com's own form. */
export function bookingOfWebhook(trigger: string, createdAt: string | null, payload: unknown): CalBooking | null {
  const byTrigger = STATUS_BY_TRIGGER[trigger];
  const parsed = webhookPayload.safeParse(payload);
  if (byTrigger === undefined || !parsed.success) return null;
  const { data } = parsed;
  const answers = data.responses ?? {};
  return {
    uid: data.uid,
    status: FINAL_TRIGGERS.has(trigger) ? byTrigger : (wordOf(data.status) ?? byTrigger),
    startAt: instantOf(data.startTime),
    endAt: instantOf(data.endTime),
    eventType: slugOf(data.type),
    // Older servers keep the uid; then there is no booking before it.
    rescheduledFrom: data.rescheduleUid === data.uid ? null : uidOf(data.rescheduleUid),
    rescheduledTo: null,
    send: sendOf(data.metadata, answers),
    emails: emailsOf(data.attendees ?? [], answers, []),
    createdAt: null,
    asOf: createdAt,
    details: detailsOf(data, data.location, answers),
  };
}

/** Whom any payload names, also one that says nothing of a booking's state. */
export function emailsIn(payload: Record<string, unknown>): string[] {
  const parsed = z.object({ attendees, responses: record }).safeParse(payload);
  return parsed.success ? emailsOf(parsed.data.attendees ?? [], parsed.data.responses ?? {}, []) : [];
}

export function bookingOfApi(item: z.infer<typeof apiBooking>): CalBooking {
  const answers = item.bookingFieldsResponses ?? {};
  return {
    uid: item.uid,
    status: wordOf(item.status) ?? 'unknown',
    startAt: instantOf(item.start),
    endAt: instantOf(item.end),
    eventType: slugOf(item.eventType?.slug),
    rescheduledFrom: uidOf(item.rescheduledFromUid),
    rescheduledTo: uidOf(item.rescheduledToUid),
    send: sendOf(item.metadata, answers),
    emails: emailsOf(item.attendees ?? [], answers, item.guests ?? []),
    createdAt: instantOf(item.createdAt),
    asOf: instantOf(item.updatedAt) ?? instantOf(item.createdAt),
    details: detailsOf(item, item.location ?? item.meetingUrl, answers),
  };
}

/** Null for what is no instant. */
export function instantOf(given: string | null | undefined): string | null {
  const ms = given == null ? Number.NaN : Date.parse(given);
  if (Number.isNaN(ms)) return null;
  const iso = new Date(ms).toISOString();
  // A year beyond four digits is written with a sign, which the database does not read.
  return /^\d/.test(iso) ? iso : null;
}

/** Webhooks write ACCEPTED where the API writes accepted. */
function wordOf(status: string | null | undefined): string | null {
  const word = status?.toLowerCase() ?? '';
  return /^[a-z_]{1,40}$/.test(word) ? word : null;
}

const slugOf = (slug: string | null | undefined): string | null =>
  slug != null && /^[\w-]{1,100}$/.test(slug) ? slug : null;

const uidOf = (given: string | null | undefined): string | null =>
  uid.safeParse(given).success ? (given ?? null) : null;

/** In the metadata, as our links ask for it; or in a hidden field of the form, where a link cannot carry metadata. */
function sendOf(metadata: Record<string, unknown> | null | undefined, answers: Record<string, unknown>): string | null {
  const send = metadata?.send ?? answered(answers.send);
  return typeof send === 'string' ? send : null;
}

/** Webhooks answer `{ label, value }`, the API the value itself. */
const answered = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;

function emailsOf(
  booked: readonly { email?: string | null | undefined }[],
  answers: Record<string, unknown>,
  guests: readonly string[],
): string[] {
  const all = [...booked.map(({ email }) => email), answered(answers.email), ...guests];
  const emails = all.filter((email): email is string => typeof email === 'string' && email.includes('@'));
  return [...new Set(emails)].slice(0, EMAILS_MAX);
}

function detailsOf(
  given: {
    title?: string | null | undefined;
    cancellationReason?: string | null | undefined;
    rejectionReason?: string | null | undefined;
    attendees?: z.infer<typeof attendees>;
  },
  location: string | null | undefined,
  answers: Record<string, unknown>,
): BookingDetails {
  return {
    title: given.title ?? null,
    attendees: (given.attendees ?? []).map(({ name, email, timeZone }) => ({
      ...{ name: name ?? '', email: email ?? '', timeZone: timeZone ?? null },
    })),
    location: location ?? null,
    reason: given.cancellationReason ?? given.rejectionReason ?? null,
    answers: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, answered(answer)])),
  };
}
