/** scribe writes the report from what the rows say. */
import type { ReportData } from '@sacred-qa/contracts/report';
import { renderReport } from '../audits/report/render-report.ts';
import type { Agent } from './agent.ts';

export function createScribe(): Agent<ReportData, string> {
  return { name: 'scribe', version: '1', act: (data) => renderReport(data) };
}
