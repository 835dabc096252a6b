/** Which keys do what. */
import { frame } from '../strings/frame.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './help.module.css';

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog label={frame.help.title} close={close}>
      <dl className={styles.keys}>
        {frame.help.keys.map(([keys, what]) => (
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
