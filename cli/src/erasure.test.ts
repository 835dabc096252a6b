/** A person's words are looked for in every file of a real store: at rest, in its journal, in logs, back-ups and exports. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadConfig } from '@sacred-qa/foundation/config';
import { expect, test } from 'vitest';
import { openStudio } from './compose.ts';

const ASHA = {
  name: 'आशा रघुनाथन',
  email: 'asha.raghunathan@kirana-saathi.example',
  company: 'Kirana Saathi Udyog',
  role: 'Sansthapak-Pramukh',
  source: 'met below the banyan tree',
  lawful_basis: 'asked me for an example',
  notes: 'likes filter coffee',
  Nickname: 'Aashu-didi',
};
const CONSENT = { source: 'a talk by the sea', notice_text: 'We may write to Asha twice a month', language: 'en' };
const WORDS = [...Object.values(ASHA), CONSENT.source, CONSENT.notice_text];

/** A text as it may lie in a file: plain, in UTF-16, as hex of a bytea, or in base64 at any of three offsets. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((skip) => Buffer.from(bytes.subarray(skip, skip + 12).toString('base64')));
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...base64];
}

/** Which of the words stand in which of the files below a folder; back-ups are unpacked. */
function foundIn(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const raw = readFileSync(file);
    const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
    const found = words.filter((word) => formsOf(word).some((form) => bytes.includes(form)));
    return found.map((word) => `${file.slice(folder.length + 1)}: ${word}`);
  });
}

test('a person’s words lie in the sheet alone, and after erasure nowhere, while counts and chains hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'studio-erasure-'));
  const log: Record<string, unknown>[] = [];
  const env = { STUDIO_DATA_DIR: join(folder, 'data'), OUTREACH_DIR: join(folder, 'tracking') };
  const studio = await openStudio(loadConfig({ env, rootDir: folder }), { log: (line) => void log.push(line) });
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const headers = { authorization: `Bearer ${studio.adminKey}` };
    const answer = await studio.app.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
    expect(answer.statusCode, `${path} ${answer.body}`).toBeLessThan(300);
    return answer;
  };
  try {
    const rows = [ASHA, { name: 'Ravi', segment: 'control-segment' }].map((cells, line) => ({ line, cells }));
    await call('POST', '/outreach/prospects/import', { rows });
    await call('POST', '/outreach/sheet/merge', {});
    await call('POST', '/outreach/consents', { prospect_id: 'P-001', ...CONSENT });
    await call('POST', '/outreach/suppressions', { email: ASHA.email });
    const changed = { ...ASHA, notes: `${ASHA.notes}, black` };
    await call('POST', '/outreach/prospects/import', { rows: [{ line: 2, cells: changed }], update: true });
    await call('POST', '/outreach/sheet/merge', {});
    await call('POST', '/jobs/backup/run');
    const inSheet = foundIn(folder, WORDS);
    expect(inSheet.every((place) => place.startsWith('tracking/prospects.csv: '))).toBe(true);
    expect(inSheet).toHaveLength(Object.keys(ASHA).length);
    // The search finds what does lie in clear, or it would prove nothing.
    expect(foundIn(join(folder, 'data', 'db'), ['control-segment'])).not.toEqual([]);

    expect((await call('DELETE', '/outreach/prospects/P-001')).json()).toMatchObject({ sheet: 'cleaned' });
    await call('POST', '/jobs/backup/run');
    const exports = await Promise.all(
      [
        '/outreach/sheet',
        '/outreach/prospects',
        '/outreach/consents',
        '/outreach/suppressions',
        '/contacts',
        '/qa-logs',
      ].map(async (path) => (await call('GET', path)).body),
    );
    const check = (await call('POST', '/db/check')).json();
    expect(check).toMatchObject({ ok: true, problems: [] });
    const [counted] = await studio.store.db.query('select count(*)::int as n from outreach.prospects');
    expect(counted).toEqual({ n: 2 });
    await studio.close();

    expect(foundIn(folder, WORDS)).toEqual([]);
    const said = JSON.stringify([log, exports]);
    expect(WORDS.filter((word) => said.includes(word))).toEqual([]);
    expect(exports[0]).toContain('Ravi');
  } finally {
    await studio.close().catch(() => {});
    rmSync(folder, { recursive: true });
  }
});
