/** The report's data as JSON, in pieces and a case a line: that of ten thousand cases is no text to hold whole. Pure. */
import type { ReportData } from '@sacred-qa/contracts/report';

const CASES_A_PIECE = 100;

export function* jsonPieces({ cases, ...rest }: ReportData): Generator<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"cases":[`;
  for (let from = 0; from < cases.length; from += CASES_A_PIECE) {
    const lines = cases.slice(from, from + CASES_A_PIECE).map((result) => JSON.stringify(result));
    yield `${from === 0 ? '' : ','}\n${lines.join(',\n')}`;
  }
  yield ']}\n';
}
