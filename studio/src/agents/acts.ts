/** Lets an agent act and writes what it did: its node in the tree and its qa log, in one commit. */

import { StudioError } from '@sacred-qa/contracts/errors';
import { formatPlace, type Place } from '@sacred-qa/contracts/lineage';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import { qaLogsRepo } from '../qa-logs/qa-logs.repo.ts';
import type { Agent } from './agent.ts';

export type Acts = ReturnType<typeof createActs>;

export interface Performed<Output> {
  output: Output;
  place: Place;
  qaLogId: string;
}

export function createActs(deps: {
  db: Database;
  lineage: LineageRepo;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
}) {
  const { db, lineage, clock, newId, redact } = deps;

  async function record(
    agent: { name: string; version: string },
    parent: Place,
    act: {
      operation: string;
      model: string;
      device: string;
      startedMs: number;
      request: unknown;
      response: unknown;
      success: boolean;
    },
  ): Promise<{ place: Place; qaLogId: string }> {
    const endedMs = clock.now();
    const at = isoOf(endedMs);
    const qaLogId = newId();
    const place = await db.transaction(async (tx) => {
      const under = await lineage.place(tx, parent);
      if (under === null) throw new StudioError('not_found', `There is no lineage node ${formatPlace(parent)}.`);
      const [node] = await lineage.append(tx, parent.rootId, [
        {
          parent: under,
          agentName: agent.name,
          operationType: act.operation,
          timestamp: at,
          durationMs: endedMs - act.startedMs,
          success: act.success,
          metadata: { version: agent.version, qa_log_id: qaLogId },
        },
      ]);
      const seq = node?.seq ?? 0;
      await qaLogsRepo.insert(tx, [
        {
          id: qaLogId,
          agentId: agent.name,
          model: act.model,
          device: act.device,
          request: redact(act.request),
          response: redact(act.response),
          rootId: parent.rootId,
          seq,
          at,
        },
      ]);
      return { rootId: parent.rootId, seq };
    });
    return { place, qaLogId };
  }

  return {
    /**
     * Runs the act under `parent`. A failed act leaves its node too (success false, the reason in the qa log),
     * and its error goes on to the caller.
     */
    async perform<Input, Output>(
      agent: Agent<Input, Output>,
      input: Input,
      at: { parent: Place; operation: string; device: string; model?: string },
    ): Promise<Performed<Output>> {
      const startedMs = clock.now();
      const common = {
        operation: at.operation,
        model: at.model ?? `rules@${agent.version}`,
        device: at.device,
        startedMs,
      };
      let output: Output;
      try {
        output = await agent.act(input);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await record(agent, at.parent, { ...common, request: input, response: { error: reason }, success: false });
        throw error;
      }
      return {
        output,
        ...(await record(agent, at.parent, { ...common, request: input, response: output, success: true })),
      };
    },
  };
}
