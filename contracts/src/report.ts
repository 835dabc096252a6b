import type { Brand } from './brand.ts';
import type { EngagementView } from './engagement.ts';
import type { FindingEvent, FindingStatus } from './finding.ts';
import type { JudgingView } from './judge.ts';
import type { Severity, Verdict } from './pack.ts';
import type { SpokenText } from './text.ts';

/** One case at all its repeats: k failures of n scored. `n` may be below `asked` where answers are missing. */
export interface CaseResult {
  pattern_id: string;
  case_id: string;
  lang: string;
  expect: string;
  asked: number;
  scored: number;
  failed: number;
  /** Attempts without an answer, by target error code. */
  errors: Record<string, number>;
  /** The exchange of each repeat, verbatim, with its verdict. */
  repeats: {
    repeat: number;
    verdict: Verdict;
    reason: string;
    conversations: { role: 'system' | 'user' | 'assistant'; said: SpokenText }[][];
    qa_log_ids: string[];
  }[];
}

export interface FindingView {
  id: string;
  lineage_id: string;
  pattern_id: string;
  title: string;
  family: string;
  severity: Severity;
  /** True: rests on an unverified or stale fact; a hint, not a verdict. */
  advisory: boolean;
  status: FindingStatus;
  status_reason: string | null;
  /** What was decided, and what retests brought, oldest first. */
  history: FindingEvent[];
  /** The finding of the same pattern in the run before this one against the same target. */
  earlier: { finding_id: string; audit_id: string; status: FindingStatus; reason: string | null; at: string } | null;
  /** What the failures have in common: trials by cause, the most frequent first; `example` is the reason of one of them. */
  causes: { example: string; failed: number }[];
  harm: string;
  affected: string;
  fix: string;
  references: string[];
  failed: number;
  scored: number;
  /** Wilson 95 % interval of failed/scored, as fractions. */
  interval: { low: number; high: number };
  /** The most telling exchanges: what was asked, what came back, why it fails. */
  evidence: {
    case_id: string;
    repeat: number;
    reason: string;
    expect: string;
    conversation: { role: 'system' | 'user' | 'assistant'; said: SpokenText }[];
    /** The piece of the answer that shows the fault. */
    quote: SpokenText;
    qa_log_id: string;
    lineage_id: string;
  }[];
  /** One shell command that asks the same question again. */
  reproduce: string;
}

/** A later judgement of the same answers, by other detectors. */
export interface Rescoring {
  at: string;
  judged: number;
  /** Verdicts that differ from those of the run itself. */
  changed: number;
  detector_versions: string[];
}

/** Everything a report prints; every number in it comes from a query over rows. */
export interface ReportData {
  audit_id: string;
  lineage_id: string;
  root_lineage_id: string;
  target: { name: string; url: string; model: string };
  scope: { allowed_by: string | null };
  brand: Brand;
  /** The raw Ed25519 key in base64url that this studio signs evidence with; null when it has none. */
  seal_key: string | null;
  /** The language of a second summary beside the English one. */
  summary_lang: 'hi' | null;
  engagement: Pick<EngagementView, 'client' | 'scope' | 'price_paise' | 'state'> | null;
  /** The client’s own figures; without both, no rupee figure is printed. */
  volume: { monthly_users: number; loss_per_case_paise: number } | null;
  retest_of: string | null;
  /** Patterns of the pack that were not asked: what this kind of target cannot show, and what was left out by choice. */
  not_asked: { id: string; title: string; why: 'not_applicable' | 'not_chosen' }[];
  pack: { id: string; version: string; hash: string; title: string };
  studio_version: string;
  state: string;
  /** Null when the verdicts are those of the run itself. */
  rescored: Rescoring | null;
  /** Null when rules alone judged. */
  judging: JudgingView | null;
  /** ISO instants, UTC. */
  started_at: string;
  finished_at: string | null;
  generated_at: string;
  totals: {
    patterns: number;
    patterns_failed: number;
    patterns_passed: number;
    /** No case of the pattern could be scored. */
    patterns_unscored: number;
    cases: number;
    attempts: number;
    answered: number;
    errors: number;
    scored: number;
    failed: number;
    unscored: number;
  };
  latency_ms: { median: number; p95: number } | null;
  errors: { code: string; count: number; example: string }[];
  findings: FindingView[];
  patterns: {
    id: string;
    title: string;
    family: string;
    severity: Severity;
    outcome: 'failed' | 'passed' | 'unscored';
    failed: number;
    scored: number;
    asked: number;
    advisory: boolean;
    as_of: string | null;
    recheck_by: string | null;
    references: string[];
    lineage_id: string | null;
  }[];
  cases: CaseResult[];
}
