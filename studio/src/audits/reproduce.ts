/** Shell commands that ask the questions of a finding again, with nothing but what stands in them. */
import type { ConversationPlan } from '@sacred-qa/contracts/pack';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { Audit } from './audits.repo.ts';
import { packLookup } from './settle.ts';
import { createHttpDialect, type HttpSpec } from './targets/http.ts';

type OpenaiSpec = Extract<TargetSpec, { kind: 'openai' }>;

/** Quotes for a POSIX shell: nothing inside is ever expanded. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** One line; secrets stand in it as the variables that hold them. */
export function reproduceCommand(audit: Audit, patternId: string, caseId: string): string {
  const spec = audit.targetSpec;
  const { kase } = packLookup(audit.pack)(patternId, caseId);
  if (!kase.conversations.every((plan) => canBeAskedOutright(spec, plan))) return auditAgain(audit, patternId);
  const commands = kase.conversations.flatMap((plan, i) =>
    spec.kind === 'openai' ? [openaiCurl(spec, plan)] : httpCurls(spec, plan, `again-${i + 1}`),
  );
  return commands.join('; echo; ');
}

/** A later turn can be asked outright only of a product that keeps the conversation itself. */
const canBeAskedOutright = (spec: TargetSpec, plan: ConversationPlan): boolean =>
  plan.turns.length === 1 ||
  (spec.kind === 'http' && !/\{\{\s*messages\s*\}\}/.test(JSON.stringify(spec.body ?? null)));

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
function httpCurls(spec: HttpSpec, plan: ConversationPlan, conversationId: string): string[] {
  const dialect = createHttpDialect(spec);
  const system: Message[] = plan.system === undefined ? [] : [{ role: 'system', text: plan.system }];
  return plan.turns.map((text) => {
    const request = dialect.question([...system, { role: 'user', text, lang: plan.lang }], conversationId);
    const headers = [
      ...Object.entries({ ...request.headers, ...spec.headers }).map(([name, value]) =>
        shellQuoted(`${name}: ${value}`),
      ),
      ...Object.entries(spec.headers_env).map(([name, variable]) => `${shellQuoted(`${name}: `)}"$${variable}"`),
    ];
    return [
      `curl -s -X ${spec.method} ${shellQuoted(String(request.url))}`,
      ...headers.map((header) => `-H ${header}`),
      ...(request.body === undefined ? [] : [`--data-raw ${shellQuoted(request.body)}`]),
    ].join(' ');
  });
}
