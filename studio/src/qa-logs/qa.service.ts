/** Asks a target one question and keeps what was asked and answered. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { parsePlace } from '@sacred-qa/contracts/lineage';
import { type AskOutcome, modelOf, type ScopeRecord, type TargetSpec } from '@sacred-qa/contracts/target';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import type { Message } from '@sacred-qa/contracts/text';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Acts } from '../agents/acts.ts';
import type { Agent } from '../agents/agent.ts';
import type { Asker } from '../audits/targets/target.ts';
import type { IntakeService } from '../sankalpa/intake.service.ts';
import type { TargetsService } from '../targets/targets.service.ts';

export interface Question {
  target: TargetSpec | string;
  text: string;
  system?: string | undefined;
  scope?: ScopeRecord | undefined;
  secrets?: Record<string, string> | undefined;
}

export type QaService = ReturnType<typeof createQaService>;

export function createQaService(deps: {
  intake: Pick<IntakeService, 'declare'>;
  acts: Acts;
  targets: TargetsService;
  newId: NewId;
  openAsker: (spec: TargetSpec, scope: ScopeRecord, secrets: Record<string, string>) => Asker;
}) {
  return {
    async ask(question: Question): Promise<{ qa_log_id: string; lineage_id: string; outcome: AskOutcome }> {
      const target =
        typeof question.target === 'string'
          ? await deps.targets.get(question.target)
          : await deps.targets.save(question.target, question.scope);
      deps.targets.assertPermittedNow(question.scope ?? target.scope);
      const declared = await deps.intake.declare(
        { text: `Ask ${target.spec.name} one question`, kind: 'question' },
        { endpoint: null, requestId: deps.newId(), keyId: null, client: 'studio' },
      );
      const parent = declared.kind === 'created' ? parsePlace(declared.body.lineage_id) : null;
      if (declared.kind !== 'created' || parent === null)
        throw new StudioError('internal', 'The question was not taken in.');
      const asker = deps.openAsker(target.spec, question.scope ?? target.scope, question.secrets ?? {});
      const agent: Agent<Message[], AskOutcome> = {
        name: 'target',
        version: '1',
        act: (messages) => asker.ask(messages, { conversationId: declared.body.id }),
      };
      const messages: Message[] = [
        ...(question.system === undefined ? [] : [{ role: 'system' as const, text: question.system }]),
        { role: 'user', text: question.text },
      ];
      try {
        const { output, qaLogId } = await deps.acts.perform(agent, messages, {
          parent,
          operation: 'answer',
          device: addressOf(target.spec),
          model: modelOf(target.spec),
        });
        return { qa_log_id: qaLogId, lineage_id: declared.body.lineage_id, outcome: output };
      } finally {
        await asker.close();
      }
    },
  };
}
