/**
 * The vocabulary of outreach's events: what each is called, which event caused it, and the declaration by which the
 * Studio is told. Only ids, names that the studio gave itself, and codes: a person appears as their prospect_id.
 */
import type { Declaration } from './sankalpa.ts';

export const OUTREACH_SOURCE = 'outreach';

interface Mail {
  /** `messages.id`. */
  mail: string;
  prospectId: string;
}

interface Booking {
  /** Cal.com's uid. */
  uid: string;
  prospectId: string | null;
}

/** What happened. Names are those of `kind` in the Studio. */
export type OutreachEvent =
  | { kind: 'campaign.started'; campaign: string; name: string }
  | { kind: 'batch.started'; batch: string; campaign: string; name: string; mails: number }
  | { kind: 'post.published'; post: string; campaign: string; name: string; url: string | null }
  | { kind: 'post.in_doubt'; post: string; campaign: string; name: string }
  | ({ kind: 'mail.sent'; batch: string; campaign: string; step: number; variant: string } & Mail)
  | ({ kind: 'mail.refused'; batch: string; campaign: string; code: string } & Mail)
  | ({ kind: 'mail.in_doubt'; batch: string; campaign: string } & Mail)
  | ({ kind: 'mail.bounced'; hard: boolean; status: string } & Mail)
  | ({ kind: 'mail.opened'; event: string; actor: string } & Mail)
  | ({ kind: 'mail.clicked'; event: string; actor: string; position: number } & Mail)
  | ({ kind: 'reply.received'; inbound: string; reply: 'human-reply' | 'auto-reply'; sentiment: string | null } & Mail)
  /** `mail` is null when it was not one of ours that led to it. */
  | { kind: 'unsubscribed'; event: string; via: string; mail: string | null; prospectId: string | null }
  /** The event that led to it: a reply or a mail; null when nobody knows. */
  | ({ kind: 'booking.created'; cause: { reply: string } | { mail: string } | null } & Booking)
  | ({ kind: 'booking.rescheduled'; from: string } & Booking)
  | ({ kind: 'booking.cancelled' } & Booking)
  | { kind: 'prospect.erased'; prospectId: string }
  /** `at` is the moment that they speak of; `week` the practice's number. */
  | { kind: 'metrics.written' | 'reflection.written'; campaign: string; name: string; week: number; at: string };

export type OutreachEventKind = OutreachEvent['kind'];

/**
 * The event's own id. What can have children is named by its noun alone (`mail:ID`), so that a child knows its
 * parent's name; what cannot is named by the noun and what came of it (`mail:ID:bounced`).
 */
export function sourceEventId(event: OutreachEvent): string {
  switch (event.kind) {
    case 'campaign.started':
      return `campaign:${event.campaign}`;
    case 'batch.started':
      return `batch:${event.batch}`;
    case 'post.published':
      return `post:${event.post}`;
    case 'post.in_doubt':
      return `post:${event.post}:in_doubt`;
    case 'mail.sent':
      return `mail:${event.mail}`;
    case 'mail.refused':
    case 'mail.in_doubt':
      return `mail:${event.mail}:${event.kind.slice('mail.'.length)}`;
    case 'mail.bounced':
      return `mail:${event.mail}:bounced:${event.hard ? 'hard' : 'soft'}`;
    case 'mail.opened':
    case 'mail.clicked':
      return `mail:${event.mail}:${event.kind.slice('mail.'.length)}:${event.event}`;
    case 'reply.received':
      return `reply:${event.inbound}`;
    case 'unsubscribed':
      return `unsubscribed:${event.event}`;
    case 'booking.created':
    case 'booking.rescheduled':
      return `booking:${event.uid}`;
    case 'booking.cancelled':
      return `booking:${event.uid}:cancelled`;
    case 'prospect.erased':
      return `prospect:${event.prospectId}:erased`;
    case 'metrics.written':
    case 'reflection.written':
      return `campaign:${event.campaign}:${event.kind.slice(0, -'.written'.length)}:${event.at}`;
  }
}

