/** `studio prospects`: list, show, import, export, merge, erase. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Imported, ProspectView, SheetMerged } from '@sacred-qa/contracts/prospect';
import { readSheet } from '@sacred-qa/platform-outreach/sheet-text';
import type { StudioClient } from '../client.ts';
import type { Command, Commands } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { type Output, writeWhole } from '../output.ts';
import { allItems, noteNextPage, onePage } from '../paging.ts';
import { consentRows } from './consent.ts';

interface ProspectShown extends ProspectView {
  may_write: { kind: 'yes' } | { kind: 'no'; reason: string };
  consents: Parameters<typeof consentRows>[0];
}

const pathOf = (id: string): string => `/outreach/prospects/${encodeURIComponent(id)}`;

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = args.flag('all')
      ? { items: await allItems<ProspectView>(client, '/outreach/prospects'), next_cursor: null }
      : await onePage<ProspectView>(client, '/outreach/prospects', args);
    const columns = [
      ...[{ title: 'ID' }, { title: 'NAME', shrinkTo: 10 }, { title: 'COMPANY', shrinkTo: 8 }],
      ...[{ title: 'EMAIL', shrinkTo: 12 }, { title: 'SEGMENT', shrinkTo: 6 }, { title: 'STATUS' }, { title: 'SENT' }],
    ];
    out.table(
      columns,
      page.items.map(({ prospect_id, person, program }) => [
        ...[prospect_id, person.name ?? '', person.company ?? '', person.email ?? '', person.segment ?? ''],
        ...[program.status ?? '', program.sent_at_ist ?? ''],
      ]),
      'No prospects yet. Take a list over with: studio prospects import FILE.csv',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const shown = await client.call<ProspectShown>('GET', pathOf(args.positional(0)));
    const filled = (cells: Record<string, string>) => Object.entries(cells).filter(([, text]) => text !== '');
    const { may_write: mayWrite } = shown;
    out.fields([
      ['prospect', shown.prospect_id],
      ...filled(shown.person),
      ...filled(shown.program),
      ['may be written to', mayWrite.kind === 'yes' ? 'yes' : `no: ${mayWrite.reason.replaceAll('_', ' ')}`],
    ]);
    if (shown.consents.length > 0) {
      out.print('\n');
      out.table(...consentRows(shown.consents));
    }
    out.json(shown);
    return EXIT.ok;
  });

/** Stays well below what one request may weigh. */
const REQUEST_CHARS = 500_000;
const REQUEST_ROWS = 500;
/** Each part is weighed against everybody known, so that the time grows with the square. */
const LIST_ROWS = 5_000;

const importList: Command = ({ args, out, withStudio }) => {
  const file = resolve(args.positional(0));
  const { rows } = readSheet(readList(file));
  if (rows.length === 0) throw usageError(`${file} holds no rows under its header.`);
  if (rows.length > LIST_ROWS)
    throw usageError(
      `${file} holds ${rows.length} rows. Outreach is for people whom somebody knows: at most ${LIST_ROWS} at a time.`,
    );
  return withStudio(async (client) => {
    const total: Omit<Imported, 'changes'> = { added: [], updated: [], unchanged: [], differing: [], refused: [] };
    for (const part of partsOf(rows)) {
      const body = { rows: part, update: args.flag('update') };
      const done = await client.call<Imported>('POST', '/outreach/prospects/import', { body });
      for (const key of ['added', 'updated', 'unchanged'] as const) total[key].push(...done[key]);
      total.differing.push(...done.differing);
      total.refused.push(...done.refused);
    }
    out.fields([
      ['added', String(total.added.length)],
      ['updated', String(total.updated.length)],
      ['as known', String(total.unchanged.length)],
      [
        'left as known',
        total.differing.length === 0 ? '0' : `${total.differing.length} (take them over with --update)`,
      ],
      ['refused', String(total.refused.length)],
    ]);
    for (const { line, prospect_id, columns } of total.differing)
      out.note(`line ${line}: ${prospect_id} is known with another ${columns.join(', ')}`);
    for (const { line, reason } of total.refused) out.note(`line ${line}: not taken, ${reason}`);
    out.json(total);
    await mergeSheet(client, out, undefined);
    return total.refused.length > 0 ? EXIT.refused : EXIT.ok;
  });
};

