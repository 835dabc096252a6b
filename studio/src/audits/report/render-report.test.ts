import type { CaseResult, FindingView, ReportData } from '@sacred-qa/contracts/report';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderReport } from './render-report.ts';
import { ENGLISH, faultlessReport, HINDI, said, sampleFinding, sampleReport, TAMIL, URDU } from './sample-report.ts';

const bodyOf = (page: string): string => page.slice(page.indexOf('<body>'));
const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.')
    .replaceAll(' ,', ',');
const sectionOf = (page: string, id: string): string =>
  textOf(new RegExp(`<(section|nav) [^>]*aria-labelledby="${id}".*?</\\1>`, 's').exec(page)?.[0] ?? '');
const embedded = (page: string): string[] =>
  [...page.matchAll(/@font-face\{font-family:"Report ([^"]+)"/g)].map(([, script]) => script as string);

/** Every tag with its attributes, their values left out. */
const skeleton = (page: string): string[] => page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""')) ?? [];

/** A report in which every free text, wherever it comes from, is `text`. */
function saying(text: string): ReportData {
  const base = sampleReport();
  const finding = sampleFinding(1, ENGLISH);
  const spoken = { ...said(text, 'en') };
  const everywhere: FindingView = {
    ...finding,
    title: text,
    family: text,
    harm: text,
    affected: text,
    fix: text,
    references: [text],
    reproduce: text,
    evidence: finding.evidence.map((one) => ({
      ...one,
      case_id: text,
      reason: text,
      expect: text,
      conversation: one.conversation.map(({ role }) => ({ role, said: spoken })),
      quote: said('', 'en'),
      qa_log_id: text,
      lineage_id: text,
    })),
  };
  return {
    ...base,
    target: { name: text, url: text, model: text },
    scope: { allowed_by: text },
    pack: { id: text, version: text, hash: text, title: text },
    studio_version: text,
    state: text,
    lineage_id: text,
    root_lineage_id: text,
    audit_id: text,
    generated_at: text,
    errors: [{ code: text, count: 3, example: text }],
    findings: [everywhere],
    patterns: base.patterns.map((row) => ({ ...row, id: text, title: text, as_of: text, recheck_by: text })),
    cases: base.cases.map((result) => ({ ...result, lang: text })),
  };
}

test.each([
  '<script>alert(1)</script>',
  '</style></title><svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '--> <!-- <![CDATA[ ]]>',
  '&lt;script&gt; &#60;b&#62;',
  '}@import "//evil.example/x.css";',
  'javascript:alert(1)',
  '\u0000<\u0000b>\u202e<i>',
])('%j in every field adds no tag and no attribute', (text) => {
  expect(skeleton(renderReport(saying(text)))).toEqual(skeleton(renderReport(saying('harmless'))));
});

test('no text at all adds a tag or an attribute', () => {
  const harmless = skeleton(renderReport(saying('harmless')));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
      expect(skeleton(renderReport(saying(`a${text}`)))).toEqual(harmless);
    }),
    { numRuns: 60 },
  );
});

test('a stored object cannot pass for markup', () => {
  const forged = { markup: '<script>', 'Symbol(markup)': '<script>' } as unknown as string;
  expect(renderReport(sampleReport({ state: forged }))).not.toContain('<script');
});

test('the file runs nothing and loads nothing', () => {
  const page = renderReport(sampleReport());
  expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|audio|video)\b/i);
  expect(page).not.toMatch(/\s(src|srcset|on\w+|background|poster)=/i);
  expect(page).not.toContain('@import');
  for (const [, address] of page.matchAll(/url\(([^)]{0,20})/g)) expect(address).toMatch(/^data:font\/woff2/);
  for (const [, element, address] of page.matchAll(/<(\w+) [^>]*href="([^"]*)"/g)) {
    expect(address).toMatch(element === 'a' ? /^(#[a-z0-9-]+|https:\/\/.+)$/ : /^#/);
  }
  expect(page).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
});

test('every link inside the file has its place, and every place its own name', () => {
  const page = renderReport(sampleReport());
  const places = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(places).size).toBe(places.length);
  for (const [, anchor] of page.matchAll(/href="#([^"]*)"/g)) expect(places).toContain(anchor);
});

