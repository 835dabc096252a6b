/**
 * The optional judge: up to two models that refine what rules said, each measured against labels of people. Its failures
 * are its own: what it cannot judge is `unscored`, and where nobody has measured it, what it says only hints.
 */

import { StudioError } from '@sacred-qa/contracts/errors';
import type { Calibration, JudgeLabel, JudgeStatus } from '@sacred-qa/contracts/judge';
import type { Pack, Pattern } from '@sacred-qa/contracts/pack';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { JudgeConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { LoadedPack } from '../audits/packs/load-pack.ts';
import { agreementOf, type Vote, whyUncalibrated } from './agreement.ts';
import { eachOf } from './each-of.ts';
import { judgeRepo, type NewLabel, type StoredLabel, type VotedOn } from './judge.repo.ts';
import type { JudgeClient, JudgeVote } from './judge-client.ts';
import { configHash, type JudgeModel, rubricOf, type Subject, subjectHash, subjectOf } from './judge-prompt.ts';
import { whyItself } from './own-judge.ts';

/** Subjects that are before the judges at a time. */
const AT_ONCE = 8;

export interface JudgeDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  judges: readonly JudgeConfig[];
  openClient: (model: JudgeModel, key: string | null) => JudgeClient;
  listPacks: () => Promise<readonly LoadedPack[]>;
}

/** The judges of one set of verdicts. */
export interface Panel {
  /** What each judge says of the subject, stored before it is told; null for a pattern without a rubric. */
  vote(pattern: Pattern, lang: string, subject: Subject, on: VotedOn): Promise<PanelVotes | null>;
  close(): Promise<void>;
}

export interface PanelVotes {
  votes: (JudgeVote & { model: string; configHash: string })[];
  /** True when one of them was not measured in this language: then what they say only hints. */
  isAdvisory: boolean;
}

export type JudgeService = ReturnType<typeof createJudgeService>;

