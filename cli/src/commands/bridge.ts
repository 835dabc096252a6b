/** `studio bridge`: what outreach and scripts tell the Studio, and what is still to be told. */
import type { OutboxStatus } from '@sacred-qa/contracts/bridge';
import { EXIT, type ExitCode } from '@sacred-qa/contracts/exit-codes';
import type { Declaration } from '@sacred-qa/contracts/sankalpa';
import { newUuid } from '@sacred-qa/foundation/ids';
import { redact } from '@sacred-qa/foundation/redaction';
import { declarationOfLogged } from '@sacred-qa/integration/logged-event';
import { createSpool, type Spool } from '@sacred-qa/integration/spool';
import { createStudioApi, sendOverHttp, type Verdict } from '@sacred-qa/integration/studio-api';
import { spoolFolder } from '../bridge-loops.ts';
import { adminKeyForHost, findServed } from '../client.ts';
import type { Command, Commands, Context } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';

/** A script waits for this, so it is short; what takes longer is kept and told again, once. */
const ANSWER_TIMEOUT_MS = 10_000;

const spoolOf = ({ config, io }: Context): Spool =>
  createSpool({ folder: spoolFolder(config().dataDir), clock: io.clock });

const log: Command = async (context) => {
  const { args, out, config } = context;
  const event = await eventOf(context);
  const traceparent = traceparentOf(context);
  const spool = spoolOf(context);
  const served = await findServed(config());
  const verdict: Verdict =
    served === null
      ? { kind: 'down', reason: 'no studio serves here', retryAfterMs: 0 }
      : await tell(event, traceparent, spool, served);
  const named = { source_event_id: event.source_event_id };
  if (verdict.kind === 'refused') {
    throw new Failure(EXIT.refused, `The studio refused the event: ${verdict.reason}.`);
  }
  if (verdict.kind === 'taken') {
    const { lineageId } = verdict;
    const where = lineageId === null ? 'It waits there for its parent.' : `studio lineage show ${lineageId}`;
    out.print(`Logged as ${event.source_event_id}. ${where}\n`);
    out.json({ state: lineageId === null ? 'waiting' : 'logged', ...named, lineage_id: lineageId });
    return EXIT.ok;
  }
  spool.append(event, traceparent);
  out.print(`Kept as ${event.source_event_id} in ${spool.file}: ${safeText(verdict.reason)}.\n`);
  out.note('It is told by the next studio serve, bridge run or bridge log here.');
  out.json({ state: 'kept', ...named, lineage_id: null, reason: verdict.reason });
  if (args.text('id') === undefined) out.note('Give it an --id of your own if your script may log it again.');
  return EXIT.ok;
};

/** First what was kept, so that the order stays. */
async function tell(
  event: Declaration,
  traceparent: string | null,
  spool: Spool,
  served: { url: string; key: string | undefined },
): Promise<Verdict> {
  if (served.key === undefined) return { kind: 'down', reason: 'STUDIO_API_KEY is not set', retryAfterMs: 0 };
  const studio = createStudioApi({
    send: sendOverHttp(served.url, { key: served.key, timeoutMs: ANSWER_TIMEOUT_MS }),
  });
  const { reason } = await spool.drain(studio.declare);
  return reason === null ? studio.declare(event, traceparent) : { kind: 'down', reason, retryAfterMs: 0 };
}

/** Identifiers go out before anything leaves or is kept, as the studio would take them out. */
async function eventOf({ args, io }: Context): Promise<Declaration> {
  const given = args.text('data');
  const data = given === '-' ? await io.readStdin() : given;
  return redact(
    declarationOfLogged({
      event: args.required('event'),
      prospectId: args.required('prospect'),
      id: args.text('id') ?? newUuid(),
      parent: args.text('parent'),
      text: args.text('text'),
      data: data === undefined ? undefined : parse(data),
    }),
  ) as Declaration;
}

/** W3C trace context, version 00. */
function traceparentOf({ args }: Context): string | null {
  const given = args.text('traceparent') ?? null;
  if (given === null || /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(given)) return given;
  throw usageError('--traceparent is none.', 'It looks like 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.');
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (error) {
    throw usageError(`--data is no JSON: ${(error as Error).message}.`, `It looks like '{"minutes":20}'.`);
  }
}

const status: Command = (context) =>
  context.withStudio(async (client) => {
    const { out } = context;
    const standing = await client.call<OutboxStatus>('GET', '/bridge');
    const spool = spoolOf(context);
    const kept = spool.counts();
    const last = standing.last_delivered_at;
    out.fields([
      ['Told', `${standing.delivered}${last === null ? '' : `, the last ${formatIst(last)}`}`],
      ['Waiting', waitingSentence(standing)],
      ['Set aside', `${standing.set_aside}`],
      ['Spool', `${kept.waiting} waiting, ${kept.set_aside} set aside (${spool.file})`],
    ]);
    if (standing.set_aside_events.length > 0) {
      out.print('\n');
      out.table(
        [{ title: 'SET ASIDE' }, { title: 'KIND' }, { title: 'SINCE' }, { title: 'WHY', shrinkTo: 24 }],
        standing.set_aside_events.map((one) => [
          one.source_event_id,
          one.kind,
          formatIst(one.set_aside_at),
          safeText(one.reason),
        ]),
        '',
      );
      out.note('When the cause is gone: studio bridge retry');
    }
    out.json({ ...standing, spool: kept });
    return EXIT.ok;
  });

function waitingSentence({ waiting, oldest_waiting_at: oldest, last_error: error }: OutboxStatus): string {
  if (waiting === 0 || oldest === null) return '0';
  return `${waiting}, the oldest since ${formatIst(oldest)}${error === null ? '' : `: ${safeText(error)}`}`;
}

const retry: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const event = args.positional(0);
    const body = event === '' ? {} : { source_event_id: event };
    const result = await client.call<{ taken_up: number }>('POST', '/bridge/retry', { body });
    out.print(result.taken_up === 0 ? 'Nothing is set aside.\n' : `Taken up again: ${result.taken_up}.\n`);
    out.json(result);
    return EXIT.ok;
  });

const run = async ({ args, io, config, composition }: Context): Promise<ExitCode> => {
  const given = config();
  const host = given.host.includes(':') ? `[${given.host}]` : given.host;
  const url = args.text('url') ?? given.studioUrl ?? `http://${host}:${given.port}`;
  if (!URL.canParse(url)) throw usageError(`--url takes an address such as http://127.0.0.1:7300, not "${url}".`);
  const key = given.apiKey ?? adminKeyForHost(given, url);
  if (key === undefined) throw usageError(`STUDIO_API_KEY is not set, and ${given.dataDir} holds no admin.key.`);
  await (await composition()).runBridge(given, { url, key }, io.interruption());
  return EXIT.ok;
};

export const commands: Commands = { log, status, retry, run };
