/**
 * The Studio's tables as typed models. Invariants that SQL can hold stand here or, where they need a trigger,
 * in the migration `0001_lineage_invariants.sql`.
 */
import { orm, pgCore } from '@sacred-qa/foundation/database/drizzle';

const { and, eq, getTableColumns, sql } = orm;
const {
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} = pgCore;

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** One row a tree: what the tree weighs, how long it lives, and the head of its hash chain. */
export const lineageTrees = pgTable(
  'lineage_trees',
  {
    rootId: uuid('root_id').primaryKey(),
    state: text('state').notNull().default('open'),
    /** The one stored counter of the product; `db check` compares it with the rows. */
    nodeCount: integer('node_count').notNull(),
    openRuns: integer('open_runs').notNull().default(0),
    lastEventAt: instant('last_event_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    hold: boolean('hold').notNull().default(false),
    holdReason: text('hold_reason'),
    headHash: text('head_hash').notNull(),
  },
  (t) => [
    index('lineage_trees_expires_at').on(t.expiresAt),
    check('lineage_trees_state', sql`${t.state} in ('open', 'sealed')`),
    check('lineage_trees_open_runs', sql`${t.openRuns} >= 0`),
  ],
);

/** The nodes. Written once, never changed: the hash covers them. */
export const requestLineage = pgTable(
  'request_lineage',
  {
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    parentSeq: integer('parent_seq'),
    depth: integer('depth').notNull(),
    agentName: text('agent_name').notNull(),
    operationType: text('operation_type').notNull(),
    timestamp: instant('timestamp').notNull(),
    /** Null together with `success`: an act with children that a later `finished` node ends. */
    durationMs: doublePrecision('duration_ms'),
    success: boolean('success'),
    metadata: jsonb('metadata').notNull(),
    leafHash: text('leaf_hash').notNull(),
    prevHash: text('prev_hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rootId, t.seq] }),
    index('request_lineage_children').on(t.rootId, t.parentSeq, t.seq),
    check('request_lineage_one_root', sql`(${t.seq} = 0) = (${t.parentSeq} is null)`),
    check('request_lineage_root_depth', sql`(${t.depth} = 0) = (${t.parentSeq} is null)`),
    check('request_lineage_parent_first', sql`${t.parentSeq} < ${t.seq}`),
    check('request_lineage_depth', sql`${t.depth} between 0 and 256`),
  ],
);

/** What stays of a tree that left: enough to prove that it was there and left whole. */
export const lineageTombstones = pgTable('lineage_tombstones', {
  rootId: uuid('root_id').primaryKey(),
  nodeCount: integer('node_count').notNull(),
  headHash: text('head_hash').notNull(),
  lastEventAt: instant('last_event_at').notNull(),
  reason: text('reason').notNull(),
  removedAt: instant('removed_at').notNull(),
});

export const sankalpa = pgTable(
  'sankalpa',
  {
    id: uuid('id').primaryKey(),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    text: text('text').notNull(),
    context: text('context'),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    language: text('language').notNull(),
    script: text('script').notNull(),
    source: text('source'),
    sourceEventId: text('source_event_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('sankalpa_place').on(t.rootId, t.seq),
    index('sankalpa_kind').on(t.kind, t.id),
    index('sankalpa_status').on(t.status, t.id),
    check('sankalpa_status_known', sql`${t.status} in ('active', 'in_progress', 'completed', 'abandoned')`),
  ],
);

/** The API's own audit trail: one authenticated, parseable contact that asked for a change. Not a person. */
export const sacredContacts = pgTable(
  'sacred_contacts',
  {
    id: uuid('id').primaryKey(),
    endpoint: text('endpoint').notNull(),
    client: text('client').notNull(),
    keyId: text('key_id'),
    requestId: text('request_id').notNull(),
    requestPayload: jsonb('request_payload'),
    responsePayload: jsonb('response_payload'),
    statusCode: integer('status_code').notNull(),
    rootId: uuid('root_id'),
    seq: integer('seq'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('sacred_contacts_tree').on(t.rootId)],
);

/** What an agent or a target was given and what it answered. */
export const qaLogs = pgTable(
  'qa_logs',
  {
    id: uuid('id').primaryKey(),
    agentId: text('agent_id').notNull(),
    model: text('model').notNull(),
    device: text('device').notNull(),
    requestJson: jsonb('request_json').notNull(),
    responseJson: jsonb('response_json'),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('qa_logs_place').on(t.rootId, t.seq), index('qa_logs_agent').on(t.agentId, t.id)],
);

/** Source and id of every event ever taken in: the same event gets the first answer again. */
export const eventDedup = pgTable(
  'event_dedup',
  {
    source: text('source').notNull(),
    sourceEventId: text('source_event_id').notNull(),
    requestHash: text('request_hash').notNull(),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    sankalpaId: uuid('sankalpa_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.sourceEventId] }), index('event_dedup_tree').on(t.rootId)],
);

/** Events whose parent is not yet known: visible, with a deadline, never dropped. */
export const pendingParents = pgTable(
  'pending_parents',
  {
    id: uuid('id').primaryKey(),
    source: text('source').notNull(),
    sourceEventId: text('source_event_id').notNull(),
    parentSource: text('parent_source').notNull(),
    parentSourceEventId: text('parent_source_event_id').notNull(),
    requestHash: text('request_hash').notNull(),
    /** The accepted declaration, as jnana left it. */
    declaration: jsonb('declaration').notNull(),
    receivedAt: instant('received_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
  },
  (t) => [
    uniqueIndex('pending_parents_event').on(t.source, t.sourceEventId),
    index('pending_parents_parent').on(t.parentSource, t.parentSourceEventId),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    keyId: text('key_id').notNull(),
    method: text('method').notNull(),
    path: text('path').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    state: text('state').notNull(),
    status: integer('status'),
    response: text('response'),
    contentType: text('content_type'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.method, t.path, t.key] }),
    index('idempotency_keys_expires_at').on(t.expiresAt),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    label: text('label').notNull(),
    sha256: text('sha256').notNull(),
    scope: text('scope').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    uniqueIndex('api_keys_sha256').on(t.sha256),
    check('api_keys_scope', sql`${t.scope} in ('read', 'write', 'admin')`),
  ],
);

/** Browsers that signed in; each is as good as the key it did so with, and ends with it. */
export const sessions = pgTable(
  'sessions',
  {
    sha256: text('sha256').primaryKey(),
    keyId: text('key_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('sessions_expires_at').on(t.expiresAt)],
);

/** What live views are told. `xid` orders rows by commit visibility, so a reader that resumes misses none. */
export const liveEvents = pgTable(
  'live_events',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    at: instant('at').notNull(),
    items: jsonb('items').notNull(),
  },
  (t) => [index('live_events_order').on(t.xid, t.id), index('live_events_at').on(t.at)],
);

export const settings = pgTable('settings', { name: text('name').primaryKey(), value: jsonb('value').notNull() });

export const targets = pgTable(
  'targets',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** Names of environment variables, never their values. */
    spec: jsonb('spec').notNull(),
    scope: jsonb('scope').notNull(),
    capabilities: jsonb('capabilities'),
    /** The next moment at which a question may go out, where its scope sets a rate. */
    nextTurnAt: instant('next_turn_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('targets_name').on(t.name)],
);

export const audits = pgTable(
  'audits',
  {
    id: uuid('id').primaryKey(),
    sankalpaId: uuid('sankalpa_id').notNull(),
    rootId: uuid('root_id').notNull(),
    /** The run's start node. */
    seq: integer('seq').notNull(),
    targetId: uuid('target_id').notNull(),
    /** Target and scope as they were when the run was planned; a later edit does not rewrite the past. */
    targetSpec: jsonb('target_spec').notNull(),
    scope: jsonb('scope').notNull(),
    packId: text('pack_id').notNull(),
    packVersion: text('pack_version').notNull(),
    packHash: text('pack_hash').notNull(),
    pack: jsonb('pack').notNull(),
    planHash: text('plan_hash').notNull(),
    repeats: integer('repeats').notNull(),
    concurrency: integer('concurrency').notNull(),
    /** The audit whose failed cases this run asks again; null for a run of its own. */
    retestOf: uuid('retest_of'),
    engagementId: uuid('engagement_id'),
    /** What the run was asked to be beside its pack and target: patterns, k of n, cache. */
    options: jsonb('options').notNull().default({}),
    /** Same target, pack name and choice of patterns: a run that a changed pack can take its answers from. */
    seriesHash: text('series_hash'),
    budget: jsonb('budget').notNull().default({}),
    /** Rupees per million tokens, in and out; null when nobody said. */
    price: jsonb('price'),
    /** Why and since when a paused run stands still. */
    pause: jsonb('pause'),
    /** The set of scores that counts: 0 are those of the run itself, each re-score adds one. */
    scoring: integer('scoring').notNull().default(0),
    /** The number that the last re-score took, whether it came to count or not. */
    lastScoring: integer('last_scoring').notNull().default(0),
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    index('audits_plan').on(t.planHash, t.id),
    index('audits_series').on(t.seriesHash, t.id),
    index('audits_tree').on(t.rootId),
    index('audits_target').on(t.targetId, t.id),
    index('audits_engagement').on(t.engagementId),
    check('audits_state', sql`${t.state} in ('queued', 'running', 'paused', 'completed', 'cancelled')`),
  ],
);

/** One conversation of one case at one repeat. Its exchange is the qa log row. */
export const attempts = pgTable(
  'attempts',
  {
    auditId: uuid('audit_id').notNull(),
    caseKey: text('case_key').notNull(),
    conversation: integer('conversation').notNull(),
    ordinal: integer('ordinal').notNull(),
    patternId: text('pattern_id').notNull(),
    caseId: text('case_id').notNull(),
    repeat: integer('repeat').notNull(),
    state: text('state').notNull(),
    tries: integer('tries').notNull().default(0),
    leasedBy: text('leased_by'),
    leaseUntil: instant('lease_until'),
    qaLogId: uuid('qa_log_id'),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    latencyMs: doublePrecision('latency_ms'),
    answeredAt: instant('answered_at'),
    /** Target, exact request and repeat: the same key, the same answer may be used again. */
    requestKey: text('request_key'),
    /** The qa log of an earlier run from which the answer was taken over. */
    reusedFrom: uuid('reused_from'),
    /** Hash of the stored exchange, as the node that lists it names it. */
    answerSha256: text('answer_sha256'),
    /** Requests that left, all tries together, and the tokens they took. */
    calls: integer('calls').notNull().default(0),
    tokensIn: integer('tokens_in').notNull().default(0),
    tokensOut: integer('tokens_out').notNull().default(0),
    /** True when the target did not report them and they were reckoned from the texts. */
    tokensEstimated: boolean('tokens_estimated').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.auditId, t.caseKey, t.conversation] }),
    // Only what is still to be asked, so that taking and answering an attempt moves few index entries.
    index('attempts_open').on(t.auditId, t.ordinal).where(sql`${t.answeredAt} is null`),
    index('attempts_request').on(t.requestKey).where(sql`${t.requestKey} is not null`),
    check('attempts_state', sql`${t.state} in ('new', 'sent', 'answered', 'scored', 'error', 'cancelled', 'skipped')`),
  ],
);

/** Append only: a re-score adds a set of rows, the old verdicts stay. */
export const scores = pgTable(
  'scores',
  {
    id: uuid('id').primaryKey(),
    auditId: uuid('audit_id').notNull(),
    patternId: text('pattern_id').notNull(),
    caseId: text('case_id').notNull(),
    caseKey: text('case_key').notNull(),
    repeat: integer('repeat').notNull(),
    detectorId: text('detector_id').notNull(),
    detectorVersion: text('detector_version').notNull(),
    configHash: text('config_hash').notNull(),
    verdict: text('verdict').notNull(),
    reason: text('reason').notNull(),
    evidence: text('evidence').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The set it belongs to; the audit says which set counts. */
    scoring: integer('scoring').notNull().default(0),
    /** True for a verdict that only hints. */
    advisory: boolean('advisory').notNull().default(false),
  },
  (t) => [
    uniqueIndex('scores_once').on(t.auditId, t.scoring, t.caseKey),
    check('scores_verdict', sql`${t.verdict} in ('pass', 'fail', 'unscored')`),
  ],
);

/** What people said of answers, for a judge to be measured against. Of one subject the newest holds. */
export const judgeLabels = pgTable(
  'judge_labels',
  {
    id: uuid('id').primaryKey(),
    patternId: text('pattern_id').notNull(),
    lang: text('lang').notNull(),
    /** Pattern, expectation and conversations, as the judge is given them (redacted). */
    subject: jsonb('subject').notNull(),
    subjectHash: text('subject_hash').notNull(),
    verdict: text('verdict').notNull(),
    author: text('author').notNull(),
    note: text('note').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('judge_labels_subject').on(t.subjectHash, t.id),
    index('judge_labels_pattern').on(t.patternId, t.lang),
    check('judge_labels_verdict', sql`${t.verdict} in ('pass', 'fail')`),
  ],
);

/** Each answer of a judge: on a trial of an audit, or on a label. Append only; the same question is not paid for twice. */
export const judgeVotes = pgTable(
  'judge_votes',
  {
    id: uuid('id').primaryKey(),
    /** Null together with `scoring` and `caseKey` for a vote on a label. */
    auditId: uuid('audit_id'),
    scoring: integer('scoring'),
    caseKey: text('case_key'),
    labelId: uuid('label_id'),
    patternId: text('pattern_id').notNull(),
    lang: text('lang').notNull(),
    judge: integer('judge').notNull(),
    model: text('model').notNull(),
    configHash: text('config_hash').notNull(),
    subjectHash: text('subject_hash').notNull(),
    verdict: text('verdict').notNull(),
    reason: text('reason').notNull(),
    quote: text('quote').notNull(),
    /** What the model said, redacted; null when no answer came. */
    said: text('said'),
    calls: integer('calls').notNull(),
    tokensIn: integer('tokens_in').notNull(),
    tokensOut: integer('tokens_out').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('judge_votes_known').on(t.configHash, t.subjectHash),
    index('judge_votes_audit').on(t.auditId, t.scoring),
    check('judge_votes_of_one', sql`(${t.auditId} is null) <> (${t.labelId} is null)`),
    check('judge_votes_verdict', sql`${t.verdict} in ('pass', 'fail', 'unscored')`),
  ],
);

/** The scores that count. */
export const currentScores = pgView('current_scores').as((qb) =>
  qb
    .select(getTableColumns(scores))
    .from(scores)
    .innerJoin(audits, and(eq(audits.id, scores.auditId), eq(audits.scoring, scores.scoring))),
);

export const findings = pgTable(
  'findings',
  {
    id: uuid('id').primaryKey(),
    auditId: uuid('audit_id').notNull(),
    patternId: text('pattern_id').notNull(),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    severity: text('severity').notNull(),
    advisory: boolean('advisory').notNull(),
    status: text('status').notNull(),
    statusReason: text('status_reason'),
    /** What the failures have in common, as `finding-causes.ts` names it: the same causes are the same finding. */
    causes: jsonb('causes').notNull().default([]),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('findings_once').on(t.auditId, t.patternId),
    check('findings_status', sql`${t.status} in ('open', 'accepted', 'fixed', 'wont_fix', 'false_alarm')`),
  ],
);

/** What was decided on a finding, by whom and why, and what each retest brought. Only ever added to. */
export const findingEvents = pgTable(
  'finding_events',
  {
    id: uuid('id').primaryKey(),
    findingId: uuid('finding_id').notNull(),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    status: text('status').notNull(),
    reason: text('reason').notNull(),
    author: text('author').notNull(),
    retestAuditId: uuid('retest_audit_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('finding_events_finding').on(t.findingId, t.id), index('finding_events_tree').on(t.rootId)],
);

/** Work sold to a client: its scope, its price, and how far it is. Stays when its tree leaves. */
export const engagements = pgTable(
  'engagements',
  {
    id: uuid('id').primaryKey(),
    rootId: uuid('root_id').notNull(),
    seq: integer('seq').notNull(),
    client: text('client').notNull(),
    scope: text('scope').notNull(),
    pricePaise: bigint('price_paise', { mode: 'number' }).notNull(),
    /** The client's own figures, for a sum in rupees; null when nobody gave them. */
    monthlyUsers: bigint('monthly_users', { mode: 'number' }),
    lossPerCasePaise: bigint('loss_per_case_paise', { mode: 'number' }),
    state: text('state').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check('engagements_state', sql`${t.state} in ('quoted', 'booked', 'delivered', 'paid')`),
    check('engagements_price', sql`${t.pricePaise} >= 0`),
  ],
);

export const reports = pgTable('reports', {
  id: uuid('id').primaryKey(),
  auditId: uuid('audit_id').notNull(),
  rootId: uuid('root_id').notNull(),
  seq: integer('seq').notNull(),
  format: text('format').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: instant('created_at').notNull(),
});
