/** What `studio db status` counts and `studio db check` looks for in outreach's tables. */

export const outreachTables = [
  'outreach.prospects',
  'outreach.campaigns',
  'outreach.messages',
  'outreach.message_events',
  'outreach.inbound',
  'outreach.posts',
  'outreach.bookings',
  'outreach.reflections',
  'outreach.outbox',
] as const;

/** Rows that have lost what they refer to, as `[what, from … where …]`. None of these may ever be found. */
export const outreachOrphans: readonly [what: string, sql: string][] = [
  [
    'consents without their prospect',
    'outreach.consents c where not exists (select 1 from outreach.prospects p where p.id = c.prospect)',
  ],
  [
    'batches without their campaign',
    'outreach.batches b where not exists (select 1 from outreach.campaigns c where c.id = b.campaign)',
  ],
  [
    'messages without their batch',
    'outreach.messages m where not exists (select 1 from outreach.batches b where b.id = m.batch)',
  ],
  [
    'messages without their prospect',
    'outreach.messages m where not exists (select 1 from outreach.prospects p where p.id = m.prospect)',
  ],
  [
    'message events without their message',
    'outreach.message_events e where not exists (select 1 from outreach.messages m where m.id = e.message)',
  ],
  [
    'incoming mails without the mail that they answer',
    'outreach.inbound i where i.message is not null and not exists (select 1 from outreach.messages m where m.id = i.message)',
  ],
  [
    'bookings without the mail that led to them',
    'outreach.bookings k where k.message is not null and not exists (select 1 from outreach.messages m where m.id = k.message)',
  ],
  [
    'links without their message',
    'outreach.links l where not exists (select 1 from outreach.messages m where m.id = l.message)',
  ],
  [
    'posts without their campaign',
    'outreach.posts o where not exists (select 1 from outreach.campaigns c where c.id = o.campaign)',
  ],
  [
    'subject lines without their campaign',
    'outreach.subject_lines s where not exists (select 1 from outreach.campaigns c where c.id = s.campaign)',
  ],
  [
    'erased prospects whose data still stands',
    'outreach.prospects p where p.erased_at is not null and (p.sealed is not null or p.email_index is not null)',
  ],
];
