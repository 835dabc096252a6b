/** What goes between an asker and the thread that runs the user's function. */
import type { Message } from '@sacred-qa/contracts/text';
import type { Usage } from '../dialect.ts';

export interface WorkerData {
  module: string;
  exportName: string;
}

export interface ToWorker {
  /** What the function is called with. */
  question: { text: string; messages: readonly Message[]; conversationId: string };
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'unfit'; detail: string }
  | { kind: 'answer'; text: string; model?: string; usage?: Usage }
  | { kind: 'failed'; detail: string }
  | { kind: 'too_large' };
