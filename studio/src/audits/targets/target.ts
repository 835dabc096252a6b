/** Puts questions to a target, whatever its kind, and says what came of each; never throws for anything a target does. */
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { Lookup } from '@sacred-qa/foundation/address-class';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Dispatcher } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { createBrowserAsker } from './browser/browser-asker.ts';
import type { BrowserPool } from './browser/browser-pool.ts';
import { createFunctionAsker } from './function/function-asker.ts';
import { createMcpAsker } from './mcp/mcp-asker.ts';
import type { Asked, FailedAsk } from './outcomes.ts';
import type { Secrets } from './request-headers.ts';
import { createWireAsker } from './wire-asker.ts';

export interface AskOptions {
  /** The same for all turns of one conversation, another for every other. */
  conversationId: string;
  signal?: AbortSignal;
}

export interface Asker {
  /** Puts the last turn of `messages`, with the turns before it as far as this kind of target can be told them. */
  ask(messages: readonly Message[], options: AskOptions): Promise<Asked>;
  /** Forgets a conversation: its cookies and its session. No turn of it will follow. */
  endConversation(conversationId: string): Promise<void>;
  /** The names that GET /models lists; none for a target of kind http, which has no such list. */
  listModels(signal?: AbortSignal): Promise<{ kind: 'listed'; models: string[] } | FailedAsk>;
  /** Asks for an answer piece by piece; a target of kind http cannot be asked so and is not. */
  streams(messages: readonly Message[], signal?: AbortSignal): Promise<{ kind: 'tried'; streams: boolean } | FailedAsk>;
  /** Ends what is under way as `cancelled` and frees every connection. */
  close(): Promise<void>;
}

export interface AskerDeps {
  lookup: Lookup;
  clock: Clock;
  /** The Chromium that askers share; one of its own when left out. */
  browsers?: BrowserPool;
  /** The pool that carries the requests; every connection it opens must resolve names by this `lookup`. */
  dispatcherFactory?: (lookup: AddressGuard['lookup']) => Dispatcher;
}

export function createAsker(deps: AskerDeps, spec: TargetSpec, scope: ScopeRecord, secrets: Secrets): Asker {
  if (spec.kind === 'browser') return createBrowserAsker(deps, spec, scope);
  if (spec.kind === 'function') return createFunctionAsker(deps, spec, secrets);
  if (spec.kind === 'mcp') return createMcpAsker(deps, spec, scope, secrets);
  return createWireAsker(deps, spec, scope, secrets);
}