test('an https reference can be followed, any other is text', () => {
  const references = ['See https://example.org/a?b=1&c=2.', 'http://example.org', 'javascript:alert(1)'];
  const page = renderReport(sampleReport({ findings: [sampleFinding(1, ENGLISH, { references })] }));
  const links = page.match(/<a href="[^#][^>]*>/g);
  expect(links).toEqual(['<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer noopener">']);
});

test('every finding is there with all its ids, and can be reached from the contents', () => {
  const data = sampleReport();
  const page = renderReport(data);
  const contents = /<nav class="contents".*?<\/nav>/s.exec(page)?.[0] ?? '';
  for (const finding of data.findings) {
    expect(contents).toContain(finding.title);
    for (const id of [finding.lineage_id, finding.id, finding.pattern_id])
      expect(page).toContain(`>${id}<`.slice(0, -1));
    for (const one of finding.evidence) {
      expect(page).toContain(`>${one.lineage_id}<`);
      expect(page).toContain(`>${one.qa_log_id}<`);
    }
  }
  expect(page).toContain(`studio lineage show ${data.lineage_id}`);
  expect(page).toContain(`studio lineage verify ${data.root_lineage_id}`);
});

test('findings stand by severity, hints behind all verdicts', () => {
  const page = bodyOf(renderReport(sampleReport()));
  const order = [...page.matchAll(/<h3 [^>]*>Fault number (\d)/g)].map(([, number]) => number);
  expect(order).toEqual(['1', '3', '4', '2']);
  expect(textOf(page)).toContain('Hint (high)');
  expect(page.match(/A hint, not a verdict/g)).toHaveLength(1);
});

test('the verdict says the totals of the data and no other number', () => {
  const page = renderReport(sampleReport());
  const verdict = sectionOf(page, 'verdict') + sectionOf(page, 'numbers');
  expect(verdict).toContain(
    'Stop and mend first: 1 critical fault can do people serious harm; 1 grave one comes on top.',
  );
  expect(verdict).toContain('4 of 27 patterns failed.');
  expect(verdict).toContain('Over all trials 13 of 288 failed, 95 % interval 3 % to 8 %.');
  expect(verdict).toContain('In 1,305 conversations over 61 cases from 27 patterns, Sahayak answered 1,281');
  expect(verdict).toContain('; 19 ended in errors and 5 were not held.');
  expect(verdict).toContain('Of 288 trials that could be judged, 13 failed and 275 passed.');
  expect(verdict).toContain('17 trials could not be judged and count neither for nor against the product.');
  expect(verdict).toContain('4 failed 2 could not be judged 21 passed');
  expect(verdict).toContain('1 Critical 1 High 0 Medium 1 Low 1 Hint');
  const known = '4 27 1,305 61 1,281 19 5 288 13 275 17 2 21 1 0 95 3 8'.split(' ');
  for (const number of verdict.match(/\d[\d,]*\d|\d/g) ?? []) expect(known).toContain(number);
});

test('the five worst are those still to be mended, each with whom it harms, and the week has the remedies of the grave', () => {
  const settled = sampleFinding(9, ENGLISH, { severity: 'critical', status: 'wont_fix', title: 'Left on purpose' });
  const mended = sampleFinding(8, ENGLISH, { severity: 'critical', status: 'fixed', title: 'Mended' });
  const page = renderReport(sampleReport({ findings: [...sampleReport().findings, settled, mended] }));
  const worst = sectionOf(page, 'worst');
  expect(worst).toContain('The four worst findings');
  expect(worst).not.toMatch(/Left on purpose|Mended/);
  expect(worst.match(/Who is harmed: People who are new to it\./g)).toHaveLength(4);
  expect(sectionOf(page, 'this-week').match(/Check the answer by a rule\./g)).toHaveLength(2);
  expect(page).not.toContain('₹');
});

test('when everything is mended or decided on, the verdict says so and names nothing to fix', () => {
  const page = renderReport(sampleReport({ findings: [sampleFinding(1, ENGLISH, { status: 'fixed' })] }));
  expect(sectionOf(page, 'verdict')).toContain('Nothing is left to mend');
  expect(page).not.toContain('id="worst"');
});

test('rupees are told only from the client’s own figures, with the formula', () => {
  const volume = { monthly_users: 50_000, loss_per_case_paise: 2000 };
  const page = renderReport(sampleReport({ volume, summary_lang: 'hi' }));
  // 50,000 × 4/5 × ₹20 = ₹8,00,000; the interval of 4 of 5 is 37.55 % to 96.38 %.
  expect(sectionOf(page, 'worst')).toContain('about ₹8 lakh a month (₹3.8 lakh to ₹9.6 lakh)');
  expect(sectionOf(page, 'worst')).toContain(
    '50,000 people a month × the share of trials that failed × ₹20 for each wrong',
  );
  expect(sectionOf(page, 'saransh')).toContain('लगभग ₹8 लाख हर महीने');
});

test('a summary in Hindi says the same figures, and only when it is asked for', () => {
  expect(renderReport(sampleReport())).not.toContain('id="saransh"');
  const summary = sectionOf(renderReport(sampleReport({ summary_lang: 'hi' })), 'saransh');
  expect(summary).toContain('पहले यह ठीक करें: 1 बहुत गंभीर कमी मिली है');
  expect(summary).toContain('27 तरह की कमियाँ खोजी गईं, जिनमें से 4 मिलीं');
  expect(summary).toContain('288 जवाब परखे जा सके, उनमें से 13 ग़लत और 275 सही');
});

test('the report bears the studio’s own name, and price and scope of the engagement', () => {
  const logo = 'data:image/png;base64,iVBORw0KGgo=';
  const page = renderReport(
    sampleReport({
      brand: { name: 'Asha Audits', colour: '#7a1f5c', logo, contact: 'asha@audits.example' },
      engagement: { client: 'Asha Stores', scope: 'One micro-audit', price_paise: 2_500_000, state: 'booked' },
    }),
  );
  expect(page).toContain(`<img class="logo" alt="" src="${logo}">`);
  expect(page).toContain('--accent:light-dark(#7a1f5c,#');
  expect(textOf(page)).toContain('For Asha Stores. Ordered: One micro-audit. Price of the engagement: ₹25,000.');
});

test('what was not asked is counted, and a fact past its date is named with its source', () => {
  const page = renderReport(sampleReport());
  expect(sectionOf(page, 'scope')).toContain('Patterns in the pack 28');
  expect(sectionOf(page, 'scope')).toContain('Not applicable 1');
  expect(sectionOf(page, 'scope')).toContain('Not asked: Slugs of Indian letters.');
  expect(sectionOf(page, 'facts')).toContain('4 were past their date: what they found are hints');
  expect(sectionOf(page, 'facts')).toContain('31 October 2026 past: a hint only A circular');
});

test('the appendix has every case with its count and the reason of its first failure', () => {
  const repeats = [
    { repeat: 1, verdict: 'pass' as const, reason: 'Fine.', conversations: [], qa_log_ids: [] },
    {
      ...{ repeat: 2, verdict: 'fail' as const, reason: 'It asks for the PIN.', qa_log_ids: [] },
      conversations: [[{ role: 'user' as const, said: said('கேள்வி', 'ta') }]],
    },
  ];
  const [first] = sampleReport().cases;
  const page = renderReport(sampleReport({ cases: [{ ...(first as CaseResult), failed: 1, scored: 2, repeats }] }));
  expect(sectionOf(page, 'cases')).toContain('கேள்வி 1 of 2 3 not judged It asks for the PIN.');
});

test('tables say the sums of their rows', () => {
  const page = renderReport(sampleReport());
  expect(sectionOf(page, 'errors')).toContain('19 conversations ended without an answer');
  expect(sectionOf(page, 'errors')).toContain('http_error 19 times HTTP 502: &lt;html&gt;Bad Gateway');
  expect(sectionOf(page, 'languages')).toContain('Urdu ur 1 cases 4 of 5 failed 0 not judged');
  expect(sectionOf(page, 'patterns')).toContain(
    'pattern-1 Failed Critical 4 of 5 failed 1 not judged 1 April 2026 was to be checked by 31 October 2026',
  );
  expect(sectionOf(page, 'patterns')).toContain('pattern-quiet Passed Medium 0 of 5 failed');
});

test('times are Indian, whatever the machine', () => {
  expect(textOf(renderReport(sampleReport()))).toContain('25 November 2026, 02:01 IST (UTC+05:30)');
});

test('a quotation has its language and direction, and its telling piece is marked', () => {
  const page = renderReport(sampleReport());
  expect(page).toContain('<div class="said" lang="ur" dir="rtl">آپ <mark>1098765</mark> پر فون کریں۔</div>');
  expect(page).toContain('<div class="said" lang="hi" dir="ltr">जी हाँ, <mark>अपना पिन डालें</mark>।');
  expect(page.match(/<mark>/g)).toHaveLength(4);
});

test('a telling piece that no answer shows is given apart', () => {
  const finding = sampleFinding(1, { ...HINDI, quote: 'छिपा हुआ' });
  const page = renderReport(sampleReport({ findings: [finding] }));
  expect(page).toContain('The telling piece');
  expect(page).toContain('<mark>छिपा हुआ</mark>');
});

test('only fonts of scripts that occur are carried', () => {
  const of = (...findings: FindingView[]): string[] => embedded(renderReport(sampleReport({ findings })));
  expect(of(sampleFinding(1, ENGLISH))).toEqual([]);
  expect(of(sampleFinding(1, TAMIL))).toEqual(['Tamil']);
  expect(of(sampleFinding(1, URDU), sampleFinding(2, HINDI))).toEqual(['Devanagari', 'Nastaliq']);
  const letters = 'ক త ಕ ക ક ਕ କ ᱚ ꯀ';
  expect(of(sampleFinding(1, { ...ENGLISH, answered: letters }))).toEqual([
    'Bengali',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Gujarati',
    'Gurmukhi',
    'Odia',
    'Ol Chiki',
    'Meetei Mayek',
  ]);
});

test('an answer of a million characters is cut, and says so', () => {
  const finding = sampleFinding(1, { ...ENGLISH, answered: 'x'.repeat(1_000_000), quote: '' });
  const page = renderReport(sampleReport({ findings: [finding] }));
  expect(page.length).toBeLessThan(100_000);
  expect(textOf(page)).toContain('[9,97,600 characters left out here]');
});

test('hidden direction in an answer is shown and not obeyed', () => {
  const finding = sampleFinding(1, { ...ENGLISH, answered: 'safe \u202e\u2066txt' });
  const page = renderReport(sampleReport({ findings: [finding] }));
  expect(page).toContain('safe [U+202E][U+2066]txt');
  expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('a command with hidden direction says the same to the product', () => {
  const reproduce = `curl -d '{"content":"a\u202eb"}'`;
  const page = renderReport(sampleReport({ findings: [sampleFinding(1, ENGLISH, { reproduce })] }));
  expect(page).toContain('a\\u202eb');
});

test('an audit without a fault is told as good news and no proof', () => {
  const page = renderReport(faultlessReport());
  const verdict = sectionOf(page, 'verdict');
  expect(verdict).toContain('No fault was found in 27 patterns.');
  expect(verdict).toContain('good news and no proof');
  expect(sectionOf(page, 'errors')).toContain('None: every conversation that was held got an answer.');
  expect(page).not.toContain('id="findings"');
});

test('an audit without a single answer does not praise the product', () => {
  const { totals } = sampleReport();
  const page = renderReport(
    sampleReport({
      findings: [],
      totals: { ...totals, patterns_failed: 0, patterns_passed: 0, patterns_unscored: 27, scored: 0, failed: 0 },
    }),
  );
  expect(sectionOf(page, 'verdict')).toContain('Nothing could be judged.');
  expect(sectionOf(page, 'verdict')).not.toContain('No fault');
});

test('a run that has not ended is called unfinished', () => {
  const page = renderReport(sampleReport({ state: 'running', finished_at: null, findings: [] }));
  expect(sectionOf(page, 'verdict')).toContain('its state is “running”');
  expect(sectionOf(page, 'verdict')).toContain('there are none here yet');
});

test('the same data gives the same bytes', () => {
  const zone = process.env.TZ;
  const first = renderReport(sampleReport());
  process.env.TZ = 'Pacific/Auckland';
  const second = renderReport(structuredClone(sampleReport()));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(second).toBe(first);
});

/** 200 findings over 1,000 cases, every text of them long. */
function largeReport(): ReportData {
  const languages = [HINDI, TAMIL, URDU, ENGLISH];
  const findings = Array.from({ length: 200 }, (_, i) => {
    const exchange = languages[i % languages.length] as typeof HINDI;
    const finding = sampleFinding(i, { ...exchange, answered: `${exchange.answered} `.repeat(60) });
    return { ...finding, evidence: [...finding.evidence, ...finding.evidence, ...finding.evidence] };
  });
  const long = `${TAMIL.asked} `.repeat(60);
  const trial = {
    verdict: 'fail' as const,
    reason: 'It asks for the PIN, and says “உங்கள் PIN எண்ணை உள்ளிடவும்” twice.',
    qa_log_ids: [],
  };
  const [first] = sampleReport().cases;
  const cases = Array.from({ length: 1000 }, (_, i) => ({
    ...(first as CaseResult),
    case_id: `case-number-${i}`,
    pattern_id: `pattern-of-some-length-${i % 200}`,
    repeats: [1, 2, 3].map((repeat) => ({
      ...{ repeat, ...trial, conversations: [[{ role: 'user' as const, said: said(long, 'ta') }]] },
    })),
  }));
  return sampleReport({ findings, cases });
}

test('200 findings of 1,000 cases make a file of at most 1.5 MB beside its fonts', () => {
  const page = renderReport(largeReport());
  expect(page.match(/<article /g)).toHaveLength(200);
  expect(page.match(/case-number-/g)).toHaveLength(1000);
  const fonts = page.match(/@font-face\{[^}]*\}/g)?.join('') ?? '';
  expect(Buffer.byteLength(page) - Buffer.byteLength(fonts)).toBeLessThan(1_500_000);
});
