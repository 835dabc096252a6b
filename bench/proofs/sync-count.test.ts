import { expect, test } from 'vitest';
import { readTrace } from './sync-count.ts';

const sync = '7  fsync(9</store/db/pg_wal/000000010000000000000001>) = 0';
const acknowledge = '7  write(11</proof/acknowledged>, "1"..., 2) = 2';
const read = (...lines: string[]) => readTrace(lines.join('\n'), '/proof/acknowledged');

test('a commit counts as synced when a WAL sync succeeded since the acknowledgement before it', () => {
  expect(read(sync, acknowledge, sync, acknowledge, acknowledge, sync, acknowledge)).toEqual({
    acknowledged: 3,
    syncs: 2,
    unsynced: 1,
  });
});

test('a sync of another file, one that failed and one that has not ended do not count', () => {
  const other = '7  fsync(9</store/db/postmaster.pid>) = 0';
  const failed = '7  fsync(9</store/db/pg_wal/000000010000000000000001>) = -1 EIO (Input/output error)';
  const begun = '7  fsync(9</store/db/pg_wal/000000010000000000000001> <unfinished ...>';
  expect(read(acknowledge, other, failed, begun, acknowledge)).toEqual({ acknowledged: 1, syncs: 0, unsynced: 1 });
});

test('a sync that another thread interrupted counts when its own thread ends it', () => {
  const begun = '7  fsync(9</store/db/pg_wal/000000010000000000000001> <unfinished ...>';
  const otherEnd = '8  <... fsync resumed>) = 0';
  const end = '7  <... fsync resumed>)              = 0';
  expect(read(acknowledge, begun, otherEnd, acknowledge).unsynced).toBe(1);
  expect(read(acknowledge, begun, otherEnd, end, acknowledge).unsynced).toBe(0);
});
