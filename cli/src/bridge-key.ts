/**
 * The key of the bridge inside a studio that serves: it may write and no more, is minted at each start, and is kept
 * nowhere but in this process. What a process that died left of it is gone with the next start.
 */
import type { Studio } from '@sacred-qa/studio/studio';

export type BridgeKey = ReturnType<typeof createBridgeKey>;

const UNAUTHENTICATED = 401;

export function createBridgeKey(deps: { keys: Studio['keys']; label: string }) {
  const { keys, label } = deps;
  let now: { id: string; key: string } | null = null;
  let minting: Promise<string> | null = null;

  async function mint(): Promise<string> {
    const { key, view } = await keys.mintOwn(label, 'write');
    now = { id: view.id, key };
    return key;
  }

  /** One new key for all requests that found the old one refused. */
  function renewed(refused: string | null): Promise<string> {
    if (now !== null && now.key !== refused) return Promise.resolve(now.key);
    minting ??= mint().finally(() => {
      minting = null;
    });
    return minting;
  }

  return {
    /** Ends the keys of earlier processes. Of those that share the database, one that still lives mints itself another. */
    async begin(): Promise<void> {
      await keys.dropOwn(null);
      await mint();
    },

    /** Does `request` with the key, and once more with a new one if that was taken away. */
    async use<A extends { statusCode: number }>(request: (key: string) => Promise<A>): Promise<A> {
      const key = await renewed(null);
      const answer = await request(key);
      return answer.statusCode === UNAUTHENTICATED ? request(await renewed(key)) : answer;
    },

    async end(): Promise<void> {
      // A database that is gone must not keep a studio from stopping; the next start does the same.
      if (now !== null) await keys.dropOwn(now.id).catch(() => {});
      now = null;
    },
  };
}
