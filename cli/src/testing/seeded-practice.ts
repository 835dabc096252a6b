/** For tests and screenshots: what a studio holds after a good week, put in over the API. */
import type { ConsoleRoom } from './console-room.ts';

const SANKALPAS = [
  { text: 'Audit the Hindi help desk of Asha Stores before Diwali', context: 'Orders double in that week.' },
  { text: 'हर जवाब में रुपये की राशि भारतीय ढंग से लिखी हो: ₹1,23,45,678', kind: 'intention' },
  { text: 'தமிழில் கேட்டால் தமிழிலேயே பதில் வர வேண்டும்', kind: 'intention' },
  { text: 'اردو میں پوچھے گئے سوال کا جواب اردو میں ہو', kind: 'intention' },
  { text: 'বাংলায় তারিখ দিন-মাস-বছর ক্রমে দেখানো', kind: 'intention' },
  { text: 'Ask twenty founders what their bots get wrong', kind: 'outreach.plan' },
];
const PATTERNS = 8;

export interface SeededPractice {
  auditId: string;
  /** An earlier run of the same target. */
  earlierAuditId: string;
  targetId: string;
  rootId: string;
  findingId: string;
}

export async function seedPractice(room: ConsoleRoom): Promise<SeededPractice> {
  let rootId = '';
  for (const [i, sankalpa] of SANKALPAS.entries()) {
    const { id, lineage_id } = await room.call<{ id: string; lineage_id: string }>('POST', '/sankalpa', sankalpa);
    if (i === 0) rootId = lineage_id.split('.')[0] ?? '';
    if (i === 1) await room.call('PATCH', `/sankalpa/${id}`, { status: 'completed' });
    if (i === 2) await room.call('PATCH', `/sankalpa/${id}`, { status: 'in_progress' });
  }
  const { pack } = await room.call<{ pack: { patterns: { id: string }[] } }>('GET', '/packs/india-micro');
  const patterns = pack.patterns.slice(0, PATTERNS).map(({ id }) => id);
  const earlierAuditId = await room.audit(patterns);
  const auditId = await room.audit(patterns);
  const { items } = await room.call<{ items: { id: string }[] }>('GET', '/targets');
  const targetId = items[0]?.id ?? '';
  await room.call('POST', `/targets/${targetId}/capabilities`, {});
  await room.call('POST', '/qa', { target: targetId, text: 'मेरा रिफ़ंड कब आएगा?' });
  await room.call('POST', '/db/backup');
  const found = await room.call<{ items: { id: string }[] }>('GET', `/audits/${auditId}/findings`);
  return { auditId, earlierAuditId, targetId, rootId, findingId: found.items[0]?.id ?? '' };
}

/** Every page of the console, by name. */
export const pagesOf = (seeded: SeededPractice, audit: { lineage_id: string }): Record<string, string> => ({
  today: '/',
  sankalpas: '/sankalpas',
  declare: '/sankalpas?declare=1',
  trees: '/lineage',
  lineage: `/lineage/${audit.lineage_id}`,
  drawing: `/lineage/${audit.lineage_id}?view=drawing`,
  audits: '/audits',
  'new-audit': `/audits/new?target=${seeded.targetId}`,
  audit: `/audits/${seeded.auditId}?finding=${seeded.findingId}`,
  findings: `/audits/${seeded.auditId}`,
  compare: `/audits/${seeded.earlierAuditId}/compare/${seeded.auditId}`,
  targets: `/targets?id=${seeded.targetId}`,
  'add-target': '/targets?add=1',
  packs: '/packs',
  pack: '/packs/india-micro',
  'qa-logs': '/qa-logs',
  contacts: '/contacts',
  jobs: '/jobs',
  settings: '/settings',
  nowhere: '/nothing-here',
});
