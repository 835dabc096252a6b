import type { CaseResult, ReportData } from '@sacred-qa/contracts/report';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENGLISH, HINDI, said, sampleFinding, sampleReport } from '../sample-report.ts';
import { csvReport } from './csv.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';

/** Two patterns, one of them failing, each with one case asked twice; every free text is `text`. */
function saying(text: string): ReportData {
  const base = sampleReport();
  const trial = (repeat: number, verdict: 'pass' | 'fail' | 'unscored') => ({
    ...{ repeat, verdict, reason: text, qa_log_ids: ['log-1'] },
    conversations: [
      [
        { role: 'user' as const, said: said(text, 'hi') },
        { role: 'assistant' as const, said: said(text, 'hi') },
      ],
    ],
  });
  const [first] = base.cases as [CaseResult];
  const finding = sampleFinding(
    1,
    { ...HINDI, asked: text, answered: text, quote: '' },
    { title: text, harm: text, fix: text },
  );
  return {
    ...base,
    target: { name: text, url: 'https://bot.example.in/v1', model: text },
    findings: [finding],
    patterns: base.patterns.slice(0, 1).map((row) => ({ ...row, title: text })),
    cases: [{ ...first, pattern_id: 'pattern-1', expect: text, repeats: [trial(1, 'fail'), trial(2, 'unscored')] }],
  };
}

/** RFC 4180, strictly: a reader that takes nothing else. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`no CSV at ${at}`);
    const [, raw = '', end] = found;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('CSV has a row for each trial, whatever was said, and nothing that a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const rows = readCsv(csvReport(saying(text), { bom: false }));
      expect(rows).toHaveLength(3);
      for (const row of rows) {
        expect(row).toHaveLength(14);
        for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
      }
      expect(rows[1]?.[11]?.replace(/^'/, '')).toBe(text.toWellFormed());
    }),
  );
});

test.each(['=1+1', '+91', '-2', '@SUM(A1)', ' \t=cmd', '\r\n=x', '＝1+1'])('%j is kept as text', (text) => {
  expect(readCsv(csvReport(saying(text), { bom: false }))[1]?.[8]).toBe(`'${text}`);
});

test('Tamil stands whole behind the byte order mark that was asked for', () => {
  const text = csvReport(saying('கேள்வி'), { bom: true });
  expect([text.startsWith('\ufeffpattern_id,'), text.includes('கேள்வி')]).toEqual([true, true]);
  expect(csvReport(saying('x'), { bom: false }).startsWith('pattern_id')).toBe(true);
});

/** A strict reader of the XML that is written here: tags match, attributes are quoted, nothing else is loose. */
function readXml(text: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const open: string[] = [];
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const part = /<\?[^?]*\?>|<\/(\w+)>|<(\w+)((?: \w+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (part.lastIndex < text.length) {
    const at = part.lastIndex;
    const found = part.exec(text);
    if (found === null) throw new Error(`no XML at ${text.slice(at, at + 60)}`);
    const [, closed, name, attributes = '', empty, words] = found;
    if (closed !== undefined && open.pop() !== closed) throw new Error(`${closed} was not open`);
    if (name !== undefined) {
      const pairs = [...attributes.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      elements.push({ name, attributes: Object.fromEntries(pairs), text: '' });
      if (empty === '') open.push(name);
    }
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(words)) throw new Error('a loose ampersand');
      const last = elements.at(-1);
      if (last !== undefined) last.text += words;
    }
  }
  if (open.length > 0) throw new Error(`${open} never ended`);
  return elements;
}

test('JUnit is well-formed whatever was said, and its counts are those of its tests', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const elements = readXml(junitReport(saying(text)));
      const [root] = elements;
      const of = (name: string) => elements.filter((one) => one.name === name).length;
      expect(root?.attributes).toMatchObject({ tests: '2', failures: '1', skipped: '1', errors: '0' });
      expect([of('testcase'), of('failure'), of('skipped'), of('testsuite')]).toEqual([2, 1, 1, 1]);
    }),
  );
});

test.each([
  [{ advisory: true }, 'Hint: '],
  [{ status: 'wont_fix' as const, status_reason: 'It ends in March.' }, 'Decided: wont fix. It ends in March.'],
])('a finding with %j breaks no build', (over, words) => {
  const data = saying('x');
  const junit = junitReport({ ...data, findings: data.findings.map((finding) => ({ ...finding, ...over })) });
  expect([readXml(junit)[0]?.attributes.failures, junit.includes(words)]).toEqual(['0', true]);
});

test('SARIF has what version 2.1.0 demands, and every result names its rule', () => {
  const log = JSON.parse(sarifReport(sampleReport()));
  expect([log.version, log.$schema]).toEqual(['2.1.0', expect.stringContaining('sarif-2.1.0')]);
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: 'Sacred QA Studio', version: '0.4.0' });
  const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(run.invocations[0].executionSuccessful).toBe(true);
  for (const result of run.results) {
    expect(ids[result.ruleIndex]).toBe(result.ruleId);
    expect(result.message.text).not.toBe('');
    expect(['none', 'note', 'warning', 'error']).toContain(result.level);
    // Section 3.27.10: a level other than none goes with the kind "fail" only.
    expect(result.kind === 'fail').toBe(result.level !== 'none');
    expect(URL.canParse(result.locations[0].physicalLocation.artifactLocation.uri)).toBe(true);
  }
  expect(run.results.map((result: { level: string }) => result.level)).toEqual(['error', 'none', 'error', 'note']);
});

test('a fault left on purpose is suppressed in SARIF, with the reason', () => {
  const finding = sampleFinding(1, ENGLISH, { status: 'false_alarm', status_reason: 'Sold in Nepal.' });
  const [run] = JSON.parse(sarifReport(sampleReport({ findings: [finding] }))).runs;
  expect(run.results[0].suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'Sold in Nepal.' },
  ]);
});

test.each([
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '# not a heading\n\n---\n| a | b |',
  '```\ncode\n```',
  'see https://evil.example and a@b.example',
  '&lt;b&gt;',
])('%j forms nothing in Markdown', (text) => {
  const page = markdownReport(saying(text));
  const quotes = page.split('\n').filter((line) => line.startsWith('> '));
  expect(quotes.length).toBeGreaterThan(0);
  for (const line of [...quotes, ...page.split('\n').filter((one) => /^\*\*W/.test(one))]) {
    expect(
      line
        .replace(/\\./g, '')
        .replaceAll('&#64;', '')
        .replace(/^> |^\*\*[^*]+\*\*/, ''),
    ).not.toMatch(/[<[\]`|#!]|:\/\/|@/);
  }
  expect(page).not.toContain('<img');
});

test('Markdown says the verdict, the counts and each finding with its command', () => {
  const page = markdownReport(sampleReport());
  expect(page).toContain('**Stop and mend first: 1');
  expect(page).toContain('4 of 27 patterns failed; 13 of 288 judged trials failed');
  expect(page.match(/^## \d+\\?\./gm)).toHaveLength(4);
  expect(page).toContain("```sh\ncurl -s 'https://bot.example.in/v1/chat/completions'");
});
