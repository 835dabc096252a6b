/** A number of the week: pressed, it shows the query that it comes from. */
import type { Figure } from '../../api/metrics.ts';
import { metrics as words } from '../../strings/metrics.ts';
import { numberIn } from '../../ui/format.ts';
import { useSearch } from '../../ui/use-search.ts';
import styles from './metrics.module.css';

/** `15 %`; below one percent with a decimal, so that little is not shown as nothing. */
export function share(value: number): string {
  const percent = value * 100;
  return `${percent.toFixed(percent > 0 && percent < 1 ? 1 : 0)} %`;
}

export const Count = ({ of }: { of: Figure }) => <Explaining figure={of} text={numberIn(of.value)} />;
export const Share = ({ of }: { of: Figure }) => <Explaining figure={of} text={share(of.value)} />;

function Explaining({ figure, text }: { figure: Figure; text: string }) {
  const search = useSearch();
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={words.explain(text)}
      title={words.explain(text)}
      onClick={() => search.set('explain', figure.id)}
    >
      {text}
    </button>
  );
}
