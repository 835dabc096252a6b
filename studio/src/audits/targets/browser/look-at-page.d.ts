import type { PageRequest, Seen } from './answer-on-page.ts';

export function lookAtPage(request: PageRequest): Seen;
export function findSendButton(input: unknown): unknown;
export function textIn(input: unknown): string;
