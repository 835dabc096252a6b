/** What a run of the proofs found, for people. */
import type { Machine } from '../machine.ts';
import type { ProofResult } from './proof.ts';

export interface ProofReport extends ProofResult {
  name: string;
  passed: boolean;
  tookS: number;
}

export interface Report {
  /** UTC. */
  startedAt: string;
  tookMinutes: number;
  small: boolean;
  seed: number;
  commit: string;
  /** True when tracked files differed from the commit. */
  changed: boolean;
  machine: Machine;
  passed: boolean;
  proofs: ProofReport[];
}

export function summaryOf(report: Report): string {
  const { machine, proofs } = report;
  const commit = `commit ${report.commit}${report.changed ? ' with changes on top' : ''}`;
  const where = `${machine.cores} cores (${machine.cpu}), ${machine.memoryGib} GiB, ${machine.system}, Node ${machine.node}`;
  return [
    `# Proofs of ${report.startedAt.slice(0, 10)}: ${report.passed ? 'all hold' : 'NOT all hold'}`,
    '',
    `${report.small ? 'Small run' : 'Full run'} of ${commit}, seed ${report.seed}, begun ${report.startedAt}, ${report.tookMinutes} minutes.`,
    `${where}; load at the start ${machine.loadAtStart}.`,
    '',
    'Made by `npm run proofs`; `npm run proofs -- --help` says what each proof does.',
    ...proofs.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf({ name, passed, tookS, figures, faults, skipped }: ProofReport): string[] {
  const rows = Object.entries(figures).map(([figure, value]) => `| ${figure.replaceAll('_', ' ')} | ${value} |`);
  return [
    '',
    `## ${name}: ${passed ? 'holds' : 'FAILS'} (${tookS} s)`,
    ...(rows.length > 0 ? ['', '| figure | value |', '|---|---|', ...rows] : []),
    ...(faults.length > 0 ? ['', ...faults.map((fault) => `- fault: ${fault.replaceAll('\n', ' ')}`)] : []),
    ...(skipped.length > 0 ? ['', ...skipped.map((reason) => `- not run: ${reason}`)] : []),
  ];
}
