/**
 * Asks a chat widget on a web page as a person would: opens the page, types, waits until the answer has settled. Each
 * conversation has a browser context of its own, so cookies and storage of one never reach another.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Browser, BrowserContext, ElementHandle, Frame, Page } from 'playwright-core';
import { createAddressGuard } from '../address-guard.ts';
import { type Asked, CANCELLED, type FailedAsk, type Failure, failed } from '../outcomes.ts';
import { excerptOf, storable } from '../reply-text.ts';
import type { Asker, AskerDeps } from '../target.ts';
import { answerOnPage, type PageRequest, type Seen } from './answer-on-page.ts';
import { createBrowserPool, NoBrowser } from './browser-pool.ts';
import { type GuardedProxy, startGuardedProxy } from './guarded-proxy.ts';
import { findSendButton, lookAtPage, textIn } from './look-at-page.js';

export type BrowserSpec = Extract<TargetSpec, { kind: 'browser' }>;

const LOOK_EVERY_MS = 100;
const SENT_WITHIN_MS = 1_000;
interface Opened {
  browser: Browser;
  proxy: GuardedProxy;
}

interface Conversation {
  context: BrowserContext;
  page: Page;
  proxy: GuardedProxy;
}

/** Where the chat stands on the page. */
interface Place {
  frame: Frame;
  input: ElementHandle;
}

/** What ends an ask early, with its name. */
class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

