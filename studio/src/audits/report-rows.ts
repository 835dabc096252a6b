/**
 * Goes once through what was said in a run, page by page, and gathers what a report tells of it. A run may hold more
 * exchanges than should lie in memory as rows and as results at the same time.
 */
import type { Verdict } from '@sacred-qa/contracts/pack';
import type { CaseResult, FindingView, ReportData } from '@sacred-qa/contracts/report';
import { directionOf, type SpokenText } from '@sacred-qa/contracts/text';
import type { Sql } from '@sacred-qa/foundation/database';
import { identifyLanguage } from '../agents/language.ts';
import type { Audit } from './audits.repo.ts';
import { causeOf } from './finding-causes.ts';
import { packLookup } from './pack-lookup.ts';

/** One conversation with its log and the verdict of its case. */
interface Row {
  patternId: string;
  caseId: string;
  caseKey: string;
  repeat: number;
  conversation: number;
  state: string;
  errorCode: string | null;
  errorDetail: string | null;
  latencyMs: number | null;
  qaLogId: string | null;
  qaLogSeq: number | null;
  turns: string[] | null;
  system: string | null;
  answers: string[] | null;
  verdict: Verdict | null;
  reason: string | null;
  evidence: string | null;
}

// One JSON text a row: to take some seventeen columns of each apart would take longer than to find them.
const ROWS = `select json_build_object('patternId', t.pattern_id, 'caseId', t.case_id, 'caseKey', t.case_key,
    'repeat', t.repeat, 'conversation', t.conversation, 'state', t.state, 'errorCode', t.error_code,
    'errorDetail', t.error_detail, 'latencyMs', t.latency_ms, 'qaLogId', t.qa_log_id, 'qaLogSeq', q.seq,
    'turns', q.request_json->'turns', 'system', q.request_json->>'system', 'answers', q.response_json->'answers',
    'verdict', s.verdict, 'reason', s.reason, 'evidence', s.evidence) as row
  from attempts t left join qa_logs q on q.id = t.qa_log_id
  left join current_scores s on s.audit_id = t.audit_id and s.case_key = t.case_key
  where t.audit_id = $1 and t.state <> 'skipped' and (not $2::bool or s.verdict = 'fail') order by t.ordinal`;
const ROWS_A_PAGE = 500;
const EVIDENCE_PER_FINDING = 3;

/** What the failures of one pattern look like. */
export interface Failures {
  causes: FindingView['causes'];
  /** Exchanges that differ: the same words of the same case twice prove no more than once. */
  evidence: FindingView['evidence'];
}

export interface Gathered {
  attempts: number;
  answered: number;
  errors: ReportData['errors'];
  latenciesMs: number[];
  cases: CaseResult[];
  failures: ReadonlyMap<string, Failures>;
}

/** What failed and nothing else; see `gatherRows`. */
export const gatherFailures = async (sql: Sql, audit: Audit): Promise<Gathered['failures']> =>
  (await gather(sql, audit, { onlyFailed: true, rowsAPage: ROWS_A_PAGE })).failures;

/** Runs within a transaction of the caller, because a cursor does. */
export const gatherRows = (sql: Sql, audit: Audit, rowsAPage = ROWS_A_PAGE): Promise<Gathered> =>
  gather(sql, audit, { onlyFailed: false, rowsAPage });

interface Reading {
  onlyFailed: boolean;
  rowsAPage: number;
}

async function gather(sql: Sql, audit: Audit, reading: Reading): Promise<Gathered> {
  const cases = new Map<string, CaseResult>();
  const errors = new Map<string, ReportData['errors'][number]>();
  const collectors = new Map<string, FailureCollector>();
  const gathered = { attempts: 0, answered: 0, latenciesMs: [] as number[] };
  const look = packLookup(audit.pack);

  function take(trial: readonly Row[]): void {
    const { patternId, caseId, verdict } = trial[0] as Row;
    const { kase } = look(patternId, caseId);
    const key = `${patternId}/${caseId}`;
    const result = cases.get(key) ?? emptyCase(patternId, kase);
    cases.set(key, result);
    const conversations = trial.map((row) => saidIn(row, kase.conversations[row.conversation]?.lang ?? kase.lang));
    addTrial(result, trial, conversations);
    for (const row of trial) count(row, result);
    if (verdict !== 'fail') return;
    const collector = collectors.get(patternId) ?? createFailureCollector(audit);
    collectors.set(patternId, collector);
    collector.add(trial, conversations, kase.expect);
  }

  function count({ state, errorCode, errorDetail, latencyMs }: Row, result: CaseResult): void {
    gathered.attempts += 1;
    if (state === 'answered' || state === 'scored') gathered.answered += 1;
    if (latencyMs !== null) gathered.latenciesMs.push(latencyMs);
    if (errorCode !== null) result.errors[errorCode] = (result.errors[errorCode] ?? 0) + 1;
    if (state !== 'error') return;
    const code = errorCode ?? 'unknown';
    const known = errors.get(code);
    if (known === undefined) errors.set(code, { code, count: 1, example: errorDetail ?? '' });
    else known.count += 1;
  }

  for await (const trials of trialPages(sql, audit.id, reading)) trials.forEach(take);
  return {
    ...gathered,
    errors: [...errors.values()],
    cases: [...cases.values()],
    failures: new Map([...collectors].map(([patternId, collector]) => [patternId, collector.failures()])),
  };
}

