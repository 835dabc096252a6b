import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTags, tagsNamedIn } from './release-tags.ts';

let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-tags-'));
  git('init', '--quiet');
  git('config', 'user.name', 't');
  git('config', 'user.email', 't@t.example');
  writeFileSync(join(folder, 'CHANGELOG.md'), '## One\n\nTag `v1-first`: it stands & runs\n\ntext `v2` is no tag\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'begin');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a tag that the changelog names is made once, annotated with its message', () => {
  expect(makeTags(folder)).toEqual([expect.stringMatching(/^v1-first made at [0-9a-f]+: it stands & runs$/)]);
  expect(git('for-each-ref', 'refs/tags', '--format=%(objecttype) %(refname:short) %(subject)').trim()).toBe(
    'tag v1-first it stands & runs',
  );
  expect(makeTags(folder)).toEqual([expect.stringMatching(/^v1-first stands at /)]);
});

test('the changelog names the foundation’s release with the sprint plan’s message', () => {
  const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  expect(tagsNamedIn(changelog)).toContainEqual({
    name: 'v0.4.0-orm-stabilized',
    message: 'ORM migration & DI complete',
  });
});
