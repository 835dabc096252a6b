/** For tests and screenshots: what a studio holds after a good week, put in over the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from '@sacred-qa/platform-outreach/sheet-text';
import type { ConsoleRoom } from './console-room.ts';

const SANKALPAS = [
  { text: 'Audit the Hindi help desk of Asha Stores before Diwali', context: 'Orders double in that week.' },
  { text: 'हर जवाब में रुपये की राशि भारतीय ढंग से लिखी हो: ₹1,23,45,678', kind: 'intention' },
  { text: 'தமிழில் கேட்டால் தமிழிலேயே பதில் வர வேண்டும்', kind: 'intention' },
  { text: 'اردو میں پوچھے گئے سوال کا جواب اردو میں ہو', kind: 'intention' },
  { text: 'বাংলায় তারিখ দিন-মাস-বছর ক্রমে দেখানো', kind: 'intention' },
  { text: 'Ask twenty founders what their bots get wrong', kind: 'outreach.plan' },
];
const ENGAGEMENT = {
  client: 'Asha Stores',
  scope: 'Micro-audit of the help desk in Hindi, Tamil and Urdu',
  price_paise: 2_500_000,
  state: 'booked',
  monthly_users: 40_000,
};
const PATTERNS = 8;
const PEOPLE = join(import.meta.dirname, '../../../platform-outreach/tracking/prospects.example.csv');
/** Monday; long past, so that no holiday of a coming year moves into it. */
export const SPRINT_WEEK = '2025-10-06';

export interface SeededPractice {
  auditId: string;
  /** An earlier run of the same target. */
  earlierAuditId: string;
  targetId: string;
  rootId: string;
  findingId: string;
  mailId: string;
  engagementId: string;
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
  const mailId = await planSprint(room);
  const { id: engagementId } = await room.call<{ id: string }>('POST', '/engagements', ENGAGEMENT);
  const found = await room.call<{ items: { id: string }[] }>('GET', `/audits/${auditId}/findings`);
  return { auditId, earlierAuditId, targetId, rootId, findingId: found.items[0]?.id ?? '', mailId, engagementId };
}

/** The shipped campaign for the twenty invented people, ready to be approved. Answers the id of one mail. */
export async function planSprint(room: ConsoleRoom): Promise<string> {
  await room.call('POST', '/outreach/prospects/import', { rows: readSheet(readFileSync(PEOPLE)).rows });
  await room.call('POST', '/outreach/campaigns/october-sprint/plan', { week_of: SPRINT_WEEK });
  const mails = await room.call<{ items: { id: string }[] }>('GET', '/outreach/campaigns/october-sprint/recipients');
  return mails.items[0]?.id ?? '';
}

/** Every page of the console, by name. */
export const pagesOf = (seeded: SeededPractice, audit: { lineage_id: string }): Record<string, string> => ({
  today: '/',
  sankalpas: '/sankalpas',
  declare: '/sankalpas?declare=1',
  trees: '/lineage',
  lineage: `/lineage/${audit.lineage_id}`,
  drawing: `/lineage/${audit.lineage_id}?view=drawing`,
  campaigns: `/campaigns?day=${SPRINT_WEEK}`,
  'campaign-week': `/campaigns?day=${SPRINT_WEEK}&view=week`,
  'plan-campaign': '/campaigns?plan=1',
  campaign: `/campaigns/october-sprint?week=${SPRINT_WEEK}`,
  mail: `/campaigns/october-sprint?week=${SPRINT_WEEK}&mail=${seeded.mailId}`,
  'mail-on-phone': `/campaigns/october-sprint?week=${SPRINT_WEEK}&mail=${seeded.mailId}&as=phone`,
  prospects: '/prospects',
  prospect: '/prospects?id=P-005',
  'import-list': '/prospects?do=import',
  'merge-sheet': '/prospects?do=merge',
  inbox: '/inbox',
  posts: '/posts',
  metrics: `/metrics?week=${SPRINT_WEEK}`,
  'metrics-of-sample': '/metrics?campaign=sample-sprint',
  'metrics-explained': '/metrics?campaign=sample-sprint&explain=people.rate',
  audits: '/audits',
  'new-audit': `/audits/new?target=${seeded.targetId}`,
  audit: `/audits/${seeded.auditId}?finding=${seeded.findingId}`,
  findings: `/audits/${seeded.auditId}`,
  compare: `/audits/${seeded.earlierAuditId}/compare/${seeded.auditId}`,
  engagements: `/engagements?id=${seeded.engagementId}`,
  'add-engagement': '/engagements?add=1',
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
