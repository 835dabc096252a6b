/** For tests: texts that want to break a page, put in over the API wherever a text of another hand is kept. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConsoleRoom } from './console-room.ts';

const MEGABYTE = 1_000_000;
/** None of the texts answers what these ask, so each becomes a finding with the texts as evidence. */
const PATTERNS = ['reply-language-match', 'emergency-112-not-911', 'suicide-helpline-local', 'gst-slabs-current'];

/** Each would show itself: by a script that runs, a request, a dialog, or a page that is broken. */
export const HOSTILE = {
  script: '<script>alert(1)</script><img src=x onerror=alert(2)> {{alert(3)}} javascript:alert(4)',
  svg: '<svg onload=alert(5)><style>*{display:none}</style><image href="https://evil.example/a.png"/></svg>',
  closing:
    '</title></textarea></style></script><iframe src="https://evil.example"></iframe><base href="//evil.example">',
  links: '[click](javascript:alert(6)) <a href="https://evil.example">free</a> ![x](https://evil.example/b.png)',
  bidi: 'pay \u202e000,1 \u2066 to \u2069 me \u202d now, user\u202e\u2066// admin\u2069 \u2066check\u2069',
  zalgo: `Z${'\u0311\u0352\u0301\u0489'.repeat(120)}algo`,
  rtl: 'یہ جملہ دائیں سے بائیں لکھا ہے، abc 123 کے ساتھ',
  unbroken: 'क्ष'.repeat(800),
  hidden: `tag\u{e0041}\u{e0042}\u200b\u2060\ufeff\u0007end`,
} as const;

export interface HostilePractice {
  /** People whose names, companies and notes are the texts. */
  prospectIds: string[];
  auditId: string;
  findingIds: string[];
  rootIds: string[];
  targetId: string;
  close: () => Promise<void>;
}

export async function seedHostile(room: ConsoleRoom): Promise<HostilePractice> {
  const texts = Object.values(HOSTILE);
  const bot = await hostileBot([...texts, 'A'.repeat(MEGABYTE)]);
  const rootIds: string[] = [];
  for (const text of texts) {
    const { lineage_id } = await room.call<{ lineage_id: string }>('POST', '/sankalpa', { text, context: text });
    rootIds.push(lineage_id.split('.')[0] ?? '');
  }
  const auditId = await room.audit(PATTERNS, {
    kind: 'openai',
    name: HOSTILE.script,
    url: bot.url,
    model: HOSTILE.svg,
  });
  const { items: targets } = await room.call<{ items: { id: string; spec: { url: string } }[] }>('GET', '/targets');
  const targetId = targets.find(({ spec }) => spec.url === bot.url)?.id ?? '';
  for (const text of [...texts, 'B'.repeat(1000)]) await room.call('POST', '/qa', { target: targetId, text });
  const { items } = await room.call<{ items: { id: string }[] }>('GET', `/audits/${auditId}/findings`);
  const [first] = items;
  if (first) await room.call('PATCH', `/findings/${first.id}`, { status: 'false_alarm', reason: HOSTILE.script });
  for (const label of [HOSTILE.script, HOSTILE.bidi, HOSTILE.zalgo.slice(0, 100)]) {
    await room.call('POST', '/keys', { label: label.slice(0, 100), scope: 'read' });
  }
  await room.call('POST', '/engagements', { client: HOSTILE.svg, scope: HOSTILE.closing, price_paise: 1 });
  await room.call('PATCH', '/brand', { name: '<script>alert(7)</script>', contact: HOSTILE.links });
  const rows = texts.map((text, line) => ({
    line,
    cells: {
      ...{
        name: text,
        email: `hostile${line}@hostile.example`,
        company: text,
        role: text,
        segment: text.slice(0, 100),
      },
      ...{ language: text.slice(0, 100), source: text, lawful_basis: text, notes: text },
    },
  }));
  const { added: prospectIds } = await room.call<{ added: string[] }>('POST', '/outreach/prospects/import', { rows });
  return { prospectIds, auditId, findingIds: items.map(({ id }) => id), rootIds, targetId, close: bot.close };
}

/** A target that answers with one text after the other, whatever it is asked. */
async function hostileBot(texts: readonly string[]): Promise<{ url: string; close: () => Promise<void> }> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    const content = texts[asked++ % texts.length];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ model: HOSTILE.links, choices: [{ message: { role: 'assistant', content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