export function createBrowserAsker(deps: AskerDeps, spec: BrowserSpec, scope: ScopeRecord): Asker {
  const guard = createAddressGuard(deps, spec, scope);
  const typed = new URL(spec.url);
  const conversations = new Map<string, Promise<Conversation>>();
  const pool = deps.browsers ?? createBrowserPool(process.env);
  let opened: Promise<Opened> | undefined;
  let isClosed = false;

  async function open(): Promise<Opened> {
    const browser = await pool.take().catch((error: Error) => {
      throw error instanceof NoBrowser ? new Stop({ code: 'no_browser', detail: error.message }) : error;
    });
    try {
      return { browser, proxy: await startGuardedProxy({ guard, typed }) };
    } catch (error) {
      await pool.giveBack();
      throw error;
    }
  }

  async function release({ proxy }: Opened): Promise<void> {
    await proxy.close();
    await pool.giveBack();
  }

  /** What could not be opened is tried again for the next conversation. */
  function reopen(): Promise<Opened> {
    if (isClosed) return Promise.reject(CANCELLED);
    const opening = open();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  }

  /** Another browser takes the place of one that has died. */
  async function living(): Promise<Opened> {
    const standing = opened ?? reopen();
    const found = await standing;
    if (found.browser.isConnected()) return found;
    if (opened === standing) {
      opened = undefined;
      await release(found);
    }
    return opened ?? reopen();
  }

  async function begin(): Promise<Conversation> {
    const { browser, proxy } = await living();
    const context = await browser.newContext({
      acceptDownloads: false,
      proxy: { server: proxy.url, bypass: '<-loopback>' },
      locale: 'en-IN',
      serviceWorkers: 'block',
      timezoneId: 'Asia/Kolkata',
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(spec.timeout_ms);
    try {
      const page = await context.newPage();
      context.on('page', (other) => void other.close().catch(() => {}));
      await visit(page, proxy);
      return { context, page, proxy };
    } catch (error) {
      await context.close().catch(() => {});
      throw error;
    }
  }

  async function visit(page: Page, { refusals }: GuardedProxy): Promise<void> {
    const loaded = await page.goto(spec.url, { waitUntil: 'domcontentloaded' }).catch((error: Error) => error);
    const refusal = refusals.get(typed.host) ?? refusals.get(portedHost(typed));
    if (refusal !== undefined) throw new Stop({ code: 'scope_refused', detail: refusal });
    if (loaded instanceof Error) throw stopOf(loaded, 'The page did not load');
    const status = loaded?.status() ?? 200;
    if (status < 400) return;
    const code = status === 401 || status === 403 ? 'unauthorised' : status === 429 ? 'rate_limited' : 'http_error';
    throw new Stop({ code, detail: `The page answered HTTP ${status}.`, status });
  }

  function stopOf(error: Error, what: string): Stop {
    if (error instanceof Stop) return error;
    const isLate = error.name === 'TimeoutError';
    const detail = isLate ? `${what} within ${spec.timeout_ms} ms.` : `${what}: ${excerptOf(error.message)}`;
    return new Stop({ code: isLate ? 'timed_out' : 'unreachable', detail });
  }

  /** Looks for the input until it is there; a button that opens the chat is pressed once. */
  async function findPlace(page: Page, untilMs: number): Promise<Place> {
    for (const selector of spec.open ?? []) await clickAnywhere(page, selector, untilMs);
    let launched = spec.open !== undefined;
    for (let looks = 1; ; looks += 1) {
      const place = await inAnyFrame(page, { want: 'input', selector: spec.input });
      if (place !== null) return place;
      if (!launched && looks > 5) {
        const launcher = await inAnyFrame(page, { want: 'launcher' });
        launched = launcher !== null;
        await launcher?.input.click({ timeout: 2_000 }).catch(() => {});
      }
      if (deps.clock.now() > untilMs) {
        const hint = spec.input === undefined ? 'Name it with "input", and what opens the chat with "open".' : '';
        const what = spec.input === undefined ? 'No input of a chat' : `Nothing visible for "input" (${spec.input})`;
        throw new Stop({
          code: 'page_not_usable',
          detail: `${what} was found within ${spec.timeout_ms} ms. ${hint}`.trim(),
        });
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  async function clickAnywhere(page: Page, selector: string, untilMs: number): Promise<void> {
    for (;;) {
      const found = await inAnyFrame(page, { want: 'input', selector });
      if (found !== null) return found.input.click();
      if (deps.clock.now() > untilMs) {
        throw new Stop({ code: 'page_not_usable', detail: `Nothing visible for "open" (${selector}) was found.` });
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  async function inAnyFrame(page: Page, request: PageRequest): Promise<Place | null> {
    if (page.isClosed()) throw new Stop({ code: 'unreachable', detail: 'The page was closed.' });
    for (const frame of page.frames()) {
      // A frame may go away, or be of a kind that runs nothing; another may still hold the chat.
      const handle = await frame.evaluateHandle(lookAtPage, request).catch(() => null);
      const input = handle?.asElement() as ElementHandle | null | undefined;
      if (input) return { frame, input };
    }
    return null;
  }

  const look = (frame: Frame): Promise<Seen> =>
    frame.evaluate(lookAtPage, { want: 'blocks' as const, selector: spec.message, typing: spec.typing });

  async function send(page: Page, { input }: Place, question: string): Promise<void> {
    await input.fill(question);
    const told = spec.send;
    if (told !== undefined) return clickAnywhere(page, told, deps.clock.now() + spec.timeout_ms);
    await input.press('Enter');
    const untilMs = deps.clock.now() + SENT_WITHIN_MS;
    while (deps.clock.now() < untilMs) {
      const left = await input.evaluate(textIn).catch(() => '');
      if (left.trim() === '') return;
      await delay(LOOK_EVERY_MS);
    }
    // Enter made a new line, or nothing: put the text back as it was and press the button.
    await input.fill(question);
    const button = (await input.evaluateHandle(findSendButton)).asElement() as ElementHandle | null;
    if (button === null) {
      throw new Stop({
        code: 'page_not_usable',
        detail: 'The question could not be sent by Enter. Name the button with "send".',
      });
    }
    await button.click();
  }

  interface Times {
    sentMs: number;
    firstMs?: number;
    lastMs: number;
  }

  /** Until the text has not changed for a while and nothing shows that more will come. */
  async function settledAnswer(frame: Frame, before: Seen, question: string, times: Times): Promise<string> {
    const untilMs = times.sentMs + spec.timeout_ms;
    let text = '';
    for (;;) {
      const seen = await look(frame);
      const nowMs = deps.clock.now();
      if (seen.isTooLarge)
        throw new Stop({ code: 'answer_too_large', detail: 'The page holds more text than a chat does.' });
      const current = answerOnPage(before, seen, question);
      if (current !== '' && text === '') times.firstMs ??= nowMs;
      if (current !== text) times.lastMs = nowMs;
      text = current;
      const isTyping = seen.busy > before.busy;
      const quietMs = nowMs - times.lastMs;
      // A sign that never goes away is part of the page after all.
      if (text !== '' && quietMs >= spec.settle_ms * (isTyping ? 5 : 1)) return text;
      if (nowMs > untilMs) {
        const what = text === '' ? 'No answer appeared' : 'The answer was still growing after its time: not settled';
        throw new Stop({ code: 'timed_out', detail: `${what} within ${spec.timeout_ms} ms.` });
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  async function converse(conversationId: string, question: string): Promise<Asked> {
    const refusal = guard.checkUrl(typed);
    if (refusal) throw new Stop({ code: 'scope_refused', detail: refusal.detail });
    const conversation = conversations.get(conversationId) ?? begin();
    conversations.set(conversationId, conversation);
    const { page, proxy } = await conversation;
    const place = await findPlace(page, deps.clock.now() + spec.timeout_ms);
    const before = await settledPage(place.frame);
    const times: Times = { sentMs: deps.clock.now(), lastMs: deps.clock.now() };
    await send(page, place, question);
    const { text, notes } = storable(await settledAnswer(place.frame, before, question, times));
    const refusals = [...proxy.refusals].map(([host, why]) => `The page asked for ${host}: ${why}`);
    const allNotes = [...notes, ...refusals.slice(0, 5)];
    return {
      kind: 'answered',
      text,
      status: 200,
      latencyMs: times.lastMs - times.sentMs,
      firstTokenMs: (times.firstMs ?? times.lastMs) - times.sentMs,
      ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    };
  }

  /** A greeting may still be on its way when the input is there already. */
  async function settledPage(frame: Frame): Promise<Seen> {
    const untilMs = deps.clock.now() + Math.min(spec.timeout_ms, spec.settle_ms * 4);
    let seen = await look(frame);
    let sinceMs = deps.clock.now();
    while (deps.clock.now() < untilMs && deps.clock.now() - sinceMs < spec.settle_ms / 2) {
      await delay(LOOK_EVERY_MS);
      const next = await look(frame);
      if (JSON.stringify(next) !== JSON.stringify(seen)) sinceMs = deps.clock.now();
      seen = next;
    }
    return seen;
  }

  async function endConversation(id: string): Promise<void> {
    const conversation = conversations.get(id);
    conversations.delete(id);
    await conversation?.then(({ context }) => context.close()).catch(() => {});
  }

  async function ask(...[messages, { conversationId, signal }]: Parameters<Asker['ask']>): Promise<Asked> {
    const question = messages.findLast(({ role }) => role === 'user')?.text ?? '';
    const cancelled = (): FailedAsk => failed({ code: 'cancelled', detail: 'The question was taken back.' }, 0);
    if (isClosed || signal?.aborted) return cancelled();
    const aborted = Promise.withResolvers<never>();
    const giveUp = () => aborted.reject(CANCELLED);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([converse(conversationId, question), aborted.promise]);
    } catch (error) {
      await endConversation(conversationId);
      if (error === CANCELLED || isClosed) return cancelled();
      const { failure } = stopOf(error as Error, 'The chat could not be used');
      return failed(failure, 0);
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  return {
    ask,
    endConversation,
    listModels: async () => ({ kind: 'listed', models: [] }),
    streams: async () => ({ kind: 'tried', streams: false }),
    async close() {
      isClosed = true;
      await Promise.all([...conversations.keys()].map(endConversation));
      const done = await opened?.catch(() => undefined);
      if (done !== undefined) await release(done);
    },
  };
}

const portedHost = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'http:' ? 80 : 443)}`;
