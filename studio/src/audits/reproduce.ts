/** Shell commands that ask the questions of a finding again, with nothing but what stands in them. */

import type { ConversationPlan } from '@sacred-qa/contracts/pack';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { placeholdersIn } from '@sacred-qa/contracts/target-facts';
import type { Message } from '@sacred-qa/contracts/text';
import type { Audit } from './audits.repo.ts';
import { packLookup } from './pack-lookup.ts';
import { createHttpDialect, filledHeaders, type HttpSpec } from './targets/http.ts';

type OpenaiSpec = Extract<TargetSpec, { kind: 'openai' }>;

/** Quotes for a POSIX shell: nothing inside is ever expanded. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** One line; secrets stand in it as the variables that hold them. Without a case it asks the whole pattern. */
export function reproduceCommand(audit: Audit, patternId: string, caseId: string | null): string {
  const spec = audit.targetSpec;
  if (caseId === null) return auditAgain(audit, patternId);
  const { kase } = packLookup(audit.pack)(patternId, caseId);
  if (!kase.conversations.every((plan) => canBeAskedOutright(spec, plan))) return auditAgain(audit, patternId);
  const commands = kase.conversations.flatMap((plan, i) => {
    if (spec.kind === 'openai') return [openaiCurl(spec, plan)];
    return spec.kind === 'http' ? httpCurls(spec, plan, `again-${i + 1}`) : [];
  });
  return commands.join('; echo; ');
}

/** A command carries nothing from one request to the next: no login, no cookie, no answer. */
function canBeAskedOutright(spec: TargetSpec, plan: ConversationPlan): boolean {
  const isSingle = plan.turns.length === 1;
  if (spec.kind === 'openai') return isSingle;
  if (spec.kind !== 'http') return false;
  if (spec.session !== undefined || placeholdersIn([spec.url, spec.headers, spec.body]).some(({ isEnv }) => isEnv))
    return false;
  return isSingle || (holdsPlace(spec, 'conversation_id') && !holdsPlace(spec, 'messages|history') && !spec.take);
}

const holdsPlace = ({ url, body }: HttpSpec, name: string): boolean =>
  new RegExp(`(?:\\{\\{|%7B%7B)\\s*(?:${name})\\s*(?:\\}\\}|%7D%7D)`, 'i').test(JSON.stringify([url, body]));

function auditAgain({ targetSpec: spec, packId }: Audit, patternId: string): string {
  const key = spec.kind === 'openai' && spec.key_env !== undefined ? ` --key-env ${spec.key_env}` : '';
  const target =
    spec.kind === 'openai'
      ? `${shellQuoted(spec.url)} --model ${shellQuoted(spec.model)}${key}`
      : shellQuoted(spec.name);
  return `npx studio audit run --target ${target} --pack ${packId} --patterns ${patternId} --new`;
}

function openaiCurl(spec: OpenaiSpec, plan: ConversationPlan): string {
  const messages = [
    ...(plan.system === undefined ? [] : [{ role: 'system', content: plan.system }]),
    { role: 'user', content: plan.turns[0] ?? '' },
  ];
  const body = shellQuoted(JSON.stringify({ model: spec.model, messages }));
  const key = spec.key_env === undefined ? '' : ` -H "authorization: Bearer $${spec.key_env}"`;
  const url = shellQuoted(`${spec.url.replace(/\/$/, '')}/chat/completions`);
  return `curl -s ${url} -H 'content-type: application/json'${key} -d ${body}`;
}

/** One command a turn, filled in by the same template that asked in the run. */
function httpCurls(spec: HttpSpec, plan: ConversationPlan, id: string): string[] {
  const dialect = createHttpDialect(spec);
  const system: Message[] = plan.system === undefined ? [] : [{ role: 'system', text: plan.system }];
  return plan.turns.map((text) => {
    const messages: Message[] = [...system, { role: 'user', text, lang: plan.lang }];
    const request = dialect.question(messages, { id, values: new Map() });
    const filling = { text, conversationId: id, messages, values: new Map(), env: () => '' };
    const headers = [
      ...Object.entries({ ...request.headers, ...filledHeaders(spec.headers, filling) }).map(([name, value]) =>
        shellQuoted(`${name}: ${value}`),
      ),
      ...Object.entries(spec.headers_env).map(([name, variable]) => `${shellQuoted(`${name}: `)}"$${variable}"`),
    ];
    return [
      `curl -s -X ${request.method} ${shellQuoted(String(request.url))}`,
      ...headers.map((header) => `-H ${header}`),
      ...(request.body === undefined ? [] : [`--data-raw ${shellQuoted(request.body)}`]),
    ].join(' ');
  });
}