/** Campaign → post, batch → mail → open, click, bounce, reply, unsubscription → booking → its changes. */
function parentOf(event: OutreachEvent): string | null {
  switch (event.kind) {
    case 'campaign.started':
    case 'prospect.erased':
      return null;
    case 'batch.started':
    case 'post.published':
    case 'post.in_doubt':
    case 'metrics.written':
    case 'reflection.written':
      return `campaign:${event.campaign}`;
    case 'mail.sent':
    case 'mail.refused':
    case 'mail.in_doubt':
      return `batch:${event.batch}`;
    case 'mail.bounced':
    case 'mail.opened':
    case 'mail.clicked':
    case 'reply.received':
      return `mail:${event.mail}`;
    case 'unsubscribed':
      return event.mail === null ? null : `mail:${event.mail}`;
    case 'booking.created':
      if (event.cause === null) return null;
      return 'reply' in event.cause ? `reply:${event.cause.reply}` : `mail:${event.cause.mail}`;
    case 'booking.rescheduled':
      return `booking:${event.from}`;
    case 'booking.cancelled':
      return `booking:${event.uid}`;
  }
}

/** Events of one key reach the Studio in the order in which they were written. */
export function orderKeyOf(event: OutreachEvent): string {
  if ('prospectId' in event && event.prospectId !== null) return event.prospectId;
  if ('campaign' in event) return event.campaign;
  return sourceEventId(event);
}

/** The body for `POST /api/v1/sankalpa`. */
export function declarationOf(event: OutreachEvent): Declaration {
  const parent = parentOf(event);
  return {
    text: sentenceOf(event),
    context: JSON.stringify(event),
    kind: event.kind,
    source: OUTREACH_SOURCE,
    source_event_id: sourceEventId(event),
    ...(parent === null ? {} : { parent: { source: OUTREACH_SOURCE, source_event_id: parent } }),
  };
}

function sentenceOf(event: OutreachEvent): string {
  switch (event.kind) {
    case 'campaign.started':
      return `Campaign ${event.name} started`;
    case 'batch.started':
      return `Batch ${event.name} started: ${event.mails} mails`;
    case 'post.published':
      return `Post ${event.name} published`;
    case 'post.in_doubt':
      return `Post ${event.name} is in doubt: nobody knows whether it was published`;
    case 'mail.sent':
      return `Mail ${event.step} (${event.variant}) sent to ${event.prospectId}`;
    case 'mail.refused':
      return `Mail to ${event.prospectId} refused by the server: ${event.code}`;
    case 'mail.in_doubt':
      return `Mail to ${event.prospectId} is in doubt: nobody knows whether it was taken`;
    case 'mail.bounced':
      return `Mail to ${event.prospectId} bounced ${event.hard ? 'for good' : 'for now'}: ${event.status}`;
    case 'mail.opened':
      return `Mail to ${event.prospectId} opened (${event.actor})`;
    case 'mail.clicked':
      return `Link ${event.position + 1} of the mail to ${event.prospectId} clicked (${event.actor})`;
    case 'reply.received':
      return event.reply === 'auto-reply'
        ? `Automatic reply on behalf of ${event.prospectId}`
        : `Reply from ${event.prospectId}${event.sentiment === null ? '' : ` (${event.sentiment})`}`;
    case 'unsubscribed':
      return `${event.prospectId ?? 'Someone who is no prospect'} unsubscribed by ${event.via}`;
    case 'booking.created':
      return `Booking by ${event.prospectId ?? 'someone who is no prospect'}`;
    case 'booking.rescheduled':
      return `Booking of ${event.prospectId ?? 'someone who is no prospect'} moved`;
    case 'booking.cancelled':
      return `Booking of ${event.prospectId ?? 'someone who is no prospect'} cancelled`;
    case 'prospect.erased':
      return `${event.prospectId} erased at their own wish or by retention`;
    case 'metrics.written':
      return `Metrics of week ${event.week} written for campaign ${event.name}`;
    case 'reflection.written':
      return `Reflection on week ${event.week} of campaign ${event.name} kept`;
  }
}
