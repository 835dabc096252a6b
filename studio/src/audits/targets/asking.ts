/** For tests: targets on a loopback server, and an asker that is closed when the test is over. */
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { Lookup } from '@sacred-qa/foundation/address-class';
import { type Clock, systemClock } from '@sacred-qa/foundation/clock';
import type { BrowserPool } from './browser/browser-pool.ts';
import { lookupIn } from './loopback-server.ts';
import type { Asked } from './outcomes.ts';
import { type Asker, createAsker } from './target.ts';

type SpecOf<Kind extends TargetSpec['kind']> = Extract<TargetSpec, { kind: Kind }>;

export const openai = (origin: string, more: Partial<SpecOf<'openai'>> = {}): TargetSpec => ({
  kind: 'openai',
  name: 'bot',
  url: `${origin}/v1`,
  model: 'm-1',
  timeout_ms: 60_000,
  ...more,
});

export const http = (origin: string, more: Partial<SpecOf<'http'>> = {}): TargetSpec => ({
  kind: 'http',
  name: 'bot',
  url: `${origin}/ask`,
  method: 'POST',
  headers: {},
  headers_env: {},
  body: { q: '{{text}}' },
  response_path: '/answer',
  timeout_ms: 60_000,
  ...more,
});

export const HELLO: readonly Message[] = [{ role: 'user', text: 'नमस्ते "भाई"\n' }];

/** The body of an OpenAI-compatible reply. */
export const reply = (content: unknown) => ({ choices: [{ message: { role: 'assistant', content } }] });

export interface BenchOptions {
  scope?: ScopeRecord;
  secrets?: Record<string, string>;
  lookup?: Lookup;
  clock?: Clock;
  browsers?: BrowserPool;
}

/** Usage: `await using target = asking(spec)`. */
export function asking(spec: TargetSpec, options: BenchOptions = {}): Asker & AsyncDisposable {
  const { scope = { allow_private: false }, secrets = {}, lookup = lookupIn({}), clock = systemClock } = options;
  const browsers = options.browsers === undefined ? {} : { browsers: options.browsers };
  const asker = createAsker({ lookup, clock, ...browsers }, spec, scope, (name) => secrets[name]);
  return Object.assign(asker, { [Symbol.asyncDispose]: () => asker.close() });
}

export const askHello = (asker: Asker, signal?: AbortSignal): Promise<Asked> =>
  asker.ask(HELLO, { conversationId: 'c-1', ...(signal ? { signal } : {}) });

export async function askOnce(spec: TargetSpec, options: BenchOptions = {}): Promise<Asked> {
  await using asker = asking(spec, options);
  return await askHello(asker);
}
