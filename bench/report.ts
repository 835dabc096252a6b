/** Turns a results file into the demands with their values, and into the tables of the README. */
import type { Machine } from './machine.ts';
import type { AuditFigures, AuditRow } from './sections/audit.ts';
import type { ConsoleFigures } from './sections/console.ts';
import type { Measured } from './sections/contender.ts';
import type { HelpFigures } from './sections/help.ts';
import { MAIL_NAMES } from './sections/mail.ts';
import type { MemoryFigures } from './sections/memory.ts';
import { POST_NAMES } from './sections/post.ts';
import type { SizeFigures } from './sections/size.ts';
import { TREE_OURS } from './sections/tree.ts';

export interface Results {
  startedAt: string;
  tookMinutes: number;
  commit: string;
  /** Files of the work tree differed from the commit. */
  changed: boolean;
  quick: boolean;
  machine: Machine;
  postgres?: string;
  pythons?: string[];
  post?: Measured[];
  tree?: Measured[];
  mail?: Measured[];
  audit?: AuditFigures;
  help?: HelpFigures;
  memory?: { server: MemoryFigures; embedded: MemoryFigures };
  console?: { embedded: ConsoleFigures; server: ConsoleFigures };
  size?: SizeFigures;
}

export interface Demand {
  what: string;
  value: number;
  /** Absent for a figure that is told beside the demands. */
  must?: number;
  goal?: number;
  unit: '' | ' MiB' | ' MB' | ' ms';
  /** `most` when a smaller value is better. */
  bound: 'least' | 'most';
}

type Pick = (one: Measured) => boolean;
const is =
  (pattern: RegExp): Pick =>
  ({ name }) =>
    pattern.test(name);

const best = (measured: readonly Measured[], pick: Pick): number =>
  Math.max(...measured.filter(pick).map((one) => one.perSecond));

export function demandsOf(results: Results): Demand[] {
  const found = [
    ...(results.post ? postDemands(results.post) : []),
    ...(results.tree ? treeDemands(results.tree) : []),
    ...(results.audit ? auditDemands(results.audit) : []),
    ...(results.mail ? mailDemands(results.mail) : []),
    ...otherDemands(results),
    ...Object.entries(results.console ?? {}).flatMap(([store, figures]) => consoleDemands(store, figures)),
  ];
  return found
    .filter(({ value }) => Number.isFinite(value))
    .map((one) => ({ ...one, value: Math.round(one.value * 100) / 100 }));
}

function postDemands(post: readonly Measured[]): Demand[] {
  const server = best(post, ({ name }) => name === POST_NAMES.server);
  const fresh = best(post, ({ name }) => name === POST_NAMES.fresh);
  const embedded = best(post, ({ name }) => name === POST_NAMES.embedded);
  const transaction = best(post, is(/^pgbench, a transaction/));
  const least = { unit: '', bound: 'least' } as const;
  return [
    {
      ...least,
      what: 'POST, PostgreSQL ÷ pgbench’s best, a transaction a request',
      value: server / transaction,
      must: 1.5,
      goal: 3,
    },
    {
      ...least,
      what: '÷ pgbench’s best, a single statement a request',
      value: server / best(post, is(/a statement a/)),
    },
    {
      ...least,
      what: '÷ pgbench’s ceiling, 32 declarations a statement',
      value: server / best(post, is(/declarations a/)),
    },
    { ...least, what: 'the same, begun on an empty database ÷ pgbench’s best', value: fresh / transaction },
    {
      ...least,
      what: 'POST, PostgreSQL ÷ best tuned FastAPI (SQLAlchemy)',
      value: server / best(post, is(/FastAPI (async|lean)/)),
      must: 6,
      goal: 12,
    },
    {
      ...least,
      what: '÷ FastAPI without SQLAlchemy, a single statement a request',
      value: server / best(post, is(/FastAPI raw/)),
    },
    {
      ...least,
      what: '÷ plain FastAPI',
      value: server / best(post, is(/FastAPI plain.* 1 worker$/)),
      must: 25,
      goal: 50,
    },
    {
      ...least,
      what: 'POST, embedded and durable ÷ that pgbench figure',
      value: embedded / transaction,
      must: 0.5,
      goal: 1,
    },
  ];
}

