/** Audits, beside promptfoo on the same mock: speed, processor time, memory, a second scoring, and the latency that is told. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchPack } from '../setups/audit-pack.ts';
import { reportOf, timedAudit, timedCommand } from '../setups/audit-process.ts';
import { type MockTarget, startMockTarget } from '../setups/mock-target.ts';
import { installPromptfoo, type Promptfoo } from '../setups/promptfoo.ts';
import type { Timed } from '../setups/timed.ts';
import { medianOf } from './contender.ts';

const PATIENCE_S = 600;
const LATENCY_MS = 50;

interface Cell {
  name: string;
  who: 'ours' | 'promptfoo';
  cases: number;
  latencyMs: number;
  slots: number;
}

export interface AuditRow extends Cell {
  /** Medians over the repeats; the whole command, its start and its report included. */
  wallS: number;
  perSecond: number;
  lowest: number;
  highest: number;
  cpuMsPerEval: number;
  peakMib: number;
  repeats: number;
}

export interface AuditFigures {
  promptfoo: string;
  rows: AuditRow[];
  /** `studio audit rescore` of the stored answers with five detectors, the whole command. */
  rescore: { answers: number; wallS: number };
  /** What the report says the median answer took, and what the mock took. */
  latency: { told: number; known: number };
  faults: string[];
}

interface Sizes {
  many: number;
  few: number;
}

/** As many slots as each does best with at no latency, and the same number at 50 ms. */
const cellsOf = ({ many, few }: Sizes): Cell[] => [
  { name: 'ours', who: 'ours', cases: many, latencyMs: 0, slots: 256 },
  { name: 'promptfoo, -j 32', who: 'promptfoo', cases: many, latencyMs: 0, slots: 32 },
  { name: 'promptfoo, -j 4', who: 'promptfoo', cases: many, latencyMs: 0, slots: 4 },
  { name: 'ours', who: 'ours', cases: few, latencyMs: 0, slots: 256 },
  { name: 'ours', who: 'ours', cases: few, latencyMs: LATENCY_MS, slots: 128 },
  { name: 'promptfoo', who: 'promptfoo', cases: few, latencyMs: LATENCY_MS, slots: 128 },
];

export async function measureAudits(given: {
  workDir: string;
  repeats: number;
  quick: boolean;
  say: (line: string) => void;
}): Promise<AuditFigures> {
  const { repeats, quick, say } = given;
  const workDir = join(given.workDir, 'audit');
  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  const sizes = quick ? { many: 2_000, few: 400 } : { many: 10_000, few: 2_000 };
  const promptfoo = await installPromptfoo(given.workDir, say);
  const cells = cellsOf(sizes);
  const runs = new Map<Cell, Timed[]>(cells.map((cell) => [cell, []]));
  const faults: string[] = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const cell of cells) {
      const { timed, fault } = await runCell(cell, workDir, promptfoo);
      runs.get(cell)?.push(timed);
      if (fault !== null) faults.push(fault);
      const { name, cases, latencyMs } = cell;
      say(
        `${repeat}/${repeats}  audit, ${name}, ${cases} at ${latencyMs} ms: ${Math.round(cases / timed.wallS)}/s, ${timed.cpuS.toFixed(1)} s of processor`,
      );
    }
  }
  const rescore = await measureRescore(workDir, sizes.many, faults);
  say(`rescore: ${rescore.answers} answers in ${rescore.wallS} s`);
  const latency = await measureLatency(workDir);
  say(`latency: told ${latency.told} ms, known ${latency.known} ms`);
  return {
    promptfoo: `promptfoo ${promptfoo.version} under Node ${promptfoo.node.slice(1)}`,
    rows: cells.map((cell) => rowOf(cell, runs.get(cell) ?? [])),
    ...{ rescore, latency, faults },
  };
}

async function runCell(
  cell: Cell,
  workDir: string,
  promptfoo: Promptfoo,
): Promise<{ timed: Timed; fault: string | null }> {
  const mock = await startMockTarget({ latencyMs: cell.latencyMs });
  try {
    return cell.who === 'ours' ? await runOurs(cell, workDir, mock) : await runPromptfoo(cell, promptfoo, mock);
  } finally {
    await mock.close();
  }
}

async function runPromptfoo({ cases, slots, name }: Cell, promptfoo: Promptfoo, mock: MockTarget) {
  const timed = await promptfoo.eval({ cases, url: mock.url, concurrency: slots });
  const isWhole = timed.exit === 0 && timed.rows === cases && mock.stats.answered === cases;
  return {
    timed,
    fault: isWhole ? null : `${name}: ${timed.rows} rows of ${cases}, exit ${timed.exit}: ${timed.said.slice(-300)}`,
  };
}

/** The store was opened once before, as that of a user was; it holds no answer that could be used again. */
async function runOurs({ cases, slots }: Cell, workDir: string, mock: MockTarget) {
  const folder = join(workDir, 'ours');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await timedCommand(folder, PATIENCE_S, 'audit', 'list');
  const timed = await timedAudit({ folder, pack: benchPack(cases, 1), url: mock.url, concurrency: slots }, PATIENCE_S);
  const { answered, scored, unscored } = reportOf(folder).totals;
  const isWhole =
    timed.exit === 0 && answered === cases && scored + unscored === cases && mock.stats.answered === cases;
  return {
    timed,
    fault: isWhole ? null : `ours: ${answered} answered of ${cases}, exit ${timed.exit}: ${timed.said.slice(-300)}`,
  };
}

/** Of a run that stands; the target is gone meanwhile, and is not missed. */
async function measureRescore(workDir: string, answers: number, faults: string[]): Promise<AuditFigures['rescore']> {
  const folder = join(workDir, 'rescored');
  const mock = await startMockTarget({ latencyMs: 0 });
  await timedAudit({ folder, pack: benchPack(answers, 1), url: mock.url, concurrency: 256 }, PATIENCE_S);
  await mock.close();
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const timed = await timedCommand(folder, PATIENCE_S, 'audit', 'rescore', 'last');
    times.push(timed.wallS);
    if (timed.exit !== 0) faults.push(`rescore ended with ${timed.exit}: ${timed.said.slice(-300)}`);
  }
  return { answers, wallS: medianOf(times) };
}

/** With few slots, so that neither side waits for a processor. */
async function measureLatency(workDir: string): Promise<AuditFigures['latency']> {
  const mock = await startMockTarget({ latencyMs: LATENCY_MS });
  const folder = join(workDir, 'latency');
  await timedAudit({ folder, pack: benchPack(200, 1), url: mock.url, concurrency: 4 }, PATIENCE_S);
  await mock.close();
  return { told: Math.round((reportOf(folder).latency_ms?.median ?? Number.NaN) * 10) / 10, known: LATENCY_MS };
}

function rowOf(cell: Cell, runs: readonly Timed[]): AuditRow {
  const rates = runs.map(({ wallS }) => cell.cases / wallS);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    ...cell,
    wallS: round(medianOf(runs.map(({ wallS }) => wallS))),
    perSecond: round(medianOf(rates)),
    lowest: round(Math.min(...rates)),
    highest: round(Math.max(...rates)),
    cpuMsPerEval: round(medianOf(runs.map(({ cpuS }) => (cpuS * 1000) / cell.cases))),
    peakMib: Math.round(medianOf(runs.map(({ peakMib }) => peakMib))),
    repeats: runs.length,
  };
}
