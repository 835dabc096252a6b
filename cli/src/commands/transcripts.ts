/** `studio transcripts`: judges conversations that took place elsewhere. Needs no store. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import { readJsonLines } from '../json-lines.ts';

const score: Command = async ({ args, out }) => {
  const { listPacks, readPack } = await import('@sacred-qa/studio/packs');
  const { createTranscriptScorer } = await import('@sacred-qa/studio/transcripts');
  const packId = args.text('pack');
  const loaded = packId === undefined ? await listPacks() : [await readPack(packId)];
  const scoreLine = createTranscriptScorer(loaded.map(({ pack }) => pack));
  const counts = { pass: 0, fail: 0, unscored: 0 };
  async function* scored(): AsyncGenerator<unknown> {
    for await (const line of readJsonLines(args.positional(0))) {
      const result =
        'problem' in line
          ? { id: null, pattern: null, verdict: 'unscored' as const, reason: line.problem, evidence: '' }
          : scoreLine(line.value);
      counts[result.verdict] += 1;
      yield result;
    }
  }
  const lines = await out.jsonLines(scored());
  out.note(`${lines} transcripts: ${counts.fail} fail, ${counts.pass} pass, ${counts.unscored} unscored.`);
  return EXIT.ok;
};

export const commands: Commands = { score };