function treeDemands(tree: readonly Measured[]): Demand[] {
  const ours = best(tree, ({ name }) => name === TREE_OURS);
  const least = { unit: '', bound: 'least' } as const;
  return [
    {
      ...least,
      what: 'tree of 100 nodes ÷ async FastAPI',
      value: ours / best(tree, is(/async.* 1 worker$/)),
      must: 10,
      goal: 30,
    },
    { ...least, what: '÷ lean FastAPI, 2 workers', value: ours / best(tree, is(/lean/)) },
  ];
}

function auditDemands({ rows, rescore, latency }: AuditFigures): Demand[] {
  const of = (who: AuditRow['who'], isSlow: boolean) =>
    rows.filter((row) => row.who === who && row.latencyMs > 0 === isSlow);
  const cases = Math.max(...rows.map((row) => row.cases));
  const ours = of('ours', false).find((row) => row.cases === cases);
  const fewer = of('ours', false).find((row) => row.cases < cases);
  const [slow, slowPeer] = [of('ours', true)[0], of('promptfoo', true)[0]];
  const peers = of('promptfoo', false);
  const least = { unit: '', bound: 'least' } as const;
  const most = { unit: '', bound: 'most' } as const;
  const speed = Math.max(...peers.map((row) => row.perSecond));
  const cpuMs = Math.min(...peers.map((row) => row.cpuMsPerEval));
  return [
    {
      ...least,
      what: `audit of ${cases} cases at no latency ÷ promptfoo`,
      value: (ours?.perSecond ?? Number.NaN) / speed,
      must: 8,
    },
    {
      ...least,
      what: 'promptfoo’s processor time an eval ÷ ours',
      value: cpuMs / (ours?.cpuMsPerEval ?? Number.NaN),
      must: 8,
    },
    {
      ...least,
      what: `audit of ${slow?.cases} cases at ${slow?.latencyMs} ms, ${slow?.slots} slots ÷ promptfoo`,
      value: (slow?.perSecond ?? Number.NaN) / (slowPeer?.perSecond ?? Number.NaN),
      must: 8,
    },
    {
      ...most,
      what: `peak memory with ${cases} cases ÷ with ${fewer?.cases}`,
      value: (ours?.peakMib ?? Number.NaN) / (fewer?.peakMib ?? Number.NaN),
      must: 1.25,
    },
    { ...most, what: `\`studio audit rescore\` of ${rescore.answers} answers, seconds`, value: rescore.wallS, must: 5 },
    {
      ...most,
      what: 'latency told and known, milliseconds apart',
      value: Math.abs(latency.told - latency.known),
      must: 5,
    },
  ];
}

/** Told, not demanded: for twenty mails a week none of them is a need. */
function mailDemands(mail: readonly Measured[]): Demand[] {
  const named = (name: string): number => best(mail, (one) => one.name.startsWith(name));
  const least = { unit: '', bound: 'least' } as const;
  return [
    {
      ...least,
      what: 'mail, sent from ready bytes with its rows, embedded ÷ nodemailer signed',
      value: named(MAIL_NAMES.sendEmbedded) / named(MAIL_NAMES.signed),
    },
    { ...least, what: 'the same, PostgreSQL', value: named(MAIL_NAMES.sendServer) / named(MAIL_NAMES.signed) },
    {
      ...least,
      what: 'mail, composed, signed, sealed and stored, embedded ÷ nodemailer signed',
      value: named(MAIL_NAMES.reserveEmbedded) / named(MAIL_NAMES.signed),
    },
    {
      ...least,
      what: 'mail, sent from ready bytes, PostgreSQL ÷ the wire’s limit (smtp-source)',
      value: named(MAIL_NAMES.sendServer) / named(MAIL_NAMES.source),
    },
  ];
}

