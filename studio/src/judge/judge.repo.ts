/** The SQL of labels and votes. */
import type { Agreement, JudgingView } from '@sacred-qa/contracts/judge';
import type { Sql } from '@sacred-qa/foundation/database';
import { agreementOf, type Vote } from './agreement.ts';
import type { JudgeVote } from './judge-client.ts';
import type { Subject } from './judge-prompt.ts';

export interface StoredLabel {
  id: string;
  patternId: string;
  lang: string;
  subject: Subject;
  subjectHash: string;
  verdict: Vote;
}

export interface NewLabel extends StoredLabel {
  author: string;
  note: string;
  at: string;
}

/** What a vote was on: a trial of an audit, or a label. */
export type VotedOn = { auditId: string; scoring: number; caseKey: string } | { labelId: string };

export interface NewVote extends JudgeVote {
  id: string;
  on: VotedOn;
  patternId: string;
  lang: string;
  judge: number;
  model: string;
  configHash: string;
  subjectHash: string;
  at: string;
}

/** The newest label of each subject. */
const NEWEST = `select distinct on (subject_hash) id, pattern_id as "patternId", lang, subject, subject_hash as "subjectHash", verdict
  from judge_labels`;

export const judgeRepo = {
  async newestVerdicts(sql: Sql, hashes: readonly string[]): Promise<Map<string, string>> {
    const rows = await sql.query<StoredLabel>(
      `${NEWEST} where subject_hash = any($1::text[]) order by subject_hash, id desc`,
      [hashes],
    );
    return new Map(rows.map((row) => [row.subjectHash, row.verdict]));
  },

  async addLabels(sql: Sql, labels: readonly NewLabel[]): Promise<void> {
    await sql.query(
      `insert into judge_labels (id, pattern_id, lang, subject, subject_hash, verdict, author, note, created_at)
       select id, "patternId", lang, subject, "subjectHash", verdict, author, note, at
       from json_to_recordset($1::json) as x(id uuid, "patternId" text, lang text, subject jsonb, "subjectHash" text,
         verdict text, author text, note text, at timestamptz)`,
      [JSON.stringify(labels)],
    );
  },

  labels: (sql: Sql, patterns: readonly string[]): Promise<StoredLabel[]> =>
    sql.query<StoredLabel>(`${NEWEST} where pattern_id = any($1::text[]) order by subject_hash, id desc`, [patterns]),

  labelCounts: (sql: Sql): Promise<{ pattern: string; lang: string; labels: number }[]> =>
    sql.query(
      `select pattern_id as pattern, lang, count(distinct subject_hash)::int as labels from judge_labels
       group by pattern_id, lang order by pattern_id, lang`,
      [],
    ),

  async addVote(sql: Sql, { on, ...vote }: NewVote): Promise<void> {
    await sql.query(
      `insert into judge_votes (id, audit_id, scoring, case_key, label_id, pattern_id, lang, judge, model, config_hash,
         subject_hash, verdict, reason, quote, said, calls, tokens_in, tokens_out, created_at)
       select id, "auditId", scoring, "caseKey", "labelId", "patternId", lang, judge, model, "configHash", "subjectHash",
         verdict, reason, quote, said, calls, "tokensIn", "tokensOut", at
       from json_to_record($1::json) as x(id uuid, "auditId" uuid, scoring int, "caseKey" text, "labelId" uuid,
         "patternId" text, lang text, judge int, model text, "configHash" text, "subjectHash" text, verdict text,
         reason text, quote text, said text, calls int, "tokensIn" int, "tokensOut" int, at timestamptz)`,
      [JSON.stringify({ ...vote, ...on })],
    );
  },

  /** What the same judge said of the same subject before; null when it gave no verdict yet. */
  async known(sql: Sql, configHash: string, subjectHash: string): Promise<JudgeVote | null> {
    const [row] = await sql.query<JudgeVote>(
      `select verdict, reason, quote, said, 0 as calls, 0 as "tokensIn", 0 as "tokensOut" from judge_votes
       where config_hash = $1 and subject_hash = $2 and verdict <> 'unscored' order by id limit 1`,
      [configHash, subjectHash],
    );
    return row ?? null;
  },

  /** The last word of each judge on each label: subject and verdict, by config hash. */
  votesOnLabels: (
    sql: Sql,
    configHashes: readonly string[],
  ): Promise<{ configHash: string; subjectHash: string; verdict: JudgeVote['verdict'] }[]> =>
    sql.query(
      `select distinct on (config_hash, subject_hash) config_hash as "configHash", subject_hash as "subjectHash", verdict
       from judge_votes where config_hash = any($1::text[]) order by config_hash, subject_hash, (verdict = 'unscored'), id desc`,
      [configHashes],
    ),

  /** How the verdicts that count were judged; null when no model had a part in it. */
  async judgingOf(sql: Sql, audit: { id: string; scoring: number }): Promise<JudgingView | null> {
    const of = [audit.id, audit.scoring];
    const judges = await sql.query<JudgingView['judges'][number]>(
      `select judge, model, array_agg(distinct config_hash order by config_hash) as config_hashes from judge_votes
       where audit_id = $1 and scoring = $2 group by judge, model order by judge`,
      of,
    );
    if (judges.length === 0) return null;
    const [counts] = await sql.query<Omit<JudgingView, 'judges' | 'agreement'>>(
      `select array_agg(distinct s.pattern_id order by s.pattern_id) as patterns, count(*)::int as judged,
         count(*) filter (where s.verdict = 'unscored')::int as unscored, count(*) filter (where s.advisory and s.verdict <> 'unscored')::int as advisory,
         coalesce(array_agg(distinct v.lang) filter (where not s.advisory), '{}') as calibrated_languages,
         coalesce(array_agg(distinct v.lang) filter (where s.advisory), '{}') as advisory_languages
       from scores s join (select distinct case_key, lang from judge_votes where audit_id = $1 and scoring = $2) v
         on v.case_key = s.case_key
       where s.audit_id = $1 and s.scoring = $2`,
      of,
    );
    if (counts === undefined) return null;
    return { judges, ...counts, agreement: judges.length < 2 ? null : await agreementIn(sql, of) };
  },

  /** The models that a target named in its stored answers. */
  async modelsThatAnswered(sql: Sql, auditId: string): Promise<string[]> {
    const rows = await sql.query<{ model: string }>(
      `select distinct q.response_json->>'model' as model from attempts t join qa_logs q on q.id = t.qa_log_id
       where t.audit_id = $1 and q.response_json->>'model' is not null`,
      [auditId],
    );
    return rows.map(({ model }) => model);
  },
};

async function agreementIn(sql: Sql, of: readonly unknown[]): Promise<Agreement> {
  const pairs = await sql.query<{ a: Vote; b: Vote }>(
    `select a.verdict as a, b.verdict as b from judge_votes a join judge_votes b
       on b.audit_id = a.audit_id and b.scoring = a.scoring and b.case_key = a.case_key and b.judge = 2
     where a.audit_id = $1 and a.scoring = $2 and a.judge = 1 and a.verdict <> 'unscored' and b.verdict <> 'unscored'`,
    of,
  );
  return agreementOf(pairs.map(({ a, b }) => [a, b] as const));
}
