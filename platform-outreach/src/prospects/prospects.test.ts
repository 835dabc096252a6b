import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newUuid } from '@sacred-qa/foundation/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import type { Cells } from './columns.ts';
import { createSheetService } from './sheet.service.ts';
import { createSheetFile } from './sheet-file.ts';
import { NEW_FORM, readSheet, writeSheet } from './sheet-text.ts';

let room: OutreachRoom;
let file: string;
beforeAll(async () => {
  room = await openOutreachRoom();
  file = join(room.folder, 'prospects.csv');
});
afterAll(() => room.close());
beforeEach(async () => {
  for (const table of ['prospects', 'csv_bases', 'suppressions', 'messages', 'batches', 'consents'])
    await room.db.query(`delete from outreach.${table}`);
  rmSync(file, { force: true });
});

const saved = (): Cells[] => readSheet(readFileSync(file)).rows.map((row) => row.cells);
const save = (rows: Cells[], columns = ['prospect_id', 'name', 'email', 'company', 'lawful_basis', 'notes']): void =>
  writeFileSync(file, writeSheet(columns, rows, NEW_FORM));

async function merge(take?: 'sheet' | 'store') {
  const answer = await room.call('POST', '/sheet/merge', take === undefined ? {} : { take });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const importRows = async (rows: Cells[], update = false) => {
  const body = { rows: rows.map((cells, i) => ({ line: i + 2, cells })), update };
  return (await room.call('POST', '/prospects/import', body)).json();
};
const show = async (id: string) => (await room.call('GET', `/prospects/${id}`)).json();
const asha = { name: 'Asha', email: 'asha@shop.example', lawful_basis: 'asked for a quote' };

/** A mail of P-001 in the given state, as sending leaves it. */
async function mailTo(
  prospectId: string,
  state: string,
  sentAt: string | null,
  { step = 1, index = 'r', batch: name = 'quick-qa-win' } = {},
): Promise<string> {
  const id = newUuid();
  const campaign = newUuid();
  const batch = newUuid();
  await room.db.query(
    `insert into outreach.batches (id, campaign, name, send_at, not_after, state) values ($1, $2, $3, now(), now(), 'running')`,
    [batch, campaign, name],
  );
  await room.db.query(
    `insert into outreach.messages (id, campaign, batch, prospect, step, variant, state, message_id, mime_sealed, sender,
       envelope_from, envid, recipient_index, domain_index, send_at, not_after, reserved_at, sent_at)
     select $1, $2, $3, id, $8, 'quick', $4, $7, 'x', 'me', 'me', 'e', $9, 'd', now(), now(), now(), $5
     from outreach.prospects where prospect_id = $6`,
    [id, campaign, batch, state, sentAt, prospectId, `<${id}@studio.example>`, step, index],
  );
  return id;
}

const whyOf = async (mail: string): Promise<unknown> =>
  (await room.db.query('select state, settled_by from outreach.messages where id = $1', [mail]))[0];

test('people are taken over once, and a second list changes nothing unless told to', async () => {
  const rows = [asha, { name: 'கயல்விழி', email: 'kayal@shop.example', language: 'Tamil', segment: 'Ed Tech' }, {}];
  expect(await importRows(rows)).toMatchObject({ added: ['P-001', 'P-002'], refused: [{ line: 4 }] });
  const [row] = await room.db.query(
    `select language, segment, basis_given from outreach.prospects where prospect_id = 'P-002'`,
  );
  expect(row).toEqual({ language: 'ta', segment: 'ed-tech', basis_given: false });
  const again = [{ ...asha, name: 'Asha Rao', email: 'ASHA@shop.example' }];
  expect(await importRows(again)).toMatchObject({
    added: [],
    differing: [{ line: 2, prospect_id: 'P-001', columns: ['name', 'email'] }],
  });
  expect((await show('P-001')).person.name).toBe('Asha');
  expect(await importRows(again, true)).toMatchObject({ updated: ['P-001'] });
  expect((await show('p-001')).person.name).toBe('Asha Rao');
  expect((await show('P-002')).may_write).toEqual({ kind: 'no', reason: 'no_lawful_basis' });
});

test('one without a usable address is added once, however often the same list is taken over', async () => {
  const list = [{ name: 'Ravi', company: 'Shop', email: 'to be asked' }];
  expect(await importRows(list)).toMatchObject({ added: ['P-001'] });
  expect(await importRows(list)).toMatchObject({ added: [], unchanged: ['P-001'] });
  expect(await importRows([{ ...list[0], company: 'Other shop' }])).toMatchObject({ added: ['P-002'] });
  expect(await importRows([{ ...list[0], prospect_id: 'P-007' }])).toMatchObject({ added: ['P-007'], refused: [] });
});

test('two without a usable address in one list are two', async () => {
  const strangers = [
    { name: 'Ravi', company: 'Shop' },
    { name: 'Meera', company: 'Bank' },
    { name: 'Zoya', email: 'to be asked' },
    { name: 'Kayal', email: 'To be asked' },
  ];
  expect(await importRows(strangers, true)).toMatchObject({
    added: ['P-001', 'P-002', 'P-003', 'P-004'],
    updated: [],
  });
  expect((await show('P-001')).person).toEqual({ name: 'Ravi', company: 'Shop' });
});

test('the sheet is made from the store, edited by hand, and merged back', async () => {
  await importRows([asha]);
  expect(await merge()).toMatchObject({ state: 'merged', rows: 1, added: [] });
  expect(saved()).toMatchObject([{ prospect_id: 'P-001', name: 'Asha', status: 'new' }]);
  save([
    { ...saved()[0], notes: 'met at the fair' },
    { name: 'Ravi', email: 'ravi@shop.example' },
  ]);
  expect(await merge()).toMatchObject({ added: ['P-002'], updated: ['P-001'], conflicts: [], problems: [] });
  expect((await show('P-001')).person.notes).toBe('met at the fair');
  expect(saved()).toMatchObject([{ status: 'new' }, { prospect_id: 'P-002', status: 'not_sendable' }]);
  expect(await merge()).toMatchObject({ state: 'unchanged', added: [], updated: [] });
});

test('what the program wrote itself is no word of a person, also when a batch bears another name by now', async () => {
  await importRows([asha]);
  await mailTo('P-001', 'reserved', null, { batch: 'spring' });
  await merge();
  await room.db.query(`update outreach.batches set name = 'summer'`);
  expect(await merge()).toMatchObject({ moved_to_notes: [] });
  expect(saved()[0]).toMatchObject({ batch: 'summer', notes: '' });
});

test('the program’s columns tell what became of a prospect, each read off the rows', async () => {
  await importRows([asha]);
  const mail = await mailTo('P-001', 'sent', '2025-10-06T02:30:00Z');
  const event = `insert into outreach.message_events (id, message, kind, actor, at, dedupe_key) values ($1, $2, $3, $4, now(), $5)`;
  await room.db.query(event, [newUuid(), mail, 'open', 'proxy', 'a']);
  await room.db.query(event, [newUuid(), mail, 'open', 'human', 'b']);
  await merge();
  expect(saved()[0]).toMatchObject({
    ...{ status: 'sent', batch: 'quick-qa-win', sent_at_ist: '2025-10-06 08:00 IST' },
    ...{ opens_human: '1', clicks_human: '0', booking_uid: '' },
  });
  // Follow-ups are reserved with the first mail: they say nothing until they have left.
  await mailTo('P-001', 'reserved', null, { step: 2, batch: 'later' });
  await merge();
  expect(saved()[0]).toMatchObject({ status: 'sent', batch: 'quick-qa-win', sent_at_ist: '2025-10-06 08:00 IST' });
  // But what is to leave next is told.
  await room.db.query(`update outreach.messages set send_at = '2025-10-13T02:30:00Z' where step = 2`);
  await merge();
  expect(saved()[0]?.next_step).toBe('step 2 on 2025-10-13 08:00 IST');
  await mailTo('P-001', 'refused', null, { step: 3, batch: 'third' });
  await merge();
  expect(saved()[0]).toMatchObject({ status: 'refused', batch: 'third', sent_at_ist: '2025-10-06 08:00 IST' });
});

test('a conflict is told, stays, and is settled for the side that is taken', async () => {
  await importRows([asha]);
  await merge();
  await importRows([{ ...asha, name: 'Asha R.' }], true);
  save([{ ...saved()[0], name: 'Asha Rao' }]);
  const conflicts = [{ prospect_id: 'P-001', column: 'name', sheet: 'Asha Rao', store: 'Asha R.' }];
  expect((await merge()).conflicts).toEqual(conflicts);
  expect((await merge()).conflicts).toEqual(conflicts);
  expect([saved()[0]?.name, (await show('P-001')).person.name]).toEqual(['Asha Rao', 'Asha R.']);
  expect((await merge('sheet')).conflicts).toEqual([]);
  expect((await show('P-001')).person.name).toBe('Asha Rao');
});

test('two hosts with a sheet each take nothing back of each other', async () => {
  const other = createSheetService({
    ...{ db: room.db, vault: room.vault, prospects: room.outreach.prospects, log: () => {} },
    file: createSheetFile(join(room.folder, 'other host/prospects.csv')),
  });
  await importRows([asha]);
  await merge();
  // A base from before sheets were told apart goes to the one that merges first.
  await room.db.query(`update outreach.csv_bases set sheet = ''`);
  save(saved().map((row) => ({ ...row, company: 'Shop' })));
  expect(await merge()).toMatchObject({ updated: ['P-001'], conflicts: [] });
  await other.merge();
  save(saved().map((row) => ({ ...row, notes: 'met her' })));
  await merge();
  expect(await other.merge()).toMatchObject({ updated: [], conflicts: [] });
  expect((await show('P-001')).person).toMatchObject({ company: 'Shop', notes: 'met her' });
});

test('two may exchange their addresses; a shared one is written to once', async () => {
  await importRows([asha, { name: 'Ravi', email: 'ravi@shop.example', lawful_basis: 'client' }]);
  await merge();
  const [one, two] = saved();
  save([
    { ...one, email: 'ravi@shop.example' },
    { ...two, email: 'asha@shop.example' },
  ]);
  expect((await merge()).problems).toEqual([]);
  expect((await show('P-001')).may_write).toEqual({ kind: 'yes' });
  save([
    { ...one, email: 'ravi@shop.example' },
    { ...two, email: 'ravi@shop.example' },
  ]);
  expect((await merge()).problems).toMatchObject([{ prospect_id: 'P-002', problem: 'shared_email' }]);
  expect((await show('P-002')).may_write).toEqual({ kind: 'no', reason: 'no_address' });
});

test('who unsubscribed is not written to under a new address either', async () => {
  await importRows([asha]);
  await merge();
  await room.outreach.suppressions.add('asha@shop.example', 'unsubscribed');
  save([{ ...saved()[0], email: 'asha.new@shop.example' }]);
  await merge();
  expect((await show('P-001')).may_write).toEqual({ kind: 'no', reason: 'unsubscribed' });
  expect(saved()[0]?.status).toBe('unsubscribed');
});

test('a save that comes while the sheet is being written is merged too', async () => {
  await importRows([asha]);
  await merge();
  const [row] = saved();
  save([{ ...row, notes: 'first' }]);
  const query = room.db.transaction;
  // The person saves again after the sheet was read and before it is written.
  room.db.transaction = (work, options) => {
    room.db.transaction = query;
    save([{ ...row, notes: 'second' }]);
    return query(work, options);
  };
  await merge();
  room.db.transaction = query;
  expect(saved()[0]?.notes).toBe('second');
  expect((await show('P-001')).person.notes).toBe('second');
});

test('a sheet that is open or cannot be read is left alone, and says so', async () => {
  await importRows([asha]);
  const lock = join(room.folder, '.~lock.prospects.csv#');
  writeFileSync(lock, '');
  expect(await merge()).toMatchObject({ state: 'open_elsewhere', opened_by: lock });
  expect(existsSync(file)).toBe(false);
  rmSync(lock);
  writeFileSync(file, 'name,email\n"Asha,x\n');
  const answer = await room.call('POST', '/sheet/merge', {});
  expect(answer.statusCode).toBe(422);
  expect(answer.json().detail).toContain('never closed');
  expect(readFileSync(file, 'utf8')).toBe('name,email\n"Asha,x\n');
});

test('consent is kept with its notice, taken back as easily, and then nothing is sent', async () => {
  await importRows([asha]);
  const consent = { prospect_id: 'P-001', source: 'form at the fair', notice_text: 'हम आपको लिखेंगे', language: 'hi' };
  expect((await room.call('POST', '/consents', { ...consent, language: 'hi in' })).statusCode).toBe(422);
  expect((await room.call('POST', '/consents', consent)).json()).toMatchObject({ ...consent, withdrawn_at: null });
  expect((await show('P-001')).may_write).toEqual({ kind: 'yes' });
  const mail = await mailTo('P-001', 'reserved', null);
  const withdrawn = await room.call('POST', '/consents/withdrawal', { prospect_id: 'P-001' });
  expect(withdrawn.json().items).toMatchObject([{ purpose: 'outreach', withdrawn_at: '2025-10-06T02:30:00.000Z' }]);
  expect((await show('P-001')).may_write).toEqual({ kind: 'no', reason: 'consent_withdrawn' });
  expect(await whyOf(mail)).toEqual({ state: 'suppressed', settled_by: 'consent_withdrawn' });
  expect((await room.call('POST', '/consents/withdrawal', { prospect_id: 'P-001' })).statusCode).toBe(404);
  await room.call('POST', '/consents', consent);
  expect((await show('P-001')).may_write).toEqual({ kind: 'yes' });
});

test('an erased person leaves counts and an id, and comes back by no way', async () => {
  await importRows([asha, { name: 'Ravi', email: 'ravi@shop.example' }]);
  await merge();
  const before = saved();
  await mailTo('P-001', 'sent', '2025-10-06T02:30:00Z');
  const waiting = await mailTo('P-001', 'reserved', null);
  expect((await room.call('DELETE', '/prospects/P-001', undefined, 'write')).statusCode).toBe(403);
  const erased = await room.call('DELETE', '/prospects/p-001');
  expect(erased.json()).toEqual({ prospect_id: 'P-001', sheet: 'cleaned', sheet_detail: null });
  expect(saved().map((row) => row.name)).toEqual(['Ravi']);
  expect((await room.call('GET', '/prospects/P-001')).json().detail).toContain('was erased on 2025-10-06');
  expect(await room.count('messages')).toBe(2);
  expect(await whyOf(waiting)).toEqual({ state: 'suppressed', settled_by: 'erased' });
  const [told] = await room.db.query<{ event: { text: string } }>(
    `select event from outreach.outbox where order_key = 'P-001'`,
  );
  expect(told?.event.text).toContain('P-001 erased');

  save([...before, { name: 'Asha again', email: 'Asha@Shop.example' }]);
  expect(await merge()).toMatchObject({ added: [], erased_lines: [2, 4] });
  expect(await importRows([asha])).toMatchObject({
    added: [],
    refused: [{ reason: 'the owner of this address was erased' }],
  });
  expect(await importRows([{ name: 'Kayal' }])).toMatchObject({ added: ['P-003'] });
});

test('an erased person comes back under no address that they were written to at', async () => {
  const ravi = { name: 'Ravi', email: 'ravi@shop.example', lawful_basis: 'client' };
  await importRows([asha, ravi]);
  const indexOf = (email: string) => ({ index: room.vault.index('email', email) });
  await mailTo('P-001', 'sent', '2025-10-06T02:30:00Z', indexOf(asha.email));
  await mailTo('P-001', 'sent', '2025-10-06T02:30:00Z', indexOf(ravi.email));
  await room.call('PATCH', '/prospects/P-001', { cells: { email: 'asha@new.example' } });
  await room.call('DELETE', '/prospects/P-001');
  const refused = { reason: 'the owner of this address was erased' };
  expect(await importRows([asha, { ...asha, email: 'asha@new.example' }])).toMatchObject({
    added: [],
    refused: [refused, refused],
  });
  // Who has such an address now is somebody else.
  expect((await show('P-002')).may_write).toEqual({ kind: 'yes' });
});

test('one whose key was lost, and whom nobody erased, comes back from the sheet', async () => {
  await importRows([asha]);
  await merge();
  const [row] = await room.db.query<{ id: string }>('select id from outreach.prospects');
  rmSync(join(room.folder, 'keys', `${row?.id}.key`));
  expect((await room.call('GET', '/prospects/P-001')).statusCode).toBe(404);
  expect(await merge()).toMatchObject({ added: ['P-001'], erased_lines: [] });
  expect(await show('P-001')).toMatchObject({ person: asha, may_write: { kind: 'yes' } });
});

test('a list that names a column in its own way makes no second column of it', async () => {
  await importRows([{ NAME: 'Asha', Nickname: 'Ashu', '-sign': 'x' }]);
  await merge();
  expect(await merge()).toMatchObject({ state: 'unchanged', problems: [] });
  expect(saved()).toMatchObject([{ name: 'Asha', Nickname: 'Ashu', '-sign': 'x' }]);
  const answer = await room.call('POST', '/prospects/import', { rows: [{ line: 2, cells: { 'a\nb': 'x' } }] });
  expect(answer.statusCode).toBe(422);
});

test('the export is the sheet without the file', async () => {
  await importRows([{ ...asha, notes: '=HYPERLINK("x")' }]);
  const answer = await room.call('GET', '/sheet');
  expect(answer.headers['content-type']).toContain('text/csv');
  expect(answer.body).toContain(`"'=HYPERLINK(""x"")"`);
  expect(existsSync(file)).toBe(false);
});

test('an import and a merge can be looked at before they happen, and then nothing has happened', async () => {
  await importRows([asha]);
  await merge();
  save([{ prospect_id: 'P-001', ...asha, company: 'Shop Two' }]);
  const csv_base64 = Buffer.from(
    'Name;E-Mail;company\nAsha;asha@shop.example;Shop Three\nZoya;zoya@shop.example;\n',
  ).toString('base64');
  const { rows } = (await room.call('POST', '/prospects/import/read', { csv_base64 })).json();
  const looked = await room.call('POST', '/prospects/import', { rows, update: true, preview: true });
  expect(looked.json()).toMatchObject({
    added: ['P-002'],
    updated: ['P-001'],
    changes: [{ line: 2, prospect_id: 'P-001', column: 'company', known: '', given: 'Shop Three' }],
  });
  const before = readFileSync(file);
  expect((await room.call('POST', '/sheet/merge', { preview: true })).json()).toMatchObject({
    state: 'previewed',
    updated: ['P-001'],
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(await room.count('prospects')).toBe(1);
  expect((await show('P-001')).person.company).toBeUndefined();
});

test('one cell is changed by hand, and the next merge brings it into the sheet', async () => {
  await importRows([asha, { name: 'Zoya', email: 'zoya@shop.example' }]);
  await merge();
  const edit = (id: string, cells: Cells) => room.call('PATCH', `/prospects/${id}`, { cells });
  expect((await edit('p-001', { notes: 'rings on Tuesday', lawful_basis: '' })).json()).toMatchObject({
    person: { name: 'Asha', notes: 'rings on Tuesday' },
    program: { status: 'not_sendable' },
  });
  expect((await edit('P-001', { email: 'zoya@shop.example' })).json().detail).toBe('This address is that of P-002.');
  expect((await edit('P-001', { status: 'sent' })).statusCode).toBe(400);
  expect((await edit('P-099', { notes: '' })).statusCode).toBe(404);
  await merge();
  expect(saved()[0]).toMatchObject({ notes: 'rings on Tuesday', lawful_basis: '' });
});

test('people are read page by page with what became of each, and found by any word that is known of them', async () => {
  await importRows(Array.from({ length: 5 }, (_, i) => ({ name: `Person ${i}`, email: `p${i}@shop.example` })));
  await importRows([{ name: 'கயல்விழி', email: 'kayal@Naveen.example', company: 'Naveen Stores' }]);
  await mailTo('P-004', 'sent', '2025-10-06T03:00:00Z');
  const first = (await room.call('GET', '/prospects?limit=3')).json();
  const rest = (await room.call('GET', `/prospects?limit=3&cursor=${first.next_cursor}`)).json();
  const ids = [...first.items, ...rest.items].map((one: { prospect_id: string }) => one.prospect_id);
  expect([ids, rest.next_cursor]).toEqual([['P-001', 'P-002', 'P-003', 'P-004', 'P-005', 'P-006'], null]);
  expect(rest.items[0].program).toMatchObject({ status: 'sent', batch: 'quick-qa-win' });

  const find = async (text: string, limit = 100) => {
    const { items, more } = (await room.call('POST', '/prospects/find', { text, limit }, 'read')).json();
    return [items.map((one: { prospect_id: string }) => one.prospect_id), more];
  };
  expect(await find('kayal@naveen')).toEqual([['P-006'], false]);
  expect(await find('கயல்')).toEqual([['P-006'], false]);
  expect(await find('p-004')).toEqual([['P-004'], false]);
  expect(await find('person', 2)).toEqual([['P-001', 'P-002'], true]);
  expect(await find('nobody')).toEqual([[], false]);
});
