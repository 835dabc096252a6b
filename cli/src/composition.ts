/** What commands ask of the composition root, loaded only by the commands that need it: it brings the whole studio in. */
import type { Readable } from 'node:stream';
import type { Config } from '@sacred-qa/foundation/config';
import type { Held } from '@sacred-qa/platform-outreach/after-restore';
import type { Replayed } from '@sacred-qa/platform-outreach/replay';
import type { AnswerHeaders, Method } from './client.ts';
import type { Restored } from './restore.ts';

export interface InjectableApp {
  inject(request: {
    method: Method;
    url: string;
    headers: Record<string, string>;
    payload?: string;
    payloadAsStream: true;
    signal?: AbortSignal;
  }): Promise<{ statusCode: number; headers: AnswerHeaders; stream(): Readable }>;
}

export interface OpenStudio {
  app: InjectableApp;
  adminKey: string;
  close(): Promise<void>;
}

export interface Composition {
  openStudio(config: Config): Promise<OpenStudio>;
  /** Resolves when the server has stopped, which `stop` asks for. */
  serve(config: Config, stop: AbortSignal): Promise<void>;
  /** Resolves when the bridge has stopped, which `stop` asks for. */
  runBridge(config: Config, studio: { url: string; key: string }, stop: AbortSignal): Promise<void>;
  /** Plays the October week in a store of its own, which is removed; the files of the week stay in `folder`. */
  replayCampaign(name: string, folder: string): Promise<Replayed>;
  restoreStudio(config: Config, file: string): Promise<Restored & { held: Held }>;
}

export const loadComposition = (): Promise<Composition> => import('./compose.ts');
