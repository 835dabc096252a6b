/**
 * Outreach's tables, in the PostgreSQL schema `outreach`. What tells of a person lies in a `…sealed` column: ciphertext
 * under that person's own key (vault/), looked up by a keyed blind index (`…_index`). No other column may hold a
 * name, an address, or a word that a person wrote. Counts and totals are queries, never columns.
 */
import { orm, pgCore } from '@sacred-qa/foundation/database/drizzle';

const { sql } = orm;
const {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} = pgCore;

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** Written by `vault.seal`, read by `vault.open`. */
const sealed = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const outreach = pgSchema('outreach');

/** Whom outreach writes to. The sheet's program columns are read off messages, events and bookings. */
export const prospects = outreach.table(
  'prospects',
  {
    /** Also names the person's key. */
    id: uuid('id').primaryKey(),
    /** The sheet's own id, such as P-001: letters and a number, so that it can stand in a tree. */
    prospectId: text('prospect_id').notNull(),
    /** Null without an e-mail address, and after erasure. */
    emailIndex: text('email_index'),
    /** The person's columns of the sheet as JSON: `ProspectDetails`. Null after erasure. */
    sealed: sealed('sealed'),
    /** A group's name, not a person's; stays for the metrics. */
    segment: text('segment').notNull().default(''),
    /** BCP 47, or empty. */
    language: text('language').notNull().default(''),
    /** Whether the sheet names a lawful basis. Without one nothing is sent. */
    basisGiven: boolean('basis_given').notNull().default(false),
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('prospects_prospect_id').on(t.prospectId),
    uniqueIndex('prospects_email').on(t.emailIndex),
    index('prospects_order').on(sql`length(${t.prospectId})`, t.prospectId),
    check('prospects_prospect_id_form', sql`${t.prospectId} ~ '^[A-Za-z]{1,4}-?[0-9]{1,6}$'`),
    check('prospects_erased_is_empty', sql`${t.erasedAt} is null or (${t.sealed} is null and ${t.emailIndex} is null)`),
  ],
);

/** What each person agreed to, when and by which notice; a withdrawal closes the row and never removes it. */
export const consents = outreach.table(
  'consents',
  {
    id: uuid('id').primaryKey(),
    prospect: uuid('prospect').notNull(),
    purpose: text('purpose').notNull(),
    /** The language of the notice, BCP 47. */
    language: text('language').notNull(),
    /** Source and notice text as JSON. Unreadable after erasure. */
    sealed: sealed('sealed').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index('consents_prospect').on(t.prospect, t.givenAt)],
);

/** Addresses that are never written to again. */
export const suppressions = outreach.table(
  'suppressions',
  {
    id: uuid('id').primaryKey(),
    emailIndex: text('email_index').notNull(),
    reason: text('reason').notNull(),
    /** What told us: one_click (RFC 8058 or the button of our page), mailto, reply, dsn, smtp, complaint, person, erasure. */
    source: text('source').notNull(),
    /** The address, under a key named by `id`, so that a list can show it; null for one who was erased. */
    sealed: sealed('sealed'),
    /** Who left by a mail from this address, when it is known: it is erased with them. */
    prospect: uuid('prospect'),
    since: instant('since').notNull(),
  },
  (t) => [
    uniqueIndex('suppressions_email').on(t.emailIndex),
    check('suppressions_reason', sql`${t.reason} in ('unsubscribed', 'bounced', 'complained', 'erased')`),
  ],
);

