/** One shell command that asks the question of a finding again. */
import type { Audit } from './audits.repo.ts';
import { packLookup } from './settle.ts';

/** Quotes for a POSIX shell: nothing inside is ever expanded. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export function reproduceCommand(audit: Audit, patternId: string, caseId: string): string {
  const spec = audit.targetSpec;
  const { kase } = packLookup(audit.pack)(patternId, caseId);
  const [plan] = kase.conversations;
  const singleTurn = kase.conversations.length === 1 && plan !== undefined && plan.turns.length === 1;
  if (spec.kind !== 'openai') {
    return `studio audit run --target-file target.yaml --pack ${audit.packId} --patterns ${patternId} --new`;
  }
  if (!singleTurn) {
    const key = spec.key_env === undefined ? '' : ` --key-env ${spec.key_env}`;
    return `studio audit run --target ${shellQuoted(spec.url)} --model ${shellQuoted(spec.model)}${key} --pack ${audit.packId} --patterns ${patternId} --new`;
  }
  const messages = [
    ...(plan.system === undefined ? [] : [{ role: 'system', content: plan.system }]),
    { role: 'user', content: plan.turns[0] ?? '' },
  ];
  const body = shellQuoted(JSON.stringify({ model: spec.model, messages }));
  const key = spec.key_env === undefined ? '' : ` -H "authorization: Bearer $${spec.key_env}"`;
  const url = shellQuoted(`${spec.url.replace(/\/$/, '')}/chat/completions`);
  return `curl -s ${url} -H 'content-type: application/json'${key} -d ${body}`;
}
