import { expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';

const POST = {
  ...{ id: 'p-1', campaign_name: 'october-sprint', week_of: '2025-10-06', name: 'two-bugs', title: 'Two bugs' },
  ...{ state: 'due', due_at: '2025-10-06T03:30:00.000Z', not_after: '2025-10-06T07:30:00.000Z' },
  ...{ posted_at: null, url: null, note: null },
};
const TEXT = 'Bug 1: the number.\n\nआप पूछिए (तीन बार).\n\u2067اردو\u2069';

test('a card shows the text to copy, when and where; --text gives the text alone and exactly', async () => {
  const card = {
    ...POST,
    text: TEXT,
    link: 'https://studio.example/a',
    composer_url: 'https://www.linkedin.com/feed/',
  };
  const stub = await startStubStudio({
    'GET /outreach/posts': { body: { items: [POST], next_cursor: null } },
    'GET /outreach/posts/two-bugs': { body: card },
    'POST /outreach/posts/two-bugs/done': {
      body: { ...POST, state: 'published', url: 'https://lnkd.in/a', posted_at: '2025-10-06T03:31:00.000Z' },
    },
  });
  try {
    const posts = (...argv: string[]) =>
      captureRun(['post', ...argv], { env: { STUDIO_URL: stub.url, STUDIO_API_KEY: 'k'.repeat(20) } });
    const listed = await posts('list', '--state', 'in-doubt');
    expect(listed.stdout).toContain('Mon 2025-10-06 09:00 IST');
    expect(stub.seen[0]?.url).toContain('state=in_doubt');
    const { stdout } = await posts('show', 'two-bugs');
    expect(stdout).toContain('\n\nBug 1: the number.\n\nआप पूछिए (तीन बार).\n');
    expect(stdout).toContain('not after Mon 2025-10-06 13:00 IST');
    expect(stdout).toContain('Link to attach: https://studio.example/a');
    expect(stdout).toContain('studio post done two-bugs URL');
    expect((await posts('show', 'two-bugs', '--text')).stdout).toBe(`${TEXT}\n`);
    expect(await posts('done', 'two-bugs', 'https://lnkd.in/a')).toMatchObject({
      exit: 0,
      stdout: 'two-bugs: published at https://lnkd.in/a, noted 2025-10-06 09:01:00 IST\n',
    });
    expect(stub.seen.at(-1)?.body).toEqual({ url: 'https://lnkd.in/a' });
  } finally {
    await stub.stop();
  }
});
