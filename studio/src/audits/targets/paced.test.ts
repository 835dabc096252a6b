import { expect, test } from 'vitest';
import { holdConversation } from '../conversation.ts';
import type { Asked } from './outcomes.ts';
import { paced } from './paced.ts';
import type { Asker } from './target.ts';

const answered: Asked = { kind: 'answered', text: 'hi', latencyMs: 1, status: 200 };

test('a question goes out at its turn, and never when it was taken back before', async () => {
  let nowMs = 0;
  const askedAt: number[] = [];
  const put = async () => {
    askedAt.push(nowMs);
    return answered;
  };
  const asker = { ask: put, endConversation: async () => {} } as unknown as Asker;
  const turns = [0, 2_000, 9_000];
  const controller = new AbortController();
  const slow = paced(asker, {
    clock: { now: () => nowMs },
    async sleep(delayMs) {
      nowMs += delayMs;
      if (nowMs >= 9_000) controller.abort();
    },
    takeTurn: async () => turns.shift() ?? 0,
  });
  const ask = () => slow.ask([], { conversationId: 'c', signal: controller.signal });
  expect(await ask()).toBe(answered);
  expect(await ask()).toBe(answered);
  const plan = { lang: 'en', turns: ['hello'] };
  const held = await holdConversation(slow, plan, { conversationId: 'c', signal: controller.signal });
  expect(held).toMatchObject({ calls: 0, last: { kind: 'failed', code: 'cancelled' } });
  expect(askedAt).toEqual([0, 2_000]);
});