function otherDemands({ help, memory, size }: Results): Demand[] {
  const most = { bound: 'most' } as const;
  return [
    ...(help
      ? [
          {
            ...most,
            what: '`studio --help`, wall ÷ `node -e 0`',
            value: Math.max(help.launcherMs, help.linkedMs) / help.nothingMs,
            must: 3,
            goal: 2,
            unit: '' as const,
          },
        ]
      : []),
    ...(memory
      ? [
          {
            ...most,
            what: 'memory under load after 100,000 nodes, PostgreSQL',
            value: memory.server.underLoad.rssMib,
            must: 240,
            goal: 180,
            unit: ' MiB' as const,
          },
          {
            ...most,
            what: 'memory under load after 100,000 nodes, embedded',
            value: memory.embedded.underLoad.rssMib,
            must: 600,
            goal: 450,
            unit: ' MiB' as const,
          },
        ]
      : []),
    ...(size
      ? [
          {
            ...most,
            what: '`npm ci --omit=dev`, without the carried Node',
            value: size.withoutNodeMb,
            must: 150,
            unit: ' MB' as const,
          },
          { ...most, what: '`npm ci --omit=dev`, in all', value: size.totalMb, unit: ' MB' as const },
        ]
      : []),
  ];
}

function consoleDemands(store: string, figures: ConsoleFigures): Demand[] {
  const over = `${store}, ${figures.nodes.toLocaleString('en')} nodes`;
  const most = { bound: 'most' } as const;
  return [
    { ...most, what: `console, first view, ${over}`, value: figures.firstViewMs, must: 1000, unit: ' ms' },
    { ...most, what: `console, opening the tree, ${over}`, value: figures.treeMs, must: 1000, unit: ' ms' },
    { ...most, what: `console, rows of a list in the page, ${over}`, value: figures.rows, must: 200, unit: '' },
    {
      ...most,
      what: `console, longest task after the first paint, ${over}`,
      value: figures.longestTaskMs,
      must: 50,
      unit: ' ms',
    },
  ];
}

export type Verdict = 'goal' | 'must' | 'missed' | 'told';

export function verdictOf({ value, must, goal, bound }: Demand): Verdict {
  const reaches = (mark: number | undefined): boolean =>
    mark !== undefined && (bound === 'least' ? value >= mark : value <= mark);
  if (must === undefined) return 'told';
  if (goal !== undefined && reaches(goal)) return 'goal';
  return reaches(must) ? 'must' : 'missed';
}

/** What would make every figure of the run worthless. */
export function faultsOf({ post = [], tree = [], mail = [], memory, audit }: Results): string[] {
  return [
    ...(audit?.faults ?? []),
    ...[...post, ...tree, ...mail].flatMap(({ name, errors, lost }) => [
      ...(errors > 0 ? [`${name}: ${errors} requests failed`] : []),
      ...(lost > 0 ? [`${name}: ${lost} answers without their row`] : []),
    ]),
    ...Object.entries(memory ?? {}).flatMap(([store, { errors }]) =>
      errors > 0 ? [`memory, ${store}: ${errors} requests failed`] : [],
    ),
  ];
}

const number = (value: number | null, digits = 0): string =>
  value === null || Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const VERDICT_TEXT: Record<Verdict, string> = {
  goal: 'goal reached',
  must: 'must reached',
  missed: 'MISSED',
  told: '',
};

export function demandsTable(results: Results): string {
  const rows = demandsOf(results).map((demand) => {
    const digits = demand.unit === '' ? 2 : 0;
    const mark = (value: number | undefined): string => (value === undefined ? '' : `${value}${demand.unit}`);
    const value = `${number(demand.value, digits)}${demand.unit}`;
    return `| ${demand.what} | ${value} | ${mark(demand.must)} | ${mark(demand.goal)} | ${VERDICT_TEXT[verdictOf(demand)]} |`;
  });
  return ['| what | measured | must | goal | |', '| --- | --: | --: | --: | --- |', ...rows].join('\n');
}

