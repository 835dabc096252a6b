/** What a person types to name an audit, made whole. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { StudioClient } from './client.ts';
import { usageError } from './failure.ts';
import type { Page } from './paging.ts';

const WHOLE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PIECE = /^[0-9a-f-]{4,35}$/;
const LOOKED_AT = 200;

/**
 * An audit's id; `last` means the newest audit, and 4 or more first or last characters the one recent audit whose id
 * begins or ends so. (Ids begin with their time, which runs of one minute share, and report files are named by the end.)
 * Throws a usage Failure when the text names none or several.
 */
export async function fullAuditId(client: StudioClient, typed: string): Promise<string> {
  const text = typed.toLowerCase();
  if (WHOLE.test(text)) return text;
  if (text !== 'last' && !PIECE.test(text)) {
    throw usageError(
      `"${typed}" is no audit.`,
      'Give its id, "last", or 4 or more of the first or last characters of its id.',
      'See: studio audit list',
    );
  }
  const limit = text === 'last' ? 1 : LOOKED_AT;
  const { items } = await client.call<Page<AuditView>>('GET', '/audits', { query: { limit } });
  const meant =
    text === 'last' ? items.slice(0, 1) : items.filter(({ id }) => id.startsWith(text) || id.endsWith(text));
  const [only] = meant;
  if (only === undefined) {
    throw usageError(
      text === 'last' ? 'There is no audit yet.' : `None of the last ${LOOKED_AT} audits begins or ends with ${text}.`,
      'See: studio audit list',
    );
  }
  if (meant.length > 1) {
    throw usageError(
      `${meant.length} audits begin or end with ${text}; type more of it:`,
      ...meant.map(({ id }) => id),
    );
  }
  return only.id;
}
