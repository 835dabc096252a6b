/** Findings by severity; the counts are the filter. What is chosen stands beside the list with its evidence. */
import type { FindingView } from '@sacred-qa/contracts/report';
import { Link } from 'wouter';
import { audits } from '../../strings/audits.ts';
import { t } from '../../strings/strings.ts';
import { SeverityMark } from '../../ui/mark.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Split } from '../../ui/split.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from './audits.module.css';
import { Finding } from './finding.tsx';

const GRADES = ['critical', 'high', 'medium', 'low', 'hint'] as const;
type Grade = (typeof GRADES)[number];

const gradeOf = (finding: FindingView): Grade => (finding.advisory ? 'hint' : finding.severity);
const nameOf = (grade: Grade): string => (grade === 'hint' ? audits.hints : t.severity[grade]);

export function Findings({ findings }: { findings: FindingView[] }) {
  const search = useSearch();
  const wanted = search.get('grade');
  const shown = findings
    .filter((finding) => wanted === '' || gradeOf(finding) === wanted)
    .sort((a, b) => GRADES.indexOf(gradeOf(a)) - GRADES.indexOf(gradeOf(b)));
  const chosen = findings.find(({ id }) => id === search.get('finding'));
  const count = (grade: Grade): number => findings.filter((finding) => gradeOf(finding) === grade).length;
  return (
    <>
      <fieldset className={styles.grades}>
        <legend className="sr-only">{t.list.filters}</legend>
        <button type="button" aria-pressed={wanted === ''} onClick={() => search.set('grade', '')}>
          {audits.every} <b className="number">{findings.length}</b>
        </button>
        {GRADES.filter((grade) => count(grade) > 0).map((grade) => (
          <button
            key={grade}
            type="button"
            aria-pressed={wanted === grade}
            onClick={() => search.set('grade', wanted === grade ? '' : grade)}
          >
            {nameOf(grade)} <b className="number">{count(grade)}</b>
          </button>
        ))}
      </fieldset>
      <Split
        label={audits.findingsTitle}
        back={search.with('finding', '')}
        detail={chosen === undefined ? null : <Finding key={chosen.id} finding={chosen} />}
        list={
          <Rows
            label={audits.findingsTitle}
            items={shown}
            keyOf={(finding) => finding.id}
            tall
            render={(finding) => (
              <Link
                href={search.with('finding', finding.id)}
                aria-current={finding.id === chosen?.id ? 'true' : undefined}
              >
                <RowTitle>{finding.title}</RowTitle>
                {finding.status !== 'open' && <RowNote>{audits.statuses[finding.status]}</RowNote>}
                <SeverityMark severity={finding.severity} advisory={finding.advisory} />
              </Link>
            )}
          />
        }
      />
    </>
  );
}
