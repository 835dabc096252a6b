/** jnana understands a declaration: is it whole, within its limits, and in which language and script does it speak? */
import type { FieldError } from '@sacred-qa/contracts/errors';
import { CONTEXT_GRAPHEMES_MAX, countGraphemes, TEXT_GRAPHEMES } from '@sacred-qa/contracts/graphemes';
import { type Declaration, declaration } from '@sacred-qa/contracts/sankalpa';
import type { Agent } from './agent.ts';
import { identifyLanguage } from './language.ts';

export type Understanding =
  | { kind: 'accepted'; declaration: Declaration; language: string; script: string }
  | { kind: 'refused'; errors: FieldError[] };

export function createJnana(): Agent<unknown, Understanding> {
  return { name: 'jnana', version: '1', act: understand };
}

/** A refusal is stored three times over; a body of thousands of wrong fields is told by its first. */
const MOST_ERRORS = 20;

function understand(body: unknown): Understanding {
  const parsed = declaration.safeParse(body);
  if (!parsed.success) {
    return { kind: 'refused', errors: parsed.error.issues.flatMap(fieldErrorsOf).slice(0, MOST_ERRORS) };
  }
  const errors = limitErrors(parsed.data);
  if (errors.length > 0) return { kind: 'refused', errors };
  return { kind: 'accepted', declaration: parsed.data, ...identifyLanguage(parsed.data.text) };
}

function fieldErrorsOf(issue: { code: string; path: PropertyKey[]; message: string; keys?: string[] }): FieldError[] {
  const pointer = issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
  return (issue.keys ?? []).map((key) => ({
    pointer: `${pointer}/${key.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`,
    detail: 'There is no such field.',
  }));
}

function limitErrors(given: Declaration): FieldError[] {
  const errors: FieldError[] = [];
  const graphemes = countGraphemes(given.text.trim(), TEXT_GRAPHEMES.max);
  if (graphemes < TEXT_GRAPHEMES.min) {
    errors.push({
      pointer: '/text',
      detail: `The text has ${graphemes} of at least ${TEXT_GRAPHEMES.min} characters.`,
    });
  }
  if (graphemes > TEXT_GRAPHEMES.max) {
    errors.push({ pointer: '/text', detail: `The text has more than ${TEXT_GRAPHEMES.max} characters.` });
  }
  if (given.context !== undefined && countGraphemes(given.context, CONTEXT_GRAPHEMES_MAX) > CONTEXT_GRAPHEMES_MAX) {
    errors.push({ pointer: '/context', detail: `The context has more than ${CONTEXT_GRAPHEMES_MAX} characters.` });
  }
  if ((given.source === undefined) !== (given.source_event_id === undefined)) {
    errors.push({ pointer: '/source_event_id', detail: 'source and source_event_id go together.' });
  }
  if (given.parent !== undefined && given.parent_lineage_id !== undefined) {
    errors.push({ pointer: '/parent', detail: 'Give parent or parent_lineage_id, not both.' });
  }
  if (given.parent !== undefined && given.source === undefined) {
    errors.push({ pointer: '/parent', detail: 'An event with a parent needs its own source and source_event_id.' });
  }
  return errors;
}
