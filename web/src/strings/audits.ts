/** What the pages of audits say. */
import { inLanguage } from './language.ts';

const en = {
  start: 'Start an audit',
  progress: 'Questions answered',
  ended: (ended: number, planned: number) => `${ended.toLocaleString('en-IN')} of ${planned.toLocaleString('en-IN')}`,
};

export const audits = inLanguage({ en });
