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
];
