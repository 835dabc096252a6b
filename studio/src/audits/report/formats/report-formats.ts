/** The forms in which a report can be had besides its page, and how each is named on the wire. */
import type { ReportData } from '@sacred-qa/contracts/report';
import { csvReport } from './csv.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';

export const TEXT_FORMATS: Readonly<
  Record<
    'csv' | 'junit' | 'sarif' | 'md',
    { type: string; write: (data: ReportData, options: { bom: boolean }) => string }
  >
> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvReport },
  junit: { type: 'application/xml; charset=utf-8', write: junitReport },
  sarif: { type: 'application/sarif+json; charset=utf-8', write: sarifReport },
  md: { type: 'text/markdown; charset=utf-8', write: markdownReport },
};
