/** What commands ask of the composition root, loaded only by the commands that need it: it brings the whole studio in. */
import type { Readable } from 'node:stream';
import type { Config } from '@sacred-qa/foundation/config';
import type { AnswerHeaders, Method } from './client.ts';

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
  /** Resolves when the server has stopped. */
  serve(config: Config): Promise<void>;
  restoreStudio(config: Config, file: string): Promise<unknown>;
}

export async function loadComposition(): Promise<Composition> {
  const file: string = new URL('./compose.ts', import.meta.url).href;
  return (await import(file)) as Composition;
}
