/** The whole Studio with a chat product on loopback that answers as a pack's own sample answers do. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { Pack } from '@sacred-qa/contracts/pack';
import { readPack } from '../audits/packs/load-pack.ts';
import { json, type LoopbackServer, serveHttp } from '../audits/targets/loopback-server.ts';
import { type ApiRoom, openApiRoom } from './api-room.ts';

const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

export interface AuditRoom extends ApiRoom {
  server: LoopbackServer;
  /** Questions that get the planted fault as answer; all others get the ideal one. */
  failsOn(isWrong: (question: string) => boolean): void;
  /** Begins a run; two patterns, asked twice, unless told otherwise. */
  begin(more?: object): Promise<AuditView>;
  /** The run once it has ended. */
  ended(id: string): Promise<AuditView>;
  /** What `act` comes to that meets another who locks the tree first and then the row, as a run does. */
  meets<T>(rootId: string, row: { table: string; id: string }, act: () => Promise<T>): Promise<T>;
}

export async function openAuditRoom(options: Parameters<typeof openApiRoom>[0] = {}): Promise<AuditRoom> {
  const room = await openApiRoom(options);
  const { pack } = await readPack('india-micro');
  let isWrong = (_question: string): boolean => false;
  const server = await serveHttp((request, response) => {
    const { messages } = JSON.parse(request.body) as { messages: { content: string }[] };
    const question = messages.at(-1)?.content ?? '';
    const content = sampleAnswer(pack, question, isWrong(question) ? 'faults' : 'ideal');
    json(response, { choices: [{ message: { role: 'assistant', content } }] });
  });
  const view = async (id: string): Promise<AuditView> => (await room.call('GET', `/audits/${id}`)).json();
  return {
    ...room,
    server,
    failsOn(wrong) {
      isWrong = wrong;
    },
    async begin(more = {}) {
      const answer = await room.call('POST', '/audits', {
        target: { kind: 'openai', name: 'bot', url: `${server.origin}/v1`, model: 'm', timeout_ms: 60_000 },
        patterns: ['lakh-crore-grouping', 'emergency-112-not-911'],
        repeats: 2,
        new: true,
        ...more,
      });
      if (answer.statusCode >= 300) throw new Error(`no audit began: ${answer.body}`);
      return answer.json();
    },
    async ended(id) {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          const stop = room.studio.live.onWake(() => {
            stop();
            resolve();
          });
        });
        const audit = await view(id);
        if (audit.state === 'completed' || audit.state === 'cancelled') return audit;
        await woken;
      }
    },
    async meets(rootId, { table, id }, act) {
      const meeting = await room.db.transaction(async (tx) => {
        await tx.query('select 1 from lineage_trees where root_id = $1 for update', [rootId]);
        const acted = act();
        // The embedded store has one session: there it waits for its turn instead.
        while (room.db.kind === 'server' && (await room.db.query<{ n: number }>(WAITING))[0]?.n === 0);
        await tx.query(`select 1 from ${table} where id = $1 for update`, [id]);
        // In a box: to be waited for after this transaction, not within it.
        return { acted };
      });
      return meeting.acted;
    },
    async close() {
      await server[Symbol.asyncDispose]();
      await room.close();
    },
  };
}

/** The pack's own sample answer to a question. */
function sampleAnswer(pack: Pack, question: string, kind: 'ideal' | 'faults'): string {
  for (const kase of pack.patterns.flatMap((pattern) => pattern.cases)) {
    for (const [i, plan] of kase.conversations.entries()) {
      if (plan.turns.at(-1) === question) return kase[kind][0]?.[i] ?? '';
    }
  }
  return 'OK';
}
