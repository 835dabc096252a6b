/** Some of a few things, or all of them. */
import styles from './audits.module.css';

export function Choices(props: {
  legend: string;
  hint: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
}) {
  const { chosen, choose } = props;
  if (props.options.length < 2) return null;
  return (
    <fieldset className={styles.families}>
      <legend>{props.legend}</legend>
      <p className="quiet small">{props.hint}</p>
      {props.options.map(({ id, name }) => (
        <label key={id} className={styles.tick}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => choose(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
