/** What a node is called, and the tone of its outcome. Pure. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { lineage } from '../../strings/lineage.ts';
import { wordsOf } from '../../ui/format.ts';
import type { Tone } from '../../ui/mark.tsx';

export const nameOf = (node: LineageNode): string => lineage.kinds[node.operation_type] ?? wordsOf(node.operation_type);

/** `end`: the node below it that ended what it began. */
export function outcomeOf(node: LineageNode, end?: LineageNode): { tone: Tone; word: string } {
  const success = node.success ?? end?.success ?? null;
  if (success === null) return { tone: 'busy', word: lineage.running };
  return success ? { tone: 'passed', word: lineage.ok } : { tone: 'high', word: lineage.failed };
}

/** Short words of what was recorded, for a row. */
export function noteOf(node: LineageNode): string {
  const { pattern_id: pattern, failed, scored, pack, status, language, attempts } = node.metadata;
  if (typeof pattern === 'string') {
    return typeof failed === 'number' && typeof scored === 'number' ? `${pattern} ${failed}/${scored}` : pattern;
  }
  if (typeof pack === 'string') return pack;
  if (typeof status === 'string') return status;
  if (Array.isArray(attempts)) return `× ${attempts.length}`;
  return typeof language === 'string' ? language : '';
}
