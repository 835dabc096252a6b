/** Every page of the console: its path, its name, and how its module is fetched. A new page is one entry here. */
import type { ComponentType } from 'react';
import type { Strings } from './strings/strings.ts';

export interface PageRoute {
  path: string;
  /** Pages with a title stand in the navigation and in the palette. */
  title?: keyof Strings['pages'];
  group?: keyof Strings['groups'];
  load: () => Promise<{ default: ComponentType }>;
}

export const routes: readonly PageRoute[] = [
  { path: '/', title: 'today', group: 'practice', load: () => import('./pages/today/today.tsx') },
  { path: '/sankalpas', title: 'sankalpas', group: 'practice', load: () => import('./pages/sankalpas/sankalpas.tsx') },
  { path: '/lineage', title: 'lineage', group: 'practice', load: () => import('./pages/lineage/trees.tsx') },
  { path: '/lineage/:id', load: () => import('./pages/lineage/lineage.tsx') },
  {
    path: '/campaigns',
    title: 'campaigns',
    group: 'outreach',
    load: () => import('./pages/campaigns/campaigns.tsx'),
  },
  { path: '/campaigns/:name', load: () => import('./pages/campaigns/campaign.tsx') },
  {
    path: '/prospects',
    title: 'prospects',
    group: 'outreach',
    load: () => import('./pages/prospects/prospects.tsx'),
  },
  { path: '/inbox', title: 'inbox', group: 'outreach', load: () => import('./pages/inbox/inbox.tsx') },
  { path: '/posts', title: 'posts', group: 'outreach', load: () => import('./pages/posts/posts.tsx') },
  { path: '/metrics', title: 'metrics', group: 'outreach', load: () => import('./pages/metrics/metrics.tsx') },
  { path: '/audits', title: 'audits', group: 'auditing', load: () => import('./pages/audits/audits.tsx') },
  { path: '/audits/new', load: () => import('./pages/audits/new-audit.tsx') },
  { path: '/audits/:id', load: () => import('./pages/audits/audit.tsx') },
  { path: '/audits/:id/compare/:other', load: () => import('./pages/audits/compare.tsx') },
  {
    path: '/engagements',
    title: 'engagements',
    group: 'auditing',
    load: () => import('./pages/engagements/engagements.tsx'),
  },
  { path: '/targets', title: 'targets', group: 'auditing', load: () => import('./pages/targets/targets.tsx') },
  { path: '/packs', title: 'packs', group: 'auditing', load: () => import('./pages/packs/packs.tsx') },
  { path: '/packs/:id', load: () => import('./pages/packs/pack.tsx') },
  { path: '/qa-logs', title: 'qaLogs', group: 'house', load: () => import('./pages/qa-logs/qa-logs.tsx') },
  { path: '/contacts', title: 'contacts', group: 'house', load: () => import('./pages/contacts/contacts.tsx') },
  { path: '/jobs', title: 'jobs', group: 'house', load: () => import('./pages/jobs/jobs.tsx') },
  { path: '/settings', title: 'settings', group: 'house', load: () => import('./pages/settings/settings.tsx') },
];
