/** Says whether a judge is the very product that it would judge, as far as can be told. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { JudgeModel } from './judge-prompt.ts';

/** Without the maker before a slash, and in small letters: `openai/GPT-4o` is `gpt-4o`. */
const nameOf = (model: string): string => model.toLowerCase().split('/').at(-1)?.trim() ?? '';

/** `answering`: the models that the target itself named in its answers. A sentence, or null. */
export function whyItself({ url, model }: JudgeModel, target: TargetSpec, answering: readonly string[]): string | null {
  const isSameModel = (other: string) => nameOf(other) === nameOf(model);
  if (target.kind === 'openai' && isSameModel(target.model)) return `The judge ${model} is the model under audit.`;
  if (answering.some(isSameModel)) return `The target answered as ${model}, which is the judge.`;
  if (target.kind === 'http' && new URL(target.url).origin === new URL(url).origin) {
    return `The judge ${model} answers at the address of the target.`;
  }
  return null;
}
