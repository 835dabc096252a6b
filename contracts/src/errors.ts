/**
 * The one table of what can go wrong on the wire: code, HTTP status, meaning.
 * `docs/errors.md` is compared with it by a test, so a code is never undocumented.
 */
export const ERRORS = {
  malformed_json: { status: 400, meaning: 'The body is not JSON. Send one JSON value in UTF-8.' },
  wrong_encoding: { status: 400, meaning: 'The body is not valid UTF-8. Encode it as UTF-8 and send it again.' },
  forbidden_text: {
    status: 400,
    meaning: 'A text holds a NUL character or half of a surrogate pair, which no database text can store.',
  },
  too_deep: { status: 400, meaning: 'The JSON is nested more than 64 levels deep.' },
  bad_request: { status: 400, meaning: 'The request cannot be read: a header, a query field or the framing is wrong.' },
  bad_cursor: {
    status: 400,
    meaning: 'The cursor was not made by this server for this list. Start again without one.',
  },
  unauthenticated: {
    status: 401,
    meaning: 'No key, or a key that is unknown or revoked. Send Authorization: Bearer KEY, or sign in to the console.',
  },
  forbidden: { status: 403, meaning: 'The key is known, but its scope does not allow this.' },
  cross_site: {
    status: 403,
    meaning: 'A change was asked for with a browser’s cookie, but not by the console itself. Scripts send a key.',
  },
  not_found: { status: 404, meaning: 'Nothing has this id or path.' },
  method_not_allowed: { status: 405, meaning: 'The path exists, but not with this method.' },
  conflict: {
    status: 409,
    meaning: 'The same id was used before with other content, or the state does not allow this.',
  },
  request_in_progress: {
    status: 409,
    meaning: 'A request with this Idempotency-Key is still being answered. Ask again in a moment.',
  },
  legal_hold: { status: 409, meaning: 'The tree is under legal hold and cannot be deleted.' },
  store_locked: {
    status: 409,
    meaning: 'Another process owns the data folder. Stop it, or use its API; two owners would lose rows.',
  },
  body_too_large: {
    status: 413,
    meaning: 'The body is larger than 1 MiB, or than 16 MiB where a pack may stand in it.',
  },
  unsupported_media_type: { status: 415, meaning: 'The body must be application/json.' },
  validation_failed: { status: 422, meaning: 'The request was understood, but a field breaks a rule; see errors.' },
  sankalpa_refused: {
    status: 422,
    meaning: 'jnana refused the sankalpa; see errors. The refusal is logged and lineage_id names its place.',
  },
  unknown_parent: { status: 422, meaning: 'The parent lineage id does not exist.' },
  tree_sealed: { status: 422, meaning: 'The tree has left by retention; nothing can be added to it.' },
  too_deep_lineage: { status: 422, meaning: 'The parent is at depth 256, the deepest a tree may be.' },
  idempotency_mismatch: {
    status: 422,
    meaning: 'This Idempotency-Key was used with another request. Use a new key for a new request.',
  },
  scope_refused: {
    status: 422,
    meaning: 'The address lies outside what may be audited: see detail for the flag or record that allows it.',
  },
  rate_limited: { status: 429, meaning: 'Too many writes with this key. Wait for the seconds in Retry-After.' },
  internal: { status: 500, meaning: 'A fault of ours. The request id leads to it in the log.' },
  overloaded: { status: 503, meaning: 'The intake queue is full. Try again after Retry-After.' },
  shutting_down: { status: 503, meaning: 'The server is stopping and takes no new work.' },
  database_unavailable: { status: 503, meaning: 'The database does not answer. Nothing of this request was stored.' },
  disk_full: { status: 507, meaning: 'Less than 64 MB of disk is free where the data lies. Free some and try again.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** A rule that one field of the input broke; `pointer` is an RFC 6901 JSON pointer into the body. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** The one error class. `code` decides the HTTP status; `cause` keeps what went wrong underneath. */
export class StudioError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** Extra members of the problem document, such as `lineage_id` or `retry_after_s`. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { cause?: unknown; errors?: readonly FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'StudioError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
