/** An event that a script logs, as the declaration by which the Studio is told. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { CONTEXT_GRAPHEMES_MAX, countGraphemes, TEXT_GRAPHEMES } from '@sacred-qa/contracts/graphemes';
import { parsePlace } from '@sacred-qa/contracts/lineage';
import { OUTREACH_SOURCE } from '@sacred-qa/contracts/outreach';
import { type Declaration, declaration } from '@sacred-qa/contracts/sankalpa';

export interface Logged {
  /** What happened, such as `call.made`. */
  event: string;
  prospectId: string;
  /** Names it, so that logging it twice tells it once. */
  id: string;
  /** What caused it: an event's id such as `mail:…`, or a lineage id. */
  parent?: string | undefined;
  /** A sentence for people. */
  text?: string | undefined;
  /** Whatever else belongs to it. */
  data?: unknown;
}

/** Throws `bad_request` for what the Studio would refuse: an event must not be kept that can never be told. */
export function declarationOfLogged(logged: Logged): Declaration {
  const { event, prospectId, id, parent, data } = logged;
  if (prospectId.includes('@')) {
    refuse('A person is named by their id, such as P-001, and never by an address: the lineage is kept for good.');
  }
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data))) {
    refuse('--data takes a JSON object, such as \'{"minutes":12}\'.');
  }
  const text = logged.text ?? `${event} with ${prospectId}`;
  const context = JSON.stringify({ kind: event, prospectId, ...data });
  const built = declaration.safeParse({
    ...{ text, context, kind: event, source: OUTREACH_SOURCE, source_event_id: `log:${id}` },
    ...(parent === undefined ? {} : parentOf(parent)),
  });
  if (!built.success) {
    const [wrong] = built.error.issues;
    return refuse(FIELD_SENTENCES[String(wrong?.path[0])] ?? `${wrong?.path.join('.')}: ${wrong?.message}`);
  }
  const length = countGraphemes(text.trim(), TEXT_GRAPHEMES.max);
  if (length < TEXT_GRAPHEMES.min || length > TEXT_GRAPHEMES.max) {
    refuse(`--text takes ${TEXT_GRAPHEMES.min} to ${TEXT_GRAPHEMES.max} characters.`);
  }
  if (countGraphemes(context, CONTEXT_GRAPHEMES_MAX) > CONTEXT_GRAPHEMES_MAX) {
    refuse(`--data has more than ${CONTEXT_GRAPHEMES_MAX} characters; log a reference to it instead.`);
  }
  return built.data;
}

const FIELD_SENTENCES: Readonly<Record<string, string>> = {
  kind: '--event takes a word such as call.made: small letters, digits, dot, dash, underscore; at most 64.',
  source_event_id: '--id takes 1 to 290 characters.',
  parent: '--parent takes the id of an event, such as mail:ID, or a lineage id.',
};

const parentOf = (parent: string): Pick<Declaration, 'parent' | 'parent_lineage_id'> =>
  parsePlace(parent) === null
    ? { parent: { source: OUTREACH_SOURCE, source_event_id: parent } }
    : { parent_lineage_id: parent.includes('.') ? parent : `${parent}.0` };

function refuse(sentence: string): never {
  throw new StudioError('bad_request', sentence);
}