export function createJudgeService(deps: JudgeDeps) {
  const { db, clock } = deps;
  const judges = deps.judges.map(({ url, model, key }, i) => ({ judge: i + 1, url, model, key }));

  function required(): typeof judges {
    if (judges.length > 0) return judges;
    throw new StudioError(
      'conflict',
      'No judge is set: JUDGE_URL and JUDGE_MODEL name one, in the environment or .env.shared. An audit needs none.',
    );
  }

  /** Throws `conflict` when there is no judge, or when it would judge itself. */
  function assertMayJudge(target: TargetSpec, answering: readonly string[], mayBeTarget: boolean): void {
    for (const judge of required()) {
      const why = mayBeTarget ? null : whyItself(judge, target, answering);
      if (why === null) continue;
      const detail = `${why} A model that judges itself proves nothing. Set another judge, or insist with --judge-may-be-target.`;
      throw new StudioError('conflict', detail);
    }
  }

  function openPanel(rubrics: ReadonlyMap<string, string>, calibrated: ReadonlySet<string>): Panel {
    const panel = required().map((judge) => ({
      ...judge,
      client: deps.openClient(judge, judge.key?.reveal() ?? null),
    }));

    const verdicts = new Map<string, Promise<JudgeVote>>();

    /** What a judge says of a subject. Equal answers that come together are judged once, and the others cost nothing. */
    async function verdictOn(key: string, ask: () => Promise<JudgeVote>): Promise<JudgeVote> {
      for (let before = verdicts.get(key); before !== undefined; before = verdicts.get(key)) {
        const vote = await before.catch(() => null);
        if (vote !== null && vote.verdict !== 'unscored') return { ...vote, calls: 0, tokensIn: 0, tokensOut: 0 };
        if (verdicts.get(key) === before) verdicts.delete(key);
      }
      const asked = ask();
      verdicts.set(key, asked);
      return asked;
    }

    async function voteOf(
      one: (typeof panel)[number],
      rubric: string,
      what: Omit<Voting, 'rubric'>,
    ): Promise<PanelVotes['votes'][number]> {
      const { judge, model, client } = one;
      const named = { judge, model, configHash: configHash(one, rubric) };
      const hash = subjectHash(what.subject);
      const vote = await verdictOn(
        `${named.configHash} ${hash}`,
        async () => (await judgeRepo.known(db, named.configHash, hash)) ?? client.judge(rubric, what.subject),
      );
      const kept = { ...vote, ...(deps.redact({ reason: vote.reason, quote: vote.quote, said: vote.said }) as object) };
      await judgeRepo.addVote(db, {
        ...(kept as JudgeVote),
        ...named,
        ...{ id: deps.newId(), on: what.on, patternId: what.subject.pattern, lang: what.lang, subjectHash: hash },
        at: isoOf(clock.now()),
      });
      return { ...(kept as JudgeVote), ...named };
    }

    return {
      async vote(pattern, lang, subject, on) {
        const rubric = rubrics.get(pattern.id);
        if (rubric === undefined) return null;
        const votes = await Promise.all(panel.map((one) => voteOf(one, rubric, { lang, subject, on })));
        return { votes, isAdvisory: votes.some((vote) => !calibrated.has(`${vote.configHash}/${lang}`)) };
      },
      async close() {
        await Promise.all(panel.map(({ client }) => client.close()));
      },
    };
  }

  async function calibrationsOf(patterns: readonly Pattern[]): Promise<Calibration[]> {
    const rubrics = rubricsIn(patterns);
    const labels = await judgeRepo.labels(db, [...rubrics.keys()]);
    const rows = judges.flatMap((judge) =>
      [...Map.groupBy(labels, ({ patternId, lang }) => `${patternId} ${lang}`).values()].map((of) => ({
        judge,
        of,
        hash: configHash(judge, rubrics.get(of[0]?.patternId ?? '') ?? ''),
      })),
    );
    const votes = await judgeRepo.votesOnLabels(db, [...new Set(rows.map(({ hash }) => hash))]);
    const said = new Map(votes.map((vote) => [`${vote.configHash} ${vote.subjectHash}`, vote.verdict]));
    return rows.map(({ judge, of, hash }) => calibrationOf(judge, of, hash, said));
  }

  async function patternsOf(pack: Pack | null): Promise<Pattern[]> {
    if (pack !== null) return pack.patterns;
    const all = (await deps.listPacks()).flatMap((loaded) => loaded.pack.patterns);
    return [...new Map(all.map((pattern) => [pattern.id, pattern])).values()];
  }

  async function status(pack: Pack | null): Promise<JudgeStatus> {
    const patterns = await patternsOf(pack);
    return {
      judges: judges.map(({ judge, model, url }) => ({ judge, model, url })),
      rubrics: rubricsIn(patterns).size,
      labels: await judgeRepo.labelCounts(db),
      calibrations: await calibrationsOf(patterns),
    };
  }

  return {
    assertMayJudge,
    status,

    /** Keeps labels; of one answer the newest holds, and the same label again is not kept twice. */
    async label(given: readonly JudgeLabel[], by: string): Promise<{ added: number; known: number }> {
      db.assertWritable();
      const at = isoOf(clock.now());
      const labels = given.map((label) => newLabel(label, by, at));
      return db.transaction(async (tx) => {
        const standing = await judgeRepo.newestVerdicts(
          tx,
          labels.map(({ subjectHash }) => subjectHash),
        );
        const fresh = labels.filter(({ subjectHash, verdict }) => {
          const isNew = standing.get(subjectHash) !== verdict;
          standing.set(subjectHash, verdict);
          return isNew;
        });
        if (fresh.length > 0) await judgeRepo.addLabels(tx, fresh);
        return { added: fresh.length, known: labels.length - fresh.length };
      });
    },

    /** Puts every label of these patterns to the judges that have not given a verdict on it, as they are now. */
    async calibrate(pack: Pack | null): Promise<JudgeStatus> {
      db.assertWritable();
      required();
      const patterns = await patternsOf(pack);
      const rubrics = rubricsIn(patterns);
      const byId = new Map(patterns.map((pattern) => [pattern.id, pattern]));
      const labels = await judgeRepo.labels(db, [...rubrics.keys()]);
      const hashes = judges.flatMap((judge) => [...rubrics.values()].map((rubric) => configHash(judge, rubric)));
      const votes = await judgeRepo.votesOnLabels(db, hashes);
      const judged = Map.groupBy(
        votes.filter(({ verdict }) => verdict !== 'unscored'),
        (vote) => vote.subjectHash,
      );
      const open = labels.filter((label) => (judged.get(label.subjectHash)?.length ?? 0) < judges.length);
      const panel = openPanel(rubrics, new Set());
      try {
        await eachOf(open, AT_ONCE, async ({ id, patternId, lang, subject }) => {
          const pattern = byId.get(patternId);
          if (pattern !== undefined) await panel.vote(pattern, lang, subject, { labelId: id });
        });
      } finally {
        await panel.close();
      }
      return status(pack);
    },

    /** The judges of an audit's answers. Throws as `assertMayJudge` does. */
    async panelOf(audit: { id: string; pack: Pack; targetSpec: TargetSpec }, mayBeTarget: boolean): Promise<Panel> {
      assertMayJudge(audit.targetSpec, await judgeRepo.modelsThatAnswered(db, audit.id), mayBeTarget);
      const calibrations = await calibrationsOf(audit.pack.patterns);
      const calibrated = calibrations.filter((one) => one.calibrated).map((one) => `${one.config_hash}/${one.lang}`);
      return openPanel(rubricsIn(audit.pack.patterns), new Set(calibrated));
    },
  };

  function newLabel(label: JudgeLabel, by: string, at: string): NewLabel {
    const subject = deps.redact(subjectOf(label.pattern, label.expect, label)) as Subject;
    return {
      ...{ id: deps.newId(), patternId: label.pattern, lang: label.lang, subject, subjectHash: subjectHash(subject) },
      ...{ verdict: label.verdict, author: by, note: deps.redact(label.note) as string, at },
    };
  }
}

interface Voting {
  rubric: string;
  lang: string;
  subject: Subject;
  on: VotedOn;
}

function rubricsIn(patterns: readonly Pattern[]): Map<string, string> {
  const found = patterns.map((pattern) => [pattern.id, rubricOf(pattern)] as const);
  return new Map(found.filter((one): one is readonly [string, string] => one[1] !== undefined));
}

function calibrationOf(
  { judge, model }: JudgeModel,
  labels: readonly StoredLabel[],
  hash: string,
  said: ReadonlyMap<string, JudgeVote['verdict']>,
): Calibration {
  const pairs = labels.flatMap(({ subjectHash, verdict }): (readonly [Vote, Vote])[] => {
    const vote = said.get(`${hash} ${subjectHash}`);
    return vote === 'pass' || vote === 'fail' ? [[verdict, vote]] : [];
  });
  const isAsked = labels.some(({ subjectHash }) => said.has(`${hash} ${subjectHash}`));
  const why = isAsked
    ? whyUncalibrated(pairs, labels.length)
    : 'It has not been asked about these labels as it is now.';
  return {
    ...{ pattern: labels[0]?.patternId ?? '', lang: labels[0]?.lang ?? '', judge, model, config_hash: hash },
    ...{ labels: labels.length, unscored: isAsked ? labels.length - pairs.length : 0, agreement: agreementOf(pairs) },
    ...{ calibrated: why === '', why },
  };
}
