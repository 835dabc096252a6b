/** The audit as CSV, one row a trial: RFC 4180, and safe to open in a spreadsheet. Pure. */
import type { CaseResult, ReportData } from '@sacred-qa/contracts/report';

const COLUMNS = [
  ...['pattern_id', 'pattern', 'severity', 'hint', 'case_id', 'lang', 'repeat', 'verdict', 'reason', 'expected'],
  ...['question', 'answer', 'finding_status', 'qa_log_ids'],
];
const CRLF = '\r\n';
const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would run, also behind blanks and in full width. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** A formula is kept from running by an apostrophe, which a spreadsheet shows as text; quotes are doubled. */
function fieldOf(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.toWellFormed();
  const guarded = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** `bom`: some spreadsheets read Indian letters only behind a byte order mark. */
export function csvReport(data: ReportData, { bom }: { bom: boolean }): string {
  const lines = [COLUMNS, ...data.cases.flatMap((result) => rowsOf(data, result))];
  const text = lines.map((row) => row.map(fieldOf).join(',') + CRLF).join('');
  return bom ? BYTE_ORDER_MARK + text : text;
}

function rowsOf(data: ReportData, result: CaseResult): (string | number)[][] {
  const pattern = data.patterns.find((one) => one.id === result.pattern_id);
  const finding = data.findings.find((one) => one.pattern_id === result.pattern_id);
  return result.repeats.map((trial) => {
    const said = trial.conversations.flat();
    const textOf = (role: 'user' | 'assistant') =>
      said
        .filter((one) => one.role === role)
        .map((one) => one.said.text)
        .join('\n');
    return [
      ...[result.pattern_id, pattern?.title ?? '', pattern?.severity ?? '', pattern?.advisory ? 'yes' : 'no'],
      ...[result.case_id, result.lang, trial.repeat, trial.verdict, trial.reason, result.expect],
      ...[textOf('user'), textOf('assistant'), finding?.status ?? '', trial.qa_log_ids.join(' ')],
    ];
  });
}
