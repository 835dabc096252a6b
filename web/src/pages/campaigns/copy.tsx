/** What a check of the copy came to: what blocks, what to look at, and the trust score with every reason. */
import type { CopyCheck } from '../../api/outreach.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import { SaidLine } from '../../ui/said.tsx';
import styles from './campaigns.module.css';

export function Copy({ copy }: { copy: CopyCheck }) {
  const lines: [tone: Tone, word: string, text: string][] = [
    ...copy.errors.map((text): [Tone, string, string] => ['high', words.error, text]),
    ...copy.flaws
      .filter(({ blocks }) => blocks)
      .map(({ where, detail }): [Tone, string, string] => ['high', words.blocks, `${where}: ${detail}`]),
    ...copy.trust.reasons.map(({ points, detail }): [Tone, string, string] => ['medium', String(points), detail]),
    ...copy.warnings.map((text): [Tone, string, string] => ['low', words.note, text]),
    ...copy.left_out.map(({ batch, prospect_id, reason }): [Tone, string, string] => [
      'neutral',
      words.leftOut,
      `${batch}: ${prospect_id}, ${reason.replaceAll('_', ' ')}`,
    ]),
  ];
  return (
    <section className={styles.copy} aria-label={words.checked} aria-live="polite">
      <p>
        {words.trust}: <strong className="number">{words.of100(copy.trust.score)}</strong>
      </p>
      {copy.missing.length > 0 && (
        <p>
          <Mark tone="high" word={words.missing(copy.missing.join(', '))} />
        </p>
      )}
      {lines.length === 0 ? (
        <p className="quiet">{words.noFlaws}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map(([tone, word, text]) => (
            <li key={word + text}>
              <Mark tone={tone} word={word} /> <SaidLine text={text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