/** Each sheet as it was last written: the base of its next three-way merge, each row under its person's key. */
export const csvBases = outreach.table(
  'csv_bases',
  {
    /** Hash of the host and the path; empty for a base from before sheets were told apart. */
    sheet: text('sheet').notNull().default(''),
    prospect: uuid('prospect').notNull(),
    ordinal: integer('ordinal').notNull(),
    sealed: sealed('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sheet, t.prospect] })],
);

export const campaigns = outreach.table(
  'campaigns',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** The Monday of its week; null until it is planned. */
    weekOf: date('week_of', { mode: 'string' }),
    /** IANA name. */
    zone: text('zone').notNull(),
    state: text('state').notNull(),
    spec: jsonb('spec').notNull(),
    /** SHA-256 over the specification and all content; approval holds for this hash only. */
    contentHash: text('content_hash').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('campaigns_name').on(t.name, t.weekOf),
    check(
      'campaigns_state',
      sql`${t.state} in ('draft', 'planned', 'approved', 'running', 'paused', 'cancelled', 'done')`,
    ),
  ],
);

/** The trust score of each iteration of a campaign's copy. Append only. */
export const copyScores = outreach.table(
  'copy_scores',
  {
    id: uuid('id').primaryKey(),
    campaign: uuid('campaign').notNull(),
    iteration: integer('iteration').notNull(),
    contentHash: text('content_hash').notNull(),
    /** 0 to 100. */
    score: smallint('score').notNull(),
    reasons: jsonb('reasons').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    uniqueIndex('copy_scores_iteration').on(t.campaign, t.iteration),
    check('copy_scores_score', sql`${t.score} between 0 and 100`),
  ],
);

export const batches = outreach.table(
  'batches',
  {
    id: uuid('id').primaryKey(),
    campaign: uuid('campaign').notNull(),
    name: text('name').notNull(),
    sendAt: instant('send_at').notNull(),
    /** Past this moment what is left expires, it is never sent late. */
    notAfter: instant('not_after').notNull(),
    state: text('state').notNull(),
  },
  (t) => [
    uniqueIndex('batches_name').on(t.campaign, t.name),
    index('batches_due').on(t.state, t.sendAt),
    check('batches_state', sql`${t.state} in ('planned', 'running', 'done', 'expired', 'cancelled')`),
  ],
);

/** One mail to one person. Its bytes are fixed when it is reserved; the states say what is known of its way. */
export const messages = outreach.table(
  'messages',
  {
    /** Opaque: stands in links, VERP address, ENVID and booking metadata. */
    id: uuid('id').primaryKey(),
    campaign: uuid('campaign').notNull(),
    batch: uuid('batch').notNull(),
    prospect: uuid('prospect').notNull(),
    /** 1 is the first mail of a sequence. */
    step: integer('step').notNull(),
    /** Which copy it was made from (a template's name), for metrics per subject line. */
    variant: text('variant').notNull(),
    /** The copy's language, BCP 47; empty for mails from before it was kept. */
    language: text('language').notNull().default(''),
    state: text('state').notNull(),
    /** With its angle brackets. */
    messageId: text('message_id').notNull(),
    /** The exact bytes, under the person's key. */
    mimeSealed: sealed('mime_sealed').notNull(),
    /** Our address that sends; caps count by it. */
    sender: text('sender').notNull(),
    /** VERP, made of the message's id. */
    envelopeFrom: text('envelope_from').notNull(),
    envid: text('envid').notNull(),
    /** Blind index of the address as it was at reservation. */
    recipientIndex: text('recipient_index').notNull(),
    /** Blind index of the address's domain; caps count by it. */
    domainIndex: text('domain_index').notNull(),
    sendAt: instant('send_at').notNull(),
    notAfter: instant('not_after').notNull(),
    reservedAt: instant('reserved_at').notNull(),
    sendingAt: instant('sending_at'),
    sentAt: instant('sent_at'),
    /** Which process sends it. */
    leasedBy: text('leased_by'),
    /** The server's reply code, such as 250 or 550. */
    smtpCode: smallint('smtp_code'),
    /** RFC 3463, such as 5.1.1. */
    smtpStatus: text('smtp_status'),
    /** The reply's text, which may name the address: under the person's key. */
    smtpReplySealed: sealed('smtp_reply_sealed'),
    /** How an in-doubt mail was settled (person, or a proof of sending/proof-of-leaving.ts), or why one waits or did not leave. */
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('messages_once').on(t.campaign, t.prospect, t.step),
    uniqueIndex('messages_message_id').on(t.messageId),
    index('messages_due').on(t.state, t.sendAt),
    index('messages_batch').on(t.batch),
    index('messages_prospect').on(t.prospect),
    index('messages_recipient').on(t.recipientIndex),
    check(
      'messages_state',
      sql`${t.state} in ('reserved', 'sending', 'sent', 'refused', 'in_doubt', 'suppressed', 'expired')`,
    ),
    check('messages_step', sql`${t.step} >= 1`),
  ],
);

/** The subject line of each template of a plan, its fields unfilled: what metrics call a variant by. */
export const subjectLines = outreach.table(
  'subject_lines',
  { campaign: uuid('campaign').notNull(), variant: text('variant').notNull(), subject: text('subject').notNull() },
  (t) => [primaryKey({ columns: [t.campaign, t.variant] })],
);

/** Where each rewritten link of a mail leads; the redirect goes nowhere else. */
export const links = outreach.table(
  'links',
  {
    message: uuid('message').notNull(),
    position: smallint('position').notNull(),
    /** The address, under the person's key: merge fields may stand in it. */
    sealed: sealed('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.message, t.position] })],
);

/** What came of a mail. Append only, but for what was taken for something else: a person says so, or a burst of clicks. */
export const messageEvents = outreach.table(
  'message_events',
  {
    id: uuid('id').primaryKey(),
    message: uuid('message').notNull(),
    kind: text('kind').notNull(),
    /** Who opened or clicked, as far as one can tell; null for the other kinds. */
    actor: text('actor'),
    at: instant('at').notNull(),
    /** Facts without personal data: a status code, a rule's name, a link's position. */
    detail: jsonb('detail').notNull().default({}),
    /** The same happening told twice has the same key, and is one row. */
    dedupeKey: text('dedupe_key').notNull(),
  },
  (t) => [
    uniqueIndex('message_events_once').on(t.dedupeKey),
    index('message_events_message').on(t.message, t.kind),
    check(
      'message_events_kind',
      sql`${t.kind} in ('open', 'click', 'reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'unsubscribe', 'complaint')`,
    ),
    check('message_events_actor', sql`${t.actor} in ('human', 'proxy', 'prefetch', 'scanner', 'unknown')`),
  ],
);

/** Every mail read from a mailbox, once. */
export const inbound = outreach.table(
  'inbound',
  {
    id: uuid('id').primaryKey(),
    mailbox: text('mailbox').notNull(),
    uidvalidity: bigint('uidvalidity', { mode: 'number' }).notNull(),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    /** Blind index of its Message-ID: a stranger's id may carry an address. */
    messageIdIndex: text('message_id_index'),
    kind: text('kind').notNull(),
    /** Our mail that it answers. */
    message: uuid('message'),
    prospect: uuid('prospect'),
    sentiment: text('sentiment'),
    /** Blind index of the address that a bounce or a request speaks of. */
    recipientIndex: text('recipient_index'),
    receivedAt: instant('received_at').notNull(),
    /** The bytes, under the key that `sealed_for` names: the person, or this row when nobody is known. */
    rawSealed: sealed('raw_sealed'),
    sealedFor: uuid('sealed_for').notNull(),
    handledAt: instant('handled_at'),
  },
  (t) => [
    uniqueIndex('inbound_uid').on(t.mailbox, t.uidvalidity, t.uid),
    index('inbound_message').on(t.message),
    index('inbound_message_id').on(t.messageIdIndex),
    index('inbound_prospect').on(t.prospect, t.receivedAt),
    index('inbound_received').on(t.receivedAt),
    check(
      'inbound_kind',
      sql`${t.kind} in ('human-reply', 'auto-reply', 'bounce-hard', 'bounce-soft', 'own-sent-copy', 'unrelated', 'unsubscribe-request')`,
    ),
  ],
);

/** How far each mailbox was read. */
export const mailboxes = outreach.table('mailboxes', {
  name: text('name').primaryKey(),
  uidvalidity: bigint('uidvalidity', { mode: 'number' }).notNull(),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull(),
  /** CONDSTORE, a 63-bit number as text; null where the server has none. */
  modseq: text('modseq'),
  updatedAt: instant('updated_at').notNull(),
});

export const posts = outreach.table(
  'posts',
  {
    id: uuid('id').primaryKey(),
    campaign: uuid('campaign').notNull(),
    name: text('name').notNull(),
    /** What a card of the link says; also names the post to a person. */
    title: text('title').notNull().default(''),
    text: text('text').notNull(),
    link: text('link'),
    dueAt: instant('due_at').notNull(),
    notAfter: instant('not_after').notNull(),
    state: text('state').notNull(),
    /** The network's own id. */
    urn: text('urn'),
    url: text('url'),
    publishingAt: instant('publishing_at'),
    /** Which process publishes it. */
    leasedBy: text('leased_by'),
    /** After the network said "later". */
    nextTryAt: instant('next_try_at'),
    postedAt: instant('posted_at'),
    /** Who knows that it stands there: network, lookup or person; null until it does. */
    settledBy: text('settled_by'),
    /** Why it is in doubt or was refused, in words for the person. */
    note: text('note'),
  },
  (t) => [
    uniqueIndex('posts_name').on(t.campaign, t.name),
    index('posts_due').on(t.state, t.dueAt),
    check(
      'posts_state',
      sql`${t.state} in ('planned', 'due', 'publishing', 'published', 'in_doubt', 'expired', 'cancelled')`,
    ),
  ],
);

/** What came of each link of a campaign on each Indian day, by the link's hash: it may hold a person's word. */
export const linkChecks = outreach.table(
  'link_checks',
  {
    sha256: text('sha256').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    result: jsonb('result').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.day] })],
);

