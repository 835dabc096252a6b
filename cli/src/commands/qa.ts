/** `studio qa`: ask a target one question; read the log of what was asked and answered. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { AskOutcome } from '@sacred-qa/contracts/target';
import type { Command, Commands } from '../command.ts';
import { Failure } from '../failure.ts';
import { fullLineageId } from '../lineage-id.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { scopeFrom, secretsFor, targetFrom } from '../target-options.ts';
import { formatDuration, formatIst } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';

interface Asked {
  qa_log_id: string;
  lineage_id: string;
  outcome: AskOutcome;
}

interface QaLog {
  id: string;
  agent_id: string;
  model: string;
  request_json: unknown;
  response_json: unknown;
  lineage_id: string;
  created_at: string;
}

const ask: Command = async ({ args, io, out, withStudio }) => {
  const typed = args.positional(0);
  const scope = scopeFrom(args);
  const question = {
    target: targetFrom(args, args.text('target')),
    text: typed === '-' ? (await io.readStdin()).trim() : typed,
    system: args.text('system'),
    ...(Object.keys(scope).length > 0 ? { scope } : {}),
  };
  return withStudio(async (client) => {
    const secrets = await secretsFor(client, question.target, io.env);
    const asked = await client.call<Asked>('POST', '/qa', { body: { ...question, secrets } });
    out.json(asked);
    const { outcome } = asked;
    const logged = `${formatDuration(outcome.latencyMs)}, logged as ${asked.qa_log_id}, lineage ${asked.lineage_id}`;
    if (outcome.kind === 'failed') {
      throw new Failure(EXIT.fault, `The target gave no answer: ${outcome.detail} (${outcome.code})`, {
        lines: [logged],
      });
    }
    out.print(`${safeText(outcome.text)}\n`);
    out.note(logged);
    return EXIT.ok;
  });
};

const logs: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const lineage = args.text('lineage');
    const page = await onePage<QaLog>(client, '/qa-logs', args, {
      agent: args.text('agent'),
      model: args.text('model'),
      // The bare id of a tree means all its logs; it must not become the id of its root.
      lineage_id: lineage?.includes('.') ? await fullLineageId(client, lineage) : lineage,
    });
    out.table(
      [
        { title: 'TIME' },
        { title: 'AGENT', shrinkTo: 8 },
        { title: 'MODEL', shrinkTo: 8 },
        { title: 'GIVEN', shrinkTo: 12 },
        { title: 'ANSWERED', shrinkTo: 12 },
        { title: 'LINEAGE' },
      ],
      page.items.map((log) => [
        formatIst(log.created_at),
        log.agent_id,
        log.model,
        gist(log.request_json),
        gist(log.response_json),
        log.lineage_id,
      ]),
      'Nothing is logged there.',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const GIST_MAX = 200;

/** The words of an exchange for one cell: its last text where it has one, else its JSON. */
function gist(value: unknown): string {
  return (wordsOf(value) ?? JSON.stringify(value) ?? '').slice(0, GIST_MAX);
}

function wordsOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return wordsOf(value.at(-1));
  if (typeof value !== 'object' || value === null || !('text' in value)) return undefined;
  return typeof value.text === 'string' ? value.text : undefined;
}

export const commands: Commands = { ask, logs };
