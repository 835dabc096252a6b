/** Text of another hand: with its language and direction, walled in, hidden characters named, never markup. */
import { visible } from '@sacred-qa/contracts/visible-text';
import { useState } from 'react';
import { t } from '../strings/strings.ts';
import { classes } from './classes.ts';
import { clip } from './clip.ts';
import styles from './said.module.css';

/** A tag of another form, which only a hostile text could carry, would not be understood by a browser. */
const languageTag = (lang: string | undefined): string =>
  lang !== undefined && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(lang) ? lang : 'und';

interface SaidProps {
  text: string;
  lang?: string | undefined;
  /** `auto` where nobody told it: the first strong letter decides. */
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
}

const LINE_CHARS = 300;
const BLOCK_CHARS = 2400;
const MORE_CHARS = 20_000;

/** One line within a row of ours. */
export function SaidLine({ text, lang, dir = 'auto' }: SaidProps) {
  const { shown, left } = clip(text.slice(0, LINE_CHARS * 4).replaceAll(/\s+/g, ' '), LINE_CHARS);
  return (
    <bdi className={styles.line} lang={languageTag(lang)} dir={dir}>
      {visible(shown)}
      {left > 0 || text.length > LINE_CHARS * 4 ? '…' : ''}
    </bdi>
  );
}

/** A whole message, as it was written. What is long is shown in parts; `quote` is marked where it occurs. */
export function Said({ text, lang, dir = 'auto', quote = '' }: SaidProps & { quote?: string }) {
  const [room, setRoom] = useState(BLOCK_CHARS);
  const { shown, left } = clip(text, room);
  const at = quote === '' ? -1 : shown.indexOf(quote);
  return (
    <div className={styles.block}>
      <div className={styles.text} lang={languageTag(lang)} dir={dir}>
        {at < 0 ? (
          visible(shown)
        ) : (
          <>
            {visible(shown.slice(0, at))}
            <mark>{visible(quote)}</mark>
            {visible(shown.slice(at + quote.length))}
          </>
        )}
      </div>
      {left > 0 && (
        <button type="button" className="plain small" onClick={() => setRoom(room + MORE_CHARS)}>
          {t.said.showMore(left)}
        </button>
      )}
    </div>
  );
}

/** Any JSON that was stored, laid out to be read. */
export function Json({ value }: { value: unknown }) {
  const [room, setRoom] = useState(BLOCK_CHARS);
  const { shown, left } = clip(typeof value === 'string' ? value : JSON.stringify(value, null, 2), room);
  return (
    <div className={classes(styles.block, styles.json)}>
      <pre lang="und">{visible(shown)}</pre>
      {left > 0 && (
        <button type="button" className="plain small" onClick={() => setRoom(room + MORE_CHARS)}>
          {t.said.showMore(left)}
        </button>
      )}
    </div>
  );
}
