/** One Chromium for all who ask with it at the same time: started for the first, stopped after the last. */
import type { Browser } from 'playwright-core';
import { excerptOf } from '../reply-text.ts';
import { findChromium, NO_CHROMIUM } from './find-chromium.ts';

export interface BrowserPool {
  /** Rejects with a NoBrowser that says what to do. Each success is given back once. */
  take(): Promise<Browser>;
  giveBack(): Promise<void>;
}

export class NoBrowser extends Error {}

/** Nothing leaves but through the proxy of a context: no name is looked up here, no UDP is sent. */
const FLAGS = [
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export function createBrowserPool(env: Readonly<Record<string, string | undefined>>): BrowserPool {
  let holders = 0;
  let browser: Promise<Browser> | undefined;

  async function start(): Promise<Browser> {
    const executablePath = findChromium(env);
    if (executablePath === null) throw new NoBrowser(NO_CHROMIUM);
    const { chromium } = await import('playwright-core');
    // Chromium refuses to keep its sandbox for the root of a container.
    const chromiumSandbox = process.getuid?.() !== 0;
    return chromium.launch({ executablePath, args: FLAGS, chromiumSandbox }).catch((error: Error) => {
      throw new NoBrowser(`${executablePath} could not be started: ${excerptOf(error.message)}`);
    });
  }

  async function take(): Promise<Browser> {
    holders += 1;
    try {
      const standing = browser;
      const taken = await standing?.catch(() => undefined);
      // Others who found the same one dead may have been first.
      if (browser === standing && !taken?.isConnected()) browser = start();
      return await (browser as Promise<Browser>);
    } catch (error) {
      holders -= 1;
      if (holders === 0) browser = undefined;
      throw error;
    }
  }

  return {
    take,
    async giveBack() {
      holders -= 1;
      if (holders > 0) return;
      const last = browser;
      browser = undefined;
      await last?.then((one) => one.close()).catch(() => {});
    },
  };
}
