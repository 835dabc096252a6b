/** `npm run release:tag`: makes the annotated tags that the CHANGELOG names, each at the present commit, none twice. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReleaseTag {
  name: string;
  message: string;
}

/** Lines of the form: Tag `v0.4.0-name`: what it says. */
export function tagsNamedIn(changelog: string): ReleaseTag[] {
  return [...changelog.matchAll(/^Tag `([^`]+)`: (.+)$/gm)].map(([, name = '', message = '']) => ({ name, message }));
}

/** Makes what is missing; answers what it did, a line a tag. */
export function makeTags(folder: string): string[] {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  const standing = new Set(git('tag', '--list').split('\n'));
  return tagsNamedIn(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).map(({ name, message }) => {
    if (standing.has(name)) return `${name} stands at ${git('rev-list', '-n', '1', '--abbrev-commit', name)}`;
    git('tag', '--annotate', name, '--message', message);
    return `${name} made at ${git('rev-parse', '--short', 'HEAD')}: ${message}`;
  });
}

if (import.meta.main) for (const line of makeTags(join(import.meta.dirname, '..'))) console.log(line);
