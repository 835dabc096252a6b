/** What the week set out to reach and what came of it: goals, funnel, rates, and what machines did, apart. */
import type { Rate, WeekView } from '../../api/metrics.ts';
import { campaigns } from '../../strings/campaigns.ts';
import { metrics as words } from '../../strings/metrics.ts';
import { numberIn, wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import styles from './metrics.module.css';
import { Count, Share, share } from './number.tsx';
import { Bar, Interval, scaleTop } from './pictures.tsx';

export function Goals({ goals, as_of, until }: Pick<WeekView, 'goals' | 'as_of' | 'until'>) {
  const notMet = as_of < until ? words.notYet : words.missed;
  return (
    <Section title={words.goals}>
      <ul className={styles.cards}>
        {goals.map(({ goal, reached, wanted, met }) => (
          <li key={goal}>
            <p>
              <span className={styles.large}>
                <Count of={reached} />
              </span>{' '}
              {wanted.value > 0 && (
                <>
                  {words.of} <Count of={wanted} />{' '}
                </>
              )}
              {words.goal[goal]}
            </p>
            {wanted.value > 0 && (
              <Bar
                part={reached.value / wanted.value}
                says={words.bar(words.goal[goal], numberIn(reached.value), share(reached.value / wanted.value))}
              />
            )}
            <p>
              {wanted.value === 0 ? (
                <span className="quiet small">{words.noGoal}</span>
              ) : (
                <Mark tone={met ? 'passed' : 'medium'} word={met ? words.met : notMet} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Funnel({ funnel, signals }: Pick<WeekView, 'funnel' | 'signals'>) {
  return (
    <Section title={words.funnel} aside={words.funnelLead}>
      <ol className={styles.bars}>
        {funnel.map(({ step, people, share: part }) => (
          <li key={step} className={styles.bar}>
            <span>{words.steps[step] ?? wordsOf(step)}</span>
            <Bar
              part={part.value}
              says={words.bar(words.steps[step] ?? step, numberIn(people.value), share(part.value))}
            />
            <span className="number">
              {words.n} <Count of={people} />{' '}
              <span className="quiet small">
                <Share of={part} />
              </span>
            </span>
          </li>
        ))}
      </ol>
      <h3>{words.signals}</h3>
      <p className="quiet small">{words.signalsLead}</p>
      {signals.length === 0 ? <p className="quiet">{words.noSignals}</p> : <Signals signals={signals} />}
    </Section>
  );
}

function Signals({ signals }: Pick<WeekView, 'signals'>) {
  return (
    <table className={styles.counts}>
      <thead>
        <tr>
          <th scope="col">{words.signal}</th>
          <th scope="col">{words.events}</th>
          <th scope="col">{words.people}</th>
        </tr>
      </thead>
      <tbody>
        {signals.map(({ kind, actor, events, people }) => (
          <tr key={kind + actor}>
            <td>
              {words.signalBy[kind] ?? wordsOf(kind)} {words.actors[actor] ?? actor}
            </td>
            <td>
              <Count of={events} />
            </td>
            <td>
              <Count of={people} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Response({ response, groups }: Pick<WeekView, 'response' | 'groups'>) {
  const rates = [response, ...groups.flatMap(({ rows }) => rows)].filter(({ people }) => people.value > 0);
  const top = scaleTop(Math.max(0, ...rates.map(({ high }) => high.value)));
  const own = { top, mark: response.share.value };
  return (
    <Section title={words.response} aside={words.scale(share(top))}>
      <ol className={styles.bars}>
        <RateRow title={words.everybody} rate={response} {...own} />
      </ol>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ by, rows }) => (
          <div key={by} className={styles.group}>
            <h3>{words.groups[by]}</h3>
            <ol className={styles.bars}>
              {rows.map((row) => (
                <RateRow key={row.key} title={row.title} rate={row} {...own} />
              ))}
            </ol>
          </div>
        ))}
    </Section>
  );
}

function RateRow({ title, rate, top, mark }: { title: string; rate: Rate; top: number; mark: number }) {
  const [low, middle, high] = [rate.low.value, rate.share.value, rate.high.value];
  const says = words.picture(title, share(middle), share(low), share(high), numberIn(rate.people.value));
  return (
    <li className={styles.bar}>
      <span className={styles.name}>
        <SaidLine text={title} />
      </span>
      <Interval low={low} share={middle} high={high} top={top} mark={mark} says={says} />
      <span className="number">
        <Share of={rate.share} /> <span className="quiet">{words.n}</span> <Count of={rate.people} />{' '}
        <span className="quiet small">
          <Share of={rate.low} /> {words.to} <Share of={rate.high} />
        </span>
      </span>
    </li>
  );
}

export function States({ mails, posts }: Pick<WeekView, 'mails' | 'posts'>) {
  const lines = [
    ...mails.map(({ state, mails: n }) => [campaigns.kinds.batch, state, campaigns.mailStates, n] as const),
    ...posts.map(({ state, posts: n }) => [campaigns.kinds.post, state, campaigns.postStates, n] as const),
  ];
  return (
    <Section title={words.states}>
      {lines.length === 0 ? (
        <p className="quiet">{words.noStates}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map(([kind, state, names, n]) => (
            <li key={kind + state}>
              <span>
                {(names as Record<string, string>)[state] ?? wordsOf(state)} <span className="quiet small">{kind}</span>
              </span>
              <Count of={n} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