function readList(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(EXIT.refused, `${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function* partsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  let part: Row[] = [];
  let chars = 0;
  for (const row of rows) {
    const weight = JSON.stringify(row).length;
    if (part.length === REQUEST_ROWS || (part.length > 0 && chars + weight > REQUEST_CHARS)) {
      yield part;
      [part, chars] = [[], 0];
    }
    part.push(row);
    chars += weight;
  }
  yield part;
}

const exportSheet: Command = ({ args, io, out, withStudio }) =>
  withStudio(async (client) => {
    const answer = await client.request('GET', '/outreach/sheet');
    if (answer.status !== 200) throw new Failure(EXIT.fault, `The studio answered ${answer.status}.`);
    const file = args.text('out');
    if (file === undefined || file === '-') io.stdout.write(answer.text);
    else {
      writeWhole(file, answer.text);
      out.note(`Written: ${file}. It holds people: keep it out of git and mails.`);
    }
    return EXIT.ok;
  });

const merge: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const merged = await mergeSheet(client, out, args.oneOf('take', ['sheet', 'store']));
    out.json(merged);
    const open = merged.state === 'open_elsewhere' || merged.conflicts.length + merged.problems.length > 0;
    return open ? EXIT.refused : EXIT.ok;
  });

async function mergeSheet(
  client: StudioClient,
  out: Output,
  take: 'sheet' | 'store' | undefined,
): Promise<SheetMerged> {
  const merged = await client.call<SheetMerged>('POST', '/outreach/sheet/merge', { body: { take } });
  if (merged.state === 'open_elsewhere') {
    out.note(`${merged.file} is open in a spreadsheet, so nothing was merged. Save and close it, then merge again.`);
    out.note(`If it is not open any more, remove ${merged.opened_by}.`);
    return merged;
  }
  const done = merged.state === 'unchanged' ? 'is as it should be' : 'is merged';
  out.print(
    `${merged.file} ${done}: ${merged.rows} rows, ${merged.added.length} new, ${merged.updated.length} changed by hand.\n`,
  );
  for (const id of merged.put_back)
    out.note(`${id} was missing from the sheet and is put back. To erase a person: studio prospects erase ${id}`);
  for (const line of merged.erased_lines) out.note(`line ${line}: this person was erased; the row is taken out again`);
  for (const { prospect_id, column } of merged.moved_to_notes)
    out.note(`${prospect_id}: what was written under ${column} stands in notes now; that column is the program's`);
  for (const { line, prospect_id, detail } of merged.problems) out.note(`${prospect_id ?? `line ${line}`}: ${detail}`);
  if (merged.conflicts.length > 0) {
    out.print('\nChanged on both sides; each side keeps its own until you choose with --take sheet or --take store:\n');
    out.table(
      [{ title: 'ID' }, { title: 'COLUMN' }, { title: 'SHEET', shrinkTo: 12 }, { title: 'STORE', shrinkTo: 12 }],
      merged.conflicts.map((one) => [one.prospect_id, one.column, one.sheet, one.store]),
      '',
    );
  }
  return merged;
}

const erase: Command = ({ args, out, withStudio }) => {
  const id = args.positional(0);
  if (!args.flag('yes'))
    throw usageError(
      `Erasing ${id} cannot be undone: keys are destroyed, and no back-up brings the person back.`,
      `If that is meant: studio prospects erase ${id} --yes`,
    );
  return withStudio(async (client) => {
    const erased = await client.call<{ prospect_id: string; sheet: string; sheet_detail: string | null }>(
      'DELETE',
      pathOf(id),
    );
    out.print(`${erased.prospect_id} is erased. Counts and lineage stay; the address is never written to again.\n`);
    if (erased.sheet !== 'cleaned')
      out.note(
        `The row still stands in prospects.csv, because the sheet is ${erased.sheet === 'unreadable' ? 'unreadable' : 'open'}. Then: studio prospects merge`,
      );
    if (erased.sheet_detail !== null) out.note(erased.sheet_detail);
    out.json(erased);
    return erased.sheet === 'cleaned' ? EXIT.ok : EXIT.refused;
  });
};

export const commands: Commands = { list, show, import: importList, export: exportSheet, merge, erase };