/** The conversations of each case at each repeat, which follow one another in the plan. */
async function* trialPages(sql: Sql, auditId: string, { onlyFailed, rowsAPage }: Reading): AsyncGenerator<Row[][]> {
  // All rows will be fetched: without this the planner prefers what brings the first of them early.
  await sql.query(`select set_config('cursor_tuple_fraction', '1', true)`);
  await sql.query(`declare report_rows no scroll cursor for ${ROWS}`, [auditId, onlyFailed]);
  let open: Row[] = [];
  for (;;) {
    const page = await sql.query<{ row: Row }>(`fetch ${rowsAPage} from report_rows`);
    const trials: Row[][] = [];
    for (const { row } of page) {
      if (open.length > 0 && open[0]?.caseKey !== row.caseKey) {
        trials.push(open);
        open = [];
      }
      open.push(row);
    }
    if (page.length < rowsAPage) {
      await sql.query('close report_rows');
      yield open.length === 0 ? trials : [...trials, open];
      return;
    }
    yield trials;
  }
}

const emptyCase = (patternId: string, kase: { id: string; lang: string; expect: string }): CaseResult => ({
  ...{ pattern_id: patternId, case_id: kase.id, lang: kase.lang, expect: kase.expect },
  ...{ asked: 0, scored: 0, failed: 0, errors: {}, repeats: [] },
});

type Said = CaseResult['repeats'][number]['conversations'][number];

function addTrial(result: CaseResult, trial: readonly Row[], conversations: Said[]): void {
  const { repeat, verdict, reason } = trial[0] as Row;
  result.asked += 1;
  if (verdict === 'fail') result.failed += 1;
  if (verdict === 'fail' || verdict === 'pass') result.scored += 1;
  result.repeats.push({
    repeat,
    verdict: verdict ?? 'unscored',
    reason: reason ?? 'No answer to judge.',
    conversations,
    qa_log_ids: trial.flatMap((row) => (row.qaLogId === null ? [] : [row.qaLogId])),
  });
}

const spoken = (text: string, lang?: string): SpokenText => {
  const language = lang ?? identifyLanguage(text).language;
  return { text, lang: language, dir: directionOf(language) };
};

/** A conversation as its log keeps it (redacted). */
function saidIn(row: Row, lang: string): Said {
  const said: Said = row.system ? [{ role: 'system', said: spoken(row.system) }] : [];
  for (const [i, turn] of (row.turns ?? []).entries()) {
    const answer = row.answers?.[i];
    if (i > 0 && row.answers?.[i - 1] === undefined) break;
    said.push({ role: 'user', said: spoken(turn, lang) });
    if (answer !== undefined) said.push({ role: 'assistant', said: spoken(answer) });
  }
  return said;
}

interface FailureCollector {
  add(trial: readonly Row[], conversations: readonly Said[], expect: string): void;
  failures(): Failures;
}

/** Of one pattern. Trials come repeat by repeat, and so one of each case is shown before a second of any. */
function createFailureCollector(audit: Audit): FailureCollector {
  const causes = new Map<string, Failures['causes'][number]>();
  const evidence: Failures['evidence'] = [];
  const told = new Set<string>();

  function isNew(trial: readonly Row[]): boolean {
    return told.size < told.add(JSON.stringify(trial.map((row) => [row.caseId, row.answers]))).size;
  }

  return {
    add(trial, conversations, expect) {
      const reason = trial[0]?.reason ?? '';
      const cause = causes.get(causeOf(reason));
      if (cause === undefined) causes.set(causeOf(reason), { example: reason, failed: 1 });
      else cause.failed += 1;
      if (evidence.length === EVIDENCE_PER_FINDING || !isNew(trial)) return;
      const shown = tellingOf(trial);
      evidence.push({
        case_id: shown.caseId,
        repeat: shown.repeat,
        reason: shown.reason ?? '',
        expect,
        conversation: conversations.flat(),
        quote: spoken(shown.evidence ?? ''),
        qa_log_id: shown.qaLogId ?? '',
        lineage_id: `${audit.rootId}.${shown.qaLogSeq ?? audit.seq}`,
      });
    },
    failures: () => ({ causes: [...causes.values()].sort((a, b) => b.failed - a.failed), evidence }),
  };
}

/** The conversation in which the quoted piece was said. */
function tellingOf(trial: readonly Row[]): Row {
  const quote = trial[0]?.evidence ?? '';
  const saying = trial.find((row) => quote !== '' && row.answers?.some((answer) => answer.includes(quote)));
  return saying ?? (trial[0] as Row);
}
