/** Each rule of the house must bite: forbidden imports are held before the linter in a scratch copy of its rules. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const FORBIDDEN: readonly [file: string, imported: string][] = [
  ['contracts/src/a.ts', '@sacred-qa/foundation/clock'],
  ['contracts/src/b.ts', '../../foundation/src/clock.ts'],
  ['foundation/src/a.ts', '@sacred-qa/studio/routes'],
  ['foundation/src/http/a.ts', '@sacred-qa/cli'],
  ['foundation/src/b.ts', '../../studio/src/schema.ts'],
  ['studio/src/audits/a.ts', '@sacred-qa/cli'],
  ['studio/src/audits/a.routes.ts', '@sacred-qa/sample-bot'],
  ['studio/src/audits/a.test.ts', '@sacred-qa/sample-bot'],
  ['studio/src/audits/b.ts', '../../../foundation/src/clock.ts'],
  ['studio/src/audits/c.ts', '@sacred-qa/foundation/src/clock.ts'],
  ['studio/src/audits/a.service.ts', 'fastify'],
  ['studio/src/agents/a.ts', '@sacred-qa/foundation/http/routes'],
  ['studio/src/audits/a.repo.ts', './audits.service.ts'],
  ['studio/src/audits/b.repo.ts', 'fastify'],
  ['contracts/src/c.ts', '@sacred-qa/platform-outreach/outreach'],
  ['foundation/src/c.ts', '@sacred-qa/platform-outreach/migrations'],
  ['studio/src/audits/d.ts', '@sacred-qa/platform-outreach/outreach'],
  ['studio/src/audits/e.routes.ts', '@sacred-qa/platform-outreach/routes'],
  ['studio/src/audits/f.ts', '../../../platform-outreach/src/outbox.ts'],
  ['platform-outreach/src/sending/a.ts', '@sacred-qa/studio/studio'],
  ['platform-outreach/src/sending/a.routes.ts', '@sacred-qa/studio/routes'],
  ['platform-outreach/src/sending/a.test.ts', '@sacred-qa/cli'],
  ['platform-outreach/src/sending/a.repo.ts', './sending.service.ts'],
  ['platform-outreach/src/sending/a.service.ts', 'fastify'],
  ['platform-outreach/src/sending/b.ts', '@sacred-qa/foundation/http/routes'],
  ['platform-outreach/src/sending/c.ts', '../../../studio/src/schema.ts'],
  ['contracts/src/d.ts', '@sacred-qa/integration/bridge'],
  ['foundation/src/d.ts', '@sacred-qa/integration/bridge'],
  ['studio/src/audits/g.ts', '@sacred-qa/integration/bridge'],
  ['platform-outreach/src/sending/d.ts', '@sacred-qa/integration/bridge'],
  ['platform-outreach/src/sending/e.routes.ts', '../../../integration/src/bridge.ts'],
  ['integration/src/a.ts', '@sacred-qa/studio/studio'],
  ['integration/src/a.routes.ts', '@sacred-qa/platform-outreach/outreach'],
  ['integration/src/a.test.ts', '@sacred-qa/cli'],
  ['integration/src/b.ts', 'fastify'],
  ['integration/src/c.ts', '@sacred-qa/foundation/http/routes'],
  ['integration/src/d.ts', '../../studio/src/schema.ts'],
  ['web/src/e.ts', '@sacred-qa/integration/bridge'],
  ['sample-bot/src/e.ts', '@sacred-qa/integration/bridge'],
  ['cli/src/c.ts', '../../integration/src/bridge.ts'],
  ['sample-bot/src/d.ts', '@sacred-qa/platform-outreach/outreach'],
  ['cli/src/b.ts', '../../platform-outreach/src/schema.ts'],
  ['sample-bot/src/a.ts', '@sacred-qa/studio/packs'],
  ['sample-bot/src/b.ts', '@sacred-qa/contracts/pack'],
  ['sample-bot/src/c.ts', '../../studio/src/audits/detectors/helpline.ts'],
  ['web/src/a.ts', '@sacred-qa/studio/routes'],
  ['web/src/pages/a/a.tsx', '@sacred-qa/foundation/clock'],
  ['web/src/b.ts', '@sacred-qa/cli'],
  ['web/src/c.ts', '../../studio/src/schema.ts'],
  ['web/src/d.test.ts', '@sacred-qa/sample-bot'],
  ['cli/src/console.ts', '../../web/src/api/client.ts'],
  ['cli/src/a.ts', '../../studio/src/schema.ts'],
  ['cli/src/commands/a.ts', '../../../bench/main.ts'],
];
const ALLOWED: readonly [file: string, imported: string][] = [
  ['web/src/ok.ts', '@sacred-qa/contracts/graphemes'],
  ['cli/src/site-ok.ts', '@sacred-qa/web/site'],
  ['contracts/src/ok.ts', './text.ts'],
  ['foundation/src/ok.ts', '@sacred-qa/contracts/errors'],
  ['studio/src/audits/ok.routes.ts', '@sacred-qa/foundation/http/routes'],
  ['studio/src/audits/ok.service.ts', './audits.repo.ts'],
  ['platform-outreach/src/sending/ok.routes.ts', '@sacred-qa/foundation/http/routes'],
  ['platform-outreach/src/sending/ok.service.ts', '@sacred-qa/contracts/outreach'],
  ['integration/src/ok.ts', '@sacred-qa/contracts/bridge'],
  ['integration/src/ok.routes.ts', '@sacred-qa/foundation/http/routes'],
  ['cli/src/good.ts', '@sacred-qa/integration/bridge'],
  ['cli/src/ok.ts', '@sacred-qa/studio/routes'],
  ['cli/src/fine.ts', '@sacred-qa/platform-outreach/routes'],
  ['cli/src/commands/ok.ts', '@sacred-qa/sample-bot'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
let scratch: string;
let refused: Set<string>;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'studio-layers-'));
  cpSync(join(root, 'biome.json'), join(scratch, 'biome.json'));
  for (const [file, imported] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(join(scratch, dirname(file)), { recursive: true });
    writeFileSync(join(scratch, file), `import * as x from '${imported}';\n\nexport const y = x;\n`);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const flags = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  const run = spawnSync(biome, flags, { cwd: scratch, encoding: 'utf8' });
  if (run.error) throw run.error;
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  refused = new Set(
    diagnostics.flatMap((one) => (one.category === 'lint/style/noRestrictedImports' ? [one.location.path] : [])),
  );
});
afterAll(() => rmSync(scratch, { recursive: true }));

test.each(FORBIDDEN)('%s may not import %s', (file) => {
  expect(refused).toContain(file);
});

test.each(ALLOWED)('%s may import %s', (file) => {
  expect(refused).not.toContain(file);
});