function measuredTable(measured: readonly Measured[]): string {
  const rows = measured
    .toSorted((a, b) => b.perSecond - a.perSecond)
    .map(
      (one) =>
        `| ${one.name} | ${number(one.perSecond)} | ${number(one.lowest)}–${number(one.highest)} | ${number(one.p50Ms, 1)} | ${number(one.p99Ms, 1)} | ${number(one.cpuCores, 2)} | ${number(one.databaseCores, 2)} | ${number(cpuMicrosOf(one))} | ${number(one.rssMib)} |`,
    );
  return [
    '| setup | a second | range | p50 ms | p99 ms | cores | cores of PostgreSQL | CPU µs an answer | RSS MiB |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** What one answer cost server and database together: of all figures the one that a busy machine falsifies least. */
function cpuMicrosOf({ cpuCores, databaseCores, perSecond }: Measured): number | null {
  if (cpuCores === null && databaseCores === null) return null;
  return (((cpuCores ?? 0) + (databaseCores ?? 0)) / perSecond) * 1_000_000;
}

function auditTable({ rows, promptfoo, rescore, latency }: AuditFigures): string {
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${number(row.cases)} | ${row.latencyMs} | ${row.slots} | ${number(row.wallS, 1)} | ${number(row.perSecond)} | ${number(row.lowest)}–${number(row.highest)} | ${number(row.cpuMsPerEval, 2)} | ${number(row.peakMib)} |`,
  );
  return [
    '| setup | cases | latency ms | slots | wall s | evals a second | range | CPU ms an eval | peak RSS MiB |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
    `Beside ${promptfoo}. Whole commands: start, report and all. ${number(rescore.answers)} stored answers were scored again in ${number(rescore.wallS, 1)} s. Against a mock of ${latency.known} ms the report says ${number(latency.told, 1)} ms.`,
  ].join('\n');
}

function memoryTable(memory: NonNullable<Results['memory']>): string {
  const rows = Object.entries(memory).map(
    ([store, one]) =>
      `| ${store} | ${one.atStart.rssMib} | ${one.underLoad.rssMib} | ${one.highest.rssMib} | ${one.underLoad.ussMib} | ${number(one.nodesBefore)} |`,
  );
  return [
    '| store | RSS at start | RSS under load | highest | of it its own (USS) | nodes before |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** The generated part of the README. */
export function figuresOf(results: Results): string {
  const { machine, help, size } = results;
  const parts = [
    `Run of ${results.startedAt.slice(0, 10)}, ${results.tookMinutes} minutes, commit ${results.commit}${results.changed ? ' with changes not yet committed' : ''}. ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB; ${machine.system}, Linux ${machine.kernel}; Node ${machine.node.slice(1)}, PostgreSQL ${results.postgres ?? '–'}; load at the start ${machine.loadAtStart}.`,
    ...(results.pythons ?? []).map((line) => `- ${line}`),
    demandsTable(results),
    ...(results.post ? [`### POST /api/v1/sankalpa, 64 connections`, measuredTable(results.post)] : []),
    ...(results.tree ? ['### GET of a whole tree of 100 nodes, 64 connections', measuredTable(results.tree)] : []),
    ...(results.audit ? ['### Audits, beside promptfoo', auditTable(results.audit)] : []),
    ...(results.mail ? ['### Mails into smtp-sink, about 5.6 KB each', measuredTable(results.mail)] : []),
    ...(results.memory ? ['### Memory, MiB', memoryTable(results.memory)] : []),
    ...(help
      ? [
          `\`node -e 0\` takes ${help.nothingMs} ms under Node ${help.node.slice(1)}, \`node cli/bin/studio.js --help\` ${help.launcherMs} ms, \`node_modules/.bin/studio --help\` ${help.linkedMs} ms (medians of ${help.runs}).`,
        ]
      : []),
    ...(size
      ? [
          `\`npm ci --omit=dev\` of ${size.commit}: ${size.totalMb} MB in ${size.packages} packages (${size.onDiskMb} MB on disk), ${size.withoutNodeMb} MB without the carried Node. The largest: ${size.largest.map(({ name, mb }) => `${name} ${mb}`).join(', ')}.`,
        ]
      : []),
  ];
  return parts.join('\n\n').replaceAll(/\n\n(?=- )/g, '\n');
}
