/** Clients that declare sankalpa over HTTP, and what they were promised, to be held against the store later. */
import { call, type StudioProcess } from './studio-process.ts';

export interface DeclaredEvent {
  source_event_id: string;
  text: string;
  /** The event before it in its chain, so that trees grow deep as well as wide. */
  parent: string | null;
}

export interface Promised extends DeclaredEvent {
  id: string;
  lineageId: string;
}

const SOURCE = 'proof';
const CHAIN = 20;

export interface Promises {
  acknowledged: Map<string, Promised>;
  /** Sent, and cut off before the answer came. */
  unanswered: Map<string, DeclaredEvent>;
  /** Answered with something else than 200 or 201. */
  refused: { event: DeclaredEvent; status: number; code: string }[];
}

export const noPromises = (): Promises => ({ acknowledged: new Map(), unanswered: new Map(), refused: [] });

/** Declares one, and writes down what came of it; answers the status. */
export async function declareOne(studio: StudioProcess, promises: Promises, event: DeclaredEvent): Promise<number> {
  const answer = await declare(studio, event);
  keep(promises, event, answer);
  return answer.status;
}

async function declare(studio: StudioProcess, event: DeclaredEvent): Promise<{ status: number; body: unknown }> {
  return call(studio, 'POST', '/api/v1/sankalpa', {
    text: event.text,
    source: SOURCE,
    source_event_id: event.source_event_id,
    ...(event.parent === null ? {} : { parent: { source: SOURCE, source_event_id: event.parent } }),
  });
}

/**
 * `clients` at once, each one request after another, until the connection breaks, `goOn` says no, or an answer is
 * not an acknowledgement.
 */
export async function declareUntilCut(given: {
  studio: StudioProcess;
  clients: number;
  /** Begins every event id. */
  name: string;
  promises: Promises;
  textOf?: (eventId: string) => string;
  goOn?: () => boolean;
}): Promise<void> {
  const { studio, clients, name, promises, textOf = textOfEvent, goOn = () => true } = given;
  const client = async (number: number): Promise<void> => {
    for (let i = 0; goOn(); i += 1) {
      const source_event_id = `${name}-${number}-${i}`;
      const parent = i % CHAIN === 0 ? null : `${name}-${number}-${i - 1}`;
      const event = { source_event_id, text: textOf(source_event_id), parent };
      promises.unanswered.set(source_event_id, event);
      let answer: { status: number; body: unknown };
      try {
        answer = await declare(studio, event);
      } catch {
        return;
      }
      promises.unanswered.delete(source_event_id);
      if (!keep(promises, event, answer)) return;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
}

const textOfEvent = (eventId: string): string => `Event ${eventId}: किसानों को सही जवाब मिले, हर बार।`;

function keep(promises: Promises, event: DeclaredEvent, answer: { status: number; body: unknown }): boolean {
  const body = answer.body as { id?: string; lineage_id?: string; code?: string };
  if ((answer.status === 201 || answer.status === 200) && body.id && body.lineage_id) {
    promises.acknowledged.set(event.source_event_id, { ...event, id: body.id, lineageId: body.lineage_id });
    return true;
  }
  promises.refused.push({ event, status: answer.status, code: String(body.code) });
  return false;
}

/** Sends what was unanswered again, twice: taken in once, it must have one id. Answers sentences about faults. */
export async function retryUnanswered(studio: StudioProcess, promises: Promises): Promise<string[]> {
  const faults: string[] = [];
  for (const event of promises.unanswered.values()) {
    const first = await declare(studio, event);
    const second = await declare(studio, event);
    const ids = [first, second].map(({ body }) => (body as { id?: string }).id);
    if (second.status !== 200 || ids[0] === undefined || ids[0] !== ids[1]) {
      faults.push(
        `${event.source_event_id} sent again twice: ${first.status} ${ids[0]}, then ${second.status} ${ids[1]}.`,
      );
    } else keep(promises, event, first);
  }
  promises.unanswered.clear();
  return faults;
}

interface Stored {
  id: string;
  text: string;
  lineage_id: string;
  source: string | null;
  source_event_id: string | null;
}

/** Reads the whole list and compares it with what was promised: nothing missing, changed, doubled or invented. */
export async function comparePromises(studio: StudioProcess, promises: Promises): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for await (const stored of everySankalpa(studio)) {
    if (stored.source !== SOURCE || stored.source_event_id === null) continue;
    const promised = promises.acknowledged.get(stored.source_event_id);
    if (seen.has(stored.source_event_id)) faults.push(`${stored.source_event_id} is stored twice.`);
    seen.add(stored.source_event_id);
    if (promised === undefined) {
      if (!promises.unanswered.has(stored.source_event_id)) faults.push(`${stored.source_event_id} was never sent.`);
    } else if (isOther(stored, promised)) {
      faults.push(`${stored.source_event_id} is not stored as it was acknowledged.`);
    }
  }
  const missing = [...promises.acknowledged.keys()].filter((id) => !seen.has(id));
  if (missing.length > 0)
    faults.push(`${missing.length} acknowledged events are missing: ${missing.slice(0, 5).join(', ')}.`);
  return faults;
}

const isOther = (stored: Stored, promised: Promised): boolean =>
  stored.id !== promised.id || stored.text !== promised.text || stored.lineage_id !== promised.lineageId;

const everySankalpa = (studio: StudioProcess): AsyncGenerator<Stored> => everyItem<Stored>(studio, '/api/v1/sankalpa');

/** A list of the API from its newest item to its oldest, page by page. */
export async function* everyItem<Item>(studio: StudioProcess, path: string): AsyncGenerator<Item> {
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await call(studio, 'GET', `${path}?limit=200${query}`);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    const page = body as { items: Item[]; next_cursor: string | null };
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor !== null);
}

/** GETs each acknowledged event by its id; answers how many are not there as promised. */
export async function countMissing(studio: StudioProcess, acknowledged: Iterable<Promised>): Promise<number> {
  const waiting = [...acknowledged];
  let missing = 0;
  const reader = async (): Promise<void> => {
    for (let promised = waiting.pop(); promised !== undefined; promised = waiting.pop()) {
      const { status, body } = await call(studio, 'GET', `/api/v1/sankalpa/${promised.id}`);
      if (status !== 200 || isOther(body as Stored, promised)) missing += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, reader));
  return missing;
}

/** Recomputes every hash chain; answers how many trees were looked at, and a sentence for each that does not hold. */
export async function verifyLineage(studio: StudioProcess): Promise<{ trees: number; faults: string[] }> {
  const { status, body } = await call(studio, 'GET', '/api/v1/lineage/verify');
  if (status !== 200) return { trees: 0, faults: [`lineage verify answered ${status}.`] };
  const verdicts = String(body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean; root_id: string });
  const broken = verdicts.filter((verdict) => !verdict.ok);
  return { trees: verdicts.length, faults: broken.map((verdict) => `The hash chain of ${verdict.root_id} is broken.`) };
}
