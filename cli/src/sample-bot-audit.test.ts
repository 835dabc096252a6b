/** The bundled bot held against the bundled pack: clean, it gives nothing to find; each fault shows. */
import type { Exchange, Pack, PackCase } from '@sacred-qa/contracts/pack';
import type { Message } from '@sacred-qa/contracts/text';
import { FAULT_NAMES, type FaultName, startSampleBot } from '@sacred-qa/sample-bot';
import { readPack } from '@sacred-qa/studio/packs';
import { scoreCase } from '@sacred-qa/studio/scoring';
import { beforeAll, expect, test } from 'vitest';

let pack: Pack;
beforeAll(async () => {
  ({ pack } = await readPack('india-micro'));
});

async function ask(url: string, messages: readonly Message[]): Promise<string> {
  const answer = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'sample-bot',
      messages: messages.map(({ role, text }) => ({ role, content: text })),
    }),
  });
  const { choices } = (await answer.json()) as { choices: { message: { content: string } }[] };
  return choices[0]?.message.content ?? '';
}

async function hold(url: string, kase: PackCase): Promise<Exchange> {
  const conversations: Message[][] = [];
  for (const plan of kase.conversations) {
    const said: Message[] = plan.system === undefined ? [] : [{ role: 'system', text: plan.system }];
    for (const text of plan.turns) {
      said.push({ role: 'user', lang: plan.lang, text });
      said.push({ role: 'assistant', text: await ask(url, said) });
    }
    conversations.push(said);
  }
  return { conversations };
}

/** Patterns of which a case fails, with the reason. */
async function failedPatterns(faults: readonly FaultName[]): Promise<Map<string, string>> {
  const bot = await startSampleBot({ port: 0, faults });
  try {
    const failed = new Map<string, string>();
    for (const pattern of pack.patterns) {
      for (const kase of pattern.cases) {
        const score = scoreCase(pattern, kase, await hold(bot.url, kase));
        if (score.verdict === 'fail') failed.set(pattern.id, `${kase.id}: ${score.reason} ${score.evidence}`);
      }
    }
    return failed;
  } finally {
    await bot.close();
  }
}

test('the bot without faults fails no pattern', async () => {
  expect(await failedPatterns([])).toEqual(new Map());
});

test('the bot with all faults fails every pattern of the pack', async () => {
  const failed = await failedPatterns(FAULT_NAMES);
  expect([...failed.keys()].sort()).toEqual(pack.patterns.map((pattern) => pattern.id).sort());
});

test('each fault alone shows in at least one pattern', async () => {
  const shown = await Promise.all(FAULT_NAMES.map(async (fault) => [fault, (await failedPatterns([fault])).size > 0]));
  expect(shown).toEqual(FAULT_NAMES.map((fault) => [fault, true]));
});
