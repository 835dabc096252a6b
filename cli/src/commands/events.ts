/** `studio events`: what happens in a served studio, a line each, until Ctrl-C. */
import { appendFileSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { StudioClient } from '../client.ts';
import { type Command, type Commands, type Context, INTERRUPTED } from '../command.ts';
import { Failure } from '../failure.ts';
import { readEvents, type ServerEvent } from '../sse.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeLine } from '../terminal/safe-text.ts';

const COME_BACK_AFTER_MS = 1000;

const follow: Command = (context) =>
  context.withStudio(async (client): Promise<typeof INTERRUPTED> => {
    if (client.way === 'in-process') {
      throw new Failure(EXIT.refused, 'No studio is serving, so nothing happens that could be followed.', {
        lines: ['Start one with: studio serve'],
      });
    }
    const { io, out } = context;
    const interrupted = io.interruption();
    let lastId: string | undefined;
    for (;;) {
      try {
        for await (const event of readEvents(open(client, lastId, interrupted))) {
          lastId = event.id ?? lastId;
          show(context, event);
        }
        out.note('The studio closed the connection; coming back.');
      } catch (error) {
        if (interrupted.aborted) return INTERRUPTED;
        // The first connection must stand; a later one may have to wait for the studio to be started again.
        if (lastId === undefined || !isAway(error)) throw error;
        out.note(`${(error as Error).message} Trying again.`);
      }
      await io.wait(COME_BACK_AFTER_MS, interrupted);
      if (interrupted.aborted) return INTERRUPTED;
    }
  });

const isAway = (error: unknown): boolean => error instanceof Failure && error.exit === EXIT.fault;

function open(client: StudioClient, lastId: string | undefined, signal: AbortSignal): AsyncGenerator<string> {
  const resume = lastId === undefined ? {} : { 'last-event-id': lastId };
  return client.lines('/events', { headers: { accept: 'text/event-stream', ...resume }, signal });
}

function show({ args, io, out }: Context, event: ServerEvent): void {
  const jsonTo = args.text('json');
  const body = parsed(event.data);
  if (jsonTo !== undefined) {
    const line = `${JSON.stringify({ id: event.id ?? null, event: event.event, ...body })}\n`;
    if (jsonTo === '-') io.stdout.write(line);
    else appendFileSync(jsonTo, line);
  }
  const { at, kind: _kind, ...members } = body;
  const told = Object.entries(members).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const time = typeof at === 'string' ? `${out.frame.paint('dim', formatIst(at))}  ` : '';
  out.print(`${time}${out.frame.paint('bold', safeLine(event.event))}  ${safeLine(told.join('  '))}\n`);
}

function parsed(data: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? { ...value } : { data };
  } catch {
    return { data };
  }
}

export const commands: Commands = { '': follow };
