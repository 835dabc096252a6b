/** The findings as SARIF 2.1.0, for tools that collect results of many kinds. Pure. */
import { SETTLED } from '@sacred-qa/contracts/finding';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
/** What scanners that sort by number understand by the four grades. */
const SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' } as const;

export function sarifReport(data: ReportData): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Sacred QA Studio', version: data.studio_version, rules: data.patterns.map(ruleOf(data)) },
        },
        automationDetails: { id: `${data.pack.id}/${data.audit_id}` },
        invocations: [
          {
            executionSuccessful: data.state === 'completed',
            startTimeUtc: data.started_at,
            ...(data.finished_at === null ? {} : { endTimeUtc: data.finished_at }),
          },
        ],
        results: data.findings.map((finding) => resultOf(data, finding)),
        properties: { totals: data.totals, lineage_id: data.lineage_id, pack_sha256: data.pack.hash },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = (data: ReportData) => (pattern: ReportData['patterns'][number]) => {
  const finding = data.findings.find((one) => one.pattern_id === pattern.id);
  return {
    id: pattern.id,
    shortDescription: { text: pattern.title },
    ...(finding === undefined
      ? {}
      : { fullDescription: { text: finding.harm }, help: { text: [finding.fix, ...finding.references].join('\n') } }),
    defaultConfiguration: { level: LEVELS[pattern.severity] },
    properties: { tags: [pattern.family], 'security-severity': SECURITY_SEVERITY[pattern.severity] },
  };
};

function resultOf(data: ReportData, finding: FindingView) {
  const [first] = finding.evidence;
  const why = first === undefined ? '' : ` ${first.reason}`;
  return {
    ruleId: finding.pattern_id,
    ruleIndex: data.patterns.findIndex((pattern) => pattern.id === finding.pattern_id),
    // The standard allows a level beside "fail" only; a hint is for a person to review.
    ...(finding.advisory ? { kind: 'review', level: 'none' } : { kind: 'fail', level: LEVELS[finding.severity] }),
    message: { text: `${finding.title}. ${finding.failed} of ${finding.scored} trials failed.${why}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: URL.canParse(data.target.url) ? new URL(data.target.url).href : 'about:blank' },
        },
        logicalLocations: [{ name: data.target.name, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'pattern/v1': `${data.target.name}/${finding.pattern_id}` },
    ...suppressionsOf(finding),
    properties: {
      finding_id: finding.id,
      lineage_id: finding.lineage_id,
      status: finding.status,
      severity: finding.severity,
      failed: finding.failed,
      scored: finding.scored,
      interval_95: finding.interval,
      reproduce: finding.reproduce,
    },
  };
}

function suppressionsOf({ status, status_reason }: FindingView) {
  if (!SETTLED.has(status)) return {};
  return { suppressions: [{ kind: 'external', status: 'accepted', justification: status_reason ?? status }] };
}