/** Since when each LinkedIn token has been known here, by its SHA-256: it does not tell its age itself. */
export const linkedinTokens = outreach.table('linkedin_tokens', {
  sha256: text('sha256').primaryKey(),
  firstSeenAt: instant('first_seen_at').notNull(),
});

export const bookings = outreach.table(
  'bookings',
  {
    /** Cal.com's; a reschedule makes a new one. */
    uid: text('uid').primaryKey(),
    /** Their word in lower case: accepted, pending, cancelled (also one that was moved), rejected, or another. */
    status: text('status').notNull(),
    prospect: uuid('prospect'),
    message: uuid('message'),
    /** How it was attributed: metadata, email or none. */
    attributedBy: text('attributed_by').notNull(),
    startAt: instant('start_at'),
    endAt: instant('end_at'),
    eventType: text('event_type'),
    rescheduledFrom: text('rescheduled_from'),
    /** Cal.com's own time of what was last heard of it: what is older changes nothing. */
    asOf: instant('as_of').notNull().default('epoch'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Attendees, answers and place, under the key that `sealed_for` names. */
    sealed: sealed('sealed'),
    sealedFor: uuid('sealed_for').notNull(),
  },
  (t) => [
    index('bookings_prospect').on(t.prospect),
    index('bookings_start').on(t.startAt),
    index('bookings_rescheduled_from').on(t.rescheduledFrom),
  ],
);

/** Every webhook body ever taken, by its hash: a replay finds itself. */
export const calDeliveries = outreach.table('cal_deliveries', {
  sha256: text('sha256').primaryKey(),
  trigger: text('trigger').notNull(),
  bookingUid: text('booking_uid'),
  receivedAt: instant('received_at').notNull(),
  handledAt: instant('handled_at'),
  /** The body, kept also when nobody knew its trigger. */
  sealed: sealed('sealed').notNull(),
  sealedFor: uuid('sealed_for').notNull(),
});

/** What the practice made of a week and tries next, in counts and rules, never in words of a person. Append only. */
export const reflections = outreach.table(
  'reflections',
  {
    id: uuid('id').primaryKey(),
    /** The Monday of the week. */
    weekOf: date('week_of', { mode: 'string' }).notNull(),
    /** Null when it looks at all campaigns. */
    campaign: text('campaign'),
    at: instant('at').notNull(),
    content: jsonb('content').notNull(),
  },
  (t) => [index('reflections_week').on(t.weekOf, t.at)],
);

/** What the Studio is still to be told, written in the transaction of the act itself (outbox.ts). */
export const outbox = outreach.table(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    sourceEventId: text('source_event_id').notNull(),
    /** Events of one key are delivered in the order of `id`: a prospect_id, or a campaign's id. */
    orderKey: text('order_key').notNull(),
    /** The body for `POST /api/v1/sankalpa`; nothing personal in it. */
    event: jsonb('event').notNull(),
    /** W3C trace context of the request that caused it. */
    traceparent: text('traceparent'),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: instant('next_try_at').notNull(),
    deliveredAt: instant('delivered_at'),
    lineageId: text('lineage_id'),
    lastError: text('last_error'),
    /** Refused for good, for `lastError`; it holds up nobody, and waits for a person. */
    setAsideAt: instant('set_aside_at'),
  },
  (t) => [
    uniqueIndex('outbox_event').on(t.sourceEventId),
    index('outbox_open').on(t.orderKey, t.id).where(sql`${t.deliveredAt} is null and ${t.setAsideAt} is null`),
    index('outbox_next').on(t.id).where(sql`${t.deliveredAt} is null and ${t.setAsideAt} is null`),
    index('outbox_set_aside').on(t.id).where(sql`${t.setAsideAt} is not null`),
  ],
);

/**
 * Keys of persons, wrapped by STUDIO_MASTER_KEY: only where several hosts share a server; else they are files under
 * `<data>/keys`. Back-ups leave this table out, so that a key that was destroyed does not come back with an old one.
 */
export const personKeys = outreach.table('person_keys', {
  owner: uuid('owner').primaryKey(),
  wrapped: sealed('wrapped').notNull(),
});

/** By which keys this store was written: a start with other keys would take everybody for erased. One row. */
export const vaultMark = outreach.table('vault_mark', { fingerprint: text('fingerprint').primaryKey() });
