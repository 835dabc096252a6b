/** Names of events that only the studio itself may give: an event from outside cannot pass for one of them. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';

/** What the house does by itself. */
export const HOUSE_SOURCE = 'studio';
/** Events that came with an Idempotency-Key and no name of their own. */
export const RETRY_SOURCE = 'idempotency-key';

export const isReserved = (source: string | undefined): boolean => source === HOUSE_SOURCE || source === RETRY_SOURCE;

/** A request that can be known again, by its Idempotency-Key within those of its API key. */
interface Retryable {
  method: string;
  path: string;
  keyId: string;
  key: string;
}

/** The event that such a request stands for; `item` is its place in a batch. */
export const retryIdOf = ({ method, path, keyId, key }: Retryable, item = 0): string =>
  hash('sha256', canonicalJson({ method, path, keyId, key, item }));
