/** Owns the proof that a pack can tell right from wrong: each ideal answer passes, each planted fault fails. */
import type { FieldError } from '@sacred-qa/contracts/errors';
import type { Exchange, Pack, PackCase, Pattern } from '@sacred-qa/contracts/pack';
import { hasRule, oracleProblem, scoreCase } from '../detectors/score-case.ts';

/** The exchange that a target would have had if it gave these last answers; earlier turns count as acknowledged. */
export function sampleExchange(kase: PackCase, answers: readonly string[]): Exchange {
  return {
    conversations: kase.conversations.map((plan, index) => [
      ...(plan.system === undefined ? [] : [{ role: 'system' as const, text: plan.system }]),
      ...plan.turns.flatMap((text, turn) => [
        { role: 'user' as const, lang: plan.lang, text },
        { role: 'assistant' as const, text: turn === plan.turns.length - 1 ? (answers[index] ?? '') : 'OK' },
      ]),
    ]),
  };
}

function repeatedIds(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function checkSamples(pattern: Pattern, kase: PackCase, pointer: string): FieldError[] {
  const problems: FieldError[] = [];
  for (const [field, wanted] of [
    ['ideal', 'pass'],
    ['faults', 'fail'],
  ] as const) {
    for (const [index, answers] of kase[field].entries()) {
      const place = `pattern ${pattern.id}, case ${kase.id}, ${field} ${index + 1}`;
      const at = `${pointer}/${field}/${index}`;
      if (answers.length !== kase.conversations.length) {
        const detail = `${place}: ${answers.length} answers for ${kase.conversations.length} conversations`;
        problems.push({ pointer: at, detail });
        continue;
      }
      const score = scoreCase(pattern, kase, sampleExchange(kase, answers));
      if (score.verdict === wanted) continue;
      problems.push({ pointer: at, detail: `${place}: must ${wanted}, but is ${score.verdict} (${score.reason})` });
    }
  }
  return problems;
}

export function checkPack(pack: Pack): FieldError[] {
  const twice = repeatedIds(pack.patterns.map((pattern) => pattern.id));
  const problems: FieldError[] = twice.map((id) => ({ pointer: '/patterns', detail: `pattern ${id} occurs twice` }));
  for (const [index, pattern] of pack.patterns.entries()) {
    const pointer = `/patterns/${index}`;
    const unknown = oracleProblem(pattern);
    if (unknown !== null) {
      problems.push({ pointer: `${pointer}/oracle/params/rule`, detail: `pattern ${pattern.id}, oracle: ${unknown}` });
      continue;
    }
    for (const id of repeatedIds(pattern.cases.map((kase) => kase.id))) {
      problems.push({ pointer: `${pointer}/cases`, detail: `pattern ${pattern.id}: case ${id} occurs twice` });
    }
    // A pattern that no transcript can show has no samples to prove.
    if (!hasRule(pattern)) continue;
    pattern.cases.forEach((kase, place) => {
      problems.push(...checkSamples(pattern, kase, `${pointer}/cases/${place}`));
    });
  }
  return problems;
}
