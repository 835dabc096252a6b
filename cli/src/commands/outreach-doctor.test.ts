import { expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';

test('each check says how it stands and what to do, and a failed one fails the command', async () => {
  const checks = [
    { check: 'spf', status: 'pass', reason: 'studio.in: one record.', fix: null },
    { check: 'dkim', status: 'fail', reason: 'No record.', fix: `Publish v=DKIM1; p=${'A'.repeat(400)}` },
    { check: 'linkedin', status: 'skip', reason: 'No token.', fix: null },
  ];
  const stub = await startStubStudio({
    'POST /outreach/doctor': { body: { status: 'fail', at: '2025-10-06T02:30:00.000Z', checks } },
  });
  try {
    const setting = { env: { STUDIO_URL: stub.url, STUDIO_API_KEY: 'k'.repeat(20) } };
    const { exit, stdout } = await captureRun(['outreach', 'doctor'], setting);
    expect(exit).toBe(1);
    expect(stdout).toContain('pass  spf       studio.in: one record.\n');
    expect(stdout).toContain(`→ Publish v=DKIM1; p=${'A'.repeat(400)}\n`);
    const json = await captureRun(['outreach', 'doctor', '--json', '-'], setting);
    expect(JSON.parse(json.stdout).checks).toEqual(checks);
  } finally {
    await stub.stop();
  }
});
