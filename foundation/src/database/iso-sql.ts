/** SQL that prints a timestamptz as the wire shows instants: ISO 8601, UTC, milliseconds. */
export const isoSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
