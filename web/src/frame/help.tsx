/** Which keys do what. */
import { t } from '../strings/strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './help.module.css';

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog label={t.help.title} close={close}>
      <dl className={styles.keys}>
        {t.help.keys.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
