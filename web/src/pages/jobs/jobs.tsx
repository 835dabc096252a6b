/** Jobs: what the house does by itself, when next, and how it went. */
import type { JobView } from '@sacred-qa/contracts/house';
import { useState } from 'react';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { house } from '../../strings/house.ts';
import { t } from '../../strings/strings.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './jobs.module.css';

const TONES = { active: 'neutral', in_progress: 'busy', completed: 'passed', abandoned: 'high' } as const;

export default function Jobs() {
  const jobs = useGet<{ items: JobView[] }>('/jobs');
  const [changing, setChanging] = useState<JobView | null>(null);
  return (
    <Page title={t.pages.jobs} lead={house.jobs.lead}>
      <Shown query={jobs} rows={3}>
        {({ items }) => (
          <ul className={styles.jobs}>
            {items.map((job) => (
              <Job key={job.name} job={job} openChange={() => setChanging(job)} />
            ))}
          </ul>
        )}
      </Shown>
      {changing && <ChangeTime job={changing} close={() => setChanging(null)} />}
    </Page>
  );
}

function Job({ job, openChange }: { job: JobView; openChange: () => void }) {
  const mayAdmin = useMay('admin');
  const run = useChange((name: string) => change('POST', `/jobs/${name}/run`), ['jobs', 'lineage', 'sankalpa', 'db']);
  return (
    <li className={styles.job}>
      <div>
        <h2>{wordsOf(job.name)}</h2>
        <p className="quiet small">
          <code>{job.cron}</code> {job.zone}
        </p>
      </div>
      <div>
        <p className="quiet small">{house.jobs.next}</p>
        <ol className={styles.times}>
          {job.next.map((at) => (
            <li key={at}>
              <Time at={at} />
            </li>
          ))}
        </ol>
      </div>
      <div>
        <p className="quiet small">{house.jobs.last}</p>
        {job.last === null ? (
          house.jobs.never
        ) : (
          <>
            <p>
              <Link href={`/lineage/${job.last.lineage_id}`}>
                <Time at={job.last.at} />
              </Link>
            </p>
            <Mark tone={TONES[job.last.state]} word={house.jobs.states[job.last.state]} />
          </>
        )}
      </div>
      {mayAdmin && (
        <div className={styles.acts}>
          <button type="button" disabled={run.isPending} onClick={() => run.mutate(job.name)}>
            {run.isPending ? house.jobs.running : house.jobs.run}
          </button>
          <button type="button" onClick={openChange}>
            {house.jobs.change}
          </button>
        </div>
      )}
      {run.error && <Problem error={run.error} />}
    </li>
  );
}

function ChangeTime({ job, close }: { job: JobView; close: () => void }) {
  const [cron, setCron] = useState(job.cron);
  const [zone, setZone] = useState(job.zone);
  const save = useChange(() => change('PUT', `/jobs/${job.name}`, { cron, zone }), ['jobs'], close);
  return (
    <Dialog label={`${house.jobs.change}: ${wordsOf(job.name)}`} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <Field label={house.jobs.cron}>
          {(ids) => <input {...ids} value={cron} onChange={(event) => setCron(event.target.value)} required />}
        </Field>
        <Field label={house.jobs.zone}>
          {(ids) => <input {...ids} value={zone} onChange={(event) => setZone(event.target.value)} required />}
        </Field>
        {save.error && <Problem error={save.error} />}
        <p className={styles.acts}>
          <button type="submit" className="primary" disabled={save.isPending}>
            {house.jobs.save}
          </button>
          <button type="button" onClick={close}>
            {house.jobs.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
