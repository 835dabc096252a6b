import { expect, test } from 'vitest';
import { createJnana } from '../agents/jnana.ts';
import { gateway, testCaller, wireIntake } from '../testing/wired-intake.ts';
import { createSankalpaService } from './sankalpa.service.ts';

const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

test.each(['change', 'remove'] as const)(
  'a %s that meets the end of an audit waits for it, and neither is broken off',
  async (act) => {
    const room = await wireIntake();
    const service = createSankalpaService({ ...room, gateway, jnana: createJnana(), redact: (value) => value });
    const declared = await room.intake.declare({ text: 'audit the bot' }, testCaller);
    if (declared.kind !== 'created') throw new Error('not created');
    const { id, lineage_id: lineageId } = declared.body;
    let acted: Promise<unknown> = Promise.resolve();
    // What ends an audit, and what retention does: first the tree's header, then the sankalpa in it.
    await room.db.transaction(async (tx) => {
      await room.lineage.lockHeads(tx, [lineageId.split('.')[0] ?? '']);
      acted = act === 'change' ? service.change(id, { text: 'audit the new bot' }) : service.remove(id);
      // The embedded store has one session: there it waits for its turn instead.
      while (room.db.kind === 'server' && (await room.db.query<{ n: number }>(WAITING))[0]?.n === 0);
      await tx.query(`update sankalpa set status = 'completed' where id = $1`, [id]);
    });
    const after = await acted;
    if (act === 'change') expect(after).toMatchObject({ status: 'completed', text: 'audit the new bot' });
    else await expect(service.get(id)).rejects.toMatchObject({ code: 'not_found' });
  },
);
