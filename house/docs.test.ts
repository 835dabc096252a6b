/** The documents say what is so: links lead somewhere, files they name are there, and no file names a machine or a registry. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { commandsOf } from './readme.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What is tracked, and what will be with the next commit. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const documents = files.filter((file) => /^(README|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.+\.md$/.test(file));
/** A file, or a folder that holds one; `.` is the root. */
const stands = (path: string): boolean => {
  const bare = path.replace(/\/$/, '');
  return bare === '.' || files.some((file) => file === bare || file.startsWith(`${bare}/`));
};

test.each(documents)('every relative link in %s leads to a file that stands', (document) => {
  const targets = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const relative = targets.filter((target) => !/^([a-z][a-z0-9+.-]*:|#)/i.test(target));
  const lost = relative.filter((target) => {
    const path = decodeURI(target.replace(/[?#].*$/, ''));
    return !stands(posix.join(posix.dirname(document), path));
  });
  expect(lost).toEqual([]);
});

test('every file and folder that ARCHITECTURE.md names stands', () => {
  const quoted = [...read('ARCHITECTURE.md').matchAll(/`([^`\n]+)`/g)].map(([, token = '']) => token);
  // The data folder is made at the first start, and is in no clone.
  const paths = quoted.filter((token) => /^[\w.-]+(\/[\w.-]+)*\/?$/.test(token) && !token.startsWith('.studio/'));
  const named = [...new Set(paths.filter((path) => /\/|\.(ts|js|json|sql|yaml|css|md)$/.test(path)))];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !stands(path))).toEqual([]);
});

test('every npm script that a document names is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, script = '']) => script),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

test('the README shows how to start and how to test, each in one line', () => {
  const commands = commandsOf(read('README.md'));
  expect(commands).toContain('npm ci && npm start');
  expect(commands).toContain('npm ci && npm test');
});

// Put together here, so that this file names none of them itself.
const REGISTRIES = [
  ['npmjs', 'org'],
  ['npmjs', 'com'],
  ['yarnpkg', 'com'],
  ['pypi', 'org'],
  ['pythonhosted', 'org'],
  ['debian', 'org'],
  ['archive', 'ubuntu', 'com'],
].map((parts) => parts.join('.'));
const MACHINE_FOLDERS = ['work', 'home', 'root'].map((name) => `/${name}/`);
const escaped = (texts: readonly string[]): string => texts.map((text) => RegExp.escape(text)).join('|');
// A path of a machine begins somewhere; the same letters within a longer path or address are no such thing.
const FOREIGN = new RegExp(`(?:${escaped(REGISTRIES)})|(?<=^|[^\\w./-]|file://)(?:${escaped(MACHINE_FOLDERS)})`, 'gim');

const foreignIn = (text: string): string[] => [...text.matchAll(FOREIGN)].map(([found]) => found);

test('no file names a registry or a folder of a machine', () => {
  const found = files.flatMap((file) => foreignIn(read(file)).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

test('each such name would be found out, wherever it begins', () => {
  for (const host of REGISTRIES) expect(foreignIn(`get it from https://packages.${host}/x`)).toEqual([host]);
  for (const folder of MACHINE_FOLDERS) {
    for (const before of ['', 'see "', 'cd=', '(', 'file://'])
      expect(foreignIn(`${before}${folder}x`)).toEqual([folder]);
    for (const before of ['bench/.work', 'https://bot.example']) expect(foreignIn(`${before}${folder}x`)).toEqual([]);
  }
});

test('the lock file holds no download address', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": *"[a-z+]+:/i);
});
